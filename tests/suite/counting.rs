//! What counts, told as stories of small cells (contract, "What counts").

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hieucan::model::audience::Audience;

use crate::cell_test::{CellTest, SETTINGS};

#[test]
fn a_record_of_april_is_not_counted_in_the_first_quarter() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-03-31-a.md", "criteria: {H1: met}")
        .record("can-bo-a/2026-04-01-b.md", "criteria: {H1: partial}");
    cell.score("can-bo-a", "H1", "2026-03", "claimed 2, records 1")
        .score("can-bo-a", "H1", "2026-04", "claimed 1, records 1")
        .score("can-bo-a", "H1", "2026-q1", "claimed 2, records 1")
        .score("can-bo-a", "H1", "2026-q2", "claimed 1, records 1")
        .score("can-bo-a", "H1", "2026-h1", "claimed 3, records 2")
        .score("cell", "H1", "2026", "claimed 3, records 2, met 1, partial 1")
        .score("can-bo-b", "H1", "2026", "records 0");
}

#[test]
fn a_record_counts_in_the_month_of_done_then_due_then_assigned() {
    CellTest::new()
        .record("can-bo-a/2026-01-31-done.md", "due: 2026-02-20\ndone: 2026-03-02")
        .record("can-bo-a/2026-01-31-due.md", "due: 2026-04-20\nstatus: doing")
        .file("records/c.md", "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-31\n---\n")
        .score("can-bo-a", "H1", "2026-01", "records 0")
        .score("can-bo-a", "H1", "2026-03", "records 1")
        .score("can-bo-a", "H1", "2026-04", "records 1")
        .score("can-bo-a", "H1", "2026-05", "records 1");
}

#[test]
fn the_first_and_the_last_year_of_the_calendar_are_years_like_others() {
    CellTest::new()
        .file("hieucan.yaml", &SETTINGS.replace("2026-06-30", "9999-12-31"))
        .record("can-bo-a/2026-01-05-a.md", "assigned: 0001-01-01\ndue: 0001-01-01\ndone: 0001-01-01")
        .record("can-bo-a/2026-01-05-b.md", "assigned: 9999-12-31\ndue: 9999-12-31\ndone: 9999-12-31")
        .score("can-bo-a", "H1", "0001-01", "records 1")
        .score("can-bo-a", "H1", "9999-12", "records 1");
}

#[test]
fn a_cancelled_record_counts_nowhere_and_is_still_listed() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "status: cancelled\ncriteria: {H1: met}")
        .record("can-bo-a/2026-03-02-b.md", "trạng thái: Hủy\nstatus2: x");
    assert!(cell.codes().contains(&"unknown-key"));
    cell.score("cell", "H1", "2026", "records 0").timeliness("can-bo-a/2026-03-01-a", "none");
    assert_eq!(cell.rows("records").len(), 2);
}

#[test]
fn what_does_not_apply_is_counted_apart() {
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria: {H3: {level: na, reason: Việc làm một mình}}")
        .record("can-bo-a/2026-03-02-b.md", "criteria: {H3: met}")
        .score("can-bo-a", "H3", "2026-03", "records 2, na 1, unclaimed 0, unmet 0, met 1, claimed 2");
}

#[test]
fn records_that_cannot_be_read_have_ids_of_their_own() {
    let cell = CellTest::new().file("records/2025/dup.md", "x").file("records/2026/dup.md", "y");
    let ids: Vec<_> = cell.rows("records").iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["records/2025/dup.md", "records/2026/dup.md"]);
}

#[test]
fn times_of_the_roster_may_lie_open() {
    let settings = SETTINGS.replace("Nguyễn Văn An}", "Nguyễn Văn An, away: {from: 2026-02-01, reason: Biệt phái}}");
    let cell = CellTest::new()
        .file("hieucan.yaml", &format!("{settings}closed: {{period: 2026-03}}\n"))
        .record("can-bo-a/2026-03-31-a.md", "criteria: {H1: met}");
    let page = cell.page("members/can-bo-a/2026-03/index.html");
    assert!(page.contains("vắng 01/02/2026 – … (Biệt phái)"), "{page}");
}

#[test]
fn unclaimed_is_never_unmet() {
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria:\n  H1: unmet\n  H2:")
        .score("can-bo-a", "H1", "2026-03", "records 1, unclaimed 0, unmet 1, claimed 0")
        .score("can-bo-a", "H2", "2026-03", "records 1, unclaimed 1, unmet 0")
        .score("can-bo-a", "H3", "2026-03", "records 1, unclaimed 1, unmet 0")
        .outcome("can-bo-a/2026-03-01-a", "H1", "unmet")
        .outcome("can-bo-a/2026-03-01-a", "H2", "unclaimed");
}

