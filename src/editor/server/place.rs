//! Places as the protocol counts them: lines from 0, columns in UTF-16 code units. And its addresses of files.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::base::diagnostic::Problem;
use crate::base::source::byte_of_character;

/// The byte at a position; past the end of a line is its end.
pub fn byte_of(text: &str, position: &Value) -> Option<usize> {
    let line = position["line"].as_u64()?;
    let column = position["character"].as_u64()?;
    let start = start_of(text, usize::try_from(line).ok()?)?;
    let content = line_at(text, start);
    let mut units = 0;
    let within = content.char_indices().find(|(_, c)| {
        let is_there = units >= column;
        units += c.len_utf16() as u64;
        is_there
    });
    Some(start + within.map_or(content.len(), |(at, _)| at))
}

/// The position of a byte.
pub fn position_of(text: &str, byte: usize) -> Value {
    let before = &text[..text.floor_char_boundary(byte)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count();
    json!({"line": line, "character": before[start..].encode_utf16().count()})
}

/// The range of the bytes from `start` to `end`.
pub fn range_of(text: &str, start: usize, end: usize) -> Value {
    json!({"start": position_of(text, start), "end": position_of(text, end)})
}

/// The bytes that a problem covers in `text`, as the text is now.
pub fn covered(text: &str, problem: &Problem) -> (usize, usize) {
    let Some(start) = start_of(text, problem.at.line.saturating_sub(1) as usize) else {
        return (text.len(), text.len());
    };
    let line = line_at(text, start);
    let first = problem.at.column.saturating_sub(1) as usize;
    (start + byte_of_character(line, first), start + byte_of_character(line, first + problem.width as usize))
}

fn start_of(text: &str, line: usize) -> Option<usize> {
    if line == 0 {
        return Some(0);
    }
    text.match_indices('\n').nth(line - 1).map(|(at, _)| at + 1)
}

/// The line that begins at a byte, without its ending.
pub fn line_at(text: &str, start: usize) -> &str {
    text[start..].split('\n').next().unwrap_or_default().trim_end_matches('\r')
}

/// The path of a `file:` address.
pub fn path_of(uri: &str) -> Option<PathBuf> {
    let path = uri.strip_prefix("file://")?;
    let path = &path[path.find('/')?..];
    let (mut bytes, mut rest) = (Vec::new(), path.as_bytes());
    while let [first, behind @ ..] = rest {
        let decoded = (*first == b'%').then(|| behind.get(..2)).flatten();
        let decoded = decoded.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() { &behind[2..] } else { behind };
    }
    Some(PathBuf::from(String::from_utf8(bytes).ok()?))
}

/// The `file:` address of a path.
pub fn uri_of(path: &Path) -> String {
    let mut uri = String::from("file://");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_utf_16_and_come_back() {
        let text = "\u{feff}a\r\nđ😀e\u{323}\u{302}x\n";
        for (byte, _) in text.char_indices().filter(|(_, c)| *c != '\n') {
            assert_eq!(byte_of(text, &position_of(text, byte)), Some(byte), "{byte}");
        }
        assert_eq!(position_of(text, text.find('x').unwrap_or_default()), json!({"line": 1, "character": 6}));
        assert_eq!(byte_of(text, &json!({"line": 0, "character": 99})), Some(4));
        assert_eq!(byte_of(text, &json!({"line": 9, "character": 0})), None);
    }

    #[test]
    fn addresses_name_files_with_any_letters() {
        let path = Path::new("/a b/đ#ạ%.md");
        assert_eq!(path_of(&uri_of(path)).as_deref(), Some(path));
        assert_eq!(path_of("file:///a%zz").as_deref(), Some(Path::new("/a%zz")));
        assert_eq!(path_of("untitled:Untitled-1"), None);
    }
}
