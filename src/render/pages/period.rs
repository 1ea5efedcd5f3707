//! The cell's report of a period, and the further pages of its list of tasks.

use serde::Serialize;

use super::attention::caption;
use super::cards::{Places, apart, timing};
use super::closed::{Closed, closed};
use super::frame::Frame;
use super::home::matrix_caption;
use super::paper::is_kept;
use crate::base::error::Result;
use crate::base::period::{Period, PeriodSpan};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::paging::{page, pages};
use crate::render::parts::Link;
use crate::render::parts::bars::{self, Bars};
use crate::render::parts::cards::{self, facts};
use crate::render::parts::figures::change_cell;
use crate::render::parts::matrix::{Matrix, is_wide};
use crate::render::parts::outcome::{faulty_reviews, uncounted_sentence};
use crate::render::parts::pager::pager;
use crate::render::parts::periods::{self, standing, switch};
use crate::render::parts::ratings;
use crate::render::parts::tables::ByCriterion;
use crate::render::parts::tasks::{Members, rows, task_link};
use crate::render::parts::trend::Trend;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Change, Entry, Scope, Sums, Timeliness, first_day, last_day};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    heading: String,
    lead: Html<'static>,
    paper: String,
    fact_heads: &'s Shared,
    facts: Html<'static>,
    apart: Html<'static>,
    criteria_caption: Html<'static>,
    change_head: Html<'static>,
    criteria: Html<'static>,
    wide: bool,
    matrix_caption: Html<'static>,
    matrix: Html<'static>,
    trend_head: Html<'static>,
    outcomes: Option<Bars>,
    timing: Html<'static>,
    members: Bars,
    late_caption: Html<'static>,
    late: Html<'static>,
    waiting: Html<'static>,
    closed: Option<Closed>,
    ratings: Html<'static>,
    tasks: Tasks,
}

#[derive(Serialize)]
struct Tasks {
    caption: Html<'static>,
    rows: Html<'static>,
    pager: Html<'static>,
}

/// Tasks that did not keep to their time and are named beside the figures; the list of tasks has them all.
const LATE_NAMED: usize = 40;

/// Tasks that wait for a verdict and are named; the months of a longer period have the rest.
const WAITING_NAMED: usize = 100;

/// How deep the report stands.
const DEPTH: usize = 2;

/// How many pages the report of `period` fills.
pub fn page_count(site: &Site<'_>, period: Period) -> u32 {
    pages(site.report.sums(Scope::Cell, Some(period)).records.len())
}

/// The bytes of page `number` (from 1).
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, period: Period, number: u32) -> Result<Vec<u8>> {
    let list = Route::Period(period);
    let route = list.numbered(number);
    let label = period.label(site.lang);
    let heading = site.catalog.format("period-heading", &[("period", label.as_str().into())]);
    let switch_places = periods::Places { prefix: if number > 1 { "../../" } else { "../" }, overall: None };
    let frame = Frame::new(site, &route, (Section::Periods, Place::Below), &heading)
        .of_reports(site)
        .named(&label)
        .switched(switch(site, &site.report.told_periods(), Some(period), &switch_places))
        .about(label);
    let sums = site.report.sums(Scope::Cell, Some(period));
    if let Some(closed) = closed(site, period).filter(|_| sums.records.is_empty()) {
        let lead = lead(site, period, sums);
        return site.theme.render("pages/period_left.html", &LeftPage { frame, heading, lead, closed });
    }
    let tasks = task_list(site, sums, &list, number, &period.label(site.lang));
    if number > 1 {
        return site.theme.render("pages/period_tasks.html", &TaskPage { frame, heading, tasks });
    }
    let page = report(site, period, sums, (frame, heading, tasks));
    site.theme.render("pages/period.html", &page)
}

#[derive(Serialize)]
struct TaskPage<'s> {
    frame: Frame<'s>,
    heading: String,
    tasks: Tasks,
}

