//! Values and items that begin with a sign of YAML: each is told at its own line, with the line to write.

use crate::cell_test::{CellTest, SETTINGS};
use crate::slips::{of_log, told};

#[test]
fn a_value_that_begins_with_a_sign_of_yaml_is_shown_in_quotation_marks() {
    for (lines, place, line) in [
        ("purpose: [Khẩn] Kế hoạch đợt 2\narchive: Tủ", "6:10", "purpose: \"[Khẩn] Kế hoạch đợt 2\""),
        ("purpose: {Khẩn} Kế hoạch", "6:10", "purpose: \"{Khẩn} Kế hoạch\""),
        ("lessons:\n  - text: [Khẩn] \"Họp\"", "7:11", "- text: \"[Khẩn] \\\"Họp\\\"\""),
        ("mục đích: > 90% đảng viên nắm rõ", "6:11", "mục đích: \"> 90% đảng viên nắm rõ\""),
        ("purpose: | Nắm", "6:10", "purpose: \"| Nắm\""),
        ("purpose: !Đ", "6:10", "purpose: \"!Đ\""),
        ("purpose: ? Nắm", "6:10", "purpose: \"? Nắm\""),
        ("purpose: * Nắm", "6:10", "purpose: \"* Nắm\""),
        ("purpose: & Nắm", "6:10", "purpose: \"& Nắm\""),
        ("purpose: @ban", "6:10", "purpose: \"@ban\""),
        ("purpose: % Nắm", "6:10", "purpose: \"% Nắm\""),
        ("purpose: `Nắm`", "6:10", "purpose: \"`Nắm`\""),
        ("purpose: , Nắm", "6:10", "purpose: \", Nắm\""),
        ("purpose:\n  > 90% nắm rõ", "7:3", "\"> 90% nắm rõ\""),
    ] {
        let (at, said, next) = told("yaml-syntax", lines);
        assert_eq!(at, place, "{lines}: {said}");
        assert!(said.contains("giá trị bắt đầu bằng dấu riêng của YAML"), "{lines}: {said}");
        assert!(next.starts_with(&format!("Đặt cả giá trị trong dấu nháy kép: `{line}`; ")), "{lines}: {next}");
    }
    for (lines, line) in [
        ("purpose: *Nắm* rõ", "purpose: \"*Nắm* rõ\""),
        ("purpose: &Nắm rõ", "purpose: \"&Nắm rõ\""),
        ("purpose: ! Nắm", "purpose: \"! Nắm\""),
        ("purpose:\n  **Nắm** rõ", "\"**Nắm** rõ\""),
        ("lessons:\n  - [Khẩn] Họp: đợt 2", "- \"[Khẩn] Họp: đợt 2\""),
        ("outputs:\n  *Kế hoạch\n  *Báo cáo", "- Kế hoạch"),
    ] {
        let (_, _, next) = told("yaml-feature", lines);
        assert!(next.contains(&format!("ghi như sau: `{line}`")), "{lines}: {next}");
    }
    for (lines, hint) in [
        ("direction: {summary: @a}", "ví dụ `\"@bantuyengiao\"`;"),
        ("strengths: [a] # b\n c", "Ghi dấu hai chấm"),
        ("strengths: [a, b # hai", "Mỗi ngoặc mở"),
    ] {
        let (_, _, next) = told("yaml-syntax", lines);
        assert!(next.contains(hint), "{lines}: {next}");
    }
    let (_, _, next) = told("yaml-feature", "direction: {summary: *a}");
    assert!(next.starts_with("Viết thẳng giá trị"), "{next}");
}

#[test]
fn a_list_with_other_signs_than_hyphens_is_shown_with_hyphens() {
    for (lines, place, line) in [
        ("outputs:\n  * Kế hoạch\n  * Báo cáo", "7:3", "- Kế hoạch"),
        ("outputs:\n* Kế hoạch", "7:1", "- Kế hoạch"),
        ("outputs:\n  - Kế hoạch\n  – Báo cáo", "8:3", "- Báo cáo"),
        ("outputs:\n  - Kế hoạch\n  -Báo cáo\n  - Sổ", "8:3", "- Báo cáo"),
        ("outputs:\n  + Kế hoạch\n  + name: Sổ", "8:3", "- name: Sổ"),
    ] {
        let (at, said, next) = told("yaml-syntax", lines);
        assert_eq!(at, place, "{lines}: {said}");
        assert!(said.contains("không phải dấu gạch đầu dòng"), "{lines}: {said}");
        assert!(next.contains(&format!("một dấu cách: `{line}`; ")), "{lines}: {next}");
    }
}

