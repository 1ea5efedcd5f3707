//! What is one word of its own kind: addresses, and ids of several parts.

use std::collections::HashMap;

use super::Found;
use super::words::is_of_word;

/// The marks to hide, by what is written; addresses in small letters.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    instead: HashMap<String, String>,
    /// Bytes of the longest.
    longest: usize,
}

impl Marks {
    /// Adds an address, as links write it too, or an id of several parts; `false` when it is neither.
    pub fn add(&mut self, name: &str, instead: &str) -> bool {
        let is_one = !name.contains(char::is_whitespace) && name.starts_with(is_of_word);
        let is_address = name.contains('@');
        if !is_one || !(is_address || name.contains('-') && name.is_ascii()) {
            return false;
        }
        let written = if is_address { name.to_lowercase() } else { name.to_owned() };
        if is_address {
            self.put(written.replace('@', "%40"), instead);
        }
        self.put(written, instead);
        true
    }

    fn put(&mut self, written: String, instead: &str) {
        self.longest = self.longest.max(written.len());
        self.instead.insert(written, instead.to_owned());
    }

    /// The mark that stands by itself at `start`, the first word of which ends at `end`.
    pub fn at(&self, text: &str, start: usize, end: usize) -> Option<Found<'_>> {
        if !text[end..].starts_with(['-', '_', '.', '+', '%', '@']) || text[..start].ends_with(goes_on) {
            return None;
        }
        let length = length(&text[start..], self.longest + 1)?;
        let written = &text[start..start + length];
        let is_address = written.contains('@') || written.contains("%40");
        let instead = if is_address { self.instead.get(&written.to_lowercase()) } else { self.instead.get(written) }?;
        let is_path = text[..start].ends_with('/') || text[start + length..].starts_with('/');
        (is_address || !is_path).then(|| Found { end: start + length, instead, tags: String::new() })
    }
}

fn goes_on(c: char) -> bool {
    is_of_word(c) || matches!(c, '-' | '_' | '.')
}

/// The bytes of the mark with which `text` begins, without the point of a sentence; nothing when they are more than
/// `most`.
fn length(text: &str, most: usize) -> Option<usize> {
    let is_of_mark = |c: char| goes_on(c) || matches!(c, '+' | '%' | '@');
    let within = text.char_indices().take_while(|(at, c)| *at <= most && is_of_mark(*c));
    let end = within.last().map(|(at, c)| at + c.len_utf8())?;
    let length = text[..end].trim_end_matches('.').len();
    (end <= most + 1).then_some(length)
}
