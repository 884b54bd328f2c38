//! Every returned workbook against what was sent and what the ledger has now.

use super::parcel::Parcel;
use super::sheet::Sheet;
use crate::ApiError;
use crate::shown::moment;
use crate::wire::{Choice, FileStatus, MergeCounts, MergeFile, MergeItem, MergeReport, Outcome};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Field, Passage, Period};
use std::collections::HashMap;
use store::{Entry, Exchange, Store, Stored};
use workbook::{Held, Return};

/// A returned workbook or a unit's package, read or refused.
pub(crate) struct Incoming {
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) content: Result<Came, String>,
}

/// What came back.
pub(crate) enum Came {
    /// A workbook this ledger has sent.
    Workbook(Return),
    /// A package out of a unit's own ledger.
    Package(package::Cover, package::Report),
}

/// The whole comparison: what is shown, and what is to be written.
pub(crate) struct Comparison {
    pub(crate) files: Vec<MergeFile>,
    /// What each file's accepted values become the base of, where it is known.
    pub(crate) answers: Vec<Option<Answers>>,
    pub(crate) cells: Vec<Compared>,
}

/// What the values accepted from a file are the base of.
pub(crate) enum Answers {
    /// The exchange the workbook was sent in.
    Exchange(Stored<Exchange>),
    /// The unit's next package.
    Package {
        /// When this one was made.
        made_at: i64,
        /// The newest workbook sent to the unit for a period this one reports for: it need not come back any more.
        sent: Option<i64>,
    },
}

/// A cell that is not as it was sent.
pub(crate) struct Compared {
    /// Which file it came in.
    pub(crate) file: usize,
    pub(crate) item: MergeItem,
    /// Where it belongs; none for a row that could not be placed.
    pub(crate) place: Option<Place>,
    /// Where it belongs, if it is told of a measure.
    pub(crate) told: Option<ToldPlace>,
    /// What came back; none where it could not be read.
    pub(crate) theirs: Option<Theirs>,
    /// What a person decided, for a conflict.
    pub(crate) choice: Option<Choice>,
}

/// What came back in a cell, ready for the ledger.
#[derive(Clone)]
pub(crate) struct Theirs {
    pub(crate) held: Option<Held>,
    pub(crate) typed: Option<String>,
    /// True for a value a person chose over a numerator and denominator: these go.
    pub(crate) replaces_ratio: bool,
}

/// A cell of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) indicator: i64,
    pub(crate) unit: i64,
    pub(crate) period: Period,
    pub(crate) field: Field,
}

/// A passage about a measure.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ToldPlace {
    pub(crate) measure: i64,
    pub(crate) unit: i64,
    pub(crate) period: Period,
    pub(crate) passage: Passage,
}

/// What the ledger has in a cell, and who wrote it.
#[derive(Clone, Default)]
pub(crate) struct Ours {
    pub(crate) held: Option<Held>,
    pub(crate) by: Option<String>,
}

/// What cells are compared with: the ledger, as the workbooks before have left it.
pub(crate) struct Ground<'a> {
    pub(crate) store: &'a Store,
    pub(crate) decide: &'a dyn Fn(&str) -> Option<Choice>,
    pub(crate) offset: FixedOffset,
    units: HashMap<i64, String>,
    pending: HashMap<Place, Ours>,
    pub(super) pending_told: HashMap<ToldPlace, Ours>,
}

impl Comparison {
    /// Returns the comparison as it is shown.
    pub(crate) fn report(&self, preview: bool) -> MergeReport {
        report(self.files.clone(), &self.cells, preview)
    }
}

/// Returns cells as they are shown; the counts are those of the cells.
pub(crate) fn report(files: Vec<MergeFile>, compared: &[Compared], preview: bool) -> MergeReport {
    let mut cells = MergeCounts::default();
    for one in compared {
        cells.changed += 1;
        *match one.item.outcome {
            Outcome::Applied => &mut cells.applied,
            Outcome::Equal => &mut cells.equal,
            Outcome::Conflict => &mut cells.conflicts,
            Outcome::Rejected => &mut cells.rejected,
        } += 1;
    }
    MergeReport { files, cells, items: compared.iter().map(|one| one.item.clone()).collect(), preview }
}

