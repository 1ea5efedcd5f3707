//! Names in pages: they are hidden in texts and in what readers are told by attributes, and nothing of a page's own
//! structure is ever taken for one.

use super::Veil;

/// Attributes that hold words.
const TOLD: [&str; 3] = ["alt", "aria-label", "title"];

/// Signs of emphasis, which no reader sees.
const EMPHASIS: [char; 4] = ['*', '_', '~', '`'];

/// Character references that stand for a quotation mark or an apostrophe.
const QUOTES: [&str; 4] = ["&#39;", "&quot;", "&apos;", "&#34;"];

impl Veil {
    /// The markup `page` with no name in it.
    pub fn hide_in_markup(&self, page: &str) -> String {
        let mut out = String::with_capacity(page.len());
        let mut rest = page;
        while let Some(at) = next_tag(rest) {
            self.hide_into(&rest[..at], &mut out);
            let length = tag_length(&rest[at..]);
            self.hide_in_tag(&rest[at..at + length], &mut out);
            rest = &rest[at + length..];
        }
        self.hide_into(rest, &mut out);
        out
    }

    /// A tag, with names hidden in the words of its attributes and in the addresses that it leads to.
    fn hide_in_tag(&self, tag: &str, out: &mut String) {
        let mut rest = tag;
        while let Some(at) = rest.find("=\"") {
            let (before, value) = (&rest[..at], &rest[at + 2..]);
            let end = value.find('"').unwrap_or(value.len());
            let name = before.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or(before);
            let value = &value[..end];
            out.push_str(&rest[..at + 2]);
            if TOLD.contains(&name) || name == "href" && leads_outside(value) {
                self.hide_into(value, out);
            } else {
                out.push_str(value);
            }
            rest = &rest[at + 2 + end..];
        }
        out.push_str(rest);
    }
}

fn leads_outside(target: &str) -> bool {
    ["mailto:", "http:", "https:"].iter().any(|scheme| target.starts_with(scheme))
}

/// Where the next tag begins that may not stand within a name.
fn next_tag(text: &str) -> Option<usize> {
    let mut tags = text.match_indices('<').map(|(at, _)| at);
    tags.find(|at| plain_tag(&text[*at..]).is_none())
}

/// The length of the tag with which `text` begins. Within values `>` is written as a character reference; templates
/// of a cell may forget that.
fn tag_length(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

/// What follows the blanks or quotation marks between two words of a name; `tags` among them are kept, for they may
/// close what was opened before the name. Signs of emphasis are passed over, and so is a hyphen before a capital.
pub(super) fn behind_gap<'t>(text: &'t str, tags: &mut String) -> Option<&'t str> {
    let (mut rest, mut is_parted) = (text, false);
    loop {
        let trimmed = rest.trim_start();
        is_parted |= trimmed.len() < rest.len();
        if let Some(behind) = trimmed.strip_prefix(EMPHASIS) {
            rest = behind;
        } else if let Some(behind) = quote(trimmed).or_else(|| hyphen(trimmed)) {
            (rest, is_parted) = (behind, true);
        } else if let Some(length) = plain_tag(trimmed) {
            tags.push_str(&trimmed[..length]);
            rest = &trimmed[length..];
        } else {
            return is_parted.then_some(trimmed);
        }
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

/// The length of the plain tag, such as `</strong>`, with which `text` begins.
fn plain_tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let plain = ["strong>", "em>", "del>", "code>", "br>"];
    plain.iter().find(|plain| name.starts_with(**plain)).map(|plain| text.len() - name.len() + plain.len())
}
