//! How the time of one record grows with its size: hostile records are doubled up to the limits of a record, and each
//! may take at most 2.5 times as long as the one of half its size, and one second in all.
//!
//! `cargo run --release --example growth [NAME…]`; exit status 1 when a bound is broken.

#![allow(clippy::print_stdout, reason = "a program of its own, whose output is for people")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::base::source::{RecordFile, Source};
use hieucan::check::{self, Facts};
use hieucan::model::attachment::Attachments;
use hieucan::model::audience::Audience;
use hieucan::parse::{self, Words};
use hieucan::render::{self, theme::Theme};
use hieucan::{report, tally};

/// A record that is hostile in one way, of about so many bytes.
type Make = fn(usize) -> String;

/// Largest body, and largest front matter, a little below the limits.
const BODY: usize = 1_000_000;
const FRONT: usize = 64_000;

const LONGEST: Duration = Duration::from_secs(1);

/// Times below this say nothing about growth.
const NOISE: Duration = Duration::from_millis(40);

const CASES: &[(&str, usize, Make)] = &[
    ("quotes", BODY, |n| body(&">".repeat(n))),
    ("quotes-lines", BODY, |n| body(&lines(n, "> > > > > > > > > > > a\n"))),
    ("lists-nested", BODY, |n| body(&"- ".repeat(n / 2))),
    ("lists-deeper", BODY, |n| body(&deeper(n))),
    ("list-items", BODY, |n| body(&lines(n, "- a\n"))),
    ("task-items", BODY, |n| body(&lines(n, "- [ ] a\n"))),
    ("links-refused", BODY, |n| body(&lines(n, "[a](x:)"))),
    ("links-refused-lines", BODY, |n| body(&lines(n, "[a](x:)\n"))),
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
    ("definitions", BODY, |n| body(&(0..n / 16).map(|i| format!("[a{i}]: x:y\n")).collect::<String>())),
    ("definition-lists", BODY, |n| body(&lines(n, "a\n: b\n\n"))),
    ("definition-one", BODY, |n| body(&("a\n".to_owned() + &lines(n, ": b\n")))),
    ("headings", BODY, |n| body(&lines(n, "# a\n"))),
    ("headings-tagged", BODY, |n| body(&lines(n, "# a {#H1}\n"))),
    ("headings-unknown", BODY, |n| body(&lines(n, "# a {#Z9}\n"))),
    ("heading-attributes", BODY, |n| body(&format!("# a {{{}}}\n", lines(n, ".a ")))),
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
    ("keys-unknown", FRONT, |n| front(&(0..n / 8).map(|i| format!("k{i}: x\n")).collect::<String>())),
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
            (0..n / 30).map(|i| format!("- {{id: s{i}, after: [t{i}, u{i}]}}\n")).collect::<String>()
        ))
    }),
    ("steps-after-all", FRONT, |n| front(&format!("steps:\n- id: a\n- after: [{}]\n", lines(n, "a,")))),
    ("steps-repeated", FRONT, |n| front(&format!("steps:\n{}", lines(n, "- id: a\n")))),
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

fn body(body: &str) -> String {
    format!("---\ntitle: a\nmember: m0\nassigned: 2026-05-01\ndue: 2026-05-05\ndone: 2026-05-05\n---\n{body}")
}

fn front(yaml: &str) -> String {
    format!("---\ntitle: a\nmember: m0\nassigned: 2026-05-01\n{yaml}\n---\n")
}

/// The whole way of one record: parse, check, tally, and every page of the site.
fn run(text: String) -> (Duration, [Duration; 4], usize) {
    let settings =
        Source { path: "hieucan.yaml".into(), text: "cell: {id: c, name: C}\nmembers: [{id: m0, name: A}]\n".into() };
    let settings = parse::settings(&settings).expect("settings");
    let catalog = Catalog::of(Lang::Vi);
    let theme = Theme::load(&[], &catalog).expect("a theme");
    let rubric = parse::built_in();
    let words = Words::of(&catalog);
    let begun = Instant::now();
    let parsed = parse::parse(vec![RecordFile { path: "records/a.md".into(), text: Ok(text) }], &rubric, &words);
    let parsing = begun.elapsed();
    let facts = Facts {
        settings,
        rubric,
        attachments: Attachments::default(),
        findings: Vec::new(),
        as_of: Date::new(2026, 6, 30).expect("a date"),
        audience: Audience::Cell,
    };
    let logbook = check::check(parsed, facts).logbook;
    let checking = begun.elapsed() - parsing;
    let tally = tally::tally(&logbook);
    let report = report::report(&logbook, &tally);
    let reporting = begun.elapsed() - parsing - checking;
    let read = |_: &_| Ok(Vec::new());
    let plan = render::plan(&report, &theme, &catalog, &read).expect("a plan");
    let bytes = plan.iter().map(|artifact| artifact.make().expect("a page").len()).sum();
    let all = begun.elapsed();
    (all, [parsing, checking, reporting, all - parsing - checking - reporting], bytes)
}

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut broken = 0;
    println!("{:20} {:>9} {:>9} {:>9} {:>7}   parse/check/tally/render", "record", "half", "whole", "bytes", "growth");
    for (name, most, make) in CASES.iter().filter(|(name, ..)| wanted.is_empty() || wanted.iter().any(|w| w == name)) {
        let best = |size: usize| (0..2).map(|_| run(make(size))).min_by_key(|(all, ..)| *all).expect("a run");
        let (mut size, mut half) = (*most / 16, best(*most / 16).0);
        // Stop early when it explodes, so that the rest is still measured.
        while size < *most && half < LONGEST {
            size *= 2;
            let (whole, parts, bytes) = best(size);
            let growth = whole.as_secs_f64() / half.max(NOISE).as_secs_f64();
            let bad = growth > 2.5 || whole > LONGEST;
            if size >= *most || bad {
                let mark = if bad { "  <<<" } else { "" };
                println!("{name:20} {half:>9.1?} {whole:>9.1?} {bytes:>9} {growth:>7.2}   {parts:.0?}{mark}");
            }
            broken += usize::from(bad);
            half = whole;
        }
    }
    if broken > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
