//! How the time of one record grows with its size: hostile records are doubled up to the limits of a record, and each
//! may take at most 2.5 times as long as the one of half its size, and one second in all. Cells of many hostile records
//! are doubled too; they are bound by their growth alone.
//!
//! Time is the processor time of all threads, so that what else the machine does changes little.
//!
//! `cargo run --release --example growth [NAME…]`; exit status 1 when a bound is broken.

#![allow(clippy::print_stdout, reason = "a program of its own, whose output is for people")]

use std::io;
use std::process::ExitCode;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use hieucan::base::artifact::Artifact;
use hieucan::base::diagnostic::emit::{self, Colour, Findings, Format};
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::base::record_file::RecordFile;
use hieucan::base::source::Source;
use hieucan::check::{self, Facts};
use hieucan::model::attachment::Attachments;
use hieucan::model::audience::Audience;
use hieucan::parse::{self, Words};
use hieucan::render::{self, theme::Theme};
use hieucan::{export, report, tally};

/// A record: its path and its text.
type File = (String, String);

/// Something hostile in one way: a record of about so many bytes, or so many records.
type Make = fn(usize) -> Vec<File>;

/// Largest body, and largest front matter, a little below the limits.
const BODY: usize = 1_000_000;
const FRONT: usize = 64_000;

/// So many records of a cell.
const CELL: usize = 8_000;

const LONGEST: Duration = Duration::from_secs(1);

/// A cell that takes longer is not doubled again.
const LONGEST_CELL: Duration = Duration::from_secs(10);

/// Times below this say nothing about growth.
const NOISE: Duration = Duration::from_millis(100);

