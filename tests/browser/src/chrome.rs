//! Chromium by way of chromedriver: started on a port that it chooses itself, ended with the value.

use std::process::Stdio;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// Whatever goes wrong with the browser itself.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How often it is looked whether a page stands.
const MOST_LOOKS: usize = 600;
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A running chromedriver.
pub struct Driver {
    url: String,
    process: Child,
    /// Held open: chromedriver ends when nobody hears it.
    _output: BufReader<ChildStdout>,
}

const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    // A request that should not be made does not leave this machine either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

impl Driver {
    /// Starts chromedriver.
    pub async fn start() -> Result<Self> {
        let mut process =
            Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).process_group(0).spawn()?;
        let mut output = BufReader::new(process.stdout.take().ok_or("chromedriver says nothing")?);
        let mut line = String::new();
        while output.read_line(&mut line).await? > 0 {
            if let Some((_, port)) = line.trim().trim_end_matches('.').rsplit_once("on port ")
                && line.contains("successfully")
            {
                return Ok(Self { url: format!("http://127.0.0.1:{port}"), process, _output: output });
            }
            line.clear();
        }
        Err("chromedriver ended before it said its port".into())
    }

    /// A browser of its own with one tab.
    pub async fn tab(&self) -> Result<Tab> {
        let capabilities = json!({
            "goog:chromeOptions": { "args": FLAGS, "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false } },
            "goog:loggingPrefs": { "browser": "SEVERE", "performance": "ALL" },
            "unhandledPromptBehavior": "dismiss and notify",
            "timeouts": { "script": 60000, "pageLoad": 60000 },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&self.url).await?;
        Ok(Tab { client })
    }
}

impl Drop for Driver {
    /// Asked to end, chromedriver ends its browsers too; killed, it would leave them behind.
    fn drop(&mut self) {
        if let Some(id) = self.process.id() {
            // When it has ended already there is nothing to do.
            let _ = std::process::Command::new("kill").arg(id.to_string()).status();
        }
    }
}

/// A tab of a browser.
pub struct Tab {
    /// What WebDriver can do.
    pub client: Client,
}

/// A command of chromedriver beyond the standard.
#[derive(Debug)]
struct Beyond {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Beyond {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// The keys that have no letter.
pub mod keys {
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const LEFT: char = '\u{E012}';
    pub const RIGHT: char = '\u{E014}';
    pub const BACKSPACE: char = '\u{E003}';
    pub const END: char = '\u{E010}';
    pub const DOWN: char = '\u{E015}';
}

impl Tab {
    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> std::result::Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Beyond { path: "goog/cdp/execute", body }).await
    }

    /// Makes the page `width` wide, without the window that would not go below 500.
    pub async fn set_width(&self, width: u32) -> Result<()> {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// What the system prefers: `light` or `dark`.
    pub async fn set_theme(&self, theme: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Whether the scripts of pages run.
    pub async fn set_scripts(&self, run: bool) -> Result<()> {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !run })).await?;
        Ok(())
    }

    /// Opens a page and waits until it stands, which on a busy machine the browser sometimes says too early; what
    /// earlier ones did is forgotten.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.client.goto("about:blank").await?;
        self.log("browser").await?;
        self.log("performance").await?;
        self.client.goto(url).await?;
        let stands = "return String(document.readyState === 'complete' && location.href !== 'about:blank')";
        for _ in 0..MOST_LOOKS {
            if self.text(stands).await? == "true" {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(format!("{url} is never there as a whole").into())
    }

    /// The value of a script's `return`.
    pub async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// The text that a script returns.
    pub async fn text(&self, script: &str) -> Result<String> {
        Ok(self.run(script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Presses and releases each key.
    pub async fn press(&self, typed: &str) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in typed.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.client.issue_cmd(Beyond { path: "se/log", body: json!({ "type": kind }) }).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    /// What the page since [`Tab::open`] wrote as an error, and what it asked for outside `base`.
    pub async fn faults(&self, base: &str) -> Result<Vec<String>> {
        let errors = self.log("browser").await?;
        let mut faults: Vec<String> = errors.iter().map(|entry| format!("console: {}", entry["message"])).collect();
        for entry in self.log("performance").await? {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            faults.extend(outside(&event["message"], base));
        }
        Ok(faults)
    }
}

/// The address of a request that leads out of the site.
fn outside(event: &Value, base: &str) -> Option<String> {
    if event["method"] != "Network.requestWillBeSent" {
        return None;
    }
    let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
    let host = base.split_inclusive('/').take(3).collect::<String>();
    // The browser asks for the icon by itself.
    let is_allowed = url.starts_with(base)
        || url.starts_with("data:")
        || url == "about:blank"
        || url == format!("{host}favicon.ico");
    (!is_allowed).then(|| format!("request: {url}"))
}
