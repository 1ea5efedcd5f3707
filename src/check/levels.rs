//! Claims: criteria that the rubric has, each once, with levels of its scale.

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::i18n::Lang;
use crate::base::source::{LineCol, Span, Text};
use crate::base::text::LIST_SIGNS;
use crate::model::rubric::{Criterion, LevelId, Rubric};
use crate::parse::{DraftClaim, DraftLevel};

/// Every claim names a criterion and a level.
pub fn levels(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let rubric = &facts.rubric;
    let mut seen: Vec<(usize, Span)> = Vec::new();
    for (claim, index) in case.claims() {
        let written = &claim.criterion;
        let Some(index) = index else {
            out.push(unknown_criterion(written, rubric));
            continue;
        };
        match seen.iter().find(|(earlier, _)| *earlier == index) {
            Some((_, first)) => {
                let line = LineCol::of(&case.file.source.text, first.start as usize).line;
                let fault = Diagnostic::new(Code::DuplicateKey, written.span).arg("key", &*written.value);
                out.push(fault.arg("line", line.to_string()));
            }
            None => seen.push((index, written.span)),
        }
        level(case, claim, &rubric.criteria[index], facts, out);
    }
}

/// Nearly right are several criteria without brackets, a level without a colon or without a blank before it, and
/// criteria behind the dash of a word processor: each of them is one text.
fn unknown_criterion(written: &Text, rubric: &Rubric) -> Diagnostic {
    let ids = || rubric.criteria.iter().map(|criterion| criterion.id.as_str());
    let expected: Vec<&str> = ids().collect();
    let fault = Diagnostic::new(Code::UnknownCriterion, written.span).found(&written.value);
    let fault = fault.arg("expected", expected.join(", "));
    let is_dash = |c: char| c == '-' || LIST_SIGNS.contains(&c);
    let value = written.value.trim_start_matches(is_dash);
    let parts = value.split([',', ';', ' ']).map(|part| part.trim_start_matches(is_dash));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let are_ids = !parts.is_empty() && parts.iter().all(|part| rubric.find(part).is_some());
    let is_behind_dash = value.len() < written.value.len();
    if are_ids && (is_behind_dash || parts.len() > 1) {
        let closest = if parts.len() > 1 { format!("[{}]", parts.join(", ")) } else { parts.concat() };
        let next = if is_behind_dash { "@criterion-dash" } else { "@criterion-brackets" };
        return Diagnostic { closest: Some(closest), ..fault.arg("next", next) };
    }
    if let Some((line, next)) = with_level(value.trim(), rubric) {
        return Diagnostic { closest: Some(line), ..fault.arg("next", next) };
    }
    fault.arg("next", "@criterion-id").closest(&written.value, ids())
}

/// `H1:đạt` or `H1 đạt` as it must be written, and what to do.
fn with_level(written: &str, rubric: &Rubric) -> Option<(String, &'static str)> {
    let (id, level, next) = match (written.split_once(':'), written.split_once(' ')) {
        (Some((id, level)), _) => (id.trim(), level, "@criterion-blank"),
        (None, Some((id, level))) if rubric.read_level(level.trim()).is_some() => (id, level, "@criterion-colon"),
        _ => return None,
    };
    rubric.find(id).map(|_| (format!("{id}: {}", level.trim()), next))
}

fn level(case: &Case, claim: &DraftClaim, criterion: &Criterion, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let at = claim.criterion.span;
    match &claim.level {
        DraftLevel::Written(written) => match facts.rubric.read_level(&written.value) {
            None => out.push(unknown(written, criterion, facts)),
            Some(read) => {
                if let Some(other) = facts.rubric.labelled_otherwise(&written.value, read) {
                    out.push(ambiguous(written, criterion, read, other));
                }
                if read == LevelId::Na {
                    not_applicable(claim, written, criterion, out);
                }
            }
        },
        DraftLevel::Blank => {
            out.push(Diagnostic::new(Code::BlankLevel, at).arg("criterion", &*criterion.id));
        }
        DraftLevel::Listed | DraftLevel::Missing => {}
    }
    if !matches!(claim.level, DraftLevel::Blank | DraftLevel::Missing) {
        inactive(case, criterion, at, out);
    }
}

fn ambiguous(written: &Text, criterion: &Criterion, read: LevelId, other: LevelId) -> Diagnostic {
    let fault = Diagnostic::new(Code::AmbiguousLevel, written.span).found(&written.value);
    fault.arg("criterion", &*criterion.id).arg("level", read.id()).arg("expected", other.id())
}

fn unknown(written: &Text, criterion: &Criterion, facts: &Facts) -> Diagnostic {
    let ids: Vec<&str> = facts.rubric.levels.iter().map(|level| level.id.id()).collect();
    let vietnamese: Vec<&str> = facts.rubric.levels.iter().map(|level| level.label.get(Lang::Vi)).collect();
    let (words, others) = match facts.settings.lang.unwrap_or_default() {
        Lang::Vi => (&vietnamese, &ids),
        Lang::En => (&ids, &vietnamese),
    };
    let fault = Diagnostic::new(Code::UnknownLevel, written.span)
        .found(&written.value)
        .arg("criterion", &*criterion.id)
        .arg("expected", format!("{} ({})", words.join(", "), others.join(", ")))
        .closest(&written.value, words.iter().chain(others).copied());
    let meant = facts.rubric.level_meant(&written.value).map(str::to_owned);
    Diagnostic { closest: meant.or_else(|| fault.closest.clone()), ..fault }
}

fn not_applicable(claim: &DraftClaim, written: &Text, criterion: &Criterion, out: &mut Vec<Diagnostic>) {
    if !criterion.na_allowed {
        out.push(Diagnostic::new(Code::NaRefused, written.span).arg("criterion", &*criterion.id));
    } else if claim.reason.is_none() {
        let fault = Diagnostic::new(Code::NaWithoutReason, written.span).arg("criterion", &*criterion.id);
        out.push(fault.arg("expected", with_reason(&claim.criterion.value, &written.value)));
    }
}

/// The line with a place for the reason: with Vietnamese keys behind a Vietnamese level, and with nothing in it that
/// would need quotation marks.
fn with_reason(criterion: &str, level: &str) -> String {
    let is_plain = level.chars().all(|c| c.is_alphabetic() || c == ' ');
    if is_plain && !level.is_ascii() {
        format!("{criterion}: {{mức: {level}, lý do: …}}")
    } else {
        format!("{criterion}: {{level: {}, reason: …}}", LevelId::Na.id())
    }
}

/// A claim on a criterion that is not in force on the day by which the record counts.
fn inactive(case: &Case, criterion: &Criterion, at: Span, out: &mut Vec<Diagnostic>) {
    if let Some(date) = super::dates::counting_date(&case.file.draft)
        && !criterion.counts_on(date)
    {
        out.push(Diagnostic::new(Code::InactiveCriterion, at).arg("criterion", &*criterion.id));
    }
}
