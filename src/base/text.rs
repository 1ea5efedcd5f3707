//! Texts compared and shortened: folding, path parts, closest match. Nothing here rewrites what a member wrote.

use std::borrow::{Borrow, Cow};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Folds `text` for comparing and searching: lower case, no tone or vowel marks, đ→d.
///
/// ```
/// assert_eq!(hieucan::base::text::fold("Kế hoạch ĐỢT 2"), "ke hoach dot 2");
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Folds a key or a word of the record format: as [`fold`], and `_`, `-` and blanks do not matter.
pub fn fold_key(text: &str) -> String {
    let mut key = fold(text);
    key.retain(|c| !c.is_whitespace() && c != '_' && c != '-');
    key
}

/// Whether `text` has only what Vietnamese and English prose is written with: visible ASCII, blanks and line ends,
/// composed Latin letters and common punctuation. Such a text is composed (NFC) and holds nothing that could not be
/// seen, so most texts need no closer look.
pub fn is_ordinary(text: &str) -> bool {
    !any_block(text, |block| within(block, may_be_unusual) && within(block, is_unusual))
}

/// How many places of a text are looked at in one step.
const BLOCK: usize = 32;

/// Whether `sought` is true of any block of `text`; behind the text stand full stops.
fn any_block(text: &str, sought: impl Fn(&[u8; BLOCK + 2]) -> bool) -> bool {
    (0..text.len()).step_by(BLOCK).any(|start| {
        let rest = &text.as_bytes()[start..];
        rest.first_chunk().map_or_else(
            || {
                let mut last = [b'.'; BLOCK + 2];
                last[..rest.len()].copy_from_slice(rest);
                sought(&last)
            },
            &sought,
        )
    })
}

/// Whether `sought` is true of any byte of `text` and the two behind it. Where `likely` is true of none, it is not asked;
/// neither should have a branch, so that many places are looked at in one step.
pub fn any_three(text: &str, likely: impl Fn(u8, u8, u8) -> bool, sought: impl Fn(u8, u8, u8) -> bool) -> bool {
    any_block(text, |block| within(block, &likely) && within(block, &sought))
}

/// Where the signs of `pair`, both of ASCII, stand next to each other for the first time at or after byte `from`.
pub fn find_pair(text: &str, from: usize, pair: [u8; 2]) -> Option<usize> {
    let bytes = &text.as_bytes()[from..];
    (0..bytes.len()).step_by(BLOCK).find_map(|start| {
        let block = &bytes[start..bytes.len().min(start + BLOCK + 1)];
        let is_there = |found, two: &[u8]| found | ((two[0] == pair[0]) & (two[1] == pair[1]));
        let place = || block.windows(2).position(|two| two == pair);
        block.windows(2).fold(false, is_there).then(place).flatten().map(|at| from + start + at)
    })
}

/// Whether `sought` is true of any byte of a block and the two behind it.
fn within(block: &[u8; BLOCK + 2], sought: impl Fn(u8, u8, u8) -> bool) -> bool {
    (0..BLOCK).fold(false, |found, i| found | sought(block[i], block[i + 1], block[i + 2]))
}

/// Whether an unusual character, or one of the few usual ones among such, begins with these bytes: quicker to answer
/// than [`is_unusual`], and no for nearly every block of a text.
fn may_be_unusual(first: u8, second: u8, _: u8) -> bool {
    let control = (first < b' ') & (first != b'\n');
    let letter = (first == 0xe1) & (second & 0xfc != 0xb8);
    let other = (first > 0xc6) & (first != 0xe1);
    control | (first == 0x7f) | (first == 0xc2) | letter | other
}

/// Whether an unusual character begins with these bytes. No branch stands here, so that many places of a text are
/// looked at in one step.
fn is_unusual(first: u8, second: u8, third: u8) -> bool {
    let control = (first < b' ') & (first != b'\t') & (first != b'\n') & (first != b'\r');
    // All but « » · °
    let sign = (first == 0xc2) & (second != 0xab) & (second != 0xbb) & (second != 0xb7) & (second != 0xb0);
    // From c3 to c6: Latin-1 letters, Latin Extended-A and the part of B with ơ and ư
    let other = (first > 0xc6) & (first != 0xe1) & (first != 0xe2);
    // All but Latin Extended Additional, where the letters with two marks are
    let letter = (first == 0xe1) & !(0xb8..=0xbb).contains(&second);
    // All but dashes, quotation marks, bullets and dots
    let mark = (first == 0xe2) & ((second != 0x80) | !(0x90..=0xa6).contains(&third));
    control | (first == 0x7f) | sign | other | letter | mark
}

/// `text` composed (NFC), borrowed when it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_ordinary(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The name of a file as it is written, then as other systems may have written it to disk: composed, decomposed.
pub fn spellings(name: &str) -> impl Iterator<Item = String> {
    let others = (!name.is_ascii()).then(|| [name.nfc().collect::<String>(), name.nfd().collect()]);
    let others = others.into_iter().flatten().filter(move |other| other != name);
    std::iter::once(name.to_owned()).chain(others)
}

