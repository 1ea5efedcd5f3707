//! The two READMEs say what is so: their first log passes `check`, their commands and files exist.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cases::problems_of;

const READMES: [&str; 2] = ["README.md", "README.vi.md"];

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect(name)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The blocks of a document in this language.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    document.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_first_log_has_no_problems() {
    for name in READMES {
        let document = read(name);
        let (settings, logs) = (blocks(&document, "yaml"), blocks(&document, "markdown"));
        assert_eq!((settings.len(), logs.len()), (1, 1), "{name}");
        let cell = TempDir::new().expect("a folder");
        fs::create_dir_all(cell.path().join("records/2026/can-bo-a")).expect("a folder");
        fs::write(cell.path().join("hieucan.yaml"), &settings[0]).expect("the settings");
        fs::write(cell.path().join("records/2026/can-bo-a/2026-01-05-ke-hoach.md"), &logs[0]).expect("the log");
        let problems = problems_of(cell.path());
        assert!(problems.is_empty(), "{name}: {problems:#?}");
    }
}

#[test]
fn both_readmes_give_the_same_commands() {
    let [english, vietnamese] = READMES.map(|name| blocks(&read(name), "sh"));
    assert_eq!(english, vietnamese);
    assert_eq!(english[..2], ["cargo run --release -- build\n", "bash tests/run\n"]);
    let steps: Vec<&str> = english[2].lines().collect();
    assert_eq!(steps[0], "cargo install --path . --locked");
    assert!(steps[1].starts_with("hieucan init ../chi-bo --name "), "{}", steps[1]);
    assert_eq!(steps[2..], ["cd ../chi-bo", "hieucan check", "hieucan build"]);
    assert!(root().join("tests/run").is_file());
}

#[test]
fn files_that_the_readmes_link_to_exist() {
    for name in READMES.into_iter().chain(["CONTRIBUTING.md"]) {
        let document = read(name);
        let targets = document.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("https://")) {
            assert!(root().join(target).is_file(), "{name} links to {target}");
        }
    }
}

#[test]
fn contributing_lists_the_cargo_commands_that_are_run() {
    let (told, run) = (read("CONTRIBUTING.md"), read("tests/run"));
    let commands = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("cargo ")).map(|line| line.trim().to_owned());
        lines.filter(|line| !line.starts_with("cargo fuzz") && !line.contains('`')).collect::<Vec<_>>()
    };
    for command in commands(&blocks(&told, "sh")[1]) {
        assert!(run.contains(&command), "tests/run does not run: {command}");
    }
}
