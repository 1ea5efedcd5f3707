//! What the ledgers say of a small cell.

use std::path::Path;

use hieucan::model::audience::Audience;

use super::cell_test::{CellTest, SETTINGS};
use super::papers::between;

/// The texts of the entries of each row of a table, tags left out, joined by `|`.
fn rows(page: &str, caption: &str) -> Vec<String> {
    let (_, table) = page.split_once(&format!("<caption id=\"_t-{caption}\">")).expect("a table");
    let (table, _) = table.split_once("</table>").expect("its end");
    table.split("<tr").skip(1).map(row).collect()
}

fn row(row: &str) -> String {
    let cells = row.split("</t").filter_map(|cell| cell.split_once('>')).map(|(_, cell)| plain(cell));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("|")
}

/// `markup` without its tags; a line that begins anew is parted by a blank.
fn plain(markup: &str) -> String {
    let parts = markup.split('<').enumerate();
    let texts = parts.map(|(i, part)| if i == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_ledger_has_a_page_and_an_empty_one_says_which_field_to_write() {
    let cell = CellTest::new().record("can-bo-a/2026-04-10-a.md", "criteria: {H1: met}");
    let list = cell.page("ledgers/index.html");
    for (name, field) in [
        ("purposes", "mục đích"),
        ("outputs", "sản phẩm"),
        ("coordination", "phối hợp"),
        ("weaknesses", "hạn chế"),
        ("context", "bối cảnh"),
        ("deadlines", "tiến độ"),
        ("directions", "chỉ đạo"),
        ("references", "căn cứ"),
        ("risks", "rủi ro"),
        ("plans", "các bước"),
        ("revisions", "chỉnh sửa"),
        ("lessons", "bài học"),
    ] {
        assert!(list.contains(&format!("<a href=\"../ledgers/{name}/index.html\">")), "{name}");
        let page = cell.page(&format!("ledgers/{name}/index.html"));
        let (_, empty) = page.split_once("<div class=\"empty\">").expect("an empty state");
        assert!(empty.contains(&format!("<code>{field}</code>")), "{name}");
    }
}

#[test]
fn a_partner_is_one_however_written_and_a_member_is_known_by_id_or_name() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-04-10-a.md", "coordination: [{with: Văn phòng, role: Cấp giấy}, can-bo-b]")
        .record("can-bo-a/2026-05-10-b.md", "coordination: ['VĂN  PHÒNG', Trần Thị Bình]")
        .record("can-bo-b/2026-05-11-c.md", "coordination: [Văn phòng, văn phòng]");
    let page = cell.page("ledgers/coordination/index.html");
    let matrix = rows(&page, "partners");
    assert_eq!(matrix, ["Phối hợp với|Tất cả|Nguyễn Văn An|Trần Thị Bình", "Trần Thị Bình|2|2|·", "VĂN PHÒNG|3|2|1"]);
    assert_eq!(rows(&page, "list")[1..3], ["Nguyễn Văn An · Quý II/2026 (4)", "VĂN PHÒNG|—|—|2026-05-10-b 10/5/2026"]);
}

#[test]
fn a_weakness_is_followed_from_its_naming_to_its_overcoming_and_back() {
    let weak = |tag: &str| format!("weaknesses: [{{text: 'Hạn chế {tag} của tôi', tag: {tag}}}]");
    let lesson = |tag: &str| format!("lessons: [{{text: 'Bài học {tag} của tôi', tag: {tag}}}]");
    let cell = CellTest::new()
        .record("can-bo-a/2026-01-10-a.md", &weak("neu"))
        .record("can-bo-a/2026-01-11-b.md", &weak("sua"))
        .record("can-bo-a/2026-01-12-c.md", &weak("xong"))
        .record("can-bo-a/2026-01-13-d.md", &weak("lai"))
        .record("can-bo-a/2026-02-11-e.md", &lesson("sua"))
        .record("can-bo-a/2026-02-12-f.md", "fixed: [xong, lai]")
        .record("can-bo-a/2026-03-13-g.md", &weak("Lại"));
    let page = cell.page("ledgers/weaknesses/index.html");
    assert_eq!(
        rows(&page, "loops")[1..],
        [
            "Nguyễn Văn An",
            "Hạn chế neu của tôi|neu|chưa khắc phục|10/01/2026|—",
            "Hạn chế sua của tôi|sua|đang khắc phục|11/01/2026|—",
            "Hạn chế xong của tôi|xong|đã khắc phục|12/01/2026|12/02/2026",
            "Hạn chế Lại của tôi|lai|lặp lại sau khi khắc phục|13/3/2026 , 13/01/2026|12/02/2026",
        ]
    );
}

#[test]
fn what_an_unfinished_task_names_is_no_return_on_the_day_on_which_it_will_be_due() {
    let first = "weaknesses: [{text: Nộp chậm lần đầu trong năm, tag: cham}]";
    let open = "status: doing\ndue: 2026-12-20\nweaknesses: [{text: Lại nộp chậm ở bước một, tag: cham}]";
    let cell = || CellTest::new().record("can-bo-a/2026-02-01-b.md", open);
    let overcome = cell()
        .record("can-bo-a/2026-01-20-a.md", first)
        .record("can-bo-a/2026-06-18-c.md", "assigned: 2026-06-01\nfixed: [cham]");
    assert_eq!(overcome.codes(), [""; 0]);
    let told = |cell: &CellTest| rows(&cell.page("ledgers/weaknesses/index.html"), "loops")[2].clone();
    let said = told(&overcome);
    assert!(said.starts_with("Lại nộp chậm ở bước một|cham|đã khắc phục|"), "{said}");
    for (path, bytes) in overcome.site() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(path.extension().is_none_or(|end| end != "html") || !text.contains("nay lặp lại"), "{path:?}");
    }
    // Alone it is what a later log has overcome, and a later naming is a return.
    let alone = || cell().record("can-bo-a/2026-06-18-c.md", "fixed: [cham]");
    assert_eq!(alone().codes(), [""; 0]);
    let back = alone().record("can-bo-a/2026-06-25-d.md", first);
    assert!(told(&back).contains("lặp lại sau khi khắc phục"), "{}", told(&back));
}

