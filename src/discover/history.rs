//! What git knows of the cell: the history of its records, and what of it is not committed.
//!
//! Whatever goes wrong leaves a history of which nothing is known, and the build goes on.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::commits;
use super::git::{self, Git, RECORDS, Trouble, under};
use crate::base::period::Date;
use crate::model::history::{History, Knowledge};

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

/// What git knows of the cell at `root`. `inputs` are paths under the root, beside the records, that a site is made
/// from: whether they are as the commit has them is asked too.
pub fn history(root: &Path, inputs: &[&str]) -> History {
    history_on(root, inputs, &[])
}

/// The same, with the versions of the records that stood at the end of some `days`, given in order.
pub fn history_on(root: &Path, inputs: &[&str], days: &[Date]) -> History {
    told(root, |git| gathered(git, inputs, days))
}

/// What git knew of the cell at `root` when `revision` was its last commit.
pub fn history_at(root: &Path, revision: &str) -> History {
    told(root, |git| About::of(git)?.map_or_else(|| Ok(History::default()), |about| about.history(git, revision, &[])))
}

fn told(root: &Path, ask: impl FnOnce(&Git<'_>) -> Result<History, Trouble>) -> History {
    match Git::of(root) {
        Ok(git) => ask(&git).unwrap_or_else(unknown),
        Err(knowledge) => History::unknown(knowledge, None),
    }
}

/// The e-mail address of whoever works in the cell at `root`, as git knows it.
pub fn user_email(root: &Path) -> Option<String> {
    let said = Git::of(root).ok()?.ask_if(&["config", "--get", "user.email"])?;
    let email = String::from_utf8(said).ok()?.trim().to_owned();
    (!email.is_empty()).then_some(email)
}

fn unknown(Trouble(said): Trouble) -> History {
    let knowledge = if said.contains("dubious ownership") { Knowledge::Refused } else { Knowledge::Failed };
    History::unknown(knowledge, Some(said))
}

/// The repository around the cell.
struct About {
    shallow: bool,
    /// Leads from its top to the cell.
    prefix: String,
}

impl About {
    /// Nothing when the cell is in no working tree.
    fn of(git: &Git<'_>) -> Result<Option<Self>, Trouble> {
        let about = git.ask(&["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"])?;
        let about = String::from_utf8_lossy(&about);
        let mut lines = about.lines();
        let is_inside = lines.next() == Some("true");
        let shallow = lines.next() != Some("false");
        Ok(is_inside.then(|| Self { shallow, prefix: lines.next().unwrap_or_default().to_owned() }))
    }

    /// The history up to a revision; nobody has committed anything where there is none.
    fn history(&self, git: &Git<'_>, revision: &str, days: &[Date]) -> Result<History, Trouble> {
        let head =
            git.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")]);
        let head = head.ok().map(|hash| String::from_utf8_lossy(&hash).trim().to_owned());
        let log = head.as_deref().map(|head| commits::read(git, head, &self.prefix, days)).transpose();
        let history = match log {
            log if self.shallow => cut_off(log.ok().flatten().unwrap_or_default()),
            log => log?.unwrap_or_else(|| History::unknown(Knowledge::Whole, None)),
        };
        Ok(History { head, ..history })
    }
}

fn gathered(git: &Git<'_>, inputs: &[&str], days: &[Date]) -> Result<History, Trouble> {
    let Some(about) = About::of(git)? else { return Ok(History::default()) };
    let (history, status) = std::thread::scope(|scope| {
        let history = scope.spawn(|| about.history(git, "HEAD", days));
        let status = status(git, inputs);
        (history.join().unwrap_or_else(|_| Err(Trouble(String::new()))), status)
    });
    let mut history = history?;
    history.uncommitted = changed(&status?, &about.prefix);
    for path in &history.uncommitted {
        if let Some(file) = history.files.get_mut(path) {
            file.edited = true;
        }
    }
    Ok(history)
}

/// What a clone tells that begins in the middle: versions, and of no file when or by whom it was written.
fn cut_off(history: History) -> History {
    History { versions: history.versions, ..History::unknown(Knowledge::Shallow, None) }
}

/// git compares files as its filters leave them; those that would run a program are switched off.
fn status(git: &Git<'_>, inputs: &[&str]) -> Result<Vec<u8>, Trouble> {
    let named = git.ask_if(&["config", "-z", "--name-only", "--get-regexp", "^filter\\."]).unwrap_or_default();
    let mut args: Vec<Vec<u8>> = Vec::new();
    for key in named.split(|byte| *byte == 0).filter(|key| !key.is_empty()) {
        let value: &[u8] = if key.ends_with(b".required") { b"=false" } else { b"=" };
        args.extend([b"-c".to_vec(), [key, value].concat()]);
    }
    let mut command = git.command();
    command.args(args.iter().map(|arg| OsStr::from_bytes(arg)));
    command.args(STATUS).arg(RECORDS).args(inputs);
    git::answer(command)
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
