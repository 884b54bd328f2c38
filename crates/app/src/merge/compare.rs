//! Every returned workbook against what was sent and what the ledger has now.

use super::Merging;
use super::bearing::{Bearing, PostOffice};
use super::confirm::{self, Confirmed};
use super::doubt::Sides;
use super::parcel::Parcel;
use super::refusal::{OLDER_RETURN, TWO_RETURNS};
use super::rivals::Rivals;
use super::sheet::Sheet;
use crate::ApiError;
use crate::narrative::passage;
use crate::shown::moment;
use crate::units;
use crate::wire::{Choice, FileProposal, FileStatus, MergeCounts, MergeFile, MergeItem, MergeReport, Outcome};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Field, Passage, Period, Uid};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;
use store::{Entry, Exchange, IndicatorRow, MeasureRow, Narrative, Store, Stored};
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

/// A person's decisions on conflicts.
#[derive(Clone, Copy)]
pub(crate) struct Decisions<'a> {
    /// The decision on an item, by its key.
    pub(crate) each: &'a dyn Fn(&str) -> Option<Choice>,
    /// True if all were decided alike without looking: that says nothing of two returns and of older ones.
    pub(crate) alike: bool,
    /// How the two sides are called.
    pub(crate) sides: &'static Sides,
}

/// The whole comparison: what is shown, and what is to be written.
#[derive(Default)]
pub(crate) struct Comparison {
    pub(crate) files: Vec<MergeFile>,
    /// What each file's accepted values become the base of, where it is known.
    pub(crate) answers: Vec<Option<Answers>>,
    /// What in each file does not fit its exchange.
    pub(crate) mismatches: Vec<Option<String>>,
    pub(crate) cells: Vec<Compared>,
    pub(crate) proposals: Vec<FileProposal>,
    pub(crate) skipped: Vec<String>,
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
    pub(crate) decided: Decisions<'a>,
    pub(crate) offset: FixedOffset,
    /// Where files of one unit and period differ.
    pub(super) rivals: Rivals,
    /// The names of the files.
    pub(super) names: Vec<String>,
    units: HashMap<i64, String>,
    /// The indicators of the plans met so far.
    indicators: HashMap<i64, Rc<HashMap<Uid, IndicatorRow>>>,
    /// Their measures: with all who answer for one, it is long to read.
    measures: HashMap<i64, Rc<HashMap<Uid, MeasureRow>>>,
    pending: HashMap<Place, Ours>,
    pending_told: HashMap<ToldPlace, Ours>,
}

impl Comparison {
    /// Returns the comparison as it is shown.
    pub(crate) fn into_report(self, preview: bool) -> MergeReport {
        let report = report(self.files, self.cells, preview);
        MergeReport { proposals: self.proposals, skipped: self.skipped, ..report }
    }
}

/// Returns cells as they are shown; the counts are those of the cells.
pub(crate) fn report(files: Vec<MergeFile>, compared: Vec<Compared>, preview: bool) -> MergeReport {
    let mut cells = MergeCounts::default();
    for one in &compared {
        cells.changed += 1;
        *match one.item.outcome {
            Outcome::Applied => &mut cells.applied,
            Outcome::Equal => &mut cells.equal,
            Outcome::Conflict => &mut cells.conflicts,
            Outcome::Rejected => &mut cells.rejected,
        } += 1;
    }
    let items = compared.into_iter().map(|one| one.item).collect();
    MergeReport { files, cells, items, preview, proposals: Vec::new(), skipped: Vec::new() }
}

/// A file in hand with what a person has confirmed of it.
pub(crate) struct InHand<'a> {
    pub(crate) incoming: &'a Incoming,
    /// What a workbook says, its confirmed rows with their ids.
    pub(crate) content: Option<Cow<'a, Return>>,
    /// The exchange it answers.
    pub(crate) exchange: Option<Stored<Exchange>>,
}

/// Returns the exchange a file answers: what it says, or what a person has confirmed.
pub(crate) fn answered(
    store: &Store,
    file: usize,
    incoming: &Incoming,
    confirmed: &Confirmed,
) -> Result<Option<Stored<Exchange>>, ApiError> {
    let Ok(Came::Workbook(content)) = &incoming.content else { return Ok(None) };
    let uid = content.exchange.or_else(|| confirmed.exchanges.get(&file).copied());
    Ok(uid.map(|uid| store.exchange(uid)).transpose()?.flatten())
}

