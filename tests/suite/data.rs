//! The data files of a small logbook, and that `docs/data-v1.md` says what they hold.

use std::collections::{BTreeMap, HashMap};

use hieucan::base::diagnostic::{Code, Problem};
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::{Date, Period};
use hieucan::export;
use hieucan::model::audience::Audience;
use hieucan::model::history::{Author, Commit, History, Knowledge, Provenance};
use hieucan::model::logbook::Logbook;
use hieucan::model::member::{Member, Role, Roster};
use hieucan::model::record::{
    Claim, FaultyRecord, Kind, Proof, ProofSource, Readable, Record, Schedule, Status, Timeliness, Weight,
};
use hieucan::model::rubric::{Criterion, Group, LevelId, LocalText, Polarity, Rubric, State, Subject};
use hieucan::model::settings::Settings;
use hieucan::render::route::Route;
use hieucan::report::data::Data;
use hieucan::tally::tally;

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date of the test")
}

fn vietnamese(text: &str) -> LocalText {
    LocalText { vi: Some(text.to_owned()), en: None }
}

fn criterion(id: &str, state: State) -> Criterion {
    Criterion {
        id: id.to_owned(),
        group: 0,
        label: vietnamese(id),
        text: vietnamese(id),
        phase: Vec::new(),
        na_allowed: true,
        evidence: Vec::new(),
        state,
    }
}

/// H1 and C4 in force, one still to come and one retired at the end of January.
fn rubric() -> Rubric {
    let group = Group {
        id: "g".to_owned(),
        label: vietnamese("g"),
        polarity: Polarity::default(),
        subject: Subject::default(),
    };
    let criteria = vec![
        criterion("H1", State::Active),
        criterion("C4", State::Active),
        criterion("C7", State::Upcoming),
        criterion("C8", State::Retired(date("2026-01-31"))),
    ];
    let title = (vietnamese("bộ"), vietnamese("nguồn"));
    Rubric::new(("5-hieu-6-can".to_owned(), 1), title, None, Vec::new(), vec![group], criteria)
}

fn member(id: &str, name: &str) -> Member {
    Member {
        id: id.to_owned(),
        name: name.to_owned(),
        emails: Vec::new(),
        role: Role::Member,
        position: None,
        group: None,
        from: None,
        until: None,
        away: Vec::new(),
    }
}

/// A claim of `met+` has evidence, one of `met` has none; `-` claims nothing.
fn claim(written: &str) -> Claim {
    let level = LevelId::ALL.into_iter().find(|level| level.id() == written.trim_end_matches('+'));
    let proof = Proof { source: ProofSource::Explicit(0), weight: Weight::Counts };
    let proofs = if written.ends_with('+') { vec![proof] } else { Vec::new() };
    Claim { level, proofs, ..Claim::default() }
}

fn record(id: &str, member: usize, done: &str, claims: [&str; 4]) -> Record {
    Record {
        id: id.to_owned(),
        part: id.rsplit('/').next().unwrap_or_default().to_owned(),
        path: format!("records/2026/{id}.md"),
        title: format!("Việc \"{id}\""),
        member,
        schedule: Schedule {
            assigned: date("2026-01-05"),
            due: Some(date("2026-01-20")),
            done: Some(date(done)),
            status: Status::Done,
        },
        kind: Some(Kind::Planned),
        assigned_by: None,
        excuse_counts: false,
        claims: claims.map(claim).to_vec(),
        content: Default::default(),
        weightless: Vec::new(),
        body: Default::default(),
        timeliness: Timeliness::OnTime,
        warnings: 0,
        reviews: Vec::new(),
        faulty_reviews: 0,
    }
}

fn cancelled(id: &str) -> Record {
    let mut record = record(id, 1, "2026-01-20", ["met+", "-", "-", "-"]);
    record.schedule.status = Status::Cancelled;
    record.schedule.done = None;
    record.kind = None;
    record.timeliness = Timeliness::None;
    record
}

fn faulty(id: &str, readable: Option<Readable>) -> FaultyRecord {
    FaultyRecord {
        id: id.to_owned(),
        part: "x".to_owned(),
        path: format!("records/2026/{id}.md"),
        errors: 2,
        warnings: 0,
        member: Some(0),
        month: Period::parse("2026-02"),
        cancelled: false,
        readable: readable.map(Box::new),
    }
}

/// The first record was committed once, and is being changed; the others were not.
fn history() -> History {
    let commit = Commit { author: 0, on: date("2026-01-21"), committed: date("2026-01-23") };
    let file = Provenance { first: Some(commit), last: commit, text: commit, changes: 1, edited: true };
    let email = "may@vidu.example".to_owned();
    History {
        knowledge: Knowledge::Whole,
        head: Some("0123456789abcdef".to_owned()),
        authors: vec![Author {
            name: "Máy <b>".to_owned(),
            signed_name: "Máy <b>".to_owned(),
            email: email.clone(),
            signed: email,
        }],
        files: [("records/2026/le-a/1.md".to_owned(), file)].into(),
        ..History::default()
    }
}

