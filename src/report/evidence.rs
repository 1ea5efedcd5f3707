//! What stands behind a claim, as a page shows it: where it stands in the record, its parts, whether it counts.

use super::{Content, Direction, Evidence, EvidenceKind, Field, Record, Report, Tagged, Weight, Who};
use crate::base::period::Date;
use crate::base::source::{Spanned, Text};
use crate::model::record::{Proof, ProofSource};

/// Where a piece of evidence stands in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// In this field.
    Field(Field),
    /// In an explicit entry, of this kind when it says so.
    Entry(Option<EvidenceKind>),
    /// Under a heading tagged with the criterion.
    Section,
}

/// A part of a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// The member's own prose.
    Quote(&'a str),
    /// Another text, such as the name of an output.
    Text(&'a str),
    /// What is to be done about the text before it.
    Response(&'a str),
    /// Number of a document.
    Reference(&'a str),
    /// What somebody's part in the work rests on.
    Basis(&'a str),
    /// What the member asked.
    Asked(&'a str),
    /// The answer to it.
    Answered(&'a str),
    /// Somebody.
    Person(Who<'a>),
    /// A day.
    On(Date),
    /// From one day to another.
    During(Date, Date),
    /// An address as written; where it may lead is not decided here.
    Link(&'a str),
    /// A file under the root.
    File(&'a str),
    /// Done on the first day, due on the second.
    InTime(Date, Date),
    /// Whether a change or an idea was taken over.
    Adopted(bool),
    /// Whether a risk came true.
    Happened(bool),
    /// A tag that other records can name.
    Tag(&'a str),
}

impl Part<'_> {
    /// What stands between it and the part `before` it: what somebody said, did or was to do follows a colon.
    pub fn joint(&self, before: &Part<'_>) -> &'static str {
        match (before, self) {
            (_, Part::Quote(_)) | (Part::Person(_) | Part::On(_) | Part::Text(_), Part::Text(_)) => ": ",
            (_, Part::Tag(_) | Part::Adopted(_) | Part::Answered(_)) => " ",
            (_, Part::Asked(_)) => ". ",
            (_, Part::Response(_)) => " → ",
            _ => ", ",
        }
    }
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit<'a> {
    /// Where it stands.
    pub label: Label,
    /// Whether it counts, and if not, why.
    pub weight: Weight,
    /// What it says, in order.
    pub parts: Vec<Part<'a>>,
}

impl<'a> Report<'a> {
    /// Everything that stands behind `criterion` on `record`, that which does not count included.
    pub fn exhibits(&self, record: &'a Record, criterion: usize) -> Vec<Exhibit<'a>> {
        record.claims[criterion].proofs.iter().map(|proof| self.exhibit(record, criterion, proof)).collect()
    }

    /// How many pieces of evidence that count stand behind `criterion` on `records`.
    pub fn evidence_count(&self, records: &[u32], criterion: usize) -> usize {
        let proofs = records.iter().flat_map(|index| &self.record(*index).claims[criterion].proofs);
        proofs.filter(|proof| proof.weight == Weight::Counts).count()
    }

    fn exhibit(&self, record: &'a Record, criterion: usize, proof: &Proof) -> Exhibit<'a> {
        let (label, parts) = match proof.source {
            ProofSource::Explicit(i) => {
                let entry = &record.claims[criterion].evidence[i as usize];
                (Label::Entry(entry.kind), entry_parts(entry))
            }
            ProofSource::Field(Field::OnTime, _) => (Label::Field(Field::OnTime), in_time(record)),
            ProofSource::Field(field, i) => (Label::Field(field), self.field_parts(&record.content, field, i as usize)),
            ProofSource::Section(i) => (Label::Section, vec![Part::Quote(&record.body.sections[i as usize].plain)]),
        };
        Exhibit { label, weight: proof.weight, parts }
    }

    fn field_parts(&self, content: &'a Content, field: Field, i: usize) -> Vec<Part<'a>> {
        match field {
            Field::Purpose => quote(content.purpose.as_ref()),
            Field::Procedure => quote(content.procedure.as_ref()),
            Field::Archive => text(content.archive.as_ref()),
            Field::Strengths => quote(content.strengths.get(i)),
            Field::Context => quote(content.context.get(i)),
            Field::Weaknesses => content.weaknesses.get(i).map(tagged).unwrap_or_default(),
            Field::Lessons => content.lessons.get(i).map(tagged).unwrap_or_default(),
            Field::Direction => content.direction.as_ref().map(|given| self.direction(given)).unwrap_or_default(),
            Field::Revisions => self.revision(content, i),
            Field::Coordination => self.coordination(content, i),
            Field::OnTime => Vec::new(),
            _ => listed(content, field, i),
        }
    }

    fn direction(&self, direction: &'a Direction) -> Vec<Part<'a>> {
        let by = direction.by.as_ref().map(|by| Part::Person(self.who(&by.value)));
        let summary = direction.summary.as_ref().map(|summary| Part::Quote(&summary.value));
        let questions = direction.asked.iter().flat_map(|asked| {
            let question = asked.question.as_ref().map(|text| Part::Asked(&text.value));
            question.into_iter().chain(asked.answer.as_ref().map(|text| Part::Answered(&text.value)))
        });
        by.into_iter().chain(on(direction.on.as_ref())).chain(summary).chain(questions).collect()
    }

    fn coordination(&self, content: &'a Content, i: usize) -> Vec<Part<'a>> {
        let Some(with) = content.coordination.get(i) else { return Vec::new() };
        let who = with.with.as_ref().map(|with| Part::Person(self.who(&with.value)));
        let basis = with.basis.as_ref().map(|basis| Part::Basis(&basis.value));
        who.into_iter().chain(plain(with.role.as_ref())).chain(basis).collect()
    }

    fn revision(&self, content: &'a Content, i: usize) -> Vec<Part<'a>> {
        let Some(revision) = content.revisions.get(i) else { return Vec::new() };
        let by = revision.by.as_ref().map(|by| Part::Person(self.who(&by.value)));
        let change = revision.change.as_ref().map(|change| Part::Text(&change.value));
        by.into_iter().chain(change).chain(revision.adopted.map(Part::Adopted)).collect()
    }
}

/// The item at `i` of a field that is a list of maps.
fn listed(content: &Content, field: Field, i: usize) -> Vec<Part<'_>> {
    let parts: Option<Vec<Option<Part<'_>>>> = match field {
        Field::Outputs => content.outputs.get(i).map(|output| {
            let (name, link) = (output.name.as_ref(), output.link.as_ref());
            vec![plain(name), reference(output.reference.as_ref()), address(link), file(output.file.as_ref())]
        }),
        Field::Progress => content.progress.get(i).map(|entry| vec![on(entry.on.as_ref()), plain(entry.note.as_ref())]),
        Field::References => content.references.get(i).map(|basis| {
            vec![reference(basis.reference.as_ref()), plain(basis.title.as_ref()), address(basis.link.as_ref())]
        }),
        Field::Risks => content.risks.get(i).map(|risk| {
            let response = risk.response.as_ref().map(|response| Part::Response(&response.value));
            vec![plain(risk.risk.as_ref()), response, risk.happened.map(Part::Happened)]
        }),
        Field::Steps => content.steps.get(i).map(|step| {
            let days = match (&step.start, &step.end) {
                (Some(start), Some(end)) => Some(Part::During(start.value, end.value)),
                (start, end) => on(start.as_ref().or(end.as_ref())),
            };
            vec![plain(step.what.as_ref().or(step.id.as_ref())), days]
        }),
        _ => None,
    };
    parts.unwrap_or_default().into_iter().flatten().collect()
}

fn entry_parts(entry: &Evidence) -> Vec<Part<'_>> {
    let note = entry.note.as_ref().map(|note| Part::Quote(&note.value));
    let (link, file) = (address(entry.link.as_ref()), file(entry.file.as_ref()));
    [reference(entry.reference.as_ref()), on(entry.date.as_ref()), link, file, note].into_iter().flatten().collect()
}

fn in_time(record: &Record) -> Vec<Part<'_>> {
    match (record.schedule.done, record.schedule.due) {
        (Some(done), Some(due)) => vec![Part::InTime(done, due)],
        _ => Vec::new(),
    }
}

fn tagged(item: &Tagged) -> Vec<Part<'_>> {
    let text = item.text.as_ref().map(|text| Part::Quote(&text.value));
    text.into_iter().chain(item.tag.as_ref().map(|tag| Part::Tag(&tag.value))).collect()
}

fn quote(text: Option<&Text>) -> Vec<Part<'_>> {
    text.map(|text| Part::Quote(&text.value)).into_iter().collect()
}

fn text(text: Option<&Text>) -> Vec<Part<'_>> {
    plain(text).into_iter().collect()
}

fn plain(text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| Part::Text(&text.value))
}

fn reference(text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| Part::Reference(&text.value))
}

fn address(text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| Part::Link(&text.value))
}

fn file(text: Option<&Text>) -> Option<Part<'_>> {
    text.map(|text| Part::File(&text.value))
}

fn on(date: Option<&Spanned<Date>>) -> Option<Part<'static>> {
    date.map(|date| Part::On(date.value))
}
