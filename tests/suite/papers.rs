//! What the meeting papers say, and how the command prints them: the pack of a period, a member's sheet, a draft
//! self-review of a year.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use hieucan::model::audience::Audience;
use tempfile::TempDir;

use crate::cell_test::{CellTest, SETTINGS};

/// A cell with a place and a body above it, whose papers have this form.
pub fn cell_of(form: &str) -> CellTest {
    let cell = "cell: {id: chi-bo-mau, name: Chi bộ mẫu, parent: Đảng bộ cơ quan, place: Thạch Giang}";
    let settings = SETTINGS.replace("cell: {id: chi-bo-mau, name: Chi bộ mẫu}", cell) + form;
    CellTest::new().file("hieucan.yaml", &settings)
}

/// Three quarters of a cell: a weakness named, overcome and another one that nobody can follow; tasks of every kind.
fn story(cell: CellTest) -> CellTest {
    cell.record(
        "can-bo-a/2026-02-10-quy-mot.md",
        "criteria: {H1: met}\nweaknesses: [{text: Trình văn bản sát giờ, tag: sat-gio}, Chưa hỏi kỹ đầu mối]\n",
    )
    .record(
        "can-bo-a/2026-05-10-dung-han.md",
        "criteria: {H1: met, C6: unmet}\npurpose: Nắm chắc mục đích của việc được giao\nstrengths: [Chủ động phối hợp từ đầu]\n\
         fixed: [sat-gio]\noutputs: [{name: Kế hoạch tuyên truyền, ref: 12-KH/BTG}]\n\
         lessons: [{text: Hỏi đầu mối trước khi soạn, tag: hoi-som}]\n",
    )
    .record(
        "can-bo-b/2026-05-20-cham-viec.md",
        "due: 2026-05-18\nweaknesses: [{text: Không báo trước khi chậm, tag: bao-truoc}]\ncriteria: {H1: met}\n",
    )
    .record("can-bo-b/2026-06-01-chua-xong.md", "due: 2026-06-15\nstatus: doing\nprogress: [{on: 2026-06-10, note: Đang viết}]\n")
    .record("can-bo-a/2026-06-20-ky-sau.md", "due: 2026-07-20\nstatus: doing\nprogress: [{on: 2026-06-25, note: Đã khảo sát}]\n")
    .record("can-bo-b/2025-11-20-nam-truoc.md", "due: 2025-12-01\nstatus: doing\n")
}

/// The part of `page` after `from`, up to `until`.
pub fn between<'p>(page: &'p str, from: &str, until: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from}\n{page}")).1;
    rest.split_once(until).unwrap_or_else(|| panic!("no {until}\n{rest}")).0
}

#[test]
fn the_pack_of_a_period_tells_its_tasks_by_how_they_kept_to_their_time() {
    let pack = story(cell_of("")).page("print/2026-q2/index.html");
    let late = between(&pack, "id=\"_late\"", "<h3");
    let unfinished = between(&pack, "id=\"_unfinished\"", "<h3");
    let on_time = between(&pack, "id=\"_on-time\"", "<h");
    assert!(late.contains("Chậm (1)") && late.contains("2026-05-20-cham-viec"), "{late}");
    assert!(unfinished.contains("Chưa xong (1)") && unfinished.contains("2026-06-01-chua-xong"), "{unfinished}");
    assert!(on_time.contains("Đúng hạn (1)") && on_time.contains("2026-05-10-dung-han"), "{on_time}");
    assert!(!pack.contains("quy-mot.md\">2026-02"), "a task of another period is no task of this one");
}

#[test]
fn the_work_to_come_is_what_earlier_periods_left_and_what_the_next_one_holds() {
    let pack = story(cell_of("")).page("print/2026-q2/index.html");
    let carried = between(&pack, "id=\"_carried\"", "id=\"_due\"");
    let due = between(&pack, "id=\"_due\"", "id=\"_conclusions\"");
    assert!(carried.contains("2025-11-20-nam-truoc") && !carried.contains("chua-xong"), "{carried}");
    assert!(due.contains("Việc thuộc quý III/2026 (1)") && due.contains("2026-06-20-ky-sau"), "{due}");
    assert!(pack.contains("Tiếp tục 1\u{a0}việc chưa xong của kỳ này"));
    assert!(pack.contains("2\u{a0}việc quá hạn chưa xong"), "those of earlier periods are overdue too");
    let decide = between(&pack, "2\u{a0}việc quá hạn chưa xong", "</li>");
    assert!(decide.contains("href=\"#_unfinished\">1\u{a0}việc của kỳ này</a>"), "{decide}");
    assert!(decide.contains("href=\"#_carried\">1\u{a0}việc của các kỳ trước chuyển sang</a>"), "{decide}");
}

#[test]
fn tasks_that_wait_for_a_review_are_cited_one_by_one() {
    let review = format!(
        "---\nreview_of: can-bo-a/2026-05-10-dung-han\nby: bi-thu\nas: cell\non: 2026-05-20\nstamp: \"v1:{}\"\n\
         criteria: {{H1: {{level: met}}}}\n---\n",
        "0".repeat(64)
    );
    let cell = story(cell_of("")).file("records/can-bo-a/2026-05-10-dung-han.review.md", &review);
    let pack = cell.page("print/2026-q2/index.html");
    let waiting = between(&pack, "việc đã xong chờ nhận xét", "</li>");
    let notes = between(between(&pack, "id=\"_notes\"", "</section>"), "<ol>", "</ol>");
    let cited: Vec<&str> = waiting.split("href=\"#_n").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(cited.len(), 2, "{waiting}");
    for number in cited {
        let note = between(notes, &format!("id=\"_n{number}\""), "</li>");
        assert!(note.contains("dung-han") || note.contains("cham-viec"), "{note}");
    }
}

