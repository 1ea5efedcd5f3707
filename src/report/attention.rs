//! What needs somebody's attention on the as-of date.

use super::{Loop, Points, Repeat, Report, Review, Scope, Standing, Timeliness};
use crate::base::period::{Date, Period};

/// Places of records and criteria, each list in an order that ranks nobody: by date or by the rubric.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attention<'a> {
    /// Records with errors, whatever period they are of.
    pub faulty: Vec<usize>,
    /// Open tasks past their due date, the longest overdue first.
    pub overdue: Vec<u32>,
    /// Open tasks without a progress entry for 30 days, the longest silent first.
    pub drifting: Vec<u32>,
    /// Tasks of the period that were done late without a confirmed excuse, by due date.
    pub late: Vec<u32>,
    /// Criteria with claims of the period that have no evidence, and how many.
    pub unevidenced: Vec<(usize, u32)>,
    /// Criteria that are weak for the cell in the period.
    pub weak: Vec<usize>,
    /// Tasks of the period that are done and have no valid verdict on any of their claims, the longest waiting first;
    /// none while nobody reviews.
    pub waiting: Vec<u32>,
    /// Tasks of any time that were reviewed and have changed since, without a valid verdict, the longest ago first.
    pub stale: Vec<u32>,
    /// Weaknesses and lessons that came back in the period.
    pub repeats: Vec<Repeat<'a>>,
    /// Criteria that nobody has evidence for in the current year.
    pub unshown: Vec<usize>,
    /// Criteria that one member alone has evidence for in the current year, each with that member.
    pub alone: Vec<(usize, usize)>,
    /// Weaknesses of any time that are not overcome, by member in roster order.
    pub open: Vec<Loop<'a>>,
}

impl Attention<'_> {
    /// How many matters there are: each record by itself, criteria and repeats as one matter each.
    pub fn len(&self) -> usize {
        let records = [self.faulty.len(), self.overdue.len(), self.drifting.len(), self.late.len()];
        let kinds = [
            !self.unevidenced.is_empty(),
            !self.weak.is_empty(),
            !self.waiting.is_empty(),
            !self.stale.is_empty(),
            !self.repeats.is_empty(),
            !self.unshown.is_empty(),
            !self.alone.is_empty(),
            !self.open.is_empty(),
        ];
        records.iter().sum::<usize>() + kinds.into_iter().map(usize::from).sum::<usize>()
    }

    /// Whether nothing needs attention.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> Report<'a> {
    /// What needs attention: open tasks of all time as they stand on the as-of date, the rest of `period`.
    pub fn attention(&self, period: Period) -> Attention<'a> {
        let sums = self.sums(Scope::Cell, Some(period));
        let Points { weak, .. } = self.points(sums);
        let open = &self.sums(Scope::Cell, None).records;
        let mut attention = Attention {
            faulty: self.missed_records(None).map(|(index, _)| index).collect(),
            overdue: self.with_timeliness(open, Timeliness::Overdue),
            drifting: self.with_timeliness(open, Timeliness::Drifting),
            late: self.with_timeliness(&sums.records, Timeliness::Late),
            unevidenced: self.unevidenced(&sums.records),
            weak,
            waiting: self.waiting(&sums.records),
            stale: open.iter().copied().filter(|index| self.is_stale(*index)).collect(),
            repeats: self.repeats_in(None, Some(period)).collect(),
            unshown: self.unshown(Scope::Cell),
            alone: self.alone().to_vec(),
            open: self.open_loops(None).cloned().collect(),
        };
        attention.overdue.sort_by_key(|index| (self.record(*index).schedule.due, *index));
        attention.drifting.sort_by_key(|index| (self.last_progress(*index), *index));
        attention.late.sort_by_key(|index| (self.record(*index).schedule.due, *index));
        attention
    }

    /// Those of `records`, which stand by date, that wait for a verdict.
    pub fn waiting(&self, records: &[u32]) -> Vec<u32> {
        let waits = |index: &u32| {
            let record = self.record(*index);
            record.schedule.done.is_some()
                && record.claims.iter().any(|claim| claim.points() > 0)
                && !record.reviews.iter().any(is_valid)
        };
        if self.is_rated() { records.iter().copied().filter(waits).collect() } else { Vec::new() }
    }

    /// Whether a record has changed since it was reviewed, and no review of it holds.
    pub fn is_stale(&self, record: u32) -> bool {
        let reviews = &self.record(record).reviews;
        reviews.iter().any(|review| review.standing == Standing::Stale) && !reviews.iter().any(is_valid)
    }

    /// Those of `records` that kept to their time in this way.
    pub fn with_timeliness(&self, records: &[u32], timeliness: Timeliness) -> Vec<u32> {
        records.iter().copied().filter(|index| self.record(*index).timeliness == timeliness).collect()
    }

    /// The criteria with claims without evidence among `records`, in the order of the rubric, and how many.
    pub fn unevidenced(&self, records: &[u32]) -> Vec<(usize, u32)> {
        let mut counts = vec![0; self.rubric().criteria.len()];
        for index in records {
            for (count, mark) in counts.iter_mut().zip(self.marks(*index)) {
                *count += u32::from(mark.counts && mark.lacks_evidence());
            }
        }
        counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect()
    }

    /// The day since which a record says nothing: of its latest progress entry, else the day it was assigned.
    pub fn last_progress(&self, record: u32) -> Date {
        let assigned = self.record(record).schedule.assigned;
        self.progress_written(record).map_or(assigned, |on| on.max(assigned))
    }

    /// The day of the latest progress entry of a record up to the as-of date, if it has one.
    pub fn progress_written(&self, record: u32) -> Option<Date> {
        let entries = &self.record(record).content.progress;
        let days = entries.iter().filter_map(|entry| entry.on.as_ref().map(|on| on.value));
        days.filter(|on| *on <= self.as_of()).max()
    }
}

/// Whether a review holds and says anything.
fn is_valid(review: &Review) -> bool {
    review.standing == Standing::Valid && !review.verdicts.is_empty()
}
