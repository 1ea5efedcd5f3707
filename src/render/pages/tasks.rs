//! The list of task logs, the newest first, over as many pages as it takes.

use serde::Serialize;

use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::paging::{page, pages};
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::pager::pager;
use crate::render::parts::tasks::{Members, rows};
use crate::render::phrase::Counted;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Entry, Scope};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    lead: Html<'static>,
    caption: String,
    /// The form for a new log; empty where there is none.
    form: String,
    rows: Html<'static>,
    pager: Html<'static>,
}

/// The bytes of page `number` (from 1) of the list of `entries`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, entries: &[Entry], number: u32) -> Result<Vec<u8>> {
    let list = Route::Tasks;
    let route = list.numbered(number);
    let place = if number > 1 { Place::Below } else { Place::Itself };
    let title = &site.words.nav_tasks;
    let mut lead = Markup::new();
    Counted::of(site.catalog, "tasks-lead", &[]).write(&mut lead, entries.len() as u64, &[]);
    let missed = site.report.missed(Scope::Cell, None);
    if missed > 0 {
        lead.raw(" ");
        uncounted_sentence(site, &mut lead, missed, route.depth());
        lead.raw(" ").text(&site.catalog.text("tasks-faulty"));
    }
    let count = pages(entries.len());
    let key = if count > 1 { "tasks-page" } else { "tasks-order" };
    let shown = site.catalog.format(key, &[("page", number.to_string().into()), ("pages", count.to_string().into())]);
    let page = Page {
        frame: Frame::new(site, &route, (Section::Tasks, place), title),
        lead: lead.finish(),
        caption: shown,
        form: if site.report.is_public() { String::new() } else { Route::New.href_at(route.depth(), None) },
        rows: rows(site, page(entries, number), Members::Named, route.depth()),
        pager: pager(site, &list, number, count),
    };
    site.theme.render("pages/tasks.html", &page)
}
