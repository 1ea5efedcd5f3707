//! Names of people, however they are written.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

use super::Found;
use super::words::{Word, is_of_word, words_from};
use crate::base::alike::{is_unseen, spoken};
use crate::base::text::fold;

/// A name of fewer words is looked for in small letters too only if nobody would take it for an ordinary phrase.
const WORDS_OF_NO_PHRASE: usize = 3;

/// The names to hide, by the keys of their first words.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    by_first: HashMap<String, Vec<Name>>,
    shapes: Shapes,
    /// How many words the longest name has.
    longest: usize,
    /// Signs that stand within names.
    signs: Vec<char>,
}

/// A name and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    parts: Vec<Part>,
    /// The signs behind the last word.
    tail: String,
    instead: String,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// What two spellings of the word have alike, and the same without marks.
    keys: [String; 2],
    /// Whether it has to begin with a capital.
    is_capital: bool,
    /// The signs between it and the word before.
    signs: String,
}

impl Names {
    /// Adds a name of several words; one alone may be any word.
    pub fn add(&mut self, name: &str, instead: &str) {
        let parts = parts(name);
        if parts.len() < 2 {
            return;
        }
        self.longest = self.longest.max(parts.len());
        self.signs.extend(parts.iter().flat_map(|part| part.signs.chars()));
        let tail = name.rsplit(is_of_word).next().unwrap_or_default().trim().to_owned();
        let name = Name { parts, tail, instead: instead.to_owned() };
        let [key, bare] = &name.parts[0].keys;
        for first in [Some(key), Some(bare).filter(|bare| *bare != key)].into_iter().flatten() {
            self.shapes.add(first);
            self.by_first.entry(first.clone()).or_default().push(name.clone());
        }
    }

    /// Puts longer names first, since one may begin with another.
    pub fn finish(&mut self) {
        self.by_first.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.parts.len())));
        self.signs.sort_unstable();
        self.signs.dedup();
    }

    /// The name that begins with the word from `start` to `end`.
    pub fn at(&self, text: &str, start: usize, end: usize) -> Option<Found<'_>> {
        let first = &text[start..end];
        let names = self.shapes.has(first).then(|| self.by_first.get(&key(first))).flatten()?;
        let words = words_from(&text[start..], self.longest, &self.signs);
        let words = keyed(&words);
        let (name, found) = names.iter().find_map(|name| name.among(&words).map(|found| (name, found)))?;
        let behind = start + found.end;
        let tail = if text[behind..].starts_with(&name.tail) { name.tail.len() } else { 0 };
        Some(Found { end: behind + tail, ..found })
    }
}

fn keyed<'w, 't>(words: &'w [Word<'t>]) -> Vec<(&'w Word<'t>, String)> {
    words.iter().map(|word| (word, key(word.text))).collect()
}

impl Name {
    /// Whether `words` begin with this name.
    fn among(&self, words: &[(&Word<'_>, String)]) -> Option<Found<'_>> {
        let there = words.get(..self.parts.len())?;
        let is_it = there.iter().zip(&self.parts).all(|((word, key), part)| part.is(word, key));
        is_it.then(|| Found {
            end: there.last().map_or(0, |(word, _)| word.end),
            instead: &self.instead,
            tags: there.iter().map(|(word, _)| word.tags.as_str()).collect(),
        })
    }
}

impl Part {
    fn is(&self, word: &Word<'_>, key: &String) -> bool {
        self.keys.contains(key)
            && (!self.is_capital || word.text.starts_with(char::is_uppercase))
            && word.signs.chars().all(|sign| self.signs.contains(sign))
    }
}

/// The words of a name, with the signs that stand between them.
fn parts(name: &str) -> Vec<Part> {
    let (mut parts, mut rest) = (Vec::new(), name);
    while let Some(start) = rest.find(is_of_word) {
        let signs = rest[..start].chars().filter(|c| !c.is_whitespace());
        let signs = if parts.is_empty() { String::new() } else { signs.collect() };
        let end = start + super::word_length(&rest[start..]);
        let word = &rest[start..end];
        let key = key(word);
        parts.push(Part { keys: [key.clone(), fold(&key)], is_capital: word.starts_with(char::is_uppercase), signs });
        rest = &rest[end..];
    }
    let is_no_phrase = parts.len() >= WORDS_OF_NO_PHRASE;
    parts.iter_mut().for_each(|part| part.is_capital &= !is_no_phrase);
    parts
}

/// What all spellings of a word have alike: letter case, the normal form, the vowel that bears the tone and what nobody
/// sees make no difference.
fn key(word: &str) -> String {
    if word.contains(is_unseen) {
        return key(&word.replace(is_unseen, ""));
    }
    spoken(word).replace('ð', "đ")
}

/// With which letters words begin, and how many they have: most words of a text are told from names by this.
#[derive(Debug, Clone, Default)]
struct Shapes([u32; 26]);

impl Shapes {
    fn add(&mut self, word: &str) {
        if let Some((place, letters)) = shape(word) {
            self.0[place] |= 1 << letters;
        }
    }

    /// Whether a name may begin with `word`; what does not begin with a plain letter always may.
    fn has(&self, word: &str) -> bool {
        shape(word).is_none_or(|(place, letters)| self.0[place] & 1 << letters != 0)
    }
}

/// The place of its first letter in the alphabet, and how many letters it has, 31 at most.
fn shape(word: &str) -> Option<(usize, u32)> {
    let first = word.bytes().next().filter(u8::is_ascii_alphabetic)?.to_ascii_lowercase();
    let letters = word.chars().filter(|c| !is_combining_mark(*c) && !is_unseen(*c)).count();
    Some((usize::from(first - b'a'), letters.min(31) as u32))
}
