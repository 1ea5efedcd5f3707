//! A folder for one job, which only its user may enter and which goes when the job is over.

use std::env;
use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::process;

use crate::base::error::{Error, Result};

/// The folder of a job; removed when it is dropped.
pub(super) struct Workplace(PathBuf);

/// Names that are tried before a full folder is taken for one that refuses.
const TRIES: u32 = 100;

impl Workplace {
    /// A new folder in `base`, or among the temporary ones.
    pub(super) fn new(base: Option<PathBuf>) -> Result<Self> {
        let base = base.unwrap_or_else(env::temp_dir);
        // Chromium takes addresses only in full.
        let base = base.canonicalize().map_err(|source| Error::write(&base, source))?;
        for number in 0..TRIES {
            let path = base.join(format!("hieucan-pdf-{}-{number}", process::id()));
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(Error::write(path, source)),
            }
        }
        Err(Error::write(base, io::ErrorKind::AlreadyExists.into()))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file below it.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let path = self.0.join(path);
        let folder = path.parent().unwrap_or(&self.0);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes));
        written.map_err(|source| Error::write(path, source))
    }

    /// Whether this process is root's: what it makes is root's.
    pub(super) fn is_of_root(&self) -> bool {
        self.0.metadata().is_ok_and(|found| found.uid() == 0)
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // A browser that was stopped may still write for a moment.
        for _ in 0..TRIES {
            match fs::remove_dir_all(&self.0) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    std::thread::sleep(std::time::Duration::from_millis(20));
                }
                _ => return,
            }
        }
    }
}
