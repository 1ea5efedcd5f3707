//! A logbook for readers outside the cell: numbers stand for the ids of its members, initials for their names.

use super::audience::Audience;
use super::body::{Body, Destination};
use super::history::{Author, History, Provenance};
use super::logbook::Logbook;
use super::member::{Absence, Member, Person, Roster};
use crate::base::diagnostic::Problem;
use crate::base::record_file::REVIEW_ENDING;
use crate::base::veil::Veil;

/// The logbook as `audience` may see it, and what hides names in the texts of members from readers outside the cell.
pub fn shown_to(audience: Audience, logbook: Logbook) -> (Logbook, Option<Veil>) {
    if audience != Audience::Public {
        return (logbook, None);
    }
    let veil = veil(logbook.roster());
    (logbook.for_public(&veil), Some(veil))
}

impl Logbook {
    /// The logbook as readers outside the cell may see it. Members are called by their initials and their number in
    /// the roster, in paths too; of problems only file, line and code are told, since their words quote the roster.
    fn for_public(mut self, veil: &Veil) -> Self {
        let roster = self.roster().clone();
        for record in &mut self.records {
            record.title = veil.hide(&record.title);
            record.id = numbered(&record.id, &roster);
            record.path = numbered(&record.path, &roster);
            for review in &mut record.reviews {
                review.path = numbered(&review.path, &roster);
                if let Person::Other(name) = &mut review.by {
                    *name = initials(name);
                }
            }
        }
        self.ratings.iter_mut().for_each(|rating| rating.path = numbered(&rating.path, &roster));
        for record in &mut self.faulty {
            if let Some(title) = record.readable.as_mut().and_then(|readable| readable.title.as_mut()) {
                *title = veil.hide(title);
            }
            record.id = numbered(&record.id, &roster);
            record.path = numbered(&record.path, &roster);
        }
        let told = |problem: &Problem| Problem { path: numbered(&problem.path, &roster), ..problem.concealed() };
        self.problems = self.problems.iter().map(told).collect();
        conceal_history(&mut self.history, &roster);
        self.reviewed.clear();
        self.left.clear();
        self.settings.roster = roster.renamed(known_by_number);
        self.in_order()
    }

    /// Puts records and problems back into the order of their paths.
    fn in_order(mut self) -> Self {
        let records = places(&mut self.records, |record| &record.path);
        let faulty = places(&mut self.faulty, |record| &record.path);
        self.problems.sort_by(|a, b| a.path.cmp(&b.path));
        let bodies = self.records.iter_mut().flat_map(|record| {
            std::iter::once(&mut record.body).chain(record.reviews.iter_mut().map(|review| &mut review.body))
        });
        let readable = self.faulty.iter_mut().filter_map(|record| record.readable.as_mut());
        let ratings = self.ratings.iter_mut().map(|rating| &mut rating.body);
        for body in bodies.chain(readable.map(|readable| &mut readable.body)).chain(ratings) {
            lead_anew(body, &records, &faulty);
        }
        self
    }
}

/// Leaves of authors who are no members their initials, and calls files by the numbers of their members.
fn conceal_history(history: &mut History, roster: &Roster) {
    for author in history.authors.iter_mut().filter(|author| roster.find_email(&author.email).is_none()) {
        *author = Author { name: initials(&author.name), email: String::new(), signed: String::new() };
    }
    let of_path = |(path, provenance): (String, Provenance)| (numbered(&path, roster), provenance);
    history.files = std::mem::take(&mut history.files).into_iter().map(of_path).collect();
    history.uncommitted = history.uncommitted.iter().map(|path| numbered(path, roster)).collect();
}

/// Sorts `items` by path, and says for each place where what stood there stands now.
fn places<T>(items: &mut Vec<T>, path: impl Fn(&T) -> &str) -> Vec<usize> {
    let mut old: Vec<(usize, T)> = std::mem::take(items).into_iter().enumerate().collect();
    old.sort_by(|a, b| path(&a.1).cmp(path(&b.1)));
    let mut places = vec![0; old.len()];
    for (new, (before, item)) in old.into_iter().enumerate() {
        places[before] = new;
        items.push(item);
    }
    places
}

fn lead_anew(body: &mut Body, records: &[usize], faulty: &[usize]) {
    for link in &mut body.links {
        link.leads_to = match link.leads_to {
            Destination::Record(index) => Destination::Record(records[index]),
            Destination::Faulty(index) => Destination::Faulty(faulty[index]),
            other => other,
        };
    }
}

/// `path` with the number of a member wherever a part of it is the member's id; of the reviewer whom the name of a
/// review tells, only a member's number stays.
fn numbered(path: &str, roster: &Roster) -> String {
    let part = |part: &str| roster.find(part).map_or_else(|| part.to_owned(), number);
    let path = path.split('/').map(part).collect::<Vec<_>>().join("/");
    let reviewer = path.strip_suffix(REVIEW_ENDING).and_then(|stem| stem.rsplit_once('.'));
    reviewer.filter(|(stem, _)| stem.contains('/')).map_or_else(
        || path.clone(),
        |(stem, reviewer)| {
            let called = roster.find(reviewer).map_or_else(|| "…".to_owned(), number);
            format!("{stem}.{called}{REVIEW_ENDING}")
        },
    )
}

/// `m01` for the first member of the roster.
fn number(index: usize) -> String {
    format!("m{:02}", index + 1)
}

/// The position goes with the name: that of a head of office tells who it is.
fn known_by_number(index: usize, member: &Member) -> Member {
    let away = member.away.iter().map(|absence| Absence { reason: None, ..absence.clone() });
    Member {
        id: number(index),
        name: format!("{} ({})", initials(&member.name), number(index)),
        emails: Vec::new(),
        position: None,
        away: away.collect(),
        ..member.clone()
    }
}

/// `N.V.A.` for Nguyễn Văn An: nothing but letters, digits and points, whatever the name is made of, so that it may stand
/// in any text, markup or data.
pub fn initials(name: &str) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let initials: String = letters.flat_map(|letter| letter.to_uppercase().chain(['.'])).collect();
    if initials.is_empty() { "…".to_owned() } else { initials }
}

/// What hides the names, addresses and ids of the members in what they wrote.
fn veil(roster: &Roster) -> Veil {
    let called = |(index, member): (usize, &Member)| {
        let initials = initials(&member.name);
        let written = member.emails.iter().chain([&member.name]);
        let written = written.map(|name| (name.clone(), initials.clone()));
        written.chain([(member.id.clone(), number(index))]).collect::<Vec<_>>()
    };
    Veil::over(roster.members().iter().enumerate().flat_map(called))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_capitals_with_points() {
        assert_eq!(initials("Nguyễn Văn An"), "N.V.A.");
        assert_eq!(initials("đỗ  Thị Ánh"), "Đ.T.Á.");
        assert_eq!(initials("Trần \"Tý\" <An> &"), "T.T.A.");
        assert_eq!(initials("???"), "…");
    }
}
