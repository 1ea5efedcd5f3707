//! A task log's own page: its claims in the order of the rubric, each with what stands behind it.

use crate::model::review::latest;

use super::{Claim, Exhibit, Mark, Person, Rater, Report, Review, Standing, Verdict};

/// Somebody named in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// The verdict of a rater that stands beside a claim.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Number of its review on the page, from 1.
    pub number: usize,
    /// Its review.
    pub review: &'a Review,
    /// The verdict.
    pub verdict: &'a Verdict,
}

impl<'a> Given<'a> {
    /// Of the `reviews` of a record, the latest last: the rater's latest valid verdict on the criterion, else the latest
    /// that is stale, else the latest of all.
    pub fn of(reviews: &'a [Review], rater: Rater, criterion: usize) -> Option<Self> {
        let latest = |standing: Standing| {
            let (place, verdict) = latest(reviews, (rater, standing), criterion)?;
            Some(Self { number: place + 1, review: &reviews[place], verdict })
        };
        [Standing::Valid, Standing::Stale, Standing::OwnRecord, Standing::OwnCommit].into_iter().find_map(latest)
    }
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
