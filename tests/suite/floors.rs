//! The floors of the house: imports of the program go down, and an outside crate comes in by one door.
//!
//! Read from the source files themselves: every `use crate::…` (and every path `crate::…` inside the code) of every
//! file but tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each room may name beside itself. Stages name the product of the stage before, never what comes after.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("model", &["base"]),
    ("parse", &["base", "model"]),
    ("check", &["base", "model", "parse"]),
    ("writing", &["base", "model", "parse"]),
    ("tally", &["base", "model"]),
    ("report", &["base", "model", "tally"]),
    ("render", &["base", "report"]),
    ("export", &["base", "report"]),
    ("discover", &["base", "model"]),
    ("publish", &["base"]),
    ("cache", &["base", "model", "parse", "publish"]),
    ("press", &["base", "publish"]),
    ("config", &["base", "model", "cache", "discover", "parse"]),
    (
        "pipeline",
        &[
            "base", "model", "config", "discover", "parse", "check", "tally", "report", "render", "export", "publish",
            "writing", "cache",
        ],
    ),
    ("scaffold", &["base", "model", "discover", "publish"]),
    ("editor", &["base", "model", "config", "discover", "parse", "check"]),
    ("serve", &["base", "config", "pipeline"]),
    (
        "cli",
        &[
            "base", "model", "cache", "config", "parse", "pipeline", "press", "publish", "scaffold", "editor",
            "writing", "serve",
        ],
    ),
    ("main", &["cli"]),
];

/// Outside crates that have a door, and the files (or folders) that are the door.
const DOORS: &[(&str, &[&str])] = &[
    ("anstream", &["cli/"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/shell.rs"]),
    ("clap_mangen", &["cli/manual.rs"]),
    ("indicatif", &["cli/"]),
    // Facts of messages are Fluent values; whoever words a message names that one type.
    ("fluent_bundle", &["base/i18n/", "base/diagnostic/", "editor/", "cli/"]),
    ("unic_langid", &["base/i18n/"]),
    ("jiff", &["base/period.rs", "cli/args.rs"]),
    ("pulldown_cmark", &["parse/body/"]),
    ("serde_yaml", &["parse/yaml/library.rs"]),
    ("walkdir", &["discover/"]),
    ("tera", &["render/theme/"]),
    ("rust_embed", &["render/theme/"]),
    ("csv", &["export/"]),
    ("docx_rs", &["export/docx/"]),
    ("icalendar", &["export/calendar.rs"]),
    ("rust_xlsxwriter", &["export/xlsx/"]),
    ("zip", &["export/docx/finish.rs"]),
    ("icu_collator", &["report/names.rs"]),
    ("icu_locale_core", &["report/names.rs"]),
    ("similar", &["report/since/words.rs"]),
    ("strsim", &["base/text.rs"]),
    ("thiserror", &["base/error.rs"]),
    ("unicode_width", &["base/diagnostic/emit/text.rs"]),
    ("rustix", &["discover/", "publish/", "cache/", "cli/prompt/raw.rs"]),
    ("postcard", &["cache/"]),
    ("axum", &["serve/http.rs", "serve/patience.rs"]),
    ("notify", &["serve/watch.rs"]),
    ("tokio", &["serve/"]),
    ("tokio_stream", &["serve/http.rs"]),
    ("signal_hook", &["publish/signals.rs"]),
];

/// The source files by path below `src/`, those of tests left out.
fn sources() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let walk = walkdir::WalkDir::new(&src).into_iter().flatten();
    let files = walk.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    let named = files.map(|entry| {
        let name = entry.path().strip_prefix(&src).expect("a file of src").to_str().expect("a plain name").to_owned();
        (name, fs::read_to_string(entry.path()).expect("a source file"))
    });
    named
        .filter(|(name, _)| !name.ends_with("tests.rs") && name != "lib.rs")
        .map(|(name, text)| (name, without_tests(&text)))
        .collect()
}

/// The code of a file: no comments, and nothing from its module of tests on.
fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// The room that a file belongs to: a folder of `src/`, or a file there.
fn room(path: &str) -> &str {
    path.split_once('/').map_or_else(|| path.trim_end_matches(".rs"), |(folder, _)| folder)
}

/// The words that follow `prefix` in `code`, where the prefix begins a path.
fn words_after<'a>(code: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let starts = code.match_indices(prefix).filter(|(at, _)| {
        let before = code[..*at].chars().next_back();
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_' && sign != ':' && sign != '$')
    });
    starts
        .flat_map(|(at, _)| {
            let rest = &code[at + prefix.len()..];
            let group = rest.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or(rest));
            group.unwrap_or(rest).split(',').take(if group.is_some() { usize::MAX } else { 1 })
        })
        .map(|word| word.trim().split(|sign: char| !sign.is_alphanumeric() && sign != '_').next().unwrap_or_default())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn imports_go_down_the_floors() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let room = room(&path);
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("src/{path}: `{room}` has no floor; give it one in MAY_NAME"));
            continue;
        };
        let prefix = if room == "main" { "hieucan::" } else { "crate::" };
        for named in words_after(&code, prefix) {
            if named != room && !allowed.contains(&named) {
                wrong.push(format!("src/{path} names `crate::{named}`, which `{room}` may not see"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_outside_crate_comes_in_by_one_door() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (name, doors) in DOORS {
        let users: Vec<&String> = sources.iter().filter(|(_, code)| uses(code, name)).map(|(path, _)| path).collect();
        if users.is_empty() {
            wrong.push(format!("nobody uses `{name}`: take it from DOORS"));
        }
        let outside = users.iter().filter(|path| !doors.iter().any(|door| path.starts_with(door)));
        wrong.extend(outside.map(|path| format!("src/{path} uses `{name}`, whose door is {doors:?}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether the code names an outside crate: `name::…` or `use name;` where no longer path stands before it.
fn uses(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_' && sign != ':' && sign != '.')
            && (after.starts_with("::") || (after.starts_with(';') && code[..at].ends_with("use ")))
    })
}

#[test]
fn other_programs_are_run_by_one_file_each() {
    for (path, code) in sources() {
        let runs = words_after(&code, "std::process::").contains("Command");
        assert_eq!(runs, ["discover/git.rs", "press/chromium.rs"].contains(&path.as_str()), "src/{path}");
    }
}

#[test]
fn outside_the_word_of_messages_only_its_value_type_is_named() {
    for (path, code) in sources().iter().filter(|(path, _)| !path.starts_with("base/i18n/")) {
        let named = words_after(code, "fluent_bundle::");
        assert!(named.iter().all(|word| *word == "FluentValue"), "src/{path} names {named:?} of fluent_bundle");
    }
}

/// The test above reads lines; this shows that it can see what it looks for.
#[test]
fn the_floors_are_read_from_every_spelling() {
    let code =
        "use crate::base::text;\nuse crate::{check::Facts, model};\nlet a: Vec<crate::parse::Draft>;\nuse $crate::cli;";
    assert_eq!(words_after(code, "crate::"), BTreeSet::from(["base", "check", "model", "parse"]));
    assert!(uses("use tera::Tera;", "tera") && uses("let x = tera::y();", "tera") && uses("use csv;", "csv"));
    assert!(!uses("use crate::export::csv::write;", "csv") && !uses("csv(data)", "csv"));
}
