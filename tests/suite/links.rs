//! Every link of a built site leads somewhere: to a file that was written and to an id in it, or plainly elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hieucan::base::i18n::Lang;
use scraper::{Html, Node};
use tempfile::TempDir;
use walkdir::WalkDir;

use super::hostile;

/// Ids and links of a page.
struct Page {
    ids: BTreeSet<String>,
    /// Element, address, `rel`.
    links: Vec<(String, String, Option<String>)>,
}

fn page(text: &str) -> Page {
    let html = Html::parse_document(text);
    let mut page = Page { ids: BTreeSet::new(), links: Vec::new() };
    for node in html.tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        page.ids.extend(element.id().map(str::to_owned));
        for address in ["href", "src"].into_iter().filter_map(|name| element.attr(name)) {
            page.links.push((element.name().to_owned(), address.to_owned(), element.attr("rel").map(str::to_owned)));
        }
        // What labels an element stands on its page too.
        for id in element.attr("aria-labelledby").into_iter().flat_map(str::split_whitespace) {
            page.links.push(("label".to_owned(), format!("#{id}"), None));
        }
    }
    page
}

/// Paths of all files under `site`, with `/`.
fn files(site: &Path) -> BTreeSet<String> {
    let entries = WalkDir::new(site).into_iter().map(|entry| entry.expect("an entry of the site"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(site).expect("inside").to_string_lossy().into_owned()).collect()
}

/// What is wrong with the links of the site, and with what its manifest says of it; `foreign` files are not its own.
fn faults(site: &Path, foreign: &[&str]) -> Vec<String> {
    let files = files(site);
    let pages: BTreeMap<String, Page> =
        hostile::pages(site).into_iter().map(|(path, text)| (path, page(&text))).collect();
    let mut faults = Vec::new();
    for (from, page) in &pages {
        for (element, address, rel) in &page.links {
            if let Some(fault) = fault(from, (element, address, rel.as_deref()), &files, &pages) {
                faults.push(format!("{from}: <{element}> {address}: {fault}"));
            }
        }
    }
    let links = || pages.values().flat_map(|page| &page.links);
    let is_linked = |path: &str| links().any(|(_, address, _)| address.ends_with(path));
    let copies = files.iter().filter(|path| path.starts_with("files/") && !is_linked(path));
    faults.extend(copies.map(|path| format!("{path}: no page leads there")));
    let manifest = fs::read_to_string(site.join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let listed: BTreeSet<String> = listed(&manifest);
    let own = |path: &&String| *path != "manifest.json" && !foreign.contains(&path.as_str());
    faults.extend(listed.iter().filter(|path| !files.contains(*path)).map(|path| format!("{path} is not there")));
    faults
        .extend(files.iter().filter(own).filter(|path| !listed.contains(*path)).map(|path| format!("{path}: whose?")));
    faults
}

/// The paths of `files` in the manifest.
fn listed(manifest: &serde_json::Value) -> BTreeSet<String> {
    let files = manifest["files"].as_object().map(|files| files.keys().cloned().collect());
    let list = || manifest["files"].as_array().expect("the files of the manifest").iter();
    files.unwrap_or_else(|| list().map(|file| file["path"].as_str().expect("a path").to_owned()).collect())
}

fn fault(
    from: &str,
    (element, address, rel): (&str, &str, Option<&str>),
    files: &BTreeSet<String>,
    pages: &BTreeMap<String, Page>,
) -> Option<&'static str> {
    if ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
        let marked = element == "a" && rel == Some("noopener noreferrer");
        return (!marked).then_some("leads elsewhere");
    }
    if address.starts_with('/') || address.contains(':') {
        return Some("is not relative");
    }
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
    let mut parts: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/') {
            match part {
                ".." => {
                    if parts.pop().is_none() {
                        return Some("leaves the site");
                    }
                }
                part => parts.push(part),
            }
        }
    }
    let to = parts.join("/");
    if !files.contains(&to) {
        return Some("leads to no file");
    }
    let there = |id: &&str| pages.get(&to).is_some_and(|page| page.ids.contains(*id));
    fragment.filter(|id| !there(id)).map(|_| "leads to no place of the page")
}

/// Every link of the site leads somewhere.
#[track_caller]
pub fn assert_sound(site: &Path, foreign: &[&str]) {
    let faults = faults(site, foreign);
    assert!(faults.is_empty(), "{} faults, such as\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn every_link_of_the_sample_site_leads_somewhere() {
    let out = TempDir::new().expect("a folder");
    let site = out.path().join("site");
    hostile::build_sample(&site);
    assert_sound(&site, &[]);
}

#[test]
fn every_link_of_a_hostile_cell_leads_somewhere_and_foreign_files_stay_apart() {
    let root = TempDir::new().expect("a folder");
    hostile::cell::write(root.path()).expect("a cell");
    fs::create_dir(root.path().join("site")).expect("a folder");
    fs::write(root.path().join("site/.gitignore"), "*\n").expect("a file");
    hostile::build(root.path(), Lang::En);
    assert_sound(&root.path().join("site"), &[".gitignore"]);
}
