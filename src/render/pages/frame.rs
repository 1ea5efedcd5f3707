//! The frame of every page: what stands in its head, menu, path and footer.

use serde::Serialize;

use crate::render::frames::{Place, Section};
use crate::render::markup::{Markup, shortened};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};

/// What the frame of a page says.
#[derive(Serialize)]
pub struct Frame<'s> {
    lang: &'static str,
    cell: &'s Shared,
    styles: &'s Shared,
    scripts: &'s Shared,
    header: &'s Shared,
    footer: &'s Shared,
    title: String,
    above: Html<'static>,
    here: String,
    periods: Shared,
    period: String,
    class: &'static str,
    #[serde(skip)]
    depth: usize,
}

/// Letters of a title in the path to a page.
const IN_PATH: usize = 40;

impl<'s> Frame<'s> {
    /// The frame of the page `route` called `title`, about all time.
    pub fn new(site: &'s Site<'_>, route: &Route<'_>, (section, place): (Section, Place), title: &str) -> Self {
        let depth = route.depth();
        let level = &site.frames.levels[depth];
        Self {
            lang: site.frames.lang,
            cell: &site.frames.cell,
            styles: &level.styles,
            scripts: &level.scripts,
            header: &level.headers[section as usize][place as usize],
            footer: &level.footer,
            title: title.to_owned(),
            above: above(Html::default(), (&site.words.nav_home, &Route::Home), depth),
            here: shortened(title, IN_PATH).into_owned(),
            periods: Shared::default(),
            period: site.period(None),
            class: "",
            depth,
        }
    }

    /// Adds a page above this one.
    #[must_use]
    pub fn below(mut self, label: &str, route: &Route<'_>) -> Self {
        self.above = above(self.above, (label, route), self.depth);
        self
    }

    /// Names the page in its path otherwise than by its title.
    #[must_use]
    pub fn named(mut self, here: &str) -> Self {
        self.here = here.to_owned();
        self
    }

    /// Adds the switch between periods.
    #[must_use]
    pub fn switched(mut self, periods: Shared) -> Self {
        self.periods = periods;
        self
    }

    /// Says which period the page is about.
    #[must_use]
    pub fn about(mut self, period: String) -> Self {
        self.period = period;
        self
    }

    /// Adds the styles of charts and records, which other pages do without.
    #[must_use]
    pub fn of_reports(mut self, site: &'s Site<'_>) -> Self {
        self.styles = &site.frames.levels[self.depth].styles_of_reports;
        self
    }

    /// Marks the page as a meeting paper.
    #[must_use]
    pub fn on_paper(mut self) -> Self {
        self.class = "on-paper";
        self
    }

    /// Marks the page as that of a record with errors.
    #[must_use]
    pub fn faulty(mut self) -> Self {
        self.class = "faulty";
        self
    }
}

/// `pages` and one more page above this one.
fn above(pages: Html<'static>, (label, route): (&str, &Route<'_>), depth: usize) -> Html<'static> {
    let mut out = Markup::of(pages);
    out.raw("<li><a href=\"").href(route, depth, None).raw("\">").text(&shortened(label, IN_PATH)).raw("</a></li>");
    out.finish()
}
