//! Reviews told as stories: what the stamp covers, whose verdicts count, and what becomes of reviews that do not.

use std::fs;

use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::cell_test::{CellTest, log};
use crate::git_history::{Repository, record};

/// The stamp of the record with this id as it stands in the cell.
pub fn stamp(cell: &CellTest, id: &str) -> String {
    let options = Options { root: cell.root().to_owned(), today: Date::new(2026, 6, 30), ..Options::default() };
    let config = Config::resolve(options).expect("the settings");
    pipeline::stamps(&config).expect("the cell").get(id).expect("a record of this id").to_string()
}

const ID: &str = "can-bo-a/2026-05-06-ke-hoach";
const PATH: &str = "can-bo-a/2026-05-06-ke-hoach.md";

/// A record that says something under every key, in an order of its own.
const WHOLE: &str = "\
title: Tham mưu kế hoạch tuyên truyền
assigned: 2026-05-01
due: 2026-05-05
kind: planned
status: done
done: 2026-05-06
assigned_by: truong-ban
visibility: cell
criteria:
  H1: met
  H3: {level: partial, reason: Chưa họp đủ các bên, evidence: [{kind: minutes, ref: 05-BB/CB, date: 2026-05-02, link: \"https://vidu.example/05\", note: Biên bản họp liên ngành}]}
purpose: Để cán bộ nắm được mục đích của kế hoạch
procedure: Trình Trưởng ban rồi gửi các đơn vị
outputs: [{name: Kế hoạch, ref: 12-KH/BTG, link: \"https://vidu.example/12\", file: tep/ke-hoach.txt}]
coordination: [{with: Văn phòng, role: Bố trí hội trường, basis: Quy chế phối hợp}]
strengths: Bám sát mục đích của đợt tuyên truyền
weaknesses: [{text: Gửi dự thảo muộn một ngày, tag: cham-tien-do}]
fixed: [thieu-can-cu]
context: Trùng dịp chuẩn bị đại hội chi bộ
progress: [{on: 2026-05-03, note: Đã xong dự thảo}]
direction: {by: truong-ban, on: 2026-05-01, summary: Làm gọn trong tuần, asked: [{q: Có mời báo chí không, a: Không mời}]}
references: [{ref: 30/2020/NĐ-CP, title: Công tác văn thư, link: \"https://vidu.example/30\"}]
risks: [{risk: Mưa lớn, response: Chuyển vào hội trường, happened: false}]
steps: [{id: a, what: Dự thảo, start: 2026-05-01, end: 2026-05-03, with: Văn phòng}, {id: b, what: Trình ký, after: [a], approval: truong-ban}]
archive: Hồ sơ số 12
revisions: [{by: truong-ban, change: Rút gọn phần mở đầu, adopted: true}]
lessons: [{text: Gửi dự thảo sớm hơn, tag: gui-som}]
excused: {reason: Chờ văn bản cấp trên, confirmed_by: truong-ban}
---
Kế hoạch đã trình ngày 06/5/2026.

Đã gửi *tám* đơn vị.
";

fn cell(text: &str) -> CellTest {
    let whole = CellTest::new().file("tep/ke-hoach.txt", "kế hoạch");
    whole.file(&format!("records/{PATH}"), text)
}

fn stamp_of_text(text: &str) -> String {
    stamp(&cell(text), ID)
}

#[test]
fn a_stamp_of_version_1_stays_what_it_is() {
    // These values stand in the reviews of cells: a change here makes every one of them stale.
    assert_eq!(stamp_of_text(&log(PATH, WHOLE)), "v1:54bb8da04b98572211ecfcc8d36545ff6a33df321fb16969b718c7e98df046b8");
    assert_eq!(
        stamp_of_text(&log(PATH, "title: Việc nhỏ")),
        "v1:3080e3a6e4161af7e608947ae75c54f4fc3c37a4b02833e73bb76eeb7799d6d6"
    );
}

#[test]
fn a_stamp_says_nothing_of_how_a_record_is_written() {
    let text = log(PATH, WHOLE);
    let stamped = stamp_of_text(&text);
    let (front, body) = text.trim_start_matches("---\n").split_once("\n---\n").expect("front matter");
    let mut lines: Vec<&str> = Vec::new();
    let claims = "criteria:\n  H1: met\n";
    let rest = front.replace(claims, "criteria:\n");
    lines.extend(rest.split('\n').filter(|line| !line.starts_with("  ") && *line != "criteria:"));
    lines.reverse();
    let claim = front.lines().find(|line| line.starts_with("  H3")).expect("a claim");
    let turned = format!("---\n{}\ncriteria:\n{claim}\n  h1: đạt\n---\n{body}", lines.join("\n"));
    let writings = [
        ("another order of keys, criteria in other letters, a level in Vietnamese", turned),
        ("Windows line ends and a byte order mark", format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        ("decomposed letters", text.nfd().collect()),
        ("blank lines, wider blanks, a paragraph joined", text.replace(".\n\nĐã gửi", ".   \nĐã  gửi") + "\n\n"),
        ("another visibility", text.replace("visibility: cell", "phạm vi xem: công khai")),
        ("no visibility", text.replace("visibility: cell\n", "")),
        ("keys in Vietnamese", text.replace("purpose:", "mục đích:").replace("level: partial", "mức: đạt một phần")),
        ("dates as people write them", text.replace("due: 2026-05-05", "due: 05/5/2026")),
        ("words in Vietnamese", text.replace("kind: planned", "loại: theo kế hoạch")),
        (
            "a list of one",
            text.replace(
                "strengths: Bám sát mục đích của đợt tuyên truyền",
                "strengths: [Bám sát mục đích của đợt tuyên truyền]",
            ),
        ),
        ("a short form", text.replace("context: Trùng", "context:\n  - Trùng")),
        ("a status that goes without saying", text.replace("status: done\n", "")),
        ("the rubric pinned", text.replace("kind: planned", "kind: planned\nrubric: 5-hieu-6-can@1")),
        ("a blank claim", text.replace("  H1: met", "  H1: met\n  C1:")),
        ("a comment", text.replace("kind: planned", "kind: planned # đã có trong kế hoạch")),
    ];
    for (what, written) in writings {
        assert_ne!(written, text, "{what}");
        assert_eq!(stamp_of_text(&written), stamped, "{what}");
    }
}

/// Words of a text that can be changed without making the record another one or an unreadable one.
fn changes() -> Vec<(String, String)> {
    let words = [
        ("Tham mưu kế", "Soạn kế"),
        ("assigned: 2026-05-01", "assigned: 2026-05-02"),
        ("due: 2026-05-05", "due: 2026-05-04"),
        ("done: 2026-05-06", "done: 2026-05-07"),
        ("kind: planned", "kind: arising"),
        ("assigned_by: truong-ban", "assigned_by: bi-thu"),
        ("H1: met", "H1: partial"),
        ("H1: met", "C1: met"),
        ("level: partial", "level: met"),
        ("Chưa họp đủ", "Không họp đủ"),
        ("kind: minutes", "kind: document"),
        ("05-BB/CB", "06-BB/CB"),
        ("date: 2026-05-02", "date: 2026-05-03"),
        ("vidu.example/05", "vidu.example/06"),
        ("Biên bản họp", "Bản họp"),
        ("Để cán bộ", "Để đảng viên"),
        ("Trình Trưởng ban rồi", "Trình Trưởng ban và"),
        ("name: Kế hoạch", "name: Tờ trình"),
        ("12-KH/BTG", "13-KH/BTG"),
        ("vidu.example/12", "vidu.example/13"),
        ("with: Văn phòng, role", "with: Trung tâm, role"),
        ("Bố trí hội trường", "Bố trí phòng"),
        ("Quy chế phối hợp", "Công văn phối hợp"),
        ("Bám sát", "Theo sát"),
        ("muộn một ngày", "muộn hai ngày"),
        ("cham-tien-do", "cham-viec"),
        ("thieu-can-cu", "thieu-so-lieu"),
        ("Trùng dịp", "Đúng dịp"),
        ("on: 2026-05-03", "on: 2026-05-04"),
        ("Đã xong dự thảo", "Gần xong dự thảo"),
        ("{by: truong-ban, on", "{by: bi-thu, on"),
        ("on: 2026-05-01", "on: 2026-05-02"),
        ("trong tuần", "trong tháng"),
        ("mời báo chí", "mời đài"),
        ("a: Không mời", "a: Có mời"),
        ("30/2020/NĐ-CP", "31/2020/NĐ-CP"),
        ("Công tác văn thư", "Công tác lưu trữ"),
        ("vidu.example/30", "vidu.example/31"),
        ("Mưa lớn", "Mưa nhỏ"),
        ("Chuyển vào", "Dời vào"),
        ("happened: false", "happened: true"),
        ("what: Dự thảo", "what: Viết nháp"),
        ("start: 2026-05-01", "start: 2026-05-02"),
        ("end: 2026-05-03", "end: 2026-05-04"),
        ("2026-05-03, with: Văn phòng", "2026-05-03, with: Tổ"),
        ("after: [a]", "after: []"),
        ("approval: truong-ban", "approval: bi-thu"),
        ("Hồ sơ số 12", "Hồ sơ số 13"),
        ("{by: truong-ban, change", "{by: bi-thu, change"),
        ("Rút gọn", "Viết lại"),
        ("adopted: true", "adopted: false"),
        ("sớm hơn", "sớm nữa"),
        ("gui-som", "gui-truoc"),
        ("Chờ văn bản", "Đợi văn bản"),
        ("confirmed_by: truong-ban", "confirmed_by: bi-thu"),
        ("đã trình ngày", "được trình ngày"),
        ("*tám*", "**tám**"),
    ];
    words.map(|(word, other)| (word.to_owned(), other.to_owned())).to_vec()
}

#[test]
fn one_changed_word_changes_the_stamp_wherever_it_stands() {
    let text = log(PATH, WHOLE);
    let mut stamps = vec![stamp_of_text(&text)];
    for (word, other) in changes() {
        assert!(text.contains(&word), "{word}");
        stamps.push(stamp_of_text(&text.replacen(&word, &other, 1)));
        assert!(!stamps[..stamps.len() - 1].contains(stamps.last().expect("a stamp")), "{word} → {other}");
    }
}

#[test]
fn a_stamp_covers_the_bytes_of_evidence_files_of_every_type_and_the_rubric() {
    let text = log(PATH, WHOLE);
    let of_file = |bytes: &str| stamp(&cell(&text).file("tep/ke-hoach.txt", bytes), ID);
    assert_eq!(of_file("kế hoạch"), stamp_of_text(&text));
    assert_ne!(of_file("kế hoạch khác"), stamp_of_text(&text));
    let other = text.replace("tep/ke-hoach.txt", "tep/ke-hoach.zip");
    let of_zip = |bytes: &str| stamp(&cell(&other).file("tep/ke-hoach.zip", bytes), ID);
    assert_ne!(of_zip("một"), of_zip("hai"));
    let rubric = include_str!("../../src/model/rubric.yaml").replace("version: 1", "version: 2");
    assert_ne!(stamp(&cell(&text).file("rubric.yaml", &rubric), ID), stamp_of_text(&text));
}

/// The smallest record with three claims, and reviews of it.
fn reviewed(reviews: &[(&str, &str)]) -> CellTest {
    let story = "criteria: {H1: met, H2: met, H5: partial}\npurpose: Để cán bộ nắm được mục đích\noutputs: [{name: Kế hoạch}]\ncontext: Trùng dịp chuẩn bị đại hội";
    let cell = CellTest::new().record(PATH, story);
    let stamp = stamp(&cell, ID);
    reviews.iter().fold(cell, |cell, (name, review)| {
        let text = review.replace("STAMP", &stamp);
        cell.file(&format!("records/{name}.review.md"), &format!("---\nreview_of: {ID}\n{text}\n---\nĐã xem kỹ.\n"))
    })
}

const GIVEN: &str = "by: truong-ban\non: 2026-05-10\nstamp: \"STAMP\"\ncriteria: {H1: met, H2: {level: partial, reason: Chưa ký}, H5: met}";

#[test]
fn a_valid_review_confirms_and_disputes() {
    let cell = reviewed(&[("a", GIVEN)]);
    assert_eq!(cell.codes(), Vec::<&str>::new());
    cell.score("can-bo-a", "H1", "2026-05", "claimed 2, evidenced 2, confirmed 2, disputed 0, stale 0");
    cell.score("can-bo-a", "H2", "2026-05", "claimed 2, evidenced 2, confirmed 1, disputed 1, stale 0");
    cell.score("cell", "H5", "2026-q2", "claimed 1, evidenced 1, confirmed 2, disputed 0, stale 0");
    cell.outcome(ID, "H1", "confirmed").outcome(ID, "H2", "disputed").outcome(ID, "H5", "confirmed");
    cell.outcome(ID, "C2", "unclaimed");
}

#[test]
fn the_superior_counts_before_the_cell_and_the_latest_of_a_rater() {
    let superior = "by: Lê Thị Hạnh\nas: superior\non: 2026-05-09\nstamp: \"STAMP\"\ncriteria: {H1: {level: unmet, reason: Chưa thấy văn bản}}";
    let later = GIVEN.replace("2026-05-10", "2026-05-11").replace("H2: {level: partial, reason: Chưa ký}", "H2: met");
    let cell = reviewed(&[("b", GIVEN), ("a", &later), ("c", superior)]);
    assert_eq!(cell.codes(), Vec::<&str>::new(), "the superior body has people of its own");
    cell.outcome(ID, "H1", "disputed").outcome(ID, "H2", "confirmed");
    cell.score("cell", "H1", "2026", "confirmed 0, disputed 1");
}

#[test]
fn of_one_day_the_file_that_was_begun_later_counts() {
    let met = GIVEN.replace("H2: {level: partial, reason: Chưa ký}", "H2: met");
    for (first, later) in [("k", "k.truong-ban"), ("k.truong-ban", "k.truong-ban-2"), ("k.x-9", "k.x-10")] {
        reviewed(&[(first, GIVEN), (later, &met)]).outcome(ID, "H2", "confirmed");
        reviewed(&[(first, &met), (later, GIVEN)]).outcome(ID, "H2", "disputed");
    }
}

#[test]
fn a_changed_record_makes_its_verdicts_stale_and_a_new_review_counts_again() {
    let cell = reviewed(&[("a", GIVEN)]);
    let changed = fs::read_to_string(cell.root().join(format!("records/{PATH}"))).expect("the record");
    let changed = changed.replace("Trùng dịp", "Đúng dịp");
    let cell = cell.file(&format!("records/{PATH}"), &changed);
    let again =
        format!("---\nreview_of: {ID}\nby: bi-thu\non: 2026-05-12\nstamp: {}\ncriteria: [H1]\n---\n", stamp(&cell, ID));
    let cell = cell.file("records/b.review.md", &again);
    assert_eq!(cell.codes(), ["stale-review"]);
    cell.outcome(ID, "H1", "confirmed").outcome(ID, "H2", "stale").outcome(ID, "H5", "stale");
    cell.score("cell", "H2", "2026", "claimed 2, evidenced 2, confirmed 0, disputed 0, stale 1");
}

#[test]
fn a_stale_review_that_its_own_reviewer_has_replaced_needs_no_second_look() {
    let old = GIVEN.replace("STAMP", &format!("v1:{}", "0".repeat(64)));
    let superior = |text: &str| text.replace("truong-ban", "Lê Thị Hạnh\nas: superior");
    let later = GIVEN.replace("2026-05-10", "2026-05-12");
    let earlier = GIVEN.replace("2026-05-10", "2026-05-09");
    let only_one = "by: truong-ban\non: 2026-05-12\nstamp: \"STAMP\"\ncriteria: {H1: met}".to_owned();
    let stories: [(&str, String, String, &[&str]); 9] = [
        ("replaced in one criterion alone", old.clone(), only_one.clone(), &["stale-review"]),
        ("replaced later", old.clone(), later.clone(), &[]),
        ("replaced on the same day", old.clone(), GIVEN.to_owned(), &[]),
        ("replaced under the name", old.clone(), later.replace("truong-ban", "Lê Văn Cường"), &[]),
        ("replaced by one of the superior body", superior(&old), superior(&later).replace("Hạnh", "HẠNH"), &[]),
        ("valid, and older", old.clone(), earlier, &["stale-review"]),
        ("by somebody else", old.clone(), later.replace("truong-ban", "bi-thu"), &["stale-review"]),
        ("for somebody else", old.clone(), superior(&later), &["stale-review"]),
        ("with an error", old.clone(), later.replace("H5: met", "H9: met"), &["stale-review", "unknown-criterion"]),
    ];
    for (what, old, new, codes) in stories {
        assert_eq!(reviewed(&[("a", &old), ("b", &new)]).codes(), codes, "{what}");
    }
    let unreasoned = GIVEN.replace("{level: partial, reason: Chưa ký}", "partial");
    assert_ne!(unreasoned, GIVEN);
    assert_eq!(reviewed(&[("a", &unreasoned)]).codes(), ["verdict-without-reason"]);
    assert_eq!(reviewed(&[("a", &unreasoned), ("b", &later)]).codes(), Vec::<&str>::new(), "given later");
    assert_eq!(reviewed(&[("a", &unreasoned), ("b", &only_one)]).codes(), ["verdict-without-reason"]);
    let remark = "by: truong-ban\non: 2026-05-12\nstamp: \"STAMP\"";
    assert_eq!(reviewed(&[("a", &old), ("b", remark)]).codes(), ["stale-review", "review-without-verdict"]);
}

#[test]
fn nobody_confirms_a_record_of_their_own() {
    let path = "truong-ban/2026-05-06-viec.md";
    let cell = CellTest::new().record(path, "criteria: [H2]\noutputs: [{name: Kế hoạch}]");
    let id = path.trim_end_matches(".md");
    let review = format!(
        "---\nreview_of: {id}\nby: truong-ban\non: 2026-05-10\nstamp: {}\ncriteria: [H2]\n---\n",
        stamp(&cell, id)
    );
    let cell = cell.file("records/a.review.md", &review);
    assert_eq!(cell.codes(), ["self-review"]);
    cell.outcome(id, "H2", "evidenced").score("cell", "H2", "2026", "evidenced 2, confirmed 0, stale 0");
}

#[test]
fn what_was_not_claimed_can_be_confirmed_and_what_does_not_apply_cannot() {
    let story = "criteria:\n  H1: unmet\n  H3: {level: na, reason: Việc làm một mình không cần phối hợp}\npurpose: Để cán bộ nắm được mục đích";
    let cell = CellTest::new().record(PATH, story);
    let review = format!(
        "---\nreview_of: {ID}\nby: truong-ban\non: 2026-05-10\nstamp: {}\ncriteria: {{H1: unmet, H2: met, H3: met, H4: unmet}}\n---\n",
        stamp(&cell, ID)
    );
    let cell = cell.file("records/a.review.md", &review);
    cell.outcome(ID, "H1", "unmet").outcome(ID, "H2", "confirmed").outcome(ID, "H3", "na").outcome(
        ID,
        "H4",
        "unclaimed",
    );
    cell.score("cell", "H2", "2026", "claimed 0, confirmed 2").score("cell", "H3", "2026", "na 1, confirmed 0");
}

#[test]
fn a_review_with_errors_counts_nowhere_and_harms_nothing_else() {
    let faults = [
        ("by: nguoi-la", "unknown-reviewer"),
        ("by: can-bo-b", "reviewer-role"),
        ("by: truong-ban\nas: dang-uy", "unknown-rater"),
        ("by: truong-ban\non: 2027-01-01", "review-after-as-of"),
        ("by: truong-ban\non: 2026-05-05", "review-before-assigned"),
        ("by: truong-ban\non: 2026-02-30", "impossible-date"),
        ("by: truong-ban\nstamp: v1:12", "bad-stamp"),
        ("by: truong-ban\nstamp: v9:12", "bad-stamp"),
        ("by: truong-ban\nstamp:", "bad-stamp"),
        ("by: truong-ban\nreview_of: can-bo-a/khong-co", "unknown-record"),
        ("by: truong-ban\nreview_of: [can-bo-a/a, can-bo-a/b]", "wrong-type"),
        ("by: truong-ban\ncriteria: {H9: met}", "unknown-criterion"),
        ("by: truong-ban\ncriteria: {H1: tot}", "unknown-level"),
        ("by: truong-ban\ncriteria: {H1: {level: met, evidence: [Biên bản]}}", "unknown-key"),
        ("by:", "missing-key"),
    ];
    for (story, code) in faults {
        let says = |key: &str| story.lines().any(|line| line.starts_with(&format!("{key}:")));
        let mut text = String::from(story);
        for (key, value) in [("on", "2026-05-10"), ("stamp", "\"STAMP\""), ("criteria", "[H1]")] {
            if !says(key) {
                text += &format!("\n{key}: {value}");
            }
        }
        let cell = reviewed(&[("a", &text)]);
        let cell = if says("review_of") {
            let path = cell.root().join("records/a.review.md");
            let written = fs::read_to_string(&path).expect("the review").replacen(&format!("review_of: {ID}\n"), "", 1);
            cell.file("records/a.review.md", &written)
        } else {
            cell
        };
        assert_eq!(cell.codes(), [code], "{story}");
        cell.outcome(ID, "H1", "evidenced");
        assert!(cell.page("problems/index.html").contains(".review.md"), "{story}");
    }
}

#[test]
fn a_review_is_withheld_with_its_record() {
    let secret = "title: Việc kín của lãnh đạo\nvisibility: leaders\ncriteria: [H2]\noutputs: [{name: Kế hoạch}]";
    let story = |cell: CellTest| cell.record("can-bo-b/2026-05-06-viec.md", "");
    let with = story(CellTest::new()).record(PATH, secret);
    let review = format!(
        "---\nreview_of: {ID}\nby: truong-ban\non: 2026-05-10\nstamp: {}\ncriteria: [H2]\n---\nCANARY về việc kín\n",
        stamp(&with, ID)
    );
    let beside = "---\nreview_of: [CANARY\n---\nCANARY";
    let with = with.file(&format!("records/{}.review.md", PATH.trim_end_matches(".md")), &review);
    let with = with.file(&format!("records/{}.bi-thu.review.md", PATH.trim_end_matches(".md")), beside);
    let without = story(CellTest::new()).audience(Audience::Cell);
    let with = with.audience(Audience::Cell);
    let count = |path: &std::path::Path| {
        path.ends_with("data/withheld.json") || path.starts_with("problems") || path.ends_with("manifest.json")
    };
    let (seen, expected) = (with.site(), without.site());
    for (path, bytes) in &seen {
        assert!(!String::from_utf8_lossy(bytes).contains("CANARY"), "{}", path.display());
        assert!(count(path) || expected.get(path) == Some(bytes), "{}", path.display());
    }
    assert_eq!(seen.len(), expected.len());
    assert!(with.codes().is_empty(), "{:?}", with.codes());
}

#[test]
fn of_a_review_whose_record_cannot_be_told_others_learn_path_line_and_code_alone() {
    let review = "---\nreview_of: can-bo-a/CANARY\nby: truong-ban\non: 2026-05-10\nstamp: v1:CANARY\n---\nCANARY\n";
    let narrowed = format!("{}\nvisibility: leaders # CANARY", GIVEN);
    for (audience, told) in [(Audience::Cell, false), (Audience::Leaders, true)] {
        let cell = reviewed(&[("b", &narrowed)]).file("records/a.review.md", review).audience(audience);
        assert!(cell.codes().contains(&"unknown-record"));
        for (path, bytes) in cell.site() {
            let shows = String::from_utf8_lossy(&bytes).contains("CANARY");
            assert!(told || !shows, "{}", path.display());
        }
        assert_eq!(cell.page("problems/index.html").contains("CANARY"), told);
    }
}

#[test]
fn a_task_page_shows_three_raters_side_by_side_and_the_reviewers_words() {
    let superior = "by: Lê Thị <Hạnh>\nas: superior\non: 2026-05-09\nstamp: \"STAMP\"\ncriteria: {H1: {level: unmet, reason: Chưa thấy <văn bản>}}";
    let old = GIVEN.replace("STAMP", &format!("v1:{}", "0".repeat(64))).replace("2026-05-10", "2026-05-08");
    let cell = reviewed(&[("a", GIVEN), ("b", superior), ("c", &old)]);
    let page = cell.page("tasks/can-bo-a/2026-05-06-ke-hoach/index.html");
    let row = |id: &str| {
        let start = page.find(&format!("<tr id=\"{id}\">")).expect("a row");
        page[start..].split("</tr>").next().expect("a row").to_owned()
    };
    for text in [
        "chưa đạt",
        "thấp hơn tự nhận",
        "Lý do: Chưa thấy &lt;văn bản&gt;",
        "09/5/2026",
        "10/5/2026",
        "xác nhận thấp hơn",
    ] {
        assert!(row("H1").contains(text), "{text} in {}", row("H1"));
    }
    assert!(row("H5").contains("cao hơn tự nhận") && row("H5").contains("<td class=\"rated\"></td>"));
    for text in
        ["Lê Thị &lt;Hạnh&gt;", "Lê Văn Cường", "còn hiệu lực", "không còn hiệu lực, chưa tính", "<p>Đã xem kỹ.</p>"]
    {
        assert!(page.contains(text), "{text}");
    }
    assert_eq!(page.matches("id=\"_review-").count(), 3);
}

#[test]
fn when_every_review_of_a_task_is_out_of_date_its_claims_say_so_once() {
    let old = GIVEN.replace("STAMP", &format!("v1:{}", "0".repeat(64)));
    let page = reviewed(&[("a", &old)]).page("tasks/can-bo-a/2026-05-06-ke-hoach/index.html");
    let claims = page.split("id=\"_claims\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("claims");
    assert_eq!(claims.matches("không còn hiệu lực, chưa tính").count(), 1, "{claims}");
    assert!(claims.find("không còn hiệu lực, chưa tính") < claims.find("<table"), "above the table");
}

#[test]
fn ids_in_the_words_of_reviewers_differ_from_all_others_on_the_page() {
    let body =
        "criteria: [H1]\n---\n## Mục đích {#H1}\n\nXem[^1] [đoạn này](#H1).\n\n[^1]: Chú thích của nhận xét\n---";
    let review = format!("by: truong-ban\non: 2026-05-10\nstamp: \"STAMP\"\n{body}");
    let cell = reviewed(&[("a", &review), ("b", &review)]);
    let page = cell.page("tasks/can-bo-a/2026-05-06-ke-hoach/index.html");
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&target), "{target}");
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(page.contains("id=\"_review-1-fn_1\""));
}

#[test]
fn readers_from_outside_learn_the_initials_of_reviewers_alone() {
    let superior = "by: Lê Thị Hạnh\nas: superior\non: 2026-05-09\nstamp: \"STAMP\"\ncriteria: [H1]";
    let story = "visibility: public\ncriteria: {H1: met}\npurpose: Để cán bộ nắm được mục đích";
    let cell = CellTest::new().record(PATH, story);
    let text = superior.replace("STAMP", &stamp(&cell, ID));
    let cell = cell.file("records/a.review.md", &format!("---\nreview_of: {ID}\n{text}\n---\n"));
    let cell = cell.audience(Audience::Public);
    for (path, bytes) in cell.site() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Hạnh"), "{}", path.display());
    }
    assert!(cell.page("tasks/m01/2026-05-06-ke-hoach/index.html").contains("L.T.H."));
}

/// A way of writing the same otherwise, or of saying something else.
#[derive(Debug, Clone)]
enum Change {
    /// A word of the record becomes another.
    Word(prop::sample::Index),
    /// White space is wider, at this place between two words of the body.
    Blank(prop::sample::Index),
    /// Windows ends the lines.
    LineEnds,
    /// Letters come apart.
    Decomposed,
    /// The keys stand in another order.
    KeyOrder(usize),
    /// Another audience.
    Visibility(&'static str),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => any::<prop::sample::Index>().prop_map(Change::Word),
        2 => any::<prop::sample::Index>().prop_map(Change::Blank),
        1 => Just(Change::LineEnds),
        1 => Just(Change::Decomposed),
        2 => (1..6_usize).prop_map(Change::KeyOrder),
        1 => prop_oneof![Just("public"), Just("cell"), Just("công khai")].prop_map(Change::Visibility),
    ]
}

/// A record of which every word between ‹ and › may be changed.
static WORDED: &str = "title: ‹Kế hoạch tuyên truyền›\npurpose: ‹Để cán bộ nắm được mục đích›\noutputs: [{name: ‹Kế hoạch tháng năm›}]\n\
strengths: [‹Bám sát chỉ đạo›, ‹Gửi dự thảo sớm›]\nrisks: [{risk: ‹Trời mưa to›, response: ‹Vào hội trường›}]\nlessons: [‹Hỏi kỹ trước khi làm›]\n\
criteria: {H1: met, H2: {level: partial, reason: ‹Mới xong một nửa›}}\n---\n‹Kế hoạch đã trình ngày hôm nay và được duyệt›.\n";

/// The record after a change, and whether it says something else.
fn changed(change: &Change) -> (String, bool) {
    let words: Vec<(usize, &str)> = WORDED
        .split('‹')
        .skip(1)
        .filter_map(|part| part.split_once('›').map(|(words, _)| words))
        .flat_map(|words| words.split(' '))
        .map(|word| (word.as_ptr() as usize - WORDED.as_ptr() as usize, word))
        .collect();
    let plain = |text: &str| log(PATH, &text.replace(['‹', '›'], ""));
    match change {
        Change::Word(index) => {
            let (at, word) = *index.get(&words);
            (plain(&format!("{}{}{}", &WORDED[..at], "khác-hẳn", &WORDED[at + word.len()..])), true)
        }
        Change::Blank(index) => {
            let body = WORDED.find("---\n").expect("a body");
            let blanks: Vec<usize> = WORDED[body..].match_indices(' ').map(|(at, _)| body + at).collect();
            let at = *index.get(&blanks);
            (plain(&format!("{}  \n{}", &WORDED[..at], &WORDED[at..])), false)
        }
        Change::LineEnds => (plain(WORDED).replace('\n', "\r\n"), false),
        Change::Decomposed => (plain(WORDED).nfd().collect(), false),
        Change::KeyOrder(by) => {
            let (front, body) = WORDED.split_once("---\n").expect("a body");
            let mut lines: Vec<&str> = front.lines().collect();
            lines.rotate_left(*by);
            (plain(&format!("{}\n---\n{body}", lines.join("\n"))), false)
        }
        Change::Visibility(word) => (plain(&format!("visibility: {word}\n{WORDED}")), false),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exactly_the_verdicts_of_a_record_that_says_something_else_grow_old(change in change(), which in 0..3_usize) {
        let paths: Vec<String> = (0..3).map(|n| format!("records/can-bo-a/2026-05-06-viec-{n}.md")).collect();
        let text = log(PATH, &WORDED.replace(['‹', '›'], ""));
        let cell = paths.iter().fold(CellTest::new(), |cell, path| cell.file(path, &text));
        let cell = (0..3).fold(cell, |cell, n| {
            let id = format!("can-bo-a/2026-05-06-viec-{n}");
            let stamp = stamp(&cell, &id);
            let review = format!("---\nreview_of: {id}\nby: truong-ban\non: 2026-05-10\nstamp: {stamp}\ncriteria: [H1]\n---\n");
            cell.file(&format!("records/{n}.review.md"), &review)
        });
        let (other, is_other) = changed(&change);
        let cell = cell.file(&paths[which], &other);
        let stale: Vec<&str> =
            cell.problems().iter().filter(|problem| problem.code.id() == "stale-review").map(|problem| &*problem.path).collect();
        let expected = is_other.then(|| format!("records/{which}.review.md"));
        prop_assert_eq!(stale, expected.iter().map(String::as_str).collect::<Vec<_>>());
        for n in 0..3 {
            let outcome = if is_other && n == which { "stale" } else { "confirmed" };
            cell.outcome(&format!("can-bo-a/2026-05-06-viec-{n}"), "H1", outcome);
        }
    }
}

#[test]
fn a_review_that_the_records_own_member_committed_does_not_count() {
    let settings = "cell: {id: c, name: C}\nas_of: 2026-06-30\nmembers:\n  - {id: can-bo-a, name: Nguyễn Văn An, emails: [an@vidu.example]}\n  - {id: truong-ban, name: Lê Văn Cường, role: leader, emails: [cuong@vidu.example]}\n";
    let repository = Repository::new();
    repository.write("hieucan.yaml", settings);
    repository.write("records/can-bo-a/viec.md", &record("Kế hoạch"));
    let options =
        || Options { root: repository.root().to_owned(), today: Date::new(2026, 6, 30), ..Options::default() };
    let stamps = pipeline::stamps(&Config::resolve(options()).unwrap()).unwrap();
    let review = |criteria: &str| {
        let stamp = &stamps["can-bo-a/viec"];
        format!(
            "---\nreview_of: can-bo-a/viec\nby: truong-ban\non: 2026-05-10\nstamp: {stamp}\ncriteria: [{criteria}]\n---\n"
        )
    };
    let codes = || -> Vec<&'static str> {
        let checked = pipeline::check_only(&Config::resolve(options()).unwrap(), &pipeline::Silent).unwrap();
        checked.problems.iter().map(|problem| problem.code.id()).collect()
    };
    let page = || {
        pipeline::build(&Config::resolve(options()).unwrap(), &pipeline::Silent).unwrap();
        fs::read_to_string(repository.root().join("site/tasks/can-bo-a/viec/index.html")).unwrap()
    };
    repository.write("records/can-bo-a/viec.review.md", &review("H1"));
    assert_eq!(codes(), Vec::<&str>::new());
    repository.commit("An <AN@vidu.example>", "2026-05-10");
    assert_eq!(codes(), ["self-review"]);
    assert!(page().contains("không tính: do chính người viết nhật ký ghi vào git") && !page().contains("tự nhận xét,"));
    repository.write("records/can-bo-a/viec.review.md", &review("H1, H2"));
    repository.commit("Cường <cuong@vidu.example>", "2026-05-11");
    assert_eq!(codes(), Vec::<&str>::new());
    repository.write(".mailmap", "An <an@vidu.example> <cuong@vidu.example>\n");
    repository.commit("Cường <cuong@vidu.example>", "2026-05-12");
    assert_eq!(codes(), ["self-review"]);
}

#[test]
fn the_home_page_names_what_waits_for_a_review_once_somebody_reviews() {
    let story = "criteria: [H2]\noutputs: [{name: Kế hoạch}]";
    let unreviewed = CellTest::new().record("can-bo-b/2026-05-01-viec.md", story);
    assert!(!unreviewed.page("index.html").contains("chờ nhận xét"));
    let cell = reviewed(&[("a", GIVEN)]).record("can-bo-b/2026-05-01-viec.md", story);
    let home = cell.page("index.html");
    let row = home[home.find("chờ nhận xét").expect("a row")..].split("</li>").next().expect("a row");
    assert!(row.contains("1 nhật ký") && row.contains("tasks/can-bo-b/2026-05-01-viec/") && !row.contains("can-bo-a"));
}

#[test]
fn a_problem_of_a_review_leads_to_the_page_of_its_record() {
    let cell = reviewed(&[("a", &GIVEN.replace("H5: met", "H5:"))]);
    assert_eq!(cell.codes(), ["blank-verdict"]);
    let problems = cell.page("problems/index.html");
    let link = problems.split("<a ").find(|link| link.contains("a.review.md")).expect("a link");
    assert!(link.contains("tasks/can-bo-a/2026-05-06-ke-hoach/index.html"), "{link}");
}
