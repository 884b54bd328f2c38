//! The use cases: everything the window and the command line can do, over a [`Host`].
//!
//! [`App::call`] runs a command of the table in `commands.rs` from JSON; the command line calls the same functions
//! with their types. Here nothing is drawn, judged, stored or parsed: that is done by the crates below, and this one
//! puts them together. Not here: Tauri, SQL, the clock. Start at `commands.rs`, then [`status::status`].

pub mod analysis;
pub mod apart;
mod behind;
pub mod board;
mod book;
pub mod bulletin;
pub mod chart;
mod commands;
pub mod compare;
pub mod deck;
pub mod draft;
mod dropped;
mod error;
mod files;
pub mod foreign;
pub mod freeze;
pub mod grid;
pub mod handout;
pub mod history;
mod host;
pub mod indicators;
mod locks;
mod marks;
pub mod measures;
pub mod merge;
pub mod narrative;
pub mod overview;
pub mod packages;
mod pinyin;
mod plans;
mod print;
mod readers;
pub mod record;
mod refs;
mod reporting;
pub mod rules;
pub mod sample;
pub mod score;
pub mod send;
pub mod session;
pub mod shares;
mod shown;
mod standing;
pub mod status;
pub mod supervise;
pub mod terms;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod type_script;
pub mod units;
mod weights;
pub mod wire;
mod work;

pub use commands::NAMES;
pub use dropped::Basket;
pub use error::{ApiError, ErrorKind};
pub use host::{Host, Pick};
pub use work::Work;

use domain::Uid;
use std::sync::Arc;
use store::{Op, OperationKind, Store};

/// The running program: the open ledger, the draft under review, the merge being previewed.
pub struct App {
    pub(crate) host: Box<dyn Host>,
    pub(crate) ledger: Option<Store>,
    pub(crate) draft: Option<draft::Kept>,
    pub(crate) merging: Option<merge::Merging>,
    pub(crate) foreign: Option<foreign::Foreign>,
    pub(crate) receiving: Option<packages::Receiving>,
    /// The slides made last.
    pub(crate) slides: Option<deck::Kept>,
    pub(crate) work: Arc<Work>,
    pub(crate) dropped: Arc<Basket>,
}

impl App {
    /// Returns the program with nothing open.
    pub fn new(host: Box<dyn Host>) -> App {
        App {
            host,
            ledger: None,
            draft: None,
            merging: None,
            foreign: None,
            receiving: None,
            slides: None,
            work: Arc::default(),
            dropped: Arc::default(),
        }
    }

    /// Returns what tells of long work and stops it while it holds the program.
    pub fn work(&self) -> Arc<Work> {
        Arc::clone(&self.work)
    }

    /// Returns where the shell puts what was dropped on the window.
    pub fn dropped(&self) -> Arc<Basket> {
        Arc::clone(&self.dropped)
    }

    /// Runs a command of the table.
    ///
    /// # Errors
    /// [`ApiError`] as the command says; the program goes on as it was before.
    pub fn call(&mut self, name: &str, request: serde_json::Value) -> Result<serde_json::Value, ApiError> {
        commands::dispatch(self, name, request)
    }

    /// Returns the open ledger.
    pub(crate) fn store(&self) -> Result<&Store, ApiError> {
        self.ledger.as_ref().ok_or_else(no_ledger)
    }

    /// Returns the open ledger, to be written.
    pub(crate) fn store_mut(&mut self) -> Result<&mut Store, ApiError> {
        self.ledger.as_mut().ok_or_else(no_ledger)
    }

    /// Returns a new id.
    pub(crate) fn new_uid(&self) -> Uid {
        Uid::new(self.now_millis() as u64, self.host.random())
    }

    /// Returns the moment in milliseconds since 1970.
    pub(crate) fn now_millis(&self) -> i64 {
        self.host.now().timestamp_millis().max(0)
    }

    /// Returns an operation about to be done now by this user.
    pub(crate) fn operation(&self, kind: OperationKind, label: impl Into<String>) -> Op {
        Op { kind, label: label.into(), who: self.host.who(), at: self.now_millis(), uid: self.new_uid() }
    }
}

fn no_ledger() -> ApiError {
    ApiError::not_found("还没有打开台账").hint("先打开一个台账，或读入一份计划")
}