const CASES: &[(&str, usize, Make)] = &[
    ("quotes", BODY, |n| body(&">".repeat(n))),
    ("quotes-lines", BODY, |n| body(&lines(n, "> > > > > > > > > > > a\n"))),
    ("lists-nested", BODY, |n| body(&"- ".repeat(n / 2))),
    ("lists-deeper", BODY, |n| body(&deeper(n))),
    ("list-items", BODY, |n| body(&lines(n, "- a\n"))),
    ("task-items", BODY, |n| body(&lines(n, "- [ ] a\n"))),
    ("links-refused", BODY, |n| body(&lines(n, "[a](x:)"))),
    ("links-refused-lines", BODY, |n| body(&lines(n, "[a](x:)\n"))),
    ("links-refused-rows", BODY, |n| body(&lines(n, &("[a](x:)".repeat(57) + "\n")))),
    ("links-broken", BODY, |n| body(&lines(n, "[a](b) "))),
    ("links-to-headings", BODY, |n| body(&(lines(n / 2, "# a {#H1}\n") + &lines(n / 2, "[a](#C6)\n")))),
    ("images", BODY, |n| body(&lines(n, "![a](b)"))),
    ("images-nested", BODY, |n| body(&("![".repeat(n / 8) + &"](a.png)".repeat(n / 12)))),
    ("brackets", BODY, |n| body(&"[".repeat(n))),
    ("brackets-closed", BODY, |n| body(&("[".repeat(n / 2) + &"]".repeat(n / 2)))),
    ("autolinks", BODY, |n| body(&lines(n, "<https://a.vn>"))),
    ("angles", BODY, |n| body(&"<".repeat(n))),
    ("comments-open", BODY, |n| body(&lines(n, "a <!-- "))),
    ("instructions-open", BODY, |n| body(&lines(n, "a <?"))),
    ("cdata-open", BODY, |n| body(&lines(n, "a <![CDATA["))),
    ("emphasis", BODY, |n| body(&lines(n, "*a **b "))),
    ("emphasis-mixed", BODY, |n| body(&lines(n, "*a_ _b* "))),
    ("stars", BODY, |n| body(&"*".repeat(n))),
    ("tildes", BODY, |n| body(&lines(n, "~a ~~b "))),
    ("backticks", BODY, |n| body(&ticks(n))),
    ("entities", BODY, |n| body(&lines(n, "&#x"))),
    ("backslashes", BODY, |n| body(&"\\".repeat(n))),
    ("table-rows", BODY, |n| body(&("| a |\n|---|\n".to_owned() + &lines(n, "| a |\n")))),
    ("table-square", BODY, |n| body(&square(n))),
    ("table-short-rows", BODY, |n| body(&short_rows(n))),
    ("tables", BODY, |n| body(&lines(n, "| a |\n|---|\n\n"))),
    ("footnotes", BODY, |n| body(&(0..n / 20).map(|i| format!("[^{i}]\n\n[^{i}]: a\n\n")).collect::<String>())),
    ("footnote-one", BODY, |n| body(&("[^a]: a\n\n".to_owned() + &lines(n, "[^a]")))),
    ("references", BODY, |n| body(&("[a]: x:y\n\n".to_owned() + &lines(n, "[a] ")))),
    ("references-long", BODY, |n| body(&format!("[a]: x:{}\n\n{}", "y".repeat(n / 2), lines(n / 2, "[a] ")))),
    ("words-of-marks", BODY, |n| body(&lines(n, "MA\u{323}\u{302}T a\u{301} "))),
    ("definitions", BODY, |n| body(&(0..n / 16).map(|i| format!("[a{i}]: x:y\n")).collect::<String>())),
    ("definition-lists", BODY, |n| body(&lines(n, "a\n: b\n\n"))),
    ("definition-one", BODY, |n| body(&("a\n".to_owned() + &lines(n, ": b\n")))),
    ("headings", BODY, |n| body(&lines(n, "# a\n"))),
    ("headings-tagged", BODY, |n| body(&lines(n, "# a {#H1}\n"))),
    ("headings-unknown", BODY, |n| body(&lines(n, "# a {#Z9}\n"))),
    ("headings-apart", BODY, |n| body(&(0..n / 18).map(|i| format!("# a {{#b{i}}}\n")).collect::<String>())),
    ("heading-attributes", BODY, |n| body(&format!("# a {{{}}}\n", lines(n, ".a ")))),
    ("sections-of-all", BODY, |n| body(&format!("# a {{#H1}}\n{}", lines(n, "## a\na\n")))),
    ("long-line", BODY, |n| body(&"đ".repeat(n / 2))),
    ("long-word-marks", BODY, |n| body(&("a".to_owned() + &"\u{301}".repeat(n / 2)))),
    ("code", BODY, |n| body(&format!("```\n{}\n```\n", "<".repeat(n)))),
    ("blank-lines", BODY, |n| body(&"\n".repeat(n))),
    ("carriage-returns", BODY, |n| body(&"\r".repeat(n))),
    ("invisible-line", BODY, |n| body(&"\u{200b}".repeat(n / 3))),
    ("no-break-spaces", BODY, |n| body(&"a\u{a0}".repeat(n / 3))),
    ("controls-line", BODY, |n| body(&"\u{1}".repeat(n))),
    ("controls-lines", BODY, |n| body(&lines(n, "\u{1}\n"))),
    ("mojibake", BODY, |n| body(&"a©".repeat(n / 3))),
    ("mojibake-lines", BODY, |n| body(&lines(n, "a©a\n"))),
    ("look-alikes", BODY, |n| body(&lines(n, "cаt "))),
    ("look-alike-word", BODY, |n| body(&"cа".repeat(n / 3))),
    ("greek", BODY, |n| body(&"ω".repeat(n / 2))),
    ("secrets", BODY, |n| body(&lines(n, "MẬT "))),
    ("phones", BODY, |n| body(&lines(n, "0912345678 "))),
    ("digits", BODY, |n| body(&"9".repeat(n))),
    ("digits-apart", BODY, |n| body(&lines(n, "9 "))),
    ("html-blocks", BODY, |n| body(&lines(n, "<div>\n\n"))),
    ("html-inline", BODY, |n| body(&lines(n, "<b>"))),
    ("html-attributes", BODY, |n| body(&format!("<a {}", lines(n, "a=b ")))),
    ("keys-unknown", FRONT, |n| front(&(0..n / 10).map(|i| format!("k{i}: x\n")).collect::<String>())),
    ("keys-unknown-short", FRONT, |n| front(&lines(n, "b:\n"))),
    ("keys-unknown-long", FRONT, |n| {
        front(&(0..n / 90).map(|i| format!("{}{i}: x\n", "ă".repeat(40))).collect::<String>())
    }),
    ("keys-repeated", FRONT, |n| front(&lines(n, "due: \n"))),
    ("criteria-unknown", FRONT, |n| front(&("criteria:\n".to_owned() + &lines(n, "  Z: met\n")))),
    ("criteria-repeated", FRONT, |n| front(&("criteria:\n".to_owned() + &lines(n, "  H1: met\n")))),
    ("criteria-listed", FRONT, |n| front(&format!("criteria: [{}]\n", lines(n, "H1,")))),
    ("levels-unknown", FRONT, |n| front(&("criteria:\n".to_owned() + &lines(n, "  H1: mett\n")))),
    ("evidence", FRONT, |n| front(&format!("criteria: {{H1: {{level: met, evidence: [{}]}}}}\n", lines(n, "a,")))),
    ("evidence-files", FRONT, |n| {
        front(&format!("criteria: {{H1: {{level: met, evidence: [{}]}}}}\n", lines(n, "{file: a},")))
    }),
    ("steps", FRONT, |n| {
        front(&format!(
            "steps:\n{}",
            (0..n / 30).map(|i| format!("- {{id: {i}, after: [{}]}}\n", i + 1)).collect::<String>()
        ))
    }),
    ("steps-unknown", FRONT, |n| {
        front(&format!(
            "steps:\n{}",
            (0..n / 36).map(|i| format!("- {{id: s{i}, after: [t{i}, u{i}]}}\n")).collect::<String>()
        ))
    }),
    ("steps-after-all", FRONT, |n| front(&format!("steps:\n- id: a\n- after: [{}]\n", lines(n, "a,")))),
    ("steps-repeated", FRONT, |n| front(&format!("steps:\n{}", lines(n, "- id: a\n")))),
    ("claims-and-lessons", FRONT, |n| {
        front(&format!("criteria:\n{}lessons: [{}]\n", lines(n / 2, " C4: met\n"), lines(n / 2, "a,")))
    }),
    ("tags-unknown", FRONT, |n| {
        let tags = |letter: char| (0..n / 30).map(|i| format!("{{tag: {letter}{i}}},")).collect::<String>();
        let fixed: String = (0..n / 14).map(|i| format!("b{i},")).collect();
        front(&format!("weaknesses: [{}]\nfixed: [{fixed}]\n", tags('a')))
    }),
    ("title-long", FRONT, |n| {
        let text = format!("---\ntitle: {}\nmember: m0\nassigned: 2026-05-01\n---\n", "a ".repeat(n / 2));
        vec![("records/a.md".to_owned(), text)]
    }),
    ("lessons", FRONT, |n| front(&format!("lessons: [{}]\n", lines(n, "a,")))),
    ("references-numbers", FRONT, |n| front(&format!("references: [{}]\n", lines(n, "12-X,")))),
    ("people-unknown", FRONT, |n| front(&format!("revisions: [{}]\n", lines(n, "{by: a},")))),
    ("dates", FRONT, |n| front(&format!("progress: [{}]\n", lines(n, "{on: x},")))),
    ("flow-open", FRONT, |n| front(&"[".repeat(n))),
    ("flow-maps-open", FRONT, |n| front(&"{a: ".repeat(n / 4))),
    ("flow-deep", FRONT, |n| front(&lines(n, "[[[[[[[[[[[[[]]]]]]]]]]]]],"))),
    ("block-deep", FRONT, |n| front(&"- ".repeat(n / 2))),
    ("quoted-open", FRONT, |n| front(&format!("title: \"{}", lines(n, "a\n")))),
    ("quoted-escapes", FRONT, |n| front(&format!("purpose: \"{}\"\n", "\\n".repeat(n / 2)))),
    ("question-keys", FRONT, |n| front(&lines(n, "? a\n"))),
    ("colons", FRONT, |n| front(&":".repeat(n))),
    ("colons-apart", FRONT, |n| front(&": ".repeat(n / 2))),
    ("anchors", FRONT, |n| front(&lines(n, "&a "))),
    ("yaml-comments", FRONT, |n| front(&lines(n, "#\n"))),
    ("yaml-blank", FRONT, |n| front(&lines(n, " \n"))),
    ("plain-lines", FRONT, |n| front(&format!("title: a\n{}", lines(n, " a\n")))),
    ("block-scalar", FRONT, |n| front(&format!("purpose: |\n{}", lines(n, " a\n")))),
    ("secret-escapes", FRONT, |n| front(&format!("purpose: \"{}\"\n", lines(n, "\\u1EAC")))),
    ("cell-faulty", CELL, |n| cell(n, |_| "due: mai\ncriteria: {H1: mett, Z: met}\n".to_owned())),
    ("cell-one-place", CELL, |n| {
        (0..n).map(|i| (format!("records/{i}/a{}.md", signs(i)), plain("due: 2026-05-05"))).collect()
    }),
    ("cell-one-id", CELL, |n| (0..n).map(|i| (format!("records/{i}/a.md"), plain("due: 2026-05-05"))).collect()),
    ("cell-one-tag", CELL, |n| cell(n, |i| format!("{}lessons: [{{text: a, tag: x}}]\n", due(i)))),
    ("cell-one-tag-and-lessons", 4_000, |n| {
        let mut cell = cell(n, |i| format!("{}lessons: [{{text: a, tag: x}}]\n", due(i)));
        cell.push(("records/z.md".to_owned(), plain(&format!("lessons: [{}]", lines(n * 8, "{tag: x},")))));
        cell
    }),
    ("cell-tags-unknown", CELL, |n| cell(n, |i| format!("weaknesses: [{{text: a, tag: a{i}}}]\nfixed: [b{i}]\n"))),
    ("cell-tags-fixed", CELL, |n| {
        cell(n, |i| format!("{}weaknesses: [{{text: a, tag: x}}]\nfixed: [x]\n", due(n - i)))
    }),
    ("cell-copies", CELL, |n| cell(n, |_| "purpose: một đoạn văn được chép lại\n".to_owned())),
    ("cell-links", CELL, |n| (0..n).map(|i| (format!("records/{i}.md"), plain("") + &links(i, n))).collect()),
];

