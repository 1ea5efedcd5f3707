//! What git knows of the cell's files: who wrote them, when, and how often. What it does not know for sure is unknown,
//! never a guess.

use std::collections::{BTreeSet, HashMap};

use crate::base::period::Date;
use crate::base::text::nfc;

/// How much git could say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Knowledge {
    /// The cell is not kept in git, so nobody expects anything of it.
    #[default]
    NoRepository,
    /// There is a repository and no `git` to ask.
    NoGit,
    /// git will not read the repository, for it belongs to somebody else.
    Refused,
    /// git failed.
    Failed,
    /// The clone holds the latest commits only, so nothing in it tells when a file began.
    Shallow,
    /// The whole history is known.
    Whole,
}

impl Knowledge {
    /// Every kind.
    pub const ALL: [Knowledge; 6] =
        [Self::NoRepository, Self::NoGit, Self::Refused, Self::Failed, Self::Shallow, Self::Whole];

    /// The word in the catalogue.
    pub fn id(self) -> &'static str {
        match self {
            Self::NoRepository => "no-repository",
            Self::NoGit => "no-git",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Shallow => "shallow",
            Self::Whole => "whole",
        }
    }
}

/// Who wrote a commit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Author {
    /// The name, through `.mailmap`.
    pub name: String,
    /// The name as it stands in the commit.
    pub signed_name: String,
    /// The e-mail address, through `.mailmap`; it tells members apart and stands on no page.
    pub email: String,
    /// The e-mail address as it stands in the commit: `.mailmap` is a file that any member may change.
    pub signed: String,
}

/// A commit, as far as a file's history needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Commit {
    /// Place of its author among [`History::author`]s.
    pub author: u32,
    /// The day on which it was written, where its author was.
    pub on: Date,
    /// The day on which it was put into the repository: later than `on` after a rebase, or when it was backdated.
    pub committed: Date,
}

impl Commit {
    /// The later of its days.
    pub fn latest(&self) -> Date {
        self.on.max(self.committed)
    }

    /// Whether it was written or put into the repository after `day`.
    pub fn is_after(&self, day: Date) -> bool {
        self.latest() > day
    }
}

/// The history of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provenance {
    /// The commit that brought it; nothing when that cannot be told, as after a rename with changes.
    pub first: Option<Commit>,
    /// The latest commit that changed it.
    pub last: Commit,
    /// The latest commit that changed its text, and not only its name.
    pub text: Commit,
    /// How many commits changed it.
    pub changes: u32,
    /// Whether it has been changed since and not committed.
    pub edited: bool,
}

/// What is known of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace<'h> {
    /// Nothing, for the reason that [`History::knowledge`] gives.
    Unknown,
    /// It is not in the repository yet.
    Uncommitted,
    /// Its history.
    Known(&'h Provenance),
}

/// What git knows of the cell.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// How much.
    pub knowledge: Knowledge,
    /// What git said when it failed; for a terminal, not for pages.
    pub trouble: Option<String>,
    /// Hash of the commit that the files are taken from, in full.
    pub head: Option<String>,
    /// The authors, by [`Commit::author`].
    pub authors: Vec<Author>,
    /// Files under the root that are in the repository.
    pub files: HashMap<String, Provenance>,
    /// Files under the root, of those that a site is made from, that are not as the commit has them.
    pub uncommitted: BTreeSet<String>,
    /// The last day on which branches with different records were merged, if any were.
    pub merged: Option<Date>,
    /// What the records were before.
    pub versions: Versions,
    /// Which versions of the records stood on the days that were asked about.
    pub stood: Vec<Stood>,
}

/// Which versions of a file stood on some days, given in order, and what became of it.
#[derive(Debug, Clone)]
pub struct Stood {
    /// Where it is, or was last.
    pub path: String,
    /// The latest commit that changed it or took it away.
    pub last: Commit,
    /// The latest version first.
    pub versions: Vec<Version>,
}

/// What a commit left of a file.
#[derive(Debug, Clone)]
pub struct Version {
    /// The place of the first day on which it stood.
    pub from: usize,
    /// Where the file was.
    pub path: Box<str>,
    /// Its bytes, or nothing when it was taken away.
    pub blob: Option<Blob>,
}

impl Stood {
    /// The version on the day at this place: where it was, and its bytes.
    pub fn on(&self, day: usize) -> Option<(&str, &str)> {
        let version = self.versions.iter().find(|version| version.from <= day)?;
        Some((&version.path, version.blob.as_deref()?))
    }
}

/// The name under which git keeps the bytes of a file.
pub type Blob = Box<str>;

/// The versions that git keeps of the records, by file name: the folder of a record means nothing.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    by_name: HashMap<Box<str>, Vec<(Box<str>, Blob)>>,
}

impl Versions {
    /// So many are kept of what stood at one path, the latest.
    const EACH: usize = 64;

    /// Adds an earlier version of the file at `path`.
    pub fn add(&mut self, path: &str, blob: Blob) {
        let (folder, name) = path.rsplit_once('/').unwrap_or_default();
        let versions = self.by_name.entry(name.into()).or_default();
        // Members may give their logs the same names: none of them takes another's room.
        let room = versions.iter().filter(|(other, _)| **other == *folder).count() < Self::EACH;
        if room && versions.iter().all(|(_, other)| *other != blob) {
            versions.push((folder.into(), blob));
        }
    }

    /// The versions of the records that have the name of the file at `path`, the latest first.
    pub fn of(&self, path: &str) -> impl Iterator<Item = &str> {
        let name = path.rsplit('/').next().unwrap_or_default();
        self.by_name.get(name).into_iter().flatten().map(|(_, blob)| &**blob)
    }
}

impl History {
    /// A history of which nothing is known.
    pub fn unknown(knowledge: Knowledge, trouble: Option<String>) -> Self {
        Self { knowledge, trouble, ..Self::default() }
    }

    /// What is known of the file at `path`.
    pub fn of(&self, path: &str) -> Trace<'_> {
        match self.knowledge {
            Knowledge::Whole => self.find(path).map_or(Trace::Uncommitted, Trace::Known),
            _ => Trace::Unknown,
        }
    }

    /// Some systems name a file in decomposed letters that git keeps composed.
    fn find(&self, path: &str) -> Option<&Provenance> {
        self.files.get(path).or_else(|| self.files.get(nfc(path).as_ref()))
    }

    /// Who wrote `commit`.
    pub fn author(&self, commit: &Commit) -> &Author {
        &self.authors[commit.author as usize]
    }

    /// Whether anything that the site is made from is not as the commit has it.
    pub fn is_dirty(&self) -> bool {
        !self.uncommitted.is_empty()
    }

    /// Drops what it knows of the files at `paths`.
    pub fn forget<'p>(&mut self, paths: impl IntoIterator<Item = &'p str>) {
        for path in paths {
            for path in [path, nfc(path).as_ref()] {
                self.files.remove(path);
                self.uncommitted.remove(path);
            }
        }
    }
}
