//! What earlier runs made, for those who can say what they would make it from.

use super::digest::Digest;

/// Remembers what was made, by the fingerprint of all that it was made from. It may forget anything at any time.
pub trait Memo: Sync {
    /// What was made from the things of this fingerprint, if it is remembered.
    fn recall(&self, key: Digest) -> Option<&[u8]>;

    /// Remembers what was made from them.
    fn keep(&self, key: Digest, made: Vec<u8>);
}
