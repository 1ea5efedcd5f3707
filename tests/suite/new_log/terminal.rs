//! A terminal for the program: a pair of pseudo-terminals, and what is shown there.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// The program at a terminal of 90 columns, and what it shows there.
pub struct Terminal {
    pub child: Child,
    pub keys: Option<OwnedFd>,
    pub shown: Receiver<Vec<u8>>,
    seen: String,
}

/// Longer than this nobody waits for an answer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

impl Terminal {
    pub fn of(mut command: Command) -> Self {
        let keys = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&keys).and_then(|()| unlockpt(&keys)).expect("a terminal");
        let name = ptsname(&keys, Vec::new()).expect("a name").into_string().expect("a plain name");
        let side = || OpenOptions::new().read(true).write(true).open(&name).expect("its other side");
        command.stdin(Stdio::from(side())).stderr(Stdio::from(side())).stdout(Stdio::from(side()));
        let child = command.spawn().expect("the program runs");
        drop(command);
        let mut reader = File::from(keys.as_fd().try_clone_to_owned().expect("a terminal"));
        let (told, shown) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length) = reader.read(&mut bytes) {
                if length == 0 || told.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { child, keys: Some(keys), shown, seen: String::new() }
    }

    /// Waits until `words` were shown after what was waited for before.
    pub fn wait(&mut self, words: &str) {
        let begun = Instant::now();
        loop {
            if let Some(at) = self.seen.find(words) {
                self.seen.drain(..at + words.len());
                return;
            }
            match self.shown.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
                Ok(bytes) => self.seen.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("«{words}» was not shown:\n{}", self.seen),
            }
        }
    }

    pub fn press(&mut self, keys: &str) {
        let mut side = File::from(self.keys.as_ref().expect("open").try_clone().expect("a terminal"));
        side.write_all(keys.as_bytes()).expect("keys");
    }

    /// Waits for a question and answers it.
    pub fn answer(&mut self, question: &str, keys: &str) {
        self.wait(question);
        // A question is asked when its line or its list is drawn.
        self.wait("> ");
        self.press(keys);
    }

    pub fn end(mut self) -> i32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code().unwrap_or(-1);
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end: {}", self.seen);
            thread::sleep(Duration::from_millis(10));
        }
    }
}
