//! Known problems: each one that `accepted.yaml` lists is marked until its day has passed.

use std::collections::{BTreeSet, HashMap};

use crate::base::diagnostic::{Acceptance, Code, Problem};
use crate::base::period::Date;
use crate::base::record_file::REVIEW_ENDING;
use crate::base::text::nfc;
use crate::model::accepted::Gap;
use crate::model::audience::Audience;
use crate::model::record::{FaultyRecord, Record};

/// The accepted problems, by code and by what they stand in.
pub struct Accepted<'a> {
    gaps: &'a [Gap],
    by_place: HashMap<(Code, &'a str), Vec<usize>>,
    /// Id of the record at each path.
    ids: HashMap<&'a str, &'a str>,
    faulty: &'a [FaultyRecord],
    used: BTreeSet<usize>,
    /// Those whose day has passed while the problem is still there.
    expired: BTreeSet<usize>,
    as_of: Date,
}

impl<'a> Accepted<'a> {
    /// Of `gaps`, in records that the audience may see.
    pub fn of(gaps: &'a [Gap], records: &'a [Record], faulty: &'a [FaultyRecord], as_of: Date) -> Self {
        let mut by_place: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, gap) in gaps.iter().enumerate() {
            by_place.entry((gap.code, gap.record.as_str())).or_default().push(index);
        }
        let ids = if gaps.is_empty() {
            HashMap::new()
        } else {
            let valid = records.iter().map(|record| (record.path.as_str(), record.id.as_str()));
            valid.chain(faulty.iter().map(|record| (record.path.as_str(), record.id.as_str()))).collect()
        };
        Self { gaps, by_place, ids, faulty, used: BTreeSet::new(), expired: BTreeSet::new(), as_of }
    }

    /// Marks those of `problems` that are accepted.
    pub fn mark(&mut self, problems: &mut [Problem]) {
        if self.gaps.is_empty() {
            return;
        }
        for problem in problems {
            let found = self.gaps_of(problem);
            self.used.extend(&found);
            let last = found.iter().map(|index| &self.gaps[*index]).max_by_key(|gap| gap.until);
            if last.is_some_and(|gap| gap.until < self.as_of) {
                self.expired.extend(&found);
            } else if let Some(gap) = last {
                let accepted = acceptance(gap);
                let accepted = if problem.concealed { accepted.concealed() } else { accepted };
                problem.accepted = Some(Box::new(accepted));
            }
        }
    }

    /// A review is named by its own path, or by its log as the log's own problems are.
    fn gaps_of(&self, problem: &Problem) -> Vec<usize> {
        let path = nfc(&problem.path);
        let id_of = |path: &str| self.ids.get(path).copied();
        let id = id_of(&problem.path).or_else(|| beside(&problem.path)?.iter().find_map(|log| id_of(log)));
        let places = [Some(path.as_ref()), id];
        let found = places.into_iter().flatten().filter_map(|place| self.by_place.get(&(problem.code, place)));
        found.flatten().copied().collect()
    }

    /// What is said of the entries that no problem answers to, and of those whose day has passed. Others than the leaders
    /// hear of records only whose words they may read.
    pub fn told(&self, audience: Audience) -> Vec<Problem> {
        let mut seen: BTreeSet<&str> = self.ids.iter().flat_map(|(path, id)| [*path, *id]).collect();
        for record in self.faulty.iter().filter(|record| record.readable.is_none()) {
            seen.remove(record.path.as_str());
            seen.remove(record.id.as_str());
        }
        let told = |gap: &Gap| audience == Audience::Leaders || seen.contains(gap.record.as_str());
        let said = |(index, gap): (usize, &Gap)| match (self.used.contains(&index), self.expired.contains(&index)) {
            (false, _) => Some(gap.unused.clone()),
            (true, true) => Some(gap.expired.clone()),
            (true, false) => None,
        };
        self.gaps.iter().enumerate().filter(|(_, gap)| told(gap)).filter_map(said).collect()
    }
}

/// The logs that a review may stand beside: `<stem>.review.md`, or `<stem>.<anything>.review.md` for a further one.
pub fn beside(review: &str) -> Option<[String; 2]> {
    let stem = review.strip_suffix(REVIEW_ENDING)?;
    let further = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    Some([format!("{stem}.md"), format!("{further}.md")])
}

fn acceptance(gap: &Gap) -> Acceptance {
    Acceptance { reason: gap.reason.clone(), owner: gap.owner.clone(), until: gap.until }
}
