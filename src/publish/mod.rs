//! Writes the site, all or nothing: beside the old one, then both are exchanged in one step.
//!
//! 1. The output folder is looked at, and refused when it is somebody else's ([`check_target`]).
//! 2. Under the lock of the folder around it, what dead builds left is found and a stage is made and locked.
//! 3. Every artifact is made and written into the stage, one at a time per thread; then `manifest.json`.
//! 4. Under the lock again, files that are not ours move along as links, and the stage takes the site's place.
//! 5. The old site is removed, a moment later: a reader may still be on the way through its folders.
//!
//! Whatever fails before the exchange leaves the old site as it was and gives the space of the stage back. A killed
//! build leaves a hidden stage that nobody sees and that the next build removes.

mod file_place;
mod handover;
mod known;
mod manifest;
mod neighbourhood;
mod new_file;
mod place;
mod put_file;
mod signals;
mod stage;
mod swap;
mod tree;

use std::fs::File;
use std::io::ErrorKind;
use std::os::fd::AsFd;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::artifact::Artifact;
use crate::base::digest::Digest;
use crate::base::error::{Error, Result};
use known::{Moment, Standing};
use manifest::Entry;
use neighbourhood::Neighbourhood;
use place::Place;
use stage::Stage;

pub use file_place::{FileTarget, check_file};
pub use known::Known;
pub use manifest::MANIFEST;
pub use put_file::{Replace, put_file};
pub use signals::Watch;

/// Where a site goes.
#[derive(Debug, Clone)]
pub struct Target {
    /// The cell's root folder.
    pub root: PathBuf,
    /// The output folder; the folders around it are made when they are missing.
    pub out: PathBuf,
    /// Whether everything must have reached the disk before the old site goes.
    pub durable: bool,
}

/// A site that now stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many files were written, `manifest.json` among them.
    pub files: usize,
    /// How many bytes they have together.
    pub bytes: u64,
    /// The output folder with its full path.
    pub out: PathBuf,
    /// The old site, hidden beside the new one, when not all of it could be removed; the next build tries again.
    pub left_over: Option<PathBuf>,
    /// What the next build need not make again, if that was asked for.
    pub known: Known,
}

/// Refuses an output folder that must not be written to, before any work is done.
///
/// # Errors
/// [`Error::RefusedOutput`] with the reason: `output-is-root`, `output-holds-records`, `output-in-sources`,
/// `output-is-home`, `output-is-file`, `output-is-link`, `output-is-mount-point`, `output-in-output` or
/// `output-has-foreign-files`; [`Error::Read`] or [`Error::Write`] when the folders around it cannot be looked at.
pub fn check_target(target: &Target) -> Result<()> {
    Place::of(target).map(drop)
}

/// The files of our own site that stands where this one goes; none where there is no such site.
///
/// # Errors
/// As [`check_target`].
pub fn standing(target: &Target) -> Result<Vec<String>> {
    let path = Place::of(target)?.path();
    match File::open(&path) {
        Ok(folder) => Ok(place::ours(&path, folder.as_fd())?.map(manifest::Ours::into_names).unwrap_or_default()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Error::read(path, error)),
    }
}

/// Whether the system lets us write where the site goes: into the folder around it, or the nearest one that is there.
pub fn may_write(target: &Target) -> bool {
    let out = std::path::absolute(&target.out).unwrap_or_else(|_| target.out.clone());
    let around = out.ancestors().skip(1).find(|folder| folder.is_dir());
    around.is_some_and(|folder| rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok())
}

/// Makes and writes every artifact and puts the site in the place of the old one. `progress` hears how many of the
/// artifacts have been written, from several threads.
///
/// # Errors
/// As [`check_target`]; [`Error::RefusedOutput`] with `output-in-the-way` when a file that is not ours stands where
/// one of ours belongs; [`Error::DuplicateArtifact`] when two artifacts have one path; [`Error::Write`] with the path
/// when the disk fails; [`Error::Locked`] when another build does not let go of the folder;
/// [`Error::Interrupted`] after SIGINT, SIGTERM or SIGHUP; and whatever an artifact says. The old site then stands.
pub fn publish(artifacts: Vec<Artifact<'_>>, target: &Target, progress: &(dyn Fn(usize) + Sync)) -> Result<Published> {
    publish_known(artifacts, target, None, progress)
}

