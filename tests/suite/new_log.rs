//! `hieucan new`: by flags alone, and asked at a terminal, which is a pair of pseudo-terminals here.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use tempfile::TempDir;

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
    for _ in 0..2 {
        let made = run(&cell, &whole);
        assert_eq!(status(&made), 0, "{}", said(&made));
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
fn wrong_flags_are_explained_and_nothing_is_written() {
    let cell = cell();
    let wrong: [(&[&str], i32, &str); 8] = [
        (&["--set", "H9=met"], 2, "`H1`"),
        (&["--set", "H1=tốt"], 2, "`tốt` không phải là một mức"),
        (&["--set", "H1"], 2, "chưa có dấu `=`"),
        (&["--set", "purpos=x"], 2, "`purpose`"),
        (&["--set", "outputs={a"], 2, "không đọc được"),
        (&["--kind", "gấp"], 2, "`--kind`"),
        (&["--done", "2026-01-04"], 1, "done-before-assigned"),
        (&["--body", "Văn bản TỐI MẬT"], 1, "secrecy-mark"),
    ];
    for (flags, code, words) in wrong {
        let refused = run(&cell, &[&ENOUGH[..], flags].concat());
        assert_eq!(status(&refused), code, "{flags:?}: {}", said(&refused));
        assert!(said(&refused).contains(words), "{flags:?}: {}", said(&refused));
    }
    let nobody = run(&cell, &["Việc", "--member", "can-bo-c", "--assigned", "5/1/2026"]);
    assert!(status(&nobody) == 2 && said(&nobody).contains("`can-bo-a`"), "{}", said(&nobody));
    assert!(logs(&cell).is_empty());
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

/// The program at a terminal of 90 columns, and what it shows there.
struct Terminal {
    child: Child,
    keys: Option<OwnedFd>,
    shown: Receiver<Vec<u8>>,
    seen: String,
}

/// Longer than this nobody waits for an answer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

impl Terminal {
    fn of(mut command: Command) -> Self {
        let keys = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&keys).and_then(|()| unlockpt(&keys)).expect("a terminal");
        let name = ptsname(&keys, Vec::new()).expect("a name").into_string().expect("a plain name");
        let side = || OpenOptions::new().read(true).write(true).open(&name).expect("its other side");
        command.stdin(Stdio::from(side())).stderr(Stdio::from(side())).stdout(Stdio::from(side()));
        let child = command.spawn().expect("the program runs");
        drop(command);
        let mut reader = File::from(keys.as_fd().try_clone_to_owned().expect("a terminal"));
        let (told, shown) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length) = reader.read(&mut bytes) {
                if length == 0 || told.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { child, keys: Some(keys), shown, seen: String::new() }
    }

    /// Waits until `words` were shown after what was waited for before.
    fn wait(&mut self, words: &str) {
        let begun = Instant::now();
        loop {
            if let Some(at) = self.seen.find(words) {
                self.seen.drain(..at + words.len());
                return;
            }
            match self.shown.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
                Ok(bytes) => self.seen.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("«{words}» was not shown:\n{}", self.seen),
            }
        }
    }

    fn press(&mut self, keys: &str) {
        let mut side = File::from(self.keys.as_ref().expect("open").try_clone().expect("a terminal"));
        side.write_all(keys.as_bytes()).expect("keys");
    }

    /// Waits for a question and answers it.
    fn answer(&mut self, question: &str, keys: &str) {
        self.wait(question);
        // A question is asked when its line or its list is drawn.
        self.wait("> ");
        self.press(keys);
    }

    fn end(mut self) -> i32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code().unwrap_or(-1);
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end: {}", self.seen);
            thread::sleep(Duration::from_millis(10));
        }
    }
}

const DOWN: &str = "\u{1b}[B";
const ESCAPE: &str = "\u{1b}";
const INTERRUPT: &str = "\u{3}";

/// Passes over every criterion and what is told below.
fn pass_over(terminal: &mut Terminal, ids: &[&str]) {
    for id in ids {
        terminal.answer(&format!("{id} – "), "\r");
    }
    terminal.answer("Nội dung viết thêm", "\r");
}

const AFTER_H1: [&str; 10] = ["H2", "H3", "H4", "H5", "C1", "C2", "C3", "C4", "C5", "C6"];

