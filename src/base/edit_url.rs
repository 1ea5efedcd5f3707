//! Where the cell's files can be edited, and what else the web interface of a git server has for them.

use super::link::{Target, target};

/// Stands for a file's path in the address that the settings give.
const PATH: &str = "{path}";

/// An address with a place for a file's path. How a server names its other pages is known by the way to its editor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EditUrl {
    before: String,
    after: String,
}

/// A server's page for a new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The address, to which the file's path is added, percent-encoded.
    pub address: String,
    /// Whether the path goes behind a folder (`folder/?filename=name`) or is whole (`?filename=folder/name`).
    pub in_folder: bool,
    /// The parameter that the file's text goes into, where the server reads one.
    pub text: Option<&'static str>,
}

/// The ways to editor, history and new file: GitLab, Gitea and Forgejo, GitHub.
const SERVERS: [(&str, &str, &str); 3] = [
    ("/-/edit/", "/-/commits/", "/-/new/"),
    ("/_edit/", "/commits/branch/", "/_new/"),
    ("/edit/", "/commits/", "/new/"),
];

impl EditUrl {
    /// Reads the address of the settings; `{path}` stands for the file, else the path goes to its end. `None` when it is
    /// no address of a page.
    ///
    /// ```
    /// # use hieucan::base::edit_url::EditUrl;
    /// let url = EditUrl::parse("https://git.vidu.example/nhom/so/-/edit/main").unwrap();
    /// let of = |url: Option<String>| url.unwrap_or_default();
    /// assert_eq!(of(url.edit("records/a b.md")), "https://git.vidu.example/nhom/so/-/edit/main/records/a%20b.md");
    /// assert_eq!(of(url.history("records/a.md")), "https://git.vidu.example/nhom/so/-/commits/main/records/a.md");
    /// assert_eq!(EditUrl::parse("javascript:alert(1)"), None);
    /// ```
    pub fn parse(written: &str) -> Option<Self> {
        let (before, after) = written.split_once(PATH).unwrap_or((written, ""));
        let needs_stroke = after.is_empty() && !written.contains(PATH) && !before.ends_with(['/', '=']);
        let before = if needs_stroke { format!("{before}/") } else { before.to_owned() };
        let url = Self { before, after: after.to_owned() };
        let is_web = written.starts_with("https://") || written.starts_with("http://");
        (is_web && url.edit("x").is_some()).then_some(url)
    }

    /// The editor of the file at `path`.
    pub fn edit(&self, path: &str) -> Option<String> {
        checked(&[self.before.as_str(), &encoded(path), &self.after].concat())
    }

    /// The history of the file at `path`, where the server is one of those that are known.
    pub fn history(&self, path: &str) -> Option<String> {
        let (edit, history, _) = self.server()?;
        checked(&[self.before.replacen(edit, history, 1).as_str(), &encoded(path), &self.after].concat())
    }

    /// The page for a new file, where the server is one of those that are known.
    pub fn new_file(&self) -> Option<NewFile> {
        let (edit, _, new) = self.server().filter(|_| self.after.is_empty())?;
        let branch = self.before.replacen(edit, new, 1);
        let branch = branch.trim_end_matches('/');
        let (address, in_folder, text) = match new {
            "/-/new/" => (format!("{branch}?file_name="), false, None),
            "/_new/" => (format!("{branch}/"), true, Some("value")),
            _ => (format!("{branch}?filename="), false, Some("value")),
        };
        checked(&address).map(|address| NewFile { address, in_folder, text })
    }

    fn server(&self) -> Option<(&'static str, &'static str, &'static str)> {
        SERVERS.into_iter().find(|(edit, ..)| self.before.contains(edit))
    }
}

/// The one function that decides where links may lead decides here too.
fn checked(address: &str) -> Option<String> {
    match target(address) {
        Target::External(address) => Some(address),
        _ => None,
    }
}

/// A path as part of an address.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> (String, String, Option<NewFile>) {
        let url = EditUrl::parse(written).expect("an address");
        (url.edit("records/việc.md").expect("a page"), url.history("records/a.md").unwrap_or_default(), url.new_file())
    }

    #[test]
    fn the_pages_of_known_servers_are_found() {
        let (edit, history, new) = of("https://git.vidu.example/nhom/so/_edit/main/{path}");
        assert_eq!(edit, "https://git.vidu.example/nhom/so/_edit/main/records/vi%E1%BB%87c.md");
        assert_eq!(history, "https://git.vidu.example/nhom/so/commits/branch/main/records/a.md");
        let address = "https://git.vidu.example/nhom/so/_new/main/".to_owned();
        assert_eq!(new, Some(NewFile { address, in_folder: true, text: Some("value") }));

        let (_, history, new) = of("https://github.vidu.example/nhom/so/edit/main/");
        assert_eq!(history, "https://github.vidu.example/nhom/so/commits/main/records/a.md");
        let address = "https://github.vidu.example/nhom/so/new/main?filename=".to_owned();
        assert_eq!(new, Some(NewFile { address, in_folder: false, text: Some("value") }));

        let (_, _, new) = of("https://git.vidu.example/a/b/so/-/edit/main/so-tay/");
        let address = "https://git.vidu.example/a/b/so/-/new/main/so-tay?file_name=".to_owned();
        assert_eq!(new, Some(NewFile { address, in_folder: false, text: None }));
    }

    #[test]
    fn an_unknown_server_has_an_editor_alone_and_no_page_that_is_not_allowed() {
        let (edit, history, new) = of("https://so.vidu.example/mo?tep={path}&che-do=sua");
        assert_eq!(edit, "https://so.vidu.example/mo?tep=records/vi%E1%BB%87c.md&che-do=sua");
        assert_eq!((history.as_str(), new), ("", None));
        for written in [
            "",
            "records",
            "//evil.example/{path}",
            "javascript:{path}",
            "mailto:a@vidu.example",
            "https://a:b@vidu.example/",
        ] {
            assert_eq!(EditUrl::parse(written), None, "{written}");
        }
    }
}
