//! `hieucan new`: by flags alone, and asked at a terminal, which is a pair of pseudo-terminals here.

mod drafts;
mod questions;
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

const SETTINGS: &str = "\
cell: {id: chi-bo-mau, name: Chi bộ mẫu}
lang: vi
as_of: 2026-06-30
members:
  - {id: can-bo-a, name: Nguyễn Văn An, emails: [an@vidu.example]}
  - {id: can-bo-b, name: Trần Thị Bình, emails: [binh@vidu.example]}
";

/// A cell without logs, and a home for its user.
fn cell() -> TempDir {
    let cell = TempDir::new().expect("a folder");
    fs::write(cell.path().join("hieucan.yaml"), SETTINGS).expect("a file");
    fs::create_dir(cell.path().join("home")).expect("a folder");
    cell
}

fn hieucan(cell: &TempDir, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    command.arg("new").args(args).env_clear().env("PATH", path).env("LANG", "vi_VN.UTF-8").env("TERM", "xterm");
    command.env("HOME", cell.path().join("home")).current_dir(cell.path());
    command
}

fn run(cell: &TempDir, args: &[&str]) -> Output {
    hieucan(cell, args).output().expect("the program runs")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The logs of a cell, by path.
fn logs(cell: &TempDir) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(cell.path().join("records")).sort_by_file_name().into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(cell.path()).expect("a file of the cell").to_owned())
        .collect()
}

fn text(cell: &TempDir, path: &Path) -> String {
    fs::read_to_string(cell.path().join(path)).expect("a log")
}

fn check(cell: &TempDir) -> String {
    let check = Command::new(env!("CARGO_BIN_EXE_hieucan")).args(["check", "--root"]).arg(cell.path()).output();
    let check = check.expect("the program runs");
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    said(&check)
}

const ENOUGH: [&str; 5] = ["Kế hoạch: đợt 2", "--member", "can-bo-a", "--assigned", "5/1/2026"];

#[test]
fn with_flags_nothing_is_asked_and_no_log_is_written_over() {
    let cell = cell();
    let more = ["--due", "20/1/2026", "--done", "2026-01-19", "--kind", "phát sinh", "--set", "H1=đạt"];
    let fields =
        ["--set", "mục đích=Thống nhất nội dung tuyên truyền", "--set", "outputs={name: Kế hoạch, ref: 12-KH/BTG}"];
    let whole = [&ENOUGH[..], &more, &fields, &["--set", "outputs=Bảng phân công"]].concat();
    for number in 0..2 {
        let made = run(&cell, &whole);
        assert_eq!(status(&made), 0, "{}", said(&made));
        let is_told = said(&made).contains("Đã có nhật ký của người này, cùng tên công việc, cùng ngày giao: records/");
        assert_eq!(is_told, number == 1, "{}", said(&made));
    }
    let logs = logs(&cell);
    let folder = Path::new("records/2026/can-bo-a");
    assert_eq!(logs, [folder.join("2026-01-05-ke-hoach-dot-2-2.md"), folder.join("2026-01-05-ke-hoach-dot-2.md")]);
    let wanted = "---\ntiêu đề: \"Kế hoạch: đợt 2\"\nđảng viên: can-bo-a\nngày giao: 05/01/2026\nhạn: 20/01/2026\nhoàn thành: \
                  19/01/2026\nloại: phát sinh\ntiêu chí:\n  H1: đạt\nmục đích: Thống nhất nội dung tuyên truyền\nsản phẩm:\n  - name: Kế \
                  hoạch\n    ref: 12-KH/BTG\n  - Bảng phân công\n---\n";
    assert_eq!(text(&cell, &logs[1]), wanted);
    assert!(check(&cell).contains("Nhật ký: 2. Lỗi: 0. Cảnh báo: 0."));
}

