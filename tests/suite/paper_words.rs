//! The words of the meeting papers: each is backed by the log that it cites, says one thing once and contradicts nothing
//! that stands beside it.

use crate::cell_test::{CellTest, SETTINGS};
use crate::papers::{between, cell_of};

/// What a reader sees of markup; the number of a note stands behind the day or the title of the task cited.
fn seen(markup: &str) -> String {
    let shown = markup.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    shown.collect::<String>().replace('\u{a0}', " ")
}

/// A weakness that was overcome and came back, another one that did both within a quarter, and one that was overcome.
fn recurring() -> CellTest {
    let record = |cell: CellTest, stem: &str, rest: &str| {
        cell.record(&format!("can-bo-a/{stem}.md"), &format!("title: Việc {stem}\ncriteria: {{H1: met}}\n{rest}\n"))
    };
    [
        ("2026-01-10-neu", "weaknesses: [{text: Trình sát giờ., tag: sat-gio}, {text: Ghi thiếu số, tag: thieu-so}]"),
        ("2026-02-10-khac-phuc", "fixed: [sat-gio]"),
        ("2026-03-12-da-xong", "fixed: [thieu-so]"),
        ("2026-04-02-lan-dau", "weaknesses: [{text: Bài quá dài, tag: bai-dai}]"),
        ("2026-04-10-lai-nua", "weaknesses: [{text: Lại trình sát giờ., tag: sat-gio}]"),
        ("2026-04-20-gon-hon", "fixed: [Bai-Dai]"),
        ("2026-05-10-van-the", "weaknesses: [{text: Vẫn trình sát giờ, tag: sat-gio}]"),
        ("2026-06-10-dai-lai", "weaknesses: [{tag: bai-dai}]"),
    ]
    .into_iter()
    .fold(cell_of(""), |cell, (stem, rest)| record(cell, stem, rest))
}

/// The titles of the tasks that the notes cited in `part` name.
fn cited(page: &str, part: &str) -> Vec<String> {
    let notes = between(page, "id=\"_notes\"", "</section>");
    let numbers = part.split("href=\"#_n").skip(1).filter_map(|rest| rest.split('"').next());
    let note =
        |number: &str| between(between(notes, &format!("id=\"_n{number}\""), "</li>"), ">Việc ", "</a>").to_owned();
    numbers.map(note).collect()
}

#[test]
fn a_weakness_that_came_back_cites_its_overcoming_there_and_its_recurrence_here() {
    let cell = recurring();
    let pack = cell.page("print/2026-q2/index.html");
    let rows: Vec<&str> = between(&pack, "id=\"_followed\"", "</table>").split("<tr>").skip(2).collect();
    assert!(seen(rows[0]).contains("đã khắc phục [") && seen(rows[0]).contains("], lặp lại ["), "{}", seen(rows[0]));
    let since = rows[0].rsplit_once("<td>").expect("what came of it").1;
    let all = ["2026-02-10-khac-phuc", "2026-04-10-lai-nua", "2026-05-10-van-the"];
    assert_eq!(cited(&pack, since), all, "{since}");
    let since = rows[1].rsplit_once("<td>").expect("what came of it").1;
    assert_eq!(cited(&pack, since), ["2026-03-12-da-xong"], "{since}");
    let review = cell.page("print/2026/can-bo-a/index.html");
    let open = between(&review, "Hạn chế phải tiếp tục khắc phục</h3>", "</ul>");
    let first = between(open, "Vẫn trình sát giờ", "</li>");
    assert_eq!(cited(&review, first), ["2026-05-10-van-the", all[0], all[1], all[2]], "{first}");
}

#[test]
fn every_weakness_that_recurs_in_the_period_is_counted_and_marked() {
    let pack = recurring().page("print/2026-q2/index.html");
    let cell = seen(between(&pack, "id=\"_cell\"", "id=\"_grid\""));
    assert!(cell.contains("2 hạn chế đã khắc phục, nay lặp lại trong kỳ."), "{cell}");
    let named = between(&pack, "id=\"_named\"", "</table>");
    let marked: Vec<bool> = named.split("<tr>").skip(2).map(|row| row.contains("(lặp lại)")).collect();
    assert_eq!(marked, [false, true, true, true], "{named}");
    let first = recurring().page("print/2026-q1/index.html");
    assert!(
        !first.contains("lặp lại trong kỳ") && !first.contains("(lặp lại)"),
        "what recurs later is of later periods"
    );
}