/// A closed period in which nothing counts any more.
#[derive(Serialize)]
struct LeftPage<'s> {
    frame: Frame<'s>,
    heading: String,
    lead: Html<'static>,
    closed: Closed,
}

fn report<'s>(
    site: &'s Site<'_>,
    period: Period,
    sums: &Sums,
    (frame, heading, tasks): (Frame<'s>, String, Tasks),
) -> Page<'s> {
    let label = period.label(site.lang);
    let places =
        Places { tasks: "#_tasks".to_owned(), late: "#_t-late".to_owned(), criteria: "#_by-criterion".to_owned() };
    let before = compared(site, period);
    let trend = (!is_month(period)).then(|| Trend::of(site, Scope::Cell, Some(period), 2)).flatten();
    let has_begun = site.report.has_begun(period);
    Page {
        frame,
        heading,
        lead: lead(site, period, sums),
        paper: if is_kept(site, period) { Route::Pack(period, 1).href_at(DEPTH, None) } else { String::new() },
        fact_heads: &site.fact_heads,
        facts: if has_begun { facts(site, &sums.total(), &places.criteria) } else { Html::default() },
        apart: if has_begun { cards::row(&apart(site, sums, &places)) } else { Html::default() },
        criteria_caption: criteria_caption(site, before, &label),
        change_head: before.map_or_else(Html::default, |before| change_head(site, before)),
        criteria: criteria(site, period, before, sums, trend.as_ref()),
        trend_head: trend.as_ref().map_or_else(Html::default, Trend::head),
        outcomes: if has_begun { outcomes(site, period) } else { None },
        members: bars::timing_by_member(site, period, 2),
        wide: is_wide(site),
        matrix_caption: matrix_caption(site, period),
        matrix: Matrix { site, period, depth: 2 }.rows(),
        timing: cards::row(&timing(site, sums, &places)),
        late_caption: caption(&site.words.late_caption, &label),
        late: late(site, sums),
        waiting: waiting(site, sums),
        closed: closed(site, period),
        ratings: ratings::of_cell(site, period, 2),
        tasks,
    }
}

