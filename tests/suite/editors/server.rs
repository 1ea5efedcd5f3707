//! The language server, driven over its streams as an editor does.

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use super::client::{Client, covered};
use super::hieucan;
use crate::cell_test::CellTest;

const PATH: &str = "records/can-bo-a/2026-03-31-a.md";
const REVIEW: &str = "records/can-bo-a/2026-03-31-a.review.md";

fn cell() -> CellTest {
    CellTest::new()
        .record("can-bo-a/2026-03-31-a.md", "weaknesses: [{text: Trình chậm hai ngày, tag: cham-tien-do}]")
        .record("can-bo-b/2026-04-01-b.md", "criteria: [H1]\npurpose: Để cả chi bộ cùng nắm được việc")
}

fn log(front: &str) -> String {
    format!(
        "---\ntitle: Kế hoạch\nmember: can-bo-a\nassigned: 2026-03-31\ndue: 2026-03-31\ndone: 2026-03-31\n{front}\n---\n"
    )
}

fn codes(problems: &[Value]) -> Vec<&str> {
    problems.iter().map(|problem| problem["code"].as_str().expect("a code")).collect()
}

#[test]
fn what_is_on_the_screen_is_checked_as_check_does() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    for form in [|text: &str| text.to_owned(), |text: &str| text.nfd().collect::<String>()] {
        let text = form(&log("purpose: 😀 Để đạt 😀\ncriteria: {H1: đạt, H2: dạt, H3: đạt}"));
        editor.open(PATH, &text);
        let problems = editor.problems(PATH);
        let level = problems.iter().find(|problem| problem["code"] == "unknown-level").expect("a problem");
        assert_eq!(covered(&text, &level["range"]), form("dạt"));
        assert_eq!((&level["severity"], &level["source"]), (&json!(1), &json!("hieucan")));
        assert!(
            level["message"].as_str().is_some_and(|message| message.contains("có phải") || message.contains("Có phải"))
        );
        let on_disk = std::fs::read_to_string(cell.root().join(PATH)).expect("a log");
        assert!(!on_disk.contains('😀'));

        let own: Vec<String> = codes(&problems).iter().map(|code| (*code).to_owned()).collect();
        std::fs::write(cell.root().join(PATH), &text).expect("a log");
        let checked = hieucan(cell.root(), &["check", "--format", "json"]);
        std::fs::write(cell.root().join(PATH), on_disk).expect("a log");
        let checked: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
        let told = checked["problems"].as_array().expect("a list").iter().filter(|problem| problem["path"] == PATH);
        assert_eq!(own, told.map(|problem| problem["code"].as_str().expect("a code")).collect::<Vec<_>>());
        editor.tell("textDocument/didClose", json!({"textDocument": {"uri": editor.uri(PATH)}}));
        assert!(editor.problems(PATH).is_empty());
    }
    assert_eq!(editor.end(), 0);
}

#[test]
fn what_others_have_written_is_heard_of() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    // The tag is named by a log on disk; then by the screen of that log no more.
    editor.open(REVIEW, "---\n---\n");
    assert!(!editor.problems(REVIEW).is_empty());
    let later = "records/can-bo-a/2026-05-01-c.md";
    editor.open(later, &log("fixed: [cham-tien-do]").replace("2026-03", "2026-05"));
    assert_eq!(codes(&editor.problems(later)), Vec::<&str>::new());
    editor.open(PATH, &log(""));
    assert_eq!(codes(&editor.problems(later)), ["unknown-tag"]);
    // A log that comes by git.
    std::fs::write(
        cell.root().join("records/can-bo-a/2026-01-02-d.md"),
        log("weaknesses: [{text: Trình chậm hai ngày, tag: cham-tien-do}]"),
    )
    .expect("a log");
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": []}));
    assert_eq!(codes(&editor.problems(later)), Vec::<&str>::new());
}

