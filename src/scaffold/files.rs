//! The files of a new cell.

use super::Plan;
use crate::base::i18n::Lang;

/// Folder of the hooks under the root.
pub const HOOKS: &str = ".githooks";

/// Days that the first log gives its task.
const DAYS: u16 = 14;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where, under the root.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether it is run.
    pub is_program: bool,
}

impl NewFile {
    /// A file that is read.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), is_program: false }
    }
}

/// The files of the cell itself, settings first: whoever is interrupted has not answered in vain. `prefix` leads from the top
/// of the repository to the cell.
pub fn of(plan: &Plan, prefix: &str) -> Vec<NewFile> {
    let mut files = Vec::new();
    let hooks = shell_word(&format!("{prefix}{HOOKS}"));
    if let Some(cell) = &plan.cell {
        files.push(NewFile::new("hieucan.yaml", cell.settings(plan.lang)));
        if let Some(writer) = cell.writer() {
            let (assigned, due) = (plan.today.to_string(), plan.today.plus_days(DAYS).to_string());
            let task = [("member", writer.as_str()), ("assigned", assigned.as_str()), ("due", due.as_str())];
            let log = first_log(&task, plan.lang);
            let own = [("name", cell.name.as_str()), ("log", log.path.as_str()), ("hooks", hooks.as_str())];
            let facts = [own, task].concat();
            let readme = match plan.lang {
                Lang::Vi => include_str!("files/readme.vi.md"),
                Lang::En => include_str!("files/readme.en.md"),
            };
            let readme = NewFile::new("README.md", fill(readme, &facts));
            files.extend([log, readme]);
        }
    }
    files.push(NewFile::new(".gitignore", include_str!("files/gitignore")));
    files.push(pre_commit(prefix, &hooks, plan.lang));
    files
}

/// `text` as one word of a shell, on one line.
pub fn shell_word(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if !text.is_empty() && !text.starts_with('-') && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let line: String = text.chars().map(|c| if c.is_control() { '?' } else { c }).collect();
    format!("'{}'", line.replace('\'', r"'\''"))
}

/// A log of `task`: its member, the day it is given out, and the day it is due.
fn first_log(task: &[(&str, &str); 3], lang: Lang) -> NewFile {
    let (form, name) = match lang {
        Lang::Vi => (include_str!("files/log.vi.md"), "mo-so-nhat-ky"),
        Lang::En => (include_str!("files/log.en.md"), "open-the-book-of-logs"),
    };
    let [(_, writer), (_, assigned), _] = task;
    let path = format!("records/{}/{writer}/{assigned}-{name}.md", &assigned[..4]);
    NewFile::new(path, fill(form, task))
}

fn pre_commit(prefix: &str, hooks: &str, lang: Lang) -> NewFile {
    let form = match lang {
        Lang::Vi => include_str!("files/pre-commit.vi.sh"),
        Lang::En => include_str!("files/pre-commit.en.sh"),
    };
    // Within single quotes of the shell only a quote ends the text.
    let cell = prefix.replace('\'', r"'\''");
    let text = fill(form, &[("cell", cell.as_str()), ("hooks", hooks), ("body", include_str!("files/pre-commit.sh"))]);
    NewFile { is_program: true, ..NewFile::new(format!("{HOOKS}/pre-commit"), text) }
}

/// `form` with each `[[name]]` replaced, in one pass: what is filled in is not looked at again.
pub fn fill(form: &str, facts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(form.len());
    let mut rest = form;
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let hole = after.split_once("]]").and_then(|(name, behind)| {
            let (_, value) = facts.iter().find(|(fact, _)| *fact == name)?;
            Some((*value, behind))
        });
        match hole {
            Some((value, behind)) => {
                text.push_str(value);
                rest = behind;
            }
            None => {
                text.push_str("[[");
                rest = after;
            }
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_once_and_other_brackets_stay() {
        let facts = [("a", "[[b]]"), ("b", "x")];
        assert_eq!(fill("[[a]] [[b]] [[c]] [[ -z", &facts), "[[b]] x [[c]] [[ -z");
    }
}
