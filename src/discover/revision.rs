//! The cell as it was at a revision: its files, written by git's own account to a folder that vanishes afterwards.

use std::fs::{self, DirBuilder, File};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::{DirBuilderExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use super::git::{Git, Trouble};
use crate::base::error::{Error, Result};
use crate::model::attachment::MAX_ATTACHMENT;
use crate::model::history::Knowledge;

/// The cell at a revision, in a folder that only its owner can read; it is removed when this is dropped.
pub struct Revision {
    folder: PathBuf,
}

impl Revision {
    /// Where the files are.
    pub fn root(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A file of the tree.
struct Blob<'t> {
    is_link: bool,
    hash: &'t str,
    size: u64,
    path: &'t str,
}

/// The cell at `root` as it was at `revision`: a branch, a tag or a hash.
///
/// # Errors
/// [`Error::Revision`] when git does not know it or cannot be asked, [`Error::Write`] when the disk is full, and what
/// `go_on` says when the run is to end.
pub fn revision(root: &Path, revision: &str, go_on: &dyn Fn() -> Result<()>) -> Result<Revision> {
    let refused = |reason, found| Error::Revision { revision: revision.to_owned(), reason, found };
    let git = Git::of(root).map_err(|knowledge| match knowledge {
        Knowledge::NoGit => refused("revision-no-git", String::new()),
        _ => refused("revision-no-repository", String::new()),
    })?;
    let failed = |Trouble(found)| refused("revision-failed", found);
    let not_found = |Trouble(found): Trouble| match found.contains("dubious ownership") {
        true => refused("revision-of-another-user", found),
        false => refused("revision-unknown", found),
    };
    let commit = format!("{revision}^{{commit}}");
    let hash = git.ask(&["rev-parse", "--verify", "--end-of-options", &commit]);
    let hash = hash.map_err(not_found)?;
    let tree = git.ask(&["ls-tree", "-r", "-l", "-z", String::from_utf8_lossy(&hash).trim()]).map_err(failed)?;
    let written = Revision { folder: new_folder()? };
    let blobs: Vec<Blob<'_>> = tree.split(|byte| *byte == 0).filter_map(blob).collect();
    let put = write(&git, &blobs, &written.folder, &|| go_on().is_ok());
    // A signal ends git too, and what it then says is not why the run ended.
    go_on()?;
    put.map_err(|error| refused("revision-failed", error.to_string()))?
        .map_err(|error| Error::write(&written.folder, error))?;
    Ok(written)
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

fn new_folder() -> Result<PathBuf> {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let nanoseconds = std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.subsec_nanos());
    let name = format!("hieucan-{}-{number}-{nanoseconds}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    DirBuilder::new().mode(0o700).create(&folder).map_err(|error| Error::write(&folder, error))?;
    Ok(folder)
}

/// A line of `git ls-tree -l`: `<mode> blob <hash> <size>\t<path>`. Hidden files are nobody's input.
fn blob(line: &[u8]) -> Option<Blob<'_>> {
    let (about, path) = std::str::from_utf8(line).ok()?.split_once('\t')?;
    let mut about = about.split_ascii_whitespace();
    let (mode, kind, hash, size) = (about.next()?, about.next()?, about.next()?, about.next()?);
    let plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    (kind == "blob" && plain).then_some(())?;
    Some(Blob { is_link: mode == "120000", hash, size: size.parse().ok()?, path })
}

/// Writes the files below `folder`; the outer error is git's, the inner one the disk's. Links come last, so that
/// nothing is written through one. It stops half-way when it is not to `go_on`.
fn write(git: &Git<'_>, blobs: &[Blob<'_>], folder: &Path, go_on: &dyn Fn() -> bool) -> io::Result<io::Result<()>> {
    let (large, small): (Vec<_>, Vec<_>) = blobs.iter().partition(|blob| blob.size > MAX_ATTACHMENT);
    let (links, files): (Vec<_>, Vec<_>) = small.into_iter().partition(|blob| blob.is_link);
    let mut command = git.command();
    command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (asking, answers) = (child.stdin.take(), child.stdout.take());
    let wanted = || files.iter().chain(&links).copied();
    let written = std::thread::scope(|scope| -> io::Result<io::Result<()>> {
        scope.spawn(|| asking.map(|asking| ask(asking, wanted())));
        let mut answers = BufReader::new(answers.ok_or(io::ErrorKind::BrokenPipe)?);
        for blob in wanted().take_while(|_| go_on()) {
            let bytes = answer(&mut answers, blob)?;
            if let Err(error) = put(&folder.join(blob.path), blob, &bytes) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    });
    let _ = child.kill();
    child.wait()?;
    let empty = |blob: &&Blob<'_>| empty(&folder.join(blob.path), blob.size);
    Ok(written?.and_then(|()| large.iter().try_for_each(empty)))
}

fn ask<'b>(mut asking: ChildStdin, blobs: impl Iterator<Item = &'b Blob<'b>>) -> io::Result<()> {
    for blob in blobs {
        writeln!(asking, "{}", blob.hash)?;
    }
    Ok(())
}

fn answer(answers: &mut impl BufRead, blob: &Blob<'_>) -> io::Result<Vec<u8>> {
    let mut head = String::new();
    answers.read_line(&mut head)?;
    if head.trim_end() != format!("{} blob {}", blob.hash, blob.size) {
        return Err(io::Error::other(head.trim_end()));
    }
    let mut bytes = vec![0; blob.size as usize + 1];
    answers.read_exact(&mut bytes)?;
    bytes.pop();
    Ok(bytes)
}

fn put(path: &Path, blob: &Blob<'_>, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    if blob.is_link {
        return symlink(String::from_utf8_lossy(bytes).as_ref(), path);
    }
    File::create_new(path)?.write_all(bytes)
}

/// A file of which only the size matters.
fn empty(path: &Path, size: u64) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    File::create_new(path)?.set_len(size)
}
