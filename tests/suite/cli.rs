//! The program at a terminal: whole output and exit status.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A run of the program outside any cell, in a plain environment.
fn hieucan(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(args).env_clear().env("LANG", "vi_VN.UTF-8").current_dir("/");
    command
}

/// Exit status, stdout and stderr as one text; parts without text are left out.
fn shown(output: &Output) -> String {
    let mut text = format!("status: {}\n", output.status.code().unwrap_or(-1));
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        if !bytes.is_empty() {
            text += &format!("-- {name}\n{}", String::from_utf8_lossy(bytes));
        }
    }
    text
}

fn run(args: &[&str]) -> String {
    shown(&hieucan(args).output().expect("the program runs"))
}

/// A cell of one record without problems.
fn cell(record: &str) -> TempDir {
    let cell = TempDir::new().expect("a folder");
    write(cell.path(), "hieucan.yaml", SETTINGS);
    write(cell.path(), "records/2026/2026-01-05-ke-hoach.md", record);
    cell
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

const SETTINGS: &str = "\
cell: {id: chi-bo-mau, name: Chi bộ mẫu}
lang: vi
as_of: 2026-06-30
members:
  - {id: can-bo-a, name: Nguyễn Văn An}
";

const GOOD: &str = "\
---
title: Kế hoạch tuyên truyền
member: can-bo-a
assigned: 2026-01-05
due: 2026-01-20
done: 2026-01-19
criteria:
  H1: met
purpose: Thống nhất cách tuyên truyền trước đại hội
---
";

const ONE_WARNING: &str = "\
---
title: Kế hoạch tuyên truyền
member: can-bo-a
assigned: 2026-01-05
---
";

const ONE_ERROR: &str = "\
---
title: Kế hoạch tuyên truyền
member: can-bo-a
assigned: 2026-01-05
due: 2026-02-30
---
";

fn in_cell(cell: &TempDir, args: &[&str]) -> Output {
    hieucan(args).current_dir(cell.path()).output().expect("the program runs")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

macro_rules! assert_shown {
    ($name:literal, $text:expr) => {
        insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(concat!("cli-", $name), $text);
        });
    };
}

#[test]
fn help_is_in_the_language_that_was_chosen() {
    assert_shown!("help-vi", run(&["--help"]));
    assert_shown!("help-en", run(&["--help", "--lang", "en"]));
    assert_shown!("help-build-vi", run(&["build", "-h", "--lang=vi"]));
    assert_shown!("help-build-en", run(&["build", "--help", "--lang", "en"]));
    assert_shown!("help-check-vi", run(&["check", "--help"]));
    assert_shown!("help-check-en", run(&["check", "--help", "--lang", "en"]));
    assert_shown!("help-init-vi", run(&["init", "--help"]));
    assert_shown!("help-init-en", run(&["init", "--help", "--lang", "en"]));
    assert_shown!("help-new-vi", run(&["new", "--help"]));
    assert_shown!("help-new-en", run(&["new", "--help", "--lang", "en"]));
    #[cfg(feature = "serve")]
    {
        assert_shown!("help-serve-vi", run(&["serve", "--help"]));
        assert_shown!("help-serve-en", run(&["serve", "--help", "--lang", "en"]));
    }
    assert_shown!("help-pdf-vi", run(&["pdf", "--help"]));
    assert_shown!("help-pdf-en", run(&["pdf", "--help", "--lang", "en"]));
    assert_shown!("help-doctor-vi", run(&["doctor", "--help"]));
    assert_shown!("help-doctor-en", run(&["doctor", "--help", "--lang", "en"]));
    assert_shown!("help-lsp-vi", run(&["lsp", "--help"]));
    assert_shown!("help-lsp-en", run(&["lsp", "--help", "--lang", "en"]));
    assert_shown!("help-schema-vi", run(&["schema", "--help"]));
    assert_shown!("help-schema-en", run(&["schema", "--help", "--lang", "en"]));
    assert_shown!("help-review-vi", run(&["review", "--help"]));
    assert_shown!("help-review-en", run(&["review", "--help", "--lang", "en"]));
}

