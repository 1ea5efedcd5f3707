//! Styles and scripts, published under names that change with their content, so that browsers may keep them for ever.

use std::collections::BTreeMap;

use super::minify::minified;
use super::{ThemeFile, faults, statics};
use crate::base::artifact::Artifact;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::render::route::Route;

/// The order of the stylesheets that build on each other; others follow by name.
const STYLES: [&str; 4] = ["tokens", "base", "layout", "components"];

/// The files of styles that only some pages need, or only paper, and what they hold.
const SHEETS: [(&str, &[&str]); 5] = [
    ("reports", &["charts", "records"]),
    ("form", &["form"]),
    ("paper", &["paper"]),
    ("print", &["print"]),
    ("search", &["search"]),
];

/// The file of all other styles.
const COMMON: &str = "style";

/// The files under `assets/`.
pub(super) struct Assets {
    styles: BTreeMap<&'static str, String>,
    scripts: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

impl Assets {
    /// The assets among `files`: the styles by their sheets, each script by itself, all with their texts filled in.
    ///
    /// # Errors
    /// [`Error::Template`](crate::base::error::Error::Template) at the first key of a style or script that names no text.
    pub(super) fn of(files: Vec<ThemeFile>, catalog: &Catalog) -> Result<Self> {
        let (mut styles, mut scripts) = (Vec::new(), Vec::new());
        for file in files {
            let own = file.replaced_by.is_some();
            let text = file.replaced_by.unwrap_or(file.text);
            if let Some(stem) = stem(&file.name, "styles/", ".css") {
                let filled = statics::fill_script(&text, catalog);
                let text = filled.map_err(|unknown| faults::unknown_text(&file.name, own, &unknown, catalog))?;
                styles.push((place(stem), stem.to_owned(), text));
            } else if let Some(stem) = stem(&file.name, "scripts/", ".js") {
                let filled = statics::fill_script(&text, catalog);
                let script = filled.map_err(|unknown| faults::unknown_text(&file.name, own, &unknown, catalog))?;
                scripts.push((stem.to_owned(), if own { script } else { compact(&script) }));
            }
        }
        styles.sort();
        let mut sheets: BTreeMap<&'static str, String> = BTreeMap::new();
        for (_, stem, text) in styles {
            let sheet =
                SHEETS.into_iter().find(|(_, styles)| styles.contains(&&*stem)).map_or(COMMON, |(sheet, _)| sheet);
            sheets.entry(sheet).or_default().push_str(&minified(&text));
        }
        let mut assets = Self { styles: BTreeMap::new(), scripts: BTreeMap::new(), files: BTreeMap::new() };
        for (sheet, text) in sheets {
            let name = assets.add(hashed(sheet, "css", &text), text);
            assets.styles.insert(sheet, name);
        }
        for (stem, text) in scripts {
            let name = assets.add(hashed(&stem, "js", &text), text);
            assets.scripts.insert(stem, name);
        }
        Ok(assets)
    }

    fn add(&mut self, name: String, text: String) -> String {
        self.files.insert(name.clone(), text);
        name
    }

    pub(super) fn artifacts(&self) -> Vec<Artifact<'_>> {
        self.files
            .iter()
            .map(|(name, text)| Artifact::new(Route::Asset(name).path(), || Ok(text.clone().into_bytes())))
            .collect()
    }

    pub(super) fn style(&self, name: &str) -> &str {
        self.styles.get(name).expect("the theme has it")
    }

    pub(super) fn script(&self, name: &str) -> Option<&str> {
        self.scripts.get(name).map(String::as_str)
    }
}

/// A script without lines of comment and without indentation. Only of our own, in which no text goes over a line's end.
fn compact(text: &str) -> String {
    let (mut out, mut in_comment) = (String::with_capacity(text.len()), false);
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

fn stem<'a>(name: &'a str, folder: &str, ending: &str) -> Option<&'a str> {
    name.strip_prefix(folder)?.strip_suffix(ending)
}

fn place(stem: &str) -> usize {
    STYLES.iter().position(|style| *style == stem).unwrap_or(STYLES.len())
}

fn hashed(stem: &str, ending: &str, text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    format!("{stem}-{}.{ending}", &hash[..8])
}
