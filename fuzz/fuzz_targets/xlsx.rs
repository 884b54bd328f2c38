#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mutants::feed(mutants::Parser::Xlsx, data));
