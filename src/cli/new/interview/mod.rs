//! The questions at a terminal: each is explained, wrong answers are explained and asked again, and every answer is kept
//! at once.

mod claims;
mod facts;
mod items;
mod recall;

use std::cell::RefCell;
use std::collections::BTreeMap;

use fluent_bundle::FluentValue;

use super::draft::Draft;
use super::questions::{self, Question};
use crate::base::diagnostic::emit;
use crate::base::error::Result;
use crate::base::i18n::Args;
use crate::cli::prompt::{Answer, Line, Prompt, Stopped, Way};
use crate::cli::terminal::Terminal;
use crate::config::Config;
use crate::pipeline::new_log::{self, Desk, Proposed};
use crate::writing::settled;

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
    /// Whether it was said that nothing is kept.
    is_loss_told: bool,
    /// Lines that were refused, by what they answer.
    refused: BTreeMap<String, String>,
}

type Step<T> = std::result::Result<Answer<T>, Stopped>;

/// An answer as it is kept, or why it cannot be one.
type Judged = std::result::Result<String, Refusal>;

/// Why a line is asked for again.
struct Refusal {
    why: String,
    /// What may have been meant.
    meant: Option<String>,
}

impl From<String> for Refusal {
    fn from(why: String) -> Self {
        Self { why, meant: None }
    }
}

impl<'i> Interview<'i> {
    /// Questions about `draft`, at `prompt`.
    pub fn new(config: &'i Config, desk: &'i Desk, draft: Draft, prompt: Prompt, terminal: &'i Terminal) -> Self {
        Self { config, desk, draft, prompt, terminal, is_loss_told: false, refused: BTreeMap::new() }
    }

    /// Gives the terminal back.
    pub fn leave(self) -> Draft {
        self.draft
    }

    /// Asks until the log can be written or somebody stops.
    pub fn hold(&mut self) -> Result<End> {
        self.recall();
        if self.ask_all().is_err() {
            return Ok(End::Kept);
        }
        loop {
            let proposed = new_log::propose(self.config, &self.draft.said.answers, self.terminal.catalog)?;
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

    fn ask_all(&mut self) -> std::result::Result<(), Stopped> {
        loop {
            let all = questions::all(&self.desk.rubric, &self.draft.said.answers);
            let next = all.into_iter().find(|question| !self.is_asked(*question));
            let Some(question) = next else { return Ok(()) };
            match self.ask(question)? {
                Answer::Is(()) => {
                    let id = question.id(&self.desk.rubric);
                    self.draft.said.asked.push(id);
                }
                Answer::Back => {
                    self.draft.said.asked.pop();
                }
            }
            self.settle();
        }
    }

    fn is_asked(&self, question: Question) -> bool {
        self.draft.said.asked.contains(&question.id(&self.desk.rubric))
    }

    fn settle(&mut self) {
        self.draft.said.answers = settled(&self.draft.said.answers);
        self.keep();
    }

    /// Keeps what is said so far; where that cannot be, whoever answers should know before it is too late.
    fn keep(&mut self) {
        self.draft.keep();
        if !self.draft.is_kept() && !self.is_loss_told {
            self.is_loss_told = true;
            self.prompt.say(&format!("! {}", self.text("new-not-keeping")));
        }
    }

    /// Shows the log and what is wrong with it; `true` when it is to be written, `false` when something was changed.
    fn last_word(&mut self, proposed: &Proposed) -> std::result::Result<bool, Stopped> {
        self.show(proposed);
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

    fn show(&self, proposed: &Proposed) {
        self.prompt.say("");
        self.say("new-ready", &[("path", FluentValue::from(proposed.path.as_str()))]);
        self.prompt.show(&proposed.text);
        let mut problems = Vec::new();
        // Writing into memory does not fail.
        let _ =
            emit::write_text(&proposed.problems, self.terminal.catalog, self.terminal.stderr_colour(), &mut problems);
        self.prompt.show_painted(&String::from_utf8_lossy(&problems));
        if let Some(alike) = &proposed.alike {
            self.tell_of(alike);
        }
    }

    fn tell_of(&self, alike: &str) {
        let told = self.terminal.catalog.format("new-alike", &[("path", FluentValue::from(alike))]);
        self.prompt.say(&format!("! {told}"));
    }

    /// Asks one of the questions again, and what follows from the new answer.
    fn change(&mut self) -> std::result::Result<(), Stopped> {
        let all = questions::all(&self.desk.rubric, &self.draft.said.answers);
        let names: Vec<String> = all.iter().map(|question| self.with_answer(*question)).collect();
        self.say("new-which", &[]);
        if let Answer::Is(at) = self.prompt.choose(&names, 0)?
            && self.ask(all[at])? == Answer::Is(())
        {
            self.settle();
        }
        self.ask_all()
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
            Question::Body => self.ask_body(),
        }
    }

    /// A question with what is to be known about it.
    fn head(&self, key: &str) {
        self.prompt.say(&self.text(key));
        if let Some(hint) = self.terminal.catalog.find(&format!("{key}.hint"), &[]) {
            self.prompt.say(&hint);
        }
    }

    /// Asks for a line until `judge` takes it; what is wrong is said before it is asked again. The line begins with what
    /// was typed at this `place` before somebody stopped or went back, else with `begin`; what was refused is to be typed
    /// anew.
    fn line(&mut self, place: &str, begin: &str, judge: impl Fn(&Self, &str) -> Judged) -> Step<String> {
        let begun = self.draft.said.begun.get(place).map_or(begin, String::as_str);
        let is_refused = self.refused.get(place).is_some_and(|refused| refused == begun);
        let mut line = if is_refused { Line::marked(begun) } else { Line::of(begun) };
        loop {
            let draft = &mut self.draft;
            let (text, way) = self.prompt.line(line, |text| draft.set_aside(place, begin, text));
            if way != Way::On {
                self.draft.set_aside(place, begin, &text);
                return if way == Way::Back { Ok(Answer::Back) } else { Err(Stopped) };
            }
            match judge(self, text.trim()) {
                Ok(text) => {
                    self.draft.said.begun.remove(place);
                    return Ok(Answer::Is(text));
                }
                Err(Refusal { why, meant }) => {
                    self.prompt.say(&format!("! {why}"));
                    let offered = meant.unwrap_or(text);
                    line = Line::marked(&offered);
                    self.refused.insert(place.to_owned(), offered);
                }
            }
        }
    }
}

/// Objects to an answer once: sent again as it is, it stands.
#[derive(Default)]
struct Objection(RefCell<Option<String>>);

impl Objection {
    /// Whether `text` was not objected to before; now it is.
    fn is_new(&self, text: &str) -> bool {
        self.0.replace(Some(text.to_owned())).is_none_or(|before| before != text)
    }
}
