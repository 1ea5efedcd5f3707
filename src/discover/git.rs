//! What git knows of the cell. The only door to the `git` command.
//!
//! Nothing that a repository brings along is run: hooks, filters, monitors, signatures and external diffs are switched
//! off, no network is asked, and variables that point git elsewhere are taken away. Whatever goes wrong leaves a
//! history of which nothing is known, and the build goes on.

use std::collections::{BTreeSet, HashMap};
use std::env;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::base::period::Date;
use crate::model::history::{Author, Commit, History, Knowledge, Provenance};

/// Folder of the records; the history is that of the files below it.
const RECORDS: &str = "records";

/// What git is told before every command.
const ALWAYS: &[&str] = &[
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    "-c",
    "core.quotePath=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "log.showSignature=false",
    "-c",
    "log.showRoot=true",
    "-c",
    "log.follow=false",
    "-c",
    "diff.relative=false",
];

/// Every commit that changed a record, each after all that follow it, with the files that it changed. A merge names
/// those that are as none of its parents has them; only a rename without any change is followed, for a similar text
/// may be another record.
const LOG: &[&str] = &[
    "log",
    "-z",
    "--full-history",
    "--date-order",
    "-c",
    "-M100%",
    "--name-status",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-notes",
    "--encoding=UTF-8",
    "--format=%x01%H%x00%aN%x00%aE%x00%aI%x00%cI",
];

const STATUS: &[&str] = &[
    "status",
    "--porcelain=v2",
    "-z",
    "--untracked-files=all",
    "--ignore-submodules=all",
    "--no-renames",
    "--no-column",
    "--",
];

/// Variables that do not lead git to another repository; all else that begins with `GIT_` is taken away.
const KEPT: [&str; 4] = ["GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];

/// What git knows of the cell at `root`. `inputs` are paths under the root, beside the records, that a site is made
/// from: whether they are as the commit has them is asked too.
pub fn history(root: &Path, inputs: &[&str]) -> History {
    match Git::of(root) {
        Ok(git) => git.history(inputs).unwrap_or_else(|trouble| trouble.history()),
        Err(knowledge) => History::unknown(knowledge, None),
    }
}

/// Why git gave no answer: what it said.
#[derive(Debug)]
pub(super) struct Trouble(pub(super) String);

impl Trouble {
    fn history(self) -> History {
        let refused = self.0.contains("dubious ownership");
        let knowledge = if refused { Knowledge::Refused } else { Knowledge::Failed };
        History::unknown(knowledge, Some(self.0))
    }
}

/// The `git` command, asked about one folder.
pub(super) struct Git<'r> {
    program: PathBuf,
    root: &'r Path,
}

impl<'r> Git<'r> {
    /// The command, if the folder is in a repository and there is one.
    pub(super) fn of(root: &'r Path) -> Result<Self, Knowledge> {
        let whole = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        if !whole.ancestors().any(|folder| folder.join(".git").symlink_metadata().is_ok()) {
            return Err(Knowledge::NoRepository);
        }
        Ok(Self { program: program().ok_or(Knowledge::NoGit)?, root })
    }

    fn history(&self, inputs: &[&str]) -> Result<History, Trouble> {
        let about = self.ask(&["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"])?;
        let about = String::from_utf8_lossy(&about).into_owned();
        let mut about = about.lines();
        if about.next() != Some("true") {
            return Ok(History::default());
        }
        let shallow = about.next() != Some("false");
        let prefix = about.next().unwrap_or_default();
        let head = self.ask(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).ok();
        let head = head.map(|hash| String::from_utf8_lossy(&hash).trim().to_owned());
        let (log, status) = std::thread::scope(|scope| {
            let wanted = head.as_deref().filter(|_| !shallow);
            let log = wanted.map(|head| scope.spawn(move || self.ask(&[LOG, &[head, "--", RECORDS]].concat())));
            let status = self.status(inputs);
            let log = log.map(|log| log.join().unwrap_or_else(|_| Err(Trouble(String::new()))));
            (log, status)
        });
        let mut history = match log.transpose()? {
            Some(log) => read_log(&log, prefix).ok_or_else(|| Trouble("git log: ?".to_owned()))?,
            None => History::unknown(if shallow { Knowledge::Shallow } else { Knowledge::Whole }, None),
        };
        history.head = head;
        history.uncommitted = changed(&status?, prefix);
        for path in &history.uncommitted {
            if let Some(file) = history.files.get_mut(path) {
                file.edited = true;
            }
        }
        Ok(history)
    }

    /// git compares files as its filters leave them; those that would run a program are switched off.
    fn status(&self, inputs: &[&str]) -> Result<Vec<u8>, Trouble> {
        let named = self.ask_if(&["config", "-z", "--name-only", "--get-regexp", "^filter\\."]).unwrap_or_default();
        let mut args: Vec<Vec<u8>> = Vec::new();
        for key in named.split(|byte| *byte == 0).filter(|key| !key.is_empty()) {
            let value: &[u8] = if key.ends_with(b".required") { b"=false" } else { b"=" };
            args.extend([b"-c".to_vec(), [key, value].concat()]);
        }
        let mut command = self.command();
        command.args(args.iter().map(|arg| OsStr::from_bytes(arg)));
        command.args(STATUS).arg(RECORDS).args(inputs);
        answer(command)
    }

    /// What git answers to `args`.
    pub(super) fn ask(&self, args: &[&str]) -> Result<Vec<u8>, Trouble> {
        let mut command = self.command();
        command.args(args);
        answer(command)
    }

    fn ask_if(&self, args: &[&str]) -> Option<Vec<u8>> {
        self.ask(args).ok()
    }

