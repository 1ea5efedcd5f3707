//! Fingerprints of values: two values with one fingerprint are the same.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// BLAKE3 of all that a value hands to a hasher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The fingerprint of `value`.
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut feed = Feed { hasher: blake3::Hasher::new(), held: Vec::with_capacity(HELD) };
        value.hash(&mut feed);
        feed.flush();
        Self(*feed.hasher.finalize().as_bytes())
    }

    /// The fingerprint of `bytes` as they are.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its first digits, as in the name of a file.
    pub fn short(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex()[..16].to_owned()
    }
}

/// As one piece: byte by byte it would take as long as all the rest of a cache.
impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Digest;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("thirty-two bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Digest, E> {
                bytes.try_into().map(Digest).map_err(|_| E::invalid_length(bytes.len(), &self))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

/// Bytes that are handed on at once: values tell themselves in very small pieces, and several thousand bytes together are
/// hashed in a third of the time.
const HELD: usize = 8 * 1024;

struct Feed {
    hasher: blake3::Hasher,
    held: Vec<u8>,
}

impl Feed {
    fn flush(&mut self) {
        self.hasher.update(&self.held);
        self.held.clear();
    }
}

impl Hasher for Feed {
    fn write(&mut self, bytes: &[u8]) {
        if self.held.len() + bytes.len() > HELD {
            self.flush();
        }
        if bytes.len() > HELD {
            self.hasher.update(bytes);
        } else {
            self.held.extend_from_slice(bytes);
        }
    }

    /// Sixty-four bits are no fingerprint; [`Digest::of`] takes them all.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_anywhere_has_another_fingerprint() {
        let long = "đ".repeat(3_000);
        let values = [("a", "b", 1), ("ab", "", 1), ("a", "b", 2), (long.as_str(), "b", 1), ("a", long.as_str(), 1)];
        let digests: std::collections::BTreeSet<Digest> = values.iter().map(Digest::of).collect();
        assert_eq!(digests.len(), values.len());
        assert_eq!(Digest::of(&("a", "b", 1)), Digest::of(&values[0]));
    }
}
