//! What a word of the front matter means, and where what it names stands.

use std::fs;

use serde_json::{Value, json};

use super::cursor::{Cursor, Slot, cursor, known};
use super::desk::Desk;
use super::place::{range_of, uri_of};
use crate::base::i18n::Lang;
use crate::discover;
use crate::editor::form::{Form, Shape};
use crate::model::rubric::Criterion;

/// The word under a pointer.
struct Word {
    cursor: Cursor,
    end: usize,
}

/// The word at byte `at`: it goes on to the end of its key or value.
fn word(text: &str, at: usize, form: &'static Form) -> Option<Word> {
    let rest = text[at..].lines().next().unwrap_or_default();
    let is_end = |(at, sign): &(usize, char)| match sign {
        ',' | ']' | '}' | '#' => true,
        ':' => rest[at + 1..].is_empty() || rest[at + 1..].starts_with(' '),
        _ => false,
    };
    let length = rest.char_indices().find(is_end).map_or(rest.len(), |(at, _)| at);
    let end = at + rest[..length].trim_end().len();
    let cursor = cursor(text, end, form)?;
    (!cursor.written.trim().is_empty() && cursor.start <= at).then_some(Word { cursor, end })
}

/// What the word at a byte means, as the protocol shows it.
pub fn hover(text: &str, at: usize, form: &'static Form, desk: &Desk) -> Value {
    let Some(Word { cursor, end }) = word(text, at, form) else { return Value::Null };
    let written = cursor.written.trim().trim_matches(['"', '\'']);
    let Some(said) = said(&cursor, written, desk) else { return Value::Null };
    json!({"contents": {"kind": "markdown", "value": said}, "range": range_of(text, cursor.start, end)})
}

fn said(cursor: &Cursor, written: &str, desk: &Desk) -> Option<String> {
    match (cursor.slot, cursor.is_key) {
        (Slot::Keys(form) | Slot::Claim(form), true) => {
            let key = known(form, written)?;
            Some(format!("**{written}** — {}", escaped(&desk.catalog.text(&form.about(key)))))
        }
        (Slot::Criteria(_), _) => {
            desk.known.rubric.find(written).map(|at| criterion(&desk.known.rubric.criteria[at], desk))
        }
        (Slot::Claim(_), false) => level(written, desk),
        (Slot::Field(field), _) => match field.shape {
            Shape::Level => level(written, desk),
            Shape::Member | Shape::Person => person(written, desk),
            Shape::Record => {
                let (_, log) = desk.logs().find(|(id, _)| id == written)?;
                Some(escaped(&log.draft.title.as_ref()?.value))
            }
            _ => None,
        },
        (Slot::Keys(form), false) => {
            let field = form.field(form.main?)?;
            matches!(field.shape, Shape::Person).then(|| person(written, desk)).flatten()
        }
    }
}

/// The label, the official words and the fields that show it.
fn criterion(criterion: &Criterion, desk: &Desk) -> String {
    let lang = desk.catalog.lang();
    let mut said = format!("**{}** {}", criterion.id, escaped(criterion.label.get(lang)));
    let words = criterion.text.get(lang);
    if !words.is_empty() && words != criterion.label.get(lang) {
        said = format!("{said}\n\n> {}", escaped(words));
    }
    let fields = criterion.evidence.iter().map(|field| match super::cursor::vietnamese(field.id()) {
        Some(name) if lang == Lang::Vi => format!("`{name}`"),
        _ => format!("`{}`", field.id()),
    });
    let fields: Vec<String> = fields.collect();
    if !fields.is_empty() {
        said = format!("{said}\n\n{}: {}", desk.catalog.text("hover-shown-by"), fields.join(", "));
    }
    said
}

fn level(written: &str, desk: &Desk) -> Option<String> {
    let level = desk.known.rubric.level(desk.known.rubric.read_level(written)?)?;
    let lang = desk.catalog.lang();
    Some(format!("**{}** — {}", escaped(level.label.get(lang)), escaped(level.means.get(lang))))
}

fn person(written: &str, desk: &Desk) -> Option<String> {
    let roster = &desk.config.settings.roster;
    let member = roster.member(roster.find_person(written)?);
    let position = member.position.as_deref().map(|position| format!(", {}", escaped(position))).unwrap_or_default();
    Some(format!("**{}**{position} (`{}`)", escaped(&member.name), member.id))
}

/// Where the log that a review names, or the line of a member, stands.
pub fn definition(text: &str, at: usize, form: &'static Form, desk: &Desk) -> Value {
    let Some(Word { cursor, .. }) = word(text, at, form) else { return Value::Null };
    let written = cursor.written.trim().trim_matches(['"', '\'']);
    let Slot::Field(field) = cursor.slot else { return Value::Null };
    match field.shape {
        Shape::Record => desk.path_of(written).map_or(Value::Null, |path| location(desk, &path, "", 0)),
        Shape::Member | Shape::Person => member_line(written, desk).unwrap_or(Value::Null),
        _ => Value::Null,
    }
}

fn member_line(written: &str, desk: &Desk) -> Option<Value> {
    let roster = &desk.config.settings.roster;
    let id = &roster.member(roster.find_person(written)?).id;
    let settings = fs::read_to_string(desk.config.root.join(discover::SETTINGS)).ok()?;
    let is_whole = |at: usize| !settings[at + id.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let at = settings.match_indices(&format!("id: {id}")).map(|(at, _)| at + "id: ".len()).find(|at| is_whole(*at))?;
    Some(location(desk, discover::SETTINGS, &settings, at))
}

fn location(desk: &Desk, path: &str, text: &str, at: usize) -> Value {
    json!({"uri": uri_of(&desk.config.root.join(path)), "range": range_of(text, at, at)})
}

/// Text that Markdown leaves as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_ascii_punctuation() && !matches!(sign, ',' | '.' | ';' | ':' | '(' | ')' | '/' | '-') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
