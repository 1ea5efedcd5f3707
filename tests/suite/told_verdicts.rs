//! What pages and papers tell of verdicts: those that count, those that others have replaced, those that count nowhere.

use crate::cell_test::CellTest;
use crate::papers::between;
use crate::reviews::stamp;

const ID: &str = "can-bo-a/2026-05-06-ke-hoach";

/// The front matter of reviews of a log that claims H1 and H2 with evidence, each the line of who wrote it and its
/// verdicts.
fn reviewed(reviews: &[(&str, &str)]) -> CellTest {
    let story = "criteria: {H1: met, H2: met}\npurpose: Để cán bộ nắm được mục đích\noutputs: [{name: Kế hoạch}]";
    let cell = CellTest::new().record(&format!("{ID}.md"), story);
    let stamp = stamp(&cell, ID);
    reviews.iter().enumerate().fold(cell, |cell, (n, (signed, verdicts))| {
        let own = if signed.contains("stamp:") { String::new() } else { format!("stamp: {stamp}\n") };
        let text = format!("---\nreview_of: {ID}\n{signed}\n{own}criteria: {{{verdicts}}}\n---\n");
        cell.file(&format!("records/{ID}.{n}.review.md"), &text)
    })
}

fn part_4(cell: &CellTest) -> String {
    between(&cell.page("print/2026/can-bo-a/index.html"), "<h2>4. ", "</section>").to_owned()
}

const BELOW: &str = "H1: {level: unmet, reason: Mục đích còn chung chung}";

#[test]
fn a_member_explains_the_verdicts_that_count_and_no_others() {
    let stale = format!("by: bi-thu\non: 2026-06-01\nstamp: v1:{}", "0".repeat(64));
    let superseded: [[(&str, &str); 2]; 4] = [
        [("by: bi-thu\non: 2026-06-01", BELOW), ("by: truong-ban\non: 2026-06-05", "H1: met")],
        [("by: bi-thu\non: 2026-06-01", BELOW), ("by: bi-thu\non: 2026-06-01", "H1: met")],
        [(&stale, BELOW), ("by: truong-ban\non: 2026-05-20", "H1: met")],
        [("by: bi-thu\non: 2026-06-09", BELOW), ("by: Lê Thị Hạnh\nas: superior\non: 2026-06-01", "H1: met")],
    ];
    for reviews in superseded {
        let cell = reviewed(&reviews);
        cell.outcome(ID, "H1", "confirmed");
        assert!(!part_4(&cell).contains("chung chung"), "{reviews:?}: {}", part_4(&cell));
    }
    let cell = reviewed(&[("by: truong-ban\non: 2026-06-01", "H1: met"), ("by: bi-thu\non: 2026-06-05", BELOW)]);
    cell.outcome(ID, "H1", "disputed");
    let part = part_4(&cell);
    assert!(part.contains("chung chung") && part.contains("Phạm Thị Dung") && part.contains("05/6/2026"), "{part}");
    let cell = reviewed(&[("by: bi-thu\non: 2026-06-01", "H1: na")]);
    cell.score("cell", "H1", "2026", "disputed 1");
    assert!(part_4(&cell).contains("không áp dụng"), "{}", part_4(&cell));
}
