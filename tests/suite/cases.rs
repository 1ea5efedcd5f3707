//! Single bad files and small bad cells: `tests/cases/`. Each carries its expectation on the line.
//!
//! `#~ code` at the end of a line of YAML, or `<!--~ code -->` in a body, says that exactly this code is reported on
//! that line; `#~^ code` and `<!--~^ code -->` speak of the line above. Nothing else may be reported. A file
//! `<code>….md` is put into a small cell; a folder is a cell of its own, whose missing settings are the small cell's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hieucan::base::diagnostic::{Code, Problem};
use hieucan::base::error::Error;
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::pipeline;
use tempfile::TempDir;

const SETTINGS: &str = "\
cell: {id: chi-bo-mau, name: Chi bộ mẫu}
as_of: 2026-06-30
members:
  - {id: can-bo-a, name: Nguyễn Văn An, from: 2024-01-01}
  - {id: truong-ban, name: Trần Thị Bình, role: leader}
";

/// Codes by path and line.
type Found = BTreeMap<(String, u32), Vec<String>>;

/// Everything that `check` reports about the cell in `root`.
pub fn problems_of(root: &Path) -> Vec<Problem> {
    let options = Options { root: root.to_owned(), today: Date::new(2026, 6, 30), ..Options::default() };
    let checked = Config::resolve(options).and_then(|config| pipeline::check_only(&config, &pipeline::Silent));
    match checked {
        Ok(checked) => checked.problems,
        Err(Error::Unusable(problems)) => problems,
        Err(error) => panic!("{}: {error}", root.display()),
    }
}

fn reported(root: &Path) -> Found {
    let mut found = Found::new();
    for problem in problems_of(root) {
        let given: BTreeSet<_> = problem.args.iter().map(|(name, _)| *name).collect();
        let missing: Vec<_> = problem.code.facts().iter().filter(|name| !given.contains(*name)).collect();
        assert!(missing.is_empty(), "{} is reported without {missing:?}", problem.code.id());
        found.entry((problem.path, problem.at.line)).or_default().push(problem.code.id().to_owned());
    }
    found.values_mut().for_each(|codes| codes.sort());
    found
}

/// The expectations that a file carries.
fn expected(path: &str, bytes: &[u8]) -> Found {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Found::new();
    for (line, text) in (1..).zip(text.lines()) {
        let Some(marker) = text.split_once("#~").or_else(|| text.split_once("<!--~")).map(|(_, marker)| marker) else {
            continue;
        };
        let marker = marker.trim_end_matches("-->");
        let (line, codes) = marker.strip_prefix('^').map_or((line, marker), |codes| (line - 1, codes));
        let mut codes: Vec<String> = codes.split(',').map(|code| code.trim().to_owned()).collect();
        codes.sort();
        found.insert((path.to_owned(), line), codes);
    }
    found
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).expect("the cases").flatten().map(|entry| entry.path()).collect();
    cases.sort();
    cases
}

/// Lays `case` out as a cell in `root`, with `change` made to the bytes of every record; the expectations.
fn lay_out(case: &Path, root: &Path, change: fn(Vec<u8>) -> Vec<u8>) -> Found {
    write(root, "hieucan.yaml", SETTINGS.as_bytes());
    if case.is_file() {
        let name = case.file_name().and_then(|name| name.to_str()).expect("a name");
        return put(root, &format!("records/2026/can-bo-a/{name}"), change(fs::read(case).expect("a case")));
    }
    let mut found = Found::new();
    for path in files_below(case) {
        let name = path.strip_prefix(case).expect("a file of the case").to_str().expect("a path").to_owned();
        found.append(&mut put(root, &name, fs::read(&path).expect("a file of the case")));
    }
    found
}

