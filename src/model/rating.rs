//! A rating that people decided: written down and shown, never computed.

use super::body::Body;
use super::member::Person;
use super::review::Rater;
use crate::base::period::{Date, Period};

/// What a member or the cell was rated in a period.
#[derive(Debug, Clone, Hash)]
pub struct Rating {
    /// Path under the root.
    pub path: String,
    /// Place of the member in the roster; nothing for the cell as a whole.
    pub member: Option<usize>,
    /// The period.
    pub period: Period,
    /// Place of the level among the words that the cell declares, the highest first.
    pub level: usize,
    /// Who decided it, or wrote the decision down.
    pub by: Person,
    /// For whom.
    pub rater: Rater,
    /// The day it was decided on.
    pub on: Date,
    /// The votes for it and of how many, when there was a vote.
    pub votes: Option<(u32, u32)>,
    /// The reasons given.
    pub body: Body,
}
