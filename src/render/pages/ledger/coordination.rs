//! Who works with whom, in what role and on what basis; members and partners as a matrix.

use super::{Sheet, Table, Writing};
use crate::render::markup::{Markup, shortened};
use crate::render::parts::evidence::person;
use crate::render::ways::member_href;
use crate::report::{Ledger, Partner, Partners, Record, Row, Who};

pub(super) const SHEET: Sheet = Sheet { heads: &["ledger-partner", "ledger-role", "basis-head", "task"], row, tables };

/// Partners that the matrix shows.
const PARTNERS: usize = 40;

/// With more members than this the matrix gets a scroll box of its own.
const MEMBERS_IN_WIDTH: usize = 11;

/// Letters of a partner's name.
const NAME: usize = 80;

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let with = &record.content.coordination[row.item as usize];
    out.raw("<th scope=\"row\">");
    match with.with.as_ref().map(|with| writing.site.report.who(&with.value)) {
        Some(Who::Other(written)) => writing.say(out, written),
        Some(who) => person(writing.site, out, who),
        None => {
            out.raw("—");
        }
    }
    out.raw("</th>");
    writing.cell(out, with.role.as_ref());
    writing.cell(out, with.basis.as_ref());
    writing.task_cell(out, row.record);
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    let partners = writing.site.report.partners(PARTNERS);
    if partners.shown.is_empty() {
        return Vec::new();
    }
    let book = writing.site.report.ledger(Ledger::Coordination);
    let members: Vec<usize> =
        (0..writing.site.report.members().len()).filter(|member| !book.of_member(*member).is_empty()).collect();
    let mut body = Markup::new();
    body.raw("<tbody>");
    for partner in &partners.shown {
        partner_row(writing, &mut body, partner, &members);
    }
    body.raw("</tbody>");
    let mut table = writing.table("partners", "figs partners", heads(writing, &members), body);
    table.wide = members.len() > MEMBERS_IN_WIDTH;
    if partners.shown.len() < partners.all {
        table.caption = left_out(writing, &partners);
    }
    vec![table]
}

/// That partners with fewer tasks are not in the matrix.
fn left_out(writing: &Writing<'_, '_>, partners: &Partners<'_>) -> String {
    let number = |number: usize| writing.site.number(number);
    let facts = [
        ("shown", number(partners.shown.len()).into()),
        ("all", number(partners.all).into()),
        ("fewest", number(partners.fewest as usize).into()),
    ];
    writing.site.catalog.format("ledger-partners-left-out", &facts)
}

fn heads(writing: &Writing<'_, '_>, members: &[usize]) -> crate::render::theme::Html<'static> {
    let mut out = Markup::of(writing.number_heads("ledger-partner", &["ledger-total"]));
    for member in members {
        out.raw("<th scope=\"col\" class=\"num\">");
        writing.member(&mut out, *member);
        out.raw("</th>");
    }
    out.finish()
}

fn partner_row(writing: &Writing<'_, '_>, out: &mut Markup, partner: &Partner<'_>, members: &[usize]) {
    out.raw("<tr><th scope=\"row\">");
    match partner.who {
        Who::Other(written) => out.text(&shortened(written, NAME)),
        Who::Member(member) => out.raw(writing.site.name(member)),
    };
    out.raw("</th>");
    writing.number(out, partner.total());
    let report = writing.site.report;
    for member in members {
        match (partner.tasks.get(member), report.ledger(Ledger::Coordination).of_member(*member).first()) {
            (Some(tasks), Some(first)) => {
                out.raw("<td class=\"num\"><a href=\"");
                member_href(report, out, Ledger::Coordination, first, writing.depth);
                out.raw("\">").number(*tasks, writing.site.lang).raw("</a></td>");
            }
            _ => {
                out.raw("<td class=\"num none\">·</td>");
            }
        }
    }
    out.raw("</tr>");
}