fn put(root: &Path, path: &str, bytes: Vec<u8>) -> Found {
    write(root, path, &bytes);
    expected(path, &bytes)
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    walk.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

#[test]
fn every_case_reports_exactly_what_it_says() {
    let mut wrong = Vec::new();
    for case in cases() {
        let cell = TempDir::new().expect("a folder");
        let expected = lay_out(&case, cell.path(), |bytes| bytes);
        let reported = reported(cell.path());
        if reported != expected {
            let name = case.file_name().unwrap_or_default().to_string_lossy();
            wrong.push(format!("{name}\n  expected {expected:?}\n  reported {reported:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ends every line as Windows does, behind a byte order mark.
fn as_windows_writes(bytes: Vec<u8>) -> Vec<u8> {
    let mut out = b"\xef\xbb\xbf".to_vec();
    for byte in bytes {
        if byte == b'\n' {
            out.push(b'\r');
        }
        out.push(byte);
    }
    out
}

#[test]
fn a_byte_order_mark_and_crlf_move_no_problem() {
    let places =
        |root: &Path| problems_of(root).into_iter().map(|problem| (problem.code, problem.at)).collect::<Vec<_>>();
    for case in cases().iter().filter(|case| case.is_file()) {
        let (unix, windows) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
        lay_out(case, unix.path(), |bytes| bytes);
        lay_out(case, windows.path(), as_windows_writes);
        assert_eq!(places(unix.path()), places(windows.path()), "{}", case.display());
    }
}

/// Codes whose bad file cannot be kept in a repository or is too large to be: other tests make it.
const MADE_BY_OTHER_TESTS: [Code; 6] = [
    Code::FileTooLarge,
    Code::NameNotUtf8,
    Code::FolderTooDeep,
    Code::FileVanished,
    Code::SpecialFile,
    Code::FrontMatterTooLarge,
];

#[test]
fn every_code_has_a_case() {
    let mut marked: BTreeSet<String> = MADE_BY_OTHER_TESTS.iter().map(|code| code.id().to_owned()).collect();
    for case in cases() {
        let cell = TempDir::new().expect("a folder");
        marked.extend(lay_out(&case, cell.path(), |bytes| bytes).into_values().flatten());
    }
    let without: Vec<_> = Code::ALL.iter().map(|code| code.id()).filter(|id| !marked.contains(*id)).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn front_matter_over_64_kib_is_located_where_the_limit_is_passed() {
    let cell = TempDir::new().expect("a folder");
    write(cell.path(), "hieucan.yaml", SETTINGS.as_bytes());
    let lines = "context: đầy đặn\n".repeat(5000);
    write(cell.path(), "records/a.md", format!("---\n{lines}---\n").as_bytes());
    let limit = 64 * 1024 / "context: đầy đặn\n".len();
    let found =
        Found::from([(("records/a.md".to_owned(), limit as u32 + 2), vec!["front-matter-too-large".to_owned()])]);
    assert_eq!(reported(cell.path()), found);
}

/// What is said in Vietnamese of a log with these lines of front matter and this body: place, sentence and next step.
fn said(lines: &str, body: &str) -> Vec<String> {
    let cell = TempDir::new().expect("a folder");
    write(cell.path(), "hieucan.yaml", SETTINGS.as_bytes());
    let front = "title: Kế hoạch tuyên truyền\nmember: can-bo-a\nassigned: 2026-01-05\ndue: 2026-06-20";
    write(cell.path(), "records/a.md", format!("---\n{lines}\n{front}\n---\n{body}").as_bytes());
    let vi = Catalog::of(Lang::Vi);
    let told = |problem: &Problem| {
        format!("{}:{} {}. {}", problem.at.line, problem.at.column, problem.message(vi), problem.hint(vi))
    };
    problems_of(cell.path()).iter().map(told).collect()
}

#[test]
fn what_a_message_quotes_is_the_same_whatever_ends_its_lines() {
    let lines = "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-01-05\ndue: 2026-01-20\npurpose: |\n  một\n\n    hai\n---\n## A {#H1}\n\n- b\n- c\n";
    let quoted = |text: &str| {
        let cell = TempDir::new().expect("a folder");
        write(cell.path(), "hieucan.yaml", SETTINGS.as_bytes());
        write(cell.path(), "records/can-bo-a/a.md", text.as_bytes());
        let catalog = Catalog::of(Lang::Vi);
        problems_of(cell.path()).iter().map(|problem| problem.message(catalog)).collect::<Vec<_>>()
    };
    let messages = quoted(lines);
    assert!(messages.iter().any(|message| message.contains("`- b - c`")), "{messages:?}");
    assert_eq!(messages, quoted(&lines.replace('\n', "\r\n")));
}

#[test]
fn an_empty_section_is_said_to_be_empty_and_a_short_one_is_quoted() {
    let said = said("archive: Tủ 2", "## Bài học {#c6}\n\n## Bối cảnh {#H5}\nabc\n");
    let begins = ["8:1 dưới đề mục này chưa có nội dung nên", "10:1 `abc` có ít hơn 10 chữ cái"];
    assert_eq!(said.len(), begins.len(), "{said:?}");
    for (said, begins) in said.iter().zip(begins) {
        assert!(said.starts_with(begins), "{said}");
    }
}

#[test]
fn a_word_is_suggested_when_it_is_surely_meant_and_lists_begin_with_the_readers_words() {
    let hint = |lines| said(lines, "").join("\n");
    let status = hint("trạng thái: xong");
    let ends = "Có phải `hoàn thành`? Các trạng thái dùng được: kế hoạch, đang làm, hoàn thành, hủy \
        (planned, doing, done, cancelled)";
    assert!(status.ends_with(ends), "{status}");
    assert!(hint("ai giao: truong-ban").contains("Có phải `người giao`?"));
    assert!(!hint("criteria: [H7]").contains("Có phải"), "H1 is no nearer than H2");
    let level = hint("criteria: {H1: dạt}");
    assert!(
        level.contains("Có phải `đạt`? Các mức dùng được: đạt, đạt một phần, chưa đạt, không áp dụng (met"),
        "{level}"
    );
    for near in ["visibilty: leaders", "vizibility: x", "phạn vi xem: x"] {
        let told = hint(near);
        assert!(told.contains("Có phải `visibility`?") || told.contains("Có phải `phạm vi xem`?"), "{told}");
    }
}

#[test]
fn the_hint_of_what_does_not_apply_is_a_line_that_the_check_accepts() {
    let lines = [
        ("h3: na", "h3: {level: na, reason: …}"),
        ("H3: Không áp dụng", "H3: {mức: Không áp dụng, lý do: …}"),
        ("H3: {level: khong ap dung}", "H3: {level: na, reason: …}"),
    ];
    for (written, line) in lines {
        let told = said(&format!("criteria:\n  {written}"), "").join("\n");
        assert!(told.contains(&format!("Ghi `{line}`")), "{told}");
        let mended = line.replace('…', "Việc làm một mình");
        assert_eq!(said(&format!("criteria:\n  {mended}"), ""), Vec::<String>::new());
    }
}

#[test]
fn a_tag_that_is_not_read_is_answered_with_the_headings_own_words() {
    let told = |line: &str| said("archive: Tủ 2", &format!("{line}\nĐể mọi đảng viên nắm rõ nghị quyết.\n")).join("\n");
    for (line, heading) in [
        ("##Mục đích {#H1}", "`## Mục đích {#H1}`"),
        ("**Mục đích** {#h1}", "`## Mục đích {#H1}`"),
        ("- ## Mục đích {#H1}", "`## Mục đích {#H1}`"),
        ("## Mục đích {#H1} và yêu cầu", "`## Mục đích và yêu cầu {#H1}`"),
        ("<h2>Mục đích {#H1}</h2>", "`## Mục đích {#H1}`"),
        ("{#H1}", "`## … {#H1}`"),
    ] {
        assert!(told(line).contains(heading), "{line}: {}", told(line));
    }
    let two = told("## Nữa {#H1} {#C6}");
    assert!(two.contains("mỗi đề mục chỉ gắn một mã") && two.contains("`## Nữa {#H1}`"), "{two}");
    for quiet in
        ["<!-- {#H1} -->", "<!-- ghi sau:\n{#H1}\n-->", "Một câu <!-- {#H1} --> có chú thích", "## A {#H1} b {#H1}"]
    {
        assert_eq!(told(quiet), "", "{quiet}");
    }
}

#[test]
fn a_retired_criterion_without_its_day_is_told_that_it_needs_one() {
    let rubric = "id: r\nversion: 1\ntitle: Thử\ngroups:\n  - id: g\n    criteria:\n      - {id: A, label: Một, state: retired}\n";
    let cell = TempDir::new().expect("a folder");
    write(cell.path(), "hieucan.yaml", SETTINGS.as_bytes());
    write(cell.path(), "rubric.yaml", rubric.as_bytes());
    let told = problems_of(cell.path())[0].hint(Catalog::of(Lang::Vi));
    assert!(told.contains("`until: 2026-03-31`") && told.contains("`state: retired` phải đi cùng ngày này"), "{told}");
}

#[test]
fn a_member_written_by_name_is_told_the_id_and_one_with_other_marks_is_asked_about() {
    let hint = |member: &str| {
        let text = format!("---\ntitle: Kế hoạch\nmember: {member}\nassigned: 2026-01-05\ndue: 2026-06-20\n---\n");
        let cell = TempDir::new().expect("a folder");
        let roster = "  - {id: hoa, name: Trần Thị Hoa}\n  - {id: hoa-2, name: Trần Thị Hóa}\n";
        write(cell.path(), "hieucan.yaml", format!("{SETTINGS}{roster}").as_bytes());
        write(cell.path(), "records/a.md", text.as_bytes());
        problems_of(cell.path())[0].hint(Catalog::of(Lang::Vi))
    };
    for (written, id) in [("NGUYỄN Văn An", "can-bo-a"), ("Trần Thị Hoá", "hoa-2"), ("HOA", "hoa")] {
        let told = hint(written);
        assert!(told.starts_with("Người này đã có") && told.ends_with(&format!("ghi mã `{id}`")), "{told}");
    }
    for written in ["Nguyễn Văn Ân", "Nguyen Van An"] {
        let told = hint(written);
        assert!(told.starts_with("Có phải `Nguyễn Văn An`? Nếu là người khác thì thêm"), "{told}");
    }
    let told = hint("Tran Thi Hoa");
    assert!(!told.contains("Có phải") && told.ends_with("`hoa` (Trần Thị Hoa), `hoa-2` (Trần Thị Hóa)"), "{told}");
}

#[test]
fn an_escape_is_told_where_its_value_stands() {
    let told = said("archive: \"Tủ\\_số 2\"\nkind: planned", "");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("2:10 "), "{told:?}");
}
