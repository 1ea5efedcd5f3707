//! The year of the as-of date: criteria without evidence in it, and those that one member alone shows.

use super::{Report, Scope, Score, first_day};
use crate::base::period::{Date, Period, PeriodSpan};
use crate::model::rubric::Criterion;
use crate::tally::Tally;

fn year_of(date: Date) -> Period {
    Period::of(Period::month_of(date).year(), PeriodSpan::Year)
}

/// Criteria in force with their only member who has evidence for them in the year of `as_of`, in the order of the rubric. With
/// one member's records alone nobody stands out.
pub(super) fn alone(tally: &Tally, as_of: Date, members: usize, criteria: &[Criterion]) -> Vec<(usize, usize)> {
    let year = Some(year_of(as_of));
    let sums: Vec<_> = (0..members).map(|member| tally.of(Scope::Member(member), year)).collect();
    if sums.iter().filter(|sums| !sums.records.is_empty()).count() < 2 {
        return Vec::new();
    }
    let only = |criterion: usize| {
        let mut shown = (0..members).filter(|member| sums[*member].scores[criterion].evidenced > 0);
        shown.next().filter(|_| shown.next().is_none()).map(|member| (criterion, member))
    };
    (0..criteria.len()).filter(|criterion| criteria[*criterion].counts_on(as_of)).filter_map(only).collect()
}

impl Report<'_> {
    /// The year of the as-of date.
    pub fn current_year(&self) -> Period {
        year_of(self.as_of())
    }

    /// Criteria in force that records of the current year apply to, none of them with evidence.
    pub fn unshown(&self, scope: Scope) -> Vec<usize> {
        let is_unshown = |score: &Score| score.possible() > 0 && score.evidenced == 0;
        let scores = self.sums(scope, Some(self.current_year())).scores.iter().enumerate();
        let unshown = scores.filter(|(_, score)| is_unshown(score)).map(|(criterion, _)| criterion);
        unshown.filter(|criterion| self.rubric().criteria[*criterion].counts_on(self.as_of())).collect()
    }

    /// Whether a criterion still counts when `period` is over, as far as the as-of date knows: only then is there anything
    /// to do about it in the time to come.
    pub fn counts_after(&self, criterion: usize, period: Period) -> bool {
        self.rubric().criteria[criterion].counts_on(first_day(period.next()).max(self.as_of()))
    }

    /// Criteria that one member alone has evidence for in the current year, each with that member.
    pub fn alone(&self) -> &[(usize, usize)] {
        &self.alone
    }
}
