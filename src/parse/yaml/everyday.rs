//! The YAML that nearly every log is written in, read by its lines: block maps and lists, and on one line each `[…]`,
//! `{…}`, quoted texts without escapes, and plain texts.
//!
//! It gives the tree that the library gives, place for place, in a tenth of the time, or nothing at all: whatever is
//! not certain here, every fault among it, is left to the library. Debug builds compare the two trees of every text.

use super::{Key, Kind, MAX_DEPTH, Node};
use crate::base::source::Span;

/// A longer key might be one that YAML does not take for a key.
const MAX_KEY: usize = 200;

/// The tree of `text`, which begins at byte `offset` of its file; `None` when the text may be something else than the
/// YAML described above.
pub(super) fn tree(text: &str, offset: usize) -> Option<Node<'_>> {
    if !is_everyday(text.as_bytes()) {
        return None;
    }
    let mut reader = Reader { text, offset, line: None, next: 0 };
    reader.advance();
    let root = reader.map(reader.line.filter(|line| line.indent == 0)?, 0)?;
    reader.line.is_none().then_some(root)
}

/// Whether nothing in it needs a second look: no control character, tab, carriage return or comment, no line that could
/// end the document, none of the signs that YAML takes for ends of lines or does not take at all.
fn is_everyday(bytes: &[u8]) -> bool {
    let mut before = b'\n';
    bytes.iter().enumerate().all(|(at, &byte)| {
        let fine = match byte {
            b'\n' => true,
            0..0x20 | 0x7f | 0xef => false,
            b'#' => !matches!(before, b' ' | b'\n'),
            b'.' => before != b'\n',
            0xc2 => bytes[at + 1] >= 0xa0,
            0xe2 => !matches!(bytes[at + 1..], [0x80, 0xa8 | 0xa9, ..]),
            _ => true,
        };
        before = byte;
        fine
    })
}

/// A line that says something: the bytes from its first sign to its last, and how far the first is indented.
#[derive(Clone, Copy)]
struct Line {
    indent: usize,
    start: usize,
    end: usize,
}

struct Reader<'a> {
    text: &'a str,
    offset: usize,
    /// The line to be read; after `- ` of a list, what is left of it.
    line: Option<Line>,
    /// The byte at which the line after it begins.
    next: usize,
}