/// The same, with what is `known` of the site that stands: files whose keys have not changed are linked from it without
/// being made.
///
/// # Errors
/// As [`publish`].
pub fn publish_known(
    artifacts: Vec<Artifact<'_>>,
    target: &Target,
    known: Option<&Known>,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Published> {
    let place = Place::of(target)?;
    let plan = planned(artifacts)?;
    let watch = Watch::start();
    let around = Neighbourhood::open(&place, &watch)?;
    let mut stage = Stage::open(&around)?;
    let writer = Writer { stage: &stage, watch: &watch, known };
    let (entries, landed): (Vec<Entry>, Vec<_>) = writer.write_all(&plan, progress)?.into_iter().unzip();
    let bytes = entries.iter().map(|entry| entry.size).sum::<u64>() + put_manifest(&stage, &entries)?;
    if target.durable {
        stage.sync()?;
    }
    if let Some(last) = landed.iter().flatten().map(Landed::changed).max() {
        stage.wait_until_after(last);
    }
    let left_over = swap::replace(&around, &mut stage, target.durable)?;
    let files = entries.len() + 1;
    let known = entries.into_par_iter().zip(landed).filter_map(|(entry, landed)| {
        let standing = settled(&entry.path, landed?, &stage)?;
        Some((entry.path, standing))
    });
    let known = known.collect::<Vec<_>>().into_iter().collect();
    Ok(Published { files, bytes, out: place.path(), left_over, known })
}

/// Writes the list of all files; tells how long it is.
fn put_manifest(stage: &Stage<'_>, entries: &[Entry]) -> Result<u64> {
    let manifest = manifest::text(entries);
    stage.put(MANIFEST, &manifest)?;
    Ok(manifest.len() as u64)
}

/// A file of the new site as the system knows it now; the old site's links to it are gone, which counts as a change.
fn settled(path: &str, landed: Landed, stage: &Stage<'_>) -> Option<Standing> {
    match landed {
        Landed::Written(standing) => Some(standing),
        Landed::Linked(standing) => {
            let state = stage.state(path).filter(|state| state.is_linked_to(&standing.state))?;
            Some(standing.now(state))
        }
    }
}

/// Artifacts that a thread takes at a time; with more, one thread may have a pile left when the others are done.
const AT_A_TIME: usize = 2;

/// The artifacts by path; no two may have one path, in any letter case, since a site is copied to other systems.
fn planned(mut artifacts: Vec<Artifact<'_>>) -> Result<Vec<Artifact<'_>>> {
    let mut folded: Vec<_> =
        artifacts.par_iter().map(|artifact| artifact.path().as_str().to_ascii_lowercase()).collect();
    folded.push(MANIFEST.to_owned());
    folded.par_sort_unstable();
    if let Some(pair) = folded.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Error::DuplicateArtifact(pair[0].clone()));
    }
    artifacts.par_sort_by(|a, b| a.path().cmp(b.path()));
    Ok(artifacts)
}

/// A file that was put into the stage: its line of the manifest, and what the next build may know of it.
type Put = (Entry, Option<Landed>);

/// How a file came into the stage.
enum Landed {
    Written(Standing),
    Linked(Standing),
}

impl Landed {
    /// When it was last changed, by the file system's clock.
    fn changed(&self) -> Moment {
        let (Self::Written(standing) | Self::Linked(standing)) = self;
        standing.state.changed()
    }
}

struct Writer<'w> {
    stage: &'w Stage<'w>,
    watch: &'w Watch,
    known: Option<&'w Known>,
}

impl Writer<'_> {
    fn write_all(&self, plan: &[Artifact<'_>], progress: &(dyn Fn(usize) + Sync)) -> Result<Vec<Put>> {
        let done = AtomicUsize::new(0);
        let write = |artifact: &Artifact<'_>| {
            self.watch.go_on()?;
            let key = self.known.and_then(|_| artifact.key());
            let put = match self.link(artifact, key)? {
                Some(put) => put,
                None => self.write(artifact, key)?,
            };
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            Ok(put)
        };
        plan.par_iter().with_max_len(AT_A_TIME).map(write).collect()
    }

    /// Takes the file as it stands, when it is known to be what the artifact would make.
    fn link(&self, artifact: &Artifact<'_>, key: Option<Digest>) -> Result<Option<Put>> {
        let path = artifact.path();
        let Some(standing) = self.known.and_then(|known| known.find(path, key)) else { return Ok(None) };
        let linked = self.stage.link_known(path.as_str(), &standing.state)?;
        Ok(linked.map(|state| {
            let standing = standing.now(state);
            (standing.entry(path), Some(Landed::Linked(standing)))
        }))
    }

    fn write(&self, artifact: &Artifact<'_>, key: Option<Digest>) -> Result<Put> {
        let (path, bytes) = (artifact.path(), artifact.make()?);
        let file = self.stage.put(path.as_str(), &bytes)?;
        let entry = Entry::of(path, &bytes);
        let landed = key.and_then(|key| {
            let standing = |state| Standing::of(&entry, key, state);
            Some(match file {
                Some(file) => Landed::Written(standing(stage::state_of(&file)?)),
                None => Landed::Linked(standing(self.stage.state(path.as_str())?)),
            })
        });
        Ok((entry, landed))
    }
}
