//! The year of the as-of date: criteria without evidence in it, and those that one member alone shows.

use super::{Report, Scope, Score};
use crate::base::period::{Date, Period, PeriodSpan};
use crate::tally::Tally;

fn year_of(date: Date) -> Period {
    Period::of(Period::month_of(date).year(), PeriodSpan::Year)
}

/// Criteria with their only member who has evidence for them in the year of `as_of`, in the order of the rubric. With
/// one member's records alone nobody stands out.
pub(super) fn alone(tally: &Tally, as_of: Date, members: usize, criteria: usize) -> Vec<(usize, usize)> {
    let year = Some(year_of(as_of));
    let sums: Vec<_> = (0..members).map(|member| tally.of(Scope::Member(member), year)).collect();
    if sums.iter().filter(|sums| !sums.records.is_empty()).count() < 2 {
        return Vec::new();
    }
    let only = |criterion: usize| {
        let mut shown = (0..members).filter(|member| sums[*member].scores[criterion].evidenced > 0);
        shown.next().filter(|_| shown.next().is_none()).map(|member| (criterion, member))
    };
    (0..criteria).filter_map(only).collect()
}

impl Report<'_> {
    /// The year of the as-of date.
    pub fn current_year(&self) -> Period {
        year_of(self.as_of())
    }

    /// Criteria that records of the current year apply to, none of them with evidence.
    pub fn unshown(&self, scope: Scope) -> Vec<usize> {
        let is_unshown = |score: &Score| score.possible() > 0 && score.evidenced == 0;
        let scores = self.sums(scope, Some(self.current_year())).scores.iter().enumerate();
        scores.filter(|(_, score)| is_unshown(score)).map(|(criterion, _)| criterion).collect()
    }

    /// Criteria that one member alone has evidence for in the current year, each with that member.
    pub fn alone(&self) -> &[(usize, usize)] {
        &self.alone
    }
}
