//! Evidence as a list beside a claim: where it stands, what it says, and why it does not count.

use crate::base::link::{Target, target};
use crate::render::markup::{Markup, shortened};
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::report::{Exhibit, Field, Label, Part, Weight, Who};

/// Where evidence is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// On the task's own page: in full, but for steps and risks, which have tables there.
    OnTask,
    /// In a list of many records: the first of each field, cut short.
    Among,
}

impl Listed {
    /// Letters of a text that are shown.
    fn letters(self) -> usize {
        match self {
            Listed::OnTask => FULL,
            Listed::Among => 180,
        }
    }

    /// Items of one field that are shown.
    fn items(self, label: Label) -> usize {
        match (self, label) {
            (Listed::OnTask, Label::Field(Field::Steps | Field::Risks)) => 0,
            (Listed::OnTask, _) => usize::MAX,
            (Listed::Among, _) => 3,
        }
    }
}

/// Items of one field that stand in a line; more have a line each.
const IN_A_LINE: usize = 3;

/// Letters of an address that are shown.
const ADDRESS: usize = 48;

/// Letters of a text that a task's page shows beside a claim; a longer one stands in full among the fields.
pub const FULL: usize = 600;

/// The list of `exhibits` on a page `depth` folders deep; nothing when there are none. Items of one field stand
/// together.
pub fn list(site: &Site<'_>, out: &mut Markup, exhibits: &[Exhibit<'_>], listed: Listed, depth: usize) {
    if exhibits.is_empty() {
        return;
    }
    out.raw("<ul class=\"evidence\">");
    for together in exhibits.chunk_by(|a, b| a.label == b.label && a.weight == b.weight) {
        item(site, out, together, listed, depth);
    }
    out.raw("</ul>");
}

fn item(site: &Site<'_>, out: &mut Markup, together: &[Exhibit<'_>], listed: Listed, depth: usize) {
    let (label, weight) = (together[0].label, together[0].weight);
    let shown = listed.items(label);
    out.raw(if weight == Weight::Counts { "<li>" } else { "<li class=\"evidence--flagged\">" });
    out.raw("<small>").raw(label_word(site, label)).raw(":</small> ");
    let (before, between, after) =
        if together.len().min(shown) > IN_A_LINE { ("<ul><li>", "</li><li>", "</li></ul>") } else { ("", " · ", "") };
    for (i, exhibit) in together.iter().take(shown).enumerate() {
        out.raw(if i == 0 { before } else { between });
        parts(site, out, &exhibit.parts, listed.letters(), depth);
    }
    out.raw(after);
    if shown == 0 {
        below(site, out, label, together.len());
    } else if together.len() > shown {
        out.raw(" · ");
        site.words.and_more.write(out, &[Fill::Number((together.len() - shown) as u64)]);
    }
    if let Some(reason) = flag(site, weight) {
        out.raw(" <span class=\"severity severity--warning\">").raw(reason).raw("</span>");
    }
    out.raw("</li>");
}

/// How many items stand in a table of their own further down.
fn below(site: &Site<'_>, out: &mut Markup, label: Label, count: usize) {
    if let Label::Field(field) = label {
        out.raw("<a href=\"#_f-").raw(field.id()).raw("\">");
        site.words.items_below.write(out, count as u64, &[]);
        out.raw("</a>");
    }
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

/// The parts of one item, in order.
pub fn parts(site: &Site<'_>, out: &mut Markup, parts: &[Part<'_>], letters: usize, depth: usize) {
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.raw(part.joint(&parts[i - 1]));
        }
        self::part(site, out, part, letters, depth);
    }
}

fn part(site: &Site<'_>, out: &mut Markup, part: &Part<'_>, letters: usize, depth: usize) {
    match part {
        Part::Quote(text) => element(out, "q", &shortened(text, letters)),
        Part::Reference(text) => element(out, "b", &shortened(text, letters)),
        Part::Text(text) | Part::Response(text) => {
            out.text(&shortened(text, letters));
        }
        Part::Basis(text) => site.words.basis.write(out, &[Fill::Text(&shortened(text, letters))]),
        Part::Asked(text) => {
            word(out, &site.words.asked);
            element(out.raw(" "), "q", &shortened(text, letters));
        }
        Part::Answered(text) => {
            word(out, &site.words.answered);
            element(out.raw(" "), "q", &shortened(text, letters));
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
        Part::Adopted(adopted) => {
            let words = &site.words;
            let said = if *adopted { &words.revision_adopted } else { &words.revision_refused };
            out.raw("(").raw(said).raw(")");
        }
        Part::Happened(true) => word(out, &site.words.risk_happened),
        Part::Happened(false) => word(out, &site.words.risk_did_not),
        Part::Tag(tag) => {
            out.raw("<span class=\"tag\">").text(tag).raw("</span>");
        }
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
    out.raw(" <span class=\"link-mark\">(").raw(reason).raw(")</span>");
}

/// Those of the fields that somebody can fill in, with commas between: being on time is seen, not written.
pub fn fields_to_write(site: &Site<'_>, fields: &[Field]) -> String {
    named(site, fields, ["<code>", "</code>"])
}

/// The same for paper, which shows no `code`: in quotation marks.
pub fn fields_on_paper(site: &Site<'_>, fields: &[Field]) -> String {
    named(site, fields, ["“", "”"])
}

fn named(site: &Site<'_>, fields: &[Field], [open, close]: [&str; 2]) -> String {
    let mut out = Markup::new();
    for (i, field) in fields.iter().copied().filter(|field| *field != Field::OnTime).enumerate() {
        out.raw(if i == 0 { "" } else { ", " }).raw(open).raw(site.words.field(field)).raw(close);
    }
    out.into_string()
}
