//! Fences and YAML: a record is taken apart, and every fault found lies inside its text.
#![no_main]

use hieucan::base::diagnostic::Severity;
use hieucan_fuzz::{parsed, rubric, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = text(bytes);
    for file in parsed(&text, &rubric()).files {
        for fault in file.faults {
            assert!(fault.span.end as usize <= text.len(), "{fault:?}");
            fault.located(&file.source.path, &text, Severity::Error);
        }
    }
});
