//! Pieces of work by the fingerprint of what they were made from, in one file.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::Place;
use super::sealed::{self, Others, Sealed};
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
    /// The pieces that this run met; those that were made anew with their bytes.
    met: Mutex<Vec<(Digest, Option<Vec<u8>>)>>,
}

impl Pieces {
    /// The pieces that `maker` left in the file at `path`.
    pub(super) fn open(place: &Place, path: PathBuf, maker: Digest) -> Self {
        let file = sealed::read(&path, maker);
        let known = file.as_ref().and_then(known).unwrap_or_default();
        Self { path, others: place.others(), maker, file, known, met: Mutex::default() }
    }

    /// The piece of this key as it was written.
    pub(super) fn find(&self, key: Digest) -> Option<&[u8]> {
        self.file.as_ref()?.rest().get(self.known.get(&key)?.clone())
    }

    /// Keeps the piece of this key, or that which was found, with the others.
    pub(super) fn note(&self, key: Digest, made: Option<Vec<u8>>) {
        self.met.lock().unwrap_or_else(PoisonError::into_inner).push((key, made));
    }

    /// Keeps the pieces that this run met, unless they are those of the last.
    ///
    /// # Errors
    /// When they cannot be written; nothing is lost by that but time.
    pub fn save(self) -> io::Result<()> {
        let Self { path, others, maker, file, known, met } = self;
        let mut met = met.into_inner().unwrap_or_else(PoisonError::into_inner);
        if met.len() == known.len() && met.iter().all(|(_, made)| made.is_none()) {
            return Ok(());
        }
        met.sort_unstable_by_key(|(key, _)| *key);
        met.dedup_by_key(|(key, _)| *key);
        let found = |key| file.as_ref().zip(known.get(key)).and_then(|(file, range)| file.rest().get(range.clone()));
        let pieces = met.iter().filter_map(|(key, made)| Some((*key, made.as_deref().or_else(|| found(key))?)));
        let (items, parts): (Vec<Item>, Vec<&[u8]>) =
            pieces.filter_map(|(key, bytes)| Some(((key, u32::try_from(bytes.len()).ok()?), bytes))).unzip();
        let head: Head = (items, fingerprints_together(&parts));
        let head = postcard::to_stdvec(&head).map_err(io::Error::other)?;
        sealed::write(&path, maker, &head, &parts, others)
    }
}

impl Memo for Pieces {
    fn recall(&self, key: Digest) -> Option<&[u8]> {
        let found = self.find(key)?;
        self.note(key, None);
        Some(found)
    }

    fn keep(&self, key: Digest, made: Vec<u8>) {
        self.note(key, Some(made));
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
    (fingerprints(file.rest()) == written).then_some(places)
}

fn fingerprints(bytes: &[u8]) -> Vec<Digest> {
    bytes.par_chunks(TOGETHER).map(Digest::of_bytes).collect()
}

/// The same of the bytes of all `parts`, which are not held twice.
fn fingerprints_together(parts: &[&[u8]]) -> Vec<Digest> {
    let (mut fingerprints, mut held) = (Vec::new(), Vec::with_capacity(TOGETHER));
    for part in parts {
        let mut part = *part;
        while !part.is_empty() {
            let (now, later) = part.split_at(part.len().min(TOGETHER - held.len()));
            held.extend_from_slice(now);
            part = later;
            if held.len() == TOGETHER {
                fingerprints.push(Digest::of_bytes(&held));
                held.clear();
            }
        }
    }
    fingerprints.extend((!held.is_empty()).then(|| Digest::of_bytes(&held)));
    fingerprints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_fingerprints_of_their_bytes_together() {
        let parts: Vec<Vec<u8>> =
            [3, TOGETHER, 0, 2 * TOGETHER - 3, 700].map(|length| vec![length as u8; length]).into();
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        for many in 0..=parts.len() {
            assert_eq!(fingerprints_together(&parts[..many]), fingerprints(&parts[..many].concat()));
        }
    }
}
