//! The sheets of the entry grid.

use super::*;

fn sheet(office: &mut Office, by: SheetBy, unit: Option<&str>, indicator: Option<&str>, month: &str) -> Grid {
    let indicator = indicator.map(|name| office.indicator(name));
    let of = GridOf { plan: office.plan(), period: period(month), by, unit: unit.map(|name| office.unit(name)), indicator };
    crate::grid::grid(&mut office.app, of).unwrap()
}

/// Unit and name of each row.
fn rows(grid: &Grid) -> Vec<String> {
    grid.rows.iter().map(|row| format!("{} {}", row.unit.name, row.name)).collect()
}

#[test]
fn a_sheet_by_unit_has_its_indicators_and_its_measures_without_any() {
    let mut office = Office::new();
    let text = format!("{PLAN}\n\n三、宣传引导\n\n3.加强宣传。营造氛围。（责任单位：东湖区卫生健康局、市宣传中心）\n");
    office.import("要点.txt", &text);
    let lake = sheet(&mut office, SheetBy::Unit, Some(LAKE), None, "2026-03");
    let names: Vec<_> = lake.rows.iter().map(|row| (row.name.as_str(), row.indicator.is_some(), row.owed)).collect();
    assert_eq!(names.last(), Some(&("加强宣传", false, false)));
    assert!(names.iter().any(|(name, figures, owed)| name.contains("备案率") && *figures && *owed));
    let centre = sheet(&mut office, SheetBy::Unit, Some("市宣传中心"), None, "2026-03");
    assert_eq!((rows(&centre).len(), centre.rows[0].indicator), (1, None), "it only tells");
    assert!(centre.units.iter().any(|one| one.unit.name == "市宣传中心" && one.total == 0));
}

#[test]
fn a_sheet_by_indicator_has_its_units_each_with_its_own_share() {
    let mut office = Office::with_plan();
    let (indicator, lake) = (office.indicator("新增托位"), office.unit(LAKE));
    crate::indicators::allocate(&mut office.app, indicator, lake, "700").unwrap();
    office.record("新增托位", LAKE, "2026-01", "40");
    office.record("新增托位", HILL, "2026-03", "7");
    let grid = sheet(&mut office, SheetBy::Indicator, None, Some("新增托位"), "2026-03");
    assert_eq!(grid.rows.iter().map(|row| row.unit.name.as_str()).collect::<Vec<_>>(), [LAKE, HILL]);
    let (lake, hill) = (&grid.rows[0], &grid.rows[1]);
    assert_eq!(lake.whole_label.as_deref().map(|whole| whole.contains("1200")), Some(true), "{:?}", lake.whole_label);
    assert!(lake.target_label.contains("700") && hill.target_label.contains("合计"), "{} {}", lake.target_label, hill.target_label);
    assert_eq!(lake.last.as_ref().map(|last| (last.label.as_str(), last.text.as_str())), Some(("1月", "40")));
    let texts: Vec<Vec<&str>> =
        grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.as_ref().map_or("", |cell| &cell.text)).collect()).collect();
    assert_eq!(texts, [["40", "", ""], ["", "", "7"]]);
}

#[test]
fn a_sheet_of_a_period_has_every_value_that_is_counted_as_to_be_reported() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-03", "40");
    let grid = sheet(&mut office, SheetBy::Period, None, None, "2026-03");
    let (filled, total) = grid.units.iter().fold((0, 0), |sum, unit| (sum.0 + unit.filled, sum.1 + unit.total));
    assert_eq!((grid.rows.len() as u32, filled), (total, 1));
    let by_indicator = grid.indicators.iter().fold((0, 0), |sum, one| (sum.0 + one.filled, sum.1 + one.total));
    assert_eq!(by_indicator, (filled, total), "counted either way it is the same");
    assert_eq!(grid.periods.iter().map(|column| column.label.as_str()).collect::<Vec<_>>(), ["2月", "3月"]);
    assert!(grid.rows.iter().all(|row| row.cells.len() == 2));
}

#[test]
fn rates_come_with_numerator_and_denominator_and_told_measures_are_marked() {
    let mut office = Office::with_plan();
    office.record("备案率", LAKE, "2026-03", "57/60");
    let detail = office.indicator("备案率");
    let measure = indicators::one(&office.app, detail).unwrap().measure.unwrap().id;
    let unit = office.unit(LAKE);
    let told =
        NarrativeSet { measure, unit, period: period("2026-03"), progress: Some("已整改".into()), problems: None, next_steps: None };
    crate::narrative::set(&mut office.app, told).unwrap();
    let grid = sheet(&mut office, SheetBy::Indicator, None, Some("备案率"), "2026-03");
    let cell = grid.rows[0].cells.last().unwrap().as_ref().unwrap();
    assert_eq!((cell.text.as_str(), cell.numerator, cell.denominator), ("95", Some(57.0), Some(60.0)));
    assert_eq!(grid.rows.iter().map(|row| row.told).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn columns_go_back_two_years_and_name_the_year_where_it_is_another() {
    let mut office = Office::new();
    office.import("规划.txt", &PLAN.replace("2026年托育工作要点", "托育发展规划（2024—2026年）"));
    let plan = office.plan();
    let info = office.app.store().unwrap().plan(plan).unwrap().unwrap();
    assert_eq!(info.data.start.to_string(), "2024-01-01");
    let grid = sheet(&mut office, SheetBy::Unit, None, None, "2026-03");
    let labels: Vec<_> = grid.periods.iter().map(|column| column.label.as_str()).collect();
    assert_eq!((labels.len(), labels[0], labels[23], labels[21]), (24, "24年4月", "3月", "1月"));
}
