//! Ratings that people decided, where they belong.

use super::{Period, Rater, Rating, Report};

/// What share of the members who were rated in a period reached the highest level, on both bases in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopShare {
    /// Members at the highest level.
    pub top: u32,
    /// Members at one of the two highest levels.
    pub good: u32,
    /// Members who were rated.
    pub all: u32,
}

impl<'a> Report<'a> {
    /// The ratings of a member (nobody: of the cell) in `period`, or of all time, the latest period first.
    pub fn ratings(&self, member: Option<usize>, period: Option<Period>) -> Vec<&'a Rating> {
        let of = |rating: &&Rating| rating.member == member && period.is_none_or(|period| rating.period == period);
        let mut found: Vec<&Rating> = self.logbook.ratings.iter().filter(of).collect();
        found.sort_by_key(|rating| (std::cmp::Reverse(rating.period), rating.rater, rating.on));
        found
    }

    /// The words for levels, the highest first.
    pub fn rating_words(&self) -> &'a [String] {
        &self.logbook.settings.ratings
    }

    /// The share of the highest level among the members rated in `period`; the superior's rating goes before the
    /// cell's. Nothing when no member was rated.
    pub fn top_share(&self, period: Period) -> Option<TopShare> {
        let decided = |member| {
            let mut ratings = self.ratings(Some(member), Some(period));
            ratings.sort_by_key(|rating| (rating.rater == Rater::Superior, rating.on));
            ratings.last().map(|rating| rating.level)
        };
        let levels: Vec<usize> = (0..self.members().len()).filter_map(decided).collect();
        let up_to = |level| levels.iter().filter(|of| **of <= level).count() as u32;
        (!levels.is_empty()).then(|| TopShare { top: up_to(0), good: up_to(1), all: levels.len() as u32 })
    }
}
