//! Strong and weak criteria, by a rule that the pages say.

use super::{Report, Share, Sums};

/// A criterion is strong from this part of evidenced half points on, in percent.
pub const STRONG_FROM: u32 = 75;

/// A criterion is weak below this part of evidenced half points, in percent.
pub const WEAK_BELOW: u32 = 50;

/// Places of criteria in the rubric, in its order; nothing is ranked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Points {
    /// Evidenced to at least [`STRONG_FROM`] percent.
    pub strong: Vec<usize>,
    /// Evidenced to less than [`WEAK_BELOW`] percent.
    pub weak: Vec<usize>,
    /// Applicable, and claimed at no level.
    pub unclaimed: Vec<usize>,
}

impl Report<'_> {
    /// The strong and the weak criteria of `sums`, and those that were never claimed, which are neither: what is not said
    /// is not a weakness. One that nothing was applicable to is in no list.
    pub fn points(&self, sums: &Sums) -> Points {
        let mut points = Points::default();
        for (criterion, score) in sums.scores.iter().enumerate() {
            let Share { points: reached, possible, .. } = Share::evidenced(score);
            if possible == 0 {
                continue;
            }
            if score.met + score.partial + score.unmet == 0 {
                points.unclaimed.push(criterion);
            } else if reached * 100 >= possible * STRONG_FROM {
                points.strong.push(criterion);
            } else if reached * 100 < possible * WEAK_BELOW {
                points.weak.push(criterion);
            }
        }
        points
    }
}
