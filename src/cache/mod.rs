//! What earlier runs worked out, so that it need not be worked out again. Nothing depends on it: whatever is missing,
//! old, broken or somebody else's counts as not there.
//!
//! Two kinds of files stand in a folder of the user's, outside the cell: [`Drafts`], records as they were read, by
//! their content; and for every output folder what the last build knew of its pages ([`crate::publish::Known`]). Each
//! begins with what it was made by; a file of another program, another rubric or another language is not looked into.

mod drafts;
mod sealed;

pub use drafts::Drafts;

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::digest::Digest;
use crate::publish::Known;

/// Where a cell's cache is kept, and for which program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    program: Digest,
}

/// This very program, by its sources: another may write other bytes.
const PROGRAM: &str = env!("HIEUCAN_SOURCES");

impl Place {
    /// The cache in `folder`.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder, program: Digest::of(PROGRAM) }
    }

    /// The cache of the cell at `root` under the user's cache folder, if there is such a folder.
    pub fn of_user(root: &Path) -> Option<Self> {
        let root = fs::canonicalize(root).ok()?;
        Some(Self::at(user_folder()?.join("hieucan").join(Digest::of(&root).short())))
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
        let head = postcard::to_stdvec(known).map_err(io::Error::other)?;
        sealed::write(&self.pages(out), self.program, &head, &[])
    }

    fn pages(&self, out: &Path) -> PathBuf {
        let out = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
        self.folder.join(format!("pages-{}", Digest::of(&out).short()))
    }
}

/// `$XDG_CACHE_HOME`, else `~/.cache`.
fn user_folder() -> Option<PathBuf> {
    let named = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")))
}