#[test]
fn a_strength_copied_from_log_to_log_is_said_once() {
    let record = |strength: &str| format!("criteria: {{H1: met}}\nstrengths: [{strength}]\n");
    let review = cell_of("")
        .record("can-bo-a/2026-04-10-mot.md", &record("Chủ động phối hợp từ đầu."))
        .record("can-bo-a/2026-05-10-hai.md", &record("chủ động  phối hợp từ đầu, Hỏi kỹ đầu mối"))
        .page("print/2026/can-bo-a/index.html");
    let strengths = seen(between(&review, "Ưu điểm đã ghi trong nhật ký</h3>", "</ul>"));
    assert_eq!(strengths.to_lowercase().matches("chủ động phối hợp").count(), 1, "{strengths}");
    assert!(strengths.contains("Hỏi kỹ đầu mối"), "{strengths}");
}

#[test]
fn what_counts_as_nothing_is_no_strength_and_no_lesson_of_a_draft() {
    let record = |rest: &str| format!("criteria: {{H1: met}}\n{rest}\n");
    let copied = "strengths: [Bám sát kế hoạch của chi bộ]\nweaknesses: [Trình văn bản sát giờ]\nlessons: [Làm việc gì cũng phải chắc]";
    let said =
        "strengths: [Hỏi kỹ đầu mối từ đầu, Tốt]\nweaknesses: [không có]\nlessons: [Gửi trước hai ngày, đang cập nhật]";
    let cell = (4..7)
        .map(|month| (format!("can-bo-a/2026-{month:02}-10-viec.md"), record(copied)))
        .chain([("can-bo-a/2026-04-20-khac.md".to_owned(), record(said))])
        .fold(cell_of(""), |cell, (path, text)| cell.record(&path, &text));
    let review = cell.page("print/2026/can-bo-a/index.html");
    let listed = |head: &str| seen(between(&review, &format!("{head}</h3>"), "</ul>"));
    let strengths = listed("Ưu điểm đã ghi trong nhật ký");
    assert!(strengths.contains("Hỏi kỹ đầu mối") && strengths.matches('[').count() == 1, "{strengths}");
    let lessons = listed("Bài học đã rút ra");
    assert!(lessons.contains("Gửi trước hai ngày") && lessons.matches('[').count() == 1, "{lessons}");
    let weaknesses = listed("Hạn chế đã ghi trong nhật ký");
    assert_eq!(
        weaknesses.matches("Trình văn bản sát giờ").count(),
        3,
        "what is so often wrong is not hidden: {weaknesses}"
    );
    let pack = cell.page("print/2026-q2/index.html");
    let named = between(&pack, "id=\"_named\"", "</table>");
    assert!(!weaknesses.contains("không có") && !named.contains("không có"), "{weaknesses} {named}");
}

#[test]
fn without_reviews_a_draft_says_that_nothing_can_be_confirmed_yet() {
    let record = "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao\n";
    let lead = |settings: &str| {
        let cell = CellTest::new().file("hieucan.yaml", settings).record("can-bo-a/2026-04-10-mot.md", record);
        seen(&cell.page("print/2026/can-bo-a/index.html"))
    };
    let vi = lead(SETTINGS);
    assert!(vi.contains("; chưa có nhận xét nên chưa có số được xác nhận. Mỗi số là"), "{vi}");
    let en = lead(&SETTINGS.replace("lang: vi", "lang: en"));
    assert!(en.contains("; nothing is confirmed, as there is no review yet. Each figure is"), "{en}");
}

