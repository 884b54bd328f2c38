//! The program killed while it merges many workbooks: the ledger opens, nothing or all of the merge is there, and the same
//! command once more completes it.

#![cfg(unix)]

mod common;

use common::{Place, text};
use domain::Period;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::{OpenMode, OperationKind, Store};

const UNITS: usize = 16;
const INDICATORS: usize = 40;

/// Returns how often the program is killed: a few times, or as often as `cargo xtask soak` asks for.
fn rounds() -> u32 {
    std::env::var("YAODIAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10)
}

/// A ledger that has sent its workbooks, and what came back.
struct Sent {
    place: Place,
    returned: Vec<PathBuf>,
}

/// What the ledger says but for the times, which differ from run to run.
#[derive(Debug, PartialEq)]
struct State {
    entries: Vec<store::Entry>,
    bases: Vec<Vec<store::ExchangeCell>>,
    returns: Vec<(Option<i64>, String, String)>,
    merges: usize,
}

impl Sent {
    fn new() -> Sent {
        let place = Place::new();
        let units: Vec<String> = (1..=UNITS).map(|n| format!("第{n}街道办事处")).collect();
        let measures: String = (1..=INDICATORS)
            .map(|n| format!("{n}.推进第{n}项工作。全年新建第{n}类站点{}个。（责任单位：{}）\n", n + 10, units.join("、")))
            .collect();
        let plan = place.write("要点.txt", format!("云州市2026年工作要点\n\n一、重点任务\n\n{measures}").as_bytes());
        place.json(&["import", plan.to_str().unwrap()]);
        let sent = place.json(&["export", "--all", "--period", "2026-03", "--out", place.path("发出").to_str().unwrap()]);
        let returned = sent["files"].as_array().unwrap().iter().enumerate().map(|(at, file)| {
            let sent = fs::read(file["path"].as_str().unwrap()).unwrap();
            let filled = hand::fill(&sent, |cell| {
                let row: usize = cell[1..].parse().ok().filter(|row| *row > 3)?;
                match &cell[..1] {
                    "K" => Some((row * (at + 1)).to_string()),
                    "N" if row.is_multiple_of(3) => Some(format!("第{row}行的说明")),
                    _ => None,
                }
            });
            place.write(&format!("收回{at}.xlsx"), &filled)
        });
        let returned: Vec<PathBuf> = returned.collect();
        assert_eq!(returned.len(), UNITS);
        Sent { place, returned }
    }

    /// Returns a copy of the ledger as it was sent from.
    fn copy(&self, name: &str) -> PathBuf {
        let copy = self.place.path(name);
        fs::copy(self.place.ledger(), &copy).unwrap();
        copy
    }

    /// Starts merging all workbooks into a ledger.
    fn merging(&self, ledger: &Path) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yaodian"));
        command.arg("--ledger").arg(ledger).arg("merge").args(&self.returned).stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Merges all workbooks to the end, and returns how long that took.
    fn merge(&self, ledger: &Path) -> Duration {
        let started = Instant::now();
        let output = self.merging(ledger).wait_with_output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        started.elapsed()
    }
}

impl State {
    /// Reads the ledger, which is well whatever happened to it.
    fn of(ledger: &Path, after: &str) -> State {
        let store = Store::open(ledger, OpenMode::Write).unwrap_or_else(|error| panic!("{after}: {error}"));
        assert_eq!(store.check().unwrap(), [], "{after}");
        let plan = store.plans().unwrap().remove(0);
        let year: Period = "2026".parse().unwrap();
        let entries = store.entries(plan.id, year).unwrap().into_iter().map(|entry| store::Entry { at: 0, ..entry });
        let exchanges = store.exchanges(plan.id).unwrap();
        let returns = store.returns(plan.id).unwrap().into_iter().map(|one| (one.data.exchange_id, one.data.file_name, one.data.sha256));
        let mut returns: Vec<_> = returns.collect();
        returns.sort();
        let operations = store.operations(None, u32::MAX).unwrap();
        State {
            entries: entries.collect(),
            bases: exchanges.iter().map(|exchange| store.exchange_cells(exchange.id).unwrap()).collect(),
            returns,
            merges: operations.iter().filter(|operation| operation.kind == OperationKind::Merge).count(),
        }
    }
}

/// Waits until the write-ahead log of a ledger has grown: the merge is being written. Gives up when the program ends.
fn wait_for_writing(ledger: &Path, merging: &mut Child) {
    let mut log = ledger.as_os_str().to_owned();
    log.push("-wal");
    while fs::metadata(&log).map_or(0, |facts| facts.len()) == 0 && merging.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn a_merge_that_is_killed_left_nothing_or_all_and_completes_when_run_again() {
    let sent = Sent::new();
    let before = State::of(&sent.place.ledger(), "before");
    let undisturbed = sent.copy("undisturbed.yaodian");
    let whole = sent.merge(&undisturbed);
    let after = State::of(&undisturbed, "undisturbed");
    assert_eq!((after.entries.len(), after.returns.len()), (UNITS * INDICATORS, UNITS));
    let (mut nothing, mut everything, mut rounds) = (0, 0, rounds());
    rounds += rounds % 2;
    for round in 0..rounds {
        let ledger = sent.copy(&format!("{round}.yaodian"));
        let mut merging = sent.merging(&ledger);
        // Every other time while the merge is being written, which is short; else at any moment from start to end.
        let share = f64::from(round / 2) / f64::from(rounds / 2);
        let pause = if round % 2 == 0 {
            whole.mul_f64(share)
        } else {
            wait_for_writing(&ledger, &mut merging);
            whole.mul_f64(share * share * 0.25)
        };
        std::thread::sleep(pause);
        // It may have ended by itself, which is as good.
        merging.kill().unwrap();
        merging.wait().unwrap();
        let moment = format!("round {round}, killed after {pause:?}");
        let left = State::of(&ledger, &moment);
        match left.merges {
            0 => {
                nothing += 1;
                assert_eq!(left, before, "{moment}");
            }
            _ => {
                everything += 1;
                assert_eq!(left, after, "{moment}");
            }
        }
        sent.merge(&ledger);
        assert_eq!(State::of(&ledger, &moment), after, "{moment}, and run again");
        fs::remove_file(&ledger).unwrap();
    }
    println!("killed {rounds} times in merges of {whole:?}: {nothing} left nothing, {everything} all");
    assert!(nothing > 0, "the first is killed at once");
}
