//! Records as they were read, by their path and content.

use std::io;

use super::Place;
use super::pieces::Pieces;
use crate::base::digest::Digest;
use crate::base::i18n::Lang;
use crate::base::record_file::RecordFile;
use crate::base::source::Source;
use crate::model::rubric::Rubric;
use crate::parse::{self, ParsedAny, Words};

/// Bytes of most drafts.
const USUAL: usize = 8 << 10;

/// The drafts of a cell. Reads records as [`parse::file_of`] does, those that it knows from the last run.
pub struct Drafts {
    pieces: Pieces,
    keeps: bool,
}

impl Drafts {
    /// The drafts of the last run that read records by this rubric and in this language.
    pub fn open(place: &Place, rubric: &Rubric, lang: Lang) -> Self {
        let maker = Digest::of(&(place.program, rubric, lang));
        Self { pieces: Pieces::open(place, place.folder.join("drafts"), maker), keeps: false }
    }

    /// The same, which also keep what is read from now on, until they are saved.
    #[must_use]
    pub fn kept(self) -> Self {
        Self { keeps: true, ..self }
    }

    /// Reads one record or review.
    pub fn file_of(&self, file: RecordFile, rubric: &Rubric, words: &Words) -> ParsedAny {
        let Ok(text) = &file.text else { return parse::file_of(file, rubric, words) };
        let key = Digest::of(&(&file.path, text));
        if let Some(mut found) = self.find(key) {
            let RecordFile { path, text } = file;
            found.file_mut().source = Source { path, text: text.unwrap_or_default() };
            self.pieces.note(key);
            return found;
        }
        let read = parse::file_of(file, rubric, words);
        if self.keeps && read.is_whole() {
            self.keep(key, &read);
        }
        read
    }

    fn find(&self, key: Digest) -> Option<ParsedAny> {
        postcard::from_bytes(self.pieces.find(key)?).ok()
    }

    fn keep(&self, key: Digest, read: &ParsedAny) {
        if let Ok(bytes) = postcard::to_extend(read, Vec::with_capacity(USUAL)) {
            self.pieces.add(key, &bytes);
        }
    }

    /// Saves the drafts that this run met, unless they are those of the last.
    ///
    /// # Errors
    /// When they cannot be written; nothing is lost by that but time.
    pub fn save(self) -> io::Result<()> {
        self.pieces.save()
    }
}
