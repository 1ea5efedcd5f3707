//! What pages and data say of the history, and what they keep to themselves.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::cell_test::SETTINGS;
use crate::git_history::{Repository, record};
use crate::links::assert_sound;

const AN: &str = "Nguyễn Văn An <an@vidu.example>";
const STRANGER: &str = "thu-ky@vidu.example <thu-ky@vidu.example>";
const LOG: &str = "records/2026/can-bo-a/ke-hoach.md";

fn settings(more: &str) -> String {
    let members = SETTINGS.replace("name: Nguyễn Văn An}", "name: Nguyễn Văn An, emails: [AN@vidu.example]}");
    format!("{members}{more}")
}

fn build(cell: &Repository, variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.arg("build").arg("--root").arg(cell.root()).env("GIT_CONFIG_GLOBAL", "/dev/null");
    let output = command.envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn page(cell: &Repository, path: &str) -> String {
    fs::read_to_string(cell.root().join("site").join(path)).unwrap()
}

fn task(cell: &Repository) -> String {
    page(cell, "tasks/can-bo-a/ke-hoach/index.html")
}

/// The text of a page without its marks, with blanks joined.
fn text(page: &str) -> String {
    let parts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn holds(folder: &Path, needle: &str) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let found = files.filter(|entry| {
        let bytes = fs::read(entry.path()).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
    });
    found.map(|entry| entry.path().display().to_string()).collect()
}

#[test]
fn a_task_says_when_it_was_logged_and_by_whom_and_the_footer_which_commit() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings(""));
    cell.write(".gitignore", "site/\n");
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write(LOG, &record("Kế hoạch tuyên truyền"));
    let head = cell.commit(STRANGER, "2026-02-03");
    build(&cell, &[]);
    let told = text(&task(&cell));
    assert!(told.contains("Ghi lần đầu 21/01/2026 , Nguyễn Văn An; 2 ngày sau khi hoàn thành"), "{told}");
    assert!(told.contains("Ghi lần cuối 03/02/2026 , thu-ky Số lần ghi 2"), "{told}");
    assert!(told.contains(&format!("Lần ghi git {}", &head[..10])) && !told.contains("chưa ghi"), "{told}");
    assert_eq!(holds(&cell.root().join("site"), "vidu.example"), Vec::<String>::new());
    let records = page(&cell, "data/records.json");
    assert!(records.contains("\"logged\":\"2026-01-21\",\"changed\":\"2026-02-03\",\"changes\":2}"), "{records}");

    // A second build of the same tree gives the same bytes; an edit makes the tree dirty.
    let before = page(&cell, "manifest.json");
    build(&cell, &[]);
    assert_eq!(before, page(&cell, "manifest.json"));
    cell.write(LOG, &record("Kế hoạch đang sửa"));
    build(&cell, &[]);
    let told = text(&task(&cell));
    assert!(told.contains("đang sửa, chưa ghi vào git") && told.contains("có sửa đổi chưa ghi"), "{told}");
}

#[test]
fn variables_of_a_hook_lead_git_nowhere_else() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    let head = cell.commit(AN, "2026-01-21");
    build(&cell, &[("GIT_DIR", "/none"), ("GIT_INDEX_FILE", "/none"), ("GIT_WORK_TREE", "/none")]);
    assert!(task(&cell).contains(&head[..10]));
}

#[test]
fn without_git_the_site_is_built_and_says_that_it_does_not_know() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    let output = build(&cell, &[("PATH", "/none")]);
    let told = text(&task(&cell));
    assert!(told.contains("Lịch sử ghi không rõ: máy dựng trang không có git"), "{told}");
    assert!(told.contains("Lần ghi git không rõ"), "{told}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("máy này không có lệnh git"), "{said}");
}

