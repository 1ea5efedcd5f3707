//! Styles and scripts, published under names that change with their content, so that browsers may keep them for ever.

use std::collections::BTreeMap;

use super::ThemeFile;
use super::minify::minified;
use crate::base::artifact::Artifact;
use crate::render::route::Route;

/// The order of the stylesheets that build on each other; others follow by name.
const STYLES: [&str; 6] = ["tokens", "base", "layout", "components", "charts", "print"];

/// The files under `assets/`.
pub(super) struct Assets {
    stylesheet: String,
    scripts: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
}

impl Assets {
    /// The assets among `files`: all styles as one, each script by itself.
    pub(super) fn of(files: Vec<ThemeFile>) -> Self {
        let (mut styles, mut scripts) = (Vec::new(), Vec::new());
        for file in files {
            let text = file.replaced_by.unwrap_or(file.text);
            if let Some(stem) = stem(&file.name, "styles/", ".css") {
                styles.push((place(stem), stem.to_owned(), text));
            } else if let Some(stem) = stem(&file.name, "scripts/", ".js") {
                scripts.push((stem.to_owned(), text));
            }
        }
        styles.sort();
        let style: String = styles.into_iter().map(|(_, _, text)| minified(&text)).collect();
        let stylesheet = hashed("style", "css", &style);
        let mut assets =
            Self { files: BTreeMap::from([(stylesheet.clone(), style)]), stylesheet, scripts: BTreeMap::new() };
        for (stem, text) in scripts {
            let name = hashed(&stem, "js", &text);
            assets.scripts.insert(stem, name.clone());
            assets.files.insert(name, text);
        }
        assets
    }

    pub(super) fn artifacts(&self) -> Vec<Artifact<'_>> {
        self.files
            .iter()
            .map(|(name, text)| Artifact::new(Route::Asset(name).path(), || Ok(text.clone().into_bytes())))
            .collect()
    }

    pub(super) fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    pub(super) fn script(&self, name: &str) -> Option<&str> {
        self.scripts.get(name).map(String::as_str)
    }
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