fn logbook() -> Logbook {
    let roster = Roster::new(vec![member("vu-b", "Vũ B"), member("le-a", "Lê A"), member("do-c", "Đỗ C")]);
    let title = Some("Báo cáo".to_owned());
    Logbook {
        settings: Settings { roster, ..Settings::default() },
        rubric: rubric(),
        as_of: date("2026-06-24"),
        records: vec![
            record("le-a/1", 1, "2026-01-19", ["met+", "partial", "met", "na"]),
            cancelled("le-a/2"),
            record("vu-b/1", 0, "2026-02-02", ["unmet", "-", "-", "met"]),
        ],
        faulty: vec![
            faulty("le-a/0-loi", Some(Readable { title, assigned: Some(date("2026-02-01")), ..Readable::default() })),
            faulty("vu-b/9-mat", None),
        ],
        ratings: Vec::new(),
        attachments: Default::default(),
        history: history(),
        reviewed: HashMap::new(),
        left: Vec::new(),
        problems: vec![Problem::of_file(Code::NotUtf8, "records/2026/le-a/0-loi.md")],
        withheld: 3,
        audience: Audience::Cell,
    }
}

/// Every data file by its path in the site.
fn files(lang: Lang) -> BTreeMap<String, String> {
    let (logbook, catalog) = (logbook(), Catalog::of(lang));
    let tally = tally(&logbook);
    let plan = export::plan(Data::new(&logbook, &tally), catalog);
    plan.iter()
        .map(|artifact| {
            let text = String::from_utf8(artifact.make().expect("no disk is touched")).expect("text");
            (artifact.path().to_string(), text)
        })
        .collect()
}

#[test]
fn the_files_of_a_small_logbook() {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for (path, text) in files(Lang::Vi) {
            insta::assert_snapshot!(path.replace(['/', '.'], "-"), text);
        }
    });
}

#[test]
fn json_is_json_and_csv_has_the_same_rows() {
    let files = files(Lang::En);
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".json")) {
        let value: serde_json::Value = serde_json::from_str(text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        assert_eq!(value["version"], 1, "{path}");
        assert_eq!((&value["as_of"], &value["rubric"]), (&"2026-06-24".into(), &"5-hieu-6-can@1".into()), "{path}");
    }
    let json: serde_json::Value = serde_json::from_str(&files["data/tallies.json"]).expect("JSON");
    let rows = json["rows"].as_array().expect("rows");
    let plain = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let columns: Vec<String> = rows[0].as_object().expect("a row").keys().cloned().collect();
    let mut lines = files["data/tallies.csv"].split("\r\n");
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let mut sorted = header.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, columns);
    for row in rows {
        let line: Vec<String> = header.iter().map(|name| plain(&row[*name])).collect();
        assert_eq!(lines.next(), Some(line.join(",").as_str()));
    }
    assert_eq!((lines.next(), lines.next()), (Some(""), None));
}

#[test]
fn data_files_stand_where_links_lead() {
    for path in files(Lang::Vi).into_keys() {
        let name = path.trim_start_matches("data/");
        assert_eq!(Route::Data(name).path().as_str(), path);
    }
}

/// The lines of the fenced block after `heading` of the document.
fn example<'a>(document: &'a str, heading: &str) -> &'a str {
    let section = document.split(&format!("## `{heading}`")).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
    let block = section.split("```").nth(1).unwrap_or_else(|| panic!("no example of {heading}"));
    block.split_once('\n').map_or("", |(_, lines)| lines)
}

/// Keys of the first row, in the order in which they are written.
fn row_keys(file: &str) -> Vec<String> {
    let row = file.lines().nth(1).unwrap_or_default().trim_end_matches(',');
    let value: serde_json::Value = serde_json::from_str(row).unwrap_or_else(|fault| panic!("{row}: {fault}"));
    let names = value.as_object().expect("a row");
    let mut places: Vec<_> = names.keys().map(|key| (row.find(&format!("\"{key}\":")), key.clone())).collect();
    places.sort();
    places.into_iter().map(|(_, key)| key).collect()
}

#[test]
fn the_document_shows_every_file_as_it_is() {
    let document = include_str!("../../docs/data-v1.md");
    for (path, text) in files(Lang::Vi) {
        let example = example(document, &path);
        if path.ends_with(".csv") {
            assert_eq!(example.lines().next(), text.split("\r\n").next(), "{path}");
        } else {
            serde_json::from_str::<serde_json::Value>(example).unwrap_or_else(|fault| panic!("{path}: {fault}"));
            assert_eq!(row_keys(example), row_keys(&text), "{path}");
            for key in row_keys(&text) {
                let section = document.split(&format!("## `{path}`")).nth(1).unwrap_or_default();
                let section = section.split("\n## ").next().unwrap_or_default();
                assert!(section.contains(&format!("| `{key}`")), "{path}: no line for {key}");
            }
        }
    }
}
