//! The repository that a new cell lies in, and the one that is begun for it.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::git::{self, Git};
use crate::base::error::{Error, Result};

/// Where a folder, which need not be there yet, lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// In no repository.
    Outside,
    /// At the top of one.
    Top,
    /// Below the top of one, by the way from there, which ends in `/`.
    Below(String),
}

impl Whereabouts {
    /// The way from the top to the folder: nothing, or a path that ends in `/`.
    pub fn prefix(&self) -> &str {
        match self {
            Whereabouts::Below(prefix) => prefix,
            _ => "",
        }
    }
}

/// Whether git runs the hooks of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hooks {
    /// It does.
    On,
    /// It does not, for somebody else's may be run: the folder to name in `core.hooksPath`, from the top.
    Off(String),
    /// There is no repository.
    None,
}

/// Where `folder` lies.
pub fn whereabouts(folder: &Path) -> Whereabouts {
    let Some(whole) = whole(folder) else { return Whereabouts::Outside };
    let top = whole.ancestors().find(|above| above.join(".git").symlink_metadata().is_ok());
    match top.and_then(|top| whole.strip_prefix(top).ok()) {
        None => Whereabouts::Outside,
        Some(way) if way.as_os_str().is_empty() => Whereabouts::Top,
        Some(way) => Whereabouts::Below(format!("{}/", way.to_string_lossy())),
    }
}

/// The folder without links on the way to what is there of it.
pub fn whole(folder: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(folder).ok()?;
    let there = absolute.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let (above, real) = there?;
    Some(real.join(absolute.strip_prefix(above).ok()?))
}

/// Begins a repository in `folder`, with a branch `main`; says whether there is one now.
pub fn begin_repository(folder: &Path) -> bool {
    Git::anywhere(folder).is_some_and(|git| git.ask(&["init", "--quiet", "--initial-branch=main"]).is_ok())
}

/// Has git run the hooks in the folder `hooks` of the cell at `root`, where it runs no others.
pub fn switch_hooks_on(root: &Path, hooks: &str) -> Hooks {
    let found = whereabouts(root);
    let path = format!("{}{hooks}", found.prefix());
    let Ok(git) = Git::of(root) else {
        return if found == Whereabouts::Outside { Hooks::None } else { Hooks::Off(path) };
    };
    match (set_hooks(&git).as_deref(), found) {
        (Some(set), _) if set == path => Hooks::On,
        (None, Whereabouts::Top) if !has_hooks(&git, root) => {
            match git.ask(&["config", "--local", "core.hooksPath", &path]) {
                Ok(_) => Hooks::On,
                Err(_) => Hooks::Off(path),
            }
        }
        _ => Hooks::Off(path),
    }
}

/// The folder of hooks that somebody has set; what this program says of it to git itself does not count.
fn set_hooks(git: &Git<'_>) -> Option<String> {
    let said = git.ask(&["config", "--show-scope", "--get-all", "core.hooksPath"]).ok()?;
    let said = String::from_utf8_lossy(&said).into_owned();
    let mut set = said.lines().filter_map(|line| line.split_once('\t')).filter(|(scope, _)| *scope != "command");
    set.next_back().map(|(_, path)| path.to_owned())
}

/// Whether the repository has hooks of its own, samples aside; also when nobody can tell.
fn has_hooks(git: &Git<'_>, root: &Path) -> bool {
    let Ok(folder) = git.ask(&["rev-parse", "--git-common-dir"]) else { return true };
    let folder = root.join(String::from_utf8_lossy(&folder).trim()).join("hooks");
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| !entry.file_name().to_string_lossy().ends_with(".sample"))
}

/// Whether git knows in whose name it commits in the folder at `root`, so that a commit does not fail; what it guesses from
/// the machine does not count, for it names no member.
pub fn has_identity(root: &Path) -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_known = |git: Git<'_>| ["user.name", "user.email"].iter().all(|key| git.ask(&["config", key]).is_ok());
    ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"].into_iter().all(is_set) || Git::anywhere(root).is_none_or(is_known)
}

/// The `git` that is run, if there is one.
pub fn git_program() -> Option<PathBuf> {
    git::program()
}

/// Whether git runs the hooks in the folder `hooks` of the cell at `root`; nothing is changed.
pub fn hooks_of(root: &Path, hooks: &str) -> Hooks {
    let found = whereabouts(root);
    let path = format!("{}{hooks}", found.prefix());
    match Git::of(root) {
        Ok(git) if set_hooks(&git).is_some_and(|set| set == path) => Hooks::On,
        Ok(_) => Hooks::Off(path),
        Err(_) => Hooks::None,
    }
}

/// Where git keeps what it knows of the working tree that `root` lies in.
pub fn git_folder(root: &Path) -> Option<PathBuf> {
    let said = Git::of(root).ok()?.ask(&["rev-parse", "--absolute-git-dir"]).ok()?;
    Some(PathBuf::from(OsStr::from_bytes(said.strip_suffix(b"\n")?)))
}

/// Lets everybody who may read the file at `path` run it.
///
/// # Errors
/// [`Error::Write`] when the disk refuses.
pub fn make_program(path: &Path) -> Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(|error| Error::write(path, error))
}