#[test]
fn a_text_copied_into_three_records_of_one_member_weighs_nothing_in_any() {
    let copied = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let spelt_otherwise = "criteria: {H1: met}\nprocedure: nắm chắc   MỤC ĐÍCH của việc được giao";
    let two = || {
        CellTest::new()
            .record("can-bo-a/2026-03-01-a.md", copied)
            .record("can-bo-a/2026-03-02-b.md", spelt_otherwise)
            .record("can-bo-b/2026-03-03-c.md", copied)
    };
    two().score("cell", "H1", "2026-03", "claimed 6, evidenced 6");
    let three = two().record("can-bo-a/2025-03-03-d.md", copied);
    three
        .score("can-bo-a", "H1", "2026-03", "claimed 4, evidenced 0")
        .score("can-bo-a", "H1", "2025-03", "claimed 2, evidenced 0")
        .outcome("can-bo-a/2026-03-01-a", "H1", "claimed");
    assert_eq!(three.codes().iter().filter(|code| **code == "copied-text").count(), 3);
}

#[test]
fn a_cancelled_copy_is_a_copy_and_one_with_errors_is_not() {
    let copied = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let with = |third: &str| {
        CellTest::new()
            .record("can-bo-a/2026-03-01-a.md", copied)
            .record("can-bo-a/2026-03-02-b.md", copied)
            .record("can-bo-a/2026-03-03-c.md", &format!("{copied}\n{third}"))
    };
    with("status: cancelled").score("can-bo-a", "H1", "2026-03", "claimed 4, evidenced 0");
    with("kind: gấp").score("can-bo-a", "H1", "2026-03", "claimed 4, evidenced 4");
}

#[test]
fn a_record_that_the_settings_make_faulty_is_no_copy() {
    let copied = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let with = |code: &str, third: &str| {
        CellTest::new()
            .file("hieucan.yaml", &format!("{SETTINGS}checks: {{{code}: error}}\n"))
            .record("can-bo-a/2026-03-01-a.md", copied)
            .record("can-bo-a/2026-03-02-b.md", copied)
            .record("can-bo-a/2026-03-03-c.md", &format!("{copied}\n{third}"))
    };
    for (code, third) in [
        ("placeholder-text", "procedure: todo"),
        ("short-text", "procedure: Làm tốt."),
        ("broken-link", "---\n[bản dự thảo](khong-co.pdf)"),
    ] {
        with(code, third).score("can-bo-a", "H1", "2026-03", "records 2, claimed 4, evidenced 4");
    }
}

#[test]
fn a_record_whose_only_errors_come_of_copying_is_a_copy() {
    let copied = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let whole = format!("{copied}\nprocedure: Trình, ký, gửi, lưu hồ sơ công việc");
    let with = |code: &str, third: &str| {
        CellTest::new()
            .file("hieucan.yaml", &format!("{SETTINGS}checks: {{{code}: error}}\n"))
            .record("can-bo-a/2026-03-01-a.md", &whole)
            .record("can-bo-a/2026-03-02-b.md", copied)
            .record("can-bo-a/2026-03-03-c.md", third)
    };
    with("copied-text", copied).score("can-bo-a", "H1", "2026-03", "records 0");
    with("missing-evidence", copied).score("can-bo-a", "H1", "2026-03", "records 1, claimed 2, evidenced 2");
    let lacking = format!("criteria: {{H1: met, H2: met}}\n{}", copied.split_once('\n').unwrap().1);
    with("missing-evidence", &lacking).score("can-bo-a", "H1", "2026-03", "records 2, claimed 4, evidenced 4");
}

#[test]
fn placeholders_and_short_texts_are_no_evidence_and_one_good_item_is_enough() {
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria: {H1: met}\npurpose: Đang cập nhật…")
        .record("can-bo-a/2026-03-02-b.md", "criteria: {H1: met}\npurpose: Làm tốt.")
        .record("can-bo-a/2026-03-03-c.md", "criteria: {H1: met}\npurpose: TODO\nprocedure: Trình, ký, gửi, lưu hồ sơ")
        .outcome("can-bo-a/2026-03-01-a", "H1", "claimed")
        .outcome("can-bo-a/2026-03-02-b", "H1", "claimed")
        .outcome("can-bo-a/2026-03-03-c", "H1", "evidenced")
        .score("can-bo-a", "H1", "2026-03", "claimed 6, evidenced 2");
}

