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
