//! A review between its checks and its end, and the level that a verdict says.

use super::stale::Stale;
use super::{Case, Facts};
use crate::base::period::Date;
use crate::model::review::Standing;
use crate::model::rubric::LevelId;
use crate::parse::{DraftLevel, ReviewKeys};

/// A review after its checks.
pub struct Judged {
    pub(super) case: Case,
    pub(super) keys: ReviewKeys,
    /// Place among the cases of the record that it is about.
    pub(super) record: Option<usize>,
    /// Whether it stands beside a log that the audience may read, so that its name tells nothing else.
    pub(super) is_beside_log: bool,
    pub(super) standing: Standing,
    /// Whether nobody can say who put it into git.
    pub(super) is_by_stranger: bool,
    /// What a stale one is held against.
    pub(super) stale: Option<Stale>,
}

impl Judged {
    /// The day it is of, where that can be read.
    pub(super) fn on(&self) -> Option<Date> {
        self.keys.on.as_ref().and_then(|on| on.value)
    }
}

/// The level that a verdict says, where it can be read.
pub(super) fn claimed_level(level: &DraftLevel, facts: &Facts) -> Option<LevelId> {
    match level {
        DraftLevel::Written(written) => facts.rubric.read_level(&written.value),
        DraftLevel::Listed => Some(LevelId::Met),
        DraftLevel::Blank | DraftLevel::Missing => None,
    }
}
