//! Reviews: what a leader or the superior body found on one record.

use std::fmt;

use super::body::Body;
use super::member::Person;
use super::rubric::LevelId;
use crate::base::period::Date;

/// Who speaks beside the member: the three raters never merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Rater {
    /// The cell, by a leader or its secretary.
    #[default]
    Cell,
    /// The body above the cell.
    Superior,
}

impl Rater {
    /// Both, in the order in which they are shown.
    pub const ALL: [Rater; 2] = [Rater::Cell, Rater::Superior];

    /// The word in reviews.
    pub fn id(self) -> &'static str {
        match self {
            Rater::Cell => "cell",
            Rater::Superior => "superior",
        }
    }
}

/// Whether the verdicts of a review count, and if not, why. A review whose record is not there, or has errors, is an
/// orphan: it is told as a problem and stands on no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// What was judged is what stands there now.
    Valid,
    /// The record has changed since.
    Stale,
    /// Members confirm nothing of their own.
    OwnRecord,
    /// Somebody else is named, and the record's own member put it into git.
    OwnCommit,
}

impl Standing {
    /// The word in pages' classes and in the words of the catalogue.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Valid => "valid",
            Standing::Stale => "stale",
            Standing::OwnRecord => "self-review",
            Standing::OwnCommit => "self-committed",
        }
    }
}

/// The level that a reviewer gives for one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Verdict {
    /// Place of the criterion in the rubric.
    pub criterion: usize,
    /// The level given.
    pub level: LevelId,
    /// The reason given.
    pub reason: Option<String>,
}

/// A review without errors, of a record without errors.
#[derive(Debug, Clone, Hash)]
pub struct Review {
    /// Path under the root.
    pub path: String,
    /// Who wrote it.
    pub by: Person,
    /// For whom.
    pub rater: Rater,
    /// The day it was written.
    pub on: Date,
    /// Whether its verdicts count.
    pub standing: Standing,
    /// Whether git knows who put it there, and the roster does not.
    pub is_by_stranger: bool,
    /// Its verdicts, in the order of the rubric.
    pub verdicts: Vec<Verdict>,
    /// The reviewer's words.
    pub body: Body,
}

impl Review {
    /// The verdict on the criterion at this place of the rubric.
    pub fn verdict(&self, criterion: usize) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.criterion == criterion)
    }
}

/// Of the `reviews` of a record, the latest last: the latest verdict of a rater on a criterion among those of such a
/// standing, and the place of its review.
pub fn latest(reviews: &[Review], (rater, standing): (Rater, Standing), criterion: usize) -> Option<(usize, &Verdict)> {
    let numbered = reviews.iter().enumerate().rev();
    let of_rater = numbered.filter(|(_, review)| (review.rater, review.standing) == (rater, standing));
    of_rater.filter_map(|(place, review)| Some((place, review.verdict(criterion)?))).next()
}

/// The same, of the superior before the cell: of valid reviews the verdict that counts.
pub fn first(reviews: &[Review], standing: Standing, criterion: usize) -> Option<(usize, &Verdict)> {
    [Rater::Superior, Rater::Cell].into_iter().find_map(|rater| latest(reviews, (rater, standing), criterion))
}

/// When the verdict on a criterion of the valid review at `place` was replaced by one of the same rater.
pub fn replaced_on(reviews: &[Review], place: usize, criterion: usize) -> Option<Date> {
    let review = &reviews[place];
    let (latest, _) = latest(reviews, (review.rater, Standing::Valid), criterion)?;
    (review.standing == Standing::Valid && latest > place).then(|| reviews[latest].on)
}

/// The order in which reviews of a record were written. Of one day the later file has the longer name:
/// `<log>.review.md`, `<log>.<reviewer>.review.md`, then `-2`, `-10`.
pub fn turn(on: Date, path: &str) -> (Date, usize, &str) {
    (on, path.len(), path)
}

/// A version of a record: what its stamp covers, and the body with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version {
    /// The lines of `docs/stamp-v1.md`.
    pub lines: String,
    /// The Markdown after the front matter.
    pub body: String,
}

/// What is known of the version that a stale review judged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reviewed {
    /// It was not found in git.
    Unknown,
    /// It was found, and the audience may not see it.
    Withheld,
    /// It was found.
    Found {
        /// The version that was judged.
        then: Version,
        /// The version that stands there now.
        now: Version,
    },
}

/// A fingerprint of what was judged: version 1 is BLAKE3 of the serialisation that `docs/stamp-v1.md` fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp([u8; 32]);

/// Why a written stamp is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StampFault {
    /// It is not `v`, a number, `:` and what that version writes.
    Broken,
    /// A version that this program does not know.
    UnknownVersion,
}

impl Stamp {
    /// The stamp of a serialisation of version 1.
    pub fn v1(serialised: &str) -> Self {
        Self(*blake3::hash(serialised.as_bytes()).as_bytes())
    }

    /// Reads a stamp as it stands in a review.
    ///
    /// # Errors
    /// When it is broken, or of a version that is not known.
    pub fn parse(written: &str) -> Result<Self, StampFault> {
        let (version, value) = written.split_once(':').ok_or(StampFault::Broken)?;
        let number = version.strip_prefix(['v', 'V']).ok_or(StampFault::Broken)?;
        match number.parse::<u32>() {
            Ok(1) => {}
            Ok(number) if number > 1 => return Err(StampFault::UnknownVersion),
            _ => return Err(StampFault::Broken),
        }
        blake3::Hash::from_hex(value.to_ascii_lowercase())
            .map(|hash| Self(*hash.as_bytes()))
            .map_err(|_| StampFault::Broken)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v1:{}", blake3::Hash::from_bytes(self.0).to_hex())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_as_it_is_written_and_in_capitals() {
        let stamp = Stamp::v1("một");
        let written = stamp.to_string();
        assert_eq!(Stamp::parse(&written), Ok(stamp));
        assert_eq!(Stamp::parse(&written.to_uppercase()), Ok(stamp));
    }

    #[test]
    fn what_is_no_stamp_is_told_from_what_a_later_program_wrote() {
        let hex = "0".repeat(64);
        for broken in
            [String::new(), hex.clone(), format!("v0:{hex}"), format!("vx:{hex}"), format!("v1:{}", &hex[1..])]
        {
            assert_eq!(Stamp::parse(&broken), Err(StampFault::Broken), "{broken}");
        }
        assert_eq!(Stamp::parse("v2:whatever"), Err(StampFault::UnknownVersion));
    }
}
