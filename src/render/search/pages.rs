//! The pages beside the logs that can be found: members, criteria, periods, ledgers, documents relied on.

use crate::base::i18n::Lang;
use crate::base::period::{Period, PeriodSpan};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::words::Words;
use crate::report::{Criterion, Document, Ledger, Report};

/// Documents relied on that can be found, those with the most tasks; the register shows as many.
const DOCUMENTS: usize = 500;

/// A page that can be found.
#[derive(Hash)]
pub struct Page {
    /// What it is called.
    pub title: String,
    /// Other words for it.
    pub other_names: String,
    /// A line below its title.
    pub note: String,
    /// What else it says.
    pub text: String,
    /// Its address from the root of the site.
    pub address: String,
}

impl Page {
    /// The same with what its readers may see, its note on one line.
    pub fn veiled(self, report: &Report<'_>) -> Self {
        let veiled = |text: &str| report.veiled(text).into_owned();
        let note = self.note.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { title: veiled(&self.title), note: veiled(&note), text: veiled(&self.text), ..self }
    }
}

/// The pages of one kind.
pub type OfKind = Vec<Page>;

/// Members, criteria, periods with ledgers, documents.
pub fn all(site: &Site<'_>) -> [OfKind; 4] {
    let mut times = periods(site);
    times.extend(lists(site));
    [members(site), criteria(site), times, documents(site)]
}

fn page(title: &str, route: &Route<'_>) -> Page {
    Page {
        title: title.to_owned(),
        other_names: String::new(),
        note: String::new(),
        text: String::new(),
        address: route.href_at(0, None),
    }
}

fn members(site: &Site<'_>) -> OfKind {
    let one = |index: usize| {
        let member = site.member(index);
        let said = [&member.position, &member.group].into_iter().flatten().cloned().collect::<Vec<_>>();
        Page { note: said.join(", "), ..page(&member.name, &Route::Member(&member.id)) }
    };
    site.report.members_by_name().into_iter().map(one).collect()
}

fn criteria(site: &Site<'_>) -> OfKind {
    let rubric = site.report.rubric();
    let one = |criterion: &Criterion| Page {
        note: rubric.groups[criterion.group].label.get(site.lang).to_owned(),
        text: criterion.text.get(site.lang).to_owned(),
        ..page(&format!("{} {}", criterion.id, criterion.label.get(site.lang)), &Route::Criterion(&criterion.id))
    };
    rubric.criteria.iter().map(one).collect()
}

/// The cell's reports, the latest first.
fn periods(site: &Site<'_>) -> OfKind {
    let one = |period: Period| Page {
        other_names: other_names(period, site.lang),
        ..page(&period.label(site.lang), &Route::Period(period))
    };
    site.report.told_periods().into_iter().rev().map(one).collect()
}

/// What people also call a period: «quý 2 năm 2026», «Q2».
fn other_names(period: Period, lang: Lang) -> String {
    let year = period.year();
    match (lang, period.span()) {
        (Lang::Vi, PeriodSpan::Quarter(n)) => format!("quý {n} năm {year} q{n}"),
        (Lang::Vi, PeriodSpan::Month(n)) => format!("tháng {n:02} năm {year} t{n}"),
        (Lang::Vi, PeriodSpan::Half(n)) => format!("nửa năm h{n}"),
        (Lang::En, PeriodSpan::Quarter(n)) => format!("quarter {n}"),
        (Lang::En, PeriodSpan::Month(n)) => format!("month {n} {n:02}"),
        (Lang::En, PeriodSpan::Half(n)) => format!("h{n}"),
        (_, PeriodSpan::Year) => String::new(),
    }
}

/// The ledgers and the other lists of the site.
fn lists(site: &Site<'_>) -> OfKind {
    let named = |title: &str, route| page(title, &route);
    let ledger = |ledger: Ledger| Page {
        note: site.words.nav_ledgers.clone(),
        text: site.catalog.text(&format!("ledger-{}.holds", ledger.id())),
        ..named(&site.catalog.text(&format!("ledger-{}", ledger.id())), Route::Ledger(ledger.id()))
    };
    let Words { nav_ledgers, nav_members, nav_criteria, nav_tasks, .. } = &site.words;
    let mut lists: OfKind = Ledger::ALL.into_iter().map(ledger).collect();
    lists.extend([
        named(nav_ledgers, Route::Ledgers),
        named(nav_members, Route::Members),
        named(nav_criteria, Route::Criteria),
        named(nav_tasks, Route::Tasks),
        named(&site.catalog.text("nav-problems"), Route::Problems),
    ]);
    lists
}

/// Documents that tasks relied on; each leads to the latest task that did.
fn documents(site: &Site<'_>) -> OfKind {
    let shown = site.report.documents(DOCUMENTS).shown;
    let one = |document: &Document<'_>| {
        let title = [Some(document.written), document.title.filter(|title| *title != document.written)];
        let title = title.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let (last, earlier) = document.records.split_last()?;
        let key = if earlier.is_empty() { "search-relied-on.one" } else { "search-relied-on" };
        let tasks = site.catalog.format(key, &[("count", site.number(document.records.len()).into())]);
        Some(Page { note: tasks, ..page(&title, &site.task(*last)) })
    };
    shown.iter().filter_map(one).collect()
}
