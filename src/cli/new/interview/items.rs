//! The items of a field and the entries of evidence: each part is kept as soon as it is answered.

use super::{Interview, Objection, Step};
use crate::base::form::{self, EVIDENCE, FieldForm, Part, Shape};
use crate::base::text::{has_letters, prose_key};
use crate::cli::prompt::Answer;
use crate::writing::{Answers, Item};

/// Items that are asked for, wherever they stand among the answers.
pub(super) enum List {
    Field(&'static FieldForm),
    /// Of the claim on this criterion.
    Evidence(String),
}

impl List {
    fn field(&self) -> &'static FieldForm {
        match self {
            Self::Field(field) => field,
            Self::Evidence(_) => &EVIDENCE,
        }
    }

    fn place(&self, number: usize, key: &str) -> String {
        match self {
            Self::Field(field) => format!("{}/{number}/{key}", field.key),
            Self::Evidence(id) => format!("{id}/evidence/{number}/{key}"),
        }
    }

    fn items<'a>(&self, answers: &'a Answers) -> &'a [Item] {
        let items = match self {
            Self::Field(field) => answers.fields.get(field.key),
            Self::Evidence(id) => answers.claim(id).map(|claimed| &claimed.evidence),
        };
        items.map_or(&[], Vec::as_slice)
    }

    /// Nothing where the claim is gone that the items would stand behind.
    fn items_mut<'a>(&self, answers: &'a mut Answers) -> Option<&'a mut Vec<Item>> {
        match self {
            Self::Field(field) => Some(answers.fields.entry(field.key.to_owned()).or_default()),
            Self::Evidence(id) => {
                answers.criteria.iter_mut().find(|claimed| claimed.id == *id).map(|claimed| &mut claimed.evidence)
            }
        }
    }

    fn is_over(&self, number: usize) -> bool {
        number > 0 && !self.field().many
    }
}

impl Interview<'_> {
    pub(super) fn ask_field(&mut self, field: &'static FieldForm) -> Step<()> {
        self.head(&format!("new-ask-{}", field.key));
        self.ask_items(&List::Field(field))
    }

    /// Item after item until a blank one; those that there are already are gone through first. Going back leads through
    /// the parts and items, and from the first one to the question before.
    pub(super) fn ask_items(&mut self, list: &List) -> Step<()> {
        let (keys, mut number, mut part) = (list.field().asked(), 0, 0);
        while !list.is_over(number) {
            match self.ask_part(list, number, keys[part])? {
                Answer::Back if part > 0 => part -= 1,
                Answer::Back if number > 0 => number -= 1,
                Answer::Back => return Ok(Answer::Back),
                Answer::Is(text) if part == 0 && text.is_empty() => {
                    if !self.drop_item(list, number) {
                        break;
                    }
                }
                Answer::Is(text) => {
                    self.put(list, number, keys[part], text);
                    part += 1;
                    if part == keys.len() {
                        (number, part) = (number + 1, 0);
                    }
                }
            }
        }
        Ok(Answer::Is(()))
    }

    fn put(&mut self, list: &List, number: usize, key: &str, text: String) {
        let Some(items) = list.items_mut(&mut self.draft.said.answers) else { return };
        if number >= items.len() {
            items.push(Item::new());
        }
        items[number].insert(key.to_owned(), text);
        self.keep();
    }

    /// Takes away an item that was made blank; says whether others follow.
    fn drop_item(&mut self, list: &List, number: usize) -> bool {
        let Some(items) = list.items_mut(&mut self.draft.said.answers) else { return false };
        if number >= items.len() {
            return false;
        }
        items.remove(number);
        let follow = number < items.len();
        self.keep();
        follow
    }

    fn ask_part(&mut self, list: &List, number: usize, key: &'static str) -> Step<String> {
        let field = list.field();
        let part = field.part(key).expect("a part of the field");
        let item = list.items(&self.draft.said.answers).get(number);
        let begin = item.and_then(|item| item.get(key)).cloned().unwrap_or_default();
        if key != list.field().asked()[0] {
            self.prompt.say(&self.text(&format!("new-part-{key}")));
        } else if item.is_none() && number > 0 {
            self.say("new-more", &[]);
        }
        let objection = Objection::default();
        let judge = |asked: &Self, text: &str| match part.shape {
            _ if text.is_empty() => Ok(String::new()),
            Shape::Date => asked.date(text).map(|date| date.to_string()),
            Shape::Person => asked.person(text, &objection),
            _ if is_prose(field, part) && !says_something(text) && objection.is_new(text) => {
                Err(asked.text("new-says-nothing").into())
            }
            _ => Ok(text.to_owned()),
        };
        self.line(&list.place(number, key), &begin, judge)
    }
}

/// Whether a text counts as evidence only when it says something.
fn is_prose(field: &FieldForm, part: &Part) -> bool {
    let fields = ["purpose", "procedure", "strengths", "weaknesses", "context", "lessons"];
    fields.contains(&field.key) && part.key == form::TEXT || field.key == EVIDENCE.key && part.key == "note"
}

fn says_something(text: &str) -> bool {
    let key = prose_key(text);
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    text.is_empty() || has_letters(&key, form::FEWEST_LETTERS) && !form::PLACEHOLDERS.contains(&bare)
}
