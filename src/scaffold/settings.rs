//! The settings of a new cell, written so that they are read back as they were meant.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::files::fill;
use crate::base::diagnostic::emit::plain_line;
use crate::base::i18n::Lang;
use crate::base::text::path_part;
use crate::model::member::Role;

/// Longest id of a member.
const LONGEST_ID: usize = 64;

/// What is known of a new cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCell {
    /// Its id; made from the name when it is not given.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
    /// The place that its papers name.
    pub place: Option<String>,
    /// Its people, in the order of the roster.
    pub members: Vec<NewMember>,
}

/// One of its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    /// The id; made from the name when it is not given.
    pub id: Option<String>,
    /// The name.
    pub name: String,
    /// An e-mail address.
    pub email: Option<String>,
    /// What the person is in the cell.
    pub role: Role,
}

/// What of a written person cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no name of one person.
    Name,
    /// The id is none that a member may have.
    Id,
    /// The e-mail address is none, or does not stand between `<` and `>`.
    Address,
}

impl NewMember {
    /// Reads `id=Name <address>`, of which only the name must be there.
    ///
    /// # Errors
    /// The part that cannot be read.
    pub fn read(written: &str, role: Role) -> Result<Self, Unreadable> {
        let (before, email) = match written.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((before, email)) => (before, Some(tidy(email))),
            None => (written, None),
        };
        if before.contains(['<', '>', '@']) || email.as_ref().is_some_and(|email| !is_address(email)) {
            return Err(Unreadable::Address);
        }
        let (id, name) = match before.split_once('=') {
            Some((id, name)) => (Some(id.trim().to_owned()), tidy(name)),
            None => (None, tidy(before)),
        };
        if id.as_ref().is_some_and(|id| !is_id(id)) {
            return Err(Unreadable::Id);
        }
        if is_name(&name) { Ok(Self { id, name, email, role }) } else { Err(Unreadable::Name) }
    }
}

/// Whether `name` may be one person's: a comma is more often between two people than within one.
fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.contains([',', ';', '=']) && is_visible(name)
}

/// Whether git may know somebody by this address; networks of their own have short ones.
fn is_address(email: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && !part.contains(['@', '<', '>', ',', ';', ' ']);
    email.split_once('@').is_some_and(|(user, host)| is_part(user) && is_part(host)) && is_visible(email)
}

/// Whether nothing in `text` acts instead of being seen.
fn is_visible(text: &str) -> bool {
    plain_line(text) == text
}

/// Whether `id` may be a member's.
fn is_id(id: &str) -> bool {
    let plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    plain && !id.is_empty() && id.len() <= LONGEST_ID && id != "cell" && path_part(id) == id
}

/// Whether `id` may be a cell's: as a member's, for files are named after it.
pub fn is_cell_id(id: &str) -> bool {
    id == "cell" || is_id(id)
}

/// One line without controls at its ends or inside.
pub fn tidy(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl NewCell {
    /// An id that was given to two people.
    pub fn id_given_twice(&self) -> Option<&str> {
        let mut given = BTreeSet::new();
        self.members.iter().filter_map(|member| member.id.as_deref()).find(|id| !given.insert(*id))
    }

    /// The ids of its people, each once.
    pub fn ids(&self) -> Vec<String> {
        self.ids_beside(BTreeSet::new())
    }

    /// The same beside ids that others have.
    fn ids_beside(&self, mut taken: BTreeSet<String>) -> Vec<String> {
        taken.extend(self.members.iter().filter_map(|member| member.id.clone()));
        let own = |member: &NewMember| member.id.clone().unwrap_or_else(|| free_id(&member.name, &mut taken));
        self.members.iter().map(own).collect()
    }

    /// The id of who writes the first log: an ordinary member, if there is one.
    pub fn writer(&self) -> Option<String> {
        let ordinary = self.members.iter().position(|member| member.role == Role::Member);
        self.ids().into_iter().nth(ordinary.unwrap_or(0))
    }

    /// The text of its `hieucan.yaml`.
    pub fn settings(&self, lang: Lang) -> String {
        let form = match lang {
            Lang::Vi => include_str!("files/settings.vi.yaml"),
            Lang::En => include_str!("files/settings.en.yaml"),
        };
        fill(form, &[("cell", self.cell().trim_end()), ("members", self.people().as_str())])
    }

    fn cell(&self) -> String {
        let id = self.id.clone().unwrap_or_else(|| path_part(&self.name));
        let mut text = String::new();
        let lines = [
            ("id", Some(&id)),
            ("name", Some(&self.name)),
            ("parent", self.parent.as_ref()),
            ("place", self.place.as_ref()),
        ];
        for (key, value) in lines {
            if let Some(value) = value {
                let _ = writeln!(text, "  {key}: {}", scalar(value));
            }
        }
        text
    }

    /// The lines of a roster for the people that `others`, by id and name, does not name yet.
    pub fn lines_beside<'o>(&self, others: impl Iterator<Item = (&'o str, &'o str)>) -> String {
        let (ids, names): (BTreeSet<String>, BTreeSet<&str>) = others.map(|(id, name)| (id.to_owned(), name)).unzip();
        let is_new = |member: &&NewMember| !names.contains(&*member.name);
        let new = Self { members: self.members.iter().filter(is_new).cloned().collect(), ..Self::default() };
        new.lines(&new.ids_beside(ids))
    }

    fn people(&self) -> String {
        self.lines(&self.ids())
    }

    fn lines(&self, ids: &[String]) -> String {
        let mut text = String::new();
        for (member, id) in self.members.iter().zip(ids) {
            let _ = writeln!(text, "  - id: {}\n    name: {}", scalar(id), scalar(&member.name));
            if member.role != Role::Member {
                let _ = writeln!(text, "    role: {}", member.role.id());
            }
            if let Some(email) = &member.email {
                let _ = writeln!(text, "    emails: [{}]", scalar(email));
            }
        }
        text
    }
}

