//! A member's draft self-review of a year: what the logs say to each of its parts, and nothing that they do not.

use std::collections::HashSet;

use super::Item;
use crate::base::period::{Date, Period};
use crate::base::text::{fold, nfc};
use crate::model::review::first;
use crate::report::{
    LevelId, Loop, Naming, Outcome, Points, Rater, Record, Report, Review, Scope, Standing, Tagged, Timeliness, Weight,
    last_day,
};

/// What the logs of a year say to each part. Items stand by date, criteria in the order of the rubric.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelfReview<'r> {
    /// Products of tasks that are done.
    pub outputs: Vec<Item>,
    /// Strengths that the member wrote and that count, each at the first record that has it.
    pub strengths: Vec<Item>,
    /// Strong criteria.
    pub strong: Vec<usize>,
    /// Weaknesses that the member wrote; copied and short ones too, for what is often wrong is not made good by it.
    pub weaknesses: Vec<Item>,
    /// Tasks done late, or overdue; those that earlier years left overdue come first.
    pub late: Vec<u32>,
    /// Criteria that were not met by the member's own word.
    pub unmet: Vec<Unmet>,
    /// Weaknesses named before the year, with the latest naming of then and what has come of them.
    pub earlier: Vec<(&'r Loop<'r>, Naming<'r>)>,
    /// What reviewers found below the claim.
    pub raised: Vec<Raised>,
    /// Changes that leaders made in drafts.
    pub revisions: Vec<Item>,
    /// Weak criteria of the cell in which the member is not strong, and the member's own records in which they are weak, or
    /// missing.
    pub shared: Vec<(usize, Vec<u32>)>,
    /// Lessons that the member wrote and that count.
    pub lessons: Vec<Item>,
    /// Weaknesses that are not overcome, with the latest naming up to the end of the year.
    pub open: Vec<(&'r Loop<'r>, Naming<'r>)>,
    /// Criteria that go on to apply and were claimed, never with evidence.
    pub unshown: Vec<usize>,
    /// Criteria that go on to apply and were claimed at no level.
    pub unclaimed: Vec<usize>,
    /// Tasks that are not done, those of earlier years first.
    pub unfinished: Vec<u32>,
}

/// A criterion that a record says was not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmet {
    /// Place of the record in the logbook.
    pub record: u32,
    /// Place of the criterion in the rubric.
    pub criterion: usize,
}

/// A verdict below the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// Place of the record in the logbook.
    pub record: u32,
    /// Place of the review among those of the record.
    pub review: usize,
    /// Place of the criterion in the rubric.
    pub criterion: usize,
    /// Who speaks.
    pub rater: Rater,
    /// The day of the review.
    pub on: Date,
}

