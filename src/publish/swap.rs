//! The stage takes the place of the old site, and what is not ours in the old one moves along.

use std::ffi::OsString;
use std::fs::File;
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use rustix::fs::{AtFlags, RenameFlags, fsync, unlinkat};
use rustix::io::Errno;

use super::handover::{Handover, keep_rights};
use super::manifest::Ours;
use super::neighbourhood::Neighbourhood;
use super::place::{self, named};
use super::stage::Stage;
use super::tree::Tree;
use crate::base::error::{Error, Result};

/// How long the old site stays after the exchange. A reader's lookup that was on its way through its folders then would
/// find a file gone that both sites have.
const GRACE: Duration = Duration::from_millis(50);

/// Puts the stage in the place of the site and removes the old site; returns where it is when that fails.
pub(super) fn replace(around: &Neighbourhood<'_>, stage: &mut Stage<'_>, durable: bool) -> Result<Option<PathBuf>> {
    let lock = around.lock()?;
    let Some(old) = Old::open(around)? else {
        around.rename(&stage.name, &around.site, RenameFlags::empty()).map_err(|e| around.failed(&around.site, e))?;
        stage.has_become_site();
        return persist(around, durable).map(|()| None);
    };
    old.hand_over(around, stage)?;
    let aside = exchange(around, stage)?;
    stage.has_become_site();
    persist(around, durable)?;
    drop(lock);
    old.let_readers_through();
    Ok(old.remove(around, stage, &aside).err().map(|_| around.at(&aside)))
}

fn persist(around: &Neighbourhood<'_>, durable: bool) -> Result<()> {
    if durable {
        fsync(around.folder()).map_err(|errno| around.failed(&around.site, errno))?;
    }
    Ok(())
}

/// Exchanges stage and site in one step where the file system can, else by two renames; returns the name under
/// which the old site now stands.
fn exchange(around: &Neighbourhood<'_>, stage: &Stage<'_>) -> Result<OsString> {
    match around.rename(&stage.name, &around.site, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(stage.name.clone()),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => rename_twice(around, stage),
        Err(Errno::BUSY) => Err(place::refused(&around.at(&around.site), "output-is-mount-point", String::new())),
        Err(errno) => Err(around.failed(&around.site, errno)),
    }
}

/// For a moment there is no site; a build that dies in it is put right by the next one.
fn rename_twice(around: &Neighbourhood<'_>, stage: &Stage<'_>) -> Result<OsString> {
    let old = Neighbourhood::old_name(&stage.name);
    let rename = |from: &OsString, to: &OsString| around.rename(from, to, RenameFlags::empty());
    rename(&around.site, &old).map_err(|errno| around.failed(&around.site, errno))?;
    if let Err(errno) = rename(&stage.name, &around.site) {
        rename(&old, &around.site).map_err(|errno| around.failed(&around.site, errno))?;
        return Err(around.failed(&around.site, errno));
    }
    Ok(old)
}

/// The site that is to be replaced.
struct Old {
    folder: File,
    tree: Tree,
    /// What its manifest lists; nothing in an empty folder.
    ours: Option<Ours>,
}

impl Old {
    /// Looks at the site under the lock: another build may have put it there since the last look.
    fn open(around: &Neighbourhood<'_>) -> Result<Option<Self>> {
        let Some(folder) = around.open_site()? else {
            return Ok(None);
        };
        let path = around.at(&around.site);
        let (ours, tree) = rayon::join(|| place::ours(&path, folder.as_fd()), || Tree::list(folder.as_fd()));
        let (ours, tree) = (ours?, tree.map_err(|(name, errno)| Error::read(path.join(name), errno.into()))?);
        // The old site will stand under the name of a stage: no other build shall take it for a dead one's.
        let folder = File::from(folder);
        let _ = folder.try_lock();
        Ok(Some(Self { folder, tree, ours }))
    }

    /// Links what is not ours into the stage, or refuses and names what stands in the way.
    fn hand_over(&self, around: &Neighbourhood<'_>, stage: &Stage<'_>) -> Result<()> {
        keep_rights(&self.folder, stage)?;
        let in_the_way = self.handover(stage).carry(&self.foreign_folders(), &self.foreign_files())?;
        if in_the_way.is_empty() {
            return Ok(());
        }
        Err(place::refused(&around.at(&around.site), "output-in-the-way", named(&in_the_way)))
    }

    fn handover<'s>(&'s self, stage: &'s Stage<'_>) -> Handover<'s> {
        Handover { from: self.folder.as_fd(), to: stage }
    }

    fn foreign_files(&self) -> Vec<&Path> {
        let is_ours = |path: &Path| path.to_str().is_some_and(|path| self.ours.as_ref().is_some_and(|o| o.has(path)));
        self.tree.files.par_iter().map(PathBuf::as_path).filter(|path| !is_ours(path)).collect()
    }

    /// Folders in which we wrote nothing.
    fn foreign_folders(&self) -> Vec<&Path> {
        let is_ours = |folder: &Path| self.ours.as_ref().is_some_and(|ours| ours.is_above_one(folder));
        let folders = self.tree.folders.par_iter().flatten();
        folders.map(PathBuf::as_path).filter(|folder| !is_ours(folder)).collect()
    }

    fn let_readers_through(&self) {
        if self.ours.is_some() {
            std::thread::sleep(GRACE);
        }
    }

    /// Removes what was listed, and nothing else: a file that came since moves to the new site first.
    fn remove(self, around: &Neighbourhood<'_>, stage: &Stage<'_>, aside: &OsString) -> Result<()> {
        let fault = |(path, errno): (PathBuf, Errno)| Error::write(around.at(aside).join(path), errno.into());
        self.tree.remove(self.folder.as_fd()).map_err(fault)?;
        let late = Tree::list(self.folder.as_fd()).map_err(fault)?;
        let files: Vec<&Path> = late.files.iter().map(PathBuf::as_path).collect();
        let folders: Vec<&Path> = late.folders.iter().flatten().map(PathBuf::as_path).collect();
        if self.handover(stage).carry(&folders, &files)?.is_empty() {
            late.remove(self.folder.as_fd()).map_err(fault)?;
        }
        unlinkat(around.folder(), aside.as_os_str(), AtFlags::REMOVEDIR).map_err(|errno| around.failed(aside, errno))
    }
}