fn lines(bytes: usize, line: &str) -> String {
    line.repeat(bytes / line.len())
}

fn deeper(bytes: usize) -> String {
    let depth = 1000.min(bytes / 40);
    let one: String = (0..depth).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    one.repeat((bytes / one.len().max(1)).max(1))
}

fn ticks(bytes: usize) -> String {
    let (mut out, mut run) = (String::new(), 1);
    while out.len() < bytes {
        out += &"`".repeat(run);
        out.push(' ');
        run += 1;
    }
    out
}

fn square(bytes: usize) -> String {
    let columns = ((bytes / 4) as f64).sqrt() as usize;
    let row = "|a".repeat(columns) + "|\n";
    row.clone() + &"|-".repeat(columns) + "|\n" + &row.repeat(columns)
}

/// Many columns, and as many rows of one cell: the parser fills in the rest.
fn short_rows(bytes: usize) -> String {
    let columns = bytes / 8;
    "|a".repeat(columns) + "|\n" + &"|-".repeat(columns) + "|\n" + &"|\n".repeat(bytes / 4)
}

fn body(body: &str) -> Vec<File> {
    one(format!("---\ntitle: a\nmember: m0\nassigned: 2026-05-01\ndue: 2026-05-05\ndone: 2026-05-05\n---\n{body}"))
}

