//! Slips of people who know no YAML: each is told where it stands, with what to write instead.

use hieucan::base::diagnostic::Problem;
use hieucan::base::i18n::{Catalog, Lang};

use crate::cell_test::CellTest;

/// The problem with this code of a log that has these lines below its title, member and dates: line and column, message, hint.
pub fn told(code: &str, lines: &str) -> (String, String, String) {
    let above = "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-04\ndue: 2026-05-06\n";
    of_log(code, &format!("{above}{lines}\n---\n"))
}

/// The same of a whole log.
pub fn of_log(code: &str, log: &str) -> (String, String, String) {
    let cell = CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", log);
    let found = cell.problems().iter().filter(|problem| problem.code.id() == code).collect::<Vec<&Problem>>();
    let [problem] = found.as_slice() else { panic!("{log}: {:?}", cell.codes()) };
    let catalog = Catalog::of(Lang::Vi);
    let place = format!("{}:{}", problem.at.line, problem.at.column);
    (place, problem.message(catalog), problem.hint(catalog))
}

#[test]
fn a_syntax_error_is_told_at_the_slip_that_it_comes_from() {
    for (lines, place, message, hint) in [
        ("criteria:\n\tH1: met", "7:1", "phím Tab", "Xóa dấu Tab"),
        ("strengths:\n  - a\n\t- b", "8:1", "phím Tab", "Xóa dấu Tab"),
        ("purpose:abc", "6:9", "thiếu dấu cách", "dấu cách sau dấu hai chấm"),
        ("lessons:\n  - text: Hỏi sớm\n    tag:x", "8:9", "thiếu dấu cách", "dấu cách sau dấu hai chấm"),
        ("purpose: \"Nắm mục đích\nprocedure: abc", "6:10", "không có dấu nháy đóng", "vào cuối đoạn chữ"),
        ("purpose: 'Nắm mục đích\nlessons: ['a', 'b']", "6:10", "không có dấu nháy đóng", "vào cuối đoạn chữ"),
        ("purpose: \"Nắm\narchive: \"Tủ hồ sơ\"", "6:10", "không có dấu nháy đóng", "vào cuối đoạn chữ"),
        ("purpose: \"Nắm \"đích\" nhé\"", "6:16", "sau dấu nháy đóng còn chữ", "thay bằng “ ”"),
        ("archive: \"D:\\tài liệu\\x\"", "6:10", "dấu \\ trong dấu nháy kép", "dấu nháy đơn"),
        ("strengths: [Việc #3, việc #4]", "6:18", "dấu # sau dấu cách", "dấu nháy kép"),
        ("purpose: Việc #3\n  và việc #4", "6:15", "dấu # sau dấu cách", "dấu nháy kép"),
        ("strengths: [a, b # hai", "6:12", "ngoặc đã mở", "ngoặc đóng cùng loại"),
        ("criteria:\n H1: met\n  H2: met", "8:3", "thụt vào sâu hơn dòng trên", "thẳng hàng với tên mục ở dòng trên"),
        ("  done: 2026-05-06", "6:3", "thụt vào sâu hơn dòng trên", "thẳng hàng với tên mục ở dòng trên"),
        ("purpose: Nắm\n  các việc\n  và: ba", "8:3", "thụt vào sâu hơn dòng trên", "trong dấu nháy kép"),
        ("lessons:\n  - text: Hỏi\n      tag: x", "8:7", "thụt vào sâu hơn dòng trên", "thẳng hàng"),
        ("criteria:\n  H1 met\n  H2: met", "7:3", "thiếu dấu hai chấm sau tên mục", "dấu hai chấm và một dấu cách"),
        ("purpose Nắm rõ\narchive: Tủ", "6:1", "thiếu dấu hai chấm sau tên mục", "dấu hai chấm và một dấu cách"),
        ("purpose Nắm rõ", "6:1", "thiếu dấu hai chấm sau tên mục", "thụt vào hai dấu cách"),
        ("lessons: - Một", "6:10", "ngay sau dấu hai chấm", "Xuống dòng"),
        ("archive: Tủ: ngăn 2", "6:12", "giá trị có dấu hai chấm", "Đặt cả giá trị"),
        ("lessons:\n  - Một\n    hai: ba", "8:8", "giá trị có dấu hai chấm", "Đặt cả giá trị"),
        ("strengths:\n  - Tỷ lệ đạt:95%\narchive: Tủ: ngăn 2", "8:12", "giá trị có dấu hai chấm", "Đặt cả giá trị"),
        ("purpose: |\n  Gồm ba việc:một\narchive: Tủ: ngăn", "8:12", "giá trị có dấu hai chấm", "Đặt cả giá trị"),
        (
            "purpose: >-\n  Gồm ba\n\n  việc:một\narchive: \"Tủ\": 2",
            "10:14",
            "giá trị có dấu hai chấm",
            "Đặt cả giá trị",
        ),
    ] {
        let (at, said, next) = told("yaml-syntax", lines);
        assert_eq!(at, place, "{lines}: {said}");
        assert!(said.contains(message) && next.contains(hint), "{lines}: {said}. {next}");
        assert!(next.ends_with("sau khi sửa xong chỗ này"), "{next}");
    }
}