#[test]
fn the_version_is_printed() {
    assert_eq!(run(&["-V"]), format!("status: 0\n-- stdout\nhieucan {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&["check", "--version"]), run(&["--version"]));
}

#[test]
fn wrong_usage_is_explained_with_the_next_step() {
    let lines: &[&[&str]] = &[
        &[],
        &["biuld"],
        &["build", "--otu", "x"],
        &["build", "them"],
        &["check", "records/a.md"],
        &["check", "--stric"],
        &["check", "--asof", "2026-06-30"],
        &["check", "--out", "x"],
        &["check", "--as-of", "2026-6-30"],
        &["build", "--out", "a", "--out", "b"],
        &["build", "--strict=1"],
        &["build", "-q", "-v"],
        &["build", "--as-of", "2026-02-30"],
        &["build", "--audience", "all"],
        &["check", "--format", "txt"],
        &["check", "--format"],
        &["check", "--lang", "fr"],
        &["check", "\u{1b}[31m"],
        &["init"],
        &["init", "x", "--ci", "svn"],
        &["review"],
        &["review", "can-bo-a/ke-hoach"],
        &["review", "can-bo-a/ke-hoach", "--by", "truong-ban", "--as", "dang-uy"],
        &["review", "can-bo-a/ke-hoach", "--by", "truong-ban", "--on", "mai"],
        &["review", "can-bo-a/ke-hoach", "hai", "--by", "truong-ban"],
        &["new", "Kế", "hoạch", "công", "tác"],
    ];
    let all: String = lines.iter().map(|args| format!("$ hieucan {args:?}\n{}\n", run(args))).collect();
    assert_shown!("usage-vi", all);
    let english: String = lines
        .iter()
        .map(|args| [&["--lang", "en"], *args].concat())
        .map(|args| format!("$ hieucan {args:?}\n{}\n", run(&args)))
        .collect();
    assert_shown!("usage-en", english);
}

#[test]
fn the_language_is_the_flag_then_the_cells_then_the_locale() {
    let cell = TempDir::new().expect("a folder");
    let first_word = |output: &Output| String::from_utf8_lossy(&output.stderr).chars().take(3).collect::<String>();
    let run = |args: &[&str], locale: &str| {
        first_word(&hieucan(args).current_dir(cell.path()).env("LC_ALL", locale).output().expect("the program runs"))
    };
    assert_eq!(run(&["check"], "vi_VN.UTF-8"), "lỗi");
    assert_eq!(run(&["check"], "en_GB.UTF-8"), "err");
    assert_eq!(run(&["check"], "C"), "lỗi");
    write(cell.path(), "hieucan.yaml", "lang: en\n");
    assert_eq!(run(&["biuld"], "vi_VN.UTF-8"), "err");
    assert_eq!(run(&["biuld", "--lang", "vi"], "en_GB.UTF-8"), "lỗi");
    assert_eq!(run(&["biuld", "--root", "/"], "vi_VN.UTF-8"), "lỗi");
}

#[test]
fn a_root_without_settings_is_named() {
    assert_shown!("no-folder", run(&["check", "--root", "/khong-co"]));
    assert_shown!("no-root-vi", run(&["check", "--root", "/dev"]));
    assert_shown!("no-root-en", run(&["build", "--root", "/dev", "--lang", "en"]));
}

#[test]
fn unusable_settings_are_listed_in_full_and_stop_the_run() {
    let cell = cell(GOOD);
    write(cell.path(), "hieucan.yaml", "cell: {id: a}\nlang: vi\nmembers: [{id: A b, name: An}]\naudience: all\n");
    assert_shown!("settings", shown(&in_cell(&cell, &["check"])));
    assert_eq!(status(&in_cell(&cell, &["build"])), 2);
    assert!(!cell.path().join("site").exists());
}

#[test]
fn check_prints_findings_on_stdout_and_writes_nothing() {
    let cell = cell(ONE_ERROR);
    assert_shown!("check-text", shown(&in_cell(&cell, &["check"])));
    assert_shown!("check-json", shown(&in_cell(&cell, &["check", "--format", "json"])));
    assert_shown!("check-github", shown(&in_cell(&cell, &["check", "--format", "github", "--lang", "en"])));
    assert_eq!(in_cell(&cell, &["check", "-q"]).stdout, in_cell(&cell, &["check"]).stdout);
    assert_eq!(fs::read_dir(cell.path()).expect("the cell").count(), 2);
}

#[test]
fn warnings_fail_a_check_only_when_they_are_denied() {
    let cell = cell(ONE_WARNING);
    assert_eq!(status(&in_cell(&cell, &["check"])), 0);
    assert_eq!(status(&in_cell(&cell, &["check", "--deny-warnings"])), 1);
    write(cell.path(), "records/2026/2026-01-05-ke-hoach.md", GOOD);
    assert_eq!(status(&in_cell(&cell, &["check", "--deny-warnings"])), 0);
}

#[test]
fn the_as_of_date_is_the_flag_then_the_settings() {
    let cell = cell(GOOD);
    assert_eq!(status(&in_cell(&cell, &["check"])), 0);
    let early = in_cell(&cell, &["check", "--as-of", "10/1/2026"]);
    assert_eq!(status(&early), 1);
    assert!(String::from_utf8_lossy(&early.stdout).contains("done-after-as-of"));
}

#[test]
fn build_says_on_one_screen_what_it_did() {
    let cell = cell(ONE_WARNING);
    let output = in_cell(&cell, &["build"]);
    let text: String =
        shown(&output).lines().filter(|line| !line.contains("Thời gian")).map(|l| format!("{l}\n")).collect();
    let files = text.lines().find(|line| line.contains("Tệp đã ghi")).expect("the number of files");
    assert!(text.lines().count() <= 24);
    assert_shown!("build", text.replace(files, "  Tệp đã ghi  …"));
    assert!(cell.path().join("site/index.html").is_file());
    assert_eq!(shown(&in_cell(&cell, &["build", "-q"])), "status: 0\n");
    let verbose = in_cell(&cell, &["build", "-v"]);
    assert!(String::from_utf8_lossy(&verbose.stderr).contains("cảnh báo[due-missing]"));
}

#[test]
fn faulty_and_withheld_records_are_told_beside_the_number_of_records() {
    let cell = cell(ONE_ERROR);
    write(cell.path(), "records/b.md", &GOOD.replace("done: 2026-01-19", "done: 2026-01-19\nvisibility: leaders"));
    let text = shown(&in_cell(&cell, &["build"]));
    assert!(
        text.contains("Nhật ký     1   1 có lỗi, chưa tính; ngoài ra 1 nhật ký ngoài phạm vi của trang này\n"),
        "{text}"
    );
    let text = shown(&in_cell(&cell, &["build", "--audience", "leaders"]));
    assert!(text.contains("Nhật ký     2   1 có lỗi, chưa tính\n"), "{text}");
}

#[test]
fn a_strict_build_publishes_nothing_when_a_record_has_an_error() {
    let cell = cell(ONE_ERROR);
    assert_shown!("build-strict", shown(&in_cell(&cell, &["build", "--strict"])));
    assert!(!cell.path().join("site").exists());
    assert_eq!(status(&in_cell(&cell, &["build"])), 0);
}

#[test]
fn a_refused_output_folder_is_explained() {
    let cell = cell(GOOD);
    write(cell.path(), "khac/thu.txt", "của người khác\n");
    let output = in_cell(&cell, &["build", "--out", "khac"]);
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(status(&output), 2);
    assert!(text.contains("không ghi trang vào") && text.contains("thu.txt"), "{text}");
}

#[test]
fn a_full_stdout_is_told_and_a_closed_one_is_no_fault() {
    let cell = cell(ONE_ERROR);
    for args in [&["--help"][..], &["check"], &["check", "--format", "json"], &["check", "--format", "sarif"]] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        let output = hieucan(args).current_dir(cell.path()).stdout(full).output().expect("the program runs");
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("lỗi: không đưa ra được kết quả: đĩa đã đầy"));

        let mut child =
            hieucan(args).current_dir(cell.path()).stdout(Stdio::piped()).spawn().expect("the program runs");
        drop(child.stdout.take());
        let status = child.wait().expect("the program ends").code();
        assert!(status == Some(0) || status == Some(1), "{args:?}: {status:?}");
    }
}