fn front(yaml: &str) -> Vec<File> {
    one(plain(yaml))
}

fn one(text: String) -> Vec<File> {
    vec![("records/a.md".to_owned(), text)]
}

fn plain(yaml: &str) -> String {
    format!("---\ntitle: a\nmember: m0\nassigned: 2026-05-01\n{yaml}\n---\n")
}

fn cell(records: usize, yaml: impl Fn(usize) -> String) -> Vec<File> {
    (0..records).map(|i| (format!("records/{i}.md"), plain(&yaml(i)))).collect()
}

/// A day of May or June for each record.
fn due(i: usize) -> String {
    format!("due: 2026-{:02}-{:02}\n", 5 + i % 2, 1 + i / 2 % 28)
}

/// Signs that are not part of a record's place in the site, others for each number.
fn signs(i: usize) -> String {
    format!("{i:b}").replace('0', "!").replace('1', "+")
}

/// Links to ten records and as many that are not there.
fn links(i: usize, records: usize) -> String {
    (0..10).map(|j| format!("[a]({}.md) [a](x{j}.md)\n", (i * 7 + j) % records)).collect()
}

/// What a run took.
#[derive(Clone)]
struct Cost {
    time: Duration,
    /// Of the stages in their order.
    parts: Vec<(&'static str, Duration)>,
    /// Largest memory, in MiB.
    peak: usize,
    /// Bytes of the whole site.
    bytes: usize,
}

struct Clock {
    begun: Duration,
    parts: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn part(&mut self, name: &'static str) {
        let before: Duration = self.parts.iter().map(|(_, time)| *time).sum();
        self.parts.push((name, busy() - self.begun - before));
    }
}

/// The processor time of all threads; where the system does not tell it, the time of the day.
fn busy() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let thread = |entry: io::Result<std::fs::DirEntry>| -> Option<u64> {
        let text = std::fs::read_to_string(entry.ok()?.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse().ok()
    };
    let begun = *BEGUN;
    match std::fs::read_dir("/proc/self/task") {
        Ok(threads) => Duration::from_nanos(threads.filter_map(thread).sum()),
        Err(_) => begun.elapsed(),
    }
}

/// The largest memory since the last call, in MiB, where the system tells it.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    kib.unwrap_or_default() / 1024
}

