//! A cell whose every text is an attack: the lists of this folder, put wherever a member or the secretary may write.
//!
//! Used by the tests, and by `examples/hostile_cell.rs` for looking at the site in a browser.

use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

const WORDS: &str = include_str!("words.txt");
const LINKS: &str = include_str!("links.txt");
const TARGETS_OK: &str = include_str!("targets_ok.txt");
const BODIES: &str = include_str!("bodies.txt");

/// Hostile values, to be put into every field.
pub fn words() -> Vec<String> {
    let mut words = lines(WORDS);
    words.push("Ă".repeat(3000));
    words.push("từ dài ".repeat(430));
    words.push("<b>".repeat(1000));
    words
}

/// Targets of links that must be refused.
pub fn links() -> Vec<String> {
    lines(LINKS)
}

/// Targets of links that are allowed.
pub fn targets_ok() -> Vec<String> {
    lines(TARGETS_OK)
}

/// Whole bodies.
pub fn bodies() -> Vec<String> {
    let mut bodies: Vec<String> = BODIES.split("=====\n").map(unescaped).collect();
    bodies.extend([
        format!("{} <script>window.__ran=1</script>\n", ">".repeat(50_000)),
        "> ".repeat(5_000) + "| a | b |\n",
        format!("{}x", "- ".repeat(2_000)),
        (0..80).map(|depth| "  ".repeat(depth) + "- a\n").collect(),
        (58..70).map(|depth| "> ".repeat(depth) + "| a | b |\n" + &"> ".repeat(depth) + "|---|:-:|\n\n").collect(),
        (58..70).map(|depth| ">".repeat(depth) + " - a\n\n").collect(),
        (58..70).map(|depth| ">".repeat(depth) + " a\n>: b\n\n").collect(),
        (58..70).map(|depth| ">".repeat(depth) + " # a {#C6}\n\n").collect::<String>() + "[x](#C6)\n",
        (58..70).map(|depth| format!("{}[^{depth}]: a\n\n[^{depth}]\n\n", ">".repeat(depth))).collect(),
        "*a **b ".repeat(200),
        "[".repeat(10_000) + "x" + &"](javascript:x)".repeat(10_000),
        "![".repeat(2_000) + "x" + &"](a.png)".repeat(2_000),
        "<".repeat(10_000),
        "&".repeat(10_000),
        "`".repeat(10_001),
        "x".repeat(100_000),
        format!("# {}\n", "Đ".repeat(3_000)),
    ]);
    bodies
}

/// Writes the cell into `root`.
pub fn write(root: &Path) -> Result<()> {
    let words = words();
    put(root, "hieucan.yaml", &settings(&words))?;
    for (name, bytes) in [("hinh.png", "png"), ("tep.pdf", "pdf"), ("trang.html", "<script>window.__ran=1</script>")] {
        put(root, &format!("records/{name}"), bytes)?;
    }
    put(root, "records/hinh.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='window.__ran=1'/>")?;
    put(root, "records/khac.md", &log(0, "title: khác", "Nhật ký khác.\n"))?;
    for (i, word) in words.iter().enumerate() {
        put(root, &format!("records/w{i:03}.md"), &log(i, &fields(word), &places(word)))?;
        put(root, &format!("records/f{i:03}.md"), &faulty(i, word))?;
        let name: String = word.chars().filter(|c| !matches!(c, '/' | '\0')).take(60).collect();
        if !name.starts_with(['.', '#']) && !name.trim().is_empty() {
            put(root, &format!("records/ten/{name}.md"), &log(i, "title: tên tệp", "[x](../khac.md)\n"))?;
        }
    }
    for (i, link) in links().iter().chain(&targets_ok()).enumerate() {
        put(root, &format!("records/l{i:03}.md"), &log(i, &link_fields(link), &link_places(link)))?;
    }
    for (i, body) in bodies().iter().enumerate() {
        put(root, &format!("records/b{i:03}.md"), &log(i, &format!("title: Nội dung {i}"), body))?;
    }
    Ok(())
}

/// Writes a small cell into `root` whose rubric is an attack.
pub fn write_rubric_cell(root: &Path) -> Result<()> {
    let words = words();
    let word = |i: usize| quoted(&words[(i * 11) % words.len()]);
    let mut rubric = format!("id: bo\nversion: 1\ntitle: {}\nsource: {}\nlevels:\n", word(0), word(1));
    for (i, level) in ["met", "partial", "unmet", "na"].iter().enumerate() {
        let _ = writeln!(rubric, "  - {{id: {level}, label: {}, means: {}}}", word(i + 2), word(i + 3));
    }
    let _ = writeln!(rubric, "groups:\n  - id: g\n    label: {}\n    criteria:", word(4));
    for (i, id) in ["H1", "C6", "fn-1", "nd-H1", "main", "t-claims", "m0"].iter().enumerate() {
        let _ = writeln!(rubric, "      - {{id: {id}, label: {}, text: {}, na: allowed}}", word(i + 5), word(i + 6));
    }
    put(root, "rubric.yaml", &rubric)?;
    put(root, "hieucan.yaml", &settings(&words))?;
    let body = "Chú[^1]\n\n# a {#H1}\n\nx\n\n# b {#nd-H1}\n\n# c {#fn-1}\n\n# d {#main}\n\n[^1]: y\n\n[x](#fn-1) [x](#nd-H1)\n";
    for i in 0..6 {
        let fields = format!("title: {}\ncriteria: [H1, C6, fn-1, nd-H1, main, t-claims, m0]\nrubric: bo@1", word(i));
        put(root, &format!("records/r{i}.md"), &log(i, &fields, body))?;
    }
    Ok(())
}

