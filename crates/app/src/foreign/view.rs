//! A file with its tables, as it is shown.

use super::File;
use super::known::{Item, Known};
use super::mapping::{Mapping, Of};
use super::rows::Read;
use crate::pinyin;
use crate::refs::unit_ref;
use crate::shown::with_unit;
use crate::wire::{ForeignChoice, ForeignColumn, ForeignFile, ForeignItem, ForeignLine, ForeignRow, ForeignSheet, RowOutcome};
use domain::{ColumnRole, Period};
use workbook::HeaderPlace;

/// How many rows below the header are shown with the columns.
const SHOWN: usize = 6;
/// How many rows are shown where no header was found.
const SHOWN_WITHOUT: usize = 20;

/// Returns a file that cannot be read.
pub(crate) fn refused(name: &str, problem: &str) -> ForeignFile {
    ForeignFile {
        file: name.to_owned(),
        problem: Some(problem.to_owned()),
        messages: Vec::new(),
        sheets: Vec::new(),
        sheet: String::new(),
        all: true,
        header: None,
        columns: Vec::new(),
        remembered: false,
        lines: Vec::new(),
        unit: None,
        unit_from: String::new(),
        period: None,
        rows: Vec::new(),
    }
}

/// Returns a file as it is mapped.
pub(crate) fn file(
    file: &File,
    mapping: &Mapping<'_>,
    rows: &[Read<'_>],
    known: Option<&Known>,
    unit: Option<(i64, String)>,
    period: Option<Period>,
) -> ForeignFile {
    let sheets = file.sheets.as_deref().unwrap_or_default();
    let first = mapping.taken.first();
    let place = first.map(|mapped| mapped.place);
    let is_taken = |name: &str| mapping.taken.iter().any(|mapped| mapped.sheet.name == name);
    let hidden: Vec<&str> =
        sheets.iter().filter(|sheet| !sheet.visible && !is_taken(&sheet.name)).map(|sheet| sheet.name.as_str()).collect();
    let mut messages = Vec::new();
    if !hidden.is_empty() {
        messages.push(format!("隐藏的工作表没有采用：{}", hidden.join("、")));
    }
    let others: Vec<&str> =
        sheets.iter().filter(|sheet| sheet.visible && !is_taken(&sheet.name)).map(|sheet| sheet.name.as_str()).collect();
    if first.is_some() && !others.is_empty() && !file.choices.only_shown {
        messages.push(format!("表头不同的工作表没有采用：{}", others.join("、")));
    }
    let mut notes = workbook::CellNotes::default();
    for sheet in sheets.iter().filter(|sheet| is_taken(&sheet.name) || sheet.name == mapping.shown.name) {
        notes.extend(&sheet.notes);
        messages.extend(sheet.hidden.zh(&sheet.name));
    }
    messages.extend(notes.zh());
    ForeignFile {
        problem: problem(mapping, rows),
        messages,
        sheets: sheets
            .iter()
            .map(|sheet| ForeignSheet {
                name: sheet.name.clone(),
                rows: sheet.rows.len() as u32,
                visible: sheet.visible,
                taken: is_taken(&sheet.name),
            })
            .collect(),
        sheet: mapping.shown.name.clone(),
        all: !file.choices.only_shown,
        header: place.map(|place| place.row),
        columns: columns(mapping, known),
        remembered: mapping.remembered,
        lines: lines(mapping, place),
        unit: known.and_then(|known| unit.as_ref().map(|(id, _)| unit_ref(known.book.unit(*id)))),
        unit_from: unit.map(|(_, from)| from).unwrap_or_default(),
        period: first.and_then(|mapped| mapped.period).or(period),
        rows: rows.iter().map(|read| row(mapping, read, known)).collect(),
        ..refused(&file.name, "")
    }
}

/// Returns why nothing would be taken.
pub(crate) fn problem(mapping: &Mapping<'_>, rows: &[Read<'_>]) -> Option<String> {
    let Some(first) = mapping.taken.first() else {
        return Some(format!(
            "工作表“{}”里没有找到表头：前40行没有哪一行既写着重点任务、指标或责任单位，又写着另一列认得的名称；请指明表头是第几行，再逐列选定含义",
            mapping.shown.name
        ));
    };
    let has = |roles: &[ColumnRole]| first.columns.iter().any(|column| roles.contains(&column.role));
    let named = has(&[ColumnRole::Measure, ColumnRole::Indicator, ColumnRole::OfIndicator]);
    let takes = first.columns.iter().any(|column| column.role.field().is_some() || column.role.passage().is_some());
    match () {
        () if !named => Some("没有哪一列是指标或重点任务，不知道每行说的是什么；请为名称所在的列选定含义".to_owned()),
        () if !takes => Some(
            "没有哪一列是完成值、进展情况、存在问题、下步措施或备注，没有可写入的内容；请为数所在的列选定含义，或作为新计划导入".to_owned(),
        ),
        () if rows.is_empty() => Some("表头下面没有内容；请核对表头的行号".to_owned()),
        () => None,
    }
}

