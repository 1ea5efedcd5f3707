//! Texts of members on their way into files of other programs.

use std::borrow::Cow;

/// `text` with the sign for an unreadable character in the place of each that XML forbids or a terminal obeys, so that
/// one of them neither breaks a file nor goes unseen. Tabs and line ends stay.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unreadable) {
        text.chars().map(|c| if is_unreadable(c) { '\u{fffd}' } else { c }).collect::<String>().into()
    } else {
        text.into()
    }
}

fn is_unreadable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_shown_as_unreadable_and_all_else_stays() {
        assert_eq!(readable("a\u{1b}[31m\0b\u{ffff}"), "a\u{fffd}[31m\u{fffd}b\u{fffd}");
        for text in ["Kế hoạch\tđợt 2\r\n", "Ke\u{302}\u{301} hoa\u{323}ch", "\u{202e}ngược\u{202c}", "\u{1f600}"]
        {
            assert_eq!(readable(text), text);
        }
    }
}
