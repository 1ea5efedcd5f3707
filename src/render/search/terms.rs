//! The words that are searched for: found in a text, folded, and in the form that keeps their marks.
//!
//! `templates/scripts/search.js` does the same three things to what a reader types; a test holds the two together.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::base::text::fold;

/// Letters of a word that count; a longer one is found by its beginning.
const LONGEST: usize = 40;

/// Parts of a document number that belong together.
const MOST_PARTS: usize = 6;

/// A word as the index knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Folded: what it is found by.
    pub key: String,
    /// With its marks, the tone as a digit at the end, so that `hòa` is `hoà`.
    pub form: String,
}

impl Term {
    /// The term of a word or number that [`each_word`] found.
    pub fn of(word: &str) -> Self {
        let mut term = Self { key: String::with_capacity(word.len()), form: String::with_capacity(word.len() + 1) };
        if word.is_ascii() {
            term.key.extend(word.chars().take(LONGEST).map(|c| joint(c).unwrap_or(c.to_ascii_lowercase())));
            term.form.push_str(&term.key);
            return term;
        }
        let mut tones = String::new();
        let plain = word.chars().take(LONGEST);
        if plain.clone().all(|c| joint(c).is_some() || letter(c).is_some()) {
            for c in plain {
                let letter = joint(c).map(Letter::alike).or_else(|| letter(c)).unwrap_or(Letter::alike(c));
                term.key.push(letter.key);
                term.form.push(letter.form);
                tones.extend(letter.tone);
            }
        } else {
            let plain: String = plain.map(|c| joint(c).unwrap_or(c)).collect();
            term.key = fold(&plain);
            term.form = with_marks(&plain, &mut tones);
        }
        term.form.push_str(&tones);
        term
    }
}

/// A letter that is one character in every form it has here.
#[derive(Clone, Copy)]
struct Letter {
    key: char,
    form: char,
    tone: Option<char>,
}

impl Letter {
    fn alike(c: char) -> Self {
        Self { key: c, form: c, tone: None }
    }

    /// Worked out the long way; nothing for a letter that becomes several.
    fn of(c: char) -> Option<Self> {
        let (mut tones, text) = (String::new(), c.to_string());
        let form = with_marks(&text, &mut tones);
        let one = |text: &str| text.chars().next().filter(|c| c.len_utf8() == text.len());
        Some(Self { key: one(&fold(&text))?, form: one(&form)?, tone: one(&tones) }).filter(|_| tones.len() < 2)
    }
}

/// Blocks in which nearly all letters of Vietnamese stand: to `ư`, and from `Ḁ` to `ỹ`.
const BLOCKS: [Range<u32>; 2] = [0..0x1b1, 0x1e00..0x1f00];

/// A letter of these blocks, worked out once.
fn letter(c: char) -> Option<Letter> {
    static LETTERS: LazyLock<Vec<Option<Letter>>> = LazyLock::new(|| {
        let of = |code| char::from_u32(code).filter(|c| is_of_word(*c)).and_then(Letter::of);
        BLOCKS.into_iter().flatten().map(of).collect()
    });
    let code = c as u32;
    let place =
        if code < BLOCKS[0].end { code } else { code.checked_sub(BLOCKS[1].start)?.checked_add(BLOCKS[0].end)? };
    LETTERS.get(place as usize).copied().flatten()
}

/// The characters of [`fold`], most of them without taking letters apart.
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let known = if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { letter(c).map(|letter| letter.key) };
        let rest = if known.is_none() { fold(c.encode_utf8(&mut [0; 4])) } else { String::new() };
        known.into_iter().chain(rest.chars().collect::<Vec<_>>())
    })
}

/// `word` in lower case with its marks, of which the tones go to `tones` as digits.
fn with_marks(word: &str, tones: &mut String) -> String {
    let is_letter = |c: &char| {
        let digit = tone(*c);
        tones.extend(digit);
        digit.is_none()
    };
    word.nfd().filter(is_letter).flat_map(char::to_lowercase).nfc().collect()
}

fn tone(c: char) -> Option<char> {
    Some(match c {
        '\u{300}' => '1',
        '\u{301}' => '2',
        '\u{303}' => '3',
        '\u{309}' => '4',
        '\u{323}' => '5',
        _ => return None,
    })
}

/// Hands every word of `text` to `take`, and behind its parts every number of a document, such as `12-KH/BTG`: words
/// joined by single dashes or strokes that begin with a digit and hold a letter.
pub fn each_word<'t>(text: &'t str, mut take: impl FnMut(&'t str)) {
    let mut run = Run::default();
    let mut at = 0;
    loop {
        let start = skip(text, at, false);
        if start == text.len() {
            break;
        }
        at = skip(text, start, true);
        if !run.goes_on(text, start, at) {
            run.number(text).into_iter().for_each(&mut take);
            run = Run { start, end: at, parts: 1 };
        }
        take(&text[start..at]);
    }
    run.number(text).into_iter().for_each(&mut take);
}

