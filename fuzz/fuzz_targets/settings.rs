//! `hieucan.yaml` and `rubric.yaml`: a file that is refused says why, and one that is taken makes a site.
#![no_main]

use hieucan::base::error::{Error, Result};
use hieucan::parse;
use hieucan_fuzz::{FENCED, Pages, rubric, settings, site, source, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    if let Some(settings) = taken(parse::settings(&source("hieucan.yaml", &text))) {
        site(FENCED, settings, rubric(), Pages::All);
    }
    if let Some(rubric) = taken(parse::rubric(&source("rubric.yaml", &text))) {
        site(FENCED, settings(), rubric, Pages::All);
    }
});

fn taken<T>(read: Result<T>) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(Error::Unusable(problems)) if !problems.is_empty() => None,
        Err(fault) => panic!("refused without a problem: {fault:?}"),
    }
}
