//! Opening a file under the root without following a link anywhere on the way, and reading it once.
//!
//! The kernel does it in one call (`openat2`); where it has none every folder on the way is opened and looked at in
//! turn. A FIFO is opened without waiting for its writer, and nothing is read before the open file is known to be a
//! regular one.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FileType, Mode, OFlags, Stat, fstat, openat};
use rustix::io::Errno;

use crate::base::error::{Error, Result};

/// How often a file that changes under the reader is read anew before the build gives up.
const ATTEMPTS: usize = 5;

/// Why a path is not read although the disk is sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Nothing stands there.
    Missing,
    /// A link, or a path that passes through one.
    Link,
    /// Something that is no regular file; the word is [`special_kind`]'s.
    Special(&'static str),
    /// A name or path longer than the system takes.
    NameTooLong,
}

/// What was read.
#[derive(Debug)]
pub(super) enum Content {
    /// The whole file.
    Bytes(Vec<u8>),
    /// More bytes than were asked for: its size.
    TooLarge(u64),
    /// Not a file to be read.
    Refused(Refusal),
}

/// The cell's root, open, so that all paths are looked up from one and the same folder.
pub(super) struct Root {
    path: PathBuf,
    folder: OwnedFd,
}

impl Root {
    /// Opens the folder `path`.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        match openat(CWD, path, flags, Mode::empty()) {
            Ok(folder) => Ok(Self { path: path.to_owned(), folder }),
            Err(Errno::NOENT | Errno::NOTDIR) => Err(Error::NoRoot(path.to_owned())),
            Err(errno) => Err(Error::read(path, errno.into())),
        }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Size of the regular file at `relative`.
    pub(super) fn size(&self, relative: &str) -> Result<Result<u64, Refusal>> {
        Ok(self.open_regular(relative)?.map(|(_, stat)| size(&stat)))
    }

    /// Reads the regular file at `relative`, if it has at most `limit` bytes.
    pub(super) fn read(&self, relative: &str, limit: u64) -> Result<Content> {
        for _ in 0..ATTEMPTS {
            let (file, before) = match self.open_regular(relative)? {
                Ok(opened) => opened,
                Err(refusal) => return Ok(Content::Refused(refusal)),
            };
            if size(&before) > limit {
                return Ok(Content::TooLarge(size(&before)));
            }
            let (bytes, after) = read_whole(&file, &before).map_err(|error| self.failed(relative, error))?;
            if bytes.len() as u64 == size(&before) && unchanged(&before, &after) {
                return Ok(Content::Bytes(bytes));
            }
        }
        Err(Error::Changed(self.path.join(relative)))
    }

    /// Size and BLAKE3 hash of the regular file at `relative`, which is read piece by piece.
    pub(super) fn hash(&self, relative: &str) -> Result<Result<(u64, [u8; 32]), Refusal>> {
        for _ in 0..ATTEMPTS {
            let (file, before) = match self.open_regular(relative)? {
                Ok(opened) => opened,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let (hash, after) = hash_whole(&file).map_err(|error| self.failed(relative, error))?;
            if unchanged(&before, &after) {
                return Ok(Ok((size(&before), hash)));
            }
        }
        Err(Error::Changed(self.path.join(relative)))
    }

    fn open_regular(&self, relative: &str) -> Result<Result<(File, Stat), Refusal>> {
        let file = match open_beneath(&self.folder, relative) {
            Ok(file) => file,
            Err(errno) => return refusal(errno).map(Err).ok_or_else(|| self.failed(relative, errno.into())),
        };
        let stat = fstat(&file).map_err(|errno| self.failed(relative, errno.into()))?;
        Ok(match special_kind(FileType::from_raw_mode(stat.st_mode)) {
            None => Ok((file.into(), stat)),
            Some(kind) => Err(Refusal::Special(kind)),
        })
    }

    fn failed(&self, relative: &str, source: io::Error) -> Error {
        Error::read(self.path.join(relative), source)
    }
}

