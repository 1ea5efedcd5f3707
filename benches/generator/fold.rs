//! Vietnamese text as plain letters, for ids and file names.

/// Plain letters with all that fold to them.
const FOLDS: [(char, &str); 7] = [
    ('a', "àáạảãâầấậẩẫăằắặẳẵ"),
    ('e', "èéẹẻẽêềếệểễ"),
    ('i', "ìíịỉĩ"),
    ('o', "òóọỏõôồốộổỗơờớợởỡ"),
    ('u', "ùúụủũưừứựửữ"),
    ('y', "ỳýỵỷỹ"),
    ('d', "đ"),
];

/// The text in plain lower-case letters, all other signs joined to single hyphens.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase).map(plain) {
        if letter.is_ascii_alphanumeric() {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The slug cut after a whole word, at most `limit` letters.
pub fn short_slug(text: &str, limit: usize) -> String {
    let mut out = slug(text);
    if out.len() > limit {
        let end = out[..=limit].rfind('-').unwrap_or(limit);
        out.truncate(end);
    }
    out
}

fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    FOLDS.iter().find(|(_, marked)| marked.contains(letter)).map_or(letter, |(base, _)| *base)
}
