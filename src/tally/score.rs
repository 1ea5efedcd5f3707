//! What is counted for one criterion, and how tasks kept to their time. Both are sums, so they add up.

use std::ops::{Add, AddAssign};

use crate::model::record::{Claim, Kind, Outcome, Record, Timeliness};
use crate::model::rubric::LevelId;

/// Counts of one criterion: records in the first six and the last two, half points in between.
///
/// `claimed`, `evidenced` and `confirmed` are three facts and never merge.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, Hash)]
pub struct Score {
    /// Records counted.
    pub records: u32,
    /// Records to which the criterion does not apply.
    pub na: u32,
    /// Records that claim nothing.
    pub unclaimed: u32,
    /// Records that say it was not met.
    pub unmet: u32,
    /// Records that claim it in part.
    pub partial: u32,
    /// Records that claim it in full.
    pub met: u32,
    /// Half points claimed (met 2, partial 1).
    pub claimed: u32,
    /// Half points of those claims that have evidence.
    pub evidenced: u32,
    /// Half points given by valid verdicts.
    pub confirmed: u32,
    /// Records whose verdict is below the claim.
    pub disputed: u32,
    /// Records whose verdict is stale.
    pub stale: u32,
}

impl Score {
    /// The score of one claim.
    pub fn of(claim: &Claim) -> Self {
        let outcome = claim.outcome();
        let is = |level| u32::from(claim.level == Some(level));
        Self {
            records: 1,
            na: is(LevelId::Na),
            unclaimed: u32::from(claim.level.is_none()),
            unmet: is(LevelId::Unmet),
            partial: is(LevelId::Partial),
            met: is(LevelId::Met),
            claimed: claim.points(),
            evidenced: claim.evidenced_points(),
            confirmed: claim.confirmed_points(),
            disputed: u32::from(outcome == Outcome::Disputed),
            stale: u32::from(outcome == Outcome::Stale),
        }
    }

    /// Records to which the criterion applies: records − na.
    pub fn applicable(&self) -> u32 {
        self.records - self.na
    }

    /// The most half points there could be: N = 2 × applicable.
    pub fn possible(&self) -> u32 {
        2 * self.applicable()
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.records += other.records;
        self.na += other.na;
        self.unclaimed += other.unclaimed;
        self.unmet += other.unmet;
        self.partial += other.partial;
        self.met += other.met;
        self.claimed += other.claimed;
        self.evidenced += other.evidenced;
        self.confirmed += other.confirmed;
        self.disputed += other.disputed;
        self.stale += other.stale;
    }
}

impl Add for Score {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

/// How many tasks were planned or arose, and how they kept to their time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Timing {
    /// Tasks by [`Timeliness`], in the order of [`Timeliness::ALL`].
    pub by_timeliness: [u32; 7],
    /// Planned tasks.
    pub planned: u32,
    /// Tasks that arose.
    pub arising: u32,
    /// All tasks.
    pub tasks: u32,
}

impl Timing {
    /// The counts of one record.
    pub fn of(record: &Record) -> Self {
        let mut by_timeliness = [0; 7];
        by_timeliness[record.timeliness as usize] = 1;
        let is = |kind| u32::from(record.kind == Some(kind));
        Self { by_timeliness, planned: is(Kind::Planned), arising: is(Kind::Arising), tasks: 1 }
    }

    /// How many tasks were `timeliness`.
    pub fn count(&self, timeliness: Timeliness) -> u32 {
        self.by_timeliness[timeliness as usize]
    }
}

impl AddAssign for Timing {
    fn add_assign(&mut self, other: Self) {
        for (mine, theirs) in self.by_timeliness.iter_mut().zip(other.by_timeliness) {
            *mine += theirs;
        }
        self.planned += other.planned;
        self.arising += other.arising;
        self.tasks += other.tasks;
    }
}