/// `text` composed, with runs of blanks joined and ends trimmed, in lower case: equal prose has equal keys.
pub fn prose_key(text: &str) -> String {
    let ordinary = is_ordinary(text);
    let text = if ordinary { Cow::Borrowed(text) } else { nfc(text) };
    let mut key = if ordinary && is_evenly_spaced(&text) {
        text.into_owned()
    } else {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    key.make_ascii_lowercase();
    if ordinary && !any_block(&key, |block| within(block, may_be_capital)) { key } else { lower(&key) }
}

/// Whether the blanks of an ordinary text are single spaces between words.
fn is_evenly_spaced(text: &str) -> bool {
    let uneven = |first, second, _| (first < b' ') | ((first == b' ') & (second == b' '));
    !text.starts_with(' ') && !text.ends_with(' ') && !any_block(text, |block| within(block, uneven))
}

/// Whether a letter of an ordinary text that begins with these bytes may be a capital beyond ASCII.
fn may_be_capital(first: u8, second: u8, third: u8) -> bool {
    let latin = (first == 0xc3) & (second < 0x9f);
    // From c4 to c6 all but ă đ ĩ, ũ, ơ ư
    let extended = match first {
        0xc4 => (second != 0x83) & (second != 0x91) & (second != 0xa9),
        0xc5 => second != 0xa9,
        0xc6 => (second != 0xa1) & (second != 0xb0),
        _ => false,
    };
    // Letters with two marks stand in pairs, the capital first.
    let marked = (first == 0xe1) & (third & 1 == 0);
    latin | extended | marked
}

fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Small letters already: most of what is not ASCII, and looking them up costs more than all the rest.
            '\0'..='\x7f' | 'ß'..='ÿ' => out.push(c),
            'Ạ'..='ỹ' if c as u32 % 2 == 1 => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Whether `text` has at least `fewest` letters (combining marks are no letters).
pub fn has_letters(text: &str, fewest: usize) -> bool {
    let plain = text.bytes().filter(u8::is_ascii_alphabetic);
    plain.take(fewest).count() == fewest
        || text.chars().filter(|c| c.is_alphabetic()).nth(fewest.saturating_sub(1)).is_some()
}

/// Longest path part that is written whole; a longer one is cut and ends in 8 hex digits of its hash.
pub const MAX_PATH_PART: usize = 96;

/// The part that a file stem has in the site's paths: folded, other signs become `-`, at most [`MAX_PATH_PART`]
/// letters, never empty and never a device name of Windows.
///
/// ```
/// assert_eq!(hieucan::base::text::path_part("2026-01-05-Kế hoạch (đợt 2)"), "2026-01-05-ke-hoach-dot-2");
/// ```
pub fn path_part(stem: &str) -> String {
    let mut part = String::with_capacity(stem.len());
    for c in fold(stem).chars() {
        if c.is_ascii_alphanumeric() {
            part.push(c);
        } else if !part.is_empty() && !part.ends_with('-') {
            part.push('-');
        }
    }
    part.truncate(part.trim_end_matches('-').len());
    if part.is_empty() {
        short_hash(stem)
    } else if part.len() > MAX_PATH_PART {
        format!("{}-{}", part[..MAX_PATH_PART].trim_end_matches('-'), short_hash(stem))
    } else if is_device_name(&part) {
        format!("{part}-{}", short_hash(stem))
    } else {
        part
    }
}

/// Whether Windows keeps `name` (in any letter case) for a device.
pub fn is_device_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "con" | "prn" | "aux" | "nul")
        || (name.len() == 4
            && (name.starts_with("com") || name.starts_with("lpt"))
            && name.as_bytes()[3].is_ascii_digit())
}

fn short_hash(text: &str) -> String {
    blake3::hash(nfc(text).as_bytes()).to_hex()[..8].to_owned()
}

/// Signs with which a word processor begins the items of a list; to YAML and Markdown most of them are letters.
pub const LIST_SIGNS: [char; 7] = ['–', '—', '•', '·', '▪', '●', '+'];

/// The candidate nearest to `word` (folded, by Damerau–Levenshtein), if at most a third of its letters differ, or one
/// of two. Nothing when several are equally near: to name one of them would be a guess.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let nearest = nearest(word, candidates);
    let (first, others) = nearest.split_first()?;
    others.iter().all(|other| fold_key(other) == fold_key(first)).then_some(*first)
}

/// All candidates that are equally near to `word`, none of which is so far that it cannot be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = Folded::of(word);
    // Most candidates differ in length alone by more, and need not be folded.
    let likely = candidates.into_iter().filter(|candidate| word.may_be_of(letters_of_key(candidate)));
    word.nearest(likely.map(|candidate| (Folded::of(candidate), candidate)))
}

/// A word as it is compared with others: folded once where a record may hold thousands of unknown words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    key: String,
    length: usize,
    /// A bit for each of its letters; several letters may share one.
    letters: u64,
}