#[test]
fn the_path_to_add_to_git_is_told_from_where_the_user_is() {
    let cell = cell();
    let folder = cell.path().join("records/2026");
    fs::create_dir_all(&folder).expect("a folder");
    for (here, root, path) in [
        (folder.as_path(), "../..", "can-bo-a/2026-01-05-mot.md"),
        (&cell.path().join("home"), "..", "../records/2026/can-bo-a/2026-01-05-hai.md"),
        (cell.path(), ".", "records/2026/can-bo-a/2026-01-05-ba.md"),
    ] {
        let title = path.trim_end_matches(".md").rsplit('-').next().expect("a title");
        let args = [title, "--member", "can-bo-a", "--assigned", "5/1/2026", "--root", root];
        let made = hieucan(&cell, &args).current_dir(here).output().expect("the program runs");
        assert!(said(&made).contains(&format!("`git add {path}`")), "{}", said(&made));
        assert!(here.join(path).is_file(), "{}", said(&made));
    }
}

#[test]
fn a_field_with_a_slip_in_it_is_asked_about() {
    let refused = run(&cell(), &[&ENOUGH[..], &["--set", "mục dích=Nắm rõ"]].concat());
    assert!(said(&refused).contains("Có phải `mục đích`?"), "{}", said(&refused));
}

#[test]
fn what_is_missing_is_named_where_nobody_can_be_asked() {
    let cell = cell();
    let none = run(&cell, &[]);
    assert_eq!(status(&none), 2);
    assert!(said(&none).contains("còn thiếu TÊN_VIỆC, --member, --assigned"), "{}", said(&none));
    let some = run(&cell, &["--yes", "Việc", "--member", "can-bo-a"]);
    assert_eq!(status(&some), 2);
    assert!(said(&some).contains("còn thiếu --assigned"), "{}", said(&some));
    assert!(logs(&cell).is_empty());
}

#[test]
fn where_nobody_can_be_asked_a_title_and_a_member_make_a_log_of_the_day() {
    let cell = cell();
    let output = run(&cell, &["Việc mới", "--member", "can-bo-a", "--due", "30/6/2026"]);
    assert_eq!(status(&output), 0, "{}", said(&output));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("--assigned") && told.contains("30/6/2026"), "{told}");
    assert_eq!(logs(&cell), [Path::new("records/2026/can-bo-a/2026-06-30-viec-moi.md")]);
    for earlier in [["--due", "29/6/2026"], ["--done", "29/6/2026"]] {
        let output = run(&cell, &[&["Việc cũ", "--member", "can-bo-a"], &earlier[..]].concat());
        assert_eq!(status(&output), 2, "{}", said(&output));
        assert!(said(&output).contains("còn thiếu --assigned"), "{}", said(&output));
    }
    assert_eq!(logs(&cell).len(), 1);
}

#[test]
fn wrong_flags_are_explained_and_nothing_is_written() {
    let cell = cell();
    let wrong: [(&[&str], i32, &str); 12] = [
        (&["--due", "4/1/2026"], 2, "hạn `2026-01-04` trước ngày giao `2026-01-05`"),
        (&["--set", "H9=met"], 2, "không có mục nào tên `H9`"),
        (&["--set", "H1=tốt"], 2, "`tốt` không phải là một mức"),
        (&["--set", "H1"], 2, "chưa có dấu `=`"),
        (&["--set", "H1=đạt", "--set", "h1=unmet"], 2, "`H1` chỉ ghi được một nội dung"),
        (&["--set", "mục đích=Một", "--set", "purpose=Hai"], 2, "`purpose` chỉ ghi được một nội dung"),
        (&["--set", "purpose=[Một, Hai]"], 2, "`purpose` chỉ ghi được một nội dung"),
        (&["--set", "purpos=x"], 2, "`purpose`"),
        (&["--set", "outputs={a"], 2, "không đọc được"),
        (&["--kind", "gấp"], 2, "`--kind`"),
        (&["--done", "2026-01-04"], 2, "done-before-assigned"),
        (&["--body", "Văn bản TỐI MẬT"], 2, "secrecy-mark"),
    ];
    for (flags, code, words) in wrong {
        let refused = run(&cell, &[&ENOUGH[..], flags].concat());
        assert_eq!(status(&refused), code, "{flags:?}: {}", said(&refused));
        assert!(said(&refused).contains(words), "{flags:?}: {}", said(&refused));
        assert!(!said(&refused).contains("--> "), "no file is named that is not there: {}", said(&refused));
    }
    let later = run(&cell, &[&ENOUGH[..], &["--done", "1/7/2026"]].concat());
    assert!(said(&later).contains("done-after-as-of") && !said(&later).contains("--as-of"), "{}", said(&later));
    let nobody = run(&cell, &["Việc", "--member", "can-bo-aa", "--assigned", "5/1/2026"]);
    assert!(status(&nobody) == 2 && said(&nobody).contains("`can-bo-a`"), "{}", said(&nobody));
    assert!(logs(&cell).is_empty());
}

