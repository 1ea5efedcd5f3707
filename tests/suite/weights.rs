//! What a page weighs before it is compressed.

use std::fmt::Write;
use std::fs;

use super::cell_test::{CellTest, SETTINGS};

const MEMBERS: usize = 20;
const HOME: usize = 60_000;
const SCRIPTS: usize = 25_000;

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
fn the_home_page_of_twenty_members_and_the_scripts_of_every_page_are_light() {
    let cell = cell();
    let home = cell.page("index.html");
    assert!(home.matches("<tr").count() > MEMBERS, "all members are on it");
    assert!(home.len() <= HOME, "the home page has {} bytes", home.len());
    let size = |path: &str| fs::metadata(cell.root().join("site").join(path)).expect("a file of the site").len();
    let named = home.split("<script src=\"").skip(1).map(|tag| tag.split_once('"').expect("its end").0);
    let scripts: u64 = named.map(size).sum();
    assert!((1..=SCRIPTS as u64).contains(&scripts), "the scripts have {scripts} bytes");
}
