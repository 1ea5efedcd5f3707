//! The one place that runs a browser.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::workplace::Workplace;
use crate::base::error::{Error, Result};
use crate::publish::Watch;

/// The variable of the environment that names the program.
pub const NAMED_BY: &str = "HIEUCAN_CHROMIUM";

/// What it is called where it is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// How it is run: no window, no network, nothing kept, no line of the browser's own on the paper.
const FLAGS: [&str; 15] = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
];

/// The longest that printing may take.
const LIMIT: Duration = Duration::from_secs(120);

/// How often it is asked whether it is done.
const BEAT: Duration = Duration::from_millis(20);

/// A browser that is installed.
pub(super) struct Chromium(PathBuf);

impl Chromium {
    /// The program that the environment names, else the first on the search path. A folder of the path named relative
    /// to the present one is passed over.
    pub(super) fn installed() -> Result<Self> {
        if let Some(named) = env::var_os(NAMED_BY).filter(|named| !named.is_empty()) {
            let found = if named.as_bytes().contains(&b'/') { runs(PathBuf::from(&named)) } else { on_path(&named) };
            return found
                .map(Self)
                .ok_or_else(|| Error::NoBrowser { named: Some(named.to_string_lossy().into_owned()) });
        }
        let found = NAMES.iter().find_map(|name| on_path(OsStr::new(name)));
        found.map(Self).ok_or(Error::NoBrowser { named: None })
    }

    pub(super) fn program(&self) -> &Path {
        &self.0
    }

    /// Where it can read: one installed as a snap sees no temporary folder of the system, only one of its own.
    pub(super) fn base(&self) -> Option<PathBuf> {
        let is_snap = self.0.starts_with("/snap") || self.0.canonicalize().is_ok_and(|real| real.ends_with("snap"));
        let own = env::var_os("HOME").map(|home| Path::new(&home).join("snap/chromium/common"));
        own.filter(|own| is_snap && own.is_dir())
    }

    /// Prints `page` to `out`, all below `workplace`.
    pub(super) fn print(&self, workplace: &Workplace, page: &Path, out: &Path, watch: &Watch) -> Result<()> {
        let said = workplace.path().join("said.txt");
        let log = File::create(&said).map_err(|source| Error::write(&said, source))?;
        let mut command = Command::new(&self.0);
        command.args(FLAGS);
        if workplace.is_of_root() {
            // Chromium refuses to run as root with its sandbox; the page is ours and runs nothing.
            command.arg("--no-sandbox");
        }
        command
            .arg(option("--user-data-dir=", &workplace.path().join("profile")))
            .arg(option("--print-to-pdf=", out))
            .arg(address(page))
            .env("TMPDIR", workplace.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let failed = |found: String| Error::NotPrinted { program: self.0.clone(), found };
        let child = command.spawn().map_err(|error| failed(error.to_string()))?;
        match wait(child, watch)? {
            Some(status) if status.success() && out.is_file() => Ok(()),
            Some(status) => Err(match last_word(&said) {
                word if word.is_empty() => nothing(&self.0, status),
                word => failed(word),
            }),
            None => Err(Error::PrintTooLong(LIMIT.as_secs())),
        }
    }
}

/// A browser that says nothing is told by how it ended.
fn nothing(program: &Path, status: ExitStatus) -> Error {
    let status = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or_default());
    Error::PrintedNothing { program: program.to_owned(), status }
}

/// How it ended; nothing when it was stopped because it took too long.
fn wait(mut child: Child, watch: &Watch) -> Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return watch.go_on().map(|()| Some(status));
        }
        let told = watch.go_on();
        if told.is_err() || begun.elapsed() > LIMIT {
            let _ = child.kill();
            let _ = child.wait();
            return told.map(|()| None);
        }
        sleep(BEAT);
    }
}

/// The last line that it said, without what stands in front of every line.
fn last_word(said: &Path) -> String {
    let text = fs::read(said).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned()
}

fn option(name: &str, path: &Path) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(name);
    option.push(path);
    option
}

/// The address of a file, its odd bytes escaped.
fn address(path: &Path) -> String {
    let mut address = String::from("file://");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(*byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

fn on_path(name: &OsStr) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).filter(|folder| folder.is_absolute()).find_map(|folder| runs(folder.join(name)))
}

fn runs(file: PathBuf) -> Option<PathBuf> {
    let can = file.metadata().is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0);
    can.then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_nothing_odd() {
        assert_eq!(address(Path::new("/tmp/a b/Kỳ#1?.html")), "file:///tmp/a%20b/K%E1%BB%B3%231%3F.html");
    }
}
