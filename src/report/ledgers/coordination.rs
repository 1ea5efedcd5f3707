//! Who works with whom: partners by member, each partner under one name however it is written.

use std::collections::BTreeMap;

use super::Ledger;
use crate::base::text::{fold, prose_key};
use crate::report::{Report, Who};

/// Somebody whom members worked with.
#[derive(Debug, Clone)]
pub struct Partner<'a> {
    /// A member, or a name as one of the tasks writes it.
    pub who: Who<'a>,
    /// For each member with such tasks, in roster order: place in the roster, number of tasks.
    pub tasks: BTreeMap<usize, u32>,
}

impl Partner<'_> {
    /// Tasks of all members.
    pub fn total(&self) -> u32 {
        self.tasks.values().sum()
    }
}

/// The partners that a page can show.
#[derive(Debug, Clone)]
pub struct Partners<'a> {
    /// Members in roster order, then the others by name.
    pub shown: Vec<Partner<'a>>,
    /// How many partners there are in all.
    pub all: usize,
    /// Each one shown has at least so many tasks.
    pub fewest: u32,
}

impl<'a> Report<'a> {
    /// Who works with whom: at most `most` partners, those with fewer tasks left out together.
    pub fn partners(&self, most: usize) -> Partners<'a> {
        let mut found: BTreeMap<Key, Partner<'a>> = BTreeMap::new();
        let mut last: BTreeMap<Key, u32> = BTreeMap::new();
        for row in self.ledger(Ledger::Coordination).rows() {
            let record = self.record(row.record);
            let Some(with) = &record.content.coordination[row.item as usize].with else { continue };
            let who = self.who(&with.value);
            let key = key(who);
            // A partner named twice in one task is one partner of one task.
            if last.insert(key.clone(), row.record) == Some(row.record) {
                continue;
            }
            let partner = found.entry(key).or_insert_with(|| Partner { who, tasks: BTreeMap::new() });
            *partner.tasks.entry(record.member).or_default() += 1;
        }
        let all = found.len();
        let (shown, fewest) = most_of(found.into_values().collect(), most, Partner::total);
        Partners { shown, all, fewest }
    }
}

/// Members come first, in roster order; the others by their letters, whatever their marks, then as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Member(usize),
    Other(String, String),
}

fn key(who: Who<'_>) -> Key {
    match who {
        Who::Member(member) => Key::Member(member),
        Who::Other(written) => {
            let name = prose_key(written);
            Key::Other(fold(&name), name)
        }
    }
}

/// At most `most` of `all`: those whose `count` is at least the least number that leaves so few; and that number.
pub(super) fn most_of<T>(mut all: Vec<T>, most: usize, count: impl Fn(&T) -> u32) -> (Vec<T>, u32) {
    let mut counts: Vec<u32> = all.iter().map(&count).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let fewest = counts.get(most).map_or(1, |first_left_out| first_left_out + 1);
    all.retain(|one| count(one) >= fewest);
    (all, fewest)
}
