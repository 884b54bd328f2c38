//! Who has not reported, and what to write to them.

use crate::book::{Book, Standing};
use crate::refs::unit_ref;
use crate::reporting;
use crate::shown::day_in_text;
use crate::wire::Owing;
use chrono::NaiveDate;
use domain::Period;
use store::IndicatorRow as Row;

/// How many indicators are named for a unit that owes more.
const NAMED: usize = 5;

/// Returns every unit that reports in a period with what it has not reported; those that owe nothing too.
///
/// What is not due yet or has not begun is owed by nobody.
pub(super) fn owing<'a>(book: &Book, all: impl Iterator<Item = &'a (&'a Row, Standing)>, period: Period) -> Vec<Owing> {
    let asked: Vec<&(&Row, Standing)> =
        all.filter(|(row, standing)| row.data.indicator.covers(period) && standing.judgement.word != Some("未到期")).collect();
    let of_unit = |unit: i64| {
        let own = asked.iter().filter(|(row, _)| book.asks(row, unit));
        let missing = own.clone().filter(|(_, standing)| standing.missing.contains(&unit));
        Owing {
            unit: unit_ref(book.unit(unit)),
            owed: missing.clone().count() as u32,
            total: own.count() as u32,
            names: missing.map(|(row, _)| row.data.indicator.name.clone()).collect(),
        }
    };
    reporting::units(book).into_iter().map(of_unit).filter(|unit| unit.total > 0).collect()
}

/// Returns what to send to the units that owe something: no deadline is invented.
pub(super) fn chase(owing: &[Owing], today: NaiveDate, period: Period) -> String {
    let late: Vec<String> = owing.iter().filter(|unit| unit.owed > 0).map(line).collect();
    if late.is_empty() {
        return String::new();
    }
    let day = day_in_text(today);
    format!("各单位：截至{day}，以下单位{}进度尚未报送：\n{}。\n请尽快报送，谢谢。", period.zh(), late.join("；\n"))
}

/// Returns a unit with what it owes: 甲局（2项：a、b）.
pub(crate) fn line(unit: &Owing) -> String {
    if unit.names.len() > NAMED && unit.owed == unit.total {
        return format!("{}（全部{}项）", unit.unit.name, unit.owed);
    }
    let named = unit.names.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    let rest = if unit.names.len() > NAMED { "等" } else { "" };
    format!("{}（{}项：{named}{rest}）", unit.unit.name, unit.owed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::UnitRef;
    use domain::Uid;

    fn unit(name: &str, names: &[&str], total: u32) -> Owing {
        let unit = UnitRef { id: Uid::new(1, [0; 10]), name: name.into(), short: "简".into() };
        Owing { unit, owed: names.len() as u32, total, names: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    #[test]
    fn units_are_chased_by_their_full_names_and_long_lists_are_cut() {
        let owing = [
            unit("甲局", &["a", "b"], 4),
            unit("乙局", &[], 4),
            unit("丙局", &["a", "b", "c", "d", "e", "f"], 7),
            unit("丁局", &["a"; 6], 6),
        ];
        let text = chase(&owing, "2026-08-04".parse().unwrap(), "2026-07".parse().unwrap());
        assert_eq!(
            text,
            "各单位：截至2026年8月4日，以下单位2026年7月进度尚未报送：\n甲局（2项：a、b）；\n丙局（6项：a、b、c、d、e等）；\n丁局（全部6项）。\n请尽快报送，谢谢。"
        );
        assert_eq!(chase(&owing[1..2], "2026-08-04".parse().unwrap(), "2026-07".parse().unwrap()), "");
    }
}
