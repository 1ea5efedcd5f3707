//! Evidence as a list beside a claim: where it stands, what it says, and why it does not count.

use super::Link;
use crate::base::link::{Target, target};
use crate::render::markup::{Markup, shortened};
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::report::{Exhibit, Field, Label, Part, Weight, Who};

/// A quotation beside a claim is cut after so many letters; the task's page has the whole.
const QUOTED: usize = 180;

/// Of a field with many items so many are named beside a claim.
const NAMED: usize = 3;

/// Letters of an address that are shown.
const ADDRESS: usize = 48;

/// How evidence is listed on a page.
#[derive(Clone, Copy)]
pub struct Shown {
    /// How deep the page stands.
    pub depth: usize,
    /// Whether the page itself has the fields in full, at `#_f-<field>`.
    pub fields_below: bool,
}

/// The list of `exhibits`; nothing when there are none. Items of one field stand together.
pub fn list(site: &Site<'_>, out: &mut Markup, exhibits: &[Exhibit<'_>], shown: Shown) {
    if exhibits.is_empty() {
        return;
    }
    out.raw("<ul class=\"evidence\">");
    for together in exhibits.chunk_by(|a, b| a.label == b.label && a.weight == b.weight) {
        item(site, out, together, shown);
    }
    out.raw("</ul>");
}

fn item(site: &Site<'_>, out: &mut Markup, together: &[Exhibit<'_>], shown: Shown) {
    let (label, weight) = (together[0].label, together[0].weight);
    out.raw(if weight == Weight::Counts { "<li>" } else { "<li class=\"evidence--flagged\">" });
    out.raw("<span class=\"evidence__kind\">").raw(label_word(site, label)).raw("</span> ");
    for (i, exhibit) in together.iter().take(NAMED).enumerate() {
        out.raw(if i == 0 { "" } else { "; " });
        parts(site, out, &exhibit.parts, QUOTED, shown.depth);
    }
    if together.len() > NAMED {
        rest(site, out, label, together.len() - NAMED, shown);
    }
    if let Some(reason) = flag(site, weight) {
        out.raw(" <span class=\"severity severity--warning\">").raw(reason).raw("</span>");
    }
    out.raw("</li>");
}

fn rest(site: &Site<'_>, out: &mut Markup, label: Label, count: usize, shown: Shown) {
    let link = match label {
        Label::Field(field) if shown.fields_below => Link::Here("_f-", field.id()),
        _ => Link::None,
    };
    out.raw("; ");
    let close = link.open(out, shown.depth, "");
    site.words.and_more.write(out, &[Fill::Number(count as u64)]);
    out.raw(close);
}

/// Why a piece of evidence does not count.
fn flag<'s>(site: &'s Site<'_>, weight: Weight) -> Option<&'s str> {
    match weight {
        Weight::Counts => None,
        Weight::Placeholder => Some(&site.words.flag_placeholder),
        Weight::Short => Some(&site.words.flag_short),
        Weight::Copied => Some(&site.words.flag_copied),
    }
}

/// The word for where evidence stands.
pub fn label_word<'s>(site: &'s Site<'_>, label: Label) -> &'s str {
    match label {
        Label::Field(field) => site.words.field(field),
        Label::Entry(Some(kind)) => site.words.evidence_kind(kind),
        Label::Entry(None) => &site.words.evidence_entry,
        Label::Section => &site.words.evidence_section,
    }
}

/// The parts of one item, in order; a quotation follows a colon.
pub fn parts(site: &Site<'_>, out: &mut Markup, parts: &[Part<'_>], letters: usize, depth: usize) {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.raw(if matches!(part, Part::Quote(_)) { ": " } else { ", " });
        }
        self::part(site, out, part, letters, depth);
    }
}

fn part(site: &Site<'_>, out: &mut Markup, part: &Part<'_>, letters: usize, depth: usize) {
    match part {
        Part::Quote(text) => element(out, "q", &shortened(text, letters)),
        Part::Reference(text) => element(out, "b", &shortened(text, letters)),
        Part::Text(text) => {
            out.text(&shortened(text, letters));
        }
        Part::Person(who) => person(site, out, *who),
        Part::On(day) => {
            out.date(*day, site.lang);
        }
        Part::During(start, end) => {
            out.date(*start, site.lang).raw(" – ").date(*end, site.lang);
        }
        Part::Link(written) => address(site, out, written),
        Part::File(path) => file(site, out, path, depth),
        Part::InTime(done, due) => {
            let (done, due) = (done.label(site.lang), due.label(site.lang));
            site.words.in_time.write(out, &[Fill::Text(&done), Fill::Text(&due)]);
        }
        Part::Adopted(true) => word(out, &site.words.revision_adopted),
        Part::Adopted(false) => word(out, &site.words.revision_refused),
        Part::Happened(true) => word(out, &site.words.risk_happened),
        Part::Happened(false) => word(out, &site.words.risk_did_not),
    }
}

fn element(out: &mut Markup, name: &str, text: &str) {
    out.raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
}

fn word(out: &mut Markup, word: &str) {
    out.raw(word);
}

/// Somebody's name.
pub fn person(site: &Site<'_>, out: &mut Markup, who: Who<'_>) {
    match who {
        Who::Member(member) => out.raw(site.name(member)),
        Who::Other(written) => out.text(written),
    };
}

/// An address that a member wrote: a link when it may lead there, else its text with a mark.
pub fn address(site: &Site<'_>, out: &mut Markup, written: &str) {
    match target(written) {
        Target::External(address) => {
            let shown = address.trim_start_matches("https://").trim_start_matches("http://");
            let shown = shown.trim_start_matches("mailto:").trim_end_matches('/');
            out.raw("<a href=\"").text(&address).raw("\" rel=\"noopener noreferrer\">");
            out.text(&shortened(shown, ADDRESS)).raw("</a>");
        }
        _ => {
            out.text(&shortened(written, ADDRESS));
            mark(out, &site.words.link_refused);
        }
    }
}

/// A file that a record names: a link when it is published, else its name with a mark.
pub fn file(site: &Site<'_>, out: &mut Markup, path: &str, depth: usize) {
    let name = path.rsplit('/').next().unwrap_or(path);
    let published = site.report.attachments().get(path).and_then(|attachment| attachment.published_name());
    match published {
        Some(published) => {
            out.raw("<a href=\"").href(&Route::File(&published), depth, None).raw("\">").text(name).raw("</a>");
        }
        None => {
            out.text(name);
            mark(out, &site.words.file_withheld);
        }
    }
}

/// Why something is not a link.
pub fn mark(out: &mut Markup, reason: &str) {
    out.raw(" <small class=\"link-mark\">(").raw(reason).raw(")</small>");
}

/// The fields that show a criterion, each with a comma behind it: a sentence goes on with what always shows it.
pub fn fields_of(site: &Site<'_>, fields: &[Field]) -> String {
    let mut out = Markup::new();
    for field in fields {
        out.raw("<code>").raw(site.words.field(*field)).raw("</code>, ");
    }
    out.into_string()
}
