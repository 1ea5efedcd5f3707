//! The list of criteria with the figures of the current quarter.

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::tables::ByCriterion;
use crate::render::parts::trend::{Months, Trend};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::Scope;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    heading: &'s str,
    source: &'s str,
    fact_heads: &'s Shared,
    caption: Html<'static>,
    uncounted: Html<'static>,
    rows: Html<'static>,
    trend: Option<Months>,
    uncounted_ever: Html<'static>,
    levels: Vec<Level<'s>>,
}

#[derive(Serialize)]
struct Level<'s> {
    label: &'s str,
    means: &'s str,
}

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let rubric = site.report.rubric();
    let quarter = site.report.shown_quarter();
    let label = site.period(quarter);
    let title = &site.words.nav_criteria;
    let frame = Frame::new(site, &Route::Criteria, (Section::Criteria, Place::Itself), title)
        .of_reports(site)
        .about(label.clone());
    let page = |criterion: usize| Route::Criterion(&site.criterion(criterion).id);
    let figures = |criterion: usize| {
        let id = &site.criterion(criterion).id;
        Link::To(quarter.map_or(Route::Criterion(id), |quarter| Route::CriterionPeriod(id, quarter)), None)
    };
    let table = ByCriterion { depth: 1, anchored: true, page: &page, figures: &figures, trend: None, last: None };
    let levels = rubric.levels.iter();
    let page = Page {
        frame,
        heading: rubric.title.get(site.lang),
        source: rubric.source.get(site.lang),
        fact_heads: &site.fact_heads,
        caption: caption(&site.words.criteria_caption, &label),
        uncounted: missed(site, quarter),
        rows: table.rows(site, &site.report.sums(Scope::Cell, quarter).scores),
        trend: Trend::of(site, Scope::Cell, None, 1).map(|trend| trend.months()),
        uncounted_ever: missed(site, None),
        levels: levels.map(|l| Level { label: l.label.get(site.lang), means: l.means.get(site.lang) }).collect(),
    };
    site.theme.render("pages/criteria.html", &page)
}

/// The records with errors that the figures of a time miss.
fn missed(site: &Site<'_>, period: Option<Period>) -> Html<'static> {
    let mut out = Markup::new();
    uncounted_sentence(site, &mut out, site.report.missed(Scope::Cell, period), 1);
    out.finish()
}
