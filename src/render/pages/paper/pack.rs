//! The secretary's pack of a period: the cell on one page, members and criteria, tasks, weaknesses, the work to come,
//! and a page for each member. The pages of many members are told on further pages of the site.

use std::collections::BTreeSet;

use serde::Serialize;

use super::notes::Notes;
use super::sheet::Sheet;
use super::{Issued, Stationery, are_of_members, criterion_link, grid, lines, quoted, style, three_facts};
use crate::base::error::Result;
use crate::base::period::{Date, Period, PeriodSpan};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::pages::frame::Frame;
use crate::render::parts::Link;
use crate::render::parts::evidence::fields_on_paper;
use crate::render::parts::figures::ratio_cell;
use crate::render::parts::outcome::{timeliness, uncounted};
use crate::render::parts::tasks::task_link;
use crate::render::phrase::{Counted, Fill};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Item, Loop, Pack, Scope, Score, Sums, Timeliness, first_day, last_day};

/// Members whose sheets stand on one page of the site.
const SHEETS: usize = 16;

/// Rows of one table; the rest is counted.
const ROWS: usize = 40;

/// Notes behind one sentence; the rest is counted.
const CITED: usize = 12;

/// Letters of a weakness in a table.
const LETTERS: usize = 240;

/// Which part of a pack a page of the site holds, or a document on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Page `number` (from 1): the first holds what is said of the cell, and as many sheets as each.
    Page(u32),
    /// All of it.
    Whole,
    /// One member's sheet.
    Member(usize),
}

/// Months back from the as-of date for which the site has packs; those of longer periods stay for good.
const MONTHS_BACK: i32 = 12;

/// Whether the site has the pack of `period`; any other can still be printed by itself.
pub fn is_kept(site: &Site<'_>, period: Period) -> bool {
    let number = |month: Period| i32::from(month.year()) * 12 + i32::from(month.month_range().0);
    let is_month = matches!(period.span(), PeriodSpan::Month(_));
    !is_month || number(period) >= number(Period::month_of(site.report.as_of())) - MONTHS_BACK
}

/// The periods of which the site has packs, in order.
pub fn kept(site: &Site<'_>) -> Vec<Period> {
    site.report.periods(Scope::Cell).into_iter().filter(|period| is_kept(site, *period)).collect()
}

/// How many pages of the site the pack of `period` fills.
pub fn parts(site: &Site<'_>, period: Period) -> u32 {
    let sheets = if are_of_members(site) { site.report.members_in(period).count() } else { 0 };
    sheets.div_ceil(SHEETS).max(1) as u32
}

/// The members whose sheets stand on page `number` of the pack of `period`.
pub fn sheets_of(site: &Site<'_>, period: Period, number: u32) -> Vec<usize> {
    let members = site.report.members_in(period).skip((number as usize - 1) * SHEETS).take(SHEETS);
    members.filter(|_| are_of_members(site)).collect()
}

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    style: String,
    form: &'static str,
    whole: bool,
    letterhead: &'s Shared,
    subject: Html<'static>,
    report: Option<Cell>,
    signing: &'s Shared,
    sheets: Html<'static>,
    others: Html<'static>,
    notes: Html<'static>,
}

/// What is said of the cell.
#[derive(Serialize)]
struct Cell {
    /// Whether there can be results: what is empty is an answer then, and else nothing to be said.
    has_begun: bool,
    lead: Html<'static>,
    before: String,
    facts: Html<'static>,
    timing: Html<'static>,
    points: Html<'static>,
    decide: Html<'static>,
    grid_caption: Html<'static>,
    grid: Html<'static>,
    tasks: Vec<Tasks>,
    named: Html<'static>,
    followed: Html<'static>,
    coming: Vec<Tasks>,
    unfinished: Html<'static>,
    later: Html<'static>,
    weak: Html<'static>,
    conclusions: Html<'static>,
}

#[derive(Serialize)]
struct Tasks {
    id: &'static str,
    heading: Html<'static>,
    rows: Html<'static>,
}