    /// The command as it is always run.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in env::vars_os() {
            let is_git = name.as_bytes().starts_with(b"GIT_");
            if is_git && !KEPT.iter().any(|kept| name == *kept) {
                command.env_remove(name);
            }
        }
        command
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_ALLOW_PROTOCOL", "none")
            .env("GIT_GRAFT_FILE", "/dev/null")
            .stdin(Stdio::null())
            .arg("-C")
            .arg(self.root)
            .args(ALWAYS);
        command
    }
}

/// What the command wrote, or what it said when it failed.
fn answer(mut command: Command) -> Result<Vec<u8>, Trouble> {
    let output = command.output().map_err(|error| Trouble(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().find(|line| !line.trim().is_empty());
    Err(Trouble(first.map_or_else(|| output.status.to_string(), str::to_owned)))
}

/// The `git` of the search path. A folder named relative to the present one is passed over: records may stand there.
fn program() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let runs =
        |file: &PathBuf| file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    env::split_paths(&path).filter(|folder| folder.is_absolute()).map(|folder| folder.join("git")).find(runs)
}

/// Paths under the root that `git status` names.
fn changed(status: &[u8], prefix: &str) -> BTreeSet<String> {
    let path = |entry: &[u8]| {
        // Fields in front of the path, by the kind of entry.
        let fields = match entry.first()? {
            b'1' => 8,
            b'u' => 10,
            b'?' => 1,
            _ => return None,
        };
        let path = entry.splitn(fields + 1, |byte| *byte == b' ').nth(fields)?;
        under(path, prefix)
    };
    status.split(|byte| *byte == 0).filter_map(path).collect()
}

/// `path`, which is relative to the repository, relative to the cell's root.
fn under(path: &[u8], prefix: &str) -> Option<String> {
    let path = std::str::from_utf8(path).ok()?;
    path.strip_prefix(prefix).map(str::to_owned)
}

/// A file while its commits are read, the latest first.
struct Tracked {
    last: Commit,
    /// The earliest commit so far, if it is known to have brought the file.
    first: Option<Commit>,
    changes: u32,
    /// Whether the latest commit left it there.
    present: bool,
}

/// Reads the commits of [`LOG`]; `None` when they are not what was asked for.
fn read_log(log: &[u8], prefix: &str) -> Option<History> {
    let mut reading = Reading::default();
    let mut tokens = log.split(|byte| *byte == 0).map(|token| token.strip_prefix(b"\n").unwrap_or(token)).peekable();
    while let Some(token) = tokens.next() {
        if token.is_empty() {
            continue;
        }
        token.strip_prefix(b"\x01")?;
        let commit = reading.commit([tokens.next()?, tokens.next()?, tokens.next()?, tokens.next()?])?;
        let mut entries = Vec::new();
        while let Some(status) = tokens.next_if(|token| !token.starts_with(b"\x01")) {
            if status.is_empty() {
                continue;
            }
            let path = tokens.next()?;
            let entry = match status {
                b"R100" => Entry { kind: Change::Renamed(under(path, prefix)), path: under(tokens.next()?, prefix) },
                _ if status.iter().all(|sign| *sign == b'A') => {
                    Entry { kind: Change::Added, path: under(path, prefix) }
                }
                _ if status.iter().all(|sign| *sign == b'D') => {
                    Entry { kind: Change::Deleted, path: under(path, prefix) }
                }
                _ => Entry { kind: Change::Changed, path: under(path, prefix) },
            };
            entries.push(entry);
        }
        reading.take(commit, entries);
    }
    Some(reading.finish())
}

struct Entry {
    kind: Change,
    path: Option<String>,
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
    authors: Vec<Author>,
    author_places: HashMap<Author, u32>,
    files: Vec<Tracked>,
    /// The file that stood at a path at the commit being read.
    places: HashMap<String, usize>,
    /// The path of each file now.
    paths: Vec<String>,
}

impl Reading {
    fn commit(&mut self, [name, email, on, committed]: [&[u8]; 4]) -> Option<Commit> {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let author = Author { name: text(name), email: text(email) };
        let known = self.author_places.get(&author).copied();
        let author = known.unwrap_or_else(|| {
            let place = self.authors.len() as u32;
            self.authors.push(author.clone());
            self.author_places.insert(author, place);
            place
        });
        Some(Commit { author, on: day(on)?, committed: day(committed)? })
    }

    fn take(&mut self, commit: Commit, entries: Vec<Entry>) {
        // A file that appears while another vanishes may be that one under a new name, so its beginning is unknown.
        let vanished = entries.iter().any(|entry| entry.kind == Change::Deleted);
        let mut renamed = Vec::new();
        for Entry { kind, path } in entries {
            let Some(path) = path else { continue };
            let file = self.file(path.clone(), commit, kind != Change::Deleted);
            let tracked = &mut self.files[file];
            tracked.changes += 1;
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
            self.files.push(Tracked { last, first: None, changes: 0, present });
            self.paths.push(path.clone());
            self.files.len() - 1
        })
    }

    fn finish(self) -> History {
        let known = self.paths.into_iter().zip(self.files).filter(|(_, file)| file.present);
        let provenance =
            |file: Tracked| Provenance { first: file.first, last: file.last, changes: file.changes, edited: false };
        // A path may have had several files one after another: the one that is there now was met first.
        let mut files = HashMap::new();
        for (path, file) in known {
            files.entry(path).or_insert_with(|| provenance(file));
        }
        History { knowledge: Knowledge::Whole, authors: self.authors, files, ..History::default() }
    }
}

/// The day of a moment as git writes it, where its writer was.
fn day(moment: &[u8]) -> Option<Date> {
    Date::parse(std::str::from_utf8(moment.get(..10)?).ok()?)
}
