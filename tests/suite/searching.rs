//! The search: what its files hold is read here by a reader of its own, written from their description alone
//! (`docs/decisions.md`, "Search"), and held against the records.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hieucan::model::audience::Audience;
use serde_json::Value;

use crate::cell_test::{CellTest, SETTINGS};

const SIGNS: &str = "!#$%&'()*+-./0123456789;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/// Phrases of one sign; signs that begin one of two; a word written out; a passage.
const SHORT: usize = 27;
const LITERAL: usize = 87;
const PASSAGE: usize = 88;

/// The files of a site's search, read.
pub struct Search {
    /// Of each key the numbers of the pages that hold it.
    keys: BTreeMap<String, BTreeSet<usize>>,
    /// The lines of the texts: title, address, note, passages.
    lines: Vec<[String; 4]>,
    members: Vec<[String; 2]>,
    /// The numbers at which members, criteria, periods, documents and logs end.
    ends: Vec<usize>,
}

/// The value that a file hands over.
fn value(site: &BTreeMap<PathBuf, Vec<u8>>, name: &str) -> Option<Value> {
    let text = String::from_utf8(site.get(Path::new(&format!("search/{name}.js")))?.clone()).expect("UTF-8");
    let inner = text.strip_prefix(&format!("hieucanSearch(\"{name}\",")).expect("a call").strip_suffix(")\n");
    Some(serde_json::from_str(inner.expect("a call")).expect("a value"))
}

fn place(sign: char) -> usize {
    SIGNS.find(sign).unwrap_or_else(|| panic!("{sign:?} is no sign"))
}

/// Steps less one in the code of Rice: low bits as the first sign says, before them ones and a zero; six bits a sign.
fn pages(list: &str) -> Vec<usize> {
    let mut signs = list.chars().map(place);
    let Some(low) = signs.next() else { return Vec::new() };
    let mut bits = signs.flat_map(|six| (0..6).map(move |bit| six >> bit & 1));
    let (mut pages, mut next) = (Vec::new(), 0);
    loop {
        let mut ones = 0;
        loop {
            match bits.next() {
                Some(1) => ones += 1,
                Some(_) => break,
                None => return pages,
            }
        }
        let rest: usize = (0..low).map(|n| bits.next().expect("a bit") << n).sum();
        pages.push(next + (ones << low) + rest);
        next = pages[pages.len() - 1] + 1;
    }
}

fn read_text(coded: &str, phrases: &[&str]) -> String {
    let (mut words, mut signs): (Vec<String>, _) = (Vec::new(), coded.chars());
    while let Some(first) = signs.next().map(place) {
        match first {
            PASSAGE => {
                signs.next().expect("a place");
                words.push("|".to_owned());
            }
            LITERAL => words.push(signs.by_ref().take_while(|c| *c != ' ').collect()),
            SHORT.. => {
                words.push(phrases[SHORT + (first - SHORT) * 89 + place(signs.next().expect("a sign"))].to_owned())
            }
            short => words.push(phrases[short].to_owned()),
        }
    }
    words.join(" ")
}

impl Search {
    /// Reads the search of a site.
    pub fn of(site: &BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let head = value(site, "head").expect("a head");
        let phrases: Vec<&str> = head[1].as_str().expect("phrases").split('\n').collect();
        let facts: Value = serde_json::from_str(head[0].as_str().expect("facts")).expect("JSON");
        let texts = (0..).map_while(|n| value(site, &format!("t{n}")));
        let lines = texts.flat_map(|text| text.as_str().expect("text").lines().map(str::to_owned).collect::<Vec<_>>());
        let line = |line: String| {
            let parts: Vec<&str> = line.split('\t').collect();
            let [title, address, note, said] = parts[..] else { panic!("{line}") };
            [read_text(title, &phrases), address.to_owned(), note.to_owned(), read_text(said, &phrases)]
        };
        let mut keys: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for words in (0..).map_while(|n| value(site, &format!("w{n}"))) {
            let mut before = String::new();
            for entry in words.as_str().expect("entries").split_terminator(',') {
                let parts: Vec<&str> = entry.split(' ').collect();
                let shared = place(parts[0].chars().next().expect("a sign"));
                before = before.chars().take(shared).chain(parts[0].chars().skip(1)).collect();
                let lists = parts[1..].chunks(3).flat_map(|form| [pages(form[1]), pages(form[2])]);
                keys.entry(before.clone()).or_default().extend(lists.flatten());
            }
        }
        Self {
            keys,
            lines: lines.map(line).collect(),
            members: serde_json::from_value(facts["members"].clone()).expect("members"),
            ends: serde_json::from_value(facts["ends"].clone()).expect("ends"),
        }
    }

