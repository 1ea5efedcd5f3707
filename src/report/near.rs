//! The periods that are offered where one without records was asked for.

use super::{Report, Scope};
use crate::base::period::Period;

/// So many are offered.
const OFFERED: usize = 3;

impl Report<'_> {
    /// The periods as long as `wanted` in which `scope` has records, those nearest to it, in order.
    pub fn periods_near(&self, scope: Scope, wanted: Period) -> Vec<Period> {
        let mut near = self.periods(scope);
        near.retain(|period| period.is_as_long_as(wanted));
        near.sort_by_key(|period| first_month(*period).abs_diff(first_month(wanted)));
        near.truncate(OFFERED);
        near.sort();
        near
    }
}

/// The number of a period's first month among all months.
fn first_month(period: Period) -> i32 {
    i32::from(period.year()) * 12 + i32::from(period.month_range().0)
}
