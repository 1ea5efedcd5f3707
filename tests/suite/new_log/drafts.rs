//! What was answered outlives whatever ends the questions.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::questions::{AFTER_H1, DOWN, ESCAPE, INTERRUPT, pass_over};
use super::terminal::Terminal;
use super::{SETTINGS, cell, hieucan, logs, text};

const LEFT: &str = "Còn bản nháp lần trước";

/// Leaves a draft of this title, and says what was shown when it was left.
fn left(cell: &TempDir, title: &str) {
    let mut terminal = Terminal::of(hieucan(cell, &["--member", "can-bo-a", title]));
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", INTERRUPT);
    terminal.wait("được giữ ở");
    assert_eq!(terminal.end(), 2);
}

/// Goes on with the draft that is offered first.
fn gone_on(cell: &TempDir, args: &[&str]) -> Terminal {
    let mut terminal = Terminal::of(hieucan(cell, args));
    terminal.answer(LEFT, "1\r");
    terminal.wait("Viết tiếp: ");
    terminal
}

/// Passes over what is asked before the criteria, once the day is known.
fn pass_over_facts(terminal: &mut Terminal) {
    terminal.answer("Hạn hoàn thành ngày nào?", "\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "\r");
}

fn write(mut terminal: Terminal) {
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    terminal.wait("Đã ghi");
    assert_eq!(terminal.end(), 0);
}

fn drafts(cell: &TempDir) -> Vec<String> {
    let files = walkdir::WalkDir::new(cell.path().join("home")).into_iter().flatten();
    // What a kill left half way is no draft.
    let files = files.filter(|entry| entry.file_name() == "draft.json");
    files.map(|entry| fs::read_to_string(entry.path()).expect("a draft")).collect()
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

    let mut terminal = gone_on(&cell, &[]);
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "20/1");
    // A line is kept when whoever types it pauses.
    for _ in 0..100 {
        if drafts(&cell).iter().any(|draft| draft.contains("20/1\"")) {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let Terminal { mut child, keys, shown, .. } = terminal;
    drop((keys, shown));
    child.kill().expect("a child");
    child.wait().expect("a child");

    let mut terminal = gone_on(&cell, &[]);
    terminal.wait("Hạn hoàn thành ngày nào?");
    terminal.wait("> 20/1");
    terminal.press("/2026\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "\r");
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    write(terminal);
    let wanted = "---\ntiêu đề: Báo cáo quý I\nđảng viên: can-bo-a\nngày giao: 05/01/2026\nhạn: 20/01/2026\n---\n";
    assert_eq!(text(&cell, &logs(&cell)[0]), wanted);
    assert!(drafts(&cell).is_empty());
}

#[test]
fn a_draft_that_was_left_stays_whatever_is_done_where_it_is_offered() {
    let cell = cell();
    left(&cell, "Báo cáo quý I");
    let before = drafts(&cell);

    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer(LEFT, INTERRUPT);
    terminal.wait("chưa có câu trả lời nào để giữ");
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&cell), before);

    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.answer(LEFT, &format!("{DOWN}\r"));
    terminal.answer("Tên công việc là gì?", "Kế hoạch\r");
    terminal.answer("Ai thực hiện?", INTERRUPT);
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&cell).len(), 2);

    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.wait("1. Viết tiếp: Kế hoạch");
    terminal.wait("2. Viết tiếp: Báo cáo quý I");
    terminal.press("bỏ\r");
    terminal.wait("Bỏ hẳn bản nháp nào?");
    terminal.wait(">  1. không bỏ bản nào");
    terminal.press("kế\r");
    terminal.answer(LEFT, INTERRUPT);
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&cell), before);
}

