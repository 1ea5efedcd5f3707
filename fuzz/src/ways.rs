//! The ways of a hostile text through the program, one for each fuzz target: no disk, one record. `cargo fuzz` walks them
//! with texts of its own; the tests (`tests/suite/hostile/corpus.rs`) with the committed corpus.
//!
//! Each way panics when a promise is broken.

use std::borrow::Cow;
use std::sync::LazyLock;

use hieucan::base::diagnostic::emit::{self, Colour, Findings, Format};
use hieucan::base::diagnostic::{Diagnostic, Problem, Severity};
use hieucan::base::error::{Error, Result};
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::base::record_file::RecordFile;
use hieucan::base::source::{Source, characters};
use hieucan::check::{self, Facts};
use hieucan::model::attachment::Attachments;
use hieucan::model::audience::Audience;
use hieucan::model::rubric::Rubric;
use hieucan::model::settings::Settings;
use hieucan::parse::{self, Parsed, Words};
use hieucan::render::{self, theme::Theme};
use hieucan::{report, tally};

use super::oracle;

/// A way, after the name of its target and of its folder in the corpus.
pub type Named = (&'static str, fn(&[u8]));

/// Every way.
pub const ALL: &[Named] = &[("body", body), ("front_matter", front_matter), ("record", record), ("settings", settings)];

/// A settings file of one member, `m0`.
const SETTINGS: &str = "cell: {id: c, name: C}\nmembers: [{id: m0, name: A}]\n";

/// The fences and the keys that every record must have, before a body.
const FENCED: &str = "---\ntitle: a\nmember: m0\nassigned: 2026-05-01\ndue: 2026-05-05\ndone: 2026-05-05\n---\n";

/// What sites are made with.
struct Setting {
    catalog: &'static Catalog,
    theme: Theme,
    settings: Settings,
    rubric: Rubric,
    words: Words,
}

static SETTING: LazyLock<Setting> = LazyLock::new(|| {
    let catalog = Catalog::of(Lang::Vi);
    Setting {
        theme: Theme::load(&[], catalog).expect("the built-in theme"),
        settings: parse::settings(&source("hieucan.yaml", SETTINGS)).expect("the settings can be used"),
        rubric: parse::built_in(),
        words: Words::of(catalog),
        catalog,
    }
});

/// Which pages are made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pages {
    /// The record's own.
    Task,
    /// The lists of tasks and of problems too.
    Lists,
    /// All of the site.
    All,
}

impl Pages {
    fn has(self, path: &str) -> bool {
        // `tasks/<member>/<record>/index.html`; the lists of tasks stand one folder higher.
        let own = path.starts_with("tasks/") && path.matches('/').count() == 3;
        let list = path.starts_with("tasks/") || path.starts_with("problems/");
        path.ends_with(".html") && (own || self == Pages::All || (self == Pages::Lists && list))
    }
}

/// A Markdown body: the page of its record holds only elements, attributes and addresses that the program writes.
pub fn body(bytes: &[u8]) {
    let text = format!("{FENCED}{}", text(bytes));
    site(&text, SETTING.settings.clone(), SETTING.rubric.clone(), Pages::Task);
}

/// Fences and YAML: a record is taken apart, and every fault found stands inside its text.
pub fn front_matter(bytes: &[u8]) {
    let text = text(bytes);
    for file in parsed(&text, &SETTING.rubric).files {
        for fault in &file.faults {
            let (start, end) = (fault.span.start as usize, fault.span.end as usize);
            assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end), "{fault:?}");
        }
        let located = |fault| Diagnostic::located(fault, &file.source.path, &text, Severity::Error);
        told(&file.faults.into_iter().map(located).collect::<Vec<_>>(), &text);
    }
}

/// A whole record, from its bytes to its page, the lists that name it and the messages about it.
pub fn record(bytes: &[u8]) {
    site(&text(bytes), SETTING.settings.clone(), SETTING.rubric.clone(), Pages::Lists);
}

/// `hieucan.yaml` and `rubric.yaml`: a file that is refused says why and where, and one that is taken makes a whole site.
pub fn settings(bytes: &[u8]) {
    let text = text(bytes);
    if let Some(settings) = taken(parse::settings(&source("hieucan.yaml", &text)), &text) {
        site(FENCED, settings, SETTING.rubric.clone(), Pages::All);
    }
    if let Some(rubric) = taken(parse::rubric(&source("rubric.yaml", &text)), &text) {
        site(FENCED, SETTING.settings.clone(), rubric, Pages::All);
    }
}

fn taken<T>(read: Result<T>, text: &str) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(Error::Unusable(problems)) if !problems.is_empty() => {
            told(&problems, text);
            None
        }
        Err(fault) => panic!("refused without a problem: {fault:?}"),
    }
}

/// The text of some bytes; files that are no UTF-8 never reach the parser.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// One record, read.
fn parsed(text: &str, rubric: &Rubric) -> Parsed {
    let file = RecordFile { path: "records/a.md".to_owned(), text: Ok(text.to_owned()) };
    parse::parse(vec![file], rubric, &SETTING.words)
}

/// The whole way of one record: parse, check, tally, report, render.
fn site(text: &str, settings: Settings, rubric: Rubric, pages: Pages) {
    let parsed = parsed(text, &rubric);
    let facts = Facts {
        settings,
        rubric,
        attachments: Attachments::default(),
        accepted: Vec::new(),
        findings: Vec::new(),
        as_of: as_of(),
        audience: Audience::Cell,
    };
    let checked = check::check(parsed, facts, Default::default);
    told(&checked.problems, text);
    let tally = tally::tally(&checked.logbook);
    let report = report::report(&checked.logbook, &tally);
    let read = |_: &_| Ok(Vec::new());
    let plan = render::plan(&report, &SETTING.theme, SETTING.catalog, &read).expect("a plan");
    for artifact in plan.iter().filter(|artifact| pages.has(artifact.path().as_str())) {
        let page = String::from_utf8(artifact.make().expect("a page")).expect("a page is text");
        let faults = oracle::faults(&page);
        assert!(faults.is_empty(), "{}: {}", artifact.path(), faults.join("\n"));
    }
}

fn as_of() -> Date {
    Date::new(2026, 6, 30).expect("a date")
}

/// Every problem stands inside its text and can be told in every format.
fn told(problems: &[Problem], text: &str) {
    let lines: Vec<&str> = text.split('\n').collect();
    for problem in problems {
        let line = lines.get((problem.at.line as usize).wrapping_sub(1));
        let inside = line.is_some_and(|line| (1..=characters(line) as u32 + 1).contains(&problem.at.column));
        assert!(inside, "outside the text: {problem:?}");
    }
    let findings = Findings { problems, as_of: as_of(), records: 1 };
    for format in Format::ALL {
        emit::write(format, &findings, SETTING.catalog, Colour::None, &mut std::io::sink()).expect("a sink takes all");
    }
}
