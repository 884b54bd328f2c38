//! `yaodian`: the command line. The same use cases as the window, for scripts, tests and servers without a display.
//!
//! Exit 0: done. 1: refused, with a reason on stderr. 2: wrong usage. With `--json`, stdout is one JSON value and
//! nothing else. Not here: any rule or figure; this crate parses arguments and prints answers.

mod args;
mod chart;
mod chosen;
mod deck;
mod host;
mod narrative;
mod overview;
mod packages;
mod print;
mod report;
mod run;
mod supervise;
mod take;
mod terms;
mod units;
mod usage;

use app::{ApiError, App};
use args::Args;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    if app::apart::is_wanted() {
        return if app::apart::serve().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::report(&error),
    };
    let mut app = App::new(Box::new(host::Terminal));
    match run::run(&mut app, args) {
        Ok(code) => code,
        Err(refusal) => {
            report(&refusal);
            ExitCode::from(1)
        }
    }
}

fn report(refusal: &ApiError) {
    eprintln!("错误：{}", refusal.message);
    if let Some(hint) = &refusal.hint {
        eprintln!("办法：{hint}");
    }
}
