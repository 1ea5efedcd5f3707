//! A logbook for readers outside the cell: numbers stand for the ids of its members, initials for their names.

use super::audience::Audience;
use super::body::{Body, Destination};
use super::history::{Author, History, Provenance};
use super::logbook::Logbook;
use super::member::{Absence, Member, Person, Roster};
use crate::base::diagnostic::Problem;
use crate::base::record_file::REVIEW_ENDING;
use crate::base::source::characters;
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
        let known = Known { roster: &roster, veil };
        for record in &mut self.records {
            record.title = veil.hide(&record.title);
            record.id = known.file(&record.id);
            record.path = known.file(&record.path);
            for review in &mut record.reviews {
                review.path = known.file(&review.path);
                conceal(&mut review.by);
            }
        }
        for rating in &mut self.ratings {
            rating.path = known.file(&rating.path);
            conceal(&mut rating.by);
        }
        for record in &mut self.faulty {
            if let Some(title) = record.readable.as_mut().and_then(|readable| readable.title.as_mut()) {
                *title = veil.hide(title);
            }
            record.id = known.file(&record.id);
            record.path = known.file(&record.path);
        }
        let told = |problem: &Problem| Problem { path: known.file(&problem.path), ..problem.concealed() };
        self.problems = self.problems.iter().map(told).collect();
        conceal_history(&mut self.history, &known);
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
fn conceal_history(history: &mut History, known: &Known<'_>) {
    for author in history.authors.iter_mut().filter(|author| known.roster.find_author(author).is_none()) {
        let name = initials(&author.name);
        *author = Author { signed_name: name.clone(), name, email: String::new(), signed: String::new() };
    }
    let of_path = |(path, provenance): (String, Provenance)| (known.file(&path), provenance);
    history.files = std::mem::take(&mut history.files).into_iter().map(of_path).collect();
    history.uncommitted = history.uncommitted.iter().map(|path| known.file(path)).collect();
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

/// Leaves of somebody who is no member the initials.
fn conceal(person: &mut Person) {
    if let Person::Other(name) = person {
        *name = initials(name);
    }
}

/// What is known of the members whose names are hidden.
struct Known<'k> {
    roster: &'k Roster,
    veil: &'k Veil,
}

impl Known<'_> {
    /// `path` without names, with the number of a member wherever a part of it is the member's id or name; of the
    /// reviewer whom the name of a review tells, only a member's number stays.
    fn file(&self, path: &str) -> String {
        let part = |part: &str| self.number(part).unwrap_or_else(|| part.to_owned());
        let path = self.veil.hide(&path.split('/').map(part).collect::<Vec<_>>().join("/"));
        let reviewer = path.strip_suffix(REVIEW_ENDING).and_then(|stem| stem.rsplit_once('.'));
        match reviewer.filter(|(stem, _)| stem.contains('/')) {
            Some((stem, reviewer)) => {
                format!("{stem}.{}{REVIEW_ENDING}", self.number(reviewer).as_deref().unwrap_or("…"))
            }
            None => path,
        }
    }

    /// The number of the one member with this id or name.
    fn number(&self, called: &str) -> Option<String> {
        self.roster.find_person(called).map(number)
    }
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
        let instead = |name: String| (name, initials(&member.name));
        let written = member.emails.iter().cloned().chain(names_of(&member.name)).map(instead);
        written.chain([(member.id.clone(), number(index))]).collect::<Vec<_>>()
    };
    Veil::over(roster.members().iter().enumerate().flat_map(called))
}

/// A name as the roster has it, and without what is in brackets and titles such as `TS.`.
fn names_of(name: &str) -> Vec<String> {
    let bare = name.split(['(', '[', ',']).next().unwrap_or(name);
    let words = bare.split_whitespace().filter(|word| !(word.ends_with('.') && characters(word) > 2));
    let bare = words.collect::<Vec<_>>().join(" ");
    let mut names = vec![name.to_owned(), bare];
    names.dedup();
    names
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

    #[test]
    fn names_are_known_without_titles_and_brackets() {
        assert_eq!(names_of("PGS.TS. Lê Quang Đạo"), ["PGS.TS. Lê Quang Đạo", "Lê Quang Đạo"]);
        assert_eq!(names_of("Nguyễn Văn An (B)"), ["Nguyễn Văn An (B)", "Nguyễn Văn An"]);
        assert_eq!(names_of("Trần Thị Hòa"), ["Trần Thị Hòa"]);
    }
}
