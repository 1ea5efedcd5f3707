//! What is true of every cell: months add up, members add up, and the order of files does not matter.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use crate::cell_test::CellTest;

const MEMBERS: [&str; 3] = ["can-bo-a", "can-bo-b", "truong-ban"];
const LEVELS: [&str; 5] = ["met", "partial", "unmet", "na", ""];
const COLUMNS: [&str; 11] =
    ["records", "na", "unclaimed", "unmet", "partial", "met", "claimed", "evidenced", "confirmed", "disputed", "stale"];

/// A log of any member on any day of two years, with a few claims and one of a handful of texts, so that copies occur.
fn story() -> impl Strategy<Value = (usize, String)> {
    let claims = prop::collection::btree_map(1..6_u8, 0..LEVELS.len(), 0..5);
    let status = prop_oneof![4 => Just(""), 1 => Just("status: cancelled\n"), 1 => Just("kind: gấp\n")];
    (0..MEMBERS.len(), 2025..=2026_u16, 1..=12_u8, 1..=28_u8, claims, status, 0..6_u8).prop_map(
        |(member, year, month, day, claims, status, text)| {
            let claims: String = claims.iter().map(|(id, level)| format!("  H{id}: {}\n", LEVELS[*level])).collect();
            let claims = if claims.is_empty() { claims } else { format!("criteria:\n{claims}") };
            let date = format!("{year}-{month:02}-{day:02}");
            let status =
                if status.contains("cancelled") { status.to_owned() } else { format!("done: {date}\n{status}") };
            let story = format!(
                "assigned: {date}\ndue: {date}\n{status}{claims}purpose: Nắm chắc mục đích của việc thứ {text}\n"
            );
            (member, story)
        },
    )
}

/// The cell of these stories; `folder` names the folder of each.
fn cell(stories: &[(usize, String)], folder: impl Fn(usize) -> String) -> CellTest {
    stories.iter().enumerate().fold(CellTest::new(), |cell, (n, (member, story))| {
        let text = crate::cell_test::log(&format!("{}/viec-{n}.md", MEMBERS[*member]), story);
        cell.file(&format!("records/{}/viec-{n}.md", folder(n)), &text)
    })
}

type Figures = BTreeMap<(String, String, String), Vec<u64>>;

/// The rows of `data/tallies.json` by scope, period and criterion.
fn figures(cell: &CellTest) -> Figures {
    let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_owned();
    let row = |row: &Value| COLUMNS.map(|column| row[column].as_u64().expect("a figure")).to_vec();
    let rows = cell.rows("tallies");
    rows.iter().map(|r| ((text(r, "scope"), text(r, "period"), text(r, "criterion")), row(r))).collect()
}

fn add(sums: &mut Figures, key: (String, String, String), figures: &[u64]) {
    let sum = sums.entry(key).or_insert_with(|| vec![0; COLUMNS.len()]);
    sum.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
}

/// The longer periods of a month, worked out from its name.
fn longer(month: &str) -> [String; 3] {
    let (year, month) = month.split_once('-').expect("a month");
    let month: u8 = month.parse().expect("a month");
    [format!("{year}-q{}", month.div_ceil(3)), format!("{year}-h{}", month.div_ceil(6)), year.to_owned()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn months_add_up_to_longer_periods_and_members_to_the_cell(stories in prop::collection::vec(story(), 0..24)) {
        let figures = figures(&cell(&stories, |_| "a".to_owned()));
        let (mut longer_sums, mut cell_sums) = (Figures::new(), Figures::new());
        let is_month = |period: &str| period.len() == 7 && !period.contains(['q', 'h']);
        for ((scope, period, criterion), row) in &figures {
            if is_month(period) {
                for longer in longer(period) {
                    add(&mut longer_sums, (scope.clone(), longer, criterion.clone()), row);
                }
            }
            if scope != "cell" {
                add(&mut cell_sums, ("cell".to_owned(), period.clone(), criterion.clone()), row);
            }
            let figure = |column: &str| row[COLUMNS.iter().position(|name| *name == column).expect("a column")];
            let parts = ["na", "unclaimed", "unmet", "partial", "met"].map(figure);
            prop_assert_eq!(figure("records"), parts.iter().sum::<u64>());
            prop_assert_eq!(figure("claimed"), 2 * figure("met") + figure("partial"));
            prop_assert!(figure("evidenced") <= figure("claimed"));
        }
        let of_longer: Figures = figures.iter().filter(|((_, period, _), _)| !is_month(period)).map(|(key, row)| (key.clone(), row.clone())).collect();
        let of_cell: Figures = figures.iter().filter(|((scope, ..), _)| scope == "cell").map(|(key, row)| (key.clone(), row.clone())).collect();
        prop_assert_eq!(longer_sums, of_longer);
        prop_assert_eq!(cell_sums, of_cell);
    }

    #[test]
    fn the_order_of_files_does_not_matter(stories in prop::collection::vec(story(), 0..16)) {
        let forwards = cell(&stories, |n| format!("{n:02}"));
        let backwards = cell(&stories, |n| format!("{:02}", 99 - n));
        prop_assert_eq!(figures(&forwards), figures(&backwards));
    }
}
