//! The parts of the frame that many pages have alike, each made once from a template.

use rayon::prelude::*;
use serde::Serialize;

use super::route::Route;
use super::theme::{Shared, Theme};
use crate::base::digest::Digest;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Catalog, Lang};
use crate::base::number::grouped;
use crate::report::{Audience, Report};

/// The parts of the site that the menu leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The cell now.
    Home,
    /// The cell's reports.
    Periods,
    /// The members.
    Members,
    /// The criteria.
    Criteria,
    /// The task logs.
    Tasks,
    /// The ledgers.
    Ledgers,
    /// The problems.
    Problems,
    /// The search.
    Search,
}

/// Whether a page is the one that the menu leads to, or one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is.
    Itself,
    /// It stands below.
    Below,
}

const SECTIONS: [Section; 8] = [
    Section::Home,
    Section::Periods,
    Section::Members,
    Section::Criteria,
    Section::Tasks,
    Section::Ledgers,
    Section::Problems,
    Section::Search,
];

impl Section {
    /// The page that the menu leads to; that of the periods depends on the records.
    fn route(self) -> Option<Route<'static>> {
        match self {
            Section::Home => Some(Route::Home),
            Section::Periods => None,
            Section::Members => Some(Route::Members),
            Section::Criteria => Some(Route::Criteria),
            Section::Tasks => Some(Route::Tasks),
            Section::Ledgers => Some(Route::Ledgers),
            Section::Problems => Some(Route::Problems),
            Section::Search => Some(Route::Search),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Section::Home => "nav-home",
            Section::Periods => "nav-periods",
            Section::Members => "nav-members",
            Section::Criteria => "nav-criteria",
            Section::Tasks => "nav-tasks",
            Section::Ledgers => "nav-ledgers",
            Section::Problems => "nav-problems",
            Section::Search => "nav-search",
        }
    }
}

/// The parts of the frame that many pages have alike, each made once.
pub struct Frames {
    pub(super) lang: &'static str,
    pub(super) cell: Shared,
    /// By how deep a page stands.
    pub(super) levels: Vec<Level>,
}

/// What pages at one depth have alike.
pub(super) struct Level {
    pub(super) styles: Shared,
    pub(super) styles_of_reports: Shared,
    pub(super) scripts: Shared,
    /// By section and place.
    pub(super) headers: Vec<[Shared; 2]>,
    pub(super) footer: Shared,
}

/// Pages stand up to so many folders deep: `members/<id>/<period>/2/`.
const DEEPEST: usize = 4;

/// Where the styles of a page are.
#[derive(Serialize)]
struct Styles {
    all: String,
    report: Option<String>,
    print: String,
}

/// Where the scripts of every page are.
#[derive(Serialize)]
struct Scripts {
    theme: String,
    tables: String,
    links: String,
    search: String,
}

#[derive(Serialize)]
struct Header<'a> {
    home: String,
    name: &'a str,
    parent: Option<&'a str>,
    menu: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    href: String,
    label: String,
    /// The key that leads there.
    keys: &'static str,
    current: &'static str,
}

#[derive(Serialize)]
struct Footer {
    rubric: String,
    as_of: String,
    as_of_iso: String,
    /// Who the site is for, when that is not the cell.
    audience: String,
    read: String,
    faulty: Option<String>,
    problems: String,
    commit: Option<Commit>,
}

/// The commit that the site is made from.
#[derive(Serialize)]
struct Commit {
    hash: Option<String>,
    note: String,
}

