//! A review as written: the record it names, the reviewer, the stamp, a level for each criterion judged.

use super::draft::{self, Draft};
use super::reader::{Map, Reader, WrittenDate};
use super::words;
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};
use crate::model::audience::Audience;
use crate::model::review::Rater;

/// What a review may say, in the order of `docs/record-format.md`.
pub const REVIEW_KEYS: &[&str] = &["review_of", "by", "as", "on", "stamp", "criteria"];

/// What may be said of one verdict.
pub const VERDICT_KEYS: &[&str] = &["level", "reason"];

/// The keys of a review beside its verdicts.
#[derive(Debug, Clone, Default)]
pub struct ReviewKeys {
    /// The record that it is about, by id.
    pub review_of: Option<Text>,
    /// The reviewer.
    pub by: Option<Text>,
    /// For whom the reviewer speaks; the cell when nothing is said, nothing when it cannot be read.
    pub rater: Option<Rater>,
    /// The day it was written.
    pub on: Option<WrittenDate>,
    /// The stamp, as written.
    pub stamp: Option<Text>,
}

/// Reads the front matter of a review; its verdicts are written as claims are.
pub fn read(reader: &mut Reader<'_>, root: &Node<'_>, fence: Span) -> (Draft, ReviewKeys) {
    let mut draft = Draft { span: fence, ..Draft::default() };
    if root.kind == Kind::Null {
        return (draft, ReviewKeys::default());
    }
    let Some(map) = reader.map(root, REVIEW_KEYS, "front-matter") else { return (draft, ReviewKeys::default()) };
    let keys = ReviewKeys {
        review_of: reader.text(&map, "review_of"),
        by: reader.text(&map, "by"),
        rater: rater(reader, &map),
        on: reader.date(&map, "on"),
        stamp: reader.text(&map, "stamp"),
    };
    draft.blank = map.blank(&["review_of", "by", "on"]);
    draft.claims = draft::claims(reader, &map, VERDICT_KEYS);
    // A review is for those who may see its record; a slip that may have meant to narrow that keeps it to the leaders.
    draft.visibility = if draft::may_mean_visibility(root, &map, REVIEW_KEYS) {
        draft::Visibility::Unreadable
    } else {
        draft::Visibility::For(Audience::Public)
    };
    (draft, keys)
}

/// For whom a reviewer speaks: the cell when nothing is said; nothing when it cannot be read.
pub fn rater(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Option<Rater> {
    let spellings = ["cell", "superior", "chi bộ", "cấp có thẩm quyền"];
    let Some(written) = reader.word(map, "as") else {
        // A list or a map is a fault already, and nobody's word.
        let is_blank = map.get("as").is_none_or(|node| matches!(node.kind, Kind::Null | Kind::Text(_)));
        return is_blank.then(Rater::default);
    };
    let rater = words::rater(written.value);
    if rater.is_none() {
        let fault = Diagnostic::new(Code::UnknownRater, written.span).found(written.value);
        reader.fault(fault.arg("expected", "@words-rater").closest(written.value, spellings));
    }
    rater
}
