//! The words that two versions of a text do not have in common. The only door to `similar`.
//!
//! Words that stand at both ends of both texts are taken off first, so that one changed word of a long text costs no more
//! than reading it. What is left is compared word by word; when that is too much, line by line; when that is too much as
//! well, its size alone is told. Bounds are numbers and not times, for the same records give the same bytes.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::tokens::Token;

/// Words or lines of both texts together that are compared with each other.
const COMPARED: usize = 4000;

/// What comparing the texts of one record may cost: the sum of the squares of their sizes.
pub const BUDGET: usize = 2 * COMPARED * COMPARED;

/// Whether words stand in both versions, or in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// In both.
    Kept,
    /// In the earlier one.
    Gone,
    /// In the later one.
    New,
}

/// Words in a row with the same fate: places in the earlier version, or in the later one for all that is kept or new.
pub type Stretch = (Fate, Range<usize>);

/// The stretches of two versions, or nothing when they are too long to be compared.
pub fn compare(then: &[Token<'_>], now: &[Token<'_>], budget: &mut usize) -> Option<Vec<Stretch>> {
    let front = then.iter().zip(now).take_while(|(a, b)| a == b).count();
    let (left, right) = (&then[front..], &now[front..]);
    let back = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - back], &right[..right.len() - back]);
    let mut stretches = vec![(Fate::Kept, 0..front)];
    stretches
        .extend(middle(left, right, budget)?.into_iter().map(|(fate, at)| (fate, at.start + front..at.end + front)));
    stretches.push((Fate::Kept, now.len() - back..now.len()));
    stretches.retain(|(_, at)| !at.is_empty());
    Some(stretches)
}

fn middle(then: &[Token<'_>], now: &[Token<'_>], budget: &mut usize) -> Option<Vec<Stretch>> {
    if then.is_empty() || now.is_empty() {
        return Some(vec![(Fate::Gone, 0..then.len()), (Fate::New, 0..now.len())]);
    }
    if let Some(found) = compared(then, now, budget) {
        return Some(found);
    }
    let (old, new) = (lines(then), lines(now));
    let texts = |tokens: &'_ [Token<'_>], lines: &[Range<usize>]| -> Vec<u64> {
        lines.iter().map(|line| hashed(&tokens[line.clone()])).collect()
    };
    let found = compared(&texts(then, &old), &texts(now, &new), budget)?;
    let of = |lines: &[Range<usize>], at: Range<usize>| match (lines.get(at.start), at.end.checked_sub(1)) {
        (Some(first), Some(last)) => first.start..lines[last].end,
        _ => 0..0,
    };
    let of_lines = |(fate, at)| (fate, of(if fate == Fate::Gone { &old } else { &new }, at));
    Some(found.into_iter().map(of_lines).collect())
}

fn compared<T: Eq + std::hash::Hash + Ord>(then: &[T], now: &[T], budget: &mut usize) -> Option<Vec<Stretch>> {
    let size = then.len() + now.len();
    if size > COMPARED {
        return None;
    }
    *budget = budget.checked_sub(size * size)?;
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, then, now) {
        let (tag, old, new) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => found.push((Fate::Kept, new)),
            _ => found.extend([(Fate::Gone, old), (Fate::New, new)]),
        }
    }
    Some(found)
}

/// The lines of a text: each begins with a word before which a line was broken.
fn lines(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let starts = tokens.iter().enumerate().filter(|(at, token)| *at > 0 && token.begins_line).map(|(at, _)| at);
    let mut starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    starts.push(tokens.len());
    starts.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// Of a whole line, so that long ones are compared as quickly as short ones.
fn hashed(line: &[Token<'_>]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for token in line {
        hasher.update(token.text.as_bytes()).update(&[0]);
    }
    u64::from_le_bytes(hasher.finalize().as_bytes()[..8].try_into().expect("a hash has 32 bytes"))
}