/// Returns the files in hand, in their order.
pub(crate) fn in_hand<'a>(store: &Store, files: &'a [Incoming], confirmed: &Confirmed) -> Result<Vec<InHand<'a>>, ApiError> {
    let each = |(at, incoming): (usize, &'a Incoming)| {
        let content = match &incoming.content {
            Ok(Came::Workbook(content)) => Some(confirmed.applied(at, content)),
            _ => None,
        };
        Ok(InHand { incoming, content, exchange: answered(store, at, incoming, confirmed)? })
    };
    files.iter().enumerate().map(each).collect()
}

/// Compares returned workbooks with the ledger, in their order: what an earlier one brings counts as ours for the next.
pub(crate) fn compare(store: &Store, merging: &Merging, decided: Decisions<'_>, offset: FixedOffset) -> Result<Comparison, ApiError> {
    let files = in_hand(store, &merging.files, &merging.confirmed)?;
    let mut post = PostOffice::new(store, offset);
    let mut ground = Ground {
        rivals: Rivals::find(store, &files, offset)?,
        names: files.iter().map(|file| file.incoming.name.clone()).collect(),
        ..Ground::new(store, decided, offset)?
    };
    let mut comparison = Comparison { skipped: merging.skipped.clone(), ..Comparison::default() };
    for (at, file) in files.iter().enumerate() {
        let incoming = file.incoming;
        let (mut report, is_rival) = (MergeFile::named(incoming, offset), ground.rivals.is_rival(at));
        report.newest = ground.rivals.is_newest(at);
        let proposal = confirm::proposal(&mut post, at, incoming, file.exchange.as_ref(), &merging.confirmed, offset)?;
        let mut bearing = Bearing::default();
        let mut answers = None;
        let found = match &incoming.content {
            Err(message) => {
                report.messages.push(message.clone());
                None
            }
            Ok(Came::Workbook(said)) => {
                let content = file.content.as_deref().unwrap_or(said);
                match (describe(content, file.exchange.as_ref(), proposal.as_ref(), &mut report), &file.exchange) {
                    (true, Some(exchange)) => {
                        bearing = post.bearing(incoming, content, exchange)?;
                        tell(&bearing, is_rival, &mut report);
                        report.unit = ground.units.get(&exchange.data.unit_id).cloned();
                        let cells = Sheet::new(&mut ground, at, exchange, bearing.older.as_deref(), proposal.as_ref())?.cells(content)?;
                        answers = Some(Answers::Exchange(exchange.clone()));
                        Some(cells)
                    }
                    // What it probably answers is known, but not confirmed: its rows are named, and nothing is taken.
                    _ => match proposal.as_ref().and_then(|proposal| proposal.exchange) {
                        Some(probable) => match store.exchange(probable)? {
                            Some(exchange) => {
                                report.messages.splice(0..0, ask_to_confirm(proposal.as_ref()));
                                Some(Sheet::new(&mut ground, at, &exchange, None, proposal.as_ref())?.cells(content)?)
                            }
                            None => None,
                        },
                        None => {
                            let ask = ask_to_confirm(proposal.as_ref());
                            report.messages.push(ask.unwrap_or_else(|| NOT_SENT.to_owned()));
                            None
                        }
                    },
                }
            }
            Ok(Came::Package(cover, content)) => match Parcel::find(&mut ground, at, cover, content, &mut report)? {
                None => None,
                Some(mut parcel) => {
                    if is_rival {
                        tell_rivals(&mut report);
                    }
                    answers = Some(Answers::Package { made_at: cover.made_at, sent: parcel.sent });
                    Some(parcel.cells(content, &mut report)?)
                }
            },
        };
        if let Some(mut cells) = found {
            let twice_in_hand = merging.files[..at].iter().any(|earlier| earlier.sha256 == incoming.sha256);
            if twice_in_hand {
                // Between the same bytes there is nothing to choose.
                cells.retain(|cell| cell.item.group.is_none());
            }
            let again = twice_in_hand || store.return_by_sha256(&incoming.sha256)?.is_some();
            if again && answers.is_some() {
                report.status = FileStatus::Repeated;
                leave_out_rejected(&mut cells, &mut report);
            }
            comparison.cells.extend(cells);
        }
        comparison.files.push(report);
        comparison.answers.push(answers);
        comparison.mismatches.push(bearing.mismatch);
        comparison.proposals.extend(proposal);
    }
    Ok(comparison)
}