#[test]
fn an_item_that_only_has_marks_of_its_place_says_nothing() {
    let outcome = |criterion: &str, story: &str, expected: &str| {
        let story = format!("done: 2026-03-09\ncriteria: {{{criterion}: met}}\n{story}");
        CellTest::new().record("can-bo-a/2026-03-01-a.md", &story).outcome(
            "can-bo-a/2026-03-01-a",
            criterion,
            expected,
        );
    };
    for (criterion, blank) in [
        ("C1", "progress: [{on: 2026-03-02, note: }]"),
        ("C2", "direction: {by: , on: 2026-03-02, summary: , asked: [{q: }]}"),
        ("C4", "risks: [{risk: , response: , happened: false}]"),
        ("C4", "risks: {happened: có}"),
        ("C5", "steps: [{id: a, what: , start: , end: , after: [], with: , approval: }]"),
        ("C5", "steps: [{id: a, start: 2026-03-01}, {id: b, end: 2026-03-02, after: [a]}]"),
        ("C6", "revisions: [{by: , change: , adopted: true}]"),
        ("C6", "revisions: {adopted: không}"),
        ("C6", "lessons: {tag: sai-the-thuc}"),
    ] {
        outcome(criterion, blank, "claimed");
    }
    for (criterion, said) in [
        ("C1", "progress: [{note: Xong}]"),
        ("C2", "direction: {by: can-bo-b}"),
        ("C4", "risks: [{response: Đặt hội trường dự phòng, happened: false}]"),
        ("C5", "steps: [{id: a, with: Văn phòng}]"),
        ("C5", "steps: [{id: a}, {id: b, what: Trình ký, after: [a]}]"),
        ("C6", "revisions: {by: can-bo-b, adopted: true}"),
    ] {
        outcome(criterion, said, "evidenced");
    }
}

#[test]
fn a_refused_link_is_no_evidence_and_a_note_beside_it_is_prose() {
    for (link, expected) in
        [("javascript:alert(1)", "claimed"), ("records/a.pdf", "claimed"), ("https://vidu.example/12", "evidenced")]
    {
        let outcome = |criterion: &str, story: String| {
            let cell = CellTest::new().record("can-bo-a/2026-03-01-a.md", &story);
            cell.outcome("can-bo-a/2026-03-01-a", criterion, expected);
        };
        for beside in ["", ", kind: link", ", note: Xong"] {
            outcome("H3", format!("criteria: {{H3: {{level: met, evidence: {{link: \"{link}\"{beside}}}}}}}"));
        }
        outcome("H2", format!("criteria: {{H2: met}}\noutputs: {{link: \"{link}\"}}"));
        outcome("C3", format!("criteria: {{C3: met}}\nreferences: {{link: \"{link}\"}}"));
    }
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria: {H2: met}\noutputs: {name: Kế hoạch, link: \"javascript:x\"}")
        .outcome("can-bo-a/2026-03-01-a", "H2", "evidenced");
}

#[test]
fn the_text_under_a_tagged_heading_is_evidence_for_its_criterion() {
    let tagged = "criteria: {C6: met, H1: met}\n---\n## Rút kinh nghiệm {#C6}\nLần sau gửi dự thảo trước ba ngày.\n";
    let blank = "criteria: {C6: met}\n---\n## Rút kinh nghiệm {#C6}\n\n## Khác\nLần sau gửi dự thảo trước ba ngày.\n";
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", tagged)
        .record("can-bo-a/2026-03-02-b.md", blank)
        .outcome("can-bo-a/2026-03-01-a", "C6", "evidenced")
        .outcome("can-bo-a/2026-03-01-a", "H1", "claimed")
        .outcome("can-bo-a/2026-03-02-b", "C6", "claimed");
}

#[test]
fn a_tagged_heading_may_be_closed_or_begin_with_a_tab() {
    for heading in ["## Rút kinh nghiệm {#C6} ##", "##\tRút kinh nghiệm\t{#C6}\t#  ", " # Rút {.k #c6} #"] {
        let story = format!("criteria: {{C6: met}}\n---\nMở đầu.\n{heading}\nLần sau gửi dự thảo trước ba ngày.\n");
        let cell = CellTest::new().record("can-bo-a/2026-03-01-a.md", &story);
        cell.outcome("can-bo-a/2026-03-01-a", "C6", "evidenced");
        assert_eq!(cell.codes(), [""; 0], "{heading}");
        let page = cell.page("tasks/can-bo-a/2026-03-01-a/index.html");
        assert!(!main_of(&page).contains("##") && !main_of(&page).contains("c6}"), "{page}");
    }
    for heading in
        ["## Rút {#C6} \\#", "## Rút {#C6}##", "## Rút \\{#C6} ##", "Rút {#C6} ##\n---", "```\n## Rút {#C6} ##"]
    {
        let story = format!("criteria: {{C6: met}}\n---\n{heading}\nLần sau gửi dự thảo trước ba ngày.\n");
        let cell = CellTest::new().record("can-bo-a/2026-03-01-a.md", &story);
        cell.outcome("can-bo-a/2026-03-01-a", "C6", "claimed");
        let page = cell.page("tasks/can-bo-a/2026-03-01-a/index.html");
        assert!(page.contains("{#C6}"), "what is no tag is shown as it is written: {page}");
    }
    CellTest::new()
        .record(
            "can-bo-a/2026-03-01-a.md",
            "criteria: {C6: met}\n---\n## Rút \\{#C6}\nLần sau gửi dự thảo trước ba ngày.\n",
        )
        .outcome("can-bo-a/2026-03-01-a", "C6", "claimed");
}

#[test]
fn keeping_to_time_is_evidence_for_c1() {
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria: {C1: met}")
        .record("can-bo-a/2026-03-02-b.md", "criteria: {C1: met}\ndone: 2026-03-03")
        .outcome("can-bo-a/2026-03-01-a", "C1", "evidenced")
        .outcome("can-bo-a/2026-03-02-b", "C1", "claimed");
}

