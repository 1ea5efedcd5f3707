//! The files that records name: evidence and images of bodies.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::open::{Content, Refusal, Root};
use crate::base::error::{Error, Result};
use crate::base::text::spellings;
use crate::model::attachment::{Attachment, Attachments, Finding, MAX_ATTACHMENT, may_be_published};

/// What stands at each of the `wanted` paths, which are relative to `root` and as records wrote them. Those of them
/// that are `judged` too, because a review covers them, are hashed whatever their type and size.
///
/// A path that is absolute, holds a backslash, leaves the root or passes through a link is [`Finding::Outside`].
/// Hidden files and what stands in `out`, the folder that the program writes to, count as [`Finding::Missing`], for
/// they are nobody's evidence. A name is found whether it is composed on disk or not.
///
/// # Errors
/// [`Error::Read`] when a file is there but cannot be read, [`Error::Changed`] when one is being written all the
/// while.
pub fn attachments(
    root: &Path,
    out: &Path,
    wanted: &BTreeSet<String>,
    judged: &BTreeSet<String>,
) -> Result<Attachments> {
    let output = below(root, out);
    let root = Root::open(root)?;
    let found = wanted.par_iter().map(|path| attachment(&root, output.as_deref(), path, judged.contains(path)));
    let found = found.collect::<Result<Vec<_>>>()?;
    Ok(Attachments::new(found))
}

/// The bytes of `attachment`, which are the ones that were found before.
///
/// # Errors
/// [`Error::Changed`] when the file is no longer what it was, [`Error::Read`] when it cannot be read.
pub fn attachment_bytes(root: &Path, attachment: &Attachment) -> Result<Vec<u8>> {
    let changed = || Error::Changed(root.join(&attachment.path));
    let root = Root::open(root)?;
    for name in beneath(&attachment.path).iter().flat_map(|beneath| spellings(beneath)) {
        match root.read(&name, MAX_ATTACHMENT)? {
            Content::Refused(Refusal::Missing) => {}
            Content::Bytes(bytes) if hashed(&bytes) == attachment.finding => return Ok(bytes),
            _ => break,
        }
    }
    Err(changed())
}

/// The path of `out` under `root`, if it lies there.
fn below(root: &Path, out: &Path) -> Option<PathBuf> {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    // The output may not be there yet; the folder that holds it is found all the same.
    let out = match (out.parent().filter(|parent| *parent != Path::new("")).and_then(whole), out.file_name()) {
        (Some(parent), Some(name)) if !out.exists() => parent.join(name),
        _ => whole(out)?,
    };
    out.strip_prefix(whole(root)?).ok().map(Path::to_owned)
}

fn attachment(root: &Root, output: Option<&Path>, path: &str, judged: bool) -> Result<Attachment> {
    let mut attachment = Attachment { path: path.to_owned(), finding: Finding::Outside };
    for name in beneath(path).iter().flat_map(|beneath| spellings(beneath)) {
        attachment.finding = if is_nobodys(&name, output) {
            Finding::Missing
        } else {
            finding(root, &name, &attachment.extension(), judged)?
        };
        if attachment.finding != Finding::Missing {
            break;
        }
    }
    Ok(attachment)
}

fn finding(root: &Root, path: &str, extension: &str, judged: bool) -> Result<Finding> {
    let size = match root.size(path)? {
        Ok(size) => size,
        Err(refusal) => return Ok(not_found(refusal)),
    };
    if !may_be_published(extension, size) {
        return if judged { by_parts(root, path) } else { Ok(Finding::File { size, hash: None }) };
    }
    Ok(match root.read(path, MAX_ATTACHMENT)? {
        Content::Bytes(bytes) => hashed(&bytes),
        Content::TooLarge(_) if judged => return by_parts(root, path),
        Content::TooLarge(size) => Finding::File { size, hash: None },
        Content::Refused(refusal) => not_found(refusal),
    })
}

fn not_found(refusal: Refusal) -> Finding {
    match refusal {
        Refusal::Link => Finding::Outside,
        Refusal::Missing | Refusal::Special(_) | Refusal::NameTooLong => Finding::Missing,
    }
}

fn hashed(bytes: &[u8]) -> Finding {
    Finding::File { size: bytes.len() as u64, hash: Some(*blake3::hash(bytes).as_bytes()) }
}

/// A file that may be larger than anybody wants to hold.
fn by_parts(root: &Root, path: &str) -> Result<Finding> {
    Ok(match root.hash(path)? {
        Ok((size, hash)) => Finding::File { size, hash: Some(hash) },
        Err(refusal) => not_found(refusal),
    })
}

/// Hidden files, as git keeps them, and what the program wrote itself.
fn is_nobodys(path: &str, output: Option<&Path>) -> bool {
    output.is_some_and(|output| Path::new(path).starts_with(output))
        || path.split('/').any(|part| part.starts_with('.'))
}

/// `path` without `.` and `..`, or nothing when it is absolute, holds a backslash or leaves the root.
pub(super) fn beneath(path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains('\\') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
