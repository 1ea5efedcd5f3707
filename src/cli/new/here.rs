//! Where a file of the cell lies as seen from the folder in which the program was started.

use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The path of `file` of the cell in `root` from the current folder, to be pasted behind `git add`; its path in the cell
/// where that cannot be told.
pub fn path(root: &Path, file: &str) -> String {
    let whole = |folder: &Path| fs::canonicalize(folder).ok();
    let (Some(here), Some(root)) = (env::current_dir().ok().as_deref().and_then(whole), whole(root)) else {
        return file.to_owned();
    };
    let way = between(&here, &root.join(file)).display().to_string();
    if way.contains(' ') { format!("\"{way}\"") } else { way }
}

/// The way from folder `from` to `to`.
fn between(from: &Path, to: &Path) -> PathBuf {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.components().skip(shared)).collect()
}
