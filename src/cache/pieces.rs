//! Pieces of work by the fingerprint of what they were made from, in one file.

use std::collections::HashMap;
use std::io;
use std::mem;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::Place;
use super::sealed::{self, Others, Sealed, Unsealed};
use crate::base::digest::Digest;
use crate::base::memo::Memo;

/// A piece in the file: the fingerprint of what it was made from, and how many bytes it has.
type Item = (Digest, u32);

/// The pieces of a file in order, and the fingerprints of all their bytes, so many at a time.
type Head = (Vec<Item>, Vec<Digest>);

/// Bytes that have one fingerprint: enough to be hashed quickly, little enough for all threads to have some.
const TOGETHER: usize = 1 << 18;

/// The pieces of the last run, and those that this one met.
pub struct Pieces {
    path: PathBuf,
    others: Others,
    maker: Digest,
    file: Option<Sealed>,
    known: HashMap<Digest, Range<usize>>,
    met: Mutex<Met>,
}

/// The pieces that a run met.
#[derive(Default)]
struct Met {
    /// Those that were found.
    found: Vec<Digest>,
    /// Those that were made anew stand in a file already, for no one needs them before the next run.
    made: Option<io::Result<Made>>,
}

/// A file of pieces that is being written.
struct Made {
    file: Unsealed,
    items: Vec<Item>,
    bytes: Fingerprints,
}

impl Pieces {
    /// The pieces that `maker` left in the file at `path`.
    pub(super) fn open(place: &Place, path: PathBuf, maker: Digest) -> Self {
        let file = sealed::read(&path, maker);
        let known = file.as_ref().and_then(known).unwrap_or_default();
        Self { path, others: place.others(), maker, file, known, met: Mutex::default() }
    }

    /// The piece of this key as it was written.
    fn find(&self, key: Digest) -> Option<&[u8]> {
        self.file.as_ref()?.parts().get(self.known.get(&key)?.clone())
    }

    /// Keeps the piece of this key that was found.
    fn note(&self, key: Digest) {
        self.met().found.push(key);
    }

    /// Keeps a new piece with the others.
    fn add(&self, key: Digest, made: &[u8]) {
        self.met().add(key, made, || self.begin());
    }

    fn met(&self) -> MutexGuard<'_, Met> {
        self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self) -> io::Result<Made> {
        let file = Unsealed::begin(&self.path, self.others)?;
        Ok(Made { file, items: Vec::new(), bytes: Fingerprints::default() })
    }

    /// Keeps the pieces that this run met, unless they are those of the last.
    ///
    /// # Errors
    /// When they cannot be written; nothing is lost by that but time.
    pub fn save(self) -> io::Result<()> {
        let mut met = mem::take(&mut *self.met());
        met.found.sort_unstable();
        met.found.dedup();
        if met.made.is_none() && met.found.len() == self.known.len() {
            return Ok(());
        }
        let mut made = met.made.unwrap_or_else(|| self.begin())?;
        for key in met.found {
            self.find(key).map_or(Ok(()), |piece| made.add(key, piece))?;
        }
        made.seal(self.maker)
    }
}

impl Met {
    fn add(&mut self, key: Digest, piece: &[u8], begin: impl FnOnce() -> io::Result<Made>) {
        let made = self.made.get_or_insert_with(begin);
        if let Ok(file) = made
            && let Err(error) = file.add(key, piece)
        {
            *made = Err(error);
        }
    }
}

impl Made {
    fn add(&mut self, key: Digest, piece: &[u8]) -> io::Result<()> {
        let Ok(length) = u32::try_from(piece.len()) else { return Ok(()) };
        self.file.add(piece)?;
        self.bytes.add(piece);
        self.items.push((key, length));
        Ok(())
    }

    fn seal(self, maker: Digest) -> io::Result<()> {
        let head: Head = (self.items, self.bytes.ended());
        self.file.seal(maker, &postcard::to_stdvec(&head).map_err(io::Error::other)?)
    }
}

impl Memo for Pieces {
    fn recall(&self, key: Digest) -> Option<&[u8]> {
        let found = self.find(key)?;
        self.note(key);
        Some(found)
    }

    fn keep(&self, key: Digest, made: Vec<u8>) {
        self.add(key, &made);
    }
}

/// Where the pieces of a file stand in it; nothing when they are not as they were written.
fn known(file: &Sealed) -> Option<HashMap<Digest, Range<usize>>> {
    let (items, written): Head = postcard::from_bytes(file.head()).ok()?;
    let mut at = 0;
    let place = |(key, length): Item| {
        let range = at..at + length as usize;
        at = range.end;
        (key, range)
    };
    let places = items.into_iter().map(place).collect();
    (fingerprints(file.parts()) == written).then_some(places)
}

fn fingerprints(bytes: &[u8]) -> Vec<Digest> {
    bytes.par_chunks(TOGETHER).map(Digest::of_bytes).collect()
}

/// The same of bytes that come part by part.
#[derive(Default)]
struct Fingerprints {
    told: Vec<Digest>,
    /// The bytes that are not yet so many.
    held: Vec<u8>,
}

impl Fingerprints {
    fn add(&mut self, mut part: &[u8]) {
        while !part.is_empty() {
            let (now, later) = part.split_at(part.len().min(TOGETHER - self.held.len()));
            self.held.extend_from_slice(now);
            part = later;
            if self.held.len() == TOGETHER {
                self.told.push(Digest::of_bytes(&self.held));
                self.held.clear();
            }
        }
    }

    fn ended(mut self) -> Vec<Digest> {
        self.told.extend((!self.held.is_empty()).then(|| Digest::of_bytes(&self.held)));
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_fingerprints_of_their_bytes_together() {
        let parts: Vec<Vec<u8>> =
            [3, TOGETHER, 0, 2 * TOGETHER - 3, 700].map(|length| vec![length as u8; length]).into();
        for many in 0..=parts.len() {
            let mut together = Fingerprints::default();
            parts[..many].iter().for_each(|part| together.add(part));
            assert_eq!(together.ended(), fingerprints(&parts[..many].concat()));
        }
    }
}
