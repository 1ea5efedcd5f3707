//! The page of a record with errors: its problems, and what could be read of it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fields::Fields;
use super::frame::Frame;
use super::history;
use super::problems::{Line, lines};
use super::task::{kind_word, status_word};
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::body::body;
use crate::render::parts::meta::Meta;
use crate::render::parts::tables::member_link;
use crate::render::parts::tasks::{faulty_page, faulty_part};
use crate::render::phrase::Counted;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{FaultyRecord, Readable};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    title: &'s str,
    path: &'s str,
    banner: Html<'static>,
    problems: Vec<Line>,
    meta: Html<'static>,
    claims: Vec<Claim<'s>>,
    steps: Html<'static>,
    gantt: Html<'static>,
    plan: Html<'static>,
    risks: Html<'static>,
    fields: Html<'static>,
    body: Html<'static>,
    hidden: bool,
}

#[derive(Serialize)]
struct Claim<'s> {
    criterion: &'s str,
    level: &'s str,
}

/// How deep the page stands.
const DEPTH: usize = 3;

/// The bytes of the page of the record with errors at `index`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, index: usize) -> Result<Vec<u8>> {
    let record = &site.report.faulty()[index];
    let part = faulty_part(site, index);
    let route = faulty_page(site, index, &part);
    let readable = record.readable.as_deref();
    let title = readable.and_then(|readable| readable.title.as_deref()).unwrap_or(&record.id);
    let frame = Frame::new(site, &route, (Section::Tasks, Place::Below), title)
        .of_reports(site)
        .below(&site.words.nav_tasks, &Route::Tasks)
        .about(site.period(record.month))
        .faulty();
    let nothing = Default::default();
    let fields = Fields {
        site,
        content: readable.map_or(&nothing, |readable| &readable.content),
        depth: DEPTH,
        tagged: None,
        shown: BTreeSet::new(),
    };
    let claims = readable.map(|readable| readable.claims.as_slice()).unwrap_or_default();
    let page = Page {
        frame,
        title,
        path: &record.path,
        banner: Html::made_safe(Counted::of(site.catalog, "faulty-banner", &[]).html(record.errors as u64, &[])),
        problems: lines(site, &site.report.problems_of(&record.path), DEPTH),
        meta: meta(site, record, readable),
        claims: claims.iter().map(|(criterion, level)| Claim { criterion, level }).collect(),
        steps: fields.steps(),
        gantt: fields.gantt(None),
        plan: fields.plan(),
        risks: fields.risks(),
        fields: fields.rows(),
        body: readable.map_or_else(Html::default, |readable| body(site, &readable.body, DEPTH)),
        hidden: readable.is_none(),
    };
    site.theme.render("pages/faulty.html", &page)
}

/// The facts that could be read. Of a record whose text must not be shown only the id is told.
fn meta(site: &Site<'_>, record: &FaultyRecord, readable: Option<&Readable>) -> Html<'static> {
    let words = &site.words;
    let mut meta = Meta { site, out: Markup::new() };
    if let Some(readable) = readable {
        if let Some(member) = record.member {
            meta.fact(&words.member, |out| member_link(site, out, member, None, DEPTH));
        }
        meta.date(&words.assigned, readable.assigned);
        meta.date(&words.due, readable.due);
        meta.date(&words.done, readable.done);
        if let Some(kind) = readable.kind {
            meta.fact(&words.kind, |out| {
                out.raw(kind_word(site, kind));
            });
        }
        if let Some(status) = readable.status {
            meta.fact(&words.status, |out| {
                out.raw(status_word(site, status));
            });
        }
        history::facts(&mut meta, &site.report.told(&record.path), None);
        meta.on_server(&record.path);
    }
    meta.fact(&words.record_id, |out| {
        out.raw("<code>").text(&record.id).raw("</code>");
    });
    meta.out.finish()
}
