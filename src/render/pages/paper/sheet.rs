//! A member's page in the pack: the figures of the period, its tasks, what is open, room for words and signatures.

use super::heights::{ON_A_LINE, height};
use super::todo::Todo;
use super::{Stationery, lines, quoted};
use crate::base::period::Period;
use crate::base::source::characters;
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::figures::ratio_cell;
use crate::render::parts::member_report;
use crate::render::parts::outcome::{timeliness, uncounted};
use crate::render::parts::tasks::short_task_link;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::report::{Loop, LoopState, Naming, Scope, Share, last_day};

/// Lines of all its lists when nothing else is long. Where they are too few, criteria are called by their ids: the table
/// above has their labels.
const LINES: usize = 14;

/// Lines of tasks of the period and of open weaknesses that a sheet has room for. The last one counts what is not named,
/// so that the sheet stays one page.
const TASKS: usize = 5;
const OPEN: usize = 5;

/// Lines of tasks beside however much else there is, and of weaknesses beside however many tasks.
const LEAST_TASKS: usize = 2;
const LEAST_OPEN: usize = 3;

/// Letters that fit beside each other above a signature.
const SIGNATURE: usize = 30;

/// Letters of a title or a weakness, and of one that must do with a line.
const LETTERS: usize = 150;
const SHORT: usize = 55;

/// A sheet of `period`.
pub(super) struct Sheet<'s, 'a> {
    pub(super) site: &'s Site<'a>,
    pub(super) stationery: &'s Stationery,
    pub(super) period: Period,
    pub(super) depth: usize,
}

impl<'s, 'a> Sheet<'s, 'a> {
    /// The sheet of `member`.
    pub(super) fn write(&self, out: &mut Markup, member: usize) {
        let (site, words) = (self.site, &self.stationery.words);
        let id = &site.member(member).id;
        out.raw("<section class=\"leaf sheet\" aria-labelledby=\"_s-").raw(id).raw("\">\n<p class=\"sheet__cell\">");
        out.text(&site.report.cell().name).raw("</p><h2 class=\"sheet__title\" id=\"_s-").raw(id).raw("\">");
        out.raw(&words.sheet).raw(", ").text(&site.within_sentence(self.period)).raw("<span> ").raw(site.name(member));
        out.raw("</span></h2>\n");
        self.facts(out, member);
        let records = &site.report.sums(Scope::Member(member), Some(self.period)).records;
        let (open, room) = (self.open(member), self.lines(member));
        // However much is to be done, a line is left for weaknesses beside those for tasks.
        let todo = Todo::of(self.site, self.stationery, (member, self.period), self.depth, room - LEAST_TASKS - 1);
        let free = room.saturating_sub(todo.least());
        let mut used = 0;
        if !records.is_empty() {
            self.criteria(out, member);
            let kept = open.len().min(LEAST_OPEN);
            used += self.tasks(out, records, free.saturating_sub(kept).clamp(LEAST_TASKS, TASKS));
        }
        if !open.is_empty() {
            used += self.weaknesses(out, &open, free.saturating_sub(used).clamp(1, OPEN));
        }
        todo.write(out, room.saturating_sub(used));
        self.signatures(out, member);
        out.raw("</section>\n");
    }

    /// The lines of the lists, less those that long names and a long position take away.
    fn lines(&self, member: usize) -> usize {
        let site = self.site;
        let person = site.member(member);
        let is_long = |text: &str, letters: usize| usize::from(characters(text) > letters);
        let signer = self.stationery.signer(site, member);
        LINES
            - is_long(&site.report.cell().name, ON_A_LINE)
            - is_long(person.position.as_deref().unwrap_or_default(), ON_A_LINE / 2)
            - is_long(&person.name, SIGNATURE).max(is_long(signer, SIGNATURE))
    }

