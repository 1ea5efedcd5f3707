//! The folder in which a site is written before anyone can see it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fs::{
    AtFlags, FileType, Mode, OFlags, Timespec, Timestamps, UTIME_NOW, chmodat, fchmod, fstat, futimens, linkat,
    mkdirat, openat, statat, unlinkat,
};
use rustix::io::Errno;

use super::known::{CLOCK_STEP, FILE_MODE, Moment, State};
use super::neighbourhood::Neighbourhood;
use crate::base::error::{Error, Result};

const FOLDER_MODE: u32 = 0o755;

/// A hidden folder beside the site. Dropped before it has become the site, it is removed with all that is in it.
pub(super) struct Stage<'a> {
    around: &'a Neighbourhood<'a>,
    /// Its name beside the site.
    pub(super) name: OsString,
    folder: File,
    /// Whether the user's umask takes away rights that a web server needs.
    umask_takes: bool,
    /// The site as it stands, from which unchanged files are linked.
    standing: Option<OwnedFd>,
    is_site: bool,
}

impl<'a> Stage<'a> {
    /// Makes a stage, and removes those of dead builds.
    pub(super) fn open(around: &'a Neighbourhood<'a>) -> Result<Self> {
        let (name, folder, dead) = around.new_stage()?;
        let mut stage =
            Self { around, name, folder, umask_takes: false, standing: around.open_site()?, is_site: false };
        stage.set_rights()?;
        for dead in dead {
            // What cannot be removed is in nobody's way; every later build tries again.
            let _ = around.bury(&dead);
        }
        Ok(stage)
    }

    fn set_rights(&mut self) -> Result<()> {
        let path = self.path();
        let failed = |errno: Errno| Error::write(&path, errno.into());
        let mode = fstat(&self.folder).map_err(failed)?.st_mode;
        self.umask_takes = mode & 0o777 != FOLDER_MODE;
        if self.umask_takes {
            fchmod(&self.folder, Mode::from_raw_mode(mode & 0o7000 | FOLDER_MODE)).map_err(failed)?;
        }
        Ok(())
    }

