//! Ratings: of a member of the roster or of the cell, in a word that the cell declares, by somebody else's hand.

use std::collections::{HashMap, HashSet};

use super::hands::{Hand, Hands, Sign};
use super::signed::{self, Likeness, Signed};
use super::{Case, Facts, files, marks, personal, required, reviews};
use crate::base::diagnostic::{Code, Diagnostic, Problem};
use crate::base::text::fold_key;
use crate::model::member::Person;
use crate::model::rating::Rating;
use crate::parse::{ParsedRating, RatingKeys};

/// A rating at its end: what stands when it has no error, its problems, and the problems as the audience may read them.
pub struct Finished {
    /// The rating, when it has no error.
    pub rating: Option<Rating>,
    /// Its problems.
    pub problems: Vec<Problem>,
    /// The problems as the audience may read them.
    pub shown: Vec<Problem>,
}

/// The checks of a rating's text, which is read as a record's is.
const CHECKS: &[super::Check] =
    &[marks::controls, marks::invisible, marks::letters, marks::escaped, personal::secrecy, personal::numbers];

/// Checks the ratings that the audience may see.
pub fn judge(ratings: Vec<ParsedRating>, logs: &HashSet<String>, hands: &Hands<'_>, facts: &Facts) -> Vec<Finished> {
    let seen = ratings.into_iter().filter(|rating| super::may_see(&rating.file, facts.audience));
    let judged = seen.map(|rating| judge_one(rating, logs, hands, facts));
    let mut judged: Vec<(Case, RatingKeys)> = judged.collect();
    twice(&mut judged, facts);
    judged.into_iter().map(|(case, keys)| finish(case, keys, facts)).collect()
}

fn judge_one(rating: ParsedRating, logs: &HashSet<String>, hands: &Hands<'_>, facts: &Facts) -> (Case, RatingKeys) {
    let ParsedRating { file, keys } = rating;
    let mut case = super::examine_with(file, facts, CHECKS);
    files::broken_links(&mut case, facts, logs);
    if case.file.unread.is_none() && super::is_read(&case) {
        let mut found = Vec::new();
        missing(&case, &keys, &mut found);
        subject(&case, facts, &mut found);
        level(&keys, facts, &mut found);
        hand(&case, &keys, hands, facts, &mut found);
        reviews::after_as_of(keys.on.as_ref(), facts, &mut found);
        early(&keys, facts, &mut found);
        case.faults.append(&mut found);
    }
    (case, keys)
}

fn missing(case: &Case, keys: &RatingKeys, out: &mut Vec<Diagnostic>) {
    let missing = [
        ("period", keys.period.is_none()),
        ("level", keys.level.is_none()),
        ("by", keys.by.is_none()),
        ("on", keys.on.is_none()),
    ];
    for (key, missing) in missing {
        if missing {
            out.extend(required::missing_key(case, key));
        }
    }
}

fn subject(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    if let (Some(written), None) = (&case.file.draft.member, case.member) {
        out.push(required::not_a_member(written, &facts.settings.roster));
    }
}

/// The place of a level among the words that the cell declares; letter case, marks and blanks do not matter.
fn place(written: &str, facts: &Facts) -> Option<usize> {
    let words = &facts.settings.ratings;
    let exact = words.iter().position(|word| word == written);
    exact.or_else(|| words.iter().position(|word| fold_key(word) == fold_key(written)))
}

fn level(keys: &RatingKeys, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let Some(written) = &keys.level else { return };
    if place(&written.value, facts).is_none() {
        let words = &facts.settings.ratings;
        let expected = if words.is_empty() { "@ratings-none".to_owned() } else { words.join(", ") };
        let fault = Diagnostic::new(Code::UnknownRating, written.span).found(&written.value);
        let fault = fault.arg("expected", expected).arg("line-to-paste", settings_line(words, &written.value));
        out.push(fault.closest(&written.value, words.iter().map(String::as_str)));
    }
}

/// The line of the settings that declares `level` beside the other `words`.
fn settings_line(words: &[String], level: &str) -> String {
    let is_plain =
        |word: &str| word.starts_with(char::is_alphabetic) && word.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let quoted = |word: &str| if is_plain(word) { word.to_owned() } else { serde_json::Value::from(word).to_string() };
    let all: Vec<String> = words.iter().map(String::as_str).chain([level.trim()]).map(quoted).collect();
    format!("ratings: [{}]", all.join(", "))
}

