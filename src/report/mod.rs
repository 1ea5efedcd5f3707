//! What the pages and the data files say, worked out of the logbook and its sums.

pub mod data;