#[test]
fn front_matter_without_any_blank_behind_its_colons_is_told_so() {
    let (at, said, _) = of_log("yaml-syntax", "---\n# x\ntitle:Việc\nmember:can-bo-a\nassigned:2026-05-04\n---\n");
    assert_eq!(at, "3:7", "{said}");
    assert!(said.contains("thiếu dấu cách"), "{said}");
}

#[test]
fn a_first_line_without_a_colon_is_told_and_not_the_line_below() {
    let (at, said, next) = of_log("yaml-syntax", "---\ntiêu đề Rà soát\nđảng viên: can-bo-a\n---\n");
    assert_eq!(at, "2:1", "{said}");
    assert!(said.contains("thiếu dấu hai chấm sau tên mục") && next.contains("`tiêu đề: Rà soát"), "{said}. {next}");
}

#[test]
fn a_sentence_with_a_colon_in_a_list_is_shown_as_it_must_be_written() {
    for (lines, code, line) in [
        ("strengths:\n  - Dự thảo: ngày 5", "wrong-type", "`- \"Dự thảo: ngày 5\"`"),
        ("context:\n- Họp lúc 8:30, gồm:", "wrong-type", "`- \"Họp lúc 8:30, gồm:\"`"),
        ("strengths: [Dự thảo: ngày 5, b]", "wrong-type", "`\"Dự thảo: ngày 5\"`"),
        ("purpose:\n  Dự thảo: bản\n    \"đầu\"", "wrong-type", "`\"Dự thảo: bản \\\"đầu\\\"\"`"),
        ("outputs:\n  - Dự thảo: ngày 5", "unknown-key", "`- \"Dự thảo: ngày 5\"`"),
        ("direction:\n  Dự thảo: ngày 5", "unknown-key", "`\"Dự thảo: ngày 5\"`"),
    ] {
        let (_, _, hint) = told(code, lines);
        assert!(hint.contains(&format!("trong dấu nháy kép: {line}")), "{lines}: {hint}");
    }
    for (lines, code) in [
        ("strengths: {a: b}", "wrong-type"),
        ("archive: []", "wrong-type"),
        ("outputs:\n  - nme: Kế hoạch", "unknown-key"),
        ("direction:\n  asked:\n    - Có gấp không: có", "unknown-key"),
        ("outputs: {lạ: x}", "unknown-key"),
        ("rubric:\n  id: x", "wrong-type"),
    ] {
        let (_, _, hint) = told(code, lines);
        assert!(!hint.contains("dấu nháy kép"), "{lines}: {hint}");
    }
}