#[test]
fn the_day_of_an_unfinished_task_says_that_it_is_due() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-01-10-a.md", "weaknesses: [{text: 'Hạn chế ấy của tôi', tag: ay}]")
        .record("can-bo-a/2026-01-11-b.md", "status: doing\ndue: 2026-12-28\nfixed: [ay]");
    let page = cell.page("ledgers/weaknesses/index.html");
    let told = "Hạn chế ấy của tôi|ay|đã khắc phục|10/01/2026|đang làm (hạn 28/12/2026)";
    assert_eq!(rows(&page, "loops")[2], told);
}

#[test]
fn what_a_ledger_follows_goes_on_over_its_pages() {
    let tags: Vec<String> = (1..=101).map(|n| format!("{{text: 'Hạn chế thứ {n} của tôi', tag: h-{n}}}")).collect();
    let all = format!("weaknesses: [{}]", tags.join(", "));
    let cell = CellTest::new().record("can-bo-a/2026-01-10-a.md", &all).record("can-bo-a/2026-02-10-b.md", &all);
    let (first, second) = (cell.page("ledgers/weaknesses/index.html"), cell.page("ledgers/weaknesses/2/index.html"));
    assert_eq!((rows(&first, "loops").len(), rows(&second, "loops").len()), (1 + 1 + 100, 1 + 1 + 1));
    assert!(first.contains("<a rel=\"next\" href=\"../../ledgers/weaknesses/2/index.html\">"));
    assert!(!second.contains("_t-list"), "its two rows stand on the first page");
    assert_eq!(rows(&cell.page("ledgers/lessons/2/index.html"), "repeats").len(), 1 + 1 + 1);
}