#[test]
fn an_excuse_counts_when_another_member_confirmed_it() {
    let late = "done: 2026-03-20\nexcused: {reason: Chờ hướng dẫn của cấp trên, confirmed_by: ";
    let cell = CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", &format!("{late}truong-ban}}"))
        .record("can-bo-a/2026-03-02-b.md", &format!("{late}can-bo-a}}"))
        .record("can-bo-a/2026-03-03-c.md", &format!("{late}nguoi-la}}"))
        .record("can-bo-a/2026-03-04-d.md", "done: 2026-03-20\nexcused: Chờ hướng dẫn của cấp trên")
        .record("can-bo-a/2026-03-05-e.md", "");
    let no_reason =
        CellTest::new().record("can-bo-a/2026-03-06-g.md", "done: 2026-03-20\nexcused: {confirmed_by: truong-ban}");
    no_reason.timeliness("can-bo-a/2026-03-06-g", "late");
    assert!(no_reason.codes().contains(&"excuse-unconfirmed"));
    cell.timeliness("can-bo-a/2026-03-01-a", "excused")
        .timeliness("can-bo-a/2026-03-02-b", "late")
        .timeliness("can-bo-a/2026-03-03-c", "late")
        .timeliness("can-bo-a/2026-03-04-d", "late")
        .timeliness("can-bo-a/2026-03-05-e", "on-time");
}

#[test]
fn open_tasks_are_overdue_drifting_or_open() {
    CellTest::new()
        .record("can-bo-a/2026-06-01-a.md", "due: 2026-06-29\nstatus: doing")
        .record("can-bo-a/2026-06-01-b.md", "due: 2026-06-30\nstatus: doing")
        .record("can-bo-a/2026-04-01-c.md", "due: 2026-07-30\nstatus: doing")
        .record(
            "can-bo-a/2026-04-01-d.md",
            "due: 2026-07-30\nstatus: doing\nprogress: [{on: 2026-06-20, note: Đã gửi dự thảo}]",
        )
        .timeliness("can-bo-a/2026-06-01-a", "overdue")
        .timeliness("can-bo-a/2026-06-01-b", "open")
        .timeliness("can-bo-a/2026-04-01-c", "drifting")
        .timeliness("can-bo-a/2026-04-01-d", "open");
}

#[test]
fn a_record_with_an_error_stands_beside_the_totals_that_it_would_have_entered() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-02-01-a.md", "criteria: {H1: met}")
        .record("can-bo-a/2026-05-01-b.md", "criteria: {H1: met}")
        .record("can-bo-b/2026-02-01-a.md", "criteria: {H1: met}")
        .record("can-bo-a/2026-02-02-x.md", "criteria: {H1: dạt}");
    cell.score("can-bo-a", "H1", "2026-02", "records 1");
    let beside = "1 nhật ký lỗi";
    assert!(cell.page("periods/2026-q1/index.html").contains(beside));
    assert!(cell.page("members/can-bo-a/2026-q1/index.html").contains(beside));
    assert!(!main_of(&cell.page("members/can-bo-a/2026-q2/index.html")).contains(beside));
    assert!(!main_of(&cell.page("members/can-bo-b/2026-q1/index.html")).contains(beside));
    assert!(!main_of(&cell.page("periods/2026-q2/index.html")).contains(beside));
    assert!(cell.page("problems/index.html").contains("2026-02-02-x"));
}

#[test]
fn a_faulty_record_without_a_readable_date_stands_beside_every_period() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-02-01-a.md", "")
        .record("can-bo-a/2026-05-01-b.md", "")
        .file("records/x.md", "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-02-30\n---\n");
    for page in ["periods/2026-q1", "periods/2026-q2", "periods/2026", "members/can-bo-a/2026-q2"] {
        assert!(main_of(&cell.page(&format!("{page}/index.html"))).contains("1 nhật ký lỗi"), "{page}");
    }
}

/// What stands between `<main` and `</main>`; the footer counts the whole cell's errors on every page.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main part");
    &page[start..page.find("</main>").expect("its end")]
}

#[test]
fn what_is_for_leaders_is_in_no_byte_of_the_cells_site() {
    let secret = "visibility: leaders\ntitle: Chuyện kín đáo\npurpose: Điều chỉ lãnh đạo được đọc\n\
        criteria: {H1: {level: met, evidence: {kind: file, file: ho-so/kin.txt}}}\n---\n\
        Thân bài bí ẩn khôn lường.\n\n![sơ đồ](so-do.png) [phụ lục](phu-luc.csv)\n";
    let cell = || {
        CellTest::new()
            .file("ho-so/kin.txt", "Chứng cứ kín đáo")
            .file("records/can-bo-a/so-do.png", "Hình kín đáo")
            .file("records/can-bo-a/phu-luc.csv", "Bảng kín đáo")
            .record("can-bo-a/2026-02-01-a.md", "criteria: {H1: met}")
            .record("can-bo-a/2026-02-02-kin-dao.md", secret)
    };
    let seen = cell();
    seen.score("can-bo-a", "H1", "2026-02", "records 1");
    for (path, bytes) in seen.site() {
        let (path, text) = (path.to_string_lossy(), String::from_utf8_lossy(&bytes));
        for canary in ["kín đáo", "kin-dao", "chỉ lãnh đạo được đọc", "khôn lường"] {
            assert!(!path.contains(canary) && !text.contains(canary), "{path} holds {canary}");
        }
    }
    assert!(seen.page("data/withheld.json").contains('1'));
    cell().audience(Audience::Leaders).score("can-bo-a", "H1", "2026-02", "records 2");
}

