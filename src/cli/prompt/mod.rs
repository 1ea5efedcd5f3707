//! Questions at a terminal, asked on stderr and answered by keys. `raw` is the only door to the terminal itself.

mod choice;
mod keys;
mod line;
mod raw;
mod wrap;

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use self::choice::Choice;
use self::line::Does;
use self::raw::{Raw, columns};
use self::wrap::wrapped;
use crate::base::diagnostic::emit::{plain, plain_line, width};

pub use self::line::Line;

/// Nobody answers any more: ^C, a signal, or the terminal is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// What somebody did with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is the answer.
    On,
    /// The question before is to be asked again.
    Back,
    /// Nobody answers any more.
    Out,
}

/// An answer, or the wish to go back to the question before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// It.
    Is(T),
    /// The question before is to be asked again.
    Back,
}

/// Who types nothing for so long pauses.
const PAUSE: Duration = Duration::from_secs(1);

/// Options shown at once; more are moved through.
const ROWS: usize = 10;

/// Whether somebody sits at a terminal that understands its own keys.
pub fn is_there() -> bool {
    let is_dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    io::stdin().is_terminal() && io::stderr().is_terminal() && !is_dumb
}

/// A terminal at which questions are asked.
pub struct Prompt {
    raw: Raw,
    /// What is said of words that no option has.
    unmatched: Box<dyn Fn(&str) -> String>,
}

impl Prompt {
    /// Takes the terminal over until this value goes. `unmatched` words what is said of words that no option has.
    pub fn new(unmatched: impl Fn(&str) -> String + 'static) -> io::Result<Self> {
        Raw::enter().map(|raw| Self { raw, unmatched: Box::new(unmatched) })
    }

    /// Says something, in lines of whole words.
    pub fn say(&self, text: &str) {
        put(&format!("{}\n", wrapped(&plain(text.trim_end()), columns())));
    }

    /// Shows a text line by line as it is.
    pub fn show(&self, text: &str) {
        put(&format!("{}\n", plain(text.trim_end())));
    }

    /// Shows what is made for terminals already, colours and all.
    pub fn show_painted(&self, text: &str) {
        put(text);
    }

    /// What stands on `line` in the end, whatever is done with it. Who types is heard by `paused` when they pause.
    pub fn line(&mut self, mut line: Line, mut paused: impl FnMut(&str)) -> (String, Way) {
        loop {
            let (shown, cursor) = line.shown(columns().saturating_sub(4));
            put(&format!("\r\u{1b}[K> {}\r\u{1b}[{}C", painted(&plain_line(&shown), &line), cursor + 2));
            let key = self.raw.key_within(PAUSE).unwrap_or_else(|| {
                paused(&line.text());
                self.raw.key()
            });
            let way = match line.take(key) {
                Does::Goes => continue,
                Does::Ends => Way::On,
                Does::Back => Way::Back,
                Does::Stops => Way::Out,
            };
            put(if way == Way::Back { "\r\u{1b}[K" } else { "\n" });
            return (line.text(), way);
        }
    }

    /// The place of the option that is chosen; the one at `at` is offered.
    pub fn choose(&mut self, options: &[String], at: usize) -> Result<Answer<usize>, Stopped> {
        let mut choice = Choice::of(options, at);
        let mut drawn = 0;
        loop {
            put(&erased(drawn));
            drawn = draw(options, &choice, &self.unmatched);
            match choice.take(self.raw.key()) {
                Does::Goes => {}
                Does::Ends => {
                    put(&format!("{}> {}\n", erased(drawn), plain_line(&options[choice.at()])));
                    return Ok(Answer::Is(choice.at()));
                }
                Does::Back => {
                    put(&erased(drawn));
                    return Ok(Answer::Back);
                }
                Does::Stops => return Err(Stopped),
            }
        }
    }
}

/// What is marked is shown as such.
fn painted(shown: &str, line: &Line) -> String {
    if line.is_marked() { format!("\u{1b}[7m{shown}\u{1b}[27m") } else { shown.to_owned() }
}

/// Takes `lines` away again.
fn erased(lines: usize) -> String {
    if lines == 0 { String::new() } else { format!("\u{1b}[{lines}A\r\u{1b}[J") }
}

/// Shows the options, one a line, and returns how many lines there are.
fn draw(options: &[String], choice: &Choice<'_>, unmatched: &dyn Fn(&str) -> String) -> usize {
    let (window, room) = (choice.window(ROWS), columns().saturating_sub(8));
    let mut text = String::new();
    for at in window.clone() {
        let mark = if at == choice.at() && choice.fits() { ">" } else { " " };
        text += &format!("{mark} {:>2}. {}\n", at + 1, fitted(&plain_line(&options[at]), room));
    }
    let beyond = options.len() - window.len();
    if beyond > 0 {
        text += &format!("      … {beyond}\n");
    }
    if !choice.typed().is_empty() {
        let mark = if choice.fits() { "" } else { " ✗" };
        text += &format!("  {}_{mark}\n", fitted(&plain_line(choice.typed()), room));
    }
    if choice.is_refused() {
        text += &format!("{}\n", wrapped(&format!("! {}", plain_line(&unmatched(choice.typed()))), columns()));
    }
    put(&text);
    text.matches('\n').count()
}

fn fitted(text: &str, columns: usize) -> String {
    let mut fitted = text.to_owned();
    while width(&fitted) > columns {
        fitted.pop();
    }
    fitted
}

/// When nobody listens on stderr any more, reading the next key will tell.
fn put(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