    fn facts(&self, out: &mut Markup, member: usize) {
        let (site, words) = (self.site, &self.stationery.words);
        let (person, scope) = (site.member(member), Scope::Member(member));
        out.raw("<p class=\"sheet__facts\">");
        if let Some(position) = &person.position {
            out.raw(&words.sheet_position).raw(" ").text(position).raw(". ");
        }
        self.records(out, member);
        let missed = site.report.missed(scope, Some(self.period));
        if missed > 0 {
            out.raw("; ");
            uncounted(site, out, missed, self.depth);
        }
        if let Some(away) = site.report.absence(member, self.period) {
            let (from, until) = (away.from.label(site.lang), away.until.label(site.lang));
            out.raw(". ");
            words.sheet_away.write(out, &[Fill::Text(&from), Fill::Text(&until)]);
        }
        out.raw(".</p>\n");
    }

    /// How many records there are, and how many tasks kept to their time in which way.
    fn records(&self, out: &mut Markup, member: usize) {
        let (site, words) = (self.site, &self.stationery.words);
        let sums = site.report.sums(Scope::Member(member), Some(self.period));
        if sums.records.is_empty() {
            out.raw(&words.sheet_empty);
            return;
        }
        let mut records = Markup::new();
        let close = Link::To(member_report(site, member, Some(self.period)), None).open(&mut records, self.depth);
        site.words.records.write(&mut records, sums.records.len() as u64, &[]);
        records.raw(close);
        words.sheet_holds.write(out, &[Fill::Html(&records.into_string())]);
        for (sentence, count) in self.stationery.timing(&sums.timing) {
            out.raw("; ");
            sentence.write(out, count.into(), &[]);
        }
    }

    fn criteria(&self, out: &mut Markup, member: usize) {
        let (site, words) = (self.site, &self.stationery.words);
        let report = member_report(site, member, Some(self.period));
        out.raw("<div class=\"scroll\"><table class=\"table facts-table\"><caption>").raw(&words.sheet_halves);
        out.raw("</caption><thead><tr><th scope=\"col\">");
        out.raw(&site.words.criterion).raw("</th><th scope=\"col\">").raw(&words.applicable);
        for head in [&site.words.fact_claimed, &site.words.fact_evidenced, &site.words.fact_confirmed] {
            out.raw("</th><th scope=\"col\">").raw(&head[0]);
        }
        out.raw("</th></tr></thead><tbody>");
        let scores = &site.report.sums(Scope::Member(member), Some(self.period)).scores;
        for (place, score) in scores.iter().enumerate().filter(|(_, score)| score.records > 0) {
            let id = &site.criterion(place).id;
            out.raw("<tr><th scope=\"row\"><b>").raw(id).raw("</b> ").raw(site.label(place)).raw("</th><td>");
            out.number(score.applicable(), site.lang).raw("</td>");
            let link = Link::To(report, Some(id));
            ratio_cell(site, out, Share::claimed(score), &link, self.depth);
            ratio_cell(site, out, Share::evidenced(score), &link, self.depth);
            if site.reviewed {
                ratio_cell(site, out, Share::confirmed(score), &link, self.depth);
            } else {
                out.raw("<td class=\"none\">—</td>");
            }
            out.raw("</tr>");
        }
        out.raw("</tbody></table></div>\n");
    }

    /// The latest tasks in so many lines; returns those that they take.
    fn tasks(&self, out: &mut Markup, records: &[u32], lines: usize) -> usize {
        let site = self.site;
        let item = |index: &u32, letters: usize| {
            let mut item = Markup::new();
            short_task_link(site, &mut item, *index, self.depth, letters);
            item.raw(": ");
            timeliness(site, &mut item, *index);
            item.into_string()
        };
        let latest = || records.iter().rev().take(lines + 1);
        let items = fitted(latest().map(|index| move |letters| item(index, letters)), lines, TASKS);
        out.raw("<h3>").raw(&self.stationery.words.sheet_tasks).raw("</h3>");
        list(out, &items, lines, |out, named| {
            site.words.and_more.write(out, &[Fill::Number((records.len() - named) as u64)]);
        })
    }

