//! Deadlines: planned and arising work, what is due soon, overdue or drifting, and notes of progress.

use std::collections::BTreeMap;

use super::{Ledger, Row};
use crate::base::period::{Date, Period};
use crate::model::logbook::Logbook;
use crate::report::{Kind, Report, Scope, Timeliness};
use crate::tally::Tally;

/// What is due within so many days of the as-of date is due soon.
pub const SOON_DAYS: i64 = 30;

/// Open tasks as they stand on the as-of date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// Past their due date, the longest overdue first.
    pub overdue: Vec<u32>,
    /// Due within [`SOON_DAYS`], the nearest first.
    pub soon: Vec<u32>,
    /// Without progress for 30 days, the longest silent first.
    pub drifting: Vec<u32>,
    /// The rest, by due date, those without one last.
    pub later: Vec<u32>,
}

/// How many tasks of a member are of which kind, and how the open ones stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are the words of the record format and of this ledger")]
pub struct Kinds {
    pub planned: u32,
    pub arising: u32,
    pub unsaid: u32,
    pub overdue: u32,
    pub soon: u32,
    pub drifting: u32,
}

/// Notes of progress of a period, and the tasks that have them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Notes {
    /// Notes whose day lies in the period.
    pub notes: u32,
    /// Tasks that have such notes.
    pub tasks: u32,
}

/// The notes of progress in `records`, by their own day (else the one on which the record counts), the newest first.
pub(super) fn notes(logbook: &Logbook, records: &[u32]) -> Vec<(Date, Row)> {
    let of_record = |index: &u32| {
        let (record, index) = (&logbook.records[*index as usize], *index);
        let day = record.schedule.counts_on();
        let entries = record.content.progress.iter().zip(0..);
        entries.map(move |(entry, item)| (entry.on.as_ref().map_or(day, |on| on.value), Row { record: index, item }))
    };
    let mut notes: Vec<(Date, Row)> = records.iter().flat_map(of_record).collect();
    notes.sort_by_key(|(day, row)| (std::cmp::Reverse(*day), row.record, row.item));
    notes
}

/// How many records have notes of progress.
pub(super) fn records_with_notes(logbook: &Logbook, tally: &Tally) -> usize {
    let records = tally.of(Scope::Cell, None).records.iter();
    records.filter(|index| !logbook.records[**index as usize].content.progress.is_empty()).count()
}

impl Report<'_> {
    /// Whether a task is open and due within [`SOON_DAYS`] of the as-of date; it may drift as well.
    fn is_soon(&self, index: u32) -> bool {
        let record = self.record(index);
        let days = record.schedule.due.map(|due| self.as_of().days_until(due));
        matches!(record.timeliness, Timeliness::Open | Timeliness::Drifting)
            && days.is_some_and(|days| (0..=SOON_DAYS).contains(&days))
    }

    /// Those of `records` that are open and due soon, the nearest first.
    pub fn due_soon(&self, records: &[u32]) -> Vec<u32> {
        let mut soon: Vec<u32> = records.iter().copied().filter(|index| self.is_soon(*index)).collect();
        soon.sort_by_key(|index| (self.record(*index).schedule.due, *index));
        soon
    }

    /// The open tasks of the cell. One that drifts and is due soon stands under both.
    pub fn deadlines(&self) -> Deadlines {
        let mut deadlines = Deadlines::default();
        for (index, record) in self.counted() {
            let soon = self.is_soon(index);
            if soon {
                deadlines.soon.push(index);
            }
            match record.timeliness {
                Timeliness::Overdue => deadlines.overdue.push(index),
                Timeliness::Drifting => deadlines.drifting.push(index),
                Timeliness::Open if !soon => deadlines.later.push(index),
                _ => {}
            }
        }
        let due =
            |index: &u32| (self.record(*index).schedule.due.map_or((true, None), |due| (false, Some(due))), *index);
        for tasks in [&mut deadlines.overdue, &mut deadlines.soon, &mut deadlines.later] {
            tasks.sort_by_key(due);
        }
        deadlines.drifting.sort_by_key(|index| (self.last_progress(*index), *index));
        deadlines
    }

    /// The kinds of the tasks of `scope`.
    pub fn kinds(&self, scope: Scope) -> Kinds {
        let mut kinds = Kinds::default();
        for index in &self.sums(scope, None).records {
            let record = self.record(*index);
            match record.kind {
                Some(Kind::Planned) => kinds.planned += 1,
                Some(Kind::Arising) => kinds.arising += 1,
                None => kinds.unsaid += 1,
            }
            match record.timeliness {
                Timeliness::Overdue => kinds.overdue += 1,
                Timeliness::Drifting => kinds.drifting += 1,
                _ => {}
            }
            kinds.soon += u32::from(self.is_soon(*index));
        }
        kinds
    }

    /// The notes of progress by year, quarter and month: the latest year first, in it as the calendar has them.
    pub fn progress_notes(&self) -> Vec<(Period, Notes)> {
        let mut found: BTreeMap<Period, (u32, Vec<u32>)> = BTreeMap::new();
        for row in self.ledger(Ledger::Deadlines).rows() {
            let record = self.record(row.record);
            let on = record.content.progress[row.item as usize].on.as_ref();
            let month = Period::month_of(on.map_or(record.schedule.counts_on(), |on| on.value));
            let [quarter, _, year] = month.longer();
            for period in [year, quarter, month] {
                let (notes, tasks) = found.entry(period).or_default();
                *notes += 1;
                tasks.push(row.record);
            }
        }
        let counted = |(notes, mut tasks): (u32, Vec<u32>)| {
            tasks.sort_unstable();
            tasks.dedup();
            Notes { notes, tasks: tasks.len() as u32 }
        };
        let mut notes: Vec<(Period, Notes)> =
            found.into_iter().map(|(period, counts)| (period, counted(counts))).collect();
        notes.sort_by_key(|(period, _)| (std::cmp::Reverse(period.year()), *period));
        notes
    }
}
