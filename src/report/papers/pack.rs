//! The secretary's pack: the tasks of a period, its weaknesses and those of the period before, the work to come.

use super::Item;
use crate::base::period::Period;
use crate::report::{Loop, Report, Scope, Tagged, Timeliness, Weight, first_day, last_day};

/// What the pack of a period says beside its figures. Lists of tasks stand by date, the rest in roster order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack<'r> {
    /// Tasks of the period that were done in time.
    pub on_time: Vec<u32>,
    /// Tasks of the period that were done late, with a confirmed excuse or without.
    pub late: Vec<u32>,
    /// Tasks of the period that are not done.
    pub unfinished: Vec<u32>,
    /// Tasks of the period that were done and had no due date.
    pub undated: Vec<u32>,
    /// Weaknesses that records of the period name, and whether each recurs: it had been overcome before.
    pub named: Vec<(Item, bool)>,
    /// Weaknesses that recur in the period.
    pub returned: Vec<&'r Loop<'r>>,
    /// Weaknesses that records of the period before name by a tag, with what has come of them since.
    pub followed: Vec<&'r Loop<'r>>,
    /// Weaknesses of the period before that have no tag, so that nobody can follow them.
    pub unfollowed: Vec<Item>,
    /// Tasks of earlier periods that are still open.
    pub carried: Vec<u32>,
    /// Tasks that count in the next period.
    pub due: Vec<u32>,
    /// How many open tasks are due later than that.
    pub later: usize,
}

/// The last day of a month on which its meeting may still be to come: until then the papers of the month before are sought.
const MEETING_BY: u8 = 15;

impl Report<'_> {
    /// The period that the next meeting looks back on: in the first half of a month the month before, else the running
    /// one; without records in either the quarter that the site opens with.
    pub fn meeting_period(&self) -> Option<Period> {
        let (.., day) = self.as_of().parts();
        let this = Period::month_of(self.as_of());
        let sought = if day <= MEETING_BY { [this.previous(), this] } else { [this, this.previous()] };
        let has_records = |period: &Period| !self.sums(Scope::Cell, Some(*period)).records.is_empty();
        sought.into_iter().chain(self.shown_quarter()).find(has_records)
    }

    /// The pack of `period`.
    pub fn pack(&self, period: Period) -> Pack<'_> {
        let tasks = &self.sums(Scope::Cell, Some(period)).records;
        let (before, next) = (period.previous(), period.next());
        let with = |kinds: &[Timeliness]| {
            let is_kind = |index: &u32| kinds.contains(&self.record(*index).timeliness);
            tasks.iter().copied().filter(is_kind).collect::<Vec<u32>>()
        };
        let open = &self.papers.open;
        let month = |index: u32| Period::month_of(self.record(index).schedule.counts_on());
        let until = |period| open.partition_point(|index| !month(*index).is_after(period));
        let before_it = open.partition_point(|index| month(*index).is_before(period));
        let returned = self.returned_in(period);
        Pack {
            on_time: with(&[Timeliness::OnTime]),
            late: with(&[Timeliness::Late, Timeliness::Excused]),
            unfinished: with(&[Timeliness::Overdue, Timeliness::Drifting, Timeliness::Open]),
            undated: with(&[Timeliness::None]),
            named: self
                .weaknesses(tasks, |_| true)
                .into_iter()
                .map(|item| (item, returned.iter().any(|one| self.recurs(one, item))))
                .collect(),
            returned,
            followed: self.loops_named_in(before),
            unfollowed: self.weaknesses(&self.sums(Scope::Cell, Some(before)).records, |tagged| !tagged),
            carried: open[..before_it].to_vec(),
            due: self.sums(Scope::Cell, Some(next)).records.clone(),
            later: open.len() - until(next),
        }
    }

    /// The weaknesses that are named in `period` after they had been overcome, by member in roster order.
    fn returned_in(&self, period: Period) -> Vec<&Loop<'_>> {
        let mut named = self.loops_named_in(period);
        let days = first_day(period)..=last_day(period);
        named.retain(|one| self.named_after(one, one.fixed.first()).any(|naming| days.contains(&naming.on)));
        named
    }

    /// Whether `item` names this weakness after it had been overcome.
    fn recurs(&self, one: &Loop<'_>, item: Item) -> bool {
        let record = self.record(item.record);
        let tag = record.content.weaknesses[item.item].tag.as_ref();
        one.member == record.member
            && tag.is_some_and(|tag| one.is_called(&tag.value))
            && self.named_after(one, one.fixed.first()).any(|naming| naming.record == item.record)
    }

    /// The weaknesses that `records` name by words or by a tag, member by member; a placeholder names none. `keeps` hears
    /// whether one has a tag.
    fn weaknesses(&self, records: &[u32], keeps: impl Fn(bool) -> bool) -> Vec<Item> {
        let mut found = Vec::new();
        for index in records {
            let record = self.record(*index);
            let in_words =
                |one: &Tagged| one.text.as_ref().is_some_and(|text| record.weight_of(text) != Weight::Placeholder);
            let items = record.content.weaknesses.iter().enumerate();
            let said = items.filter(|(_, one)| (in_words(one) || one.tag.is_some()) && keeps(one.tag.is_some()));
            found.extend(said.map(|(item, _)| Item { record: *index, item }));
        }
        found.sort_by_key(|one| self.record(one.record).member);
        found
    }
}
