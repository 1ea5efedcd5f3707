//! `hieucan schema`: the words and ids of the cell, in the reader's language. An independent validator holds the schemas
//! against records in `tests/schema`.

use serde_json::Value;

use super::hieucan;
use crate::cell_test::CellTest;

fn schema(cell: &CellTest, args: &[&str]) -> Value {
    let output = hieucan(cell.root(), &[&["schema"], args].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn cell() -> CellTest {
    CellTest::new().record("can-bo-a/2026-03-31-a.md", "weaknesses: [{text: Trình chậm hai ngày, tag: cham-tien-do}]")
}

#[test]
fn a_schema_offers_what_this_cell_has() {
    let log = schema(&cell(), &["--lang", "vi"]);
    assert_eq!(log["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let properties = &log["properties"];
    assert_eq!(properties["đảng viên"]["enum"][0], "can-bo-a");
    assert!(properties["đã khắc phục"].to_string().contains("cham-tien-do"));
    let claims = properties["tiêu chí"].to_string();
    assert!(claims.contains("Hiểu rõ mục đích") && claims.contains("[Cc]6"), "{claims}");
    assert!(log["$defs"]["claim"].to_string().contains("đạt một phần"));
    assert_eq!(properties["title"], properties["tiêu đề"]);
}

#[test]
fn descriptions_are_in_the_language_that_was_chosen() {
    let cell = cell();
    let [vi, en] = ["vi", "en"].map(|lang| schema(&cell, &["--lang", lang]));
    assert_ne!(vi["properties"]["due"]["description"], en["properties"]["due"]["description"]);
    assert_eq!(en["properties"]["due"]["description"], "the day it is due; should be there");
}

#[test]
fn every_kind_of_file_has_one() {
    let cell = cell();
    for (kind, key) in [("review", "stamp"), ("rating", "votes"), ("settings", "members"), ("rubric", "groups")] {
        assert!(schema(&cell, &[kind])["properties"][key].is_object(), "{kind}");
    }
    assert!(schema(&cell, &["accepted"])["anyOf"][1]["properties"]["owner"].is_object());
}
