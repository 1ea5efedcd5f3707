//! The commits that changed the records, and what each of them did to which file.
//!
//! `git log` with a path compares every tree twice and matches every name in them. So git is asked for the commits, for
//! the tree of the records in each of them, and for the differences of those trees alone, by several processes at once.

use std::collections::{BTreeMap, HashMap};
use std::thread;

use super::git::{Git, RECORDS, Trouble};
use crate::base::period::Date;
use crate::model::history::{Author, Blob, Commit, History, Knowledge, Provenance, Stood, Version, Versions};

/// Every commit, each after all that follow it.
const LOG: &[&str] = &[
    "log",
    "-z",
    "--date-order",
    "--no-color",
    "--no-notes",
    "--encoding=UTF-8",
    "--format=%H%x00%P%x00%aN%x00%an%x00%aE%x00%ae%x00%aI%x00%cI",
];

/// Only a rename without any change is followed, for a similar text may be another record.
const DIFF: &[&str] =
    &["diff-tree", "--stdin", "-r", "-z", "-M100%", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv"];

/// A process compares no fewer trees than this, if there is more than one.
const FEW: usize = 500;

/// At most so many processes compare trees.
const PROCESSES: usize = 3;

/// The history of the records up to the commit `head`, with the versions that stood at the end of each of `days`, which
/// are in order. `prefix` leads from the top of the repository to the cell.
pub(super) fn read(git: &Git<'_>, head: &str, prefix: &str, days: &[Date]) -> Result<History, Trouble> {
    let unread = |command: &str| Trouble(format!("git {command}: ?"));
    let log = git.ask(&[LOG, &[head, "--"]].concat())?;
    let commits = commits(&log).ok_or_else(|| unread("log"))?;
    let trees = trees(git, &commits, &format!("{prefix}{RECORDS}"))?;
    let pairs: Vec<Pair<'_>> = commits.iter().flat_map(|commit| commit.pairs(&trees)).collect();
    let mut entries = differences(git, &pairs)?.ok_or_else(|| unread("diff-tree"))?.into_iter();
    let mut reading = Reading { days: days.to_vec(), ..Reading::default() };
    for commit in &commits {
        let sides: Vec<Vec<Entry>> = entries.by_ref().take(commit.pairs(&trees).len()).collect();
        let made = reading.commit(commit).ok_or_else(|| unread("log"))?;
        let moved_in = commit.begins(&trees) && vanished_elsewhere(git, commit)?;
        reading.merged = reading.merged.max(commit.joins(&trees).then(|| made.latest()));
        reading.take(made, of_all(sides), moved_in);
    }
    Ok(reading.finish())
}

/// A commit as git wrote it.
struct Raw<'l> {
    hash: &'l str,
    parents: Vec<&'l str>,
    /// The name and the one that the commit itself has, and so the addresses.
    author: [&'l [u8]; 4],
    days: [&'l [u8]; 2],
}

/// A tree of the records, and the one that came of it.
type Pair<'t> = (&'t str, &'t str);

/// The tree of the records by commit, where there is one.
type Trees = HashMap<String, String>;

impl Raw<'_> {
    /// Whether the folder of the records came with this commit into a repository that was there before.
    fn begins(&self, trees: &Trees) -> bool {
        let has = |hash: &str| trees.contains_key(hash);
        has(self.hash) && !self.parents.is_empty() && !self.parents.iter().any(|parent| has(parent))
    }

    /// Whether it merges branches whose records are not the same.
    fn joins(&self, trees: &Trees) -> bool {
        self.parents.windows(2).any(|pair| trees.get(pair[0]) != trees.get(pair[1]))
    }

    /// What is to be compared: the records with those of each parent, unless they are as one of them has them.
    fn pairs<'t>(&self, trees: &'t Trees) -> Vec<Pair<'t>> {
        let none = if self.hash.len() == 40 { EMPTY_SHA1 } else { EMPTY_SHA256 };
        let tree = |hash: &str| trees.get(hash).map_or(none, String::as_str);
        let now = tree(self.hash);
        let before =
            if self.parents.is_empty() { vec![none] } else { self.parents.iter().map(|hash| tree(hash)).collect() };
        if before.contains(&now) { Vec::new() } else { before.into_iter().map(|before| (before, now)).collect() }
    }
}

