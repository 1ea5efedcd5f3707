//! The questions at a terminal: each is explained, wrong answers are explained and asked again, and every answer is kept
//! at once.

use fluent_bundle::FluentValue;

use super::draft::Draft;
use super::flags::set_claim;
use super::questions::{self, Question, parts};
use crate::base::diagnostic::emit;
use crate::base::error::Result;
use crate::base::form::{self, EVIDENCE, FieldForm, Part, Shape};
use crate::base::i18n::Args;
use crate::base::period::Date;
use crate::base::text::{fold_key, has_letters, prose_key};
use crate::cli::prompt::{Answer, Prompt, Stopped};
use crate::cli::terminal::Terminal;
use crate::config::Config;
use crate::model::rubric::LevelId;
use crate::pipeline::new_log::{self, Desk, Proposed};
use crate::writing::{Claimed, Item, settled};

/// How the questions ended.
pub enum End {
    /// The log is to be written.
    Write(Box<Proposed>),
    /// Somebody stopped; what was answered is kept.
    Kept,
}

/// Questions being asked.
pub struct Interview<'i> {
    config: &'i Config,
    desk: &'i Desk,
    draft: Draft,
    prompt: Prompt,
    terminal: &'i Terminal,
}

type Step<T> = std::result::Result<Answer<T>, Stopped>;

/// Whether there is another item to ask for.
enum More<T> {
    Is(T),
    NoMore,
}

impl<'i> Interview<'i> {
    /// Questions about `draft`, at `prompt`.
    pub fn new(config: &'i Config, desk: &'i Desk, draft: Draft, prompt: Prompt, terminal: &'i Terminal) -> Self {
        Self { config, desk, draft, prompt, terminal }
    }

    /// Gives the terminal back.
    pub fn leave(self) -> Draft {
        self.draft
    }

    /// Asks until the log can be written or somebody stops.
    pub fn hold(&mut self) -> Result<End> {
        self.say("new-welcome", &[]);
        if self.offer_left().is_err() || self.ask_all().is_err() {
            self.draft.keep();
            return Ok(End::Kept);
        }
        loop {
            let proposed = new_log::propose(self.config, &self.draft.answers, &self.terminal.catalog)?;
            match self.last_word(&proposed) {
                Ok(true) => return Ok(End::Write(Box::new(proposed))),
                Ok(false) => {}
                Err(Stopped) => return Ok(End::Kept),
            }
        }
    }

    fn say(&self, key: &str, facts: &Args<'_>) {
        self.prompt.say(&self.terminal.catalog.format(key, facts));
    }

    fn text(&self, key: &str) -> String {
        self.terminal.catalog.text(key)
    }

    /// A draft that was left here is gone on with, if that is wished.
    fn offer_left(&mut self) -> std::result::Result<(), Stopped> {
        let Some(left) = self.draft.left() else { return Ok(()) };
        let title = match left.answers.fact("title") {
            "" => self.text("new-untitled"),
            title => title.to_owned(),
        };
        self.say("new-left", &[("title", FluentValue::from(title))]);
        let options = [self.text("new-left-go-on"), self.text("new-left-anew")];
        if self.prompt.choose(&options, 0)? != Answer::Is(1) {
            self.draft = left;
        }
        Ok(())
    }

    fn ask_all(&mut self) -> std::result::Result<(), Stopped> {
        loop {
            let all = questions::all(&self.desk.rubric, &self.draft.answers);
            let next = all.into_iter().find(|question| !self.draft.asked.contains(&question.id(&self.desk.rubric)));
            let Some(question) = next else { return Ok(()) };
            match self.ask(question)? {
                Answer::Is(()) => self.draft.asked.push(question.id(&self.desk.rubric)),
                Answer::Back => {
                    self.draft.asked.pop();
                }
            }
            self.draft.answers = settled(&self.draft.answers);
            self.draft.keep();
        }
    }

    /// Shows the log and what is wrong with it; `true` when it is to be written, `false` when something was changed.
    fn last_word(&mut self, proposed: &Proposed) -> std::result::Result<bool, Stopped> {
        self.say("new-ready", &[("path", FluentValue::from(proposed.path.as_str()))]);
        self.prompt.say(&proposed.text);
        let mut problems = Vec::new();
        // Writing into memory does not fail.
        let _ =
            emit::write_text(&proposed.problems, &self.terminal.catalog, self.terminal.stderr_colour(), &mut problems);
        self.prompt.say_painted(&String::from_utf8_lossy(&problems));
        let mut options = vec![self.text("new-end-change"), self.text("new-end-leave")];
        if proposed.is_sound() {
            options.insert(0, self.text("new-end-write"));
        } else {
            self.say("new-end-unsound", &[]);
        }
        let chosen = self.prompt.choose(&options, 0)?;
        let from_end = match chosen {
            Answer::Is(at) => options.len() - at,
            Answer::Back => 2,
        };
        match from_end {
            3 => Ok(true),
            2 => self.change().map(|()| false),
            _ => Err(Stopped),
        }
    }