#[test]
fn a_program_beside_the_records_is_not_taken_for_git() {
    use std::os::unix::fs::PermissionsExt;

    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write("git", "#!/bin/sh\ntouch was-run\n");
    fs::set_permissions(cell.root().join("git"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let output = command.arg("build").current_dir(cell.root()).env("PATH", ".::").output().unwrap();
    assert!(output.status.success() && !cell.root().join("was-run").exists());
}

#[test]
fn a_cell_without_a_repository_speaks_of_none() {
    let cell = crate::cell_test::CellTest::new().record("can-bo-a/2026-05-04-viec.md", "criteria: {H1: met}");
    assert!(cell.problems().iter().all(|problem| problem.path.starts_with("records/")));
    let page = fs::read_to_string(cell.root().join("site/tasks/can-bo-a/2026-05-04-viec/index.html")).unwrap();
    assert!(!page.contains("git") && !page.contains("Lịch sử ghi"));
}

#[test]
fn a_file_that_is_not_committed_says_so() {
    let cell = Repository::new();
    cell.write(".gitignore", "site/\n");
    cell.commit(AN, "2026-01-01");
    cell.write(LOG, &record("Kế hoạch"));
    build(&cell, &[]);
    let told = text(&task(&cell));
    assert!(told.contains("Lịch sử ghi chưa ghi vào git") && told.contains("có sửa đổi chưa ghi"), "{told}");
}

#[test]
fn a_closed_period_lists_what_was_changed_afterwards() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}, {period: 2026-02}]\n"));
    cell.write(".gitignore", "site/\n");
    cell.write(LOG, &record("Kế hoạch"));
    cell.write("records/dung-han.md", &record("Việc ghi đúng kỳ"));
    cell.commit(AN, "2026-04-05");
    build(&cell, &[]);
    let told = text(&page(&cell, "periods/2026-q1/index.html"));
    assert!(told.contains("Quý I/2026 khóa sổ ngày 05/4/2026. Sau ngày đó không nhật ký nào"), "{told}");

    cell.write(LOG, &record("Kế hoạch sửa sau"));
    cell.commit(AN, "2026-04-06");
    build(&cell, &[]);
    for period in ["2026-q1", "2026-01"] {
        let told = text(&page(&cell, &format!("periods/{period}/index.html")));
        let list = told.rsplit("Sau khi khóa sổ").next().unwrap().split("Công việc Ngày giao").next().unwrap();
        assert!(list.contains("Sau ngày đó có 1 nhật ký"), "{period}: {list}");
        assert!(
            list.contains("Kế hoạch sửa sau") && !list.split("2026: công việc").next().unwrap().contains("đúng kỳ")
        );
    }
    assert!(!page(&cell, "periods/2026/index.html").contains("Sau khi khóa sổ"));
}

#[test]
fn a_closed_period_names_what_was_deleted_or_moved_out_of_it_afterwards() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}]\n"));
    cell.write(".gitignore", "site/\n");
    let hidden = |title: &str| record(title).replace("due:", "visibility: leaders\ndue:");
    for (name, title) in [("o-lai", "Việc ở lại"), ("xoa", "Việc bị xóa"), ("chuyen", "Việc bị chuyển")]
    {
        cell.write(&format!("records/{name}.md"), &record(title));
    }
    for (name, title) in [("trong-quy", "Việc đổi tháng"), ("huy", "Việc bị hủy"), ("doi-ten", "Việc đổi tên")]
    {
        cell.write(&format!("records/{name}.md"), &record(title));
    }
    let folder = record("Việc đổi thư mục");
    cell.write("records/doi-thu-muc.md", &folder);
    cell.write("records/kin.md", &hidden("Việc kín bị xóa"));
    cell.write("records/thanh-kin.md", &record("Việc sau thành kín"));
    cell.write("records/mat.md", &format!("{}Tài liệu MẬT\n", record("Việc có dấu")));
    cell.write("records/sai.md", &record("Việc có lỗi").replace("due:", "duee: x\ndue:"));
    cell.write("records/ngoai-ky.md", &record("Việc ngoài kỳ").replace("done: 2026-01-19", "done: 2026-04-02"));
    cell.commit(AN, "2026-04-05");

    let remove = |name: &str| fs::remove_file(cell.root().join(name)).unwrap();
    ["records/xoa.md", "records/kin.md", "records/mat.md", "records/ngoai-ky.md"].into_iter().for_each(remove);
    remove("records/sai.md");
    cell.write("records/chuyen.md", &record("Việc bị chuyển").replace("done: 2026-01-19", "done: 2026-04-09"));
    cell.write("records/trong-quy.md", &record("Việc đổi tháng").replace("done: 2026-01-19", "done: 2026-02-09"));
    cell.write("records/huy.md", &record("Việc bị hủy").replace("done: 2026-01-19", "status: cancelled"));
    remove("records/doi-ten.md");
    remove("records/doi-thu-muc.md");
    cell.write("records/2026/can-bo-a/doi-thu-muc.md", &folder);
    cell.write("records/ten-moi.md", &format!("{}\nThêm một đoạn khác hẳn.\n", record("Việc đổi tên")));
    cell.write("records/thanh-kin.md", &hidden("Việc sau thành kín"));
    cell.commit(AN, "2026-04-10");
    cell.write("records/chua-ghi.md", "");
    build(&cell, &[]);
    let left = |period: &str| {
        let told = text(&page(&cell, &format!("periods/{period}/index.html")));
        let list = told.rsplit("Nhật ký không còn tính vào kỳ").next().unwrap().to_owned();
        list.split("2026: công việc").next().unwrap().to_owned()
    };
    let quarter = left("2026-q1");
    for (title, now) in
        [("xóa", "đã xóa"), ("chuyển", "đã chuyển sang kỳ khác: Tháng 4/2026"), ("hủy", "đã hủy, không tính")]
    {
        let row = quarter.split(&format!("Việc bị {title}")).nth(1).unwrap_or_else(|| panic!("{title}: {quarter}"));
        assert!(row.trim_start_matches(" Nguyễn Văn An ").starts_with(now), "{title}: {row}");
    }
    for other in ["ở lại", "đổi tháng", "đổi tên", "đổi thư mục", "kín", "có dấu", "ngoài kỳ", "có lỗi"]
    {
        assert!(!quarter.contains(other), "{other}: {quarter}");
    }
    assert!(text(&page(&cell, "periods/2026-q1/index.html")).contains("3 nhật ký tính vào kỳ khi khóa sổ"));
    let month = left("2026-01");
    assert!(month.contains("Việc đổi tháng Nguyễn Văn An đã chuyển sang kỳ khác: Tháng 2/2026"), "{month}");
    assert!(holds(&cell.root().join("site"), "Việc kín bị xóa").is_empty());

    fs::remove_file(cell.root().join("records/o-lai.md")).unwrap();
    build(&cell, &[]);
    assert!(
        left("2026-q1").contains("Việc ở lại Nguyễn Văn An đã xóa hoặc đưa khỏi nơi lưu nhật ký chưa ghi vào git"),
        "{}",
        left("2026-q1")
    );
}

