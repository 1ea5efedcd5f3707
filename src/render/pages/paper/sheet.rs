//! A member's page in the pack: the figures of the period, its tasks, what is open, room for words and signatures.

use super::{Stationery, lines};
use crate::base::period::Period;
use crate::render::markup::{Markup, shortened};
use crate::render::parts::Link;
use crate::render::parts::figures::ratio_cell;
use crate::render::parts::member_report;
use crate::render::parts::outcome::{timeliness, uncounted};
use crate::render::parts::tasks::task_link;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::report::{Loop, LoopState, Missing, Naming, Scope, Share, last_day};

/// Lines of tasks of the period that a sheet has room for; the rest is counted, so that it stays one page.
const TASKS: usize = 5;

/// Lines of all its lists when nothing else is long. Where they are too few, criteria are called by their ids: the table
/// above has their labels.
const LINES: usize = 14;

/// Letters that fit beside each other above a signature.
const SIGNATURE: usize = 30;

/// Lines of open weaknesses that a sheet has room for, and letters on a line.
const OPEN: usize = 4;
const ON_A_LINE: usize = 85;

/// Letters of a title or a weakness on a sheet, and of how a task kept to its time.
const LETTERS: usize = 150;
const TIMELINESS: usize = 15;

/// A sheet of `period`.
pub(super) struct Sheet<'s, 'a> {
    pub(super) site: &'s Site<'a>,
    pub(super) stationery: &'s Stationery,
    pub(super) period: Period,
    pub(super) depth: usize,
}