#[test]
fn keys_criteria_levels_people_and_tags_are_offered_in_both_languages() {
    let cell = cell();
    for lang in ["vi", "en"] {
        let mut editor = Client::start(cell.root(), &["--lang", lang]);
        editor.open(PATH, "");
        let vietnamese = "---\ntiêu đề: x\nđảng viên: can-bo-a\n";
        let english = "---\ntitle: x\nmember: can-bo-a\n";
        let keys = editor.offered(PATH, &format!("{vietnamese}|\n---\n"));
        assert!(keys.contains(&"ngày giao".to_owned()) && !keys.contains(&"tiêu đề".to_owned()), "{keys:?}");
        let keys = editor.offered(PATH, &format!("{english}|\n---\n"));
        assert!(keys.contains(&"assigned".to_owned()) && !keys.contains(&"title".to_owned()), "{keys:?}");
        let criteria = editor.offered(PATH, &format!("{vietnamese}tiêu chí:\n  H1: đạt\n  |\n---\n"));
        assert!(!criteria.contains(&"H1".to_owned()) && criteria.contains(&"C6".to_owned()), "{criteria:?}");
        let levels = ["đạt", "đạt một phần", "chưa đạt", "không áp dụng"];
        assert_eq!(editor.offered(PATH, &format!("{vietnamese}tiêu chí: {{H1: |}}\n---\n")), levels);
        assert_eq!(
            editor.offered(PATH, &format!("{english}criteria:\n  H1: |\n---\n")),
            ["met", "partial", "unmet", "na"]
        );
        let members = ["can-bo-a", "can-bo-b", "truong-ban", "bi-thu"];
        assert_eq!(editor.offered(PATH, "---\nmember: |\n---\n"), members);
        assert_eq!(editor.offered(PATH, "---\nassigned_by: b|\n---\n"), members);
        assert_eq!(editor.offered(PATH, "---\nđã khắc phục: [|]\n---\n"), ["cham-tien-do"]);
        assert_eq!(editor.offered(PATH, "---\nkind: |\ntitle: x\n---\n"), ["planned", "arising"]);
        assert!(editor.offered(PATH, "---\ntitle: x\n---\nmember: |").is_empty());
        editor.open(REVIEW, "");
        let logs = editor.offered(REVIEW, "---\nreview_of: |\n---\n");
        assert!(logs.contains(&"can-bo-b/2026-04-01-b".to_owned()), "{logs:?}");
        assert_eq!(editor.end(), 0);
    }
}

#[test]
fn an_offer_replaces_what_is_written_of_it() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    editor.open(PATH, "");
    let text = "---\nđảng viên: can-bo-a\ntiêu chí:\n  H1: đạt m|\n---\n";
    let offers = editor.at("textDocument/completion", PATH, text);
    let edit = &offers["items"][1]["textEdit"];
    assert_eq!(edit["newText"], "đạt một phần");
    assert_eq!(covered(&text.replace('|', ""), &edit["range"]), "đạt m");
}

#[test]
fn hovering_tells_the_official_words_in_the_readers_language() {
    let cell = cell();
    for (lang, about, shown_by) in
        [("vi", "hạn hoàn thành", "Minh chứng ở mục: `mục đích`"), ("en", "the day it is due", "Shown by: `purpose`")]
    {
        let mut editor = Client::start(cell.root(), &["--lang", lang]);
        editor.open(PATH, "");
        let mut said = |text: &str| {
            editor.at("textDocument/hover", PATH, text)["contents"]["value"].as_str().unwrap_or_default().to_owned()
        };
        let criterion = said("---\ntiêu chí:\n  H|1: đạt\n---\n");
        assert!(
            criterion.contains("Hiểu rõ mục đích, yêu cầu, quy trình") && criterion.contains(shown_by),
            "{criterion}"
        );
        assert!(said("---\nh|ạn: 2026-01-01\n---\n").contains(about));
        assert!(said("---\nmember: can-|bo-a\n---\n").contains("Nguyễn Văn An"));
        assert!(said("---\ncriteria: {H1: m|et}\n---\n").contains("**"));
        assert_eq!(said("---\ntitle: x\n---\nh|ạn"), "");
        assert_eq!(editor.end(), 0);
    }
}

#[test]
fn a_review_leads_to_its_record_and_a_member_to_the_roster() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    editor.open(REVIEW, "");
    let place = editor.at("textDocument/definition", REVIEW, "---\nreview_of: can-bo-a/2026-|03-31-a\n---\n");
    assert_eq!(place["uri"], editor.uri(PATH).as_str());
    let place = editor.at("textDocument/definition", REVIEW, "---\nby: truong|-ban\n---\n");
    assert_eq!(place["uri"], editor.uri("hieucan.yaml").as_str());
    assert_eq!(place["range"]["start"]["line"], 6);
    assert_eq!(editor.at("textDocument/definition", REVIEW, "---\nreview_of: a/|b\n---\n"), Value::Null);
}

