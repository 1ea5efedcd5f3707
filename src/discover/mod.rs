//! Reads the disk: settings, rubric, records, template overrides, and later the files that records name.
//!
//! Members may commit anything, so nothing here follows a link, waits for a FIFO, opens a device or reads a file
//! that has no bound. What is wrong with one file is a [`Problem`] of that file; what is wrong with the disk stops
//! the program, for a site built from half the records would look whole.

mod attachments;
mod commits;
mod git;
mod history;
mod open;
mod past;
mod repository;
mod revision;
mod walk;

use std::path::Path;

use rayon::prelude::*;

use crate::base::diagnostic::{Code, Diagnostic, Problem, Severity};
use crate::base::error::{Error, Result};
use crate::base::record_file::RecordFile;
use crate::base::source::{Source, Span, Text};
use open::{Content, Refusal, Root};

pub use attachments::{attachment_bytes, attachments};
pub use git::RECORDS;
pub use history::{history, history_at, history_on, user_email};
pub use past::{Files, Past, past};
pub use repository::{
    Hooks, Whereabouts, begin_repository, git_folder, git_program, has_identity, hooks_of, make_program,
    switch_hooks_on, whereabouts, whole,
};
pub use revision::{Revision, revision};

/// Name of the settings in the root.
pub const SETTINGS: &str = "hieucan.yaml";

/// Name of the cell's rubric in the root when the settings name none.
pub const RUBRIC: &str = "rubric.yaml";

/// Name of the list of accepted problems in the root.
pub const ACCEPTED: &str = "accepted.yaml";

/// Folder of the cell's own templates in the root.
pub const TEMPLATES: &str = "templates";

/// Largest text file that is read: 1 MiB.
pub const MAX_TEXT: u64 = 1024 * 1024;

/// Paths that one thread reads before it asks for more.
const BATCH: usize = 8;

/// The cell on disk, its rubric and templates read.
pub struct Sources {
    disk: Root,
    /// The rubric of the cell, when it has one of its own.
    pub rubric: Option<Source>,
    /// The problems that the cell accepts, when it lists any.
    pub accepted: Option<Source>,
    /// Template overrides: name under `templates/` and text, by name.
    pub templates: Vec<Source>,
    /// What was met among the templates and not taken.
    findings: Vec<Problem>,
}

/// The records of a cell.
#[derive(Debug)]
pub struct Records<T> {
    /// What became of each task log, by path.
    pub files: Vec<T>,
    /// Files and folders that are not taken as records or templates, each with the reason, by path.
    pub findings: Vec<Problem>,
}

/// Reads `hieucan.yaml` of the cell at `root`.
///
/// # Errors
/// [`Error::NoRoot`] when `root` is no folder, [`Error::NoSettings`] when there are none, [`Error::Unusable`] when it is a link, no regular file, larger than
/// 1 MiB or not UTF-8, [`Error::Read`] when the disk fails.
pub fn settings(root: &Path) -> Result<Source> {
    text_of(&Root::open(root)?, SETTINGS)?.ok_or_else(|| Error::NoSettings(root.to_owned()))
}

/// Reads the rubric and the template overrides of the cell at `root`. `rubric` is the path that the settings name, if
/// they name one.
///
/// # Errors
/// As [`Sources::records`], and [`Error::Unusable`] when the rubric or a template cannot be taken.
pub fn discover(root: &Path, rubric: Option<&Text>) -> Result<Sources> {
    let disk = Root::open(root)?;
    let rubric = rubric_of(&disk, rubric)?;
    let accepted = text_of(&disk, ACCEPTED)?;
    let (templates, findings) = templates(&disk)?;
    Ok(Sources { disk, rubric, accepted, templates, findings })
}

impl Sources {
    /// Reads the task logs and hands each to `take` where it was read, while others are still being found; a cell
    /// without `records/` has none.
    ///
    /// # Errors
    /// [`Error::Read`] when a file or folder is there but cannot be read, [`Error::Changed`] when one is being written
    /// all the while.
    pub fn records<T: Send>(&self, take: impl Fn(RecordFile) -> T + Sync) -> Result<Records<T>> {
        let mut walk = walk::records(&self.disk);
        // In batches, for threads that ask for one path each would wait for each other.
        let batch = || Some(walk.by_ref().take(BATCH).collect::<Vec<_>>()).filter(|batch| !batch.is_empty());
        let taken = |file: RecordFile| (file.path.clone(), take(file));
        let read = |path: Result<String>| Ok(read_record(&self.disk, path?)?.map(taken));
        let read_batch = |batch: Vec<_>| batch.into_iter().map(read).collect::<Vec<_>>();
        let read = std::iter::from_fn(batch).par_bridge().flat_map_iter(read_batch).collect::<Result<Vec<_>>>()?;
        let (mut findings, unnamed) = (self.findings.clone(), walk.unnamed.into_iter().map(taken));
        findings.extend(walk.findings);
        let mut files: Vec<(String, T)> = unnamed.collect();
        files.reserve(read.len());
        for file in read {
            match file {
                Ok(file) => files.push(file),
                Err(finding) => findings.push(finding),
            }
        }
        files.par_sort_by(|a, b| a.0.cmp(&b.0));
        findings.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Records { files: files.into_iter().map(|(_, file)| file).collect(), findings })
    }
}