#[test]
fn but_for_the_number_withheld_the_site_equals_one_built_without_those_records() {
    let copied = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let open = || CellTest::new().record("can-bo-a/2026-02-01-a.md", copied).record("can-bo-a/2026-02-02-b.md", copied);
    let without = open().site();
    let with_file = format!("visibility: lãnh đạo\n{copied}\noutputs: [{{name: Kế hoạch, file: ho-so/kin.txt}}]");
    let with = open().file("ho-so/kin.txt", "Kín").record("can-bo-a/2026-02-03-c.md", &with_file).site();
    let names = |site: &BTreeMap<PathBuf, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&with), names(&without));
    let differ: Vec<_> = with.iter().filter(|(path, bytes)| without[*path] != **bytes).map(|(path, _)| path).collect();
    let told = ["data/withheld.json", "manifest.json", "problems/index.html"];
    assert_eq!(differ, told.map(Path::new));
}

/// Every file of the site that holds one of `canaries`, with the canary.
fn leaks(cell: &CellTest, canaries: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in cell.site() {
        let text = String::from_utf8_lossy(&bytes);
        let holds = canaries.iter().filter(|canary| text.contains(**canary));
        found.extend(holds.map(|canary| format!("{}: {canary}", path.display())));
    }
    found
}

#[test]
fn of_a_record_whose_visibility_cannot_be_read_only_the_problem_is_told() {
    let lines = [
        "visibility: kín",
        "visibility: [leaders]",
        "visibilty: leaders",
        "visibility_: kín",
        "phạm vi: leaders",
        "phạm vi: kín",
        "visible: leaders",
        "ai được xem: Lãnh đạo",
        "xem: [leaders]",
        "visibility: cell\nphạm vi xem: leaders",
        "visibility: leaders\nvisibility: cell",
        "criteria:\n  H1: met\n  visibility: leaders",
        "direction:\n  by: truong-ban\n  phạm vi xem: leaders",
    ];
    for line in lines {
        let story = format!(
            "{line}\ntitle: Chuyện riêng\npurpose: Điều chỉ lãnh đạo được đọc\n\
             outputs: [{{name: Kế hoạch, file: ho-so/kin.txt}}]\n---\n![sơ đồ](so-do.png)\n"
        );
        let cell = CellTest::new()
            .file("ho-so/kin.txt", "Chứng cứ kín đáo")
            .file("records/can-bo-a/so-do.png", "Hình kín đáo")
            .record("can-bo-a/2026-02-01-a.md", "")
            .record("can-bo-a/2026-02-02-b.md", &story);
        assert!(cell.page("problems/index.html").contains("records/can-bo-a/2026-02-02-b.md"), "{line}");
        let leaks = leaks(&cell, &["Chuyện riêng", "lãnh đạo được đọc", "kín đáo"]);
        assert!(leaks.is_empty(), "{line}: {leaks:?}");
    }
}

#[test]
fn of_a_record_with_a_secrecy_mark_only_its_id_and_the_problem_are_told() {
    let secret = "title: Chuyện riêng\npurpose: Điều không ai được đọc\noutputs: [{name: Báo cáo, file: ho-so/kin.txt}]\n\
        ---\nVăn bản TUYỆT MẬT về việc khôn lường\n";
    let cell = || CellTest::new().file("ho-so/kin.txt", "Chứng cứ").record("can-bo-a/2026-02-02-b.md", secret);
    for cell in [cell(), cell().audience(Audience::Leaders)] {
        assert!(cell.page("problems/index.html").contains("can-bo-a/2026-02-02-b"));
        let leaks = leaks(&cell, &["Chuyện riêng", "không ai được đọc", "khôn lường", "Chứng cứ"]);
        assert!(leaks.is_empty(), "{leaks:?}");
    }
}

#[test]
fn a_file_that_a_visible_record_names_too_is_published() {
    let story = "outputs: [{name: Báo cáo, file: ho-so/a.txt}]";
    let cell = CellTest::new()
        .file("ho-so/a.txt", "Chứng cứ chung")
        .record("can-bo-a/2026-02-01-a.md", story)
        .record("can-bo-a/2026-02-02-b.md", &format!("visibility: leaders\n{story}"));
    assert_eq!(leaks(&cell, &["Chứng cứ chung"]).len(), 1);
}

