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

/// The drafts of a cell. Reads records as [`parse::file_of`] does, those that it knows from the last run.
pub struct Drafts(Pieces);

impl Drafts {
    /// The drafts of the last run that read records by this rubric and in this language.
    pub fn open(place: &Place, rubric: &Rubric, lang: Lang) -> Self {
        Self(Pieces::open(place, place.folder.join("drafts"), Digest::of(&(place.program, rubric, lang))))
    }

    /// Reads one record or review.
    pub fn file_of(&self, file: RecordFile, rubric: &Rubric, words: &Words) -> ParsedAny {
        let Ok(text) = &file.text else { return parse::file_of(file, rubric, words) };
        let key = Digest::of(&(&file.path, text));
        if let Some(mut found) = self.find(key) {
            let RecordFile { path, text } = file;
            found.file_mut().source = Source { path, text: text.unwrap_or_default() };
            self.0.note(key, None);
            return found;
        }
        let read = parse::file_of(file, rubric, words);
        if let Some(bytes) = Some(&read).filter(|read| read.is_whole()).and_then(|read| postcard::to_stdvec(read).ok())
        {
            self.0.note(key, Some(bytes));
        }
        read
    }

    fn find(&self, key: Digest) -> Option<ParsedAny> {
        postcard::from_bytes(self.0.find(key)?).ok()
    }

    /// Keeps the drafts that this run met, unless they are those of the last.
    ///
    /// # Errors
    /// When they cannot be written; nothing is lost by that but time.
    pub fn save(self) -> io::Result<()> {
        self.0.save()
    }
}
