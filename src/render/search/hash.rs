//! Words found quickly: a site looks up millions of them. The seed of a hash is drawn anew for each map, so that nobody can
//! write words that all meet in one place; no map is ever walked through, so that the order does not matter.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

/// A map with the quick hash.
pub type Map<K, V> = HashMap<K, V, Seed>;

/// Numbers of words. Nearly all words are short: these are compared as a number each, and need no memory of their own.
#[derive(Default)]
pub struct Words {
    short: Map<Short, u32>,
    long: Map<String, u32>,
}

impl Words {
    /// The number of a word.
    pub fn get(&self, word: &str) -> Option<u32> {
        short(word.as_bytes()).map_or_else(|| self.long.get(word), |short| self.short.get(&short)).copied()
    }

    /// Gives a word its number.
    pub fn insert(&mut self, word: &str, number: u32) {
        match short(word.as_bytes()) {
            Some(short) => self.short.insert(short, number),
            None => self.long.insert(word.to_owned(), number),
        };
    }
}

/// A word of at most sixteen bytes: its first and its last eight, which may overlap, or all when there are fewer.
#[derive(PartialEq, Eq)]
struct Short {
    first: u64,
    last: u64,
    length: u8,
}

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.first);
        state.write_u64(self.last ^ u64::from(self.length) << 56);
    }
}

fn short(word: &[u8]) -> Option<Short> {
    let length = u8::try_from(word.len()).ok().filter(|length| *length <= 16)?;
    let (first, last) = match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (few(word), 0),
    };
    Some(Short { first, last, length })
}

/// At most seven bytes as a number that no others of their length have.
fn few(bytes: &[u8]) -> u64 {
    let number = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    match (bytes.first_chunk(), bytes.last_chunk(), bytes) {
        (Some(first), Some(last), _) => number(first) << 32 | number(last),
        (_, _, [first, .., last]) => {
            u64::from(*first) << 16 | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(*last)
        }
        (_, _, [only]) => u64::from(*only),
        _ => 0,
    }
}

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
        self.mix(few(rest) ^ (bytes.len() as u64) << 56);
    }

    /// Behind a text stands a byte that tells nothing here: the length is in the hash.
    fn write_u8(&mut self, _: u8) {}

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
