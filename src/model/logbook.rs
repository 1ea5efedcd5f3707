//! The logbook: everything that is true of a cell on the as-of date, for one audience.

use std::collections::HashMap;

use super::attachment::Attachments;
use super::audience::Audience;
use super::history::History;
use super::left::Left;
use super::member::Roster;
use super::rating::Rating;
use super::record::{FaultyRecord, Record};
use super::review::Reviewed;
use super::rubric::Rubric;
use super::settings::Settings;
use crate::base::diagnostic::Problem;
use crate::base::period::{Date, Period};

/// Records that were checked, with all that is needed to read them. It holds only what its audience may see.
#[derive(Debug, Clone)]
pub struct Logbook {
    /// What `hieucan.yaml` says.
    pub settings: Settings,
    /// The criteria.
    pub rubric: Rubric,
    /// The day on which everything is looked at.
    pub as_of: Date,
    /// Records without errors, by path.
    pub records: Vec<Record>,
    /// Records with errors, by path.
    pub faulty: Vec<FaultyRecord>,
    /// Ratings that people decided, without errors, by path.
    pub ratings: Vec<Rating>,
    /// Evidence files and images that the records name.
    pub attachments: Attachments,
    /// What git knows of the records.
    pub history: History,
    /// What stale reviews found, as far as git keeps it, by their paths; readers from outside are told nothing.
    pub reviewed: HashMap<String, Reviewed>,
    /// Records that have left their month in a closed period, as far as git keeps them, by the settings' order of periods and by path;
    /// readers from outside are told nothing.
    pub left: Vec<Left>,
    /// Every problem this audience may know of, by path and place.
    pub problems: Vec<Problem>,
    /// How many records are withheld from this audience.
    pub withheld: usize,
    /// Who it is for. Those outside the cell meet members by initials and number.
    pub audience: Audience,
}

impl Logbook {
    /// The roster.
    pub fn roster(&self) -> &Roster {
        &self.settings.roster
    }

    /// How many faulty records a total of `member` (or of the cell) over `period` (or over all time) would miss:
    /// those that their readable fields do not rule out.
    pub fn missed(&self, member: Option<usize>, period: Option<Period>) -> usize {
        self.faulty.iter().filter(|record| record.may_count(member, period)).count()
    }
}

impl FaultyRecord {
    /// Whether it might have entered the total of `member` (or of the cell) over `period` (or over all time).
    pub fn may_count(&self, member: Option<usize>, period: Option<Period>) -> bool {
        let for_member = member.is_none() || member == self.member;
        let in_period = match (period, self.month) {
            (Some(period), Some(month)) => period.contains(month),
            _ => true,
        };
        !self.cancelled && for_member && in_period
    }
}
