//! The whole program from outside, as one binary.

#![allow(clippy::unwrap_used, reason = "a helper that cannot set a test up fails it")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the output of a failing test is for its reader")]

mod accepted;
mod against;
mod audiences;
mod bad_front_matter;
mod caching;
mod cases;
mod cell_test;
mod chart_geometry;
mod charts;
mod check_docs;
mod cli;
mod counting;
mod data;
mod determinism;
mod docs;
mod editors;
#[cfg(feature = "export")]
mod exports;
mod first_hour;
mod floors;
mod git_history;
mod git_pages;
mod hands;
mod hostile;
mod languages;
mod ledgers;
mod links;
mod lost_words;
mod new_log;
mod next_steps;
mod pages;
mod paper_words;
mod papers;
mod properties;
mod publishing;
mod reading_disk;
mod readme;
mod reviews;
mod searching;
mod self_reviews;
#[cfg(feature = "serve")]
mod serving;
#[cfg(feature = "export")]
mod signs;
mod since;
mod single_files;
mod slips;
mod starting;
mod told_verdicts;
mod tools;
mod weights;
mod wording;
mod writing;
mod wrong_ways;