fn columns(mapping: &Mapping<'_>, known: Option<&Known>) -> Vec<ForeignColumn> {
    let Some(first) = mapping.taken.first() else { return Vec::new() };
    let of = |of: Option<Of>| match (of?, known?) {
        (Of::Unit(id), known) => Some(known.book.unit(id).unit.name.clone()),
        (Of::Indicator(at), known) => Some(name(known, Item::Indicator(at))),
    };
    let pairs = first.columns.iter().zip(&first.headings);
    pairs
        .map(|(column, heading)| ForeignColumn {
            letter: heading.letter.clone(),
            heading: heading.text.clone(),
            role: column.role,
            source: column.source,
            period: column.period.or(first.period).or(known.map(|known| known.period)).filter(|_| has_period(column.role)),
            of: of(column.of),
        })
        .collect()
}

fn has_period(role: ColumnRole) -> bool {
    role.field().is_some() || role.passage().is_some()
}

fn lines(mapping: &Mapping<'_>, place: Option<HeaderPlace>) -> Vec<ForeignLine> {
    let sheet = mapping.shown;
    let columns: Vec<u32> = match mapping.taken.first() {
        Some(first) => first.columns.iter().map(|column| column.at).collect(),
        None => (0..sheet.rows.iter().take(SHOWN_WITHOUT).flat_map(|row| row.cells.last()).map(|cell| cell.column + 1).max().unwrap_or(0))
            .collect(),
    };
    let is_header = |row: u32| place.is_some_and(|place| row >= place.row && !sheet.body(place).any(|below| below.number == row));
    let shown: Vec<&workbook::ForeignRow> = match place {
        Some(place) => sheet
            .rows
            .iter()
            .filter(|row| row.number < place.row)
            .rev()
            .take(8)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .chain(sheet.rows.iter().filter(|row| row.number >= place.row).take(SHOWN + place.lines as usize))
            .collect(),
        None => sheet.rows.iter().take(SHOWN_WITHOUT).collect(),
    };
    let line = |row: &workbook::ForeignRow| ForeignLine {
        row: row.number,
        cells: columns.iter().map(|column| row.words(*column).to_owned()).collect(),
        header: is_header(row.number),
    };
    shown.into_iter().map(line).collect()
}

fn row(mapping: &Mapping<'_>, read: &Read<'_>, known: Option<&Known>) -> ForeignRow {
    let item = |one: &Item| known.map(|known| item(known, *one));
    let asks = matches!(read.outcome, RowOutcome::Likely | RowOutcome::Unclear | RowOutcome::Given);
    ForeignRow {
        sheet: mapping.taken[read.sheet].sheet.name.clone(),
        row: read.row.number,
        text: read.text.clone(),
        outcome: read.outcome,
        item: read.item.as_ref().and_then(item),
        candidates: read.candidates.iter().filter(|_| asks).filter_map(item).collect(),
    }
}

fn item(known: &Known, item: Item) -> ForeignItem {
    let id = match item {
        Item::Indicator(at) => known.indicator(at).data.uid,
        Item::Measure(at) => known.measure(at).measure.uid,
    };
    ForeignItem { id, name: name(known, item), measure: matches!(item, Item::Measure(_)) }
}

/// Returns every indicator and measure of the plan, to choose from.
pub(crate) fn choices(known: &Known) -> Vec<ForeignChoice> {
    let indicators = (0..known.book.indicators.len()).map(Item::Indicator);
    let all = indicators.chain((0..known.book.measures.len()).map(Item::Measure));
    let choice = |one: Item| {
        let ForeignItem { id, name, measure } = item(known, one);
        let number = known.measure_of(one).and_then(|measure| measure.measure.number.clone()).unwrap_or_default();
        ForeignChoice { keys: pinyin::keys(&[&number, &name]), id, name, number, measure }
    };
    all.map(choice).collect()
}

/// Returns an indicator's name with its unit of measure, or a measure's title.
pub(crate) fn name(known: &Known, item: Item) -> String {
    match item {
        Item::Indicator(at) => with_unit(&known.indicator(at).data.indicator),
        Item::Measure(at) => known.measure(at).measure.title.clone(),
    }
}
