//! `manifest.json`: what we wrote. It tells our files from other people's.

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::path::Path;

use rustix::fs::{FileType, Mode, OFlags, fstat, openat};
use rustix::io::Errno;
use serde::{Deserialize, Serialize, Serializer};

use crate::base::artifact::SitePath;
use crate::base::digest::Digest;

/// Name of the list of written files at the top of a site.
pub const MANIFEST: &str = "manifest.json";

const GENERATOR: &str = "hieucan ";

/// One written file.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// Where it stands.
    pub(super) path: String,
    /// Bytes.
    pub(super) size: u64,
    /// BLAKE3 of them.
    #[serde(rename = "blake3", serialize_with = "as_hex")]
    pub(super) hash: Digest,
}

fn as_hex<S: Serializer>(hash: &Digest, serializer: S) -> Result<S::Ok, S::Error> {
    blake3::Hash::from_bytes(*hash.as_bytes()).to_hex().serialize(serializer)
}

impl Entry {
    /// The file at `path` with these bytes.
    pub(super) fn of(path: &SitePath, bytes: &[u8]) -> Self {
        Self { path: path.as_str().to_owned(), size: bytes.len() as u64, hash: Digest::of_bytes(bytes) }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    version: u8,
    generator: String,
    files: &'a [Entry],
}

/// The manifest of `entries`, which are sorted by path.
pub(super) fn text(entries: &[Entry]) -> Vec<u8> {
    let generator = format!("{GENERATOR}{}", env!("CARGO_PKG_VERSION"));
    let manifest = Written { version: 1, generator, files: entries };
    let mut text = serde_json::to_vec(&manifest).expect("names, numbers and hashes can always be written as JSON");
    text.push(b'\n');
    text
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

/// The names of the files that we wrote into a folder.
pub(super) struct Ours(BTreeSet<String>);

impl Ours {
    /// What the manifest in the open `folder` lists; nothing when it has none, or one of another program.
    pub(super) fn listed_in(folder: impl AsFd) -> io::Result<Option<Self>> {
        let Some(bytes) = manifest_bytes(folder)? else {
            return Ok(None);
        };
        let ours = serde_json::from_slice::<Listed>(&bytes).ok().filter(|read| read.generator.starts_with(GENERATOR));
        Ok(ours.map(|read| Self(read.files.into_iter().map(|file| file.path).collect())))
    }

    /// Whether we wrote the file at `path`.
    pub(super) fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.0.contains(path)
    }

    /// The folders above our files.
    pub(super) fn folders(&self) -> HashSet<&Path> {
        let mut folders = HashSet::new();
        for file in &self.0 {
            // An ancestor that is known brings its own ancestors with it.
            let _ = Path::new(file).ancestors().skip(1).find(|folder| !folders.insert(*folder));
        }
        folders
    }
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
