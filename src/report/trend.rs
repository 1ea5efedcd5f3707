//! The months that a trend shows, and what came of the records over a period.

use super::{OutcomeCounts, Report, Scope, Sums};
use crate::base::period::{Period, PeriodSpan};

/// Most months that a trend shows, the latest ones.
pub const TREND_MONTHS: usize = 12;

impl<'a> Report<'a> {
    /// The months of the calendar that the trend up to `period` shows: at most [`TREND_MONTHS`], none before the
    /// cell's first record or after its last, and none that the as-of date has not reached. Nothing when there are
    /// fewer than two, or `period` has not begun. They are the same for every member, so that trends stand side by side.
    pub fn trend_months(&self, period: Option<Period>) -> Vec<Period> {
        if period.is_some_and(|period| !self.has_begun(period)) {
            return Vec::new();
        }
        let is_month = |month: &Period| matches!(month.span(), PeriodSpan::Month(_));
        let of_cell = || self.tally.periods(Scope::Cell).filter(is_month);
        let (Some(first), Some(last)) = (of_cell().next(), of_cell().last()) else { return Vec::new() };
        let today = Period::month_of(self.as_of());
        let end = period.and_then(|period| period.months().last()).unwrap_or(last).min(last).min(today);
        let mut months: Vec<Period> = std::iter::successors(Some(end), |month| Some(month.previous()))
            .take(TREND_MONTHS)
            .take_while(|month| *month >= first)
            .collect();
        months.reverse();
        if months.len() < 2 { Vec::new() } else { months }
    }

    /// What came of each criterion on the records of `scope` over `period`, by their members' own logs.
    pub fn own_outcomes(&self, scope: Scope, period: Option<Period>) -> Vec<OutcomeCounts> {
        let mut counts = vec![OutcomeCounts::default(); self.rubric().criteria.len()];
        match (scope, period) {
            (Scope::Cell, Some(period)) => period.months().for_each(|month| self.add_month(&mut counts, month)),
            _ => self.add_records(&mut counts, self.sums(scope, period)),
        }
        counts
    }

    fn add_records(&self, counts: &mut [OutcomeCounts], sums: &Sums) {
        for record in &sums.records {
            for (count, mark) in counts.iter_mut().zip(self.marks(*record)).filter(|(_, mark)| mark.counts) {
                count.add(mark.own_outcome());
            }
        }
    }
}
