//! A Markdown body: the page of its record holds only elements, attributes and addresses that the program writes.
#![no_main]

use hieucan_fuzz::{FENCED, Pages, rubric, settings, site, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    site(&format!("{FENCED}{}", text(bytes)), settings(), rubric(), Pages::Task);
});
