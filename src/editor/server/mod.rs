//! A language server for the front matter of logs, reviews and ratings, over two streams.
//!
//! What it says of a file is what `check` says, with the files that are open as they stand on the screen. Requests are
//! answered at once; problems are sought when no message is waiting, so that fast typing is never behind.

mod cursor;
mod desk;
mod fixes;
mod hover;
mod offer;
mod place;
mod wire;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use serde_json::{Value, json};

use crate::base::diagnostic::Problem;
use crate::base::error::Error;
use crate::base::i18n::{Catalog, Lang};
use crate::base::period::Date;
use crate::config::Options;
use crate::discover;
use crate::model::history::History;

use super::form::{self, Form};
use desk::Desk;

/// What the server is started with.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// The language of messages, when it is not the cell's own.
    pub lang: Option<Lang>,
    /// Tells the day.
    pub today: fn() -> Date,
}

/// Codes of the protocol.
const PARSE_ERROR: i32 = -32700;
const INVALID_REQUEST: i32 = -32600;
const METHOD_NOT_FOUND: i32 = -32601;
const INTERNAL_ERROR: i32 = -32603;

/// What the server hears.
enum Event {
    Message(Result<Value, ()>),
    /// What git knows of a cell.
    History(PathBuf, Box<History>),
    End,
}

/// Serves until the editor says so or its stream ends; whether it ended as the protocol wants it.
///
/// # Errors
/// When `output` cannot be written to.
pub fn serve(input: impl BufRead + Send + 'static, output: &mut dyn Write, start: Start) -> io::Result<bool> {
    let (sender, events) = channel();
    let heard = sender.clone();
    thread::spawn(move || listen(input, &heard));
    let mut server = Server {
        start,
        output,
        events,
        sender,
        waiting: None,
        files: BTreeMap::new(),
        cells: BTreeMap::new(),
        state: State::Running,
    };
    server.run()?;
    Ok(server.state != State::Broken)
}

fn listen(mut input: impl BufRead, heard: &Sender<Event>) {
    while let Ok(Some(message)) = wire::read(&mut input) {
        if heard.send(Event::Message(message)).is_err() {
            return;
        }
    }
    let _ = heard.send(Event::End);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Running,
    /// Asked to shut down.
    Closing,
    /// Told to exit as the protocol wants it, or the stream ended.
    Ended,
    /// Told to exit without having been asked to shut down.
    Broken,
}

/// A file on the screen.
struct Open {
    path: PathBuf,
    text: String,
    version: Value,
    /// What was published of it last.
    published: Option<Value>,
    problems: Vec<Problem>,
}

/// A cell, and whether problems are to be sought anew.
struct Cell {
    desk: Desk,
    is_dirty: bool,
}

struct Server<'o> {
    start: Start,
    output: &'o mut dyn Write,
    events: Receiver<Event>,
    sender: Sender<Event>,
    waiting: Option<Event>,
    files: BTreeMap<String, Open>,
    cells: BTreeMap<PathBuf, Cell>,
    state: State,
}

