//! The one place that decides where a link or an image written by a member may lead.
//!
//! A browser drops controls and blanks, decodes percent signs in some places and not in others, and takes `\` for
//! `/`; so the decision is made on the text with all of that undone, and whatever is not plainly allowed is refused.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Where a written target leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A page of another host or an e-mail address; safe to write into a quoted `href` after HTML escaping.
    External(String),
    /// A path relative to the file that names it, decoded, without query, and the fragment.
    Local {
        /// The path, with `/`.
        path: String,
        /// What stands after `#`.
        fragment: Option<String>,
    },
    /// A place on the same page: what stands after `#`.
    Fragment(String),
    /// Not allowed.
    Refused,
}

/// Decides where `written` leads: `http`, `https` and `mailto` addresses, relative paths and `#fragment` are allowed;
/// backslashes, `//host`, absolute paths, user names in addresses and every other scheme are refused.
///
/// ```
/// use hieucan::base::link::{Target, target};
/// assert_eq!(target("java\tscript:alert(1)"), Target::Refused);
/// assert_eq!(target("https://vidu.example/a b"), Target::External("https://vidu.example/a%20b".into()));
/// ```
pub fn target(written: &str) -> Target {
    let written = written.trim_matches(|c: char| c.is_whitespace() || is_ignored(c));
    let bare = percent_decoded(written);
    let bare = if is_plain(&bare) { bare } else { bare.chars().filter(|c| !is_ignored(*c)).collect() };
    if bare.is_empty() || bare.contains('\\') || bare.starts_with('/') || hides_entity(written) {
        return Target::Refused;
    }
    if let Some(fragment) = written.strip_prefix('#') {
        return Target::Fragment(percent_decoded(fragment).into_owned());
    }
    match scheme_of(&bare) {
        None => local(written),
        Some(scheme) => {
            let plain = written.len() > scheme.len() && written.is_char_boundary(scheme.len());
            let same = plain && written[..scheme.len()].eq_ignore_ascii_case(&scheme);
            let rest = if same { written[scheme.len()..].strip_prefix(':') } else { None };
            rest.map_or(Target::Refused, |rest| external(&scheme, rest))
        }
    }
}

/// The path that `relative` names when it is written in a file of the folder `folder`, both under the root and with
/// `/`; `None` when it leaves the root.
///
/// ```
/// use hieucan::base::link::resolve;
/// assert_eq!(resolve("records/2026/a", "../b/x.md").as_deref(), Some("records/2026/b/x.md"));
/// assert_eq!(resolve("records", "../../x"), None);
/// ```
pub fn resolve(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

fn external(scheme: &str, rest: &str) -> Target {
    let allowed = match scheme {
        "http" | "https" => rest.strip_prefix("//").is_some_and(has_plain_host),
        "mailto" => rest.contains('@') && !rest.starts_with('/'),
        _ => false,
    };
    if allowed { Target::External([scheme, ":", &encoded(rest)].concat()) } else { Target::Refused }
}

/// Whether an address after `//` begins with a host and nothing that hides another one.
fn has_plain_host(after_slashes: &str) -> bool {
    let host = after_slashes.split(['/', '?', '#']).next().unwrap_or_default();
    let decoded = percent_decoded(host);
    !decoded.is_empty()
        && decoded.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']'))
}

fn local(written: &str) -> Target {
    let (path, fragment) = written.split_once('#').map_or((written, None), |(path, rest)| (path, Some(rest)));
    let path = path.split('?').next().unwrap_or_default();
    let decoded = |text| percent_decoded(text).into_owned();
    Target::Local { path: decoded(path), fragment: fragment.map(decoded) }
}

/// The scheme of an address in lower case, if it has one.
fn scheme_of(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let named = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    // A colon behind a slash, a question mark or a hash belongs to a relative path.
    if named || !scheme.contains(['/', '?', '#']) { Some(scheme.to_ascii_lowercase()) } else { None }
}

/// Whether an address is of visible ASCII alone, as nearly all are: nothing of it is ignored.
fn is_plain(address: &str) -> bool {
    address.bytes().all(|b| b.is_ascii_graphic())
}

/// Characters that browsers drop or that cannot be seen: controls, blanks, and those of no width.
fn is_ignored(c: char) -> bool {
    c.is_control()
        || c == ' '
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether a character reference stands where one could hide a scheme; Markdown has decoded its own already.
fn hides_entity(written: &str) -> bool {
    if !written.contains('&') {
        return false;
    }
    let lower = written.to_ascii_lowercase();
    ["&#", "&colon;", "&tab;", "&newline;", "&sol;", "&bsol;"].iter().any(|entity| lower.contains(entity))
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%').then(|| text.get(i + 1..i + 3)).flatten();
        match hex
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// Percent-encodes what must not stand in an address; letters of any script stay readable.
fn encoded(text: &str) -> Cow<'_, str> {
    let quoted = |c: char| matches!(c, '"' | '<' | '>' | '\'' | '`' | '{' | '}' | '|' | '^');
    if text.bytes().all(|b| b.is_ascii_graphic() && !quoted(char::from(b))) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || c.is_whitespace() || is_ignored(c) || quoted(c) {
            let mut buffer = [0; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_could_run_or_leave_is_refused() {
        for written in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:x",
            "java\nscript:x",
            "javascript%3Ax",
            "jav&#x61;script:x",
            "javascript&colon;x",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "https:\\\\evil.example",
            "https://user:pw@evil.example",
            "https://user%40evil.example",
            "http:evil.example",
            "https:///x",
            "/etc/passwd",
            "",
            "  ",
            "\u{1}javascript:x",
            "tel:0900",
            "ftp://x",
            "blob:x",
            "mailto:",
            "x:y",
            "\u{200b}javascript:x",
            "ja\u{200b}vascript:x",
        ] {
            assert_eq!(target(written), Target::Refused, "{written:?}");
        }
    }

    #[test]
    fn pages_mail_paths_and_fragments_are_allowed() {
        assert_eq!(target("HTTPS://vidu.example/a?b=1&c=2"), Target::External("https://vidu.example/a?b=1&c=2".into()));
        assert_eq!(
            target("https://vidu.example/?a=1&tab=2"),
            Target::External("https://vidu.example/?a=1&tab=2".into())
        );
        assert_eq!(target("mailto:a@vidu.example"), Target::External("mailto:a@vidu.example".into()));
        assert_eq!(target("../a%20b.md#C6"), Target::Local { path: "../a b.md".into(), fragment: Some("C6".into()) });
        assert_eq!(target("a/b:c.pdf"), Target::Local { path: "a/b:c.pdf".into(), fragment: None });
        assert_eq!(target("#H1"), Target::Fragment("H1".into()));
    }
}