#[test]
fn nobody_signs_for_the_cell_on_a_paper_of_ones_own() {
    let cell = story(cell_of("")).record("bi-thu/2026-05-12-hop.md", "criteria: {H1: met}\n");
    let pack = cell.page("print/2026-q2/index.html");
    let signs = |id: &str| {
        between(&pack, &format!("id=\"_s-{id}\""), "</section>").split_once("T/M CHI BỘ").expect(id).1.to_owned()
    };
    assert!(signs("can-bo-a").contains("BÍ THƯ") && signs("can-bo-a").contains("Phạm Thị Dung"));
    assert!(!signs("bi-thu").contains("BÍ THƯ") && !signs("bi-thu").contains("Phạm Thị Dung"), "{}", signs("bi-thu"));
    let confirms = |page: &str| between(&cell.page(page), "XÁC NHẬN CỦA CHI BỘ", "NGƯỜI TỰ KIỂM ĐIỂM").to_owned();
    assert!(confirms("print/2026/can-bo-a/index.html").contains("Phạm Thị Dung"));
    assert!(!confirms("print/2026/bi-thu/index.html").contains("Phạm Thị Dung"));
}

#[test]
fn a_sheet_names_tasks_in_full_and_criteria_by_their_labels() {
    let title = "Tham mưu kế hoạch tuyên truyền kỷ niệm ngày thành lập tỉnh trên các phương tiện thông tin";
    let record = format!("title: {title}\ncriteria: {{H1: met}}\ndue: 2026-05-08\n");
    let pack = cell_of("").record("can-bo-a/2026-05-10-a.md", &record).page("print/2026-q2/index.html");
    let sheet = between(&pack, "id=\"_s-can-bo-a\"", "</section>");
    assert!(sheet.contains(&format!(">{title}</a>: <span class=\"time time--late\">chậm 2 ngày")), "{sheet}");
    assert!(between(sheet, "Chưa tự nhận lần nào: ", "</li>").contains("H2 "), "{sheet}");
}

#[test]
fn a_sheet_names_what_earlier_periods_left_behind_and_what_is_due_soon() {
    let cell = cell_of("")
        .record("can-bo-a/2026-03-01-quy-truoc.md", "title: Việc quý trước\nstatus: doing\ndue: 2026-03-20\n")
        .file(
            "records/can-bo-a/a.md",
            "---\ntitle: Việc không hạn\nmember: can-bo-a\nassigned: 2026-02-01\nstatus: doing\n---\nx\n",
        )
        .record("can-bo-a/2026-06-01-qua-han.md", "title: Việc quá hạn\nstatus: doing\ndue: 2026-06-20\n")
        .record("can-bo-a/2026-04-01-im-lang.md", "title: Việc im lặng\nstatus: doing\ndue: 2026-09-30\n")
        .record("can-bo-b/2026-06-20-thang-sau.md", "title: Việc tháng sau\nstatus: doing\ndue: 2026-07-03\n")
        .record("can-bo-b/2026-06-20-con-lau.md", "title: Việc còn lâu\nstatus: doing\ndue: 2026-08-20\n");
    let next = |period: &str, member: &str| {
        let pack = cell.page(&format!("print/{period}/index.html"));
        let sheet = between(&pack, &format!("id=\"_s-{member}\""), "</section>").to_owned();
        let next = between(&sheet, "Cần làm tiếp</h3><ul>", "</ul>").replace("</li>", "\n");
        let words = next.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        words.collect::<String>()
    };
    let june = next("2026-06", "can-bo-a");
    assert!(june.contains("Quá hạn, cần hoàn thành ngay: Việc quá hạn (quá hạn 10 ngày)\n"), "{june}");
    let carried =
        "Việc kỳ trước chuyển sang: Việc không hạn (149 ngày chưa cập nhật); Việc quý trước (quá hạn 102 ngày)\n";
    assert!(june.contains(carried), "{june}");
    let drifting = "Cập nhật tiến độ: Việc im lặng (90 ngày chưa cập nhật)\n";
    assert!(june.contains(drifting), "assigned before, due later: {june}");
    assert_eq!(next("2026-06", "can-bo-b"), "Sắp đến hạn: Việc tháng sau (còn 3 ngày)\n", "it has no other record");
    let march = next("2026-03", "can-bo-a");
    assert!(
        march.contains("chuyển sang: Việc không hạn (") && !march.contains("Việc im lặng"),
        "not assigned: {march}"
    );
    assert!(next("2026-02", "can-bo-a").contains("Cập nhật tiến độ: Việc không hạn ("));
    assert!(!next("2026-02", "can-bo-a").contains("quá hạn"), "what is due later belongs to later sheets");
}

