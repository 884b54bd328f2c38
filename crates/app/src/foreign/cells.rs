//! The cells of the rows that are placed, against the ledger: nothing it has already is overwritten without a decision.

use super::known::{Item, Known};
use super::mapping::{Mapped, Of};
use super::place::Fits;
use super::rows::Read;
use super::view;
use crate::ApiError;
use crate::merge::compare::{Compared, Ground, Ours, Place, Theirs, ToldPlace};
use crate::merge::figure::{changes, reconcile};
use crate::merge::refusal::Refusal;
use crate::merge::sheet::{Row, merged, raw, read, rejected, text};
use crate::narrative;
use crate::shown::short;
use crate::wire::{MergeItem, Outcome};
use domain::{ColumnRole, Field, Indicator, Passage, Period, ValueKind};
use std::collections::{BTreeMap, HashMap};
use workbook::{Cell, Content, ForeignCell, Heading, Held, RejectCode, column_letter};

const ROW_TWICE: (&str, &str) = ("row_twice", "同一指标、单位和期次在表里有两个数，分不清以哪个为准，都没有采用");

/// What a cell is taken into.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Part {
    Figure(Field),
    Told(Passage),
}

/// A filled cell with where it belongs, or why it belongs nowhere.
struct Entered<'a> {
    read: &'a Read<'a>,
    cell: &'a ForeignCell,
    heading: &'a Heading,
    part: Part,
    item: Option<Item>,
    unit: Option<i64>,
    period: Period,
    place: Result<(i64, i64), Refusal>,
}

/// Files one after another against the ledger.
pub(crate) struct Cells<'k, 'g> {
    pub(crate) ground: Ground<'g>,
    pub(crate) known: &'k Known,
    locks: HashMap<Period, Option<Refusal>>,
}

/// One file's mapped sheets and rows.
pub(crate) struct Table<'a> {
    pub(crate) at: usize,
    pub(crate) name: &'a str,
    pub(crate) taken: &'a [Mapped<'a>],
    pub(crate) rows: &'a [Read<'a>],
    /// The unit of the whole file.
    pub(crate) unit: Option<i64>,
}

impl<'k, 'g> Cells<'k, 'g> {
    pub(crate) fn new(ground: Ground<'g>, known: &'k Known) -> Cells<'k, 'g> {
        Cells { ground, known, locks: HashMap::new() }
    }

    /// Returns every filled cell of the rows that are taken.
    pub(crate) fn compare(&mut self, table: &Table<'_>) -> Result<Vec<Compared>, ApiError> {
        let mut entered: Vec<Entered<'_>> = Vec::new();
        for read in table.rows.iter().filter(|read| read.is_taken()) {
            entered.extend(self.entered(table, read));
        }
        refuse_twice(&mut entered);
        let mut buckets: BTreeMap<(i64, i64, Period), Vec<usize>> = BTreeMap::new();
        let mut compared: Vec<Option<Compared>> = Vec::new();
        for (at, one) in entered.iter().enumerate() {
            compared.push(None);
            match (&one.place, one.part) {
                (Err(refusal), _) => compared[at] = Some(rejected(table.at, self.item(table, one), refusal)),
                (Ok((measure, unit)), Part::Told(passage)) => compared[at] = self.told(table, one, *measure, *unit, passage)?,
                (Ok((indicator, unit)), Part::Figure(_)) => buckets.entry((*indicator, *unit, one.period)).or_default().push(at),
            }
        }
        for ((indicator, unit, period), cells) in buckets {
            for (at, one) in self.figures(table, &entered, &cells, (indicator, unit, period))? {
                compared[at] = Some(one);
            }
        }
        Ok(compared.into_iter().flatten().collect())
    }

