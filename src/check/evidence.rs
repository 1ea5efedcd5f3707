//! What stands behind claims: which prose says something, which is copied, which claims have nothing.
//!
//! The rules are the contract's ("Evidence counts"): prose is notes of entries without reference, link or file, tagged
//! sections, purpose, procedure, strengths, weaknesses, context and lessons; everything else counts when an item has a
//! text of its own.

use rayon::prelude::*;

use super::dates::counting_date;
use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::form::{FEWEST_LETTERS, PLACEHOLDERS};
use crate::base::source::{Span, Text};
use crate::base::text::{has_letters, prose_key};
use crate::model::content::{Evidence, Tagged};
use crate::model::record::{Proof, ProofSource, Weight};
use crate::model::rubric::{Criterion, Field, LevelId};
use crate::parse::{Draft, DraftClaim, DraftLevel, ParsedFile};

/// The same prose in this many records of a member is copied.
const COPIES: usize = 3;

/// A prose text of a record.
#[derive(Debug, Clone, Copy)]
pub struct Prose {
    span: Span,
    /// First half of the hash of its [`prose_key`].
    key: u128,
    weight: Weight,
}

/// Copied prose by member and key, with the number of records in which it stands.
pub struct Copied(Vec<((usize, u128), usize)>);

/// The prose of a record, in a fixed order, judged by itself.
pub fn prose(file: &ParsedFile) -> Vec<Prose> {
    let (draft, content) = (&file.draft, &file.draft.content);
    let notes = draft.claims.iter().flat_map(|claim| &claim.evidence).filter(|entry| entry.is_prose());
    let notes = notes.filter_map(|entry| entry.note.as_ref());
    let tagged = content.weaknesses.iter().chain(&content.lessons).filter_map(|item| item.text.as_ref());
    let single = content.purpose.iter().chain(&content.procedure);
    let fields = single.chain(&content.strengths).chain(&content.context).chain(tagged);
    let mut prose: Vec<Prose> = notes.chain(fields).map(|text| judged(text.span, &text.value)).collect();
    prose.extend(draft.body.sections.iter().map(|section| judged(section.span, &section.text)));
    prose.sort_by_key(|prose| prose.span);
    prose
}

fn judged(span: Span, text: &str) -> Prose {
    let key = prose_key(text);
    let weight = if is_placeholder(&key) {
        Weight::Placeholder
    } else if !has_letters(&key, FEWEST_LETTERS) {
        Weight::Short
    } else {
        Weight::Counts
    };
    Prose { span, key: hashed(&key), weight }
}

fn is_placeholder(key: &str) -> bool {
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() || PLACEHOLDERS.contains(&bare)
}

fn hashed(key: &str) -> u128 {
    let mut half = [0; 16];
    half.copy_from_slice(&blake3::hash(key.as_bytes()).as_bytes()[..16]);
    u128::from_be_bytes(half)
}

/// Finds the prose that stands in many records of a member; records with errors are left out. All faults but those that
/// follow from copying are known by now, so a record whose only errors follow from it is a copy as well.
pub fn copied(cases: &[Case], facts: &Facts) -> Copied {
    let counting = cases.par_iter().filter(|case| !case.is_faulty(facts));
    let mut texts: Vec<(usize, u128)> = counting.flat_map_iter(texts_of_member).collect();
    texts.par_sort_unstable();
    let copied = texts.chunk_by(|a, b| a == b).filter(|same| same.len() >= COPIES);
    Copied(copied.map(|same| (same[0], same.len())).collect())
}