#[test]
fn a_log_that_was_given_a_name_that_is_passed_over_has_left_its_closed_period() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}]\n"));
    cell.write(".gitignore", "site/\n");
    let moves =
        [("a", "records/.a.md"), ("b", "records/b.txt"), ("c", "records/.cu/c.md"), ("d", "records/d.review.md")];
    for (name, _) in moves {
        cell.write(&format!("records/{name}.md"), &record(&format!("Việc {name}")));
    }
    cell.write("records/o-lai.md", &record("Việc ở lại"));
    cell.write("records/mau.txt", &record("Việc không phải nhật ký"));
    cell.write("records/README.md", &record("Việc không phải nhật ký"));
    cell.commit(AN, "2026-04-05");
    fs::create_dir(cell.root().join("records/.cu")).unwrap();
    for (name, to) in moves {
        cell.git(&["mv", &format!("records/{name}.md"), to]);
    }
    let left = || {
        build(&cell, &[]);
        let told = text(&page(&cell, "periods/2026-q1/index.html"));
        told.rsplit("Nhật ký không còn tính vào kỳ").next().unwrap().split("2026: công việc").next().unwrap().to_owned()
    };
    for committed in [false, true] {
        if committed {
            cell.commit(AN, "2026-04-10");
        }
        let left = left();
        for (name, _) in moves {
            assert!(left.contains(&format!("Việc {name} Nguyễn Văn An đã xóa hoặc đưa khỏi")), "{name}: {left}");
        }
        assert!(!left.contains("không phải") && !left.contains("ở lại"), "{left}");
    }
}

#[test]
fn a_closed_period_that_all_logs_have_left_still_has_its_page() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}]\n"));
    cell.write(".gitignore", "site/\n");
    cell.write("records/a.md", &record("Việc bị xóa"));
    let other = record("Việc quý sau").replace("done: 2026-01-19", "done: 2026-04-20");
    for elsewhere in [true, false] {
        cell.write("records/a.md", &record("Việc bị xóa"));
        cell.write("records/b.md", &other);
        cell.commit(AN, "2026-04-05");
        fs::remove_file(cell.root().join("records/a.md")).unwrap();
        if !elsewhere {
            fs::remove_file(cell.root().join("records/b.md")).unwrap();
        }
        cell.commit(AN, "2026-05-01");
        build(&cell, &[]);
        for period in ["2026-q1", "2026-01"] {
            let told = text(&page(&cell, &format!("periods/{period}/index.html")));
            assert!(told.contains("0 nhật ký") && told.contains("Việc bị xóa Nguyễn Văn An đã xóa"), "{told}");
        }
        assert!(page(&cell, "index.html").contains("periods/2026-q1/index.html"));
        assert_sound(&cell.root().join("site"), &[]);
    }
}

