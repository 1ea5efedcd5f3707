//! Members by what people call them.

use crate::base::text::fold_key;
use crate::model::member::Roster;

/// The place of the one member whose id or name this is, whatever its case and marks.
pub fn member(written: &str, roster: &Roster) -> Option<usize> {
    let alike = || {
        let folded = fold_key(written);
        let mut same = roster.members().iter().enumerate().filter(|(_, member)| fold_key(&member.name) == folded);
        same.next().filter(|_| same.next().is_none()).map(|(at, _)| at)
    };
    roster.find_person(written).or_else(|| alike().filter(|_| !fold_key(written).is_empty()))
}

/// The id of that member; else the text itself, for others may be named too.
pub fn person(written: &str, roster: &Roster) -> String {
    member(written, roster).map_or_else(|| written.to_owned(), |at| roster.member(at).id.clone())
}