const NOT_SENT: &str = "这份表不是本台账发出的，没有采用任何内容；请核对是否选错了台账或文件";

/// Says in the report what the file is; true if it can be compared.
fn describe(content: &Return, exchange: Option<&Stored<Exchange>>, proposal: Option<&FileProposal>, report: &mut MergeFile) -> bool {
    (report.exchange, report.unit) = (exchange.map(|exchange| exchange.data.uid).or(content.exchange), content.unit.clone());
    // Rows that wait for a person are listed with what they may be, and are here told together.
    let waiting = proposal.map_or(0, |proposal| proposal.rows.iter().filter(|row| row.confirmed.is_none()).count());
    let told = content.problems.iter().filter(|problem| proposal.is_none() || !problem.code.is_of_a_row());
    report.messages.extend(told.map(workbook::Problem::zh));
    if waiting > 0 {
        report.messages.push(format!("{waiting}行没有可用的行编号，请在“待确认的行”里核对"));
    }
    if !content.ignored_columns.is_empty() {
        report.messages.push(format!("没有读取的列：{}", content.ignored_columns.join("、")));
    }
    report.messages.extend(content.notes.zh());
    report.status = if exchange.is_some() { FileStatus::Read } else { FileStatus::Unknown };
    exchange.is_some()
}

/// Says in the report what the file is to what was sent and came before.
fn tell(bearing: &Bearing, is_rival: bool, report: &mut MergeFile) {
    let mut say = |code: &str, message: String| {
        report.codes.push(code.to_owned());
        report.messages.push(message);
    };
    if let Some(sent) = &bearing.outdated {
        say("outdated", format!("这份表答的是较早一次发出的，{sent}又发过一次，请核对单位用的是不是旧表"));
    }
    if let Some(which) = &bearing.older {
        say(OLDER_RETURN, format!("这份表比已合并的旧（{which}），与台账不同的都列为冲突，请逐格选定"));
    }
    if let Some(mismatch) = &bearing.mismatch {
        say("mismatch", format!("不符：{mismatch}，请核对后再采用"));
    }
    if bearing.is_old() {
        report.status = FileStatus::Outdated;
    }
    if is_rival {
        tell_rivals(report);
    }
}

/// Says in the report that the file is one of several.
fn tell_rivals(report: &mut MergeFile) {
    report.codes.push(TWO_RETURNS.to_owned());
    report.messages.push("同一单位同一期收到几份不同的表，不同的格并排列出，请选定以哪一份为准".to_owned());
}

/// Says that a file's rows wait for a person.
fn ask_to_confirm(proposal: Option<&FileProposal>) -> Option<String> {
    let proposal = proposal?;
    let which = match proposal.exchanges.as_slice() {
        [one] => format!("看填报单位和期次，可能是发给“{}”的{}填报表（{}发出）", one.unit, one.period, one.sent_at),
        several => format!("看填报单位，可能是{}次发出的表中的一份，请先选定是哪一次", several.len()),
    };
    Some(format!("{which}；请核对后确认，确认之前不采用任何内容"))
}

