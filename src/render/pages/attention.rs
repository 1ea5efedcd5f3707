//! Rows of matters that ask for somebody's attention, as the home page lists them.

use super::task::day;
use crate::base::period::Period;
use crate::render::markup::{Markup, shortened};
use crate::render::parts::Link;
use crate::render::parts::figures::ratio;
use crate::render::parts::outcome::{faulty_reviews, timeliness};
use crate::render::parts::tasks::{faulty_page, faulty_part, faulty_title, task_link};
use crate::render::phrase::{Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Ledger, Loop, Naming, Outcome, Repeat, Scope, Share};

/// Of the records that name a tag the latest are shown.
const LATEST_SHOWN: usize = 3;

/// Members whose open weaknesses are named; the ledger has them all.
const MEMBERS_SHOWN: usize = 12;

/// Letters of a tag.
const TAG: usize = 60;

/// Letters of the words of a weakness or lesson.
const SAID: usize = 120;

/// Tasks whose reviews no longer hold that are named.
const STALE_SHOWN: usize = 10;

/// Open weaknesses of a member that are named.
const OPEN_SHOWN: usize = 6;

/// Between the lines of two members: each stands apart.
pub const NEXT_LINE: &str = "</p><p>";

/// Rows while they are written.
pub struct Rows<'s, 'a> {
    site: &'s Site<'a>,
    depth: usize,
    out: Markup,
}

impl<'s, 'a> Rows<'s, 'a> {
    /// No rows yet, for a page `depth` folders deep.
    pub fn new(site: &'s Site<'a>, depth: usize) -> Self {
        Self { site, depth, out: Markup::new() }
    }