#[test]
fn a_log_is_asked_for_step_by_step_by_arrow_keys_and_by_typing() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer("Tên công việc là gì?", "\r");
    terminal.answer("cần có tên công việc", "Kế hoạch đợt 2\r");
    terminal.answer("Ai thực hiện?", &format!("{DOWN}\r"));
    terminal.answer("Giao ngày nào?", "30/2/2026\r");
    terminal.answer("không phải là ngày có thật", "\u{1}\u{1b}[3~5\u{5}\r");
    terminal.wait("> 50/2/2026");
    terminal.answer("không phải là ngày có thật", &format!("{}5/1/2026\r", "\u{7f}".repeat(9)));
    terminal.answer("Hạn hoàn thành ngày nào?", "4/1/2026\r");
    terminal.answer("trước ngày giao", &format!("{}20/1/2026\r", "\u{7f}".repeat(8)));
    terminal.answer("Hoàn thành ngày nào?", ESCAPE);
    terminal.answer("Hạn hoàn thành ngày nào?", "\r");
    terminal.answer("Hoàn thành ngày nào?", "2026-01-19\r");
    terminal.answer("kế hoạch hay phát sinh?", "phat sinh\r");
    terminal.answer("Ai giao việc?", "nguyen van an\r");
    terminal.answer("H1 – ", "1\r");
    terminal.answer("Mục đích, yêu cầu", "todo\r");
    terminal.answer("chưa được tính là minh chứng", &format!("{}Thống nhất nội dung\r", "\u{7f}".repeat(4)));
    terminal.answer("Quy trình", "\r");
    pass_over(&mut terminal, &AFTER_H1);
    terminal.wait("Nhật ký sẽ được ghi vào records/2026/can-bo-b/2026-01-05-ke-hoach-dot-2.md");
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    terminal.wait("Đã ghi");
    assert_eq!(terminal.end(), 0);
    let wanted = "---\ntiêu đề: Kế hoạch đợt 2\nđảng viên: can-bo-b\nngày giao: 05/01/2026\nhạn: 20/01/2026\nhoàn thành: \
                  19/01/2026\nloại: phát sinh\nngười giao: can-bo-a\ntiêu chí:\n  H1: đạt\nmục đích: Thống nhất nội dung\n---\n";
    assert_eq!(text(&cell, &logs(&cell)[0]), wanted);
    assert!(check(&cell).contains("Cảnh báo: 0."));
    let drafts =
        walkdir::WalkDir::new(cell.path().join("home")).into_iter().flatten().filter(|it| it.file_type().is_file());
    assert_eq!(drafts.count(), 0, "the draft is gone");
}

#[test]
fn what_was_answered_outlives_a_stop_and_a_closed_terminal() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a"]));
    terminal.answer("Tên công việc là gì?", "Báo cáo quý I\r");
    terminal.answer("Giao ngày nào?", INTERRUPT);
    terminal.wait("được giữ ở");
    assert_eq!(terminal.end(), 2);
    assert!(logs(&cell).is_empty());

    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer("Báo cáo quý I", "\r");
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.wait("Hạn hoàn thành ngày nào?");
    let Terminal { mut child, keys, shown, .. } = terminal;
    drop((keys, shown));
    child.kill().expect("a child");
    child.wait().expect("a child");

    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer("Báo cáo quý I", "1\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "\r");
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    assert_eq!(terminal.end(), 0);
    let wanted = "---\ntiêu đề: Báo cáo quý I\nđảng viên: can-bo-a\nngày giao: 05/01/2026\n---\n";
    assert_eq!(text(&cell, &logs(&cell)[0]), wanted);
}

#[test]
fn the_member_that_git_knows_is_offered() {
    let cell = cell();
    for args in [&["init", "-q"][..], &["config", "user.email", "Binh@vidu.example"]] {
        assert!(Command::new("git").args(args).current_dir(cell.path()).status().expect("git runs").success());
    }
    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer("Tên công việc là gì?", "Việc\r");
    terminal.wait("Ai thực hiện?");
    terminal.wait(">  2. Trần Thị Bình");
    terminal.press(INTERRUPT);
    assert_eq!(terminal.end(), 2);
}

#[test]
fn a_log_that_would_have_an_error_is_mended_before_it_is_written() {
    let cell = cell();
    let flags = ["--member", "can-bo-a", "--yes"];
    assert_eq!(status(&run(&cell, &flags)), 2, "nothing is asked");
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a", "Văn bản TUYỆT MẬT"]));
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "\r");
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    terminal.wait("secrecy-mark");
    terminal.wait("nên chưa ghi được");
    terminal.wait("Sửa một câu trả lời");
    terminal.press("\r");
    terminal.answer("Sửa câu nào?", "tên\r");
    terminal.wait("Tên công việc là gì?");
    terminal.wait("> Văn bản TUYỆT MẬT");
    terminal.press(&format!("{}trình ký\r", "\u{7f}".repeat(9)));
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    assert_eq!(terminal.end(), 0);
    let wanted = "---\ntiêu đề: Văn bản trình ký\nđảng viên: can-bo-a\nngày giao: 05/01/2026\n---\n";
    assert_eq!(text(&cell, &logs(&cell)[0]), wanted);
}
