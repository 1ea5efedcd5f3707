//! A file of the cache: what it was made by, a head with its fingerprint, and parts that the head vouches for.
//!
//! What is read may come from anybody. It is looked into only when nobody but the user could have written it, and a
//! head that does not have its fingerprint is none.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process;

use rustix::fs::OFlags;

use crate::base::digest::Digest;

/// How every file begins; the number changes with the form of the files.
const MAGIC: &[u8] = b"hieucan cache 2\n";

/// How the files of every form begin.
const NAME: &[u8] = b"hieucan cache ";

/// Bytes before the head: the beginning, the maker, the fingerprint and the length of the head.
const BEGINNING: usize = MAGIC.len() + 32 + 32 + 8;

/// Larger than any cache of ours.
const MOST: u64 = 4 << 30;

/// A file that was read and found whole as far as its head.
pub(super) struct Sealed {
    bytes: Vec<u8>,
    head: Range<usize>,
}

impl Sealed {
    /// The head.
    pub(super) fn head(&self) -> &[u8] {
        &self.bytes[self.head.clone()]
    }

    /// What follows the head, as it stands.
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.head.end..]
    }
}

/// Reads the file at `path`, if it was made by `maker` and can be trusted.
pub(super) fn read(path: &Path, maker: Digest) -> Option<Sealed> {
    let bytes = own_bytes(path)?;
    let (beginning, rest) = bytes.split_at_checked(BEGINNING)?;
    let (made_by, beginning) = beginning.strip_prefix(MAGIC)?.split_at(32);
    let (fingerprint, length) = beginning.split_at(32);
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let head = rest.get(..length)?;
    let is_whole = made_by == maker.as_bytes() && fingerprint == Digest::of_bytes(head).as_bytes();
    is_whole.then_some(Sealed { bytes, head: BEGINNING..BEGINNING + length })
}

/// The bytes of a regular file that is the user's and that no one else may write.
fn own_bytes(path: &Path) -> Option<Vec<u8>> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let mut file = OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path).ok()?;
    let found = file.metadata().ok()?;
    let is_own = found.is_file() && found.uid() == rustix::process::geteuid().as_raw() && found.mode() & 0o022 == 0;
    if !is_own || found.len() > MOST {
        return None;
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).ok()? + 1);
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Whether the folder may hold files of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    Some,
    None,
}

/// Puts a file of `maker` at `path` in one step, and makes the folders above it. Never in the place of somebody else's.
pub(super) fn write(path: &Path, maker: Digest, head: &[u8], parts: &[&[u8]], others: Others) -> io::Result<()> {
    if others == Others::Some && is_foreign(path)? {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let beside = beside(path);
    let (fingerprint, length) = (Digest::of_bytes(head), (head.len() as u64).to_le_bytes());
    let beginning = [MAGIC, maker.as_bytes(), fingerprint.as_bytes(), &length, head];
    let written = put(&beside, beginning.iter().chain(parts)).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Whether something stands at `path` that does not begin as our files do.
fn is_foreign(path: &Path) -> io::Result<bool> {
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(false) };
    if !found.is_file() {
        return Ok(true);
    }
    let mut beginning = Vec::new();
    File::open(path)?.take(NAME.len() as u64).read_to_end(&mut beginning)?;
    Ok(beginning != NAME)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}

fn put<'p>(path: &Path, parts: impl Iterator<Item = &'p &'p [u8]>) -> io::Result<()> {
    // What a build with this number left when it was killed.
    let _ = fs::remove_file(path);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let mut file = io::BufWriter::with_capacity(1 << 16, file);
    parts.into_iter().try_for_each(|part| file.write_all(part))?;
    file.flush()
}