/// Whether files went away in a commit that brought the records: then they may have stood elsewhere before.
fn vanished_elsewhere(git: &Git<'_>, commit: &Raw<'_>) -> Result<bool, Trouble> {
    let deleted = ["diff-tree", "-r", "-z", "--no-renames", "--name-only", "--diff-filter=D"];
    for parent in &commit.parents {
        if !git.ask(&[&deleted[..], &[parent, commit.hash]].concat())?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The tree that holds nothing, which every repository has.
const EMPTY_SHA1: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const EMPTY_SHA256: &str = "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";

/// The commits of [`LOG`]; `None` when they are not what was asked for.
fn commits(log: &[u8]) -> Option<Vec<Raw<'_>>> {
    let fields: Vec<&[u8]> = log.strip_suffix(b"\0")?.split(|byte| *byte == 0).collect();
    fields.chunks(8).map(raw).collect()
}

fn raw<'l>(fields: &[&'l [u8]]) -> Option<Raw<'l>> {
    let [hash, parents, name, signed_name, email, signed, on, committed] = *fields else { return None };
    let parents = std::str::from_utf8(parents).ok()?.split_ascii_whitespace().collect();
    let author = [name, signed_name, email, signed];
    Some(Raw { hash: std::str::from_utf8(hash).ok()?, parents, author, days: [on, committed] })
}

fn trees(git: &Git<'_>, commits: &[Raw<'_>], records: &str) -> Result<Trees, Trouble> {
    let asked: String = commits.iter().map(|commit| format!("{}:{records}\n", commit.hash)).collect();
    let check = ["cat-file", "--batch-check=%(objecttype) %(objectname)", "--buffer"];
    let answers = git.feed(&check, asked.as_bytes())?;
    let answers = String::from_utf8_lossy(&answers);
    let trees = commits.iter().zip(answers.lines()).filter_map(|(commit, answer)| {
        let tree = answer.strip_prefix("tree ")?;
        Some((commit.hash.to_owned(), tree.to_owned()))
    });
    Ok(trees.collect())
}

/// What differs in each of `pairs`.
fn differences(git: &Git<'_>, pairs: &[Pair<'_>]) -> Result<Option<Vec<Vec<Entry>>>, Trouble> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = pairs.len().div_ceil(cores.min(PROCESSES)).max(FEW);
    let compared: Vec<Result<Vec<u8>, Trouble>> = thread::scope(|scope| {
        let shares: Vec<_> = pairs.chunks(share).map(|pairs| scope.spawn(move || compare(git, pairs))).collect();
        shares.into_iter().map(|share| share.join().unwrap_or_else(|_| Err(Trouble(String::new())))).collect()
    });
    let mut all = Some(Vec::with_capacity(pairs.len()));
    for (compared, pairs) in compared.into_iter().zip(pairs.chunks(share)) {
        let entries = entries(&compared?, pairs);
        all = all.zip(entries).map(|(mut all, entries)| {
            all.extend(entries);
            all
        });
    }
    Ok(all)
}

fn compare(git: &Git<'_>, pairs: &[Pair<'_>]) -> Result<Vec<u8>, Trouble> {
    let asked: String = pairs.iter().map(|(before, now)| format!("{before} {now}\n")).collect();
    git.feed(DIFF, asked.as_bytes())
}

