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

/// Appends the text of our own markup: without tags, blocks parted by a blank, character references undone.
pub fn push_text(out: &mut String, markup: &str) {
    let mut rest = markup;
    while let Some(at) = rest.bytes().position(|byte| byte == b'<' || byte == b'&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let closing = if rest.starts_with('<') { b'>' } else { b';' };
        let end = rest.bytes().position(|byte| byte == closing).map_or(rest.len(), |end| end + 1);
        out.push_str(instead(&rest[..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
}

/// What stands in a text for a tag or a character reference.
fn instead(mark: &str) -> &'static str {
    let name = mark.trim_start_matches(['<', '/']);
    let name = &name[..name.bytes().take_while(u8::is_ascii_alphanumeric).count()];
    match mark {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&#39;" => "'",
        _ if matches!(name, "a" | "b" | "code" | "del" | "em" | "q" | "span" | "strong" | "sup") => "",
        _ => " ",
    }
}

/// Hands `text`, escaped for HTML, to `take` piece by piece: `& < > " '` as character references, line ends as line
/// feeds, and a replacement character for what no page may hold (controls and noncharacters). A change of the writing
/// direction that `text` leaves open ends with it, so that it never turns the words behind.
pub fn pieces<'t>(text: &'t str, mut take: impl FnMut(&'t str)) {
    let bytes = text.as_bytes();
    let mut turned = Turned::default();
    let (mut from, mut at) = (0, 0);
    while let Some(next) = significant(&bytes[at..]) {
        at += next;
        let Some((instead, length)) = written(&bytes[at..]) else {
            turned.read(&bytes[at..]);
            at += 1;
            continue;
        };
        take(&text[from..at]);
        take(instead);
        at += length;
        from = at;
    }
    take(&text[from..]);
    turned.end(take);
}

/// Changes of the writing direction that are open: isolates, and embeddings and overrides outside of them.
#[derive(Default)]
struct Turned {
    isolates: usize,
    embeddings: usize,
}

impl Turned {
    /// Counts the character at the beginning of `bytes`.
    fn read(&mut self, bytes: &[u8]) {
        match (bytes, self.isolates) {
            ([0xe2, 0x80, 0xaa | 0xab | 0xad | 0xae, ..], 0) => self.embeddings += 1,
            ([0xe2, 0x80, 0xac, ..], 0) => self.embeddings = self.embeddings.saturating_sub(1),
            ([0xe2, 0x81, 0xa6..=0xa8, ..], _) => self.isolates += 1,
            ([0xe2, 0x81, 0xa9, ..], _) => self.isolates = self.isolates.saturating_sub(1),
            _ => {}
        }
    }

    /// Ends what is open; an isolate ends what was opened inside it.
    fn end<'t>(self, mut take: impl FnMut(&'t str)) {
        (0..self.isolates).for_each(|_| take("\u{2069}"));
        (0..self.embeddings).for_each(|_| take("\u{202c}"));
    }
}

const REPLACEMENT: &str = "\u{fffd}";

/// Where the next byte stands that may begin what has to be written otherwise. There are few, so that whole chunks
/// without any are passed over first.
fn significant(bytes: &[u8]) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<16>();
    let is_plain = |chunk: &[u8; 16]| chunk.iter().fold(0, |found, byte| found | u8::from(is_significant(*byte))) == 0;
    let plain = chunks.iter().take_while(|chunk| is_plain(chunk)).count();
    if plain == chunks.len() && (rest.is_empty() || bytes.last_chunk().is_some_and(is_plain)) {
        return None;
    }
    let plain = plain * 16;
    bytes[plain..].iter().position(|byte| SIGNIFICANT[usize::from(*byte)]).map(|at| plain + at)
}

/// Without branches, so that many bytes are looked at in one step.
const fn is_significant(byte: u8) -> bool {
    let is_control = (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f);
    let is_sign = (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'');
    is_control | is_sign | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xef)
}

/// For one byte alone a table is quicker.
const SIGNIFICANT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = is_significant(byte as u8);
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
            let expected = match c {
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => format!("{c}\u{202c}"),
                '\u{2066}'..='\u{2068}' => format!("{c}\u{2069}"),
                _ if forbidden => REPLACEMENT.to_owned(),
                _ => c.to_string(),
            };
            assert_eq!(escape(&c.to_string()), expected, "U+{:04X}", c as u32);
        }
        assert_eq!(escape("a\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn a_writing_direction_left_open_ends_with_the_text() {
        let cases = [
            ("a\u{202e}b", "a\u{202e}b\u{202c}"),
            ("a\u{202e}b\u{202c}c", "a\u{202e}b\u{202c}c"),
            ("\u{202b}a\u{2067}b\u{202e}c", "\u{202b}a\u{2067}b\u{202e}c\u{2069}\u{202c}"),
            ("\u{2067}\u{202e}a\u{2069}b\u{202c}“c”", "\u{2067}\u{202e}a\u{2069}b\u{202c}“c”"),
        ];
        for (text, expected) in cases {
            assert_eq!(escape(text), expected);
        }
    }
}
