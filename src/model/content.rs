//! The fields of a record beside its claims: what the member wrote under each key, with the place of every text.
//!
//! A draft and a valid record share these types: nothing in them depends on the roster or the rubric. An item says
//! something when it has a text; days, ids, tags and words for yes and no only mark its place, as a blank form has them.

use crate::base::link;
use crate::base::period::Date;
use crate::base::source::{Span, Spanned, Text};

/// Kind of an evidence entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each variant is the word of the record format")]
pub enum EvidenceKind {
    File,
    Document,
    Link,
    Minutes,
    Commit,
    Quote,
}

impl EvidenceKind {
    /// Every kind.
    pub const ALL: [EvidenceKind; 6] =
        [Self::File, Self::Document, Self::Link, Self::Minutes, Self::Commit, Self::Quote];

    /// The word in records.
    pub fn id(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Document => "document",
            Self::Link => "link",
            Self::Minutes => "minutes",
            Self::Commit => "commit",
            Self::Quote => "quote",
        }
    }
}

/// An explicit evidence entry of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// Where the entry stands.
    pub span: Span,
    /// What kind of evidence.
    pub kind: Option<EvidenceKind>,
    /// Document number or other reference.
    pub reference: Option<Text>,
    /// Its date.
    pub date: Option<Spanned<Date>>,
    /// Address of a page.
    pub link: Option<Text>,
    /// Path of a file under the root.
    pub file: Option<Text>,
    /// What it shows.
    pub note: Option<Text>,
}

impl Evidence {
    /// Whether it is only words: a note without reference, file or a link that may lead somewhere.
    pub fn is_prose(&self) -> bool {
        self.reference.is_none() && !leads(self.link.as_ref()) && self.file.is_none()
    }
}

/// A product of the task (H2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Output {
    pub span: Span,
    pub name: Option<Text>,
    pub reference: Option<Text>,
    pub link: Option<Text>,
    pub file: Option<Text>,
}

impl Output {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        self.name.is_some() || self.reference.is_some() || leads(self.link.as_ref()) || self.file.is_some()
    }
}

/// Someone worked with (H3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Coordination {
    pub span: Span,
    pub with: Option<Text>,
    pub role: Option<Text>,
    pub basis: Option<Text>,
}

impl Coordination {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        self.with.is_some() || self.role.is_some() || self.basis.is_some()
    }
}

/// A weakness (H4) or a lesson (C6), with an optional tag that later records can name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Tagged {
    /// Where it stands.
    pub span: Span,
    /// What was written.
    pub text: Option<Text>,
    /// Its tag.
    pub tag: Option<Text>,
}

impl Tagged {
    /// Whether it says something; a tag alone names what another record describes.
    pub fn says_something(&self) -> bool {
        self.text.is_some() || self.tag.is_some()
    }
}

/// A progress note (C1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Progress {
    pub span: Span,
    pub on: Option<Spanned<Date>>,
    pub note: Option<Text>,
}

impl Progress {
    /// Whether it says something; a day alone says that the task was worked on.
    pub fn says_something(&self) -> bool {
        self.on.is_some() || self.note.is_some()
    }
}

/// A question asked before starting, and its answer (C2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Asked {
    /// The question.
    pub question: Option<Text>,
    /// The answer.
    pub answer: Option<Text>,
}

/// What the leaders asked for (C2).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Direction {
    pub span: Span,
    pub by: Option<Text>,
    pub on: Option<Spanned<Date>>,
    pub summary: Option<Text>,
    pub asked: Vec<Asked>,
}

impl Direction {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        let asked = |asked: &Asked| asked.question.is_some() || asked.answer.is_some();
        self.by.is_some() || self.summary.is_some() || self.asked.iter().any(asked)
    }
}

/// A regulation or directive relied on (C3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Reference {
    pub span: Span,
    pub reference: Option<Text>,
    pub title: Option<Text>,
    pub link: Option<Text>,
}

impl Reference {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        self.reference.is_some() || self.title.is_some() || leads(self.link.as_ref())
    }
}

/// A foreseen risk (C4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Risk {
    pub span: Span,
    pub risk: Option<Text>,
    pub response: Option<Text>,
    pub happened: Option<bool>,
}

impl Risk {
    /// Whether it says something; that it did not come true is what a blank form says as well.
    pub fn says_something(&self) -> bool {
        self.risk.is_some() || self.response.is_some()
    }
}

/// A step of the plan (C5).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Step {
    pub span: Span,
    pub id: Option<Text>,
    pub what: Option<Text>,
    pub start: Option<Spanned<Date>>,
    pub end: Option<Spanned<Date>>,
    pub after: Vec<Text>,
    pub with: Option<Text>,
    pub approval: Option<Text>,
}

impl Step {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        self.what.is_some() || self.with.is_some() || self.approval.is_some()
    }
}

/// A change that a leader made in a draft (C6).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Revision {
    pub span: Span,
    pub by: Option<Text>,
    pub change: Option<Text>,
    pub adopted: Option<bool>,
}

impl Revision {
    /// Whether it says something.
    pub fn says_something(&self) -> bool {
        self.by.is_some() || self.change.is_some()
    }
}

/// An objective cause of lateness.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Excuse {
    pub span: Span,
    pub reason: Option<Text>,
    pub confirmed_by: Option<Text>,
}

/// Everything a record says beside its claims and its body. Texts that are blank are absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the fields are the keys of the record format")]
pub struct Content {
    pub purpose: Option<Text>,
    pub procedure: Option<Text>,
    pub outputs: Vec<Output>,
    pub coordination: Vec<Coordination>,
    pub strengths: Vec<Text>,
    pub weaknesses: Vec<Tagged>,
    pub fixed: Vec<Text>,
    pub context: Vec<Text>,
    pub progress: Vec<Progress>,
    pub direction: Option<Direction>,
    pub references: Vec<Reference>,
    pub risks: Vec<Risk>,
    pub steps: Vec<Step>,
    pub archive: Option<Text>,
    pub revisions: Vec<Revision>,
    pub lessons: Vec<Tagged>,
    pub excused: Option<Excuse>,
}

impl Content {
    /// Drops the items that say nothing, so that what is no evidence is in no ledger, table or paper either.
    pub fn drop_blanks(&mut self) {
        self.outputs.retain(Output::says_something);
        self.coordination.retain(Coordination::says_something);
        self.weaknesses.retain(Tagged::says_something);
        self.progress.retain(Progress::says_something);
        self.direction.take_if(|direction| !direction.says_something());
        self.references.retain(Reference::says_something);
        self.risks.retain(Risk::says_something);
        self.steps.retain(Step::says_something);
        self.revisions.retain(Revision::says_something);
        self.lessons.retain(Tagged::says_something);
    }
}

/// Whether there is a link that leads a reader somewhere: what is told to be no address of a page or of mail says nothing.
fn leads(link: Option<&Text>) -> bool {
    link.is_some_and(|link| matches!(link::target(&link.value), link::Target::External(_)))
}
