//! What editors are told: the form of the files as JSON Schema, and a language server.

mod form;
mod known;
pub mod schema;
pub mod server;
mod spelling;

pub use known::Known;
