//! A task log's own page: its claims in the order of the rubric, each with what stands behind it.

use super::{Claim, Exhibit, Mark, Person, Report};

/// Somebody named in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    /// The member at this place of the roster.
    Member(usize),
    /// Somebody else, as written.
    Other(&'a str),
}

impl<'a> From<&'a Person> for Who<'a> {
    fn from(person: &'a Person) -> Self {
        match person {
            Person::Member(member) => Who::Member(*member),
            Person::Other(written) => Who::Other(written),
        }
    }
}

/// What a record says of one criterion, and what stands behind it.
#[derive(Debug, Clone)]
pub struct ClaimRow<'a> {
    /// Place of the criterion in the rubric.
    pub criterion: usize,
    /// The claim.
    pub claim: &'a Claim,
    /// What has come of it.
    pub mark: Mark,
    /// Everything behind it, that which does not count included.
    pub exhibits: Vec<Exhibit<'a>>,
}

impl<'a> Report<'a> {
    /// The claims of a record.
    pub fn claims(&self, index: u32) -> Vec<ClaimRow<'a>> {
        let record = self.record(index);
        let numbered = record.claims.iter().zip(self.marks(index)).enumerate();
        let row = |(criterion, (claim, mark)): (usize, (&'a Claim, &Mark))| ClaimRow {
            criterion,
            claim,
            mark: *mark,
            exhibits: self.exhibits(record, criterion),
        };
        numbered.map(row).collect()
    }
}
