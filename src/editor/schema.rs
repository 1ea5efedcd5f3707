//! The form of a cell's files as JSON Schema 2020-12, with the words and ids of this cell.
//!
//! A key is listed in English and in Vietnamese, so that editors can offer it, and as a pattern of all its other
//! spellings. What a schema cannot say is left to `check`: one key in two spellings, dates that do not exist, and all
//! that needs other files.

use serde_json::{Map as Object, Value, json};

use super::form::{self, Field, Form, Shape, Word};
use super::known::Known;
use super::spelling;
use crate::base::diagnostic::Code;
use crate::base::i18n::{Catalog, Lang};
use crate::model::rubric::{Criterion, LevelId};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Of {
    /// The front matter of a task log.
    #[default]
    Log,
    /// That of a review.
    Review,
    /// That of a rating.
    Rating,
    /// `hieucan.yaml`.
    Settings,
    /// `rubric.yaml`.
    Rubric,
    /// `accepted.yaml`.
    Accepted,
}

impl Of {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Of; 6] = [Of::Log, Of::Review, Of::Rating, Of::Settings, Of::Rubric, Of::Accepted];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        self.form().name
    }

    /// What may be written in it.
    pub fn form(self) -> &'static Form {
        match self {
            Of::Log => &form::LOG,
            Of::Review => &form::REVIEW,
            Of::Rating => &form::RATING,
            Of::Settings => &form::SETTINGS,
            Of::Rubric => &form::RUBRIC,
            Of::Accepted => &form::ACCEPTED,
        }
    }
}

/// The schema of a kind of file.
pub fn schema(of: Of, known: &Known, catalog: &Catalog) -> Value {
    let mut writer = Writer { known, catalog, defs: Object::new(), is_na_open: true };
    let mut root = writer.map(of.form());
    if of == Of::Accepted {
        root = json!({"anyOf": [{"type": "null"}, root, {"type": "array", "items": root}]});
    }
    let title = catalog.text(&format!("schema-{}", of.id()));
    let mut schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title});
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
        if !writer.defs.is_empty() {
            schema.insert("$defs".to_owned(), Value::Object(writer.defs));
        }
    }
    schema
}

struct Writer<'k> {
    known: &'k Known,
    catalog: &'k Catalog,
    /// Forms that are written once and referred to.
    defs: Object<String, Value>,
    /// Whether `na` may be claimed of the criterion in hand.
    is_na_open: bool,
}

