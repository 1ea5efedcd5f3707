//! What a site is made of: named files that are able to make their own bytes.

use std::fmt;

use super::digest::Digest;
use super::error::Result;

/// Path of a published file under the site, with `/`, made only of checked ids and folded names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// A path such as `members/can-bo-a/index.html`.
    ///
    /// # Panics
    /// When a part is empty, starts with a dot or holds a character that is not safe in a file name on every system:
    /// that would be a fault of the program, since every part comes from a checked id.
    pub fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        assert!(path.split('/').all(is_safe_part), "unsafe site path {path:?}");
        Self(path)
    }

    /// The path as text, such as `members/can-bo-a/index.html`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_safe_part(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('.')
        && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

type Make<'a> = Box<dyn Fn() -> Result<Vec<u8>> + Send + Sync + 'a>;

/// A file ready to be published: its place in the site and how its bytes are made.
///
/// Bytes are made when they are written, one file at a time per thread, so that memory follows the records and not
/// the pages.
pub struct Artifact<'a> {
    path: SitePath,
    key: Option<Key<'a>>,
    make: Make<'a>,
}

enum Key<'a> {
    Known(Digest),
    /// To be found when it is asked for.
    Found(Box<dyn Fn() -> Digest + Send + Sync + 'a>),
}

impl<'a> Artifact<'a> {
    /// A file at `path` whose bytes `make` returns; the same input must give the same bytes.
    pub fn new(path: SitePath, make: impl Fn() -> Result<Vec<u8>> + Send + Sync + 'a) -> Self {
        Self { path, key: None, make: Box::new(make) }
    }

    /// The same file, whose bytes depend on nothing but what `key` is the fingerprint of: where it stands already with
    /// this key, it need not be made.
    #[must_use]
    pub fn keyed(self, key: Digest) -> Self {
        Self { key: Some(Key::Known(key)), ..self }
    }

    /// The same with a key that takes a while to find.
    #[must_use]
    pub fn keyed_by(self, find: impl Fn() -> Digest + Send + Sync + 'a) -> Self {
        Self { key: Some(Key::Found(Box::new(find))), ..self }
    }

    /// The fingerprint of all that its bytes depend on, when that is known.
    pub fn key(&self) -> Option<Digest> {
        self.key.as_ref().map(|key| match key {
            Key::Known(key) => *key,
            Key::Found(find) => find(),
        })
    }

    /// The same file with `change` made to its bytes.
    #[must_use]
    pub fn changed(self, change: impl Fn(Vec<u8>) -> Vec<u8> + Send + Sync + 'a) -> Self {
        Self { path: self.path, key: self.key, make: Box::new(move || (self.make)().map(&change)) }
    }

    /// Where it goes.
    pub fn path(&self) -> &SitePath {
        &self.path
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When a template fails or a file to be copied can no longer be read.
    pub fn make(&self) -> Result<Vec<u8>> {
        (self.make)()
    }
}