    /// Everything that can be read in it.
    pub fn texts(&self) -> String {
        let lines = self.lines.iter().map(|line| line.join("\n"));
        let members = self.members.iter().map(|member| member.join(" "));
        lines.chain(members).chain(self.keys.keys().cloned()).collect::<Vec<_>>().join("\n")
    }

    /// The titles of the pages that hold every one of these keys; of a document that of its log is not told.
    fn found(&self, keys: &str) -> Vec<&str> {
        let mut lists = keys.split(' ').map(|key| self.keys.get(key).cloned().unwrap_or_default());
        let first = lists.next().expect("a key");
        let all = lists.fold(first, |all, list| &all & &list);
        all.into_iter().filter_map(|page| self.lines.get(page)).map(|line| line[0].as_str()).collect()
    }
}

const PLAN: &str = "\
title: Kế hoạch tuyên truyền & cổ động
criteria: {H1: {level: partial, reason: Chờ giấy giới thiệu}, H2: met}
purpose: Để mọi chi bộ làm cùng một cách
outputs: [{name: Bản kế hoạch, ref: 12-KH/BTG}]
coordination: [{with: Văn phòng, role: góp ý}]
weaknesses: [{text: Gửi dự thảo muộn, tag: cham-tien-do}]
references: [{ref: 30/2020/NĐ-CP, title: Về công tác văn thư}]
risks: [{risk: Trời mưa, response: Vào hội trường}]
lessons: [Hỏi sớm hơn]
---
## Diễn biến {#C1}

Đã *mời* đại biểu; <script>alert('x')</script> còn ba phường. Bảng:

| Cột đường | b |
|---|---|
| Ô vuông | c |
";

fn cell() -> CellTest {
    CellTest::new()
        .record("can-bo-a/2026-04-10-ke-hoach.md", PLAN)
        .record("can-bo-b/2026-05-20-khac.md", "title: Duong truyền khác\n---\nHoà bình.\n")
        .record("can-bo-b/2026-05-25-hong.md", "title: Việc hỏng nặng\ncriteria: {H1: dạt}\n")
        .record("can-bo-b/2026-05-26-mat.md", "title: Việc TUYỆT MẬT không lộ\npurpose: Bọn họ ngủ\n")
}

#[test]
fn every_part_of_a_log_is_found_folded_and_numbers_whole_and_by_parts() {
    let search = Search::of(&cell().site());
    let plan = "Kế hoạch tuyên truyền & cổ động";
    for keys in [
        "ke hoach",
        "cach",
        "btg",
        "12-kh-btg",
        "12 kh",
        "nd cp",
        "30-2020-nd-cp",
        "van thu",
        "gop y",
        "muon",
        "tien",
        "mua",
        "truong",
        "som",
        "moi dai bieu",
        "vuong",
        "gioi thieu",
        "nguyen an",
        "script",
    ] {
        assert!(search.found(keys).contains(&plan), "{keys}: {:?}", search.found(keys));
    }
    assert_eq!(search.found("duong truyen"), ["Duong truyền khác", plan]);
    assert_eq!(search.found("hoa binh"), ["Duong truyền khác"]);
    assert_eq!(search.found("nang"), ["Việc hỏng nặng"]);
    assert_eq!(search.found("quy 2 2026"), ["Quý II/2026"]);
    assert!(search.found("h1 muc dich").iter().any(|title| title.starts_with("H1 ")), "{:?}", search.found("h1"));
    assert!(search.found("nguyen van an").contains(&"Nguyễn Văn An"));
    let document = search.ends[4];
    assert!(search.keys["12-kh-btg"].contains(&document), "{:?} {:?}", search.keys["12-kh-btg"], search.ends);
}

