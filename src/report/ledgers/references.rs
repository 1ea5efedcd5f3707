//! The register of regulations and directives: each once, with the tasks that relied on it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Ledger;
use super::coordination::most_of;
use crate::base::document::{Form, number};
use crate::base::period::Date;
use crate::base::text::prose_key;
use crate::report::{Reference, Report};

/// A document that tasks relied on.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Whose form its number has; nothing when it has no number.
    pub form: Option<Form>,
    /// Its number, or what stands in place of one, as written the last time.
    pub written: &'a str,
    /// Its title, as written the last time.
    pub title: Option<&'a str>,
    /// Its address, as written the last time.
    pub link: Option<&'a str>,
    /// The tasks that relied on it, the latest last.
    pub records: Vec<u32>,
}

/// The documents that a page can show.
#[derive(Debug, Clone)]
pub struct Documents<'a> {
    /// By form (Party, State, others), then by number.
    pub shown: Vec<Document<'a>>,
    /// How many there are in all.
    pub all: usize,
    /// Each one shown was relied on by at least so many tasks.
    pub fewest: u32,
}

/// What documents are put in order by; equal documents have equal keys.
type Key = (u8, u32, String);

fn key(written: &str) -> (Option<Form>, Key) {
    match number(written) {
        Some(number) => {
            let digits: String = number.key.chars().take_while(char::is_ascii_digit).collect();
            (Some(number.form), (number.form as u8, digits.parse().unwrap_or_default(), number.key))
        }
        None => (None, (u8::MAX, 0, prose_key(written))),
    }
}

impl<'a> Report<'a> {
    /// The register: at most `most` documents, those with fewer tasks left out together.
    pub fn documents(&self, most: usize) -> Documents<'a> {
        let mut found: BTreeMap<Key, Document<'a>> = BTreeMap::new();
        let mut uses: Vec<(Date, u32, &'a Reference)> = Vec::new();
        for row in self.ledger(Ledger::References).rows() {
            let record = self.record(row.record);
            uses.push((record.schedule.counts_on(), row.record, &record.content.references[row.item as usize]));
        }
        uses.sort_by_key(|(on, record, _)| (*on, *record));
        let keyed = |(_, record, reference): (Date, u32, &'a Reference)| {
            let written = reference.reference.as_ref().or(reference.title.as_ref())?;
            Some((record, reference, written, key(&written.value)))
        };
        let keyed: Vec<_> = uses.into_par_iter().map(keyed).collect();
        for (record, reference, written, (form, key)) in keyed.into_iter().flatten() {
            let document = found.entry(key).or_insert(Document {
                form,
                written: &written.value,
                title: None,
                link: None,
                records: Vec::new(),
            });
            if document.records.last() != Some(&record) {
                document.records.push(record);
            }
            document.written = &written.value;
            document.title = reference.title.as_ref().map(|title| title.value.as_str()).or(document.title);
            document.link = reference.link.as_ref().map(|link| link.value.as_str()).or(document.link);
        }
        let all = found.len();
        let (shown, fewest) = most_of(found.into_values().collect(), most, |document| document.records.len() as u32);
        Documents { shown, all, fewest }
    }
}
