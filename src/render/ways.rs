//! Ways into the ledgers: to the rows of a member, or of a member in a period, on the page where they begin.

use super::markup::Markup;
use super::paging::page_of;
use super::route::Route;
use super::theme::Html;
use super::words::Words;
use crate::report::{Ledger, LedgerGroup, Record, Report};

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
