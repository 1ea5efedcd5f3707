//! Reviews that are older than their records, and how the version that they judged is known again: by its stamp, so
//! that no other version can be taken for it.

use super::stamp::{self, Beside};
use super::{Facts, may_see, personal, serialised};
use crate::base::source::Text;
use crate::base::text::nfc;
use crate::model::audience::Audience;
use crate::model::review::{Reviewed, Stamp, Version};
use crate::parse::{ParsedFile, Visibility};

/// A review of a record that has changed since.
#[derive(Debug, Clone)]
pub struct Stale {
    /// Path of the review.
    pub review: String,
    /// Path of the record.
    pub record: String,
    /// The record's text as it stands.
    pub text: String,
    stamp: Stamp,
    now: Version,
    member: Option<String>,
}

impl Stale {
    /// The review at `path` with `stamp`, if `record` has another one by now.
    pub(super) fn of(path: &str, stamp: Stamp, record: &ParsedFile, facts: &Facts) -> Option<Self> {
        let lines = serialised(record, facts);
        (Stamp::v1(&lines) != stamp).then(|| Self {
            review: path.to_owned(),
            record: record.source.path.clone(),
            text: record.source.text.clone(),
            stamp,
            now: Version { lines, body: record.markdown().to_owned() },
            member: member(record),
        })
    }

    /// What is told to `audience` if `file` is the version that was judged.
    pub fn recognise(&self, file: &ParsedFile, beside: Beside<'_>, audience: Audience) -> Option<Reviewed> {
        let lines = stamp::serialised(file, beside);
        if Stamp::v1(&lines) != self.stamp {
            return None;
        }
        if !self.may_show(file, audience) {
            return Some(Reviewed::Withheld);
        }
        let then = Version { lines, body: file.markdown().to_owned() };
        Some(Reviewed::Found { then, now: self.now.clone() })
    }

    /// An older version may have been somebody else's.
    fn may_show(&self, file: &ParsedFile, audience: Audience) -> bool {
        may_show(file, audience) && (audience == Audience::Leaders || member(file) == self.member)
    }
}

/// Whether `audience` may be shown an older version of a record: it may have been meant for fewer readers, and one with a
/// mark of secrecy is shown to nobody.
pub fn may_show(file: &ParsedFile, audience: Audience) -> bool {
    let is_theirs = may_see(file, audience) && file.draft.visibility != Visibility::Unreadable;
    (audience == Audience::Leaders || is_theirs) && !personal::is_marked_secret(file)
}

fn member(file: &ParsedFile) -> Option<String> {
    file.draft.member.as_ref().map(|Text { value, .. }| nfc(value).into_owned())
}
