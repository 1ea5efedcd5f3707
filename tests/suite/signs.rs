//! Values and items that begin with a sign of YAML: each is told at its own line, with the line to write.

use crate::slips::told;

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
