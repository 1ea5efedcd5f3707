//! A cell told as a story: records are added one by one, and figures are asked of the site that is built from them.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hieucan::base::diagnostic::Problem;
use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline::{self, Outcome, Silent};
use tempfile::TempDir;

/// Two members and two leaders, looked at on the last day of June 2026.
pub const SETTINGS: &str = "\
cell: {id: chi-bo-mau, name: Chi bộ mẫu}
lang: vi
as_of: 2026-06-30
members:
  - {id: can-bo-a, name: Nguyễn Văn An}
  - {id: can-bo-b, name: Trần Thị Bình}
  - {id: truong-ban, name: Lê Văn Cường, role: leader}
  - {id: bi-thu, name: Phạm Thị Dung, role: secretary}
";

/// A cell in a temporary folder; it is built when the first figure is asked for.
pub struct CellTest {
    folder: TempDir,
    audience: Option<Audience>,
    built: OnceCell<Vec<Problem>>,
}

impl CellTest {
    /// A cell with the roster of [`SETTINGS`] and no records.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        Self { folder, audience: None, built: OnceCell::new() }.file("hieucan.yaml", SETTINGS)
    }

    /// Adds a file just as it stands.
    #[must_use]
    pub fn file(self, path: &str, text: &str) -> Self {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Adds the log `<member>/<date>-<name>.md`: lines of front matter, then a body after a line `---`. What the story
    /// does not say is taken from the path: the title, the member, and the date, on which all happened.
    #[must_use]
    pub fn record(self, path: &str, story: &str) -> Self {
        let text = log(path, story);
        self.file(&format!("records/{path}"), &text)
    }

    /// Builds the site for this audience.
    #[must_use]
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = Some(audience);
        self
    }

    /// The root of the cell.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The problems found while building.
    pub fn problems(&self) -> &[Problem] {
        self.built.get_or_init(|| {
            let options = Options { root: self.root().to_owned(), audience: self.audience, ..Options::default() };
            let config = Config::resolve(options).unwrap_or_else(|error| panic!("{error:?}"));
            match pipeline::build(&config, &Silent) {
                Ok(Outcome::Published { problems, .. }) => problems,
                other => panic!("{other:?}"),
            }
        })
    }

    /// The codes of the problems found, in their order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.problems().iter().map(|problem| problem.code.id()).collect()
    }

    /// A file of the site.
    pub fn page(&self, path: &str) -> String {
        self.problems();
        let path = self.root().join("site").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Every file of the site with its bytes.
    pub fn site(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.problems();
        let site = self.root().join("site");
        let files = walkdir::WalkDir::new(&site).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                let name = entry.path().strip_prefix(&site).expect("a file of the site").to_owned();
                (name, fs::read(entry.path()).expect("a file of the site"))
            })
            .collect()
    }

    /// The rows of a data file.
    pub fn rows(&self, name: &str) -> Vec<serde_json::Value> {
        let mut file: serde_json::Value = serde_json::from_str(&self.page(&format!("data/{name}.json"))).expect("JSON");
        serde_json::from_value(file["rows"].take()).expect("rows")
    }

    /// Asserts some columns of a row of `data/tallies.json`, as in `claimed 2, records 1`. No row is a row of zeros.
    pub fn score(&self, scope: &str, criterion: &str, period: &str, expected: &str) -> &Self {
        let row = self
            .rows("tallies")
            .into_iter()
            .find(|row| row["scope"] == scope && row["criterion"] == criterion && row["period"] == period);
        let columns = expected.split(", ").map(|column| column.split_once(' ').expect("a column and a figure").0);
        let figure = |column| row.as_ref().map_or(0, |row| row[column].as_u64().expect("a figure of the row"));
        let found: Vec<String> = columns.map(|column| format!("{column} {}", figure(column))).collect();
        assert_eq!(found.join(", "), expected, "{scope} {criterion} {period}; problems {:?}", self.codes());
        self
    }

    /// Asserts how a record kept to its time.
    pub fn timeliness(&self, id: &str, expected: &str) -> &Self {
        let rows = self.rows("records");
        let row = rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("no record {id}"));
        assert_eq!(row["timeliness"], expected, "{id}");
        self
    }

    /// Asserts what came of a criterion on a record.
    pub fn outcome(&self, id: &str, criterion: &str, expected: &str) -> &Self {
        let rows = self.rows("records");
        let row = rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("no record {id}"));
        assert_eq!(row["criteria"][criterion]["outcome"], expected, "{id} {criterion}");
        self
    }
}

/// The whole text of a log: the story, and from the path what it does not say.
pub fn log(path: &str, story: &str) -> String {
    let (member, stem) = path.trim_end_matches(".md").rsplit_once('/').expect("a member and a name");
    let (front, body) = story.split_once("\n---\n").unwrap_or((story, ""));
    let says = |key: &str| front.lines().any(|line| line.starts_with(&format!("{key}:")));
    let date = stem.get(..10).unwrap_or_default();
    let mut text = String::from("---\n");
    for (key, value) in [("title", stem), ("member", member), ("assigned", date), ("due", date), ("done", date)] {
        let open = key == "done" && says("status");
        if !says(key) && !open {
            text += &format!("{key}: {value}\n");
        }
    }
    text + front.trim_end() + "\n---\n" + body
}
