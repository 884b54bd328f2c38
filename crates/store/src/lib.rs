//! The ledger: one SQLite file, and the only SQL of the program.
//!
//! Here: opening and making the file ([`Store::open`], [`Store::create`]), the one door for changes
//! ([`Store::transact`]), what is read and written (one file a subject), undo, history, check and backup.
//!
//! Not here: what figures mean (that is `domain`), what a workbook or a document looks like, the clock, randomness
//! (times and [`domain::Uid`]s come in as arguments).
//!
//! The schema is in `migrations/`; triggers generated from it (`triggers.rs`) refuse any write outside an operation
//! and record every change, whoever writes. Start at [`Store::transact`].

mod adjustment;
mod adopt;
mod backup;
mod change;
mod check;
mod continuation;
mod deck;
mod document;
mod draft;
mod entry;
mod error;
mod exchange;
mod freeze;
mod hash;
mod history;
mod indicator;
mod layout;
mod listing;
mod measure;
mod migrate;
mod milestone;
mod narrative;
mod open;
mod package;
mod phase;
mod plan;
mod rectification;
mod reported;
mod returns;
mod row;
mod setting;
mod state;
mod tables;
mod transact;
mod triggers;
mod undo;
mod unit;
mod unit_merge;
mod unit_use;

pub use adjustment::Adjustment;
pub use check::Problem;
pub use deck::Deck;
pub use document::{Document, sha256};
pub use draft::{Draft, DraftName};
pub use entry::Entry;
pub use error::{Error, Result};
pub use exchange::{Base, Exchange, ExchangeCell, ExchangeText};
pub use freeze::{Freeze, FrozenIndicator};
pub use history::{Direction, EntryChange, Operation, Replay};
pub use indicator::{Allocation, IndicatorRow, PlannedValue, SourcedIndicator};
pub use listing::{Inspection, Listing};
pub use measure::{Measure, MeasureRow, Responsibility};
pub use milestone::{Achievement, Milestone};
pub use narrative::Narrative;
pub use open::{OpenMode, Store};
pub use package::{PackageCell, PackageText};
pub use phase::PhaseClosing;
pub use plan::{Plan, Section};
pub use rectification::{Lit, Rectification, RectificationStep};
pub use reported::{AllReported, Reported};
pub use returns::{Issue, Return, ReturnStatus};
pub use row::Stored;
pub use state::State;
pub use transact::{Op, OperationKind, Writer};
pub use unit::{Unit, UnitRow};
pub use unit_use::UnitUse;