fn lead(site: &Site<'_>, period: Period, sums: &Sums) -> Html<'static> {
    let (first, last) = (first_day(period).label(site.lang), last_day(period).label(site.lang));
    let mut records = site.words.records.html(sums.records.len() as u64, &[]);
    if !sums.records.is_empty() {
        records = format!("<a href=\"#_tasks\">{records}</a>");
    }
    let mut out = Markup::new();
    site.words.period_lead.write(&mut out, &[Fill::Text(&first), Fill::Text(&last), Fill::Html(&records)]);
    out.raw(" ");
    if let Some(standing) = standing(site, period) {
        out.raw(&standing).raw(" ");
    }
    if let Some(scope) = site.scope() {
        out.raw(scope).raw(" ");
    }
    uncounted_sentence(site, &mut out, site.report.missed(Scope::Cell, Some(period)), 2);
    out.finish()
}

/// The period before, if both have anything to compare.
fn compared(site: &Site<'_>, period: Period) -> Option<Period> {
    let before = site.report.has_begun(period).then(|| period.previous());
    before.filter(|before| !site.report.sums(Scope::Cell, Some(*before)).records.is_empty())
}

/// What the change is against; where that period was well under way when its logs begin, from when it has some.
fn change_head(site: &Site<'_>, before: Period) -> Html<'static> {
    let (start, end) = (first_day(before), last_day(before));
    let records = &site.report.sums(Scope::Cell, Some(before)).records;
    let first = records.iter().map(|index| site.report.record(*index).schedule.counts_on()).min();
    let label = site.within_sentence(before);
    match first.filter(|first| start.days_until(*first) * 3 > start.days_until(end)) {
        Some(first) => {
            let first = first.label(site.lang);
            let html = site.words.change_head_since.html(&[Fill::Text(&label), Fill::Text(&first)]);
            Html::made_safe(html)
        }
        None => caption(&site.words.change_head, &label),
    }
}

fn criteria_caption(site: &Site<'_>, before: Option<Period>, label: &str) -> Html<'static> {
    let words = &site.words;
    caption(if before.is_some() { &words.by_criterion_caption } else { &words.by_criterion_alone }, label)
}

fn criteria<'r>(
    site: &Site<'r>,
    period: Period,
    before: Option<Period>,
    sums: &Sums,
    trend: Option<&Trend<'_, 'r>>,
) -> Html<'static> {
    let earlier = before.map(|before| &site.report.sums(Scope::Cell, Some(before)).scores);
    let in_period = |criterion: usize| Route::CriterionPeriod(&site.criterion(criterion).id, period);
    let figures = |criterion| Link::To(in_period(criterion), None);
    let change = |out: &mut Markup, criterion: usize| {
        if let Some(earlier) = earlier {
            change_cell(site, out, Change::between(&earlier[criterion], &sums.scores[criterion]));
        }
    };
    let last = earlier.is_some().then_some(&change as _);
    let to_months = |criterion: usize| Link::To(Route::Criterion(&site.criterion(criterion).id), Some("_months"));
    let trend = trend.map(|trend| (trend, &to_months as _));
    let table = ByCriterion { depth: 2, anchored: true, page: &in_period, figures: &figures, trend, last };
    table.rows(site, &sums.scores)
}

fn is_month(period: Period) -> bool {
    matches!(period.span(), PeriodSpan::Month(_))
}

/// The outcomes of a period longer than a month: the few records of one are seen in its list.
fn outcomes(site: &Site<'_>, period: Period) -> Option<Bars> {
    (!is_month(period)).then(|| bars::outcomes(site, Scope::Cell, Some(period), 2))
}

fn late(site: &Site<'_>, sums: &Sums) -> Html<'static> {
    let kinds = [Timeliness::Overdue, Timeliness::Drifting, Timeliness::Late, Timeliness::Excused];
    let tasks = kinds.into_iter().flat_map(|kind| site.report.with_timeliness(&sums.records, kind));
    let entries: Vec<Entry> = tasks.take(LATE_NAMED).map(Entry::Record).collect();
    rows(site, &entries, Members::Named, 2)
}

/// Tasks that wait for a verdict.
fn waiting(site: &Site<'_>, sums: &Sums) -> Html<'static> {
    let tasks = site.report.waiting(&sums.records);
    let mut out = Markup::new();
    for index in tasks.iter().take(WAITING_NAMED) {
        out.raw("<li>");
        task_link(site, &mut out, *index, DEPTH, None);
        let record = site.report.record(*index);
        out.raw(" <span class=\"sub\">").raw(site.name(record.member)).raw(" · ");
        out.date(record.schedule.counts_on(), site.lang);
        if site.report.is_stale(*index) {
            out.raw(" · ").raw(&site.words.waiting_stale);
        }
        if record.faulty_reviews > 0 {
            out.raw(" · ");
            faulty_reviews(site, &mut out, record, DEPTH);
        }
        out.raw("</span></li>");
    }
    if tasks.len() > WAITING_NAMED {
        out.raw("<li>");
        site.words.and_more.write(&mut out, &[Fill::Number((tasks.len() - WAITING_NAMED) as u64)]);
        out.raw("</li>");
    }
    out.finish()
}

fn task_list(site: &Site<'_>, sums: &Sums, list: &Route<'_>, number: u32, label: &str) -> Tasks {
    let newest: Vec<Entry> = site.report.newest_first(sums).map(Entry::Record).collect();
    let depth = list.numbered(number).depth();
    Tasks {
        caption: caption(&site.words.tasks_caption, label),
        rows: rows(site, page(&newest, number), Members::Named, depth),
        pager: pager(site, list, number, pages(newest.len())),
    }
}
