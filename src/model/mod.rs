//! What a cell is: its roster, its rubric, its records, and who may see them.

pub mod accepted;
pub mod attachment;
pub mod audience;
pub mod body;
pub mod content;
pub mod history;
pub mod left;
pub mod logbook;
pub mod member;
pub mod public;
pub mod rating;
pub mod record;
pub mod review;
pub mod rubric;
pub mod settings;