    /// The open folder; it stays the same folder when it has become the site.
    pub(super) fn folder(&self) -> BorrowedFd<'_> {
        self.folder.as_fd()
    }

    fn path(&self) -> PathBuf {
        self.around.at(&self.name)
    }

    /// A writing failure of `path` in the site to come.
    pub(super) fn failed(&self, path: impl AsRef<Path>, errno: impl Into<io::Error>) -> Error {
        Error::write(self.path().join(path), errno.into())
    }

    /// Makes a folder and those above it, unless they stand: another thread may have been quicker.
    fn make_folder(&self, folder: &str) -> Result<()> {
        let made = match self.try_folder(folder) {
            Err(Errno::NOENT) if let Some((above, _)) = folder.rsplit_once('/') => {
                self.make_folder(above)?;
                self.try_folder(folder)
            }
            made => made,
        };
        match made {
            Ok(()) | Err(Errno::EXIST) => Ok(()),
            Err(errno) => Err(self.failed(folder, errno)),
        }
    }

    fn try_folder(&self, folder: &str) -> Result<(), Errno> {
        let mode = Mode::from_raw_mode(FOLDER_MODE);
        mkdirat(&self.folder, folder, mode)?;
        if self.umask_takes { chmodat(&self.folder, folder, mode, AtFlags::empty()) } else { Ok(()) }
    }

    /// Writes a file and the folders above it, or links the one of the standing site if that has the same bytes: it is
    /// quicker, and spares the disk. Returns the file that was written.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<Option<File>> {
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folder(folder)?;
        }
        if self.standing.as_ref().is_some_and(|site| self.link_unchanged(site, path, bytes)) {
            return Ok(None);
        }
        self.write(path, bytes).map(Some)
    }

    /// Whether the file could be linked; every reason why not is one to write it.
    fn link_unchanged(&self, site: &OwnedFd, path: &str, bytes: &[u8]) -> bool {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let Ok(file) = openat(site, path, flags, Mode::empty()) else {
            return false;
        };
        is_plain(&file, bytes.len())
            && has_bytes(file.into(), bytes).unwrap_or(false)
            && linkat(site, path, &self.folder, path, AtFlags::empty()).is_ok()
    }

    /// Links the file of the standing site if it is in this `state`; tells the state that it is in then.
    pub(super) fn link_known(&self, path: &str, state: &State) -> Result<Option<State>> {
        let Some(site) = self.standing.as_ref().filter(|site| state_in(site, path) == Some(*state)) else {
            return Ok(None);
        };
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make_folder(folder)?;
        }
        if linkat(site, path, &self.folder, path, AtFlags::empty()).is_err() {
            return Ok(None);
        }
        let linked = self.state(path).filter(|linked| linked.is_linked_to(state));
        if linked.is_none() {
            unlinkat(&self.folder, path, AtFlags::empty()).map_err(|errno| self.failed(path, errno))?;
        }
        Ok(linked)
    }

    /// The state of a file that stands here.
    pub(super) fn state(&self, path: &str) -> Option<State> {
        state_in(&self.folder, path)
    }

    /// Waits until the clock of the file system has moved on from `moment`: what anybody changes from now on is told
    /// apart by its times. Where the clock cannot be asked, as long as a step may take.
    pub(super) fn wait_until_after(&self, moment: Moment) {
        let end = Instant::now() + CLOCK_STEP;
        while Instant::now() < end && self.now().is_none_or(|now| now <= moment) {
            sleep(Duration::from_millis(1));
        }
    }

    /// The time of the file system, as it dates a change made now.
    #[allow(clippy::useless_conversion, clippy::unnecessary_cast, reason = "systems differ in the widths")]
    fn now(&self) -> Option<Moment> {
        let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
        futimens(&self.folder, &Timestamps { last_access: now, last_modification: now }).ok()?;
        let stat = fstat(&self.folder).ok()?;
        Some((stat.st_ctime as i64, stat.st_ctime_nsec as i64))
    }

    /// Writes a file whose folder has been made.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::from_raw_mode(FILE_MODE);
        let file = openat(&self.folder, path, flags, mode).map_err(|errno| self.failed(path, errno))?;
        let mut file = File::from(file);
        file.write_all(bytes).map_err(|error| self.failed(path, error))?;
        if self.umask_takes {
            fchmod(&file, mode).map_err(|errno| self.failed(path, errno))?;
        }
        Ok(file)
    }

    /// Waits until everything that was written has reached the disk.
    pub(super) fn sync(&self) -> Result<()> {
        #[cfg(target_os = "linux")]
        let synced = rustix::fs::syncfs(&self.folder);
        #[cfg(not(target_os = "linux"))]
        let synced = rustix::fs::fsync(&self.folder);
        synced.map_err(|errno| self.failed("", errno))
    }

    /// It stands where the site belongs and is a stage no more: the build that replaces it will lock it.
    pub(super) fn has_become_site(&mut self) {
        let _ = self.folder.unlock();
        self.is_site = true;
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        if !self.is_site {
            // The error that brought us here is the one to be told; the next build removes what is left.
            let _ = self.around.remove(&self.folder, &self.name);
        }
    }
}

fn state_in(folder: impl AsFd, path: &str) -> Option<State> {
    statat(folder, path, AtFlags::SYMLINK_NOFOLLOW).ok().as_ref().and_then(State::of)
}

/// The state of an open file.
pub(super) fn state_of(file: &File) -> Option<State> {
    fstat(file).ok().as_ref().and_then(State::of)
}

/// Whether `file` is what we would write: regular, of this size, with our rights.
fn is_plain(file: &OwnedFd, size: usize) -> bool {
    fstat(file).is_ok_and(|stat| {
        FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile
            && stat.st_mode & 0o7777 == FILE_MODE
            && u64::try_from(stat.st_size) == Ok(size as u64)
    })
}

fn has_bytes(mut file: File, mut bytes: &[u8]) -> io::Result<bool> {
    let mut read = [0; 16 * 1024];
    while !bytes.is_empty() {
        let read = match file.read(&mut read)? {
            0 => return Ok(false),
            length => &read[..length],
        };
        match bytes.strip_prefix(read) {
            Some(rest) => bytes = rest,
            None => return Ok(false),
        }
    }
    Ok(true)
}
