//! What a task's page tells of the changes since a stale review: from the version that git has, or not at all.

use std::fs;
use std::path::Path;
use std::process::Command;

use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline::{self, Outcome, Silent};
use proptest::prelude::*;

use crate::cell_test::log;
use crate::git_history::Repository;

const AN: &str = "Nguyễn Văn An <an@vidu.example>";
const CUONG: &str = "Lê Văn Cường <cuong@vidu.example>";
const ID: &str = "can-bo-a/2026-05-06-ke-hoach";
const PATH: &str = "records/can-bo-a/2026-05-06-ke-hoach.md";

const STORY: &str = "\
title: Kế hoạch tuyên truyền
criteria: {H1: met, H2: {level: partial, reason: Chưa ký}}
purpose: Để cán bộ nắm được mục đích của kế hoạch
outputs: [{name: Kế hoạch, ref: 12-KH/BTG, file: tep/ke-hoach.txt}]
---
Kế hoạch đã trình ngày 06/5/2026.

## Kết quả

Đã gửi tám đơn vị, có hai đơn vị góp ý.
";

fn story(story: &str) -> String {
    log("can-bo-a/2026-05-06-ke-hoach.md", story)
}

fn config(root: &Path, audience: Option<Audience>) -> Config {
    let today = Date::new(2026, 6, 30);
    Config::resolve(Options { root: root.to_owned(), audience, today, ..Options::default() }).unwrap()
}

/// A cell whose record was committed, then reviewed in the state in which it is now.
fn reviewed(text: &str) -> Repository {
    let cell = Repository::new();
    cell.write(".gitignore", "site/\n");
    cell.write("tep/ke-hoach.txt", "kế hoạch");
    cell.write(PATH, text);
    cell.commit(AN, "2026-05-06");
    review(&cell);
    cell
}

fn review(cell: &Repository) {
    let stamps = pipeline::stamps(&config(cell.root(), Some(Audience::Leaders))).unwrap();
    let text = format!(
        "---\nreview_of: {ID}\nby: truong-ban\non: 2026-05-10\nstamp: \"{}\"\ncriteria: {{H1: met}}\n---\n",
        stamps[ID]
    );
    cell.write(&PATH.replace(".md", ".review.md"), &text);
    cell.commit(CUONG, "2026-05-10");
}

fn build(root: &Path, audience: Audience) {
    let built = pipeline::build(&config(root, Some(audience)), &Silent);
    assert!(matches!(built, Ok(Outcome::Published { .. })), "{built:?}");
}

fn page(root: &Path) -> String {
    fs::read_to_string(root.join("site/tasks/can-bo-a/2026-05-06-ke-hoach/index.html")).unwrap()
}

fn page_for(cell: &Repository, audience: Audience) -> String {
    build(cell.root(), audience);
    page(cell.root())
}

/// What the page tells of the changes, and all words that went and came.
fn told(page: &str) -> (Vec<String>, Vec<String>) {
    let of = |tag: &str| -> Vec<String> {
        let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
        let parts = page.split(&start).skip(1).filter_map(|part| part.split(&end).next());
        parts.map(|part| text(part.split_once("</span>").unwrap().1)).collect()
    };
    (of("del"), of("ins"))
}

