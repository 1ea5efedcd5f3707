//! Directions received, and what was asked and answered before starting.

use super::Ledger;
use crate::report::{Report, Scope};

/// Directions of a member.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Directions {
    /// Tasks with a direction.
    pub tasks: u32,
    /// Questions asked.
    pub asked: u32,
    /// Those of them with an answer.
    pub answered: u32,
    /// Tasks without a question.
    pub unasked: u32,
}

impl Report<'_> {
    /// The directions of the member at `member`, or of the cell.
    pub fn directions(&self, scope: Scope) -> Directions {
        let mut counts = Directions::default();
        for row in self.rows_of(Ledger::Directions, scope) {
            let record = self.record(row.record);
            let asked = record.content.direction.iter().flat_map(|direction| &direction.asked);
            let before = counts.asked;
            for question in asked.filter(|asked| asked.question.is_some()) {
                counts.asked += 1;
                counts.answered += u32::from(question.answer.is_some());
            }
            counts.tasks += 1;
            counts.unasked += u32::from(counts.asked == before);
        }
        counts
    }
}
