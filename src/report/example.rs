//! A small logbook for tests: two members with three records and one record with errors.

use std::collections::HashMap;

use crate::base::period::{Date, Period};
use crate::base::source::{Span, Spanned, Text};
use crate::model::audience::Audience;
use crate::model::history::{Author, Commit, History, Provenance};
use crate::model::logbook::Logbook;
use crate::model::member::Roster;
use crate::model::record::{Proof, ProofSource};
use crate::model::rubric::Subject;
use crate::model::settings::{ClosedPeriod, Settings};

use super::*;

/// A date of a test.
pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).expect("a date of the test")
}

/// A period of a test.
pub(crate) fn period(text: &str) -> Period {
    Period::parse(text).expect("a period of the test")
}

/// A written text of a test.
pub(crate) fn text(value: &str) -> Text {
    Spanned::new(value.to_owned(), Span::default())
}

fn local(text: &str) -> LocalText {
    LocalText { vi: Some(text.to_owned()), en: None }
}

fn criterion(id: &str, label: &str, evidence: Vec<Field>) -> Criterion {
    Criterion {
        id: id.to_owned(),
        group: usize::from(id.starts_with('C')),
        label: local(label),
        text: local(&format!("Hiểu rõ {label};")),
        phase: vec![Phase::Before, Phase::During],
        na_allowed: true,
        evidence,
        state: State::Active,
    }
}

fn group(id: &str, label: &str) -> Group {
    Group { id: id.to_owned(), label: local(label), polarity: Polarity::default(), subject: Subject::default() }
}

fn rubric() -> Rubric {
    let levels = [(LevelId::Met, "đạt"), (LevelId::Partial, "đạt một phần"), (LevelId::Unmet, "chưa đạt")];
    let levels = levels.into_iter().chain([(LevelId::Na, "không áp dụng")]);
    let levels = levels.map(|(id, label)| Level { id, label: local(label), means: local(label) }).collect();
    let criteria = vec![
        criterion("H1", "Mục đích", vec![Field::Purpose]),
        criterion("H2", "Sản phẩm", vec![Field::Outputs]),
        criterion("C1", "Tiến độ", vec![Field::Progress, Field::OnTime]),
        criterion("C4", "Dự báo", vec![Field::Risks]),
    ];
    let (id, title) = (("mau".to_owned(), 1), (local("Bộ mẫu"), local("Nguồn")));
    Rubric::new(id, title, None, levels, vec![group("hieu", "Hiểu"), group("can", "Cần")], criteria)
}

/// A member of a test.
pub(crate) fn member(id: &str, name: &str) -> Member {
    Member {
        id: id.to_owned(),
        name: name.to_owned(),
        emails: Vec::new(),
        role: Role::Member,
        position: Some("Chuyên viên".to_owned()),
        group: None,
        from: None,
        until: None,
        away: Vec::new(),
    }
}

/// A claim of `met+` has evidence that counts, one of `met~` a placeholder, one of `met` nothing; `-` claims nothing.
fn claim(written: &str, field: Field) -> Claim {
    let level = LevelId::ALL.into_iter().find(|level| level.id() == written.trim_end_matches(['+', '~']));
    let proof = |weight| vec![Proof { source: ProofSource::Field(field, 0), weight }];
    let proofs = match written.chars().last() {
        Some('+') => proof(Weight::Counts),
        Some('~') => proof(Weight::Placeholder),
        _ => Vec::new(),
    };
    Claim { level, proofs, ..Claim::default() }
}

const FIELDS: [Field; 4] = [Field::Purpose, Field::Outputs, Field::OnTime, Field::Risks];

