//! Title, member, days and what else is said on one line.

use fluent_bundle::FluentValue;

use super::{Interview, Judged, Objection, Refusal, Step};
use crate::base::period::Date;
use crate::cli::new::people;
use crate::cli::prompt::Answer;
use crate::pipeline::new_log;

impl Interview<'_> {
    pub(super) fn ask_fact(&mut self, key: &'static str) -> Step<()> {
        self.head(&format!("new-ask-{}", key.replace('_', "-")));
        let begin = self.draft.said.answers.fact(key).to_owned();
        let objection = Objection::default();
        let judge = |asked: &Self, text: &str| match key {
            "title" if text.is_empty() => Err(asked.text("new-title-missing").into()),
            "title" => Ok(text.to_owned()),
            "assigned_by" => asked.person(text, &objection),
            key => asked.day(key, text),
        };
        let Answer::Is(text) = self.line(key, &begin, judge)? else { return Ok(Answer::Back) };
        self.draft.said.answers.set_fact(key, text);
        if key == "assigned" {
            self.ask_earlier_days_again();
        }
        self.look_for_alike(key);
        Ok(Answer::Is(()))
    }

    /// A day of the task, in its order with the others.
    fn day(&self, key: &str, text: &str) -> Judged {
        if text.is_empty() {
            return match key {
                "assigned" => Err(self.text("new-assigned-missing").into()),
                _ => Ok(String::new()),
            };
        }
        let date = self.date(text)?;
        let told = |key: &str, other: Date| {
            let other = FluentValue::from(other.label(self.terminal.catalog.lang()));
            Err(self.terminal.catalog.format(key, &[("other", other)]).into())
        };
        match (key, self.date_of("assigned")) {
            ("due" | "done", Some(assigned)) if date < assigned => told("new-before-assigned", assigned),
            ("done", _) if date > self.config.as_of => told("new-done-later", self.config.as_of),
            _ => Ok(date.to_string()),
        }
    }

    fn date_of(&self, key: &str) -> Option<Date> {
        Date::parse(self.draft.said.answers.fact(key))
    }

    /// Days that now lie before the task was given are asked again.
    fn ask_earlier_days_again(&mut self) {
        for key in ["due", "done"] {
            if self.date_of(key) < self.date_of("assigned") {
                self.draft.said.asked.retain(|asked| asked != key);
            }
        }
    }

    /// A day that is not written as one is offered as it may have been meant; without a year, in the present one.
    pub(super) fn date(&self, text: &str) -> Result<Date, Refusal> {
        Date::parse(text).ok_or_else(|| {
            let (year, ..) = self.config.as_of.parts();
            let meant = Date::meant(text).or_else(|| Date::meant(&format!("{text}/{year}")));
            let found = ("found", FluentValue::from(text.to_owned()));
            let why = match &meant {
                Some(meant) => {
                    let meant = ("meant", FluentValue::from(meant.as_str()));
                    self.terminal.catalog.format("new-day-meant", &[found, meant])
                }
                None => self.terminal.catalog.format("new-no-day", &[found]),
            };
            Refusal { why, meant }
        })
    }

    /// Somebody of the roster by id. Others are named as they are called, once it was said that the roster has no such name;
    /// one that was typed without marks is offered with them.
    pub(super) fn person(&self, written: &str, objection: &Objection) -> Judged {
        let roster = &self.config.settings.roster;
        if written.is_empty() || people::member(written, roster).is_some() || !objection.is_new(written) {
            return Ok(people::person(written, roster));
        }
        let catalog = self.terminal.catalog;
        let found = ("found", FluentValue::from(written.to_owned()));
        if let Some(meant) = people::meant(written, roster) {
            let why = catalog.format("new-person-meant", &[found, ("meant", FluentValue::from(meant))]);
            return Err(Refusal { why, meant: Some(meant.to_owned()) });
        }
        let why = catalog.format("new-nobody", &[found]);
        let near = roster.closest(written).map(FluentValue::from);
        let near = near.map(|word| catalog.format("did-you-mean", &[("word", word)]));
        Err(near.map_or(why.clone(), |near| format!("{near} {why}")).into())
    }

    /// Tells of a log of the same task as soon as enough is known, before anybody answers everything twice.
    fn look_for_alike(&self, key: &str) {
        if !["title", "member", "assigned"].contains(&key) {
            return;
        }
        // What the disk refuses now it refuses once more before the log is written, and is told then.
        if let Ok(Some(alike)) = new_log::alike(self.config, &self.draft.said.answers) {
            self.tell_of(&alike);
        }
    }

    pub(super) fn ask_member(&mut self) -> Step<()> {
        self.head("new-ask-member");
        let roster = &self.config.settings.roster;
        let members = roster.members();
        let names: Vec<String> = members.iter().map(|member| format!("{} ({})", member.name, member.id)).collect();
        let chosen = roster.find(self.draft.said.answers.fact("member"));
        let Answer::Is(at) = self.prompt.choose(&names, chosen.or(self.desk.myself).unwrap_or(0))? else {
            return Ok(Answer::Back);
        };
        self.draft.said.answers.set_fact("member", members[at].id.clone());
        self.look_for_alike("member");
        Ok(Answer::Is(()))
    }

    pub(super) fn ask_kind(&mut self) -> Step<()> {
        self.head("new-ask-kind");
        let options = ["new-kind-planned", "new-kind-arising", "new-skip"].map(|key| self.text(key));
        let ids = ["planned", "arising", ""];
        let at = ids.iter().position(|id| *id == self.draft.said.answers.fact("kind")).unwrap_or(2);
        let Answer::Is(at) = self.prompt.choose(&options, at)? else { return Ok(Answer::Back) };
        self.draft.said.answers.set_fact("kind", ids[at]);
        Ok(Answer::Is(()))
    }

    pub(super) fn ask_body(&mut self) -> Step<()> {
        self.head("new-ask-body");
        let begin = self.draft.said.answers.body.clone();
        let Answer::Is(text) = self.line("body", &begin, |_, text| Ok(text.to_owned()))? else {
            return Ok(Answer::Back);
        };
        self.draft.said.answers.body = text;
        Ok(Answer::Is(()))
    }
}