/// The bytes of `file` and its state afterwards; one byte more than it had before at most.
fn read_whole(mut file: &File, before: &Stat) -> io::Result<(Vec<u8>, Stat)> {
    let expected = size(before) as usize;
    let mut bytes = vec![0; expected + 1];
    let mut length = 0;
    loop {
        match file.read(&mut bytes[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        // Whether more has come since is told by the state, so the end need not be asked for.
        if length >= expected {
            break;
        }
    }
    bytes.truncate(length);
    Ok((bytes, fstat(file)?))
}

/// The hash of `file` and its state afterwards.
fn hash_whole(file: &File) -> io::Result<([u8; 32], Stat)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok((*hasher.finalize().as_bytes(), fstat(file)?))
}

fn unchanged(before: &Stat, after: &Stat) -> bool {
    let state = |stat: &Stat| (stat.st_size, stat.st_mtime, stat.st_mtime_nsec);
    state(before) == state(after)
}

fn size(stat: &Stat) -> u64 {
    u64::try_from(stat.st_size).unwrap_or_default()
}

/// What the path's own nature says against reading it; `None` when the disk or the system failed.
fn refusal(errno: Errno) -> Option<Refusal> {
    match errno {
        Errno::NOENT | Errno::NOTDIR | Errno::INVAL => Some(Refusal::Missing),
        Errno::LOOP | Errno::XDEV => Some(Refusal::Link),
        Errno::NXIO => Some(Refusal::Special("socket")),
        Errno::NAMETOOLONG => Some(Refusal::NameTooLong),
        _ => None,
    }
}

/// How the catalogue calls a file that is not regular: link, fifo, socket, device or other.
pub(super) fn special_kind(kind: FileType) -> Option<&'static str> {
    match kind {
        FileType::RegularFile => None,
        FileType::Symlink => Some("link"),
        FileType::Directory => Some("folder"),
        FileType::Unknown => Some("other"),
        FileType::Fifo => Some("fifo"),
        FileType::Socket => Some("socket"),
        FileType::CharacterDevice | FileType::BlockDevice => Some("device"),
    }
}

fn flags() -> OFlags {
    OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC
}

#[cfg(target_os = "linux")]
fn open_beneath(folder: &OwnedFd, relative: &str) -> Result<OwnedFd, Errno> {
    use rustix::fs::{ResolveFlags, openat2};

    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    match openat2(folder, relative, flags(), Mode::empty(), resolve) {
        // Older kernels do not know the call; some sandboxes forbid it.
        Err(Errno::NOSYS | Errno::PERM) => open_by_steps(folder, relative),
        opened => opened,
    }
}

#[cfg(not(target_os = "linux"))]
fn open_beneath(folder: &OwnedFd, relative: &str) -> Result<OwnedFd, Errno> {
    open_by_steps(folder, relative)
}

/// Opens `relative` one name at a time, following no link.
fn open_by_steps(folder: &OwnedFd, relative: &str) -> Result<OwnedFd, Errno> {
    let Some((parents, name)) = relative.rsplit_once('/') else {
        return open_name(folder, relative, flags());
    };
    let mut here = open_folder(folder, ".")?;
    for parent in parents.split('/') {
        here = open_folder(&here, parent)?;
    }
    open_name(&here, name, flags())
}

fn open_folder(folder: &OwnedFd, name: &str) -> Result<OwnedFd, Errno> {
    match open_name(folder, name, flags() | OFlags::DIRECTORY) {
        // Asked for a folder, the system calls a link "not a folder".
        Err(Errno::NOTDIR) if is_link(folder, name) => Err(Errno::LOOP),
        opened => opened,
    }
}

fn is_link(folder: &OwnedFd, name: &str) -> bool {
    rustix::fs::statat(folder, name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW)
        .is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Symlink)
}

fn open_name(folder: &OwnedFd, name: &str, flags: OFlags) -> Result<OwnedFd, Errno> {
    match name {
        ".." => Err(Errno::XDEV),
        _ => openat(folder, name, flags, Mode::empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn without_openat2_a_link_on_the_way_is_refused_all_the_same() -> io::Result<()> {
        let outside = tempfile::tempdir()?;
        std::fs::write(outside.path().join("a.md"), "secret")?;
        let inside = tempfile::tempdir()?;
        std::fs::create_dir(inside.path().join("real"))?;
        std::fs::write(inside.path().join("real/a.md"), "text")?;
        symlink(outside.path(), inside.path().join("linked"))?;
        symlink(inside.path().join("real/a.md"), inside.path().join("b.md"))?;
        let folder: OwnedFd = File::open(inside.path())?.into();

        assert!(open_by_steps(&folder, "real/a.md").is_ok());
        assert_eq!(open_by_steps(&folder, "linked/a.md").err(), Some(Errno::LOOP));
        assert_eq!(open_by_steps(&folder, "b.md").err(), Some(Errno::LOOP));
        assert_eq!(open_by_steps(&folder, "real/../../a.md").err(), Some(Errno::XDEV));
        assert_eq!(open_by_steps(&folder, "real/none.md").err(), Some(Errno::NOENT));
        Ok(())
    }
}