/// Nobody writes down or commits a rating of their own.
fn hand(case: &Case, keys: &RatingKeys, hands: &Hands<'_>, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let on = keys.on.as_ref().and_then(|on| on.value);
    signed::reviewer(&Signed { by: keys.by.as_ref(), rater: keys.rater, on, of: case.member }, facts, out);
    let (Some(by), Some(member)) = (&keys.by, case.member) else { return };
    let roster = &facts.settings.roster;
    let own = match Likeness::of(&by.value, keys.rater, member, roster) {
        Some(Likeness::Same) => Some("@own-rating"),
        Some(Likeness::Alike) => Some("@own-rating-alike"),
        None => match hands.last_of(case.path(), member) {
            Some(Hand::Own(Sign::Address)) => Some("@own-rating-author"),
            Some(Hand::Own(Sign::Name)) => Some("@own-rating-author-name"),
            // That who wrote somebody's logs is that one is a guess, on which no rating is refused.
            Some(Hand::Own(Sign::Logs) | Hand::Others | Hand::Strangers) | None => None,
        },
    };
    if let Some(reason) = own {
        let fault = Diagnostic::new(Code::SelfRating, by.span).arg("member", &*roster.member(member).id);
        out.push(fault.arg("reason", reason));
    }
}

/// A year is customarily rated in its last weeks; days earlier than this before the end are told.
const CUSTOM: i64 = 31;

/// The same for a month.
const CUSTOM_OF_A_MONTH: i64 = 7;

/// Nobody can rate what has hardly begun.
fn early(keys: &RatingKeys, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let (Some(on), Some(period)) = (keys.on.as_ref(), keys.period.as_ref()) else { return };
    let (Some(day), Some(period)) = (on.value, period.value) else { return };
    let end = period.last_day();
    let custom = if period.months().count() == 1 { CUSTOM_OF_A_MONTH } else { CUSTOM };
    if day <= facts.as_of && day.days_until(end) > custom {
        let fault = Diagnostic::new(Code::RatingBeforeEnd, on.span).arg("date", day.to_string());
        out.push(fault.arg("other-date", end.to_string()));
    }
}

/// One rater rates a member in a period once; a rating with errors takes nobody's place.
fn twice(judged: &mut [(Case, RatingKeys)], facts: &Facts) {
    let mut first: HashMap<_, String> = HashMap::new();
    for (case, keys) in judged.iter_mut().filter(|(case, _)| !case.is_faulty(facts)) {
        let (Some(period), Some(rater)) = (keys.period.as_ref(), keys.rater) else { continue };
        let Some(of) = period.value.filter(|_| case.member.is_some() || case.file.draft.member.is_none()) else {
            continue;
        };
        let path = case.path().to_owned();
        if let Some(other) = first.get(&(case.member, of, rater)) {
            case.faults.push(Diagnostic::new(Code::RatingTwice, period.span).arg("other", other.clone()));
        } else {
            first.insert((case.member, of, rater), path);
        }
    }
}

fn finish(mut case: Case, keys: RatingKeys, facts: &Facts) -> Finished {
    let concealed = case.is_hidden(facts) || case.is_secret();
    let is_faulty = case.is_faulty(facts);
    let problems = super::located::located(&mut case, facts);
    let shown = if concealed { problems.iter().map(Problem::concealed).collect() } else { problems.clone() };
    let rating = (!is_faulty && !concealed).then(|| rating(case, keys, facts)).flatten();
    Finished { rating, problems, shown }
}

fn rating(case: Case, keys: RatingKeys, facts: &Facts) -> Option<Rating> {
    let by = keys.by?.value;
    Some(Rating {
        member: case.member,
        period: keys.period?.value?,
        level: place(&keys.level?.value, facts)?,
        by: facts.settings.roster.find_person(&by).map_or(Person::Other(by), Person::Member),
        rater: keys.rater?,
        on: keys.on?.value?,
        votes: keys.votes,
        body: case.file.draft.body,
        path: case.file.source.path,
    })
}
