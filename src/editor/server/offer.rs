//! What is offered at a cursor: keys, criteria, levels, people, tags, words.

use serde_json::{Value, json};

use super::cursor::{Cursor, Slot, known, vietnamese};
use super::desk::Desk;
use super::place::range_of;
use crate::base::i18n::Lang;
use crate::base::text::fold;
use crate::editor::form::{Field, Form, Shape, Word};
use crate::editor::schema::usual_words;
use crate::model::rubric::LevelId;

/// Kinds of the protocol.
const PROPERTY: u32 = 10;
const VALUE: u32 = 12;

/// Something to be offered.
struct Offer {
    label: String,
    detail: String,
    /// What is typed for it besides its label.
    also: String,
    insert: String,
    kind: u32,
}

impl Offer {
    fn value(label: &str, detail: &str, also: &str) -> Self {
        let (insert, detail, also) = (quoted(label), detail.to_owned(), also.to_owned());
        Self { label: label.to_owned(), detail, also, insert, kind: VALUE }
    }
}

/// The offers at a cursor, as the protocol lists them.
pub fn offers(text: &str, at: usize, cursor: &Cursor, desk: &Desk) -> Value {
    let lang = language(text, desk);
    let offers = match (cursor.slot, cursor.is_key) {
        (Slot::Keys(form), true) => {
            let mut offers = keys(form, cursor, desk, lang);
            if cursor.is_item {
                offers.extend(main_values(form, desk, lang));
            }
            offers
        }
        (Slot::Keys(form), false) => main_values(form, desk, lang),
        (Slot::Criteria(_), is_key) => criteria(cursor, desk, is_key),
        (Slot::Claim(form), true) => keys(form, cursor, desk, lang),
        (Slot::Claim(_), false) => levels(desk, lang),
        (Slot::Field(field), _) => values(field, desk, lang),
    };
    let range = range_of(text, cursor.start, at);
    let items: Vec<Value> = (0..).zip(offers).map(|(place, offer)| item(place, offer, &range)).collect();
    json!({"isIncomplete": false, "items": items})
}

fn item(place: u32, offer: Offer, range: &Value) -> Value {
    json!({
        "label": offer.label,
        "kind": offer.kind,
        "detail": offer.detail,
        "filterText": format!("{} {} {}", offer.label, fold(&offer.label), offer.also),
        "sortText": format!("{place:04}"),
        "textEdit": {"range": range, "newText": offer.insert},
    })
}

/// The language of the keys in a file: the one that it uses, else the cell's.
pub fn language(text: &str, desk: &Desk) -> Lang {
    let lines = text.lines().skip(1).take_while(|line| line.trim_end() != "---");
    let keys: Vec<&str> = lines.filter_map(|line| line.split_once(':')).map(|(key, _)| key.trim()).collect();
    let english = keys.iter().filter(|key| vietnamese(key).is_some()).count();
    let own = keys.iter().filter(|key| !key.is_ascii()).count();
    match own.cmp(&english) {
        std::cmp::Ordering::Greater => Lang::Vi,
        std::cmp::Ordering::Less => Lang::En,
        std::cmp::Ordering::Equal => desk.catalog.lang(),
    }
}

fn keys(form: &'static Form, cursor: &Cursor, desk: &Desk, lang: Lang) -> Vec<Offer> {
    let used: Vec<&str> = cursor.used.iter().filter_map(|key| known(form, key)).collect();
    let free = form.fields.iter().filter(|field| !used.contains(&field.key));
    let offer = |field: &Field| {
        let label = name(field.key, lang);
        let detail = desk.catalog.text(&form.about(field.key));
        Offer {
            label: label.to_owned(),
            detail,
            also: field.key.to_owned(),
            insert: format!("{label}: "),
            kind: PROPERTY,
        }
    };
    free.map(offer).collect()
}

/// A key as it is written in a language.
pub fn name(key: &'static str, lang: Lang) -> &'static str {
    vietnamese(key).filter(|_| lang == Lang::Vi).unwrap_or(key)
}

fn criteria(cursor: &Cursor, desk: &Desk, is_key: bool) -> Vec<Offer> {
    let rubric = &desk.known.rubric;
    let used: Vec<usize> = cursor.used.iter().filter_map(|id| rubric.find(id)).collect();
    let free = rubric.criteria.iter().enumerate().filter(|(index, _)| !used.contains(index));
    let offer = |(_, criterion): (usize, &crate::model::rubric::Criterion)| {
        let label = criterion.label.get(desk.catalog.lang());
        let offer = Offer::value(&criterion.id, label, &fold(label));
        if is_key { Offer { insert: format!("{}: ", criterion.id), ..offer } } else { offer }
    };
    free.map(offer).collect()
}

fn levels(desk: &Desk, lang: Lang) -> Vec<Offer> {
    let levels = desk.known.rubric.levels.iter();
    let offer = |level: &crate::model::rubric::Level| {
        let (english, vietnamese) = usual_words(level.id);
        let label = if lang == Lang::Vi { vietnamese } else { english };
        let means = level.means.get(desk.catalog.lang());
        let detail = if means.is_empty() { level.label.get(desk.catalog.lang()) } else { means };
        Offer::value(label, detail, LevelId::id(level.id))
    };
    levels.map(offer).collect()
}

/// Values for the main key of a form, for which a plain text stands.
fn main_values(form: &'static Form, desk: &Desk, lang: Lang) -> Vec<Offer> {
    form.main.and_then(|main| form.field(main)).map(|field| values(field, desk, lang)).unwrap_or_default()
}

fn values(field: &Field, desk: &Desk, lang: Lang) -> Vec<Offer> {
    let known = &desk.known;
    match field.shape {
        Shape::Member => known.members.iter().map(|(id, name)| Offer::value(id, name, &fold(name))).collect(),
        Shape::Person => known.members.iter().map(|(id, name)| Offer::value(id, name, &fold(name))).collect(),
        Shape::Tag => known.tags.iter().map(|tag| Offer::value(tag, "", "")).collect(),
        Shape::Word(words) => words.iter().map(|word| of_word(word, lang)).collect(),
        Shape::YesNo => [("true", "có"), ("false", "không")].iter().map(|word| of_word(word, lang)).collect(),
        Shape::Level => levels(desk, lang),
        Shape::Pin => vec![Offer::value(&known.rubric.pin(), known.rubric.title.get(desk.catalog.lang()), "")],
        Shape::Rating => known.ratings.iter().map(|rating| Offer::value(rating, "", "")).collect(),
        Shape::Date => {
            let today = desk.config.as_of;
            let (year, month, day) = today.parts();
            let written = if lang == Lang::Vi { format!("{day:02}/{month:02}/{year:04}") } else { today.to_string() };
            vec![Offer::value(&written, "", "")]
        }
        Shape::Record => {
            let title = |log: &crate::parse::ParsedFile| log.draft.title.as_ref().map(|title| title.value.clone());
            desk.logs().map(|(id, log)| Offer::value(&id, &title(log).unwrap_or_default(), "")).collect()
        }
        _ => Vec::new(),
    }
}

fn of_word((english, vietnamese): &Word, lang: Lang) -> Offer {
    let (label, other) = match lang {
        Lang::Vi if !vietnamese.is_empty() => (vietnamese, english),
        _ => (english, vietnamese),
    };
    Offer::value(label, other, english)
}

/// A value as YAML takes it wherever it stands.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '@' | '_');
    let is_plain = text.starts_with(char::is_alphanumeric) && text.chars().all(plain);
    if is_plain { text.to_owned() } else { Value::from(text).to_string() }
}
