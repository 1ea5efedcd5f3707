//! Writes words as the search knows them, a JSON list `[word, key, form]` each: those of the FILES named, and one for every
//! letter and sign of the scripts that Vietnamese and its neighbours are written in. `tests/pages/search.mjs` holds what
//! the script of the search page makes of them against it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use hieucan::render::search::{Term, each_word};
use unicode_normalization::UnicodeNormalization;

/// From the first sign of ASCII to the last letter of Cyrillic, and the letters with two marks.
const LETTERS: [std::ops::RangeInclusive<u32>; 2] = [0x21..=0x52f, 0x1e00..=0x1eff];

fn main() -> io::Result<()> {
    let mut texts: Vec<String> =
        vec!["124-QĐ/TW 30/2020/NĐ–CP 05/3/2026 1-2-3-4-5-6-a 1-2-3-4-5-6 7--b x-1".to_owned()];
    for c in LETTERS.into_iter().flatten().filter_map(char::from_u32) {
        texts.push(format!("{c} a{c}b {c}1"));
    }
    for path in std::env::args().skip(1) {
        texts.push(std::fs::read_to_string(path)?);
    }
    let decomposed: Vec<String> = texts.iter().map(|text| text.nfd().collect()).collect();
    let mut words = BTreeSet::new();
    texts.iter().chain(&decomposed).for_each(|text| each_word(text, |word| _ = words.insert(word)));
    let mut out = io::stdout().lock();
    for word in words {
        let Term { key, form } = Term::of(word);
        writeln!(out, "{}", serde_json::json!([word, key, form]))?;
    }
    Ok(())
}
