//! Every text of the interface is there in both languages, is used, and stays in its own language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node};

use super::cell_test::CellTest;

/// A cell that writes nothing but plain Latin letters, so that every other letter is the program's.
const SETTINGS: &str = "\
cell: {id: pilot, name: Pilot cell, parent: Party committee, place: Hanoi}
lang: LANG
as_of: 2026-06-30
closed: [{period: 2026-q1, on: 2026-04-05}]
members:
  - {id: ann, name: Ann Lee, group: pilots, position: Officer}
  - {id: bob, name: Bob Roe, group: pilots, away: [{from: 2026-02-01, until: 2026-02-20, reason: study}]}
  - {id: cat, name: Cat Poe, role: leader, group: pilots}
  - {id: dan, name: Dan Moe, role: secretary, until: 2026-06-01}
ratings: [Excellent, Good, Fair]
";

const FULL: &str = "\
kind: arising
assigned_by: cat
due: 2026-04-01
criteria: {H1: met, H2: {level: partial, evidence: [{kind: minutes, ref: 05-BB/CB, date: 2026-04-02}]}, H3: unmet, H4: met, C1: met, C5: met, C6: met}
purpose: the purpose of this work in a full sentence
procedure: the procedure of this work in a full sentence
outputs: [{name: Plan, ref: 12-KH/BTG, link: 'https://vidu.example/plan'}]
coordination: [{with: bob, role: prints, basis: rules}, Office]
strengths: [prepared well ahead of time]
weaknesses: [{text: slow with the last draft again, tag: slow}]
context: [the congress was near at the time]
progress: [{on: 2026-04-02, note: half done}]
direction: {by: cat, on: 2026-04-01, summary: be brief, asked: [{q: how long, a: two pages}, {q: for whom}]}
references: [124-QD/TW, {ref: 30/2020/ND-CP, title: On papers}, Charter]
risks: [{risk: rain on the day, response: a hall, happened: true}, {risk: no power, happened: true}, {risk: late print}]
steps: [{id: a, what: draft, start: 2026-04-01, end: 2026-04-03}, {id: b, what: ask, start: 2026-04-04, end: 2026-04-05, after: [a], with: bob, approval: cat}]
archive: shelf 3
revisions: [{by: cat, change: shorter, adopted: true}, {by: cat, change: longer, adopted: false}, {by: cat, change: other}]
lessons: [{text: begin earlier than one thinks, tag: slow}]
excused: {reason: flood, confirmed_by: cat}
---
Text of [a link](nowhere.md), <b>raw</b>.

- [x] first
- [ ] second

> [!NOTE]
> a note

## What stayed {#C6}
what was learned in the course of this work
";

fn cell(lang: &str) -> CellTest {
    let review = "---\nreview_of: ann/2026-04-10-full\nby: cat\nas: cell\non: 2026-05-01\nstamp: \"v1:0\"\ncriteria: {H1: met, H4: {level: unmet, reason: nothing said}}\n---\nseen\n";
    let rating = "---\nmember: ann\nperiod: 2026-q1\nlevel: Good\nby: cat\nas: cell\non: 2026-04-06\nvotes: 3/3\n---\n";
    CellTest::new()
        .file("hieucan.yaml", &SETTINGS.replace("LANG", lang))
        .record("ann/2026-04-10-full.md", FULL)
        .file("records/ann/2026-04-10-full.review.md", review)
        .file("records/ann.rating.md", rating)
        .record(
            "ann/2026-05-10-again.md",
            "criteria: {H1: met, H5: na}\nweaknesses: [{text: slow with a draft again, tag: slow}]\nfixed: [slow]",
        )
        .record("bob/2026-03-10-early.md", "due: 2026-03-01\ncriteria: {H1: met}")
        .record("bob/2026-05-01-open.md", "status: doing\ndue: 2026-06-01")
        .record("bob/2026-05-02-quiet.md", "status: doing\ndue: 2026-07-20\nvisibility: cell")
        .record("cat/2026-05-05-bad.md", "level: high\ncriteria: {H9: met}")
        .record("cat/2026-05-06-hidden.md", "visibility: leaders")
        .record("cat/2026-05-07-gone.md", "status: cancelled")
}

