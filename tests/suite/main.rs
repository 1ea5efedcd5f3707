//! The whole program from outside, as one binary.

mod cases;
mod charts;
mod check_docs;
mod cli;
mod data;
mod docs;
mod publishing;
mod reading_disk;