    /// Asks one of the questions again, and what follows from the new answer.
    fn change(&mut self) -> std::result::Result<(), Stopped> {
        let all = questions::all(&self.desk.rubric, &self.draft.answers);
        let names: Vec<String> = all.iter().map(|question| self.name(*question)).collect();
        self.say("new-which", &[]);
        if let Answer::Is(at) = self.prompt.choose(&names, 0)?
            && self.ask(all[at])? == Answer::Is(())
        {
            self.draft.answers = settled(&self.draft.answers);
            self.draft.keep();
        }
        self.ask_all()
    }

    /// What a question is called in a list of them.
    fn name(&self, question: Question) -> String {
        let criterion = |at: usize| &self.desk.rubric.criteria[at];
        let label =
            |at: usize| format!("{} {}", criterion(at).id, criterion(at).label.get(self.terminal.catalog.lang()));
        match question {
            Question::Fact(key) => self.text(&format!("new-name-{}", key.replace('_', "-"))),
            Question::Level(at) => label(at),
            Question::Reason(at) => format!("{}: {}", label(at), self.text("new-name-reason")),
            Question::Evidence(at) => format!("{}: {}", label(at), self.text("new-name-evidence")),
            Question::Field(field) => self.text(&format!("new-ask-{}", field.key)),
            Question::Body => self.text("new-name-body"),
        }
    }

    fn ask(&mut self, question: Question) -> Step<()> {
        self.prompt.say("");
        match question {
            Question::Fact("member") => self.ask_member(),
            Question::Fact("kind") => self.ask_kind(),
            Question::Fact(key) => self.ask_fact(key),
            Question::Level(at) => self.ask_level(at),
            Question::Reason(at) => self.ask_reason(at),
            Question::Field(field) => self.ask_field(field),
            Question::Evidence(at) => self.ask_evidence(at),
            Question::Body => {
                self.head("new-ask-body");
                self.draft.answers.body = match self.prompt.line(&self.draft.answers.body.clone())? {
                    Answer::Is(text) => text,
                    Answer::Back => return Ok(Answer::Back),
                };
                Ok(Answer::Is(()))
            }
        }
    }

    /// A question with what is to be known about it.
    fn head(&self, key: &str) {
        self.prompt.say(&self.text(key));
        if let Some(hint) = self.terminal.catalog.find(&format!("{key}.hint"), &[]) {
            self.prompt.say(&hint);
        }
    }

    /// Asks for a line until `judge` takes it; what is wrong is said before it is asked again.
    fn line(
        &mut self,
        begin: &str,
        judge: impl Fn(&Self, &str) -> std::result::Result<String, String>,
    ) -> Step<String> {
        let mut begin = begin.to_owned();
        loop {
            let Answer::Is(text) = self.prompt.line(&begin)? else { return Ok(Answer::Back) };
            match judge(self, text.trim()) {
                Ok(text) => return Ok(Answer::Is(text)),
                Err(fault) => {
                    self.prompt.say(&format!("! {fault}"));
                    begin = text;
                }
            }
        }
    }

    fn ask_fact(&mut self, key: &'static str) -> Step<()> {
        self.head(&format!("new-ask-{}", key.replace('_', "-")));
        let begin = self.draft.answers.fact(key).to_owned();
        let judge = |asked: &Self, text: &str| match key {
            "title" if text.is_empty() => Err(asked.text("new-title-missing")),
            "title" => Ok(text.to_owned()),
            "assigned_by" => Ok(asked.person(text)),
            key => asked.day(key, text),
        };
        let Answer::Is(text) = self.line(&begin, judge)? else { return Ok(Answer::Back) };
        self.draft.answers.set_fact(key, text);
        Ok(Answer::Is(()))
    }

