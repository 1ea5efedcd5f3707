//! Records as they were read, by their path and content.

use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::Place;
use super::sealed::{self, Others, Sealed};
use crate::base::digest::Digest;
use crate::base::i18n::Lang;
use crate::base::record_file::RecordFile;
use crate::base::source::Source;
use crate::model::rubric::Rubric;
use crate::parse::{self, ParsedAny, Words};

/// A draft in the file: the fingerprint of what was read, that of its bytes, and how many they are.
type Item = (Digest, Digest, u32);

/// The drafts of a cell. Reads records as [`parse::file_of`] does, those that it knows from the last run.
pub struct Drafts {
    path: PathBuf,
    others: Others,
    maker: Digest,
    file: Option<Sealed>,
    known: HashMap<Digest, (Range<usize>, Digest)>,
    /// The drafts that this run met; those that were read anew with their bytes.
    met: Mutex<Vec<(Digest, Option<Vec<u8>>)>>,
}

impl Drafts {
    /// The drafts of the last run that read records by this rubric and in this language.
    pub fn open(place: &Place, rubric: &Rubric, lang: Lang) -> Self {
        let maker = Digest::of(&(place.program, rubric, lang));
        let path = place.folder.join("drafts");
        let file = sealed::read(&path, maker);
        let known = file.as_ref().and_then(known).unwrap_or_default();
        Self { path, others: place.others(), maker, file, known, met: Mutex::default() }
    }

    /// Reads one record or review.
    pub fn file_of(&self, file: RecordFile, rubric: &Rubric, words: &Words) -> ParsedAny {
        let Ok(text) = &file.text else { return parse::file_of(file, rubric, words) };
        let key = Digest::of(&(&file.path, text));
        if let Some(mut found) = self.find(key) {
            let RecordFile { path, text } = file;
            found.file_mut().source = Source { path, text: text.unwrap_or_default() };
            self.note((key, None));
            return found;
        }
        let read = parse::file_of(file, rubric, words);
        if let Some(bytes) = Some(&read).filter(|read| read.is_whole()).and_then(|read| postcard::to_stdvec(read).ok())
        {
            self.note((key, Some(bytes)));
        }
        read
    }

    fn find(&self, key: Digest) -> Option<ParsedAny> {
        let (range, fingerprint) = self.known.get(&key)?;
        let bytes = self.file.as_ref()?.rest().get(range.clone())?;
        (Digest::of_bytes(bytes) == *fingerprint).then(|| postcard::from_bytes(bytes).ok())?
    }

    fn note(&self, met: (Digest, Option<Vec<u8>>)) {
        self.met.lock().unwrap_or_else(PoisonError::into_inner).push(met);
    }

    /// Keeps the drafts that this run met, unless they are those of the last.
    ///
    /// # Errors
    /// When they cannot be written; nothing is lost by that but time.
    pub fn save(self) -> io::Result<()> {
        let mut met = self.met.into_inner().unwrap_or_else(PoisonError::into_inner);
        if met.len() == self.known.len() && met.iter().all(|(_, read)| read.is_none()) {
            return Ok(());
        }
        met.sort_unstable_by_key(|(key, _)| *key);
        met.dedup_by_key(|(key, _)| *key);
        let rest = self.file.as_ref().map_or(&[][..], Sealed::rest);
        let (mut items, mut parts): (Vec<Item>, Vec<&[u8]>) = (Vec::new(), Vec::new());
        for (key, read) in &met {
            let (bytes, fingerprint) = match (read, self.known.get(key)) {
                (Some(bytes), _) => (bytes.as_slice(), Digest::of_bytes(bytes)),
                (None, Some((range, fingerprint))) => match rest.get(range.clone()) {
                    Some(bytes) => (bytes, *fingerprint),
                    None => continue,
                },
                (None, None) => continue,
            };
            let Ok(length) = u32::try_from(bytes.len()) else { continue };
            items.push((*key, fingerprint, length));
            parts.push(bytes);
        }
        let head = postcard::to_stdvec(&items).map_err(io::Error::other)?;
        sealed::write(&self.path, self.maker, &head, &parts, self.others)
    }
}

/// Where the drafts of a file stand in it.
fn known(file: &Sealed) -> Option<HashMap<Digest, (Range<usize>, Digest)>> {
    let items: Vec<Item> = postcard::from_bytes(file.head()).ok()?;
    let mut at = 0;
    let place = |(key, fingerprint, length): Item| {
        let range = at..at + length as usize;
        at = range.end;
        (key, (range, fingerprint))
    };
    Some(items.into_iter().map(place).collect())
}
