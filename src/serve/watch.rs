//! Hears that something in the cell has changed. The only door to `notify`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::base::error::{Error, Result};
use crate::pipeline;

/// An editor writes a file in several steps; this long nothing must have happened.
const QUIET: Duration = Duration::from_millis(25);

/// Where something happens all the time, what has happened is shown after this long.
const PATIENCE: Duration = Duration::from_millis(250);

/// As often is looked whether another day has begun, also after a machine has slept.
const TICK: Duration = Duration::from_secs(20);

/// Folders in the root that hold no logs: what builds write, and what other tools keep there.
const PASSED_OVER: [&str; 3] = ["site", "target", "node_modules"];

/// Watches the cell.
pub(super) struct Watcher {
    root: PathBuf,
    /// Where git keeps which commit is the last.
    git: Option<PathBuf>,
    events: Receiver<notify::Result<Event>>,
    watcher: std::cell::RefCell<RecommendedWatcher>,
}

impl Watcher {
    /// Begins to watch the cell at `root`.
    pub(super) fn start(root: &Path) -> Result<Self> {
        let (tell, events) = channel();
        let failed = |error: notify::Error| Error::read(root, std::io::Error::other(error));
        // No link is followed when records are read; one to a large folder would be watched in vain.
        let config = notify::Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(tell, config).map_err(failed)?;
        watcher.watch(root, RecursiveMode::NonRecursive).map_err(failed)?;
        let git = pipeline::git_folder(root);
        let watcher = Self { root: root.to_owned(), git, events, watcher: watcher.into() };
        watcher.follow();
        Ok(watcher)
    }

    /// Watches every folder of the root that may hold something of the cell, those that came since too.
    fn follow(&self) {
        let mut watcher = self.watcher.borrow_mut();
        for folder in self.git.iter().flat_map(|git| [git.clone(), git.join(LOGS)]) {
            // Before the first commit there are no logs.
            let _ = watcher.watch(&folder, RecursiveMode::NonRecursive);
        }
        for folder in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            let is_folder = folder.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder && is_looked_at(&folder.path()) {
                // A folder that is gone again, or more of them than the system watches: the others are watched.
                let _ = watcher.watch(&folder.path(), RecursiveMode::Recursive);
            }
        }
    }

    /// Waits until something has changed and all is quiet again, or `is_over` says that another day has begun; `false`
    /// when nothing will be heard any more.
    pub(super) fn wait(&self, is_over: impl Fn() -> bool) -> bool {
        self.wait_ticking(TICK, is_over)
    }

    fn wait_ticking(&self, tick: Duration, is_over: impl Fn() -> bool) -> bool {
        loop {
            match self.events.recv_timeout(tick) {
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) if is_over() => return true,
                Ok(event) if self.is_change(&event) => break,
                _ => {}
            }
        }
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return false,
                Ok(_) => {}
            }
        }
        self.follow();
        true
    }

    /// Whether files may be others now. When the system has lost count, anything may be.
    fn is_change(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
            _ => event.need_rescan() || event.paths.is_empty() || event.paths.iter().any(|path| self.matters(path)),
        }
    }

    /// Whether the site may be another when this file is. Of what git keeps only the last commit is shown.
    fn matters(&self, path: &Path) -> bool {
        match self.git.as_ref().and_then(|git| path.strip_prefix(git).ok()) {
            Some(own) => [Path::new("HEAD"), Path::new(LOGS), &Path::new(LOGS).join("HEAD")].contains(&own),
            None => is_looked_at(path),
        }
    }
}

/// The folder in which git notes where each branch has been.
const LOGS: &str = "logs";

/// Whether a file or folder of this name may belong to the cell; editors keep files with a dot in front.
fn is_looked_at(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with(['.', '#']) && !name.ends_with('~') && !PASSED_OVER.contains(&name.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_day_is_a_change_though_nothing_happens() {
        let cell = tempfile::tempdir().expect("a folder");
        let watcher = Watcher::start(cell.path()).expect("a watcher");
        let looks = std::cell::Cell::new(0);
        let is_over = || {
            looks.set(looks.get() + 1);
            looks.get() == 3
        };
        assert!(watcher.wait_ticking(Duration::from_millis(5), is_over));
        assert_eq!(looks.get(), 3);
    }
}
