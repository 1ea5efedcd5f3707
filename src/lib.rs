//! `hieucan` reads the task logs of a Party cell, checks them, adds them up over the criteria of «05 Hiểu – 06 Cần»
//! and writes a static site of reports. The modules, in the order of the way through:
//!
//! `discover` (read the disk) → `parse` (drafts as written) → `check` (a logbook of valid records) → `tally`
//! (whole-number sums) → `report` (what the pages say) → `render` and `export` (named files) → `publish` (all or
//! nothing). `pipeline` is that way as code. `writing` goes the other way: answers → the bytes of a log.

pub mod base;
pub mod cache;
pub mod check;
pub mod cli;
pub mod config;
pub mod discover;
pub mod editor;
pub mod export;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod press;
pub mod publish;
pub mod render;
pub mod report;
pub mod scaffold;
#[cfg(feature = "serve")]
pub mod serve;
pub mod tally;
pub mod writing;
