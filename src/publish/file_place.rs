//! Where a single file goes, and the places that are refused: what people write is no place for figures.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::place::source_of;
use super::put_file::Replace;
use crate::base::error::{Error, Result};

/// Where a single file goes.
#[derive(Debug, Clone, Copy)]
pub struct FileTarget<'p> {
    /// The cell's root folder.
    pub root: &'p Path,
    /// The rubric of the cell under the root, when the settings name one.
    pub rubric: Option<&'p str>,
    /// The file.
    pub out: &'p Path,
    /// A place that would do, to be offered.
    pub offered: &'p Path,
}

/// Refuses a place for a file that must not be written to, whatever links, `..` or letter case lead there.
///
/// # Errors
/// [`Error::RefusedFile`] with the reason: `file-in-sources`, `file-hidden`, `file-is-folder` or `file-of-people`;
/// [`Error::NoFolder`] when the folder for it is not there.
pub fn check_file(target: &FileTarget<'_>) -> Result<()> {
    let FileTarget { out, offered, .. } = *target;
    let refused =
        |(reason, found)| Error::RefusedFile { path: out.to_owned(), reason, found, offered: offered.to_owned() };
    if let Some(why) = places(out).iter().find_map(|place| why_refused(target, place)) {
        return Err(refused(why));
    }
    if out.is_dir() {
        return Err(refused(("file-is-folder", String::new())));
    }
    if out.symlink_metadata().is_ok() && Replace::named(out) == Replace::Never {
        return Err(refused(("file-of-people", String::new())));
    }
    match out.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.exists() => {
            Err(Error::NoFolder { file: out.to_owned(), folder: folder.to_owned() })
        }
        _ => Ok(()),
    }
}

/// The full paths that are written to when `out` is: itself in its real folder, and the file that it leads to if it is
/// a link.
fn places(out: &Path) -> Vec<PathBuf> {
    let whole = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let there = whole.ancestors().skip(1).find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let own = there.and_then(|(above, real)| Some(real.join(whole.strip_prefix(above).ok()?)));
    own.into_iter().chain(fs::canonicalize(out)).collect()
}

/// The reason to refuse this full path, with what was found there.
fn why_refused(target: &FileTarget<'_>, place: &Path) -> Option<(&'static str, String)> {
    let root = fs::canonicalize(target.root).unwrap_or_else(|_| target.root.to_owned());
    if let Some(source) = source_of(place, &root, target.rubric) {
        return Some(("file-in-sources", source));
    }
    let below = place.strip_prefix(&root).unwrap_or(Path::new(place.file_name().unwrap_or_default()));
    let hidden = below.components().find(is_hidden)?;
    Some(("file-hidden", hidden.as_os_str().display().to_string()))
}

/// Whether a name begins with a dot: what git, its servers and editors keep.
fn is_hidden(part: &Component<'_>) -> bool {
    matches!(part, Component::Normal(name) if OsStr::as_encoded_bytes(name).starts_with(b"."))
}
