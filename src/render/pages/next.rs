//! What a member lacks next, kind by kind, each with the rule that says so.

use super::attention::{NEXT_LINE, Rows, outcome_mark};
use crate::render::markup::{Markup, shortened};
use crate::render::parts::evidence::fields_to_write;
use crate::render::parts::outcome::{time_left, timeliness_words};
use crate::render::parts::tasks::{task_link, task_number};
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Missing, Outcome, Raised, Timeliness};

/// Tasks of one kind that are named; of the rest only the number.
const NAMED: usize = 10;

/// Letters of the reason of a verdict.
const REASON: usize = 200;

/// Repeated tags that are named.
const REPEATED: usize = 10;

/// How the tasks behind a criterion are told.
#[derive(Clone, Copy)]
pub enum Behind<'r> {
    /// By their numbers in the page's list of these records.
    Numbered(&'r [u32]),
    /// By how many they are.
    Counted,
}

/// The rows of what is missing on the page of `member`, `depth` folders deep.
pub fn rows(site: &Site<'_>, missing: &Missing<'_>, member: usize, tasks: Behind<'_>, depth: usize) -> Html<'static> {
    let words = &site.words;
    let mut next = Next { rows: Rows::new(site, depth), tasks, depth };
    if missing.faulty > 0 {
        let of_member: Vec<usize> = site.report.missed_records(Some(member)).map(|(index, _)| index).collect();
        next.rows.faulty(&of_member, NAMED);
    }
    next.tasks_in(Timeliness::Overdue, [&words.todo_overdue, &words.todo_overdue_rule], &missing.overdue);
    next.tasks_in(Timeliness::Open, [&words.todo_soon, &words.todo_soon_rule], &missing.soon);
    next.tasks_in(Timeliness::Drifting, [&words.todo_drifting, &words.todo_drifting_rule], &missing.drifting);
    next.tasks_in(Timeliness::Late, [&words.todo_late, &words.todo_late_rule], &missing.late);
    next.criteria((Outcome::Claimed, &words.todo_evidence), &missing.unevidenced, &words.todo_evidence_how);
    let never: Vec<(usize, Vec<u32>)> =
        missing.never_claimed.iter().map(|criterion| (*criterion, Vec::new())).collect();
    next.criteria((Outcome::Unclaimed, &words.todo_claim), &never, &words.todo_claim_how);
    next.criteria((Outcome::Unmet, &words.todo_unmet), &missing.unmet, &words.todo_unmet_how);
    next.disputed(&missing.disputed);
    let of_year = |criteria: &[usize]| criteria.iter().map(|criterion| (*criterion, None)).collect::<Vec<_>>();
    next.rows.of_year((Outcome::Claimed, &words.todo_year), &of_year(&missing.unshown), &words.todo_year_rule);
    next.rows.repeats(missing.repeated.iter().take(REPEATED), false);
    next.rows.open(missing.open.iter().copied(), false);
    next.rows.of_year((Outcome::Evidenced, &words.todo_alone), &of_year(&missing.alone), &words.todo_alone_rule);
    next.rows.finish()
}

struct Next<'s, 'a> {
    rows: Rows<'s, 'a>,
    tasks: Behind<'s>,
    depth: usize,
}

impl Next<'_, '_> {
    /// Tasks that kept to their time in this way, each with the days; open ones are those that are due soon.
    fn tasks_in(&mut self, timeliness: Timeliness, [word, rule]: [&str; 2], tasks: &[u32]) {
        if tasks.is_empty() {
            return;
        }
        let depth = self.depth;
        self.rows.row(
            |_, out| {
                out.raw("<span class=\"time time--").raw(timeliness.id()).raw("\">").raw(word).raw("</span>");
            },
            |site, out| {
                for (i, index) in tasks.iter().take(NAMED).enumerate() {
                    out.raw(if i == 0 { "" } else { "; " });
                    task_link(site, out, *index, depth, None);
                    due(site, out, *index);
                    out.raw(", ");
                    match timeliness {
                        Timeliness::Open => time_left(site, out, *index),
                        _ => timeliness_words(site, out, *index),
                    }
                }
                if tasks.len() > NAMED {
                    out.raw("; ");
                    site.words.and_more.write(out, &[Fill::Number((tasks.len() - NAMED) as u64)]);
                }
            },
            |_, out| {
                out.raw(rule);
            },
        );
    }

    /// Claims that verdicts lower, the latest first, each with both levels and the reason.
    fn disputed(&mut self, disputed: &[Raised]) {
        if disputed.is_empty() {
            return;
        }
        let depth = self.depth;
        self.rows.row(
            |site, out| outcome_mark(out, Outcome::Disputed, &site.words.todo_disputed),
            |site, out| {
                for (i, raised) in disputed.iter().rev().take(NAMED).enumerate() {
                    out.raw(if i == 0 { "" } else { NEXT_LINE });
                    lowered(site, out, raised, depth);
                }
                if disputed.len() > NAMED {
                    out.raw(NEXT_LINE);
                    site.words.and_more.write(out, &[Fill::Number((disputed.len() - NAMED) as u64)]);
                }
            },
            |site, out| {
                out.raw(&site.words.todo_disputed_how);
            },
        );
    }

    /// Criteria, each with its tasks and the fields that would show it.
    fn criteria(&mut self, (outcome, word): (Outcome, &str), criteria: &[(usize, Vec<u32>)], rule: &str) {
        if criteria.is_empty() {
            return;
        }
        let (tasks, asks) = (self.tasks, outcome != Outcome::Unmet);
        self.rows.row(
            |_, out| outcome_mark(out, outcome, word),
            |site, out| {
                for (i, (criterion, records)) in criteria.iter().enumerate() {
                    out.raw(match i {
                        0 => "",
                        _ if asks => "<br>",
                        _ => "; ",
                    });
                    self::criterion(site, out, *criterion, asks);
                    if !records.is_empty() {
                        out.raw(": ");
                        tasks.write(site, out, records);
                    }
                    if asks {
                        out.raw(" → ").raw(&fields_to_write(site, &site.criterion(*criterion).evidence));
                    }
                }
            },
            |_, out| {
                out.raw(rule);
            },
        );
    }
}

/// A claim that a verdict lowers: the task, the criterion, both levels, the reason.
fn lowered(site: &Site<'_>, out: &mut Markup, raised: &Raised, depth: usize) {
    let record = site.report.record(raised.record);
    let Some(verdict) = record.reviews[raised.review].verdict(raised.criterion) else { return };
    let (mut task, mut named) = (Markup::new(), Markup::new());
    task_link(site, &mut task, raised.record, depth, None);
    criterion(site, &mut named, raised.criterion, false);
    let claimed = record.claims[raised.criterion].level.map_or("—", |level| site.level(level));
    let fills = [
        Fill::Html(&task.into_string()),
        Fill::Html(&named.into_string()),
        Fill::Text(site.level(verdict.level)),
        Fill::Text(claimed),
    ];
    site.words.todo_disputed_line.write(out, &fills);
    if let Some(reason) = &verdict.reason {
        out.raw(" <span class=\"sub\">");
        site.words.reason.write(out, &[Fill::Text(&shortened(&site.report.veiled(reason), REASON))]);
        out.raw("</span>");
    }
}

/// The criterion as a link to its row on the page, where its label stands too.
fn criterion(site: &Site<'_>, out: &mut Markup, criterion: usize, labelled: bool) {
    let id = &site.criterion(criterion).id;
    out.raw("<a href=\"#").raw(id).raw("\"><b>").raw(id).raw("</b>");
    if labelled {
        out.raw(" ").raw(site.label(criterion));
    }
    out.raw("</a>");
}

fn due(site: &Site<'_>, out: &mut Markup, index: u32) {
    if let Some(due) = site.report.record(index).schedule.due {
        out.raw(", ");
        site.words.due_on.write(out, &[Fill::Text(&due.label(site.lang))]);
    }
}

impl Behind<'_> {
    fn write(self, site: &Site<'_>, out: &mut Markup, records: &[u32]) {
        let Behind::Numbered(all) = self else {
            return site.words.records.write(out, records.len() as u64, &[]);
        };
        out.raw(&site.words.task_number).raw(" ");
        let mut first = true;
        for (n, index) in (1..).zip(all) {
            if records.contains(index) {
                out.raw(if first { "" } else { ", " });
                first = false;
                task_number(site, out, n);
            }
        }
    }
}