#[test]
fn a_file_that_stands_is_said_to_stand_though_stdout_is_full() {
    let cell = cell_with_leader(GOOD);
    for (args, file) in [
        (&["review", LOG, "--by", "truong-ban"][..], None),
        #[cfg(feature = "export")]
        (&["export", "--format", "csv", "--out", "bang.csv"], Some("bang.csv")),
    ] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        let output = hieucan(args).current_dir(cell.path()).stdout(full).output().expect("the program runs");
        assert_eq!(status(&output), 2, "{args:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("đã được ghi đầy đủ"), "{args:?}: {said}");
        assert!(file.is_none_or(|file| cell.path().join(file).is_file()), "{args:?}");
    }
}

#[test]
fn a_full_or_closed_stderr_is_no_panic() {
    for args in [&["biuld"][..], &["check", "--root", "/khong-co"]] {
        let full = File::options().write(true).open("/dev/full").expect("/dev/full");
        let output = hieucan(args).stderr(full).output().expect("the program runs");
        assert_eq!(status(&output), 2);
    }
}

#[test]
fn colour_and_progress_stay_away_from_files_and_pipes() {
    let cell = cell(ONE_ERROR);
    let output =
        hieucan(&["check"]).current_dir(cell.path()).env("TERM", "xterm-256color").output().expect("the program runs");
    assert!(!output.stdout.contains(&0x1b) && output.stderr.is_empty());
    let forced =
        hieucan(&["check"]).current_dir(cell.path()).env("CLICOLOR_FORCE", "1").output().expect("the program runs");
    assert!(forced.stdout.contains(&0x1b));
    let refused = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
    let refused = hieucan(&["check"]).current_dir(cell.path()).envs(refused).output().expect("the program runs");
    assert!(!refused.stdout.contains(&0x1b));
}

