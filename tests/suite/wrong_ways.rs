//! Commands given wrongly, as people give them who do not program: what was found, what is expected, what to do next.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use crate::cell_test::{CellTest, SETTINGS};

const LOG: &str = "records/can-bo-a/2026-02-01-ke-hoach.md";

fn cell() -> CellTest {
    CellTest::new().record("can-bo-a/2026-02-01-ke-hoach.md", "criteria: [H1]\npurpose: Nắm chắc mục đích của việc\n")
}

/// Status and stderr.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let output = command.args(args).env_clear().current_dir(folder).output().expect("the program runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// It fails with status 2, and says all of this.
fn refused(folder: &Path, args: &[&str], words: &[&str]) {
    let (status, said) = run(folder, args);
    assert_eq!(status, Some(2), "{args:?}: {said}");
    for word in words {
        assert!(said.contains(word), "{args:?} lacks {word:?}: {said}");
    }
}

#[test]
fn a_root_that_is_no_folder_is_said_to_be_none() {
    let cell = cell();
    for command in ["build", "check", "pdf"] {
        refused(cell.root(), &[command, "--root", "khong-co"], &["không có thư mục `khong-co`", "`--root`"]);
        let words = ["`hieucan.yaml` là một tệp, không phải thư mục", "`--root .`"];
        refused(cell.root(), &[command, "--root", "hieucan.yaml"], &words);
    }
    refused(cell.root(), &["init", "hieucan.yaml", "--name", "A", "--member", "B"], &["`hieucan.yaml`", "đã có tệp"]);
    let doctor =
        Command::new(env!("CARGO_BIN_EXE_hieucan")).args(["doctor", "--root", "khong-co"]).output().expect("it runs");
    assert!(String::from_utf8_lossy(&doctor.stdout).contains("khong-co\n"), "{doctor:?}");
    refused(cell.root(), &["check", "--root", LOG], &["là một tệp", "`--root records/can-bo-a`"]);
}

#[cfg(feature = "serve")]
#[test]
fn an_address_that_cannot_be_had_is_told_with_one_that_may() {
    let cell = cell();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port();
    let (number, next) =
        (port.to_string(), format!("`hieucan serve --port {}`", if port == 65535 { 8000 } else { port + 1 }));
    let words =
        [&format!("cổng {number} "), "chương trình khác", &next, "`--port 0`", &format!("http://127.0.0.1:{number}/")];
    refused(cell.root(), &["serve", "--port", &number, "--no-cache"], &words);
    refused(cell.root(), &["serve", "--host", "192.0.2.7", "--no-cache"], &["`192.0.2.7` không phải", "`--host`"]);
}

#[test]
fn vietnamese_words_are_taken_on_the_command_line() {
    let cell = cell();
    for audience in ["chi bộ", "Lãnh đạo", "lanh-dao", "công khai", "CELL"] {
        let (status, said) = run(cell.root(), &["build", "-q", "--audience", audience]);
        assert_eq!(status, Some(0), "{audience}: {said}");
    }
    for rater in ["cấp trên", "Cấp có thẩm quyền", "superior"] {
        let (status, said) = run(cell.root(), &["review", LOG, "--by", &format!("Người {rater}"), "--as", rater]);
        assert_eq!(status, Some(0), "{rater}: {said}");
    }
    let reviews =
        fs::read_dir(cell.root().join("records/can-bo-a")).expect("a folder").flatten().map(|file| file.path());
    let reviews: Vec<_> = reviews.filter(|path| path.to_string_lossy().ends_with(".review.md")).collect();
    assert_eq!(reviews.len(), 3);
    for path in reviews {
        assert!(fs::read_to_string(path).expect("a review").contains("as: superior"));
    }
    refused(cell.root(), &["build", "--audience", "mọi người"], &["`mọi người`", "công khai, chi bộ, lãnh đạo"]);
    refused(
        cell.root(),
        &["review", LOG, "--by", "bi-thu", "--as", "huyện"],
        &["`huyện`", "chi bộ, cấp có thẩm quyền"],
    );
}

#[test]
fn words_of_the_settings_are_offered_with_their_meaning() {
    for (written, found, meant) in [
        ("role: bí thư", "bí thư", "Có phải `secretary`?"),
        ("role: Lanh dao", "Lanh dao", "Có phải `leader`?"),
        ("role: chủ tịch", "chủ tịch", "secretary (bí thư)"),
    ] {
        let cell = cell().file("hieucan.yaml", &SETTINGS.replace("role: secretary", written));
        refused(cell.root(), &["build"], &[found, meant, "leader (lãnh đạo)"]);
    }
    for (written, meant) in
        [("lãnh đạo", "Có phải `leaders`?"), ("chi bộ", "Có phải `cell`?"), ("xã", "public (công khai)")]
    {
        let cell = cell().file("hieucan.yaml", &format!("{SETTINGS}audience: {written}\n"));
        refused(cell.root(), &["build"], &[written, meant, "leaders (lãnh đạo)"]);
    }
}

