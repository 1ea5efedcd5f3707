//! Files as they were read, and places in them.
//!
//! A [`Span`] is two byte offsets into one file; a [`LineCol`] is what people are told. Columns are counted in
//! characters from 1. A combining mark belongs to the letter before it, so that a file in decomposed form (NFD)
//! names the same columns as its composed twin (NFC), and a byte order mark is no character.

use unicode_normalization::char::is_combining_mark;

/// One text file of the cell, as read: its path under the root, with `/`, and its text (byte order mark included).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Path relative to the cell's root, with `/` between the parts.
    pub path: String,
    /// The whole text, as it stands on disk.
    pub text: String,
}

/// A half-open range of byte offsets into one [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A range from `start` to `end`; files are far smaller than 4 GiB, and larger offsets are clamped.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The same range, moved `by` bytes to the right.
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The text it covers, with both ends moved inside `text` and onto character borders.
    pub fn slice(self, text: &str) -> &str {
        let start = floor_char(text, self.start as usize);
        let end = floor_char(text, self.end as usize).max(start);
        &text[start..end]
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Ties `value` to `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn with<U>(&self, value: U) -> Spanned<U> {
        Spanned { value, span: self.span }
    }
}

/// A written text with its place.
pub type Text = Spanned<String>;

/// A place as people are told it: line and column, both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl LineCol {
    /// The place of byte `offset` in `text`.
    pub fn of(text: &str, offset: usize) -> Self {
        let offset = floor_char(text, offset);
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        Self { line: line as u32, column: characters(&before[line_start..]) as u32 + 1 }
    }
}

/// Finds places in one text quickly when they are asked for in order.
pub struct Lines<'t> {
    text: &'t str,
    /// Where the line found last begins, and its number from 0.
    line: (usize, usize),
    /// The line found last, without its ending, if it was asked for.
    shown: Option<&'t str>,
    /// The place found last: its offset, and its column from 0.
    last: (usize, usize),
}

impl<'t> Lines<'t> {
    /// The lines of `text`.
    pub fn of(text: &'t str) -> Self {
        Self { text, line: (0, 0), shown: None, last: (0, 0) }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// As [`LineCol::of`].
    pub fn place(&mut self, offset: usize) -> LineCol {
        let offset = self.go_to(offset);
        let (from, before) = if self.last.0 <= offset { self.last } else { (self.line.0, 0) };
        let column = before + characters(&self.text[from..offset]);
        self.last = (offset, column);
        LineCol { line: self.line.1 as u32 + 1, column: column as u32 + 1 }
    }

    /// As [`line_around`].
    pub fn around(&mut self, offset: usize) -> (usize, &'t str) {
        self.go_to(offset);
        let start = self.line.0;
        (start, *self.shown.get_or_insert_with(|| line_around(self.text, start).1))
    }

    /// Finds the line of `offset`, which is moved to a border of characters.
    fn go_to(&mut self, offset: usize) -> usize {
        let offset = floor_char(self.text, offset);
        if offset < self.line.0 {
            *self = Self::of(self.text);
        }
        let from = if self.last.0 <= offset { self.last.0 } else { self.line.0 };
        let passed = &self.text[from..offset];
        if let Some(end) = passed.rfind('\n') {
            let lines = passed.bytes().filter(|b| *b == b'\n').count();
            self.line = (from + end + 1, self.line.1 + lines);
            (self.shown, self.last) = (None, (self.line.0, 0));
        }
        offset
    }
}

/// How many characters people see in `text`: code points that are neither combining marks nor a byte order mark.
pub fn characters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().filter(|c| is_seen(*c)).count() }
}

/// The byte at which the character `index` of `text` begins, its end when there are fewer; a mark belongs to the letter
/// before it.
pub fn byte_of_character(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    let mut letters = text.char_indices().filter(|(_, c)| is_seen(*c));
    letters.nth(index).map_or(text.len(), |(at, _)| at)
}

/// The first `count` characters of `text`, with their marks, of which nobody needs more than two on a letter: a text
/// of nothing but marks is cut as well.
pub fn leading(text: &str, count: usize) -> &str {
    let end = byte_of_character(text, count).min(text.floor_char_boundary(count.saturating_mul(WIDEST)));
    &text[..end]
}

/// More bytes than any letter takes with two marks.
const WIDEST: usize = 8;

fn is_seen(c: char) -> bool {
    // Nearly every letter lies in these two ranges, and looking a mark up costs more.
    c < '\u{300}' || ('\u{1e00}'..='\u{1eff}').contains(&c) || !is_combining_mark(c) && c != '\u{feff}'
}

/// The line around byte `offset`, without its line ending, and the offset at which it begins.
pub fn line_around(text: &str, offset: usize) -> (usize, &str) {
    let offset = floor_char(text, offset);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    (start, text[start..end].trim_end_matches('\r'))
}

/// The nearest character border at or before `offset`.
fn floor_char(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_column_is_the_same_in_composed_and_decomposed_text() {
        let composed = "a\nmức: dạt\n";
        let decomposed: String = composed.nfd().collect();
        let at = |text: &str| LineCol::of(text, text.find('d').unwrap_or_default());
        assert_eq!(at(composed), LineCol { line: 2, column: 6 });
        assert_eq!(at(&decomposed), LineCol { line: 2, column: 6 });
    }

    #[test]
    fn a_byte_order_mark_and_carriage_returns_move_no_column() {
        let text = "\u{feff}ab\r\ncd\r\n";
        assert_eq!(LineCol::of(text, 4), LineCol { line: 1, column: 2 });
        assert_eq!(LineCol::of(text, 8), LineCol { line: 2, column: 2 });
        assert_eq!(line_around(text, 8).1, "cd");
    }

    #[test]
    fn places_found_in_a_row_are_those_found_one_by_one() {
        let text = "\u{feff}đa\u{301}b\r\n\n\r\nx đ\nđuôi";
        let mut lines = Lines::of(text);
        for offset in (0..text.len() + 3).chain([3, 9, 0, 99]) {
            assert_eq!(lines.place(offset), LineCol::of(text, offset), "{offset}");
            assert_eq!(lines.around(offset), line_around(text, offset), "{offset}");
        }
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_letter_is_moved_to_a_border() {
        assert_eq!(Span::new(1, 99).slice("đa"), "đa");
        assert_eq!(LineCol::of("đa", 99).column, 3);
    }
}
