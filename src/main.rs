//! The program; everything is in the library.

use std::process::ExitCode;

/// What one thread has read another gives back, and the threads would wait for each other in the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    hieucan::cli::run(std::env::args_os())
}