#[test]
fn criteria_that_nobody_claims_are_not_denied_to_be_weak_and_fields_are_quoted() {
    let pack = |lang: &str, record: &str| {
        let cell = CellTest::new().file("hieucan.yaml", &SETTINGS.replace("lang: vi", lang));
        seen(&cell.record("can-bo-a/2026-04-10-mot.md", record).page("print/2026-q2/index.html"))
    };
    let strong = pack("lang: vi", "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao\n");
    assert!(!strong.contains("minh chứng dưới 50%"), "{strong}");
    assert!(strong.contains("Chưa có đảng viên nào tự nhận: H2"), "{strong}");
    let weak = pack("lang: vi", "criteria: {H1: met}\n");
    assert!(weak.contains("nhật ký cần ghi đủ ở mục “mục đích”, “quy trình”"), "{weak}");
    let weak = pack("lang: en", "criteria: {H1: met}\n");
    assert!(weak.contains("logs should fill in “purpose”, “procedure”"), "{weak}");
    assert!(weak.contains("Evidenced in less than 50% of what was applicable: H1"), "{weak}");
    let seldom = CellTest::new()
        .record("can-bo-a/2026-04-10-mot.md", "criteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao\n")
        .record("can-bo-a/2026-04-11-hai.md", "")
        .record("can-bo-a/2026-04-12-ba.md", "");
    let pack = seen(&seldom.page("print/2026-q2/index.html"));
    assert!(
        pack.contains("Có minh chứng dưới 50% số lượt áp dụng: H1") && !pack.contains("Đã tự nhận nhưng"),
        "{pack}"
    );
}

#[test]
fn how_tasks_kept_to_their_time_and_whether_they_were_planned_are_two_sentences() {
    let cell = cell_of("")
        .record("can-bo-a/2026-05-10-mot.md", "kind: planned\ndue: 2026-05-20\n")
        .record("can-bo-a/2026-06-20-hai.md", "kind: arising\nstatus: doing\ndue: 2026-06-30\n");
    let pack = seen(&cell.page("print/2026-q2/index.html"));
    let timing = between(&pack, "Tiến độ công việc: ", "\n");
    assert_eq!(
        timing,
        "1 việc đúng hạn; 1 việc chưa xong, chưa quá hạn. Trong đó 1 việc theo kế hoạch, 1 việc phát sinh."
    );
}

#[test]
fn the_pack_of_a_period_to_come_has_no_empty_parts() {
    let cell = cell_of("")
        .record("can-bo-a/2026-06-20-ky-sau.md", "status: doing\ndue: 2026-07-20\n")
        .record("can-bo-a/2026-05-04-xong.md", "weaknesses: [{text: Trình sát giờ, tag: sat-gio}]\n")
        .record("can-bo-a/2026-05-01-qua-han.md", "status: doing\ndue: 2026-05-20\n")
        .record("can-bo-a/2026-05-02-qua-han.md", "status: doing\ndue: 2026-05-20\n");
    let pack = cell.page("print/2026-q3/index.html");
    let read = seen(&pack);
    for empty in ["(0)", "Không có.", "Nhật ký không ghi gì", "Hạn chế nêu trong kỳ", "Chưa tự nhận lần nào"]
    {
        assert!(!read.contains(empty), "{empty}: {read}");
    }
    assert!(
        read.contains("Chưa xong (1)") && read.contains("2 việc quá hạn chưa xong (đều của các kỳ trước)."),
        "{read}"
    );
    let carried = between(&pack, "2\u{a0}việc quá hạn chưa xong", "</li>");
    assert!(carried.contains("href=\"#_carried\">đều của các kỳ trước</a>"), "{carried}");
    let begun = seen(&cell.page("print/2026-q2/index.html"));
    assert!(begun.contains("Chậm (0)") && begun.contains("Nhật ký không ghi gì"), "there it is an answer: {begun}");
}

