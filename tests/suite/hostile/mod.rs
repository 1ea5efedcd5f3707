//! Members' texts as attacks: every page of a cell made of them is read again as a browser reads it, and holds nothing
//! but what the program itself writes (`oracle`).

#[path = "../../hostile/cell.rs"]
pub mod cell;
mod corpus;
mod oracle;
#[path = "../../../fuzz/src/ways.rs"]
mod ways;

use std::fs;
use std::path::Path;

use hieucan::base::i18n::Lang;
use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::pipeline::{self, Outcome};
use tempfile::TempDir;
use walkdir::WalkDir;

/// Builds the cell at `root` into `root`/site.
pub fn build(root: &Path, lang: Lang) {
    let options =
        Options { root: root.to_owned(), lang: Some(lang), today: Date::new(2026, 6, 30), ..Options::default() };
    let built = Config::resolve(options).and_then(|config| pipeline::build(&config, &pipeline::Silent));
    match built {
        Ok(Outcome::Published { .. }) => {}
        other => panic!("{}: {other:?}", root.display()),
    }
}

/// Builds the sample cell into `site`.
pub fn build_sample(site: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let options = Options { root, out: Some(site.to_owned()), today: Date::new(2026, 6, 30), ..Options::default() };
    let built = Config::resolve(options).and_then(|config| pipeline::build(&config, &pipeline::Silent));
    assert!(matches!(built, Ok(Outcome::Published { .. })), "{built:?}");
}

/// Every page under `site`: its path there and its text.
pub fn pages(site: &Path) -> Vec<(String, String)> {
    let files = WalkDir::new(site).sort_by_file_name().into_iter().map(|entry| entry.expect("a file of the site"));
    files
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "html"))
        .map(|entry| {
            let path = entry.path().strip_prefix(site).expect("a file of the site");
            (path.to_string_lossy().into_owned(), fs::read_to_string(entry.path()).expect("a page is text"))
        })
        .collect()
}

fn assert_clean(site: &Path, fewest: usize) {
    let pages = pages(site);
    assert!(pages.len() >= fewest, "only {} pages", pages.len());
    let found: Vec<String> = pages
        .iter()
        .flat_map(|(path, text)| oracle::faults(text).into_iter().map(move |fault| format!("{path}: {fault}")))
        .collect();
    assert!(found.is_empty(), "{} faults, such as\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

#[test]
fn nothing_that_members_write_becomes_markup() {
    let count = cell::words().len() + cell::links().len() + cell::targets_ok().len() + cell::bodies().len();
    assert!(count >= 350, "only {count} attacks");
    let root = TempDir::new().expect("a folder");
    cell::write(root.path()).expect("a cell");
    build(root.path(), Lang::Vi);
    assert_clean(&root.path().join("site"), 900);
}

#[test]
fn a_hostile_rubric_becomes_no_markup_either() {
    let root = TempDir::new().expect("a folder");
    cell::write_rubric_cell(root.path()).expect("a cell");
    build(root.path(), Lang::En);
    assert_clean(&root.path().join("site"), 20);
}

#[test]
fn the_sample_site_passes_the_same_oracle() {
    let out = TempDir::new().expect("a folder");
    let site = out.path().join("site");
    build_sample(&site);
    assert_clean(&site, 500);
}