#[test]
fn beside_much_to_do_a_sheet_names_fewer_tasks_in_fewer_words() {
    let title = "Tham mưu kế hoạch tuyên truyền kỷ niệm ngày thành lập tỉnh trên các phương tiện thông tin đại chúng";
    let record = |rest: &str| format!("title: {title}\ncriteria: {{H1: met, H2: unmet}}\n{rest}");
    let crowded = |mut cell: CellTest| {
        for n in 1..=3 {
            let weakness = format!("weaknesses: [{{text: Trình sát giờ nên lãnh đạo không kịp xem kỹ, tag: t{n}}}]\n");
            cell = cell
                .record(&format!("can-bo-a/2026-06-0{n}-xong.md"), &record(&weakness))
                .record(&format!("can-bo-a/2026-06-1{n}-qua-han.md"), &record("status: doing\n"))
                .record(&format!("can-bo-a/2026-03-1{n}-ky-truoc.md"), &record("status: doing\n"))
                .record(&format!("can-bo-a/2026-06-2{n}-sap-den.md"), &record("status: doing\ndue: 2026-07-10\n"))
                .record(&format!("can-bo-a/2026-05-0{n}-im-lang.md"), &record("status: doing\ndue: 2026-09-10\n"));
        }
        let pack = cell.page("print/2026-q2/index.html");
        between(&pack, "id=\"_s-can-bo-a\"", "</section>").to_owned()
    };
    let sheet = crowded(cell_of(""));
    let tasks = between(&sheet, "Công việc gần nhất trong kỳ</h3>", "</ul>");
    assert!(tasks.contains("…</a>: ") && tasks.contains("và 5 mục nữa"), "{tasks}");
    for kind in ["Quá hạn, cần hoàn thành ngay: ", "Việc kỳ trước chuyển sang: ", "Sắp đến hạn: ", "Cập nhật tiến độ: "]
    {
        let named = between(&sheet, kind, "</li>");
        assert!(named.contains("phương tiện") && named.ends_with("; và 2 mục nữa"), "{kind}: {sheet}");
    }
    let person =
        "name: Nguyễn Hoàng Phương Thảo Nguyên Anh, position: Phó Trưởng phòng Tuyên truyền và Lý luận chính trị";
    let sheet = crowded(cell_of("").file("hieucan.yaml", &SETTINGS.replace("name: Nguyễn Văn An", person)));
    let named = between(&sheet, "Việc kỳ trước chuyển sang: ", "</li>");
    assert!(named.contains(">Tham mưu kế hoạch…</a> (") && named.ends_with("; và 2 mục nữa"), "a line each: {sheet}");
}

#[test]
fn a_sheet_names_open_weaknesses_as_far_as_there_is_room_and_says_where_the_rest_stands() {
    let sheet = |weaknesses: &[&str]| {
        let items = weaknesses.iter().enumerate().map(|(tag, text)| format!("{{text: {text}, tag: t{tag}}}"));
        let items = items.collect::<Vec<_>>().join(", ");
        let record = format!("criteria: {{H1: partial}}\nweaknesses: [{items}]\n");
        let pack = cell_of("").record("can-bo-a/2026-05-10-a.md", &record).page("print/2026-q2/index.html");
        assert!(between(&pack, "id=\"_late\"", "<h3").contains("Không có."), "{pack}");
        between(&pack, "id=\"_s-can-bo-a\"", "</section>").to_owned()
    };
    let short = ["Trình sát giờ", "Chưa hỏi đầu mối", "Không báo trước", "Bài còn dài"];
    let whole = sheet(&short);
    assert!(short.iter().all(|text| whole.contains(text)) && !whole.contains("hạn chế nữa"), "{whole}");
    assert!(
        whole.contains("Hạn chế chưa khắc phục xong") && whole.contains("lẻ ½ thì cả tử và mẫu được nhân đôi"),
        "{whole}"
    );
    let part = sheet(&[&short[..], &["Thiếu số liệu", "Quên gửi Văn phòng"]].concat());
    assert!(part.contains("và 2\u{a0}hạn chế nữa, nêu ở sổ «Ưu điểm, hạn chế»"), "{part}");
}

#[test]
fn weaknesses_of_the_period_before_stand_with_what_became_of_them() {
    let pack = story(cell_of("")).page("print/2026-q2/index.html");
    let followed = between(&pack, "id=\"_followed\"", "id=\"_next\"");
    let rows: Vec<&str> = followed.split("<tr>").filter(|row| row.contains("<td>")).collect();
    assert_eq!(rows.len(), 2, "{followed}");
    assert!(rows[0].contains("Trình văn bản sát giờ") && rows[0].contains("đã khắc phục"), "{}", rows[0]);
    assert!(rows[1].contains("Chưa hỏi kỹ đầu mối") && rows[1].contains("chưa có thông tin theo dõi"), "{}", rows[1]);
    let named = between(&pack, "id=\"_named\"", "id=\"_followed\"");
    assert!(named.contains("Không báo trước khi chậm") && !named.contains("sát giờ"), "{named}");
}

/// What a paper quotes of a weakness stands in the record that it cites, and in the period that it speaks of.
#[test]
fn a_weakness_is_quoted_from_the_record_that_is_cited() {
    let named = |stem: &str, text: &str| {
        (
            format!("can-bo-a/{stem}.md"),
            format!("criteria: {{H1: met}}\nweaknesses: [{{text: {text}, tag: sat-gio}}]\n"),
        )
    };
    let cell = [
        named("2025-11-10-nam-truoc", "Trình sát giờ từ năm trước"),
        named("2026-02-10-quy-mot", "Trình sát giờ ở quý một"),
        named("2026-05-10-quy-hai", "Trình sát giờ ở quý hai"),
    ];
    let cell = cell.into_iter().fold(cell_of(""), |cell, (path, text)| cell.record(&path, &text));
    let pack = cell.page("print/2026-q2/index.html");
    let followed = between(&pack, "id=\"_followed\"", "</table>");
    assert!(followed.contains("ở quý một") && !followed.contains("ở quý hai"), "{followed}");
    let number = between(followed.split_once("ở quý một").expect("it stands there").1, "href=\"#", "\"").to_owned();
    let note = between(&pack, &format!("id=\"{number}\""), "</li>");
    assert!(note.contains("2026-02-10-quy-mot"), "{note}");

    let review = cell.page("print/2026/can-bo-a/index.html");
    let earlier = between(&review, "3. Kết quả khắc phục hạn chế, khuyết điểm đã chỉ ra trước đây</h2>", "</ul>");
    assert!(earlier.contains("từ năm trước") && !earlier.contains("ở quý"), "{earlier}");
}

