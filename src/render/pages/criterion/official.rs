//! What a criterion says, alike on all of its pages.

use serde::Serialize;

use crate::base::error::Result;
use crate::render::parts::evidence::fields_to_write;
use crate::render::parts::tables::state_words;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Criterion, Field, Phase, Polarity};

#[derive(Serialize)]
struct Official<'s> {
    text: &'s str,
    lang: &'static str,
    source: &'s str,
    phases: String,
    state: Html<'static>,
    negative: bool,
    rule: Html<'static>,
}

/// The official words of the criterion at this place of the rubric, and what counts as evidence for it.
///
/// # Errors
/// When the template fails.
pub fn official(site: &Site<'_>, criterion: usize) -> Result<Shared> {
    let state = state_words(site, criterion).unwrap_or_default();
    let criterion = site.criterion(criterion);
    let rubric = site.report.rubric();
    let part = Official {
        text: criterion.text.get(site.lang),
        lang: criterion.text.lang(site.lang).tag(),
        source: rubric.source.get(site.lang),
        phases: phases(site, criterion),
        state: Html::made_safe(state),
        negative: rubric.groups[criterion.group].polarity == Polarity::Negative,
        rule: rule(site, criterion),
    };
    site.theme.part("parts/official.html", &part)
}

/// When in a task the criterion applies.
fn phases(site: &Site<'_>, criterion: &Criterion) -> String {
    let word = |phase: &Phase| match phase {
        Phase::Before => site.words.phase_before.as_str(),
        Phase::During => &site.words.phase_during,
        Phase::After => &site.words.phase_after,
    };
    site.catalog.list(criterion.phase.iter().map(word))
}

/// What counts as evidence.
fn rule(site: &Site<'_>, criterion: &Criterion) -> Html<'static> {
    let mut fields = fields_to_write(site, &criterion.evidence);
    if !fields.is_empty() {
        fields = site.words.evidence_fields.html(&[Fill::Html(&fields)]);
    }
    if criterion.evidence.contains(&Field::OnTime) {
        fields.push_str(&site.words.evidence_on_time);
    }
    Html::made_safe(site.words.evidence_rule.html(&[Fill::Html(&fields), Fill::Text(&criterion.id)]))
}