/// The entries of each of `pairs`, as [`DIFF`] tells them below a line that repeats the pair.
fn entries(mut told: &[u8], pairs: &[Pair<'_>]) -> Option<Vec<Vec<Entry>>> {
    let mut all = Vec::with_capacity(pairs.len());
    for (before, now) in pairs {
        told = told.strip_prefix(before.as_bytes())?.strip_prefix(b" ")?.strip_prefix(now.as_bytes())?;
        told = told.strip_prefix(b"\n")?;
        let mut entries = Vec::new();
        while told.first() == Some(&b':') {
            entries.push(entry(&mut told)?);
        }
        all.push(entries);
    }
    told.is_empty().then_some(all)
}

/// An entry of [`DIFF`]: `:<mode> <mode> <hash> <hash> <status>`, then the path, of a rename the old one before it.
fn entry(told: &mut &[u8]) -> Option<Entry> {
    let mut token = || {
        let end = told.iter().position(|byte| *byte == 0)?;
        let token = &told[..end];
        *told = &told[end + 1..];
        Some(token)
    };
    let fields: Vec<&str> = std::str::from_utf8(token()?).ok()?.split(' ').collect();
    let [_, mode, _, hash, status] = fields[..] else { return None };
    let first = path(token()?);
    let (kind, path) = match status.as_bytes().first()? {
        b'R' => (Change::Renamed(first), path(token()?)),
        b'A' => (Change::Added, first),
        b'D' => (Change::Deleted, first),
        _ => (Change::Changed, first),
    };
    // A link or a folder of another repository is no file, and one that is gone has no mode.
    Some(Entry { kind, path, blob: mode.starts_with("100").then(|| hash.into()) })
}

/// A path below the records, from the cell's root. One that is no text names no record.
fn path(below: &[u8]) -> Option<String> {
    Some(format!("{RECORDS}/{}", std::str::from_utf8(below).ok()?))
}

/// What a commit did that is as none of its parents has it. Where it was renamed, its beginning is not told.
fn of_all(mut sides: Vec<Vec<Entry>>) -> Vec<Entry> {
    let merged = if sides.len() > 1 { sides.drain(1..).map(by_path).collect() } else { Vec::new() };
    let Some(first) = sides.pop() else { return Vec::new() };
    if merged.is_empty() {
        return first;
    }
    let in_all = |(path, (kind, blob)): (String, Side)| {
        let others: Option<Vec<&Side>> = merged.iter().map(|side| side.get(&path)).collect();
        let alike = others?.into_iter().all(|(other, _)| *other == kind);
        Some(Entry { kind: if alike { kind } else { Change::Changed }, path: Some(path), blob })
    };
    by_path(first).into_iter().filter_map(in_all).collect()
}

/// What became of a file on the way from one parent.
type Side = (Change, Option<Blob>);

fn by_path(entries: Vec<Entry>) -> BTreeMap<String, Side> {
    let mut changes = BTreeMap::new();
    for Entry { kind, path, blob } in entries {
        let kind = match kind {
            Change::Renamed(from) => {
                changes.extend(from.map(|from| (from, (Change::Deleted, None))));
                Change::Changed
            }
            kind => kind,
        };
        changes.extend(path.map(|path| (path, (kind, blob))));
    }
    changes
}

/// A file while its commits are read, the latest first.
struct Tracked {
    last: Commit,
    /// See [`Provenance::text`]; nothing while all commits so far only renamed it.
    text: Option<Commit>,
    /// The earliest commit so far, if it is known to have brought the file.
    first: Option<Commit>,
    changes: u32,
    /// Whether the latest commit left it there.
    present: bool,
    /// See [`Stood::versions`].
    stood: Vec<Version>,
}

impl Tracked {
    /// Notes what a commit left at `path`, as what stood from the day at the place `from` on, unless a later commit did.
    fn stands(&mut self, from: usize, path: &str, blob: Option<Blob>, days: usize) {
        if from < self.stood.last().map_or(days, |later| later.from) {
            self.stood.push(Version { from, path: path.into(), blob });
        }
    }
}

struct Entry {
    kind: Change,
    path: Option<String>,
    /// What the commit left there.
    blob: Option<Blob>,
}

#[derive(PartialEq, Eq)]
enum Change {
    Added,
    Changed,
    Deleted,
    /// From another path, with every byte the same.
    Renamed(Option<String>),
}

/// Commits while they are read, the latest first.
#[derive(Default)]
struct Reading {
    /// The days on which it matters what stood.
    days: Vec<Date>,
    authors: Vec<Author>,
    author_places: HashMap<Author, u32>,
    files: Vec<Tracked>,
    /// The file that stood at a path at the commit being read.
    places: HashMap<String, usize>,
    /// The path of each file now.
    paths: Vec<String>,
    versions: Versions,
    merged: Option<Date>,
}

impl Reading {
    fn commit(&mut self, Raw { author, days: [on, committed], .. }: &Raw<'_>) -> Option<Commit> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let [name, signed_name, email, signed] = author.map(text);
        let author = Author { name, signed_name, email, signed };
        let known = self.author_places.get(&author).copied();
        let author = known.unwrap_or_else(|| {
            let place = self.authors.len() as u32;
            self.authors.push(author.clone());
            self.author_places.insert(author, place);
            place
        });
        // A clock that was wrong beyond what a date can say leaves the other day.
        let (on, committed) = (day(on), day(committed));
        Some(Commit { author, on: on.or(committed)?, committed: committed.or(on)? })
    }

    fn take(&mut self, commit: Commit, entries: Vec<Entry>, moved_in: bool) {
        // A file that appears while another vanishes may be that one under a new name, so its beginning is unknown.
        let vanished = moved_in || entries.iter().any(|entry| entry.kind == Change::Deleted);
        let mut renamed = Vec::new();
        let from = self.days.partition_point(|day| commit.is_after(*day));
        for Entry { kind, path, blob } in entries {
            let Some(path) = path else { continue };
            if let Some(blob) = &blob {
                self.versions.add(&path, blob.clone());
            }
            let file = self.file(path.clone(), commit, kind != Change::Deleted);
            let tracked = &mut self.files[file];
            tracked.stands(from, &path, blob, self.days.len());
            tracked.changes += 1;
            if !matches!(kind, Change::Renamed(_)) {
                tracked.text.get_or_insert(commit);
            }
            tracked.first = (kind == Change::Added && !vanished).then_some(commit);
            if let Change::Renamed(from) = kind {
                self.places.remove(&path);
                renamed.extend(from.map(|from| (from, file)));
            }
        }
        self.places.extend(renamed);
    }

    fn file(&mut self, path: String, last: Commit, present: bool) -> usize {
        *self.places.entry(path).or_insert_with_key(|path| {
            self.files.push(Tracked { last, text: None, first: None, changes: 0, present, stood: Vec::new() });
            self.paths.push(path.clone());
            self.files.len() - 1
        })
    }

    fn finish(mut self) -> History {
        let stood = self.stood();
        let known = self.paths.into_iter().zip(self.files).filter(|(_, file)| file.present);
        let provenance = |Tracked { last, text, first, changes, .. }: Tracked| Provenance {
            first,
            last,
            text: text.unwrap_or(last),
            changes,
            edited: false,
        };
        // A path may have had several files one after another: the one that is there now was met first.
        let mut files = HashMap::new();
        for (path, file) in known {
            files.entry(path).or_insert_with(|| provenance(file));
        }
        let (authors, versions, merged) = (self.authors, self.versions, self.merged);
        History { knowledge: Knowledge::Whole, authors, files, versions, stood, merged, ..History::default() }
    }

    /// The files that stood on any of the days.
    fn stood(&mut self) -> Vec<Stood> {
        let of = |(path, file): (&String, &mut Tracked)| {
            let versions = std::mem::take(&mut file.stood);
            let stood = versions.iter().any(|version| version.blob.is_some());
            stood.then(|| Stood { path: path.clone(), last: file.last, versions })
        };
        self.paths.iter().zip(&mut self.files).filter_map(of).collect()
    }
}

/// The day of a moment as git writes it, where its writer was.
fn day(moment: &[u8]) -> Option<Date> {
    Date::parse(std::str::from_utf8(moment.get(..10)?).ok()?)
}