    /// The rows.
    pub fn finish(self) -> Html<'static> {
        self.out.finish()
    }

    /// A row: its mark, what it is about, and a note.
    pub fn row(
        &mut self,
        mark: impl FnOnce(&Site<'_>, &mut Markup),
        about: impl FnOnce(&Site<'_>, &mut Markup),
        note: impl FnOnce(&Site<'_>, &mut Markup),
    ) {
        let out = &mut self.out;
        out.raw("<li>");
        mark(self.site, out);
        out.raw("<div><p>");
        about(self.site, out);
        out.raw("</p><p class=\"rows__note\">");
        note(self.site, out);
        out.raw("</p></div></li>");
    }

    /// Records with errors: the first `named` each with the way to its page, and how many more there are.
    pub fn faulty(&mut self, indices: &[usize], named: usize) {
        let depth = self.depth;
        for index in indices.iter().take(named) {
            let record = &self.site.report.faulty()[*index];
            self.row(
                |site, out| severity(out, &site.words.attention_faulty),
                |site, out| {
                    let part = faulty_part(site, *index);
                    out.raw("<a href=\"").href(&faulty_page(site, *index, &part), depth, None).raw("\">");
                    out.text(faulty_title(site, *index)).raw("</a>");
                },
                |site, out| {
                    if let Some(member) = record.member {
                        out.raw(site.name(member)).raw(" · ");
                    }
                    site.words.faulty_note.write(out, record.errors as u64, &[]);
                },
            );
        }
        if indices.len() > named {
            self.row(
                |site, out| severity(out, &site.words.attention_faulty),
                |site, out| {
                    out.raw("<a href=\"").href(&Route::Problems, depth, None).raw("\">");
                    site.words.and_more.write(out, &[Fill::Number((indices.len() - named) as u64)]);
                    out.raw("</a>");
                },
                |_, _| {},
            );
        }
    }

    /// A task and how it stands in time.
    pub fn task(&mut self, index: u32) {
        let depth = self.depth;
        self.row(
            |site, out| timeliness(site, out, index),
            |site, out| task_link(site, out, index, depth, None),
            |site, out| task_note(site, out, index),
        );
    }

    /// How many tasks are not named, and the part of a page, so called, that has them among all of their kind.
    pub fn rest(&mut self, count: usize, (place, part, called): (Route<'_>, &str, &str)) {
        if count == 0 {
            return;
        }
        let depth = self.depth;
        self.row(
            |site, out| {
                out.raw("<span>");
                site.words.and_more.write(out, &[Fill::Number(count as u64)]);
                out.raw("</span>");
            },
            |_, out| {
                out.raw("<a href=\"").href(&place, depth, Some(part)).raw("\">").text(called).raw("</a>");
            },
            |_, _| {},
        );
    }

    /// Claims of the cell without evidence, with the criteria they are of.
    pub fn unevidenced(&mut self, period: Period, counts: &[(usize, u32)]) {
        if counts.is_empty() {
            return;
        }
        let depth = self.depth;
        let total: u32 = counts.iter().map(|(_, count)| count).sum();
        self.row(
            |site, out| outcome_mark(out, Outcome::Claimed, &site.words.attention_unevidenced),
            |site, out| site.words.attention_unevidenced_count.write(out, total.into(), &[]),
            |site, out| {
                for (i, (criterion, count)) in counts.iter().enumerate() {
                    let id = &site.criterion(*criterion).id;
                    out.raw(if i == 0 { "<a href=\"" } else { ", <a href=\"" });
                    out.href(&Route::CriterionPeriod(id, period), depth, None).raw("\">").raw(id).raw("</a> (");
                    out.number(*count, site.lang).raw(")");
                }
            },
        );
    }

    /// Tasks of `period` that wait for a verdict, in one row that leads to the longest waiting and to all of them.
    pub fn waiting(&mut self, period: Period, tasks: &[u32]) {
        if tasks.is_empty() {
            return;
        }
        let depth = self.depth;
        self.row(
            |site, out| outcome_mark(out, Outcome::Claimed, &site.words.attention_waiting),
            |site, out| site.words.attention_waiting_count.write(out, tasks.len() as u64, &[]),
            |site, out| {
                out.raw(&site.words.attention_waiting_first);
                for (i, index) in tasks.iter().take(LATEST_SHOWN).enumerate() {
                    out.raw(if i == 0 { " " } else { ", " });
                    task_link(site, out, *index, depth, None);
                    let record = site.report.record(*index);
                    if record.faulty_reviews > 0 {
                        out.raw(" (");
                        faulty_reviews(site, out, record, depth);
                        out.raw(")");
                    }
                }
                if tasks.len() > LATEST_SHOWN {
                    out.raw(" · <a href=\"").href(&Route::Period(period), depth, Some("_waiting")).raw("\">");
                    out.raw(&site.words.attention_waiting_all).raw("</a>");
                }
            },
        );
    }

    /// Tasks whose reviews no longer hold, in one row.
    pub fn stale(&mut self, tasks: &[u32]) {
        if tasks.is_empty() {
            return;
        }
        let depth = self.depth;
        self.row(
            |site, out| outcome_mark(out, Outcome::Stale, &site.words.attention_stale),
            |site, out| {
                for (i, index) in tasks.iter().take(STALE_SHOWN).enumerate() {
                    out.raw(if i == 0 { "" } else { NEXT_LINE });
                    task_link(site, out, *index, depth, None);
                    out.raw(", ").raw(site.name(site.report.record(*index).member));
                }
                if tasks.len() > STALE_SHOWN {
                    out.raw(NEXT_LINE);
                    site.words.and_more.write(out, &[Fill::Number((tasks.len() - STALE_SHOWN) as u64)]);
                }
            },
            |site, out| {
                out.raw(&site.words.attention_stale_rule);
            },
        );
    }

    /// Criteria that are weak for the cell, in one row.
    pub fn weak(&mut self, period: Period, criteria: &[usize]) {
        if criteria.is_empty() {
            return;
        }
        let depth = self.depth;
        self.row(
            |site, out| outcome_mark(out, Outcome::Unmet, &site.words.attention_weak),
            |site, out| {
                for (i, criterion) in criteria.iter().enumerate() {
                    let score = site.report.sums(Scope::Cell, Some(period)).scores[*criterion];
                    let id = &site.criterion(*criterion).id;
                    out.raw(if i == 0 { "" } else { "<br>" }).raw("<b>").raw(id).raw("</b> ");
                    out.raw(site.label(*criterion)).raw(" <span class=\"ratio\">");
                    let page = Link::To(Route::CriterionPeriod(id, period), None);
                    ratio(site, out, Share::evidenced(&score), &page, depth);
                    out.raw("</span>");
                }
            },
            |site, out| {
                out.raw(&site.words.attention_weak_rule);
            },
        );
    }

    /// Criteria of the current year in one row, each with the member named beside it, if any.
    pub fn of_year(&mut self, (outcome, word): (Outcome, &str), criteria: &[(usize, Option<usize>)], rule: &str) {
        if criteria.is_empty() {
            return;
        }
        let depth = self.depth;
        self.row(
            |_, out| outcome_mark(out, outcome, word),
            |site, out| {
                let year = site.report.current_year();
                for (i, (criterion, member)) in criteria.iter().enumerate() {
                    let id = &site.criterion(*criterion).id;
                    out.raw(if i == 0 { "<a href=\"" } else { "<br><a href=\"" });
                    out.href(&Route::CriterionPeriod(id, year), depth, None).raw("\"><b>").raw(id).raw("</b> ");
                    out.raw(site.label(*criterion)).raw("</a>");
                    if let Some(member) = member {
                        out.raw(": ").raw(site.name(*member));
                    }
                }
            },
            |_, out| {
                out.raw(rule);
            },
        );
    }

    /// Weaknesses that are not overcome, in one row, a line per member; `named` says whether each names its member.
    pub fn open<'r>(&mut self, loops: impl Iterator<Item = &'r Loop<'r>>, named: bool) {
        let (site, depth) = (self.site, self.depth);
        let loops: Vec<_> = loops.collect();
        let mut lines = Markup::new();
        let members: Vec<_> = loops.chunk_by(|a, b| a.member == b.member).collect();
        for of_member in members.iter().take(MEMBERS_SHOWN) {
            lines.raw(if lines.is_empty() { "" } else { NEXT_LINE });
            open_line(site, &mut lines, of_member, named, depth);
        }
        if lines.is_empty() {
            return;
        }
        self.row(
            |site, out| outcome_mark(out, Outcome::Unmet, &site.words.attention_open),
            |site, out| {
                out.raw(&lines.into_string());
                if members.len() > MEMBERS_SHOWN {
                    out.raw(NEXT_LINE);
                    site.words.and_more.write(out, &[Fill::Number((members.len() - MEMBERS_SHOWN) as u64)]);
                }
            },
            |site, out| {
                out.raw(&site.words.attention_open_rule).raw(" <a href=\"");
                out.href(&Route::Ledger(Ledger::Weaknesses.id()), depth, Some("_loops")).raw("\">");
                out.raw(site.words.ledger(Ledger::Weaknesses)).raw("</a>");
            },
        );
    }

    /// Weaknesses and lessons that came back, in one row; `named` says whether each names its member.
    pub fn repeats<'r>(&mut self, repeats: impl Iterator<Item = &'r Repeat<'r>>, named: bool) {
        let depth = self.depth;
        let mut lines = Markup::new();
        for (i, repeat) in repeats.enumerate() {
            lines.raw(if i == 0 { "" } else { NEXT_LINE });
            repeat_line(self.site, &mut lines, repeat, named, depth);
        }
        if lines.is_empty() {
            return;
        }
        self.row(
            |site, out| outcome_mark(out, Outcome::Unmet, &site.words.attention_repeated),
            |_, out| {
                out.raw(&lines.into_string());
            },
            |site, out| {
                out.raw(&site.words.attention_repeated_rule);
            },
        );
    }
}

/// A member's open weaknesses, each with the latest record that names it.
fn open_line(site: &Site<'_>, out: &mut Markup, loops: &[&Loop<'_>], named: bool, depth: usize) {
    if named {
        out.raw("<b>").raw(site.name(loops[0].member)).raw("</b>: ");
    }
    for (i, one) in loops.iter().take(OPEN_SHOWN).enumerate() {
        out.raw(if i == 0 { "" } else { "<br>" });
        let latest = one.told(|_| true);
        said(site, out, latest.and_then(|naming| naming.text), one.tag);
        if let Some(Naming { record, .. }) = latest {
            out.raw(" <a href=\"").href(&site.task(record), depth, None).raw("\">");
            day(site, out, record);
            out.raw("</a>");
        }
    }
    if loops.len() > OPEN_SHOWN {
        out.raw("<br>");
        site.words.and_more.write(out, &[Fill::Number((loops.len() - OPEN_SHOWN) as u64)]);
    }
}