impl Report<'_> {
    /// What the logs of `member` say to the self-review of `year`.
    pub fn self_review(&self, member: usize, year: Period) -> SelfReview<'_> {
        let scope = Scope::Member(member);
        let sums = self.sums(scope, Some(year));
        let records = &sums.records;
        let Points { strong, unclaimed, .. } = self.points(sums);
        let until = |day: Date| {
            let with_naming = move |one| Some((one, self.named_until(one, day)?));
            self.loops_of(member).iter().filter_map(with_naming)
        };
        SelfReview {
            outputs: self.items(records, |record| {
                let done = record.schedule.done.is_some();
                record
                    .content
                    .outputs
                    .iter()
                    .map(|one| done && (one.name.is_some() || one.reference.is_some()))
                    .collect()
            }),
            strengths: self.strengths(records),
            shared: self.shared(records, year, &strong),
            strong,
            weaknesses: self.items(records, |record| {
                said(record, &record.content.weaknesses, |weight| weight != Weight::Placeholder)
            }),
            late: self.late(member, year),
            unmet: self.unmet(records),
            earlier: until(last_day(year.previous())).collect(),
            raised: self.raised(records),
            revisions: self
                .items(records, |record| record.content.revisions.iter().map(|one| one.change.is_some()).collect()),
            lessons: self
                .items(records, |record| said(record, &record.content.lessons, |weight| weight == Weight::Counts)),
            open: until(last_day(year)).filter(|(one, _)| one.is_open()).collect(),
            unshown: self.unshown_in(scope, year),
            unclaimed: unclaimed.into_iter().filter(|criterion| self.counts_after(*criterion, year)).collect(),
            unfinished: self.left_open(member, year),
        }
    }

    /// The items that `kept` keeps of each record.
    fn items(&self, records: &[u32], kept: impl Fn(&Record) -> Vec<bool>) -> Vec<Item> {
        let of_record = |index: &u32| {
            let (kept, record) = (kept(self.record(*index)), *index);
            let numbered = kept.into_iter().enumerate().filter(|(_, kept)| *kept);
            numbered.map(move |(item, _)| Item { record, item })
        };
        records.iter().flat_map(of_record).collect()
    }

    /// What counts as nothing is no strength; one that stands in two records is said once.
    fn strengths(&self, records: &[u32]) -> Vec<Item> {
        let mut said = HashSet::new();
        let counts = |record: &Record| {
            record.content.strengths.iter().map(|text| record.weight_of(text) == Weight::Counts).collect()
        };
        let mut items = self.items(records, counts);
        items.retain(|one| {
            let text = &self.record(one.record).content.strengths[one.item].value;
            let words: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
            said.insert(fold(&nfc(&words.join(" "))))
        });
        items
    }

    fn late(&self, member: usize, year: Period) -> Vec<u32> {
        let (owed, _) = self.open_around(member, year);
        let records = &self.sums(Scope::Member(member), Some(year)).records;
        let late = self.with_any(records, &[Timeliness::Late, Timeliness::Excused, Timeliness::Overdue]);
        [self.with_any(owed, &[Timeliness::Overdue]), late].concat()
    }

    fn left_open(&self, member: usize, year: Period) -> Vec<u32> {
        let (owed, _) = self.open_around(member, year);
        let records = &self.sums(Scope::Member(member), Some(year)).records;
        let open = self.with_any(records, &[Timeliness::Overdue, Timeliness::Drifting, Timeliness::Open]);
        [owed, &open].concat()
    }

    fn with_any(&self, records: &[u32], kinds: &[Timeliness]) -> Vec<u32> {
        records.iter().copied().filter(|index| kinds.contains(&self.record(*index).timeliness)).collect()
    }

    fn unmet(&self, records: &[u32]) -> Vec<Unmet> {
        let of_record = |record: &u32| {
            let (marks, record) = (self.marks(*record).iter().enumerate(), *record);
            let unmet = marks.filter(|(_, mark)| mark.counts && mark.level == Some(LevelId::Unmet));
            unmet.map(move |(criterion, _)| Unmet { record, criterion })
        };
        records.iter().flat_map(of_record).collect()
    }

    /// What the verdicts that count on `records` find below the claim, by the day of the review.
    pub(in crate::report) fn raised(&self, records: &[u32]) -> Vec<Raised> {
        let of_record = |record: &u32| {
            let (marks, record) = (self.marks(*record).iter().enumerate(), *record);
            let disputed = marks.filter(|(_, mark)| mark.counts && mark.outcome == Outcome::Disputed);
            disputed.filter_map(move |(criterion, _)| self.raised_on(record, criterion))
        };
        let mut found: Vec<Raised> = records.iter().flat_map(of_record).collect();
        found.sort_by_key(|one| one.on);
        found
    }

    /// The verdict that counts on a criterion of a record.
    fn raised_on(&self, record: u32, criterion: usize) -> Option<Raised> {
        let reviews = &self.record(record).reviews;
        let (review, _) = first(reviews, Standing::Valid, criterion)?;
        let Review { rater, on, .. } = reviews[review];
        Some(Raised { record, review, criterion, rater, on })
    }

    /// Of each weak criterion of the cell in which the member is not `strong`, the records of the member that claim it
    /// without evidence, not or not met.
    fn shared(&self, records: &[u32], year: Period, strong: &[usize]) -> Vec<(usize, Vec<u32>)> {
        let Points { weak, .. } = self.points(self.sums(Scope::Cell, Some(year)));
        let lacking = |criterion: usize| -> Vec<u32> {
            let lacks = |index: &u32| {
                let mark = &self.marks(*index)[criterion];
                let said = mark.level.is_none() || mark.level == Some(LevelId::Unmet) || mark.lacks_evidence();
                mark.counts && said
            };
            records.iter().copied().filter(lacks).collect()
        };
        let with_records = |criterion| (criterion, lacking(criterion));
        let weak = weak.into_iter().filter(|criterion| !strong.contains(criterion));
        weak.map(with_records).filter(|(_, records)| !records.is_empty()).collect()
    }

    fn unshown_in(&self, scope: Scope, year: Period) -> Vec<usize> {
        let scores = self.sums(scope, Some(year)).scores.iter().enumerate();
        let unshown = scores.filter(|(_, score)| score.claimed > 0 && score.evidenced == 0);
        unshown.map(|(criterion, _)| criterion).filter(|criterion| self.counts_after(*criterion, year)).collect()
    }

    /// The weaknesses of `member` that are not overcome, by the day on which each was first named.
    pub fn open_loops_of(&self, member: usize) -> impl Iterator<Item = &Loop<'_>> {
        self.loops_of(member).iter().filter(|one| one.is_open())
    }

    /// The weaknesses of `member`, by the day on which each was first named.
    fn loops_of(&self, member: usize) -> &[Loop<'_>] {
        let loops = self.loops();
        let start = loops.partition_point(|one| one.member < member);
        &loops[start..loops.partition_point(|one| one.member <= member)]
    }
}

/// Which of `items` say something in words of such a weight.
fn said(record: &Record, items: &[Tagged], keeps: impl Fn(Weight) -> bool) -> Vec<bool> {
    items.iter().map(|one| one.text.as_ref().is_some_and(|text| keeps(record.weight_of(text)))).collect()
}
