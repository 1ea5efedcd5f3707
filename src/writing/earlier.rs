//! Answers out of a log that was written before, by whatever hand.

use super::{Answers, Claimed, Item, settled};
use crate::base::form::{self, ASKED, EVIDENCE, FieldForm, TEXT};
use crate::model::rubric::Rubric;
use crate::parse::{self, Value};

/// Everything that the log `text` says and a form can ask; what cannot be read is left out. `None` when its front matter
/// cannot be taken apart.
pub fn read(text: &str, rubric: &Rubric) -> Option<Answers> {
    let (front, body) = parse::front_matter_and_body(text)?;
    let mut answers = Answers { body: body.to_owned(), ..Answers::default() };
    let Value::Map(entries) = front else { return Some(answers) };
    for (key, value) in entries {
        match (parse::key_among(&key, parse::KEYS), value) {
            (Some("criteria"), value) => answers.criteria = claims(value, rubric),
            (Some(key), Value::Text(text)) if form::FACTS.iter().any(|part| part.key == key) => {
                answers.set_fact(key, parse::word_id(key, &text).map_or(text, str::to_owned));
            }
            (Some(key), value) => {
                if let Some(field) = form::field(key) {
                    answers.fields.insert(key.to_owned(), items(value, field));
                }
            }
            (None, _) => {}
        }
    }
    Some(settled(&answers))
}

/// What a new log begins with when it is started from an earlier one: what the next task of the kind is likely to share.
/// The title is a proposal; days, claims, evidence, products, numbers, lessons and what came of it are not copied, for
/// they are of that task alone, and a text that stands in three logs counts in none.
#[must_use]
pub fn started_from(earlier: &Answers) -> Answers {
    let kept = |field: &str, parts: &[&str]| {
        let items = earlier.fields.get(field).into_iter().flatten();
        let part = |item: &Item| -> Item {
            let texts = item.iter().filter(|(key, _)| parts.contains(&key.as_str()));
            texts.map(|(key, text)| (key.clone(), text.clone())).collect()
        };
        (field.to_owned(), items.map(part).filter(|item: &Item| !item.is_empty()).collect::<Vec<Item>>())
    };
    let mut answers = Answers::default();
    for key in ["title", "member", "kind", "assigned_by", "visibility"] {
        answers.set_fact(key, earlier.fact(key));
    }
    answers.fields = [
        kept("coordination", &["with", "role", "basis"]),
        kept("references", &["ref", "title", "link"]),
        kept("risks", &["risk", "response"]),
        kept("steps", &["id", "what", "after", "with", "approval"]),
        kept("archive", &[TEXT]),
    ]
    .into();
    settled(&answers)
}

fn claims(value: Value, rubric: &Rubric) -> Vec<Claimed> {
    let written: Vec<(String, Value)> = match value {
        Value::Map(entries) => entries,
        Value::List(items) => {
            let ids = items.into_iter().filter_map(Value::text);
            ids.map(|id| (id, Value::Text("met".to_owned()))).collect()
        }
        Value::Text(id) => vec![(id, Value::Text("met".to_owned()))],
        Value::Null => Vec::new(),
    };
    let of = |id: &str| rubric.find(id).map(|at| (at, rubric.criteria[at].id.clone()));
    let mut claims: Vec<(usize, Claimed)> = written
        .into_iter()
        .filter_map(|(id, value)| {
            let (at, id) = of(&id)?;
            Some((at, claim(id, value, rubric)?))
        })
        .collect();
    claims.sort_by_key(|(at, _)| *at);
    claims.into_iter().map(|(_, claimed)| claimed).collect()
}

/// One claim as written: a level, or a map with one.
pub fn claim(id: String, value: Value, rubric: &Rubric) -> Option<Claimed> {
    let level = |written: &str| rubric.read_level(written).map(|level| level.id().to_owned());
    match value {
        Value::Text(written) => Some(Claimed { id, level: level(&written)?, ..Claimed::default() }),
        Value::Map(entries) => {
            let mut claimed = Claimed { id, ..Claimed::default() };
            for (key, value) in entries {
                match parse::key_among(&key, &["level", "reason", "evidence"]) {
                    Some("level") => claimed.level = level(&value.text()?)?,
                    Some("reason") => claimed.reason = value.text()?,
                    Some("evidence") => claimed.evidence = items(value, &EVIDENCE),
                    _ => {}
                }
            }
            (!claimed.level.is_empty()).then_some(claimed)
        }
        Value::List(_) | Value::Null => None,
    }
}

fn items(value: Value, field: &FieldForm) -> Vec<Item> {
    match value {
        Value::List(items) => items.into_iter().filter_map(|value| item(value, field)).collect(),
        value => item(value, field).into_iter().collect(),
    }
}

/// One item as written: a text for its main part, or a map. `None` when it says nothing that the field has.
pub fn item(value: Value, field: &FieldForm) -> Option<Item> {
    let item = match value {
        Value::Text(text) => Item::from([(field.main.to_owned(), text)]),
        Value::Map(entries) => {
            let mut item = Item::new();
            for (key, value) in entries {
                add_part(&mut item, field, &key, value);
            }
            item
        }
        Value::List(_) | Value::Null => return None,
    };
    (!item.is_empty()).then_some(item)
}

fn add_part(item: &mut Item, field: &FieldForm, key: &str, value: Value) {
    if parse::key_among(key, &["asked"]).is_some() && field.key == "direction" {
        let first = match value {
            Value::List(items) => items.into_iter().next(),
            value => Some(value),
        };
        let Some(Value::Map(entries)) = first else { return };
        for (key, value) in entries.into_iter().filter(|(key, _)| ASKED.contains(&key.as_str())) {
            item.extend(value.text().map(|text| (key, text)));
        }
        return;
    }
    let keys: Vec<&'static str> = field.parts.iter().map(|part| part.key).collect();
    let Some(part) = parse::key_among(key, &keys).and_then(|key| field.part(key)) else { return };
    let text = match value {
        Value::List(ids) => ids.into_iter().filter_map(Value::text).collect::<Vec<_>>().join(", "),
        value => value.text().unwrap_or_default(),
    };
    let list = if part.shape == form::Shape::Flag { "flag" } else { "" };
    item.insert(part.key.to_owned(), parse::word_id(list, &text).map_or(text, str::to_owned));
}