/// Compares returned workbooks with the ledger, in their order: what an earlier one brings counts as ours for the next.
pub(crate) fn compare(
    store: &Store,
    files: &[Incoming],
    decide: &dyn Fn(&str) -> Option<Choice>,
    offset: FixedOffset,
) -> Result<Comparison, ApiError> {
    let mut ground = Ground::new(store, decide, offset)?;
    let mut comparison = Comparison { files: Vec::new(), answers: Vec::new(), cells: Vec::new() };
    for (at, file) in files.iter().enumerate() {
        let repeated = || -> Result<bool, ApiError> {
            Ok(files[..at].iter().any(|earlier| earlier.sha256 == file.sha256) || store.return_by_sha256(&file.sha256)?.is_some())
        };
        let mut report =
            MergeFile { file: file.name.clone(), status: FileStatus::Refused, unit: None, exchange: None, messages: Vec::new() };
        let mut answers = None;
        let found = match &file.content {
            Err(message) => {
                report.messages.push(message.clone());
                None
            }
            Ok(Came::Workbook(content)) => match describe(store, content, &mut report)? {
                None => None,
                Some(exchange) => {
                    let cells = Sheet::new(&mut ground, at, &file.name, &exchange)?.cells(content)?;
                    report.unit = ground.units.get(&exchange.data.unit_id).cloned();
                    answers = Some(Answers::Exchange(exchange));
                    Some(cells)
                }
            },
            Ok(Came::Package(cover, content)) => match Parcel::find(&mut ground, at, cover, content, &mut report)? {
                None => None,
                Some(mut parcel) => {
                    answers = Some(Answers::Package { made_at: cover.made_at, sent: parcel.sent });
                    Some(parcel.cells(content, &mut report)?)
                }
            },
        };
        if let Some(mut cells) = found {
            if repeated()? {
                report.status = FileStatus::Repeated;
                leave_out_rejected(&mut cells, &mut report);
            }
            comparison.cells.extend(cells);
        }
        comparison.files.push(report);
        comparison.answers.push(answers);
    }
    Ok(comparison)
}

/// Says in the report what the file is, and returns the exchange it belongs to.
fn describe(store: &Store, content: &Return, report: &mut MergeFile) -> Result<Option<Stored<Exchange>>, ApiError> {
    let exchange = content.exchange.map(|uid| store.exchange(uid)).transpose()?.flatten();
    (report.exchange, report.unit) = (content.exchange, content.unit.clone());
    report.messages.extend(content.problems.iter().map(workbook::Problem::zh));
    if !content.ignored_columns.is_empty() {
        report.messages.push(format!("没有读取的列：{}", content.ignored_columns.join("、")));
    }
    report.status = if exchange.is_some() { FileStatus::Read } else { FileStatus::Unknown };
    if exchange.is_none() {
        report.messages.push("这份表不是本台账发出的，没有采用任何内容；请核对是否选错了台账或文件".to_owned());
    }
    Ok(exchange)
}

/// What was rejected when the same bytes came before is not a change now: the same file again brings nothing new.
fn leave_out_rejected(cells: &mut Vec<Compared>, report: &mut MergeFile) {
    let before = cells.len();
    cells.retain(|cell| cell.item.outcome != Outcome::Rejected);
    let left_out = match before - cells.len() {
        0 => String::new(),
        n => format!("；上次拒收的{n}格不再列出"),
    };
    report.messages.push(format!("这份文件以前合并过，一字未改{left_out}"));
}

impl<'a> Ground<'a> {
    /// Returns the ledger as it is.
    pub(crate) fn new(store: &'a Store, decide: &'a dyn Fn(&str) -> Option<Choice>, offset: FixedOffset) -> Result<Ground<'a>, ApiError> {
        let units = store.units()?.into_iter().map(|unit| (unit.id, unit.unit.name)).collect();
        Ok(Ground { store, decide, offset, units, pending: HashMap::new(), pending_told: HashMap::new() })
    }

    /// Returns the name of a unit.
    pub(crate) fn unit(&self, id: i64) -> String {
        self.units.get(&id).cloned().unwrap_or_default()
    }

    /// Returns what the ledger has in a cell of an entry, or what a workbook before is about to write there.
    pub(crate) fn ours(&self, place: Place, entry: Option<&Entry>) -> Ours {
        match (self.pending.get(&place), entry) {
            (Some(pending), _) => pending.clone(),
            (None, None) => Ours::default(),
            (None, Some(entry)) => {
                let held = held_in(entry, place.field);
                let by = held.is_some().then(|| format!("{} {}", entry.who, moment(entry.at, self.offset)));
                Ours { held, by }
            }
        }
    }

    /// Returns what a workbook before is about to write into a passage.
    pub(crate) fn told(&self, place: &ToldPlace) -> Option<Ours> {
        self.pending_told.get(place).cloned()
    }

    /// Remembers what a workbook is about to write into a passage.
    pub(crate) fn will_be_told(&mut self, place: ToldPlace, ours: Ours) {
        self.pending_told.insert(place, ours);
    }

    /// Remembers what a workbook is about to write into a cell.
    pub(crate) fn will_be(&mut self, place: Place, ours: Ours) {
        self.pending.insert(place, ours);
    }
}

fn held_in(entry: &Entry, field: Field) -> Option<Held> {
    let number = match (field, entry.figure) {
        (Field::Note, _) => return entry.note.clone().map(Held::Text),
        (Field::Value, Some(Figure::Value(value))) => value,
        (Field::Numerator, Some(Figure::Ratio { numerator, .. })) => numerator,
        (Field::Denominator, Some(Figure::Ratio { denominator, .. })) => denominator,
        _ => return None,
    };
    Some(Held::Number(number))
}
