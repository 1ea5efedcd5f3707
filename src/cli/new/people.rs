//! Members by what people call them.

use crate::base::text::fold;
use crate::model::member::Roster;

/// The place of the one member whose id or name this is. A name with other marks is another name.
pub fn member(written: &str, roster: &Roster) -> Option<usize> {
    match roster.called(written)[..] {
        [member] => Some(member),
        _ => None,
    }
}

/// The id of that member; else the text itself, for others may be named too.
pub fn person(written: &str, roster: &Roster) -> String {
    member(written, roster).map_or_else(|| written.to_owned(), |at| roster.member(at).id.clone())
}

/// The name of the one member that may be meant by a name without any marks, as it is typed where none can be.
pub fn meant<'r>(written: &str, roster: &'r Roster) -> Option<&'r str> {
    match roster.alike(written) {
        [member] if fold(written) == written.to_lowercase() => Some(&roster.member(*member).name),
        _ => None,
    }
}