    /// A day of the task, in its order with the others.
    fn day(&self, key: &str, text: &str) -> std::result::Result<String, String> {
        if text.is_empty() {
            return match key {
                "assigned" => Err(self.text("new-assigned-missing")),
                _ => Ok(String::new()),
            };
        }
        let date = self.date(text)?;
        let other = |key: &str| Date::parse(self.draft.answers.fact(key));
        let before = |other: Option<Date>| other.filter(|other| date < *other);
        let told = |key: &str, other: Date| {
            let other = FluentValue::from(other.label(self.terminal.catalog.lang()));
            Err(self.terminal.catalog.format(key, &[("other", other)]))
        };
        match key {
            "due" | "done" if let Some(assigned) = before(other("assigned")) => told("new-before-assigned", assigned),
            "done" if date > self.config.as_of => told("new-done-later", self.config.as_of),
            _ => Ok(date.to_string()),
        }
    }

    fn date(&self, text: &str) -> std::result::Result<Date, String> {
        Date::parse(text).ok_or_else(|| {
            let fault = self.terminal.catalog.format("new-no-day", &[("found", FluentValue::from(text.to_owned()))]);
            let meant = Date::meant(text).map(FluentValue::from);
            let meant = meant.map(|meant| self.terminal.catalog.format("did-you-mean", &[("word", meant)]));
            meant.map_or_else(|| fault.clone(), |meant| format!("{fault}; {meant}"))
        })
    }

    /// The id of the one member whose name or id this is, whatever its case and marks; else the text itself.
    fn person(&self, text: &str) -> String {
        let roster = &self.config.settings.roster;
        if let Some(at) = roster.find_person(text) {
            return roster.member(at).id.clone();
        }
        let folded = fold_key(text);
        let mut same = roster.members().iter().filter(|member| fold_key(&member.name) == folded);
        match (same.next(), same.next()) {
            (Some(member), None) if !folded.is_empty() => member.id.clone(),
            _ => text.to_owned(),
        }
    }

    fn ask_member(&mut self) -> Step<()> {
        self.head("new-ask-member");
        let members = self.config.settings.roster.members();
        let names: Vec<String> = members.iter().map(|member| format!("{} ({})", member.name, member.id)).collect();
        let chosen = self.config.settings.roster.find(self.draft.answers.fact("member"));
        let Answer::Is(at) = self.prompt.choose(&names, chosen.or(self.desk.myself).unwrap_or(0))? else {
            return Ok(Answer::Back);
        };
        self.draft.answers.set_fact("member", members[at].id.clone());
        Ok(Answer::Is(()))
    }

    fn ask_kind(&mut self) -> Step<()> {
        self.head("new-ask-kind");
        let options = ["new-kind-planned", "new-kind-arising", "new-skip"].map(|key| self.text(key));
        let ids = ["planned", "arising", ""];
        let at = ids.iter().position(|id| *id == self.draft.answers.fact("kind")).unwrap_or(2);
        let Answer::Is(at) = self.prompt.choose(&options, at)? else { return Ok(Answer::Back) };
        self.draft.answers.set_fact("kind", ids[at]);
        Ok(Answer::Is(()))
    }

    /// The criterion in its official words and the levels; passing over is offered first, so that nothing is claimed by
    /// pressing Enter alone.
    fn ask_level(&mut self, at: usize) -> Step<()> {
        let (criterion, lang) = (&self.desk.rubric.criteria[at], self.terminal.catalog.lang());
        self.prompt.say(&format!("{} – {}", criterion.id, criterion.label.get(lang)));
        self.prompt.say(criterion.text.get(lang));
        let levels = self.desk.rubric.levels.iter().filter(|level| level.id != LevelId::Na || criterion.na_allowed);
        let levels: Vec<_> = levels.collect();
        let told = |means: &str| if means.is_empty() { String::new() } else { format!(" – {means}") };
        let mut options: Vec<String> =
            levels.iter().map(|level| format!("{}{}", level.label.get(lang), told(level.means.get(lang)))).collect();
        options.push(self.text("new-skip"));
        let before = self.draft.answers.claim(&criterion.id).cloned();
        let claimed =
            before.as_ref().and_then(|claimed| levels.iter().position(|level| level.id.id() == claimed.level));
        let Answer::Is(chosen) = self.prompt.choose(&options, claimed.unwrap_or(levels.len()))? else {
            return Ok(Answer::Back);
        };
        match levels.get(chosen) {
            Some(level) => {
                let claimed =
                    Claimed { id: criterion.id.clone(), level: level.id.id().to_owned(), ..before.unwrap_or_default() };
                set_claim(&mut self.draft.answers, claimed, self.desk);
            }
            None => self.draft.answers.criteria.retain(|claimed| claimed.id != criterion.id),
        }
        Ok(Answer::Is(()))
    }

