//! `manifest.json`: what we wrote. It tells our files from other people's.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::path::Path;

use rustix::fs::{FileType, Mode, OFlags, fstat, openat};
use rustix::io::Errno;
use serde::Deserialize;

use crate::base::artifact::SitePath;
use crate::base::digest::Digest;

/// Name of the list of written files at the top of a site.
pub const MANIFEST: &str = "manifest.json";

const GENERATOR: &str = "hieucan ";

/// How every manifest of ours begins, as far as the name of the generator, and how it ends.
const BEGINNING: &str = r#"{"version":1,"generator":"hieucan "#;
const END: &str = "]}\n";

/// One written file.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where it stands.
    pub(super) path: String,
    /// Bytes.
    pub(super) size: u64,
    /// BLAKE3 of them.
    pub(super) hash: Digest,
}

impl Entry {
    /// The file at `path` with these bytes.
    pub(super) fn of(path: &SitePath, bytes: &[u8]) -> Self {
        Self { path: path.as_str().to_owned(), size: bytes.len() as u64, hash: Digest::of_bytes(bytes) }
    }
}

/// Bytes of a line beside its path: the words, the hash and the largest number.
const LINE: usize = 128;

/// The manifest of `entries`, which are sorted by path. Paths of a site have no letter that JSON would write otherwise.
pub(super) fn text(entries: &[Entry]) -> Vec<u8> {
    let room = entries.iter().map(|entry| entry.path.len() + LINE).sum::<usize>() + LINE;
    let mut text = Vec::with_capacity(room);
    write!(text, "{BEGINNING}{}\",\"files\":[", env!("CARGO_PKG_VERSION")).expect("memory takes all that is written");
    for (i, entry) in entries.iter().enumerate() {
        text.extend_from_slice(if i == 0 { b"" } else { b"," });
        line(&mut text, entry);
    }
    text.extend_from_slice(END.as_bytes());
    text
}

fn line(text: &mut Vec<u8>, Entry { path, size, hash }: &Entry) {
    text.extend_from_slice(br#"{"path":""#);
    text.extend_from_slice(path.as_bytes());
    write!(text, r#"","size":{size},"blake3":""#).expect("memory takes all that is written");
    text.extend_from_slice(blake3::Hash::from_bytes(*hash.as_bytes()).to_hex().as_bytes());
    text.extend_from_slice(br#""}"#);
}

#[derive(Deserialize)]
struct Listed {
    generator: String,
    files: Vec<ListedFile>,
}

#[derive(Deserialize)]
struct ListedFile {
    path: String,
}

/// The names of the files that we wrote into a folder, in order.
pub(super) struct Ours(Vec<String>);

impl Ours {
    /// What the manifest in the open `folder` lists; nothing when it has none, or one of another program.
    pub(super) fn listed_in(folder: impl AsFd) -> io::Result<Option<Self>> {
        Ok(manifest_bytes(folder)?.and_then(|bytes| Self::of(&bytes)))
    }

    fn of(manifest: &[u8]) -> Option<Self> {
        let read = serde_json::from_slice::<Listed>(manifest).ok()?;
        let mut files: Vec<String> = read.files.into_iter().map(|file| file.path).collect();
        files.sort_unstable();
        read.generator.starts_with(GENERATOR).then_some(Self(files))
    }

    /// The names themselves.
    pub(super) fn into_names(self) -> Vec<String> {
        self.0
    }

    /// Whether we wrote the file at `path`.
    pub(super) fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.0.binary_search_by(|ours| ours.as_str().cmp(path)).is_ok()
    }

    /// Whether we wrote a file below `folder`.
    pub(super) fn is_above_one(&self, folder: &Path) -> bool {
        let Some(folder) = folder.to_str() else { return false };
        let below = format!("{folder}/");
        self.0.get(self.0.partition_point(|ours| *ours < below)).is_some_and(|ours| ours.starts_with(&below))
    }
}

/// Whether the open `folder` has a manifest of ours. One that begins and ends as we write it is taken for whole: what
/// it lists is read when the site is exchanged.
pub(super) fn stands_in(folder: impl AsFd) -> io::Result<bool> {
    let is_ours = |bytes: Vec<u8>| {
        bytes.starts_with(BEGINNING.as_bytes()) && bytes.ends_with(END.as_bytes()) || Ours::of(&bytes).is_some()
    };
    Ok(manifest_bytes(folder)?.is_some_and(is_ours))
}

fn manifest_bytes(folder: impl AsFd) -> io::Result<Option<Vec<u8>>> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match openat(folder, MANIFEST, flags, Mode::empty()) {
        Ok(file) => file,
        Err(Errno::NOENT | Errno::LOOP | Errno::NXIO | Errno::NOTDIR) => return Ok(None),
        Err(errno) => return Err(errno.into()),
    };
    if FileType::from_raw_mode(fstat(&file)?.st_mode) != FileType::RegularFile {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    File::from(file).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}
