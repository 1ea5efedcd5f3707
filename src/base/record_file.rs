//! A record as it stands on disk.

use super::diagnostic::Problem;

/// A task log as it stands on disk: its text, or why it has none. Either way it is a record of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// Path under the root, with `/`; letters that are not UTF-8 are replaced.
    pub path: String,
    /// The whole text, byte order mark included, or the fault that keeps it from being read.
    pub text: Result<String, Problem>,
}