/// The words of a weakness or lesson, if it has any, and its tag.
fn said(site: &Site<'_>, out: &mut Markup, text: Option<&str>, tag: &str) {
    if let Some(text) = text {
        out.text(&shortened(&site.report.veiled(text), SAID)).raw(" ");
    }
    out.raw("<span class=\"tag\">").text(&shortened(tag, TAG)).raw("</span>");
}

/// A tag, how often it was named, and the latest records that name it.
fn repeat_line(site: &Site<'_>, out: &mut Markup, repeat: &Repeat<'_>, named: bool, depth: usize) {
    if named {
        out.raw("<b>").raw(site.name(repeat.member)).raw("</b>: ");
    }
    let records = &repeat.records;
    said(site, out, site.report.said_of(repeat), repeat.tag);
    out.raw(" · ");
    site.words.todo_repeated_count.write(out, records.len() as u64, &[]);
    if records.len() > LATEST_SHOWN {
        out.raw(", ").raw(&site.words.todo_repeated_latest);
    }
    for (i, index) in records.iter().rev().take(LATEST_SHOWN).enumerate() {
        out.raw(if i == 0 { ": <a href=\"" } else { ", <a href=\"" });
        out.href(&site.task(*index), depth, None).raw("\">");
        day(site, out, *index);
        out.raw("</a>");
    }
}

fn task_note(site: &Site<'_>, out: &mut Markup, index: u32) {
    let record = site.report.record(index);
    out.raw(site.name(record.member));
    if let Some(due) = record.schedule.due {
        out.raw(" · ");
        site.words.due_on.write(out, &[Fill::Text(&due.label(site.lang))]);
    }
    if record.schedule.done.is_none() {
        out.raw(" · ");
        let (phrase, day) = match site.report.progress_written(index) {
            Some(on) => (&site.words.silent_since, on),
            None => (&site.words.never_told, record.schedule.assigned),
        };
        phrase.write(out, &[Fill::Text(&day.label(site.lang))]);
    }
}

/// A word with the mark of an outcome.
pub fn outcome_mark(out: &mut Markup, outcome: Outcome, word: &str) {
    out.raw("<span class=\"outcome outcome--").raw(outcome.id()).raw("\">").raw(word).raw("</span>");
}

fn severity(out: &mut Markup, word: &str) {
    out.raw("<span class=\"severity severity--error\">").raw(word).raw("</span>");
}

/// A caption about a period.
pub fn caption(phrase: &Phrase, period: &str) -> Html<'static> {
    Html::made_safe(phrase.html(&[Fill::Text(period)]))
}