#[test]
fn a_quarter_with_logs_but_no_weakness_is_named_and_one_without_logs_is_not() {
    let cell = CellTest::new()
        .record("can-bo-a/2025-11-10-a.md", "strengths: Làm việc có kế hoạch từng tuần")
        .record("can-bo-a/2026-02-10-b.md", "weaknesses: Còn chậm trong khâu chuẩn bị")
        .record("can-bo-b/2026-05-10-c.md", "criteria: {H1: met}");
    let page = cell.page("ledgers/weaknesses/index.html");
    assert_eq!(rows(&page, "silences")[1..], ["Nguyễn Văn An|Quý IV/2025", "Trần Thị Bình|Quý II/2026 (quý chưa hết)"]);
}

#[test]
fn every_number_of_a_ledger_leads_to_what_it_counts() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-05-10-a.md", "risks: [{risk: Mưa bão khi tổ chức, response: Có hội trường}]")
        .record("can-bo-b/2026-04-10-b.md", "kind: planned\nstatus: doing\ndue: 2026-04-20");
    let risks = cell.page("ledgers/risks/index.html");
    let (_, table) = risks.split_once("_t-foreseen\">").expect("the table of members");
    let (table, _) = table.split_once("</table>").expect("its end");
    assert!(
        table.contains("<td class=\"num\"><a href=\"../../ledgers/risks/index.html#can-bo-a\">1</a></td>"),
        "{table}"
    );
    assert!(table.contains("<td class=\"num\"><a href=\"#_list\">1</a></td>"), "{table}");
    let deadlines = cell.page("ledgers/deadlines/index.html");
    assert!(deadlines.contains("<td class=\"num\"><a href=\"#_overdue\">1</a></td>"), "overdue");
    assert!(deadlines.contains("<tbody id=\"_overdue\">"), "its place");
    assert!(
        deadlines.contains("<td class=\"num\"><a href=\"../../members/can-bo-b/index.html#_tasks\">1</a></td>"),
        "planned"
    );
}

#[test]
fn a_document_is_one_however_its_number_is_spaced_and_each_task_counts_once() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-04-10-a.md", "references: [124-QĐ/TW, 30/2020/NĐ-CP, Điều lệ Đảng]")
        .record("can-bo-b/2026-05-10-b.md", "references: [{ref: 124 - QĐ/TW, title: Quy định mới}, 124-QĐ/TW]")
        .record("can-bo-b/2026-05-11-c.md", "references: ['Nghị định 30/2020/NĐ-CP']");
    let page = cell.page("ledgers/references/index.html");
    assert_eq!(
        rows(&page, "documents")[1..],
        [
            "Văn bản của Đảng (1)",
            "124-QĐ/TW|Quy định mới|2|2026-05-10-b 10/5/2026 đã ghi trước đó ở 10/4/2026",
            "Văn bản của Nhà nước (1)",
            "Nghị định 30/2020/NĐ-CP|—|2|2026-05-11-c 11/5/2026 đã ghi trước đó ở 10/4/2026",
            "Căn cứ khác (1)",
            "Điều lệ Đảng|—|1|2026-04-10-a 10/4/2026",
        ]
    );
}

#[test]
fn risks_are_counted_by_what_came_of_them_and_whether_a_response_was_ready() {
    let risks = "risks: [{risk: Trời mưa to, response: Vào hội trường, happened: true}, {risk: Mất điện, happened: true}, \
                 {risk: Thiếu người, response: Mượn người, happened: false}, Hết giấy in]";
    let cell = CellTest::new().record("can-bo-a/2026-04-10-a.md", risks);
    let page = cell.page("ledgers/risks/index.html");
    assert_eq!(rows(&page, "foreseen")[1], "Nguyễn Văn An|4|2|1|1|1|1");
    assert_eq!(rows(&page, "list")[3], "Mất điện|—|đã xảy ra, chưa ghi phương án|2026-04-10-a 10/4/2026");
}

