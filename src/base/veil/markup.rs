//! Names in pages: they are hidden in texts and in what readers are told by attributes, and nothing of a page's own
//! structure is ever taken for one.

use super::Veil;
use super::words::{is_of_word, tag_length, word_length};

/// Attributes that hold words.
const TOLD: [&str; 3] = ["alt", "aria-label", "title"];

impl Veil {
    /// The markup `page` with no name in it.
    pub fn hide_in_markup(&self, page: &str) -> String {
        let mut out = String::with_capacity(page.len());
        let (mut from, mut at) = (0, 0);
        while let Some(start) = page[at..].find(|c| c == '<' || is_of_word(c)).map(|next| at + next) {
            if page[start..].starts_with('<') {
                out.push_str(&page[from..start]);
                at = tag_length(&page.as_bytes()[start..]).map_or(page.len(), |length| start + length);
                self.hide_in_tags(&page[start..at], &mut out);
                from = at;
                continue;
            }
            let end = start + word_length(&page[start..]);
            at = end;
            if let Some(found) = self.found(page, start, end) {
                out.push_str(&page[from..start]);
                out.push_str(found.instead);
                self.hide_in_tags(&found.tags, &mut out);
                (from, at) = (found.end, found.end);
            }
        }
        out.push_str(&page[from..]);
        out
    }

    /// Tags, with names hidden in the words of their attributes and in the addresses that they lead to.
    fn hide_in_tags(&self, tags: &str, out: &mut String) {
        let mut rest = tags;
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
