//! Prints a page to a PDF file with a Chromium that is installed, and leaves nothing else behind.
//!
//! 1. A Chromium is sought, and the place of the file looked at before anything is made.
//! 2. The page and its styles go into a folder of their own among the system's temporary ones.
//! 3. Chromium prints it there, in a profile of its own, without network, within a time.
//! 4. The file is put in its place in one step; the folder is removed, whatever came of it.

mod chromium;
mod workplace;

use std::path::{Path, PathBuf};

use crate::base::artifact::SitePath;
use crate::base::error::{Error, Result};
use crate::publish::{Watch, put_file};

pub use crate::publish::Replace;
pub use chromium::NAMED_BY;

use self::chromium::Chromium;
use self::workplace::Workplace;

/// What is printed: a page among files that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Where the page stands among the files.
    pub page: SitePath,
    /// Every file.
    pub files: Vec<(SitePath, Vec<u8>)>,
    /// The file to write.
    pub out: PathBuf,
    /// Whether a file that stands there may be replaced.
    pub replace: Replace,
}

/// The Chromium that would print.
///
/// # Errors
/// [`Error::NoBrowser`] when none is installed, or not the one that the environment names.
pub fn browser() -> Result<PathBuf> {
    Chromium::installed().map(|chromium| chromium.program().to_owned())
}

/// Prints `job`.
///
/// # Errors
/// [`Error::NoBrowser`] when no Chromium is installed, [`Error::Exists`] when a file stands in the way,
/// [`Error::NotPrinted`] or [`Error::PrintedNothing`] when Chromium does not print, [`Error::Write`] when the disk refuses.
pub fn print(job: &Job) -> Result<()> {
    if job.replace == Replace::Never && job.out.symlink_metadata().is_ok() {
        return Err(Error::Exists(job.out.clone()));
    }
    let watch = Watch::start();
    let chromium = Chromium::installed()?;
    let workplace = Workplace::new(chromium.base())?;
    for (path, bytes) in &job.files {
        workplace.write(path.as_str(), bytes)?;
    }
    let printed = workplace.path().join("paper.pdf");
    chromium.print(&workplace, &workplace.path().join(job.page.as_str()), &printed, &watch)?;
    let bytes = std::fs::read(&printed).map_err(|source| Error::read(&printed, source))?;
    if !is_whole(&bytes) {
        return Err(Error::PrintedNothing { program: chromium.program().to_owned(), status: 0 });
    }
    put_file(&job.out, &bytes, job.replace)
}

/// Whether these are the bytes of a PDF file up to its end.
fn is_whole(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(32)..];
    bytes.starts_with(b"%PDF-") && tail.windows(5).any(|window| window == b"%%EOF")
}

/// The full path of `out` for messages.
pub fn shown(out: &Path) -> PathBuf {
    std::path::absolute(out).unwrap_or_else(|_| out.to_owned())
}

#[cfg(test)]
mod tests;
