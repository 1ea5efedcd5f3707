//! The way to a calendar of deadlines, which the program writes beside the pages when it is built with its exports.

use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::render::site::Site;

/// Appends the link to the calendar of `member`, or of the cell, behind `before` when there is anything before it.
pub fn calendar_link(site: &Site<'_>, out: &mut Markup, before: &str, member: Option<usize>, depth: usize) {
    if !cfg!(feature = "export") {
        return;
    }
    let name = match member {
        Some(member) => format!("deadlines/{}.ics", site.member(member).id),
        None => "deadlines.ics".to_owned(),
    };
    let is_first = out.is_empty();
    out.raw(if is_first { "" } else { before }).raw("<a href=\"").href(&Route::Data(&name), depth, None);
    out.raw("\">").raw(&site.words.calendar_file).raw("</a>");
}
