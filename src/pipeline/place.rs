//! Where a single file that is asked for may go.

use std::path::Path;

use crate::base::error::Result;
use crate::config::Config;
use crate::publish::{FileTarget, check_file};

/// Refuses to write over what people write in the cell; `usual` is the name of the file when nobody names it.
///
/// # Errors
/// As [`check_file`].
pub fn check_place(config: &Config, out: &Path, usual: &str) -> Result<()> {
    let rubric = config.settings.rubric.as_ref().map(|path| path.value.as_str());
    let offered = config.root.join(usual);
    let offered = offered.strip_prefix(".").unwrap_or(&offered);
    check_file(&FileTarget { root: &config.root, rubric, out, offered })
}
