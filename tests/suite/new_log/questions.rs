//! The questions at a terminal.

use std::process::Command;

use super::terminal::Terminal;
use super::{cell, check, hieucan, logs, run, status, text};

pub const DOWN: &str = "\u{1b}[B";
pub const ESCAPE: &str = "\u{1b}";
pub const INTERRUPT: &str = "\u{3}";

/// Passes over every criterion and what is told below.
pub fn pass_over(terminal: &mut Terminal, ids: &[&str]) {
    for id in ids {
        terminal.answer(&format!("{id} – "), "\r");
    }
    terminal.answer("Nội dung viết thêm", "\r");
}

pub const AFTER_H1: [&str; 10] = ["H2", "H3", "H4", "H5", "C1", "C2", "C3", "C4", "C5", "C6"];

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
    terminal.answer("Ai giao việc?", "nguyễn văn an\r");
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

#[test]
fn what_is_typed_takes_the_place_of_a_refused_line_and_a_line_is_cleared_at_once() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a"]));
    terminal.answer("Tên công việc là gì?", "Nhầm\u{15}Việc\r");
    terminal.answer("Giao ngày nào?", "30/2/2026\r");
    terminal.answer("không phải là ngày có thật", "5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "20/1/2026\r");
    terminal.answer("Hoàn thành ngày nào?", ESCAPE);
    terminal.answer("Hạn hoàn thành ngày nào?", ESCAPE);
    terminal.answer("Giao ngày nào?", "\u{15}25/1/2026\r");
    terminal.wait("Hạn hoàn thành ngày nào?");
    terminal.wait("> 2026-01-20");
    terminal.press("\r");
    terminal.wait("trước ngày giao (25/01/2026)");
    terminal.press(INTERRUPT);
    terminal.wait("được giữ ở");
    assert_eq!(terminal.end(), 2);
}

#[test]
fn what_no_choice_has_is_told_and_what_is_typed_next_takes_its_place() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &["Việc"]));
    terminal.answer("Ai thực hiện?", "Lạ\r");
    terminal.wait("không có dòng nào như «Lạ»");
    terminal.wait("số thứ tự");
    terminal.press("bình");
    terminal.wait(">  2. Trần Thị Bình");
    terminal.press("\r");
    terminal.answer("Giao ngày nào?", "30/2/2026\r");
    terminal.answer("không phải là ngày có thật", ESCAPE);
    terminal.answer("Ai thực hiện?", "\r");
    terminal.wait("Giao ngày nào?");
    terminal.wait("30/2/2026");
    terminal.press("5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", INTERRUPT);
    assert_eq!(terminal.end(), 2);
}

#[test]
fn a_log_of_the_same_task_is_told_of_before_everything_is_answered_twice() {
    let cell = cell();
    let path = "records/2026/can-bo-a/2026-01-05-ke-hoach-dot-2.md";
    assert_eq!(status(&run(&cell, &super::ENOUGH)), 0);
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a"]));
    terminal.answer("Tên công việc là gì?", "kế hoạch:  đợt 2\r");
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.wait("Đã có nhật ký của người này, cùng tên công việc, cùng ngày giao:");
    terminal.wait(path);
    terminal.answer("Hạn hoàn thành ngày nào?", INTERRUPT);
    assert_eq!(terminal.end(), 2);
}

