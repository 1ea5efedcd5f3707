//! The people of a cell: members and the roster.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use super::history::Author;
use crate::base::alike::{looks, spoken};
use crate::base::i18n::Lang;
use crate::base::period::Date;
use crate::base::text::{Folded, nfc};

/// What a member does in the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Role {
    /// An ordinary member.
    #[default]
    Member,
    /// A leader of the office.
    Leader,
    /// The secretary of the cell.
    Secretary,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 3] = [Role::Member, Role::Leader, Role::Secretary];

    /// The word in settings.
    pub fn id(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Leader => "leader",
            Role::Secretary => "secretary",
        }
    }
}

/// The first or the last day of a time, which may lie open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bound(pub Option<Date>);

impl Bound {
    /// The day as people read it, `…` where the time lies open.
    pub fn label(self, lang: Lang) -> String {
        self.0.map_or_else(|| "…".to_owned(), |date| date.label(lang))
    }
}

/// A time in which a member is away, both days included.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Absence {
    /// First day; open when the settings do not name it.
    pub from: Bound,
    /// Last day; open while nobody knows it.
    pub until: Bound,
    /// Why, as the settings say.
    pub reason: Option<String>,
}

/// One member of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Member {
    /// `[a-z0-9-]{1,64}`, unique.
    pub id: String,
    /// Full name, family name first.
    pub name: String,
    /// E-mail addresses used in git.
    pub emails: Vec<String>,
    /// Role in the cell.
    pub role: Role,
    /// Position in the office.
    pub position: Option<String>,
    /// Group inside which figures may be compared.
    pub group: Option<String>,
    /// First day in the cell, if it is not the cell's own.
    pub from: Option<Date>,
    /// Last day in the cell.
    pub until: Option<Date>,
    /// Times away.
    pub away: Vec<Absence>,
}

impl Absence {
    /// Whether any day from `first` to `last` is in it.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        overlaps((self.from.0, self.until.0), (first, last))
    }
}

/// Whether two times have a day in common; the first may lie open at its ends.
fn overlaps((from, until): (Option<Date>, Option<Date>), (first, last): (Date, Date)) -> bool {
    from.is_none_or(|from| from <= last) && until.is_none_or(|until| first <= until)
}

impl Member {
    /// Whether any day from `first` to `last` lies in the member's time in the cell.
    pub fn belongs_in(&self, first: Date, last: Date) -> bool {
        overlaps((self.from, self.until), (first, last))
    }

    /// Whether `date` lies in the member's time in the cell.
    pub fn belongs_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// Someone named in a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Person {
    /// A member, by place in the roster.
    Member(usize),
    /// Someone else, as written.
    Other(String),
}

/// The members in the order of the settings, found by id or exact name.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    members: Vec<Member>,
    by_id: HashMap<String, usize>,
    /// Nobody for a name that two members share.
    by_name: HashMap<String, Option<usize>>,
    /// Members by what their ids and names look like.
    by_looks: HashMap<String, Vec<usize>>,
    /// The name and the id of each, in this order, as words are compared with them.
    folded: Vec<Folded>,
    /// E-mail addresses in lower case; nobody for one that two members share.
    by_email: HashMap<String, Option<usize>>,
}

/// The maps follow from the members.
impl Hash for Roster {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl Roster {
    /// A roster of `members`, whose ids are unique.
    pub fn new(members: Vec<Member>) -> Self {
        let by_id = members.iter().enumerate().map(|(i, member)| (member.id.clone(), i)).collect();
        let (mut by_name, mut by_email) = (HashMap::new(), HashMap::new());
        for (index, member) in members.iter().enumerate() {
            let own = |entry: &mut Option<usize>| *entry = entry.filter(|first| *first == index);
            own(by_name.entry(nfc(&member.name).into_owned()).or_insert(Some(index)));
            for email in &member.emails {
                own(by_email.entry(email.to_lowercase()).or_insert(Some(index)));
            }
        }
        Self { by_looks: by_looks(&members), folded: folded(&members), members, by_id, by_name, by_email }
    }

    /// The same people called otherwise; who is sought by the id or name of before is still found.
    #[must_use]
    pub fn renamed(&self, rename: impl Fn(usize, &Member) -> Member) -> Self {
        let members: Vec<Member> =
            self.members.iter().enumerate().map(|(index, member)| rename(index, member)).collect();
        Self { folded: folded(&members), members, ..self.clone() }
    }

    /// The members, in roster order.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The member at `index` of the roster.
    pub fn member(&self, index: usize) -> &Member {
        &self.members[index]
    }

    /// The place in the roster of the member with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The place in the roster of the member with this id or exact name; nobody's where two members share the name, for
    /// either may be meant.
    pub fn find_person(&self, written: &str) -> Option<usize> {
        let written = written.trim();
        self.find(written).or_else(|| self.by_name.get(nfc(written).as_ref()).copied().flatten())
    }

    /// Whether it is the name of two members or more.
    pub fn is_shared(&self, written: &str) -> bool {
        self.by_name.get(nfc(written.trim()).as_ref()).is_some_and(Option::is_none)
    }

    /// The places in the roster of the members whose id or name was written, whatever the letter case and the vowel that
    /// bears the tone; who has other marks has another name.
    pub fn called(&self, written: &str) -> Vec<usize> {
        let (id, name) = (written.trim().to_lowercase(), spoken(written));
        let members = self.members.iter().enumerate();
        let called = || members.filter(|(_, member)| spoken(&member.name) == name).map(|(index, _)| index).collect();
        self.find(&id).map_or_else(called, |index| vec![index])
    }

    /// The name or id nearest to what was written, if it can only mean one member: of two to name one would be a guess.
    pub fn closest(&self, written: &str) -> Option<&str> {
        let words = self.members.iter().flat_map(|member| [member.name.as_str(), member.id.as_str()]);
        let near = Folded::of(written).nearest(self.folded.iter().zip(words));
        let is_near = |member: &&Member| near.contains(&member.name.as_str()) || near.contains(&member.id.as_str());
        let is_one = self.members.iter().filter(is_near).nth(1).is_none();
        near.first().copied().filter(|_| is_one)
    }

    /// The places in the roster of the members whose id or name a reader takes `written` for.
    pub fn alike(&self, written: &str) -> &[usize] {
        self.by_looks.get(&looks(written)).map_or(&[], Vec::as_slice)
    }

    /// The member who wrote a commit: by the address that it has, else by what `.mailmap` makes of it, for that is a file
    /// that any member may change.
    pub fn find_author(&self, author: &Author) -> Option<usize> {
        self.find_email(&author.signed).or_else(|| self.find_email(&author.email))
    }

    /// The place in the roster of the one member who has this e-mail address.
    pub fn find_email(&self, email: &str) -> Option<usize> {
        self.by_email.get(&email.trim().to_lowercase()).copied().flatten()
    }

    /// Every id, in roster order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.id.as_str())
    }
}

fn folded(members: &[Member]) -> Vec<Folded> {
    members.iter().flat_map(|member| [&member.name, &member.id]).map(|word| Folded::of(word)).collect()
}

fn by_looks(members: &[Member]) -> HashMap<String, Vec<usize>> {
    let mut by_looks: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, member) in members.iter().enumerate() {
        for called in [&member.id, &member.name] {
            let alike = by_looks.entry(looks(called)).or_default();
            if alike.last() != Some(&index) {
                alike.push(index);
            }
        }
    }
    by_looks.remove("");
    by_looks
}
