//! The whole program from outside, as one binary.

mod charts;
mod data;
mod reading_disk;