#[test]
fn what_has_an_option_of_its_own_is_led_to_it() {
    let cell = cell();
    let wrong = [
        ("hạn=5/6/2026", "`--due`"),
        ("trạng thái=đang làm", "`--status`"),
        ("title=Khác", "TÊN_VIỆC"),
        ("người giao=truong-ban", "`--assigned-by`"),
        ("tiêu chí=H1", "`--set H1=đạt`"),
        ("minh chứng=Biên bản", "`--set \"H1={mức: đạt, minh chứng: …}\"`"),
    ];
    for (set, words) in wrong {
        let refused = run(&cell, &[&ENOUGH[..], &["--set", set]].concat());
        assert_eq!(status(&refused), 2, "{set}: {}", said(&refused));
        assert!(said(&refused).contains(words), "{set}: {}", said(&refused));
    }
    let unknown = |lang: &str, set: &str| said(&run(&cell, &[&ENOUGH[..], &["--lang", lang, "--set", set]].concat()));
    let told = unknown("vi", "san pham dau=x");
    assert!(told.contains("sản phẩm, phối hợp") && !told.contains("outputs"), "{told}");
    assert!(unknown("vi", "bối cản=x").contains("`bối cảnh`"));
    assert!(unknown("en", "contxt=x").contains("outputs, coordination"));
    assert!(logs(&cell).is_empty());
}

#[test]
fn a_name_is_taken_as_it_is_called_and_one_with_other_marks_is_somebody_else() {
    let cell = cell();
    let roster = "cell: {id: cb, name: Chi bộ}\nlang: vi\nas_of: 2026-06-30\nmembers:\n  - {id: an, name: Nguyễn Văn An}\n  - {id: hoa, name: Trần Thị Hoa}\n  - {id: hoa-2, name: Trần Thị Hóa}\n  - {id: b1, name: Lê Văn Bình}\n  - {id: b2, name: Lê Văn Bình}\n";
    std::fs::write(cell.path().join("hieucan.yaml"), roster).expect("a file");
    let named = |member: &str| run(&cell, &["Việc", "--member", member, "--assigned", "5/1/2026"]);
    let decomposed: String = "Nguyễn Văn An".nfd().collect();
    for (member, id) in [("nguyễn VĂN an", "an"), (&*decomposed, "an"), ("AN", "an"), ("Trần Thị Hoá", "hoa-2")]
    {
        let made = named(member);
        assert_eq!(status(&made), 0, "{member}: {}", said(&made));
        assert!(said(&made).contains(&format!("records/2026/{id}/")), "{member}: {}", said(&made));
    }
    let written = logs(&cell);
    for (member, near) in [
        ("Nguyễn Văn Ân", Some("Nguyễn Văn An")),
        ("Nguyen Van An", Some("Nguyễn Văn An")),
        ("Tran Thi Hoa", None),
        ("Lê Văn Bình", None),
    ] {
        let refused = named(member);
        assert_eq!(status(&refused), 2, "{member}: {}", said(&refused));
        let question = near.map(|near| format!("Có phải `{near}`?"));
        assert_eq!(question.is_some(), said(&refused).contains("Có phải"), "{member}: {}", said(&refused));
        assert!(question.is_none_or(|question| said(&refused).contains(&question)), "{member}: {}", said(&refused));
    }
    assert!(said(&named("Lê Văn Bình")).contains("b1, b2"), "{}", said(&named("Lê Văn Bình")));
    assert_eq!(logs(&cell), written);
    for (giver, line) in
        [("nguyễn văn an", "an"), ("Nguyễn Văn Ân", "Nguyễn Văn Ân"), ("Nguyen Van An", "Nguyen Van An")]
    {
        let made = run(&cell, &["Việc giao", "--member", "hoa", "--assigned", "5/1/2026", "--assigned-by", giver]);
        assert_eq!(status(&made), 0, "{giver}: {}", said(&made));
        assert_eq!(line != "an", said(&made).contains("Có phải `Nguyễn Văn An`?"), "{giver}: {}", said(&made));
        let log = logs(&cell).into_iter().find(|log| !written.contains(log)).expect("a log");
        assert!(text(&cell, &log).contains(&format!("người giao: {line}\n")), "{giver}: {}", text(&cell, &log));
        std::fs::remove_file(cell.path().join(log)).expect("a file");
    }
}

