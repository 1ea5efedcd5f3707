//! Every task log in one list, the newest first.

use super::{FaultyRecord, Report, Sums};
use crate::base::period::Date;

/// A line of the list of task logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The record at this place of the logbook.
    Record(u32),
    /// The record with errors at this place.
    Faulty(u32),
}

impl Report<'_> {
    /// Every task log: those with errors first, the rest by the date on which they count, the newest first.
    pub fn entries(&self) -> Vec<Entry> {
        let mut dated: Vec<(Date, u32)> =
            self.records().iter().zip(0..).map(|(record, index)| (record.schedule.counts_on(), index)).collect();
        dated.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let faulty = (0..self.faulty().len()).map(|index| Entry::Faulty(index as u32));
        faulty.chain(dated.into_iter().map(|(_, index)| Entry::Record(index))).collect()
    }

    /// The records behind `sums`, the newest first.
    pub fn newest_first<'s>(&'s self, sums: &'s Sums) -> impl Iterator<Item = u32> + 's {
        let date = |index: u32| self.record(index).schedule.counts_on();
        sums.records.chunk_by(move |a, b| date(*a) == date(*b)).rev().flatten().copied()
    }

    /// The records with errors of `member` (or of everybody) that its totals miss.
    pub fn missed_records(&self, member: Option<usize>) -> impl Iterator<Item = (usize, &FaultyRecord)> {
        self.faulty().iter().enumerate().filter(move |(_, record)| record.may_count(member, None))
    }
}