/// Member and key of every prose text of a case, each once.
fn texts_of_member(case: &Case) -> Vec<(usize, u128)> {
    let Some(member) = case.member else { return Vec::new() };
    let mut texts: Vec<_> = case.prose.iter().map(|prose| (member, prose.key)).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

impl Copied {
    /// In how many records of the member it stands, if it is copied.
    fn count(&self, member: Option<usize>, prose: &Prose) -> Option<usize> {
        let text = (member?, prose.key);
        let found = self.0.binary_search_by_key(&text, |(text, _)| *text).ok()?;
        Some(self.0[found].1)
    }
}

/// Notes prose that says nothing by itself, and claims that have no evidence even if no text is copied.
pub fn faults(case: &mut Case, facts: &Facts) {
    let mut found = Vec::new();
    for prose in &case.prose {
        let code = match prose.weight {
            Weight::Placeholder => Code::PlaceholderText,
            Weight::Short => Code::ShortText,
            Weight::Counts | Weight::Copied => continue,
        };
        let text = quoted_in(&case.file, prose.span);
        let fault = Diagnostic::new(code, prose.span).found(text);
        let next = if text.is_empty() { "section" } else { "text" };
        found.push(if code == Code::PlaceholderText { fault.arg("next", next) } else { fault });
    }
    found.extend(lacking(case, facts));
    case.faults.append(&mut found);
}

/// The prose at `span`; of a section the text, for its place is its heading.
fn quoted_in(file: &ParsedFile, span: Span) -> &str {
    let section = file.draft.body.sections.iter().find(|section| section.span == span);
    section.map_or_else(|| span.slice(&file.source.text), |section| section.text.trim())
}

/// Takes the weight of the copied prose of a record, and notes it and the claims that have no evidence without it.
pub fn copied_faults(case: &mut Case, facts: &Facts, copied: &Copied) {
    let mut found = Vec::new();
    for prose in case.prose.iter_mut().filter(|prose| prose.weight == Weight::Counts) {
        if let Some(count) = copied.count(case.member, prose) {
            prose.weight = Weight::Copied;
            let fault = Diagnostic::new(Code::CopiedText, prose.span).found(quoted_in(&case.file, prose.span));
            found.push(fault.arg("count", count.to_string()));
        }
    }
    if found.is_empty() {
        return;
    }
    let noted = |new: &Diagnostic| case.faults.iter().any(|old| (old.code, old.span) == (new.code, new.span));
    found.extend(lacking(case, facts).into_iter().filter(|fault| !noted(fault)));
    case.faults.append(&mut found);
}

/// The claims without evidence.
fn lacking(case: &Case, facts: &Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Only the first claim on a criterion counts; a repeated one is a fault already.
    let mut judged = vec![false; facts.rubric.criteria.len()];
    let mut proofs = Vec::new();
    for (claim, index) in case.claims() {
        let Some(index) = index else { continue };
        if !std::mem::replace(&mut judged[index], true) {
            found.extend(missing(case, claim, index, facts, &mut proofs));
        }
    }
    found
}

/// The fault of a claim without evidence; `proofs` is room to work in.
fn missing(
    case: &Case,
    claim: &DraftClaim,
    index: usize,
    facts: &Facts,
    proofs: &mut Vec<Proof>,
) -> Option<Diagnostic> {
    let criterion = &facts.rubric.criteria[index];
    // What does not count needs no evidence; that it does not is said of the claim already.
    if counting_date(&case.file.draft).is_some_and(|date| !criterion.counts_on(date)) {
        return None;
    }
    let (level, span) = match &claim.level {
        DraftLevel::Written(written) => (facts.rubric.read_level(&written.value)?, written.span),
        DraftLevel::Listed => (LevelId::Met, claim.criterion.span),
        DraftLevel::Blank | DraftLevel::Missing => return None,
    };
    if level.half_points() == 0 {
        return None;
    }
    proofs.clear();
    add_proofs(proofs, case, Some(claim), index, criterion);
    if proofs.iter().any(|proof| proof.weight == Weight::Counts) {
        return None;
    }
    let fields = criterion.evidence.iter().map(|field| format!("@field-{}", field.id().replace('_', "-")));
    let expected: Vec<String> = fields.chain(["@field-evidence".to_owned()]).collect();
    let fault = Diagnostic::new(Code::MissingEvidence, span).arg("criterion", &*criterion.id);
    Some(fault.arg("expected", expected.join(", ")))
}

/// The prose of a record that counts as nothing, and why.
pub fn weightless(case: &Case) -> Vec<(Span, Weight)> {
    let flagged = case.prose.iter().filter(|prose| prose.weight != Weight::Counts);
    flagged.map(|prose| (prose.span, prose.weight)).collect()
}

/// Everything that stands behind a criterion of a record: explicit entries, then fields, then the section.
pub fn proofs(case: &Case, claim: Option<&DraftClaim>, index: usize, criterion: &Criterion) -> Vec<Proof> {
    let mut proofs = Vec::new();
    add_proofs(&mut proofs, case, claim, index, criterion);
    proofs.shrink_to_fit();
    proofs
}

fn add_proofs(proofs: &mut Vec<Proof>, case: &Case, claim: Option<&DraftClaim>, index: usize, criterion: &Criterion) {
    for (i, entry) in claim.iter().flat_map(|claim| &claim.evidence).enumerate() {
        if let Some(weight) = entry_weight(case, entry) {
            proofs.push(Proof { source: ProofSource::Explicit(i as u32), weight });
        }
    }
    for field in &criterion.evidence {
        add_field(proofs, case, *field);
    }
    let sections = case.file.draft.body.sections.iter().enumerate();
    for (i, section) in sections.filter(|(_, section)| section.criterion == index) {
        proofs.push(Proof { source: ProofSource::Section(i as u32), weight: weight_at(case, section.span) });
    }
}

/// An entry that names a reference, link or file counts; a note alone is prose; a kind, a date or a refused link alone
/// says nothing.
fn entry_weight(case: &Case, entry: &Evidence) -> Option<Weight> {
    if entry.is_prose() { entry.note.as_ref().map(|note| weight_at(case, note.span)) } else { Some(Weight::Counts) }
}

/// Adds a proof for each item of a field that says something.
fn add_field(proofs: &mut Vec<Proof>, case: &Case, field: Field) {
    let content = &case.file.draft.content;
    let prose = |text: &Text| Some(weight_at(case, text.span));
    let tagged = |item: &Tagged| item.text.as_ref().and_then(prose);
    let counts = |present: bool| present.then_some(Weight::Counts);
    match field {
        Field::Purpose => add(proofs, field, &content.purpose, prose),
        Field::Procedure => add(proofs, field, &content.procedure, prose),
        Field::Strengths => add(proofs, field, &content.strengths, prose),
        Field::Context => add(proofs, field, &content.context, prose),
        Field::Weaknesses => add(proofs, field, &content.weaknesses, tagged),
        Field::Lessons => add(proofs, field, &content.lessons, tagged),
        Field::Outputs => add(proofs, field, &content.outputs, |item| counts(item.says_something())),
        Field::Coordination => add(proofs, field, &content.coordination, |item| counts(item.says_something())),
        Field::Progress => add(proofs, field, &content.progress, |item| counts(item.note.is_some())),
        Field::OnTime => add(proofs, field, [&case.file.draft], |draft| counts(is_on_time(draft))),
        Field::Direction => add(proofs, field, &content.direction, |item| counts(item.says_something())),
        Field::References => add(proofs, field, &content.references, |item| counts(item.says_something())),
        Field::Risks => add(proofs, field, &content.risks, |item| counts(item.says_something())),
        Field::Steps => add(proofs, field, &content.steps, |item| counts(item.says_something())),
        Field::Archive => add(proofs, field, &content.archive, |_| counts(true)),
        Field::Revisions => add(proofs, field, &content.revisions, |item| counts(item.says_something())),
    }
}

fn add<'c, T: 'c>(
    proofs: &mut Vec<Proof>,
    field: Field,
    items: impl IntoIterator<Item = &'c T>,
    weigh: impl Fn(&T) -> Option<Weight>,
) {
    for (i, item) in items.into_iter().enumerate() {
        if let Some(weight) = weigh(item) {
            proofs.push(Proof { source: ProofSource::Field(field, i as u32), weight });
        }
    }
}

fn is_on_time(draft: &Draft) -> bool {
    let date = |written: &Option<crate::parse::WrittenDate>| written.as_ref().and_then(|written| written.value);
    matches!((date(&draft.done), date(&draft.due)), (Some(done), Some(due)) if done <= due)
}

fn weight_at(case: &Case, span: Span) -> Weight {
    let found = case.prose.binary_search_by_key(&span, |prose| prose.span);
    found.map_or(Weight::Counts, |at| case.prose[at].weight)
}