impl Frames {
    /// The frames of the pages of `report`.
    ///
    /// # Errors
    /// When a template fails.
    pub fn new(report: &Report<'_>, theme: &Theme, catalog: &Catalog) -> Result<Self> {
        let level = |depth: usize| {
            let header =
                |section, mark| theme.part("parts/header.html", &header(report, catalog, (section, mark), depth));
            let both = |section| Ok([header(section, "page")?, header(section, "true")?]);
            Ok(Level {
                styles: theme.part("parts/styles.html", &styles(theme, depth, false))?,
                styles_of_reports: theme.part("parts/styles.html", &styles(theme, depth, true))?,
                scripts: theme.part("parts/scripts.html", &scripts(theme, depth))?,
                headers: SECTIONS.into_iter().map(both).collect::<Result<_>>()?,
                footer: theme.part("parts/footer.html", &footer(report, catalog, depth))?,
            })
        };
        Ok(Self {
            lang: catalog.lang().tag(),
            cell: Shared::new(&report.cell().name)?,
            levels: (0..=DEEPEST).into_par_iter().map(level).collect::<Result<_>>()?,
        })
    }
}

impl Frames {
    /// The fingerprint of all parts.
    ///
    /// # Errors
    /// When a part cannot be written down.
    pub fn print(&self) -> Result<Digest> {
        let levels: Vec<_> = self
            .levels
            .iter()
            .map(|level| (&level.styles, &level.styles_of_reports, &level.scripts, &level.headers, &level.footer))
            .collect();
        let parts = serde_json::to_vec(&(self.lang, &self.cell, levels));
        parts.map(|parts| Digest::of_bytes(&parts)).map_err(|error| Error::Template(error.to_string()))
    }
}

fn styles(theme: &Theme, depth: usize, is_report: bool) -> Styles {
    let href = |name| Route::Asset(theme.style(name)).href_at(depth, None);
    Styles { all: href("style"), report: is_report.then(|| href("reports")), print: href("print") }
}

fn scripts(theme: &Theme, depth: usize) -> Scripts {
    let href = |name| Route::Asset(theme.script(name).expect("the theme has it")).href_at(depth, None);
    Scripts { theme: href("theme"), tables: href("tables"), links: href("links"), search: href("search_key") }
}

fn header<'a>(
    report: &Report<'a>,
    catalog: &Catalog,
    (current, mark): (Section, &'static str),
    depth: usize,
) -> Header<'a> {
    // The menu leads to the report of the current quarter, when there is one.
    let periods = report.shown_quarter().map(Route::Period);
    let item = |section: Section| {
        Some(Item {
            href: section.route().or(periods)?.href_at(depth, None),
            label: catalog.text(section.key()),
            keys: if section == Section::Search { "/" } else { "" },
            current: if section == current { mark } else { "" },
        })
    };
    Header {
        home: Route::Home.href_at(depth, None),
        name: &report.cell().name,
        parent: report.cell().parent.as_deref(),
        menu: SECTIONS.into_iter().filter_map(item).collect(),
    }
}

fn footer(report: &Report<'_>, catalog: &Catalog, depth: usize) -> Footer {
    let lang: Lang = catalog.lang();
    let rubric = report.rubric();
    let version = catalog.format("footer-rubric-version", &[("version", rubric.version.to_string().into())]);
    let faulty = report.faulty().len();
    Footer {
        rubric: format!("{} ({}), {version}", rubric.title.get(lang), rubric.pin()),
        as_of: report.as_of().label(lang),
        as_of_iso: report.as_of().to_string(),
        audience: match report.audience() {
            Audience::Public => catalog.text("footer-for-public"),
            Audience::Cell => String::new(),
            Audience::Leaders => catalog.text("footer-for-leaders"),
        },
        read: grouped(report.records_read() as u64, lang),
        faulty: (faulty > 0).then(|| grouped(faulty as u64, lang)),
        problems: Route::Problems.href_at(depth, None),
        commit: commit(report, catalog),
    }
}

/// Letters of a commit's hash: enough to find it in any cell.
const HASH: usize = 10;

fn commit(report: &Report<'_>, catalog: &Catalog) -> Option<Commit> {
    let hash = report.commit()?.map(|hash| hash.chars().take(HASH).collect::<String>());
    let note = match (&hash, report.is_dirty()) {
        (None, _) => catalog.text("footer-commit-unknown"),
        (Some(_), true) => format!(", {}", catalog.text("footer-dirty")),
        (Some(_), false) => String::new(),
    };
    Some(Commit { hash, note })
}
