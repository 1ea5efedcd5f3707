//! `check --against`: only what is new since a revision fails.

use std::path::Path;
use std::process::{Command, Output};

use crate::cell_test::{CellTest, SETTINGS};
use crate::git_history::{Repository, record};

const AN: &str = "Nguyễn Văn An <an@vidu.example>";
const OLD: &str = "records/2026/cũ.md";

fn check(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(["check", "--lang", "vi", "--root"]).arg(root).args(args);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A cell that has had an error and a warning from the beginning.
fn cell() -> Repository {
    let cell = Repository::new();
    cell.write(OLD, &record("Việc cũ").replace("due: 2026-01-20", "due: 2026-13-20"));
    cell.write("records/2026/tep/biên bản.pdf", "pdf");
    cell.write("records/2026/b.md", &record("Việc b").replace("due: 2026-01-20\n", ""));
    cell.commit(AN, "2026-01-21");
    cell
}

#[test]
fn old_problems_fail_nothing_wherever_their_lines_have_gone() {
    let cell = cell();
    assert_eq!(check(cell.root(), &[]).status.code(), Some(1));
    let output = check(cell.root(), &["--against", "HEAD"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    // The lines move, and so does the file: the problem stays the same one.
    let text = record("Việc cũ").replace("due: 2026-01-20", "purpose: Để mọi người nắm được việc\ndue: 2026-13-20");
    std::fs::remove_file(cell.root().join(OLD)).unwrap();
    cell.write("records/2027/cũ.md", &text);
    let output = check(cell.root(), &["--against", "main", "--deny-warnings"]);
    let said = told(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("Lỗi: 0. Cảnh báo: 0.") && said.contains("Đã có từ `main`: 2."), "{said}");
}

#[test]
fn new_problems_fail_and_stand_alone() {
    let cell = cell();
    cell.write("records/2026/moi.md", &record("Việc mới").replace("due: 2026-01-20", "due: 2026-14-20"));
    let output = check(cell.root(), &["--against", "HEAD"]);
    let said = told(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("records/2026/moi.md") && !said.contains("cũ.md"), "{said}");
    // A second problem of a known kind in the same place is new too.
    let twice = record("Việc b").replace("due: 2026-01-20\n", "").replace("---\n---", "---\n\u{a0}---");
    cell.write("records/2026/b.md", &format!("{twice}Hai\u{a0}dòng\n"));
    let said = told(&check(cell.root(), &["--against", "HEAD"]));
    assert!(said.contains("no-break-space") && !said.contains("due-missing"), "{said}");
}

#[test]
fn what_git_told_of_the_revision_is_not_new_nor_is_a_review_that_moved() {
    let cell = Repository::new();
    let settings = SETTINGS.replace("name: Nguyễn Văn An}", "name: Nguyễn Văn An, emails: [an@vidu.example]}");
    cell.write("hieucan.yaml", &settings);
    cell.write("records/2026/viec.md", &record("Việc"));
    let review = "---\nreview_of: can-bo-a/viec\nby: bi-thu\nas: cell\non: 2026-02-01\nstamp: \"v1:";
    let review = format!("{review}{}\"\ncriteria: {{H1: met}}\n---\n", "0".repeat(64));
    cell.write("records/2026/viec.review.md", &review);
    cell.commit(AN, "2026-02-01");
    let said = told(&check(cell.root(), &[]));
    assert!(said.contains("người ghi nhận xét vào git"), "{said}");
    let output = check(cell.root(), &["--against", "HEAD", "--deny-warnings"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    cell.git(&["mv", "records/2026/viec.review.md", "records/viec.review.md"]);
    let before = cell.git(&["rev-parse", "HEAD"]);
    cell.commit(AN, "2026-02-02");
    let output = check(cell.root(), &["--against", &before, "--deny-warnings"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[test]
fn an_evidence_file_that_vanished_is_a_new_problem() {
    let cell = cell();
    let with = record("Việc b").replace("---\n---", "---") + "\n";
    let with = with.replacen("due:", "outputs: [{name: Biên bản, file: records/2026/tep/biên bản.pdf}]\ndue:", 1);
    cell.write("records/2026/b.md", &with);
    cell.commit(AN, "2026-01-22");
    std::fs::remove_file(cell.root().join("records/2026/tep/biên bản.pdf")).unwrap();
    let output = check(cell.root(), &["--against", "HEAD"]);
    let said = told(&output);
    assert!(output.status.code() == Some(1) && said.contains("lỗi[missing-file]"), "{said}");
}

#[test]
fn a_revision_without_a_cell_makes_all_new() {
    let cell = Repository::new();
    std::fs::remove_file(cell.root().join("hieucan.yaml")).unwrap();
    let empty = cell.commit(AN, "2026-01-01");
    cell.write("hieucan.yaml", crate::cell_test::SETTINGS);
    cell.write(OLD, &record("Việc cũ").replace("due: 2026-01-20", "due: 2026-13-20"));
    let output = check(cell.root(), &["--against", &empty]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("chưa có hieucan.yaml, nên mọi lỗi, cảnh báo đều coi là mới"), "{}", told(&output));
}

#[test]
fn a_revision_whose_settings_cannot_be_used_is_told() {
    let cell = cell();
    let settings = std::fs::read_to_string(cell.root().join("hieucan.yaml")).unwrap();
    cell.write("hieucan.yaml", &settings.replace("cell:", "cel:"));
    let broken = cell.commit(AN, "2026-01-23");
    cell.write("hieucan.yaml", &settings);
    let said = told(&check(cell.root(), &["--against", &broken]));
    assert!(said.contains("không dùng được (`hieucan.yaml:1`)"), "{said}");
}

#[test]
fn a_signal_leaves_no_folder_behind() {
    let (cell, place) = (cell(), tempfile::TempDir::new().unwrap());
    for number in 0..300 {
        cell.write(&format!("records/2026/viec-{number}.md"), &record("Việc nhiều"));
    }
    cell.commit(AN, "2026-01-24");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(["check", "--against", "HEAD", "--root"]).arg(cell.root()).env("TMPDIR", place.path());
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let mut run = command.spawn().unwrap();
    let written = || std::fs::read_dir(place.path()).unwrap().count() > 0;
    while !written() && run.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let id = run.id().to_string();
    Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert_eq!(run.wait().unwrap().code(), Some(2));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn a_link_in_the_tree_is_a_link_again_and_nothing_is_written_through_it() {
    let cell = cell();
    std::os::unix::fs::symlink("/tmp", cell.root().join("records/lien-ket")).unwrap();
    std::os::unix::fs::symlink("2026/b.md", cell.root().join("records/khac.md")).unwrap();
    cell.commit(AN, "2026-01-22");
    let output = check(cell.root(), &["--against", "HEAD", "--deny-warnings"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

#[test]
fn a_revision_that_git_does_not_know_stops_the_run() {
    let cell = cell();
    for revision in ["khong-co", "--output=x", "", "HEAD:hieucan.yaml", "@{-9}"] {
        let output = check(cell.root(), &[&format!("--against={revision}")]);
        let said = told(&output);
        assert_eq!(output.status.code(), Some(2), "{revision}: {said}");
        assert!(said.contains("không so sánh được với bản") && !said.contains("fatal"), "{revision}: {said}");
    }
    let alone = CellTest::new().record("can-bo-a/2026-05-04-viec.md", "due: 2026-05-06");
    let said = told(&check(alone.root(), &["--against", "main"]));
    assert!(said.contains("không nằm trong kho git nào") && said.contains("không có `--against`"), "{said}");
}

#[test]
fn nothing_is_left_behind() {
    let (cell, place) = (cell(), tempfile::TempDir::new().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(["check", "--against", "HEAD", "--root"]).arg(cell.root()).env("TMPDIR", place.path());
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0);
}
