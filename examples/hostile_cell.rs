//! Writes a cell whose every text is an attack, to look at its site in a browser: `hostile_cell DIR`.

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/hostile/cell.rs"]
mod cell;

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        return complain("usage: hostile_cell DIR");
    };
    match cell::write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("cannot write a cell to {}: {error}", folder.display())),
    }
}

fn complain(message: &str) -> ExitCode {
    let told = writeln!(io::stderr(), "{message}");
    ExitCode::from(if told.is_ok() { 2 } else { 3 })
}
