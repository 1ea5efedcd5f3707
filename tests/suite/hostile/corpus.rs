//! The committed texts of the fuzz targets: each goes its way through the program without breaking a promise.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::ways;

fn fuzz(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut entries: Vec<PathBuf> = listed.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

fn walk(name: &str) {
    let (_, way) = ways::ALL.iter().find(|(known, _)| *known == name).expect("a way of that name");
    let files = entries(&fuzz("corpus").join(name));
    assert!(files.len() >= 4, "only {} texts for {name}", files.len());
    for file in files {
        println!("{}", file.display());
        way(&fs::read(file).expect("a text of the corpus"));
    }
}

#[test]
fn bodies_of_the_corpus_become_only_what_the_program_writes() {
    walk("body");
}

#[test]
fn front_matter_of_the_corpus_has_its_faults_inside_the_text() {
    walk("front_matter");
}

#[test]
fn records_of_the_corpus_become_sound_pages_and_messages() {
    walk("record");
}

#[test]
fn settings_and_rubrics_of_the_corpus_are_refused_with_a_place_or_make_a_site() {
    walk("settings");
}

#[test]
fn every_way_has_a_target_and_a_corpus() {
    let names = |folder: &str| -> BTreeSet<String> {
        let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
        entries(&fuzz(folder)).into_iter().map(stem).collect()
    };
    let ways: BTreeSet<String> = ways::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(ways, names("fuzz_targets"));
    assert_eq!(ways, names("corpus"));
    let manifest = fs::read_to_string(fuzz("Cargo.toml")).expect("the manifest of the targets");
    for name in ways {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "no [[bin]] for {name}");
    }
}

/// What is fuzzed is what is shipped.
#[test]
fn the_fuzz_targets_are_built_from_the_same_crates_as_the_program() {
    let locked = |path: PathBuf| -> Vec<String> {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.split("\n\n").map(str::to_owned).filter(|block| block.contains("[[package]]")).collect()
    };
    let head = |block: &String| block.lines().skip(1).take(2).collect::<Vec<_>>().join("\n");
    let (program, fuzzed) = (locked(fuzz("../Cargo.lock")), locked(fuzz("Cargo.lock")));
    let known: BTreeSet<String> = program.iter().map(head).collect();
    let own = ["arbitrary", "hieucan-fuzz", "jobserver", "libfuzzer-sys"];
    for package in fuzzed.iter().map(head).filter(|package| !known.contains(package)) {
        assert!(own.iter().any(|name| package.starts_with(&format!("name = \"{name}\""))), "{package}");
    }
}
