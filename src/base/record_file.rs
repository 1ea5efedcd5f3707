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

/// Whether the file at `path`, under the root, is read as a task log, by its name and the folders that it is in.
pub fn is_log(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_other = [REVIEW_ENDING, RATING_ENDING].iter().any(|ending| name.ends_with(ending));
    is_record(name.as_bytes()) && !is_other && !path.split('/').any(|part| is_skipped(part.as_bytes()))
}

/// Whether a file of this name is a task log, a review or a rating: `*.md`, but no `README.md`.
pub fn is_record(name: &[u8]) -> bool {
    name.ends_with(b".md") && name != b"README.md"
}

/// Whether a file or folder of this name is passed over.
pub fn is_skipped(name: &[u8]) -> bool {
    matches!(name.first(), Some(b'.' | b'#'))
}

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
