//! The sheets of the entry grid: a unit's indicators × periods, an indicator's units × periods, a period for all.

use crate::book::{Book, Standing};
use crate::refs::{measure_ref, unit_ref};
use crate::reporting::{asked, is_filled, progress};
use crate::shown::expected_shown;
use crate::wire::{Grid, GridCell, GridIndicator, GridLast, GridOf, GridPeriod, GridRow, GridUnit, SheetBy};
use crate::{ApiError, App, locks, pinyin, shown};
use chrono::FixedOffset;
use domain::judge::{Figure, Light, shown_fraction, target_label};
use domain::{Pace, Period, Role, RollUp, ValueKind};
use std::collections::{HashMap, HashSet};
use store::{Entry, Freeze, IndicatorRow, MeasureRow};

/// How many periods are shown at most: two years of months.
const COLUMNS: usize = 24;

/// Returns a sheet: of a unit, of an indicator (the first one where none is named), or of a period.
pub fn grid(app: &mut App, of: GridOf) -> Result<Grid, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let freezes = store.freezes(book.plan.id)?;
    let told = store.narratives(book.plan.id, of.period)?.iter().map(|one| (one.measure_id, one.unit_id)).collect();
    let columns = columns(&book, of.period, if of.by == SheetBy::Period { 2 } else { COLUMNS }, &freezes, offset);
    let (units, indicators) = choices(&book, of.period);
    let unit = of.unit.and_then(|uid| units.iter().find(|id| book.unit(**id).unit.uid == uid)).or(units.first()).copied();
    let named = book.indicators.iter().find(|row| Some(row.data.uid) == of.indicator && !book.reporters(row).is_empty());
    let indicator = named.or_else(|| book.indicators.iter().find(|row| !book.reporters(row).is_empty()));
    let reported = match (of.by, unit, indicator) {
        (SheetBy::Unit, Some(unit), _) => store.entries_of_unit(unit)?,
        (SheetBy::Indicator, _, Some(row)) => store.entries_of_indicator(row.id)?,
        (SheetBy::Period, ..) => store.entries_between(book.plan.id, columns[0].period, of.period)?,
        _ => Vec::new(),
    };
    let mut entries: HashMap<(i64, i64), Vec<Entry>> = HashMap::new();
    for entry in reported {
        entries.entry((entry.indicator_id, entry.unit_id)).or_default().push(entry);
    }
    let sheet = Sheet { book: &book, period: of.period, columns: &columns, told, entries, offset };
    let rows = match of.by {
        SheetBy::Unit => unit.map(|unit| sheet.of_unit(unit)).unwrap_or_default(),
        SheetBy::Indicator => indicator.map(|row| sheet.of_indicator(row)).unwrap_or_default(),
        SheetBy::Period => {
            book.indicators.iter().filter(|row| row.data.indicator.is_asked(of.period)).flat_map(|row| sheet.of_indicator(row)).collect()
        }
    };
    Ok(Grid {
        by: of.by,
        unit: unit.filter(|_| of.by == SheetBy::Unit).map(|unit| unit_ref(book.unit(unit))),
        indicator: indicator.filter(|_| of.by == SheetBy::Indicator).map(|row| row.data.uid),
        units: units_shown(&book, &units, of.period),
        indicators,
        rows,
        periods: columns,
    })
}

/// Returns the units to choose from, also those that only tell of measures, and the indicators somebody reports.
fn choices(book: &Book, period: Period) -> (Vec<i64>, Vec<GridIndicator>) {
    let units = asked(book, period);
    let reported = book.indicators.iter().filter(|row| !book.reporters(row).is_empty());
    (units, reported.map(|row| indicator_shown(book, row, period)).collect())
}

fn indicator_shown(book: &Book, row: &IndicatorRow, period: Period) -> GridIndicator {
    let terms = &row.data.indicator;
    let number = book.measure_of(row).and_then(|measure| measure.measure.number.clone());
    let reporters = if terms.is_asked(period) { book.reporters(row) } else { &[] };
    GridIndicator {
        id: row.data.uid,
        keys: pinyin::keys(&[number.as_deref().unwrap_or_default(), &terms.name]),
        number,
        name: terms.name.clone(),
        unit: terms.unit.clone(),
        target_label: target_label(terms),
        filled: reporters.iter().filter(|unit| is_filled(book, row, **unit, period)).count() as u32,
        total: reporters.len() as u32,
    }
}

fn units_shown(book: &Book, units: &[i64], period: Period) -> Vec<GridUnit> {
    let counts = progress(book, period);
    let shown = |id: &i64| {
        let (unit, (filled, total)) = (unit_ref(book.unit(*id)), counts.get(id).copied().unwrap_or_default());
        GridUnit { keys: pinyin::keys(&[&unit.name]), unit, filled, total }
    };
    units.iter().map(shown).collect()
}

fn columns(book: &Book, period: Period, most: usize, freezes: &[Freeze], offset: FixedOffset) -> Vec<GridPeriod> {
    let back = std::iter::successors(Some(period), |period| Some(period.previous())).take(most);
    let inside = back.take_while(|p| *p == period || p.end() >= book.plan.data.start);
    let locked = |period: Period| {
        let over =
            freezes.iter().find(|freeze| freeze.period == period).or(freezes.iter().find(|freeze| freeze.period.end() >= period.end()));
        over.map(|over| locks::lock(over, period, offset))
    };
    let mut columns: Vec<_> = inside.map(|period| GridPeriod { period, label: shown::short(period), locked: locked(period) }).collect();
    // Over several years a month is told by its year too.
    if columns.iter().any(|column| column.period.year() != period.year()) {
        for column in columns.iter_mut().filter(|column| column.period.year() != period.year()) {
            column.label = format!("{:02}年{}", column.period.year() % 100, column.label);
        }
    }
    columns.reverse();
    columns
}

