//! A page whose links lead nowhere but into itself and out to the world.

use std::collections::HashSet;
use std::ops::Range;

/// What begins the addresses that hold anywhere.
const ANYWHERE: [&str; 3] = ["https://", "http://", "mailto:"];

/// `page` with its links to other pages taken off: on paper there is nothing to open, and where a file lay on this
/// machine while it was printed is nobody's business. A browser takes a link to a missing place of the page for one to
/// its file, so that goes too.
pub(super) fn without_ways_out(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page) else { return Vec::new() };
    let places: HashSet<&str> = text.split("id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    let stays = |href: &str| match href.strip_prefix('#') {
        Some(place) => places.contains(place),
        None => ANYWHERE.iter().any(|start| href.starts_with(start)),
    };
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split("<a");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str("<a");
        match href(part) {
            Some((place, value)) if !stays(value) => out.extend([&part[..place.start], &part[place.end..]]),
            _ => out.push_str(part),
        }
    }
    out.into_bytes()
}

/// The place and the value of the `href` in the tag that `rest` continues; texts are escaped, so no sign of a tag stands
/// in a value.
fn href(rest: &str) -> Option<(Range<usize>, &str)> {
    let tag = rest.split_once('>').map_or(rest, |(tag, _)| tag);
    let is_own = |at: &usize| tag[..*at].ends_with(|before: char| before.is_ascii_whitespace());
    let start = tag.match_indices("href=").map(|(at, _)| at).find(is_own)?;
    let written = &tag[start + "href=".len()..];
    let value = match written.chars().next()? {
        quote @ ('"' | '\'') => written[1..].split_once(quote).map_or(&written[1..], |(value, _)| value),
        _ => written.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default(),
    };
    let quotes = if written.starts_with(['"', '\'']) { 2 } else { 0 };
    let end = (start + "href=".len() + value.len() + quotes).min(tag.len());
    Some((start - 1..end, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_inside_the_paper_and_to_the_world_stay() {
        for (page, kept) in [
            ("<p><a href=\"../x.html#a\">x</a> &lt;a href=&quot;y", "<p><a>x</a> &lt;a href=&quot;y"),
            ("<a href=\"#n\">[1]</a><p id=\"n\">", "<a href=\"#n\">[1]</a><p id=\"n\">"),
            ("<a class=\"r\" href=\"#m\" id=\"n\">", "<a class=\"r\" id=\"n\">"),
            ("<a href='x'><abbr href=x>", "<a><abbr>"),
            ("<area\nhref=x.html alt=\"\"><a data-href=\"x\">", "<area alt=\"\"><a data-href=\"x\">"),
            (
                "<a href=\"https://a.example/\"><a href=\"mailto:a@b\">",
                "<a href=\"https://a.example/\"><a href=\"mailto:a@b\">",
            ),
            ("<a href=\"file:///tmp/x\"><a href=\"javascript:x\"><a href=\"", "<a><a><a"),
        ] {
            let told = String::from_utf8(without_ways_out(page.into())).expect("text");
            assert_eq!(told, kept);
        }
    }
}
