//! A ledger: what it says of the cell, a table of members and periods that leads into its rows, and the rows.
//!
//! Every ledger has a file of its own, which writes its rows and the tables before them; this one puts the page
//! together.

mod calendar;
mod context;
mod coordination;
mod deadlines;
mod directions;
mod index;
mod lessons;
mod outputs;
mod plans;
mod purposes;
mod references;
mod revisions;
mod risks;
mod weaknesses;
mod writing;

use std::ops::Range;

use serde::Serialize;

use self::writing::Writing;
use super::frame::Frame;
use super::ledgers::criteria;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::paging::pages;
use crate::render::parts::calendar::calendar_link;
use crate::render::parts::evidence::fields_to_write;
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::pager::pager;
use crate::render::phrase::{Counted, Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Ledger, Record, Report, Row, Scope};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    id: &'static str,
    title: String,
    lead: Html<'static>,
    rule: String,
    shows: Html<'static>,
    empty: Html<'static>,
    tables: Vec<Table>,
    index: Option<Table>,
    caption: String,
    heads: Html<'static>,
    rows: Html<'static>,
    pager: Html<'static>,
}

/// A table before the rows.
#[derive(Serialize)]
pub(super) struct Table {
    /// Unique on the page.
    id: &'static str,
    heading: String,
    /// How what it says comes about.
    rule: String,
    caption: String,
    class: &'static str,
    /// Whether it may be wider than the page.
    wide: bool,
    heads: Html<'static>,
    body: Html<'static>,
}

/// How a ledger is written.
struct Sheet {
    /// Catalogue keys of the heads of its columns.
    heads: &'static [&'static str],
    /// Writes the cells of a row.
    row: fn(&Writing<'_, '_>, &mut Markup, &Record, Row),
    /// The tables before the rows.
    tables: fn(&Writing<'_, '_>) -> Vec<Table>,
}

/// What a ledger follows across its rows, so many to a page.
struct Followed {
    /// How many rows there are.
    count: fn(&Report<'_>) -> usize,
    /// The table of some of them.
    table: fn(&Writing<'_, '_>, Range<usize>) -> Table,
}

/// Rows of what is followed on a page, beside those of the ledger.
const FOLLOWED_ON_A_PAGE: usize = 100;

fn followed(ledger: Ledger) -> Option<Followed> {
    match ledger {
        Ledger::Weaknesses => Some(weaknesses::FOLLOWED),
        Ledger::Lessons => Some(lessons::FOLLOWED),
        _ => None,
    }
}

impl Followed {
    /// The table of page `number`, if there is anything left for it.
    fn on_page(&self, writing: &Writing<'_, '_>, number: u32) -> Option<Table> {
        let count = (self.count)(writing.site.report);
        let start = (number as usize - 1) * FOLLOWED_ON_A_PAGE;
        (start < count).then(|| (self.table)(writing, start..count.min(start + FOLLOWED_ON_A_PAGE)))
    }
}

/// How many pages a ledger fills.
pub fn page_count(site: &Site<'_>, ledger: Ledger) -> u32 {
    let report = site.report;
    let before = followed(ledger).map_or(0, |followed| (followed.count)(report).div_ceil(FOLLOWED_ON_A_PAGE));
    pages(report.ledger(ledger).rows().len()).max(before as u32)
}

/// Whether page `number` of `ledger` holds rows and no table before them.
pub fn is_rows_alone(site: &Site<'_>, ledger: Ledger, number: u32) -> bool {
    let followed = followed(ledger).map_or(0, |followed| (followed.count)(site.report));
    number > 1 && (number as usize - 1) * FOLLOWED_ON_A_PAGE >= followed
}

fn sheet(ledger: Ledger) -> Sheet {
    match ledger {
        Ledger::Purposes => purposes::SHEET,
        Ledger::Outputs => outputs::SHEET,
        Ledger::Coordination => coordination::SHEET,
        Ledger::Weaknesses => weaknesses::SHEET,
        Ledger::Context => context::SHEET,
        Ledger::Deadlines => deadlines::SHEET,
        Ledger::Directions => directions::SHEET,
        Ledger::References => references::SHEET,
        Ledger::Risks => risks::SHEET,
        Ledger::Plans => plans::SHEET,
        Ledger::Revisions => revisions::SHEET,
        Ledger::Lessons => lessons::SHEET,
    }
}

/// The bytes of page `number` (from 1) of `ledger`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, ledger: Ledger, number: u32) -> Result<Vec<u8>> {
    let list = Route::Ledger(ledger.id());
    let route = list.numbered(number);
    let writing = Writing { site, ledger, depth: route.depth() };
    let title = site.catalog.text(&format!("ledger-{}", ledger.id()));
    let book = site.report.ledger(ledger);
    let sheet = sheet(ledger);
    let (first, any) = (number == 1, !book.rows().is_empty());
    let count = page_count(site, ledger);
    let before = followed(ledger).and_then(|followed| followed.on_page(&writing, number));
    let page = Page {
        frame: Frame::new(site, &route, (Section::Ledgers, Place::Below), &title)
            .of_reports(site)
            .below(&site.words.nav_ledgers, &Route::Ledgers),
        id: ledger.id(),
        lead: lead(&writing),
        rule: site.catalog.text(&format!("ledger-{}.rule", ledger.id())),
        shows: shows(&writing, first),
        empty: if any { Html::default() } else { empty(&writing) },
        tables: before.into_iter().chain(first.then(|| (sheet.tables)(&writing)).into_iter().flatten()).collect(),
        index: (first && any).then(|| index::table(&writing)),
        caption: caption(site, number, count),
        heads: writing.heads(sheet.heads),
        rows: writing.rows(&sheet, number),
        pager: pager(site, &list, number, count),
        title,
    };
    site.theme.render("pages/ledger.html", &page)
}

