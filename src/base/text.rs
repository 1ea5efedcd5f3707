//! Texts compared and shortened: folding, path parts, closest match. Nothing here rewrites what a member wrote.

use std::borrow::Cow;

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

/// `text` composed (NFC), borrowed when it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// `text` composed, with runs of blanks joined and ends trimmed, in lower case: equal prose has equal keys.
pub fn prose_key(text: &str) -> String {
    let text = nfc(text);
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// How many letters `text` has (combining marks are no letters).
pub fn letters(text: &str) -> usize {
    nfc(text).chars().filter(|c| c.is_alphabetic()).count()
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

/// The candidate nearest to `word` (folded, by Damerau–Levenshtein), if at most a third of its letters differ, or one
/// of two.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold_key(&word.chars().take(80).collect::<String>());
    let limit = if word.chars().count() < 2 { 0 } else { (word.chars().count() / 3).max(1) };
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &fold_key(candidate)), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
    fn the_closest_word_is_within_a_third() {
        assert_eq!(closest("dạt", ["đạt", "chưa đạt"]), Some("đạt"));
        assert_eq!(closest("tittle", ["title", "due"]), Some("title"));
        assert_eq!(closest("zzz", ["title", "due"]), None);
        assert_eq!(closest("c", ["a", "b"]), None);
    }
}