#[test]
fn a_closed_period_says_that_what_a_later_merge_brought_cannot_be_told() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}]\n"));
    cell.write(".gitignore", "site/\n");
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-03-16");
    let main = cell.git(&["rev-parse", "--abbrev-ref", "HEAD"]);
    cell.git(&["checkout", "-q", "-b", "nhanh"]);
    cell.write("records/moi.md", &record("Việc ghi ở nhánh"));
    cell.commit(AN, "2026-04-01");
    cell.git(&["checkout", "-q", main.trim()]);
    let told = || {
        build(&cell, &[]);
        text(&page(&cell, "periods/2026-q1/index.html"))
    };
    assert!(!told().contains("gộp nhánh"), "{}", told());
    cell.git(&["merge", "-q", "--no-ff", "--no-commit", "nhanh"]);
    cell.commit(AN, "2026-05-10");
    assert!(
        told()
            .contains("tính theo ngày ghi trong git. Sau ngày khóa sổ còn gộp nhánh, lần cuối ngày 10/5/2026: nhật ký"),
        "{}",
        told()
    );
}

#[test]
fn a_mailmap_gives_no_commit_of_a_member_to_another() {
    let cell = Repository::new();
    let roster = settings("").replace("id: can-bo-b", "id: can-bo-b, emails: [binh@vidu.example]");
    cell.write("hieucan.yaml", &roster);
    cell.write(".gitignore", "site/\n");
    cell.write(".mailmap", "Trần Thị Bình <binh@vidu.example> <an@vidu.example>\n");
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    build(&cell, &[]);
    let told = text(&task(&cell));
    assert!(told.contains("Ghi lần đầu 21/01/2026 , Nguyễn Văn An"), "{told}");
}

#[test]
fn a_log_that_may_have_been_renamed_says_when_it_was_last_written_and_that_there_may_be_more() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("closed: [{period: 2026-q1, on: 2026-04-05}]\n"));
    cell.write(".gitignore", "site/\n");
    cell.write("records/cu.md", &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    fs::remove_file(cell.root().join("records/cu.md")).unwrap();
    cell.write(LOG, &record("Kế hoạch tuyên truyền"));
    cell.commit(STRANGER, "2026-05-01");
    build(&cell, &[]);
    let told = text(&task(&cell));
    let expected = "đã được đổi tên Ghi lần cuối 01/5/2026 , thu-ky Số lần ghi ít nhất 1";
    assert!(told.contains(expected), "{told}");
    let closed = text(&page(&cell, "periods/2026-q1/index.html"));
    assert!(closed.contains("01/5/2026 , thu-ky ít nhất 1"), "{closed}");
}

#[test]
fn nothing_of_the_history_of_a_withheld_record_is_told() {
    let cell = Repository::new();
    cell.write(".gitignore", "site/\n");
    cell.write("records/thay.md", &record("Thấy được"));
    cell.commit(AN, "2026-01-21");
    let hidden = record("Kín").replace("due:", "visibility: leaders\ndue:");
    cell.write("records/kin.md", &hidden);
    cell.write("records/sai.md", &record("Sai").replace("due:", "visibility: lãnh đao\ndue:"));
    cell.write("records/mat.md", &format!("{}Tài liệu MẬT\n", record("Dấu mật")));
    cell.commit("Người Ghi Kín <kin@vidu.example>", "2025-12-25");
    build(&cell, &[]);
    let site = cell.root().join("site");
    for canary in ["Người Ghi Kín", "kin@", "25/12/2025", "2025-12-25"] {
        assert_eq!(holds(&site, canary), Vec::<String>::new(), "{canary}");
    }
    // That it is being changed is not told either.
    cell.write("records/kin.md", &format!("{hidden}\nthêm\n"));
    build(&cell, &[]);
    assert!(!page(&cell, "index.html").contains("có sửa đổi chưa ghi"));
}

#[test]
fn readers_from_outside_learn_when_but_not_who() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", &settings("audience: public\n"));
    cell.write(".gitignore", "site/\n");
    let log = record("Kế hoạch").replacen("---\n", "---\nvisibility: public\n", 1);
    cell.write(LOG, &log);
    cell.commit(AN, "2026-01-21");
    cell.write(LOG, &log.replace("Kế hoạch", "Kế hoạch tuyên truyền"));
    cell.commit("Ngô Văn Khách <khach@vidu.example>", "2026-02-03");
    build(&cell, &[]);
    let told = text(&page(&cell, "tasks/m01/ke-hoach/index.html"));
    assert!(told.contains("Ghi lần đầu 21/01/2026 , N.V.A. (m01)"), "{told}");
    assert!(told.contains("Ghi lần cuối 03/02/2026 , N.V.K."), "{told}");
    for name in ["Nguyễn Văn An", "Ngô Văn Khách", "vidu.example", "can-bo-a"] {
        assert_eq!(holds(&cell.root().join("site"), name), Vec::<String>::new(), "{name}");
    }
}
