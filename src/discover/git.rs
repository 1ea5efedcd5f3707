//! The `git` command, asked about the cell. The only door to it.
//!
//! Nothing that a repository brings along is run: hooks, filters, monitors, signatures and external diffs are switched
//! off, no network is asked, and variables that point git elsewhere are taken away.

use std::env;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::model::history::Knowledge;

/// Folder of the records; the history is that of the files below it.
pub const RECORDS: &str = "records";

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
    "diff.relative=false",
];

/// Variables that do not lead git to another repository; all else that begins with `GIT_` is taken away.
const KEPT: [&str; 4] = ["GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];

/// Why git gave no answer: what it said.
#[derive(Debug)]
pub(super) struct Trouble(pub(super) String);

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

    /// The command, whether or not the folder is in a repository.
    pub(super) fn anywhere(root: &'r Path) -> Option<Self> {
        Some(Self { program: program()?, root })
    }

    /// What git answers to `args`.
    pub(super) fn ask(&self, args: &[&str]) -> Result<Vec<u8>, Trouble> {
        let mut command = self.command();
        command.args(args);
        answer(command)
    }

    /// What git answers to `args` while it is fed with `input`.
    pub(super) fn feed(&self, args: &[&str], input: &[u8]) -> Result<Vec<u8>, Trouble> {
        let mut command = self.command();
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| Trouble(error.to_string()))?;
        let stdin = child.stdin.take();
        let output = std::thread::scope(|scope| {
            // Beside the reading of the answer: both pipes are short. Where git stops early it says why itself.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
            child.wait_with_output()
        });
        answered(output)
    }

    pub(super) fn ask_if(&self, args: &[&str]) -> Option<Vec<u8>> {
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
pub(super) fn answer(mut command: Command) -> Result<Vec<u8>, Trouble> {
    answered(command.output())
}

fn answered(output: std::io::Result<Output>) -> Result<Vec<u8>, Trouble> {
    let output = output.map_err(|error| Trouble(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    // Hints may stand before the reason.
    let reason = said.lines().find(|line| line.starts_with("fatal:") || line.starts_with("error:"));
    let reason = reason.or_else(|| said.lines().find(|line| !line.trim().is_empty()));
    Err(Trouble(reason.map_or_else(|| output.status.to_string(), str::to_owned)))
}

/// The `git` of the search path. A folder named relative to the present one is passed over: records may stand there.
pub(super) fn program() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let runs =
        |file: &PathBuf| file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    env::split_paths(&path).filter(|folder| folder.is_absolute()).map(|folder| folder.join("git")).find(runs)
}

/// `path`, which is relative to the repository, relative to the cell's root.
pub(super) fn under(path: &[u8], prefix: &str) -> Option<String> {
    let path = std::str::from_utf8(path).ok()?;
    path.strip_prefix(prefix).map(str::to_owned)
}
