//! Who signs a review or a rating: whether this person may, and whether it is, under any spelling, the member who is judged.

use super::Facts;
use super::people::unknown;
use crate::base::alike::holds_name;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::period::Date;
use crate::base::source::Text;
use crate::model::member::{Role, Roster};
use crate::model::review::Rater;

/// How a name stands for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// It is the member's id or name.
    Same,
    /// It is nobody's, and a reader takes it for the member's.
    Alike,
}

impl Likeness {
    /// How `written` stands for this member; nothing when it is somebody else's id or name, and when it speaks for the
    /// cell and several members have the name, for that is a fault by itself.
    pub fn of(written: &str, rater: Option<Rater>, member: usize, roster: &Roster) -> Option<Self> {
        if rater == Some(Rater::Cell) && roster.is_shared(written) {
            return None;
        }
        match roster.find_person(written) {
            Some(found) => (found == member).then_some(Self::Same),
            None => roster.alike(written).contains(&member).then_some(Self::Alike),
        }
    }
}

/// The signature under a review or a rating.
pub struct Signed<'s> {
    /// Who signed.
    pub by: Option<&'s Text>,
    /// For whom.
    pub rater: Option<Rater>,
    /// On which day.
    pub on: Option<Date>,
    /// Place in the roster of the member whose work is judged.
    pub of: Option<usize>,
}

/// For the cell its leaders and its secretary speak, as members on that day. The people of the superior body need
/// not be in the roster; who is, and is an ordinary member on that day, does not speak for it.
pub fn reviewer(signed: &Signed<'_>, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let (Some(by), Some(rater)) = (signed.by, signed.rater) else { return };
    let roster = &facts.settings.roster;
    let Some(index) = roster.find_person(&by.value) else {
        out.extend(stranger(by, rater, signed.of, roster));
        return;
    };
    let member = roster.member(index);
    let away = signed.on.filter(|on| !member.belongs_on(*on));
    match (rater, away) {
        (Rater::Cell, Some(on)) => {
            let fault = Diagnostic::new(Code::ReviewerNotMember, by.span).arg("member", &*member.id);
            out.push(fault.arg("date", on.to_string()));
        }
        (Rater::Superior, Some(_)) => {}
        (_, None) if member.role == Role::Member => {
            let fault = Diagnostic::new(Code::ReviewerRole, by.span).arg("member", &*member.id);
            out.push(fault.arg("reason", format!("@rater-{}", rater.id())));
        }
        (_, None) => {}
    }
}

/// Nobody of the roster speaks for the cell. For the superior body anybody may, but one whose name is like a member's is
/// asked about, and so is the name of the one who is judged with a title; that name alone is a fault by itself.
fn stranger(by: &Text, rater: Rater, of: Option<usize>, roster: &Roster) -> Option<Diagnostic> {
    match (rater, roster.alike(&by.value)) {
        (Rater::Cell, _) => Some(unknown(by, Code::UnknownReviewer, roster)),
        (Rater::Superior, alike) if of.is_some_and(|of| alike.contains(&of)) => None,
        (Rater::Superior, _) if of.is_some_and(|of| holds_name(&by.value, &roster.member(of).name)) => {
            let fault = Diagnostic::new(Code::UnknownPerson, by.span).found(&by.value);
            Some(fault.arg("reason", "@person-judged").arg("next", "@ask-judged"))
        }
        (Rater::Superior, []) => None,
        (Rater::Superior, _) => Some(unknown(by, Code::UnknownPerson, roster)),
    }
}
