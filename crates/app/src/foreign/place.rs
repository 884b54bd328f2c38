//! Where a cell of a foreign table belongs: whose it is, of which indicator or measure, and whether it counts what is reported.

use super::cells::{Cells, Part, Table};
use super::known::Item;
use super::mapping::{Column, Mapped, Of};
use super::rows::Read;
use crate::book::within;
use crate::merge::refusal::{NOT_ASKED, OUTSIDE_PLAN, Refusal};
use domain::{ColumnRole, Field, Period, RollUp, ValueKind};
use workbook::{Heading, Spread};

const NO_INDICATOR: (&str, &str) = ("no_indicator", "这一行对应的是举措，数和备注要对应到指标；请为这一行选指标，或把这一列设为不采用");
const TO_DATE: (&str, &str) = ("to_date_for_increment", "这个指标按当期数填报，这一列是累计数，没有采用");
const IN_PERIOD: (&str, &str) = ("in_period_for_cumulative", "这个指标按累计数填报，这一列是当期数，没有采用");
const UNIT_NOT_ASKED: (&str, &str) = ("unit_not_asked", "这个单位不填报这个指标；请核对单位，或先把指标分解给它");

impl Cells<'_, '_> {
    /// Returns whose a cell is: the unit in its heading, the file's, the one of its row, or the only one that reports.
    pub(super) fn unit(
        &self,
        table: &Table<'_>,
        read: &Read<'_>,
        column: &Column,
        heading: &Heading,
        item: Option<Item>,
    ) -> Result<i64, Refusal> {
        if column.role == ColumnRole::OfUnit {
            return match column.of {
                Some(Of::Unit(id)) => Ok(id),
                _ => Err(unit_unknown(&heading.text)),
            };
        }
        if let Some(unit) = table.unit {
            return Ok(unit);
        }
        let reporters: Vec<i64> = match item {
            Some(Item::Indicator(at)) => self.known.book.reporters(self.known.indicator(at)).to_vec(),
            Some(Item::Measure(at)) => self.known.book.responsible(self.known.measure(at)),
            None => Vec::new(),
        };
        let mapped = &table.taken[read.sheet];
        for role in [ColumnRole::Unit, ColumnRole::Lead] {
            let at = mapped.columns.iter().find(|column| column.role == role).map(|column| column.at);
            let words = at.map_or("", |at| read.row.words(at));
            if words.is_empty() {
                continue;
            }
            let named = self.known.units(words);
            let found: Vec<i64> = named.iter().flatten().copied().collect();
            let own: Vec<i64> = found.iter().copied().filter(|unit| reporters.contains(unit)).collect();
            return match (named.len(), found.as_slice(), own.as_slice()) {
                (1, [only], _) | (_, _, [only]) => Ok(*only),
                (1, [], _) => match reporters.as_slice() {
                    // 各县（区） where one unit alone reports is no unit of its own.
                    [only] if domain::is_group_name(words) => Ok(*only),
                    _ => Err(unit_unknown(words)),
                },
                _ => Err(unit_unclear(&format!("这一行写了几个单位（{words}）"))),
            };
        }
        let told = item.and_then(|item| self.known.measure_of(item)).and_then(|measure| self.known.lead(measure));
        match (reporters.as_slice(), item) {
            ([only], _) => Ok(*only),
            (_, Some(Item::Measure(_))) if told.is_some() => Ok(told.unwrap_or_default()),
            _ => Err(unit_unclear("表里没有写是哪个单位")),
        }
    }

    /// Returns the place of a cell: the number of the indicator or measure, and of the unit.
    pub(super) fn place(&self, item: Option<Item>, part: Part, unit: i64, period: Period) -> Result<(i64, i64), Refusal> {
        let item = item.ok_or_else(|| Refusal::from(NO_INDICATOR))?;
        within(&self.known.book.plan.data, period).map_err(|_| Refusal::from(OUTSIDE_PLAN))?;
        match (part, item) {
            (Part::Told(_), item) => {
                let measure = self.known.measure_of(item).ok_or_else(|| Refusal {
                    code: "no_measure",
                    message: "这个指标不属于任何举措，进展情况没有地方写，没有采用".to_owned(),
                })?;
                let asked = self.known.book.role(measure, unit).is_some();
                if asked { Ok((measure.id, unit)) } else { Err(UNIT_NOT_ASKED.into()) }
            }
            (Part::Figure(_), Item::Measure(_)) => Err(NO_INDICATOR.into()),
            (Part::Figure(field), Item::Indicator(at)) => {
                let row = self.known.indicator(at);
                let reporters = self.known.book.reporters(row);
                if !reporters.is_empty() && !reporters.contains(&unit) {
                    return Err(UNIT_NOT_ASKED.into());
                }
                let terms = &row.data.indicator;
                let is_ratio = terms.kind == ValueKind::Rate && terms.roll_up == RollUp::Ratio;
                if matches!(field, Field::Numerator | Field::Denominator) && !is_ratio { Err(NOT_ASKED.into()) } else { Ok((row.id, unit)) }
            }
        }
    }

    /// Tells whether a column of values counts what the indicator is reported by, beside others for the same period.
    pub(super) fn spread(&self, mapped: &Mapped<'_>, read: &Read<'_>, column: &Column, heading: &Heading, kind: ValueKind) -> Fits {
        let period = |column: &Column| column.period.or(mapped.period).unwrap_or(self.known.period);
        let beside =
            mapped.columns.iter().zip(&mapped.headings).filter(|(other, _)| {
                other.role == ColumnRole::Value && period(other) == period(column) && read.row.cell(other.at).is_some()
            });
        let best = beside.map(|(_, heading)| rank(kind, heading.spread)).min().unwrap_or(NEVER);
        match rank(kind, heading.spread) {
            NEVER if best == NEVER => Fits::No(if kind == ValueKind::Increment { TO_DATE } else { IN_PERIOD }),
            own if own > best => Fits::AnotherDoes,
            _ => Fits::Yes,
        }
    }
}

/// Whether a column of values is the one an indicator is reported by.
pub(super) enum Fits {
    Yes,
    /// It is not, but a column beside it is.
    AnotherDoes,
    No((&'static str, &'static str)),
}

const NEVER: u8 = 9;

/// Returns how well values that count so suit an indicator of that kind: the smaller the better.
fn rank(kind: ValueKind, spread: Option<Spread>) -> u8 {
    match (kind, spread) {
        (ValueKind::Increment, Some(Spread::ToDate)) | (ValueKind::Cumulative, Some(Spread::InPeriod)) => NEVER,
        (ValueKind::Increment, Some(Spread::InPeriod)) => 0,
        (ValueKind::Increment, None) => 1,
        (_, Some(Spread::ToDate)) => 0,
        (_, None) => 1,
        (_, Some(Spread::InPeriod)) => 2,
    }
}

fn unit_unknown(name: &str) -> Refusal {
    Refusal {
        code: "unit_unknown", message: format!("台账里没有单位“{name}”；请在单位里加上它，或把这个写法加为别名")
    }
}

fn unit_unclear(why: &str) -> Refusal {
    Refusal {
        code: "unit_unclear", message: format!("{why}，分不清数是谁的；请为整份表选定单位，或让表里每行只写一个单位")
    }
}
