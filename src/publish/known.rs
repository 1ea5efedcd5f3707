//! What the last build wrote and why, so that the next one need not make it again.
//!
//! A file of the standing site is taken as it is only while the system says that nobody has touched it: the same inode,
//! size, and times of writing and of change, of which the last cannot be set by anybody.

use std::time::Duration;

use rustix::fs::{FileType, Stat};
use serde::{Deserialize, Serialize};

use super::manifest::Entry;
use crate::base::artifact::SitePath;
use crate::base::digest::Digest;

/// Rights of every file of a site.
pub(super) const FILE_MODE: u32 = 0o644;

/// A moment by the clock of a file system: seconds and nanoseconds. Such clocks move in steps; a file that is changed
/// within one step of being looked at seems untouched.
pub(super) type Moment = (i64, i64);

/// Longer than the steps of most clocks.
pub(super) const CLOCK_STEP: Duration = Duration::from_millis(20);

/// The files of a site that need not be made again, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known(Vec<(String, Standing)>);

impl Known {
    /// What is known of the file at `path` if it was made of what `key` is the fingerprint of.
    pub(super) fn find(&self, path: &SitePath, key: Option<Digest>) -> Option<&Standing> {
        let place = self.0.binary_search_by(|(known, _)| known.as_str().cmp(path.as_str())).ok()?;
        Some(&self.0[place].1).filter(|standing| Some(standing.key) == key)
    }

    /// How many files are known.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no file is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Standing)> for Known {
    fn from_iter<T: IntoIterator<Item = (String, Standing)>>(files: T) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        Self(files)
    }
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Standing {
    key: Digest,
    hash: Digest,
    /// How the system knows it.
    pub(super) state: State,
}

impl Standing {
    /// A file of this `entry`, made of what `key` is the fingerprint of.
    pub(super) fn of(entry: &Entry, key: Digest, state: State) -> Self {
        Self { key, hash: entry.hash, state }
    }

    /// The same file in another state.
    pub(super) fn now(&self, state: State) -> Self {
        Self { state, ..self.clone() }
    }

    /// Its line of the manifest.
    pub(super) fn entry(&self, path: &SitePath) -> Entry {
        Entry { path: path.as_str().to_owned(), size: self.state.size, hash: self.hash }
    }
}

/// What the system says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    inode: u64,
    size: u64,
    written: Moment,
    changed: Moment,
}

impl State {
    /// The state of a file as we write it; nothing for any other, and where the clock is too coarse to tell changes.
    pub(super) fn of(stat: &Stat) -> Option<Self> {
        let is_ours =
            FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile && stat.st_mode & 0o7777 == FILE_MODE;
        #[allow(clippy::useless_conversion, clippy::unnecessary_cast, reason = "systems differ in the widths")]
        let state = Self {
            inode: stat.st_ino as u64,
            size: u64::try_from(stat.st_size).unwrap_or_default(),
            written: (stat.st_mtime as i64, stat.st_mtime_nsec as i64),
            changed: (stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        };
        (is_ours && (state.written.1, state.changed.1) != (0, 0)).then_some(state)
    }

    /// When the file was last written or linked, or its rights set.
    pub(super) fn changed(&self) -> Moment {
        self.changed
    }

    /// Whether it is the same file with the same content; a further link to it changes the time of change.
    pub(super) fn is_linked_to(&self, other: &Self) -> bool {
        Self { changed: other.changed, ..*self } == *other
    }
}