#[test]
fn marks_of_secrecy_are_found_however_they_are_written() {
    let lines = [
        r#"purpose: "Văn bản M\u1EACT số 1""#,
        r#"purpose: "Văn bản M\U00001EACT số 1""#,
        r#"purpose: "Văn bản \x4DẬT số 1""#,
        "purpose: \"Văn bản M\\\n  ẬT số 1\"",
        "strengths:\n  - công tác BẢO\n  - MẬT số 1",
        "strengths: [công tác BẢO, MẬT số 1]",
        "purpose: Văn bản Bảo MẬT số 1",
        "archive: BẢO\nMẬT: số 1",
        r#"strengths: ["công tác B\u1EA2O", "M\u1EACT số 1"]"#,
    ];
    for line in lines {
        let cell = CellTest::new().record("can-bo-a/2026-02-02-b.md", line);
        assert!(cell.codes().contains(&"secrecy-mark"), "{line}: {:?}", cell.codes());
    }
    for line in ["purpose: Công tác BẢO MẬT của cơ quan", "purpose: >\n  Công tác BẢO\n  MẬT của cơ quan"]
    {
        let cell = CellTest::new().record("can-bo-a/2026-02-02-b.md", line);
        assert!(!cell.codes().contains(&"secrecy-mark"), "{line}: {:?}", cell.codes());
    }
}

#[test]
fn a_mark_that_only_a_reader_sees_is_told_at_its_paragraph_or_value() {
    for (story, place) in [
        ("purpose: Xong\narchive: \"Văn bản M\\u1EACT\"", "8:10"),
        ("\"M\\u1EACT\": x", "7:1"),
        ("---\nMột.\n\nVăn bản\nsố M&#7852;T.\n\nBa.", "10:1"),
        ("---\n> - M*Ậ*T", "8:5"),
        ("---\n## Đề mục M&#7852;T", "8:4"),
        ("---\n| a | b |\n|---|---|\n| c | M&#x1EAC;T |", "10:7"),
    ] {
        let cell = CellTest::new().record("can-bo-a/2026-02-02-b.md", &format!("due: 2026-02-02\n{story}"));
        let mark = cell.problems().iter().find(|problem| problem.code.id() == "secrecy-mark");
        let Some(mark) = mark else { panic!("{story}: {:?}", cell.codes()) };
        assert_eq!(format!("{}:{}", mark.at.line, mark.at.column), place, "{story}");
    }
}

#[test]
fn records_whose_text_is_not_shown_leave_no_trace_in_the_problems_of_others() {
    let concealed = ["visibility: leaders", "visibility: kín", "visible: leaders", "archive: Tủ MẬT"];
    let told = |line: Option<&str>| {
        let mut cell = CellTest::new()
            .record("can-bo-a/2026-02-03-c.md", "fixed: [chuyen-rieng]")
            .record("can-bo-a/2026-02-04-d.md", "fixed: [chuyen-rienq]");
        if let Some(line) = line {
            let tagged = format!("{line}\nweaknesses: [{{text: Điều không ai được đọc, tag: chuyen-rieng}}]");
            cell = cell.record("can-bo-a/2026-02-01-a.md", &tagged);
        }
        let mut rows = cell.rows("problems");
        rows.retain(|row| row["path"] != "records/can-bo-a/2026-02-01-a.md");
        rows
    };
    let alone = told(None);
    assert_eq!(alone.len(), 2);
    for line in concealed {
        assert_eq!(told(Some(line)), alone, "{line}");
    }
    assert_eq!(told(Some("visibility: cell")).len(), 1);
}

#[test]
fn a_hidden_record_is_for_others_neither_the_twin_of_a_record_nor_the_end_of_a_link() {
    let told = |line: &str| {
        let cell = CellTest::new()
            .record("can-bo-a/2026-02-01-a.md", "---\n[kế hoạch](../khac/2026-02-02-b.md)\n")
            .record("can-bo-a/2026-02-02-b.md", "")
            .record("khac/2026-02-02-b.md", &format!("member: can-bo-a\n{line}"));
        let mut rows = cell.rows("problems");
        rows.retain(|row| row["path"] != "records/khac/2026-02-02-b.md");
        rows
    };
    let withheld = told("visibility: leaders");
    assert_eq!(withheld.len(), 1, "{withheld:?}");
    assert_eq!(told("visibility: kín"), withheld);
    assert_eq!(told("").len(), 1, "the twin alone");
}

