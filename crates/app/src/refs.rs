//! How measures, units and sections are named in answers.

use crate::wire::{MeasureRef, UnitRef};
use store::{Measure, Section, UnitRow};

/// Returns a measure by id, number and title.
pub(crate) fn measure_ref(measure: &Measure) -> MeasureRef {
    MeasureRef { id: measure.uid, number: measure.number.clone(), title: measure.title.clone() }
}

/// Returns a unit by id and name.
pub(crate) fn unit_ref(unit: &UnitRow) -> UnitRef {
    let name = &unit.unit.name;
    UnitRef { id: unit.unit.uid, name: name.clone(), short: unit.unit.short_name.clone().unwrap_or_else(|| name.clone()) }
}

/// Returns a section's number and title as printed.
pub(crate) fn heading(section: &Section) -> String {
    match &section.number {
        Some(number) => format!("{number}{}", section.title),
        None => section.title.clone(),
    }
}
