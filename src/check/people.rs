//! People: a roster id or an exact name; an excuse is confirmed by someone else of the roster.

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Text;
use crate::model::member::Roster;
use crate::parse::plain_or_quoted;

/// `assigned_by`, `direction.by` and `revisions.by` are known.
pub fn people(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    let direction = draft.content.direction.as_ref().and_then(|direction| direction.by.as_ref());
    let revisions = draft.content.revisions.iter().filter_map(|revision| revision.by.as_ref());
    for person in draft.assigned_by.iter().chain(direction).chain(revisions) {
        if facts.settings.roster.find_person(&person.value).is_none() {
            out.push(unknown(person, Code::UnknownPerson, &facts.settings.roster));
        }
    }
}

/// The fault of naming somebody who is not in the roster, or whose name is that of several members.
pub fn unknown(person: &Text, code: Code, roster: &Roster) -> Diagnostic {
    let fault = Diagnostic::new(code, person.span).found(&person.value);
    if roster.is_shared(&person.value) {
        return fault.arg("reason", "@person-shared").arg("next", "@write-id");
    }
    let next = if code == Code::UnknownReviewer { "@write-reviewer" } else { "@write-person" };
    let closest = roster.closest(&person.value).map(str::to_owned);
    Diagnostic { closest, ..fault.arg("reason", "@person-unknown").arg("next", next) }
}

/// An excuse gives a cause that another member confirmed, else it does not count.
pub fn excuse(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let Some(excuse) = &case.file.draft.content.excused else { return };
    let confirmed_by = excuse.confirmed_by.as_ref();
    let confirmer = confirmed_by.and_then(|person| facts.settings.roster.find_person(&person.value));
    let reason = match (confirmed_by, confirmer) {
        (None, _) => "@excuse-missing",
        (Some(person), None) if facts.settings.roster.is_shared(&person.value) => "@excuse-shared",
        (Some(_), None) => "@excuse-stranger",
        (Some(_), confirmer) if confirmer == case.member => "@excuse-own",
        _ if excuse.reason.is_none() => "@excuse-no-reason",
        _ => return,
    };
    let span = confirmed_by.map_or(excuse.span, |person| person.span);
    let fault = Diagnostic::new(Code::ExcuseUnconfirmed, span).arg("reason", reason);
    let known = confirmed_by.filter(|_| reason == "@excuse-no-reason");
    out.push(fault.arg("line-to-paste", whole_excuse(case, excuse.reason.as_ref(), known)));
}

/// The excuse on one line, with a gap for what it lacks: a confirmation on a line of its own would be an unknown key.
fn whole_excuse(case: &Case, reason: Option<&Text>, confirmed_by: Option<&Text>) -> String {
    let is_english = case.file.source.text.lines().any(|line| line.trim_start().starts_with("excused"));
    let (excused, why) = if is_english { ("excused", "reason") } else { ("khách quan", "lý do") };
    let said = |text: Option<&Text>| text.map_or_else(|| "…".to_owned(), |text| plain_or_quoted(&text.value));
    format!("{excused}: {{{why}: {}, confirmed_by: {}}}", said(reason), said(confirmed_by))
}
