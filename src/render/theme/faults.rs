//! What is wrong with a template, told by the place in the file that its author knows.

use std::collections::BTreeMap;

use super::DEFAULT;
use super::statics::{self, Moved, UnknownText};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;

/// Where the columns of the compiled templates come from, by name.
#[derive(Default)]
pub(super) struct Faults {
    moved: BTreeMap<String, Vec<Moved>>,
}

impl Faults {
    /// The template `name` with its static texts filled in, remembering what moved.
    ///
    /// # Errors
    /// [`Error::Template`] at the first key that names no text.
    pub(super) fn with_texts(&mut self, name: &str, source: &str, catalog: &Catalog) -> Result<String> {
        let filled = statics::fill(source, catalog).map_err(|unknown| no_text(&file(name), &unknown, catalog))?;
        self.moved.insert(name.to_owned(), filled.moved);
        Ok(filled.text)
    }

    /// The engine's `error` as `file:line:column: message`, and where the place was called from.
    pub(super) fn locate(&self, error: &tera::Error) -> Error {
        let report = error.to_string();
        let mut places = report.lines().filter_map(Place::of);
        let first = report.lines().next().unwrap_or_default();
        let message = first.strip_prefix("error: ").unwrap_or(first);
        let Some(place) = places.next() else { return Error::Template(message.replace(DEFAULT, "")) };
        let callers: String = places.map(|caller| format!(" ({})", self.shown(&caller))).collect();
        Error::Template(format!("{}: {message}{callers}", self.shown(&place)))
    }

    fn shown(&self, place: &Place<'_>) -> String {
        let moved = self.moved.get(place.name).map_or(&[][..], Vec::as_slice);
        let column = statics::source_column(moved, place.line, place.column);
        format!("{}:{}:{column}", file(place.name), place.line)
    }
}

/// A line of the engine's report that names a place: ` --> name:line:column` or `note: called from name:line:column`.
struct Place<'a> {
    name: &'a str,
    line: usize,
    column: usize,
}

impl<'a> Place<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let place = line.trim_start().strip_prefix("--> ").or_else(|| line.strip_prefix("note: called from "))?;
        let (rest, column) = place.rsplit_once(':')?;
        let (name, line) = rest.rsplit_once(':')?;
        Some(Self { name, line: line.parse().ok()?, column: column.parse().ok()? })
    }
}

/// A key of the script `name`, the cell's own or the built-in one, that names no text.
pub(super) fn unknown_text(name: &str, own: bool, unknown: &UnknownText, catalog: &Catalog) -> Error {
    let embedded = if own { "" } else { DEFAULT };
    no_text(&file(&format!("{embedded}{name}")), unknown, catalog)
}

fn no_text(file: &str, unknown: &UnknownText, catalog: &Catalog) -> Error {
    let message = catalog.format("template-text-unknown", &[("key", unknown.key.as_str().into())]);
    Error::Template(format!("{file}:{}:{}: {message}", unknown.at.line, unknown.at.column))
}

/// The file of the template `name`, as its author knows it.
fn file(name: &str) -> String {
    match name.strip_prefix(DEFAULT) {
        Some(name) => format!("built-in templates/{name}"),
        None => format!("templates/{name}"),
    }
}