impl Sheet<'_, '_> {
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
        let mut used = 0;
        if records.is_empty() {
            out.raw("<p>").raw(&words.sheet_empty).raw("</p>");
        } else {
            self.criteria(out, member);
            used += self.tasks(out, records);
        }
        used += self.open(out, member);
        self.next(out, member, self.lines(member).saturating_sub(used));
        self.signatures(out, member);
        out.raw("</section>\n");
    }

    /// The lines of the lists, less those that long names and a long position take away.
    fn lines(&self, member: usize) -> usize {
        let site = self.site;
        let person = site.member(member);
        let is_long = |text: &str, letters: usize| usize::from(text.chars().count() > letters);
        let signer = self.stationery.signer(site, member);
        LINES
            - is_long(&site.report.cell().name, ON_A_LINE)
            - is_long(person.position.as_deref().unwrap_or_default(), ON_A_LINE / 2)
            - is_long(&person.name, SIGNATURE).max(is_long(signer, SIGNATURE))
    }

    fn facts(&self, out: &mut Markup, member: usize) {
        let (site, words) = (self.site, &self.stationery.words);
        let (person, scope) = (site.member(member), Scope::Member(member));
        let report = Link::To(member_report(site, member, Some(self.period)), None);
        out.raw("<p class=\"sheet__facts\">");
        if let Some(position) = &person.position {
            out.raw(&words.sheet_position).raw(" ").text(position).raw(". ");
        }
        let mut records = Markup::new();
        let close = report.open(&mut records, self.depth);
        let sums = site.report.sums(scope, Some(self.period));
        site.words.records.write(&mut records, sums.records.len() as u64, &[]);
        records.raw(close);
        words.sheet_holds.write(out, &[Fill::Html(&records.into_string())]);
        timing(self, out, member);
        let missed = site.report.missed(scope, Some(self.period));
        if missed > 0 {
            out.raw("; ");
            uncounted(site, out, missed, self.depth);
        }
        if let Some(away) = site.report.absence(member, self.period) {
            let (from, until) = (away.from.label(site.lang), away.until.label(site.lang));
            out.raw("; ");
            site.words.member_away.write(out, &[Fill::Text(&from), Fill::Text(&until)]);
        }
        out.raw(".</p>\n");
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

    /// The latest tasks; returns the lines that they take.
    fn tasks(&self, out: &mut Markup, records: &[u32]) -> usize {
        out.raw("<h3>").raw(&self.stationery.words.sheet_tasks).raw("</h3><ul>");
        let (mut letters, mut named) = (0, 0);
        for index in records.iter().rev().take(TASKS - 1) {
            let title = self.site.report.record(*index).title.chars().count().min(LETTERS);
            let line = (title + TIMELINESS).next_multiple_of(ON_A_LINE);
            if letters + line > TASKS * ON_A_LINE {
                break;
            }
            letters += line;
            named += 1;
            out.raw("<li>");
            self.task(out, *index);
            out.raw(": ");
            timeliness(self.site, out, *index);
            out.raw("</li>");
        }
        if records.len() > named {
            out.raw("<li>");
            self.site.words.and_more.write(out, &[Fill::Number((records.len() - named) as u64)]);
            out.raw("</li>");
        }
        out.raw("</ul>\n");
        letters / ON_A_LINE + usize::from(records.len() > named)
    }

    /// What is not overcome; returns the lines that it takes.
    fn open(&self, out: &mut Markup, member: usize) -> usize {
        let report = self.site.report;
        let until = |one| Some((one, report.named_until(one, last_day(self.period))?));
        let open: Vec<(&Loop<'_>, Naming<'_>)> = report.open_loops_of(member).filter_map(until).collect();
        if open.is_empty() {
            return 0;
        }
        out.raw("<h3>").raw(&self.stationery.words.sheet_open).raw("</h3><ul>");
        let (mut letters, mut named) = (0, 0);
        for (one, naming) in &open {
            let words = shortened(naming.text.unwrap_or(one.tag), LETTERS);
            let state = (one.state != LoopState::Named).then(|| format!(" ({})", self.stationery.state(one.state)));
            let state = state.unwrap_or_default();
            let line = (words.chars().count() + state.chars().count()).next_multiple_of(ON_A_LINE);
            if letters + line > OPEN * ON_A_LINE {
                break;
            }
            letters += line;
            named += 1;
            out.raw("<li>").text(&words).raw(&state).raw("</li>");
        }
        if named < open.len() {
            out.raw("<li>");
            self.stationery.words.sheet_open_more.write(out, (open.len() - named) as u64, &[]);
            out.raw("</li>");
        }
        out.raw("</ul>\n");
        letters / ON_A_LINE + usize::from(named < open.len())
    }

    /// What is to be done next, in so many lines of `room` if ids are short enough.
    fn next(&self, out: &mut Markup, member: usize, room: usize) {
        let words = &self.stationery.words;
        let missing: Missing<'_> = self.site.report.missing(member, Some(self.period));
        let ids = |criteria: &[(usize, Vec<u32>)]| criteria.iter().map(|(criterion, _)| *criterion).collect();
        let criteria: [(&str, Vec<usize>); 3] = [
            (&words.next_evidence, ids(&missing.unevidenced)),
            (&words.next_claim, missing.never_claimed.clone()),
            (&words.next_unmet, ids(&missing.unmet)),
        ];
        let mut rows = Markup::new();
        let mut room = room;
        for (word, tasks) in [(&words.next_finish, &missing.overdue), (&words.next_progress, &missing.drifting)] {
            self.next_tasks(&mut rows, word, tasks);
            room = room.saturating_sub(2 * usize::from(!tasks.is_empty()));
        }
        let lines = |(word, criteria): &(&str, Vec<usize>)| {
            let labels = criteria.iter().map(|place| self.site.label(*place).chars().count() + "H1 ; ".len());
            (word.chars().count() * usize::from(!criteria.is_empty()) + labels.sum::<usize>()).div_ceil(ON_A_LINE)
        };
        let labelled = criteria.iter().map(lines).sum::<usize>() <= room;
        for (word, criteria) in &criteria {
            self.next_criteria(&mut rows, word, criteria, labelled);
        }
        if !rows.is_empty() {
            out.raw("<h3>").raw(&words.sheet_next).raw("</h3><ul>").raw(rows.finish().as_str()).raw("</ul>\n");
        }
    }

    fn next_tasks(&self, out: &mut Markup, word: &str, tasks: &[u32]) {
        let Some(first) = tasks.first() else { return };
        out.raw("<li>").raw(word).raw(": ");
        self.task(out, *first);
        if tasks.len() > 1 {
            out.raw("; ");
            self.site.words.and_more.write(out, &[Fill::Number(tasks.len() as u64 - 1)]);
        }
        out.raw("</li>");
    }

    fn next_criteria(&self, out: &mut Markup, word: &str, criteria: &[usize], labelled: bool) {
        if criteria.is_empty() {
            return;
        }
        out.raw("<li>").raw(word).raw(": ");
        for (place, criterion) in criteria.iter().enumerate() {
            out.raw(if place == 0 { "" } else { "; " }).raw(&self.site.criterion(*criterion).id);
            if labelled {
                out.raw(" ").raw(self.site.label(*criterion));
            }
        }
        out.raw("</li>");
    }

    fn task(&self, out: &mut Markup, index: u32) {
        let title = &self.site.report.record(index).title;
        if title.chars().count() <= LETTERS {
            return task_link(self.site, out, index, self.depth, None);
        }
        out.raw("<a href=\"").href(&self.site.task(index), self.depth, None).raw("\">");
        out.text(&shortened(title, LETTERS)).raw("</a>");
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

/// How many tasks of the member kept to their time in which way.
fn timing(sheet: &Sheet<'_, '_>, out: &mut Markup, member: usize) {
    let sums = sheet.site.report.sums(Scope::Member(member), Some(sheet.period));
    for (sentence, count) in sheet.stationery.timing(&sums.timing) {
        out.raw("; ");
        sentence.write(out, count.into(), &[]);
    }
}