/// The bytes of a part of the pack of `period`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, stationery: &Stationery, period: Period, part: Part) -> Result<Vec<u8>> {
    let number = if let Part::Page(number) = part { number } else { 1 };
    let route = Route::Pack(period, number);
    let depth = route.depth();
    let label = period.label(site.lang);
    let title = site.catalog.format("paper-pack-title", &[("period", label.as_str().into())]);
    let frame = Frame::new(site, &route, (Section::Periods, Place::Below), &title)
        .below(&label, &Route::Period(period))
        .named(&site.catalog.text("paper-print"))
        .about(label.clone())
        .on_paper();
    let mut notes = Notes::default();
    let pack = Writing { site, words: stationery, period, depth };
    let report = (number == 1 && !matches!(part, Part::Member(_))).then(|| pack.cell(&mut notes));
    let page = Page {
        style: style(site, depth),
        form: stationery.form,
        whole: report.is_some(),
        letterhead: stationery.letterhead(Issued::ByCell),
        subject: pack.subject(),
        report,
        signing: &stationery.signing,
        sheets: pack.sheets(part),
        others: if part == Part::Page(number) { pack.others(number) } else { Html::default() },
        notes: notes.list(site, &stationery.words, None, depth),
        frame,
    };
    site.theme.render("pages/pack.html", &page)
}

struct Writing<'s, 'a> {
    site: &'s Site<'a>,
    words: &'s Stationery,
    period: Period,
    depth: usize,
}

