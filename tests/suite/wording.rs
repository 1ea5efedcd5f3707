//! What lists, captions and leads say in words is true of what stands under them.

use super::cell_test::{CellTest, SETTINGS};

/// Two logs on the same criterion: one done in May, one that is being done and due in July.
fn done_and_doing() -> CellTest {
    let claim = "criteria: {H1: met}\npurpose: Để mọi chi bộ trong phường làm cùng một cách và cùng một thời gian";
    CellTest::new().record("can-bo-a/2026-05-10-xong.md", &format!("title: Việc xong\n{claim}")).record(
        "can-bo-b/2026-06-01-dang.md",
        &format!("title: Việc đang làm\nstatus: doing\ndue: 2026-07-31\n{claim} khác"),
    )
}

/// The part of a page from `start` to `end`.
fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let rest = page.split_once(start).unwrap_or_else(|| panic!("no {start}: {page}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}: {rest}")).0
}

#[test]
fn a_deadline_never_stands_as_the_day_of_a_task_that_is_not_done() {
    let cell = done_and_doing();
    for path in ["criteria/H1/index.html", "criteria/H1/2026-q3/index.html", "criteria/H1/2026/index.html"] {
        let page = cell.page(path);
        assert!(page.contains("đang làm (hạn 31/7/2026)"), "{path}: {page}");
        for day in [">31/7/2026<", ", 31/7/2026 "] {
            assert!(!page.contains(day), "{path}: {page}");
        }
    }
    assert!(cell.page("criteria/H1/index.html").contains("Nguyễn Văn An, 10/5/2026 · "));
    let texts = cell.page("search/t0.js");
    assert!(texts.contains("\\thạn 31/7/2026\\t") && texts.contains("\\t10/5/2026\\t"), "{texts}");
}

/// A cell of one good log and `faulty` faulty ones of one member.
fn with_faulty(faulty: usize) -> CellTest {
    (1..=faulty).fold(CellTest::new().record("can-bo-a/2026-05-10-tot.md", ""), |cell, n| {
        cell.record(&format!("can-bo-a/2026-05-{:02}-hong.md", 10 + n), "due: 2026-02-30")
    })
}

#[test]
fn of_many_logs_in_error_the_rest_is_told_and_leads_to_all() {
    let cell = with_faulty(11);
    let attention = |path: &str| part(&cell.page(path), "<ul class=\"rows\">", "</ul>").to_owned();
    let home = attention("index.html");
    assert_eq!(home.matches("1 lỗi, chưa tính").count(), 5, "{home}");
    assert!(home.contains("<a href=\"problems/index.html\">và 6 mục nữa</a>"), "{home}");
    let member = attention("members/can-bo-a/index.html");
    assert_eq!(member.matches("1 lỗi, chưa tính").count(), 10, "{member}");
    assert!(member.contains("<a href=\"../../problems/index.html\">và 1 mục nữa</a>"), "{member}");
    assert!(!with_faulty(5).page("index.html").contains("mục nữa"));
}

#[test]
fn of_many_open_or_late_tasks_the_rest_leads_to_all_of_their_kind() {
    let overdue = |cell: CellTest, n: usize| {
        cell.record(&format!("can-bo-a/2026-04-{:02}-treo.md", 10 + n), "status: doing\ndue: 2026-05-20")
    };
    let late = |cell: CellTest, n: usize| {
        cell.record(&format!("can-bo-a/2026-05-{:02}-cham.md", 10 + n), "due: 2026-05-22\ndone: 2026-05-25")
    };
    let cell = (1..=8).fold((1..=7).fold(CellTest::new(), overdue), late);
    let home = part(&cell.page("index.html"), "<ul class=\"rows\">", "</ul>").to_owned();
    let rest = |count: usize, link: &str| {
        let row = part(&home, &format!("và {count} mục nữa"), "</li>").to_owned();
        assert!(row.contains(link), "{row}");
    };
    rest(2, "<a href=\"ledgers/deadlines/index.html#_open\">Thời hạn, tiến độ</a>");
    rest(3, "<a href=\"periods/2026-q2/index.html#_time\">Quý II/2026</a>");
}

#[test]
fn a_task_that_was_never_told_about_since_it_was_assigned_is_not_said_to_have_been() {
    let note = |story: &str| {
        let cell =
            CellTest::new().record("can-bo-a/2026-04-01-viec.md", &format!("status: doing\ndue: 2026-05-20\n{story}"));
        part(&cell.page("index.html"), "<p class=\"rows__note\">", "</p>").to_owned()
    };
    let silent = note("");
    assert!(silent.contains("hạn 20/5/2026 · chưa ghi tiến độ lần nào, giao ngày 01/4/2026"), "{silent}");
    let told = note("progress: [{on: 2026-05-02, note: Xong bước đầu}]");
    assert!(told.contains("ghi tiến độ lần cuối 02/5/2026"), "{told}");
}

#[test]
fn a_log_whose_date_is_the_error_is_told_beside_every_total_that_it_might_enter() {
    let told = |story: &str, path: &str| {
        let cell = CellTest::new().record("can-bo-a/2026-05-10-tot.md", "").record("can-bo-a/2025-03-01-cu.md", "");
        cell.record("can-bo-a/2026-05-20-nham.md", story).page(path).contains("hưa tính 1 nhật ký lỗi")
    };
    let slip = "due: 2026-06-20\ndone: 2025-06-19";
    for path in ["periods/2026-q2/index.html", "members/can-bo-a/2026-05/index.html", "print/2026/can-bo-a/index.html"]
    {
        assert!(told(slip, path) && told("done: 2027-06-19", path) && told("done: 2026-06-31", path), "{path}");
    }
    let other = "criteria: {H1: dạt}\ndone: 2026-05-21";
    assert!(told(other, "periods/2026-q2/index.html") && !told(other, "periods/2025-q1/index.html"));
}

