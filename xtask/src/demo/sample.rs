//! The sample's units and figures; the tables hold no commas inside a cell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The months of which figures are taken, of how many indicators, and of how many units each.
const MONTHS: [&str; 3] = ["2026-01", "2026-02", "2026-03"];
const INDICATORS: usize = 5;
const UNITS: usize = 2;

/// One reported figure, with the ledger's id of its indicator and the options in which it is given.
pub struct Entry {
    pub indicator: String,
    pub unit: String,
    pub period: String,
    pub figures: Vec<(&'static str, String)>,
}

/// Returns the units that belong to a group, with the group.
pub fn members(csv: &Path) -> Result<Vec<(String, String)>> {
    let rows = rows(csv, ["name", "group"])?.into_iter();
    Ok(rows.filter(|[_, group]| !group.is_empty()).map(|[name, group]| (name, group)).collect())
}

/// Returns the first months' figures of a few indicators and units.
pub fn entries(csv: &Path, indicators: &Value) -> Result<Vec<Entry>> {
    let indicators = indicators.as_array().context("the answer to `indicators` is not a list")?;
    let mut taken = BTreeMap::new();
    let mut entries = Vec::new();
    for [quote, unit, period, value, numerator, denominator] in
        rows(csv, ["indicator", "unit", "period", "value", "numerator", "denominator"])?
    {
        let Some(indicator) = id_of(&quote, indicators) else { continue };
        if MONTHS.contains(&period.as_str()) && has_room(&mut taken, &indicator, &unit) {
            let figures = [("--value", value), ("--numerator", numerator), ("--denominator", denominator)];
            let figures = figures.into_iter().filter(|(_, figure)| !figure.is_empty()).collect();
            entries.push(Entry { indicator, unit, period, figures });
        }
    }
    if entries.is_empty() {
        bail!("{} has no figure of an indicator in the plan", csv.display());
    }
    Ok(entries)
}

/// Returns the id of the indicator with these words in its source; the table may quote a little more or less.
fn id_of(quote: &str, indicators: &[Value]) -> Option<String> {
    let words = |indicator: &Value| indicator["quote"].as_str().unwrap_or_default().to_owned();
    let same = indicators.iter().find(|indicator| words(indicator) == quote);
    let alike = |indicator: &&Value| {
        let words = words(indicator);
        !words.is_empty() && (words.contains(quote) || quote.contains(&words))
    };
    same.or_else(|| indicators.iter().find(alike))?["id"].as_str().map(str::to_owned)
}

/// Returns whether a unit's figure of an indicator is among those taken, taking it while there is room.
fn has_room(taken: &mut BTreeMap<String, BTreeSet<String>>, indicator: &str, unit: &str) -> bool {
    if taken.len() == INDICATORS && !taken.contains_key(indicator) {
        return false;
    }
    let units = taken.entry(indicator.to_owned()).or_default();
    units.contains(unit) || units.len() < UNITS && units.insert(unit.to_owned())
}

/// Returns the named columns of a table.
fn rows<const N: usize>(csv: &Path, columns: [&str; N]) -> Result<Vec<[String; N]>> {
    let table = fs::read_to_string(csv).with_context(|| format!("cannot read {}", csv.display()))?;
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        let found = head.iter().position(|heading| *heading == column);
        *place = found.with_context(|| format!("{} has no column {column}", csv.display()))?;
    }
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        places.map(|place| cells.get(place).copied().unwrap_or_default().to_owned())
    };
    Ok(lines.map(row).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_of_the_first_months_indicators_and_units_are_taken() {
        let folder = tempfile::tempdir().unwrap();
        let csv = folder.path().join("entries.csv");
        let table = "indicator,unit,period,value,numerator,denominator,note
新增床位9张,甲区,2026-01,1,,,
新增床位9张,甲区,2026-04,4,,,
新增床位9张,乙区,2026-01,2,,,
新增床位9张,丙区,2026-01,3,,,
签约率达到八成,甲区,2026-02,,3,4,说明
不在计划中,甲区,2026-01,5,,,
";
        fs::write(&csv, table).unwrap();
        let indicators = json!([{ "id": "a", "quote": "全年新增床位9张" }, { "id": "b", "quote": "签约率达到八成" }]);
        let entries = entries(&csv, &indicators).unwrap();
        let shown: Vec<_> = entries.iter().map(|entry| (&*entry.indicator, &*entry.unit, &*entry.period, entry.figures.len())).collect();
        assert_eq!(shown, [("a", "甲区", "2026-01", 1), ("a", "乙区", "2026-01", 1), ("b", "甲区", "2026-02", 2)]);
    }
}