/// The whole way of some records: parse, check, tally, every page and data file of the site, and the problems as
/// people and programs read them.
fn run(files: Vec<File>) -> Cost {
    let settings =
        Source { path: "hieucan.yaml".into(), text: "cell: {id: c, name: C}\nmembers: [{id: m0, name: A}]\n".into() };
    let settings = parse::settings(&settings).expect("settings");
    let catalog = Catalog::of(Lang::Vi);
    let theme = Theme::load(&[], catalog).expect("a theme");
    let rubric = parse::built_in();
    let words = Words::of(catalog);
    let mut files: Vec<_> = files.into_iter().map(|(path, text)| RecordFile { path, text: Ok(text) }).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    peak();
    let mut clock = Clock { begun: busy(), parts: Vec::new() };
    let parsed = parse::parse(files, &rubric, &words);
    clock.part("parse");
    let facts = Facts {
        settings,
        rubric,
        attachments: Attachments::default(),
        accepted: Vec::new(),
        findings: Vec::new(),
        as_of: Date::new(2026, 6, 30).expect("a date"),
        audience: Audience::Cell,
    };
    let check::Checked { logbook, problems, .. } = check::check(parsed, facts, Default::default);
    clock.part("check");
    let tally = tally::tally(&logbook);
    let report = report::report(&logbook, &tally);
    clock.part("report");
    let read = |_: &_| Ok(Vec::new());
    let mut bytes = 0;
    let mut make = |plan: Vec<Artifact<'_>>| {
        bytes += plan.iter().map(|artifact| artifact.make().expect("a page").len()).sum::<usize>();
    };
    make(render::plan(&report, &theme, catalog, &read).expect("a plan"));
    clock.part("pages");
    make(export::plan(report.data(), catalog));
    clock.part("data");
    let site = clock.parts.iter().map(|(_, time)| *time).sum();
    let findings = Findings { problems: &problems, as_of: report.as_of(), records: 1 };
    for (format, name) in
        [(Format::Text, "text"), (Format::Json, "json"), (Format::Sarif, "sarif"), (Format::Github, "github")]
    {
        emit::write(format, &findings, catalog, Colour::None, &mut io::sink()).expect("nothing fails to be written");
        clock.part(name);
    }
    let told = clock.parts[5..].iter().map(|(_, time)| *time).max().unwrap_or_default();
    let checked = clock.parts[..2].iter().map(|(_, time)| *time).sum::<Duration>() + told;
    Cost { time: checked.max(site), parts: clock.parts, peak: peak(), bytes }
}

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut broken = 0;
    println!("{:24} {:>7} {:>7} {:>6} {:>8} {:>9}   parts", "record", "half", "whole", "growth", "MiB", "bytes");
    for (name, most, make) in CASES.iter().filter(|(name, ..)| wanted.is_empty() || wanted.iter().any(|w| w == name)) {
        let longest = if name.starts_with("cell-") { LONGEST_CELL } else { LONGEST };
        let best = |size: usize| (0..2).map(|_| run(make(size))).min_by_key(|cost| cost.time).expect("a run");
        let (mut size, mut half) = (*most / 16, best(*most / 16).time);
        // Stop early when it explodes, so that the rest is still measured.
        while size < *most && half < longest {
            size *= 2;
            let cost = best(size);
            let growth = cost.time.as_secs_f64() / half.max(NOISE).as_secs_f64();
            let bad = growth > 2.5 || cost.time > longest;
            if size >= *most || bad {
                print(name, half, growth, &cost, bad);
            }
            broken += usize::from(bad);
            half = cost.time;
        }
    }
    if broken > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn print(name: &str, half: Duration, growth: f64, cost: &Cost, bad: bool) {
    let Cost { time, peak, bytes, parts } = cost;
    let ms = |time: &Duration| time.as_millis();
    let parts: Vec<String> = parts.iter().map(|(name, time)| format!("{name} {}", ms(time))).collect();
    let mark = if bad { "  <<<" } else { "" };
    let (half, whole) = (ms(&half), ms(time));
    println!("{name:24} {half:>5}ms {whole:>5}ms {growth:>6.2} {peak:>8} {bytes:>9}   {}{mark}", parts.join(", "));
}
