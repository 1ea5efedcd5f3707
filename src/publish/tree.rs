//! All that a folder holds, and its removal. Level by level and in parallel, so that neither the depth of a folder
//! nor the number of open files has to be known.

use std::ffi::OsStr;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, openat, statat, unlinkat};
use rustix::io::Errno;

/// What went wrong, and with which path below the folder.
pub(super) type Fault = (PathBuf, Errno);

/// Names below a folder; links and other special files count as files.
#[derive(Default)]
pub(super) struct Tree {
    /// Folders by level: those of the first are directly in the folder.
    pub(super) folders: Vec<Vec<PathBuf>>,
    /// Everything else.
    pub(super) files: Vec<PathBuf>,
}

#[derive(Default)]
struct Level {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Tree {
    /// Lists what is below `top`; folders that vanish meanwhile are not there.
    pub(super) fn list(top: BorrowedFd<'_>) -> Result<Self, Fault> {
        let mut tree = Tree::default();
        let mut here = vec![PathBuf::new()];
        while !here.is_empty() {
            let levels: Vec<Level> = here.par_iter().map(|folder| list_one(top, folder)).collect::<Result<_, _>>()?;
            here = Vec::new();
            for mut level in levels {
                here.append(&mut level.folders);
                tree.files.append(&mut level.files);
            }
            tree.folders.push(here.clone());
        }
        Ok(tree)
    }

    /// Removes exactly what is listed; what is already gone is no fault.
    pub(super) fn remove(&self, top: BorrowedFd<'_>) -> Result<(), Fault> {
        self.files.par_iter().try_for_each(|file| unlink(top, file, AtFlags::empty()))?;
        for level in self.folders.iter().rev() {
            level.par_iter().try_for_each(|folder| remove_folder(top, folder))?;
        }
        Ok(())
    }
}

fn list_one(top: BorrowedFd<'_>, folder: &Path) -> Result<Level, Fault> {
    match entries(top, folder) {
        Ok(level) => Ok(level),
        Err(Errno::NOENT) => Ok(Level::default()),
        Err(errno) => Err((folder.to_owned(), errno)),
    }
}

fn entries(top: BorrowedFd<'_>, folder: &Path) -> Result<Level, Errno> {
    let mut level = Level::default();
    for entry in Dir::new(open_folder(top, folder)?)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if matches!(name, b"." | b"..") {
            continue;
        }
        let path = folder.join(OsStr::from_bytes(name));
        let is_folder = match entry.file_type() {
            FileType::Unknown => stands_as_folder(top, &path)?,
            kind => kind == FileType::Directory,
        };
        if is_folder { level.folders.push(path) } else { level.files.push(path) }
    }
    Ok(level)
}

fn stands_as_folder(top: BorrowedFd<'_>, path: &Path) -> Result<bool, Errno> {
    let stat = statat(top, path, AtFlags::SYMLINK_NOFOLLOW)?;
    Ok(FileType::from_raw_mode(stat.st_mode) == FileType::Directory)
}

/// Opens `folder` below `top`; an empty path is `top` itself.
pub(super) fn open_folder(top: BorrowedFd<'_>, folder: &Path) -> Result<OwnedFd, Errno> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(top, folder, flags, Mode::empty())
}

/// A folder that is no longer empty is left: someone put a file there after it was listed.
fn remove_folder(top: BorrowedFd<'_>, folder: &Path) -> Result<(), Fault> {
    match unlink(top, folder, AtFlags::REMOVEDIR) {
        Err((_, Errno::NOTEMPTY | Errno::EXIST)) => Ok(()),
        removed => removed,
    }
}

fn unlink(top: BorrowedFd<'_>, path: &Path, flags: AtFlags) -> Result<(), Fault> {
    match unlinkat(top, path, flags) {
        Ok(()) | Err(Errno::NOENT) => Ok(()),
        Err(errno) => Err((path.to_owned(), errno)),
    }
}

/// Removes the folder `name` of `parent`, which is open as `top`, with all that is in it.
pub(super) fn remove_all(parent: impl AsFd, name: &OsStr, top: BorrowedFd<'_>) -> Result<(), Fault> {
    Tree::list(top)?.remove(top)?;
    unlink(parent.as_fd(), Path::new(name), AtFlags::REMOVEDIR)
}
