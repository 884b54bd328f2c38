//! What the columns of a file's sheets hold: as their headings say, as it was kept, as a person says.

use super::known::Known;
use crate::ApiError;
use crate::wire::{ForeignEdit, RoleSource};
use domain::align::{Found, Named};
use domain::{ColumnRole, Period, Uid};
use std::collections::{BTreeMap, HashMap};
use store::Store;
use workbook::{ForeignSheet, HeaderPlace, Heading};

/// What a person said of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    pub(crate) sheet: Option<String>,
    pub(crate) only_shown: bool,
    pub(crate) header: Option<u32>,
    pub(crate) roles: BTreeMap<String, ColumnRole>,
    pub(crate) periods: BTreeMap<String, Period>,
    pub(crate) unit: Option<Option<Uid>>,
    /// Which item a row of a sheet means; none leaves it out.
    pub(crate) rows: HashMap<(String, u32), Option<Uid>>,
    pub(crate) accepted: bool,
    pub(crate) forgotten: bool,
}

impl Choices {
    /// Takes what a person said.
    pub(crate) fn take(&mut self, edit: ForeignEdit) {
        match edit {
            ForeignEdit::Sheet { name } => *self = Choices { sheet: Some(name), unit: self.unit, ..Choices::default() },
            ForeignEdit::All { all } => self.only_shown = !all,
            // Columns keep their letters and rows their numbers: what was said of them holds.
            ForeignEdit::Header { row } => self.header = Some(row),
            ForeignEdit::Column { letter, role } => {
                // What a table has once moves to the column a person names.
                if role.is_single() {
                    self.roles.retain(|_, given| *given != role);
                }
                self.roles.insert(letter, role);
            }
            ForeignEdit::ColumnPeriod { letter, period } => drop(self.periods.insert(letter, period)),
            ForeignEdit::Unit { unit } => self.unit = Some(unit),
            ForeignEdit::Row { sheet, row, item } => drop(self.rows.insert((sheet, row), item)),
            ForeignEdit::Accept => self.accepted = true,
            ForeignEdit::Forget => self.forgotten = true,
        }
    }
}

/// A sheet whose rows are taken, with its columns.
pub(crate) struct Mapped<'a> {
    pub(crate) sheet: &'a ForeignSheet,
    pub(crate) place: HeaderPlace,
    pub(crate) headings: Vec<Heading>,
    pub(crate) columns: Vec<Column>,
    /// The period of values whose column names none.
    pub(crate) period: Option<Period>,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) at: u32,
    pub(crate) role: ColumnRole,
    pub(crate) source: RoleSource,
    pub(crate) period: Option<Period>,
    pub(crate) of: Option<Of>,
}

/// Whose or which figures a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// A unit's, by its number in the ledger.
    Unit(i64),
    /// An indicator's, by its place in the book.
    Indicator(usize),
}

/// A file's sheets: the one shown, and those that are taken.
pub(crate) struct Mapping<'a> {
    pub(crate) shown: &'a ForeignSheet,
    /// The sheet shown comes first; none without a header.
    pub(crate) taken: Vec<Mapped<'a>>,
    /// The roles come from what was kept.
    pub(crate) remembered: bool,
}

/// What is kept of a table's columns: the key of its headings, and their roles.
pub(crate) type Layout = (String, String);

impl Mapping<'_> {
    /// Returns what is to be kept of the columns; none without a header.
    pub(crate) fn layout(&self) -> Option<Layout> {
        self.taken.first().map(|first| (layout_key(&first.headings), layout_roles(&first.columns)))
    }

    /// Returns the letters and headings of the columns; none without a header.
    pub(crate) fn letters(&self) -> Vec<(String, String)> {
        let first = self.taken.iter().take(1);
        first.flat_map(|first| first.headings.iter().map(|heading| (heading.letter.clone(), heading.text.clone()))).collect()
    }
}

