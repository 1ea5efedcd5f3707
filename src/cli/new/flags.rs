//! What the command line answers.

use super::fault::Fault;
use super::keys::{Known, no_field};
use super::people;
use crate::base::form::{self, Shape};
use crate::base::period::Date;
use crate::base::text::closest;
use crate::cli::args::NewArgs;
use crate::config::Config;
use crate::model::member::Roster;
use crate::parse::{self, Value};
use crate::pipeline::new_log::Desk;
use crate::writing::{self, Answers, Claimed, settled};

/// Takes what the flags answer into `answers`, and returns the keys that they answer.
pub fn answered(args: &NewArgs, answers: &mut Answers, config: &Config, desk: &Desk) -> Result<Vec<String>, Fault> {
    let mut given: Vec<String> = Vec::new();
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let plain = [
        ("title", args.title.clone()),
        ("assigned", date(args.assigned)),
        ("due", date(args.due)),
        ("done", date(args.done)),
        ("assigned_by", args.assigned_by.clone()),
        ("member", args.member.as_deref().map(|written| member(written, &config.settings.roster)).transpose()?),
        ("kind", word("kind", "--kind", args.kind.as_deref())?),
        ("status", word("status", "--status", args.status.as_deref())?),
        ("visibility", word("visibility", "--visibility", args.visibility.as_deref())?),
    ];
    for (key, text) in plain {
        if let Some(text) = text {
            answers.set_fact(key, text);
            given.push(key.to_owned());
        }
    }
    if let Some(body) = &args.body {
        answers.body.clone_from(body);
        given.push("body".to_owned());
    }
    let mut first = Vec::new();
    for written in &args.set {
        let (key, value) = written.split_once('=').ok_or_else(|| fault("new-set-form", written))?;
        let (key, known) = (key.trim(), Known { desk, lang: config.lang });
        given.push(set(answers, key, value, known, &mut first)?);
    }
    name_people(answers, &config.settings.roster);
    *answers = settled(answers);
    in_order(answers)?;
    Ok(given)
}

/// Whoever is of the roster stands there by id, as when the questions are answered.
fn name_people(answers: &mut Answers, roster: &Roster) {
    let facts = form::FACTS.iter().filter(|part| part.shape == Shape::Person);
    for part in facts {
        if let Some(text) = answers.facts.get_mut(part.key) {
            *text = people::person(text.trim(), roster);
        }
    }
    for field in form::FIELDS {
        let items = answers.fields.get_mut(field.key).into_iter().flatten();
        for (key, text) in items.flatten() {
            if field.part(key).is_some_and(|part| part.shape == Shape::Person) {
                *text = people::person(text.trim(), roster);
            }
        }
    }
}

/// A task is not due before it is given. That it is not done before either, the check of the log says.
fn in_order(answers: &Answers) -> Result<(), Fault> {
    let day = |key| Date::parse(answers.fact(key));
    match (day("due"), day("assigned")) {
        (Some(due), Some(assigned)) if due < assigned => Err(Fault {
            facts: vec![("found", due.to_string()), ("other", assigned.to_string())],
            ..fault("new-due-before-assigned", "")
        }),
        _ => Ok(()),
    }
}

/// Stands for the title among the arguments, whose name is of the reader's language.
pub const TITLE: &str = "help-value-title";

/// The arguments without which nothing can be written and that nobody gave.
pub fn missing(answers: &Answers) -> Vec<&'static str> {
    let needed = [("title", TITLE), ("member", "--member"), ("assigned", "--assigned")];
    needed.into_iter().filter(|(key, _)| answers.fact(key).is_empty()).map(|(_, flag)| flag).collect()
}

/// Whether the day of the task is all that is missing, and `day` may stand for it: nothing that is said lies before.
pub fn lacks_the_day_alone(answers: &Answers, day: Date) -> bool {
    let is_earlier = |key| Date::parse(answers.fact(key)).is_some_and(|date| date < day);
    missing(answers) == ["--assigned"] && !is_earlier("due") && !is_earlier("done")
}