#[test]
fn what_may_have_been_meant_is_offered_and_whoever_is_not_of_the_cell_is_named_twice() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a", "Việc"]));
    terminal.answer("Giao ngày nào?", "5.1.2026\r");
    terminal.wait("có phải 05/01/2026?");
    terminal.wait("05/01/2026");
    terminal.press("\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "20-1\r");
    terminal.wait("có phải 20/01/2026?");
    terminal.wait("20/01/2026");
    terminal.press("\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "Trần Thị Binh A\r");
    terminal.wait("Có phải `Trần Thị Bình`?");
    terminal.answer("không có", "Tran Thi Binh\r");
    terminal.wait("có phải Trần Thị Bình?");
    terminal.wait("> \u{1b}[7mTrần Thị Bình");
    terminal.press("Ban Tổ chức\r");
    terminal.answer("không có «Ban Tổ chức»", "\r");
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    assert_eq!(terminal.end(), 0);
    let log = text(&cell, &logs(&cell)[0]);
    assert!(log.contains("ngày giao: 05/01/2026\nhạn: 20/01/2026\nngười giao: Ban Tổ chức\n"), "{log}");
}

#[test]
fn a_name_typed_without_marks_is_offered_with_them_and_taken_by_enter() {
    let cell = cell();
    let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a", "Việc"]));
    terminal.answer("Giao ngày nào?", "5/1/2026\r");
    terminal.answer("Hạn hoàn thành ngày nào?", "\r");
    terminal.answer("Hoàn thành ngày nào?", "\r");
    terminal.answer("kế hoạch hay phát sinh?", "\r");
    terminal.answer("Ai giao việc?", "Trần Thị Binh\r");
    terminal.wait("Có phải `Trần Thị Bình`?");
    terminal.answer("không có", "tran thi binh\r");
    terminal.wait("> \u{1b}[7mTrần Thị Bình");
    terminal.press("\r");
    pass_over(&mut terminal, &[&["H1"][..], &AFTER_H1].concat());
    terminal.wait("Ghi nhật ký này");
    terminal.press("\r");
    assert_eq!(terminal.end(), 0);
    let log = text(&cell, &logs(&cell)[0]);
    assert!(log.contains("người giao: can-bo-b\n"), "{log}");
}

#[test]
fn what_does_not_apply_is_asked_for_its_reason_as_the_checks_demand() {
    let at_h1 = |cell: &tempfile::TempDir| {
        let mut terminal = Terminal::of(hieucan(cell, &["--member", "can-bo-a", "Việc"]));
        terminal.answer("Giao ngày nào?", "5/1/2026\r");
        terminal.answer("Hạn hoàn thành ngày nào?", "\r");
        terminal.answer("Hoàn thành ngày nào?", "\r");
        terminal.answer("kế hoạch hay phát sinh?", "\r");
        terminal.answer("Ai giao việc?", "\r");
        terminal.answer("H1 – ", "4\r");
        terminal.answer("Vì sao không áp dụng?", "\r");
        terminal
    };
    let reasons = [
        ("", "hoặc nhấn Enter lần nữa", "", "H1: không áp dụng\n"),
        ("", "hoặc nhấn Enter lần nữa", "Việc giản đơn", "H1:\n    mức: không áp dụng\n    lý do: Việc giản đơn\n"),
        ("checks: {na-without-reason: off}\n", "", "", "H1: không áp dụng\n"),
    ];
    for (settings, objection, reason, line) in reasons {
        let cell = cell();
        std::fs::write(cell.path().join("hieucan.yaml"), format!("{}{settings}", super::SETTINGS)).expect("a file");
        let mut terminal = at_h1(&cell);
        if !objection.is_empty() {
            terminal.answer(objection, &format!("{reason}\r"));
        }
        pass_over(&mut terminal, &AFTER_H1);
        terminal.wait("Ghi nhật ký này");
        terminal.press("\r");
        assert_eq!(terminal.end(), 0);
        assert!(text(&cell, &logs(&cell)[0]).contains(line), "{}", text(&cell, &logs(&cell)[0]));
    }
    let cell = cell();
    let settings = format!("{}checks: {{na-without-reason: error}}\n", super::SETTINGS);
    std::fs::write(cell.path().join("hieucan.yaml"), settings).expect("a file");
    let mut terminal = at_h1(&cell);
    terminal.answer("phải có lý do", "\r");
    terminal.answer("phải có lý do", "Việc giản đơn\r");
    terminal.answer("H2 – ", INTERRUPT);
    assert_eq!(terminal.end(), 2);
}

#[test]
fn a_cell_without_members_has_nobody_to_ask_about() {
    let cell = cell();
    std::fs::write(cell.path().join("hieucan.yaml"), "cell: {id: cb, name: Chi bộ}\nmembers: []\n").expect("a file");
    let mut terminal = Terminal::of(hieucan(&cell, &[]));
    terminal.wait("danh sách chi bộ chưa có ai");
    assert_eq!(terminal.end(), 2);
}

/// Whatever is pressed, nothing breaks, and what is written passes the check.
#[test]
fn any_keys_at_all_end_in_a_sound_log_or_in_none() {
    let keys = [
        "\r",
        "\r",
        "\r",
        "\r",
        "\r",
        "\r",
        ESCAPE,
        DOWN,
        "\u{1b}[A",
        "\u{1b}[C",
        "\u{15}",
        "\u{17}",
        "\u{7f}",
        "\u{1}",
        "1",
        "2",
        "3",
        "đ",
        "5/1/2026",
        "20-1",
        "todo",
        "Thống nhất nội dung",
        "\u{1b}[200~một\r\nhai\u{1b}[201~",
        "\u{0}",
        "\u{1b}[9~",
        "\u{202e}",
        "漢",
        "\"",
        ": ",
        "\\",
        "sửa",
        "ghi",
    ];
    let cell = cell();
    let mut state = 1_u32;
    for _ in 0..24 {
        let pressed: String = (0..150)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                keys[(state >> 16) as usize % keys.len()]
            })
            .collect();
        let mut terminal = Terminal::of(hieucan(&cell, &["--member", "can-bo-a"]));
        terminal.wait("Ctrl+U");
        terminal.wait("> ");
        terminal.press(&format!("{pressed}{INTERRUPT}{INTERRUPT}"));
        let ended = terminal.end();
        assert!(ended == 0 || ended == 2, "{ended} after {pressed:?}");
    }
    check(&cell);
}
