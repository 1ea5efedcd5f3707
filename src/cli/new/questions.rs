//! What is asked, in its order: what the answers so far call for.

use crate::base::form::{self, FieldForm};
use crate::base::period::Date;
use crate::model::rubric::{Field, LevelId, Rubric};
use crate::writing::Answers;

/// Something to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// One of [`form::FACTS`], by key.
    Fact(&'static str),
    /// The level of the criterion at this place of the rubric.
    Level(usize),
    /// Why this level.
    Reason(usize),
    /// A field.
    Field(&'static FieldForm),
    /// Evidence of a claim that no field shows.
    Evidence(usize),
    /// What is told below.
    Body,
}

/// The facts that are asked, in order; the others have flags.
const FACTS: [&str; 7] = ["title", "member", "assigned", "due", "done", "kind", "assigned_by"];

impl Question {
    /// Its name among the questions that were asked.
    pub fn id(self, rubric: &Rubric) -> String {
        let of = |at: usize| rubric.criteria[at].id.as_str();
        match self {
            Self::Fact(key) => key.to_owned(),
            Self::Level(at) => of(at).to_owned(),
            Self::Reason(at) => format!("{}/reason", of(at)),
            Self::Field(field) => field.key.to_owned(),
            Self::Evidence(at) => format!("{}/evidence", of(at)),
            Self::Body => "body".to_owned(),
        }
    }
}

/// All that there is to ask, given the answers so far.
pub fn all(rubric: &Rubric, answers: &Answers) -> Vec<Question> {
    let mut all: Vec<Question> = FACTS.into_iter().map(Question::Fact).collect();
    let day = counting_day(answers);
    for (at, criterion) in rubric.criteria.iter().enumerate() {
        if day.is_some_and(|day| !criterion.counts_on(day)) {
            continue;
        }
        all.push(Question::Level(at));
        let level = answers.claim(&criterion.id).map(|claimed| claimed.level.as_str());
        let claims = |level: LevelId| level.half_points() > 0;
        match level.and_then(|level| LevelId::ALL.into_iter().find(|known| known.id() == level)) {
            None => {}
            Some(level) if claims(level) => {
                let fields = criterion.evidence.iter().filter_map(|field| form::field(field.id()));
                for question in fields.map(Question::Field) {
                    if !all.contains(&question) {
                        all.push(question);
                    }
                }
                if level == LevelId::Partial {
                    all.push(Question::Reason(at));
                }
                if !is_shown(&criterion.evidence, answers) {
                    all.push(Question::Evidence(at));
                }
            }
            Some(_) => all.push(Question::Reason(at)),
        }
    }
    all.push(Question::Body);
    all
}

/// Whether a field says something of the criterion already.
fn is_shown(fields: &[Field], answers: &Answers) -> bool {
    fields.iter().any(|field| match field {
        Field::OnTime => {
            let day = |key| Date::parse(answers.fact(key));
            matches!((day("done"), day("due")), (Some(done), Some(due)) if done <= due)
        }
        field => answers.fields.get(field.id()).is_some_and(|items| !items.is_empty()),
    })
}

fn counting_day(answers: &Answers) -> Option<Date> {
    ["done", "due", "assigned"].into_iter().find_map(|key| Date::parse(answers.fact(key)))
}
