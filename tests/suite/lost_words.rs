//! Words that YAML takes for something else without a complaint: what they lose is told, with what to write instead.

use crate::cell_test::CellTest;
use crate::slips::of_log;

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
