//! Where the site goes, and the folders that are refused.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{Access, Dir, access};

use super::Target;
use super::manifest::{self, Ours};
use crate::base::error::{Error, Result};

/// Folders of a cell, and of this program's own repository, that people write, and the files that it is read from, which
/// a folder of that name would keep it from.
const SOURCES: [&str; 7] = ["records", "templates", "src", ".git", "hieucan.yaml", "rubric.yaml", "accepted.yaml"];

/// Files that keep an empty folder in git.
const KEEPERS: [&[u8]; 2] = [b".gitignore", b".gitkeep"];

/// How many names of files that stand in the way are told.
const TOLD: usize = 5;

/// An output folder that may be written to.
pub(super) struct Place {
    /// The folder around it, without links; it may not be there yet.
    pub(super) parent: PathBuf,
    /// Its name.
    pub(super) name: OsString,
}

impl Place {
    /// Where `target` goes, unless that place is refused.
    pub(super) fn of(target: &Target) -> Result<Self> {
        let root = fs::canonicalize(&target.root).map_err(|error| Error::read(&target.root, error))?;
        let out = resolved(&target.out)?;
        refuse_by_position(&out, &root)?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refused(&out, "output-holds-records", root.display().to_string()));
        };
        refuse_inside_other_output(&out, parent)?;
        refuse_by_contents(&out, parent)?;
        Ok(Self { parent: parent.to_owned(), name: name.to_owned() })
    }

    /// Its full path.
    pub(super) fn path(&self) -> PathBuf {
        self.parent.join(&self.name)
    }
}

/// A refusal of `path` for the `reason` of this key.
pub(super) fn refused(path: &Path, reason: &'static str, found: String) -> Error {
    Error::RefusedOutput { path: path.to_owned(), reason, found }
}

/// The first few of `names`, as one text.
pub(super) fn named(names: &[String]) -> String {
    let told = names.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > TOLD { format!("{told}, … ({})", names.len()) } else { told }
}

/// The full path of `out` with every link above it followed. A link at `out` itself is refused: exchanging it would
/// leave the site it led to behind.
fn resolved(out: &Path) -> Result<PathBuf> {
    // Without a slash at the end, which would follow a link.
    let out: PathBuf = out.components().collect();
    let out = std::path::absolute(&out).map_err(|error| Error::write(&out, error))?;
    match standing_at(&out)? {
        Some(found) if found.is_symlink() => Err(refused(&out, "output-is-link", link_target(&out))),
        Some(found) if !found.is_dir() => Err(refused(&out, "output-is-file", String::new())),
        Some(_) => fs::canonicalize(&out).map_err(|error| Error::write(&out, error)),
        None => resolved_above(&out),
    }
}

/// What stands at `path` itself, if anything.
fn standing_at(path: &Path) -> Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::write(path, error)),
    }
}

fn link_target(link: &Path) -> String {
    fs::read_link(link).map(|target| target.display().to_string()).unwrap_or_default()
}

/// The full path of something that is not there: its nearest folder that is, and the names below that.
fn resolved_above(out: &Path) -> Result<PathBuf> {
    for above in out.ancestors().skip(1) {
        let Some(found) = standing_at(above)? else { continue };
        let real = fs::canonicalize(above).map_err(|error| Error::write(above, error))?;
        if !found.is_dir() && !real.is_dir() {
            return Err(refused(out, "output-is-file", above.display().to_string()));
        }
        let missing = out.strip_prefix(above).unwrap_or(out);
        if missing.components().any(|part| part == Component::ParentDir) {
            return Err(Error::write(out, io::Error::from(ErrorKind::NotFound)));
        }
        return Ok(real.join(missing));
    }
    Err(Error::write(out, io::Error::from(ErrorKind::NotFound)))
}

/// Refuses the root, what holds it, the home folder and the folders that people write.
fn refuse_by_position(out: &Path, root: &Path) -> Result<()> {
    if out == root {
        return Err(refused(out, "output-is-root", String::new()));
    }
    if root.starts_with(out) {
        return Err(refused(out, "output-holds-records", root.display().to_string()));
    }
    if let Some(home) = home().filter(|home| home.starts_with(out)) {
        return Err(refused(out, "output-is-home", home.display().to_string()));
    }
    match source_of(out, root, None) {
        Some(source) => Err(refused(out, "output-in-sources", source)),
        None => Ok(()),
    }
}

/// What people write that the full path `out` is or lies in, if any; in any letter case, since some disks know none.
pub(super) fn source_of(out: &Path, root: &Path, rubric: Option<&str>) -> Option<String> {
    let below = out.strip_prefix(root).ok().map(folded);
    let is_in = |name: &str| {
        let place = root.join(name);
        let real = fs::canonicalize(&place).unwrap_or(place);
        out.starts_with(&real) || below.as_ref().is_some_and(|below| below.starts_with(folded(Path::new(name))))
    };
    let source = SOURCES.into_iter().chain(rubric).find(|name| is_in(name));
    let is_git = |part: Component<'_>| folded(Path::new(part.as_os_str())) == Path::new(".git");
    source.or_else(|| out.components().any(is_git).then_some(".git")).map(str::to_owned)
}

fn folded(path: &Path) -> PathBuf {
    path.to_string_lossy().to_lowercase().into()
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().and_then(|home| fs::canonicalize(home).ok())
}

fn refuse_inside_other_output(out: &Path, parent: &Path) -> Result<()> {
    for above in parent.ancestors() {
        // A folder that cannot be opened holds no site of this user's.
        let Ok(folder) = File::open(above) else { continue };
        if manifest::stands_in(&folder).unwrap_or(false) {
            return Err(refused(out, "output-in-output", above.display().to_string()));
        }
    }
    Ok(())
}

fn refuse_by_contents(out: &Path, parent: &Path) -> Result<()> {
    let Some(found) = standing_at(out)? else {
        return Ok(());
    };
    if fs::metadata(parent).is_ok_and(|around| around.dev() != found.dev()) {
        return Err(refused(out, "output-is-mount-point", String::new()));
    }
    access(out, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).map_err(|e| Error::write(out, e.into()))?;
    let folder = File::open(out).map_err(|error| Error::write(out, error))?;
    if of_manifest(out, manifest::stands_in(&folder))? { Ok(()) } else { refuse_foreign(out, folder.as_fd()) }
}

fn of_manifest<T>(out: &Path, looked: io::Result<T>) -> Result<T> {
    looked.map_err(|error| Error::read(out.join(super::MANIFEST), error))
}

/// What we wrote into the open `folder` at `out`, nothing when it counts as empty; a folder of other people's files
/// is refused.
pub(super) fn ours(out: &Path, folder: BorrowedFd<'_>) -> Result<Option<Ours>> {
    let ours = of_manifest(out, Ours::listed_in(folder))?;
    if ours.is_none() {
        refuse_foreign(out, folder)?;
    }
    Ok(ours)
}

/// Refuses a folder in which there is anything but what keeps an empty folder in git.
fn refuse_foreign(out: &Path, folder: BorrowedFd<'_>) -> Result<()> {
    let foreign = foreign_names(folder).map_err(|error| Error::read(out, error))?;
    if foreign.is_empty() { Ok(()) } else { Err(refused(out, "output-has-foreign-files", named(&foreign))) }
}

fn foreign_names(folder: BorrowedFd<'_>) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder)? {
        let name = entry?.file_name().to_bytes().to_vec();
        if !matches!(name.as_slice(), b"." | b"..") && !KEEPERS.contains(&name.as_slice()) {
            names.push(OsStr::from_bytes(&name).display().to_string());
        }
    }
    names.sort();
    Ok(names)
}
