//! A record, a review or a rating as it stands on disk.

use super::diagnostic::Problem;

/// A task log, a review or a rating as it stands on disk: its text, or why it has none. Either way it belongs to the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// Path under the root, with `/`; letters that are not UTF-8 are replaced.
    pub path: String,
    /// The whole text, byte order mark included, or the fault that keeps it from being read.
    pub text: Result<String, Problem>,
}

/// How the name of a review ends.
pub const REVIEW_ENDING: &str = ".review.md";

/// How the file name of a rating ends.
pub const RATING_ENDING: &str = ".rating.md";

impl RecordFile {
    /// Whether it is a rating, by its name.
    pub fn is_rating(&self) -> bool {
        self.path.ends_with(RATING_ENDING)
    }

    /// Whether it is a review, by its name.
    pub fn is_review(&self) -> bool {
        self.path.ends_with(REVIEW_ENDING)
    }
}
