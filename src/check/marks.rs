//! Characters that cannot be seen, turn the text round, come from an old encoding or only look like Latin letters.
//!
//! Each kind is noted once per line and at most [`MOST`] times per file: one slip of an editor spoils every line, and
//! nobody is helped by a thousand messages.

use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::mojibake::{mojibake, speaks_vni};
use super::required::first_line;
use super::{Case, Facts};
use crate::base::alike::latin_twin;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};
use crate::base::text::is_ordinary;

/// Most messages of one kind for one file.
const MOST: usize = 10;

/// NUL and other controls but tab and line ends.
pub fn controls(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    if case.ordinary {
        return;
    }
    note(&case.file.source.text, |text| text.char_indices().filter_map(control).collect(), out);
}

fn control((at, c): (usize, char)) -> Option<(Code, usize, char)> {
    is_control(c).then_some((Code::ControlCharacter, at, c))
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
    note(text, hidden, &mut found);
    out.extend(found.into_iter().map(|fault| Diagnostic { span: fault.span.shifted(offset), ..fault }));
    for c in case.path().chars() {
        if let Some(code) = unseen(c) {
            out.push(Diagnostic::new(code, first_line()).found(&code_point(c)));
        }
    }
}

fn hidden(text: &str) -> Vec<(Code, usize, char)> {
    text.char_indices().filter_map(|(at, c)| unseen(c).map(|code| (code, at, c))).collect()
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
    let text = &case.file.source.text;
    // The letters of VNI are ordinary ones, in an order that no word has.
    if !case.ordinary || speaks_vni(text) {
        note(text, mojibake, out);
    }
    if case.ordinary {
        return;
    }
    decomposed(text, out);
    let before = out.len();
    decomposed(case.path(), out);
    look_alikes(case.path(), out);
    for fault in &mut out[before..] {
        fault.span = first_line();
    }
    look_alikes(text, out);
}

/// The same in what the front matter says with escapes such as `\u202e`, at the value that holds it.
pub fn escaped(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let mut found: Vec<Diagnostic> = Vec::new();
    for scalar in &case.file.scalars {
        for fault in said_with_escapes(scalar, scalar.span.slice(&case.file.source.text)) {
            if found.iter().filter(|other| other.code == fault.code).count() < MOST {
                found.push(Diagnostic { span: scalar.span, ..fault });
            }
        }
    }
    out.append(&mut found);
}

/// What is found in a value and not where it is `written`, for that is found there.
fn said_with_escapes(scalar: &Text, written: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let said = &scalar.value;
    if !written.contains('\\') || is_ordinary(said) {
        return found;
    }
    note(said, |text| text.char_indices().filter_map(control).collect(), &mut found);
    for fault in &mut found {
        let is_letter = fault.span.slice(said).starts_with(['\u{7}', '\u{8}', '\u{b}', '\u{c}', '\u{1b}']);
        fault.args.iter_mut().filter(|(name, _)| is_letter && *name == "next").for_each(|(_, next)| {
            *next = "@control-backslash".to_owned();
        });
    }
    note(said, hidden, &mut found);
    note(said, mojibake, &mut found);
    decomposed(said, &mut found);
    look_alikes(said, &mut found);
    found.retain(|fault| !written.contains(fault.span.slice(said)));
    found
}

/// The first decomposed letter of a text, once: an editor that decomposes does so everywhere.
fn decomposed(text: &str, out: &mut Vec<Diagnostic>) {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return;
    }
    let Some(mark) = text.find(|c: char| ('\u{300}'..='\u{36f}').contains(&c)) else { return };
    let letter = text[..mark].char_indices().next_back().map_or(mark, |(at, _)| at);
    let end = text[mark..].find(|c: char| !('\u{300}'..='\u{36f}').contains(&c)).map_or(text.len(), |end| mark + end);
    out.push(Diagnostic::new(Code::NotNfc, Span::new(letter, end)).found(&text[letter..end]));
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
        let fault = Diagnostic::new(code, Span::new(at, at + c.len_utf8())).found(&found);
        out.push(if code == Code::ControlCharacter { fault.arg("next", "@control-delete") } else { fault });
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
