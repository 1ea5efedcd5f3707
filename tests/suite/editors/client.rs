//! An editor: speaks with `hieucan lsp` over its streams, and marks the cursor with `|` in what it shows.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub struct Client {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    root: PathBuf,
    asked: u64,
    /// What was published last, by address.
    pub published: BTreeMap<String, Value>,
}

impl Client {
    /// A server for the cell at `root`.
    pub fn start(root: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.arg("lsp").args(args).current_dir(root).env_clear().env("LANG", "vi_VN.UTF-8");
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("a stream"));
        let root = root.canonicalize().expect("the root");
        let mut client =
            Self { child, input, output: BufReader::new(output), root, asked: 0, published: BTreeMap::new() };
        let able = client.ask("initialize", json!({"capabilities": {}, "rootUri": client.uri("")}));
        assert_eq!(able["capabilities"]["positionEncoding"], "utf-16");
        client.tell("initialized", json!({}));
        client
    }

    pub fn uri(&self, path: &str) -> String {
        format!("file://{}/{path}", self.root.display())
    }

    pub fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("an open stream");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server listens");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, parameters: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": parameters}));
    }

    /// The answer to a request; what is published meanwhile is kept.
    pub fn ask(&mut self, method: &str, parameters: Value) -> Value {
        let answer = self.answer(method, parameters);
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    pub fn answer(&mut self, method: &str, parameters: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters}));
        loop {
            let message = self.read();
            if message["id"] == id {
                return message;
            }
        }
    }

    /// The next message; what it publishes is kept.
    pub fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("a stream") > 0, "the server has gone");
            if line.trim().is_empty() {
                break;
            }
            length = line.trim().strip_prefix("Content-Length: ").expect("a length").parse().expect("a number");
        }
        let mut bytes = vec![0; length];
        self.output.read_exact(&mut bytes).expect("a whole message");
        let message: Value = serde_json::from_slice(&bytes).expect("JSON");
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().expect("an address").to_owned();
            self.published.insert(uri, message["params"].clone());
        }
        message
    }

    /// What is published of a file next.
    pub fn problems(&mut self, path: &str) -> Vec<Value> {
        let uri = self.uri(path);
        loop {
            let message = self.read();
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str() {
                return message["params"]["diagnostics"].as_array().expect("a list").clone();
            }
        }
    }

    pub fn open(&mut self, path: &str, text: &str) {
        let document = json!({"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub fn change(&mut self, path: &str, text: &str) {
        let document = json!({"uri": self.uri(path), "version": 2});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": [{"text": text}]}));
    }

    /// A request about the place marked `|` in `text`, which then stands on the screen.
    pub fn at(&mut self, method: &str, path: &str, text: &str) -> Value {
        let at = text.find('|').expect("a cursor");
        self.change(path, &text.replacen('|', "", 1));
        let before = &text[..at];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
        let position = json!({"line": line, "character": column});
        self.ask(method, json!({"textDocument": {"uri": self.uri(path)}, "position": position}))
    }

    /// The labels that are offered at the place marked `|`.
    pub fn offered(&mut self, path: &str, text: &str) -> Vec<String> {
        let offers = self.at("textDocument/completion", path, text);
        let labels = offers["items"].as_array().into_iter().flatten();
        labels.map(|item| item["label"].as_str().expect("a label").to_owned()).collect()
    }

    /// Ends as editors do; the exit status.
    pub fn end(mut self) -> i32 {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.child.wait().expect("an end").code().expect("a status")
    }

    /// Closes the stream without a word; the exit status.
    pub fn leave(mut self) -> i32 {
        drop(self.input.take());
        self.child.wait().expect("an end").code().expect("a status")
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The text that a range of the protocol covers.
pub fn covered(text: &str, range: &Value) -> String {
    let at = |place: &Value| {
        let line = place["line"].as_u64().expect("a line") as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let units = place["character"].as_u64().expect("a column") as usize;
        let rest: Vec<u16> = text[start..].encode_utf16().take(units).collect();
        start + String::from_utf16(&rest).expect("no half letters").len()
    };
    text[at(&range["start"])..at(&range["end"])].to_owned()
}
