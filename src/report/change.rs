//! Parts of a whole in half points, and how they changed.

use super::Score;
use crate::base::number::permille;

/// Half points out of the most there could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Half points.
    pub points: u32,
    /// The most there could be; 0 when nothing was applicable.
    pub possible: u32,
    /// What both are divided by when they are shown.
    unit: u32,
}

impl Share {
    fn of(points: u32, score: &Score) -> Self {
        let whole = [score.claimed, score.evidenced, score.confirmed].iter().all(|points| points.is_multiple_of(2));
        Self { points, possible: score.possible(), unit: if whole { 2 } else { 1 } }
    }

    /// The part that was claimed.
    pub fn claimed(score: &Score) -> Self {
        Self::of(score.claimed, score)
    }

    /// The part that was claimed with evidence.
    pub fn evidenced(score: &Score) -> Self {
        Self::of(score.evidenced, score)
    }

    /// The part that reviewers gave.
    pub fn confirmed(score: &Score) -> Self {
        Self::of(score.confirmed, score)
    }

    /// Numerator and denominator as they are shown: in whole points where the three facts of the score are all whole,
    /// else in half points, so that figures which stand side by side have one denominator.
    pub fn shown(self) -> (u32, u32) {
        (self.points / self.unit, self.possible / self.unit)
    }

    /// How many whole quarters are reached, 0 to 4; `None` when nothing was applicable.
    pub fn quarters(self) -> Option<u32> {
        (self.possible > 0).then(|| (self.points * 4 / self.possible).min(4))
    }

    /// In tenths of a percent.
    pub fn permille(self) -> Option<u64> {
        permille(self.points.into(), self.possible.into())
    }
}

/// How the evidenced part of a criterion changed against the period before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing was applicable in the period before, or in this one.
    Unknown,
    /// The same percentage, to a tenth.
    Same,
    /// More, by so many tenths of a percentage point.
    Up(u64),
    /// Less, by so many tenths of a percentage point.
    Down(u64),
}

impl Change {
    /// The change from `before` to `now`, between the percentages as they are shown.
    pub fn between(before: &Score, now: &Score) -> Self {
        match (Share::evidenced(before).permille(), Share::evidenced(now).permille()) {
            (Some(before), Some(now)) if before < now => Self::Up(now - before),
            (Some(before), Some(now)) if before > now => Self::Down(before - now),
            (Some(_), Some(_)) => Self::Same,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(evidenced: u32, records: u32) -> Score {
        Score { records, evidenced, claimed: evidenced, ..Score::default() }
    }

    #[test]
    fn the_three_facts_of_a_score_are_shown_in_one_unit() {
        let shown = |claimed, evidenced| {
            let score = Score { records: 4, claimed, evidenced, ..Score::default() };
            (Share::claimed(&score).shown(), Share::evidenced(&score).shown())
        };
        assert_eq!(shown(8, 6), ((4, 4), (3, 4)));
        assert_eq!(shown(7, 6), ((7, 8), (6, 8)));
    }

    #[test]
    fn only_whole_quarters_count_and_nothing_applicable_is_no_zero() {
        let quarters = |evidenced, records| Share::evidenced(&score(evidenced, records)).quarters();
        assert_eq!(
            [quarters(0, 4), quarters(1, 4), quarters(2, 4), quarters(7, 4)],
            [Some(0), Some(0), Some(1), Some(3)]
        );
        assert_eq!((quarters(8, 4), quarters(0, 0)), (Some(4), None));
    }

    #[test]
    fn a_change_is_the_difference_of_the_percentages_that_are_shown() {
        assert_eq!(Change::between(&score(1, 3), &score(3, 6)), Change::Up(83));
        assert_eq!(Change::between(&score(4, 4), &score(1, 1)), Change::Same);
        assert_eq!(Change::between(&score(4, 4), &score(1, 2)), Change::Down(250));
        assert_eq!(Change::between(&score(0, 0), &score(1, 2)), Change::Unknown);
    }
}
