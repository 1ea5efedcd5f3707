//! How names, addresses and ids are written.

use unicode_normalization::UnicodeNormalization;

use super::{Found, Word};

/// A name: the spellings of each of its words, and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub words: Vec<Vec<String>>,
    instead: String,
}

/// Of two names the one of more words is the greater.
impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.words.len(), &self.words, &self.instead).cmp(&(other.words.len(), &other.words, &other.instead))
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A name of fewer words is looked for in small letters too only if nobody would take it for an ordinary phrase.
const WORDS_OF_NO_PHRASE: usize = 3;

impl Name {
    /// The name in both normal forms; nothing of one word, for it may be any word.
    pub fn forms_of(name: &str, instead: &str) -> Vec<Self> {
        let forms: [String; 2] = [name.nfc().collect(), name.nfd().collect()];
        let named = |form: &String| Self { words: words(form), instead: instead.to_owned() };
        let mut names: Vec<Self> = forms.iter().map(named).filter(|name| name.words.len() > 1).collect();
        names.dedup();
        names
    }

    /// Whether `words` begin with this name.
    pub fn among(&self, words: &[Word<'_>]) -> Option<Found<'_>> {
        let there = words.get(..self.words.len())?;
        let is_it = there.iter().zip(&self.words).all(|(word, spellings)| spellings.iter().any(|it| it == word.text));
        is_it.then(|| Found {
            end: there.last().map_or(0, |word| word.end),
            instead: &self.instead,
            tags: there.iter().map(|word| word.tags.as_str()).collect(),
        })
    }
}

/// The words of a name, each as it is written, in capitals and perhaps in small letters.
fn words(name: &str) -> Vec<Vec<String>> {
    let words: Vec<&str> = name.split(|c| !is_of_word(c)).filter(|word| !word.is_empty()).collect();
    let in_small_letters = words.len() >= WORDS_OF_NO_PHRASE;
    words.into_iter().map(|word| spellings(word, in_small_letters)).collect()
}

fn spellings(word: &str, in_small_letters: bool) -> Vec<String> {
    let written = [Some(word.to_owned()), with_tone_elsewhere(word), Some(without_marks(word))];
    let mut spellings: Vec<String> = written.into_iter().flatten().collect();
    for i in 0..spellings.len() {
        spellings.push(spellings[i].to_uppercase());
        spellings.extend(in_small_letters.then(|| spellings[i].to_lowercase()));
    }
    spellings.sort();
    spellings.dedup();
    spellings
}

/// `hoà` for `hòa` and the other way round, in the normal form that the word is in: of the last two vowels either may
/// bear the tone.
fn with_tone_elsewhere(word: &str) -> Option<String> {
    let letters: Vec<char> = word.nfd().collect();
    let tone = letters.iter().position(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))?;
    let plain: Vec<char> = letters.iter().copied().enumerate().filter(|(at, _)| *at != tone).map(|(_, c)| c).collect();
    let first = plain.len().checked_sub(2)?;
    let pair: String = plain[first..].iter().flat_map(|c| c.to_lowercase()).collect();
    let other = match tone {
        _ if !matches!(&*pair, "oa" | "oe" | "uy") => return None,
        tone if tone == first + 1 => plain.len(),
        _ => first + 1,
    };
    let mut moved = plain;
    moved.insert(other, letters[tone]);
    let composed: String = moved.iter().copied().nfc().collect();
    let is_composed = word.chars().eq(word.nfc());
    Some(if is_composed { composed } else { moved.into_iter().collect() })
}

/// The word as it is typed without marks; the case stays.
fn without_marks(word: &str) -> String {
    let plain = word.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    plain
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            _ => c,
        })
        .collect()
}

/// What is one word of its own kind: an address, or an id of several parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// In small letters when it is an address.
    written: String,
    instead: String,
    is_address: bool,
}

impl Mark {
    /// The mark that `name` is.
    pub fn of(name: &str, instead: &str) -> Option<Self> {
        let is_one = !name.contains(char::is_whitespace) && name.starts_with(is_of_word);
        let is_address = name.contains('@');
        let written = if is_address { name.to_ascii_lowercase() } else { name.to_owned() };
        (is_one && (is_address || name.contains('-'))).then(|| Self {
            written,
            instead: instead.to_owned(),
            is_address,
        })
    }

    /// The mark, and an address as links write it.
    pub fn spellings(self) -> impl Iterator<Item = Self> {
        let linked = self.is_address.then(|| Self { written: self.written.replace('@', "%40"), ..self.clone() });
        std::iter::once(self).chain(linked)
    }

    /// Its first word, in small letters.
    pub fn key(&self) -> String {
        self.written[..super::word_length(&self.written)].to_lowercase()
    }

    /// Whether it stands at `start`, by itself.
    pub fn at(&self, text: &str, start: usize) -> Option<Found<'_>> {
        let end = start + self.written.len();
        let there = text.get(start..end)?;
        let is_it = if self.is_address { there.eq_ignore_ascii_case(&self.written) } else { there == self.written };
        let goes_on = |c| is_of_word(c) || matches!(c, '-' | '_' | '.') || c == '/' && !self.is_address;
        // It ends a sentence, but a file's name goes on behind its point.
        let behind = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
        let ends = if behind.len() < text[end..].len() {
            !behind.starts_with(is_of_word)
        } else {
            !behind.starts_with(goes_on)
        };
        let begins = !text[..start].ends_with(goes_on);
        (is_it && begins && ends).then(|| Found { end, instead: &self.instead, tags: String::new() })
    }
}

/// Whether a name ends neither before nor behind this character: letters, digits and the marks that belong to them. The
/// letter that looks like an apostrophe is one.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && c != '\u{2bc}' || matches!(c, '\u{300}'..='\u{36f}')
}
