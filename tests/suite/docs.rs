//! The documents are true: the examples of `docs/record-format.md` run, and its tables name every key.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hieucan::base::text::fold_key;
use hieucan::parse::{KEYS, RATING_KEYS, REVIEW_KEYS};
use tempfile::TempDir;

use crate::cases::problems_of;
use crate::check_docs::{Block, merged, sections};

const RECORD: &str = "records/2026/2026-01-05-ke-hoach.md";
const RATING: &str = "records/2026/can-bo-a.rating.md";
const REVIEW: &str = "records/2026/2026-01-05-ke-hoach.review.md";

/// Keys that are read inside others, in settings and in a rubric, each with the kind of block that shows it.
const INNER_KEYS: [(&str, &str); 3] = [
    (
        "record",
        "level evidence reason kind ref date link file note name with role basis text tag on by summary asked q a title \
         risk response happened id what start end after approval change adopted confirmed_by",
    ),
    (
        "settings",
        "cell lang rubric as_of members closed audience edit_url ratings checks id name parent place emails role position \
         group from until away reason period on",
    ),
    (
        "rubric",
        "id version title source from levels groups half_points label means polarity subject criteria text phase na \
         evidence state until vi en",
    ),
];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

fn blocks() -> Vec<Block> {
    sections(&read("docs/record-format.md")).into_iter().flat_map(|section| section.blocks).collect()
}

/// Whether a block is of this kind, such as `record`.
fn is(block: &Block, kind: &str) -> bool {
    block.words.get(1).is_some_and(|word| word == kind)
}

/// The codes after the kind of a block, sorted; those of an example that is in order are none.
fn stated(block: &Block) -> Vec<String> {
    let mut codes: Vec<String> =
        block.words.get(2).iter().flat_map(|codes| codes.split(',')).map(|code| code.trim().to_owned()).collect();
    codes.sort();
    codes
}

/// English names of keys by their folded Vietnamese ones, as the tables of the document pair them.
fn spellings(document: &str) -> BTreeMap<String, String> {
    let rows = document.lines().filter_map(|line| {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let english = columns.get(1)?.strip_prefix('`')?.strip_suffix('`')?;
        Some((fold_key(columns.get(2)?), english.to_owned()))
    });
    rows.collect()
}

/// Lays the minimal cell out with `block` in it; the codes reported, sorted.
fn reported(block: &Block, all: &[Block], spellings: &BTreeMap<String, String>) -> Vec<String> {
    let cell = TempDir::new().expect("a folder");
    let put = |path: &str, text: &str| {
        let path = cell.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let english = |key: &str| spellings.get(&fold_key(key)).cloned().unwrap_or_else(|| key.to_owned());
    let base = |kind: &str| {
        let minimal = all.iter().find(|block| is(block, kind) && stated(block) == ["base"]).expect("a minimal file");
        if is(block, kind) && block.words[0] == "yaml" {
            merged(&minimal.text, &block.text, english)
        } else {
            minimal.text.clone()
        }
    };
    for file in all.iter().filter(|block| is(block, "file")) {
        put(&file.words[2], &file.text);
    }
    if is(block, "accepted") {
        put("accepted.yaml", &block.text);
    }
    if is(block, "review") {
        put(REVIEW, &format!("---\n{}---\n", base("review")));
    }
    if is(block, "rating") {
        put(RATING, &format!("---\n{}---\n", base("rating")));
    }
    put("hieucan.yaml", &base("settings"));
    put("tieu-chi/bay-muc.yaml", &base("rubric"));
    match (block.words[0].as_str(), is(block, "rubric")) {
        ("markdown", _) => put(RECORD, &block.text),
        (_, true) => put("rubric.yaml", &base("rubric")),
        _ => put(RECORD, &format!("---\n{}---\n", base("record"))),
    }
    let mut codes: Vec<String> = problems_of(cell.path()).iter().map(|found| found.code.id().to_owned()).collect();
    codes.sort();
    codes
}

#[test]
fn every_example_of_the_record_format_gives_what_it_says() {
    let document = read("docs/record-format.md");
    let (all, spellings) = (blocks(), spellings(&document));
    let mut untrue = Vec::new();
    for block in all.iter().filter(|block| block.words[0] != "text" && !is(block, "file")) {
        let expected: Vec<String> = stated(block).into_iter().filter(|word| word != "base").collect();
        let reported = reported(block, &all, &spellings);
        if reported != expected {
            untrue.push(format!("{:?} reports {reported:?}:\n{}", block.words, block.text));
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
}

#[test]
fn every_fenced_block_of_the_record_format_is_of_a_kind_that_runs() {
    for block in blocks() {
        let kinds = ["record", "review", "rating", "settings", "rubric", "accepted", "file"];
        let known = kinds.iter().any(|kind| is(&block, kind));
        assert!(known, "{:?}", block.words);
    }
}

/// Whether `text` has `key` as a key.
fn shows(text: &str, key: &str) -> bool {
    let written = format!("{key}:");
    text.match_indices(&written).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-')
    })
}

#[test]
fn every_key_is_named_in_a_table_and_shown_in_an_example() {
    let document = read("docs/record-format.md");
    let tables: String = document.lines().filter(|line| line.starts_with('|')).collect();
    let all = blocks();
    let inner = INNER_KEYS.iter().flat_map(|(kind, keys)| keys.split(' ').map(move |key| (*kind, key)));
    let reviews = REVIEW_KEYS.iter().map(|key| ("review", *key));
    let ratings = RATING_KEYS.iter().map(|key| ("rating", *key));
    let wanted = KEYS.iter().map(|key| ("record", *key)).chain(reviews).chain(ratings).chain(inner);
    let missing: Vec<_> = wanted
        .filter(|(kind, key)| {
            let shown = all.iter().any(|block| is(block, kind) && shows(&block.text, key));
            !shown || !(tables.contains(&format!("`{key}`")) || ["vi", "en"].contains(key))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The folders of `src/`, as `src/…`.
fn folders() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = walkdir::WalkDir::new(root.join("src")).min_depth(1).sort_by_file_name().into_iter().flatten();
    walk.filter(|entry| entry.file_type().is_dir())
        .filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_str()?.to_owned()))
        .collect()
}

#[test]
fn the_architecture_names_every_folder_of_the_source_and_no_other() {
    let document = read("ARCHITECTURE.md");
    let named = document.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let named: Vec<String> = named.map(|(name, _)| name.to_owned()).filter(|name| name.starts_with("src/")).collect();
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(named), sorted(folders()));
}

