//! What the search looks into: the texts of a task log, one by one, as its page shows them.

use super::{Body, Claim, Content, Entry, Evidence, Field, Piece, Report, Review, Tagged, Who};
use crate::base::html::push_text;
use crate::base::source::Text;

/// Where in a log a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A field of the log.
    Field(Field),
    /// A product that has a document number.
    Document,
    /// The reason or the evidence of a claim.
    Claim,
    /// An objective cause of lateness.
    Excuse,
    /// A reviewer's words.
    Review,
    /// The body.
    Body,
}

impl Said {
    /// Its place among all: fields first, in their order.
    pub fn place(self) -> usize {
        match self {
            Said::Field(field) => field as usize,
            Said::Document => Field::ALL.len(),
            Said::Claim => Field::ALL.len() + 1,
            Said::Excuse => Field::ALL.len() + 2,
            Said::Review => Field::ALL.len() + 3,
            Said::Body => Field::ALL.len() + 4,
        }
    }
}

/// Hears the texts of a log.
pub type Say<'s> = &'s mut dyn FnMut(Said, &str);

impl Report<'_> {
    /// The texts of a log beside its title, those first that tell most of it. Nothing of a record that may not be shown.
    pub fn texts_of(&self, entry: Entry, say: Say<'_>) {
        let mut teller = Teller { report: self, joined: String::new(), say };
        match entry {
            Entry::Record(index) => {
                let record = self.record(index);
                teller.foremost(&record.content);
                teller.body(Said::Body, &record.body);
                teller.rest(&record.content);
                record.claims.iter().for_each(|claim| teller.claim(claim));
                record.reviews.iter().for_each(|review| teller.review(review));
            }
            Entry::Faulty(index) => {
                if let Some(readable) = self.faulty()[index as usize].readable.as_deref() {
                    teller.foremost(&readable.content);
                    teller.body(Said::Body, &readable.body);
                    teller.rest(&readable.content);
                }
            }
        }
    }

    /// The title of a log; its id where none may be told.
    pub fn title_of(&self, entry: Entry) -> &str {
        match entry {
            Entry::Record(index) => &self.record(index).title,
            Entry::Faulty(index) => {
                let record = &self.faulty()[index as usize];
                record.readable.as_ref().and_then(|readable| readable.title.as_deref()).unwrap_or(&record.id)
            }
        }
    }

    /// The documents that a log brought about: products with a number, by their place in [`Content::outputs`].
    pub fn documents_of(&self, entry: Entry) -> impl Iterator<Item = usize> {
        let outputs = self.content_of(entry).map_or(&[][..], |content| &content.outputs);
        outputs.iter().enumerate().filter(|(_, output)| output.reference.is_some()).map(|(place, _)| place)
    }

    /// A product as it is called: its name and its number.
    pub fn document_text(&self, entry: Entry, place: usize) -> String {
        let Some(content) = self.content_of(entry) else { return String::new() };
        let output = &content.outputs[place];
        let parts = [&output.name, &output.reference].into_iter().flatten().map(|text| text.value.as_str());
        parts.collect::<Vec<_>>().join(", ")
    }

    fn content_of(&self, entry: Entry) -> Option<&Content> {
        match entry {
            Entry::Record(index) => Some(&self.record(index).content),
            Entry::Faulty(index) => self.faulty()[index as usize].readable.as_deref().map(|readable| &readable.content),
        }
    }
}

/// Tells the texts of one log, parts of one item joined.
struct Teller<'r, 's, 'a> {
    report: &'r Report<'a>,
    joined: String,
    say: Say<'s>,
}

