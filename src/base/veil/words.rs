//! The words of a text, and what may stand between those of one name.

use crate::base::alike::is_unseen;

/// Signs of emphasis, which no reader sees.
const EMPHASIS: [char; 4] = ['*', '_', '~', '`'];

/// Character references that stand for a quotation mark or an apostrophe.
const QUOTES: [&str; 4] = ["&#39;", "&quot;", "&apos;", "&#34;"];

/// One word of a text, and what stands between it and the word before.
pub(super) struct Word<'t> {
    pub text: &'t str,
    /// Where it ends, counted from the first word.
    pub end: usize,
    /// The tags before it.
    pub tags: String,
    /// The signs before it that stand only where a name has them.
    pub signs: String,
}

/// Whether a name ends neither before nor behind this character: letters, digits, the marks that belong to them, and what
/// nobody sees. The letter that looks like an apostrophe is none.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && c != '\u{2bc}' || matches!(c, '\u{300}'..='\u{36f}') || is_unseen(c)
}

pub(super) fn word_length(text: &str) -> usize {
    text.find(|c| !is_of_word(c)).unwrap_or(text.len())
}

/// The words with which `text` begins, at most `count`, as far as they may belong to one name; `own` are the signs that
/// names have.
pub(super) fn words_from<'t>(text: &'t str, count: usize, own: &[char]) -> Vec<Word<'t>> {
    let mut end = word_length(text);
    let mut words = vec![Word { text: &text[..end], end, tags: String::new(), signs: String::new() }];
    while words.len() < count {
        let is_initial = words.last().is_some_and(|word| word.text.chars().nth(1).is_none());
        let point = usize::from(is_initial && text[end..].starts_with('.'));
        let mut gap = Gap { rest: &text[end + point..], is_parted: false, tags: String::new(), signs: String::new() };
        while gap.step(own) {}
        if !gap.is_parted {
            break;
        }
        let length = word_length(gap.rest);
        end = text.len() - gap.rest.len() + length;
        words.push(Word { text: &gap.rest[..length], end, tags: gap.tags, signs: gap.signs });
    }
    words
}

/// What stands between two words, as far as it has been read.
struct Gap<'t> {
    rest: &'t str,
    is_parted: bool,
    tags: String,
    signs: String,
}

impl<'t> Gap<'t> {
    /// Reads on; `false` when nothing more may stand between two words of a name.
    fn step(&mut self, own: &[char]) -> bool {
        let text = self.rest;
        let blank = text.trim_start();
        if blank.len() < text.len() {
            return self.parted(blank);
        }
        if let Some(behind) = text.strip_prefix(EMPHASIS) {
            self.rest = behind;
            return true;
        }
        if let Some(behind) = quote(text).or_else(|| hyphen(text)) {
            return self.parted(behind);
        }
        if let Some(length) = passing_tag(text) {
            self.tags.push_str(&text[..length]);
            self.rest = &text[length..];
            return true;
        }
        let Some(sign) = text.chars().next().filter(|c| own.contains(c)) else { return false };
        self.signs.push(sign);
        self.parted(&text[sign.len_utf8()..])
    }

    fn parted(&mut self, rest: &'t str) -> bool {
        (self.rest, self.is_parted) = (rest, true);
        true
    }
}

fn quote(text: &str) -> Option<&str> {
    let is_quote = |c| matches!(c, '\'' | '"' | '\u{b4}' | '\u{2bc}' | '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}');
    text.strip_prefix(is_quote).or_else(|| QUOTES.iter().find_map(|written| text.strip_prefix(written)))
}

/// What follows a hyphen before a capital; names in paths are in small letters.
fn hyphen(text: &str) -> Option<&str> {
    text.strip_prefix(['-', '\u{2011}']).filter(|behind| behind.starts_with(char::is_uppercase))
}

/// The length of the tag with which `text` begins, if it may stand within a name: emphasis, a line's end, a link.
fn passing_tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let plain = ["strong>", "em>", "del>", "code>", "br>", "a>"];
    let plain = plain.iter().find(|plain| name.starts_with(**plain)).map(|plain| text.len() - name.len() + plain.len());
    let link = || tag_length(&text.as_bytes()[..text.len().min(LONGEST_TAG)]);
    plain.or_else(|| inner.starts_with("a ").then(link).flatten())
}

/// A link of more bytes is not looked through.
const LONGEST_TAG: usize = 4096;

/// The length of the tag with which `text` begins, if it ends. Within values `>` is written as a character reference;
/// templates of a cell may forget that.
pub(super) fn tag_length(text: &[u8]) -> Option<usize> {
    let mut is_quoted = false;
    let end = text.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b'>' && !is_quoted
    });
    end.map(|end| end + 1)
}
