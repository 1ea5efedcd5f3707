//! Answers into a log: what a member was asked and answered, as the bytes of the file to keep.
//!
//! [`log()`] is the only writer of logs; the form page of the site does the same in `templates/scripts/form_write.js`, and
//! a test holds the two together byte for byte. [`settled`] puts answers into the form in which they are written;
//! [`file_name`] says where the log belongs; [`read`] takes answers out of a log again.

mod clean;
mod earlier;
mod log;
mod name;
mod scalar;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::form::{self, EVIDENCE, FieldForm, Shape};
use crate::base::period::Date;

pub use earlier::{claim, item, read, started_from};
pub use log::log;
pub use name::{file_name, numbered};

/// Texts of an item, by the keys of its parts.
pub type Item = BTreeMap<String, String>;

/// What was answered about one criterion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claimed {
    /// The criterion's id, as the rubric writes it.
    pub id: String,
    /// The level's id.
    pub level: String,
    /// Why.
    pub reason: String,
    /// Entries of evidence.
    pub evidence: Vec<Item>,
}

/// What was answered: dates as `2026-01-05`, words by their ids, all else as typed. What is blank was not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Title, member, dates and what else is said on one line, by key.
    pub facts: Item,
    /// The claims, in the order of the rubric.
    pub criteria: Vec<Claimed>,
    /// The items of each field, by key.
    pub fields: BTreeMap<String, Vec<Item>>,
    /// What is told below the front matter, in Markdown.
    pub body: String,
}

impl Answers {
    /// The answer to one of [`form::FACTS`]; blank when there is none.
    pub fn fact(&self, key: &str) -> &str {
        self.facts.get(key).map_or("", String::as_str)
    }

    /// Answers one of [`form::FACTS`].
    pub fn set_fact(&mut self, key: &str, text: impl Into<String>) {
        self.facts.insert(key.to_owned(), text.into());
    }

    /// The claim on a criterion.
    pub fn claim(&self, id: &str) -> Option<&Claimed> {
        self.criteria.iter().find(|claimed| claimed.id == id)
    }
}

/// The same answers as they are written: texts clean, dates and flags in one spelling, what is blank left out. A date
/// that cannot be read stays as it was typed.
#[must_use]
pub fn settled(answers: &Answers) -> Answers {
    let facts = form::FACTS.iter().filter_map(|part| {
        let text = settled_text(answers.facts.get(part.key)?, part.shape);
        (!text.is_empty()).then(|| (part.key.to_owned(), text))
    });
    let fields = form::FIELDS.iter().filter_map(|field| {
        let items = settled_items(answers.fields.get(field.key)?, field);
        (!items.is_empty()).then(|| (field.key.to_owned(), items))
    });
    Answers {
        facts: facts.collect(),
        criteria: answers.criteria.iter().filter(|claimed| !claimed.level.is_empty()).map(settled_claim).collect(),
        fields: fields.collect(),
        body: clean::body(&answers.body),
    }
}

fn settled_claim(claimed: &Claimed) -> Claimed {
    Claimed {
        id: claimed.id.clone(),
        level: claimed.level.clone(),
        reason: clean::long(&claimed.reason),
        evidence: settled_items(&claimed.evidence, &EVIDENCE),
    }
}

fn settled_items(items: &[Item], field: &FieldForm) -> Vec<Item> {
    let settle = |item: &Item| -> Item {
        let texts = field.parts.iter().filter_map(|part| {
            let text = settled_text(item.get(part.key)?, part.shape);
            (!text.is_empty()).then(|| (part.key.to_owned(), text))
        });
        texts.collect()
    };
    let items = items.iter().map(settle).filter(|item| !item.is_empty());
    if field.many { items.collect() } else { items.take(1).collect() }
}

fn settled_text(text: &str, shape: Shape) -> String {
    match shape {
        Shape::Long => clean::long(text),
        Shape::Date => {
            let line = clean::line(text);
            Date::parse(&line).map_or(line, |date| date.to_string())
        }
        Shape::Ids => {
            let line = clean::line(text);
            line.split(',').map(str::trim).filter(|id| !id.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Shape::Line | Shape::Word | Shape::Person | Shape::Flag | Shape::Link => clean::line(text),
    }
}
