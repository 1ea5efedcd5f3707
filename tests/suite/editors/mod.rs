//! What editors are told: schemas, and the language server as an editor meets it.

mod schemas;

use std::path::Path;
use std::process::{Command, Output};

fn hieucan(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(args).current_dir(root).env_clear().env("LANG", "vi_VN.UTF-8");
    command.output().expect("the program runs")
}