#[test]
fn an_open_task_without_a_due_date_is_not_said_to_be_within_one() {
    let cell = CellTest::new().file(
        "records/can-bo-a/2026-06-20-viec.md",
        "---\ntitle: Việc đang làm\nmember: can-bo-a\nassigned: 2026-06-20\n---\n",
    );
    for path in ["periods/2026-06/index.html", "print/2026-06/index.html"] {
        let page = cell.page(path);
        assert!(page.contains("hưa quá hạn") && !page.contains("còn hạn"), "{path}: {page}");
    }
}

#[test]
fn a_note_on_logs_in_error_is_a_sentence_where_it_stands_alone() {
    let cell = with_faulty(1);
    for path in
        ["index.html", "members/index.html", "tasks/index.html", "periods/2026-q2/index.html", "ledgers/index.html"]
    {
        let page = cell.page(path);
        assert!(page.contains(">Chưa tính 1 nhật ký lỗi.</a>"), "{path}: {page}");
    }
    assert!(cell.page("members/can-bo-a/index.html").contains(">chưa tính 1 nhật ký lỗi</a>"));
}

#[test]
fn the_list_of_tasks_tells_of_errors_only_where_there_are_some() {
    let lead = |faulty| part(&with_faulty(faulty).page("tasks/index.html"), "page__lead\">", "</p>").to_owned();
    assert_eq!(lead(0), "1 nhật ký.");
    let sentence = "<a class=\"uncounted\" href=\"../problems/index.html\">Chưa tính 2 nhật ký lỗi.</a>";
    assert_eq!(lead(2), format!("3 nhật ký. {sentence} Nhật ký lỗi xếp ở trên cùng."));
}

#[test]
fn what_counts_as_evidence_is_told_as_a_list_of_ways() {
    let cell = done_and_doing();
    let rule = |id: &str| {
        let page = cell.page(&format!("criteria/{id}/index.html"));
        part(&page, "Được coi là minh chứng: ", "</p>").to_owned()
    };
    let ways = "một đoạn riêng có đề mục kết thúc bằng {#H1}; hoặc mục minh chứng ghi riêng cho tiêu chí H1.";
    assert_eq!(rule("H1"), format!("mục <code>mục đích</code>, <code>quy trình</code> của nhật ký; hoặc {ways}"));
    let page = cell.page("criteria/H1/index.html");
    assert!(page.contains("<figcaption>Nguồn: "), "{page}");
    let timely = cell.site().into_iter().filter(|(path, _)| path.starts_with("criteria"));
    let told =
        timely.filter(|(_, page)| String::from_utf8_lossy(page).contains("việc hoàn thành đúng hạn; hoặc một đoạn"));
    assert!(told.count() > 0, "being on time is no field to write");
}

#[test]
fn logs_of_one_day_are_numbered_where_a_day_is_all_that_is_said_of_them() {
    let basis = "references: [{ref: 124-QĐ/TW, title: Quy định mới}]";
    let cell = CellTest::new()
        .record("can-bo-a/2026-03-11-xa.md", basis)
        .record("can-bo-a/2026-03-12-mot.md", basis)
        .record("can-bo-a/2026-03-12-hai.md", basis)
        .record("can-bo-a/2026-05-10-sau.md", basis);
    let page = cell.page("ledgers/references/index.html");
    let earlier = part(&page, "đã ghi trước đó ở ", "</span>");
    for link in [">12/3/2026 (1)</a>, <a", ">12/3/2026 (2)</a>, <a", ">11/3/2026</a>"] {
        assert!(earlier.contains(link), "{link}: {earlier}");
    }
}

#[test]
fn the_contents_of_a_members_page_name_all_of_its_parts() {
    let cell = done_and_doing();
    let page = cell.page("members/can-bo-a/index.html");
    let contents = part(&page, "<nav class=\"contents\"", "</nav>");
    for heading in page.split("<h2 id=\"").skip(1) {
        let id = heading.split_once('"').expect("an id").0;
        assert!(contents.contains(&format!("href=\"#{id}\"")), "{id}: {contents}");
    }
}

#[test]
fn questions_stand_once_where_a_claim_shows_them() {
    let asked = "direction: {by: truong-ban, on: 2026-05-02, summary: Làm trước ngày 10 tháng 5 và báo cáo, asked: \
                 [{q: Có mời phường không?, a: Mời cả ba phường}]}";
    let cell = |level: &str| {
        let claims = format!("criteria: {{{level}}}");
        CellTest::new().record("can-bo-a/2026-05-10-hoi.md", &format!("{asked}\n{claims}"))
    };
    let told = |level: &str| {
        let page = cell(level).page("tasks/can-bo-a/2026-05-10-hoi/index.html");
        page.matches("Có mời phường không?").count()
    };
    assert_eq!([told("C2: met"), told("H1: met")], [1, 1]);
}

#[test]
fn an_english_date_stays_on_one_line() {
    let cell = done_and_doing().file("hieucan.yaml", &SETTINGS.replace("lang: vi", "lang: en"));
    let page = cell.page("criteria/H1/index.html");
    assert!(page.contains("10\u{a0}May\u{a0}2026"), "{page}");
    assert!(page.contains("31\u{a0}July\u{a0}2026"), "{page}");
}