impl Server<'_> {
    fn run(&mut self) -> io::Result<()> {
        while matches!(self.state, State::Running | State::Closing) {
            let event = match self.waiting.take() {
                Some(event) => event,
                None => match self.events.recv() {
                    Ok(event) => event,
                    Err(_) => return Ok(()),
                },
            };
            self.hear(event)?;
            self.waiting = self.events.try_recv().ok();
            if self.waiting.is_none() {
                self.publish()?;
            }
        }
        Ok(())
    }

    fn hear(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::End => self.state = State::Ended,
            Event::History(root, history) => {
                if let Some(cell) = self.cells.get_mut(&root) {
                    cell.desk.history = *history;
                    cell.is_dirty = true;
                }
            }
            Event::Message(Err(())) => self.refuse(&Value::Null, PARSE_ERROR, "not JSON")?,
            Event::Message(Ok(message)) => self.message(&message)?,
        }
        Ok(())
    }

    fn message(&mut self, message: &Value) -> io::Result<()> {
        let id = message.get("id");
        let Some(method) = message["method"].as_str() else {
            // An answer to what we asked has an id and no method.
            let is_answer = id.is_some() && (message.get("result").is_some() || message.get("error").is_some());
            return if is_answer { Ok(()) } else { self.refuse(&Value::Null, INVALID_REQUEST, "no method") };
        };
        let parameters = &message["params"];
        let Some(id) = id else {
            // A fault of ours must not take the editor's server away.
            let _ = catch_unwind(AssertUnwindSafe(|| self.notice(method, parameters)));
            return Ok(());
        };
        match catch_unwind(AssertUnwindSafe(|| self.request(method, parameters))) {
            Ok(Some(result)) => {
                self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result}))?;
                if method == "initialize"
                    && parameters["capabilities"]["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] == true
                {
                    self.send(&watching())?;
                }
                Ok(())
            }
            Ok(None) => self.refuse(id, METHOD_NOT_FOUND, method),
            Err(_) => self.refuse(id, INTERNAL_ERROR, method),
        }
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        wire::write(self.output, message)
    }

    fn refuse(&mut self, id: &Value, code: i32, message: &str) -> io::Result<()> {
        self.send(&json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}}))
    }

    /// The answer to a request; nothing when there is no such request.
    fn request(&mut self, method: &str, parameters: &Value) -> Option<Value> {
        Some(match method {
            "initialize" => abilities(),
            "shutdown" => {
                self.state = State::Closing;
                Value::Null
            }
            "textDocument/completion" => self.at(parameters, |text, at, form, desk| {
                cursor::cursor(text, at, form).map_or(Value::Null, |cursor| offer::offers(text, at, &cursor, desk))
            }),
            "textDocument/hover" => self.at(parameters, hover::hover),
            "textDocument/definition" => self.at(parameters, hover::definition),
            "textDocument/codeAction" => self.actions(parameters).unwrap_or_else(|| json!([])),
            _ => return None,
        })
    }

    fn notice(&mut self, method: &str, parameters: &Value) {
        let document = &parameters["textDocument"];
        let uri = document["uri"].as_str().unwrap_or_default();
        match method {
            "textDocument/didOpen" => {
                if let (Some(path), Some(text)) = (place::path_of(uri), document["text"].as_str()) {
                    let version = document["version"].clone();
                    let file = Open { path, text: text.to_owned(), version, published: None, problems: Vec::new() };
                    self.files.insert(uri.to_owned(), file);
                    self.reload(uri);
                }
            }
            "textDocument/didChange" => self.change(uri, document, &parameters["contentChanges"]),
            "textDocument/didSave" => self.reload(uri),
            "textDocument/didClose" => self.close(uri),
            "workspace/didChangeWatchedFiles" => self.reload_all(),
            "exit" => self.state = if self.state == State::Closing { State::Ended } else { State::Broken },
            _ => {}
        }
    }

    /// The whole text is sent with every change.
    fn change(&mut self, uri: &str, document: &Value, changes: &Value) {
        let Some(text) = changes.as_array().and_then(|changes| changes.last()?["text"].as_str()) else { return };
        let Some(file) = self.files.get_mut(uri) else { return };
        (file.text, file.version) = (text.to_owned(), document["version"].clone());
        let Some((root, path)) = place_in_cell(&file.path) else { return };
        match self.cells.get_mut(&root) {
            Some(cell) => {
                cell.desk.put(&path, &file.text);
                cell.is_dirty = true;
            }
            None => self.reload(uri),
        }
    }

    fn close(&mut self, uri: &str) {
        let Some(file) = self.files.remove(uri) else { return };
        let empty = json!({"uri": uri, "diagnostics": []});
        let _ = self.send(&notification("textDocument/publishDiagnostics", &empty));
        if let Some(root) = desk::root_of(&file.path) {
            self.load(&root);
        }
    }

    /// Reads the cell of a file anew.
    fn reload(&mut self, uri: &str) {
        let root = self.files.get(uri).and_then(|file| desk::root_of(&file.path));
        let root = root.or_else(|| desk::root_of(&place::path_of(uri)?));
        if let Some(root) = root {
            self.load(&root);
        }
    }

    fn reload_all(&mut self) {
        let files = self.files.values().filter_map(|file| desk::root_of(&file.path));
        let roots: std::collections::BTreeSet<PathBuf> = files.chain(self.cells.keys().cloned()).collect();
        for root in roots {
            self.load(&root);
        }
    }

    /// Reads a cell from disk, with the files that are open as they stand on the screen. While its settings cannot be
    /// used the last good ones hold.
    fn load(&mut self, root: &Path) {
        let options = Options {
            root: root.to_owned(),
            lang: self.start.lang,
            today: Some((self.start.today)()),
            ..Options::default()
        };
        let before = self.cells.get(root).map(|cell| &cell.desk);
        let is_new = before.is_none();
        match Desk::read(options, before) {
            Ok(mut desk) => {
                for file in self.files.values() {
                    if let Some(path) = desk::record_path(root, &file.path) {
                        desk.put(&path, &file.text);
                    }
                }
                self.cells.insert(root.to_owned(), Cell { desk, is_dirty: true });
                self.tell_of_settings(root, &[]);
            }
            Err(Error::Unusable(problems)) => self.tell_of_settings(root, &problems),
            Err(_) => {}
        }
        if is_new {
            self.ask_git(root);
        }
    }

    /// Git is asked beside everything else, for it may take a while.
    fn ask_git(&self, root: &Path) {
        let (root, sender) = (root.to_owned(), self.sender.clone());
        thread::spawn(move || {
            let history = discover::history(&root, &[]);
            let _ = sender.send(Event::History(root, Box::new(history)));
        });
    }

    /// Publishes what is wrong with the settings, the rubric or the accepted problems, and that nothing is.
    fn tell_of_settings(&mut self, root: &Path, problems: &[Problem]) {
        let own = self.cells.get(root).map(|cell| cell.desk.config.lang);
        let catalog = Catalog::of(self.start.lang.or(own).unwrap_or_default());
        for name in [discover::SETTINGS, discover::RUBRIC, discover::ACCEPTED] {
            let path = root.join(name);
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let of_file = problems.iter().filter(|problem| problem.path == name);
            let list: Vec<Value> = of_file.map(|problem| fixes::diagnostic(&text, problem, catalog)).collect();
            if list.is_empty() && (!problems.is_empty() || !path.exists()) {
                continue;
            }
            let parameters = json!({"uri": place::uri_of(&path), "diagnostics": list});
            let _ = self.send(&notification("textDocument/publishDiagnostics", &parameters));
        }
    }

    /// Seeks problems where something has changed, and tells those of open files that are not told yet.
    fn publish(&mut self) -> io::Result<()> {
        let dirty: Vec<PathBuf> =
            self.cells.iter().filter(|(_, cell)| cell.is_dirty).map(|(root, _)| root.clone()).collect();
        for root in dirty {
            let Some(cell) = self.cells.get_mut(&root) else { continue };
            cell.is_dirty = false;
            let shown = self.files.values().filter_map(|file| desk::record_path(&root, &file.path)).collect();
            let Ok(Ok(mut found)) = catch_unwind(AssertUnwindSafe(|| cell.desk.check(&shown))) else { continue };
            let mut told = Vec::new();
            for (uri, file) in &mut self.files {
                let Some(path) = desk::record_path(&root, &file.path) else { continue };
                file.problems = found.remove(&path).unwrap_or_default();
                let list =
                    file.problems.iter().map(|problem| fixes::diagnostic(&file.text, problem, cell.desk.catalog));
                let list = Value::Array(list.collect());
                if file.published.as_ref() != Some(&list) {
                    told.push(json!({"uri": uri, "version": file.version, "diagnostics": list}));
                    file.published = Some(list);
                }
            }
            for parameters in told {
                self.send(&notification("textDocument/publishDiagnostics", &parameters))?;
            }
        }
        Ok(())
    }

    /// What is said about the place that a request names.
    fn at(&self, parameters: &Value, say: impl Fn(&str, usize, &'static Form, &Desk) -> Value) -> Value {
        let said = || {
            let file = self.files.get(parameters["textDocument"]["uri"].as_str()?)?;
            let (root, path) = place_in_cell(&file.path)?;
            let cell = self.cells.get(&root)?;
            let at = place::byte_of(&file.text, &parameters["position"])?;
            Some(say(&file.text, at, form_of(&path), &cell.desk))
        };
        said().unwrap_or(Value::Null)
    }

    fn actions(&mut self, parameters: &Value) -> Option<Value> {
        // What is mended is what is wrong now.
        let _ = self.publish();
        let uri = parameters["textDocument"]["uri"].as_str()?;
        let file = self.files.get(uri)?;
        let (root, _) = place_in_cell(&file.path)?;
        let cell = self.cells.get(&root)?;
        let range = &parameters["range"];
        let (start, end) = (place::byte_of(&file.text, &range["start"])?, place::byte_of(&file.text, &range["end"])?);
        Some(fixes::actions(&file.text, uri, (start, end), &file.problems, &cell.desk))
    }
}

