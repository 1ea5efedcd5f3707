//! What stands behind claims: which prose says something, which is copied, which claims have nothing.
//!
//! The rules are the contract's ("Evidence counts"): prose is notes of entries without reference, link or file, tagged
//! sections, purpose, procedure, strengths, weaknesses, context and lessons; everything else counts when present.

use std::collections::{BTreeSet, HashMap};

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};
use crate::base::text::{has_letters, prose_key};
use crate::model::content::{Content, Evidence, Step};
use crate::model::record::{Proof, ProofSource, Weight};
use crate::model::rubric::{Criterion, Field, LevelId};
use crate::parse::{Draft, DraftClaim, DraftLevel, ParsedFile};

/// Prose with fewer letters says nothing.
const FEWEST_LETTERS: usize = 10;

/// The same prose in this many records of a member is copied.
const COPIES: usize = 3;

/// Whole texts that stand where something is still to be written.
const PLACEHOLDERS: [&str; 9] =
    ["todo", "tbd", "xxx", "n/a", "không có", "chưa có", "đang cập nhật", "sẽ bổ sung", "sẽ bổ sung sau"];

/// A prose text of a record.
#[derive(Debug, Clone, Copy)]
pub struct Prose {
    span: Span,
    /// First half of the hash of its [`prose_key`].
    key: u128,
    weight: Weight,
}

/// Prose of each member by key, with the number of records in which it stands.
pub struct Copied(HashMap<(usize, u128), usize>);

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

/// Counts in how many records of each member every prose text stands; records with errors are left out.
pub fn copied(cases: &[Case], facts: &Facts) -> Copied {
    let mut records: HashMap<(usize, u128), usize> = HashMap::new();
    for case in cases.iter().filter(|case| !case.is_faulty(facts)) {
        let Some(member) = case.member else { continue };
        let keys: BTreeSet<u128> = case.prose.iter().map(|prose| prose.key).collect();
        for key in keys {
            *records.entry((member, key)).or_default() += 1;
        }
    }
    Copied(records)
}

impl Copied {
    fn count(&self, member: Option<usize>, prose: &Prose) -> usize {
        member.and_then(|member| self.0.get(&(member, prose.key)).copied()).unwrap_or_default()
    }
}

/// Judges the prose of a record among the others and notes what does not count, and claims without evidence.
pub fn faults(case: &mut Case, facts: &Facts, copied: &Copied) {
    let mut found = Vec::new();
    for prose in &mut case.prose {
        let text = prose.span.slice(&case.file.source.text);
        let code = match prose.weight {
            Weight::Placeholder => Code::PlaceholderText,
            Weight::Short => Code::ShortText,
            _ => {
                let count = copied.count(case.member, prose);
                if count >= COPIES {
                    prose.weight = Weight::Copied;
                    let fault = Diagnostic::new(Code::CopiedText, prose.span).found(text);
                    found.push(fault.arg("count", count.to_string()));
                }
                continue;
            }
        };
        found.push(Diagnostic::new(code, prose.span).found(text));
    }
    // Only the first claim on a criterion counts; a repeated one is a fault already.
    let mut judged = vec![false; facts.rubric.criteria.len()];
    for claim in &case.file.draft.claims {
        let Some(index) = facts.rubric.find(&claim.criterion.value) else { continue };
        if !std::mem::replace(&mut judged[index], true) {
            found.extend(missing(case, claim, index, facts));
        }
    }
    case.faults.append(&mut found);
}

fn missing(case: &Case, claim: &DraftClaim, index: usize, facts: &Facts) -> Option<Diagnostic> {
    let criterion = &facts.rubric.criteria[index];
    let (level, span) = match &claim.level {
        DraftLevel::Written(written) => (facts.rubric.read_level(&written.value)?, written.span),
        DraftLevel::Listed => (LevelId::Met, claim.criterion.span),
        DraftLevel::Blank | DraftLevel::Missing => return None,
    };
    let evidenced = proofs(case, Some(claim), index, criterion).iter().any(|proof| proof.weight == Weight::Counts);
    if level.half_points() == 0 || evidenced {
        return None;
    }
    let fields = criterion.evidence.iter().map(|field| format!("@field-{}", field.id().replace('_', "-")));
    let expected: Vec<String> = fields.chain(["@field-evidence".to_owned()]).collect();
    let fault = Diagnostic::new(Code::MissingEvidence, span).arg("criterion", &*criterion.id);
    Some(fault.arg("expected", expected.join(", ")))
}