const MEMBERS: usize = 24;

fn settings(words: &[String]) -> String {
    let mut text = String::from("as_of: 2026-06-30\ncell:\n  id: thu\n");
    for (key, word) in ["name", "parent", "place"].iter().zip(words) {
        let _ = writeln!(text, "  {key}: {}", quoted(word));
    }
    text += "members:\n";
    for i in 0..MEMBERS {
        let word = quoted(&words[(i * 7) % words.len()]);
        let _ = writeln!(
            text,
            "  - {{id: m{i}, name: {word}, position: {word}, group: {word}, emails: [{word}], away: [{{from: 2026-05-01, until: 2026-07-01, reason: {word}}}]}}"
        );
    }
    text
}

/// A record of some member with `fields` and `body`.
fn log(i: usize, fields: &str, body: &str) -> String {
    let (member, day) = (i % MEMBERS, 1 + i % 28);
    format!(
        "---\nmember: m{member}\nassigned: 2026-04-{day:02}\ndue: 2026-05-20\ndone: 2026-05-{day:02}\n{fields}\n---\n{body}"
    )
}

fn fields(word: &str) -> String {
    let w = quoted(word);
    format!(
        "title: {w}
assigned_by: {w}
criteria:
  H1: {{level: met, reason: {w}, evidence: [{{note: {w}}}, {{kind: quote, ref: {w}, note: {w}}}, {{kind: link, link: {w}}}]}}
  H2: {{level: partial, reason: {w}}}
  C6: {{level: unmet, reason: {w}}}
purpose: {w}
procedure: {w}
outputs: [{{name: {w}, ref: {w}, link: {w}}}]
coordination: [{{with: {w}, role: {w}, basis: {w}}}]
strengths: [{w}]
weaknesses: [{{text: {w}, tag: {w}}}]
fixed: [{w}]
context: [{w}]
progress: [{{on: 2026-05-02, note: {w}}}]
direction: {{by: {w}, on: 2026-05-02, summary: {w}, asked: [{{q: {w}, a: {w}}}]}}
references: [{{ref: {w}, title: {w}, link: {w}}}]
risks: [{{risk: {w}, response: {w}, happened: true}}]
steps: [{{id: {w}, what: {w}, with: {w}, approval: {w}}}, {{id: b, what: {w}, after: [{w}]}}]
archive: {w}
revisions: [{{by: {w}, change: {w}, adopted: true}}]
lessons: [{{text: {w}, tag: {w}}}]
excused: {{reason: {w}, confirmed_by: {w}}}"
    )
}

/// A record in which everything that can be wrong is `word`.
fn faulty(i: usize, word: &str) -> String {
    let w = quoted(word);
    let member = i % MEMBERS;
    format!(
        "---\n{w}: {w}\ntitle: {w}\nmember: m{member}\nassigned: {w}\ndue: {w}\ndone: {w}\nkind: {w}\nstatus: {w}\nrubric: {w}
criteria:\n  {w}: {w}\n  H1: {w}\n  H2: {{level: {w}, evidence: [{{kind: {w}, file: {w}, date: {w}}}]}}\n  H3: [{w}]
outputs: [{{file: {w}}}]\nsteps: [{{id: {w}, after: [{w}, x{i}]}}]\nrisks: [{{risk: {w}, happened: {w}}}]
visibility: cell\n---\n{word}\n\n# {word} {{#C6}}\n\n# x {{#{word}}}\n"
    )
}

/// `word` in every place of a body.
fn places(word: &str) -> String {
    format!(
        "{word}\n\n# {word} {{#C6}}\n\n- {word}\n- [ ] {word}\n\n> {word}\n\n| {word} | b |\n|---|---|\n| {word} | `{word}` |\n
[{word}](https://vidu.example) ![{word}](hinh.png) [{word}](khac.md) [x](<{word}>) [x](khac.md \"{word}\")\n
Chú[^{word}]\n\n[^{word}]: {word}\n\n```{word}\n{word}\n```\n\n{word}\n: {word}\n\n<{word}>\n"
    )
}

fn link_fields(link: &str) -> String {
    let l = quoted(link);
    format!(
        "title: Liên kết {l}
criteria: {{H1: {{level: met, evidence: [{{kind: link, link: {l}}}]}}}}
outputs: [{{name: x, link: {l}}}]
references: [{{ref: x, link: {l}}}]"
    )
    .replacen(&format!("Liên kết {l}"), "Liên kết", 1)
}

fn link_places(link: &str) -> String {
    format!(
        "[x]({link}) [x](<{link}>) [x]({link} \"t\") [x][r] [r] <{link}> ![x]({link}) ![x](<{link}>) ![x][r]\n
[![x](<{link}>)](<{link}>)\n\n| a |\n|---|\n| [x](<{link}>) |\n\n[r]: <{link}>\n"
    )
}

fn put(root: &Path, path: &str, text: &str) -> Result<()> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// `word` as a double-quoted text of YAML.
fn quoted(word: &str) -> String {
    let mut out = String::from('"');
    for c in word.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || is_special(c) => {
                let _ = write!(out, "\\U{:08X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out + "\""
}

fn is_special(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe
}

/// The lines below the opening comment.
fn lines(list: &str) -> Vec<String> {
    list.lines().skip_while(|line| line.starts_with("# ")).map(unescaped).collect()
}

/// `text` with each `\u{…}` as that character.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a closed escape");
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        out.push_str(rest);
    }
    out
}