#[test]
fn a_log_is_begun_from_an_earlier_one() {
    let cell = cell();
    let fields = ["--set", "references=124-QĐ/TW", "--set", "lessons=Lấy ý kiến sớm hơn", "--set", "C3=met"];
    run(&cell, &[&ENOUGH[..], &fields].concat());
    let path = "records/2026/can-bo-a/2026-01-05-ke-hoach-dot-2.md";
    let made = run(&cell, &["--from", path, "--assigned", "2/2/2026"]);
    assert_eq!(status(&made), 0, "{}", said(&made));
    let wanted =
        "---\ntiêu đề: \"Kế hoạch: đợt 2\"\nđảng viên: can-bo-a\nngày giao: 02/02/2026\ncăn cứ:\n  - 124-QĐ/TW\n---\n";
    assert_eq!(text(&cell, Path::new("records/2026/can-bo-a/2026-02-02-ke-hoach-dot-2.md")), wanted);
    let none = run(&cell, &["--from", "records/khong-co.md", "--assigned", "2/2/2026"]);
    assert_eq!(status(&none), 2, "{}", said(&none));
}

#[test]
fn where_nothing_can_be_written_nothing_is_and_it_is_said() {
    for block in [
        |path: &Path| fs::write(path, "").expect("a file"),
        |path: &Path| {
            let elsewhere = path.parent().expect("a folder").join("home");
            std::os::unix::fs::symlink(elsewhere, path).expect("a link");
        },
    ] {
        let cell = cell();
        block(&cell.path().join("records"));
        let refused = run(&cell, &ENOUGH);
        assert_eq!(status(&refused), 2, "{}", said(&refused));
        assert!(said(&refused).contains("records"), "{}", said(&refused));
        assert_eq!(fs::read_dir(cell.path().join("home")).expect("a folder").count(), 0);
    }
}

#[test]
fn people_are_named_as_the_questions_name_them_and_a_text_may_begin_with_a_dash() {
    let cell = cell();
    let people =
        ["--assigned-by", "trần thị bình", "--set", "direction={by: Nguyễn  văn an, summary: Làm trước ngày 20}"];
    let made = run(&cell, &[&ENOUGH[..], &people, &["--body", "- một\n- hai"]].concat());
    assert_eq!(status(&made), 0, "{}", said(&made));
    let log = text(&cell, &logs(&cell)[0]);
    assert!(log.contains("người giao: can-bo-b\n") && log.contains("  by: can-bo-a\n"), "{log}");
    assert!(log.ends_with("---\n- một\n- hai\n"), "{log}");
}

#[test]
fn a_log_that_stands_is_said_to_stand_though_stdout_is_full() {
    let cell = cell();
    let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let made = hieucan(&cell, &ENOUGH).stdout(full).output().expect("the program runs");
    assert_eq!(status(&made), 2);
    let told = "Tệp records/2026/can-bo-a/2026-01-05-ke-hoach-dot-2.md đã được ghi đầy đủ";
    assert!(said(&made).contains(told), "{}", said(&made));
    assert_eq!(logs(&cell).len(), 1);
}

#[test]
fn a_disk_that_takes_no_more_leaves_nothing() {
    let cell = cell();
    let mut shell = Command::new("/bin/sh");
    // What is said goes through a pipe, which the limit leaves alone.
    let line = "(ulimit -f 0; exec \"$0\" new \"$@\" 2>&1; echo \"ended $?\") | cat";
    shell.args(["-c", line, env!("CARGO_BIN_EXE_hieucan")]).args(ENOUGH).current_dir(cell.path());
    let said = said(&shell.env("HOME", cell.path().join("home")).output().expect("a shell"));
    assert!(logs(&cell).is_empty(), "{:?} {said}", logs(&cell));
    assert!(said.contains("không ghi được"), "{said}");
}
