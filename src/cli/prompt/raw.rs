//! The terminal without its own line editing: keys come one by one, and on every way out it is as it was before.

use std::io::{self, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

use super::keys::{Key, decoded};
use crate::publish::Watch;

/// Tells the terminal to mark what is pasted, so that a line's end in it is no Enter; and that it need not any more.
const MARK_PASTE: &str = "\u{1b}[?2004h";
const LEAVE_PASTE: &str = "\u{1b}[?2004l";

/// A signal may come just before waiting begins, so nothing is waited for longer.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// The terminal on stdin, while questions are asked.
pub struct Raw {
    before: Termios,
    /// Signals are heard, so that what was answered can be kept first.
    watch: Watch,
    pending: Vec<u8>,
}

impl Raw {
    /// Takes the terminal over.
    pub fn enter() -> io::Result<Self> {
        let before = tcgetattr(io::stdin().as_fd())?;
        let mut raw = before.clone();
        raw.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN);
        raw.input_modes.remove(InputModes::IXON);
        tcsetattr(io::stdin().as_fd(), OptionalActions::Now, &raw)?;
        let _ = io::stderr().write_all(MARK_PASTE.as_bytes());
        Ok(Self { before, watch: Watch::start(), pending: Vec::new() })
    }

    /// The next key; a terminal that was closed, or a signal to end, gives [`Key::Gone`] for ever.
    pub fn key(&mut self) -> Key {
        self.key_within(Duration::MAX).unwrap_or(Key::Gone)
    }

    /// The next key, unless none comes for so long.
    pub fn key_within(&mut self, pause: Duration) -> Option<Key> {
        let mut bytes = [0; 1024];
        let begun = Instant::now();
        loop {
            if let Some((key, length)) = decoded(&self.pending) {
                self.pending.drain(..length);
                return Some(key);
            }
            if self.watch.go_on().is_err() {
                return Some(Key::Gone);
            }
            if !is_readable() {
                if begun.elapsed() >= pause {
                    return None;
                }
                continue;
            }
            match rustix::io::read(io::stdin().as_fd(), &mut bytes) {
                Ok(0) => return Some(Key::Gone),
                Ok(length) => self.pending.extend_from_slice(&bytes[..length]),
                Err(Errno::INTR) => {}
                Err(_) => return Some(Key::Gone),
            }
        }
    }
}

/// Waits a moment for something to read. What is wrong with the terminal is told by reading it.
fn is_readable() -> bool {
    let stdin = io::stdin();
    let mut waited_for = [PollFd::new(&stdin, PollFlags::IN)];
    !matches!(poll(&mut waited_for, Some(&LOOK)), Ok(0) | Err(Errno::INTR))
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = io::stderr().write_all(LEAVE_PASTE.as_bytes());
        let _ = tcsetattr(io::stdin().as_fd(), OptionalActions::Now, &self.before);
    }
}

/// How many columns the terminal has.
pub fn columns() -> usize {
    let size = tcgetwinsize(io::stderr().as_fd()).map_or(0, |size| usize::from(size.ws_col));
    if size < 20 { 80 } else { size }
}