/// Maps a file's sheets.
///
/// # Errors
/// What the ledger's file has to say.
pub(crate) fn map<'a>(
    store: Option<&Store>,
    sheets: &'a [ForeignSheet],
    choices: &Choices,
    known: Option<&Known>,
    year: i32,
) -> Result<Mapping<'a>, ApiError> {
    let named = choices.sheet.as_ref().and_then(|name| sheets.iter().find(|sheet| sheet.name == *name));
    let headed = || sheets.iter().find(|sheet| sheet.visible && header(sheet, known).is_some());
    let shown = named.or_else(headed).or_else(|| sheets.iter().find(|sheet| sheet.visible)).unwrap_or(&sheets[0]);
    let place = choices.header.and_then(|row| shown.header_at(row)).or_else(|| header(shown, known));
    let Some(place) = place else { return Ok(Mapping { shown, taken: Vec::new(), remembered: false }) };
    let headings = shown.headings(place, year);
    let kept = match store {
        Some(store) if !choices.forgotten => kept_roles(store, &headings)?,
        _ => None,
    };
    let columns = columns(&headings, choices, kept.as_deref(), known);
    let fingerprint = ForeignSheet::fingerprint(&headings);
    let first = Mapped { sheet: shown, place, period: period_said(shown, place, year, &columns), headings, columns };
    let mut taken = vec![first];
    for sheet in sheets.iter().filter(|sheet| !choices.only_shown && sheet.visible && sheet.name != shown.name) {
        let Some(place) = header(sheet, known) else { continue };
        let headings = sheet.headings(place, year);
        if ForeignSheet::fingerprint(&headings) == fingerprint {
            let columns = as_first(&taken[0], &headings);
            taken.push(Mapped { sheet, place, period: period_said(sheet, place, year, &columns), headings, columns });
        }
    }
    Ok(Mapping { shown, taken, remembered: kept.is_some() })
}

/// Returns the key a layout is kept under.
fn layout_key(headings: &[Heading]) -> String {
    serde_json::to_string(&ForeignSheet::fingerprint(headings)).expect("words are JSON")
}

/// Returns what is kept of the columns' roles.
fn layout_roles(columns: &[Column]) -> String {
    let roles: Vec<ColumnRole> = columns.iter().map(|column| column.role).collect();
    serde_json::to_string(&roles).expect("roles are words")
}

fn kept_roles(store: &Store, headings: &[Heading]) -> Result<Option<Vec<ColumnRole>>, ApiError> {
    let kept = store.layout(&layout_key(headings))?;
    // What a later version wrote and this one cannot read is as good as not kept.
    let roles: Option<Vec<ColumnRole>> = kept.and_then(|roles| serde_json::from_str(&roles).ok());
    Ok(roles.filter(|roles| roles.len() == headings.len()))
}

/// Finds the header by its words, else by the names of units or indicators that stand side by side.
fn header(sheet: &ForeignSheet, known: Option<&Known>) -> Option<HeaderPlace> {
    sheet.header().or_else(|| {
        let known = known?;
        let names = |row: &&workbook::ForeignRow| {
            let asked: Vec<Named<'_>> = row.cells.iter().map(|cell| Named { title: &cell.words, ..Named::default() }).collect();
            let indicators = known.place_indicators(&asked).iter().filter(|found| matches!(found, Found::Sure(_))).count();
            let units = row.cells.iter().filter(|cell| known.unit(&cell.words).is_some()).count();
            indicators.max(units) >= 2
        };
        let row = sheet.rows.iter().take(40).find(names)?;
        sheet.header_at(row.number)
    })
}

fn columns(headings: &[Heading], choices: &Choices, kept: Option<&[ColumnRole]>, known: Option<&Known>) -> Vec<Column> {
    let mut columns: Vec<Column> = headings.iter().enumerate().map(|(at, heading)| column(at, heading, choices, kept)).collect();
    let given: Vec<ColumnRole> = choices.roles.values().copied().filter(|role| role.is_single()).collect();
    for column in columns.iter_mut().filter(|column| column.source != RoleSource::Given && given.contains(&column.role)) {
        column.role = ColumnRole::Ignored;
    }
    if let Some(known) = known {
        name_matrix(headings, &mut columns, known);
    }
    for (heading, column) in headings.iter().zip(&mut columns) {
        column.period = choices.periods.get(&heading.letter).copied().or(heading.period);
    }
    columns
}

