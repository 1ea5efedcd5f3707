#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hieucan_fuzz::ways::front_matter(bytes));
