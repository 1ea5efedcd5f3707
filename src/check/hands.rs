//! Whose hand put a file into git. The address of a commit tells it before the name does; a hand that is nobody's of the
//! roster is known by the logs that it put there.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::Case;
use crate::base::alike::looks;
use crate::model::history::{Author, History, Trace};
use crate::model::member::Roster;

/// What tells that a hand is a member's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The address, which the roster has.
    Address,
    /// The name, where the roster has not the address.
    Name,
    /// The roster has neither; the same hand put the member's logs into git, and nobody else's.
    Logs,
}

/// Whose hand it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The member's who was asked about.
    Own(Sign),
    /// Another member's.
    Others,
    /// Nobody can say whose.
    Strangers,
}

impl Hand {
    fn of(own: bool, sign: Sign) -> Self {
        if own { Self::Own(sign) } else { Self::Others }
    }
}

/// What is known of the hands that wrote the history.
pub struct Hands<'h> {
    history: &'h History,
    roster: &'h Roster,
    logs: &'h [Case],
    /// The members whose hand has an address or a name; sought when the first stranger is met.
    seen: OnceLock<HashMap<String, BTreeSet<usize>>>,
}

impl<'h> Hands<'h> {
    /// The hands of a history with these logs.
    pub fn new(history: &'h History, roster: &'h Roster, logs: &'h [Case]) -> Self {
        Self { history, roster, logs, seen: OnceLock::new() }
    }

    /// Whose the last text of the file at `path` is, when this member is asked about; nothing where git does not say.
    /// Whoever only gave the file another name wrote nothing of it.
    ///
    /// What `.mailmap` makes of a commit counts, and takes nothing away from what the commit says: members may change
    /// that file.
    pub fn last_of(&self, path: &str, member: usize) -> Option<Hand> {
        let Trace::Known(file) = self.history.of(path) else { return None };
        let author = self.history.author(&file.text);
        let said = self.named(&author.signed, &author.signed_name, member);
        let mapped = self.named(&author.email, &author.name, member);
        let is_own = |hand: &Hand| matches!(hand, Hand::Own(_));
        if let Some(told) = mapped.filter(is_own).filter(|_| said.is_none_or(|said| !is_own(&said))).or(said) {
            return Some(told);
        }
        let seen = self.seen_as(author, member);
        Some(seen.filter(is_own).or(mapped).or(seen).unwrap_or(Hand::Strangers))
    }

    fn named(&self, email: &str, name: &str, member: usize) -> Option<Hand> {
        if let Some(found) = self.roster.find_email(email) {
            return Some(Hand::of(found == member, Sign::Address));
        }
        let called = self.called(name);
        (!called.is_empty()).then(|| Hand::of(called.contains(&member), Sign::Name))
    }

    /// The members who have a name, or whom a reader takes for its bearer.
    fn called(&self, name: &str) -> Vec<usize> {
        self.roster.find_person(name).map_or_else(|| self.roster.alike(name).to_vec(), |index| vec![index])
    }

    fn seen_as(&self, author: &Author, member: usize) -> Option<Hand> {
        let seen = self.seen.get_or_init(|| self.learn());
        let owners: Vec<usize> = keys(author).filter_map(|key| only(seen.get(&key)?)).collect();
        (!owners.is_empty()).then(|| Hand::of(owners.contains(&member), Sign::Logs))
    }

    /// Whoever has an address or name of the roster has the other of the two as well; a stranger is taken for the member
    /// whose logs the commits brought or changed last. Who did so for several members writes for others.
    fn learn(&self) -> HashMap<String, BTreeSet<usize>> {
        let authors = &self.history.authors;
        let mut owners: Vec<BTreeSet<usize>> = authors.iter().map(|author| self.people(author)).collect();
        let strangers: Vec<bool> = owners.iter().map(BTreeSet::is_empty).collect();
        for log in self.logs {
            let (Some(member), Trace::Known(file)) = (log.member, self.history.of(log.path())) else { continue };
            for commit in file.first.iter().chain([&file.text]) {
                let author = commit.author as usize;
                owners[author].extend(strangers[author].then_some(member));
            }
        }
        let mut seen: HashMap<String, BTreeSet<usize>> = HashMap::new();
        for (author, owners) in authors.iter().zip(owners) {
            keys(author).for_each(|key| seen.entry(key).or_default().extend(&owners));
        }
        seen
    }

    /// The members that a commit names by itself.
    fn people(&self, author: &Author) -> BTreeSet<usize> {
        let found = self.roster.find_email(&author.signed);
        found.map_or_else(|| self.called(&author.signed_name), |index| vec![index]).into_iter().collect()
    }
}

/// What a hand is known by: the address and the name that the commit itself has.
fn keys(author: &Author) -> impl Iterator<Item = String> {
    let address = author.signed.trim().to_lowercase();
    let address = (!address.is_empty()).then(|| format!("<{address}>"));
    address.into_iter().chain(Some(looks(&author.signed_name)).filter(|name| !name.is_empty()))
}

fn only(owners: &BTreeSet<usize>) -> Option<usize> {
    owners.first().copied().filter(|_| owners.len() == 1)
}
