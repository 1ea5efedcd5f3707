//! Words that every floor speaks: places in a file, faults, dates and periods, texts, numbers of documents,
//! names of published files, fingerprints.
//!
//! Nothing here knows what a cell, a member or a criterion is.

pub mod alike;
pub mod artifact;
pub mod diagnostic;
pub mod digest;
pub mod document;
pub mod edit_url;
pub mod error;
pub mod form;
pub mod html;
pub mod i18n;
pub mod keys;
pub mod link;
pub mod memo;
pub mod number;
pub mod period;
pub mod record_file;
pub mod source;
pub mod text;
pub mod veil;
