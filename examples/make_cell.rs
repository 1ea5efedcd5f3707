//! Writes a large invented cell to build or to measure with: `make_cell DIR LOGS [SEED]`.

#[path = "../benches/generator/mod.rs"]
mod generator;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the command line asks for.
struct Order {
    dir: PathBuf,
    logs: usize,
    seed: u64,
}

fn main() -> ExitCode {
    let Some(order) = read_order() else {
        return complain("usage: make_cell DIR LOGS [SEED]");
    };
    match generator::write_cell(&order.dir, order.logs, order.seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("cannot write a cell to {}: {error}", order.dir.display())),
    }
}

fn read_order() -> Option<Order> {
    let mut arguments = env::args_os().skip(1);
    let dir = arguments.next()?.into();
    let logs = arguments.next()?.to_str()?.parse().ok()?;
    let seed = arguments.next().map_or(Some(1), |seed| seed.to_str()?.parse().ok())?;
    arguments.next().is_none().then_some(Order { dir, logs, seed })
}

fn complain(message: &str) -> ExitCode {
    let told = writeln!(io::stderr(), "{message}");
    ExitCode::from(if told.is_ok() { 2 } else { 3 })
}