#[test]
fn vietnamese_keys_and_words_are_the_same_record() {
    let vietnamese = "---\n\
        tiêu đề: Kế hoạch\nĐẢNG VIÊN: can-bo-a\nngày giao: 5/1/2026\nhan: 20/01/2026\nhoàn_thành: 19/01/2026\n\
        loại: phát sinh\ntrạng thái: hoàn thành\nmục đích: Thống nhất cách làm trong toàn chi bộ\n\
        tiêu chí:\n  h1: đạt\n  H2: đạt một phần\n  H3: chưa đạt\n  H4: {mức: không áp dụng, lý do: Việc làm chung}\n\
        \x20 C4: {mức: đạt, minh chứng: {kind: document, ref: 12-KH/BTG}}\n---\n";
    let cell = CellTest::new().file("records/ke-hoach.md", vietnamese);
    cell.score("can-bo-a", "H1", "2026-01", "records 1, claimed 2, evidenced 2")
        .score("can-bo-a", "H2", "2026-01", "partial 1, claimed 1")
        .score("can-bo-a", "H3", "2026-01", "unmet 1")
        .score("can-bo-a", "H4", "2026-01", "na 1")
        .score("can-bo-a", "C4", "2026-01", "claimed 2, evidenced 2")
        .timeliness("can-bo-a/ke-hoach", "on-time");
    assert_eq!(cell.rows("records")[0]["kind"], "arising");
}

#[test]
fn a_list_of_criteria_means_that_all_are_met() {
    CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "criteria: [H1, c2]")
        .record("can-bo-a/2026-03-02-b.md", "criteria: H1")
        .score("can-bo-a", "H1", "2026-03", "met 2, claimed 4")
        .score("can-bo-a", "C2", "2026-03", "met 1, unclaimed 1");
}

#[test]
fn a_record_that_pins_a_rubric_which_is_not_known_is_never_valid() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-03-01-a.md", "rubric: 5-hieu-6-can@1\ncriteria: {H1: met}")
        .record("can-bo-a/2026-03-02-b.md", "rubric: 5-hieu-6-can@2\ncriteria: {H1: met}");
    cell.score("can-bo-a", "H1", "2026-03", "records 1");
    assert_eq!(cell.codes().iter().filter(|code| **code == "unknown-rubric").count(), 1);
}

// ---- other rubrics

fn group(id: &str, polarity: &str, subject: &str, criteria: &[String]) -> String {
    let head = format!(
        "  - id: {id}\n    label: Nhóm {id}\n    polarity: {polarity}\n    subject: {subject}\n    criteria:\n"
    );
    head + &criteria
        .iter()
        .map(|id| format!("      - {{id: {id}, label: Mục {id}, text: Nội dung {id}}}\n"))
        .collect::<String>()
}

fn ids(prefix: &str, count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{prefix}{n}")).collect()
}

const HEAD: &str = "id: bo-khac\nversion: 3\ntitle: Bộ khác\ngroups:\n";

#[test]
fn four_groups_with_criteria_that_name_what_must_not_be() {
    let rubric = HEAD.to_owned()
        + &group("A", "positive", "member", &ids("A", 4))
        + &group("B", "negative", "member", &ids("B", 4))
        + &group("D", "positive", "member", &ids("D", 5))
        + &group("E", "negative", "member", &ids("E", 5));
    let cell = CellTest::new()
        .file("rubric.yaml", &rubric)
        .record("can-bo-a/2026-03-01-a.md", "criteria: {A1: met, B4: met, E5: unmet}")
        .record(
            "can-bo-a/2026-03-02-b.md",
            "rubric: bo-khac@3\ncriteria: {e5: {level: partial, evidence: [{ref: 1-BB/CB}]}}",
        );
    // Met is the good state whatever the polarity.
    cell.score("can-bo-a", "A1", "2026-03", "claimed 2, unclaimed 1")
        .score("can-bo-a", "B4", "2026-03", "claimed 2, unclaimed 1")
        .score("can-bo-a", "E5", "2026-03", "claimed 1, unmet 1, partial 1, evidenced 1");
    assert_eq!(cell.site().keys().filter(|path| is_criterion_page(path)).count(), 18);
}

fn is_criterion_page(path: &Path) -> bool {
    path.starts_with("criteria") && path.components().count() == 3
}

#[test]
fn a_flat_list_of_seven() {
    let cell = CellTest::new()
        .file("rubric.yaml", &(HEAD.to_owned() + &group("all", "positive", "member", &ids("T", 7))))
        .record("can-bo-a/2026-03-01-a.md", "criteria: [T1, T7]");
    cell.score("can-bo-a", "T7", "2026-q1", "claimed 2, records 1").score("can-bo-a", "T2", "2026-q1", "unclaimed 1");
}

#[test]
fn eleven_items_of_a_sign_off_in_english() {
    let settings = SETTINGS.replace("lang: vi", "lang: en");
    let cell = CellTest::new()
        .file("hieucan.yaml", &settings)
        .file(
            "rubric.yaml",
            &(HEAD.replace("Bộ khác", "{en: Sign-off}") + &group("signoff", "positive", "member", &ids("S", 11))),
        )
        .record("can-bo-a/2026-03-01-a.md", "criteria: {S11: met}");
    cell.score("can-bo-a", "S11", "2026-q1", "claimed 2, records 1");
    assert!(cell.page("index.html").contains("lang=\"en\""));
}