#[test]
fn a_cell_without_logs_is_told_where_they_were_looked_for() {
    let empty = cell(GOOD);
    fs::remove_dir_all(empty.path().join("records")).expect("the records");
    for command in ["check", "build"] {
        let output = in_cell(&empty, &[command]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(status(&output), 0);
        assert!(said.contains("không thấy nhật ký nào trong `/") && said.contains("/records`"), "{said}");
        assert!(in_cell(&empty, &[command, "-q"]).stderr.is_empty());
        assert!(in_cell(&cell(GOOD), &[command]).stderr.is_empty());
    }
}

#[test]
fn the_flag_chooses_the_audience_before_the_settings_do() {
    let cell = cell(GOOD);
    let settings = std::fs::read_to_string(cell.path().join("hieucan.yaml")).expect("settings");
    write(cell.path(), "hieucan.yaml", &format!("{settings}audience: public\n"));
    let built = |flags: &[&str]| {
        let mut args = vec!["build"];
        args.extend(flags);
        assert_eq!(status(&in_cell(&cell, &args)), 0);
        std::fs::read_to_string(cell.path().join("site/members/index.html")).expect("the members")
    };
    assert!(built(&[]).contains("(m01)"));
    assert!(!built(&["--audience", "cell"]).contains("(m01)"));
}

#[test]
fn a_strict_build_is_refused_for_an_error_in_a_withheld_record() {
    let cell = cell(&ONE_ERROR.replacen("---\n", "---\nvisibility: leaders\n", 1));
    assert_eq!(status(&in_cell(&cell, &["check"])), 1);
    assert_eq!(status(&in_cell(&cell, &["build", "--strict"])), 1);
    assert!(!cell.path().join("site").exists());
    assert_eq!(status(&in_cell(&cell, &["build"])), 0);
}

#[test]
fn settings_that_are_misnamed_or_in_the_folder_above_are_named() {
    let cell = cell(GOOD);
    let said = |folder: &Path| {
        let output = hieucan(&["check"]).current_dir(folder).output().expect("the program runs");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let above = said(&cell.path().join("records"));
    assert!(above.contains("/records`") && above.contains("--root .."), "{above}");
    fs::rename(cell.path().join("hieucan.yaml"), cell.path().join("hieucan.yaml.txt")).expect("another name");
    let misnamed = said(cell.path());
    assert!(misnamed.contains("Đổi tên `hieucan.yaml.txt` thành `hieucan.yaml`"), "{misnamed}");
}

#[test]
fn hints_lead_to_what_was_meant() {
    let record = "---\n\
        tên công việc: Kế hoạch\n\
        đảng viên: Nguyễn Văn An\n\
        ngày giao: 20-01-2026\n\
        hạn hoàn thành: 20/02/2026\n\
        tiêu chí: H1, H2\n\
        ---\n";
    let output = in_cell(&cell(record), &["check"]);
    let said = String::from_utf8_lossy(&output.stdout);
    for hint in
        ["Có phải `tiêu đề`?", "ghi mã `can-bo-a`", "Có phải `20/01/2026`?", "Có phải `hạn`?", "Có phải `[H1, H2]`?"]
    {
        assert!(said.contains(hint), "{hint}: {said}");
    }
    assert!(!said.contains("thêm dòng sau vào"), "{said}");
}

#[test]
fn a_command_that_is_mistyped_is_answered_with_the_nearest() {
    for (written, meant) in [("chek", "check"), ("biuld", "build"), ("nwe", "new"), ("expot", "export")] {
        let output = hieucan(&[written]).env("LANG", "vi_VN.UTF-8").output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(&format!("Có phải `{meant}`?")), "{written}: {said}");
    }
}

#[test]
fn settings_that_should_be_maps_are_answered_with_a_line_to_follow() {
    let cell = cell(GOOD);
    write(cell.path(), "hieucan.yaml", "cell: Chi bộ\nmembers: [An]\n");
    let output = in_cell(&cell, &["check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    for line in ["`cell: {id: chi-bo-mau, name: Chi bộ mẫu}`", "`- {id: an, name: Nguyễn Văn An}`"] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

/// A cell whose leader may review the log of another member.
fn cell_with_leader(record: &str) -> TempDir {
    let cell = cell(record);
    let settings = format!("{SETTINGS}  - {{id: truong-ban, name: Trần Thị Bình, role: leader}}\n");
    write(cell.path(), "hieucan.yaml", &settings);
    cell
}

const LOG: &str = "can-bo-a/2026-01-05-ke-hoach";

#[test]
fn a_review_is_begun_beside_its_log_and_shows_what_it_covers() {
    let cell = cell_with_leader(GOOD);
    let begun = in_cell(&cell, &["review", LOG, "--by", "truong-ban", "--on", "25/01/2026"]);
    assert_shown!("review-vi", shown(&begun));
    let path = cell.path().join("records/2026/2026-01-05-ke-hoach.review.md");
    assert_shown!("review-file-vi", fs::read_to_string(&path).expect("the review"));
    let checked = in_cell(&cell, &["check"]);
    assert_eq!(status(&checked), 0);
    assert!(String::from_utf8_lossy(&checked.stdout).contains("blank-verdict"));
    let filled = fs::read_to_string(&path).expect("the review").replace("H1:", "H1: đạt");
    fs::write(&path, filled).expect("the review");
    let checked = in_cell(&cell, &["check", "--deny-warnings"]);
    assert_eq!(status(&checked), 0, "{}", shown(&checked));
}

#[test]
fn a_log_is_found_however_the_letters_of_its_name_are_put_together() {
    let (composed, decomposed) = ("ghi-ch\u{e9}p", "ghi-che\u{301}p");
    for (on_disk, typed) in [(composed, decomposed), (decomposed, composed)] {
        for named in [format!("can-bo-a/{typed}"), format!("records/{typed}.md"), format!("{typed}.md")] {
            let cell = cell_with_leader(GOOD);
            write(cell.path(), &format!("records/{on_disk}.md"), GOOD);
            let begun = in_cell(&cell, &["review", &named, "--by", "truong-ban"]);
            assert_eq!(status(&begun), 0, "{named:?}: {}", shown(&begun));
        }
    }
}

#[test]
fn a_review_never_writes_over_a_file() {
    let cell = cell_with_leader(GOOD);
    let records = cell.path().join("records/2026");
    let stem = "2026-01-05-ke-hoach";
    let first = records.join(format!("{stem}.review.md"));
    for named in [LOG, stem, "records/2026/2026-01-05-ke-hoach.md", "./records/2026/2026-01-05-ke-hoach.md"] {
        assert_eq!(status(&in_cell(&cell, &["review", named, "--by", "Trần Thị Bình"])), 0, "{named}");
        fs::write(&first, "của tôi").expect("the first review");
        for review in reviews_below(&records) {
            let text = fs::read_to_string(&review).expect("a review").replace("stamp: \"v1:", "stamp: \"v2:");
            fs::write(&review, text).expect("a review of something else");
        }
    }
    let superior = ["review", LOG, "--by", "Lê \"Hạnh\": A", "--as", "superior", "--lang", "en"];
    assert_eq!(status(&in_cell(&cell, &superior)), 0);
    assert_eq!(fs::read_to_string(&first).expect("the first review"), "của tôi");
    let mut names: Vec<String> = fs::read_dir(records)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    let of = |middle: &str| format!("{stem}{middle}.review.md");
    let further = [of(".le-hanh-a"), format!("{stem}.md"), of(""), of(".tran-thi-binh-2"), of(".tran-thi-binh-3")];
    assert_eq!(names, [&further[..4], &[further[4].clone(), of(".tran-thi-binh")]].concat());
}

fn reviews_below(records: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(records).expect("the folder").map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.to_string_lossy().ends_with(".review.md")).collect()
}

#[test]
fn who_has_reviewed_what_stands_there_is_led_to_that_review_and_nothing_is_written() {
    let cell = cell_with_leader(GOOD);
    let records = cell.path().join("records/2026");
    let review = |by: &str, rater: &str| in_cell(&cell, &["review", LOG, "--by", by, "--as", rater]);
    assert_eq!(status(&review("truong-ban", "cell")), 0);
    let again = review("Trần Thị Bình", "cell");
    assert_eq!(status(&again), 2);
    assert!(shown(&again).contains("records/2026/2026-01-05-ke-hoach.review.md"), "{}", shown(&again));
    assert_eq!(reviews_below(&records).len(), 1, "{}", shown(&again));
    assert_eq!(status(&review("Lê Thị Hạnh", "superior")), 0, "another person");
    assert!(!shown(&in_cell(&cell, &["check"])).contains("unknown-person"), "the superior body has people of its own");
    write(
        cell.path(),
        &format!("records/2026/{}.md", &LOG["can-bo-a/".len()..]),
        &GOOD.replace("title: ", "title: Sửa "),
    );
    let stale = review("truong-ban", "cell");
    assert_eq!(status(&stale), 0, "{}", shown(&stale));
    assert!(shown(&stale).contains("không còn hiệu lực"), "{}", shown(&stale));
    assert_eq!(reviews_below(&records).len(), 3);
}

#[test]
fn nobody_begins_a_review_of_their_own_log() {
    let own = GOOD.replace("member: can-bo-a", "member: truong-ban");
    let cell = cell_with_leader(&own);
    let log = LOG.replace("can-bo-a", "truong-ban");
    for rater in ["cell", "superior"] {
        let alone = in_cell(&cell, &["review", &log, "--by", "truong-ban", "--as", rater]);
        assert_eq!(status(&alone), 2);
        assert!(shown(&alone).contains("--as superior"), "{}", shown(&alone));
    }
    for by in ["Trần Thị Bình", "TRẦN THỊ BINH"] {
        let alike = in_cell(&cell, &["review", &log, "--by", by, "--as", "superior"]);
        assert!(status(&alike) == 2 && shown(&alike).contains("thêm chức vụ sau họ tên"), "{}", shown(&alike));
    }
    let settings = fs::read_to_string(cell.path().join("hieucan.yaml")).expect("settings");
    let more = "  - {id: bi-thu, name: Lê Văn Cấp, role: secretary}\n  - {id: cu, name: Lê Cũ, role: leader, until: 2020-01-01}\n";
    write(cell.path(), "hieucan.yaml", &(settings + more));
    let refused = in_cell(&cell, &["review", &log, "--by", "truong-ban"]);
    assert_eq!(status(&refused), 2);
    assert!(
        shown(&refused).contains("Lê Văn Cấp (bi-thu)") && !shown(&refused).contains("Lê Cũ"),
        "{}",
        shown(&refused)
    );
    assert!(reviews_below(&cell.path().join("records/2026")).is_empty());
}

#[test]
fn a_review_that_cannot_be_is_refused_and_writes_nothing() {
    let refused = [
        (GOOD, "can-bo-a/khong-co", "truong-ban", 2),
        (GOOD, LOG, "nguoi-la", 2),
        (GOOD, LOG, "can-bo-a", 2),
        (ONE_ERROR, LOG, "truong-ban", 2),
        ("không có phần khai báo", "2026-01-05-ke-hoach", "truong-ban", 2),
    ];
    for (record, log, by, ending) in refused {
        let cell = cell_with_leader(record);
        let output = in_cell(&cell, &["review", log, "--by", by]);
        assert_eq!(status(&output), ending, "{by}: {}", shown(&output));
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
        assert!(!shown(&output).contains(".review.md"), "no file is named that is not there: {}", shown(&output));
        assert_eq!(fs::read_dir(cell.path().join("records/2026")).expect("the folder").count(), 1, "{by}");
    }
}