#[test]
fn results_quote_what_the_log_says_and_know_its_page() {
    let site = cell().site();
    let search = Search::of(&site);
    let line = search.lines.iter().find(|line| line[0].starts_with("Kế hoạch tuyên")).expect("the log");
    for quoted in [
        "| Bản kế hoạch, 12-KH/BTG ",
        "| Gửi dự thảo muộn, cham-tien-do ",
        "<script>alert('x')</script> còn ba phường.",
    ] {
        assert!(line[3].contains(quoted), "{quoted}: {}", line[3]);
    }
    assert_eq!([&line[1], &line[2]], ["0/2026-04-10-*8*", "10/4/2026"]);
    let scripts =
        site.iter().filter(|(path, _)| path.starts_with("search") && path.extension().is_some_and(|e| e == "js"));
    for (path, bytes) in scripts {
        assert!(!bytes.contains(&b'<'), "{}", path.display());
    }
}

#[test]
fn of_a_record_with_a_mark_of_secrecy_only_the_id_is_found() {
    let search = Search::of(&cell().site());
    assert_eq!(search.found("tuyet"), Vec::<&str>::new());
    assert!(!search.texts().contains("ngủ") && !search.keys.contains_key("ngu"));
    assert_eq!(search.found("mat"), ["can-bo-b/2026-05-26-mat"]);
}

#[test]
fn for_the_public_no_word_of_a_name_stands_in_the_index() {
    let settings = SETTINGS.replace("Nguyễn Văn An}", "Nguyễn Quỳnh Xoan, emails: [xoan@vi-du.vn]}");
    let story = "visibility: public\ntitle: Giúp Nguyễn Quỳnh Xoan\nassigned_by: can-bo-a\npurpose: Làm cùng NGUYỄN QUỲNH XOAN\n\
                 outputs: [{name: Thư của Nguyễn Quỳnh Xoan, ref: 12-KH/BTG, file: records/can-bo-a/xoan.txt}]\n\
                 direction: {by: can-bo-a, summary: Xem lại}\ncoordination: [{with: can-bo-a}]\n---\nGửi xoan@vi-du.vn, **Nguyễn**\nQuỳnh Xoan.\n";
    let cell = |audience| {
        CellTest::new().file("hieucan.yaml", &settings).record("can-bo-b/2026-03-01-c.md", story).audience(audience)
    };
    let names = ["nguyen", "quynh"];
    let seen = Search::of(&cell(Audience::Cell).site());
    assert!(names.iter().all(|key| seen.keys.contains_key(*key)), "{:?}", seen.keys.keys());
    let public = Search::of(&cell(Audience::Public).site());
    let told: Vec<_> = names.iter().filter(|key| public.keys.contains_key(**key)).collect();
    assert!(told.is_empty(), "{told:?}");
    let texts = public.texts().to_lowercase();
    assert!(!texts.contains("quỳnh") && !texts.contains("can-bo") && !texts.contains("xoan@"), "{texts}");
    assert!(texts.contains("giúp n.q.x.") && !public.found("12-kh-btg").is_empty(), "{texts}");
}

#[test]
fn a_cell_without_records_finds_its_lists() {
    let search = Search::of(&CellTest::new().site());
    assert_eq!(search.found("nhat ky"), ["Nhật ký"]);
}

#[test]
fn the_hint_names_a_number_of_the_cell_and_none_where_there_is_none() {
    let page = |cell: CellTest| cell.page("search/index.html");
    assert!(page(cell()).contains("data-example=\"12-KH/BTG\""));
    let without = PLAN.replace(", ref: 12-KH/BTG", "");
    assert!(!page(CellTest::new().record("can-bo-a/2026-04-10-ke-hoach.md", &without)).contains("data-example"));
    let secret = "title: Việc TUYỆT MẬT\noutputs: [{name: Tờ trình, ref: 99-TT/BTG}]\n";
    assert!(!page(CellTest::new().record("can-bo-b/2026-05-26-mat.md", secret)).contains("99-TT"));
}
