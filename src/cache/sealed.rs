//! A file of the cache: what it was made by, parts in the order in which they came, and a head that vouches for them.
//!
//! What is read may come from anybody. It is looked into only when nobody but the user could have written it, and a
//! head that does not have its fingerprint is none.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, Write};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process;
use std::time::Duration;

use rustix::fs::OFlags;

use crate::base::digest::Digest;

/// How every file begins; the number changes with the form of the files.
const MAGIC: &[u8] = b"hieucan cache 3\n";

/// How the files of every form begin.
const NAME: &[u8] = b"hieucan cache ";

/// Bytes before the parts: the beginning, the maker, the fingerprint and the length of the head.
const BEGINNING: usize = MAGIC.len() + 32 + 32 + 8;

/// Larger than any cache of ours.
const MOST: u64 = 4 << 30;

/// How long a file that was never finished may still be at work.
const AT_WORK: Duration = Duration::from_hours(24);

/// A file that was read and found whole as far as its head.
pub(super) struct Sealed {
    bytes: Vec<u8>,
    parts: Range<usize>,
}

impl Sealed {
    /// The head.
    pub(super) fn head(&self) -> &[u8] {
        &self.bytes[self.parts.end..]
    }

    /// The parts, one after another, as they stand.
    pub(super) fn parts(&self) -> &[u8] {
        &self.bytes[self.parts.clone()]
    }
}

/// Reads the file at `path`, if it was made by `maker` and can be trusted.
pub(super) fn read(path: &Path, maker: Digest) -> Option<Sealed> {
    let bytes = own_bytes(path)?;
    let (beginning, rest) = bytes.split_at_checked(BEGINNING)?;
    let (made_by, beginning) = beginning.strip_prefix(MAGIC)?.split_at(32);
    let (fingerprint, length) = beginning.split_at(32);
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let (parts, head) = rest.split_at(rest.len().checked_sub(length)?);
    let is_whole = made_by == maker.as_bytes() && fingerprint == Digest::of_bytes(head).as_bytes();
    let parts = BEGINNING..BEGINNING + parts.len();
    is_whole.then_some(Sealed { bytes, parts })
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

/// Puts a file of `maker` with nothing but a head at `path`.
pub(super) fn write(path: &Path, maker: Digest, head: &[u8], others: Others) -> io::Result<()> {
    Unsealed::begin(path, others)?.seal(maker, head)
}

/// A file that is being written beside the place where it will stand. Dropped before it is sealed, it is removed.
pub(super) struct Unsealed {
    path: PathBuf,
    beside: PathBuf,
    file: BufWriter<File>,
    is_sealed: bool,
}

impl Unsealed {
    /// Begins a file for `path`, and makes the folders above it. It never takes the place of somebody else's.
    pub(super) fn begin(path: &Path, others: Others) -> io::Result<Self> {
        if others == Others::Some && is_foreign(path)? {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        forget_unfinished(path);
        let beside = beside(path, &process::id().to_string());
        // What a build with this number left when it was killed.
        let _ = fs::remove_file(&beside);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
        let file = BufWriter::with_capacity(1 << 16, file);
        let mut begun = Self { path: path.to_owned(), beside, file, is_sealed: false };
        begun.add(MAGIC)?;
        begun.add(&[0; BEGINNING - MAGIC.len()])?;
        Ok(begun)
    }

    /// Adds a part.
    pub(super) fn add(&mut self, part: &[u8]) -> io::Result<()> {
        self.file.write_all(part)
    }

    /// Adds the head and puts the file in its place in one step.
    pub(super) fn seal(mut self, maker: Digest, head: &[u8]) -> io::Result<()> {
        self.add(head)?;
        self.file.seek(io::SeekFrom::Start(MAGIC.len() as u64))?;
        let (fingerprint, length) = (Digest::of_bytes(head), (head.len() as u64).to_le_bytes());
        [maker.as_bytes().as_slice(), fingerprint.as_bytes(), &length]
            .into_iter()
            .try_for_each(|part| self.add(part))?;
        self.file.flush()?;
        fs::rename(&self.beside, &self.path)?;
        self.is_sealed = true;
        Ok(())
    }
}

impl Drop for Unsealed {
    fn drop(&mut self) {
        if !self.is_sealed {
            // What cannot be removed is in nobody's way.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Removes what killed builds left beside `path` long ago.
fn forget_unfinished(path: &Path) {
    let inside = path.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    for entry in inside {
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_suffix(PART)?.rsplit_once('.')).map(|(_, number)| number);
        let is_ours = number.is_some_and(|number| beside(path, number) == entry.path());
        let age = entry.metadata().ok().and_then(|found| found.modified().ok()?.elapsed().ok());
        if is_ours && age.is_some_and(|age| age > AT_WORK) && !is_foreign(&entry.path()).unwrap_or(true) {
            let _ = fs::remove_file(entry.path());
        }
    }
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

/// How the name of a file that is being written ends.
const PART: &str = ".part";

fn beside(path: &Path, number: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{number}{PART}"));
    path.with_file_name(name)
}