/// The texts and the read-out attributes of a page with the page's language; what is marked as
/// of another is left out, and so is code.
fn said(page: &str, lang: &str) -> BTreeSet<String> {
    let page = Html::parse_document(page);
    let mut said = BTreeSet::new();
    for node in page.tree.nodes() {
        let above = || node.ancestors().filter_map(ElementRef::wrap).map(|e| e.value().clone());
        if above().any(|e| {
            e.attr("lang").is_some_and(|own| own != lang) || matches!(e.name(), "script" | "style" | "code" | "pre")
        }) {
            continue;
        }
        match node.value() {
            Node::Text(text) => drop(said.insert(text.split_whitespace().collect::<Vec<_>>().join(" "))),
            Node::Element(element) if element.attr("lang").is_none_or(|own| own == lang) => {
                let read_out = ["aria-label", "title", "alt"].into_iter().filter_map(|name| element.attr(name));
                said.extend(read_out.map(str::to_owned));
            }
            _ => {}
        }
    }
    said
}

/// What the HTML pages of a site say, each with a page that says it.
fn all_said(lang: &str) -> Vec<(String, String)> {
    let pages = cell(lang).site().into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "html"));
    pages
        .flat_map(|(path, bytes)| {
            let page = String::from_utf8(bytes).expect("a page is text");
            said(&page, lang).into_iter().map(move |text| (text, path.display().to_string()))
        })
        .collect()
}

/// Whether a text has letters of Vietnamese, numbers of documents such as 124-QĐ/TW left out.
fn is_vietnamese(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| !word.contains('/'));
    words.flat_map(str::chars).any(|c| matches!(c, 'À'..='ỹ') && c.is_alphabetic() && !matches!(c, '×' | '÷'))
}

#[test]
fn an_english_site_has_no_vietnamese_words_of_the_program() {
    let found: BTreeSet<_> = all_said("en").into_iter().filter(|(text, _)| is_vietnamese(text)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_vietnamese_site_has_no_english_words_of_the_program() {
    let (vi, en) = (catalogue("vi"), catalogue("en"));
    let vietnamese: BTreeSet<_> = vi.iter().map(|(_, text)| text.as_str()).collect();
    let english: BTreeSet<_> =
        en.iter().map(|(_, text)| text.as_str()).filter(|text| !vietnamese.contains(text)).collect();
    let found: BTreeSet<_> = all_said("vi").into_iter().filter(|(text, _)| english.contains(text.as_str())).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// The texts of a catalogue by their keys: `key` or `key.attribute`.
fn catalogue(lang: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for name in ["site", "program", "checks", "papers", "exports"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/base/i18n/{lang}/{name}.ftl"));
        let mut key = String::new();
        for line in fs::read_to_string(&file).expect("a catalogue").lines().filter(|line| !line.starts_with('#')) {
            let Some((name, text)) = line.split_once(" =") else { continue };
            if let Some(attribute) = name.strip_prefix("    .") {
                texts.push((format!("{key}.{attribute}"), text.trim().to_owned()));
            } else if !name.starts_with(' ') {
                name.clone_into(&mut key);
                texts.push((key.clone(), text.trim().to_owned()));
            }
        }
    }
    texts
}

#[test]
fn both_languages_say_the_same_things_in_their_own_words() {
    let (vi, en) = (catalogue("vi"), catalogue("en"));
    let keys = |texts: &[(String, String)]| texts.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&vi), keys(&en), "the same keys in the same order");
    let has_words = |text: &str| {
        let mut depth = 0;
        text.chars()
            .filter(|c| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                depth == 0 && c.is_alphabetic()
            })
            .count()
            > 0
    };
    let same: Vec<_> =
        vi.iter().zip(&en).filter(|(vi, en)| vi.1 == en.1 && has_words(&vi.1)).map(|(vi, _)| vi).collect();
    let commands = same.iter().all(|(key, text)| text.starts_with("hieucan ") || SAME.contains(&key.as_str()));
    assert!(commands, "{same:#?}");
}

/// Texts that are the same in both languages.
const SAME: [&str; 0] = [];

#[test]
fn every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let used: String = ["src", "templates"]
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).into_iter().flatten())
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "rs" || e == "html" || e == "js"))
        .map(|entry| fs::read_to_string(entry.path()).expect("a source"))
        .collect();
    let names = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '{');
    let words: BTreeSet<&str> = used.split(names).collect();
    let composed: Vec<&str> =
        words.iter().filter_map(|word| word.split_once('{')).map(|(begin, _)| begin).filter(|b| b.len() > 3).collect();
    // A code names a fact as `@field-purpose`, which stands for `fact-field-purpose`.
    let is_used = |key: &str| {
        words.contains(key)
            || words.contains(key.replace('-', "_").as_str())
            || composed.iter().any(|b| key.starts_with(b))
    };
    let codes = hieucan::base::diagnostic::Code::ALL.iter().map(|code| code.id()).collect::<BTreeSet<_>>();
    let unused: Vec<String> = catalogue("vi")
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| !key.contains('.') && !codes.contains(key.as_str()))
        .filter(|key| !is_used(key) && !key.strip_prefix("fact-").is_some_and(is_used))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}