impl Folded {
    /// Of a very long word only the beginning counts.
    pub fn of(word: &str) -> Self {
        let key = fold_key(&word.chars().take(80).collect::<String>());
        let letters = key.chars().fold(0, |letters, c| letters | 1 << (c as u32 % 64));
        Self { length: key.chars().count(), letters, key }
    }

    /// The candidates that are equally near to it, none of which is so far that it cannot be meant.
    pub fn nearest<'a>(&self, candidates: impl Iterator<Item = (impl Borrow<Self>, &'a str)>) -> Vec<&'a str> {
        let near = candidates.filter_map(|(folded, candidate)| Some((self.distance(folded.borrow())?, candidate)));
        let near: Vec<(usize, &str)> = near.collect();
        let least = near.iter().map(|(distance, _)| *distance).min();
        near.into_iter().filter(|(distance, _)| Some(*distance) == least).map(|(_, candidate)| candidate).collect()
    }

    /// So many letters of another may differ from it.
    fn limit(&self) -> usize {
        if self.length < 2 { 0 } else { (self.length / 3).max(1) }
    }

    fn may_be_of(&self, length: usize) -> bool {
        length.abs_diff(self.length) <= self.limit()
    }

    /// How many letters differ, if these are not too many. Each letter that only one of two words has is one of them.
    fn distance(&self, other: &Self) -> Option<usize> {
        let limit = self.limit();
        let lacks = |one: &Self, other: &Self| (one.letters & !other.letters).count_ones() as usize > limit;
        if !self.may_be_of(other.length) || lacks(self, other) || lacks(other, self) {
            return None;
        }
        Some(strsim::osa_distance(&self.key, &other.key)).filter(|distance| *distance <= limit)
    }
}

/// How many letters [`fold_key`] leaves of `text`.
fn letters_of_key(text: &str) -> usize {
    let dropped = |c: &char| c.is_whitespace() || matches!(c, '_' | '-' | '\u{300}'..='\u{36f}');
    text.chars().filter(|c| !dropped(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_parts_are_folded_short_and_never_device_names() {
        assert_eq!(path_part("Hòa — đẹp!"), "hoa-dep");
        assert_eq!(path_part("日本").len(), 8);
        assert_eq!(path_part(&"a".repeat(300)).len(), 96 + 9);
        assert!(path_part("con").starts_with("con-"));
    }

    #[test]
    fn every_character_is_ordinary_or_not_wherever_it_stands() {
        let usual = |c: char| {
            matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '«' | '»' | '·' | '°' | '\u{c0}'..='\u{1bf}')
                || matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2026}')
        };
        for c in (0..=0x10_ffff).filter_map(char::from_u32) {
            for text in [format!("{c}"), format!("đ{c}"), format!("{c}n"), format!("ạ{c}–n")] {
                assert_eq!(is_ordinary(&text), usual(c), "U+{:04X}", c as u32);
            }
        }
        assert!(is_ordinary(""));
    }

    #[test]
    fn a_pair_is_found_wherever_it_stands() {
        for before in 0..3 * BLOCK {
            let text = format!("{}–-{}ab--", "-a".repeat(before), "b".repeat(before));
            assert_eq!(find_pair(&text, 1, *b"ab"), Some(text.len() - 4), "{before}");
            assert_eq!(find_pair(&text, 1, *b"--"), Some(text.len() - 2), "{before}");
            assert_eq!(find_pair(&text, text.len() - 1, *b"--"), None);
        }
    }

    #[test]
    fn keys_of_prose_are_in_lower_case_letter_by_letter() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| !c.is_whitespace()) {
            let text = format!("a{c}");
            assert_eq!(prose_key(&text), nfc(&text).chars().flat_map(char::to_lowercase).collect::<String>(), "{text}");
        }
    }

    #[test]
    fn words_that_are_passed_over_could_not_be_meant() {
        let names = ["Nguyễn Văn An", "Nguyen Van Ăn", "Trần Thị Bình", "tran-thi-binh", "An", "a", "", "Lê Thị Ánh"];
        for (one, other) in names.iter().flat_map(|one| names.map(|other| (*one, other))) {
            let limit = Folded::of(one).limit();
            let distance = strsim::osa_distance(&fold_key(one), &fold_key(other));
            let expected = Some(distance).filter(|distance| *distance <= limit);
            assert_eq!(Folded::of(one).distance(&Folded::of(other)), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_closest_word_is_within_a_third() {
        assert_eq!(closest("dạt", ["đạt", "chưa đạt"]), Some("đạt"));
        assert_eq!(closest("tittle", ["title", "due"]), Some("title"));
        assert_eq!(closest("zzz", ["title", "due"]), None);
        assert_eq!(closest("c", ["a", "b"]), None);
        assert_eq!(closest("H7", ["H1", "H2"]), None);
        assert_eq!(closest("nguyen-van-am", ["nguyen-van-an", "Nguyễn Văn An"]), Some("nguyen-van-an"));
        assert_eq!(closest("assinged", ["assigned"]), Some("assigned"));
        assert_eq!(closest("han che", ["Ha\u{323}n_che\u{302}\u{301}"]), Some("Ha\u{323}n_che\u{302}\u{301}"));
    }
}