#[test]
fn words_that_begin_with_a_hash_are_shown_in_quotation_marks() {
    for (lines, place, found, hint) in [
        ("purpose: #1 Nắm vững", "6:10", "`#1 Nắm vững`", "`\"#1 Nắm vững\"`"),
        ("mục đích : #1 Nắm vững  ", "6:12", "`#1 Nắm vững`", "`\"#1 Nắm vững\"`"),
        ("strengths:\n  - #1 Chủ động\n  - Đúng hạn", "7:5", "`#1 Chủ động`", "`\"#1 Chủ động\"`"),
        ("strengths:\n- Đúng hạn\n- #2 Chủ động", "8:3", "`#2 Chủ động`", "`\"#2 Chủ động\"`"),
        ("lessons:\n  - text: #3 Hỏi sớm\n    tag: hoi-som", "7:11", "`#3 Hỏi sớm`", "`\"#3 Hỏi sớm\"`"),
        ("lessons:\n  - #3 Hỏi sớm", "7:5", "`#3 Hỏi sớm`", "`\"#3 Hỏi sớm\"`"),
        ("lessons: #3 Hỏi \"sớm\"", "6:10", "`#3 Hỏi \"sớm\"`", "`\"#3 Hỏi \\\"sớm\\\"\"`"),
    ] {
        let (at, said, next) = told("text-after-hash", lines);
        assert_eq!(at, place, "{lines}: {said}");
        assert!(said.contains(found) && next.contains(hint), "{lines}: {said}. {next}");
    }
    let comments = "purpose: # ghi mục đích\nkind: #1\nstrengths:\n  - # chưa có\n  -\narchive: ~ #1\ncontext: ## sau\nlessons:\n  #1 Hỏi sớm\n  - Hỏi";
    let log = format!("---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-04\ndue: 2026-05-06\n{comments}\n---\n");
    let cell = CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", &log);
    assert!(!cell.codes().contains(&"text-after-hash"), "{:?}", cell.codes());
}

#[test]
fn of_an_unknown_key_it_is_told_which_keys_may_stand_there_as_the_file_spells_its_own() {
    let (_, _, hint) = told("unknown-key", "steps: [{id: a, xyz: b}]");
    assert!(
        hint.starts_with(
            "Các mục dùng được ở đây: id (mã), what (việc phải làm), start (ngày bắt đầu), end (ngày kết thúc), after ("
        ),
        "{hint}"
    );
    let (_, _, hint) = told("unknown-key", "tittle: x");
    assert!(hint.starts_with("Có phải `title`? Các mục dùng được ở đây: title, member, assigned, due,"), "{hint}");
    let vietnamese = |key: &str| {
        format!("---\n{key}: x\ntiêu đề: Việc\nđảng viên: can-bo-a\nngày giao: 2026-05-04\nhạn: 2026-05-06\n---\n")
    };
    let (_, _, hint) = of_log("unknown-key", &vietnamese("mục lạ"));
    assert!(hint.starts_with("Các mục dùng được ở đây: tiêu đề, đảng viên, ngày giao, hạn,"), "{hint}");
    let (_, _, hint) = of_log("unknown-key", &vietnamese("tiêu chí: {H1: {mức: đạt, xyz: x}}\nrisks"));
    assert!(hint.starts_with("Các mục dùng được ở đây: mức, minh chứng, lý do;"), "{hint}");
    let (_, _, hint) = told("unknown-key", "criteria: {H1: {level:met}}");
    assert_eq!(hint, "Thêm một dấu cách sau dấu hai chấm: `level: met`");
}