    /// Returns the filled cells of a row, each with where it belongs.
    fn entered<'a>(&self, table: &'a Table<'a>, read: &'a Read<'a>) -> Vec<Entered<'a>> {
        let mapped = &table.taken[read.sheet];
        let mut entered = Vec::new();
        for (column, heading) in mapped.columns.iter().zip(&mapped.headings) {
            let part = match (column.role.field(), column.role.passage()) {
                (Some(field), _) => Part::Figure(field),
                (None, Some(passage)) => Part::Told(passage),
                (None, None) => continue,
            };
            let Some(cell) = read.row.cell(column.at) else { continue };
            let figures = !matches!(part, Part::Told(_) | Part::Figure(Field::Note));
            // A text that is merged over several rows is told once, by its first row.
            if cell.content == Content::Merged && !figures {
                continue;
            }
            let item = match column.of {
                Some(Of::Indicator(at)) => Some(Item::Indicator(at)),
                _ => read.item,
            };
            let period = column.period.or(mapped.period).unwrap_or(self.known.period);
            let (unit, mut place) = match self.unit(table, read, column, heading, item) {
                Ok(unit) => (Some(unit), self.place(item, part, unit, period)),
                Err(refusal) => (None, Err(refusal)),
            };
            if let (Some(Item::Indicator(at)), ColumnRole::Value) = (item, column.role) {
                let kind = self.known.indicator(at).data.indicator.kind;
                match self.spread(mapped, read, column, heading, kind) {
                    Fits::Yes => {}
                    Fits::AnotherDoes => continue,
                    Fits::No(refusal) => place = Err(refusal.into()),
                }
            }
            if figures && (cell.spans_rows || cell.content == Content::Merged) {
                place = Err(RejectCode::MergedCell.into());
            }
            entered.push(Entered { read, cell, heading, part, item, unit, period, place });
        }
        entered
    }

