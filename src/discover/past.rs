//! Earlier versions of files, as git keeps them: their bytes, by one `git cat-file`, and of files beside the records
//! which there were, by one log.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::attachments::beneath;
use super::git::{Git, Trouble, under};
use super::{MAX_TEXT, decode};
use crate::model::attachment::MAX_ATTACHMENT;

/// So many states of the files of one record are looked at, the latest first.
const VERSIONS: usize = 64;

/// So many paths are asked about beside the records.
const PATHS: usize = 1000;

/// So many blobs are asked for at once: their names fit into a pipe while nobody reads it.
const ASKED: usize = 500;

/// So many bytes are read of all versions together.
const BYTES: u64 = 1 << 30;

/// Every commit with the blobs that it left at some paths, each after all that follow it.
const LOG: &[&str] = &[
    "log",
    "-z",
    "--full-history",
    "--date-order",
    "-c",
    "--no-renames",
    "--raw",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-notes",
    "--format=%x01",
    "HEAD",
    "--",
];

/// A file at one time: its blob, or nothing when it was not there.
pub type Blob = Option<String>;

/// Earlier versions of the cell's files.
pub struct Past<'r> {
    git: Git<'r>,
    prefix: String,
    objects: Objects,
}

/// The earlier versions of the cell at `root`, if git keeps any. What may be read of them is one part of `shares`, for
/// those who look at once.
pub fn past(root: &Path, shares: usize) -> Option<Past<'_>> {
    let git = Git::of(root).ok()?;
    let prefix = git.ask(&["rev-parse", "--show-prefix"]).ok()?;
    let prefix = String::from_utf8_lossy(&prefix).trim_end_matches('\n').to_owned();
    let objects = Objects::of(&git, BYTES / shares as u64).ok()?;
    Some(Past { git, prefix, objects })
}

impl Past<'_> {
    /// What stood at these paths, and when.
    pub fn files(&self, paths: &BTreeSet<String>) -> Files {
        let cleaned: BTreeSet<String> = paths.iter().filter_map(|path| beneath(path)).take(PATHS).collect();
        let mut files = Files::default();
        if cleaned.is_empty() {
            return files;
        }
        // git holds every name in every tree against every path that it is asked about: so it is asked about few.
        let tops: BTreeSet<&str> = cleaned.iter().filter_map(|path| path.split('/').next()).collect();
        let asked: Vec<&str> = tops.into_iter().collect();
        for Change { commit, path, blob } in self.changes(&asked) {
            if cleaned.contains(&path) {
                files.by_path.entry(path).or_default().push((commit, blob));
            }
        }
        files
    }

    /// The texts of blobs, each nothing if it is not one that a record may be.
    pub fn texts(&mut self, blobs: &[&str]) -> Vec<Option<String>> {
        let mut texts = Vec::with_capacity(blobs.len());
        for some in blobs.chunks(ASKED) {
            self.objects.ask(some);
            texts.extend(some.iter().map(|blob| decode("", self.objects.answer(blob, MAX_TEXT)?).ok()));
        }
        texts
    }

    /// The hash of a blob's bytes.
    pub fn hash(&mut self, blob: &str) -> Option<[u8; 32]> {
        self.objects.ask(&[blob]);
        self.objects.answer(blob, MAX_ATTACHMENT).map(|bytes| *blake3::hash(&bytes).as_bytes())
    }

    fn changes(&self, paths: &[&str]) -> Vec<Change> {
        let log = self.git.ask(&[LOG, paths].concat()).unwrap_or_else(|Trouble(_)| Vec::new());
        read_log(&log, &self.prefix)
    }
}

/// What stood at some paths, the latest first.
#[derive(Default)]
pub struct Files {
    by_path: HashMap<String, Vec<(usize, Blob)>>,
}

impl Files {
    /// The blobs of `paths` together after each commit that changed any of them, the latest first, each by the place of its
    /// path; `None` for a path that git never had.
    pub fn states(&self, paths: &[&str]) -> Vec<Vec<Option<Blob>>> {
        let of_path = |path: &&str| beneath(path).and_then(|path| self.by_path.get(&path));
        let histories: Vec<Option<&Vec<(usize, Blob)>>> = paths.iter().map(of_path).collect();
        let commits: BTreeSet<usize> =
            histories.iter().flatten().flat_map(|blobs| blobs.iter().map(|(at, _)| *at)).collect();
        let at = |commit: usize| -> Vec<Option<Blob>> {
            let blob = |blobs: &Vec<(usize, Blob)>| {
                blobs.iter().find(|(at, _)| *at >= commit).and_then(|(_, blob)| blob.clone())
            };
            histories.iter().map(|blobs| blobs.map(blob)).collect()
        };
        commits.into_iter().take(VERSIONS).map(at).collect()
    }
}