/// What the ledger holds and how much; records with errors are in none.
fn lead(writing: &Writing<'_, '_>) -> Html<'static> {
    let (site, book) = (writing.site, writing.site.report.ledger(writing.ledger));
    let mut out = Markup::new();
    out.text(&site.catalog.text(&format!("ledger-{}.holds", writing.ledger.id())));
    if !book.rows().is_empty() {
        let mut records = Markup::new();
        site.words.records.write(&mut records, book.records() as u64, &[]);
        out.raw(" ");
        let counted = Counted::of(site.catalog, "ledger-lead", &["records"]);
        counted.write(&mut out, book.rows().len() as u64, &[Fill::Html(&records.into_string())]);
    }
    let missed = site.report.missed(Scope::Cell, None);
    if missed > 0 {
        out.raw(" ");
        uncounted_sentence(site, &mut out, missed, writing.depth);
    }
    out.finish()
}

/// Which criteria the ledger's fields show, nothing when none; of deadlines also their calendar, and on the first page of
/// weaknesses the way to what has become of those of the quarter before.
fn shows(writing: &Writing<'_, '_>, first: bool) -> Html<'static> {
    let criteria = criteria(writing.site, writing.ledger, writing.depth);
    let mut out = Markup::new();
    if criteria != "—" {
        let phrase = Phrase::of(writing.site.catalog, "ledger-shows", &["criteria"]);
        phrase.write(&mut out, &[Fill::Html(&criteria)]);
    }
    if writing.ledger == Ledger::Deadlines {
        calendar_link(writing.site, &mut out, " ", None, writing.depth);
    }
    if first && writing.ledger == Ledger::Weaknesses {
        before(writing, &mut out);
    }
    out.finish()
}

/// The way to the paper that says it, while there is one of the quarter.
fn before(writing: &Writing<'_, '_>, out: &mut Markup) {
    let site = writing.site;
    let quarter = site.report.current_quarter();
    if !site.report.periods(Scope::Cell).contains(&quarter) {
        return;
    }
    out.raw(" <a href=\"").href(&Route::Pack(quarter, 1), writing.depth, Some("_followed")).raw("\">");
    let phrase = Phrase::of(site.catalog, "ledger-before", &["period"]);
    phrase.write(out, &[Fill::Text(&site.within_sentence(quarter))]);
    out.raw("</a>");
}

/// What to do so that the ledger has rows.
fn empty(writing: &Writing<'_, '_>) -> Html<'static> {
    let phrase = Phrase::of(writing.site.catalog, "ledger-empty", &["fields"]);
    Html::made_safe(phrase.html(&[Fill::Html(&fields_to_write(writing.site, writing.ledger.fields()))]))
}

fn caption(site: &Site<'_>, number: u32, pages: u32) -> String {
    let key = if pages > 1 { "ledger-page" } else { "ledger-order" };
    site.catalog.format(key, &[("page", number.to_string().into()), ("pages", pages.to_string().into())])
}
