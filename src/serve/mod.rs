//! `hieucan serve`: the site as it would be built now, shown while logs are written.
//!
//! Nothing is written to disk. An `edition` of the site is a plan held in memory, whose pages are made when a browser
//! asks for them; when something in the cell changes (`watch`) the next one is prepared, and browsers are told. What
//! stands in the way of it is shown in the pages of the last good one (`page`).

mod edition;
mod http;
mod page;
mod patience;
mod watch;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use tokio::sync::watch as changes;

use self::edition::Edition;
use self::page::{Below, Fault};
use self::watch::Watcher;
use crate::base::diagnostic::{Code, Problem, Severity};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::period::Date;
use crate::config::{Config, Options};

/// Where pages are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// The network address; this machine alone unless somebody asks for more.
    pub host: IpAddr,
    /// The port; any free one for 0.
    pub port: u16,
}

impl Default for Address {
    fn default() -> Self {
        Self { host: Ipv4Addr::LOCALHOST.into(), port: 8000 }
    }
}

/// What a site that has changed shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// How many records were read.
    pub records: usize,
    /// How many errors they have; a record with one is not counted.
    pub errors: usize,
}

/// What happens while a site is served, for whoever tells it, and the words for it.
pub trait Host: Send + Sync {
    /// Pages can be read at this address from now on.
    fn ready(&self, at: SocketAddr);
    /// Something has changed, and the site shows it; or it could not be, for this reason.
    fn shown(&self, changed: Result<Shown, &Error>);
    /// What stands in the way, as text with files, lines and next steps.
    fn sentence(&self, error: &Error) -> String;
    /// Faults of records as text.
    fn problems(&self, problems: &[Problem]) -> String;
    /// The words of pages.
    fn catalog(&self) -> &Catalog;
    /// Today in the local zone.
    fn today(&self) -> Date;
}

/// What the threads share.
struct Shared {
    host: Arc<dyn Host>,
    state: RwLock<State>,
    /// The number of changes shown so far, for browsers that wait.
    changes: changes::Sender<u64>,
}

/// What a browser is shown.
#[derive(Default, Clone)]
struct State {
    /// The last good edition.
    edition: Option<Arc<Edition>>,
    /// What is wrong now: what stands in the way of the next edition, or faults in records.
    fault: Option<Fault>,
    /// Whether readers from outside may see it: then no page says more of a fault than where it is.
    is_public: bool,
}

impl Shared {
    fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What pages say of `error`; the terminal has it in full.
    fn told(&self, error: &Error) -> String {
        match error {
            _ if !self.state().is_public => self.host.sentence(error),
            Error::Unusable(problems) => {
                self.host.sentence(&Error::Unusable(problems.iter().map(Problem::concealed).collect()))
            }
            _ => self.host.catalog().text("serve-fault-inside"),
        }
    }

    /// Remembers who the site is for; also when it cannot be made.
    fn note_audience(&self, config: &Config) {
        self.state.write().unwrap_or_else(PoisonError::into_inner).is_public = config.is_public();
    }

    /// Shows another state, and tells browsers.
    fn show(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
        self.changes.send_modify(|number| *number += 1);
    }
}

/// Serves the site of the cell of `options` until SIGINT, SIGTERM or SIGHUP.
///
/// # Errors
/// [`Error::NoRoot`] or [`Error::NoSettings`] when there is no cell, [`Error::Listen`] when the address cannot be had, [`Error::Read`] when
/// the cell cannot be read or watched.
pub fn serve(options: Options, address: Address, host: Arc<dyn Host>) -> Result<()> {
    refuse_without_cell(&options, host.today())?;
    let at = SocketAddr::new(address.host, address.port);
    let listener = http::listen(at)?;
    // Before the settings are heard: who asks over the network may be anybody.
    let is_public = options.is_public().unwrap_or(!address.host.is_loopback());
    let state = RwLock::new(State { is_public, ..State::default() });
    let shared = Arc::new(Shared { host, state, changes: changes::Sender::new(0) });
    let watcher = Watcher::start(&options.root)?;
    let builder = Arc::clone(&shared);
    let mut day = rebuild(&shared, &options);
    thread::spawn(move || {
        while watcher.wait(|| builder.host.today() != day) {
            day = rebuild(&builder, &options);
        }
    });
    http::run(listener, shared)
}

/// Refuses a folder that holds no cell: whoever is in the wrong place is not left waiting for a page. Settings that are
/// there and cannot be used are shown instead, and served when they are mended.
fn refuse_without_cell(options: &Options, today: Date) -> Result<()> {
    match Config::resolve(Options { today: Some(today), ..options.clone() }) {
        Err(error @ (Error::NoRoot(_) | Error::NoSettings(_) | Error::Read { .. })) => Err(error),
        _ => Ok(()),
    }
}

/// Prepares the next edition, and tells of which day; the last good one stays where that fails.
fn rebuild(shared: &Shared, options: &Options) -> Date {
    let today = shared.host.today();
    let options = Options { today: Some(today), ..options.clone() };
    let prepared = Config::resolve(options).and_then(|config| {
        shared.note_audience(&config);
        Ok((Edition::prepare(config.clone())?, config))
    });
    match prepared {
        Ok((edition, config)) => {
            let fault = of_records(shared.host.as_ref(), edition.problems(), config.is_public());
            let errors = edition.problems().iter().filter(|problem| problem.fails(Severity::Error)).count();
            let shown = Shown { records: edition.records(), errors };
            let is_public = config.is_public();
            shared.show(|state| *state = State { edition: Some(Arc::new(edition)), fault, is_public });
            shared.host.shown(Ok(shown));
        }
        Err(error) => {
            let fault = Fault { text: shared.told(&error).into(), below: Below::LastGood };
            shared.show(|state| state.fault = Some(fault));
            shared.host.shown(Err(&error));
        }
    }
    today
}

/// So many faults of records stand above a page; its problems page has them all.
const TOLD: usize = 5;

/// Of a record with a mark of secrecy only the place and the code are told; readers from outside mend nothing, and paths
/// name people: they have the problems page.
fn of_records(host: &dyn Host, problems: &[Problem], is_public: bool) -> Option<Fault> {
    let secret: BTreeSet<&str> =
        problems.iter().filter(|problem| problem.code == Code::SecrecyMark).map(|problem| &*problem.path).collect();
    let is_secret = |problem: &Problem| secret.contains(&*problem.path);
    let told = |problem: &Problem| if is_secret(problem) { problem.concealed() } else { problem.clone() };
    let errors = problems.iter().filter(|problem| problem.fails(Severity::Error) && !is_public);
    let errors: Vec<Problem> = errors.take(TOLD).map(told).collect();
    (!errors.is_empty()).then(|| Fault { text: host.problems(&errors).into(), below: Below::New })
}