impl MergeFile {
    /// Returns the report of a file of which nothing is known yet but what it says of itself.
    fn named(file: &Incoming, offset: FixedOffset) -> MergeFile {
        MergeFile {
            file: file.name.clone(),
            status: FileStatus::Refused,
            unit: None,
            exchange: None,
            saved_by: file.saved_by(),
            saved_at: file.saved_at(offset).map(|at| moment(at, offset)),
            newest: false,
            codes: Vec::new(),
            messages: Vec::new(),
        }
    }
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
    /// Returns the ledger as it is, for decisions on single items.
    pub(crate) fn new(store: &'a Store, decided: Decisions<'a>, offset: FixedOffset) -> Result<Ground<'a>, ApiError> {
        let units = units::names(store)?;
        let (indicators, measures) = (HashMap::new(), HashMap::new());
        let (pending, pending_told) = (HashMap::new(), HashMap::new());
        let (rivals, names) = (Rivals::default(), Vec::new());
        Ok(Ground { store, decided, offset, rivals, names, units, indicators, measures, pending, pending_told })
    }

    /// Returns the indicators of a plan, which are read once for all that comes back for it.
    pub(crate) fn indicators(&mut self, plan: i64) -> Result<Rc<HashMap<Uid, IndicatorRow>>, ApiError> {
        if let Some(known) = self.indicators.get(&plan) {
            return Ok(known.clone());
        }
        let read = Rc::new(self.store.indicators(plan)?.into_iter().map(|row| (row.data.uid, row)).collect());
        self.indicators.insert(plan, Rc::clone(&read));
        Ok(read)
    }

    /// Returns the measures of a plan, likewise.
    pub(crate) fn measures(&mut self, plan: i64) -> Result<Rc<HashMap<Uid, MeasureRow>>, ApiError> {
        if let Some(known) = self.measures.get(&plan) {
            return Ok(known.clone());
        }
        let read = Rc::new(self.store.measures(plan)?.into_iter().map(|row| (row.measure.uid, row)).collect());
        self.measures.insert(plan, Rc::clone(&read));
        Ok(read)
    }

    /// Returns the name of a unit.
    pub(crate) fn unit(&self, id: i64) -> String {
        self.units.get(&id).cloned().unwrap_or_default()
    }

    /// Returns what the ledger has in a cell of an entry, or what a workbook before is about to write there. Where files of
    /// one unit differ it is the ledger's: they are shown beside each other.
    pub(crate) fn ours(&self, place: Place, entry: Option<&Entry>) -> Ours {
        let pending = self.pending.get(&place).filter(|_| !self.rivals.is_contested(place));
        match (pending, entry) {
            (Some(pending), _) => pending.clone(),
            (None, None) => Ours::default(),
            (None, Some(entry)) => {
                let held = held_in(entry, place.field);
                let by = held.is_some().then(|| format!("{} {}", entry.who, moment(entry.at, self.offset)));
                Ours { held, by }
            }
        }
    }

    /// Remembers what a workbook is about to write into a cell.
    pub(crate) fn will_be(&mut self, place: Place, ours: Ours) {
        self.pending.insert(place, ours);
    }

    /// Returns what the ledger tells in a passage, out of all its unit tells, or what a file before is about to write there.
    pub(crate) fn told(&self, place: ToldPlace, narratives: &[Narrative]) -> Ours {
        if let Some(pending) = self.pending_told.get(&place).filter(|_| !self.rivals.is_contested(place)) {
            return pending.clone();
        }
        let now = narratives.iter().find(|one| one.measure_id == place.measure && one.period == place.period);
        let Some((now, text)) = now.and_then(|now| Some((now, passage(now, place.passage)?))) else { return Ours::default() };
        let by = format!("{} {}", now.who, moment(now.at, self.offset));
        Ours { held: Some(Held::Text(text.clone())), by: Some(by) }
    }

    /// Remembers what a file is about to write into passages.
    pub(crate) fn will_tell(&mut self, file: &str, cells: &[Compared]) {
        for cell in cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied) {
            if let (Some(place), Some(theirs)) = (cell.told, &cell.theirs) {
                let by = theirs.held.is_some().then(|| format!("{file} 本批"));
                self.pending_told.insert(place, Ours { held: theirs.held.clone(), by });
            }
        }
    }
}

fn held_in(entry: &Entry, field: Field) -> Option<Held> {
    let [value, numerator, denominator] = entry.figure.map(Figure::parts).unwrap_or_default();
    let number = match field {
        Field::Note => return entry.note.clone().map(Held::Text),
        Field::Value => value,
        Field::Numerator => numerator,
        Field::Denominator => denominator,
    };
    number.map(Held::Number)
}
