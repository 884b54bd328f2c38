//! Prints the draft plan found in a file as JSON: `cargo run -p reader --example read FILE`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: read FILE");
        return ExitCode::from(2);
    };
    let reading = std::fs::read(&path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| reader::read(&path, &bytes).map_err(|error| error.to_string()));
    match reading {
        Ok(reading) => {
            println!("{}", serde_json::to_string_pretty(&reader::to_json(&reading.draft)).expect("a draft is plain data"));
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
