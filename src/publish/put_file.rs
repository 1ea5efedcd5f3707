//! A single file put in its place in one step: readers meet the old one or the new one, whole.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::new_file::write_new;
use super::signals::Watch;
use crate::base::error::{Error, Result};

/// Whether a file that stands there already may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// It stays, and nothing is written.
    Never,
    /// It was named for that.
    Named,
}

impl Replace {
    /// What a name asks for: its file may be replaced, unless it is of a kind that people write and we never make.
    pub fn named(path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if matches!(&*ending, "md" | "yaml" | "yml") { Self::Never } else { Self::Named }
    }
}

/// Puts `bytes` at `path`, whose folder is there. A signal waits until it stands there, or until nothing is left of it.
/// A device or pipe that was named is written to, and a link leads to the file that is replaced.
///
/// # Errors
/// [`Error::Exists`] when something stands there that may not be replaced, [`Error::Write`] when the disk fails; what
/// stood there then stands.
pub fn put_file(path: &Path, bytes: &[u8], replace: Replace) -> Result<()> {
    if replace == Replace::Never {
        return put_at(path, bytes, replace);
    }
    match fs::metadata(path) {
        Ok(there) if !there.is_file() && !there.is_dir() => pour(path, bytes),
        Ok(_) => put_at(&fs::canonicalize(path).map_err(|error| Error::write(path, error))?, bytes, replace),
        Err(_) => put_at(path, bytes, replace),
    }
}

/// Writes into what takes bytes and keeps no file.
fn pour(path: &Path, bytes: &[u8]) -> Result<()> {
    let poured = fs::OpenOptions::new().write(true).open(path).and_then(|mut stream| stream.write_all(bytes));
    poured.map_err(|error| Error::write(path, error))
}

fn put_at(path: &Path, bytes: &[u8], replace: Replace) -> Result<()> {
    let _watch = Watch::start();
    let beside = beside(path).ok_or_else(|| Error::write(path, io::ErrorKind::InvalidInput.into()))?;
    let written = write_new(&beside, bytes).map_err(|error| match error {
        Error::Write { source, .. } => Error::write(path, source),
        other => other,
    });
    let put = written.and_then(|()| moved(&beside, path, replace));
    if put.is_err() {
        let _ = fs::remove_file(&beside);
    }
    put
}

/// A hidden name in the same folder.
fn beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy().chars().take(40).collect::<String>();
    Some(path.with_file_name(format!(".{name}.{}.part", process::id())))
}

fn moved(from: &Path, to: &Path, replace: Replace) -> Result<()> {
    let failed = |source: io::Error| Error::write(to, source);
    if replace == Replace::Named {
        return fs::rename(from, to).map_err(failed);
    }
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::EXIST) => Err(Error::Exists(to.to_owned())),
        // Old kernels and some file systems cannot; a link in the same step can.
        Err(Errno::INVAL | Errno::NOSYS) => match fs::hard_link(from, to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::Exists(to.to_owned())),
            linked => linked.and_then(|()| fs::remove_file(from)).map_err(failed),
        },
        result => result.map_err(|errno| failed(errno.into())),
    }
}