#[test]
fn the_items_of_a_list_and_a_line_half_typed_outlive_going_back_and_a_signal() {
    let cell = cell();
    left(&cell, "Việc");
    let mut terminal = gone_on(&cell, &[]);
    pass_over_facts(&mut terminal);
    terminal.answer("H1 – ", "\r");
    terminal.answer("H2 – ", "1\r");
    terminal.answer("Sản phẩm", "Kế hoạch\r");
    terminal.answer("Số, ký hiệu", "12-KH/BTG\r");
    terminal.answer("Thêm một mục nữa", "Bảng phân công\r");
    terminal.answer("Số, ký hiệu", ESCAPE);
    terminal.wait("> Bảng phân công");
    terminal.press("\r");
    terminal.answer("Số, ký hiệu", "\r");
    terminal.answer("Thêm một mục nữa", "Biên bản họ");
    terminal.wait("Biên bản họ");
    let id = terminal.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    terminal.wait("được giữ ở");
    assert_eq!(terminal.end(), 2);

    let mut terminal = gone_on(&cell, &[]);
    terminal.wait("Sản phẩm");
    for shown in ["> Kế hoạch", "> 12-KH/BTG", "> Bảng phân công"] {
        terminal.wait(shown);
        terminal.press("\r");
    }
    terminal.answer("Số, ký hiệu", "\r");
    terminal.wait("> Biên bản họ");
    terminal.press("p\r");
    terminal.answer("Số, ký hiệu", "\r");
    terminal.answer("Thêm một mục nữa", "\r");
    pass_over(&mut terminal, &AFTER_H1[1..]);
    write(terminal);
    let log = text(&cell, &logs(&cell)[0]);
    let items = "sản phẩm:\n  - name: Kế hoạch\n    ref: 12-KH/BTG\n  - Bảng phân công\n  - Biên bản họp\n";
    assert!(log.contains(items), "{log}");
}

#[test]
fn what_was_answered_is_shown_again_and_flags_are_obeyed_too() {
    let cell = cell();
    left(&cell, "Báo cáo quý I");
    let mut terminal = gone_on(&cell, &["--due", "20/1/2026", "--set", "H1=đạt"]);
    for told in ["Đã trả lời:", "tên công việc: Báo cáo quý I", "đảng viên: Nguyễn Văn An", "ngày giao: 05/01/2026"]
    {
        terminal.wait(told);
    }
    terminal.wait("H1 Mục đích, yêu cầu, quy trình: đạt");
    terminal.answer("Hoàn thành ngày nào?", INTERRUPT);
    assert_eq!(terminal.end(), 2);
    let mut terminal = Terminal::of(hieucan(&cell, &["--due", "4/1/2026"]));
    terminal.answer(LEFT, "1\r");
    terminal.wait("trước ngày giao `2026-01-05`");
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&cell).len(), 1);
}

#[test]
fn cells_whose_folders_are_named_alike_and_sessions_at_once_have_drafts_of_their_own() {
    let all = TempDir::new().expect("a folder");
    fs::create_dir(all.path().join("home")).expect("a folder");
    let of = |name: &str, args: &[&str]| {
        let root = all.path().join(name);
        fs::create_dir_all(&root).expect("a folder");
        fs::write(root.join("hieucan.yaml"), SETTINGS).expect("a file");
        let mut command = hieucan(&all, args);
        command.current_dir(root);
        command
    };
    let mut first = Terminal::of(of("Chi bộ 1", &[]));
    first.answer("Tên công việc là gì?", "Một\r");
    first.wait("Ai thực hiện?");
    let mut second = Terminal::of(of("Chi bộ 1", &[]));
    second.answer("Tên công việc là gì?", "Hai\r");
    second.answer("Ai thực hiện?", INTERRUPT);
    assert_eq!(second.end(), 2);
    first.press(INTERRUPT);
    assert_eq!(first.end(), 2);
    assert_eq!(drafts(&all).len(), 2);
    let mut other = Terminal::of(of("chi-bo-1", &[]));
    other.answer("Tên công việc là gì?", INTERRUPT);
    other.wait("chưa có câu trả lời nào để giữ");
    assert_eq!(other.end(), 2);
}

#[test]
fn a_log_that_cannot_be_written_leaves_the_draft_and_says_where() {
    let cell = cell();
    fs::write(cell.path().join("records"), "").expect("a file");
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a", "Việc"]));
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    pass_over_facts(&mut terminal);
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    terminal.wait("được giữ ở");
    assert_eq!(terminal.end(), 2);
    assert_eq!(drafts(&cell).len(), 1);
}

#[test]
fn where_no_draft_can_be_kept_that_is_said_at_once_and_the_log_is_written_all_the_same() {
    let cell = cell();
    let mut command = hieucan(&cell, &["--member", "can-bo-a"]);
    command.env("HOME", "/proc");
    let mut terminal = Terminal::of(command);
    terminal.answer("Tên công việc là gì?", "Việc\r");
    terminal.wait("! Không giữ được bản nháp");
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    pass_over_facts(&mut terminal);
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    write(terminal);
}
