//! What a terminal sends, as keys.

/// A key, or what stands for one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is the name of a key")]
pub enum Key {
    Char(char),
    /// A text that was pasted, on one line.
    Paste(String),
    Enter,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    /// ^U.
    Clear,
    /// ^W.
    EraseWord,
    Escape,
    /// ^C.
    Interrupt,
    /// ^D.
    EndOfInput,
    /// The terminal was closed.
    Gone,
    /// Anything else.
    Other,
}

const PASTE: &[u8] = b"\x1b[200~";
const PASTED: &[u8] = b"\x1b[201~";

/// The key that `bytes` begin with and its length; `None` when more must come first.
pub fn decoded(bytes: &[u8]) -> Option<(Key, usize)> {
    let key = match bytes.first()? {
        b'\r' | b'\n' => Key::Enter,
        0x7f | 0x08 => Key::Backspace,
        0x01 => Key::Home,
        0x05 => Key::End,
        0x03 => Key::Interrupt,
        0x04 => Key::EndOfInput,
        0x15 => Key::Clear,
        0x17 => Key::EraseWord,
        0x1b => return escaped(bytes),
        0..=0x1f => Key::Other,
        _ => return letter(bytes),
    };
    Some((key, 1))
}

fn letter(bytes: &[u8]) -> Option<(Key, usize)> {
    let length = match bytes[0] {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => return Some((Key::Other, 1)),
    };
    let letter = std::str::from_utf8(bytes.get(..length)?).ok().and_then(|text| text.chars().next());
    Some(letter.map_or((Key::Other, 1), |letter| (Key::Char(letter), length)))
}

/// A terminal sends the whole of a key at once, so an escape by itself is the key of that name.
fn escaped(bytes: &[u8]) -> Option<(Key, usize)> {
    if bytes.starts_with(PASTE) {
        let end = bytes.windows(PASTED.len()).position(|part| part == PASTED)?;
        let pasted = String::from_utf8_lossy(&bytes[PASTE.len()..end]);
        let words: Vec<&str> = pasted.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
        return Some((Key::Paste(words.join(" ")), end + PASTED.len()));
    }
    if !matches!(bytes.get(1), Some(b'[' | b'O')) {
        return Some((Key::Escape, 1));
    }
    let is_last = |byte: &u8| (0x40..=0x7e).contains(byte);
    let Some(last) = bytes.iter().skip(2).position(is_last).map(|at| at + 2) else {
        return if bytes.len() > 16 { Some((Key::Other, bytes.len())) } else { None };
    };
    let key = match (bytes[last], &bytes[2..last]) {
        (b'A', _) => Key::Up,
        (b'B', _) => Key::Down,
        (b'C', _) => Key::Right,
        (b'D', _) => Key::Left,
        (b'H', _) | (b'~', b"1" | b"7") => Key::Home,
        (b'F', _) | (b'~', b"4" | b"8") => Key::End,
        (b'~', b"3") => Key::Delete,
        _ => Key::Other,
    };
    Some((key, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_out_of_the_bytes_of_a_terminal() {
        let mut bytes = "a\u{1b}[Aế\r\u{1b}[3~\u{1b}OB\u{1b}[200~một\r\nhai\u{1b}[201~\u{3}\u{1b}".as_bytes();
        let mut keys = Vec::new();
        while let Some((key, length)) = decoded(bytes) {
            keys.push(key);
            bytes = &bytes[length..];
        }
        let pasted = Key::Paste("một hai".to_owned());
        let wanted = [
            Key::Char('a'),
            Key::Up,
            Key::Char('ế'),
            Key::Enter,
            Key::Delete,
            Key::Down,
            pasted,
            Key::Interrupt,
            Key::Escape,
        ];
        assert_eq!(keys, wanted);
        assert_eq!(decoded("ế".as_bytes().get(..2).unwrap_or_default()), None, "half a letter");
        assert_eq!(decoded(b"\x1b[200~half"), None, "half a paste");
    }
}
