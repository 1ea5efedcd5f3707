//! Keys that a record must have, the member, and the rubric it pins.

use super::{Case, Facts, is_read};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};
use crate::base::text::path_part;
use crate::model::member::{Member, Roster};

/// `title`, `member` and `assigned` are there, and the member is in the roster.
pub fn required(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    if !is_read(case) {
        return;
    }
    let draft = &case.file.draft;
    let missing =
        [("title", draft.title.is_none()), ("member", draft.member.is_none()), ("assigned", draft.assigned.is_none())];
    for (key, missing) in missing {
        if missing {
            out.extend(missing_key(case, key));
        }
    }
    if let (Some(written), None) = (&draft.member, case.member) {
        out.push(not_a_member(written, &facts.settings.roster));
    }
}

/// The fault of a file without `key`, told where the key is left blank, else of the file as a whole; a key of the wrong
/// type is told of already.
pub fn missing_key(case: &Case, key: &str) -> Option<Diagnostic> {
    let draft = &case.file.draft;
    let blank = draft.blank.iter().find(|blank| blank.value == key);
    let span = blank.map_or(draft.span, |blank| blank.span);
    (!is_of_wrong_type(case, key)).then(|| Diagnostic::new(Code::MissingKey, span).arg("key", key))
}

/// Someone who is in the roster, but written otherwise than by the id, is told the id: a second line for the same
/// person would only make it worse. Whose name has other marks may be somebody else, and is asked.
pub fn not_a_member(written: &Text, roster: &Roster) -> Diagnostic {
    let called = roster.called(&written.value);
    let (next, members) = match (called.is_empty(), roster.alike(&written.value)) {
        (false, _) => ("@member-same", &called[..]),
        (true, []) => {
            let fault = Diagnostic::new(Code::UnknownMember, written.span).found(&written.value);
            return fault.arg("line-to-paste", roster_line(&written.value)).closest(&written.value, roster.ids());
        }
        (true, alike) => ("@member-alike", alike),
    };
    let (is_guess, is_one) = (called.is_empty(), members.len() == 1);
    let members = members.iter().map(|index| roster.member(*index));
    let closest = members.clone().next().filter(|_| is_guess && is_one).map(|member| member.name.clone());
    let told = |member: &Member| match is_one {
        true => format!("`{}`", member.id),
        false => format!("`{}` ({})", member.id, member.name),
    };
    let fault = Diagnostic::new(Code::MemberNotId, written.span).found(&written.value).arg("next", next);
    Diagnostic { closest, ..fault.arg("expected", members.map(told).collect::<Vec<_>>().join(", ")) }
}

/// Whether `key` is there and holds what it cannot hold, which is a fault by itself.
pub fn is_of_wrong_type(case: &Case, key: &str) -> bool {
    case.faults.iter().any(|fault| wrong_type_of(fault, key))
}

fn wrong_type_of(fault: &Diagnostic, key: &str) -> bool {
    fault.code == Code::WrongType && fault.args.iter().any(|(name, value)| *name == "key" && value == key)
}

/// The line of the roster that would make `written` a member; the name is left for a person to fill in.
fn roster_line(written: &str) -> String {
    let id: String = path_part(written).chars().take(64).collect();
    let looks_like_name = written.contains(' ') && !written.contains(['"', '\\', '\n']);
    let name = if looks_like_name { written } else { "…" };
    format!("- {{id: {id}, name: \"{name}\"}}")
}

/// The record pins the rubric that is loaded, or none.
pub fn rubric(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let Some(pinned) = &case.file.draft.rubric else { return };
    let loaded = facts.rubric.pin();
    if pinned.value != loaded {
        let fault = Diagnostic::new(Code::UnknownRubric, pinned.span).found(&pinned.value);
        out.push(fault.arg("expected", &*loaded).closest(&pinned.value, [loaded.as_str()]));
    }
}

/// The first line of the file, where faults of the whole file stand.
pub fn first_line() -> Span {
    Span::default()
}