impl Teller<'_, '_, '_> {
    /// The fields that are sought most.
    fn foremost(&mut self, content: &Content) {
        for output in &content.outputs {
            let said = if output.reference.is_some() { Said::Document } else { Said::Field(Field::Outputs) };
            self.part(output.name.as_ref());
            self.part(output.reference.as_ref());
            self.file(output.file.as_ref());
            self.tell(said);
        }
        self.item(Field::Purpose, &content.purpose);
        self.tagged(Field::Weaknesses, &content.weaknesses);
        self.tagged(Field::Lessons, &content.lessons);
        content.references.iter().for_each(|one| self.parts(Field::References, &[&one.reference, &one.title]));
        if let Some(direction) = &content.direction {
            self.person(direction.by.as_ref());
            self.part(direction.summary.as_ref());
            self.tell(Said::Field(Field::Direction));
            direction.asked.iter().for_each(|asked| self.parts(Field::Direction, &[&asked.question, &asked.answer]));
        }
    }

    fn rest(&mut self, content: &Content) {
        self.item(Field::Procedure, &content.procedure);
        self.texts(Field::Strengths, &content.strengths);
        self.texts(Field::Context, &content.context);
        content.risks.iter().for_each(|one| self.parts(Field::Risks, &[&one.risk, &one.response]));
        for step in &content.steps {
            self.part(step.what.as_ref());
            self.person(step.with.as_ref());
            self.person(step.approval.as_ref());
            self.tell(Said::Field(Field::Steps));
        }
        for with in &content.coordination {
            self.person(with.with.as_ref());
            self.part(with.role.as_ref());
            self.part(with.basis.as_ref());
            self.tell(Said::Field(Field::Coordination));
        }
        content.progress.iter().for_each(|one| self.item(Field::Progress, &one.note));
        self.item(Field::Archive, &content.archive);
        for revision in &content.revisions {
            self.person(revision.by.as_ref());
            self.part(revision.change.as_ref());
            self.tell(Said::Field(Field::Revisions));
        }
        self.texts(Field::Weaknesses, &content.fixed);
        if let Some(excuse) = &content.excused {
            self.items(Said::Excuse, &[&excuse.reason]);
        }
    }

    fn claim(&mut self, claim: &Claim) {
        self.part(claim.reason.as_ref());
        self.tell(Said::Claim);
        claim.evidence.iter().for_each(|evidence| self.evidence(evidence));
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.part(evidence.reference.as_ref());
        self.part(evidence.note.as_ref());
        self.file(evidence.file.as_ref());
        self.tell(Said::Claim);
    }

    fn review(&mut self, review: &Review) {
        for verdict in &review.verdicts {
            self.joined.push_str(verdict.reason.as_deref().unwrap_or_default());
            self.tell(Said::Review);
        }
        self.body(Said::Review, &review.body);
    }

    fn body(&mut self, said: Said, body: &Body) {
        for piece in &body.pieces {
            match piece {
                Piece::Html(html) => push_text(&mut self.joined, html),
                Piece::Image(_, alternative) => self.joined.push_str(alternative),
                Piece::LinkStart(_) | Piece::LinkEnd(_) => {}
            }
        }
        self.tell(said);
    }

    fn tagged(&mut self, field: Field, items: &[Tagged]) {
        items.iter().for_each(|item| self.parts(field, &[&item.text, &item.tag]));
    }

    fn texts(&mut self, field: Field, texts: &[Text]) {
        for text in texts {
            self.part(Some(text));
            self.tell(Said::Field(field));
        }
    }

    fn item(&mut self, field: Field, text: &Option<Text>) {
        self.parts(field, &[text]);
    }

    fn parts(&mut self, field: Field, parts: &[&Option<Text>]) {
        self.items(Said::Field(field), parts);
    }

    fn items(&mut self, said: Said, parts: &[&Option<Text>]) {
        parts.iter().for_each(|part| self.part(part.as_ref()));
        self.tell(said);
    }

    fn part(&mut self, part: Option<&Text>) {
        if let Some(text) = part {
            self.add(&text.value);
        }
    }

    /// Somebody as the pages call them.
    fn person(&mut self, written: Option<&Text>) {
        let Some(written) = written else { return };
        match self.report.who(&written.value) {
            Who::Member(member) => self.add(&self.report.members()[member].name),
            Who::Other(name) => self.add(name),
        }
    }

    /// Of a file its name: the folders may tell whose it is.
    fn file(&mut self, path: Option<&Text>) {
        let name = path.and_then(|path| path.value.rsplit('/').next());
        name.into_iter().for_each(|name| self.add(name));
    }

    fn add(&mut self, text: &str) {
        if self.joined.ends_with(['.', '?', '!']) {
            self.joined.push(' ');
        } else if !self.joined.is_empty() {
            self.joined.push_str(", ");
        }
        self.joined.push_str(text);
    }

    fn tell(&mut self, said: Said) {
        if !self.joined.is_empty() {
            (self.say)(said, &self.report.veiled(&self.joined));
            self.joined.clear();
        }
    }
}
