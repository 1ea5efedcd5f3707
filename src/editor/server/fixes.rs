//! Problems as an editor shows them, and the changes that mend them.

use fluent_bundle::FluentValue;
use serde_json::{Value, json};

use super::cursor::{front_matter, has_key};
use super::desk::Desk;
use super::offer::{language, name};
use super::place::{covered, range_of};
use crate::base::diagnostic::{Code, Problem, Severity};
use crate::base::i18n::Catalog;
use crate::base::text::nfc;
use crate::editor::form::{self, Field, Form};

/// A problem as the protocol has it.
pub fn diagnostic(text: &str, problem: &Problem, catalog: &Catalog) -> Value {
    let (start, end) = covered(text, problem);
    let mut message = format!("{}\n{}", problem.message(catalog), problem.hint(catalog));
    if let Some(accepted) = &problem.accepted {
        message = format!("{message}\n{}", accepted.message(catalog));
    }
    let severity = match (&problem.accepted, problem.severity) {
        (Some(_), _) => 3,
        (None, Severity::Error) => 1,
        (None, Severity::Warning) => 2,
    };
    json!({
        "range": range_of(text, start, end),
        "severity": severity,
        "code": problem.code.id(),
        "source": "hieucan",
        "message": message,
    })
}

/// The changes that mend those of `problems` that touch the bytes from `start` to `end`.
pub fn actions(text: &str, uri: &str, (start, end): (usize, usize), problems: &[Problem], desk: &Desk) -> Value {
    let touched = problems.iter().filter(|problem| {
        let (from, to) = covered(text, problem);
        from <= end && to >= start
    });
    let actions = touched.filter_map(|problem| {
        let (title, edit) = fix(text, problem, desk)?;
        Some(json!({
            "title": title,
            "kind": "quickfix",
            "isPreferred": true,
            "diagnostics": [diagnostic(text, problem, desk.catalog)],
            "edit": {"changes": {uri: [edit]}},
        }))
    });
    Value::Array(actions.collect())
}

fn fix(text: &str, problem: &Problem, desk: &Desk) -> Option<(String, Value)> {
    let (start, end) = covered(text, problem);
    let said = |key: &str, word: &str| desk.catalog.format(key, &[("word", FluentValue::from(word.to_owned()))]);
    let replaced = |word: &str| json!({"range": range_of(text, start, end), "newText": word});
    let fact = |name| problem.args.iter().find(|(fact, _)| *fact == name).map(|(_, value)| value.as_str());
    match problem.code {
        Code::MissingKey => {
            let (form, field) = field(fact("key")?)?;
            // A key that is there and blank is to be filled in, not written again.
            let (first, _) = front_matter(text).filter(|_| !has_key(text, form, field.key))?;
            let key = name(field.key, language(text, desk));
            let edit = json!({"range": range_of(text, first, first), "newText": format!("{key}: \n")});
            Some((said("fix-add", key), edit))
        }
        Code::NoBreakSpace => Some((said("fix-replace", " "), replaced(" "))),
        Code::ZeroWidth => Some((desk.catalog.text("fix-remove"), replaced(""))),
        Code::NotNfc => {
            let composed = nfc(&text[start..end]).into_owned();
            (composed != text[start..end]).then(|| (said("fix-replace", &composed), replaced(&composed)))
        }
        // A name with other marks may be somebody else's: nobody is put in their place.
        Code::MemberNotId if fact("next")? != "@member-same" => None,
        Code::MemberNotId => {
            let id = fact("expected")?.trim_matches('`');
            (!id.contains(", ")).then(|| (said("fix-replace", id), replaced(id)))
        }
        // A claim with its level is a line of a map, and stands where a text stood.
        Code::UnknownCriterion if problem.closest.as_ref().is_some_and(|line| line.contains(": ")) => None,
        _ => problem.closest.as_deref().map(|word| (said("fix-replace", word), replaced(word))),
    }
}

/// The field of a record, a review or a rating with this key.
fn field(key: &str) -> Option<(&'static Form, &'static Field)> {
    let forms: [&'static Form; 3] = [&form::LOG, &form::REVIEW, &form::RATING];
    forms.into_iter().find_map(|form| Some((form, form.field(key)?)))
}
