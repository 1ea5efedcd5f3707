//! Commits put into a new repository by one `git fast-import`.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Commits as `git fast-import` reads them, by twenty authors in turn, an hour after one another.
#[derive(Default)]
pub struct Commits {
    text: String,
    count: usize,
}

impl Commits {
    /// Begins the next commit.
    pub fn commit(&mut self) {
        let (moment, who) = (1_700_000_000 + self.count * 3600, self.count % 20);
        let from = format!("committer M{who} <m{who}@vidu.example> {moment} +0700");
        self.count += 1;
        self.line(&format!("commit refs/heads/main\n{from}\ndata 1\n."));
    }

    /// What the commit makes of the file at `path`.
    pub fn file(&mut self, path: &str, text: &str) {
        self.line(&format!("M 100644 inline {path}\ndata {}\n{text}", text.len()));
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    /// Makes the repository at `root`, whose files become those of the last commit.
    pub fn import(self, root: &Path) -> io::Result<()> {
        let git = |args: &[&str]| {
            let mut git = Command::new("git");
            git.current_dir(root).args(args);
            git
        };
        git(&["init", "--quiet", "--initial-branch=main"]).status()?;
        let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn()?;
        import.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?.write_all(self.text.as_bytes())?;
        import.wait()?;
        git(&["reset", "--quiet", "--hard"]).status()?;
        // Of files of the same second as its index git believes nothing, and reads them each time.
        thread::sleep(Duration::from_millis(1100));
        git(&["status", "--short"]).output()?;
        Ok(())
    }
}
