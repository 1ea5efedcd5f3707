//! Ways into the ledgers: to the rows of a member, or of a member in a period, on the page where they begin.

use super::pager::ROWS_ON_A_PAGE;
use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::render::words::Words;
use crate::report::{Field, Ledger, LedgerGroup, Record, Report};

/// The number of the page on which the row at this place stands.
pub fn page_of(row: usize) -> u32 {
    (row / ROWS_ON_A_PAGE + 1) as u32
}

/// Appends the address of the first row of a group.
pub fn group_href(report: &Report<'_>, out: &mut Markup, ledger: Ledger, group: &LedgerGroup, depth: usize) {
    list_href(out, ledger, group, depth).raw("#").raw(&report.members()[group.member].id).raw("_").key(group.period);
}

/// Appends the address of a member's rows, of which `first` is the first group.
pub fn member_href(report: &Report<'_>, out: &mut Markup, ledger: Ledger, first: &LedgerGroup, depth: usize) {
    list_href(out, ledger, first, depth).raw("#").raw(&report.members()[first.member].id);
}

fn list_href<'m>(out: &'m mut Markup, ledger: Ledger, group: &LedgerGroup, depth: usize) -> &'m mut Markup {
    out.href(&Route::Ledger(ledger.id()).numbered(page_of(group.rows.start)), depth, None)
}

/// Links to a member's rows in each ledger that has any, with how many they are.
pub fn of_member(site: &Site<'_>, member: usize, depth: usize) -> Html<'static> {
    let mut out = Markup::new();
    for ledger in Ledger::ALL {
        let groups = site.report.ledger(ledger).of_member(member);
        if let Some(first) = groups.first() {
            out.raw("<li><a href=\"");
            member_href(site.report, &mut out, ledger, first, depth);
            let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
            out.raw("\">").raw(site.words.ledger(ledger)).raw("</a> (").number(rows as u64, site.lang).raw(")</li>");
        }
    }
    out.finish()
}

/// Links from a page of depth 3 to each member's rows, by member and ledger; empty where there are none. Every task's
/// page takes its own from here.
pub struct Ways(Vec<[String; Ledger::ALL.len()]>);

/// How deep a task's page stands.
const TASK_DEPTH: usize = 3;

impl Ways {
    /// The ways of every member.
    pub fn of(report: &Report<'_>, words: &Words) -> Self {
        let way = |member: usize, ledger: Ledger| {
            let mut out = Markup::new();
            if let Some(first) = report.ledger(ledger).of_member(member).first() {
                out.raw("<a href=\"");
                member_href(report, &mut out, ledger, first, TASK_DEPTH);
                out.raw("\">").raw(words.ledger(ledger)).raw("</a>");
            }
            out.into_string()
        };
        Self((0..report.members().len()).map(|member| Ledger::ALL.map(|ledger| way(member, ledger))).collect())
    }

    /// Links to the ledgers that `record` has rows in.
    pub fn of_record(&self, record: &Record) -> Html<'static> {
        let mut out = Markup::with_room(1024);
        for (ledger, way) in Ledger::ALL.into_iter().zip(&self.0[record.member]) {
            if ledger.rows_of(&record.content) > 0 && !way.is_empty() {
                out.raw(if out.is_empty() { "" } else { " · " }).raw(way);
            }
        }
        out.finish()
    }
}

/// Links to the ledgers that gather what shows a criterion through `fields`.
pub fn of_fields(site: &Site<'_>, fields: &[Field], depth: usize) -> Html<'static> {
    let mut out = Markup::new();
    for ledger in Ledger::ALL {
        if ledger.fields().iter().any(|field| fields.contains(field)) {
            out.raw(if out.is_empty() { "<a href=\"" } else { " · <a href=\"" });
            out.href(&Route::Ledger(ledger.id()), depth, None).raw("\">");
            out.raw(site.words.ledger(ledger)).raw("</a>");
        }
    }
    out.finish()
}
