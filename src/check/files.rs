//! Files and links that a record names: evidence files, links in the front matter, links and images of the body.

use std::collections::HashSet;

use rayon::prelude::*;

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::link::{Target, target};
use crate::base::source::{Span, Text};
use crate::base::text::nfc;
use crate::model::attachment::{Attachment, Finding, PUBLISHED_EXTENSIONS};
use crate::model::body::LocalLink;

/// Evidence files are there, inside the root, and of a type and size that is copied.
pub fn files(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    let entries = draft.claims.iter().flat_map(|claim| &claim.evidence).filter_map(|entry| entry.file.as_ref());
    let outputs = draft.content.outputs.iter().filter_map(|output| output.file.as_ref());
    for file in entries.chain(outputs) {
        let attachment = facts.attachments.get(&file.value);
        let backslashed = || with_backslashes(file, &case.file.source.text);
        out.extend(match attachment.map_or(Finding::Missing, |attachment| attachment.finding) {
            Finding::Missing => Some(backslashed().unwrap_or_else(|| missing(file))),
            Finding::Outside => Some(backslashed().unwrap_or_else(|| outside(file))),
            Finding::File { .. } => attachment.and_then(|attachment| not_published(attachment, file.span)),
        });
    }
}

fn missing(file: &Text) -> Diagnostic {
    Diagnostic::new(Code::MissingFile, file.span).found(&file.value).arg("next", "look")
}

fn outside(file: &Text) -> Diagnostic {
    Diagnostic::new(Code::FileOutsideRoot, file.span).found(&file.value)
}

/// The fault of a path under the root that is written as Windows writes it, with the path as it must be. Within double
/// quotes YAML makes a control character of `\a`, so it is read as it stands in the text `all`.
fn with_backslashes(file: &Text, all: &str) -> Option<Diagnostic> {
    let written = file.span.slice(all).trim().trim_matches(['"', '\'']);
    let path = written.replace("\\\\", "/").replace('\\', "/");
    let is_inside = !path.starts_with('/') && !path.contains(':') && path.split('/').all(|part| part != "..");
    let fault = Diagnostic::new(Code::MissingFile, file.span).found(written).arg("next", "slash");
    (is_inside && written.contains('\\')).then_some(Diagnostic { closest: Some(path), ..fault })
}

fn not_published(attachment: &Attachment, span: Span) -> Option<Diagnostic> {
    if attachment.published_name().is_some() {
        return None;
    }
    let known_type = PUBLISHED_EXTENSIONS.contains(&attachment.extension().as_str());
    let reason = if known_type { "@file-size" } else { "@file-type" };
    Some(Diagnostic::new(Code::FileNotPublished, span).found(&attachment.path).arg("reason", reason))
}

/// Links of the front matter lead to pages.
pub fn links(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    let entries = draft.claims.iter().flat_map(|claim| &claim.evidence).filter_map(|entry| entry.link.as_ref());
    let outputs = draft.content.outputs.iter().filter_map(|output| output.link.as_ref());
    let references = draft.content.references.iter().filter_map(|reference| reference.link.as_ref());
    let is_page = |link: &&Text| !matches!(target(&link.value), Target::External(_));
    out.extend(
        entries
            .chain(outputs)
            .chain(references)
            .filter(is_page)
            .map(|link| Diagnostic::new(Code::RefusedLink, link.span).found(&link.value)),
    );
}

/// Paths of the logs that are there for the audience, composed.
pub fn logs(cases: &[Case], facts: &Facts) -> HashSet<String> {
    cases.par_iter().filter(|case| !case.is_hidden(facts)).map(|case| nfc(case.path()).into_owned()).collect()
}

/// Relative links of a body lead to a log that is there, or to a file that is copied.
pub fn broken_links(case: &mut Case, facts: &Facts, logs: &HashSet<String>) {
    let links = case.file.draft.body.links.iter();
    case.faults.extend(links.filter_map(|link| broken(link, logs, facts)));
}

fn broken(link: &LocalLink, logs: &HashSet<String>, facts: &Facts) -> Option<Diagnostic> {
    let path = link.path.as_deref()?;
    if !link.image && logs.contains(nfc(path).as_ref()) {
        return None;
    }
    let code = match facts.attachments.get(path) {
        Some(attachment @ Attachment { finding: Finding::File { .. }, .. }) => {
            return not_published(attachment, link.span);
        }
        Some(Attachment { finding: Finding::Outside, .. }) => Code::RefusedLink,
        _ => Code::BrokenLink,
    };
    Some(Diagnostic::new(code, link.span).found(path))
}
