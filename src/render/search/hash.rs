//! A quick hash for maps of words: a site looks up millions of them. Its seed is drawn anew for each map, so that nobody
//! can write words that all meet in one place; no map is ever walked through, so that the order does not matter.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A map with the quick hash.
pub type Map<K, V> = HashMap<K, V, Seed>;

/// What hashes of one map begin with.
#[derive(Clone)]
pub struct Seed(u64);

impl Default for Seed {
    fn default() -> Self {
        Self(RandomState::new().build_hasher().finish())
    }
}

impl BuildHasher for Seed {
    type Hasher = Quick;

    fn build_hasher(&self) -> Quick {
        Quick(self.0)
    }
}

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A hash that grows by eight bytes at a time.
pub struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * u128::from(ODD);
        self.0 = (product as u64) ^ (product >> 64) as u64;
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        // Of the bytes behind the last eight some are taken twice, which is quicker than one by one.
        let number = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
        let last = match (rest.first_chunk(), rest.last_chunk(), rest) {
            (Some(first), Some(last), _) => number(first) << 32 | number(last),
            (_, _, [first, .., last]) => {
                u64::from(*first) << 16 | u64::from(rest[rest.len() / 2]) << 8 | u64::from(*last)
            }
            (_, _, [only]) => u64::from(*only),
            _ => 0,
        };
        self.mix(last ^ (bytes.len() as u64) << 56);
    }

    /// Behind a text stands a byte that tells nothing here: the length is in the hash.
    fn write_u8(&mut self, _: u8) {}

    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
