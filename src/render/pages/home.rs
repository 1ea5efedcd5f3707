//! The home page: the cell now.

use serde::Serialize;

use super::attention::{Rows, caption};
use super::cards::{Places, apart, of_any_period, timing};
use super::frame::Frame;
use crate::base::error::Result;
use crate::base::period::{Period, PeriodSpan};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::cards::{self, facts};
use crate::render::parts::matrix::{Matrix, is_wide};
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::periods::{self, switch};
use crate::render::phrase::{Counted, Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Attention, Ledger, Outcome, Scope};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    heading: String,
    lead: Html<'static>,
    ways: Html<'static>,
    facts: Html<'static>,
    cards: Html<'static>,
    calendar: String,
    wide: bool,
    matrix_caption: Html<'static>,
    matrix: Html<'static>,
    attention: Html<'static>,
    of_year: bool,
    empty: bool,
}

/// Tasks of one kind that the home page names; the rest are told by year.
const NAMED: usize = 5;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let report = site.report;
    let quarter = report.current_quarter();
    let sums = report.sums(Scope::Cell, Some(quarter));
    let heading = quarter.label(site.lang);
    let attention = report.attention(quarter);
    let cell_report = (!sums.records.is_empty()).then(|| Route::Period(quarter).href_at(0, None));
    let to = |id: &str| cell_report.as_ref().map(|page| format!("{page}#_{id}")).unwrap_or_default();
    let places = Places { tasks: to("tasks"), late: to("t-late"), criteria: to("by-criterion") };
    let periods = report.told_periods();
    let switch = switch(site, &periods, Some(quarter), &periods::Places { prefix: "periods/", overall: None });
    let frame = Frame::new(site, &Route::Home, (Section::Home, Place::Itself), &heading);
    let mut cards = timing(site, sums, &places);
    of_any_period(site, &mut cards, &attention);
    cards.extend(apart(site, sums, &places));
    let page = Page {
        frame: frame.switched(switch).about(heading.clone()),
        lead: lead(site, quarter, &attention),
        ways: ways(site, &places.criteria),
        facts: facts(site, &sums.total(), &places.criteria),
        cards: cards::row(&cards),
        calendar: calendar(site),
        wide: is_wide(site),
        matrix_caption: matrix_caption(site, quarter),
        matrix: Matrix { site, period: quarter, depth: 0 }.rows(),
        attention: attention_rows(site, quarter, &attention),
        of_year: !attention.unshown.is_empty() || !attention.alone.is_empty(),
        empty: report.sums(Scope::Cell, None).records.is_empty() && attention.is_empty(),
        heading,
    };
    site.theme.render("pages/home.html", &page)
}

/// The way to the calendar of deadlines; empty while there are no records.
fn calendar(site: &Site<'_>) -> String {
    let any = !site.report.sums(Scope::Cell, None).records.is_empty();
    if any { Route::Ledger(Ledger::Deadlines.id()).href_at(0, Some("_calendar")) } else { String::new() }
}

/// The caption of a matrix: what an entry holds.
pub fn matrix_caption(site: &Site<'_>, period: Period) -> Html<'static> {
    caption(&site.words.matrix_caption, &period.label(site.lang))
}

/// How many records there are, how many matters need attention, how many records are not counted.
fn lead(site: &Site<'_>, quarter: Period, attention: &Attention<'_>) -> Html<'static> {
    let report = site.report;
    let records = report.sums(Scope::Cell, Some(quarter)).records.len();
    let mut count = Markup::new();
    let page = Route::Period(quarter).href_at(0, Some("_tasks"));
    let close = if records > 0 { count.raw("<a href=\"").raw(&page).raw("\">").raw("") } else { &mut count };
    site.words.records.write(close, records as u64, &[]);
    count.raw(if records > 0 { "</a>" } else { "" });
    let mut out = Markup::new();
    let (date, members) = (report.as_of().label(site.lang), site.number(report.members().len()));
    let lead = Phrase::of(site.catalog, "home-lead", &["date", "records", "members"]);
    lead.write(&mut out, &[Fill::Text(&date), Fill::Html(&count.into_string()), Fill::Text(&members)]);
    if let Some(scope) = site.scope() {
        out.raw(" ").raw(scope);
    }
    if records == 0 {
        elsewhere(site, &mut out, quarter);
    }
    if !attention.is_empty() {
        out.raw(" <a href=\"#_attention\">");
        Counted::of(site.catalog, "home-attention", &[]).write(&mut out, attention.len() as u64, &[]);
        out.raw("</a>.");
    }
    let missed = report.missed(Scope::Cell, Some(quarter));
    if missed > 0 {
        out.raw(" ");
        uncounted_sentence(site, &mut out, missed, 0);
    }
    out.finish()
}

