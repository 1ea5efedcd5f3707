//! What was typed or pasted, as it is written: composed, without controls, with ordinary blanks and line ends.
//!
//! Nothing that stands in a file is ever changed so; this is for texts that are about to be written for the first time.

use unicode_normalization::UnicodeNormalization;

/// `text` on one line.
pub fn line(text: &str) -> String {
    let plain = plain(text).replace('\t', " ");
    plain.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `text` on as many lines as it has; blanks at their ends and around the whole are nothing.
pub fn long(text: &str) -> String {
    let plain = plain(text).replace('\t', " ");
    let lines: Vec<&str> = plain.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// Markdown: blanks within mean something, but not before the first line and behind the last.
pub fn body(text: &str) -> String {
    let plain = plain(text);
    let mut lines: Vec<&str> = plain.trim_end().split('\n').collect();
    let blank = lines.iter().take_while(|line| line.trim().is_empty()).count();
    lines.drain(..blank);
    lines.join("\n")
}

/// Line ends of every kind as one, blanks that only look like one as one; other controls, and what is no character, left
/// out.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(' '),
        '\t' | '\n' => Some(c),
        '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    kept.collect::<String>().nfc().collect()
}
