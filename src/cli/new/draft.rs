//! What was answered so far, kept outside the cell after every answer, so that nothing is lost when somebody stops.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::shelf::{Place, Shelf};
use crate::writing::Answers;

/// Answers on their way.
#[derive(Debug)]
pub struct Draft {
    /// What is said so far.
    pub said: Said,
    shelf: Shelf,
    place: Option<Place>,
    /// Whether the disk has all of it.
    is_kept: bool,
}

/// What a draft says.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Said {
    version: u32,
    /// What was answered.
    pub answers: Answers,
    /// The questions that were answered or passed over, in their order.
    pub asked: Vec<String>,
    /// Lines that were begun and not finished, by what they answer.
    #[serde(default)]
    pub begun: BTreeMap<String, String>,
}

const VERSION: u32 = 1;

impl Draft {
    /// A draft in which `asked` is answered already; it takes up no place before there is something to keep.
    pub fn new(shelf: Shelf, answers: Answers, asked: Vec<String>) -> Self {
        let said = Said { version: VERSION, answers, asked, begun: BTreeMap::new() };
        Self { said, shelf, place: None, is_kept: true }
    }

    /// The drafts that were left here before and that nobody works on, the latest first.
    pub fn left(shelf: &Shelf) -> Vec<Self> {
        let read = |place: Place| {
            let said: Said = serde_json::from_str(&fs::read_to_string(place.file()).ok()?).ok()?;
            let draft = Self { said, shelf: shelf.clone(), place: Some(place), is_kept: true };
            (draft.said.version == VERSION).then_some(draft)
        };
        shelf.left().into_iter().filter_map(read).collect()
    }

    /// Takes in what the command line says: the flags' answers are `given`, and what an earlier log has is said where
    /// nothing else is.
    pub fn take_in(&mut self, given: Vec<String>, earlier: &Answers) {
        let Said { answers, asked, .. } = &mut self.said;
        let is_open = |key: &&String| !asked.contains(key);
        for (key, text) in earlier.facts.iter().filter(|(key, _)| is_open(key)) {
            answers.facts.entry(key.clone()).or_insert_with(|| text.clone());
        }
        for (key, items) in earlier.fields.iter().filter(|(key, _)| is_open(key)) {
            answers.fields.entry(key.clone()).or_insert_with(|| items.clone());
        }
        asked.retain(|key| !given.contains(key));
        // Going back leads through what was asked, not through the flags.
        asked.splice(0..0, given);
    }

    /// Keeps it. A disk that refuses is no reason to stop asking.
    pub fn keep(&mut self) {
        if self.place.is_none() {
            self.place = self.shelf.place();
        }
        let text = serde_json::to_vec_pretty(&self.said).expect("texts are JSON");
        self.is_kept = self.place.as_ref().is_some_and(|place| place.write(&text));
    }

    /// Keeps a line that is not answered with, or not yet; one that is as it was at first need not be.
    pub fn set_aside(&mut self, place: &str, begin: &str, text: &str) {
        let begun = &mut self.said.begun;
        let before = match text.trim() == begin.trim() {
            true => begun.remove(place),
            false => begun.insert(place.to_owned(), text.to_owned()),
        };
        if before.as_deref() != begun.get(place).map(String::as_str) {
            self.keep();
        }
    }

    /// Where it is kept; nothing when there was nothing to keep yet.
    pub fn file(&self) -> Option<PathBuf> {
        self.place.as_ref().map(Place::file)
    }

    /// Whether the disk has all that there is to keep.
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Takes it away.
    pub fn remove(self) {
        if let Some(place) = self.place {
            place.clear();
        }
    }
}
