//! Evidence files and images that records name, as found on disk.

use std::collections::{BTreeMap, BTreeSet};

/// File name endings that are copied into the site. Others are named, not linked: a browser could run them.
pub const PUBLISHED_EXTENSIONS: [&str; 11] =
    ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "png", "jpg", "webp", "txt", "csv"];

/// Largest file that is copied into the site: 20 MiB.
pub const MAX_ATTACHMENT: u64 = 20 * 1024 * 1024;

/// What stands at a path that a record names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finding {
    /// A regular file, with its size in bytes and its BLAKE3 hash.
    File {
        /// Size in bytes.
        size: u64,
        /// The hash; nothing for a file that is neither copied nor reviewed.
        hash: Option<[u8; 32]>,
    },
    /// Nothing, or something that is no regular file.
    Missing,
    /// A path that leaves the root or passes through a link.
    Outside,
}

/// A file named by records.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Attachment {
    /// Path under the root, with `/`.
    pub path: String,
    /// What stands there.
    pub finding: Finding,
}

impl Attachment {
    /// The ending of the file's name in lower case; `jpeg` is `jpg`.
    pub fn extension(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        if ending == "jpeg" { "jpg".to_owned() } else { ending }
    }

    /// Its name under `files/` in the site, such as `0123456789abcdef.pdf`, if it is copied there.
    pub fn published_name(&self) -> Option<String> {
        let extension = self.extension();
        match self.finding {
            Finding::File { size, hash: Some(hash) } if may_be_published(&extension, size) => {
                Some(format!("{}.{extension}", &blake3::Hash::from_bytes(hash).to_hex()[..16]))
            }
            _ => None,
        }
    }
}

/// Whether a file with this ending (lower case) and size is copied into the site.
pub fn may_be_published(extension: &str, size: u64) -> bool {
    size <= MAX_ATTACHMENT && PUBLISHED_EXTENSIONS.contains(&extension)
}

/// The files that records name, by path.
#[derive(Debug, Clone, Default)]
pub struct Attachments {
    files: Vec<Attachment>,
    by_path: BTreeMap<String, usize>,
}

impl Attachments {
    /// The findings, in any order.
    pub fn new(mut files: Vec<Attachment>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let by_path = files.iter().enumerate().map(|(i, file)| (file.path.clone(), i)).collect();
        Self { files, by_path }
    }

    /// The same with only the files at `paths`.
    #[must_use]
    pub fn only(self, paths: &BTreeSet<&str>) -> Self {
        Self::new(self.files.into_iter().filter(|file| paths.contains(file.path.as_str())).collect())
    }

    /// Every file, by path.
    pub fn files(&self) -> &[Attachment] {
        &self.files
    }

    /// Place of the file at `path`.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The file at `path`.
    pub fn get(&self, path: &str) -> Option<&Attachment> {
        self.find(path).map(|i| &self.files[i])
    }
}