#[test]
fn who_may_not_review_is_told_who_may() {
    let cell = cell();
    let who = ["Lê Văn Cường (truong-ban)", "Phạm Thị Dung (bi-thu)", "--as superior"];
    refused(cell.root(), &["review", LOG, "--by", "Đảng ủy X"], &who);
    refused(cell.root(), &["review", LOG, "--by", "can-bo-b"], &who);
    refused(cell.root(), &["review", LOG, "--by", "can-bo-b", "--as", "superior"], &who);
    let alone = "cell: {id: cb, name: Chi bộ}\nmembers: [{id: can-bo-a, name: Nguyễn Văn An}]\n";
    let cell = cell.file("hieucan.yaml", alone);
    refused(cell.root(), &["review", LOG, "--by", "Lê Văn B"], &["chưa có lãnh đạo hay bí thư", "--as superior"]);
}

#[test]
fn a_folder_in_the_place_of_a_log_is_said_to_be_one() {
    let cell = cell();
    refused(cell.root(), &["new", "--from", "records", "--yes"], &["`./records`", "đó là một thư mục, không phải tệp"]);
}

#[test]
fn an_unknown_rating_is_answered_with_the_line_that_declares_it() {
    let rating = "---\nmember: can-bo-a\nperiod: 2025\nlevel: Loại A\nby: bi-thu\non: 2026-01-15\n---\n";
    for (declared, line) in
        [("", "ratings: [Loại A]\n"), ("ratings: [Tốt, \"Khá, giỏi\"]\n", "ratings: [Tốt, \"Khá, giỏi\", Loại A]\n")]
    {
        let settings = format!("{SETTINGS}{declared}");
        let cell = cell().file("records/2026/can-bo-a.rating.md", rating).file("hieucan.yaml", &settings);
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        let output = command.arg("check").env_clear().current_dir(cell.root()).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.code() == Some(1) && said.contains(line), "{said}");
        let declares = SETTINGS.to_owned() + line;
        let (status, said) = run(cell.file("hieucan.yaml", &declares).root(), &["check", "-q"]);
        assert_eq!(status, Some(0), "{said}");
    }
}

#[cfg(feature = "export")]
#[test]
fn a_name_of_several_members_is_answered_by_asking_for_the_id() {
    let cell = cell().file("hieucan.yaml", &SETTINGS.replace("Trần Thị Bình", "Lê Văn Cường"));
    refused(cell.root(), &["export", "--format", "csv", "--member", "Lê Văn Cường"], &["nhiều đảng viên", "Ghi mã"]);
    refused(cell.root(), &["pdf", "--member", "Lê Văn Cường"], &["nhiều đảng viên", "Ghi mã"]);
}

#[test]
fn a_period_in_other_words_is_asked_about() {
    let cell = cell();
    for (written, meant) in [("6/2026", "2026-06"), ("tháng 6-2026", "2026-06"), ("Q2/2026", "2026-q2")] {
        for command in [&["pdf"][..], &["export", "--format", "csv"]] {
            let args = [command, &["--lang", "vi", "--period", written]].concat();
            refused(cell.root(), &args, &[&format!("Có phải `{meant}`?"), "2026-h1 (6 tháng)"]);
        }
    }
    refused(cell.root(), &["pdf", "--lang", "vi", "--period", "quý 2"], &["Có phải `20", "-q2`?"]);
}

#[cfg(feature = "export")]
#[test]
fn a_table_is_refused_where_a_file_holds_them_all() {
    let cell = cell();
    let args = ["export", "--format", "xlsx", "--table", "tasks", "--lang", "vi"];
    refused(cell.root(), &args, &["`--table` chỉ dùng với `--format csv`, ở đây là xlsx", "Bỏ `--table`"]);
}

#[cfg(feature = "export")]
#[test]
fn the_draft_of_a_self_review_is_said_to_be_one() {
    let cell = cell();
    for (period, told) in [("2026", "Đã ghi «Dự thảo bản tự kiểm điểm»: "), ("2026-q1", "Đã ghi /")]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        let args = ["export", "--format", "docx", "--member", "can-bo-a", "--lang", "vi", "--period", period];
        let made = command.args(args).env_clear().current_dir(cell.root()).output().expect("the program runs");
        assert!(String::from_utf8_lossy(&made.stdout).starts_with(told), "{period}: {made:?}");
    }
}
