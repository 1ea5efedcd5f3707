//! Hearing SIGINT, SIGTERM and SIGHUP while something is being written that must not be left behind, and only then.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;

use crate::base::error::{Error, Result};

/// A file larger than the user's limit; unheard it would kill the program instead of failing the write.
const SIGXFSZ: i32 = signal_hook::consts::SIGXFSZ;

static HANDLERS: LazyLock<Handlers> = LazyLock::new(Handlers::install);

struct Handlers {
    /// Nothing is being written: signals do what they do without us.
    idle: Arc<AtomicBool>,
    caught: Arc<AtomicBool>,
    watching: Mutex<usize>,
}

impl Handlers {
    /// Installs the handlers, once per process. Where the system refuses one, that signal kills the program as it
    /// would without us, and the next build removes what is left.
    fn install() -> Self {
        let idle = Arc::new(AtomicBool::new(true));
        let caught = Arc::new(AtomicBool::new(false));
        let ignored = ignored_signals();
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            // A build under nohup, or in the background of a plain shell, is meant not to hear it.
            if ignored & (1 << (signal - 1)) == 0 {
                let _ = flag::register_conditional_default(signal, Arc::clone(&idle))
                    .and_then(|_| flag::register(signal, Arc::clone(&caught)));
            }
        }
        let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
        Self { idle, caught, watching: Mutex::new(0) }
    }

    fn change(&self, change: impl FnOnce(&mut usize)) {
        let mut watching = self.watching.lock().unwrap_or_else(PoisonError::into_inner);
        if *watching == 0 {
            self.caught.store(false, Ordering::SeqCst);
        }
        change(&mut watching);
        self.idle.store(*watching == 0, Ordering::SeqCst);
    }
}

/// The signals that the process was started to ignore, as a bit set; none where the system does not tell.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|set| u64::from_str_radix(set.trim(), 16).ok()).unwrap_or_default()
}

/// While it lives, the three signals are noted instead of ending the program.
pub struct Watch(());

impl Watch {
    /// Begins to listen.
    pub fn start() -> Self {
        HANDLERS.change(|watching| *watching += 1);
        Self(())
    }

    /// Says whether to go on.
    ///
    /// # Errors
    /// [`Error::Interrupted`] when a signal has come.
    pub fn go_on(&self) -> Result<()> {
        if HANDLERS.caught.load(Ordering::Relaxed) { Err(Error::Interrupted) } else { Ok(()) }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        HANDLERS.change(|watching| *watching -= 1);
    }
}
