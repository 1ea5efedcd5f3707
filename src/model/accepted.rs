//! Known problems that the cell accepts until a day, as `accepted.yaml` lists them.

use crate::base::diagnostic::{Code, Problem};
use crate::base::period::Date;

/// A problem that is accepted.
#[derive(Debug, Clone)]
pub struct Gap {
    /// What kind of problem.
    pub code: Code,
    /// Id of the record, or path of the file.
    pub record: String,
    /// Why it is accepted.
    pub reason: String,
    /// Name of the member who sees to it.
    pub owner: String,
    /// The last day on which it is accepted.
    pub until: Date,
    /// What is said of the entry when there is no such problem.
    pub unused: Problem,
    /// What is said of it when its day has passed and the problem is still there.
    pub expired: Problem,
}
