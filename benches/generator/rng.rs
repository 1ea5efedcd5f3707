//! SplitMix64: a small generator of numbers that is the same on every machine and in every version.

/// A stream of numbers that its seed determines.
pub struct Rng(u64);

impl Rng {
    /// The stream of `seed`, its `branch`-th sibling: streams of different branches share nothing visible.
    pub fn new(seed: u64, branch: u64) -> Self {
        let mut root = Self(seed ^ branch.wrapping_mul(0xd6e8_feb8_6659_fd93));
        Self(root.next())
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// A number of days or things between `low` and `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low + self.below((high - low + 1) as usize) as i32
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, which are not empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}
