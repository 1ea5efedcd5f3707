//! The list of ledgers: what each holds, and how much.

use serde::Serialize;

use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Ledger, Scope};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    uncounted: Html<'static>,
    rows: Html<'static>,
}

/// How deep the page stands.
const DEPTH: usize = 1;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let title = &site.words.nav_ledgers;
    let mut rows = Markup::new();
    Ledger::ALL.into_iter().for_each(|ledger| row(site, &mut rows, ledger));
    let frame = Frame::new(site, &Route::Ledgers, (Section::Ledgers, Place::Itself), title);
    let mut missed = Markup::new();
    uncounted_sentence(site, &mut missed, site.report.missed(Scope::Cell, None), DEPTH);
    site.theme.render("pages/ledgers.html", &Page { frame, uncounted: missed.finish(), rows: rows.finish() })
}

fn row(site: &Site<'_>, out: &mut Markup, ledger: Ledger) {
    let book = site.report.ledger(ledger);
    out.raw("<tr><th scope=\"row\"><a href=\"").href(&Route::Ledger(ledger.id()), DEPTH, None).raw("\">");
    out.raw(site.words.ledger(ledger)).raw("</a></th><td>");
    out.text(&site.catalog.text(&format!("ledger-{}.holds", ledger.id())));
    out.raw("</td><td>").raw(&criteria(site, ledger, DEPTH)).raw("</td>");
    for count in [book.rows().len(), book.records()] {
        out.raw("<td class=\"num\">");
        let entries = if count == 0 { Link::None } else { Link::To(Route::Ledger(ledger.id()), Some("_list")) };
        let close = entries.open(out, DEPTH);
        out.number(count as u64, site.lang).raw(close).raw("</td>");
    }
    out.raw("</tr>");
}

/// The criteria that the fields of a ledger show, as links to their pages; — when there are none.
pub fn criteria(site: &Site<'_>, ledger: Ledger, depth: usize) -> String {
    let mut out = Markup::new();
    for criterion in &site.report.rubric().criteria {
        if criterion.evidence.iter().any(|field| ledger.fields().contains(field)) {
            out.raw(if out.is_empty() { "<a href=\"" } else { ", <a href=\"" });
            out.href(&Route::Criterion(&criterion.id), depth, None).raw("\">").raw(&criterion.id).raw("</a>");
        }
    }
    if out.is_empty() { "—".to_owned() } else { out.into_string() }
}
