//! Tests of the use cases, over a host with queued answers.

mod analysis;
mod baseline;
mod book;
mod bulletin;
mod charts;
mod compare;
mod deck;
mod deck_files;
mod draft;
mod dropped;
mod foreign;
mod freeze;
mod grid;
mod handout;
mod merge;
mod narrative;
mod original;
mod overview;
mod packages;
mod record;
mod returns;
mod revise;
mod rules;
mod same;
mod sample;
mod score;
mod send;
mod shares;
mod supervise;
mod terms;
mod told;
mod unit_edit;
mod unit_merge;

use crate::wire::*;
use crate::{ApiError, App, Host, Pick, Work, draft as drafts, indicators, units};
use chrono::{DateTime, FixedOffset};
use domain::{Period, Uid};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

pub const LAKE: &str = "东湖区卫生健康局";
pub const HILL: &str = "西山区卫生健康局";
pub const CENTRE: &str = "市托育中心";
pub const GROUP: &str = "各县（区）卫生健康局";

/// A made-up plan: one lead unit, a group of districts, a count, a rate, a ceiling.
pub const PLAN: &str = "云州市2026年托育工作要点

一、托育供给

1.扩大托位供给。全年新增托位1200个，培训育婴员300—400人。（牵头单位：市托育中心；配合单位：各县（区）卫生健康局）

2.规范机构管理。托育机构备案率不低于90%，投诉办结时间控制在5天以内。（责任单位：东湖区卫生健康局、西山区卫生健康局）

二、实施步骤

（一）部署阶段（2026年3月底前）。制定方案，明确责任人。
";

/// A clock that stands still until somebody turns it, randomness that counts, and dialogs answered beforehand.
struct Desk {
    folder: PathBuf,
    counted: AtomicU64,
    answers: Arc<Mutex<Vec<PathBuf>>>,
    clock: Arc<Mutex<DateTime<FixedOffset>>>,
    /// What is stopped at its second step.
    impatient: Arc<Mutex<Option<Arc<Work>>>>,
}

impl Desk {
    fn answer(&self) -> Option<PathBuf> {
        let mut answers = self.answers.lock().unwrap();
        (!answers.is_empty()).then(|| answers.remove(0))
    }
}

impl Host for Desk {
    fn now(&self) -> DateTime<FixedOffset> {
        if let Some(work) = self.impatient.lock().unwrap().as_ref().filter(|work| work.progress().is_some_and(|at| at.done == 2)) {
            work.stop();
        }
        *self.clock.lock().unwrap()
    }

    fn random(&self) -> [u8; 10] {
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.counted.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        random
    }

    fn who(&self) -> String {
        "王芳".to_owned()
    }

    fn ledgers(&self) -> PathBuf {
        self.folder.clone()
    }

    fn pick_file(&self, _: Pick) -> Option<PathBuf> {
        self.answer()
    }

    fn pick_files(&self, _: Pick) -> Vec<PathBuf> {
        self.answer().into_iter().collect()
    }

    fn pick_save(&self, _: Pick, _: &str) -> Option<PathBuf> {
        self.answer()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.answer()
    }
}

/// The program in a folder of its own.
pub struct Office {
    pub app: App,
    folder: tempfile::TempDir,
    answers: Arc<Mutex<Vec<PathBuf>>>,
    impatient: Arc<Mutex<Option<Arc<Work>>>>,
    clock: Arc<Mutex<DateTime<FixedOffset>>>,
    started: u64,
}

