//! Reads the disk: settings, rubric, records, template overrides, and later the files that records name.

use std::path::PathBuf;

use crate::base::diagnostic::Problem;
use crate::base::source::Source;

/// The cell as it stands on disk, read once.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The cell's root folder.
    pub root: PathBuf,
    /// The rubric of the cell, when it has one of its own.
    pub rubric: Option<Source>,
    /// Task logs, by path.
    pub records: Vec<Source>,
    /// Files and folders that could not be taken as records, each with the reason.
    pub findings: Vec<Problem>,
    /// Template overrides: name under `templates/` and text, by name.
    pub templates: Vec<Source>,
}
