//! The bytes of a log.

use super::scalar::{scalar, value};
use super::{Answers, Claimed, Item, settled};
use crate::base::form::{self, ASKED, EVIDENCE, FieldForm, Part, Shape, TEXT};
use crate::base::i18n::Lang;
use crate::base::keys::vietnamese_of;
use crate::base::period::Date;

/// The log that `answers` make, with keys and words in `lang`: the language of the cell, whoever writes.
///
/// ```
/// # use hieucan::{base::i18n::Lang, writing::{Answers, log}};
/// let mut answers = Answers::default();
/// answers.set_fact("title", "Kế hoạch: đợt 2");
/// answers.set_fact("assigned", "5/1/2026");
/// assert_eq!(log(&answers, Lang::Vi), "---\ntiêu đề: \"Kế hoạch: đợt 2\"\nngày giao: 05/01/2026\n---\n");
/// ```
pub fn log(answers: &Answers, lang: Lang) -> String {
    let answers = settled(answers);
    let mut page = Page { out: String::from("---\n"), lang };
    let (first, last) = form::FACTS.split_at(form::FACTS.len() - 1);
    first.iter().for_each(|part| page.fact(&answers, part));
    page.claims(&answers.criteria);
    for field in form::FIELDS {
        page.field(field, answers.fields.get(field.key).map_or(&[], Vec::as_slice));
    }
    last.iter().for_each(|part| page.fact(&answers, part));
    page.out.push_str("---\n");
    if !answers.body.is_empty() {
        page.out.push_str(&answers.body);
        page.out.push('\n');
    }
    page.out
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    /// A key of a log in its language. Only the keys at the top and those of claims have Vietnamese spellings.
    fn key(&self, english: &'static str) -> &'static str {
        match self.lang {
            Lang::Vi => vietnamese_of(english).unwrap_or(english),
            Lang::En => english,
        }
    }

    fn line(&mut self, indent: usize, key: &str, value: &str) {
        self.out.extend([&" ".repeat(indent), key, ": ", value, "\n"]);
    }

    fn head(&mut self, indent: usize, key: &str) {
        self.out.extend([&" ".repeat(indent), key, ":\n"]);
    }

    fn fact(&mut self, answers: &Answers, part: &'static Part) {
        let Some(text) = answers.facts.get(part.key) else { return };
        let value = match part.shape {
            // The member is a word of the roster and of no list.
            Shape::Word => scalar(form::word(part.key, text, self.lang)),
            _ => self.text(text, part, 2),
        };
        self.line(0, self.key(part.key), &value);
    }

    fn claims(&mut self, claims: &[Claimed]) {
        if claims.is_empty() {
            return;
        }
        self.head(0, self.key("criteria"));
        for claimed in claims {
            let (id, level) = (scalar(&claimed.id), scalar(form::word("level", &claimed.level, self.lang)));
            if claimed.reason.is_empty() && claimed.evidence.is_empty() {
                self.line(2, &id, &level);
                continue;
            }
            self.head(2, &id);
            self.line(4, self.key("level"), &level);
            if !claimed.evidence.is_empty() {
                self.head(4, self.key("evidence"));
                self.items(&EVIDENCE, &claimed.evidence, 6);
            }
            if !claimed.reason.is_empty() {
                self.line(4, self.key("reason"), &value(&claimed.reason, 6));
            }
        }
    }

    fn field(&mut self, field: &'static FieldForm, items: &[Item]) {
        let Some(first) = items.first() else { return };
        let key = self.key(field.key);
        if field.many {
            self.head(0, key);
            self.items(field, items, 2);
        } else if let Some((part, text)) = alone(field, first) {
            let text = self.text(text, part, 2);
            self.line(0, key, &text);
        } else {
            self.head(0, key);
            self.parts(field, first, 2, 2);
        }
    }

    fn items(&mut self, field: &'static FieldForm, items: &[Item], indent: usize) {
        for item in items {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str("- ");
            match alone(field, item) {
                Some((part, text)) => {
                    let text = self.text(text, part, indent + 2);
                    self.out.extend([&text, "\n"]);
                }
                None => self.parts(field, item, 0, indent + 2),
            }
        }
    }

    /// The parts of an item: the first line is indented by `first`, for a dash may stand before it.
    fn parts(&mut self, field: &'static FieldForm, item: &Item, first: usize, indent: usize) {
        let mut before = first;
        let is_asked = |part: &&Part| field.key == "direction" && ASKED.contains(&part.key);
        for part in field.parts.iter().filter(|part| !is_asked(part)) {
            let Some(text) = item.get(part.key) else { continue };
            let text = self.text(text, part, indent + 2);
            self.line(before, part.key, &text);
            before = indent;
        }
        let asked: Vec<&Part> =
            field.parts.iter().filter(is_asked).filter(|part| item.contains_key(part.key)).collect();
        if asked.is_empty() {
            return;
        }
        self.head(before, "asked");
        for (number, part) in asked.into_iter().enumerate() {
            let text = self.text(&item[part.key], part, indent + 6);
            self.out.push_str(&" ".repeat(indent + 2));
            self.out.push_str(if number == 0 { "- " } else { "  " });
            self.line(0, part.key, &text);
        }
    }

    /// A text under a key whose further lines stand at `indent`.
    fn text(&self, text: &str, part: &Part, indent: usize) -> String {
        match part.shape {
            Shape::Date => self.date(text),
            Shape::Flag => form::word("flag", text, self.lang).to_owned(),
            Shape::Ids if text.contains(", ") => {
                format!("[{}]", text.split(", ").map(scalar).collect::<Vec<_>>().join(", "))
            }
            _ => value(text, indent),
        }
    }

    /// A day as people of the language write it: `05/01/2026`, in English `2026-01-05`.
    fn date(&self, text: &str) -> String {
        let Some(date) = Date::parse(text).filter(|_| self.lang == Lang::Vi) else { return scalar_date(text) };
        let (year, month, day) = date.parts();
        format!("{day:02}/{month:02}/{year:04}")
    }
}

/// A day in the one form, or what cannot be read as one.
fn scalar_date(text: &str) -> String {
    Date::parse(text).map_or_else(|| scalar(text), |date| date.to_string())
}

/// The main text of an item that says nothing else.
fn alone<'i>(field: &'static FieldForm, item: &'i Item) -> Option<(&'static Part, &'i str)> {
    let main = if field.is_plain() { TEXT } else { field.main };
    let text = item.get(main).filter(|_| item.len() == 1)?;
    Some((field.part(main)?, text))
}