/// An id from a name that nobody has yet.
fn free_id(name: &str, taken: &mut BTreeSet<String>) -> String {
    let part = path_part(name);
    let part = part[..part.len().min(LONGEST_ID - 4)].trim_end_matches('-');
    let all = std::iter::once(part.to_owned()).chain((2..).map(|number| format!("{part}-{number}")));
    let free = all.into_iter().find(|id| is_id(id) && !taken.contains(id)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// `text` as a value of YAML: plain where that is surely read as it stands, else in quotes.
fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '–');
    let is_plain = text.starts_with(char::is_alphanumeric)
        && text.chars().all(plain)
        && !text.ends_with(' ')
        && !text.eq_ignore_ascii_case("null");
    if is_plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::source::Source;
    use crate::parse;

    fn member(written: &str) -> NewMember {
        NewMember::read(written, Role::Member).expect("a member")
    }

    #[test]
    fn a_person_is_read_with_or_without_id_and_address() {
        assert_eq!(member("Nguyễn Văn  An").name, "Nguyễn Văn An");
        let full = member("an=Nguyễn Văn An <an@vidu.example>");
        assert_eq!((full.id.as_deref(), full.email.as_deref()), (Some("an"), Some("an@vidu.example")));
        let read = |written| NewMember::read(written, Role::Member).map(|member| member.name);
        for wrong in ["", "  ", "…", "<a@b>", "An, Bình", "An; Bình", "An\u{202e}x", "an=An=b"] {
            assert_eq!(read(wrong), Err(Unreadable::Name), "{wrong}");
        }
        for wrong in ["An B=x", "cell=An", "con=An", "=An"] {
            assert_eq!(read(wrong), Err(Unreadable::Id), "{wrong}");
        }
        let wrong =
            ["An <an>", "An <an@@x>", "An <@x>", "An <an@>", "An <>", "An <an@x", "An an@x", "An <a@b>, B <c@d>"];
        for wrong in wrong.into_iter().chain(["An <an @x>", "An <a@x, b@y>", "An > x"]) {
            assert_eq!(read(wrong), Err(Unreadable::Address), "{wrong}");
        }
    }

    #[test]
    fn whatever_names_are_given_the_settings_are_read_back_as_meant() {
        let names =
            ["Nguyễn Văn An", "nguyễn văn an", "Cell", "A: b # c", "\"x\" 'y'", "null", "con", "日本", "- a {b}", "~a"];
        let cell = NewCell {
            name: "Chi bộ: «số 1» # [x]".to_owned(),
            parent: Some("& *!|>%@`".to_owned()),
            place: Some("yes".to_owned()),
            members: names.iter().map(|name| NewMember { id: None, ..member(name) }).collect(),
            id: None,
        };
        for lang in Lang::ALL {
            let source = Source { path: "hieucan.yaml".to_owned(), text: cell.settings(lang) };
            let read = parse::settings(&source).unwrap_or_else(|error| panic!("{error:?}\n{}", source.text));
            assert_eq!(read.cell.name, cell.name);
            assert_eq!((read.cell.parent, read.cell.place), (cell.parent.clone(), cell.place.clone()));
            assert_eq!(read.roster.members().iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), names);
            assert_eq!(read.roster.ids().collect::<Vec<_>>(), cell.ids());
            assert_eq!(read.lang, Some(lang));
        }
        assert_eq!(cell.ids()[..3], ["nguyen-van-an", "nguyen-van-an-2", "cell-2"]);
    }
}
