//! What has changed in a record since a stale review, as its page shows it: words that went are struck through, words
//! that came are underlined, and both are named for whoever hears them.

use crate::base::period::Date;
use crate::render::markup::Markup;
use crate::render::parts::evidence::person;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::report::{DiffPiece, Differing, EvidenceKind, Fate, Field, LevelId, Place, Run, Since, What};

/// The section below a stale review.
pub fn since(site: &Site<'_>, out: &mut Markup, since: &Since) {
    let words = &site.words;
    match since {
        Since::Unknown => {
            out.raw("<p class=\"since__none\">").raw(&words.since_unknown).raw("</p>");
        }
        Since::Withheld => {
            out.raw("<p class=\"since__none\">").raw(&words.since_withheld).raw("</p>");
        }
        Since::Told(changes) => {
            out.raw("<details class=\"since\" open><summary>").raw(&words.since).raw("</summary>");
            out.raw("<p class=\"sub\">").raw(&words.since_legend).raw("</p><dl>");
            changes.iter().for_each(|change| self::change(site, out, change));
            out.raw("</dl></details>");
        }
    }
}

fn change(site: &Site<'_>, out: &mut Markup, Differing { place, what }: &Differing) {
    out.raw("<div><dt>");
    label(site, out, place);
    out.raw("</dt><dd>");
    match (what, place) {
        (What::Words(pieces), _) => pieces.iter().for_each(|piece| self::piece(site, out, piece)),
        (What::Much, _) => {
            out.raw(&site.words.since_much);
        }
        (What::Bytes, Place::File(path)) => site.words.since_file.write(out, &[Fill::Text(path)]),
        (What::Bytes, _) => {}
    }
    out.raw("</dd></div>");
}

fn label(site: &Site<'_>, out: &mut Markup, place: &Place) {
    let words = &site.words;
    match place {
        Place::Claim(id) => {
            let known = site.report.rubric().find(id);
            out.raw("<b>").text(id).raw("</b> ").raw(known.map_or("", |criterion| site.label(criterion)));
        }
        Place::Body => {
            out.raw(&words.task_body);
        }
        Place::File(_) => {
            out.raw(&words.evidence);
        }
        Place::Field(key) => {
            match (head_label(site, key), Field::ALL.into_iter().find(|field| field.id() == key)) {
                (Some(label), _) => out.raw(label),
                (None, Some(field)) => out.raw(words.field(field)),
                (None, None) => out.text(key),
            };
        }
    }
}

fn head_label<'s>(site: &'s Site<'_>, key: &str) -> Option<&'s str> {
    let words = &site.words;
    Some(match key {
        "title" => &words.title,
        "member" => &words.member,
        "assigned" => &words.assigned,
        "due" => &words.due,
        "done" => &words.done,
        "kind" => &words.kind,
        "status" => &words.status,
        "assigned_by" => &words.assigned_by,
        "fixed" => &words.field_fixed,
        "excused" => &words.field_excused,
        _ => return None,
    })
}

fn piece(site: &Site<'_>, out: &mut Markup, piece: &DiffPiece) {
    let (tag, said) = match piece.fate {
        Fate::Kept => return piece.runs.iter().for_each(|run| self::run(site, out, run, false)),
        Fate::Gone => ("del", &site.words.since_gone),
        Fate::New => ("ins", &site.words.since_new),
    };
    let touches = matches!(piece.runs.first(), Some(Run::Words(words)) if !words.starts_with(' '));
    out.raw(if touches { "<" } else { " <" }).raw(tag).raw("><span class=\"hidden\">").raw(said).raw(" </span>");
    for (at, run) in piece.runs.iter().enumerate() {
        self::run(site, out, run, at == 0);
    }
    out.raw("</").raw(tag).raw(">");
}

fn run(site: &Site<'_>, out: &mut Markup, run: &Run, is_first: bool) {
    match run {
        Run::Words(words) => {
            out.raw("<bdi>").text(if is_first { words.trim_start() } else { words }).raw("</bdi>");
        }
        Run::Value(key, written) => {
            out.raw(if is_first { "" } else { " " });
            value(site, out, key, written);
        }
        Run::Part => {
            out.raw(",");
        }
        Run::Line => {
            out.raw("<br>");
        }
        Run::Left(count) => {
            out.raw(" <span class=\"since__left\">");
            site.words.since_left.write(out, *count as u64, &[]);
            out.raw("</span>");
        }
        Run::Heading(heading) => {
            out.raw("<br><b><bdi>").text(heading).raw("</bdi></b><br>");
        }
    }
}

/// A date, a person, or a word of a list, as people read it.
fn value(site: &Site<'_>, out: &mut Markup, key: &str, written: &str) {
    let words = &site.words;
    let word = match (key, written) {
        ("member" | "assigned_by" | "by" | "confirmed_by", _) => return person(site, out, site.report.who(written)),
        ("happened", "true") => Some(&*words.risk_happened),
        ("happened", _) => Some(&*words.risk_did_not),
        ("adopted", "true") => Some(&*words.revision_adopted),
        ("adopted", _) => Some(&*words.revision_refused),
        ("status", "planned") => Some(&*words.status_planned),
        ("status", "doing") => Some(&*words.status_doing),
        ("status", "done") => Some(&*words.status_done),
        ("status", "cancelled") => Some(&*words.status_cancelled),
        ("kind", "planned") => Some(&*words.kind_planned),
        ("kind", "arising") => Some(&*words.kind_arising),
        ("kind", _) => {
            let kind = EvidenceKind::ALL.into_iter().find(|kind| kind.id() == written);
            kind.map(|kind| words.evidence_kind(kind))
        }
        _ => None,
    };
    let level = LevelId::ALL.into_iter().find(|level| key == "level" && level.id() == written);
    match (word, level, Date::parse(written)) {
        (Some(word), ..) => out.raw(word),
        (_, Some(level), _) => out.text(site.level(level)),
        (.., Some(date)) => out.date(date, site.lang),
        _ => out.raw("<bdi>").text(written).raw("</bdi>"),
    };
}