/// Everything that stands behind a criterion of a record: explicit entries, then fields, then the section.
pub fn proofs(case: &Case, claim: Option<&DraftClaim>, index: usize, criterion: &Criterion) -> Vec<Proof> {
    let mut proofs = Vec::new();
    for (i, entry) in claim.iter().flat_map(|claim| &claim.evidence).enumerate() {
        if let Some(weight) = entry_weight(case, entry) {
            proofs.push(Proof { source: ProofSource::Explicit(i as u32), weight });
        }
    }
    for field in &criterion.evidence {
        for (i, weight) in field_weights(case, *field).into_iter().enumerate() {
            if let Some(weight) = weight {
                proofs.push(Proof { source: ProofSource::Field(*field, i as u32), weight });
            }
        }
    }
    let sections = case.file.draft.body.sections.iter().enumerate();
    for (i, section) in sections.filter(|(_, section)| section.criterion == index) {
        proofs.push(Proof { source: ProofSource::Section(i as u32), weight: weight_at(case, section.span) });
    }
    proofs.shrink_to_fit();
    proofs
}

/// An entry that names a reference, link or file counts; a note alone is prose; a kind or date alone says nothing.
fn entry_weight(case: &Case, entry: &Evidence) -> Option<Weight> {
    if entry.is_prose() { entry.note.as_ref().map(|note| weight_at(case, note.span)) } else { Some(Weight::Counts) }
}

/// The weight of each item of a field; `None` for an item that says nothing.
fn field_weights(case: &Case, field: Field) -> Vec<Option<Weight>> {
    let Content { purpose, procedure, archive, direction, .. } = &case.file.draft.content;
    let content = &case.file.draft.content;
    let prose = |text: &Text| Some(weight_at(case, text.span));
    let counts = |present: bool| present.then_some(Weight::Counts);
    match field {
        Field::Purpose => purpose.iter().map(prose).collect(),
        Field::Procedure => procedure.iter().map(prose).collect(),
        Field::Strengths => content.strengths.iter().map(prose).collect(),
        Field::Context => content.context.iter().map(prose).collect(),
        Field::Weaknesses => content.weaknesses.iter().map(|item| item.text.as_ref().and_then(prose)).collect(),
        Field::Lessons => content.lessons.iter().map(|item| item.text.as_ref().and_then(prose)).collect(),
        Field::Outputs => content
            .outputs
            .iter()
            .map(|o| counts(o.name.is_some() || o.reference.is_some() || o.link.is_some() || o.file.is_some()))
            .collect(),
        Field::Coordination => content
            .coordination
            .iter()
            .map(|c| counts(c.with.is_some() || c.role.is_some() || c.basis.is_some()))
            .collect(),
        Field::Progress => content.progress.iter().map(|p| counts(p.note.is_some() || p.on.is_some())).collect(),
        Field::OnTime => vec![counts(is_on_time(&case.file.draft))],
        Field::Direction => direction
            .iter()
            .map(|d| {
                let asked = d.asked.iter().any(|asked| asked.question.is_some() || asked.answer.is_some());
                counts(d.by.is_some() || d.on.is_some() || d.summary.is_some() || asked)
            })
            .collect(),
        Field::References => content
            .references
            .iter()
            .map(|r| counts(r.reference.is_some() || r.title.is_some() || r.link.is_some()))
            .collect(),
        Field::Risks => content
            .risks
            .iter()
            .map(|r| counts(r.risk.is_some() || r.response.is_some() || r.happened.is_some()))
            .collect(),
        Field::Steps => content.steps.iter().map(|s| counts(*s != Step { span: s.span, ..Step::default() })).collect(),
        Field::Archive => archive.iter().map(|_| Some(Weight::Counts)).collect(),
        Field::Revisions => content
            .revisions
            .iter()
            .map(|r| counts(r.change.is_some() || r.by.is_some() || r.adopted.is_some()))
            .collect(),
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