#[test]
fn the_first_page_counts_who_wrote_and_names_what_nobody_claims() {
    let cell = CellTest::new().record("can-bo-a/2026-05-10-mot.md", "criteria: {H1: met, C6: unmet}");
    let cell = cell.record("can-bo-a/2026-05-20-hai.md", "criteria: {H1: met}");
    let page = cell.page("print/2026-q2/index.html");
    let first = between(&page, "id=\"_cell\"", "id=\"_grid\"");
    assert!(first.contains("2 nhật ký</a> của 1 trong 4\u{a0}đảng viên."), "{first}");
    let unclaimed = between(first, "Chưa có đảng viên nào tự nhận: ", "</li>");
    assert!(unclaimed.contains("H2") && !unclaimed.contains("H1") && !unclaimed.contains("C6"), "{unclaimed}");
    let review = cell.page("print/2026/can-bo-a/index.html");
    assert!(review.contains("lẻ ½ thì cả tử và mẫu được nhân đôi"), "{review}");
}

#[test]
fn every_line_that_cites_a_record_leads_to_a_note_that_names_the_task() {
    let cell = story(cell_of(""));
    for page in ["print/2026-q2/index.html", "print/2026/can-bo-a/index.html"] {
        let page = cell.page(page);
        let notes = between(between(&page, "id=\"_notes\"", "</section>"), "<ol>", "</ol>");
        let cited = page.matches("class=\"ref\" href=\"#_n").count();
        assert!(cited > 2);
        for number in page.split("class=\"ref\" href=\"#_n").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(notes.contains(&format!("<li id=\"_n{number}\"><a href=\"../../")), "{number} {notes}");
        }
        let own = if page.contains("BẢN TỰ KIỂM ĐIỂM") { "" } else { " – Nguyễn Văn An" };
        assert!(notes.contains(&format!("</a>{own} – 10/5/2026</li>")) && !notes.contains(".md"), "{notes}");
    }
}

#[test]
fn tasks_in_a_table_lead_to_their_pages_and_need_no_note() {
    let pack = story(cell_of("")).page("print/2026-q2/index.html");
    let (_, tasks) = pack.split_once("id=\"_tasks\"").expect("part III");
    assert!(tasks.contains("<a href=\"../../tasks/can-bo-a/2026-05-10-dung-han/index.html\">"), "{tasks}");
    assert!(!between(tasks, "<tbody>", "</tbody>").contains("class=\"ref\""), "{tasks}");
}

#[test]
fn a_crowded_sheet_calls_criteria_by_their_ids() {
    let record = |tag: usize| {
        let title =
            "Tham mưu kế hoạch tuyên truyền kỷ niệm ngày thành lập tỉnh trên các phương tiện thông tin đại chúng";
        let weakness = format!("weaknesses: [{{text: Trình sát giờ nên lãnh đạo không kịp xem kỹ, tag: t{tag}}}]");
        format!("title: {title} số {tag}\ncriteria: {{H1: met}}\n{weakness}\n")
    };
    let path = |n: usize| format!("can-bo-a/2026-05-{:02}-viec.md", n + 1);
    let cell = (1..=6).fold(cell_of(""), |cell, n| cell.record(&path(n), &record(n)));
    let pack = cell.page("print/2026-q2/index.html");
    let sheet = between(&pack, "id=\"_s-can-bo-a\"", "</section>");
    assert!(between(sheet, "Chưa tự nhận lần nào: ", "</li>").starts_with("H2; H3; H4; "), "{sheet}");
}

#[test]
fn several_notes_are_cited_by_rising_numbers() {
    let cell = ["2026-05-10-mot", "2026-05-12-hai", "2026-05-14-ba"].into_iter().fold(cell_of(""), |cell, stem| {
        let text =
            if stem.ends_with("hai") { "strengths: Đọc kỹ và hỏi lại trước khi làm\n" } else { "" };
        cell.record(&format!("can-bo-a/{stem}.md"), &format!("criteria: {{H1: met}}\n{text}"))
    });
    let review = cell.page("print/2026/can-bo-a/index.html");
    let shared = between(&review, "nhật ký của cá nhân còn thiếu:", "</li>");
    let cited: Vec<&str> = shared.split("href=\"#_n").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(cited, ["1", "2", "3"], "{shared}");
}

#[test]
fn records_with_errors_are_counted_beside_the_totals_of_papers() {
    let cell = story(cell_of("")).record("can-bo-a/2026-05-11-loi.md", "criteria: {H1: dạt}\n");
    let note = "chưa tính 1 nhật ký lỗi";
    let pack = cell.page("print/2026-q2/index.html");
    assert!(between(&pack, "id=\"_cell\"", "id=\"_grid\"").contains(note));
    assert!(between(&pack, "id=\"_s-can-bo-a\"", "id=\"_s-can-bo-b\"").contains(note));
    assert!(!between(&pack, "id=\"_s-can-bo-b\"", "id=\"_s-truong-ban\"").contains(note));
    assert!(cell.page("print/2026/can-bo-a/index.html").contains(note));
}

#[test]
fn a_sheet_without_records_says_so_once() {
    let cell = cell_of("")
        .record("can-bo-a/2026-05-11-loi.md", "criteria: {H1: dạt}\n")
        .record("can-bo-a/2026-02-10-truoc.md", "")
        .record("can-bo-b/2026-05-20-viec.md", "");
    let pack = cell.page("print/2026-q2/index.html");
    let sheet = between(&pack, "id=\"_s-can-bo-a\"", "</section>");
    let facts = "<p class=\"sheet__facts\">Trong kỳ không có nhật ký nào được tính; <a class=\"uncounted\"";
    assert!(sheet.contains(facts), "{sheet}");
    assert_eq!(sheet.matches("Trong kỳ").count(), 1, "{sheet}");
    let sheet = between(&pack, "id=\"_s-truong-ban\"", "</section>");
    assert!(sheet.contains("<p class=\"sheet__facts\">Trong kỳ không có nhật ký nào được tính.</p>"), "{sheet}");
    assert!(between(&pack, "id=\"_s-can-bo-b\"", "</section>").contains("Trong kỳ có <a"));
}

