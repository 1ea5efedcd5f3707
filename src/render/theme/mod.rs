//! The theme: embedded templates, styles and scripts, each of which a cell may replace by one of the same name. The
//! only door to the template engine.
//!
//! Templates are compiled once by [`Theme::load`]; [`Theme::render`] fills one in with a typed context. Markup that
//! the program made itself travels in a context as [`Html`]; everything else is escaped.

mod assets;
mod faults;
mod html;
mod minify;
mod statics;

pub use html::{Html, Shared};

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use self::assets::Assets;
use self::faults::Faults;
use crate::base::artifact::Artifact;
use crate::base::digest::Digest;
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::source::Source;
use crate::base::text::closest;
use crate::render::escape::escape_html;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Embedded;

/// In front of the name of every embedded template, so that a cell's template of the plain name comes first and can
/// still `{% extends "default/…" %}` the one it replaces.
const DEFAULT: &str = "default/";

/// Compiled templates and ready assets. Cheap to share between threads.
pub struct Theme {
    tera: Tera,
    faults: Faults,
    assets: Assets,
    print: Digest,
}

impl Theme {
    /// The embedded theme with the cell's `overrides`, whose paths are names under `templates/`, and with every
    /// `[[key]]` of a template replaced by that text of `catalog`.
    ///
    /// # Errors
    /// [`Error::Template`] naming file, line and column when an override replaces nothing, a text key is unknown or a
    /// template does not compile.
    pub fn load(overrides: &[Source], catalog: &Catalog) -> Result<Self> {
        let files = with_overrides(embedded(), overrides, catalog)?;
        let print = Digest::of(&files);
        let (templates, assets): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_template(&file.name));
        let mut faults = Faults::default();
        let mut compiled = Vec::with_capacity(templates.len() * 2);
        for file in &templates {
            let name = format!("{DEFAULT}{}", file.name);
            compiled.push((name.clone(), faults.with_texts(&name, &file.text, catalog)?));
            if let Some(text) = &file.replaced_by {
                compiled.push((file.name.clone(), faults.with_texts(&file.name, text, catalog)?));
            }
        }
        let tera = compile(compiled).map_err(|error| faults.locate(&error))?;
        Ok(Self { tera, faults, assets: Assets::of(assets, catalog)?, print })
    }

    /// The fingerprint of every template, style and script.
    pub fn print(&self) -> Digest {
        self.print
    }

    /// The page that `template` (such as `pages/task.html`) makes of `context`.
    ///
    /// # Errors
    /// [`Error::Template`] naming file, line and column, above all when the template uses a name that the context
    /// lacks.
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<Vec<u8>> {
        let mut page = Vec::with_capacity(TYPICAL_PAGE);
        Context::from_serialize(context)
            .and_then(|context| self.tera.render_to(template, &context, &mut page))
            .map_err(|error| self.faults.locate(&error))?;
        Ok(page)
    }

    /// The part of many pages that `template` (such as `parts/header.html`) makes of `context`.
    ///
    /// # Errors
    /// As [`Theme::render`].
    pub fn part(&self, template: &str, context: &impl Serialize) -> Result<Shared> {
        let part = String::from_utf8(self.render(template, context)?).expect("templates and their values are text");
        Ok(Shared::markup(&Html::made_safe(part)))
    }

    /// The files under `assets/`, by name.
    pub fn assets(&self) -> Vec<Artifact<'_>> {
        self.assets.artifacts()
    }

    /// Name under `assets/` of a stylesheet, such as `charts-0123abcd.css`: of charts, papers, print or search, or `style`,
    /// which has all else.
    ///
    /// # Panics
    /// When there is no such sheet.
    pub fn style(&self, name: &str) -> &str {
        self.assets.style(name)
    }

    /// Name under `assets/` of the script `scripts/<name>.js`, if the theme has it.
    pub fn script(&self, name: &str) -> Option<&str> {
        self.assets.script(name)
    }
}

/// Room for a page before its first growth.
const TYPICAL_PAGE: usize = 64 * 1024;

#[derive(Hash)]
/// A file of the theme: what is embedded, and what the cell puts in its place.
struct ThemeFile {
    /// Name under `templates/`.
    name: String,
    text: String,
    replaced_by: Option<String>,
}

fn is_template(name: &str) -> bool {
    name.ends_with(".html") || name.ends_with(".svg")
}

/// Every embedded file that pages are made of, by name.
fn embedded() -> BTreeMap<String, String> {
    let used = |name: &str| is_template(name) || name.starts_with("styles/") || name.starts_with("scripts/");
    Embedded::iter()
        .filter(|name| used(name))
        .filter_map(|name| {
            let text = String::from_utf8(Embedded::get(&name)?.data.into_owned()).expect("the theme is UTF-8 text");
            Some((name.into_owned(), text))
        })
        .collect()
}

fn with_overrides(files: BTreeMap<String, String>, overrides: &[Source], catalog: &Catalog) -> Result<Vec<ThemeFile>> {
    let mut replacements: BTreeMap<&str, &str> = BTreeMap::new();
    for source in overrides {
        if !files.contains_key(&source.path) {
            return Err(unknown_override(&source.path, files.keys().map(String::as_str), catalog));
        }
        replacements.insert(&source.path, &source.text);
    }
    let file = |(name, text): (String, String)| {
        let replaced_by = replacements.get(name.as_str()).filter(|new| **new != text).map(|new| (*new).to_owned());
        ThemeFile { name, text, replaced_by }
    };
    Ok(files.into_iter().map(file).collect())
}

fn unknown_override<'a>(path: &str, names: impl Iterator<Item = &'a str>, catalog: &Catalog) -> Error {
    let message = catalog.text("template-unknown");
    let hint = closest(path, names).map(|name| catalog.format("template-closest", &[("name", name.into())]));
    let hint = hint.unwrap_or_else(|| catalog.text("template-unknown.hint"));
    Error::Template(format!("templates/{path}: {message}; {hint}"))
}

fn compile(templates: Vec<(String, String)>) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([DEFAULT])?;
    tera.set_escape_fn(escape_html);
    tera.register_filter("safe", refuse_safe);
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// Stands in for Tera's own `safe`: whether a value is markup is decided by its type in Rust ([`Html`]), never by a
/// template.
fn refuse_safe(_: Value, _: Kwargs, _: &State<'_>) -> tera::TeraResult<Value> {
    Err(tera::Error::message(
        "`safe` is not to be had: markup made by the program is never escaped, all else always is",
    ))
}

#[cfg(test)]
mod tests;
