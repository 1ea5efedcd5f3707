//! What was answered so far, in words.

use super::Interview;
use crate::base::period::Date;
use crate::cli::new::questions::{self, Question};
use crate::model::rubric::LevelId;
use crate::writing::Item;

/// Letters of an answer that are shown of it in a list.
const SHOWN: usize = 60;

impl Interview<'_> {
    /// Says what a draft that is gone on with has already; of a new one there is nothing to say.
    pub(super) fn recall(&self) {
        if self.draft.file().is_none() {
            return;
        }
        let all = questions::all(&self.desk.rubric, &self.draft.said.answers);
        let answered = all.into_iter().filter(|question| self.is_asked(*question) && self.answer(*question).is_some());
        let lines: Vec<String> = answered.map(|question| format!("  {}", self.with_answer(question))).collect();
        if !lines.is_empty() {
            self.say("new-answered", &[]);
            self.prompt.say(&lines.join("\n"));
        }
    }

    /// What a question is called in a list of them, with its answer if it has one.
    pub(super) fn with_answer(&self, question: Question) -> String {
        let name = self.name(question);
        self.answer(question).map_or(name.clone(), |answer| format!("{name}: {answer}"))
    }

    fn name(&self, question: Question) -> String {
        let criterion = |at: usize| &self.desk.rubric.criteria[at];
        let label =
            |at: usize| format!("{} {}", criterion(at).id, criterion(at).label.get(self.terminal.catalog.lang()));
        match question {
            Question::Fact(key) => self.text(&format!("new-name-{}", key.replace('_', "-"))),
            Question::Level(at) => label(at),
            Question::Reason(at) => format!("{}, {}", criterion(at).id, self.text("new-name-reason")),
            Question::Evidence(at) => format!("{}, {}", criterion(at).id, self.text("new-name-evidence")),
            Question::Field(field) => self.text(&format!("new-ask-{}", field.key)),
            Question::Body => self.text("new-name-body"),
        }
    }

    /// The answer on one line; nothing when there is none.
    fn answer(&self, question: Question) -> Option<String> {
        let answers = &self.draft.said.answers;
        let claim = |at: usize| answers.claim(&self.desk.rubric.criteria[at].id);
        let text = match question {
            Question::Fact(key) => self.fact(key, answers.fact(key)),
            Question::Level(at) => self.level(&claim(at)?.level)?,
            Question::Reason(at) => claim(at)?.reason.clone(),
            Question::Evidence(at) => joined(&claim(at)?.evidence, "note"),
            Question::Field(field) => joined(answers.fields.get(field.key)?, field.asked()[0]),
            Question::Body => answers.body.clone(),
        };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then(|| shortened(&line))
    }

    fn fact(&self, key: &str, answer: &str) -> String {
        let roster = &self.config.settings.roster;
        match key {
            "kind" if !answer.is_empty() => self.text(&format!("new-kind-{answer}")),
            "member" | "assigned_by" => {
                roster.find(answer).map_or(answer.to_owned(), |at| roster.member(at).name.clone())
            }
            "title" => answer.to_owned(),
            _ => Date::parse(answer).map_or(answer.to_owned(), |date| date.label(self.terminal.catalog.lang())),
        }
    }

    fn level(&self, id: &str) -> Option<String> {
        let level = LevelId::ALL.into_iter().find(|level| level.id() == id)?;
        let known = self.desk.rubric.levels.iter().find(|known| known.id == level)?;
        Some(known.label.get(self.terminal.catalog.lang()).to_owned())
    }
}

fn joined(items: &[Item], key: &str) -> String {
    items.iter().filter_map(|item| item.get(key)).map(String::as_str).collect::<Vec<_>>().join("; ")
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}