impl<'a> Reader<'a> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'\n')
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.offset + start, self.offset + end)
    }

    /// Goes to the next line that is not blank.
    fn advance(&mut self) {
        self.line = None;
        while self.line.is_none() && self.next < self.text.len() {
            let begin = self.next;
            let line = &self.text[begin..];
            let line = &line[..line.find('\n').unwrap_or(line.len())];
            self.next = begin + line.len() + 1;
            let said = line.trim_end_matches(' ');
            let indent = said.len() - said.trim_start_matches(' ').len();
            if !said.is_empty() {
                self.line = Some(Line { indent, start: begin + indent, end: begin + said.len() });
            }
        }
    }

    /// Where a block ends that the current line does not belong to.
    fn block_end(&self) -> usize {
        self.line.map_or(self.text.len(), |line| line.start)
    }

    /// The current line when it is indented by `indent`; the line after a block's last has less.
    fn line_at(&self, indent: usize) -> Option<Option<Line>> {
        match self.line {
            Some(line) if line.indent > indent => None,
            line => Some(line.filter(|line| line.indent == indent)),
        }
    }

    fn map(&mut self, first: Line, depth: usize) -> Option<Node<'a>> {
        let mut entries = Vec::with_capacity(if depth == 0 { 16 } else { 4 });
        while let Some(line) = self.line_at(first.indent)? {
            let (key, start) = self.key(line)?;
            let value = if start < line.end {
                self.rest(line, start, depth + 1)
            } else {
                self.advance();
                self.below(line, &key, depth + 1)
            };
            entries.push((key, value?));
        }
        Some(Node { span: self.span(first.start, self.block_end()), kind: Kind::Map(entries) })
    }

    /// The key of a line of a map, and the byte at which its value begins.
    fn key(&self, line: Line) -> Option<(Key<'a>, usize)> {
        let end = self.text[line.start..line.end]
            .match_indices(':')
            .map(|(at, _)| line.start + at)
            .find(|at| at + 1 == line.end || self.byte(at + 1) == b' ')?;
        let text = self.plain(line.start, end).filter(|text| text.len() <= MAX_KEY && !text.ends_with(' '))?;
        let value = self.text[end + 1..line.end].trim_start_matches(' ');
        Some((Key { text: text.into(), span: self.span(line.start, end) }, line.end - value.len()))
    }

    /// What stands below a key that has nothing behind it: a block, a list no deeper than the key, or nothing.
    fn below(&mut self, line: Line, key: &Key<'_>, depth: usize) -> Option<Node<'a>> {
        let below = self.line.filter(|below| below.indent >= line.indent);
        match below.map(|below| (below, self.behind_dash(below), below.indent > line.indent)) {
            _ if depth > MAX_DEPTH => None,
            // So the library has it: such a list begins with its first item.
            Some((below, Some(item), deeper)) => self.list(below, if deeper { below.start } else { item.start }, depth),
            Some((below, None, true)) => self.map(below, depth),
            _ => Some(Node { span: Span { start: key.span.end, end: key.span.end }, kind: Kind::Null }),
        }
    }

    /// The value that is the rest of a line, and nothing of the line below.
    fn rest(&mut self, line: Line, start: usize, depth: usize) -> Option<Node<'a>> {
        let (node, end) = match self.byte(start) {
            b'"' | b'\'' | b'[' | b'{' => self.marked(start, line.end, depth)?,
            _ => {
                let text = self.plain(start, line.end).filter(|text| !text.contains(": ") && !text.ends_with(':'))?;
                (self.scalar(text, start), line.end)
            }
        };
        self.advance();
        let continues = self.line.is_some_and(|below| below.indent > line.indent);
        (end == line.end && !continues && depth <= MAX_DEPTH).then_some(node)
    }

    /// What a line of a list says behind its dash, as a line of its own.
    fn behind_dash(&self, line: Line) -> Option<Line> {
        let item = self.text[line.start..line.end].strip_prefix("- ")?.trim_start_matches(' ');
        let start = line.end - item.len();
        Some(Line { indent: line.indent + start - line.start, start, end: line.end })
    }

    fn list(&mut self, first: Line, start: usize, depth: usize) -> Option<Node<'a>> {
        let mut items = Vec::with_capacity(4);
        while let Some(line) = self.line_at(first.indent)? {
            let Some(item) = self.behind_dash(line) else { break };
            items.push(self.item(line, item, depth + 1)?);
        }
        Some(Node { span: self.span(start, self.block_end()), kind: Kind::List(items) })
    }

    /// An item of a list: a map whose first key stands behind the dash, or the rest of the line.
    fn item(&mut self, line: Line, item: Line, depth: usize) -> Option<Node<'a>> {
        if self.key(item).is_none() {
            return self.rest(line, item.start, depth);
        }
        self.line = Some(item);
        if depth > MAX_DEPTH { None } else { self.map(item, depth) }
    }

    /// A plain text that stands from `start` to `end`, by its first sign; `None` when it has none or may be more.
    fn plain(&self, start: usize, end: usize) -> Option<&'a str> {
        let text = self.text.get(start..end).filter(|text| !text.is_empty())?;
        (!b"-?:,[]{}#&*!|>'\"%@`".contains(&self.byte(start))).then_some(text)
    }

    fn scalar(&self, text: &'a str, start: usize) -> Node<'a> {
        let null = matches!(text, "~" | "null" | "Null" | "NULL");
        let kind = if null { Kind::Null } else { Kind::Text(text.into()) };
        Node { span: self.span(start, start + text.len()), kind }
    }

    /// What begins with a quote or bracket at `start` and ends by `end`, and the byte behind it.
    fn marked(&self, start: usize, end: usize, depth: usize) -> Option<(Node<'a>, usize)> {
        if depth > MAX_DEPTH {
            return None;
        }
        match self.byte(start) {
            b'[' => self.flow_list(start, end, depth),
            b'{' => self.flow_map(start, end, depth),
            quote => self.quoted(start, end, quote),
        }
    }

    fn quoted(&self, start: usize, end: usize, quote: u8) -> Option<(Node<'a>, usize)> {
        let text = &self.text[start + 1..end];
        let text = &text[..text.find(char::from(quote))?];
        let after = start + 1 + text.len() + 1;
        let escaped = if quote == b'"' { text.contains('\\') } else { self.byte(after) == b'\'' };
        (!escaped).then(|| (Node { span: self.span(start, after), kind: Kind::Text(text.into()) }, after))
    }

    fn flow_list(&self, start: usize, end: usize, depth: usize) -> Option<(Node<'a>, usize)> {
        let (items, after) = self.flow(start, b']', |at| self.flow_item(at, end, depth + 1))?;
        Some((Node { span: self.span(start, after), kind: Kind::List(items) }, after))
    }

    fn flow_map(&self, start: usize, end: usize, depth: usize) -> Option<(Node<'a>, usize)> {
        let entry = |at| {
            let text = self.flow_plain(at, end).filter(|text| text.len() <= MAX_KEY)?;
            let colon = at + text.len();
            if self.byte(colon) != b':' || self.byte(colon + 1) != b' ' {
                return None;
            }
            let key = Key { text: text.into(), span: self.span(at, colon) };
            let (value, behind) = self.flow_item(self.skip_blanks(colon + 1), end, depth + 1)?;
            Some(((key, value), behind))
        };
        let (entries, after) = self.flow(start, b'}', entry)?;
        Some((Node { span: self.span(start, after), kind: Kind::Map(entries) }, after))
    }

    /// What stands between the bracket at `start` and `close`, parted by commas and each read by `read`, which says where
    /// it ends; and the byte behind `close`.
    fn flow<T>(&self, start: usize, close: u8, read: impl Fn(usize) -> Option<(T, usize)>) -> Option<(Vec<T>, usize)> {
        let mut items = Vec::with_capacity(4);
        let mut at = self.skip_blanks(start + 1);
        if self.byte(at) == close {
            return Some((items, at + 1));
        }
        loop {
            let (item, behind) = read(at)?;
            items.push(item);
            let behind = self.skip_blanks(behind);
            match self.byte(behind) {
                b',' => at = self.skip_blanks(behind + 1),
                byte if byte == close => return Some((items, behind + 1)),
                _ => return None,
            }
        }
    }

    fn flow_item(&self, start: usize, end: usize, depth: usize) -> Option<(Node<'a>, usize)> {
        if matches!(self.byte(start), b'"' | b'\'' | b'[' | b'{') {
            return self.marked(start, end, depth);
        }
        let text = self.flow_plain(start, end)?;
        let behind = start + text.len();
        (self.byte(behind) != b':' && depth <= MAX_DEPTH).then(|| (self.scalar(text, start), behind))
    }

    /// The plain text at `start` within brackets, without blanks at its end.
    fn flow_plain(&self, start: usize, end: usize) -> Option<&'a str> {
        let bytes = &self.text.as_bytes()[..end];
        let ends = |at: usize| match bytes[at] {
            b',' | b'[' | b']' | b'{' | b'}' => true,
            b':' => matches!(self.byte(at + 1), b' ' | b'\n' | b',' | b'[' | b']' | b'{' | b'}'),
            _ => false,
        };
        let stop = (start..end).find(|at| ends(*at))?;
        self.plain(start, stop).map(|text| text.trim_end_matches(' '))
    }

    fn skip_blanks(&self, at: usize) -> usize {
        at + self.text.as_bytes()[at..].iter().take_while(|byte| **byte == b' ').count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::library;

    /// Pieces of which logs consist, and those that turn them into something else, parted by `¦`.
    const PIECES: &str = "\n¦\n¦\n¦\n¦\n  ¦\n  ¦\n    ¦\n- ¦\n  - ¦\n    - ¦\n ¦\n\n¦ ¦  ¦:¦: ¦: ¦: ¦- ¦-¦, ¦,¦[¦]¦{¦}¦\"¦'¦\"lời\"¦'lời'¦[a, b]\
                          ¦{a: b, c: [d]}¦việc¦hạn¦H1¦đạt¦a¦b: c¦x: y\n¦20/01/2026¦https://vidu.example/a#b¦12-KH/BTG¦~¦null\
                          ¦{}¦[]¦#¦ # ¦|¦>¦&a¦*a¦!t ¦? ¦%¦@¦`¦\\¦\t¦\r¦---¦...¦\u{2028}¦\u{85}";

    fn texts() -> impl Strategy<Value = String> {
        let pieces: Vec<_> = PIECES.split('¦').collect();
        prop::collection::vec(prop::sample::select(pieces), 1..24).prop_map(|pieces| pieces.concat())
    }

    fn agree(text: &str) -> bool {
        super::tree(text, 7).is_none_or(|tree| library::tree(text, 7).as_ref() == Ok(&tree))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn gives_the_tree_of_the_library_or_none(text in texts()) {
            for text in [format!("a: {text}"), format!("a: b\n{text}\nc: d\n"), text] {
                prop_assert!(agree(&text), "{text}");
            }
        }
    }

    #[test]
    fn is_as_deep_as_the_library_and_no_deeper() {
        for depth in 8..=20 {
            let blocks: String = (0..depth).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
            let below = " ".repeat(depth);
            for inner in ["x", "~", "'x'", "[]", "{}", "{a: x}", "[x, y]"] {
                for (open, close) in [("[", "]"), ("{a: ", "}")] {
                    let flow = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
                    assert!(agree(&format!("a: {flow}")) && agree(&format!("a:\n- a: {flow}")), "{flow}");
                }
                for text in [format!("{blocks}{below}a: {inner}"), format!("{blocks}{below}- {inner}")] {
                    assert!(agree(&text), "{text}");
                }
            }
        }
    }

    #[test]
    fn reads_what_logs_consist_of() {
        for text in [
            "title: Họp chi bộ\nmember: an\n",
            "criteria:\n  H1: met\n  H2: {level: partial, evidence: [{kind: minutes, ref: 12-BB/CB}, \"lời\"]}\n",
            "steps:\n- {id: a, what: 'Đọc', after: []}\n- id: b\n  what: Viết\n",
            "context:\n  - một: hai\n    ba:\n      - bốn\n  - năm\nnote:\n",
        ] {
            assert!(super::tree(text, 0).is_some() && agree(text), "{text}");
        }
    }
}