/// Template overrides by name, and what was met among them and not taken.
fn templates(disk: &Root) -> Result<(Vec<Source>, Vec<Problem>)> {
    let mut walk = walk::templates(disk);
    let read: Vec<_> = walk.by_ref().map(|path| text_of(disk, &path?)).collect::<Result<_>>()?;
    let mut findings = walk.findings;
    findings.extend(walk.unnamed.into_iter().filter_map(|file| file.text.err()));
    let mut templates: Vec<Source> = read.into_iter().flatten().map(named_under_templates).collect();
    templates.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((templates, findings))
}

fn named_under_templates(mut template: Source) -> Source {
    if let Some(name) = template.path.strip_prefix("templates/") {
        template.path = name.to_owned();
    }
    template
}

/// The rubric named by the settings, else `rubric.yaml` if it exists.
fn rubric_of(disk: &Root, named: Option<&Text>) -> Result<Option<Source>> {
    let Some(named) = named else {
        return text_of(disk, RUBRIC);
    };
    let Some(path) = attachments::beneath(&named.value) else { return Err(misnamed(disk, Code::BadPath, named)) };
    match text_of(disk, &path)? {
        Some(source) => Ok(Some(source)),
        None => Err(misnamed(disk, Code::MissingFile, named)),
    }
}

/// A fault of the name of the rubric, where the settings give it.
fn misnamed(disk: &Root, code: Code, named: &Text) -> Error {
    let settings = text_of(disk, SETTINGS).ok().flatten().unwrap_or_default();
    let fault = Diagnostic::new(code, named.span).found(&named.value).arg("next", "look");
    Error::Unusable(vec![fault.located(SETTINGS, &settings.text, Severity::Error)])
}

/// A text that the program cannot do without: nothing when there is no such file, an error when it is faulty.
fn text_of(disk: &Root, path: &str) -> Result<Option<Source>> {
    let unusable = |problem| Err(Error::Unusable(vec![Problem { severity: Severity::Error, ..problem }]));
    match disk.read(path, MAX_TEXT)? {
        Content::Refused(Refusal::Missing) => Ok(None),
        Content::Refused(refusal) => unusable(needed(refused(path, refusal))),
        Content::TooLarge(_) => unusable(too_large(path)),
        Content::Bytes(bytes) => match decode(path, bytes) {
            Ok(text) => Ok(Some(Source { path: path.to_owned(), text })),
            Err(problem) => unusable(problem),
        },
    }
}

/// One record, or why nothing stands at its path any more.
fn read_record(disk: &Root, path: String) -> Result<Result<RecordFile, Problem>> {
    let text = match disk.read(&path, MAX_TEXT)? {
        Content::Refused(refusal) => return Ok(Err(refused(&path, refusal))),
        Content::TooLarge(_) => Err(too_large(&path)),
        Content::Bytes(bytes) => decode(&path, bytes),
    };
    Ok(Ok(RecordFile { path, text }))
}

fn refused(path: &str, refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Missing => Problem::of_file(Code::FileVanished, path),
        Refusal::NameTooLong => too_deep(path),
        Refusal::Link => special(path, "link"),
        Refusal::Special(kind) => special(path, kind),
    }
}

/// A warning about something that is no regular file; `kind` is how the catalogue calls it.
fn special(path: &str, kind: &str) -> Problem {
    let args = vec![("reason", format!("@special-{kind}")), ("next", "@special-record".to_owned())];
    Problem { args, ..Problem::of_file(Code::SpecialFile, path) }
}

/// The same of a file that has no other name, so that it cannot be left out by one.
fn needed(mut problem: Problem) -> Problem {
    let next = problem.args.iter_mut().filter(|(name, _)| *name == "next");
    next.for_each(|(_, value)| "@special-needed".clone_into(value));
    problem
}

fn too_deep(path: &str) -> Problem {
    fault(Code::FolderTooDeep, path, "limit", &walk::MAX_DEPTH.to_string())
}

/// A fault of the whole file at `path`, with one fact.
fn fault(code: Code, path: &str, name: &'static str, value: &str) -> Problem {
    Problem { args: vec![(name, value.to_owned())], ..Problem::of_file(code, path) }
}

fn too_large(path: &str) -> Problem {
    fault(Code::FileTooLarge, path, "limit", "1 MiB")
}

/// `bytes` as text, or the place of the first byte that is none.
fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let bad = error.utf8_error().valid_up_to();
        let shown = String::from_utf8_lossy(error.as_bytes());
        let end = bad + char::REPLACEMENT_CHARACTER.len_utf8();
        let fault = Diagnostic::new(Code::NotUtf8, Span::new(bad, end));
        fault.located(path, &shown, Code::NotUtf8.severity())
    })
}
