//! What a member lacks next, kind by kind; the pages say the rule of each kind.

use super::{LevelId, Loop, Mark, Raised, Repeat, Report, Scope, Timeliness};
use crate::base::period::Period;

/// What a member can do next. Lists of records are in logbook order, lists of criteria in the rubric's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing<'r> {
    /// How many records with errors enter no figure.
    pub faulty: usize,
    /// Open tasks past their due date.
    pub overdue: Vec<u32>,
    /// Open tasks that are due soon, the nearest first.
    pub soon: Vec<u32>,
    /// Open tasks without a progress entry for 30 days.
    pub drifting: Vec<u32>,
    /// Tasks done late without a confirmed excuse.
    pub late: Vec<u32>,
    /// Criteria with claims without evidence, and the records of those.
    pub unevidenced: Vec<(usize, Vec<u32>)>,
    /// Criteria that no record claims at any level, although all could.
    pub never_claimed: Vec<usize>,
    /// Criteria that were not met by the member's own word, and the records that say so.
    pub unmet: Vec<(usize, Vec<u32>)>,
    /// Claims that a verdict lowers, by the day of the review.
    pub disputed: Vec<Raised>,
    /// Weaknesses and lessons that came back, and are not overcome since.
    pub repeated: Vec<Repeat<'r>>,
    /// Of the current year, over all time only: criteria without evidence.
    pub unshown: Vec<usize>,
    /// Of the current year, over all time only: criteria that the member alone has evidence for, and could teach.
    pub alone: Vec<usize>,
    /// Over all time only: weaknesses that are not overcome.
    pub open: Vec<&'r Loop<'r>>,
}

impl Report<'_> {
    /// What `member` lacks in `period`, or of all time.
    pub fn missing(&self, member: usize, period: Option<Period>) -> Missing<'_> {
        let scope = Scope::Member(member);
        let records = &self.sums(scope, period).records;
        let mut missing = Missing {
            faulty: self.missed(scope, period),
            overdue: self.with_timeliness(records, Timeliness::Overdue),
            soon: self.due_soon(records),
            drifting: self.with_timeliness(records, Timeliness::Drifting),
            late: self.with_timeliness(records, Timeliness::Late),
            disputed: self.raised(records),
            repeated: self.repeats_in(Some(member), period).filter(|repeat| !self.is_overcome(repeat)).collect(),
            ..Missing::default()
        };
        if period.is_none() {
            missing.unshown = self.unshown(scope);
            let of_member = self.alone().iter().filter(|(_, only)| *only == member);
            missing.alone = of_member.map(|(criterion, _)| *criterion).collect();
            missing.open = self.open_loops(Some(member)).collect();
        }
        for criterion in 0..self.rubric().criteria.len() {
            let with = |has: fn(&Mark) -> bool| -> Vec<u32> {
                let has = |mark: &Mark| mark.counts && has(mark);
                records.iter().copied().filter(|index| has(&self.marks(*index)[criterion])).collect()
            };
            let (unclaimed, unmet) =
                (with(|mark| mark.level.is_none()), with(|mark| mark.level == Some(LevelId::Unmet)));
            let unevidenced = with(Mark::lacks_evidence);
            let counted = records.iter().filter(|index| self.marks(**index)[criterion].counts).count();
            if counted > 0 && unclaimed.len() == counted {
                missing.never_claimed.push(criterion);
            }
            missing.unevidenced.extend(Some((criterion, unevidenced)).filter(|(_, with)| !with.is_empty()));
            missing.unmet.extend(Some((criterion, unmet)).filter(|(_, with)| !with.is_empty()));
        }
        missing
    }
}