/// Where the records are when the year has none.
fn not_of_year(site: &Site<'_>, year: Period) -> &'static str {
    let periods = site.report.periods(Scope::Cell);
    match (periods.iter().any(|one| one.is_before(year)), periods.iter().any(|one| one.is_after(year))) {
        (true, true) => "home-elsewhere",
        (false, true) => "home-later",
        _ => "home-before",
    }
}

/// Of a quarter without records: where there are some, in its year, before or later.
fn elsewhere(site: &Site<'_>, out: &mut Markup, quarter: Period) {
    let year = Period::of(quarter.year(), PeriodSpan::Year);
    let count = |period| site.report.sums(Scope::Cell, period).records.len() as u64;
    let (key, records, page) = match (count(Some(year)), count(None)) {
        (0, 0) => return,
        (0, all) => (not_of_year(site, year), all, Route::Tasks.href_at(0, None)),
        (of_year, _) => ("home-year", of_year, Route::Period(year).href_at(0, Some("_tasks"))),
    };
    let mut link = Markup::new();
    link.raw("<a href=\"").raw(&page).raw("\">");
    site.words.records.write(&mut link, records, &[]);
    link.raw("</a>");
    out.raw(" ");
    let fills = [Fill::Html(&link.into_string()), Fill::Text(&quarter.year().to_string())];
    Phrase::of(site.catalog, key, &["records", "year"]).write(out, &fills);
}

/// Where the questions are answered that people open the site with; `criteria` is the table by criterion, if any.
fn ways(site: &Site<'_>, criteria: &str) -> Html<'static> {
    let ledger = |ledger: Ledger, part: Option<&str>| Route::Ledger(ledger.id()).href_at(0, part);
    let open = site.report.deadlines();
    let is_open = [&open.overdue, &open.soon, &open.drifting, &open.later].iter().any(|tasks| !tasks.is_empty());
    let has_loops = !site.report.loops().is_empty();
    let mut ways = vec![("way-attention", "#_attention".to_owned())];
    if !criteria.is_empty() {
        ways.push(("way-criteria", criteria.to_owned()));
    }
    ways.extend([
        ("way-time", ledger(Ledger::Deadlines, is_open.then_some("_open"))),
        ("way-members", Route::Members.href_at(0, Some("_next"))),
        ("way-outputs", ledger(Ledger::Outputs, None)),
        ("way-weaknesses", ledger(Ledger::Weaknesses, has_loops.then_some("_loops"))),
    ]);
    let mut out = Markup::new();
    let mut way = |label: &str, href: &str| {
        out.raw("<li><a href=\"").raw(href).raw("\">").text(label).raw("</a></li>");
    };
    ways.iter().for_each(|(key, href)| way(&site.catalog.text(key), href));
    if let Some(period) = site.report.meeting_period() {
        let label = site.catalog.format("way-papers", &[("period", site.within_sentence(period).into())]);
        way(&label, &Route::Pack(period, 1).href_at(0, None));
    }
    if !site.report.is_public() {
        way(&site.catalog.text("write-title"), &Route::New.href_at(0, None));
    }
    out.finish()
}

fn attention_rows(site: &Site<'_>, quarter: Period, attention: &Attention<'_>) -> Html<'static> {
    let mut rows = Rows::new(site, 0);
    rows.faulty(&attention.faulty, NAMED);
    let (ledger, period) = (site.catalog.text("ledger-deadlines"), quarter.label(site.lang));
    let open = || (Route::Ledger(Ledger::Deadlines.id()), "_open", ledger.as_str());
    let of_quarter = (Route::Period(quarter), "_time", period.as_str());
    let kinds = [(&attention.overdue, open()), (&attention.drifting, open()), (&attention.late, of_quarter)];
    for (tasks, place) in kinds {
        tasks.iter().take(NAMED).for_each(|index| rows.task(*index));
        rows.rest(tasks.len().saturating_sub(NAMED), place);
    }
    rows.unevidenced(quarter, &attention.unevidenced);
    rows.weak(quarter, &attention.weak);
    rows.waiting(quarter, &attention.waiting);
    rows.stale(&attention.stale);
    let words = &site.words;
    let nobody: Vec<_> = attention.unshown.iter().map(|criterion| (*criterion, None)).collect();
    rows.of_year((Outcome::Claimed, &words.todo_year), &nobody, &words.attention_year_rule);
    rows.repeats(attention.repeats.iter().take(NAMED), true);
    rows.open(attention.open.iter(), true);
    let alone: Vec<_> = attention.alone.iter().map(|(criterion, member)| (*criterion, Some(*member))).collect();
    rows.of_year((Outcome::Evidenced, &words.attention_alone), &alone, &words.attention_alone_rule);
    rows.finish()
}