#[test]
fn a_path_with_backslashes_is_shown_with_slashes() {
    for (file, found) in [
        ("records\\2026\\a.pdf", "records\\2026\\a.pdf"),
        ("'records\\2026\\a.pdf'", "records\\2026\\a.pdf"),
        ("\"records\\\\2026\\\\a.pdf\"", "records\\\\2026\\\\a.pdf"),
        ("\"records/2026\\a.pdf\"", "records/2026\\a.pdf"),
    ] {
        let (at, said, next) = told("missing-file", &format!("outputs: {{file: {file}}}"));
        assert_eq!((at.as_str(), said), ("6:17", format!("đường dẫn `{found}` có dấu `\\`, ở đây cần dấu `/`")));
        assert!(next.starts_with("Có phải `records/2026/a.pdf`? Thay mọi dấu `\\` bằng dấu `/`"), "{file}: {next}");
    }
    let (_, _, next) = told("missing-file", "outputs: {file: \"records\\tep\\noi.pdf\"}");
    assert!(next.starts_with("Có phải `records/tep/noi.pdf`?"), "{next}");
    for file in ["C:\\a.pdf", "..\\a.pdf", "\\\\may-chu\\a.pdf"] {
        told("file-outside-root", &format!("outputs: {{file: {file}}}"));
    }
    for (lines, hint) in [
        ("archive: \"Tủ\\a\"", "Trong dấu nháy kép, dấu \\ có nghĩa riêng"),
        ("outputs: {file: \"tep\\f.pdf\"}", "Trong dấu nháy kép, dấu \\ có nghĩa riêng"),
        ("archive: \"Tủ\\0\"", "Xóa ký tự ở vị trí này"),
    ] {
        let (_, _, next) = told("control-character", lines);
        assert!(next.starts_with(hint), "{lines}: {next}");
    }
}

#[test]
fn an_excuse_confirmed_by_a_name_of_several_members_asks_for_the_id() {
    let settings = SETTINGS.replace("Trần Thị Bình", "Lê Văn Cường");
    let log = "due: 2026-05-04\ndone: 2026-05-05\nexcused: {reason: Chờ, confirmed_by: Lê Văn Cường}";
    let cell = CellTest::new().file("hieucan.yaml", &settings).record("can-bo-a/2026-05-04-viec.md", log);
    let problem = cell.problems().iter().find(|problem| problem.code.id() == "excuse-unconfirmed").expect("told");
    let said = problem.message(hieucan::base::i18n::Catalog::of(hieucan::base::i18n::Lang::Vi));
    assert!(said.ends_with("họ tên người xác nhận là họ tên của nhiều đảng viên, không rõ là ai"), "{said}");
}

#[test]
fn a_value_of_another_type_is_answered_by_what_is_wanted() {
    for (lines, hint) in [
        ("risks: {risk: a, happened: maybe}", "Ghi `có` hoặc `không`"),
        ("due: {a: b}", "Ghi một ngày, ví dụ `05/01/2026`"),
        ("archive: {a: b}", "Ghi thẳng đoạn chữ sau dấu hai chấm"),
        ("direction: [a]", "Bỏ dấu ngoặc vuông hoặc dấu gạch đầu dòng thừa"),
        ("direction: {asked: a}", "Ghi câu hỏi và trả lời như `asked: {q:"),
    ] {
        let lines = lines.replace("due:", "done:");
        let (_, said, next) = told("wrong-type", &lines);
        assert!(next.starts_with(hint), "{lines}: {said}. {next}");
    }
    let (_, _, next) = of_log("wrong-type", "---\nHọp\n---\n");
    assert!(next.starts_with("Ghi mỗi mục một dòng, gồm tên mục"), "{next}");
}

#[test]
fn several_steps_without_brackets_are_asked_about() {
    let (_, _, next) = told("unknown-step", "steps: [{id: a}, {id: b}, {id: c, after: \"a, b\"}]");
    assert_eq!(next, "Có phải `[a, b]`? Nhiều bước thì đặt trong ngoặc vuông, ví dụ `after: [a, b]`");
    let (_, _, next) = told("unknown-step", "steps: [{id: viet}, {id: c, after: viett}]");
    assert_eq!(next, "Có phải `viet`? Ghi mã của một bước có trong `steps`, hoặc thêm bước còn thiếu");
}
