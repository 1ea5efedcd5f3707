//! `docs/checks.md` has a section for every code, and its examples are true. The conventions stand in the document.

use std::fs;
use std::path::Path;

use hieucan::base::diagnostic::{Code, Severity};
use tempfile::TempDir;

use crate::cases::problems_of;

/// A fenced block: the words behind the fence, and the text.
pub struct Block {
    /// The words: two, then the rest of the line.
    pub words: Vec<String>,
    /// What stands between the fences.
    pub text: String,
}

/// A section of the document: its code, its prose, its blocks.
pub struct Section {
    code: String,
    prose: String,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

fn document() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    fs::read_to_string(path).expect("docs/checks.md")
}

/// The sections; the first one holds what stands before the first code.
pub fn sections(document: &str) -> Vec<Section> {
    let mut sections = vec![Section { code: String::new(), prose: String::new(), blocks: Vec::new() }];
    let mut open: Option<Block> = None;
    for line in document.lines() {
        let section = sections.last_mut().expect("a first section");
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => section.blocks.extend(open.take()),
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, Some(words)) => {
                open = Some(Block { words: words.splitn(3, ' ').map(str::to_owned).collect(), text: String::new() });
            }
            (None, None) => match line.strip_prefix("### ") {
                Some(code) => {
                    sections.push(Section { code: code.to_owned(), prose: String::new(), blocks: Vec::new() })
                }
                None => section.prose += &format!("{line}\n"),
            },
        }
    }
    sections
}

/// `text` with `⟨U+XXXX⟩` as the character.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("⟨U+");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('⟩').expect("⟨U+…⟩ is closed");
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        out += rest;
    }
    out
}

/// `base` with the entries of `block` instead of those of the same name; `name` says what a written key is called.
pub fn merged(base: &str, block: &str, name: impl Fn(&str) -> String) -> String {
    let key = |line: &str| match line.split_once(':') {
        Some((key, _)) if !line.starts_with([' ', '#', '-']) => Some(name(key)),
        _ => None,
    };
    let named: Vec<String> = block.lines().filter_map(key).collect();
    let mut kept = String::new();
    let mut keeps = true;
    for line in base.lines() {
        keeps = key(line).map_or(keeps, |key| !named.contains(&key));
        if keeps {
            kept += &format!("{line}\n");
        }
    }
    kept + block
}

/// Whether the cell made of `blocks` reports `code`.
fn reports(code: &str, blocks: &[&Block], conventions: &Section) -> bool {
    let cell = TempDir::new().expect("a folder");
    let put = |path: &str, text: &str| {
        let path = cell.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, unescaped(text)).expect("a file");
    };
    let named = |name: &str| {
        let block = conventions.blocks.iter().find(|block| block.words.get(1).is_some_and(|word| word == name));
        block.map(|block| block.text.as_str()).expect("a block of the conventions")
    };
    put("hieucan.yaml", named("settings"));
    for block in blocks {
        match (block.words[0].as_str(), block.words.get(2)) {
            ("yaml", Some(kind)) if kind == "review" => {
                let log = merged(named("record"), named("reviewed"), str::to_owned);
                put("records/2026/2026-01-05-ke-hoach.md", &format!("---\n{log}---\n"));
                let review = merged(named("review"), &block.text, str::to_owned);
                put("records/2026/2026-01-05-ke-hoach.review.md", &format!("---\n{review}---\n"));
            }
            (_, Some(path)) => put(path, &block.text),
            ("yaml", None) => {
                let front_matter = merged(named("record"), &block.text, str::to_owned);
                put("records/2026/2026-01-05-ke-hoach.md", &format!("---\n{front_matter}---\n"));
            }
            (_, None) => put("records/2026/2026-01-05-ke-hoach.md", &block.text),
        }
    }
    problems_of(cell.path()).iter().any(|problem| problem.code.id() == code)
}

#[test]
fn every_code_has_a_section_that_names_its_severity_and_shows_both_ways() {
    let document = document();
    let sections = sections(&document);
    let codes: Vec<&str> = sections[1..].iter().map(|section| section.code.as_str()).collect();
    assert_eq!(codes, Code::ALL.iter().map(|code| code.id()).collect::<Vec<_>>());
    for (section, code) in sections[1..].iter().zip(Code::ALL) {
        let severity =
            if code.severity() == Severity::Error { "**Lỗi · error.**" } else { "**Cảnh báo · warning.**" };
        assert!(section.prose.contains(severity), "{}", section.code);
        for way in ["wrong", "right"] {
            assert!(section.blocks.iter().any(|block| block.words[1] == way), "{} has no {way} example", section.code);
        }
    }
}

#[test]
fn wrong_examples_report_their_code_and_right_ones_do_not() {
    let document = document();
    let sections = sections(&document);
    let mut untrue = Vec::new();
    for section in &sections[1..] {
        for way in ["wrong", "right"] {
            let run = |block: &&Block| block.words[1] == way && (block.words[0] != "text" || block.words.len() > 2);
            let blocks: Vec<&Block> = section.blocks.iter().filter(run).collect();
            if !blocks.is_empty() && reports(&section.code, &blocks, &sections[0]) != (way == "wrong") {
                untrue.push(format!("{way} example of {}", section.code));
            }
        }
    }
    assert!(untrue.is_empty(), "{untrue:?}");
}
