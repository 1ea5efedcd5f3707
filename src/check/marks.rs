//! Characters that cannot be seen, turn the text round, come from an old encoding or only look like Latin letters.
//!
//! Each kind is noted once per line and at most [`MOST`] times per file: one slip of an editor spoils every line, and
//! nobody is helped by a thousand messages.

use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::required::first_line;
use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;

/// Most messages of one kind for one file.
const MOST: usize = 10;

/// NUL and other controls but tab and line ends.
pub fn controls(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    if case.ordinary {
        return;
    }
    let found = |(at, c): (usize, char)| is_control(c).then_some((Code::ControlCharacter, at, c));
    note(&case.file.source.text, |text| text.char_indices().filter_map(found).collect(), out);
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// No-break spaces, characters of no width, and those that turn the direction; in the text and in the path.
pub fn invisible(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    if case.ordinary {
        return;
    }
    let whole = &case.file.source.text;
    // One byte order mark may stand at the start; a second one hides the fence behind it.
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let offset = whole.len() - text.len();
    let mut found = Vec::new();
    note(
        text,
        |text| text.char_indices().filter_map(|(at, c)| unseen(c).map(|code| (code, at, c))).collect(),
        &mut found,
    );
    out.extend(found.into_iter().map(|fault| Diagnostic { span: fault.span.shifted(offset), ..fault }));
    for c in case.path().chars() {
        if let Some(code) = unseen(c) {
            out.push(Diagnostic::new(code, first_line()).found(&code_point(c)));
        }
    }
}

fn unseen(c: char) -> Option<Code> {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(Code::NoBreakSpace),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Some(Code::ZeroWidth),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Code::BidiControl)
        }
        _ => None,
    }
}

/// Decomposed letters, old encodings, look-alike letters; in the text and in the path.
pub fn letters(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    if case.ordinary {
        return;
    }
    decomposed(&case.file.source.text, 0, out);
    let before = out.len();
    decomposed(case.path(), 0, out);
    look_alikes(case.path(), out);
    for fault in &mut out[before..] {
        fault.span = first_line();
    }
    let text = &case.file.source.text;
    note(text, mojibake, out);
    look_alikes(text, out);
}

/// The first decomposed letter of a text, once: an editor that decomposes does so everywhere.
fn decomposed(text: &str, offset: usize, out: &mut Vec<Diagnostic>) {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return;
    }
    let Some(mark) = text.find(|c: char| ('\u{300}'..='\u{36f}').contains(&c)) else { return };
    let letter = text[..mark].char_indices().next_back().map_or(mark, |(at, _)| at);
    let end = text[mark..].find(|c: char| !('\u{300}'..='\u{36f}').contains(&c)).map_or(text.len(), |end| mark + end);
    out.push(Diagnostic::new(Code::NotNfc, Span::new(letter, end).shifted(offset)).found(&text[letter..end]));
}

/// Signs that TCVN3 and VNI texts show when they are read as Unicode, in a word or at its end.
fn mojibake(text: &str) -> Vec<(Code, usize, char)> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_old_sign(c) {
            let after = chars.peek().map_or(' ', |(_, next)| *next);
            let in_word = match (is_of_word(before), is_of_word(after)) {
                (true, true) => true,
                (true, false) => ends_word(c, &text[..at]),
                (false, true) => begins_word(c, before, after),
                (false, false) => false,
            };
            if in_word {
                found.push((Code::Mojibake, at, c));
            }
        }
        before = c;
    }
    found
}

fn is_old_sign(c: char) -> bool {
    matches!(c, '©' | '®' | '¬' | '¸' | '¹' | '¶' | '§' | '¦' | '¨' | 'µ')
}

/// Letters, and the soft hyphen, which is the `ư` of TCVN3.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() && !is_old_sign(c) || c == '\u{ad}'
}

/// Whether a word of an old encoding may end in `c`, as in `c¬` and `gi¸`. A brand name may end in `©` or `®`.
fn ends_word(c: char, before: &str) -> bool {
    let word = before.rsplit(|c: char| !is_of_word(c)).next().unwrap_or_default();
    matches!(c, '¬' | '¸') || matches!(c, '©' | '®') && !word.contains(char::is_uppercase)
}

/// Whether a word of an old encoding may begin with `c`, as in `®i` and `®Õn`, but not a brand name as in `®Tên`.
fn begins_word(c: char, before: char, after: char) -> bool {
    matches!(c, '©' | '®' | '¬' | '¸') && !before.is_alphanumeric() && !after.is_ascii_uppercase()
}

/// Letters of other scripts that look Latin, in words that have Latin letters too.
fn look_alikes(text: &str, out: &mut Vec<Diagnostic>) {
    let mut notes = 0;
    for (at, word) in words(text) {
        let foreign = word.char_indices().find_map(|(i, c)| latin_twin(c).map(|latin| (i, c, latin)));
        let Some((i, c, latin)) = foreign else { continue };
        if notes == MOST || !word.chars().any(is_latin) {
            continue;
        }
        notes += 1;
        let span = Span::new(at + i, at + i + c.len_utf8());
        out.push(Diagnostic::new(Code::LookAlike, span).found(word).arg("expected", latin.to_string()));
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let has_foreign = text.chars().any(|c| latin_twin(c).is_some());
    let text = if has_foreign { text } else { "" };
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c) || ('\u{1e00}'..='\u{1eff}').contains(&c)
}

/// The Latin letter that a Cyrillic, Greek or full-width letter looks like.
fn latin_twin(c: char) -> Option<char> {
    const TWINS: &str =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvιiαaκk";
    match c {
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => char::from_u32(c as u32 - 0xff21 + 'A' as u32),
        '\u{370}'..='\u{52f}' => {
            let mut twins = TWINS.chars();
            while let (Some(foreign), Some(latin)) = (twins.next(), twins.next()) {
                if foreign == c {
                    return Some(latin);
                }
            }
            None
        }
        _ => None,
    }
}

/// Notes what `find` finds, once per kind and line.
fn note(text: &str, find: impl Fn(&str) -> Vec<(Code, usize, char)>, out: &mut Vec<Diagnostic>) {
    let mut noted: Vec<(Code, usize)> = Vec::new();
    let (mut line, mut looked) = (0, 0);
    for (code, at, c) in find(text) {
        // Places come in order, so only what lies between two of them is looked through.
        line = text[looked..at].rfind('\n').map_or(line, |end| looked + end + 1);
        looked = at;
        let of_kind = noted.iter().filter(|(kind, _)| *kind == code).count();
        if of_kind == MOST || noted.contains(&(code, line)) {
            continue;
        }
        noted.push((code, line));
        let found = if code == Code::Mojibake { word_around(text, at) } else { code_point(c) };
        out.push(Diagnostic::new(code, Span::new(at, at + c.len_utf8())).found(&found));
    }
}

fn word_around(text: &str, at: usize) -> String {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |blank| at + blank);
    Span::new(start, end).slice(text).trim().to_owned()
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_old_encodings_are_seen_at_both_ends_of_a_word() {
        for text in ["®i häc", "®Õn n¬i", "®ñ", "c¬, h¬", "gi¸.", "ph\u{ad}¬ng", "c¸n bé", "\u{ad}¬m", "(®i)"]
        {
            assert!(!mojibake(text).is_empty(), "{text}");
        }
        let brands =
            ["© Chi bộ", "Windows ®", "Tên®", "Windows® 11", "© 2026", "iPhone®", "mục §3, 5 µm", "¬ A", "(©Viettel)"];
        for text in brands {
            assert!(mojibake(text).is_empty(), "{text}");
        }
    }
}
