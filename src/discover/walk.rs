//! Listing the files under `records/` and `templates/`. The only door to `walkdir`.

use std::ffi::OsStr;
use std::fs::FileType;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::FileType as Kind;
use walkdir::{DirEntry, WalkDir};

use super::open::{Root, special_kind};
use super::{fault, special, too_deep};
use crate::base::diagnostic::{Code, Problem};
use crate::base::error::{Error, Result};
use crate::base::record_file::{self, RecordFile, is_skipped};

/// How many folders may lie below each other under `records/`.
pub(super) const MAX_DEPTH: usize = 32;

const TEMPLATE_EXTENSIONS: [&str; 4] = ["html", "css", "js", "svg"];

/// A walk through a folder: gives the regular files that are to be read, relative to the root, with `/`, and keeps what
/// else it meets.
pub(super) struct Walk<'r> {
    root: &'r Root,
    start: PathBuf,
    wanted: fn(&OsStr) -> bool,
    /// What a file that is not wanted should be called, if its writer surely meant one that is.
    meant: fn(&str) -> Option<String>,
    entries: walkdir::IntoIter,
    /// Files to be read whose names cannot be written down.
    pub(super) unnamed: Vec<RecordFile>,
    /// What is not taken, and why.
    pub(super) findings: Vec<Problem>,
}

/// Task logs, reviews and ratings under `records/`.
pub(super) fn records(root: &Root) -> Walk<'_> {
    Walk::new(root, "records", is_record, meant_as_record)
}

/// Template overrides under `templates/`: pages, styles, scripts and icons.
pub(super) fn templates(root: &Root) -> Walk<'_> {
    Walk::new(root, "templates", is_template, |_| None)
}

fn is_record(name: &OsStr) -> bool {
    record_file::is_record(name.as_bytes())
}

fn is_template(name: &OsStr) -> bool {
    let extension = Path::new(name).extension().and_then(OsStr::to_str);
    extension.is_some_and(|extension| TEMPLATE_EXTENSIONS.contains(&extension))
}

/// The name that a log or review of this name should have: Notepad adds `.txt`, others write `.MD` or `.markdown`.
fn meant_as_record(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let stem = [".md", ".markdown", ".md.txt"].iter().find_map(|ending| lower.strip_suffix(ending))?;
    let meant = format!("{}.md", &name[..stem.len()]);
    (!stem.is_empty() && stem != "readme" && meant != name && is_record(OsStr::new(&meant))).then_some(meant)
}

/// What a link seems to lead to; it is not followed even to learn that.
fn kind_of_link(name: &OsStr) -> &'static str {
    if Path::new(name).extension().is_some() { "link" } else { "folder-link" }
}

impl Iterator for Walk<'_> {
    type Item = Result<String>;

    fn next(&mut self) -> Option<Result<String>> {
        loop {
            let file = match self.entries.next()? {
                Ok(entry) => self.file(&entry),
                Err(error) => match unlisted(self.root, &self.start, error) {
                    Ok(finding) => {
                        self.findings.extend(finding);
                        None
                    }
                    Err(error) => return Some(Err(error)),
                },
            };
            if let Some(file) = file {
                return Some(Ok(file));
            }
        }
    }
}

impl<'r> Walk<'r> {
    fn new(root: &'r Root, folder: &str, wanted: fn(&OsStr) -> bool, meant: fn(&str) -> Option<String>) -> Self {
        let start = root.path().join(folder);
        let entries = WalkDir::new(&start).follow_links(false).follow_root_links(false).into_iter();
        Self { root, start, wanted, meant, entries, unnamed: Vec::new(), findings: Vec::new() }
    }

    /// The path of a file that is to be read; takes note of anything else.
    fn file(&mut self, entry: &DirEntry) -> Option<String> {
        let is_folder = entry.file_type().is_dir();
        if is_skipped(entry.file_name().as_bytes()) && entry.depth() > 0 {
            if is_folder {
                self.entries.skip_current_dir();
            }
            return None;
        }
        if is_folder {
            if let Some(finding) = refused_folder(self.root, entry) {
                self.findings.push(finding);
                self.entries.skip_current_dir();
            }
            return None;
        }
        self.note(entry)
    }

    /// A link may stand for a folder of records, so it is always named, whatever it is called.
    fn note(&mut self, entry: &DirEntry) -> Option<String> {
        let kind = special_kind(kind_of(entry.file_type()));
        let wanted = (self.wanted)(entry.file_name());
        let path = relative(self.root, entry.path());
        match kind {
            Some("link") => self.findings.push(special(&path, kind_of_link(entry.file_name()))),
            Some(kind) if wanted || entry.depth() == 0 => self.findings.push(special(&path, kind)),
            None if entry.depth() == 0 => self.findings.push(special(&path, "other")),
            None if wanted => return self.named(entry.path(), path),
            None => self.findings.extend(self.misnamed(entry.file_name(), &path)),
            _ => {}
        }
        None
    }

    fn misnamed(&self, name: &OsStr, path: &str) -> Option<Problem> {
        let name = name.to_str()?;
        let meant = (self.meant)(name)?;
        let args = vec![("found", name.to_owned()), ("expected", meant)];
        Some(Problem { args, ..Problem::of_file(Code::LogName, path) })
    }

    fn named(&mut self, full: &Path, path: String) -> Option<String> {
        if is_utf8_tail(full, &path) {
            return Some(path);
        }
        let text = Err(name_not_utf8(&path));
        self.unnamed.push(RecordFile { path, text });
        None
    }
}

/// Whether the last part of `full` was written down as it stands; the root's own path may be anything.
fn is_utf8_tail(full: &Path, path: &str) -> bool {
    full.as_os_str().as_bytes().ends_with(path.as_bytes())
}

fn refused_folder(root: &Root, entry: &DirEntry) -> Option<Problem> {
    let path = relative(root, entry.path());
    if !is_utf8_tail(entry.path(), &path) {
        return Some(name_not_utf8(&path));
    }
    (entry.depth() > MAX_DEPTH).then(|| too_deep(&path))
}

fn name_not_utf8(path: &str) -> Problem {
    fault(Code::NameNotUtf8, path, "found", path)
}

/// The path under the root with `/`; what is not UTF-8 is replaced.
fn relative(root: &Root, path: &Path) -> String {
    path.strip_prefix(root.path()).unwrap_or(path).to_string_lossy().into_owned()
}

/// What the walk could not list: nothing when the folder is not there at all, a finding when it vanished or its path
/// is too long, else the end of the build.
fn unlisted(root: &Root, start: &Path, error: walkdir::Error) -> Result<Option<Problem>> {
    let path = error.path().unwrap_or(start).to_owned();
    let depth = error.depth();
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("a loop of folders"));
    match source.kind() {
        io::ErrorKind::NotFound if depth == 0 => Ok(None),
        io::ErrorKind::NotFound => Ok(Some(Problem::of_file(Code::FileVanished, &relative(root, &path)))),
        io::ErrorKind::InvalidFilename => Ok(Some(too_deep(&relative(root, &path)))),
        _ => Err(Error::read(path, source)),
    }
}

fn kind_of(kind: FileType) -> Kind {
    use std::os::unix::fs::FileTypeExt;

    if kind.is_file() {
        Kind::RegularFile
    } else if kind.is_symlink() {
        Kind::Symlink
    } else if kind.is_fifo() {
        Kind::Fifo
    } else if kind.is_socket() {
        Kind::Socket
    } else {
        Kind::CharacterDevice
    }
}
