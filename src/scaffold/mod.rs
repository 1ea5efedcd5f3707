//! A new cell, ready to build: settings, a first log, what members and git need, and on request the files of a CI.
//!
//! Nothing that stands is touched. Each file is put in its place whole; a signal stops between two of them, and
//! another run writes what is missing.

mod ci;
mod files;
mod settings;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::base::i18n::Lang;
use crate::base::period::Date;
use crate::discover::{self, Whereabouts};
use crate::publish::{Replace, Watch, put_file};

pub use crate::discover::{Hooks, git_program, has_identity, hooks_of, whereabouts, whole};
pub use ci::Forge;
pub use files::HOOKS;
pub use files::{NewFile, shell_word};
pub use settings::{NewCell, NewMember, Unreadable, is_cell_id, tidy};

/// What a new cell begins with.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The folder.
    pub folder: PathBuf,
    /// The cell, when its settings are to be written.
    pub cell: Option<NewCell>,
    /// The language of the cell and of what is written.
    pub lang: Lang,
    /// Today, from which the first log counts its days.
    pub today: Date,
    /// Git servers that are to check and publish.
    pub forges: Vec<Forge>,
    /// Whether a repository is begun where there is none.
    pub repository: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Files written, by path under the folder.
    pub written: Vec<String>,
    /// Files that were there already and stay.
    pub kept: Vec<String>,
    /// Whether a repository was begun.
    pub repository: bool,
    /// Whether git checks before each commit; else what switches it on.
    pub hooks: Hooks,
}

/// Whether the folder is a cell already, so that nothing needs to be asked.
pub fn is_cell(folder: &Path) -> bool {
    folder.join(discover::SETTINGS).symlink_metadata().is_ok()
}

/// The cell in whose `records` the folder lies: there another cell would be read as logs of the first.
pub fn cell_around(folder: &Path) -> Option<PathBuf> {
    let whole = whole(folder)?;
    let in_records = |cell: &&Path| is_cell(cell) && whole.starts_with(cell.join("records"));
    whole.ancestors().skip(1).find(in_records).map(Path::to_owned)
}

/// Begins a cell, or adds what is missing to one.
///
/// # Errors
/// [`Error::NotAtTop`] when a CI is asked for below the top of a repository, [`Error::Write`] when the disk refuses,
/// [`Error::Interrupted`] after a signal; files that were written by then stand whole.
pub fn begin(plan: &Plan) -> Result<Begun> {
    let found = discover::whereabouts(&plan.folder);
    if let (Whereabouts::Below(_), false) = (&found, plan.forges.is_empty()) {
        return Err(Error::NotAtTop(plan.folder.clone()));
    }
    let watch = Watch::start();
    let kept = there_already(plan);
    let mut begun = Begun { written: Vec::new(), kept, repository: false, hooks: Hooks::None };
    let for_forges = plan.forges.iter().map(|forge| ci::file(*forge, plan.lang));
    for file in files::of(plan, found.prefix()).into_iter().chain(for_forges) {
        watch.go_on()?;
        match put(&plan.folder, &file) {
            Ok(()) => begun.written.push(file.path),
            Err(Error::Exists(_)) => begun.kept.push(file.path),
            Err(error) => return Err(error),
        }
    }
    begun.repository =
        plan.repository && matches!(found, Whereabouts::Outside) && discover::begin_repository(&plan.folder);
    begun.hooks = discover::switch_hooks_on(&plan.folder, files::HOOKS);
    Ok(begun)
}

/// What a cell has that stands already and is not looked at again.
fn there_already(plan: &Plan) -> Vec<String> {
    let own = if plan.cell.is_none() { &["hieucan.yaml", "records", "README.md"][..] } else { &[] };
    let there = own.iter().filter(|name| plan.folder.join(name).symlink_metadata().is_ok());
    there.map(|name| (*name).to_owned()).collect()
}

fn put(root: &Path, file: &NewFile) -> Result<()> {
    let path = root.join(&file.path);
    if let Some(link) = link_above(root, &file.path) {
        return Err(Error::write(link, io::ErrorKind::NotADirectory.into()));
    }
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists(path));
    }
    let folder = path.parent().unwrap_or(root);
    let made = Made::folders(folder)?;
    put_file(&path, file.text.as_bytes(), Replace::Never)?;
    if file.is_program {
        discover::make_program(&path)?;
    }
    made.keep();
    Ok(())
}

/// A link among the folders that lead to a file of the cell: nobody knows what would be written to behind it.
fn link_above(root: &Path, path: &str) -> Option<PathBuf> {
    let below = Path::new(path).parent()?.ancestors().map(|folder| root.join(folder));
    let is_link = |folder: &PathBuf| folder.symlink_metadata().is_ok_and(|found| found.is_symlink());
    below.into_iter().map(|folder| folder.components().collect()).find(is_link)
}

/// Folders made for a file; they go again when it cannot be written.
struct Made(Vec<PathBuf>);

impl Made {
    fn folders(folder: &Path) -> Result<Self> {
        let missing = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let made = Self(missing.map(Path::to_owned).collect());
        fs::create_dir_all(folder).map_err(|error| Error::write(folder, error))?;
        Ok(made)
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in &self.0 {
            // One that is not empty stays.
            let _ = fs::remove_dir(folder);
        }
    }
}