impl Writer<'_> {
    /// A map with the keys of `form` and no others.
    fn map(&mut self, form: &'static Form) -> Value {
        let (mut properties, mut patterns, mut required) = (Object::new(), Object::new(), Vec::new());
        for field in form.fields {
            let mut value = self.field(field);
            if let Value::Object(value) = &mut value {
                value.insert("description".to_owned(), self.catalog.text(&form.about(field.key)).into());
            }
            let pattern = spelling::of_key(field.key);
            for spelled in self.spellings(field.key) {
                properties.insert(spelled.to_owned(), value.clone());
            }
            patterns.insert(pattern.clone(), without_description(&value));
            if field.required {
                // At least one key fits, in whatever spelling.
                required.push(json!({"not": {"propertyNames": {"not": {"pattern": pattern}}}}));
            }
        }
        let mut map = json!({
            "type": "object", "properties": properties, "patternProperties": patterns, "additionalProperties": false,
        });
        if !required.is_empty() {
            map["allOf"] = required.into();
        }
        map
    }

    /// The spellings of a key that editors offer, those of the reader's language first.
    fn spellings(&self, key: &'static str) -> Vec<&'static str> {
        let vietnamese = spelling::vietnamese_of(key);
        match self.catalog.lang() {
            Lang::Vi => vietnamese.chain([key]).collect(),
            Lang::En => std::iter::once(key).chain(vietnamese).collect(),
        }
    }

    fn field(&mut self, field: &Field) -> Value {
        let one = self.value(field.shape, field.required);
        if !field.many {
            return one;
        }
        json!({"anyOf": [one, {"type": "array", "items": one}]})
    }

    fn value(&mut self, shape: Shape, required: bool) -> Value {
        match shape {
            Shape::Text | Shape::Record if required => text_that_says_something(),
            Shape::Text | Shape::Record => text(),
            Shape::LocalText => {
                json!({"anyOf": [text(), {"type": "object", "properties": {"vi": text(), "en": text()}, "additionalProperties": false}]})
            }
            Shape::Date => self.date(required),
            Shape::YesNo => yes_or_no(),
            Shape::Word(words) => word(words, self.catalog.lang()),
            Shape::Level => self.level(),
            Shape::Member => one_of(self.known.members.iter().map(|(id, _)| id.as_str())),
            Shape::Person => {
                let names = self.known.members.iter().flat_map(|(id, name)| [id.as_str(), name.as_str()]);
                suggested(names, required)
            }
            Shape::Tag => suggested(self.known.tags.iter().map(String::as_str), false),
            Shape::Pin => json!({"anyOf": [blank(), {"enum": [self.known.rubric.pin()]}]}),
            Shape::Rating => one_of(self.known.ratings.iter().map(String::as_str)),
            Shape::Check => json!({"enum": Code::ALL.iter().map(|code| code.id()).collect::<Vec<_>>()}),
            Shape::Claims(form) => self.claims(form),
            Shape::Severities => self.severities(),
            Shape::Map(form) => self.item(form, required),
        }
    }

    /// A map, or a plain text for its main key.
    fn item(&mut self, form: &'static Form, required: bool) -> Value {
        if !self.defs.contains_key(form.name) {
            let map = self.map(form);
            self.defs.insert(form.name.to_owned(), map);
        }
        let map = json!({"$ref": format!("#/$defs/{}", form.name)});
        match (form.main, required) {
            (Some(_), _) => json!({"anyOf": [text(), map]}),
            (None, true) => map,
            (None, false) => json!({"anyOf": [{"type": "null"}, map]}),
        }
    }

    /// A list of criteria, or a map of levels by criterion.
    fn claims(&mut self, form: &'static Form) -> Value {
        let criteria = self.known.rubric.criteria.clone();
        let (mut properties, mut patterns) = (Object::new(), Object::new());
        for criterion in &criteria {
            let mut claim = self.claim(form, criterion);
            patterns.insert(of_criterion(&criterion.id), claim.clone());
            if let Value::Object(claim) = &mut claim {
                claim.insert("description".to_owned(), self.about(criterion).into());
            }
            properties.insert(criterion.id.clone(), claim);
        }
        let ids = criteria.iter().map(|criterion| criterion.id.as_str()).collect::<Vec<_>>();
        let any: Vec<String> = criteria.iter().map(|criterion| of_criterion(&criterion.id)).collect();
        let id = json!({"anyOf": [{"enum": ids}, {"type": "string", "pattern": any.join("|")}]});
        json!({"anyOf": [
            blank(), id, {"type": "array", "items": {"anyOf": [id, blank()]}},
            {"type": "object", "properties": properties, "patternProperties": patterns, "additionalProperties": false},
        ]})
    }

    fn claim(&mut self, form: &'static Form, criterion: &Criterion) -> Value {
        let name = if criterion.na_allowed { form.name.to_owned() } else { format!("{}-without-na", form.name) };
        if !self.defs.contains_key(&name) {
            self.is_na_open = criterion.na_allowed;
            let claim = json!({"anyOf": [self.level(), self.map(form)]});
            self.is_na_open = true;
            self.defs.insert(name.clone(), claim);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// The levels of the rubric.
    fn level(&self) -> Value {
        let is_open = |id: LevelId| id != LevelId::Na || self.is_na_open;
        let levels = self.known.rubric.levels.iter().filter(|level| is_open(level.id));
        let mut words = Vec::new();
        for level in levels {
            let usual = usual_words(level.id);
            let labels = Lang::ALL.map(|lang| level.label.get(lang));
            let mut own = vec![usual.0, usual.1, labels[0], labels[1]];
            if self.catalog.lang() == Lang::Vi {
                own.swap(0, 1);
            }
            words.extend(own.into_iter().filter(|word| !word.is_empty()).map(str::to_owned));
        }
        let mut offered: Vec<&str> = Vec::new();
        for word in &words {
            if !offered.contains(&word.as_str()) {
                offered.push(word);
            }
        }
        json!({"anyOf": [{"enum": offered}, {"type": "string", "pattern": spelling::of_words(&offered)}, blank()]})
    }

    /// The label and the official words.
    fn about(&self, criterion: &Criterion) -> String {
        let lang = self.catalog.lang();
        let (label, words) = (criterion.label.get(lang), criterion.text.get(lang));
        if words.is_empty() || words == label { label.to_owned() } else { format!("{label}: {words}") }
    }

    fn severities(&self) -> Value {
        let codes = Code::ALL.iter().map(|code| {
            let mut value = word(form::severities(*code), self.catalog.lang());
            value["description"] = code.about(self.catalog).into();
            (code.id().to_owned(), value)
        });
        let codes: Object<String, Value> = codes.collect();
        json!({"type": "object", "properties": codes, "additionalProperties": false})
    }

    fn date(&self, required: bool) -> Value {
        let day = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})";
        let pattern = if required { format!(r"^\s*{day}\s*$") } else { format!(r"^\s*{day}?\s*$") };
        let date = json!({"type": "string", "pattern": pattern, "description": self.catalog.text("schema-date")});
        if required { date } else { json!({"anyOf": [date, {"type": "null"}]}) }
    }
}

