//! What a member lacks next, each with the rule behind it.

use super::{Mark, Outcome, Report, Scope, Timeliness};
use crate::base::period::Period;

/// So many records of one kind are named; of the rest only the number.
pub const FIRST_SHOWN: usize = 5;

/// Something a member can do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing<'r> {
    /// Records with errors, which enter no figure: their number.
    Faulty(usize),
    /// An open task past its due date.
    Overdue(u32),
    /// An open task without a progress entry for 30 days.
    Drifting(u32),
    /// A task done late without a confirmed excuse.
    Late(u32),
    /// Claims of a criterion without evidence.
    Unevidenced {
        /// Place of the criterion in the rubric.
        criterion: usize,
        /// The records, in logbook order.
        records: Vec<u32>,
    },
    /// A criterion that no record claims at any level, although all could.
    NeverClaimed {
        /// Place of the criterion in the rubric.
        criterion: usize,
        /// How many records say nothing of it.
        records: u32,
    },
    /// A criterion that was not met by the member's own word.
    Unmet {
        /// Place of the criterion in the rubric.
        criterion: usize,
        /// The records, in logbook order.
        records: Vec<u32>,
    },
    /// A weakness or lesson that came back.
    Repeated {
        /// Its tag.
        tag: &'r str,
        /// The records, earliest first.
        records: &'r [u32],
    },
}

impl Report<'_> {
    /// What `member` lacks in `period`, or of all time: faults first, then time, then criteria in the rubric's order.
    pub fn missing(&self, member: usize, period: Option<Period>) -> Vec<Missing<'_>> {
        let scope = Scope::Member(member);
        let records = &self.sums(scope, period).records;
        let faulty = self.missed(scope, period);
        let mut missing = Vec::new();
        missing.extend((faulty > 0).then_some(Missing::Faulty(faulty)));
        missing.extend(self.with_timeliness(records, Timeliness::Overdue).into_iter().map(Missing::Overdue));
        missing.extend(self.with_timeliness(records, Timeliness::Drifting).into_iter().map(Missing::Drifting));
        missing.extend(self.with_timeliness(records, Timeliness::Late).into_iter().map(Missing::Late));
        for criterion in 0..self.rubric().criteria.len() {
            missing.extend(self.missing_of(criterion, records));
        }
        let repeats = self.repeats_in(Some(member), period);
        missing.extend(repeats.map(|repeat| Missing::Repeated { tag: repeat.tag, records: &repeat.records }));
        missing
    }

    fn missing_of(&self, criterion: usize, records: &[u32]) -> Vec<Missing<'static>> {
        let with = |outcome: Outcome| -> Vec<u32> {
            let has = |mark: &Mark| mark.counts && mark.outcome == outcome;
            records.iter().copied().filter(|index| has(&self.marks(*index)[criterion])).collect()
        };
        let counted = records.iter().filter(|index| self.marks(**index)[criterion].counts).count();
        let (claimed, unmet, unclaimed) = (with(Outcome::Claimed), with(Outcome::Unmet), with(Outcome::Unclaimed));
        let never = counted > 0 && unclaimed.len() == counted;
        let unevidenced = (!claimed.is_empty()).then_some(Missing::Unevidenced { criterion, records: claimed });
        let never_claimed = never.then_some(Missing::NeverClaimed { criterion, records: counted as u32 });
        let unmet = (!unmet.is_empty()).then_some(Missing::Unmet { criterion, records: unmet });
        [unevidenced, never_claimed, unmet].into_iter().flatten().collect()
    }
}
