//! Reviews that others have replaced: nobody has to look again at what counts nowhere any more.

use std::collections::HashMap;

use super::Facts;
use super::judged::{Judged, claimed_level};
use crate::base::alike::looks;
use crate::base::diagnostic::Code;
use crate::base::period::Date;
use crate::base::source::Span;
use crate::model::member::Person;
use crate::model::review::{Rater, Standing, turn};
use crate::parse::DraftLevel;

/// Who reviewed which record for whom. A stranger is known by what the name looks like.
type Reviewer = (usize, Person, Rater);

/// The day and the path of a review.
type Turn = (Date, String);

/// The latest verdicts that count.
#[derive(Default)]
struct Latest {
    /// By the reviewer and the criterion.
    of_hand: HashMap<(Reviewer, usize), Date>,
    /// By the record, for whom it was judged, and the criterion: of these the latest counts, whoever gave it.
    of_rater: HashMap<(usize, Rater, usize), Turn>,
}

/// Forgives what needs no second look: a review of which its own reviewer has replaced every verdict by one that counts,
/// and the missing reason of a verdict that its rater has replaced.
pub fn forgive(judged: &mut [Judged], facts: &Facts) {
    let mut latest = Latest::default();
    for judged in judged.iter().filter(|judged| judged.counts(facts)) {
        latest.note(judged, facts);
    }
    for judged in judged {
        let is_replaced = judged.is_replaced(&latest, facts);
        let outdone = judged.outdone(&latest, facts);
        judged.case.faults.retain(|fault| match fault.code {
            Code::StaleReview => !is_replaced,
            Code::VerdictWithoutReason => !is_replaced && !outdone.contains(&fault.span),
            _ => true,
        });
    }
}

impl Latest {
    fn note(&mut self, judged: &Judged, facts: &Facts) {
        let Some((hand, on)) = judged.hand(facts).zip(judged.on()) else { return };
        let path = judged.case.path();
        for criterion in judged.criteria(facts) {
            self.of_hand.entry((hand.clone(), criterion)).and_modify(|latest| *latest = on.max(*latest)).or_insert(on);
            let latest = self.of_rater.entry((hand.0, hand.2, criterion)).or_insert_with(|| (on, path.to_owned()));
            if turn(latest.0, &latest.1) < turn(on, path) {
                *latest = (on, path.to_owned());
            }
        }
    }
}

impl Judged {
    /// Whether it says something of its record as that stands now, and has no error.
    fn counts(&self, facts: &Facts) -> bool {
        self.standing == Standing::Valid && !self.case.file.draft.claims.is_empty() && !self.case.is_faulty(facts)
    }

    fn hand(&self, facts: &Facts) -> Option<Reviewer> {
        let by = &self.keys.by.as_ref()?.value;
        let stranger = || Person::Other(looks(by));
        let person = facts.settings.roster.find_person(by).map_or_else(stranger, Person::Member);
        Some((self.record?, person, self.keys.rater?))
    }

    /// The criteria on which it says a level.
    fn criteria(&self, facts: &Facts) -> impl Iterator<Item = usize> {
        let said = self.case.claims().filter(|(verdict, _)| claimed_level(&verdict.level, facts).is_some());
        said.filter_map(|(_, criterion)| criterion)
    }

    /// Whether each of its verdicts has a later one by the same hand; one that is stale, also one of the same day.
    fn is_replaced(&self, latest: &Latest, facts: &Facts) -> bool {
        let Some((hand, on)) = self.hand(facts).zip(self.on()) else { return false };
        let is_later = |later: &Date| on < *later || self.standing == Standing::Stale && on == *later;
        let later = |criterion| latest.of_hand.get(&(hand.clone(), criterion));
        let mut later = self.criteria(facts).map(later).peekable();
        later.peek().is_some() && later.all(|later| later.is_some_and(is_later))
    }

    /// Where its levels stand that a later verdict of the same rater has replaced.
    fn outdone(&self, latest: &Latest, facts: &Facts) -> Vec<Span> {
        let Some(((record, _, rater), on)) = self.hand(facts).zip(self.on()) else { return Vec::new() };
        let is_outdone = |criterion: usize| {
            let later = latest.of_rater.get(&(record, rater, criterion));
            later.is_some_and(|(day, path)| turn(on, self.case.path()) < turn(*day, path))
        };
        let outdone = self.case.claims().filter(|(_, criterion)| criterion.is_some_and(is_outdone));
        outdone
            .filter_map(|(verdict, _)| match &verdict.level {
                DraftLevel::Written(written) => Some(written.span),
                DraftLevel::Listed | DraftLevel::Blank | DraftLevel::Missing => None,
            })
            .collect()
    }
}
