//! Reads the disk: settings, rubric, records, template overrides, and later the files that records name.
//!
//! Members may commit anything, so nothing here follows a link, waits for a FIFO, opens a device or reads a file
//! that has no bound. What is wrong with one file is a [`Problem`] of that file; what is wrong with the disk stops
//! the program, for a site built from half the records would look whole.

mod attachments;
mod open;
mod walk;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::base::diagnostic::{Code, Diagnostic, Problem};
use crate::base::error::{Error, Result};
use crate::base::record_file::RecordFile;
use crate::base::source::{Source, Span};
use open::{Content, Refusal, Root};

pub use attachments::{attachment_bytes, attachments};

/// Name of the settings in the root.
pub const SETTINGS: &str = "hieucan.yaml";

/// Name of the cell's rubric in the root when the settings name none.
pub const RUBRIC: &str = "rubric.yaml";

/// Largest text file that is read: 1 MiB.
pub const MAX_TEXT: u64 = 1024 * 1024;

/// Paths that one thread reads before it asks for more.
const BATCH: usize = 64;

/// The cell as it stands on disk, read once.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The cell's root folder.
    pub root: PathBuf,
    /// The rubric of the cell, when it has one of its own.
    pub rubric: Option<Source>,
    /// Task logs, by path.
    pub records: Vec<RecordFile>,
    /// Files and folders that are not taken as records, each with the reason, by path.
    pub findings: Vec<Problem>,
    /// Template overrides: name under `templates/` and text, by name.
    pub templates: Vec<Source>,
}

/// Reads `hieucan.yaml` of the cell at `root`.
///
/// # Errors
/// [`Error::NoSettings`] when there is none, [`Error::Unusable`] when it is a link, no regular file, larger than
/// 1 MiB or not UTF-8, [`Error::Read`] when the disk fails.
pub fn settings(root: &Path) -> Result<Source> {
    text_of(&Root::open(root)?, SETTINGS)?.ok_or_else(|| Error::NoSettings(root.to_owned()))
}

/// Reads the records of the cell at `root`, its rubric and its template overrides. `rubric` is the path that the
/// settings name, if they name one; a cell without `records/` has no records.
///
/// # Errors
/// [`Error::Read`] when a file or folder is there but cannot be read, [`Error::Changed`] when one is being written
/// all the while, [`Error::Unusable`] when the rubric or a template cannot be taken.
pub fn discover(root: &Path, rubric: Option<&str>) -> Result<Sources> {
    let disk = Root::open(root)?;
    let rubric = rubric_of(&disk, rubric)?;
    let mut sources = Sources { root: root.to_owned(), rubric, ..Sources::default() };
    sources.take_records(&disk)?;
    sources.take_templates(&disk)?;
    sources.records.par_sort_by(|a, b| a.path.cmp(&b.path));
    sources.findings.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

impl Sources {
    /// Files are read while the walk goes on.
    fn take_records(&mut self, disk: &Root) -> Result<()> {
        let mut walk = walk::records(disk);
        // In batches, for threads that ask for one path each would wait for each other.
        let batch = || Some(walk.by_ref().take(BATCH).collect::<Vec<_>>()).filter(|batch| !batch.is_empty());
        let read_batch = |batch: Vec<_>| batch.into_iter().map(|path| read_record(disk, path?)).collect::<Vec<_>>();
        let read = std::iter::from_fn(batch).par_bridge().flat_map_iter(read_batch).collect::<Result<Vec<_>>>()?;
        self.records.extend(walk.unnamed);
        self.findings.extend(walk.findings);
        for file in read {
            match file {
                Ok(record) => self.records.push(record),
                Err(finding) => self.findings.push(finding),
            }
        }
        Ok(())
    }

    fn take_templates(&mut self, disk: &Root) -> Result<()> {
        let mut walk = walk::templates(disk);
        let read: Vec<_> = walk.by_ref().map(|path| text_of(disk, &path?)).collect::<Result<_>>()?;
        self.findings.extend(walk.findings);
        self.findings.extend(walk.unnamed.into_iter().filter_map(|file| file.text.err()));
        self.templates = read.into_iter().flatten().map(named_under_templates).collect();
        self.templates.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(())
    }
}

fn named_under_templates(mut template: Source) -> Source {
    if let Some(name) = template.path.strip_prefix("templates/") {
        template.path = name.to_owned();
    }
    template
}

/// The rubric named by the settings, else `rubric.yaml` if it exists.
fn rubric_of(disk: &Root, named: Option<&str>) -> Result<Option<Source>> {
    let Some(named) = named else {
        return text_of(disk, RUBRIC);
    };
    let path = attachments::beneath(named)
        .ok_or_else(|| Error::Unusable(vec![fault(Code::BadPath, SETTINGS, "found", named)]))?;
    match text_of(disk, &path)? {
        Some(source) => Ok(Some(source)),
        None => Err(Error::Unusable(vec![fault(Code::MissingFile, SETTINGS, "found", named)])),
    }
}

/// A text that the program cannot do without: nothing when there is no such file, an error when it is faulty.
fn text_of(disk: &Root, path: &str) -> Result<Option<Source>> {
    let unusable = |problem| Err(Error::Unusable(vec![problem]));
    match disk.read(path, MAX_TEXT)? {
        Content::Refused(Refusal::Missing) => Ok(None),
        Content::Refused(refusal) => unusable(refused(path, refusal)),
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
    fault(Code::SpecialFile, path, "reason", &format!("@special-{kind}"))
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
