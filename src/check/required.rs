//! Keys that a record must have, the member, and the rubric it pins.

use super::{Case, Facts, is_read};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;
use crate::base::text::path_part;

/// `title`, `member` and `assigned` are there, and the member is in the roster.
pub fn required(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    if !is_read(case) {
        return;
    }
    let draft = &case.file.draft;
    let typed = |key: &str| case.faults.iter().any(|fault| wrong_type_of(fault, key));
    let missing =
        [("title", draft.title.is_none()), ("member", draft.member.is_none()), ("assigned", draft.assigned.is_none())];
    for (key, missing) in missing {
        if missing && !typed(key) {
            out.push(Diagnostic::new(Code::MissingKey, draft.span).arg("key", key));
        }
    }
    if let (Some(written), None) = (&draft.member, case.member) {
        let ids = facts.settings.roster.ids();
        let fault = Diagnostic::new(Code::UnknownMember, written.span).found(&written.value);
        out.push(fault.arg("line-to-paste", roster_line(&written.value)).closest(&written.value, ids));
    }
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
