//! A whole record, from its bytes to those of its page.
#![no_main]

use hieucan_fuzz::{Pages, rubric, settings, site, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    site(&text(bytes), settings(), rubric(), Pages::Task);
});
