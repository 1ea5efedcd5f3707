//! Weaknesses from their naming to their overcoming and, at times, back; and quarters in which a member named none.

use std::collections::HashMap;

use crate::base::period::{Date, Period, PeriodSpan};
use crate::base::text::{fold, nfc};
use crate::model::logbook::Logbook;
use crate::report::{Report, Scope};
use crate::tally::Tally;

/// How far the member is with a weakness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopState {
    /// Named, and nothing written of it since.
    Named,
    /// A lesson with its tag stands in the same record or a later one.
    Mending,
    /// The latest record that speaks of it says that it is overcome.
    Overcome,
    /// Named again after it was overcome.
    Returned,
}

impl LoopState {
    /// Every state, in the order in which they follow each other.
    pub const ALL: [LoopState; 4] = [Self::Named, Self::Mending, Self::Overcome, Self::Returned];

    /// Its name in the catalogue and in classes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Mending => "mending",
            Self::Overcome => "overcome",
            Self::Returned => "returned",
        }
    }
}

/// A weakness of a member, known by its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop<'a> {
    /// Place of the member in the roster.
    pub member: usize,
    /// The tag as it was first written.
    pub tag: &'a str,
    /// How far it is.
    pub state: LoopState,
    /// The records that name it, by date.
    pub named: Vec<Naming<'a>>,
    /// The records that say it is overcome, by date.
    pub fixed: Vec<u32>,
}

/// A record that names a weakness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Naming<'a> {
    /// Place of the record in the logbook.
    pub record: u32,
    /// The day by which it names it: of an unfinished task the one on which that was given out.
    pub on: Date,
    /// Its words for the weakness, if it has any.
    pub text: Option<&'a str>,
}

impl<'a> Loop<'a> {
    /// Whether `tag` is its tag, however it is spelt.
    pub fn is_called(&self, tag: &str) -> bool {
        fold(&nfc(tag.trim())) == fold(&nfc(self.tag))
    }

    /// Whether it is not overcome.
    pub fn is_open(&self) -> bool {
        self.state != LoopState::Overcome
    }

    /// The latest naming on a day that `is` sought, with words if any of these has some: what is quoted of the weakness
    /// stands in just that record.
    pub fn told(&self, is: impl Fn(Date) -> bool) -> Option<Naming<'a>> {
        let sought = || self.named.iter().rev().filter(|naming| is(naming.on));
        sought().find(|naming| naming.text.is_some()).or_else(|| sought().next()).copied()
    }

    /// The words for it in `naming`, or else its tag.
    pub fn words(&self, naming: Option<Naming<'a>>) -> &'a str {
        naming.and_then(|naming| naming.text).unwrap_or(self.tag)
    }
}

/// What a record says of a tag; of one day naming comes before mending, and mending before overcoming.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Named,
    Learned,
    Fixed,
}

struct Event<'a> {
    on: Date,
    said: Said,
    record: u32,
    tag: &'a str,
    text: Option<&'a str>,
}

/// The weaknesses of every member, by the day on which each was first named.
pub(super) fn loops<'a>(logbook: &'a Logbook, tally: &Tally) -> Vec<Loop<'a>> {
    let members = 0..logbook.roster().members().len();
    members.flat_map(|member| of_member(logbook, member, &tally.of(Scope::Member(member), None).records)).collect()
}

fn of_member<'a>(logbook: &'a Logbook, member: usize, records: &[u32]) -> Vec<Loop<'a>> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<Vec<Event<'a>>> = Vec::new();
    for index in records {
        for event in events(logbook, *index) {
            let place = *places.entry(fold(&nfc(event.tag))).or_insert(all.len());
            if place == all.len() {
                all.push(Vec::new());
            }
            all[place].push(event);
        }
    }
    all.into_iter().filter_map(|events| followed(member, events)).collect()
}

fn events(logbook: &Logbook, index: u32) -> impl Iterator<Item = Event<'_>> {
    let record = &logbook.records[index as usize];
    let (on, content) = (record.schedule.counts_on(), &record.content);
    let seen = record.schedule.seen_on(logbook.as_of);
    let named = content.weaknesses.iter().map(|item| (Said::Named, item.tag.as_ref(), item.text.as_ref()));
    let learned = content.lessons.iter().map(|item| (Said::Learned, item.tag.as_ref(), item.text.as_ref()));
    let fixed = content.fixed.iter().map(|tag| (Said::Fixed, Some(tag), None));
    named.chain(learned).chain(fixed).filter_map(move |(said, tag, text)| {
        let tag = tag?.value.trim();
        let text = text.map(|text| text.value.as_str());
        let on = if said == Said::Named { seen } else { on };
        (!tag.is_empty()).then_some(Event { on, said, record: index, tag, text })
    })
}

/// What came of a tag; nothing when no record names it as a weakness.
fn followed<'a>(member: usize, mut events: Vec<Event<'a>>) -> Option<Loop<'a>> {
    events.sort_by_key(|event| (event.on, event.said));
    let first = events.iter().find(|event| event.said == Said::Named)?;
    let mut found = Loop { member, tag: first.tag, state: LoopState::Named, named: Vec::new(), fixed: Vec::new() };
    for event in &events {
        match event.said {
            Said::Named => {
                if found.state == LoopState::Overcome {
                    found.state = LoopState::Returned;
                }
                match found.named.last_mut().filter(|last| last.record == event.record) {
                    Some(last) => last.text = last.text.or(event.text),
                    None => found.named.push(Naming { record: event.record, on: event.on, text: event.text }),
                }
            }
            Said::Learned if found.state == LoopState::Named && !found.named.is_empty() => {
                found.state = LoopState::Mending;
            }
            Said::Fixed if !found.named.is_empty() => {
                found.state = LoopState::Overcome;
                if found.fixed.last() != Some(&event.record) {
                    found.fixed.push(event.record);
                }
            }
            Said::Learned | Said::Fixed => {}
        }
    }
    Some(found)
}

/// Quarters in which a member has records and named no weakness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// Place of the member in the roster.
    pub member: usize,
    /// The quarters, in order.
    pub quarters: Vec<Period>,
}

impl Report<'_> {
    /// The members who have records in quarters that are over, or in the one that runs, without a weakness among them.
    pub fn silent_on_weaknesses(&self) -> Vec<Silence> {
        let of_member = |member: usize| {
            let is_silent = |quarter: &Period| {
                let records = &self.sums(Scope::Member(member), Some(*quarter)).records;
                records.iter().all(|index| self.record(*index).content.weaknesses.is_empty())
            };
            let quarters = self.periods(Scope::Member(member)).into_iter();
            let quarters = quarters.filter(|period| matches!(period.span(), PeriodSpan::Quarter(_)));
            let until_now = quarters.filter(|quarter| *quarter <= self.current_quarter());
            Silence { member, quarters: until_now.filter(is_silent).collect() }
        };
        (0..self.members().len()).map(of_member).filter(|silence| !silence.quarters.is_empty()).collect()
    }
}