fn text(markup: &str) -> String {
    let parts = markup.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

const NOT_FOUND: &str = "không còn bản cũ để đối chiếu";

#[test]
fn one_changed_word_is_shown_as_one_word_that_went_and_one_that_came() {
    let cell = reviewed(&story(STORY));
    for (word, other) in
        [("cán bộ nắm", "đảng viên nắm"), ("hai đơn", "ba đơn"), ("12-KH/BTG", "13-KH/BTG"), ("Chưa", "Không")]
    {
        cell.write(PATH, &story(&STORY.replace(word, other)));
        let page = page_for(&cell, Audience::Cell);
        let first = |text: &str, tail: &str| text.trim_end_matches(tail).trim().to_owned();
        let (gone, new) = told(&page);
        assert_eq!(
            (gone.join(" "), new.join(" ")),
            match word {
                "cán bộ nắm" => (first(word, "nắm"), first(other, "nắm")),
                "hai đơn" => (first(word, "đơn"), first(other, "đơn")),
                _ => (word.to_owned(), other.to_owned()),
            }
        );
        assert!(page.contains("Những gì đã đổi từ khi nhận xét") && !page.contains(NOT_FOUND), "{page}");
    }
}

#[test]
fn what_git_does_not_have_is_not_found_and_what_it_has_is_however_it_is_now() {
    // Reviewed while it was edited, and never committed so.
    let cell = reviewed(&story(STORY));
    cell.write(PATH, &story(&STORY.replace("tám", "chín")));
    let stamps = pipeline::stamps(&config(cell.root(), None)).unwrap();
    let path = PATH.replace(".md", ".review.md");
    let old = fs::read_to_string(cell.root().join(&path)).unwrap();
    let at = old.find("v1:").unwrap();
    cell.write(&path, &old.replace(&old[at..at + 67], &stamps[ID].to_string()));
    cell.write(PATH, &story(&STORY.replace("tám", "mười")));
    cell.commit(CUONG, "2026-05-11");
    assert!(page_for(&cell, Audience::Cell).contains(NOT_FOUND));

    // Committed again later, moved to another folder, and edited without a commit.
    let cell = reviewed(&story(STORY));
    cell.write(PATH, &story(&STORY.replace("tám", "chín")));
    cell.commit(AN, "2026-05-11");
    cell.git(&["mv", "records/can-bo-a", "records/2026"]);
    cell.commit(CUONG, "2026-05-12");
    cell.write(&PATH.replace("records/can-bo-a", "records/2026"), &story(&STORY.replace("tám", "mười")));
    assert_eq!(told(&page_for(&cell, Audience::Cell)), (vec!["tám".to_owned()], vec!["mười".to_owned()]));

    // Under another name and edited at once it is another file to everybody.
    let cell = reviewed(&story(STORY));
    let (new_id, new_path) = ("can-bo-a/2026-05-06-khac", PATH.replace("ke-hoach", "khac"));
    let review = fs::read_to_string(cell.root().join(PATH.replace(".md", ".review.md"))).unwrap();
    fs::remove_file(cell.root().join(PATH)).unwrap();
    fs::remove_file(cell.root().join(PATH.replace(".md", ".review.md"))).unwrap();
    cell.write(&new_path, &story(&STORY.replace("tám", "chín")));
    cell.write(&new_path.replace(".md", ".review.md"), &review.replace(ID, new_id));
    cell.commit(CUONG, "2026-05-12");
    build(cell.root(), Audience::Cell);
    let page = fs::read_to_string(cell.root().join("site/tasks").join(new_id).join("index.html")).unwrap();
    assert!(page.contains(NOT_FOUND) && !page.contains("<del>"), "{page}");
}

#[test]
fn a_clone_without_the_past_no_git_and_a_broken_repository_give_no_differences() {
    let cell = reviewed(&story(STORY));
    cell.write(PATH, &story(&STORY.replace("tám", "chín")));
    cell.commit(AN, "2026-05-11");
    assert!(page_for(&cell, Audience::Cell).contains("<del>"));
    let clone = tempfile::TempDir::new().unwrap();
    let (from, to) = (format!("file://{}", cell.root().display()), clone.path().to_str().unwrap());
    cell.git(&["clone", "--quiet", "--depth", "1", &from, to]);
    build(clone.path(), Audience::Cell);
    assert!(page(clone.path()).contains(NOT_FOUND) && !page(clone.path()).contains("<del>"));

    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let output = command
        .args(["build", "--as-of", "2026-06-30", "--root"])
        .arg(cell.root())
        .env("PATH", "/none")
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(page(cell.root()).contains(NOT_FOUND) && !page(cell.root()).contains("<del>"));

    let objects = cell.root().join(".git/objects");
    fs::remove_dir_all(&objects).unwrap();
    fs::create_dir(&objects).unwrap();
    assert!(page_for(&cell, Audience::Cell).contains(NOT_FOUND));
}

#[test]
fn an_evidence_file_that_changed_is_named() {
    let file = "tệp minh chứng tep/ke-hoach.txt đã đổi";
    let cell = reviewed(&story(STORY));
    cell.write("tep/ke-hoach.txt", "kế hoạch, bản sau");
    let page = page_for(&cell, Audience::Cell);
    assert!(page.contains(file) && told(&page).0.is_empty(), "{page}");
    // Its text changed as well, in another commit.
    cell.commit(AN, "2026-05-11");
    cell.write(PATH, &story(&STORY.replace("tám", "chín")));
    cell.commit(CUONG, "2026-05-12");
    cell.write("tep/ke-hoach.txt", "kế hoạch, bản cuối");
    let page = page_for(&cell, Audience::Cell);
    assert!(page.contains(file) && told(&page) == (vec!["tám".to_owned()], vec!["chín".to_owned()]), "{page}");
    // A file that git never had cannot be known as it was.
    let cell = Repository::new();
    cell.write(".gitignore", "tep/\n");
    cell.write("tep/ke-hoach.txt", "kế hoạch");
    cell.write(PATH, &story(STORY));
    cell.commit(AN, "2026-05-06");
    review(&cell);
    cell.write("tep/ke-hoach.txt", "kế hoạch, bản sau");
    assert!(page_for(&cell, Audience::Cell).contains(NOT_FOUND));
}

#[test]
fn an_older_version_that_was_not_for_these_readers_is_not_told() {
    let secret = "Họp kín về nhân sự";
    let was = |more: &str| story(&format!("{more}{}", STORY.replace("Đã gửi tám", &format!("{secret}. Đã gửi tám"))));
    let now = story(&format!("visibility: public\n{STORY}"));
    let cell = reviewed(&was("visibility: leaders\n"));
    cell.write(PATH, &now);
    cell.commit(CUONG, "2026-05-12");
    let seen = page_for(&cell, Audience::Cell);
    assert!(seen.contains("bản cũ không thuộc phạm vi xem") && !seen.contains("<del>"), "{seen}");
    assert_eq!(holding(&cell, secret), 0);
    assert!(page_for(&cell, Audience::Leaders).contains("Họp kín"));
    // Readers from outside are told nothing of what stood there before, whoever might have read it.
    let cell = reviewed(&was("visibility: public\n"));
    cell.write(PATH, &now);
    cell.commit(CUONG, "2026-05-12");
    build(cell.root(), Audience::Public);
    assert!(cell.root().join("site/tasks/m01/2026-05-06-ke-hoach/index.html").exists());
    assert_eq!((holding(&cell, secret), holding(&cell, "<del>"), holding(&cell, "đã đổi từ khi nhận xét")), (0, 0, 0));
    assert!(page_for(&cell, Audience::Cell).contains("<del>"));
}

#[test]
fn logs_of_others_with_the_same_name_take_no_room() {
    let cell = reviewed(&story(STORY));
    let other = PATH.replace("can-bo-a/", "can-bo-b/");
    assert_ne!(other, PATH);
    for at in 0..70 {
        cell.write(&other, &log("can-bo-b/2026-05-06-ke-hoach.md", &format!("purpose: Lần thứ {at}\n")));
        cell.commit(CUONG, "2026-05-12");
    }
    cell.write(PATH, &story(&STORY.replace("hai đơn", "ba đơn")));
    let page = page_for(&cell, Audience::Cell);
    assert!(!page.contains(NOT_FOUND) && told(&page) == (vec!["hai".into()], vec!["ba".into()]), "{page}");
}

#[test]
fn a_single_review_is_looked_for_in_as_many_bytes_as_all_together() {
    let bare = STORY.replace(", file: tep/ke-hoach.txt", "");
    let cell = reviewed(&story(&bare));
    // More than a quarter of what is read of all versions.
    fs::File::create(cell.root().join(PATH)).unwrap().set_len(280 << 20).unwrap();
    cell.commit(AN, "2026-05-11");
    cell.write(PATH, &story(&bare.replace("tám đơn vị", "chín đơn vị")));
    cell.commit(CUONG, "2026-05-12");
    let (gone, new) = told(&page_for(&cell, Audience::Leaders));
    assert_eq!((gone, new), (vec!["tám".to_owned()], vec!["chín".to_owned()]));
}

#[test]
fn a_version_with_a_mark_of_secrecy_is_shown_to_nobody() {
    let open = story(STORY);
    let cell = reviewed(&open.replace("Đã gửi tám", "TUYỆT MẬT số 7. Đã gửi tám"));
    cell.write(PATH, &open);
    cell.commit(CUONG, "2026-05-12");
    for audience in Audience::ALL {
        build(cell.root(), audience);
        assert_eq!(holding(&cell, "TUYỆT MẬT số 7"), 0, "{audience:?}");
    }
}

/// How many files of the site hold `needle`.
fn holding(cell: &Repository, needle: &str) -> usize {
    let files = walkdir::WalkDir::new(cell.root().join("site")).into_iter().flatten();
    let bytes = files.filter(|entry| entry.file_type().is_file()).map(|entry| fs::read(entry.path()).unwrap());
    bytes.filter(|bytes| String::from_utf8_lossy(bytes).contains(needle)).count()
}

#[test]
fn hostile_text_of_an_older_version_is_harmless() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> \u{202e}ngược \u{200b} </del></bdi>&lt;b&gt;";
    let cell = reviewed(&story(&STORY.replace("Đã gửi", &format!("{hostile} Đã gửi"))));
    cell.write(PATH, &story(STORY));
    cell.commit(CUONG, "2026-05-12");
    let page = page_for(&cell, Audience::Cell);
    let since = page.split("<details class=\"since\"").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(since.contains("&lt;script&gt;") && !since.contains("<script") && !since.contains("<img"), "{since}");
    assert!(!since.contains('\u{202e}') && !since.contains('\u{200b}') && since.contains("⟨U+202E⟩"), "{since}");
    assert_eq!(since.matches("<del>").count(), since.matches("</del>").count());
}

#[test]
fn without_a_stale_review_a_page_tells_nothing_of_changes() {
    let cell = reviewed(&story(STORY));
    cell.write(PATH, &story(STORY).replace(".\n\n## Kết quả", ".  \n\n\n## Kết  quả").replace('\n', "\r\n"));
    let page = page_for(&cell, Audience::Cell);
    assert!(page.contains("còn hiệu lực") && !page.contains("class=\"since"), "{page}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_word_of_the_body_that_is_changed_is_the_word_that_is_shown(at in 0_usize..17) {
        let cell = reviewed(&story(STORY));
        let (front, body) = STORY.split_once("---\n").unwrap();
        let words: Vec<&str> = body.split(' ').collect();
        let is_plain = |word: &str| word.chars().all(char::is_alphanumeric);
        let at = (at..words.len()).find(|at| is_plain(words[*at])).unwrap();
        let mut changed = words.clone();
        changed[at] = "khác";
        cell.write(PATH, &story(&format!("{front}---\n{}", changed.join(" "))));
        let found = told(&page_for(&cell, Audience::Leaders));
        prop_assert_eq!(found, (vec![words[at].to_owned()], vec!["khác".to_owned()]));
    }
}
