//! `hieucan serve` as browsers and others meet it, over loopback.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::cell_test::{SETTINGS, log};

const RECORD: &str = "records/2026/can-bo-a/2026-03-05-ke-hoach.md";

/// A cell that is being served.
struct Served {
    cell: TempDir,
    child: Child,
    port: u16,
}

/// What came back.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Served {
    fn start(prepare: impl FnOnce(&Path)) -> Self {
        Self::start_with(&[], prepare)
    }

    fn start_with(options: &[&str], prepare: impl FnOnce(&Path)) -> Self {
        let cell = TempDir::new().expect("a folder");
        write(cell.path(), "hieucan.yaml", SETTINGS);
        write(
            cell.path(),
            RECORD,
            &log("can-bo-a/2026-03-05-ke-hoach.md", "criteria: [H1]\npurpose: Nắm chắc mục đích"),
        );
        prepare(cell.path());
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.args(["serve", "--port", "0", "--no-cache", "--lang", "en"]).args(options).current_dir(cell.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("an address");
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        Self { cell, child, port: port.unwrap_or_else(|| panic!("no address in {line:?}")) }
    }

    /// The first line on stderr with these words.
    fn said_until(&mut self, words: &str) -> String {
        let said = BufReader::new(self.child.stderr.take().expect("its other output"));
        let mut lines = said.lines().map_while(Result::ok);
        lines.find(|line| line.contains(words)).expect("a line with these words")
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
        stream
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = self.connect();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "localhost")
    }

    /// Waits for events as a browser does; gives the data of each that comes.
    fn events(&self) -> impl Iterator<Item = String> + use<> {
        let mut stream = self.connect();
        write!(stream, "GET /_hieucan/events HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("data: ").map(str::to_owned))
    }

    fn write(&self, path: &str, text: &str) {
        write(self.cell.path(), path, text);
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

const TASK: &str = "/tasks/can-bo-a/2026-03-05-ke-hoach/";

#[test]
fn pages_are_served_with_a_script_that_their_policy_lets_through_and_nothing_is_written() {
    let served = Served::start(|_| ());
    let home = served.get("/");
    assert_eq!(home.status, 200);
    assert!(home.head.contains("content-type: text/html; charset=utf-8"), "{}", home.head);
    assert!(home.head.contains("cache-control: no-store") && home.head.contains("x-content-type-options: nosniff"));
    assert!(home.body.contains("default-src 'none'; connect-src 'self';"));
    assert!(home.body.contains("<script src=\"/_hieucan/reload.js\" defer></script></head>"));
    assert!(!home.body.contains("serve-fault"));
    assert!(served.get("/_hieucan/reload.js").body.contains("EventSource"));
    assert!(served.get(TASK).body.contains("Nắm chắc mục đích"));
    let moved = served.get(TASK.trim_end_matches('/'));
    assert!(moved.status == 308 && moved.head.contains(&format!("location: {TASK}")), "{}", moved.head);
    let style = home.body.split("href=\"assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("a style");
    assert!(served.get(&format!("/assets/{style}")).head.contains("content-type: text/css"));
    assert!(served.get("/data/records.json").body.starts_with("{\"version\":1"));
    let kept: Vec<_> =
        fs::read_dir(served.cell.path()).expect("the cell").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(kept.len(), 2, "{kept:?}");
}

#[test]
fn a_change_is_told_and_shown() {
    let served = Served::start(|_| ());
    let mut events = served.events();
    let first = events.next().expect("the state at first");
    let written = Instant::now();
    served.write(RECORD, &log("can-bo-a/2026-03-05-ke-hoach.md", "purpose: Mục đích đã được viết lại"));
    let second = events.next().expect("a change");
    println!("shown after {:?}", written.elapsed());
    assert_ne!(first, second);
    assert!(served.get(TASK).body.contains("Mục đích đã được viết lại"));
    served.write("records/2026/can-bo-b/2026-04-01-moi.md", &log("can-bo-b/2026-04-01-moi.md", "criteria: [H2]"));
    events.next().expect("another change");
    assert_eq!(served.get("/tasks/can-bo-b/2026-04-01-moi/").status, 200);
}

#[test]
fn faults_are_shown_with_file_and_line_above_what_stands_there() {
    let mut served = Served::start(|_| ());
    let mut events = served.events();
    events.next();
    served.write("hieucan.yaml", &SETTINGS.replace("role: leader", "role: sếp <b>"));
    events.next().expect("a change");
    let page = served.get(TASK);
    assert!(page.status == 200 && page.body.contains("Nắm chắc mục đích"), "the last good site stays");
    assert!(page.body.contains("serve-fault") && page.body.contains("hieucan.yaml:7:"), "{}", page.body);
    assert!(page.body.contains("below stands the last one that could"), "{}", page.body);
    assert!(page.body.contains("sếp &lt;b&gt;") && !page.body.contains("sếp <b>"));
    served.write("hieucan.yaml", SETTINGS);
    events.next().expect("a change");
    assert!(!served.get(TASK).body.contains("serve-fault"));
    served.write(RECORD, &log("can-bo-a/2026-03-05-ke-hoach.md", "titel: sai khóa"));
    events.next().expect("a change");
    let home = served.get("/");
    assert!(home.body.contains("serve-fault") && home.body.contains(&format!("{RECORD}:")), "{}", home.body);
    assert!(
        home.body.contains("below is up to date") && !home.body.contains("the last one that could"),
        "{}",
        home.body
    );
    let told = served.said_until("errors: ");
    assert!(told.ends_with("task logs: 1; errors: 1 (see `hieucan check`)"), "{told}");
}

#[test]
fn a_record_with_a_mark_of_secrecy_shows_none_of_its_words() {
    let served = Served::start(|_| ());
    let mut events = served.events();
    events.next();
    served.write(RECORD, &log("can-bo-a/2026-03-05-ke-hoach.md", "titel: CANARY MẬT"));
    events.next().expect("a change");
    let home = served.get("/");
    assert!(home.body.contains("serve-fault") && home.body.contains(RECORD), "{}", home.body);
    assert!(!home.body.contains("CANARY"), "{}", home.body);
}

#[test]
fn readers_from_outside_see_no_word_of_broken_settings() {
    let broken = SETTINGS.replace("role: leader", "emails: [canary@vidu.example], role: CANARY");
    let by_settings = format!("{SETTINGS}audience: public\n");
    for (options, settings) in [(&["--audience", "public"][..], SETTINGS), (&[], &by_settings)] {
        let served = Served::start_with(options, |cell| write(cell, "hieucan.yaml", settings));
        let mut events = served.events();
        events.next();
        for fault in [broken.as_str(), "cell: {name: CANARY"] {
            served.write("hieucan.yaml", fault);
            events.next().expect("a change");
            let page = served.get("/").body;
            assert!(page.contains("serve-fault") && page.contains("hieucan.yaml:"), "{page}");
            let told = page.to_lowercase();
            assert!(!told.contains("canary"), "{page}");
        }
        served.write("hieucan.yaml", settings);
        events.next().expect("a change");
        served.write(RECORD, &log("can-bo-a/2026-03-05-ke-hoach.md", "visibility: public\ntitel: CANARY"));
        events.next().expect("a change");
        let page = served.get("/problems/").body;
        assert!(page.contains("unknown-key") && !page.contains("CANARY") && !page.contains("can-bo-a"), "{page}");
        served.write("templates/pages/home.html", "{{ CANARY }}");
        served.write("hieucan.yaml", settings);
        events.next().expect("a change");
        let page = served.get("/").body;
        assert!(page.contains("serve-fault") && !page.contains("CANARY"), "{page}");
    }
}

#[test]
fn a_commit_is_shown_though_no_file_of_the_cell_changes() {
    let git = |cell: &Path, args: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(cell).args(["-c", "user.name=An", "-c", "user.email=an@vidu.example"]).args(args);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        let output = command.output().expect("git");
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let served = Served::start(|cell| {
        git(cell, &["init", "--quiet", "--initial-branch=main"]);
        git(cell, &["add", "--all"]);
    });
    let root = served.cell.path();
    let mut events = served.events();
    events.next();
    for message in ["first", "second"] {
        git(root, &["commit", "--quiet", "--allow-empty", "-m", message]);
        events.next().expect("a change");
        let head = git(root, &["rev-parse", "--short=7", "HEAD"]);
        assert!(served.get("/").body.contains(&head), "{message}: {head}");
    }
}

#[test]
fn without_a_first_good_site_the_fault_is_the_page() {
    let served = Served::start(|cell| fs::write(cell.join("hieucan.yaml"), "cell: [").expect("settings"));
    let page = served.get("/");
    assert!(page.status == 503 && page.body.contains("hieucan.yaml:"), "{}", page.body);
    let mut events = served.events();
    events.next();
    served.write("hieucan.yaml", SETTINGS);
    events.next().expect("a change");
    assert_eq!(served.get("/").status, 200);
}

#[test]
fn other_names_of_this_machine_and_paths_out_of_the_site_are_refused() {
    let served = Served::start(|cell| fs::write(cell.join("secret.txt"), "bí mật riêng").expect("a file"));
    for host in ["evil.example", "127.0.0.1.nip.io", "evil.example:8000", "localhost.evil.example"] {
        let answer = served.ask("GET", "/", host);
        assert!(answer.status == 421 && !answer.body.contains("Chi bộ"), "{host}: {}", answer.status);
    }
    for host in ["127.0.0.1", "localhost:1", "[::1]:80"] {
        assert_eq!(served.ask("GET", "/", host).status, 200, "{host}");
    }
    let paths = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/tasks/../../secret.txt",
        "//etc/passwd",
        "/.git/config",
        "/assets/..%5c..%5csecret.txt",
        "/secret.txt",
        "/hieucan.yaml",
        "/records/",
        "/index.html%00.txt",
        "/_hieucan/../secret.txt",
    ];
    for path in paths {
        let answer = served.get(path);
        assert!(answer.status == 404 && !answer.body.contains("bí mật riêng"), "{path}: {}", answer.status);
    }
    assert_eq!(served.ask("POST", "/", "localhost").status, 405);
    assert_eq!(served.ask("HEAD", "/", "localhost").body, "");
}

#[test]
fn an_interrupt_ends_it_cleanly_while_browsers_wait() {
    let mut served = Served::start(|_| ());
    let mut events = served.events();
    events.next();
    let asked = Command::new("kill").args(["-INT", &served.child.id().to_string()]).status().expect("kill");
    assert!(asked.success());
    let ended = served.child.wait().expect("its end");
    assert_eq!(ended.code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_told_with_the_next_step() {
    let served = Served::start(|_| ());
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command
        .args(["serve", "--no-cache", "--lang", "en", "--port", &served.port.to_string()])
        .current_dir(served.cell.path());
    let output = command.output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && told.contains("--port 0"), "{told}");
}

#[test]
fn links_to_folders_are_not_watched() {
    let elsewhere = TempDir::new().expect("a folder");
    let served = Served::start(|cell| {
        symlink("..", cell.join("records/len")).expect("a link");
        symlink(elsewhere.path(), cell.join("records/ngoai")).expect("a link");
    });
    assert_eq!(served.get(TASK).status, 200);
    let state = || served.events().next().expect("a state");
    let before = state();
    write(elsewhere.path(), "can-bo-a/2026-04-01-x.md", "không phải của chi bộ");
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!(state(), before, "what happens elsewhere is no change");
    let mut events = served.events();
    events.next();
    served.write("records/2026/can-bo-b/2026-04-02-y.md", &log("can-bo-b/2026-04-02-y.md", "criteria: [H1]"));
    events.next().expect("a change of the cell");
}

#[test]
fn a_folder_without_a_cell_is_not_served() {
    let folder = TempDir::new().expect("a folder");
    let said = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.args(args).args(["--no-cache", "--lang", "en"]).current_dir(folder.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let begun = Instant::now();
        while child.try_wait().expect("its end").is_none() {
            if begun.elapsed() > Duration::from_secs(20) {
                let _ = child.kill();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let output = child.wait_with_output().expect("its end");
        (output.status.code(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let built = said(&["build"]);
    assert!(built.0 == Some(2) && built.2.contains("hieucan.yaml"), "{built:?}");
    assert_eq!(said(&["serve", "--port", "0"]), built);
    let nowhere = said(&["build", "--root", "khong-co"]);
    assert!(nowhere.0 == Some(2) && nowhere.2.contains("khong-co"), "{nowhere:?}");
    assert_eq!(said(&["serve", "--port", "0", "--root", "khong-co"]), nowhere);
}