impl Office {
    /// The program with nothing open.
    pub fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let answers = Arc::new(Mutex::new(Vec::new()));
        let clock = Arc::new(Mutex::new("2026-04-02T09:30:00+08:00".parse().unwrap()));
        let host = Desk {
            folder: folder.path().to_owned(),
            counted: AtomicU64::new(1),
            answers: answers.clone(),
            clock: clock.clone(),
            impatient: Arc::default(),
        };
        let impatient = host.impatient.clone();
        Office { app: App::new(Box::new(host)), folder, answers, clock, impatient, started: 1 }
    }

    /// Closes the program and starts it again, as the same person on the same computer.
    pub fn restart(&mut self) {
        self.started += 1;
        let counted = AtomicU64::new(self.started << 32);
        let (answers, clock, impatient) = (self.answers.clone(), self.clock.clone(), self.impatient.clone());
        let host = Desk { folder: self.folder.path().to_owned(), counted, answers, clock, impatient };
        self.app = App::new(Box::new(host));
    }

    /// Starts the program anew on the computer of somebody else, whose ids are others.
    pub fn restart_as(&mut self, name: &str) {
        let sum = name.bytes().fold(0u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        self.started = 1 << 20 | (sum & 0xfffff);
        self.restart();
    }

    /// Stops the next long work when it is at its second step.
    pub fn loses_patience(&self) {
        *self.impatient.lock().unwrap() = Some(self.app.work());
    }

    /// Turns the clock to the morning of a day.
    pub fn on(&mut self, day: &str) {
        *self.clock.lock().unwrap() = format!("{day}T09:30:00+08:00").parse().unwrap();
    }

    /// The names of all files in its folder.
    pub fn names(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap());
        files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// The program with the small plan imported and the two districts in their group.
    pub fn with_plan() -> Office {
        let mut office = Office::new();
        office.import("要点.txt", PLAN);
        for unit in [LAKE, HILL] {
            units::add(&mut office.app, UnitAdd { name: unit.into(), group: Some(GROUP.into()) }).unwrap();
        }
        office
    }

    /// The same as [`Office::with_plan`], for laws that are tried on many cases: the ledger is made once and copied.
    pub fn with_plan_copied() -> Office {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let Office { app, folder, .. } = Office::with_plan();
            drop(app);
            std::fs::read(folder.path().join("台账.yaodian")).unwrap()
        });
        let mut office = Office::new();
        let ledger = office.file("台账.yaodian", made);
        office.restart();
        office.app.open(&ledger).unwrap();
        office
    }

    /// Imports a document into the ledger.
    pub fn import(&mut self, name: &str, text: &str) -> Imported {
        let (ledger, document) = (self.path("台账.yaodian"), self.file(name, text.as_bytes()));
        drafts::import(&mut self.app, &ledger, &document).unwrap()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Answers the next dialog.
    pub fn will_pick(&self, path: &Path) {
        self.answers.lock().unwrap().push(path.to_owned());
    }

    /// Runs a command of the table.
    pub fn call(&mut self, name: &str, request: Value) -> Value {
        self.app.call(name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a command of the table that is refused.
    pub fn refused(&mut self, name: &str, request: Value) -> ApiError {
        self.app.call(name, request).err().unwrap_or_else(|| panic!("{name} was not refused"))
    }

    pub fn plan(&self) -> Uid {
        self.app.store().unwrap().plans().unwrap()[0].data.uid
    }

    /// Asserts that the last operation, which changed the ledger from `before` if anything, is taken back and brought back whole.
    pub fn undo_and_redo(&mut self, before: &str) {
        let after = self.hash();
        if after != before {
            self.call("undo", serde_json::json!({}));
            assert_eq!(self.hash(), before);
            self.call("redo", serde_json::json!({}));
            assert_eq!(self.hash(), after);
        }
    }

    pub fn hash(&self) -> String {
        self.app.store().unwrap().state_hash().unwrap()
    }

    pub fn unit(&self, name: &str) -> Uid {
        units::named(&self.app, name).unwrap()
    }

    /// The id of the indicator whose name has this in it.
    pub fn indicator(&mut self, name: &str) -> Uid {
        let plan = self.plan();
        let all = indicators::list(&mut self.app, OfPlan { plan }).unwrap();
        all.into_iter().find(|indicator| indicator.name.contains(name)).unwrap_or_else(|| panic!("no {name}")).id
    }

    /// Reports a value and returns the codes of the questions.
    pub fn record(&mut self, name: &str, unit: &str, month: &str, value: &str) -> Vec<String> {
        let input =
            EntryInput { indicator: self.indicator(name), unit: self.unit(unit), period: period(month), value: value.into(), note: None };
        let recorded = crate::record::record(&mut self.app, Record { entries: vec![input] }).unwrap();
        recorded.questions.into_iter().map(|question| question.code).collect()
    }

    /// Writes a note beside a value, which stays as it is.
    pub fn note(&mut self, name: &str, unit: &str, month: &str, note: &str) {
        let (indicator, unit) = (self.indicator(name), self.unit(unit));
        let input = EntryInput { indicator, unit, period: period(month), value: String::new(), note: Some(note.into()) };
        crate::record::record(&mut self.app, Record { entries: vec![input] }).unwrap();
    }

    pub fn status(&mut self, month: &str, name: &str) -> IndicatorStatus {
        let of = OfPeriod { plan: self.plan(), period: period(month) };
        let status = crate::status::status(&mut self.app, of).unwrap();
        status.indicators.into_iter().find(|indicator| indicator.name.contains(name)).unwrap()
    }
}

pub fn period(code: &str) -> Period {
    code.parse().unwrap()
}