#[test]
fn what_stands_in_brackets_or_behind_a_dash_is_shown_without_them() {
    for (lines, message, hint) in [
        ("criteria:\n  - H1: đạt", "cần mỗi tiêu chí một dòng, ở đây là một danh sách", "một dòng, ghi như: `H1: đạt`"),
        ("criteria: [H1: met]", "cần mỗi tiêu chí một dòng", "dưới `tiêu chí:` (criteria) mỗi tiêu chí một dòng"),
        ("criteria: [H1, {H2: met, H3: {level: partial}}]", "", "`H2: met`, `H3: {level: partial}`"),
        (
            "purpose: [Để nắm, để làm]",
            "ở đây là một danh sách",
            "Bỏ dấu ngoặc hoặc dấu gạch đầu dòng, ghi như: `purpose: \"Để nắm, để làm\"`",
        ),
        ("mục đích:\n  - Để nắm\n  - \"Ngày: 3\"", "ở đây là một danh sách", "`mục đích: \"Để nắm; Ngày: 3\"`"),
        ("status: [done]", "ở đây là một danh sách", "`status: done`"),
        ("purpose: []", "ở đây là một danh sách", "Ghi thẳng đoạn chữ sau dấu hai chấm"),
    ] {
        let (_, said, next) = told("wrong-type", lines);
        assert!(said.contains(message) && next.contains(hint), "{lines}: {said}. {next}");
    }
    let (_, said, _) = of_log("wrong-type", "---\n- tiêu đề\n---\n");
    assert!(said.starts_with("phần khai báo cần một nhóm mục con"), "{said}");
}

#[test]
fn an_excuse_without_a_confirmation_is_shown_as_the_line_that_counts() {
    for (written, line) in [
        ("excused: Chờ văn bản", "`excused: {reason: Chờ văn bản, confirmed_by: …}`"),
        ("khách quan: Chờ, hỏi", "`khách quan: {lý do: \"Chờ, hỏi\", confirmed_by: …}`"),
        ("khách quan:\n  lý do: Chờ\n  confirmed_by: Ai", "`khách quan: {lý do: Chờ, confirmed_by: …}`"),
        ("excused: {confirmed_by: truong-ban}", "`excused: {reason: …, confirmed_by: truong-ban}`"),
    ] {
        let (_, said, hint) = told("excuse-unconfirmed", written);
        assert!(hint.ends_with(line), "{written}: {said}. {hint}");
        let mended = line.trim_matches('`').replace("by: …", "by: truong-ban").replace('…', "Chờ");
        let above = "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-04\ndue: 2026-05-06\ndone: 2026-05-07\n";
        let cell = CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", &format!("{above}{mended}\n---\n"));
        assert_eq!(cell.codes(), Vec::<&str>::new(), "{mended}");
    }
    let (_, _, hint) = told("unknown-key", "khách quan: Chờ\nconfirmed_by: truong-ban");
    assert!(hint.starts_with("Đặt bên trong mục `khách quan` (excused), ví dụ"), "{hint}");
}

#[test]
fn a_level_in_other_words_is_asked_about_and_words_are_told_as_the_writer_knows_them() {
    for (written, meant) in [
        ("đạt 1 phần", "đạt một phần"),
        ("Đạt 1/2", "đạt một phần"),
        ("không đạt", "chưa đạt"),
        ("khong dat", "chưa đạt"),
        ("n/a", "na"),
    ] {
        let (_, _, hint) = told("unknown-level", &format!("criteria: {{H1: {written}}}"));
        let words = "Các mức dùng được: đạt, đạt một phần, chưa đạt, không áp dụng (met, partial, unmet, na)";
        assert_eq!(hint, format!("Có phải `{meant}`? {words}"), "{written}");
    }
    let (_, said, _) = told("done-unexpected", "done: 2026-05-06\ntrạng thái: đang làm");
    assert!(said.ends_with("trạng thái là `đang làm`"), "{said}");
    let (_, _, hint) = told("unknown-key", "sản phẩm: {tên gọi: a}");
    let parts = "name (tên), ref (số, ký hiệu), link (địa chỉ liên kết), file (đường dẫn tệp)";
    assert!(hint.contains(parts), "{hint}");
}
