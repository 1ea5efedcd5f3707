//! How long git takes to tell the history of a large cell: 10,000 logs in 5,000 commits with 25,000 changes.
//!
//! `cargo run --release --example history` makes the repository in a temporary folder and asks five times.

#[path = "../benches/generator/import.rs"]
mod import;

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use hieucan::discover;
use import::Commits;

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

/// Each commit brings two logs and changes three.
fn make(root: &Path) -> std::io::Result<()> {
    let mut commits = Commits::default();
    for commit in 0..5000 {
        commits.commit();
        let new = [2 * commit, 2 * commit + 1];
        let old = [7, 11, 13].map(|step| commit * step % (2 * commit + 2));
        for number in new.into_iter().chain(old) {
            let path = format!("records/2026/m{}/{number:05}.md", number % 20);
            commits.file(&path, &format!("Bản {commit} của {number}\n"));
        }
    }
    commits.import(root)
}