#[test]
fn a_set_whose_subject_is_the_cell() {
    let cell = CellTest::new()
        .file("rubric.yaml", &(HEAD.to_owned() + &group("cell", "positive", "cell", &ids("K", 3))))
        .record("can-bo-a/2026-03-01-a.md", "criteria: {K1: met}")
        .record("can-bo-b/2026-03-01-a.md", "criteria: {K1: partial}");
    cell.score("cell", "K1", "2026-q1", "claimed 3, records 2");
}

#[test]
fn what_is_to_come_is_shown_and_not_counted_and_what_is_retired_counts_to_its_last_day() {
    let rubric = HEAD.to_owned()
        + "  - id: g\n    criteria:\n\
           \x20     - {id: N1, label: Nay, text: Nội dung}\n\
           \x20     - {id: N2, label: Sắp có, text: Nội dung, state: upcoming}\n\
           \x20     - {id: N3, label: Đã thôi, text: Nội dung, state: retired, until: 2026-03-31}\n\
           \x20     - {id: N4, label: Cũng thôi, text: Nội dung, until: 2026-03-31}\n";
    let cell = CellTest::new()
        .file("rubric.yaml", &rubric)
        .record("can-bo-a/2026-03-31-a.md", "criteria: {N1: met, N3: met, N4: met}")
        .record("can-bo-a/2026-04-01-b.md", "criteria: {N1: met}");
    cell.score("can-bo-a", "N1", "2026", "records 2")
        .score("can-bo-a", "N2", "2026", "records 0")
        .score("can-bo-a", "N3", "2026-q1", "claimed 2, records 1")
        .score("can-bo-a", "N3", "2026-q2", "records 0")
        .score("can-bo-a", "N3", "2026", "records 1")
        .score("can-bo-a", "N4", "2026", "claimed 2, records 1");
    assert!(cell.page("criteria/N2/index.html").contains("Sắp có"));
    let criteria = |row: &serde_json::Value| row["criteria"].to_string();
    let rows = cell.rows("records");
    let upcoming = r#""N2":{"counts":false,"level":null,"outcome":"unclaimed"}"#;
    assert!(criteria(&rows[0]).contains(upcoming), "{}", criteria(&rows[0]));
    assert!(!criteria(&rows[1]).contains("N3"), "{}", criteria(&rows[1]));
}

/// Two criteria, the second retired on this day; a log before the end of March and two after it.
fn half_retired(until: &str) -> CellTest {
    let rubric = HEAD.to_owned()
        + "  - id: g\n    criteria:\n\
           \x20     - {id: A1, label: Căn cứ, text: Nội dung, evidence: [references]}\n\
           \x20     - {id: B1, label: Rủi ro, text: Nội dung, evidence: [risks], state: retired, until: DAY}\n";
    CellTest::new()
        .file("rubric.yaml", &rubric.replace("DAY", until))
        .record("can-bo-a/2026-02-19-a.md", "criteria: {A1: met, B1: partial}\nreferences: [30/2020/NĐ-CP]")
        .record("can-bo-a/2026-05-19-b.md", "criteria: {A1: met, B1: met}\nreferences: [30/2020/NĐ-CP]")
        .record("can-bo-b/2026-05-19-c.md", "criteria: {A1: met, B1: met}\nreferences: [30/2020/NĐ-CP]")
}

#[test]
fn a_criterion_that_is_retired_is_not_asked_for_in_the_time_to_come() {
    let part = |page: &str, from: &str| page.split_once(from).map_or_else(String::new, |(_, part)| part.to_owned());
    for (until, asked) in [("2026-03-31", false), ("2027-12-31", true)] {
        let cell = half_retired(until);
        let home = cell.page("index.html");
        assert_eq!(part(&home, "năm nay chưa có minh chứng").contains("Rủi ro"), asked, "{home}");
        let draft = part(&cell.page("print/2026/can-bo-b/index.html"), "Phương hướng");
        assert_eq!(draft.contains("Rủi ro"), asked, "{draft}");
        let focus = part(&cell.page("print/2026-q1/index.html"), "Tiêu chí cần tập trung");
        assert_eq!(focus.contains("Rủi ro"), asked, "{focus}");
    }
}

#[test]
fn the_page_of_a_criterion_says_until_when_it_counts() {
    let page = |until: &str| half_retired(until).page("criteria/B1/index.html");
    let gone = "Tiêu chí này đã thôi áp dụng sau ngày 31/3/2026, từ đó không tính.";
    assert!(page("2026-03-31").contains(gone), "{}", page("2026-03-31"));
    assert!(page("2027-12-31").contains("Tiêu chí này áp dụng đến hết ngày 31/12/2027, sau đó không tính."));
    let cell = half_retired("2026-03-31");
    assert!(cell.page("criteria/index.html").contains("đã thôi áp dụng sau ngày 31/3/2026, từ đó không tính"));
    assert!(!cell.page("criteria/A1/index.html").contains("Tiêu chí này"));
}

#[test]
fn a_claim_that_does_not_count_is_not_asked_for_evidence() {
    assert_eq!(half_retired("2026-03-31").codes(), ["missing-evidence", "inactive-criterion", "inactive-criterion"]);
}