#[test]
fn open_tasks_stand_under_overdue_due_soon_drifting_and_the_rest() {
    let open = |due: &str, on: &str| format!("status: doing\ndue: {due}\nprogress: [{{on: {on}, note: Đang làm dở}}]");
    let cell = CellTest::new()
        .record("can-bo-a/2026-04-10-cham.md", &open("2026-06-01", "2026-06-20"))
        .record("can-bo-a/2026-04-11-sap.md", &open("2026-07-30", "2026-06-20"))
        .record("can-bo-a/2026-04-12-lang.md", &open("2026-09-30", "2026-05-01"))
        .record("can-bo-b/2026-04-13-xa.md", &open("2026-07-31", "2026-06-20"))
        .record("can-bo-b/2026-04-14-xong.md", "kind: planned");
    let page = cell.page("ledgers/deadlines/index.html");
    let open: Vec<String> =
        rows(&page, "open")[1..].iter().map(|row| row.split('|').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        open,
        [
            "Quá hạn (1)",
            "2026-04-10-cham Nguyễn Văn An",
            "Đến hạn trong 30 ngày tới (1)",
            "2026-04-11-sap Nguyễn Văn An",
            "Lâu chưa cập nhật (1)",
            "2026-04-12-lang Nguyễn Văn An",
            "Còn lại (1)",
            "2026-04-13-xa Trần Thị Bình",
        ]
    );
    assert_eq!(rows(&page, "kinds")[2], "Trần Thị Bình|1|—|1|—|—|—");
    assert_eq!(rows(&page, "notes")[1..3], ["Năm 2026|4|4", "Quý II/2026|4|4"]);
}

#[test]
fn days_of_the_calendar_that_name_their_month_are_written_as_dates_are() {
    let days = |lang: &str| -> Vec<String> {
        let settings = SETTINGS.replace("lang: vi", &format!("lang: {lang}")).replace("2026-06-30", "2025-12-09");
        let cell = CellTest::new().file("hieucan.yaml", &settings).record(
            "can-bo-a/2025-12-01-viec.md",
            "status: doing\ndue: 2026-01-15\nprogress: [{on: 2025-12-05, note: Đang làm dở}]",
        );
        let page = cell.page("ledgers/deadlines/index.html");
        let dates = page.split("<span class=\"day__date\">").skip(1);
        dates.map(|date| date.split('<').next().unwrap_or_default().to_owned()).collect()
    };
    let named = |days: &[String]| -> Vec<String> { days.iter().filter(|day| day.len() > 2).cloned().collect() };
    let (vi, en) = (days("vi"), days("en"));
    assert_eq!(named(&vi), ["09/12", "01/01", "01/02"]);
    assert_eq!(vi[23..26], ["01/01", "02", "03"]);
    assert_eq!(named(&en), ["9 Dec", "1 Jan", "1 Feb"]);
    assert_eq!(en[23..26], ["1 Jan", "2", "3"]);
}

#[test]
fn notes_of_progress_count_in_the_period_of_their_own_day() {
    let cell = CellTest::new().record(
        "can-bo-a/2026-04-10-a.md",
        "progress: [{on: 2026-02-05, note: Xong phần đầu}, {on: 2026-04-01, note: Xong phần sau}]",
    );
    let page = cell.page("ledgers/deadlines/index.html");
    let list = rows(&page, "list");
    assert_eq!(
        (list[1].as_str(), list[3].as_str()),
        ("Nguyễn Văn An · Quý II/2026 (1)", "Nguyễn Văn An · Quý I/2026 (1)")
    );
    assert!(page.contains("href=\"../../ledgers/deadlines/index.html#can-bo-a_2026-q1\">1</a>"));
}

