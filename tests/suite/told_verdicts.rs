//! What pages and papers tell of verdicts: those that count, those that others have replaced, those that count nowhere.

use crate::cell_test::CellTest;
use crate::papers::between;
use crate::reviews::stamp;

const ID: &str = "can-bo-a/2026-05-06-ke-hoach";

const TASK: &str = "tasks/can-bo-a/2026-05-06-ke-hoach/index.html";

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

/// What the page of the log says of the review of this number.
fn told(cell: &CellTest, number: usize) -> String {
    let from = format!("aria-labelledby=\"_review-{number}\"");
    between(&cell.page(TASK), &from, "</section>").to_owned()
}

#[test]
fn a_verdict_that_another_has_replaced_is_told_as_such_and_asked_no_reason() {
    let (bare, later) = ("H1: unmet, H2: met", "H1: met, H2: met");
    let both = [("by: bi-thu\non: 2026-06-01", bare), ("by: truong-ban\non: 2026-06-05", later)];
    let cell = reviewed(&both);
    assert_eq!(cell.codes(), Vec::<&str>::new());
    let first = told(&cell, 1);
    assert!(first.contains("đã có nhận xét sau, ngày 05/6/2026, thay") && !first.contains("còn hiệu lực"), "{first}");
    assert!(told(&cell, 2).contains("còn hiệu lực") && !told(&cell, 2).contains("thay<"));
    let cell = reviewed(&[both[0], ("by: truong-ban\non: 2026-06-05", "H2: met")]);
    assert_eq!(cell.codes(), ["verdict-without-reason"]);
    let first = told(&cell, 1);
    assert!(first.contains("còn hiệu lực") && first.matches("đã có nhận xét sau").count() == 1, "{first}");
    assert!(between(&first, "<b>H2</b>", "</li>").contains("ngày 05/6/2026, thay"), "{first}");
    let superior = ("by: Lê Thị Hạnh\nas: superior\non: 2026-06-05", later);
    assert_eq!(reviewed(&[both[0], superior]).codes(), ["verdict-without-reason"], "each rater speaks for itself");
}

#[test]
fn the_review_of_an_own_log_is_shown_whoever_wrote_it() {
    for by in ["can-bo-a", "NGUYỄN VĂN AN"] {
        let cell = reviewed(&[(&format!("by: {by}\non: 2026-06-01"), "H1: met")]);
        assert_eq!(cell.codes(), ["self-review"], "{by}");
        cell.outcome(ID, "H1", "evidenced");
        assert!(told(&cell, 1).contains("tự nhận xét, không tính"), "{by}");
    }
    assert_eq!(reviewed(&[("by: can-bo-b\non: 2026-06-01", "H1: met")]).codes(), ["reviewer-role"]);
}

#[test]
fn a_review_in_error_leaves_a_trace_where_it_is_looked_for() {
    let cell = reviewed(&[("by: truong-ban\non: 2026-06-01", "H9: met"), ("by: bi-thu\non: 2026-06-02", "H9: met")]);
    let page = cell.page(TASK);
    let note = "href=\"../../../problems/index.html\">có 2 nhận xét lỗi, chưa tính</a>";
    assert!(page.contains(note), "{page}");
    let story = "criteria: {H1: met}\npurpose: Để cán bộ nắm được mục đích";
    let other = format!("{ID}-2");
    let cell = reviewed(&[("by: truong-ban\non: 2026-06-01", "H9: met")]).record(&format!("{other}.md"), story);
    let stamp = stamp(&cell, &other);
    let review = format!("---\nreview_of: {other}\nby: bi-thu\non: 2026-06-01\nstamp: {stamp}\ncriteria: [H1]\n---\n");
    let cell = cell.file(&format!("records/{other}.review.md"), &review);
    assert!(!cell.page("tasks/can-bo-a/2026-05-06-ke-hoach-2/index.html").contains("nhận xét lỗi"));
    for (path, to) in [("index.html", ""), ("periods/2026-q2/index.html", "../../")] {
        let note = format!("href=\"{to}problems/index.html\">có nhận xét lỗi, chưa tính</a>");
        assert!(cell.page(path).contains(&note), "{path}");
    }
}

#[test]
fn a_claim_that_a_verdict_lowers_is_something_to_do_next() {
    let below = "H1: {level: partial, reason: Mục đích còn chung chung}, H2: met";
    let cell = reviewed(&[("by: bi-thu\non: 2026-06-01", below)]);
    for (path, to) in [("members/can-bo-a/index.html", "../../"), ("members/can-bo-a/2026-q2/index.html", "../../../")]
    {
        let page = cell.page(path);
        let next = between(&page, "id=\"_next\"", "</section>");
        let row = between(next, "xác nhận thấp hơn tự nhận</span>", "</li>");
        let told = format!(
            "<a href=\"{to}{TASK}\">2026-05-06-ke-hoach</a>, tiêu chí <a href=\"#H1\"><b>H1</b></a>: xác nhận đạt một phần, tự nhận đạt."
        );
        assert!(row.contains(&told) && row.contains("Lý do: Mục đích còn chung chung"), "{row}");
        assert!(!row.contains("H2"), "{row}");
    }
    let settled = reviewed(&[("by: bi-thu\non: 2026-06-01", below), ("by: bi-thu\non: 2026-06-02", "H1: met")]);
    assert!(!settled.page("members/can-bo-a/index.html").contains("thấp hơn tự nhận"));
}