    /// Compares the cells that make one entry.
    fn figures(
        &mut self,
        table: &Table<'_>,
        entered: &[Entered<'_>],
        cells: &[usize],
        (id, unit, period): (i64, i64, Period),
    ) -> Result<Vec<(usize, Compared)>, ApiError> {
        let Some(Item::Indicator(at)) = entered[cells[0]].item else { return Ok(Vec::new()) };
        let indicator = self.known.indicator(at).clone();
        let place = |field: Field| Place { indicator: id, unit, period, field };
        let now = self.ground.store.entry(id, unit, period)?;
        let ours = Field::ALL.iter().map(|field| (*field, self.ground.ours(place(*field), now.as_ref()))).collect();
        let base = Field::ALL.iter().map(|field| (*field, None)).collect();
        let row = Row { indicator: &indicator, base, ours };
        let terms = &row.indicator.data.indicator;
        let (mut whole, mut refused, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for at in cells {
            let one = &entered[*at];
            let Part::Figure(field) = one.part else { continue };
            let mut item = self.item(table, one);
            let cell = in_own_unit(&cell_of(one.cell), field, terms, &self.unit_of_measure(table, one));
            if !cell.content.is_filled() {
                continue;
            }
            let theirs = match read(&cell, field, terms) {
                Ok(theirs) => theirs,
                Err(refusal) => {
                    refused.push((*at, rejected(table.at, item, &refusal)));
                    continue;
                }
            };
            let ours = &row.ours[&field];
            (item.ours, item.ours_by) = (text(&ours.held), ours.by.clone());
            item.theirs = theirs.typed.clone().or_else(|| text(&theirs.held));
            if let Some(choice) = merged(&mut item, [&None, &ours.held, &theirs.held], self.ground.decided) {
                whole.push(Compared { file: table.at, item, place: Some(place(field)), told: None, theirs: Some(theirs), choice });
                places.push(*at);
            }
        }
        reconcile(&row, &mut whole, self.ground.decided);
        self.lock(period, &mut whole)?;
        for (field, held) in changes(&row, &whole) {
            let by = held.is_some().then(|| format!("{} 本批", table.name));
            self.ground.will_be(place(field), Ours { held, by });
        }
        Ok(places.into_iter().zip(whole).chain(refused).collect())
    }

    /// Compares a passage.
    fn told(
        &mut self,
        table: &Table<'_>,
        one: &Entered<'_>,
        measure: i64,
        unit: i64,
        passage: Passage,
    ) -> Result<Option<Compared>, ApiError> {
        let mut item = self.item(table, one);
        let place = ToldPlace { measure, unit, period: one.period, passage };
        let theirs = match read_words(&cell_of(one.cell), passage) {
            Ok(None) => return Ok(None),
            Ok(Some(words)) => Theirs { held: Some(Held::Text(words)), typed: None, replaces_ratio: false },
            Err(refusal) => return Ok(Some(rejected(table.at, item, &refusal))),
        };
        let mut narratives = self.ground.store.narratives_of_measure(measure)?;
        narratives.retain(|told| told.unit_id == unit);
        let ours = self.ground.told(place, &narratives);
        (item.ours, item.ours_by) = (text(&ours.held), ours.by.clone());
        item.theirs = text(&theirs.held);
        let Some(choice) = merged(&mut item, [&None, &ours.held, &theirs.held], self.ground.decided) else { return Ok(None) };
        let mut whole = [Compared { file: table.at, item, place: None, told: Some(place), theirs: Some(theirs), choice }];
        self.lock(one.period, &mut whole)?;
        self.ground.will_tell(table.name, &whole);
        let [compared] = whole;
        Ok(Some(compared))
    }

    /// Refuses what would change a frozen period.
    fn lock(&mut self, period: Period, cells: &mut [Compared]) -> Result<(), ApiError> {
        if !self.locks.contains_key(&period) {
            self.locks.insert(period, Refusal::of_frozen(self.ground.store, self.known.book.plan.id, period, self.ground.offset)?);
        }
        if let Some(Some(locked)) = self.locks.get(&period) {
            locked.lock(cells);
        }
        Ok(())
    }

    fn unit_of_measure(&self, table: &Table<'_>, one: &Entered<'_>) -> String {
        let mapped = &table.taken[one.read.sheet];
        let column = mapped.columns.iter().find(|column| column.role == ColumnRole::UnitOfMeasure);
        one.heading.unit.clone().unwrap_or_else(|| column.map_or("", |column| one.read.row.words(column.at)).to_owned())
    }

    fn item(&self, table: &Table<'_>, one: &Entered<'_>) -> MergeItem {
        let (sheet, letter) = (&table.taken[one.read.sheet].sheet.name, column_letter(one.cell.column));
        let name = one.item.map_or_else(|| one.read.text.clone(), |item| view::name(self.known, item));
        let when = if one.period == self.known.period { String::new() } else { format!("（{}）", short(one.period)) };
        let field = match one.part {
            Part::Figure(field) => field.code(),
            Part::Told(passage) => passage.code(),
        };
        let key = match &one.place {
            Ok((thing, unit)) => format!("{}:{thing}:{unit}:{}:{field}", table.at, one.period),
            Err(_) => format!("{}:{sheet}!{letter}{}", table.at, one.read.row.number),
        };
        MergeItem {
            key,
            file: table.name.to_owned(),
            file_at: table.at as u32,
            sheet: sheet.clone(),
            row: one.read.row.number,
            column: letter,
            unit: one.unit.map(|unit| self.ground.unit(unit)),
            indicator: Some(format!("{name}{when}")),
            field: field.to_owned(),
            base: None,
            ours: None,
            ours_by: None,
            theirs: Some(if one.cell.content == Content::Merged { one.cell.words.clone() } else { raw(&cell_of(one.cell)) }),
            outcome: Outcome::Rejected,
            code: None,
            message: None,
            rivals: Vec::new(),
            group: None,
        }
    }
}

/// Of two cells for one place nobody can tell which is meant: neither is taken.
fn refuse_twice(entered: &mut [Entered<'_>]) {
    let mut seen: HashMap<(i64, i64, Period, Part), usize> = HashMap::new();
    let key = |one: &Entered<'_>| one.place.as_ref().ok().map(|(thing, unit)| (*thing, *unit, one.period, one.part));
    for key in entered.iter().filter_map(key) {
        *seen.entry(key).or_default() += 1;
    }
    for one in entered {
        if key(one).is_some_and(|key| seen[&key] > 1) {
            one.place = Err(ROW_TWICE.into());
        }
    }
}

/// Returns a cell whose plain number is in the table's unit of measure with that unit, so that it is converted or refused.
fn in_own_unit(cell: &Cell, field: Field, terms: &Indicator, unit: &str) -> Cell {
    let unit = unit.trim().replace('％', "%");
    let says_something = unit.chars().any(|c| c.is_alphanumeric() || matches!(c, '%' | '‰'));
    if field != Field::Value || !says_something || unit == terms.unit || cell.percent_format || terms.kind == ValueKind::Qualitative {
        return cell.clone();
    }
    let content = match &cell.content {
        Content::Number(number) => Content::Text(format!("{number}{unit}")),
        Content::Text(text) if domain::Quantity::parse(text).is_ok_and(|quantity| quantity.unit.is_empty()) => {
            Content::Text(format!("{text}{unit}"))
        }
        other => other.clone(),
    };
    Cell { content, ..cell.clone() }
}

fn cell_of(cell: &ForeignCell) -> Cell {
    Cell { column: cell.column, content: cell.content.clone(), percent_format: cell.percent_format }
}

/// Returns the words of a passage; none where the cell is empty.
fn read_words(cell: &Cell, passage: Passage) -> Result<Option<String>, Refusal> {
    match workbook::interpret_note(cell).held() {
        Ok(Some(Held::Text(words))) => {
            let words =
                narrative::clean(passage.zh(), &words).map_err(|error| Refusal { code: "text_too_long", message: error.message })?;
            Ok(Some(words).filter(|words| !words.is_empty()))
        }
        Ok(_) => Ok(None),
        Err(code) => Err(Refusal { code: code.code(), message: code.zh().to_owned() }),
    }
}
