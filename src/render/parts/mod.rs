//! Parts that many pages are put together from: figures, rows, evidence, the switch between periods.
//!
//! Figures and the rows of tables are written here as markup, since they cost a twentieth of what a template would
//! take; the frames, sections, heads and captions around them are templates.

pub mod bars;
pub mod body;
pub mod calendar;
pub mod cards;
pub mod evidence;
pub mod figures;
pub mod heads;
pub mod ledgers;
pub mod matrix;
pub mod meta;
pub mod outcome;
pub mod pager;
pub mod periods;
pub mod ratings;
pub mod tables;
pub mod tasks;
pub mod timed;
pub mod trend;

use super::markup::Markup;
use super::route::Route;
use super::site::Site;
use crate::base::period::Period;
use crate::report::Scope;

/// Where a figure leads.
#[derive(Debug, Clone, Copy)]
pub enum Link<'r> {
    /// To an element of the same page: what its id begins with, and the rest.
    Here(&'static str, &'r str),
    /// To another page, or to an element of it.
    To(Route<'r>, Option<&'r str>),
    /// To an element of the page above this one.
    Up(&'static str, &'r str),
    /// To the page of a period below this page, or below a folder beside it; and to an element of it. Short, for pages
    /// that hold hundreds of them.
    Below(Option<&'r str>, Period, Option<&'r str>),
    /// Nowhere.
    None,
}

impl Link<'_> {
    /// Appends the address from a page `depth` folders deep.
    pub fn write(&self, out: &mut Markup, depth: usize) {
        match self {
            Link::Here(prefix, id) => out.raw("#").raw(prefix).raw(id),
            Link::Up(prefix, id) => out.raw("../index.html#").raw(prefix).raw(id),
            Link::To(route, fragment) => out.href(route, depth, *fragment),
            Link::Below(folder, period, fragment) => {
                if let Some(folder) = folder {
                    out.raw(folder).raw("/");
                }
                out.key(*period).raw("/index.html");
                if let Some(fragment) = fragment {
                    out.raw("#").raw(fragment);
                }
                out
            }
            Link::None => out,
        };
    }

    /// Opens a link and returns what closes it; both are nothing when it leads nowhere.
    pub fn open(&self, out: &mut Markup, depth: usize) -> &'static str {
        if matches!(self, Link::None) {
            return "";
        }
        out.raw("<a href=\"");
        self.write(out, depth);
        out.raw("\">");
        "</a>"
    }
}

/// The report of a member over `period`, or over all time when there are no records in it.
pub fn member_report<'a>(site: &Site<'a>, member: usize, period: Option<Period>) -> Route<'a> {
    let id = &site.member(member).id;
    let has_records = |period: &Period| !site.report.sums(Scope::Member(member), Some(*period)).records.is_empty();
    period.filter(has_records).map_or(Route::Member(id), |period| Route::MemberPeriod(id, period))
}
