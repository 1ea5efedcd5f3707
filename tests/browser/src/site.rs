//! A built site: its pages, and one page of every kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

/// A folder that `hieucan build` wrote.
#[derive(Clone)]
pub struct Site {
    /// Names it in what is told.
    pub name: &'static str,
    pub folder: PathBuf,
    /// Paths of its pages with `/` and their sizes, in order.
    pages: Vec<(String, u64)>,
}

impl Site {
    pub fn of(name: &'static str, folder: &str) -> io::Result<Self> {
        let folder = fs::canonicalize(folder)?;
        let mut pages = Vec::new();
        walk(&folder, "", &mut pages)?;
        pages.sort();
        Ok(Self { name, folder, pages })
    }

    /// The address of the folder, with `/` at its end.
    pub fn address(&self) -> String {
        format!("file://{}/", self.folder.display())
    }

    /// Of each kind the largest page, since it shows the most; of tasks a faulty one as well, if there is any.
    pub fn kinds(&self) -> io::Result<BTreeMap<String, String>> {
        let mut largest: BTreeMap<String, (&str, u64)> = BTreeMap::new();
        for (page, size) in &self.pages {
            let best = largest.entry(kind(page)).or_insert((page, 0));
            if best.1 < *size {
                *best = (page, *size);
            }
        }
        let faulty = self.faulty()?.map(|page| ("faulty".to_owned(), page));
        Ok(largest.into_iter().map(|(kind, (page, _))| (kind, page.to_owned())).chain(faulty).collect())
    }

    /// The page of the first record with errors.
    fn faulty(&self) -> io::Result<Option<String>> {
        let data: Value = serde_json::from_str(&fs::read_to_string(self.folder.join("data/records.json"))?)?;
        let mut rows = data["rows"].as_array().into_iter().flatten();
        let row = rows.find(|row| row["errors"].as_u64().is_some_and(|errors| errors > 0));
        Ok(row.and_then(|row| row["id"].as_str()).map(|id| format!("tasks/{id}/index.html")))
    }

    /// Every page of a task.
    pub fn tasks(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|(page, _)| page.as_str()).filter(|page| kind(page) == "task")
    }
}

fn walk(folder: &Path, below: &str, pages: &mut Vec<(String, u64)>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|_| io::Error::other("a name that is no text"))?;
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type()?.is_dir() {
            walk(folder, &path, pages)?;
        } else if path.ends_with(".html") && !path.starts_with("files/") {
            pages.push((path, entry.metadata()?.len()));
        }
    }
    Ok(())
}

/// The kind of a page by its path: ledgers each for themselves, members, criteria and periods as what they are.
fn kind(page: &str) -> String {
    let parts: Vec<&str> = page.trim_end_matches("index.html").trim_end_matches('/').split('/').collect();
    let shape = |part: &&str| match *part {
        part if is_period(part) => if part.len() == 4 { "year" } else { "period" }.to_owned(),
        part if part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty() => "further".to_owned(),
        _ => "one".to_owned(),
    };
    match parts.as_slice() {
        [""] => "home".to_owned(),
        ["tasks", _, _] => "task".to_owned(),
        ["ledgers", ledger, rest @ ..] => {
            [&["ledger", ledger], &rest.iter().map(|_| "further").collect::<Vec<_>>()[..]].concat().join("-")
        }
        [first, rest @ ..] => {
            std::iter::once((*first).to_owned()).chain(rest.iter().map(shape)).collect::<Vec<_>>().join("-")
        }
        [] => String::new(),
    }
}

/// `2026`, `2026-h1`, `2026-q1`, `2026-03`.
fn is_period(part: &str) -> bool {
    let (year, rest) = part.split_at_checked(4).unwrap_or((part, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    year.len() == 4
        && digits(year)
        && rest.strip_prefix('-').is_none_or(|rest| digits(rest.trim_start_matches(['q', 'h'])))
}
