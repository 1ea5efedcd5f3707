//! Fingerprints of what pages draw on: a page whose sources are as they were need not be made again.
//!
//! Whatever is true of one record is in the print of that record: all that it says, what came of it when it was
//! checked, and what it takes from elsewhere. What is true of no single record is in the print of the cell.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Report, Scope};
use crate::base::digest::Digest;
use crate::base::period::Period;
use crate::model::body::{Body, Destination};
use crate::model::record::Record;

/// The fingerprints of a report.
pub struct Prints {
    /// Of what is true of no single record.
    pub cell: Digest,
    records: Vec<Digest>,
    members: Vec<Digest>,
    months: BTreeMap<Period, Digest>,
}

impl Prints {
    /// Of a record.
    pub fn record(&self, index: u32) -> Digest {
        self.records[index as usize]
    }

    /// Of everything that a member wrote.
    pub fn member(&self, member: usize) -> Digest {
        self.members[member]
    }

    /// Of the records that count in `period`, or at any time.
    pub fn period(&self, period: Option<Period>) -> Digest {
        let inside = |month: &Period| period.is_none_or(|period| period.contains(*month));
        Digest::of(&self.months.iter().filter(|(month, _)| inside(month)).collect::<Vec<_>>())
    }
}

impl Report<'_> {
    /// The fingerprints of all that it says.
    pub fn prints(&self) -> Prints {
        let records: Vec<Digest> = self.records().par_iter().map(|record| self.print(record)).collect();
        let mut members = vec![Vec::new(); self.members().len()];
        let mut months: BTreeMap<Period, Vec<Digest>> = BTreeMap::new();
        for (record, print) in self.records().iter().zip(&records) {
            members[record.member].push(*print);
            if let Some(month) = record.month() {
                months.entry(month).or_default().push(*print);
            }
        }
        Prints {
            cell: self.print_of_cell(),
            members: members.iter().map(Digest::of).collect(),
            months: months.into_iter().map(|(month, prints)| (month, Digest::of(&prints))).collect(),
            records,
        }
    }

    fn print_of_cell(&self) -> Digest {
        let logbook = self.logbook;
        let faulty: Vec<_> = self.faulty().iter().map(|record| (record, self.told(&record.path))).collect();
        let flags = (logbook.audience, self.withheld(), self.is_rated(), logbook.history.knowledge);
        let time = (self.as_of(), self.periods(Scope::Cell), self.left(), logbook.history.merged);
        Digest::of(&(&logbook.settings, &logbook.rubric, &logbook.ratings, faulty, flags, time, self.alone()))
    }

    fn print(&self, record: &Record) -> Digest {
        let bodies = std::iter::once(&record.body).chain(record.reviews.iter().map(|review| &review.body));
        let leads_to: Vec<_> = bodies.flat_map(|body| self.ends_of(body)).collect();
        let claimed = record.claims.iter().flat_map(|claim| &claim.evidence).filter_map(|entry| entry.file.as_ref());
        let outputs = record.content.outputs.iter().filter_map(|output| output.file.as_ref());
        let files: Vec<_> = claimed.chain(outputs).map(|file| self.attachments().get(&file.value)).collect();
        let problems: Vec<_> =
            self.problems_of(&record.path).into_iter().map(|shown| (shown.problem, shown.more)).collect();
        let reviews: Vec<_> = record
            .reviews
            .iter()
            .map(|review| (self.told(&review.path), self.logbook.reviewed.get(&review.path)))
            .collect();
        Digest::of(&(record, self.told(&record.path), leads_to, files, problems, reviews))
    }

    /// What the addresses of a body's links are made of.
    fn ends_of<'b>(&'b self, body: &'b Body) -> impl Iterator<Item = impl std::hash::Hash + 'b> {
        body.links.iter().map(|link| match link.leads_to {
            Destination::Nothing => (None, None),
            Destination::Record(index) => {
                let record = &self.records()[index];
                (Some((Some(record.member), record.part.as_str())), None)
            }
            Destination::Faulty(index) => {
                let record = &self.faulty()[index];
                (Some((record.member, record.part.as_str())), None)
            }
            Destination::Attachment(index) => (None, Some(&self.attachments().files()[index])),
        })
    }
}
