//! Files and folders that are not ours move from the old site to the new one as links, so that they are never gone.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::fs::fchown;
use std::path::Path;

use rustix::fs::{
    AtFlags, FileType, Mode, OFlags, Stat, chmodat, fchmod, fstat, linkat, mkdirat, openat, readlinkat, statat,
    symlinkat,
};
use rustix::io::Errno;

use super::stage::Stage;
use crate::base::error::Result;

/// The site gets the rights of the folder that it replaces: an administrator may have closed it to some.
pub(super) fn keep_rights(old: &File, stage: &Stage<'_>) -> Result<()> {
    let failed = |errno| stage.failed("", errno);
    let (old, new) = (fstat(old).map_err(failed)?, fstat(stage.folder()).map_err(failed)?);
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid) {
        // Only an administrator may give a folder away; others keep the mode at least.
        let _ = fchown(stage.folder(), Some(old.st_uid), Some(old.st_gid));
    }
    fchmod(stage.folder(), permissions(&old)).map_err(failed)
}

fn permissions(stat: &Stat) -> Mode {
    Mode::from_raw_mode(stat.st_mode & 0o7777)
}

/// From the old site to the new one.
pub(super) struct Handover<'a> {
    /// The old site.
    pub(super) from: BorrowedFd<'a>,
    /// The new one.
    pub(super) to: &'a Stage<'a>,
}

impl Handover<'_> {
    /// Makes `folders` and links `files` in the new site; returns those in whose place something of ours stands.
    pub(super) fn carry(&self, folders: &[&Path], files: &[&Path]) -> Result<Vec<String>> {
        let mut in_the_way = Vec::new();
        let folders = folders.iter().map(|folder| (*folder, self.make_folder(folder)));
        let files = files.iter().map(|file| (*file, self.link(file)));
        for (path, carried) in folders.chain(files) {
            match carried {
                // What vanished since it was listed needs no place.
                Ok(()) | Err(Errno::NOENT) => {}
                Err(Errno::EXIST | Errno::NOTDIR | Errno::ISDIR) => in_the_way.push(path.display().to_string()),
                Err(errno) => return Err(self.to.failed(path, errno)),
            }
        }
        Ok(in_the_way)
    }

    /// A folder in which nothing is ours keeps its rights.
    fn make_folder(&self, folder: &Path) -> Result<(), Errno> {
        let stat = statat(self.from, folder, AtFlags::SYMLINK_NOFOLLOW)?;
        self.make_way(folder)?;
        chmodat(self.to.folder(), folder, permissions(&stat) | Mode::RWXU, AtFlags::empty())
    }

    /// Makes `folder` and those above it.
    fn make_way(&self, folder: &Path) -> Result<(), Errno> {
        let above: Vec<&Path> = folder.ancestors().filter(|folder| !folder.as_os_str().is_empty()).collect();
        for folder in above.into_iter().rev() {
            match mkdirat(self.to.folder(), folder, Mode::from_raw_mode(0o755)) {
                Err(Errno::EXIST) if self.is_folder(folder) => {}
                made => made?,
            }
        }
        Ok(())
    }

    fn is_folder(&self, path: &Path) -> bool {
        statat(self.to.folder(), path, AtFlags::SYMLINK_NOFOLLOW)
            .is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Directory)
    }

    fn link(&self, file: &Path) -> Result<(), Errno> {
        if let Some(folder) = file.parent() {
            self.make_way(folder)?;
        }
        match linkat(self.from, file, self.to.folder(), file, AtFlags::empty()) {
            Err(Errno::XDEV | Errno::PERM | Errno::MLINK | Errno::OPNOTSUPP | Errno::NOSYS) => self.copy(file),
            linked => linked,
        }
    }

    /// Where files cannot be linked they are copied.
    fn copy(&self, file: &Path) -> Result<(), Errno> {
        let stat = statat(self.from, file, AtFlags::SYMLINK_NOFOLLOW)?;
        match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile => self.copy_regular(file, &stat),
            FileType::Symlink => symlinkat(readlinkat(self.from, file, Vec::new())?, self.to.folder(), file),
            _ => Err(Errno::OPNOTSUPP),
        }
    }

    fn copy_regular(&self, file: &Path, stat: &Stat) -> Result<(), Errno> {
        let read = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let write = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut from = File::from(openat(self.from, file, read, Mode::empty())?);
        let mut to = File::from(openat(self.to.folder(), file, write, Mode::RUSR | Mode::WUSR)?);
        io::copy(&mut from, &mut to).map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
        fchmod(to.as_fd(), permissions(stat))
    }
}
