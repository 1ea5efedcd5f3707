//! What editors are told: schemas, and the language server as an editor meets it.

mod client;
mod schemas;
mod server;

use std::path::Path;
use std::process::{Command, Output};

fn hieucan(root: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(args).current_dir(root).env_clear().env("LANG", "vi_VN.UTF-8");
    command.output().expect("the program runs")
}

/// The blocks of `docs/editors.md` are what they say they are: JSON, commands that print JSON.
#[test]
fn the_setup_of_editors_is_as_the_document_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = std::fs::read_to_string(root.join("docs/editors.md")).expect("the document");
    let blocks = |language: &str| {
        let fence = format!("```{language}\n");
        let parts: Vec<String> = document
            .split(&fence)
            .skip(1)
            .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
            .collect();
        parts
    };
    assert_eq!(blocks("json").len(), 2);
    for block in blocks("json") {
        let read: serde_json::Value = serde_json::from_str(&block).expect("JSON");
        assert!(read.is_object());
    }
    let commands: Vec<String> =
        blocks("sh").concat().lines().filter(|line| line.starts_with("hieucan")).map(str::to_owned).collect();
    assert_eq!(commands.len(), 3);
    for line in commands {
        let (command, file) = line.split_once(" > ").expect("a file");
        assert!(document.contains(&format!("\"./{file}\"")), "{file}");
        let args: Vec<&str> = command.split(' ').skip(1).collect();
        let output = hieucan(root, &args);
        assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).is_ok(), "{line}");
    }
}