fn place_in_cell(path: &Path) -> Option<(PathBuf, String)> {
    let root = desk::root_of(path)?;
    let path = desk::record_path(&root, path)?;
    Some((root, path))
}

/// The form of a file, by its name.
fn form_of(path: &str) -> &'static Form {
    if path.ends_with(".review.md") {
        &form::REVIEW
    } else if path.ends_with(".rating.md") {
        &form::RATING
    } else {
        &form::LOG
    }
}

fn abilities() -> Value {
    json!({
        "capabilities": {
            "positionEncoding": "utf-16",
            "textDocumentSync": {"openClose": true, "change": 1, "save": true},
            "completionProvider": {"triggerCharacters": [" ", ":", "[", "{", ","]},
            "hoverProvider": true,
            "definitionProvider": true,
            "codeActionProvider": {"codeActionKinds": ["quickfix"]},
        },
        "serverInfo": {"name": "hieucan", "version": env!("CARGO_PKG_VERSION")},
    })
}

fn notification(method: &str, parameters: &Value) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": parameters})
}

/// Asks the editor to tell when files of a cell change on disk.
fn watching() -> Value {
    let globs = ["**/records/**/*.md", "**/hieucan.yaml", "**/rubric.yaml", "**/accepted.yaml"];
    let watchers: Vec<Value> = globs.iter().map(|glob| json!({"globPattern": glob})).collect();
    let registration =
        json!({"id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": {"watchers": watchers}});
    json!({"jsonrpc": "2.0", "id": "files", "method": "client/registerCapability", "params": {"registrations": [registration]}})
}
