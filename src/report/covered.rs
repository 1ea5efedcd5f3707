//! What a review covers, in plain words: each claim with its level, its reason and the evidence that counts.

use super::{Exhibit, Label, Part, Report, Weight, Who};
use crate::base::i18n::Catalog;

/// A claim as a reviewer is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The criterion's id.
    pub criterion: String,
    /// Its label.
    pub label: String,
    /// The level claimed, as the rubric words it.
    pub level: String,
    /// The reason given.
    pub reason: Option<String>,
    /// What stands behind it, a line each.
    pub evidence: Vec<String>,
}

impl Report<'_> {
    /// The claims of the record at `index`, in the order of the rubric.
    pub fn covered(&self, index: u32, catalog: &Catalog) -> Vec<Covered> {
        let rows = self.claims(index).into_iter();
        let covered = rows.filter_map(|row| {
            let (criterion, level) = (&self.rubric().criteria[row.criterion], row.claim.level?);
            let worded = self.rubric().level(level);
            let counting = row.exhibits.iter().filter(|exhibit| exhibit.weight == Weight::Counts);
            Some(Covered {
                criterion: criterion.id.clone(),
                label: criterion.label.get(catalog.lang()).to_owned(),
                level: worded.map_or(level.id(), |level| level.label.get(catalog.lang())).to_owned(),
                reason: row.claim.reason.as_ref().map(|reason| reason.value.clone()),
                evidence: counting.map(|exhibit| self.line(exhibit, catalog)).collect(),
            })
        });
        covered.collect()
    }

    fn line(&self, exhibit: &Exhibit<'_>, catalog: &Catalog) -> String {
        let label = match exhibit.label {
            Label::Field(field) => catalog.text(&format!("field-{}", field.id().replace('_', "-"))),
            Label::Entry(Some(kind)) => catalog.text(&format!("evidence-kind-{}", kind.id())),
            Label::Entry(None) => catalog.text("evidence-entry"),
            Label::Section => catalog.text("evidence-section"),
        };
        let parts: Vec<String> = exhibit.parts.iter().filter_map(|part| self.part(part, catalog)).collect();
        if parts.is_empty() { label } else { format!("{label}: {}", parts.join(" · ")) }
    }

    fn part(&self, part: &Part<'_>, catalog: &Catalog) -> Option<String> {
        let lang = catalog.lang();
        Some(match part {
            Part::Quote(text) | Part::Text(text) | Part::Response(text) | Part::Reference(text) | Part::Basis(text) => {
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            }
            Part::Asked(text) | Part::Answered(text) | Part::Link(text) | Part::File(text) => (*text).to_owned(),
            Part::Person(Who::Member(member)) => self.members()[*member].name.clone(),
            Part::Person(Who::Other(written)) => (*written).to_owned(),
            Part::On(date) => date.label(lang),
            Part::During(from, to) => format!("{} – {}", from.label(lang), to.label(lang)),
            Part::InTime(done, due) => format!("{} ≤ {}", done.label(lang), due.label(lang)),
            Part::Adopted(_) | Part::Happened(_) | Part::Tag(_) => return None,
        })
    }
}
