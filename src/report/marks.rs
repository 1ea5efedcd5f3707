//! What came of every criterion on every record, worked out once since many pages list it.

use std::collections::BTreeMap;

use super::{LevelId, Outcome, Report};
use crate::base::period::Period;
use crate::model::logbook::Logbook;

/// What a record says of one criterion, as a list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The level claimed.
    pub level: Option<LevelId>,
    /// What has come of it.
    pub outcome: Outcome,
    /// Whether it has evidence that counts, whatever a reviewer says.
    pub evidenced: bool,
    /// Whether the criterion is counted on this record: it was in force on its date.
    pub counts: bool,
}

impl Mark {
    /// Whether something was claimed that has evidence.
    pub fn is_evidenced(&self) -> bool {
        self.claims_points() && self.evidenced
    }

    /// Whether something was claimed that has no evidence.
    pub fn lacks_evidence(&self) -> bool {
        self.claims_points() && !self.evidenced
    }

    /// What came of it by the member's own log, whatever a reviewer says.
    pub fn own_outcome(&self) -> Outcome {
        match self.level {
            None => Outcome::Unclaimed,
            Some(LevelId::Na) => Outcome::Na,
            Some(LevelId::Unmet) => Outcome::Unmet,
            Some(LevelId::Met | LevelId::Partial) if self.evidenced => Outcome::Evidenced,
            Some(LevelId::Met | LevelId::Partial) => Outcome::Claimed,
        }
    }

    fn claims_points(&self) -> bool {
        self.level.is_some_and(|level| level.half_points() > 0)
    }
}

/// How many records have come to what under one criterion, by their members' own logs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutcomeCounts([u32; Outcome::ALL.len()]);

impl OutcomeCounts {
    /// How many came to `outcome`.
    pub fn of(&self, outcome: Outcome) -> u32 {
        self.0[outcome as usize]
    }

    pub(super) fn add(&mut self, outcome: Outcome) {
        self.0[outcome as usize] += 1;
    }
}

/// Marks by record and criterion, and their counts by month.
pub(super) struct Marks {
    criteria: usize,
    marks: Vec<Mark>,
    months: BTreeMap<Period, Vec<OutcomeCounts>>,
}

impl Marks {
    pub(super) fn of(logbook: &Logbook) -> Self {
        let criteria = logbook.rubric.criteria.len();
        let mut marks = Vec::with_capacity(logbook.records.len() * criteria);
        let mut months: BTreeMap<Period, Vec<OutcomeCounts>> = BTreeMap::new();
        for record in &logbook.records {
            let date = record.schedule.counts_on();
            let mut month = record
                .month()
                .map(|month| months.entry(month).or_insert_with(|| vec![OutcomeCounts::default(); criteria]));
            for (i, (claim, criterion)) in record.claims.iter().zip(&logbook.rubric.criteria).enumerate() {
                let mark = Mark {
                    level: claim.level,
                    outcome: claim.outcome(),
                    evidenced: claim.is_evidenced(),
                    counts: criterion.counts_on(date),
                };
                if let Some(counts) = month.as_mut().filter(|_| mark.counts) {
                    counts[i].add(claim.own_outcome());
                }
                marks.push(mark);
            }
        }
        Self { criteria, marks, months }
    }
}

impl Report<'_> {
    /// The marks of a record, one per criterion of the rubric.
    pub fn marks(&self, record: u32) -> &[Mark] {
        let start = record as usize * self.marks.criteria;
        &self.marks.marks[start..start + self.marks.criteria]
    }

    /// What came of `criterion` on the records of the cell that count in `month`, by their members' own logs.
    pub fn outcomes(&self, month: Period, criterion: usize) -> OutcomeCounts {
        self.marks.months.get(&month).map_or_else(OutcomeCounts::default, |counts| counts[criterion])
    }

    /// Adds what came of each criterion in `month`.
    pub(super) fn add_month(&self, counts: &mut [OutcomeCounts], month: Period) {
        for (count, of_month) in counts.iter_mut().zip(self.marks.months.get(&month).into_iter().flatten()) {
            count.0.iter_mut().zip(of_month.0).for_each(|(count, of_month)| *count += of_month);
        }
    }

    /// How many of the criteria counted on a record are claimed at some level, and how many are counted.
    pub fn claimed_criteria(&self, record: u32) -> (usize, usize) {
        let counted = self.marks(record).iter().filter(|mark| mark.counts);
        counted.fold((0, 0), |(claimed, all), mark| (claimed + usize::from(mark.level.is_some()), all + 1))
    }
}