impl Writing<'_, '_> {
    fn subject(&self) -> Html<'static> {
        let title = self.site.report.rubric().title.get(self.site.lang);
        Html::made_safe(
            self.words.words.subject.html(&[Fill::Text(title), Fill::Text(&self.site.within_sentence(self.period))]),
        )
    }

    /// What is said of the cell, with the records that it cites.
    fn cell(&self, notes: &mut Notes) -> Cell {
        let (site, words) = (self.site, &self.words.words);
        let sums = site.report.sums(Scope::Cell, Some(self.period));
        let pack = site.report.pack(self.period);
        let decide = self.decide(notes, sums, &pack);
        let mut tasks = vec![
            self.tasks(("_late", &words.tasks_late), &pack.late),
            self.tasks(("_unfinished", &words.tasks_open), &pack.unfinished),
            self.tasks(("_on-time", &words.tasks_on_time), &pack.on_time),
        ];
        if !pack.undated.is_empty() {
            tasks.push(self.tasks(("_undated", &words.tasks_undated), &pack.undated));
        }
        let has_begun = site.report.has_begun(self.period);
        let is_said = |tasks: &Tasks| has_begun || !tasks.rows.is_empty();
        tasks.retain(is_said);
        let (named, followed) = (self.named(notes, &pack.named), self.followed(notes, &pack));
        let next = words.due_in.html(&[Fill::Text(&site.within_sentence(self.period.next()))]);
        let mut coming =
            vec![self.tasks(("_carried", &words.carried), &pack.carried), self.tasks(("_due", &next), &pack.due)];
        coming.retain(is_said);
        Cell {
            has_begun,
            lead: self.lead(sums),
            before: self.period.previous().label(site.lang),
            facts: if has_begun { self.facts(&sums.total()) } else { Html::default() },
            timing: self.timing(sums),
            points: if has_begun { self.points(sums) } else { Html::default() },
            decide,
            grid_caption: Html::made_safe(words.grid_caption.html(&[Fill::Text(&self.period.label(site.lang))])),
            grid: grid::rows(site, self.period, self.depth),
            tasks,
            named,
            followed,
            coming,
            unfinished: counted(&words.unfinished, pack.unfinished.len()),
            later: counted(&words.due_later, pack.later),
            weak: if has_begun { self.weak(&site.report.points(sums).weak) } else { Html::default() },
            conclusions: lines(6),
        }
    }

    fn lead(&self, sums: &Sums) -> Html<'static> {
        let (site, words) = (self.site, &self.words.words);
        let (first, last) = (first_day(self.period).label(site.lang), last_day(self.period).label(site.lang));
        let members = words.members_count.html(site.report.members_in(self.period).count() as u64, &[]);
        let mut records = Markup::new();
        let close = Link::To(Route::Period(self.period), Some("_tasks")).open(&mut records, self.depth);
        site.words.records.write(&mut records, sums.records.len() as u64, &[]);
        records.raw(close);
        let missed = site.report.missed(Scope::Cell, Some(self.period));
        if missed > 0 {
            records.raw(" (");
            uncounted(site, &mut records, missed, self.depth);
            records.raw(")");
        }
        let (records, writers) = (records.into_string(), self.writers(sums));
        let fills =
            [Fill::Text(&first), Fill::Text(&last), Fill::Html(&members), Fill::Html(&records), Fill::Number(writers)];
        let mut out = Markup::new();
        words.lead.write(&mut out, &fills);
        out.raw(" ");
        words.as_of.write(&mut out, &[Fill::Text(&site.report.as_of().label(site.lang))]);
        if !site.report.has_begun(self.period) {
            out.raw(" ").raw(&site.words.period_ahead);
        }
        if let Some(scope) = site.scope() {
            out.raw(" ").raw(scope);
        }
        out.finish()
    }

    /// How many members the records of the period are of.
    fn writers(&self, sums: &Sums) -> u64 {
        let writers = sums.records.iter().map(|index| self.site.report.record(*index).member);
        writers.collect::<BTreeSet<_>>().len() as u64
    }

    /// The three facts now and in the period before.
    fn facts(&self, score: &Score) -> Html<'static> {
        let site = self.site;
        let before = site.report.sums(Scope::Cell, Some(self.period.previous())).total();
        let link = Link::To(Route::Period(self.period), Some("_by-criterion"));
        let mut out = Markup::with_room(1200);
        for (place, (word, share)) in three_facts(site).into_iter().enumerate() {
            out.raw("<tr><th scope=\"row\">").raw(word).raw("</th>");
            if place == 2 && !site.reviewed {
                out.raw("<td class=\"none\" colspan=\"2\">").raw(&site.words.not_reviewed).raw("</td></tr>");
                continue;
            }
            ratio_cell(site, &mut out, share(score), &link, self.depth);
            ratio_cell(site, &mut out, share(&before), &Link::None, self.depth);
            out.raw("</tr>");
        }
        out.finish()
    }

    /// How tasks kept to their time, and apart from it how many of them were planned.
    fn timing(&self, sums: &Sums) -> Html<'static> {
        let words = &self.words.words;
        let kinds = [(&words.planned, sums.timing.planned), (&words.arising, sums.timing.arising)];
        let kinds = counts(kinds.into_iter().filter(|(_, count)| *count > 0), ", ");
        let mut out = Markup::new();
        out.raw(&counts(self.words.timing(&sums.timing), "; ")).raw(if sums.records.is_empty() { "" } else { "." });
        if !kinds.is_empty() {
            out.raw(" ");
            words.of_kinds.write(&mut out, &[Fill::Html(&kinds)]);
        }
        out.finish()
    }

    fn points(&self, sums: &Sums) -> Html<'static> {
        let (site, words) = (self.site, &self.words.words);
        let points = site.report.points(sums);
        let mut out = Markup::new();
        let mut lines = vec![(&words.weak_line, &points.weak), (&words.unclaimed_line, &points.unclaimed)];
        lines.retain(|(_, criteria)| !criteria.is_empty());
        lines.insert(0, (&words.strong_line, &points.strong));
        for (phrase, criteria) in lines {
            let mut named = Markup::new();
            for (place, criterion) in criteria.iter().enumerate() {
                named.raw(if place == 0 { "" } else { "; " });
                criterion_link(site, &mut named, *criterion, self.period, self.depth);
            }
            let named = if criteria.is_empty() { words.none.clone() } else { named.into_string() };
            out.raw("<li>");
            phrase.write(&mut out, &[Fill::Html(&named)]);
            out.raw(".</li>");
        }
        out.finish()
    }

    /// What the meeting should speak of, in numbers.
    fn decide(&self, notes: &mut Notes, sums: &Sums, pack: &Pack<'_>) -> Html<'static> {
        let (site, words) = (self.site, &self.words.words);
        let overdue = |tasks: &[u32]| site.report.with_timeliness(tasks, Timeliness::Overdue).len();
        let overdue = [overdue(&pack.unfinished), overdue(&pack.carried)];
        let place = if overdue[0] > 0 { "_unfinished" } else { "_carried" };
        let waiting = site.report.waiting(&sums.records);
        let unevidenced: u32 = site.report.unevidenced(&sums.records).iter().map(|(_, count)| count).sum();
        let missed = site.report.missed(Scope::Cell, Some(self.period));
        let of_period = |part| Link::To(Route::Period(self.period), Some(part));
        let none = String::new;
        let matters: [(&Counted, usize, Link<'_>, String); 5] = [
            (&words.decide_overdue, overdue.iter().sum(), Link::Here("", place), self.overdue(overdue)),
            (&words.decide_waiting, waiting.len(), of_period("_tasks"), self.cited(notes, &waiting)),
            (&words.decide_unevidenced, unevidenced as usize, of_period("_by-criterion"), none()),
            (&words.decide_returned, pack.returned.len(), Link::Here("", "_named"), none()),
            (&words.decide_faulty, missed, Link::To(Route::Problems, None), none()),
        ];
        let mut out = Markup::new();
        for (sentence, count, link, which) in matters.into_iter().filter(|(_, count, ..)| *count > 0) {
            out.raw("<li>");
            let close = link.open(&mut out, self.depth);
            sentence.write(&mut out, count as u64, &[]);
            out.raw(close).raw(&which).raw(".</li>");
        }
        out.finish()
    }

    /// Which overdue tasks are the period's own and which were carried over; nothing when all are its own.
    fn overdue(&self, [own, carried]: [usize; 2]) -> String {
        if carried == 0 {
            return String::new();
        }
        let words = &self.words.words;
        let of_earlier = if own == 0 { &words.overdue_all_carried } else { &words.overdue_carried };
        let parts = [(&words.overdue_own, own, "_unfinished"), (of_earlier, carried, "_carried")];
        let mut out = Markup::new();
        for (place, (sentence, count, id)) in parts.into_iter().filter(|(_, count, _)| *count > 0).enumerate() {
            out.raw(if place == 0 { " (" } else { ", " });
            let close = Link::Here("", id).open(&mut out, self.depth);
            sentence.write(&mut out, count as u64, &[]);
            out.raw(close);
        }
        out.raw(")");
        out.into_string()
    }

    /// The notes of the first of `records`, and how many more there are.
    fn cited(&self, notes: &mut Notes, records: &[u32]) -> String {
        let mut out = Markup::new();
        notes.cite_all(&mut out, &records[..records.len().min(CITED)]);
        if records.len() > CITED {
            out.raw(" ");
            self.site.words.and_more.write(&mut out, &[Fill::Number((records.len() - CITED) as u64)]);
        }
        out.into_string()
    }

    fn tasks(&self, (id, word): (&'static str, &str), tasks: &[u32]) -> Tasks {
        let site = self.site;
        let mut heading = Markup::new();
        heading.raw(word).raw(" (").number(tasks.len() as u64, site.lang).raw(")");
        let mut rows = Markup::with_room(tasks.len().min(ROWS) * 420);
        for (number, index) in (1_u64..).zip(tasks.iter().take(ROWS)) {
            self.task_row(&mut rows, number, *index);
        }
        self.more(&mut rows, tasks.len(), 5);
        Tasks { id, heading: heading.finish(), rows: rows.finish() }
    }

    /// A task by title, member and days: a note would say the same again.
    fn task_row(&self, out: &mut Markup, number: u64, index: u32) {
        let site = self.site;
        let record = site.report.record(index);
        out.raw("<tr><td>").number(number, site.lang).raw("</td><th scope=\"row\">");
        task_link(site, out, index, self.depth, None);
        out.raw("<span class=\"sub\">").raw(site.name(record.member)).raw("</span></th>");
        self.day(out, record.schedule.due);
        self.day(out, record.schedule.done);
        out.raw("<td>");
        timeliness(site, out, index);
        out.raw("</td></tr>");
    }

    fn day(&self, out: &mut Markup, day: Option<Date>) {
        match day {
            Some(day) => out.raw("<td>").date(day, self.site.lang),
            None => out.raw("<td class=\"none\">—"),
        };
        out.raw("</td>");
    }

    fn more(&self, out: &mut Markup, all: usize, columns: u64) {
        if all > ROWS {
            out.raw("<tr><td colspan=\"").digits(columns).raw("\">");
            self.site.words.and_more.write(out, &[Fill::Number((all - ROWS) as u64)]);
            out.raw("</td></tr>");
        }
    }

    /// Weaknesses that records of the period name.
    fn named(&self, notes: &mut Notes, items: &[(Item, bool)]) -> Html<'static> {
        let mut out = Markup::new();
        for (number, (item, recurs)) in (1_u64..).zip(items.iter().take(ROWS)) {
            out.raw("<tr><td>").digits(number).raw("</td><th scope=\"row\">");
            self.weakness(&mut out, notes, *item);
            if *recurs {
                out.raw(" <span class=\"fate\">(").raw(&self.words.words.again).raw(")</span>");
            }
            out.raw("</th><td>").raw(self.name_of(item.record)).raw("</td></tr>");
        }
        self.more(&mut out, items.len(), 3);
        out.finish()
    }

    /// What has come of the weaknesses of the period before.
    fn followed(&self, notes: &mut Notes, pack: &Pack<'_>) -> Html<'static> {
        let mut out = Markup::new();
        let rows = pack.followed.len() + pack.unfollowed.len();
        for (number, one) in (1_u64..).zip(pack.followed.iter().take(ROWS)) {
            self.loop_row(&mut out, notes, number, one);
        }
        let left = ROWS.saturating_sub(pack.followed.len());
        for (number, item) in (pack.followed.len() as u64 + 1..).zip(pack.unfollowed.iter().take(left)) {
            out.raw("<tr><td>").digits(number).raw("</td><th scope=\"row\">");
            self.weakness(&mut out, notes, *item);
            out.raw("</th><td>").raw(self.name_of(item.record)).raw("</td><td class=\"none\">");
            out.raw(&self.words.words.untagged).raw("</td></tr>");
        }
        self.more(&mut out, rows, 4);
        out.finish()
    }

    fn loop_row(&self, out: &mut Markup, notes: &mut Notes, number: u64, one: &Loop<'_>) {
        out.raw("<tr><td>").digits(number).raw("</td><th scope=\"row\">");
        let naming = self.site.report.named_in(one, self.period.previous());
        out.text(&quoted(one.words(naming), LETTERS));
        if let Some(naming) = naming {
            notes.cite(out, naming.record);
        }
        out.raw("</th><td>").raw(self.site.name(one.member)).raw("</td><td>");
        self.words.fate(self.site, out, notes, one);
        out.raw("</td></tr>");
    }

    fn weakness(&self, out: &mut Markup, notes: &mut Notes, item: Item) {
        let weakness = &self.site.report.record(item.record).content.weaknesses[item.item];
        let words = weakness.text.as_ref().or(weakness.tag.as_ref());
        out.text(&quoted(words.map_or("", |words| &words.value), LETTERS));
        notes.cite(out, item.record);
    }

    fn name_of(&self, record: u32) -> &str {
        self.site.name(self.site.report.record(record).member)
    }

    /// Weak criteria that will still count, each with the fields that would show it.
    fn weak(&self, criteria: &[usize]) -> Html<'static> {
        let site = self.site;
        let mut out = Markup::new();
        for criterion in criteria.iter().filter(|one| site.report.counts_after(**one, self.period)) {
            let mut named = Markup::new();
            criterion_link(site, &mut named, *criterion, self.period, self.depth);
            let fields = fields_on_paper(site, &site.criterion(*criterion).evidence);
            let fills = [Fill::Html(&named.into_string()), Fill::Html(&fields)];
            out.raw("<li>");
            self.words.words.weak_how.write(&mut out, &fills);
            out.raw("</li>");
        }
        out.finish()
    }

    /// The sheets of the members that stand in `part`.
    fn sheets(&self, part: Part) -> Html<'static> {
        let sheet = Sheet { site: self.site, stationery: self.words, period: self.period, depth: self.depth };
        let of_page = match part {
            _ if !are_of_members(self.site) => Vec::new(),
            Part::Page(number) => sheets_of(self.site, self.period, number),
            Part::Whole => self.site.report.members_in(self.period).collect(),
            Part::Member(member) => vec![member],
        };
        let mut out = Markup::with_room(of_page.len() * 8000);
        of_page.into_iter().for_each(|member| sheet.write(&mut out, member));
        out.finish()
    }

    /// Links to the pages with the other sheets.
    fn others(&self, number: u32) -> Html<'static> {
        let (site, words) = (self.site, &self.words.words);
        let all = parts(site, self.period);
        let members: Vec<usize> = site.report.members_in(self.period).collect();
        let mut out = Markup::new();
        for other in (1..=all).filter(|other| *other != number) {
            let route = Route::Pack(self.period, other);
            out.raw("<li><a href=\"").href(&route, self.depth, None).raw("\">");
            let of_page = &members[(other as usize - 1) * SHEETS..members.len().min(other as usize * SHEETS)];
            match (other, of_page) {
                (1, _) => _ = out.raw(&words.first_page),
                (_, [first, .., last]) => {
                    words.sheets_of.write(&mut out, &[Fill::Html(site.name(*first)), Fill::Html(site.name(*last))]);
                }
                (_, [only]) => _ = out.raw(site.name(*only)),
                (_, []) => {}
            }
            out.raw("</a></li>");
        }
        out.finish()
    }
}

/// How many tasks there are of each kind, as links to the tables of tasks.
fn counts<'w>(kinds: impl Iterator<Item = (&'w Counted, u32)>, between: &str) -> String {
    let mut out = Markup::new();
    for (place, (sentence, count)) in kinds.enumerate() {
        out.raw(if place == 0 { "" } else { between }).raw("<a href=\"#_tasks\">");
        sentence.write(&mut out, count.into(), &[]);
        out.raw("</a>");
    }
    out.into_string()
}

fn counted(sentence: &Counted, count: usize) -> Html<'static> {
    if count == 0 { Html::default() } else { Html::made_safe(sentence.html(count as u64, &[])) }
}