/// A record of the member at `member`, done (or due, when open) on `day`.
pub(crate) fn record(id: &str, member: usize, day: &str, timeliness: Timeliness, claims: [&str; 4]) -> Record {
    let day = date(day);
    let open = matches!(timeliness, Timeliness::Overdue | Timeliness::Drifting | Timeliness::Open);
    let content = Content {
        purpose: Some(text("Để mọi đảng viên nắm được việc & làm đúng hạn")),
        outputs: vec![Output {
            name: Some(text("Kế hoạch <đợt 1>")),
            reference: Some(text("12-KH/BTG")),
            ..Output::default()
        }],
        risks: vec![Risk {
            risk: Some(text("Trời mưa")), response: Some(text("Vào hội trường")), ..Risk::default()
        }],
        ..Content::default()
    };
    Record {
        id: id.to_owned(),
        part: id.rsplit('/').next().unwrap_or_default().to_owned(),
        path: format!("records/2026/{id}.md"),
        title: format!("Việc «{id}»"),
        member,
        schedule: Schedule {
            assigned: date("2026-01-05"),
            due: Some(day),
            done: (!open).then_some(day),
            status: if open { Status::Doing } else { Status::Done },
        },
        kind: Some(Kind::Planned),
        assigned_by: Some(Person::Member(0)),
        excuse_counts: false,
        claims: claims.into_iter().zip(FIELDS).map(|(written, field)| claim(written, field)).collect(),
        content,
        weightless: Vec::new(),
        body: Body::default(),
        timeliness,
        warnings: 0,
        reviews: Vec::new(),
        faulty_reviews: 0,
    }
}

/// A record with two errors whose member is known.
pub(crate) fn faulty(id: &str, member: Option<usize>) -> FaultyRecord {
    FaultyRecord {
        id: id.to_owned(),
        part: id.rsplit('/').next().unwrap_or_default().to_owned(),
        path: format!("records/2026/{id}.md"),
        errors: 2,
        warnings: 0,
        member,
        month: Period::parse("2026-05"),
        cancelled: false,
        readable: Some(Box::new(Readable { title: Some("Việc <hỏng>".to_owned()), ..Readable::default() })),
    }
}

/// The first record was committed once, and is being changed; the others were not.
fn history() -> History {
    let commit = Commit { author: 0, on: date("2026-05-12"), committed: date("2026-05-13") };
    let file = Provenance { first: Some(commit), last: commit, text: commit, changes: 1, edited: true };
    History {
        knowledge: Knowledge::Whole,
        head: Some("0123456789abcdef".to_owned()),
        authors: vec![Author {
            name: "Máy <b>".to_owned(),
            signed_name: "Máy <b>".to_owned(),
            email: "may@vidu.example".to_owned(),
            signed: "may@vidu.example".to_owned(),
        }],
        files: [("records/2026/le-anh/1.md".to_owned(), file)].into(),
        ..History::default()
    }
}

/// Lê Thị Ánh has two records of May and June, Vũ Văn An one of February; Đỗ B has none.
pub(crate) fn logbook() -> Logbook {
    let members = vec![member("vu-an", "Vũ Văn An"), member("le-anh", "Lê Thị Ánh"), member("do-b", "Đỗ B")];
    Logbook {
        settings: Settings {
            cell: Cell { id: "cb".to_owned(), name: "Chi bộ mẫu".to_owned(), parent: None, place: None },
            roster: Roster::new(members),
            closed: vec![ClosedPeriod { period: period("2026-05"), on: Some(date("2026-05-10")) }],
            ..Settings::default()
        },
        rubric: rubric(),
        as_of: date("2026-06-24"),
        records: vec![
            record("le-anh/1", 1, "2026-05-10", Timeliness::OnTime, ["met+", "partial+", "met+", "-"]),
            record("le-anh/2", 1, "2026-06-01", Timeliness::Overdue, ["met", "met~", "unmet", "-"]),
            record("vu-an/1", 0, "2026-02-10", Timeliness::OnTime, ["met+", "na", "met+", "met+"]),
        ],
        faulty: vec![faulty("le-anh/3", Some(1))],
        ratings: Vec::new(),
        attachments: Attachments::default(),
        history: history(),
        reviewed: HashMap::new(),
        left: Vec::new(),
        problems: Vec::new(),
        withheld: 1,
        audience: Audience::Cell,
    }
}
