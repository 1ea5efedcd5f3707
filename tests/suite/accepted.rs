//! Known problems that the cell accepts: shown, counted apart, no failure, and back when their day has passed.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use hieucan::model::audience::Audience;

use crate::cell_test::CellTest;

const ACCEPTED: &str = "\
- code: due-missing
  record: can-bo-a/2026-05-04-viec
  reason: Việc thường xuyên <không hạn>
  owner: bi-thu
  until: 2026-07-31
- {code: impossible-date, record: records/can-bo-b/2026-05-05-loi.md, reason: Chờ người ghi đi công tác về, owner: bi-thu, until: 2026-07-31}
";

fn cell(accepted: &str) -> CellTest {
    CellTest::new()
        .record("can-bo-a/2026-05-04-viec.md", "criteria: []")
        .file(
            "records/can-bo-b/2026-05-05-loi.md",
            "---\ntitle: Việc lỗi\nmember: can-bo-b\nassigned: 2026-05-32\ndue: 2026-05-30\n---\n",
        )
        .file("records/can-bo-a/2026-05-04-viec.md", LOG)
        .file("accepted.yaml", accepted)
}

const LOG: &str = "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-04\ndone: 2026-05-06\n---\n";

fn hieucan(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.env_clear().env("LANG", "vi_VN.UTF-8").args(args).arg("--root").arg(root).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn accepted_problems_are_shown_counted_apart_and_fail_nothing() {
    let cell = cell(ACCEPTED);
    let output = hieucan(cell.root(), &["check", "--deny-warnings"]);
    let said = told(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("cảnh báo, đã chấp nhận[due-missing]"), "{said}");
    assert!(said.contains("lỗi, đã chấp nhận[impossible-date]"), "{said}");
    assert!(said.contains("= Chấp nhận đến 31/7/2026, Phạm Thị Dung phụ trách: Chờ người ghi"), "{said}");
    assert!(said.contains("Lỗi: 0. Cảnh báo: 0.") && said.contains("Đã chấp nhận: 2."), "{said}");

    let output = hieucan(cell.root(), &["build", "--strict"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let page = fs::read_to_string(cell.root().join("site/problems/index.html")).unwrap();
    assert!(page.contains("2 mục đã chấp nhận") && page.contains("Lỗi, đã chấp nhận"));
    assert!(page.contains("Việc thường xuyên &lt;không hạn&gt;"));
    let data = fs::read_to_string(cell.root().join("site/data/problems.json")).unwrap();
    assert!(data.contains("\"accepted\":{\"until\":\"2026-07-31\",\"owner\":\"Phạm Thị Dung\",\"reason\":\"Chờ"));
}

#[test]
fn a_record_with_an_accepted_error_enters_no_figure_all_the_same() {
    let cell = cell(ACCEPTED);
    assert!(cell.problems().iter().all(|problem| problem.accepted.is_some()));
    let home = fs::read_to_string(cell.root().join("site/tasks/index.html")).unwrap();
    assert!(home.contains("chưa tính vào số liệu nào"));
}

#[test]
fn a_problem_comes_back_when_its_day_has_passed() {
    let cell = cell(ACCEPTED);
    let on = |day| hieucan(cell.root(), &["check", "--as-of", day]);
    assert_eq!(on("2026-07-31").status.code(), Some(0));
    let output = on("2026-08-01");
    let said = told(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.matches("cảnh báo[accepted-expired]").count(), 2, "{said}");
    assert!(
        said.contains("lỗi[impossible-date]") && !said.contains("Chấp nhận") && !said.contains("đã chấp nhận"),
        "{said}"
    );
}

#[test]
fn other_formats_tell_that_a_problem_is_accepted() {
    let cell = cell(ACCEPTED);
    let said = |format| told(&hieucan(cell.root(), &["check", "--format", format]));
    let json: serde_json::Value = serde_json::from_str(&said("json")).unwrap();
    assert_eq!(json["summary"]["accepted"], 2);
    assert_eq!(
        (&json["summary"]["errors"], &json["problems"][0]["accepted"]["until"]),
        (&0.into(), &"2026-07-31".into())
    );
    let sarif: serde_json::Value = serde_json::from_str(&said("sarif")).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["suppressions"][0]["kind"], "external");
    assert!(said("github").lines().all(|line| line.starts_with("::notice ")));
}

#[test]
fn a_review_is_named_by_its_log_too() {
    let review = "---\nreview_of: can-bo-a/2026-05-04-viec\nby: Người cấp trên\nas: superior\non: 2026-05-20\nstamp: v1:0\n---\n";
    let list = "- {code: review-without-verdict, record: can-bo-a/2026-05-04-viec, reason: x, owner: bi-thu, until: 2026-07-31}\n";
    for name in ["2026-05-04-viec.review.md", "2026-05-04-viec.cap-tren.review.md"] {
        let cell = CellTest::new()
            .record("can-bo-a/2026-05-04-viec.md", "due: 2026-05-06")
            .file(&format!("records/can-bo-a/{name}"), review)
            .file("accepted.yaml", list);
        let said = told(&hieucan(cell.root(), &["check"]));
        assert!(said.contains("cảnh báo, đã chấp nhận[review-without-verdict]"), "{name}: {said}");
    }
}

#[test]
fn an_unusable_list_stops_the_run() {
    for (list, code) in [
        ("- {code: due-missing}", "missing-key"),
        ("chữ", "wrong-type"),
        ("- {code: khong-co, record: a/b, reason: x, owner: bi-thu, until: 2026-07-31}", "unknown-word"),
        ("- {code: due-missing, record: a/b, reason: x, owner: ai-do, until: 2026-07-31}", "unknown-word"),
        ("- {code: due-missing, record: a/b, reason: x, owner: bi-thu, until: mai}", "impossible-date"),
        ("- {code: due-missing, record: a/b, reason: x, owner: bi-thu, until: 2026-07-31, thêm: y}", "unknown-key"),
        ("- [", "yaml-syntax"),
    ] {
        let output = hieucan(cell(list).root(), &["check"]);
        let said = told(&output);
        assert_eq!(output.status.code(), Some(2), "{list}: {said}");
        assert!(said.contains(&format!("lỗi[{code}]")) && said.contains("--> accepted.yaml:1:"), "{list}: {said}");
    }
}

#[test]
fn an_unknown_code_is_answered_by_the_nearest_one_or_by_where_codes_are_seen() {
    for (code, hint) in [
        ("due-mising", "Có phải `due-missing`? Các từ dùng được: các mã mà `hieucan check` ghi trong ngoặc vuông"),
        ("thiếu hạn", "gợi ý: Các từ dùng được: các mã mà `hieucan check` ghi trong ngoặc vuông"),
    ] {
        let list = format!("- {{code: {code}, record: a/b, reason: x, owner: bi-thu, until: 2026-07-31}}");
        let said = told(&hieucan(cell(&list).root(), &["check"]));
        assert!(said.contains(hint), "{said}");
    }
}

#[test]
fn an_empty_list_accepts_nothing() {
    for list in ["", "# chưa có\n", "[]\n"] {
        assert_eq!(hieucan(cell(list).root(), &["check"]).status.code(), Some(1), "{list:?}");
    }
}

#[test]
fn nothing_of_an_entry_about_a_withheld_record_is_told() {
    let list = "- {code: due-missing, record: can-bo-a/2026-05-04-kin, reason: Lý do kín, owner: bi-thu, until: 2026-07-31}\n\
                - {code: due-missing, record: can-bo-a/2026-05-04-khong-co, reason: Lý do thừa, owner: bi-thu, until: 2026-07-31}\n";
    let hidden = LOG.replace("done:", "visibility: leaders\ndone:");
    let cell = CellTest::new()
        .file("records/can-bo-a/2026-05-04-kin.md", &hidden)
        .record("can-bo-a/2026-05-05-viec.md", "due: 2026-05-06")
        .file("accepted.yaml", list);
    assert!(cell.problems().iter().all(|problem| problem.path != "accepted.yaml"));
    let site = walkdir::WalkDir::new(cell.root().join("site")).into_iter().flatten();
    for file in site.filter(|entry| entry.file_type().is_file()) {
        let text = String::from_utf8_lossy(&fs::read(file.path()).unwrap()).into_owned();
        assert!(!text.contains("kin") || !text.contains("2026-05-04-kin"), "{}", file.path().display());
        assert!(!text.contains("Lý do kín") && !text.contains("khong-co"), "{}", file.path().display());
    }
    // Whoever checks the records hears of the entry that answers to nothing.
    let said = told(&hieucan(cell.root(), &["check"]));
    assert!(said.contains("cảnh báo[accepted-unused]") && said.contains("khong-co"), "{said}");
}

#[test]
fn no_site_quotes_the_list_which_may_speak_of_records_that_are_withheld() {
    let entry = |code: &str, name: &str, until: &str| {
        format!("{{code: {code}, record: can-bo-a/{name}, reason: chim-{name}-{until}, owner: bi-thu, until: {until}}}")
    };
    // Of each record one entry that no problem answers to, and one whose day has passed; several stand on one line.
    let unused = |name| entry("short-text", name, "2026-07-31");
    let expired = |name| entry("due-missing", name, "2026-05-31");
    let (hidden, open, secret) = ("2026-05-04-kin", "2026-05-05-mo", "2026-05-06-mat");
    let list = format!(
        "[{}, {}, # chim-ghi-chu\n {}, {},\n {}, {}]\n",
        unused(open),
        unused(hidden),
        expired(open),
        expired(hidden),
        unused(secret),
        expired(secret)
    );
    let unreadable = "- {code: unknown-visibility, record: records/can-bo-a/2026-05-07-lo.md, reason: chim-lo, owner: bi-thu, until: 2026-05-31}\n";
    for list in [list.as_str(), unreadable] {
        let cell = |audience| {
            CellTest::new()
                .file("records/can-bo-a/2026-05-04-kin.md", &LOG.replace("done:", "visibility: leaders\ndone:"))
                .file("records/can-bo-a/2026-05-05-mo.md", &LOG.replace("done:", "visibility: public\ndone:"))
                .file("records/can-bo-a/2026-05-06-mat.md", &format!("{LOG}Tài liệu MẬT\n"))
                .file("records/can-bo-a/2026-05-07-lo.md", &LOG.replace("done:", "visibility: ai cũng được\ndone:"))
                .file("accepted.yaml", list)
                .audience(audience)
        };
        for audience in Audience::ALL {
            let of_list = |row: &&serde_json::Value| row["path"] == "accepted.yaml";
            let rows = cell(audience).rows("problems");
            let told = rows.iter().filter(of_list).count();
            let expected = if list == unreadable { [0, 0, 1] } else { [2, 2, 6] };
            let place = Audience::ALL.iter().position(|one| *one == audience).unwrap();
            assert_eq!(told, expected[place], "{audience:?}: {rows:?}");
            for (path, bytes) in cell(audience).site() {
                assert!(!String::from_utf8_lossy(&bytes).contains("chim-"), "{audience:?}: {}", path.display());
            }
        }
        let said = told(&hieucan(cell(Audience::Cell).root(), &["check"]));
        assert!(said.contains("chim-"), "{said}");
    }
}
