//! Where a file says which exchange it answers.
//!
//! Four carriers, because every program and every person loses a different one.

use crate::codes::Problem;
use crate::codes::ProblemCode;
use crate::grid::Grid;
use crate::header::Header;
use crate::opened::Opened;
use domain::Uid;
use serde::{Deserialize, Serialize};

/// The custom document property with the exchange id.
pub const EXCHANGE_PROPERTY: &str = "yaodian_exchange";
/// The custom document property with the unit's name.
pub const UNIT_PROPERTY: &str = "yaodian_unit";
/// The custom document property with the period.
pub const PERIOD_PROPERTY: &str = "yaodian_period";

/// The first column of the hidden sheet's head.
pub const FORMAT_KEY: &str = "yaodian";
/// See [`FORMAT_KEY`].
pub const EXCHANGE_KEY: &str = "exchange";
/// See [`FORMAT_KEY`].
pub const UNIT_KEY: &str = "unit";
/// See [`FORMAT_KEY`].
pub const PERIOD_KEY: &str = "period";

const NAME_PREFIX: &str = "_yaodian_";

/// Which carrier the exchange id was read from, in the order in which they are believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OriginSource {
    /// The header of the hidden column.
    HiddenColumn,
    /// The hidden sheet.
    HiddenSheet,
    /// A custom document property.
    Property,
    /// A defined name.
    DefinedName,
}

/// Returns a defined name that carries the id in itself, for constants are lost more easily than names.
pub fn defined_name(exchange: Uid) -> String {
    format!("{NAME_PREFIX}{}", exchange.to_string().replace('-', ""))
}

/// Returns the id a defined name carries.
pub fn exchange_of_name(name: &str) -> Option<Uid> {
    name.to_ascii_lowercase().strip_prefix(NAME_PREFIX)?.parse().ok()
}

/// Everything a file says about where it comes from.
#[derive(Default)]
pub struct Origin {
    exchanges: Vec<(OriginSource, Uid)>,
    units: Vec<(OriginSource, String)>,
    periods: Vec<(OriginSource, String)>,
    unit_line: Option<String>,
    period_line: Option<String>,
}

impl Origin {
    /// Notes the exchange in the heading of the id column.
    pub fn see_header(&mut self, header: &Header) {
        self.exchanges.extend(header.exchange.map(|id| (OriginSource::HiddenColumn, id)));
    }

    /// Notes what the hidden sheet says.
    pub fn see_sheet(&mut self, grid: &Grid) {
        for row in grid.rows() {
            let value = grid.text(row, 1);
            match grid.text(row, 0).as_str() {
                EXCHANGE_KEY => self.exchanges.extend(value.parse().ok().map(|id| (OriginSource::HiddenSheet, id))),
                UNIT_KEY => self.units.push((OriginSource::HiddenSheet, value)),
                PERIOD_KEY => self.periods.push((OriginSource::HiddenSheet, value)),
                // The list of rows follows; there is no more about the origin.
                "row" => break,
                _ => {}
            }
        }
    }

    /// Notes document properties and defined names. A file without them is as good.
    pub fn see_properties(&mut self, opened: &Opened) {
        let said = |name: &str| opened.properties.get(name).filter(|text| !text.trim().is_empty()).cloned();
        let exchange = said(EXCHANGE_PROPERTY).and_then(|text| text.parse().ok());
        self.exchanges.extend(exchange.map(|id| (OriginSource::Property, id)));
        self.units.extend(said(UNIT_PROPERTY).map(|text| (OriginSource::Property, text)));
        self.periods.extend(said(PERIOD_PROPERTY).map(|text| (OriginSource::Property, text)));
        let names = opened.names.iter().filter_map(|name| exchange_of_name(name));
        self.exchanges.extend(names.map(|id| (OriginSource::DefinedName, id)));
    }

    /// Notes 填报单位 and 期次 as they stand above the header, for files that have lost everything else.
    pub fn see_lines_above(&mut self, grid: &Grid, header_row: u32) {
        for row in grid.rows().take_while(|row| *row < header_row) {
            for (_, text) in grid.texts(row) {
                let said = |label: &str| Some(text.strip_prefix(label)?.trim_start_matches(['：', ':']).trim().to_owned());
                self.unit_line = self.unit_line.take().or_else(|| said("填报单位"));
                self.period_line = self.period_line.take().or_else(|| said("期次"));
            }
        }
    }

    /// Returns the exchange of the carrier that is believed first.
    pub fn exchange(&self) -> Option<(Uid, OriginSource)> {
        self.exchanges.iter().min_by_key(|(source, _)| *source).map(|(source, id)| (*id, *source))
    }

    /// Returns the unit's name, if anything says it.
    pub fn unit(&self) -> Option<String> {
        first(&self.units).or_else(|| self.unit_line.clone())
    }

    /// Returns the period, if anything says it.
    pub fn period(&self) -> Option<String> {
        first(&self.periods).or_else(|| self.period_line.clone())
    }

    /// Returns true if both unit and period are said, as every form says them above its header.
    pub fn names_unit_and_period(&self) -> bool {
        self.unit().is_some() && self.period().is_some()
    }

    /// Returns every unit's name that is said.
    pub fn units(&self) -> Vec<String> {
        distinct(self.units.iter().map(|(_, text)| text).chain(&self.unit_line))
    }

    /// Returns every period that is said.
    pub fn periods(&self) -> Vec<String> {
        distinct(self.periods.iter().map(|(_, text)| text).chain(&self.period_line))
    }

    /// Returns what is wrong with it: nothing found, or different things.
    pub fn problems(&self) -> Option<Problem> {
        let problem = |code, detail| Some(Problem { code, sheet: None, row_number: None, detail });
        let Some((believed, _)) = self.exchange() else {
            return problem(ProblemCode::ExchangeMissing, String::new());
        };
        let other = self.exchanges.iter().find(|(_, id)| *id != believed)?;
        problem(ProblemCode::ExchangeDisagrees, other.1.to_string())
    }
}

fn first(said: &[(OriginSource, String)]) -> Option<String> {
    said.iter().filter(|(_, text)| !text.is_empty()).min_by_key(|(source, _)| *source).map(|(_, text)| text.clone())
}

fn distinct<'a>(said: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in said.filter(|text| !text.is_empty()) {
        if !distinct.contains(text) {
            distinct.push(text.clone());
        }
    }
    distinct
}
