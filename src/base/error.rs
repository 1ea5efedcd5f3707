//! What stops the program: the disk, the settings, a template. Faults inside records are [`Problem`]s, never errors.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::diagnostic::Problem;

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a command could not be carried out. Each variant names what failed; the command exits with status 2.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("read {path}: {source}")]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("write {path}: {source}")]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The root is no folder.
    #[error("no folder {0}")]
    NoRoot(PathBuf),
    /// There is no `hieucan.yaml` in the root.
    #[error("no hieucan.yaml in {0}")]
    NoSettings(PathBuf),
    /// `hieucan.yaml` or the rubric cannot be used; every located fault is listed.
    #[error("settings or rubric cannot be used")]
    Unusable(Vec<Problem>),
    /// A review of a log that is not there was asked for.
    #[error("no log {found}")]
    UnknownRecord {
        /// What was asked for.
        found: String,
        /// The nearest id.
        closest: Option<String>,
    },
    /// A review that the checks would refuse was asked for; every reason is listed.
    #[error("the review would be refused")]
    ReviewRefused {
        /// The reasons.
        problems: Vec<Problem>,
        /// Names and ids of who may review it for the cell, as one text; empty when nobody may.
        others: String,
    },
    /// A review of somebody's own log was asked for, which counts nowhere; whoever may review it is named.
    #[error("a review of one’s own log")]
    OwnRecord {
        /// Names and ids of the cell's reviewers, as one text; empty when nobody else may.
        others: String,
        /// Whether it was asked for in the name of the superior body, where somebody may have the member's name.
        is_superior: bool,
    },
    /// This person's review of the log as it stands now is there already.
    #[error("reviewed in {0}")]
    Reviewed(String),
    /// The output folder must not be written to; the key names the reason in the catalogue, the text what was found.
    #[error("refused output folder {path}: {reason} {found}")]
    RefusedOutput {
        /// The output folder asked for.
        path: PathBuf,
        /// Key of the reason in the catalogue, such as `output-is-root`.
        reason: &'static str,
        /// What stands in the way, such as the names of foreign files.
        found: String,
    },
    /// A single file must not be written there; the key names the reason in the catalogue, the text what was found.
    #[error("refused file {path}: {reason} {found}")]
    RefusedFile {
        /// The file asked for.
        path: PathBuf,
        /// Key of the reason in the catalogue, such as `file-in-sources`.
        reason: &'static str,
        /// What stands in the way, such as the folder of the cell that it lies in.
        found: String,
        /// A place that would do.
        offered: PathBuf,
    },
    /// The folder of a file that is asked for is not there.
    #[error("no folder {folder} for {file}")]
    NoFolder {
        /// The file asked for.
        file: PathBuf,
        /// Its folder.
        folder: PathBuf,
    },
    /// The cell cannot be read as it was at a revision; the key names the reason in the catalogue, the text what git said.
    #[error("revision {revision}: {reason} {found}")]
    Revision {
        /// The revision asked for.
        revision: String,
        /// Key of the reason in the catalogue, such as `revision-unknown`.
        reason: &'static str,
        /// What git said.
        found: String,
    },
    /// The folder of the logs is missing or is a link, and a site with logs would be replaced by one without.
    #[error("{path} is gone and {out} still has its logs")]
    LostRecords {
        /// The folder of the logs.
        path: PathBuf,
        /// The site that stands.
        out: PathBuf,
        /// Whether a link stands in its place.
        is_link: bool,
    },
    /// Two artifacts of one plan have the same path in any letter case: a fault of the program.
    #[error("two artifacts have the path {0}")]
    DuplicateArtifact(String),
    /// Another build holds the lock of the output folder.
    #[error("another build is writing {0}")]
    Locked(PathBuf),
    /// A record or evidence file changed while the site was being built.
    #[error("{0} changed while it was being read")]
    Changed(PathBuf),
    /// A template, built in or overridden by the cell, cannot be used; the text names file, line and column.
    #[error("template: {0}")]
    Template(String),
    /// There is no such meeting paper; the key names the reason in the catalogue.
    #[error("no paper: {reason} {found}")]
    NoPaper {
        /// Key of the reason, such as `no-paper-period`.
        reason: &'static str,
        /// What was asked for.
        found: String,
        /// The nearest id of a member.
        closest: Option<String>,
        /// Periods that have what this one lacks, as one text.
        near: String,
    },
    /// No Chromium is installed, or not the one that was named.
    #[error("no Chromium {named:?}")]
    NoBrowser {
        /// What the environment names.
        named: Option<String>,
    },
    /// The browser did not print.
    #[error("{program} did not print: {found}")]
    NotPrinted {
        /// The browser.
        program: PathBuf,
        /// The last thing it said.
        found: String,
    },
    /// The browser ended without a word and without a file.
    #[error("{program} printed nothing and ended with {status}")]
    PrintedNothing {
        /// The browser.
        program: PathBuf,
        /// Its exit status, counted as shells do where a signal ended it.
        status: i32,
    },
    /// The browser was stopped after so many seconds.
    #[error("printing took more than {0} s")]
    PrintTooLong(u64),
    /// A file stands where one would be written, and was not named to be replaced.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// Files that a git server reads only at the top of a repository were asked for in this folder below it.
    #[error("{0} is not at the top of its repository")]
    NotAtTop(PathBuf),
    /// A log to begin another from cannot be taken apart.
    #[error("{0} is no log that can be read")]
    NoAnswers(PathBuf),
    /// A network address cannot be served on.
    #[error("listen on {at}: {source}")]
    Listen {
        /// The address asked for.
        at: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The build was interrupted by a signal; the old site stands.
    #[error("interrupted")]
    Interrupted,
}

impl Error {
    /// A reading failure of `path`.
    pub fn read(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Read { path: path.into(), source }
    }

    /// A writing failure of `path`.
    pub fn write(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Write { path: path.into(), source }
    }
}
