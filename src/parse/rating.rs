//! A rating as written: the member, the period, the level that was decided, by whom and when.

use super::draft::{self, Draft};
use super::reader::{Map, Reader, WrittenDate};
use super::review::rater;
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::period::Period;
use crate::base::source::{Span, Spanned, Text};
use crate::model::review::Rater;

/// What a rating may say, in the order of `docs/record-format.md`.
pub const RATING_KEYS: &[&str] = &["member", "period", "level", "by", "as", "on", "votes", "visibility"];

/// The keys of a rating beside its member, which stands in its draft: nobody is the cell as a whole.
#[derive(Debug, Clone, Default)]
pub struct RatingKeys {
    /// The period; nothing inside when it cannot be read.
    pub period: Option<Spanned<Option<Period>>>,
    /// The level, as written.
    pub level: Option<Text>,
    /// Who decided it.
    pub by: Option<Text>,
    /// For whom; the cell when nothing is said, nothing when it cannot be read.
    pub rater: Option<Rater>,
    /// The day it was decided on.
    pub on: Option<WrittenDate>,
    /// The votes for it and of how many.
    pub votes: Option<(u32, u32)>,
}

/// Reads the front matter of a rating.
pub fn read(reader: &mut Reader<'_>, root: &Node<'_>, fence: Span) -> (Draft, RatingKeys) {
    let mut draft = Draft { span: fence, ..Draft::default() };
    if root.kind == Kind::Null {
        return (draft, RatingKeys::default());
    }
    let Some(map) = reader.map(root, RATING_KEYS, "front-matter") else { return (draft, RatingKeys::default()) };
    draft.blank = map.blank(&["period", "level", "by", "on"]);
    draft.member = reader.text(&map, "member");
    draft.visibility = draft::visibility(reader, root, &map, RATING_KEYS);
    let keys = RatingKeys {
        period: period(reader, &map),
        level: reader.text(&map, "level"),
        by: reader.text(&map, "by"),
        rater: rater(reader, &map),
        on: reader.date(&map, "on"),
        votes: votes(reader, &map),
    };
    (draft, keys)
}

fn period(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Option<Spanned<Option<Period>>> {
    let written = reader.word(map, "period")?;
    let period = Period::parse(written.value);
    if period.is_none() {
        let fault = Diagnostic::new(Code::BadPeriod, written.span).found(written.value);
        let closest = Period::meant(written.value, None).map(|period| period.to_string());
        reader.fault(Diagnostic { closest, ..fault });
    }
    Some(written.with(period))
}

/// `9/10`: nine of ten were for it.
fn votes(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Option<(u32, u32)> {
    let written = reader.word(map, "votes")?;
    let parts = written.value.split_once('/').and_then(|(of, all)| Some((whole(of)?, whole(all)?)));
    let votes = parts.filter(|(of, all)| of <= all && *all > 0);
    if votes.is_none() {
        reader.fault(Diagnostic::new(Code::BadVotes, written.span).found(written.value));
    }
    votes
}

fn whole(text: &str) -> Option<u32> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
