//! The folder around the output: its lock, and the hidden stages in it.
//!
//! The lock is a `flock` on the open folder, so it leaves no file and goes with the process that holds it. It is
//! held for moments only: while a stage is made, and while a site is exchanged. A stage is locked by its builder
//! for as long as that lives; a stage that can be locked has lost its builder.

use std::ffi::{OsStr, OsString};
use std::fs::{File, TryLockError};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustix::fs::{Dir, Mode, RenameFlags, mkdirat, renameat_with};
use rustix::io::Errno;

use super::place::Place;
use super::signals::Watch;
use super::tree::{self, open_folder};
use crate::base::error::{Error, Result};

/// How long a build waits for another to finish its exchange, which takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Ending of the old site's name between the two renames of a file system without exchange.
const OLD: &str = ".old";

/// The folder around the output folder.
pub(super) struct Neighbourhood<'a> {
    folder: File,
    path: PathBuf,
    /// Name of the output folder.
    pub(super) site: OsString,
    watch: &'a Watch,
}

/// Held while the neighbourhood is rearranged. Some network file systems lock no folders: then nothing is held, the
/// exchange is still one step, and stages of dead builds stay, for nobody can know that they are dead.
pub(super) struct Lock<'a> {
    folder: Option<&'a File>,
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        if let Some(folder) = self.folder {
            // It cannot fail on an open file; closing the folder would unlock it too.
            let _ = folder.unlock();
        }
    }
}

impl<'a> Neighbourhood<'a> {
    /// Opens the folder around `place`, and makes it when it is missing.
    pub(super) fn open(place: &Place, watch: &'a Watch) -> Result<Self> {
        let path = place.parent.clone();
        let opened = std::fs::create_dir_all(&path).and_then(|()| File::open(&path));
        match opened {
            Ok(folder) => Ok(Self { folder, path, site: place.name.clone(), watch }),
            Err(source) => Err(Error::write(path, source)),
        }
    }

    /// The open folder.
    pub(super) fn folder(&self) -> &File {
        &self.folder
    }

