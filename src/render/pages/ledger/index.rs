//! Members and periods with their numbers of rows: the way to the rows of one member in one period.

use super::writing::Way;
use super::{Table, Writing};
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::ways::group_href;
use crate::report::{LedgerGroup, Scope};

/// Periods with a column of their own, the latest ones; those before share one.
const COLUMNS: usize = 8;

/// The periods that have columns, and whether there are earlier ones.
struct Columns {
    shown: Vec<Period>,
    earlier: bool,
}

/// The table of the ledger's members and periods.
pub(super) fn table(writing: &Writing<'_, '_>) -> Table {
    let book = writing.site.report.ledger(writing.ledger);
    let mut shown = book.periods();
    let earlier = shown.len() > COLUMNS;
    shown.drain(..shown.len().saturating_sub(COLUMNS));
    let columns = Columns { shown, earlier };
    let mut body = Markup::new();
    body.raw("<tbody>");
    for member in 0..writing.site.report.members().len() {
        row(writing, &mut body, &columns, member);
    }
    body.raw("</tbody>");
    foot(writing, &mut body, &columns);
    Table {
        wide: columns.shown.len() > 6,
        ..writing.table("index", "figs counts people", heads(writing, &columns), body)
    }
}

fn heads(writing: &Writing<'_, '_>, columns: &Columns) -> crate::render::theme::Html<'static> {
    let mut out = Markup::of(writing.number_heads("member", &["ledger-total"]));
    for period in columns.shown.iter().rev() {
        out.raw("<th scope=\"col\" class=\"num\">").period(*period, writing.site.lang).raw("</th>");
    }
    if columns.earlier {
        out.raw("<th scope=\"col\" class=\"num\">").text(&writing.text("ledger-earlier")).raw("</th>");
    }
    out.finish()
}

/// The groups of a column: of its period, or before all of them.
fn of_column(columns: &Columns, period: Option<Period>) -> impl Fn(&&LedgerGroup) -> bool {
    let first = columns.shown.first().copied();
    move |group| period.map_or(Some(group.period) < first, |period| group.period == period)
}

fn places(columns: &Columns) -> impl Iterator<Item = Option<Period>> {
    columns.shown.iter().rev().copied().map(Some).chain(columns.earlier.then_some(None))
}

fn row(writing: &Writing<'_, '_>, out: &mut Markup, columns: &Columns, member: usize) {
    let groups = writing.site.report.ledger(writing.ledger).of_member(member);
    out.raw("<tr><th scope=\"row\">");
    writing.member(out, member);
    out.raw("</th>");
    writing.way(out, groups.iter().map(|group| group.rows.len() as u32).sum(), Way::Rows, Scope::Member(member));
    for period in places(columns) {
        let is_here = of_column(columns, period);
        let count: usize = groups.iter().filter(&is_here).map(|group| group.rows.len()).sum();
        match groups.iter().find(&is_here) {
            Some(group) => {
                out.raw("<td class=\"num\"><a href=\"");
                group_href(writing.site.report, out, writing.ledger, group, writing.depth);
                out.raw("\">").number(count as u64, writing.site.lang).raw("</a></td>");
            }
            None => {
                out.raw("<td class=\"num none\">—</td>");
            }
        }
    }
    out.raw("</tr>");
}

fn foot(writing: &Writing<'_, '_>, out: &mut Markup, columns: &Columns) {
    let book = writing.site.report.ledger(writing.ledger);
    out.raw("<tfoot><tr><th scope=\"row\">").raw(&writing.site.words.whole_cell).raw("</th>");
    writing.way(out, book.rows().len() as u32, Way::Rows, Scope::Cell);
    for period in places(columns) {
        let is_here = of_column(columns, period);
        let count: usize = book.groups().iter().filter(&is_here).map(|group| group.rows.len()).sum();
        writing.number(out, count as u32);
    }
    out.raw("</tr></tfoot>");
}
