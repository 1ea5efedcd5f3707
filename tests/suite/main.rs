//! The whole program from outside, as one binary.

mod charts;
mod data;
mod publishing;
mod reading_disk;