#[test]
fn what_is_withheld_cancelled_or_faulty_is_in_no_ledger() {
    let canary = "outputs: [Chim hoàng yến]\nlessons: [Chim hoàng yến hót sớm]\nsteps: [Chim hoàng yến]\n";
    let cell = CellTest::new()
        .record("can-bo-a/2026-04-10-a.md", "outputs: [Kế hoạch]")
        .record("can-bo-a/2026-04-11-b.md", &format!("{canary}visibility: leaders"))
        .record("can-bo-a/2026-04-12-c.md", &format!("{canary}status: cancelled"))
        .record("can-bo-a/2026-04-13-d.md", &format!("{canary}due: 2026-02-31"))
        .audience(Audience::Cell);
    for (path, bytes) in cell.site() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.starts_with("ledgers") || !text.contains("Chim hoàng yến"), "{}", path.display());
    }
    assert!(cell.page("ledgers/outputs/index.html").contains("Chưa tính 1 nhật ký lỗi."));
}

#[test]
fn a_plan_says_how_long_it_lasts_what_waits_and_what_runs_at_one_time() {
    let steps = "steps: [{id: a, what: Khảo sát, start: 2026-04-01, end: 2026-04-03}, \
                 {id: b, what: Lấy ý kiến, start: 2026-04-02, end: 2026-04-07, with: can-bo-b}, \
                 {id: c, what: Trình duyệt, start: 2026-04-08, end: 2026-04-08, after: [a, b], approval: Trưởng ban}]";
    let cell = CellTest::new().record("can-bo-a/2026-04-10-a.md", &format!("{steps}\narchive: Hồ sơ số 03"));
    let page = cell.page("ledgers/plans/index.html");
    assert_eq!(rows(&page, "list")[2], "2026-04-10-a|3|01/4/2026 – 08/4/2026|8|6|1|Hồ sơ số 03");
    let task = cell.page("tasks/can-bo-a/2026-04-10-a/index.html");
    assert!(task.contains("<svg ") && task.contains("Từ 01/4/2026 đến 08/4/2026: 8 ngày"), "{task}");
    assert_eq!(
        rows(&task, "steps")[1..],
        [
            "1 Khảo sát|01/4/2026|03/4/2026|3|—|2|—|—",
            "2 Lấy ý kiến|02/4/2026|07/4/2026|6|—|1|Trần Thị Bình|—",
            "3 Trình duyệt|08/4/2026|08/4/2026|1|1, 2|—|—|Trưởng ban",
        ]
    );
}

#[test]
fn the_ledger_of_weaknesses_leads_to_what_became_of_those_of_the_quarter_before() {
    let story = || CellTest::new().record("can-bo-a/2026-02-10-a.md", "weaknesses: Trình sát giờ");
    assert!(!story().page("ledgers/weaknesses/index.html").contains("print/"), "there is no paper of this quarter");
    let cell = story().record("can-bo-a/2026-05-10-b.md", "criteria: {H1: met}");
    let page = cell.page("ledgers/weaknesses/index.html");
    let way = "<a href=\"../../print/2026-q2/index.html#_followed\">Hạn chế của quý trước đến nay ra sao (tài liệu họp quý II/2026)</a>";
    assert!(page.contains(way), "{page}");
    assert!(cell.page("print/2026-q2/index.html").contains("id=\"_followed\""));
}

/// Whose rows are people is sorted by name alone: a table that sorts by figures would rank them.
#[test]
fn a_table_whose_rows_are_people_can_be_sorted_by_name_alone() {
    let late = "due: 2026-04-11\ncriteria: {H1: met}\noutputs: [Báo cáo]\nweaknesses: [{text: nộp chậm, tag: cham}]";
    let cell = CellTest::new().record("can-bo-a/2026-04-10-a.md", late).record("can-bo-b/2026-05-11-c.md", late);
    let mut found = 0;
    let pages = cell.site().into_iter().filter(|(path, _)| path.extension().is_some_and(|kind| kind == "html"));
    for (path, page) in pages {
        let page = String::from_utf8(page).expect("a page is text");
        for table in page.split("<table class=\"").skip(1) {
            let (classes, rest) = table.split_once('"').expect("the end of the classes");
            let head = rest.split_once("<th scope=\"col\"").and_then(|(_, head)| head.split_once('>'));
            let is_of_people = head.is_some_and(|(_, head)| head.starts_with("Đảng viên<"));
            found += usize::from(is_of_people);
            let knows = classes.split(' ').any(|class| matches!(class, "people" | "matrix"));
            assert!(!is_of_people || knows, "{}: {classes}", path.display());
        }
    }
    assert!(found > 10, "{found} tables");
}

