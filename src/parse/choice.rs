//! A word of the settings or the rubric that must be one of a few.

use super::reader::Reader;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Text;
use crate::base::text::closest;

/// What people write for words of the settings, by key: the words themselves are part of the format and stay English.
const SPOKEN: [(&str, &[(&str, &str)]); 2] = [
    ("role", &[("bí thư", "secretary"), ("lãnh đạo", "leader"), ("phó bí thư", "leader"), ("đảng viên", "member")]),
    ("audience", &[("công khai", "public"), ("chi bộ", "cell"), ("lãnh đạo", "leaders")]),
];

/// The value of the word `written` under `key`, which must be among `words`.
pub(super) fn chosen<T>(
    reader: &mut Reader<'_>,
    key: &str,
    written: &Text,
    words: &[&str],
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let word = written.value.to_ascii_lowercase();
    let value = words.contains(&word.as_str()).then(|| read(&word)).flatten();
    if value.is_none() {
        reader.fault(unknown(key, written, words));
    }
    value
}

fn unknown(key: &str, written: &Text, words: &[&str]) -> Diagnostic {
    let spoken = SPOKEN.iter().find(|(list, _)| *list == key).map(|(_, spoken)| *spoken);
    let expected = match spoken {
        Some(_) => format!("@words-{key}"),
        None => words.join(", "),
    };
    let spoken = spoken.unwrap_or_default();
    let near = closest(&written.value, spoken.iter().map(|(said, _)| *said));
    let near = near.and_then(|near| spoken.iter().find(|(said, _)| *said == near)).map(|(_, word)| *word);
    let fault = Diagnostic::new(Code::UnknownWord, written.span).found(&written.value).arg("key", key);
    let fault = fault.arg("expected", expected);
    match near {
        Some(word) => fault.closest(word, [word]),
        None => fault.closest(&written.value, words.iter().copied()),
    }
}
