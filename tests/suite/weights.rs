//! What a page weighs before it is compressed.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use super::cell_test::{CellTest, SETTINGS};

const MEMBERS: usize = 20;
const HOME: usize = 60_000;
const SCRIPTS: u64 = 25_000;
/// What the home page asks for, on the screen and on paper.
const STYLES: u64 = 25_000;

/// A cell of so many members, each with a log of every month of a half-year.
fn cell() -> CellTest {
    let (settings, _) = SETTINGS.split_once("members:").expect("the roster");
    let mut roster = format!("{settings}members:\n");
    for member in 1..=MEMBERS {
        writeln!(roster, "  - {{id: dang-vien-{member}, name: Nguyễn Thị Minh Nguyệt {member}}}").expect("a text");
    }
    let mut cell = CellTest::new().file("hieucan.yaml", &roster);
    for member in 1..=MEMBERS {
        for month in 1..=6 {
            let story = "due: 2026-01-01\ncriteria: {H1: met, H2: partial, H3: met, C1: unmet, C3: partial}\nlessons: \
                         [{text: Hỏi ý kiến sớm hơn, tag: hoi-som}]";
            cell = cell.record(&format!("dang-vien-{member}/2026-{month:02}-10-viec-{month}.md"), story);
        }
    }
    cell
}

#[test]
fn the_home_page_of_twenty_members_its_styles_and_the_scripts_of_every_page_are_light() {
    let cell = cell();
    let home = cell.page("index.html");
    assert!(home.matches("<tr").count() > MEMBERS, "all members are on it");
    assert!(home.len() <= HOME, "the home page has {} bytes", home.len());
    let size = |path: &str| fs::metadata(cell.root().join("site").join(path)).expect("a file of the site").len();
    let named = |before: &str| -> Vec<u64> {
        home.split(before).skip(1).filter_map(|tag| tag.split_once('"')).map(|(path, _)| size(path)).collect()
    };
    let scripts: u64 = named("<script src=\"").iter().sum();
    assert!((1..=SCRIPTS).contains(&scripts), "the scripts have {scripts} bytes");
    let styles: u64 = named("<link rel=\"stylesheet\" href=\"").iter().sum();
    assert!((1..=STYLES).contains(&styles), "the styles have {styles} bytes");
}

/// The classes that only the styles of reports speak of.
fn classes_of_reports() -> BTreeSet<String> {
    let style = |name: &str| fs::read_to_string(format!("templates/styles/{name}.css")).expect("a style");
    let classes = |css: &str| -> BTreeSet<String> {
        let rest = css.split('.').skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && !"-_".contains(c)));
        rest.filter_map(|mut words| words.next())
            .filter(|class| class.starts_with(|c: char| c.is_alphabetic()))
            .map(str::to_owned)
            .collect()
    };
    let others: BTreeSet<String> = ["base", "layout", "components", "scripts", "search", "paper"]
        .iter()
        .flat_map(|name| classes(&style(name)))
        .collect();
    let own = &classes(&style("charts")) | &classes(&style("records"));
    own.difference(&others).cloned().collect()
}

#[test]
fn reports_have_their_style_and_the_home_page_does_without() {
    let cell = cell();
    let own = classes_of_reports();
    assert!(own.contains("chart") && own.contains("cite"), "{own:?}");
    for (path, bytes) in cell.site().into_iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html")) {
        let (page, html) = (path.display(), String::from_utf8_lossy(&bytes));
        let uses = html.split("class=\"").skip(1).filter_map(|tag| tag.split_once('"'));
        let used: Vec<&str> = uses.flat_map(|(names, _)| names.split(' ')).filter(|name| own.contains(*name)).collect();
        assert!(used.is_empty() || html.contains("/reports-"), "{page} uses {used:?} without their style");
    }
    assert!(!cell.page("index.html").contains("/reports-"));
}