/// The end of what begins at byte `at` and belongs to a word, or lies before one.
fn skip(text: &str, mut at: usize, of_word: bool) -> usize {
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let (is, length) = match KINDS[usize::from(*byte)] {
            Kind::Sign => (false, 1),
            Kind::Letter => (true, 1),
            Kind::LeadsLetter => (true, 2),
            Kind::Leads => lead(text, at),
        };
        if is != of_word {
            break;
        }
        at += length;
    }
    at
}

/// What a byte tells of the character that it begins.
#[derive(Clone, Copy)]
enum Kind {
    /// No letter, of one byte.
    Sign,
    /// A letter or digit of one byte.
    Letter,
    /// A letter of two bytes: from `Ā` to `ƿ`.
    LeadsLetter,
    /// A character of several bytes.
    Leads,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Leads; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = if (byte as u8).is_ascii_alphanumeric() { Kind::Letter } else { Kind::Sign };
        byte += 1;
    }
    (kinds[0xc4], kinds[0xc5], kinds[0xc6]) = (Kind::LeadsLetter, Kind::LeadsLetter, Kind::LeadsLetter);
    kinds
};

/// Whether the character at byte `at` belongs to a word, and how many bytes it has.
fn lead(text: &str, at: usize) -> (bool, usize) {
    match text.as_bytes()[at..] {
        // From À to ÿ but for × and ÷, and from Ḁ to ỿ: nearly every other letter of Vietnamese.
        [0xc3, second, ..] => (second & 0xdf != 0x97, 2),
        [0xe1, 0xb8..=0xbb, ..] => (true, 3),
        _ => text[at..].chars().next().map_or((false, 1), |c| (is_of_word(c), c.len_utf8())),
    }
}

/// Words joined to each other.
#[derive(Default)]
struct Run {
    start: usize,
    end: usize,
    parts: usize,
}

impl Run {
    /// Whether the word from `start` to `end` belongs to the run, which it then does.
    fn goes_on(&mut self, text: &str, start: usize, end: usize) -> bool {
        let between = &text[self.end..start];
        let joined = self.parts > 0 && matches!(between, "-" | "/" | "–" | "—");
        if joined {
            self.end = end;
            self.parts += 1;
        }
        joined
    }

    fn number<'t>(&self, text: &'t str) -> Option<&'t str> {
        if !(2..=MOST_PARTS).contains(&self.parts) {
            return None;
        }
        let run = &text[self.start..self.end];
        (run.starts_with(|c: char| c.is_ascii_digit()) && run.contains(char::is_alphabetic)).then_some(run)
    }
}

/// What stands for a sign that joins the parts of a number.
fn joint(c: char) -> Option<char> {
    matches!(c, '-' | '–' | '—' | '/').then_some('-')
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word));
        words
    }

    #[test]
    fn words_are_letters_and_digits_and_a_number_of_a_document_is_a_word_too() {
        assert_eq!(words("«Kế hoạch», (đợt 2)!"), ["Kế", "hoạch", "đợt", "2"]);
        assert_eq!(words("Số 12-KH/BTG."), ["Số", "12", "KH", "BTG", "12-KH/BTG"]);
        assert_eq!(words("30/2020/NĐ-CP;1"), ["30", "2020", "NĐ", "CP", "30/2020/NĐ-CP", "1"]);
        assert_eq!(words("05/3/2026 a-b 7--b"), ["05", "3", "2026", "a", "b", "7", "b"]);
        assert_eq!(words("ke\u{302}\u{301} hoach"), ["ke\u{302}\u{301}", "hoach"]);
        assert!(words("  – ").is_empty());
    }

    #[test]
    fn a_letter_is_of_a_word_and_is_folded_alike_on_every_way() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(words(&format!(" {c} ")).len(), usize::from(is_of_word(c)), "U+{:04X}", c as u32);
            assert_eq!(folded(&c.to_string()).collect::<String>(), fold(&c.to_string()), "U+{:04X}", c as u32);
            let (mut tones, word) = (String::new(), format!("a{c}n"));
            let long = with_marks(&word, &mut tones) + &tones;
            if is_of_word(c) && !matches!(c, '\u{300}'..='\u{36f}') {
                assert_eq!(Term::of(&word), Term { key: fold(&word), form: long }, "U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn a_term_folds_and_keeps_its_marks_wherever_the_tone_was_written() {
        let term = |word| Term::of(word);
        assert_eq!(term("Đường"), Term { key: "duong".into(), form: "đương1".into() });
        assert_eq!(term("hòa"), term("hoà"));
        assert_eq!(term("Ke\u{302}\u{301}"), term("kế"));
        assert_eq!(term("124–QĐ/TW"), Term { key: "124-qd-tw".into(), form: "124-qđ-tw".into() });
        assert_eq!(Term::of(&"a".repeat(99)).key.len(), LONGEST);
    }
}
