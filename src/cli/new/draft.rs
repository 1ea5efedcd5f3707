//! What was answered so far, kept outside the cell after every answer, so that nothing is lost when somebody stops.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::publish::{Replace, put_file};
use crate::writing::Answers;

/// Answers on their way.
#[derive(Debug)]
pub struct Draft {
    /// What was answered.
    pub answers: Answers,
    /// The questions that were answered or passed over, in their order.
    pub asked: Vec<String>,
    file: Option<PathBuf>,
    is_kept: bool,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    answers: Answers,
    asked: Vec<String>,
}

impl Draft {
    /// A draft of a log of this cell, in which `asked` is answered already.
    pub fn of(config: &Config, answers: Answers, asked: Vec<String>) -> Self {
        Self { answers, asked, file: file_of(&config.root), is_kept: false }
    }

    /// The draft that was left here before, if there is one that can be read.
    pub fn left(&self) -> Option<Self> {
        let text = fs::read_to_string(self.file.as_ref()?).ok()?;
        let kept: Kept = serde_json::from_str(&text).ok().filter(|kept: &Kept| kept.version == 1)?;
        Some(Self { answers: kept.answers, asked: kept.asked, file: self.file.clone(), is_kept: true })
    }

    /// Keeps it. A disk that refuses is no reason to stop asking.
    pub fn keep(&mut self) {
        let Some(file) = &self.file else { return };
        let kept = Kept { version: 1, answers: self.answers.clone(), asked: self.asked.clone() };
        let folder = file.parent().expect("a draft stands in a folder");
        let text = serde_json::to_vec_pretty(&kept).expect("texts are JSON");
        self.is_kept = private(folder) && put_file(file, &text, Replace::Named).is_ok();
    }

    /// Where it is kept, if it is.
    pub fn place(&self) -> Option<&Path> {
        self.file.as_deref().filter(|_| self.is_kept)
    }

    /// Takes it away: the log stands.
    pub fn remove(self) {
        let _ = self.file.map(fs::remove_file);
    }
}

/// A folder that only its owner can look into.
fn private(folder: &Path) -> bool {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).is_ok()
}

/// A file of the user's own for each cell, in the folder for what programs are in the midst of.
fn file_of(root: &Path) -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")))?;
    let root = root.canonicalize().ok()?;
    let name = crate::base::text::path_part(&root.to_string_lossy());
    Some(state.join("hieucan").join(format!("{name}.json")))
}
