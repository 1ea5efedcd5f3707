//! A file that is written once and never over another.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use crate::base::error::{Error, Result};

/// Writes `bytes` to a new file at `path`, whose folder is there.
///
/// # Errors
/// [`Error::Write`] when something stands there already, or the disk fails.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|source| Error::write(path, source))
}
