//! The frame of every page: what stands in its head, menu, path and footer.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::render::markup::shortened;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};

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

/// The menu as it stands on the pages of each section.
pub struct Menu(Vec<[Shared; 2]>);

#[derive(Serialize)]
struct Item {
    href: String,
    label: String,
    current: &'static str,
}

const SECTIONS: [Section; 6] =
    [Section::Home, Section::Periods, Section::Members, Section::Criteria, Section::Tasks, Section::Problems];

impl Section {
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

impl Menu {
    /// The menu; `periods` is the report that "periods" leads to, when there is one.
    ///
    /// # Errors
    /// When it cannot be turned into the template engine's values.
    pub fn new(catalog: &Catalog, periods: Option<Route<'_>>) -> Result<Self> {
        let routes = [
            Some(Route::Home),
            periods,
            Some(Route::Members),
            Some(Route::Criteria),
            Some(Route::Tasks),
            Some(Route::Problems),
        ];
        let items = |current: Section, mark: &'static str| -> Vec<Item> {
            let there = SECTIONS.into_iter().zip(routes).filter_map(|(section, route)| Some((section, route?)));
            let item = |(section, route): (Section, Route<'_>)| Item {
                href: route.href_at(0, None),
                label: catalog.text(section.key()),
                current: if section == current { mark } else { "" },
            };
            there.map(item).collect()
        };
        let both = |section| Ok([Shared::new(&items(section, "page"))?, Shared::new(&items(section, "true"))?]);
        SECTIONS.into_iter().map(both).collect::<Result<_>>().map(Self)
    }

    fn on(&self, section: Section, place: Place) -> &Shared {
        &self.0[section as usize][place as usize]
    }
}

/// A page above this one.
#[derive(Debug, Serialize)]
struct Crumb {
    label: String,
    href: String,
}

/// What the frame of a page says.
#[derive(Serialize)]
pub struct Frame<'s> {
    site: &'s Shared,
    menu: &'s Shared,
    root: &'static str,
    title: String,
    crumbs: Vec<Crumb>,
    here: String,
    periods: Html<'static>,
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
        Self {
            site: &site.shared,
            menu: site.menu.on(section, place),
            root: route.to_root(),
            title: title.to_owned(),
            crumbs: Vec::new(),
            here: shortened(title, IN_PATH).into_owned(),
            periods: Html::default(),
            period: site.period(None),
            class: "",
            depth: route.depth(),
        }
    }

    /// Adds a page above this one.
    #[must_use]
    pub fn below(mut self, label: &str, route: &Route<'_>) -> Self {
        self.crumbs
            .push(Crumb { label: shortened(label, IN_PATH).into_owned(), href: route.href_at(self.depth, None) });
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
    pub fn switched(mut self, periods: Html<'static>) -> Self {
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