fn column(at: usize, heading: &Heading, choices: &Choices, kept: Option<&[ColumnRole]>) -> Column {
    let (role, source) = match (choices.roles.get(&heading.letter), kept, heading.role) {
        (Some(given), ..) => (*given, RoleSource::Given),
        (None, Some(kept), _) => (kept[at], RoleSource::Remembered),
        (None, None, Some(role)) => (role, RoleSource::Heading),
        (None, None, None) => (ColumnRole::Ignored, RoleSource::Unknown),
    };
    Column { at: heading.column, role, source, period: None, of: None }
}

/// Finds the columns that hold the figures of a unit, or of an indicator where each row is a unit's.
fn name_matrix(headings: &[Heading], columns: &mut [Column], known: &Known) {
    let has = |columns: &[Column], role: ColumnRole| columns.iter().any(|column| column.role == role);
    let by_indicator = !has(columns, ColumnRole::Indicator) && !has(columns, ColumnRole::Measure) && has(columns, ColumnRole::Unit);
    let asked: Vec<Named<'_>> = headings.iter().map(|heading| Named { title: &heading.text, ..Named::default() }).collect();
    let placed = known.place_indicators(&asked);
    for ((heading, column), found) in headings.iter().zip(columns.iter_mut()).zip(placed) {
        let unit = known.unit(last_word(&heading.text)).map(Of::Unit);
        let indicator = if let Found::Sure(at) = found { Some(Of::Indicator(at)) } else { None };
        if column.source == RoleSource::Unknown {
            if unit.is_some() {
                (column.role, column.source) = (ColumnRole::OfUnit, RoleSource::Heading);
            } else if by_indicator && indicator.is_some() {
                (column.role, column.source) = (ColumnRole::OfIndicator, RoleSource::Heading);
            }
        }
        column.of = match column.role {
            ColumnRole::OfUnit => unit,
            ColumnRole::OfIndicator => indicator,
            _ => None,
        };
    }
}

/// Returns the lowest of headings that stand one above the other: 各区完成情况 东湖区.
fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

/// Returns the columns of a further sheet, as those of the first: the same headings in the same order.
fn as_first(first: &Mapped<'_>, headings: &[Heading]) -> Vec<Column> {
    let pairs = headings.iter().zip(first.columns.iter().zip(&first.headings));
    pairs
        .map(|(heading, (column, own))| {
            // A period a person gave holds for all sheets; one of the heading is each sheet's own.
            let given = column.period.filter(|_| column.period != own.period);
            Column { at: heading.column, period: given.or(heading.period), ..column.clone() }
        })
        .collect()
}

/// Returns the period in a sheet's name, else in the lines above its header (云州市2026年6月进度表, but no day of filling in), else the
/// only one that columns of figures name: what is told beside them is told of the same.
fn period_said(sheet: &ForeignSheet, place: HeaderPlace, year: i32, columns: &[Column]) -> Option<Period> {
    let above = sheet.rows.iter().take_while(|row| row.number < place.row).flat_map(|row| &row.cells).map(|cell| cell.words.as_str());
    let dated = |words: &&str| !words.contains('日') && !words.contains("时间");
    let by_words = || above.filter(dated).find_map(|words| workbook::period_in(words, year));
    let mut named: Vec<Period> = columns.iter().filter(|column| column.role.field().is_some()).filter_map(|column| column.period).collect();
    named.sort_unstable();
    named.dedup();
    let only = if let [only] = named.as_slice() { Some(*only) } else { None };
    workbook::period_in(&sheet.name, year).or_else(by_words).or(only)
}
