//! Text made safe for HTML.

/// Appends `text` to `out` so that no character of it is markup, in element content and in quoted attributes.
pub fn escape_into(out: &mut String, text: &str) {
    pieces(text, |piece| out.push_str(piece));
}

/// `text` escaped for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    escape_into(&mut out, text);
    out
}

/// Hands `text`, escaped for HTML, to `take` piece by piece: `& < > " '` as character references, line ends as line
/// feeds, and a replacement character for what no page may hold (controls and noncharacters).
pub fn pieces<'t>(text: &'t str, mut take: impl FnMut(&'t str)) {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let Some((instead, length)) = (SIGNIFICANT[bytes[at] as usize]).then(|| written(&bytes[at..])).flatten() else {
            at += 1;
            continue;
        };
        take(&text[from..at]);
        take(instead);
        at += length;
        from = at;
    }
    take(&text[from..]);
}

const REPLACEMENT: &str = "\u{fffd}";

/// First bytes of what may have to be written otherwise.
const SIGNIFICANT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        table[byte] = b < 0x20 && b != b'\n' && b != b'\t'
            || matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7f | 0xc2 | 0xef | 0xf0..=0xf4);
        byte += 1;
    }
    table
};

/// What stands for the character at the beginning of `bytes` and how many bytes it stands for; nothing when the
/// character stands for itself.
fn written(bytes: &[u8]) -> Option<(&'static str, usize)> {
    Some(match bytes {
        [b'&', ..] => ("&amp;", 1),
        [b'<', ..] => ("&lt;", 1),
        [b'>', ..] => ("&gt;", 1),
        [b'"', ..] => ("&quot;", 1),
        [b'\'', ..] => ("&#39;", 1),
        [b'\r', b'\n', ..] => ("\n", 2),
        [b'\r', ..] => ("\n", 1),
        [0..0x20 | 0x7f, ..] => (REPLACEMENT, 1),
        [0xc2, 0x80..0xa0, ..] => (REPLACEMENT, 2),
        [0xef, 0xb7, 0x90..0xb0, ..] | [0xef, 0xbf, 0xbe | 0xbf, ..] => (REPLACEMENT, 3),
        // The last two code points of every plane: …FFFE and …FFFF.
        [0xf0..=0xf4, second, 0xbf, 0xbe | 0xbf, ..] if second & 0xf == 0xf => (REPLACEMENT, 4),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_signs_become_references_and_the_rest_stays() {
        let text = "«Hiểu» & <b a='1'>\"x\"</b>\t🏴\n";
        assert_eq!(escape(text), "«Hiểu» &amp; &lt;b a=&#39;1&#39;&gt;&quot;x&quot;&lt;/b&gt;\t🏴\n");
    }

    #[test]
    fn exactly_controls_and_noncharacters_are_replaced() {
        for c in (0..=0x10_ffff).filter_map(char::from_u32).filter(|c| !"&<>\"'\r".contains(*c)) {
            let noncharacter = ('\u{fdd0}'..='\u{fdef}').contains(&c) || c as u32 & 0xfffe == 0xfffe;
            let forbidden = c.is_control() && !matches!(c, '\n' | '\t') || noncharacter;
            let expected = if forbidden { REPLACEMENT.to_owned() } else { c.to_string() };
            assert_eq!(escape(&c.to_string()), expected, "U+{:04X}", c as u32);
        }
        assert_eq!(escape("a\r\nb\rc"), "a\nb\nc");
    }
}