    /// What the member has not overcome.
    fn open(&self, member: usize) -> Vec<(&'s Loop<'a>, Naming<'a>)> {
        let report = self.site.report;
        let until = |one| Some((one, report.named_until(one, last_day(self.period))?));
        report.open_loops_of(member).filter_map(until).collect()
    }

    /// The first of these in so many lines; returns those that they take.
    fn weaknesses(&self, out: &mut Markup, open: &[(&Loop<'_>, Naming<'_>)], lines: usize) -> usize {
        let item = |(one, naming): &(&Loop<'_>, Naming<'_>), letters: usize| {
            let mut item = Markup::new();
            item.text(&quoted(naming.text.unwrap_or(one.tag), letters));
            if one.state != LoopState::Named {
                item.raw(" (").raw(self.stationery.state(one.state)).raw(")");
            }
            item.into_string()
        };
        let first = || open.iter().take(lines + 1);
        let items = fitted(first().map(|one| move |letters| item(one, letters)), lines, OPEN);
        let words = &self.stationery.words;
        out.raw("<h3>").raw(&words.sheet_open).raw("</h3>");
        list(out, &items, lines, |out, named| words.sheet_open_more.write(out, (open.len() - named) as u64, &[]))
    }

    fn signatures(&self, out: &mut Markup, member: usize) {
        let words = &self.stationery.words;
        out.raw("<div class=\"sheet__end\">");
        out.raw("<div class=\"sheet__says\">");
        for head in [&words.sheet_member_says, &words.sheet_cell_says] {
            out.raw("<div><h3>").raw(head).raw("</h3>").raw(lines(3).as_str()).raw("</div>");
        }
        out.raw("</div><div class=\"signing\"><div class=\"signing__by\"><p><b>")
            .raw(&words.sheet_signs)
            .raw("</b></p><p><i>");
        out.raw(&words.signed_by_hand).raw("</i></p><p class=\"signing__name\">").raw(self.site.name(member));
        out.raw("</p></div><div class=\"signing__by\"><p><b>").raw(&words.on_behalf).raw("</b></p><p>");
        if self.stationery.is_signed_by_secretary(member) {
            out.raw(&words.secretary);
        }
        out.raw("</p><p class=\"signing__name\">").raw(self.stationery.signer(self.site, member));
        out.raw("</p></div></div></div>");
    }
}

/// Items with all their words, or with a line for each where `lines` are fewer than `most` and too few for that.
fn fitted<I: Fn(usize) -> String>(items: impl Iterator<Item = I>, lines: usize, most: usize) -> Vec<String> {
    let items: Vec<I> = items.collect();
    let whole: Vec<String> = items.iter().map(|item| item(LETTERS)).collect();
    let is_whole = lines == most || whole.iter().map(|item| height(item)).sum::<usize>() <= lines;
    if is_whole { whole } else { items.iter().map(on_a_line).collect() }
}

/// An item with as many letters as a line holds beside what is said of it.
fn on_a_line(item: impl Fn(usize) -> String) -> String {
    let longest = (SHORT..ON_A_LINE).rev().step_by(5).map(&item).find(|item| height(item) == 1);
    longest.unwrap_or_else(|| item(SHORT))
}

/// The items that fit into so many lines, and what `more` says when so many of them are named and others are not;
/// returns the lines that they take.
fn list(out: &mut Markup, items: &[String], lines: usize, more: impl FnOnce(&mut Markup, usize)) -> usize {
    let height =
        |named: usize| items[..named].iter().map(|item| height(item)).sum::<usize>() + usize::from(named < items.len());
    let named = (0..=items.len()).rev().find(|named| height(*named) <= lines).unwrap_or_default();
    out.raw("<ul>");
    for item in &items[..named] {
        out.raw("<li>").raw(item).raw("</li>");
    }
    if named < items.len() {
        out.raw("<li>");
        more(out, named);
        out.raw("</li>");
    }
    out.raw("</ul>\n");
    height(named)
}
