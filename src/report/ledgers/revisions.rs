//! What leaders changed in drafts, and what of it was adopted.

use super::Ledger;
use crate::report::{Report, Scope};

/// Changes by what came of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Revisions {
    /// Adopted.
    pub adopted: u32,
    /// Not adopted.
    pub refused: u32,
    /// Not said.
    pub unsaid: u32,
}

impl Revisions {
    /// All of them.
    pub fn all(self) -> u32 {
        self.adopted + self.refused + self.unsaid
    }
}

impl Report<'_> {
    /// The changes in the drafts of a member, or of the cell.
    pub fn revisions(&self, scope: Scope) -> Revisions {
        let mut counts = Revisions::default();
        for row in self.rows_of(Ledger::Revisions, scope) {
            let record = self.record(row.record);
            match record.content.revisions[row.item as usize].adopted {
                Some(true) => counts.adopted += 1,
                Some(false) => counts.refused += 1,
                None => counts.unsaid += 1,
            }
        }
        counts
    }
}
