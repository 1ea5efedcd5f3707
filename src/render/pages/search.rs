//! The search page: a field and a place for results, which the script fills in. Without it the page says where to look.

use serde::Serialize;

use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::route::Route;
use crate::render::site::Site;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    style: String,
    script: String,
    tasks: String,
    ledgers: String,
    criteria: String,
}

/// How deep the page stands.
const DEPTH: usize = 1;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let href = |route: Route<'_>| route.href_at(DEPTH, None);
    let page = Page {
        frame: Frame::new(site, &Route::Search, (Section::Search, Place::Itself), &site.catalog.text("nav-search")),
        style: href(Route::Asset(site.theme.style("search"))),
        script: href(Route::Asset(site.theme.script("search").expect("the theme has it"))),
        tasks: href(Route::Tasks),
        ledgers: href(Route::Ledgers),
        criteria: href(Route::Criteria),
    };
    site.theme.render("pages/search.html", &page)
}
