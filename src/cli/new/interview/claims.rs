//! The levels that are claimed, and why.

use super::items::List;
use super::{Interview, Judged, Objection, Step};
use crate::base::diagnostic::{Code, Severity};
use crate::cli::new::flags::set_claim;
use crate::cli::prompt::Answer;
use crate::model::rubric::LevelId;
use crate::writing::Claimed;

impl Interview<'_> {
    /// The criterion in its official words and the levels; passing over is offered first, so that nothing is claimed by
    /// pressing Enter alone.
    pub(super) fn ask_level(&mut self, at: usize) -> Step<()> {
        let (criterion, lang) = (&self.desk.rubric.criteria[at], self.terminal.catalog.lang());
        let of = self.desk.rubric.criteria.len();
        self.prompt.say(&format!("{} – {} ({}/{of})", criterion.id, criterion.label.get(lang), at + 1));
        self.prompt.say(&format!("{}: {}", self.text("new-official"), criterion.text.get(lang)));
        let levels = self.desk.rubric.levels.iter().filter(|level| level.id != LevelId::Na || criterion.na_allowed);
        let levels: Vec<_> = levels.collect();
        let told = |means: &str| if means.is_empty() { String::new() } else { format!(" – {means}") };
        let mut options: Vec<String> =
            levels.iter().map(|level| format!("{}{}", level.label.get(lang), told(level.means.get(lang)))).collect();
        options.push(self.text("new-skip"));
        let before = self.draft.said.answers.claim(&criterion.id).cloned();
        let claimed =
            before.as_ref().and_then(|claimed| levels.iter().position(|level| level.id.id() == claimed.level));
        let Answer::Is(chosen) = self.prompt.choose(&options, claimed.unwrap_or(levels.len()))? else {
            return Ok(Answer::Back);
        };
        match levels.get(chosen) {
            Some(level) => {
                let claimed =
                    Claimed { id: criterion.id.clone(), level: level.id.id().to_owned(), ..before.unwrap_or_default() };
                set_claim(&mut self.draft.said.answers, claimed, self.desk);
            }
            None => self.draft.said.answers.criteria.retain(|claimed| claimed.id != criterion.id),
        }
        Ok(Answer::Is(()))
    }

    pub(super) fn ask_reason(&mut self, at: usize) -> Step<()> {
        let id = &self.desk.rubric.criteria[at].id;
        let Some(mut claimed) = self.draft.said.answers.claim(id).cloned() else { return Ok(Answer::Is(())) };
        let is_na = claimed.level == LevelId::Na.id();
        self.head(if is_na { "new-ask-na-reason" } else { "new-ask-reason" });
        let (place, objection) = (format!("{id}/reason"), Objection::default());
        let judge = |asked: &Self, text: &str| match is_na && text.is_empty() {
            true => asked.without_reason(&objection),
            false => Ok(text.to_owned()),
        };
        let Answer::Is(text) = self.line(&place, &claimed.reason, judge)? else { return Ok(Answer::Back) };
        claimed.reason = text;
        set_claim(&mut self.draft.said.answers, claimed, self.desk);
        Ok(Answer::Is(()))
    }

    /// What does not apply stands without a reason as far as the check of it lets it.
    fn without_reason(&self, objection: &Objection) -> Judged {
        match self.config.settings.checks.of(Code::NaWithoutReason) {
            Some(Severity::Error) => Err(self.text("new-na-reason-needed").into()),
            Some(Severity::Warning) if objection.is_new("") => Err(self.text("new-na-reason-missing").into()),
            _ => Ok(String::new()),
        }
    }

    pub(super) fn ask_evidence(&mut self, at: usize) -> Step<()> {
        self.head("new-ask-evidence");
        self.ask_items(&List::Evidence(self.desk.rubric.criteria[at].id.clone()))
    }
}
