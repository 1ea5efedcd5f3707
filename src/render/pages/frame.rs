//! The frame of every page: what stands in its head, menu, path and footer.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::i18n::{Catalog, Lang};
use crate::base::number::grouped;
use crate::render::markup::{Markup, shortened};
use crate::render::route::Route;
use crate::render::site::{Site, shown_quarter};
use crate::render::theme::{Html, Shared, Theme};
use crate::report::Report;

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
    /// The problems.
    Problems,
}

/// Whether a page is the one that the menu leads to, or one below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is.
    Itself,
    /// It stands below.
    Below,
}

const SECTIONS: [Section; 6] =
    [Section::Home, Section::Periods, Section::Members, Section::Criteria, Section::Tasks, Section::Problems];

impl Section {
    /// The page that the menu leads to; that of the periods depends on the records.
    fn route(self) -> Option<Route<'static>> {
        match self {
            Section::Home => Some(Route::Home),
            Section::Periods => None,
            Section::Members => Some(Route::Members),
            Section::Criteria => Some(Route::Criteria),
            Section::Tasks => Some(Route::Tasks),
            Section::Problems => Some(Route::Problems),
        }
    }

    fn key(self) -> &'static str {
        match self {
            Section::Home => "nav-home",
            Section::Periods => "nav-periods",
            Section::Members => "nav-members",
            Section::Criteria => "nav-criteria",
            Section::Tasks => "nav-tasks",
            Section::Problems => "nav-problems",
        }
    }
}

/// The parts of the frame that many pages have alike, each made once.
pub struct Frames {
    lang: &'static str,
    cell: Shared,
    /// By how deep a page stands.
    levels: Vec<Level>,
}

/// What pages at one depth have alike.
struct Level {
    style: Shared,
    /// By section and place.
    headers: Vec<[Shared; 2]>,
    footer: Shared,
}

/// Pages stand up to so many folders deep: `members/<id>/<period>/2/`.
const DEEPEST: usize = 4;

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
    current: &'static str,
}

#[derive(Serialize)]
struct Footer {
    rubric: String,
    as_of: String,
    as_of_iso: String,
    read: String,
    faulty: Option<String>,
    problems: String,
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
                style: Shared::new(&Route::Asset(theme.stylesheet()).href_at(depth, None))?,
                headers: SECTIONS.into_iter().map(both).collect::<Result<_>>()?,
                footer: theme.part("parts/footer.html", &footer(report, catalog, depth))?,
            })
        };
        Ok(Self {
            lang: catalog.lang().tag(),
            cell: Shared::new(&report.cell().name)?,
            levels: (0..=DEEPEST).map(level).collect::<Result<_>>()?,
        })
    }
}

fn header<'a>(
    report: &Report<'a>,
    catalog: &Catalog,
    (current, mark): (Section, &'static str),
    depth: usize,
) -> Header<'a> {
    // The menu leads to the report of the current quarter, when there is one.
    let periods = shown_quarter(report).map(Route::Period);
    let item = |section: Section| {
        Some(Item {
            href: section.route().or(periods)?.href_at(depth, None),
            label: catalog.text(section.key()),
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
        read: grouped(report.records_read() as u64, lang),
        faulty: (faulty > 0).then(|| grouped(faulty as u64, lang)),
        problems: Route::Problems.href_at(depth, None),
    }
}

/// What the frame of a page says.
#[derive(Serialize)]
pub struct Frame<'s> {
    lang: &'static str,
    cell: &'s Shared,
    style: &'s Shared,
    header: &'s Shared,
    footer: &'s Shared,
    title: String,
    above: Html<'static>,
    here: String,
    periods: Shared,
    period: String,
    class: &'static str,
    #[serde(skip)]
    depth: usize,
}

/// Letters of a title in the path to a page.
const IN_PATH: usize = 40;

impl<'s> Frame<'s> {
    /// The frame of the page `route` called `title`, about all time.
    pub fn new(site: &'s Site<'_>, route: &Route<'_>, (section, place): (Section, Place), title: &str) -> Self {
        let depth = route.depth();
        let level = &site.frames.levels[depth];
        Self {
            lang: site.frames.lang,
            cell: &site.frames.cell,
            style: &level.style,
            header: &level.headers[section as usize][place as usize],
            footer: &level.footer,
            title: title.to_owned(),
            above: above(Html::default(), (&site.words.nav_home, &Route::Home), depth),
            here: shortened(title, IN_PATH).into_owned(),
            periods: Shared::default(),
            period: site.period(None),
            class: "",
            depth,
        }
    }

    /// Adds a page above this one.
    #[must_use]
    pub fn below(mut self, label: &str, route: &Route<'_>) -> Self {
        self.above = above(self.above, (label, route), self.depth);
        self
    }

    /// Names the page in its path otherwise than by its title.
    #[must_use]
    pub fn named(mut self, here: &str) -> Self {
        self.here = here.to_owned();
        self
    }

    /// Adds the switch between periods.
    #[must_use]
    pub fn switched(mut self, periods: Shared) -> Self {
        self.periods = periods;
        self
    }

    /// Says which period the page is about.
    #[must_use]
    pub fn about(mut self, period: String) -> Self {
        self.period = period;
        self
    }

    /// Marks the page as that of a record with errors.
    #[must_use]
    pub fn faulty(mut self) -> Self {
        self.class = "faulty";
        self
    }
}

/// `pages` and one more page above this one.
fn above(pages: Html<'static>, (label, route): (&str, &Route<'_>), depth: usize) -> Html<'static> {
    let mut out = Markup::of(pages);
    out.raw("<li><a href=\"").href(route, depth, None).raw("\">").text(&shortened(label, IN_PATH)).raw("</a></li>");
    out.finish()
}
