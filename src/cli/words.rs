//! Options that take one of a few words: by its id, and where logs have a Vietnamese word for it by that, in any letter
//! case and with or without its marks.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::parse::word_id;

/// A parser of one of a few words.
#[derive(Clone)]
pub struct OneOf<T> {
    /// The list of words of logs that has others for the same, if there is one.
    list: &'static str,
    words: Vec<(&'static str, T)>,
}

/// One of `words`, each by its id alone.
pub fn one_of<T, const N: usize>(words: [(&'static str, T); N]) -> OneOf<T> {
    spoken("", words)
}

/// One of `words`, each by its id or as logs of this `list` write it.
pub fn spoken<T, const N: usize>(list: &'static str, words: [(&'static str, T); N]) -> OneOf<T> {
    OneOf { list, words: words.into() }
}

impl<T: Copy + Send + Sync + 'static> TypedValueParser for OneOf<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, written: &OsStr) -> Result<T, Error> {
        let meant = written.to_str().and_then(|written| word_id(self.list, written));
        let names = PossibleValuesParser::new(self.words.iter().map(|(name, _)| *name));
        let word = names.parse_ref(command, arg, meant.map_or(written, OsStr::new))?;
        let found = self.words.iter().find(|(name, _)| *name == word);
        Ok(found.expect("the parser lets only these words through").1)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(|(name, _)| PossibleValue::new(*name))))
    }
}
