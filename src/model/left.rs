//! Records that have left a period since it was closed.

use super::history::Commit;
use crate::base::period::Period;

/// A record that counted in a month of a period on the day on which that was closed, and does not count in that month
/// any more.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Left {
    /// The period that was closed.
    pub closed: Period,
    /// The month in which it counted then.
    pub month: Period,
    /// The month in which it counts now, if it does.
    pub to: Option<Period>,
    /// What it was called then.
    pub title: String,
    /// Whose it was.
    pub member: Option<usize>,
    /// The latest commit that changed it; nothing when what became of it is not committed yet.
    pub last: Option<Commit>,
    /// What became of it.
    pub now: Now,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Now {
    /// It is not there any more.
    Gone,
    /// It is the record at this place of the logbook, which counts elsewhere or nowhere.
    Record(u32),
    /// It is the record with errors at this place.
    Faulty(usize),
}