#[test]
fn every_member_of_the_period_has_a_sheet_in_the_order_of_the_roster() {
    let settings = SETTINGS.replace("name: Trần Thị Bình}", "name: Trần Thị Bình, until: 2026-03-31}");
    let cell = story(CellTest::new().file("hieucan.yaml", &settings));
    let sheets = |page: &str| -> Vec<String> {
        let page = cell.page(page);
        let found = page.split("class=\"leaf sheet\" aria-labelledby=\"_s-").skip(1);
        found.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    assert_eq!(sheets("print/2026-q1/index.html"), ["can-bo-a", "can-bo-b", "truong-ban", "bi-thu"]);
    assert_eq!(sheets("print/2026-q2/index.html"), ["can-bo-a", "truong-ban", "bi-thu"]);
}

#[test]
fn the_self_review_cites_what_the_logs_say_and_leaves_the_rest_to_be_written() {
    let ratings = "ratings: [Hoàn thành tốt nhiệm vụ, Hoàn thành nhiệm vụ]\n";
    let review = story(cell_of(ratings)).page("print/2026/can-bo-a/index.html");
    let part = |n: u32| between(&review, &format!("<h2>{n}. "), "</section>").to_owned();
    let empty = format!("</h2>\n{}</div>", "<div class=\"write\"></div>".repeat(4));
    assert_eq!(
        review.matches("<section class=\"part\">\n<div class=\"kept\">").count(),
        2,
        "heading and lines are one piece"
    );
    assert!(part(1).contains("Chủ động phối hợp từ đầu") && part(1).contains("Kế hoạch tuyên truyền, 12-KH/BTG"));
    assert!(part(2).contains("Trình văn bản sát giờ") && part(2).contains("C6"), "{}", part(2));
    assert!(part(3).contains(&empty), "nothing was named before the year: {}", part(3));
    assert!(part(4).contains(&empty), "nobody raised anything: {}", part(4));
    assert!(part(6).contains("Hỏi đầu mối trước khi soạn") && part(6).contains("hạn 20/7/2026"), "{}", part(6));
    let rating = part(7);
    assert!(rating.contains("<li>Hoàn thành tốt nhiệm vụ</li>") && !rating.contains("checked"), "{rating}");
    assert!(review.contains("DỰ THẢO") && review.contains("paper--draft-vi"));
}

#[test]
fn what_reviewers_found_below_the_claim_is_a_point_raised() {
    let record = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao\n";
    let cell = cell_of("").record("can-bo-a/2026-05-10-a.md", record);
    let stamp = crate::reviews::stamp(&cell, "can-bo-a/2026-05-10-a");
    let review = format!(
        "---\nreview_of: can-bo-a/2026-05-10-a\nby: bi-thu\nas: cell\non: 2026-05-20\nstamp: \"{stamp}\"\n\
                  criteria: {{H1: {{level: unmet, reason: Mục đích còn chung chung}}}}\n---\n"
    );
    let cell = cell.file("records/can-bo-a/2026-05-10-a.review.md", &review);
    let page = cell.page("print/2026/can-bo-a/index.html");
    let part = between(&page, "<h2>4. ", "</section>");
    assert!(part.contains("Phạm Thị Dung") && part.contains("Mục đích còn chung chung"), "{part}");
}

#[test]
fn what_earlier_years_left_undone_stands_in_the_self_review() {
    let cell = cell_of("")
        .record("can-bo-a/2025-11-20-con-no.md", "title: Việc còn nợ\nstatus: doing\ndue: 2025-12-01\n")
        .file(
            "records/can-bo-a/khong-han.md",
            "---\ntitle: Việc không hạn\nmember: can-bo-a\nassigned: 2025-10-20\n---\n",
        )
        .record("can-bo-a/2025-09-20-xong-cham.md", "title: Việc đã xong\ndue: 2025-09-10\n")
        .record("can-bo-a/2026-05-10-viec.md", "criteria: {H1: met}\n");
    let page = |year: &str| cell.page(&format!("print/{year}/can-bo-a/index.html"));
    let part = |page: &str, n: u32| between(page, &format!("<h2>{n}. "), "</section>").to_owned();
    let (late, finish) = (part(&page("2026"), 2), part(&page("2026"), 6));
    assert!(late.contains("Việc còn nợ") && !late.contains("Việc không hạn"), "{late}");
    assert!(finish.contains("Việc còn nợ") && finish.contains("Việc không hạn"), "{finish}");
    assert!(!page("2026").contains("Việc đã xong"));
    assert!(part(&page("2025"), 2).matches("Việc còn nợ").count() == 1, "its own year names it once");
}

#[test]
fn a_criterion_that_was_never_claimed_is_not_one_without_evidence() {
    let cell = cell_of("").record(
        "can-bo-a/2026-05-10-viec.md",
        "criteria: {H1: met, H4: unmet}\noutputs: [{name: Kế hoạch tuyên truyền}]\n",
    );
    let page = cell.page("print/2026/can-bo-a/index.html");
    let part = between(&page, "<h2>6. ", "</section>");
    let unshown = between(part, "Tiêu chí tự nhận mà chưa có minh chứng trong năm</h3>", "</ul>");
    assert!(unshown.contains("H1") && !unshown.contains("H2"), "{unshown}");
    let unclaimed = between(part, "Tiêu chí chưa tự nhận lần nào trong năm</h3>", "</ul>");
    assert!(unclaimed.contains("H2") && !unclaimed.contains("H1") && !unclaimed.contains("H4"), "{unclaimed}");
}

#[test]
fn both_forms_have_their_own_letterhead() {
    let party = story(cell_of("")).page("print/2026-q2/index.html");
    for text in [
        "ĐẢNG BỘ CƠ QUAN",
        "<b>CHI BỘ MẪU</b>",
        "letterhead__star\">*<",
        "Số …-BC/CB",
        "<b>ĐẢNG CỘNG SẢN VIỆT NAM</b>",
        "<i>Thạch Giang, ngày 30 tháng 6 năm 2026</i>",
        "<b>T/M CHI BỘ</b>",
        "<p>BÍ THƯ</p>",
        "Nơi nhận:",
    ] {
        assert!(party.contains(text), "{text}");
    }
    let state = story(cell_of("paper: nha-nuoc\n")).page("print/2026-q2/index.html");
    for text in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: …/BC-CB", "paper--nha-nuoc"]
    {
        assert!(state.contains(text), "{text}");
    }
    assert!(!state.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && !state.contains("letterhead__star"));
}

#[test]
fn the_public_has_the_pack_without_papers_of_single_members() {
    let visible = "visibility: public\ncriteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao\n";
    let cell = cell_of("").record("can-bo-a/2026-05-10-a.md", visible).audience(Audience::Public);
    let pack = cell.page("print/2026-q2/index.html");
    assert!(pack.contains("N.V.A. (m01)") && !pack.contains("class=\"leaf sheet\""));
    let papers: Vec<_> = cell.site().into_keys().filter(|path| path.starts_with("print")).collect();
    assert!(papers.iter().all(|path| path.components().count() == 3), "{papers:?}");
}

#[test]
fn packs_of_months_are_kept_for_a_year_and_those_of_longer_periods_for_good() {
    let cell = cell_of("")
        .record("can-bo-a/2025-05-10-a.md", "criteria: {H1: met}\n")
        .record("can-bo-a/2025-06-10-b.md", "criteria: {H1: met}\n");
    let site = cell.site();
    let has = |path: &str| site.contains_key(Path::new(path));
    assert!(has("print/2025-06/index.html") && has("print/2025-q2/index.html") && has("print/2025/index.html"));
    assert!(!has("print/2025-05/index.html"));
    assert!(!cell.page("periods/2025-05/index.html").contains("/print/"));
    assert!(cell.page("periods/2025-06/index.html").contains("href=\"../../print/2025-06/index.html\""));
}

#[test]
fn the_home_page_leads_to_the_papers_of_the_month_that_the_next_meeting_looks_back_on() {
    let home = |as_of: &str, months: &[u8]| {
        let settings = SETTINGS.replace("as_of: 2026-06-30", &format!("as_of: {as_of}"));
        let cell = CellTest::new().file("hieucan.yaml", &settings);
        let log = |cell: CellTest, month: &u8| {
            cell.record(&format!("can-bo-a/2026-{month:02}-01-viec.md"), "criteria: {H1: met}\nstatus: doing\n")
        };
        months.iter().fold(cell, log).page("index.html")
    };
    let may = "href=\"print/2026-05/index.html\">Tài liệu họp tháng 5/2026</a>";
    let june = "href=\"print/2026-06/index.html\">Tài liệu họp tháng 6/2026</a>";
    assert!(home("2026-06-15", &[5, 6]).contains(may), "the meeting of June looks back on May");
    assert!(home("2026-06-16", &[5, 6]).contains(june), "it is over by now");
    assert!(home("2026-06-15", &[6]).contains(june) && home("2026-06-16", &[5]).contains(may));
    let quarter = "href=\"print/2026-q2/index.html\">Tài liệu họp quý II/2026</a>";
    assert!(home("2026-06-15", &[4]).contains(quarter), "no month has any");
    assert!(!home("2026-06-15", &[]).contains("Tài liệu họp"));
}

#[test]
fn papers_go_to_the_committee_that_leads_the_organisation_above() {
    let above = "parent: Đảng bộ cơ quan";
    for (parent, committee) in [
        ("Đảng bộ tỉnh Thạch Giang", "Tỉnh ủy Thạch Giang"),
        ("Đảng bộ Thành phố Thạch Giang", "Thành ủy Thạch Giang"),
        ("Đảng bộ huyện Thạch Giang", "Huyện ủy Thạch Giang"),
        ("Đảng bộ thị xã Thạch Giang", "Thị ủy Thạch Giang"),
        ("Đảng bộ quận Thạch Giang", "Quận ủy Thạch Giang"),
        ("ĐẢNG BỘ TỈNH THẠCH GIANG", "TỈNH ỦY THẠCH GIANG"),
        ("ĐẢNG BỘ SỞ NỘI VỤ", "ĐẢNG ỦY SỞ NỘI VỤ"),
        ("đảng bộ xã Thạch Giang", "Đảng ủy xã Thạch Giang"),
        ("Đảng bộ Tỉnh đoàn Thạch Giang", "Đảng ủy Tỉnh đoàn Thạch Giang"),
        ("Đảng bộ Khối cơ quan tỉnh Thạch Giang", "Đảng ủy Khối cơ quan tỉnh Thạch Giang"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
    ] {
        let cell = cell_of("");
        let settings = fs::read_to_string(cell.root().join("hieucan.yaml")).expect("the settings");
        let cell = cell.file("hieucan.yaml", &settings.replace(above, &format!("parent: {parent}")));
        let pack = cell.record("can-bo-a/2026-05-10-a.md", "criteria: {H1: met}").page("print/2026-q2/index.html");
        let receivers = between(&pack, "Nơi nhận:", "</ul>");
        assert!(receivers.contains(&format!("<li>{committee} (để báo cáo),</li>")), "{receivers}");
    }
}

#[test]
fn papers_are_worded_as_an_official_paper_is() {
    let pack = story(cell_of("")).page("print/2026-q2/index.html");
    for text in [
        "thực hiện “05 Hiểu – 06 Cần”, quý II/2026",
        "1\u{a0}việc đúng hạn</a>; <a href=\"#_tasks\">1\u{a0}việc chậm",
        "<li>Đảng ủy cơ quan (để báo cáo),</li>",
        "PHIẾU CÔNG VIỆC, quý II/2026",
        "Trong kỳ có <a href",
    ] {
        assert!(pack.contains(text), "{text}");
    }
    let review = story(cell_of("")).page("print/2026/can-bo-a/index.html");
    for page in [&pack, &review] {
        assert!(!between(page, "<article", "</article>").contains('«') && !page.contains("hieucan pdf"));
    }
}

#[test]
fn hostile_words_stay_words_on_paper() {
    let evil = "title: \"<script>alert(1)</script><a href=\\\"javascript:x\\\">\"\ncriteria: {H1: met}\n\
                weaknesses: [{text: \"<img src=x onerror=alert(1)>\", tag: a}]\nstrengths: [\"\\\" onclick=\\\"x\"]\n";
    let cell = cell_of("").record("can-bo-a/2026-05-10-a.md", evil);
    for page in ["print/2026-q2/index.html", "print/2026/can-bo-a/index.html"] {
        let page = cell.page(page);
        for forbidden in ["<script>alert", "<img", "href=\"javascript", "\" onclick=\""] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
    }
}

#[test]
fn english_papers_are_english() {
    let settings = SETTINGS.replace("lang: vi", "lang: en");
    let cell = story(CellTest::new().file("hieucan.yaml", &settings));
    let pack = cell.page("print/2026-q2/index.html");
    assert!(pack.contains("COMMUNIST PARTY OF VIET NAM") && pack.contains("III. Tasks of the period"));
    let review = cell.page("print/2026/can-bo-a/index.html");
    assert!(review.contains("DRAFT") && review.contains("paper--draft-en") && !review.contains("DỰ THẢO"));
}

/// Runs `hieucan pdf` in a cell, with a browser of ours and a folder for temporary files that is looked at afterwards.
struct Printing {
    cell: CellTest,
    temporary: TempDir,
}

impl Printing {
    fn new() -> Self {
        Self { cell: story(cell_of("")), temporary: TempDir::new().expect("a folder") }
    }

    /// A program that does this when it is asked to print; `$out` is the file asked for, `$page` its address.
    fn browser(&self, script: &str) -> String {
        let path = self.cell.root().join("browser");
        let heard = "for word in \"$@\"; do case $word in --print-to-pdf=*) out=${word#--print-to-pdf=};; file:*) page=${word#file://};; esac; done";
        fs::write(&path, format!("#!/bin/sh\n{heard}\n{script}\n")).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
        path.to_str().expect("a plain path").to_owned()
    }

    fn command(&self, browser: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.arg("pdf").args(args).env_clear().env("HIEUCAN_CHROMIUM", browser).env("PATH", "/usr/bin:/bin");
        command.env("TMPDIR", self.temporary.path()).current_dir(self.cell.root());
        command
    }

    fn run(&self, browser: &str, args: &[&str]) -> Output {
        self.command(browser, args).output().expect("the program runs")
    }

    fn left_over(&self) -> usize {
        fs::read_dir(self.temporary.path()).expect("a folder").count()
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.cell.root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
}

const GOOD: &str = "printf '%%PDF-1.4\\n' >$out; cat \"$page\" >>$out; printf '\\n%%%%EOF\\n' >>$out";

fn told(output: &Output) -> (i32, String) {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_pack_is_printed_under_its_own_name_and_nothing_else_is_left() {
    let printing = Printing::new();
    let browser = printing.browser(GOOD);
    let (status, said) = told(&printing.run(&browser, &["--period", "Quý II/2026"]));
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("Đã ghi ") && said.contains("chi-bo-mau-2026-q2.pdf"), "{said}");
    let printed = printing.file("chi-bo-mau-2026-q2.pdf");
    assert!(
        printed.contains("III. Công việc trong kỳ") && !printed.contains("<a href=\"../"),
        "no way out of the paper"
    );
    assert_eq!(printing.left_over(), 0);
    let (status, said) = told(&printing.run(&browser, &["--period", "2026-q2"]));
    assert_eq!(status, 2, "{said}");
    assert!(said.contains("đã có sẵn") && said.contains("--out"), "{said}");
}

/// What is handed to the browser, template of the cell included, leads to nothing that the reader of the paper has not.
#[test]
fn no_link_on_a_printed_paper_leads_into_the_folder_where_it_was_printed() {
    let printing = Printing::new();
    let template = include_str!("../../templates/parts/header.html");
    let own = "<a class=\"x\" href=\"../../tasks/\">a</a><a\n  href='../b.html' id=\"b\">b</a><a href=\"#nowhere\">c</a>\
               <a class=\"x\" href=\"https://vidu.example/?a=1#b\">d</a> <a href=\"mailto:an@vidu.example\">e</a>";
    let parts = printing.cell.root().join("templates/parts");
    fs::create_dir_all(&parts).expect("a folder");
    fs::write(parts.join("header.html"), format!("{own}{template}")).expect("a template");
    let browser = printing.browser(GOOD);
    for (name, args) in [
        ("a.pdf", &["--period", "2026-q2"][..]),
        ("b.pdf", &["--member", "can-bo-a"]),
        ("c.pdf", &["--member", "can-bo-a", "--period", "2026-q2"]),
    ] {
        let (status, said) = told(&printing.run(&browser, &[args, &["--out", name]].concat()));
        assert_eq!(status, 0, "{said}");
        let printed = printing.file(name);
        let page = scraper::Html::parse_document(&printed);
        let links = scraper::Selector::parse("a[href], area[href]").expect("a selector");
        let hrefs: Vec<&str> = page.select(&links).filter_map(|link| link.value().attr("href")).collect();
        for href in &hrefs {
            let is_there = |id: &str| printed.contains(&format!("id=\"{id}\""));
            let stays = href.strip_prefix('#').is_some_and(is_there);
            assert!(stays || href.starts_with("https:") || href.starts_with("mailto:"), "{name}: {href}");
        }
        for kept in ["https://vidu.example/?a=1#b", "mailto:an@vidu.example"] {
            assert!(hrefs.contains(&kept), "{name}: {hrefs:?}");
        }
    }
}

#[test]
fn a_member_has_the_self_review_of_a_year_and_the_sheet_of_a_shorter_period() {
    let printing = Printing::new();
    let browser = printing.browser(GOOD);
    assert_eq!(told(&printing.run(&browser, &["--member", "Nguyễn Văn An"])).0, 0);
    assert!(printing.file("chi-bo-mau-2026-can-bo-a.pdf").contains("BẢN TỰ KIỂM ĐIỂM"));
    assert_eq!(told(&printing.run(&browser, &["--member", "can-bo-b", "--period", "2026-q2", "--out", "b.pdf"])).0, 0);
    let sheet = printing.file("b.pdf");
    assert!(
        sheet.contains("id=\"_s-can-bo-b\"")
            && !sheet.contains("id=\"_s-can-bo-a\"")
            && !sheet.contains("_conclusions")
    );
    let again = printing.run(&browser, &["--member", "can-bo-a", "--out", "b.pdf"]);
    assert_eq!(told(&again).0, 0, "a file that is named is replaced");
    assert!(printing.file("b.pdf").contains("BẢN TỰ KIỂM ĐIỂM"));
}

#[test]
fn without_a_browser_the_command_says_so_in_both_languages() {
    let printing = Printing::new();
    for (lang, words) in
        [("vi", "HIEUCAN_CHROMIUM ghi `/nowhere/chromium`"), ("en", "HIEUCAN_CHROMIUM names `/nowhere/chromium`")]
    {
        let (status, said) = told(&printing.run("/nowhere/chromium", &["--lang", lang]));
        assert_eq!(status, 2);
        assert!(said.contains(words), "{said}");
    }
    let empty = TempDir::new().expect("a folder");
    for (lang, words) in [("vi", "máy này chưa có Chromium"), ("en", "there is no Chromium on this machine")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.args(["pdf", "--lang", lang]).env_clear().env("PATH", empty.path()).current_dir(printing.cell.root());
        let (status, said) = told(&command.output().expect("the program runs"));
        assert_eq!(status, 2);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_browser_that_fails_leaves_no_file() {
    let printing = Printing::new();
    for script in [
        "echo 'No usable sandbox!' >&2; exit 1",
        "echo 'No usable sandbox!' >&2",
        "echo 'No usable sandbox!' >&2; printf '%%PDF-1.4' >$out; exit 3",
    ] {
        let (status, said) = told(&printing.run(&printing.browser(script), &[]));
        assert_eq!(status, 2, "{said}");
        assert!(said.contains("No usable sandbox!"), "{said}");
    }
    for (script, how) in [("exit 3", "với mã 3"), ("exit 0", "với mã 0"), ("kill -9 $$", "với mã 137")] {
        let (status, said) = told(&printing.run(&printing.browser(script), &[]));
        assert!(status == 2 && said.contains(how), "{said}");
    }
    let (status, said) = told(&printing.run(&printing.browser(GOOD), &["--out", "-"]));
    assert!(status == 2 && said.contains("--out tai-lieu.pdf"), "{said}");
    let (status, said) = told(&printing.run(&printing.browser("echo '<html>' >$out"), &[]));
    assert_eq!(status, 2, "what is no PDF is not put in its place: {said}");
    let mut made = fs::read_dir(printing.cell.root()).expect("a folder").flatten();
    assert!(!made.any(|entry| entry.file_name().to_string_lossy().contains(".pdf")));
    assert_eq!(printing.left_over(), 0);
}

#[test]
fn one_who_stops_the_command_finds_no_folder_left() {
    let printing = Printing::new();
    let browser = printing.browser("exec sleep 60");
    let mut child = printing.command(&browser, &[]).stderr(Stdio::piped()).spawn().expect("the program runs");
    let waits = |ready: &dyn Fn() -> bool| {
        let begun = Instant::now();
        while !ready() && begun.elapsed() < Duration::from_secs(60) {
            sleep(Duration::from_millis(20));
        }
    };
    let said =
        || fs::read_dir(printing.temporary.path()).expect("a folder").flatten().map(|one| one.path().join("said.txt"));
    waits(&|| said().any(|file| file.exists()));
    assert_eq!(printing.left_over(), 1, "the browser is at work");
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    assert!(!child.wait().expect("it ends").success());
    assert_eq!(printing.left_over(), 0);
}

#[test]
fn what_there_is_no_paper_of_is_said_with_the_next_step() {
    let printing = Printing::new();
    let browser = printing.browser(GOOD);
    for (args, words) in [
        (vec!["--period", "2031"], "kỳ 2031 không có nhật ký"),
        (vec!["--period", "2031"], "có nhật ký: 2025, 2026\n"),
        (vec!["--period", "2031-q1"], "có nhật ký: 2026-q1, 2026-q2, 2026-q3\n"),
        (vec!["--period", "2025-11"], "có nhật ký: 2025-12, 2026-02, 2026-05\n"),
        (vec!["--member", "can-bo-aa"], "`can-bo-a`"),
        (vec!["--member", "can-bo-a", "--period", "2025"], "không có nhật ký nào được tính trong kỳ 2025"),
        (vec!["--member", "can-bo-a", "--period", "2025"], "có nhật ký của người này: 2026\n"),
        (vec!["--member", "bi-thu"], "đảng viên chưa có nhật ký nào được tính"),
        (vec!["--member", "can-bo-a", "--audience", "public"], "công khai"),
        (vec!["--period", "quý năm"], "không phải là một kỳ"),
    ] {
        let (status, said) = told(&printing.run(&browser, &args));
        assert_eq!(status, 2, "{args:?} {said}");
        assert!(said.contains(words), "{args:?} {said}");
    }
    assert_eq!(printing.left_over(), 0);
}
