//! Which of the two spellings of keys, words and dates a log uses.

use super::calendar::Day;
use super::words;

/// The spelling of one log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// Keys and words as the format names them, dates as `2026-01-05`.
    English,
    /// Vietnamese keys and words where there are some, dates as `05/01/2026`.
    Vietnamese,
}

impl Spelling {
    /// A key.
    pub fn key(self, english: &'static str) -> &'static str {
        let known = words::KEYS.iter().find(|(key, _)| *key == english);
        known.map_or(english, |pair| self.word(*pair))
    }

    /// One of two spellings of a word.
    pub fn word(self, (english, vietnamese): (&'static str, &'static str)) -> &'static str {
        match self {
            Self::English => english,
            Self::Vietnamese => vietnamese,
        }
    }

    /// A date.
    pub fn date(self, day: Day) -> String {
        match self {
            Self::English => day.to_string(),
            Self::Vietnamese => day.vietnamese(),
        }
    }
}
