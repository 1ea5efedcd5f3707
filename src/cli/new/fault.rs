//! What is wrong with a flag.

/// A flag that cannot be obeyed: key of the sentence in the catalogue, its facts, and the word that was meant.
#[derive(Debug)]
pub struct Fault {
    pub key: &'static str,
    pub facts: Vec<(&'static str, String)>,
    pub near: Option<String>,
}
