//! The search page: a field and a place for results, which the script fills in. Without it the page says where to look.

use serde::Serialize;

use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::route::Route;
use crate::render::search::each_word;
use crate::render::site::Site;
use crate::report::Entry;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    style: String,
    script: String,
    tasks: String,
    ledgers: String,
    criteria: String,
    /// The number of a document that the search finds.
    example: Option<String>,
}

/// How deep the page stands.
const DEPTH: usize = 1;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, entries: &[Entry]) -> Result<Vec<u8>> {
    let href = |route: Route<'_>| route.href_at(DEPTH, None);
    let page = Page {
        frame: Frame::new(site, &Route::Search, (Section::Search, Place::Itself), &site.catalog.text("nav-search")),
        style: href(Route::Asset(site.theme.style("search"))),
        script: href(Route::Asset(site.theme.script("search").expect("the theme has it"))),
        tasks: href(Route::Tasks),
        ledgers: href(Route::Ledgers),
        criteria: href(Route::Criteria),
        example: example(site, entries),
    };
    site.theme.render("pages/search.html", &page)
}

/// The number of the latest product that has one, as the search finds it.
fn example(site: &Site<'_>, entries: &[Entry]) -> Option<String> {
    let texts_of = |entry: &Entry| {
        let text = |place| site.report.document_text(*entry, place);
        site.report.documents_of(*entry).map(text).collect::<Vec<_>>()
    };
    entries.iter().flat_map(texts_of).find_map(|text| number(&site.report.veiled(&text)))
}

/// The first number of a document in a text, if it is short enough to be typed.
fn number(text: &str) -> Option<String> {
    let mut found = None;
    each_word(text, |word| {
        let is_number = word.contains(['-', '/', '–']) && word.len() <= LONGEST;
        if is_number && found.is_none() {
            found = Some(word.to_owned());
        }
    });
    found
}

/// Bytes of an example.
const LONGEST: usize = 24;