fn fault(key: &'static str, found: &str) -> Fault {
    Fault { key, facts: vec![("found", found.to_owned())], near: None }
}

/// The id of the member that `written` names by id or name.
fn member(written: &str, roster: &Roster) -> Result<String, Fault> {
    let ids: Vec<&str> = roster.called(written).into_iter().map(|at| roster.member(at).id.as_str()).collect();
    match ids[..] {
        [id] => Ok(id.to_owned()),
        [] => Err(Fault { near: roster.closest(written).map(str::to_owned), ..fault("new-no-member", written) }),
        _ => {
            let facts = vec![("found", written.to_owned()), ("expected", ids.join(", "))];
            Err(Fault { facts, ..fault("new-namesakes", written) })
        }
    }
}

/// The id of a word of the list under `key`.
fn word(key: &'static str, option: &'static str, written: Option<&str>) -> Result<Option<String>, Fault> {
    let Some(written) = written else { return Ok(None) };
    let words = form::WORDS.iter().find(|(list, _)| *list == key).map_or(&[][..], |(_, words)| words);
    let all: Vec<&str> = words.iter().flat_map(|(id, vietnamese)| [*id, *vietnamese]).collect();
    let unknown = || Fault {
        key: "usage-bad-value",
        facts: vec![("option", option.to_owned()), ("found", written.to_owned()), ("expected", all.join(", "))],
        near: closest(written, all.iter().copied()).map(str::to_owned),
    };
    parse::word_id(key, written).map(|id| Some(id.to_owned())).ok_or_else(unknown)
}

/// Answers one `--set KEY=VALUE`: a criterion with its level or a map, or a field with a text, a map or a list. What the
/// flags say of a field takes the place of what an earlier log said; named again it is one item more, and refused where
/// there is but one.
fn set(
    answers: &mut Answers,
    key: &str,
    written: &str,
    known: Known<'_>,
    first: &mut Vec<String>,
) -> Result<String, Fault> {
    let desk = known.desk;
    let value = value(written).ok_or_else(|| fault("new-set-value", written))?;
    if let Some(at) = desk.rubric.find(key) {
        let id = desk.rubric.criteria[at].id.clone();
        let claimed = writing::claim(id.clone(), value, &desk.rubric).ok_or_else(|| fault("new-set-level", written))?;
        if first.contains(&id) {
            return Err(fault("new-set-twice", &id));
        }
        first.push(id.clone());
        set_claim(answers, claimed, desk);
        return Ok(id);
    }
    let field = parse::key_among(key, parse::KEYS).and_then(form::field).ok_or_else(|| no_field(key, known))?;
    let is_first = !first.iter().any(|seen| seen == field.key);
    let values = match value {
        Value::List(values) => values,
        value => vec![value],
    };
    if !field.many && (!is_first || values.len() > 1) {
        return Err(fault("new-set-twice", field.key));
    }
    if is_first {
        first.push(field.key.to_owned());
        answers.fields.remove(field.key);
    }
    for value in values {
        let item = writing::item(value, field).ok_or_else(|| fault("new-set-value", written))?;
        answers.fields.entry(field.key.to_owned()).or_default().push(item);
    }
    Ok(field.key.to_owned())
}

/// Puts a claim in its place among the others, instead of an earlier one.
pub fn set_claim(answers: &mut Answers, claimed: Claimed, desk: &Desk) {
    answers.criteria.retain(|other| other.id != claimed.id);
    answers.criteria.push(claimed);
    answers.criteria.sort_by_key(|claimed| desk.rubric.find(&claimed.id));
}

/// A map or a list in the notation of logs, else the text as it stands.
fn value(written: &str) -> Option<Value> {
    if written.trim_start().starts_with(['{', '[']) {
        parse::value(written)
    } else {
        Some(Value::Text(written.to_owned()))
    }
}
