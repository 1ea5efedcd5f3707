//! What every kind of page says of a small cell: the `<main>` of each, compared with what was looked at.

use super::cell_test::{CellTest, SETTINGS};

/// Three criteria in two groups, so that a page fits a screen.
const RUBRIC: &str = "\
id: ba-tieu-chi
version: 2
title: {vi: Ba tiêu chí, en: Three criteria}
source: Nghị quyết mẫu
groups:
  - id: hieu
    label: {vi: Hiểu, en: To understand}
    criteria:
      - {id: H1, label: {vi: Mục đích, en: Purpose}, text: Hiểu rõ mục đích;, phase: [before], evidence: [purpose]}
      - {id: H2, label: {vi: Sản phẩm, en: Output}, text: Hiểu rõ sản phẩm;, phase: [before], evidence: [outputs]}
  - id: can
    label: {vi: Cần, en: To do}
    criteria:
      - {id: C4, label: {vi: Dự báo, en: Foresight}, text: Cần biết dự báo;, phase: [during], evidence: [risks, lessons]}
";

const PLAN: &str = "\
title: Kế hoạch tuyên truyền & cổ động
due: 2026-04-12
kind: planned
assigned_by: truong-ban
criteria: {H1: met, H2: {level: partial, reason: Mới xong một nửa}, C4: met}
purpose: Để mọi chi bộ làm cùng một cách
outputs: [{name: Kế hoạch, ref: 12-KH/BTG, link: 'https://vidu.example/ke-hoach'}]
risks: [{risk: Trời mưa, response: Vào hội trường, happened: true}]
steps: [{id: a, what: Khảo sát, start: 2026-04-01, end: 2026-04-03}, {id: b, what: Dự thảo, after: [a], with: Văn phòng}]
progress: [{on: 2026-04-05, note: Xong dự thảo}]
lessons: [{text: Gửi dự thảo sớm hơn cho Văn phòng, tag: cham-tien-do}]
---
Đã làm *xong*, xem [báo cáo](2026-05-12-bao-cao.md) và [chỗ không có](khong-co.md).
";

const REPORT: &str = "\
title: Báo cáo <tháng 5>
due: 2026-05-08
kind: arising
criteria: {H1: met, C4: {level: unmet, reason: Không lường trước}}
purpose: đang cập nhật
lessons: [{text: Nộp báo cáo chậm vì chờ số liệu, tag: cham-tien-do}]
excused: {reason: Mất điện cả khu}
";

const FILE: &str = "\
title: Hoàn thiện hồ sơ
status: doing
due: 2026-06-20
criteria: {H2: met}
";

const CLASS: &str = "\
title: Mở lớp bồi dưỡng
criteria: {H1: partial, H2: {level: na, reason: Cấp trên lo}}
---
## Mục đích {#H1}

Giúp đảng viên mới nắm được việc của chi bộ.
";

const BROKEN: &str = "\
title: Việc hỏng
due: 2026-02-30
criteria: {H1: dạt}
purpose: Để biết phần nào còn đọc được
";

fn cell() -> CellTest {
    CellTest::new()
        .file("rubric.yaml", RUBRIC)
        .record("can-bo-a/2026-04-10-ke-hoach.md", PLAN)
        .record("can-bo-a/2026-05-12-bao-cao.md", REPORT)
        .record("can-bo-a/2026-06-01-ho-so.md", FILE)
        .record("can-bo-b/2026-05-20-lop.md", CLASS)
        .record("can-bo-b/2026-05-25-hong.md", BROKEN)
        .file(
            "records/can-bo-b/2026-05-26-rieng.md",
            "---\ntitle: Riêng\nmember: can-bo-b\nassigned: 2026-05-26\nvisibility: leaders\n---\n",
        )
}

/// The `<main>` of a page, an element a line.
fn main_of(cell: &CellTest, path: &str) -> String {
    let page = cell.page(path);
    let start = page.find("<main").expect("a page has a main");
    let end = page.find("</main>").expect("a main ends");
    let lines = page[start..end].replace("><", ">\n<");
    lines.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The `<main>` of a page.
fn main(page: &str) -> &str {
    &page[page.find("<main").expect("a page has a main")..page.find("</main>").expect("a main ends")]
}

fn compare(cell: &CellTest, pages: &[(&str, &str)]) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for (name, path) in pages {
            insta::assert_snapshot!(format!("page-{name}"), main_of(cell, path));
        }
    });
}