    fn ask_reason(&mut self, at: usize) -> Step<()> {
        self.head("new-ask-reason");
        let id = &self.desk.rubric.criteria[at].id;
        let Some(mut claimed) = self.draft.answers.claim(id).cloned() else { return Ok(Answer::Is(())) };
        let Answer::Is(text) = self.prompt.line(&claimed.reason)? else { return Ok(Answer::Back) };
        claimed.reason = text;
        set_claim(&mut self.draft.answers, claimed, self.desk);
        Ok(Answer::Is(()))
    }

    fn ask_evidence(&mut self, at: usize) -> Step<()> {
        self.head("new-ask-evidence");
        let id = &self.desk.rubric.criteria[at].id;
        let Some(mut claimed) = self.draft.answers.claim(id).cloned() else { return Ok(Answer::Is(())) };
        match self.ask_items(&EVIDENCE, &["note", "ref"], claimed.evidence)? {
            Answer::Back => return Ok(Answer::Back),
            Answer::Is(items) => claimed.evidence = items,
        }
        set_claim(&mut self.draft.answers, claimed, self.desk);
        Ok(Answer::Is(()))
    }

    fn ask_field(&mut self, field: &'static FieldForm) -> Step<()> {
        self.head(&format!("new-ask-{}", field.key));
        let before = self.draft.answers.fields.remove(field.key).unwrap_or_default();
        match self.ask_items(field, parts(field), before.clone()) {
            Ok(Answer::Is(items)) => {
                self.draft.answers.fields.insert(field.key.to_owned(), items);
                Ok(Answer::Is(()))
            }
            stopped => {
                self.draft.answers.fields.insert(field.key.to_owned(), before);
                stopped.map(|_| Answer::Back)
            }
        }
    }

    /// Item after item until a blank one; those that there are already are gone through first.
    fn ask_items(&mut self, field: &'static FieldForm, keys: &[&'static str], before: Vec<Item>) -> Step<Vec<Item>> {
        let (mut items, mut before) = (Vec::new(), before.into_iter());
        loop {
            let Answer::Is(item) = self.ask_item(field, keys, before.next().unwrap_or_default())? else {
                return Ok(Answer::Back);
            };
            match item {
                More::NoMore => {
                    if before.len() == 0 {
                        return Ok(Answer::Is(items));
                    }
                }
                More::Is(item) => items.push(item),
            }
            if !field.many && !items.is_empty() {
                return Ok(Answer::Is(items));
            }
            if before.len() == 0 {
                self.say("new-more", &[]);
            }
        }
    }

    /// One item: its main text, and when there is one the other parts. Parts that are not asked stay as they were.
    fn ask_item(&mut self, field: &'static FieldForm, keys: &[&'static str], mut item: Item) -> Step<More<Item>> {
        for (number, key) in keys.iter().enumerate() {
            let part = field.part(key).expect("a part of the field");
            if number > 0 {
                self.prompt.say(&self.text(&format!("new-part-{}", part.key)));
            }
            let begin = item.get(*key).cloned().unwrap_or_default();
            let Answer::Is(text) = self.ask_part(field, part, &begin)? else { return Ok(Answer::Back) };
            if number == 0 && text.is_empty() {
                return Ok(Answer::Is(More::NoMore));
            }
            item.insert((*key).to_owned(), text);
        }
        Ok(Answer::Is(More::Is(item)))
    }

    fn ask_part(&mut self, field: &'static FieldForm, part: &'static Part, begin: &str) -> Step<String> {
        let judge = |asked: &Self, text: &str| match part.shape {
            _ if text.is_empty() => Ok(String::new()),
            Shape::Date => asked.date(text).map(|date| date.to_string()),
            Shape::Person => Ok(asked.person(text)),
            _ => Ok(text.to_owned()),
        };
        let Answer::Is(text) = self.line(begin, judge)? else { return Ok(Answer::Back) };
        if !is_prose(field, part) || says_something(&text) {
            return Ok(Answer::Is(text));
        }
        self.prompt.say(&format!("! {}", self.text("new-says-nothing")));
        self.line(&text, judge)
    }
}

/// Whether a text counts as evidence only when it says something.
fn is_prose(field: &FieldForm, part: &Part) -> bool {
    let fields = ["purpose", "procedure", "strengths", "weaknesses", "context", "lessons"];
    fields.contains(&field.key) && part.key == form::TEXT || field.key == EVIDENCE.key && part.key == "note"
}

fn says_something(text: &str) -> bool {
    let key = prose_key(text);
    let bare = key.trim_matches(|c: char| !c.is_alphanumeric());
    text.is_empty() || has_letters(&key, form::FEWEST_LETTERS) && !form::PLACEHOLDERS.contains(&bare)
}
