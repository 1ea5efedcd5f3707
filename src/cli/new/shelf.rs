//! Where the drafts of a cell lie: each in a folder of its own, which whoever works on it holds locked. So nobody writes
//! over the draft of a session that is at work, nor over one that was left.

use std::env;
use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::base::digest::Digest;
use crate::publish::{Replace, put_file};

/// The drafts of one cell; without a folder of the user's there are none.
#[derive(Debug, Clone)]
pub struct Shelf(Option<PathBuf>);

/// The place of one draft, ours as long as this value lives.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    _lock: Option<File>,
}

/// More drafts than this nobody keeps in one cell.
const MOST: usize = 1000;

impl Shelf {
    /// The drafts of the cell at `root`, in the folder for what the user's programs are in the midst of.
    pub fn of(root: &Path) -> Self {
        let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")));
        let cell = root.canonicalize().ok().map(|root| Digest::of(&root).short());
        Self(state.zip(cell).map(|(state, cell)| state.join("hieucan").join(cell)))
    }

    /// A place for a new draft.
    pub fn place(&self) -> Option<Place> {
        let shelf = self.0.as_ref()?;
        private().recursive(true).create(shelf).ok()?;
        for number in 1..=MOST {
            let folder = shelf.join(number.to_string());
            match private().create(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.ok().and_then(|()| Place::taken(folder)),
            }
        }
        None
    }

    /// The drafts that nobody works on, the latest first.
    pub fn left(&self) -> Vec<Place> {
        let folders = self.0.iter().flat_map(fs::read_dir).flatten().flatten();
        let places = folders.filter_map(|entry| Place::taken(entry.path()));
        let mut dated: Vec<(SystemTime, Place)> =
            places.filter_map(|place| Some((place.file().metadata().ok()?.modified().ok()?, place))).collect();
        dated.sort_by(|(one, _), (other, _)| other.cmp(one));
        dated.into_iter().map(|(_, place)| place).collect()
    }
}

impl Place {
    /// The place at `folder`, unless a session works there. Where a disk knows no locks, everything is free.
    fn taken(folder: PathBuf) -> Option<Self> {
        let lock = File::open(&folder).ok()?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => None,
            tried => Some(Self { folder, _lock: tried.is_ok().then_some(lock) }),
        }
    }

    /// The draft's file.
    pub fn file(&self) -> PathBuf {
        self.folder.join("draft.json")
    }

    /// Writes the draft, whole; says whether the disk took it.
    pub fn write(&self, bytes: &[u8]) -> bool {
        put_file(&self.file(), bytes, Replace::Named).is_ok()
    }

    /// Takes the draft away, with what a kill may have left beside it.
    pub fn clear(self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder that only its owner can look into.
fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}