#[test]
fn every_kind_of_page_says_what_was_looked_at() {
    compare(
        &cell(),
        &[
            ("home", "index.html"),
            ("period", "periods/2026-q2/index.html"),
            ("members", "members/index.html"),
            ("member", "members/can-bo-a/index.html"),
            ("member-without-records", "members/bi-thu/index.html"),
            ("member-period", "members/can-bo-a/2026-q2/index.html"),
            ("criteria", "criteria/index.html"),
            ("criterion", "criteria/C4/index.html"),
            ("criterion-period", "criteria/H1/2026-05/index.html"),
            ("tasks", "tasks/index.html"),
            ("task", "tasks/can-bo-a/2026-04-10-ke-hoach/index.html"),
            ("task-flagged", "tasks/can-bo-a/2026-05-12-bao-cao/index.html"),
            ("faulty", "tasks/can-bo-b/2026-05-25-hong/index.html"),
            ("ledgers", "ledgers/index.html"),
            ("ledger-risks", "ledgers/risks/index.html"),
            ("ledger-plans", "ledgers/plans/index.html"),
            ("ledger-empty", "ledgers/directions/index.html"),
            ("problems", "problems/index.html"),
            ("form", "new/index.html"),
        ],
    );
}

#[test]
fn the_same_pages_are_whole_in_english() {
    let cell = cell().file("hieucan.yaml", &SETTINGS.replace("lang: vi", "lang: en"));
    compare(
        &cell,
        &[
            ("home-en", "index.html"),
            ("form-en", "new/index.html"),
            ("member-period-en", "members/can-bo-a/2026-q2/index.html"),
            ("task-en", "tasks/can-bo-a/2026-04-10-ke-hoach/index.html"),
        ],
    );
    for (path, bytes) in cell.site() {
        let Ok(page) = String::from_utf8(bytes) else { continue };
        assert!(
            path.extension().is_none_or(|e| e != "html") || page.contains("<html lang=\"en\">"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_switch_leads_to_the_periods_that_have_records_and_says_where_one_is() {
    let cell = cell();
    let page = cell.page("members/can-bo-a/2026-05/index.html");
    let switch = &page[page.find("<nav class=\"periods\"").expect("a switch")..page.find("<main").expect("a main")];
    assert!(switch.contains("rel=\"prev\" href=\"../2026-04/index.html\">‹ Tháng 4/2026</a>"), "{switch}");
    assert!(switch.contains("rel=\"next\" href=\"../2026-06/index.html\">Tháng 6/2026 ›</a>"), "{switch}");
    assert!(
        switch.contains("<a href=\"../2026-05/index.html\" aria-label=\"Tháng 5/2026\" aria-current=\"page\">5</a>")
    );
    assert!(switch.contains("<li><span>3</span></li>") && switch.contains("<a href=\"../index.html\">"), "{switch}");
}

/// What looks like a template, a text of the catalogue or markup, and a change of the writing direction left open.
const LITERAL: &str = "{{ frame.title }} {% if x %} [[skip]] {# y #} { $count } {\"{\"} <b>z</b> &amp;";

#[test]
fn what_looks_like_a_template_is_shown_as_it_was_written() {
    let literal = LITERAL.replace('\\', "\\\\").replace('"', "\\\"");
    let story = format!(
        "title: \"{literal}\"\nassigned_by: \"{literal}\"\ncriteria: {{H1: met}}\npurpose: \"{literal}\"\n---\n`{LITERAL}`\n"
    );
    let cell = CellTest::new().record("can-bo-a/2026-05-12-mau.md", &story);
    let shown = LITERAL.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let page = cell.page("tasks/can-bo-a/2026-05-12-mau/index.html");
    let quoted = format!("<q>{shown}</q>");
    for expected in [format!("<title>{shown} – "), format!("<h1>{shown}</h1>"), quoted, format!("<dd>{shown}</dd>")] {
        assert!(page.contains(&expected), "{expected}\n{page}");
    }
    assert!(page.contains(&format!("<code>{shown}</code>")), "{page}");
    for list in ["tasks/index.html", "members/can-bo-a/index.html"] {
        assert!(cell.page(list).contains(&format!("{shown}</a>")), "{list}");
    }
}

#[test]
fn a_turned_title_turns_no_other_words() {
    let cell = CellTest::new().record("can-bo-a/2026-05-12-nguoc.md", "title: \"Nộp \\u202eoác oáb\"\n");
    let page = cell.page("tasks/can-bo-a/2026-05-12-nguoc/index.html");
    assert_eq!(page.matches('\u{202e}').count(), page.matches("\u{202e}oác oáb\u{202c}").count(), "{page}");
}

#[test]
fn a_file_that_is_not_copied_is_named_and_never_said_to_be_missing() {
    let body = "criteria: {}\n---\n[mẫu biểu](../../files/mau.zip) ![sơ đồ](../../files/so-do.svg) [mất](../../files/none.zip)";
    let cell = CellTest::new()
        .file("files/mau.zip", "x")
        .file("files/so-do.svg", "<svg/>")
        .record("can-bo-a/2026-03-01-a.md", body);
    let page = cell.page("tasks/can-bo-a/2026-03-01-a/index.html");
    let named = |shown: &str, name: &str| {
        format!("{shown} <code>{name}</code> <span class=\"link-mark\">(tệp không đăng tải)</span>")
    };
    assert!(page.contains(&named("mẫu biểu", "mau.zip")) && page.contains(&named("sơ đồ", "so-do.svg")), "{page}");
    assert_eq!(page.matches("liên kết không dẫn tới tệp nào").count(), 1, "{page}");
}

#[test]
fn a_section_is_quoted_without_its_markup() {
    let body = "## Tự nhìn lại {#H4}\n\nViệc **gấp**, xem [biên bản](bien-ban.md):\n\n- một\n- hai\n";
    let cell = CellTest::new()
        .record("can-bo-a/2026-05-12-doan.md", &format!("title: Việc\ncriteria: {{H4: met}}\n---\n{body}"));
    let page = cell.page("tasks/can-bo-a/2026-05-12-doan/index.html");
    assert!(page.contains("<q>Việc gấp, xem biên bản: – một – hai</q>"), "{page}");
}

#[test]
fn a_cell_without_records_says_so_and_leads_nowhere() {
    let cell = CellTest::new();
    let tasks = cell.page("tasks/index.html");
    assert!(tasks.contains("Chưa có nhật ký nào.") && !tasks.contains("<table"), "{tasks}");
    assert!(!cell.page("index.html").contains("class=\"periods\""));
    assert!(cell.page("criteria/H1/index.html").contains("<p class=\"figure-card__value\">—</p>"));
}

#[test]
fn a_report_says_when_its_member_joined_in_the_period() {
    let settings = SETTINGS.replace("name: Nguyễn Văn An}", "name: Nguyễn Văn An, from: 2026-03-03}");
    let cell = CellTest::new().file("hieucan.yaml", &settings).record("can-bo-a/2026-03-12-viec.md", "title: Việc\n");
    assert!(cell.page("members/can-bo-a/2026-q1/index.html").contains("</a>; từ 03/3/2026.</p>"));
    assert!(!cell.page("members/can-bo-a/2026-q1/index.html").contains("đến 31/3/2026"));
}

#[test]
fn a_quarter_without_logs_leads_to_those_that_there_are() {
    let home = |path: &str| CellTest::new().record(path, "criteria: {H1: met}").page("index.html");
    let of_year = home("can-bo-a/2026-02-10-quy-mot.md");
    assert!(of_year.contains("Cả năm 2026 có <a href=\"periods/2026/index.html#_tasks\">1 nhật ký</a>."), "{of_year}");
    let before = home("can-bo-a/2025-02-10-nam-truoc.md");
    assert!(before.contains("Trước đó có <a href=\"tasks/index.html\">1 nhật ký</a>."), "{before}");
    let next = "status: doing\ndue: 2027-01-10";
    let later = CellTest::new().record("can-bo-a/2026-06-01-nam-sau.md", next).page("index.html");
    assert!(later.contains("Sau năm 2026 có <a href=\"tasks/index.html\">1 nhật ký</a>."), "{later}");
    let log = "criteria: {H1: met}";
    let both = CellTest::new().record("can-bo-a/2025-02-10-a.md", log).record("can-bo-a/2026-06-01-b.md", next);
    assert!(both.page("index.html").contains("Các năm khác có <a href=\"tasks/index.html\">2 nhật ký</a>."));
    assert!(!home("can-bo-a/2026-05-10-quy-nay.md").contains("Cả năm 2026 có"));
}

#[test]
fn an_unfinished_record_in_a_list_of_days_is_one_item() {
    let tagged = "weaknesses: [{text: Viết dài mà ít hướng dẫn, tag: bai-dai}]";
    let cell = CellTest::new()
        .record("can-bo-a/2026-02-11-truoc.md", tagged)
        .record("can-bo-a/2026-06-01-nay.md", &format!("status: doing\ndue: 2026-06-12\n{tagged}"));
    for path in
        ["index.html", "members/can-bo-a/index.html", "ledgers/weaknesses/index.html", "ledgers/lessons/index.html"]
    {
        let page = cell.page(path);
        assert!(page.contains(">đang làm (hạn 12/6/2026)</a>"), "{path}: {page}");
    }
}

#[test]
fn a_period_is_compared_with_the_one_before_only_where_that_has_logs() {
    let quarter = |first: &str| {
        let cell = CellTest::new().record(first, "criteria: {H1: met}");
        cell.record("can-bo-a/2026-05-10-nay.md", "criteria: {H1: met}").page("periods/2026-q2/index.html")
    };
    assert!(quarter("can-bo-a/2026-01-20-truoc.md").contains("<th scope=\"col\">So với quý I/2026</th>"));
    let late = "<th scope=\"col\">So với quý I/2026 (có nhật ký từ 10/02/2026)</th>";
    assert!(quarter("can-bo-a/2026-02-10-truoc.md").contains(late));
    let alone = quarter("can-bo-a/2025-11-10-truoc.md");
    assert!(!alone.contains("So với") && !alone.contains("so phần có minh chứng với kỳ trước"), "{alone}");
}

/// Done in April and May, open until July and August, looked at in the middle of June.
fn running() -> CellTest {
    let open = |due: &str| format!("status: doing\ndue: {due}\ncriteria: {{H1: met, C1: met}}");
    CellTest::new()
        .file("hieucan.yaml", &SETTINGS.replace("2026-06-30", "2026-06-15"))
        .record("can-bo-a/2026-04-10-a.md", "criteria: {H1: met}\npurpose: Để mọi người cùng nắm được việc")
        .record("can-bo-a/2026-05-10-b.md", "criteria: {H1: met}\npurpose: Để mọi chi bộ làm cùng một cách")
        .record("can-bo-a/2026-06-01-c.md", &open("2026-07-10"))
        .record("can-bo-a/2026-06-02-d.md", &open("2026-08-10"))
}

#[test]
fn a_period_that_has_not_begun_has_no_results() {
    let (cell, ahead) = (running(), "Kỳ này chưa bắt đầu nên chưa có kết quả");
    let periods = ["periods/2026-q3", "periods/2026-08", "members/can-bo-a/2026-q3", "criteria/H1/2026-q3"];
    for path in periods.into_iter().chain(["print/2026-q3"]) {
        let page = cell.page(&format!("{path}/index.html"));
        assert!(page.contains(ahead), "{path}: {page}");
        let results = ["So với", "với kỳ trước", ">Quý II/2026</th>", ">Tháng 7/2026</th>", "class=\"spark"];
        for result in
            results.into_iter().chain(["class=\"figures facts", "id=\"_outcomes", "id=\"_points", "minh chứng từ 75%"])
        {
            assert!(!main(&page).contains(result), "{path}: {result}");
        }
    }
    assert!(cell.page("periods/2026-q3/index.html").contains("id=\"H1\""), "what was noted is still told");
    let now = cell.page("periods/2026-q2/index.html");
    assert!(now.contains("class=\"figures facts") && now.contains("id=\"_outcomes") && now.contains("class=\"spark"));
    assert!(cell.page("print/2026-q2/index.html").contains(">Quý I/2026</th>"));
}

#[test]
fn a_period_that_is_not_over_says_until_when_it_counts() {
    let (cell, running) = (running(), "Kỳ này chưa kết thúc; số liệu tính đến ngày 15/6/2026.");
    for path in ["periods/2026-q2", "periods/2026", "members/can-bo-a/2026", "criteria/H1/2026-q2"] {
        assert!(cell.page(&format!("{path}/index.html")).contains(running), "{path}");
    }
    for path in ["periods/2026-05", "members/can-bo-a/2026-05", "criteria/H1/2026-05", "criteria/H1", "."] {
        assert!(!cell.page(&format!("{path}/index.html")).contains("Kỳ này chưa kết thúc"), "{path}");
    }
}

#[test]
fn rows_of_periods_say_which_are_running_and_which_have_not_begun() {
    let cell = running();
    let member = cell.page("members/can-bo-a/index.html");
    let in_both_tables = |row: &str| assert_eq!(member.matches(row).count(), 2, "{row}: {member}");
    in_both_tables("Quý III/2026</a><span class=\"sub\">chưa bắt đầu</span></th>");
    in_both_tables("Quý II/2026</a><span class=\"sub\">tính đến 15/6/2026</span></th>");
    let months = cell.page("criteria/H1/index.html");
    assert!(months.contains("Tháng 7/2026</a><span class=\"sub\">chưa bắt đầu</span></th>"), "{months}");
    assert!(months.contains("Tháng 5/2026</a></th>"), "{months}");
}

#[test]
fn charts_of_months_end_at_the_as_of_date() {
    let page = running().page("criteria/H1/index.html");
    let charts = &page[page.find("<svg viewBox").expect("a chart")..page.rfind("</svg>").expect("its end")];
    assert!(charts.contains("2026-05/index.html") && !charts.contains("2026-07/index.html"), "{charts}");
    let ahead = running().page("criteria/H1/2026-q3/index.html");
    assert!(!ahead.contains("<svg viewBox") && ahead.contains("id=\"_months\""), "{ahead}");
}

/// What the pages of a task say of its time that is open on 30 June, due on `due`, with its last note on `noted`.
fn time_of(lang: &str, due: &str, noted: &str) -> Vec<String> {
    let settings = SETTINGS.replace("lang: vi", &format!("lang: {lang}"));
    let story = format!("status: doing\ndue: {due}\nprogress: [{{on: {noted}, note: Đang làm dở}}]");
    let cell = CellTest::new().file("hieucan.yaml", &settings).record("can-bo-a/2026-05-10-viec.md", &story);
    let month = &due[..7];
    let pages = ["tasks/can-bo-a/2026-05-10-viec", "ledgers/deadlines", &format!("print/{month}")]
        .map(|page| cell.page(&format!("{page}/index.html")));
    let time = |page: &String| {
        let (_, time) = page.split_once("<span class=\"time time--").expect("the task has a time");
        time[time.find('>').expect("the tag ends") + 1..time.find('<').expect("the text ends")].to_owned()
    };
    pages.iter().map(time).collect()
}

#[test]
fn a_task_that_is_due_today_is_due_today() {
    assert_eq!(time_of("vi", "2026-06-30", "2026-06-29"), ["đến hạn trong ngày"; 3]);
    assert_eq!(time_of("en", "2026-06-30", "2026-06-29"), ["due today"; 3]);
    assert_eq!(time_of("vi", "2026-06-30", "2026-05-10"), ["đến hạn trong ngày, 51 ngày chưa cập nhật"; 3]);
    assert_eq!(time_of("vi", "2026-07-01", "2026-06-29"), ["còn 1 ngày"; 3]);
    assert_eq!(time_of("vi", "2026-06-29", "2026-06-29"), ["quá hạn 1 ngày"; 3]);
}

#[test]
fn the_legend_of_a_plan_tells_of_the_upright_lines_that_are_drawn() {
    let legend = |time: &str, until: &str| {
        let story = format!("{time}\nsteps: [{{id: a, what: Khảo sát, start: 2026-06-10, end: {until}}}]");
        let page = CellTest::new()
            .record("can-bo-a/2026-06-10-viec.md", &story)
            .page("tasks/can-bo-a/2026-06-10-viec/index.html");
        let figure = page.split("<figure class=\"chart gantt\">").nth(1).expect("a chart").to_owned();
        ["đầu tháng</li>", "ngày chốt số liệu</li>"].map(|line| figure.contains(line))
    };
    assert_eq!(legend("status: doing", "2026-07-10"), [true, true]);
    assert_eq!(legend("status: doing", "2026-06-20"), [false, false]);
    assert_eq!(legend("due: 2026-07-10\ndone: 2026-06-29", "2026-07-10"), [true, false]);
}

#[test]
fn what_to_do_next_names_only_fields_that_somebody_can_fill_in() {
    let cell =
        CellTest::new().record("can-bo-a/2026-05-10-viec.md", "due: 2026-05-12\ndone: 2026-05-20\ncriteria: [C1]");
    let page = cell.page("members/can-bo-a/index.html");
    assert!(page.contains(" → <code>tiến độ</code>"), "{page}");
    assert!(!page.contains("<code>đúng hạn</code>"), "{page}");
    assert!(
        cell.page("criteria/C1/index.html").contains("việc hoàn thành đúng hạn; hoặc"),
        "it is evidence all the same"
    );
}

#[test]
fn many_items_of_one_field_have_a_line_each() {
    let task = |outputs: usize| {
        let names: Vec<String> = (1..=outputs).map(|n| format!("{{name: Văn bản {n}}}")).collect();
        let story = format!("criteria: [H2]\noutputs: [{}]", names.join(", "));
        CellTest::new().record("can-bo-a/2026-05-10-viec.md", &story).page("tasks/can-bo-a/2026-05-10-viec/index.html")
    };
    assert!(task(3).contains("Văn bản 1 · Văn bản 2 · Văn bản 3"));
    assert!(task(4).contains("<ul><li>Văn bản 1</li><li>Văn bản 2</li>"));
}

#[test]
fn lists_of_tasks_name_those_that_arose() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-05-10-mot.md", "kind: arising\n")
        .record("can-bo-a/2026-05-11-hai.md", "kind: planned\n");
    for path in ["members/can-bo-a/index.html", "members/can-bo-a/2026/index.html"] {
        let page = cell.page(path);
        assert_eq!(page.matches("</a><span class=\"sub\">phát sinh</span></th>").count(), 1, "{path}");
    }
    let tasks = cell.page("tasks/index.html");
    assert_eq!(tasks.matches("<span class=\"sub\">Nguyễn Văn An · phát sinh</span>").count(), 1, "{tasks}");
}

#[test]
fn the_home_page_of_twenty_members_is_at_most_60_kb() {
    let roster: String =
        (1..=20).map(|n| format!("  - {{id: dang-vien-so-{n:02}, name: Nguyễn Thị Hồng Phương {n}}}\n")).collect();
    let settings = format!("cell: {{id: chi-bo, name: Chi bộ}}\nlang: vi\nas_of: 2026-06-30\nmembers:\n{roster}");
    let mut cell = CellTest::new().file("hieucan.yaml", &settings);
    for n in 1..=20 {
        for (day, story) in
            [("03", "status: doing"), ("20", "status: doing\ndue: 2026-09-30"), ("25", "due: 2026-05-01")]
        {
            let title = "Tham mưu kế hoạch tuyên truyền đại hội đảng bộ các cấp và kỷ niệm các ngày lễ lớn";
            let path =
                format!("dang-vien-so-{n:02}/2026-05-{day}-tham-muu-ke-hoach-tuyen-truyen-dai-hoi-dang-bo-cac-cap.md");
            let claims = "criteria: {H1: met, H2: partial, H3: met, H4: met, H5: unmet, C1: met, C2: met, C3: met, C4: met, C5: met, C6: met}";
            let weakness = "weaknesses: [{text: Soạn thảo còn chậm so với kế hoạch, tag: cham-tien-do}]";
            cell = cell.record(&path, &format!("title: {title}\n{story}\n{claims}\n{weakness}"));
        }
    }
    let page = cell.page("index.html");
    assert!(page.len() <= 60_000, "{} bytes", page.len());
}