#[test]
fn a_quick_fix_mends_what_it_says() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    let faulty = "---\ntitle: x\nmember: can-bo-a\ndeu: 2026-03-31\ncriteria: {H2: dạt}\npurpose: a\u{a0}b\n---\n";
    editor.open(PATH, faulty);
    let everywhere = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}});
    let uri = editor.uri(PATH);
    let mut text = faulty.to_owned();
    for _ in 0..9 {
        editor.change(PATH, &text);
        let whole = json!({"textDocument": {"uri": uri}, "range": everywhere, "context": {"diagnostics": []}});
        let end = json!({"line": text.matches('\n').count() - 1, "character": 0});
        let mut whole = whole;
        whole["range"]["end"] = end;
        let actions = editor.ask("textDocument/codeAction", whole);
        let Some(action) = actions.as_array().and_then(|actions| actions.first()).cloned() else { break };
        assert_eq!(action["kind"], "quickfix");
        let edit = &action["edit"]["changes"][&uri][0];
        let range = &edit["range"];
        let start = text
            .split_inclusive('\n')
            .take(range["start"]["line"].as_u64().expect("a line") as usize)
            .map(str::len)
            .sum::<usize>();
        let units = range["start"]["character"].as_u64().expect("a column") as usize;
        let at = start
            + String::from_utf16(&text[start..].encode_utf16().take(units).collect::<Vec<_>>())
                .expect("whole letters")
                .len();
        let old = covered(&text, range);
        text.replace_range(at..at + old.len(), edit["newText"].as_str().expect("a text"));
    }
    for mended in ["due: 2026-03-31", "H2: đạt", "a b", "assigned: \n"] {
        assert!(text.contains(mended), "{mended} in {text}");
    }
}

#[test]
fn settings_that_cannot_be_used_are_told_in_their_file() {
    let cell = cell();
    let good = std::fs::read_to_string(cell.root().join("hieucan.yaml")).expect("settings");
    let mut editor = Client::start(cell.root(), &[]);
    editor.open(PATH, &log(""));
    editor.problems(PATH);
    std::fs::write(cell.root().join("hieucan.yaml"), good.replace("role: leader", "role: boss")).expect("settings");
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": []}));
    assert_eq!(codes(&editor.problems("hieucan.yaml")), ["unknown-word"]);
    assert_eq!(editor.offered(PATH, "---\nmember: |\n---\n").len(), 4);
    std::fs::write(cell.root().join("hieucan.yaml"), good).expect("settings");
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": []}));
    assert!(editor.problems("hieucan.yaml").is_empty());
}

#[test]
fn nothing_that_is_sent_ends_the_server() {
    let cell = cell();
    let mut editor = Client::start(cell.root(), &[]);
    editor.raw(b"nonsense\r\n\r\n");
    assert_eq!(editor.read()["error"]["code"], -32700);
    editor.raw(b"Content-Length: 4\r\n\r\n{\"a:Content-Length: -1\r\n\r\nContent-Length: 2\r\n\r\n[]");
    assert_eq!(editor.read()["error"]["code"], -32700);
    assert_eq!(editor.read()["error"]["code"], -32700);
    assert_eq!(editor.read()["error"]["code"], -32600);
    for (method, parameters) in [
        ("textDocument/didOpen", json!({"textDocument": 1})),
        ("textDocument/didChange", json!({"textDocument": {"uri": "file:///khong/co.md"}, "contentChanges": [{}]})),
        ("textDocument/didChange", json!(null)),
        ("textDocument/didClose", json!([])),
        ("$/cancelRequest", json!({"id": 9})),
        ("khong/co", json!({})),
    ] {
        editor.tell(method, parameters);
    }
    editor.open("records/a\u{301}.md", "---\n\u{0}: [[[{{{\n\t- a: &x *x\n---\n");
    editor.open("untitled", "");
    for place in [json!({"line": 999_999_999_999_u64, "character": 5}), json!({"line": -1}), json!("x"), json!(null)] {
        for method in ["completion", "hover", "definition", "codeAction"] {
            let document = json!({"uri": editor.uri("records/a\u{301}.md")});
            let parameters =
                json!({"textDocument": document, "position": place, "range": {"start": place, "end": place}});
            editor.answer(&format!("textDocument/{method}"), parameters);
        }
    }
    assert_eq!(editor.answer("khong/co", json!({}))["error"]["code"], -32601);
    editor.open(PATH, &log("criteria: {H1: dạt}"));
    assert!(codes(&editor.problems(PATH)).contains(&"unknown-level"));
    assert_eq!(editor.end(), 0);
}

#[test]
fn it_ends_with_its_editor() {
    let cell = cell();
    assert_eq!(Client::start(cell.root(), &[]).leave(), 0);
    let mut editor = Client::start(cell.root(), &[]);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.leave(), 1);
}

#[test]
fn the_front_matter_of_every_sample_log_may_be_cut_anywhere() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut editor = Client::start(root, &[]);
    let path = "records/2026/le-hong-son/thu.md";
    editor.open(path, "");
    let logs = walkdir::WalkDir::new(root.join("records/2026")).sort_by_file_name().into_iter().flatten();
    let logs = logs.filter(|entry| entry.file_name().to_string_lossy().ends_with(".md")).step_by(30);
    for log in logs {
        let text = std::fs::read_to_string(log.path()).expect("a log");
        for at in text.char_indices().map(|(at, _)| at).step_by(131) {
            let cut = format!("{}|", &text[..at].replace('|', "/"));
            for method in ["textDocument/completion", "textDocument/hover"] {
                editor.at(method, path, &cut);
            }
        }
    }
    assert_eq!(editor.end(), 0);
}