fn without_description(value: &Value) -> Value {
    let mut value = value.clone();
    if let Value::Object(map) = &mut value {
        map.remove("description");
    }
    value
}

/// Any scalar: what is written stays text.
fn text() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

fn text_that_says_something() -> Value {
    json!({"type": ["string", "number", "boolean"], "pattern": "\\S"})
}

fn blank() -> Value {
    json!({"type": ["string", "null"], "pattern": "^\\s*$"})
}

fn yes_or_no() -> Value {
    let words = ["true", "false", "yes", "no", "có", "không"];
    json!({"anyOf": [{"type": ["boolean", "null"]}, {"enum": words}, {"type": "string", "pattern": spelling::of_words(&words)}, blank()]})
}

/// A word of a closed list, in the reader's language first.
fn word(words: &[Word], lang: Lang) -> Value {
    let mut offered: Vec<&str> = words.iter().flat_map(|(english, vietnamese)| [*english, *vietnamese]).collect();
    if lang == Lang::Vi {
        offered = words.iter().flat_map(|(english, vietnamese)| [*vietnamese, *english]).collect();
    }
    offered.retain(|word| !word.is_empty());
    let numbers: Vec<Value> = offered.iter().filter_map(|word| word.parse::<i64>().ok()).map(Value::from).collect();
    let offers: Vec<Value> = offered.iter().map(|word| Value::from(*word)).chain(numbers).collect();
    let pattern = spelling::of_words(&offered);
    json!({"anyOf": [{"enum": offers}, {"type": "string", "pattern": pattern}]})
}

fn one_of<'w>(words: impl Iterator<Item = &'w str>) -> Value {
    let words: Vec<Value> = words.flat_map(as_read).collect();
    json!({"enum": words})
}

/// Any text, with these offered first.
fn suggested<'w>(words: impl Iterator<Item = &'w str>, required: bool) -> Value {
    let words: Vec<&str> = words.collect();
    let any = if required { text_that_says_something() } else { text() };
    if words.is_empty() { any } else { json!({"anyOf": [{"enum": words}, any]}) }
}

/// A word as it is, and as the number for which others take it.
fn as_read(word: &str) -> impl Iterator<Item = Value> {
    let number = word.parse::<i64>().ok().filter(|number| number.to_string() == word).map(Value::from);
    std::iter::once(Value::from(word)).chain(number)
}

/// The id of a criterion in any letter case.
fn of_criterion(id: &str) -> String {
    let either = |c: char| match c.is_ascii_alphabetic() {
        true => format!("[{}{}]", c.to_ascii_uppercase(), c.to_ascii_lowercase()),
        false => c.to_string(),
    };
    format!("^\\s*{}\\s*$", id.chars().map(either).collect::<String>())
}

/// The words that every rubric knows a level by, in English and Vietnamese.
pub fn usual_words(id: LevelId) -> Word {
    match id {
        LevelId::Met => ("met", "đạt"),
        LevelId::Partial => ("partial", "đạt một phần"),
        LevelId::Unmet => ("unmet", "chưa đạt"),
        LevelId::Na => ("na", "không áp dụng"),
    }
}
