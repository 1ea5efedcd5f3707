//! The way of hostile text through the program, shared by the fuzz targets: no disk, one record, every page.

#[path = "../../tests/suite/hostile/oracle.rs"]
mod oracle;

use std::borrow::Cow;
use std::sync::LazyLock;

use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::base::source::{RecordFile, Source};
use hieucan::check::{self, Facts};
use hieucan::model::attachment::Attachments;
use hieucan::model::audience::Audience;
use hieucan::model::rubric::Rubric;
use hieucan::model::settings::Settings;
use hieucan::parse::{self, Parsed, Words};
use hieucan::render::{self, theme::Theme};
use hieucan::{report, tally};

/// A settings file of one member, `m0`.
pub const SETTINGS: &str = "cell: {id: c, name: C}\nmembers: [{id: m0, name: A}]\n";

/// The fences and the keys that every record must have, before a body.
pub const FENCED: &str = "---\ntitle: a\nmember: m0\nassigned: 2026-05-01\ndue: 2026-05-05\ndone: 2026-05-05\n---\n";

/// What the pages of a record are made with.
struct Setting {
    catalog: Catalog,
    theme: Theme,
    rubric: Rubric,
    words: Words,
}

static SETTING: LazyLock<Setting> = LazyLock::new(|| {
    let catalog = Catalog::of(Lang::Vi);
    let theme = Theme::load(&[], &catalog).expect("the built-in theme");
    let words = Words::of(&catalog);
    Setting { catalog, theme, rubric: parse::built_in(), words }
});

/// Which pages are made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// The record's own.
    Task,
    /// All of the site.
    All,
}

/// The text of some bytes; files that are no UTF-8 never reach the parser.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The built-in rubric.
pub fn rubric() -> Rubric {
    SETTING.rubric.clone()
}

/// [`SETTINGS`], read.
pub fn settings() -> Settings {
    parse::settings(&source("hieucan.yaml", SETTINGS)).expect("the settings can be used")
}

/// A file of the cell.
pub fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// One record, read.
pub fn parsed(text: &str, rubric: &Rubric) -> Parsed {
    let file = RecordFile { path: "records/a.md".to_owned(), text: Ok(text.to_owned()) };
    parse::parse(vec![file], rubric, &SETTING.words)
}

/// The whole way of one record: parse, check, tally, report, render.
///
/// # Panics
/// When a page cannot be made, or when the page of the record holds what the program never writes.
pub fn site(text: &str, settings: Settings, rubric: Rubric, pages: Pages) {
    let parsed = parsed(text, &rubric);
    let facts = Facts {
        settings,
        rubric,
        attachments: Attachments::default(),
        findings: Vec::new(),
        as_of: Date::new(2026, 6, 30).expect("a date"),
        audience: Audience::Cell,
    };
    let logbook = check::check(parsed, facts).logbook;
    let tally = tally::tally(&logbook);
    let report = report::report(&logbook, &tally);
    let read = |_: &_| Ok(Vec::new());
    let plan = render::plan(&report, &SETTING.theme, &SETTING.catalog, &read).expect("a plan");
    for artifact in &plan {
        // `tasks/<member>/<record>/index.html`; the lists of tasks stand one folder higher.
        let path = artifact.path().as_str();
        let own = path.starts_with("tasks/") && path.matches('/').count() == 3;
        if !own && pages == Pages::Task {
            continue;
        }
        let made = artifact.make().expect("a page");
        if own {
            let page = String::from_utf8(made).expect("a page is text");
            let faults = oracle::faults(&page);
            assert!(faults.is_empty(), "{path}: {}", faults.join("\n"));
        }
    }
}