    /// Full path of the entry `name`.
    pub(super) fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path.join(name)
    }

    /// A writing failure of `name`.
    pub(super) fn failed(&self, name: &OsStr, errno: Errno) -> Error {
        Error::write(self.at(name), errno.into())
    }

    /// Waits for the lock.
    pub(super) fn lock(&self) -> Result<Lock<'_>> {
        let since = Instant::now();
        loop {
            match self.folder.try_lock() {
                Ok(()) => return Ok(Lock { folder: Some(&self.folder) }),
                Err(TryLockError::Error(error)) if cannot_lock_folders(&error) => return Ok(Lock { folder: None }),
                Err(TryLockError::Error(error)) => return Err(Error::write(&self.path, error)),
                Err(TryLockError::WouldBlock) if since.elapsed() > PATIENCE => {
                    return Err(Error::Locked(self.at(&self.site)));
                }
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(1)),
            }
            self.watch.go_on()?;
        }
    }

    /// Makes a fresh, hidden, locked folder beside the site, after putting right what dead builds left behind.
    /// What they left is given back for removal, which needs no lock on the neighbourhood.
    pub(super) fn new_stage(&self) -> Result<(OsString, File, Vec<Dead>)> {
        let lock = self.lock()?;
        let dead = if lock.folder.is_some() { self.recover(self.dead_stages()?)? } else { Vec::new() };
        let (name, stage) = self.make_stage()?;
        Ok((name, stage, dead))
    }

    fn make_stage(&self) -> Result<(OsString, File)> {
        loop {
            let name = self.fresh_name();
            match mkdirat(&self.folder, name.as_os_str(), Mode::from_raw_mode(0o755)) {
                Ok(()) => {
                    let stage = self.open_stage(&name).map_err(|errno| self.failed(&name, errno))?;
                    // Nobody else knows the new folder; where folders cannot be locked none of them is ever swept.
                    let _ = stage.try_lock();
                    return Ok((name, stage));
                }
                Err(Errno::EXIST) => {}
                Err(errno) => return Err(self.failed(&name, errno)),
            }
        }
    }

    /// A name that no other stage has, or ever had: another build may be about to remove one that it found dead.
    fn fresh_name(&self) -> OsString {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut name = self.prefix();
        name.push(format!("{}-{}", std::process::id(), now.as_nanos()));
        name
    }

    fn open_stage(&self, name: &OsStr) -> Result<File, Errno> {
        open_folder(self.folder.as_fd(), Path::new(name)).map(File::from)
    }

    /// How the names of stages of this site begin.
    fn prefix(&self) -> OsString {
        let mut prefix = OsString::from(".");
        prefix.push(&self.site);
        prefix.push(".hieucan-");
        prefix
    }

    /// The stages of this site whose builders are gone, locked so that no other build takes them.
    fn dead_stages(&self) -> Result<Vec<Dead>> {
        let names = self.stage_names().map_err(|errno| Error::read(&self.path, errno.into()))?;
        Ok(names.into_iter().filter_map(|name| self.take_over(name)).collect())
    }

    fn stage_names(&self) -> Result<Vec<OsString>, Errno> {
        let prefix = self.prefix();
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.folder)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name.starts_with(prefix.as_bytes()) && is_stage_number(&name[prefix.len()..]) {
                names.push(OsString::from_vec(name));
            }
        }
        names.sort();
        Ok(names)
    }

    fn take_over(&self, name: OsString) -> Option<Dead> {
        let folder = self.open_stage(&name).ok()?;
        folder.try_lock().ok()?;
        Some(Dead { name, folder })
    }

    /// Puts back the old site of a build that died between two renames.
    fn recover(&self, mut dead: Vec<Dead>) -> Result<Vec<Dead>> {
        let missing = open_folder(self.folder.as_fd(), Path::new(&self.site)).is_err_and(|e| e == Errno::NOENT);
        let old = dead.iter().position(|stage| stage.name.as_bytes().ends_with(OLD.as_bytes()));
        if let (true, Some(old)) = (missing, old) {
            let old = dead.remove(old);
            self.rename(&old.name, &self.site, RenameFlags::empty()).map_err(|e| self.failed(&self.site, e))?;
        }
        Ok(dead)
    }

    /// Renames an entry of this folder.
    pub(super) fn rename(&self, from: &OsStr, to: &OsStr, how: RenameFlags) -> Result<(), Errno> {
        renameat_with(&self.folder, from, &self.folder, to, how)
    }

    /// The name for the old site while a stage of this `name` is renamed into its place.
    pub(super) fn old_name(name: &OsStr) -> OsString {
        let mut old = name.to_owned();
        old.push(OLD);
        old
    }

    /// Removes the open `folder` of this `name` with all that is in it.
    pub(super) fn remove(&self, folder: &File, name: &OsStr) -> Result<()> {
        tree::remove_all(&self.folder, name, folder.as_fd())
            .map_err(|(path, errno)| Error::write(self.at(name).join(path), errno.into()))
    }

    /// Removes what a dead build left.
    pub(super) fn bury(&self, dead: &Dead) -> Result<()> {
        self.remove(&dead.folder, &dead.name)
    }

    /// The output folder, open, when there is one.
    pub(super) fn open_site(&self) -> Result<Option<OwnedFd>> {
        match open_folder(self.folder.as_fd(), Path::new(&self.site)) {
            Ok(folder) => Ok(Some(folder)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(self.failed(&self.site, errno)),
        }
    }
}

/// A stage without builder; the lock goes with it.
pub(super) struct Dead {
    name: OsString,
    folder: File,
}

/// Whether `rest` is what follows the prefix in the name of a stage: digits and hyphens, and perhaps [`OLD`].
fn is_stage_number(rest: &[u8]) -> bool {
    let rest = rest.strip_suffix(OLD.as_bytes()).unwrap_or(rest);
    !rest.is_empty() && rest.iter().all(|b| b.is_ascii_digit() || *b == b'-')
}

fn cannot_lock_folders(error: &io::Error) -> bool {
    let errno = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(errno, Some(Errno::BADF | Errno::NOLCK | Errno::OPNOTSUPP | Errno::INVAL | Errno::NOSYS))
}
