//! Links into the ledgers from the pages of members and criteria.

use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::render::ways::member_href;
use crate::report::{Field, Ledger};

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