#[test]
fn files_that_the_architecture_speaks_of_are_there() {
    let document = read("ARCHITECTURE.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = document.split('`').filter(|path| path.starts_with("src/") && !path.contains([' ', '*']));
    let missing: Vec<_> = paths.filter(|path| !root.join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The fenced blocks of a document that say what they are: a command line, or the content of the file named behind.
fn steps(document: &str) -> Vec<(String, String)> {
    let mut steps = Vec::new();
    for part in document.split("\n```").skip(1).step_by(2) {
        let (head, text) = part.split_once('\n').expect("a fence and its text");
        steps.push((head.to_owned(), format!("{text}\n")));
    }
    steps
}

#[test]
fn what_leaders_are_told_works_as_it_is_written() {
    let cell = TempDir::new().expect("a folder");
    let root = cell.path().join("chi-bo");
    for (head, text) in steps(&read("docs/lanh-dao.md")) {
        if let Some((_, path)) = head.split_once(' ') {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
            continue;
        }
        assert_eq!(head, "sh");
        for line in text.lines().filter(|line| !line.is_empty()) {
            let mut words = line.split(' ');
            assert_eq!(words.next(), Some("hieucan"));
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hieucan"));
            let output = command.args(words).current_dir(&root).output().expect("the program");
            assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    let site = |name: &str, page: &str| fs::read_to_string(cell.path().join(name).join(page)).expect("a page");
    let rated = site("trang-lanh-dao", "members/can-bo-a/2026-q1/index.html");
    assert!(rated.contains("Hoàn thành tốt nhiệm vụ") && rated.contains("9/10"), "{rated}");
    assert!(site("trang-cong-khai", "members/index.html").contains("N.V.A. (m01)"));
    let problems = problems_of(&root);
    assert!(problems.iter().all(|problem| problem.code.id() == "blank-verdict"), "{problems:#?}");
}

/// Every command but the one that asks is run as a member would type it, in a cell that is kept in git.
#[test]
fn what_members_are_told_works_as_it_is_written() {
    let cell = TempDir::new().expect("a folder");
    let settings = "cell: {id: chi-bo-mau, name: Chi bộ mẫu}\nlang: vi\nas_of: 2026-06-30\nmembers:\n  - {id: can-bo-a, name: Nguyễn Văn An}\n";
    fs::write(cell.path().join("hieucan.yaml"), settings).expect("the settings");
    let program = Path::new(env!("CARGO_BIN_EXE_hieucan")).parent().expect("a folder");
    let path = std::env::join_paths(
        std::iter::once(program.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let path = path.expect("a search path");
    let run = |line: &str| {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", line]).current_dir(cell.path()).env("PATH", &path).stdin(std::process::Stdio::null());
        let output = shell.output().expect("a shell");
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run("git init -q && git config user.email an@vidu.example && git config user.name An");
    for (head, text) in steps(&read("docs/dang-vien.md")) {
        assert_eq!(head, "sh");
        text.lines().filter(|line| !line.is_empty() && *line != "hieucan new").for_each(run);
    }
    let folder = cell.path().join("records/2026/can-bo-a");
    let second = fs::read_to_string(folder.join("2026-06-01-bao-cao-quy-ii.md")).expect("the log begun from another");
    assert!(!second.contains("tiêu chí") && second.contains("tiêu đề: Báo cáo quý II"), "{second}");
    assert!(problems_of(cell.path()).is_empty());
}