#[test]
fn where_the_cells_of_a_ledger_stand_below_each_other_each_says_what_it_is() {
    let cell = CellTest::new().record("can-bo-a/2026-04-10-a.md", "steps: [{what: Khảo sát, start: 2026-04-01}]");
    let is_style = |path: &Path| path.to_string_lossy().starts_with("assets/reports-");
    let (_, style) = cell.site().into_iter().find(|(path, _)| is_style(path)).expect("the style of reports");
    let style = String::from_utf8(style).expect("a text");
    for (ledger, labels) in [
        ("plans", &[(2, "Số bước"), (4, "Số ngày"), (5, "Ngày phối hợp"), (6, "Ngày xin ý kiến"), (7, "Nơi lưu")][..]),
        ("coordination", &[(2, "Vai trò"), (3, "Căn cứ")]),
        ("purposes", &[(2, "Mục đích, yêu cầu"), (3, "Quy trình")]),
        ("outputs", &[(2, "Số, ký hiệu"), (3, "Nơi có bản gốc")]),
        ("weaknesses", &[(2, "Ưu điểm"), (3, "Hạn chế"), (4, "Đã khắc phục")]),
    ] {
        for (column, label) in labels {
            let rule = between(&style, &format!(".ledger--{ledger} td:nth-child({column})::before"), "}");
            assert!(rule.contains(&format!("\"{label}: \"")), "{ledger} {column}: {rule}");
        }
    }
    assert!(cell.page("ledgers/plans/index.html").contains("ledger ledger--plans stacked"));
}

#[test]
fn a_form_left_blank_is_an_entry_nowhere() {
    let blank = "risks: {risk: , response: , happened: false}\nlessons: [{text: , tag: }]\nrevisions: [{adopted: true}]\n\
                 outputs: [{link: 'javascript:1'}]\ncoordination: [{with: }]\nweaknesses: [{text: , tag: }]\n\
                 progress: [{on: , note: }]\ndirection: {on: 2026-04-01, asked: [{q: , a: }]}\n\
                 references: [{ref: , title: }]\nsteps: [{id: b1, start: 2026-04-01, end: 2026-04-02}]";
    let cell = CellTest::new()
        .record("can-bo-a/2026-04-10-a.md", blank)
        .record("can-bo-a/2026-04-11-b.md", "lessons: [{tag: cham}]\nprogress: [{on: 2026-04-11}]");
    for name in ["outputs", "coordination", "weaknesses", "directions", "references", "risks", "plans", "revisions"] {
        let page = cell.page(&format!("ledgers/{name}/index.html"));
        assert!(page.contains("<div class=\"empty\">"), "{name}");
    }
    for name in ["lessons", "deadlines"] {
        let page = cell.page(&format!("ledgers/{name}/index.html"));
        let listed = page.split("<caption id=\"_t-list\">").nth(1).unwrap_or_else(|| panic!("{name}: a table"));
        assert!(listed.contains("2026-04-11-b") && !listed.contains("2026-04-10-a"), "{name}");
    }
    let task = cell.page("tasks/can-bo-a/2026-04-10-a/index.html");
    for field in ["Rủi ro", "Bài học", "Các bước", "Chỉnh sửa"] {
        assert!(!task.contains(&format!("<dt>{field}")), "{field}");
    }
}