/// What a commit made of a file; `commit` counts from the latest.
struct Change {
    commit: usize,
    path: String,
    blob: Blob,
}

fn read_log(log: &[u8], prefix: &str) -> Vec<Change> {
    let (mut changes, mut commit) = (Vec::new(), 0);
    let mut tokens = log.split(|byte| *byte == 0).map(|token| token.strip_prefix(b"\n").unwrap_or(token));
    while let Some(token) = tokens.next() {
        match token.first() {
            Some(1) => commit += 1,
            Some(b':') => {
                let path = tokens.next().and_then(|path| under(path, prefix));
                if let (Some(path), Some(blob)) = (path, blob(token)) {
                    changes.push(Change { commit, path, blob });
                }
            }
            _ => {}
        }
    }
    changes
}

/// The blob that a line of `--raw` leads to: `:<mode> <mode> <hash> <hash> <status>`, with a colon, a mode and a hash more
/// for each further parent. A link or a folder of another repository is no file.
fn blob(line: &[u8]) -> Option<Blob> {
    let line = std::str::from_utf8(line).ok()?;
    let fields: Vec<&str> = line.trim_start_matches(':').split(' ').collect();
    let parents = line.len() - line.trim_start_matches(':').len();
    let (mode, hash) = (fields.get(parents)?, fields.get(2 * parents + 1)?);
    Some(mode.starts_with("100").then(|| (*hash).to_owned()))
}

/// One `git cat-file --batch`, asked for one object after another.
struct Objects {
    child: Child,
    asking: ChildStdin,
    answers: BufReader<ChildStdout>,
    left: u64,
}

impl Objects {
    fn of(git: &Git<'_>, left: u64) -> io::Result<Self> {
        let mut command = git.command();
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        let asking = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let answers = BufReader::new(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
        Ok(Self { child, asking, answers, left })
    }

    /// Asks for blobs, of which each is then to be answered.
    fn ask(&mut self, blobs: &[&str]) {
        let names: String = blobs.iter().map(|blob| format!("{blob}\n")).collect();
        if self.left > 0 && self.asking.write_all(names.as_bytes()).and_then(|()| self.asking.flush()).is_err() {
            self.left = 0;
        }
    }

    /// The bytes of the next blob that was asked for, of at most `limit` bytes, while all together stay within bounds.
    fn answer(&mut self, blob: &str, limit: u64) -> Option<Vec<u8>> {
        if self.left == 0 {
            return None;
        }
        self.read(blob, limit).unwrap_or_else(|_| {
            self.left = 0;
            None
        })
    }

    fn read(&mut self, blob: &str, limit: u64) -> io::Result<Option<Vec<u8>>> {
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let Some(size) = head.trim_end().strip_prefix(blob).and_then(|head| head.strip_prefix(" blob ")) else {
            // A clone may lack it.
            return if head.trim_end().ends_with(" missing") {
                Ok(None)
            } else {
                Err(io::ErrorKind::InvalidData.into())
            };
        };
        let size: u64 = size.parse().map_err(|_| io::ErrorKind::InvalidData)?;
        self.left = self.left.checked_sub(size).ok_or(io::ErrorKind::FileTooLarge)?;
        let mut bytes = Vec::new();
        let mut answer = (&mut self.answers).take(size + 1);
        if size > limit {
            io::copy(&mut answer, &mut io::sink())?;
            return Ok(None);
        }
        answer.read_to_end(&mut bytes)?;
        bytes.pop();
        if bytes.len() as u64 == size { Ok(Some(bytes)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_line_names_the_blob_that_a_commit_left_also_of_a_merge() {
        let (a, b, c) = ("a".repeat(40), "b".repeat(40), "c".repeat(40));
        assert_eq!(blob(format!(":100644 100644 {a} {b} M").as_bytes()), Some(Some(b.clone())));
        assert_eq!(blob(format!("::100644 100644 100644 {a} {b} {c} MM").as_bytes()), Some(Some(c)));
        assert_eq!(blob(format!(":100644 000000 {a} {b} D").as_bytes()), Some(None));
        assert_eq!(blob(format!(":000000 120000 {a} {b} A").as_bytes()), Some(None));
        assert_eq!(blob(b":"), None);
    }
}
