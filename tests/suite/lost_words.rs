//! Words that YAML takes for something else without a complaint: what they lose is told, with what to write instead.

use crate::cell_test::CellTest;
use crate::slips::{of_log, told};

const ABOVE: &str = "---\ntitle: Việc\nmember: can-bo-a\nassigned: 2026-05-04\ndue: 2026-05-06\n";

#[test]
fn keys_below_the_front_matter_are_told_to_be_words_of_the_body() {
    for (body, place, hint) in [
        ("criteria: {H1: met}\npurpose: Nắm rõ\n---\n", "7:1", "Xóa dòng `---` ngay trên dòng này"),
        ("\n \nTIÊU CHÍ :\n  H1: đạt\n---\n\nNội dung\n", "9:1", "Xóa dòng `---` ngay trên dòng này"),
        ("Muc dich: Nắm rõ\n\nNội dung\n", "7:1", "chuyển dòng này và các mục ở dưới lên trên dòng `---`"),
        ("outputs:\r\n- Kế hoạch\r\n# Đề mục\r\n---\r\n", "7:1", "chuyển dòng này"),
    ] {
        let (at, said, next) = of_log("keys-in-body", &format!("{ABOVE}---\n{body}"));
        assert_eq!(at, place, "{body}: {said}");
        assert!(said.contains("được đọc là lời của nội dung") && next.contains(hint), "{body}: {said}. {next}");
    }
    for body in
        ["", "---\n", "Việc: xong\n", "Đã xong.\n\ncriteria: x\n---\n", "- purpose: x\n", "due:x\n", "# Hạn: x\n"]
    {
        let log = format!("{ABOVE}---\n{body}");
        let cell = CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", &log);
        assert!(!cell.codes().contains(&"keys-in-body"), "{body}");
    }
}

#[test]
fn whom_a_log_is_for_holds_below_the_front_matter_too() {
    let pages = |body: &str| {
        let log = format!("{ABOVE}---\n{body}");
        CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", &log).page("tasks/index.html")
    };
    let is_shown = |body: &str| pages(body).contains("2026-05-04-viec");
    assert!(is_shown("purpose: Nắm rõ\nphạm vi xem: chi bộ\n---\n"));
    for body in [
        "visibility: leaders\n---\nChuyện kín",
        "purpose: Nắm rõ\nphạm vi xem: \"lãnh đạo\"\n",
        "\nvisibility: leaders\nvisibility: public\n---\n",
        "criteria: H1\nvisibility: lanh dao chi bo\n",
    ] {
        assert!(!is_shown(body), "{body}");
    }
}

#[test]
fn a_text_that_a_comma_cuts_within_braces_is_shown_whole_in_quotation_marks() {
    for (lines, place, line) in [
        ("criteria: {C2: {mức: đạt, lý do: Có hỏi lại, đã làm rõ}}", "6:46", "`lý do: \"Có hỏi lại, đã làm rõ\"`"),
        ("direction: {by: truong-ban, summary: Làm xong sớm, gọn}", "6:52", "`summary: \"Làm xong sớm, gọn\"`"),
        (
            "outputs: {name: \"Kế hoạch\", bản \"cuối\" , sạch, ref: 12-KH/BTG}",
            "6:29",
            "`name: \"Kế hoạch, bản \\\"cuối\\\" , sạch\"`",
        ),
        ("risks: [{risk: Chậm,\n  thiếu, happened: no}]", "7:3", "`risk: \"Chậm, thiếu\"`"),
    ] {
        let (at, _, hint) = told("unknown-key", lines);
        assert_eq!(at, place, "{lines}: {hint}");
        assert!(
            hint.starts_with("Trong ngoặc nhọn") && hint.ends_with(&format!("nháy kép: {line}")),
            "{lines}: {hint}"
        );
    }
    for lines in
        ["direction: {onn: 2026-05-04}", "outputs: {ref: 12-KH/BTG, 13-KH/BTG}", "direction:\n  summary: a\n  gọn:"]
    {
        let (_, _, hint) = told("unknown-key", lines);
        assert!(!hint.contains("nháy kép"), "{lines}: {hint}");
    }
    let (_, _, hint) = told("unknown-key", "criteria: {H1: {reason: Có hỏi, level:met}}");
    assert_eq!(hint, "Thêm một dấu cách sau dấu hai chấm: `level: met`");
}

#[test]
fn items_behind_the_dashes_of_a_word_processor_are_told_to_be_one_text() {
    for (lines, place, found, line) in [
        ("outputs:\n  – Kế hoạch\n  – Báo cáo", "7:3", "`–`", "`- Kế hoạch`"),
        ("strengths:\n  • Đúng hạn,\n    đủ ý\n  • Rõ", "7:3", "`•`", "`- \"Đúng hạn,\"`"),
        ("lessons:\n  + Hỏi sớm", "7:3", "`+`", "`- Hỏi sớm`"),
        ("risks:\n  -Chậm\n  -Thiếu", "7:3", "`-`", "`- Chậm`"),
        ("steps: [{id: a, after: – b}]", "6:24", "`–`", "`- b`"),
    ] {
        let (at, said, next) = told("list-sign", lines);
        assert_eq!(at, place, "{lines}: {said}");
        assert!(said.contains(found) && next.ends_with(line), "{lines}: {said}. {next}");
    }
    for lines in
        ["outputs: -5 độ", "outputs: \"– Kế hoạch\"", "outputs: +84", "outputs: Kế hoạch – đợt 2", "purpose: – Nắm rõ"]
    {
        let log = format!("{ABOVE}{lines}\n---\n");
        let cell = CellTest::new().file("records/can-bo-a/2026-05-04-viec.md", &log);
        assert!(!cell.codes().contains(&"list-sign"), "{lines}");
    }
}

#[test]
fn criteria_behind_a_dash_or_without_a_colon_are_asked_about() {
    for (lines, hint) in [
        ("criteria:\n  – H1: đạt", "Có phải `H1`? Bỏ dấu đứng trước mã tiêu chí; mỗi tiêu chí một dòng"),
        ("criteria:\n  – H1\n  – H2", "Có phải `[H1, H2]`? Bỏ dấu đứng trước mã tiêu chí"),
        ("criteria:\n  -H1: đạt", "Có phải `H1`? Bỏ dấu"),
        ("criteria: H1 đạt", "Có phải `H1: đạt`? Sau mã tiêu chí ghi dấu hai chấm và một dấu cách"),
        ("criteria:\n  - H1 đạt một phần", "Có phải `H1: đạt một phần`? Sau mã tiêu chí ghi dấu hai chấm"),
        ("criteria: [H1 partial]", "Có phải `H1: partial`?"),
        ("criteria: H1:đạt", "Có phải `H1: đạt`? Thêm dấu cách sau dấu hai chấm"),
        ("criteria: H1 H2", "Có phải `[H1, H2]`? Nhiều tiêu chí thì đặt trong ngoặc vuông"),
        ("criteria: H1 hay", "Ghi đúng mã của một tiêu chí"),
        ("criteria: –", "Ghi đúng mã của một tiêu chí"),
    ] {
        let (_, _, next) = told("unknown-criterion", lines);
        assert!(next.starts_with(hint), "{lines}: {next}");
    }
}
