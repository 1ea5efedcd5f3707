//! What earlier runs worked out, so that it need not be worked out again. Nothing depends on it: whatever is missing,
//! old, broken or somebody else's counts as not there.
//!
//! Two files for every output folder stand in a folder of the user's, outside the cell: [`Pieces`] of work that the
//! planning of its site takes up again, and what the last build knew of its pages ([`crate::publish::Known`]). Each begins
//! with what it was made by; a file of another program is not looked into.

mod pieces;
mod sealed;

pub use pieces::Pieces;
use sealed::Others;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use crate::base::digest::Digest;
use crate::publish::Known;

/// Where a cell's cache is kept, and for which program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    program: Digest,
    /// The cell, for a folder that was chosen by it.
    root: Option<PathBuf>,
}

impl Place {
    /// Whose files may stand in the folder: one that the user named may hold others too.
    fn others(&self) -> Others {
        if self.root.is_some() { Others::None } else { Others::Some }
    }
}

/// This very program, by its sources: another may write other bytes.
const PROGRAM: &str = env!("HIEUCAN_SOURCES");

impl Place {
    /// The cache in `folder`.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder, program: Digest::of(PROGRAM), root: None }
    }

    /// The cache of the cell at `root` under the user's cache folder, if there is such a folder.
    pub fn of_user(root: &Path) -> Option<Self> {
        let root = fs::canonicalize(root).ok()?;
        let place = Self::at(user_folder()?.join("hieucan").join(Digest::of(&root).short()));
        Some(Self { root: Some(root), ..place })
    }

    /// The same as another program would see it.
    #[must_use]
    pub fn seen_by(self, program: &str) -> Self {
        Self { program: Digest::of(program), ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the last build knew of the site in `out`; nothing when it cannot be used.
    pub fn known(&self, out: &Path) -> Known {
        let file = sealed::read(&self.pages(out), self.program);
        file.and_then(|file| postcard::from_bytes(file.head()).ok()).unwrap_or_default()
    }

    /// Keeps what is `known` of the site in `out`.
    ///
    /// # Errors
    /// When it cannot be written; nothing is lost by that but time.
    pub fn keep(&self, out: &Path, known: &Known) -> io::Result<()> {
        let room = Vec::with_capacity(known.len() * USUAL);
        let head = postcard::to_extend(known, room).map_err(io::Error::other)?;
        sealed::write(&self.pages(out), self.program, &head, self.others())?;
        self.root.as_ref().map_or(Ok(()), |root| {
            fs::write(self.folder.join(ROOT), root.as_os_str().as_bytes())?;
            self.folder.parent().into_iter().for_each(sweep);
            Ok(())
        })
    }

    /// What the planning of the site in `out` may take up again.
    pub fn pieces(&self, out: &Path) -> Pieces {
        Pieces::open(self, self.file("pieces", out), self.program)
    }

    fn pages(&self, out: &Path) -> PathBuf {
        self.file("pages", out)
    }

    fn file(&self, kind: &str, out: &Path) -> PathBuf {
        // The folder itself may not be there yet.
        let above = out.parent().and_then(|above| fs::canonicalize(above).ok()).zip(out.file_name());
        let out = above.map_or_else(|| out.to_owned(), |(above, name)| above.join(name));
        self.folder.join(format!("{kind}-{}", Digest::of(&out).short()))
    }
}

/// Bytes that few files of a site exceed in what is known of them.
const USUAL: usize = 224;

/// Names the cell that a folder of the user's belongs to.
const ROOT: &str = "root";

/// Removes the caches under `folder` whose cells are gone.
fn sweep(folder: &Path) {
    let inside = fs::read_dir(folder).into_iter().flatten().flatten();
    for cache in inside.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        let Ok(root) = fs::read(cache.path().join(ROOT)) else { continue };
        let gone = fs::symlink_metadata(OsStr::from_bytes(&root)).is_err_and(|e| e.kind() == io::ErrorKind::NotFound);
        if gone {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_dir_all(cache.path());
        }
    }
}

/// `$XDG_CACHE_HOME`, else `~/.cache`.
fn user_folder() -> Option<PathBuf> {
    let named = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")))
}