#[test]
fn what_one_is_strong_at_is_not_ones_part_in_the_weakness_of_the_cell() {
    let shown = ["Kế hoạch", "Báo cáo", "Tờ trình"].map(|name| format!("criteria: {{H2: met}}\noutputs: [{name}]\n"));
    let shown = shown.each_ref().map(String::as_str);
    let claimed = "criteria: {H2: met}\n";
    let stems = ["2026-05-01-mot", "2026-05-02-hai", "2026-05-03-ba", "2026-05-04-bon"];
    let of = |cell: CellTest, member: &str, records: [&str; 4]| {
        let records = stems.into_iter().zip(records);
        records.fold(cell, |cell, (stem, record)| cell.record(&format!("{member}/{stem}.md"), record))
    };
    let cell = of(cell_of(""), "can-bo-a", [shown[0], shown[1], shown[2], claimed]);
    let cell = of(of(cell, "can-bo-b", [claimed; 4]), "truong-ban", [claimed; 4]);
    let part = |member: &str, n: u32| {
        let page = cell.page(&format!("print/2026/{member}/index.html"));
        seen(between(&page, &format!("<h2>{n}. "), "</section>"))
    };
    assert!(part("can-bo-a", 1).contains("H2 ") && !part("can-bo-a", 5).contains("H2 "), "{}", part("can-bo-a", 5));
    assert!(part("can-bo-b", 5).contains("H2 "), "{}", part("can-bo-b", 5));
}

#[test]
fn no_stop_stands_between_quoted_words_and_the_mark_behind_them() {
    let cell = recurring();
    let pack = seen(&cell.page("print/2026-q2/index.html"));
    let review = seen(&cell.page("print/2026/can-bo-a/index.html"));
    assert!(pack.contains("Trình sát giờ [") && review.contains("Lại trình sát giờ ["), "{review}");
    assert!(!pack.contains(". [") && !review.contains(". [") && !pack.contains(". ("), "{pack}");
    let dots = "criteria: {H1: met}\nstrengths: [\"Ghi đủ giờ, nơi họp, v.v.\"]\n";
    let review = cell_of("").record("can-bo-a/2026-04-10-mot.md", dots).page("print/2026/can-bo-a/index.html");
    assert!(seen(&review).contains("v.v. ["), "it belongs to the word");
}

#[test]
fn a_number_stays_with_its_noun_and_an_absence_is_a_sentence() {
    let away = "name: Nguyễn Văn An, away: [{from: 2026-02-02, until: 2026-04-30}]";
    let cell = CellTest::new().file("hieucan.yaml", &SETTINGS.replace("name: Nguyễn Văn An", away));
    let pack = cell.record("can-bo-a/2026-05-10-mot.md", "kind: arising\n").page("print/2026-q2/index.html");
    assert!(pack.contains("1\u{a0}việc phát sinh") && pack.contains("1\u{a0}việc đúng hạn"), "{pack}");
    let facts = seen(between(&pack, "class=\"sheet__facts\">", "</p>"));
    assert_eq!(facts, "Trong kỳ có 1 nhật ký; 1 việc đúng hạn. Vắng từ 02/02/2026 đến 30/4/2026.");
}

#[test]
fn a_title_on_a_crowded_sheet_is_cut_no_shorter_than_its_line() {
    let title = "Tham mưu kế hoạch tuyên truyền kỷ niệm ngày thành lập tỉnh trên báo";
    let weakness = "Trình sát giờ nên lãnh đạo không kịp xem kỹ trước khi họp và phải hoãn nhiều lần liền, rồi lại hẹn";
    let record = |n: usize| {
        format!("title: {title}\ncriteria: {{H1: met}}\nweaknesses: [{{text: \"{weakness}\", tag: t{n}}}]\n")
    };
    let open = |n: usize| format!("can-bo-a/2026-06-1{n}-qua-han.md");
    let cell = (1..=6).fold(cell_of(""), |cell, n| {
        let cell = cell.record(&format!("can-bo-a/2026-05-0{n}-xong.md"), &record(n));
        cell.record(&open(n), &format!("title: {title} và đài\nstatus: doing\ncriteria: {{H2: unmet}}\n"))
            .record(&format!("can-bo-a/2026-03-1{n}-cu.md"), &format!("title: {title} và đài\nstatus: doing\n"))
    });
    let pack = cell.page("print/2026-q2/index.html");
    let sheet = between(&pack, "id=\"_s-can-bo-a\"", "</section>");
    let open = between(sheet, "Hạn chế chưa khắc phục xong</h3>", "</li>");
    assert!(seen(open).ends_with("và phải hoãn nhiều…"), "{open}");
}
