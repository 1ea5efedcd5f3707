//! Where every page and file of the site stands, and how one links to another: the one place that knows a URL.
//!
//! Links are relative and name `index.html`, so that the site works under any address, from `file://` by double-click
//! and from a network share. Every part of a path is a checked id, a folded stem or a period's key (ASCII letters,
//! digits and `-`), so that a path needs no percent-encoding and an `href` no escaping.

use crate::base::artifact::SitePath;
use crate::base::number::push_digits;
use crate::base::period::Period;

/// A page or file of the site. Borrowed and `Copy`: cheap to make for every link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route<'a> {
    /// The cell now.
    Home,
    /// The cell's report of a period.
    Period(Period),
    /// The list of members.
    Members,
    /// A member, over all time; by the member's id.
    Member(&'a str),
    /// A member in a period.
    MemberPeriod(&'a str, Period),
    /// The list of criteria.
    Criteria,
    /// A criterion, over all time; by the criterion's id.
    Criterion(&'a str),
    /// A criterion in a period.
    CriterionPeriod(&'a str, Period),
    /// The list of task logs.
    Tasks,
    /// A task log.
    Task {
        /// Id of the member, or the part that stands for one that cannot be read.
        member: &'a str,
        /// The log's own part, see `Record::part`.
        part: &'a str,
    },
    /// The list of ledgers.
    Ledgers,
    /// A ledger, by its name.
    Ledger(&'a str),
    /// Every problem.
    Problems,
    /// The search.
    Search,
    /// The form for a new log.
    New,
    /// A file of the search's index, such as `head.js`.
    SearchFile(&'a str),
    /// The meeting pack of a period, and its further pages (from 2) with the sheets of more members.
    Pack(Period, u32),
    /// A member's draft self-review of a year.
    SelfReview(Period, &'a str),
    /// An evidence file or image, by its published name.
    File(&'a str),
    /// A data file, such as `tallies.json`.
    Data(&'a str),
    /// A style or script, by its hashed name.
    Asset(&'a str),
    /// The second or a later page of a long list: `…/2/`. Made by [`Route::numbered`].
    Numbered(&'a Route<'a>, u32),
}

const INDEX: &str = "index.html";

/// `../` as often as a page can stand deep.
const UP: &str = "../../../../../";

impl<'a> Route<'a> {
    /// Page `number` (from 1) of this list; the first page is the list itself.
    pub fn numbered(&'a self, number: u32) -> Route<'a> {
        if number <= 1 { *self } else { Route::Numbered(self, number) }
    }

    /// Its place in the site.
    pub fn path(&self) -> SitePath {
        let mut path = String::with_capacity(64);
        self.write_to(&mut path);
        SitePath::new(path)
    }

    /// How many folders it stands in: 0 for the home page, 3 for `members/<id>/<period>/index.html`.
    pub fn depth(&self) -> usize {
        match self {
            Route::Home => 0,
            Route::Members | Route::Criteria | Route::Tasks | Route::Ledgers | Route::Problems => 1,
            Route::Search | Route::New => 1,
            Route::File(_) | Route::Data(_) | Route::Asset(_) | Route::SearchFile(_) => 1,
            Route::Period(_) | Route::Member(_) | Route::Criterion(_) | Route::Ledger(_) => 2,
            Route::MemberPeriod(..) | Route::CriterionPeriod(..) | Route::Task { .. } => 3,
            Route::Pack(_, number) => {
                if *number > 1 {
                    3
                } else {
                    2
                }
            }
            Route::SelfReview(..) => 3,
            Route::Numbered(list, _) => list.depth() + 1,
        }
    }

    /// The way up from it to the site's root: `../../` from depth 2, nothing from the home page.
    pub fn to_root(&self) -> &'static str {
        prefix(self.depth())
    }

    /// The link to it, or to the element `fragment` of it, from the page `from`.
    ///
    /// ```
    /// # use hieucan::render::route::Route;
    /// let link = Route::Member("can-bo-a").href_from(&Route::Criterion("H1"), Some("H1"));
    /// assert_eq!(link, "../../members/can-bo-a/index.html#H1");
    /// ```
    pub fn href_from(&self, from: &Route<'_>, fragment: Option<&str>) -> String {
        if self == from {
            return fragment.map_or_else(|| INDEX.to_owned(), |fragment| format!("#{fragment}"));
        }
        self.href_at(from.depth(), fragment)
    }

    /// The link to it from any page `depth` folders deep, for parts of pages that are made once for many.
    pub fn href_at(&self, depth: usize, fragment: Option<&str>) -> String {
        let mut href = String::with_capacity(96);
        self.write_href(&mut href, depth, fragment);
        href
    }

    /// Appends the link of [`Route::href_at`] to `out`.
    pub fn write_href(&self, out: &mut String, depth: usize, fragment: Option<&str>) {
        out.push_str(prefix(depth));
        self.write_to(out);
        if let Some(fragment) = fragment {
            debug_assert!(is_plain(fragment), "a fragment that would need escaping: {fragment:?}");
            out.push('#');
            out.push_str(fragment);
        }
    }

    fn write_to(&self, out: &mut String) {
        self.write_folder(out);
        match self {
            Route::File(name) | Route::Data(name) | Route::Asset(name) | Route::SearchFile(name) => out.push_str(name),
            _ => out.push_str(INDEX),
        }
    }

    fn write_folder(&self, out: &mut String) {
        let mut folders = |parts: &[&str]| {
            for part in parts {
                out.push_str(part);
                out.push('/');
            }
        };
        match self {
            Route::Home => {}
            Route::Period(_) => folders(&["periods"]),
            Route::Members => folders(&["members"]),
            Route::Member(id) | Route::MemberPeriod(id, _) => folders(&["members", id]),
            Route::Criteria => folders(&["criteria"]),
            Route::Criterion(id) | Route::CriterionPeriod(id, _) => folders(&["criteria", id]),
            Route::Tasks => folders(&["tasks"]),
            Route::Task { member, part } => folders(&["tasks", member, part]),
            Route::Ledgers => folders(&["ledgers"]),
            Route::Ledger(name) => folders(&["ledgers", name]),
            Route::Problems => folders(&["problems"]),
            Route::Search | Route::SearchFile(_) => folders(&["search"]),
            Route::New => folders(&["new"]),
            Route::Pack(..) | Route::SelfReview(..) => folders(&["print"]),
            Route::File(_) => folders(&["files"]),
            Route::Data(_) => folders(&["data"]),
            Route::Asset(_) => folders(&["assets"]),
            Route::Numbered(list, _) => list.write_folder(out),
        }
        match self {
            Route::Period(period) | Route::MemberPeriod(_, period) | Route::CriterionPeriod(_, period) => {
                period.push_key(out);
            }
            Route::Pack(period, number) => {
                period.push_key(out);
                // Members' ids hold no `_`, so that the papers of a year never meet its further pages.
                if *number > 1 {
                    out.push_str("/_");
                    push_digits(out, (*number).into(), 1);
                }
            }
            Route::SelfReview(year, member) => {
                year.push_key(out);
                out.push('/');
                out.push_str(member);
            }
            Route::Numbered(_, number) => push_digits(out, (*number).into(), 1),
            _ => return,
        }
        out.push('/');
    }
}

/// The way up to the site's root from a page `depth` folders deep.
///
/// # Panics
/// When `depth` is over 5, which no page is.
pub fn prefix(depth: usize) -> &'static str {
    &UP[..depth * "../".len()]
}

fn is_plain(fragment: &str) -> bool {
    fragment.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(key: &str) -> Period {
        Period::parse(key).expect("a period of the test")
    }

    #[test]
    fn every_route_has_the_path_of_the_contract_and_its_depth() {
        let (tasks, ledger) = (Route::Tasks, Route::Ledger("risks"));
        let in_period = Route::CriterionPeriod("H1", period("2026"));
        for (route, path) in [
            (Route::Home, "index.html"),
            (Route::Period(period("2026-h1")), "periods/2026-h1/index.html"),
            (Route::Members, "members/index.html"),
            (Route::Member("a-b"), "members/a-b/index.html"),
            (Route::MemberPeriod("a-b", period("2026-q1")), "members/a-b/2026-q1/index.html"),
            (Route::Criteria, "criteria/index.html"),
            (Route::Criterion("H1"), "criteria/H1/index.html"),
            (in_period, "criteria/H1/2026/index.html"),
            (in_period.numbered(3), "criteria/H1/2026/3/index.html"),
            (Route::Tasks, "tasks/index.html"),
            (tasks.numbered(1), "tasks/index.html"),
            (tasks.numbered(12), "tasks/12/index.html"),
            (Route::Task { member: "a-b", part: "2026-01-05-ke-hoach" }, "tasks/a-b/2026-01-05-ke-hoach/index.html"),
            (Route::Ledgers, "ledgers/index.html"),
            (ledger, "ledgers/risks/index.html"),
            (ledger.numbered(2), "ledgers/risks/2/index.html"),
            (Route::Problems, "problems/index.html"),
            (Route::Search, "search/index.html"),
            (Route::New, "new/index.html"),
            (Route::SearchFile("head.js"), "search/head.js"),
            (Route::Pack(period("2026-q2"), 1), "print/2026-q2/index.html"),
            (Route::Pack(period("2026"), 2), "print/2026/_2/index.html"),
            (Route::SelfReview(period("2026"), "a-b"), "print/2026/a-b/index.html"),
            (Route::File("0123456789abcdef.pdf"), "files/0123456789abcdef.pdf"),
            (Route::Data("tallies.json"), "data/tallies.json"),
            (Route::Asset("style-01234567.css"), "assets/style-01234567.css"),
        ] {
            assert_eq!(route.path().as_str(), path);
            assert_eq!(route.depth(), path.matches('/').count(), "{path}");
        }
    }

    #[test]
    fn links_climb_to_the_root_and_name_the_file() {
        let task = Route::Task { member: "a", part: "x" };
        assert_eq!(Route::Home.href_from(&task, None), "../../../index.html");
        assert_eq!(task.href_from(&Route::Home, Some("H1")), "tasks/a/x/index.html#H1");
        assert_eq!(task.href_from(&task, Some("H1")), "#H1");
        assert_eq!(task.href_from(&task, None), "index.html");
        assert_eq!(Route::Asset("s.css").href_from(&Route::Problems, None), "../assets/s.css");
        assert_eq!(Route::Tasks.href_from(&Route::Tasks.numbered(2), None), "../../tasks/index.html");
        assert_eq!(task.to_root(), "../../../");
    }
}
