//! The list of members, in roster order, with the figures of the current quarter.

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::tables::{ByMember, member_report};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Scope, Timeliness};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    lead: Html<'static>,
    fact_heads: &'s Shared,
    caption: Html<'static>,
    rows: Html<'static>,
    names: Html<'static>,
}

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let quarter = site.report.shown_quarter();
    let title = &site.words.nav_members;
    let label = site.period(quarter);
    let frame = Frame::new(site, &Route::Members, (Section::Members, Place::Itself), title).about(label.clone());
    let figures = |member| Link::To(member_report(site, member, quarter), None);
    let on_time = |out: &mut Markup, member: usize| on_time(site, out, member);
    let table = ByMember { depth: 1, period: quarter, criterion: None, figures: &figures, last: Some(&on_time) };
    let count = site.report.members().len();
    let lead = crate::render::phrase::Counted::of(site.catalog, "members-lead", &[]);
    let page = Page {
        frame,
        lead: Html::made_safe(lead.html(count as u64, &[])),
        fact_heads: &site.fact_heads,
        caption: caption(&site.words.members_caption, &label),
        rows: table.rows(site),
        names: names(site),
    };
    site.theme.render("pages/members.html", &page)
}

fn on_time(site: &Site<'_>, out: &mut Markup, member: usize) {
    let quarter = site.report.shown_quarter();
    let timing = &site.report.sums(Scope::Member(member), quarter).timing;
    let kept = timing.count(Timeliness::OnTime);
    let done = kept + timing.count(Timeliness::Late) + timing.count(Timeliness::Excused);
    out.raw("<td class=\"apart\">");
    if done > 0 {
        let close = Link::To(member_report(site, member, quarter), Some("_time")).open(out, 1);
        out.number(kept, site.lang).raw("/").number(done, site.lang).raw(close);
    } else {
        out.raw("—");
    }
    out.raw("</td>");
}

/// Every name in the order of given names.
fn names(site: &Site<'_>) -> Html<'static> {
    let mut out = Markup::new();
    for member in site.report.members_by_name() {
        out.raw("<li><a href=\"").href(&Route::Member(&site.member(member).id), 1, None).raw("\">");
        out.raw(site.name(member)).raw("</a></li>");
    }
    out.finish()
}
