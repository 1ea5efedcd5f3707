//! Regular expressions for all spellings of a key or a word: letter case, tone marks, `_`, `-` and blanks do not
//! matter, and `đ` is a letter of its own unless a word is typed wholly without marks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::base::keys::KEYS;

/// What may stand between two letters: joints, and in a word with marks those of a decomposed letter.
fn joint(with_marks: bool) -> &'static str {
    if with_marks { "[\\s_\\u0300-\\u036f-]*" } else { "[\\s_-]*" }
}

/// The composed letters of Vietnamese by the small letter below their marks.
static MARKED: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    let mut marked: BTreeMap<char, String> = BTreeMap::new();
    for letter in ('À'..='ỹ').filter(|c| c.is_alphabetic()) {
        let base = std::iter::once(letter).nfd().next().and_then(|base| base.to_lowercase().next());
        if let Some(base) = base.filter(|base| "aeiouy".contains(*base)) {
            marked.entry(base).or_default().push(letter);
        }
    }
    marked
});

/// A pattern that any of `words` in any of its spellings fits.
pub fn of_words(words: &[&str]) -> String {
    let each: Vec<String> = words.iter().filter(|word| !word.is_empty()).flat_map(|word| spelled(word)).collect();
    format!("^{}(?:{})$", joint(false), each.join("|"))
}

/// A pattern for all spellings of an English key, its Vietnamese ones among them.
pub fn of_key(key: &str) -> String {
    let mut words: Vec<&str> = vec![key];
    words.extend(vietnamese_of(key).map(|spelled| -> &str { spelled }));
    of_words(&words)
}

/// The Vietnamese spellings of a key.
pub fn vietnamese_of(key: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    KEYS.iter().filter(move |(english, _)| *english == key).map(|(_, vietnamese)| *vietnamese)
}

/// The spellings of a word with marks, and where that is another thing, of the same typed without any.
fn spelled(word: &str) -> Vec<String> {
    let letters: Vec<char> = letters(word);
    let with_marks = !word.is_ascii();
    let marked: String = letters.iter().map(|letter| class(*letter, with_marks)).collect();
    let plain: String = letters.iter().map(|letter| class(if *letter == 'đ' { 'd' } else { *letter }, false)).collect();
    if letters.contains(&'đ') { vec![marked, plain] } else { vec![marked] }
}

/// The letters of a word without marks and joints, in lower case.
fn letters(word: &str) -> Vec<char> {
    let kept = |c: &char| !('\u{300}'..='\u{36f}').contains(c) && !c.is_whitespace() && *c != '_' && *c != '-';
    word.nfd().filter(kept).flat_map(char::to_lowercase).collect()
}

/// One letter in both cases, with its marked forms where the word has marks, and what may come after it.
fn class(letter: char, with_marks: bool) -> String {
    let upper: String = letter.to_uppercase().collect();
    let marked = MARKED.get(&letter).filter(|_| with_marks).map(String::as_str).unwrap_or_default();
    if upper == letter.to_string() {
        return format!("{}{}", escaped(letter), joint(with_marks));
    }
    format!("[{letter}{upper}{marked}]{}", joint(with_marks))
}

fn escaped(sign: char) -> String {
    if sign.is_alphanumeric() { sign.to_string() } else { format!("\\{sign}") }
}
