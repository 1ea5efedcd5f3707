//! How long git takes to tell the history of a large cell: 10,000 logs in 5,000 commits with 25,000 changes.
//!
//! `cargo run --release --example history` makes the repository in a temporary folder and asks five times.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use hieucan::discover;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    make(folder.path())?;
    let mut out = std::io::stdout().lock();
    for _ in 0..5 {
        let begun = Instant::now();
        let files = discover::history(folder.path(), &[]).files.len();
        writeln!(out, "{files} files: {:.2} s", begun.elapsed().as_secs_f64())?;
    }
    Ok(())
}

fn make(root: &Path) -> Result<(), Box<dyn Error>> {
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(root).args(args);
        git
    };
    git(&["init", "--quiet", "--initial-branch=main"]).status()?;
    let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn()?;
    import.stdin.take().ok_or("git reads nothing")?.write_all(commits()?.as_bytes())?;
    import.wait()?;
    git(&["reset", "--quiet", "--hard"]).status()?;
    Ok(())
}

/// The commits as `git fast-import` reads them: each brings two logs and changes three.
fn commits() -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    for commit in 0..5000 {
        let (moment, who) = (1_700_000_000 + commit * 3600, commit % 20);
        write!(out, "commit refs/heads/main\ncommitter M{who} <m{who}@vidu.example> {moment} +0700\ndata 1\n.\n")?;
        let new = [2 * commit, 2 * commit + 1];
        let old = [7, 11, 13].map(|step| commit * step % (2 * commit + 2));
        for number in new.into_iter().chain(old) {
            let text = format!("Bản {commit} của {number}\n");
            let path = format!("records/2026/m{}/{number:05}.md", number % 20);
            write!(out, "M 100644 inline {path}\ndata {}\n{text}\n", text.len())?;
        }
    }
    Ok(out)
}