/// A sheet whose rows are being made.
struct Sheet<'a> {
    book: &'a Book,
    period: Period,
    columns: &'a [GridPeriod],
    /// Of which measures which units have told in the period.
    told: HashSet<(i64, i64)>,
    /// What was reported, by indicator and unit, with its words.
    entries: HashMap<(i64, i64), Vec<Entry>>,
    offset: FixedOffset,
}

impl Sheet<'_> {
    /// Returns a unit's indicators, and its measures without any, in the order of the document.
    fn of_unit(&self, unit: i64) -> Vec<GridRow> {
        let mut rows = Vec::new();
        for measure in &self.book.measures {
            let before = rows.len();
            let own = self.book.indicators_of(measure.id).filter(|row| self.book.reporters(row).contains(&unit));
            rows.extend(own.map(|row| self.row(row, unit)));
            if rows.len() == before && self.book.responsible(measure).contains(&unit) {
                rows.push(self.without_figures(measure, unit));
            }
        }
        let loose = self.book.indicators.iter().filter(|row| self.book.measure_of(row).is_none());
        rows.extend(loose.filter(|row| self.book.reporters(row).contains(&unit)).map(|row| self.row(row, unit)));
        rows
    }

    /// Returns the units that report an indicator.
    fn of_indicator(&self, row: &IndicatorRow) -> Vec<GridRow> {
        self.book.reporters(row).iter().map(|unit| self.row(row, *unit)).collect()
    }

    fn row(&self, row: &IndicatorRow, unit: i64) -> GridRow {
        let (book, period) = (self.book, self.period);
        let whole = &row.data.indicator;
        let own = book.unit_terms(row, unit);
        let target = own.as_ref().map_or_else(|| format!("合计{}", target_label(whole)), target_label);
        let Standing { judgement: judged, .. } = book.unit_standing(row, unit, period);
        let measure = book.measure_of(row);
        let role = measure.and_then(|measure| book.role(measure, unit));
        let reports = whole.is_asked(period) && (whole.roll_up != RollUp::Owner || role == Some(Role::Lead));
        GridRow {
            unit: unit_ref(book.unit(unit)),
            measure: measure.map(|measure| measure_ref(&measure.measure)),
            role,
            indicator: Some(row.data.uid),
            name: whole.name.clone(),
            measured_in: whole.unit.clone(),
            kind: whole.kind,
            pace: whole.pace,
            whole_label: Some(target_label(whole)).filter(|label| own.is_some() && *label != target),
            target_label: target,
            expected: judged.expected.map(expected_shown),
            completion: judged.completion.map(shown_fraction),
            light: judged.light,
            reason: judged.reason,
            owed: reports && judged.word != Some("未到期"),
            word: judged.word.map(str::to_owned),
            last: self.last(row, unit),
            told: measure.is_some_and(|measure| self.told.contains(&(measure.id, unit))),
            cells: self.columns.iter().map(|column| self.cell(row, unit, column.period)).collect(),
        }
    }

    fn without_figures(&self, measure: &MeasureRow, unit: i64) -> GridRow {
        GridRow {
            unit: unit_ref(self.book.unit(unit)),
            measure: Some(measure_ref(&measure.measure)),
            role: self.book.role(measure, unit),
            indicator: None,
            name: measure.measure.title.clone(),
            measured_in: String::new(),
            kind: ValueKind::Qualitative,
            pace: Pace::ByDue,
            target_label: String::new(),
            whole_label: None,
            expected: None,
            completion: None,
            light: Light::Grey,
            reason: "没有要这个单位填报的指标，只写进展情况".to_owned(),
            word: None,
            last: None,
            owed: false,
            told: self.told.contains(&(measure.id, unit)),
            cells: vec![None; self.columns.len()],
        }
    }

    fn last(&self, row: &IndicatorRow, unit: i64) -> Option<GridLast> {
        let earlier = self.book.entries(row.id, unit).iter().filter(|one| !self.period.ends_by(one.period));
        let (period, figure) = earlier.filter_map(|entry| Some((entry.period, entry.figure?))).max_by_key(|(period, _)| *period)?;
        Some(GridLast { label: shown::short(period), text: shown::figure(figure, &row.data.indicator.unit) })
    }

    /// Returns what stands for a column: the report of the period itself, else one for a longer or shorter period that ends
    /// with it, for that is what is judged then. Of increments each period has its own.
    fn entry(&self, row: &IndicatorRow, unit: i64, period: Period) -> Option<&Entry> {
        let own = self.entries.get(&(row.id, unit))?;
        let exact = own.iter().find(|entry| entry.period == period);
        let same_end = own.iter().filter(|entry| row.data.indicator.kind != ValueKind::Increment && entry.period.ends_with(period));
        exact.or_else(|| same_end.max_by_key(|entry| entry.period))
    }

    fn cell(&self, row: &IndicatorRow, unit: i64, period: Period) -> Option<GridCell> {
        let entry = self.entry(row, unit, period)?;
        let (numerator, denominator) = match entry.figure {
            Some(Figure::Ratio { numerator, denominator }) => (Some(numerator.get()), Some(denominator.get())),
            _ => (None, None),
        };
        Some(GridCell {
            text: entry.figure.map(|figure| shown::figure(figure, &row.data.indicator.unit)).unwrap_or_default(),
            numerator,
            denominator,
            note: entry.note.clone(),
            by: format!("{} {}", entry.who, shown::moment(entry.at, self.offset)),
        })
    }
}
