//! Front matter as plain values without places, for whoever takes a log apart to begin another.

use super::words::known_key;
use super::yaml::{Kind, Node};
use super::{front_matter, words, yaml};

/// A value of front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A text, trimmed.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys as written, and their values.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The text, if it is one that says something.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    fn of(node: Node<'_>) -> Self {
        match node.kind {
            Kind::Null => Self::Null,
            Kind::Text(text) => Self::Text(text.trim().to_owned()),
            Kind::List(items) => Self::List(items.into_iter().map(Self::of).collect()),
            Kind::Map(entries) => {
                Self::Map(entries.into_iter().map(|(key, value)| (key.text.into_owned(), Self::of(value))).collect())
            }
        }
    }
}

/// The front matter and the body of a log, if its front matter can be taken apart.
pub fn front_matter_and_body(text: &str) -> Option<(Value, &str)> {
    let parts = front_matter::split(text).ok()?;
    let root = yaml::tree(parts.yaml, parts.yaml_offset).ok()?;
    Some((Value::of(root), parts.body))
}

/// A text in the notation of front matter as a value, such as `{name: Kế hoạch, ref: 12-KH/BTG}`.
pub fn value(text: &str) -> Option<Value> {
    yaml::tree(text, 0).ok().map(Value::of)
}

/// The key of `keys` of which `written` is a spelling, in either language.
pub fn key_among(written: &str, keys: &[&'static str]) -> Option<&'static str> {
    known_key(written, keys)
}

/// The id of the word `written` of the list of words under `key`.
pub fn word_id(key: &str, written: &str) -> Option<&'static str> {
    match key {
        "kind" => words::kind(written).map(|kind| kind.id()),
        "status" => words::status(written).map(|status| status.id()),
        "visibility" => words::visibility(written).map(|audience| audience.id()),
        "rater" => words::rater(written).map(|rater| rater.id()),
        "flag" => words::yes_or_no(written).map(|yes| if yes { "true" } else { "false" }),
        _ => None,
    }
}
