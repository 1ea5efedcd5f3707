//! Where a period stands on the as-of date: to come, running or over.

use super::{Report, first_day, last_day};
use crate::base::period::Period;

/// Where a period stands on the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// It begins later: what counts in it is open work that is due in it, and no result yet.
    Ahead,
    /// It has begun, and days of it are to come.
    Running,
    /// The as-of date is its last day, or later.
    Over,
}

impl Report<'_> {
    /// Where `period` stands on the as-of date.
    pub fn course(&self, period: Period) -> Course {
        match self.as_of() {
            as_of if as_of < first_day(period) => Course::Ahead,
            as_of if as_of < last_day(period) => Course::Running,
            _ => Course::Over,
        }
    }

    /// Whether there can be results of `period` yet.
    pub fn has_begun(&self, period: Period) -> bool {
        self.course(period) != Course::Ahead
    }
}
