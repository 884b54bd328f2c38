//! The whole plan as a workbook: what another program reads in it are the ledger's figures.

use super::*;
use calamine::{Data, Reader, Xlsx};
use serde_json::json;
use std::collections::HashMap;

const MARCH: &str = "2026-03";

fn reported() -> Office {
    let mut office = Office::with_plan();
    for (name, unit, month, value) in [
        ("新增托位", LAKE, "2026-02", "100"),
        ("新增托位", LAKE, MARCH, "180"),
        ("新增托位", HILL, MARCH, "0.02万"),
        ("备案率", LAKE, MARCH, "45/60"),
        ("备案率", HILL, MARCH, "30/40"),
        ("投诉办结", LAKE, MARCH, "4.5"),
    ] {
        office.record(name, unit, month, value);
    }
    office
}

fn saved(office: &mut Office, format: &str) -> PathBuf {
    let path = office.path(&format!("导出.{format}"));
    office.will_pick(&path);
    let request = json!({"plan": office.plan(), "period": MARCH, "format": format});
    assert_eq!(office.call("export_all", request)["path"], json!(path.display().to_string()));
    path
}

/// Returns the rows of a sheet, each by its headings.
fn sheet(path: &Path, name: &str) -> Vec<HashMap<String, Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let headings: Vec<String> = range.rows().nth(2).unwrap().iter().map(ToString::to_string).collect();
    range.rows().skip(3).map(|row| headings.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn lights_and_figures_are_those_of_the_ledger() {
    let mut office = reported();
    let path = saved(&mut office, "xlsx");
    let of = OfPeriod { plan: office.plan(), period: period(MARCH) };
    let status = crate::status::status(&mut office.app, of).unwrap();
    let lights = sheet(&path, "亮灯");
    let all: Vec<_> = lights.iter().filter(|row| row["范围"] == Data::String("汇总".into())).collect();
    assert_eq!(all.len(), status.indicators.len());
    for (row, want) in all.into_iter().zip(&status.indicators) {
        assert_eq!(row["指标编号"], Data::String(want.id.to_string()));
        assert_eq!(row["亮灯"], Data::String(want.light.zh().into()));
        for (column, figure) in [("数值", want.value), ("完成率", want.completion), ("序时进度", Some(want.time_progress))] {
            let read = match row[column] {
                Data::Float(number) => Some(number),
                _ => None,
            };
            assert_eq!(read, figure, "{column} of {}", want.name);
        }
        assert_eq!(row["未报单位"].to_string(), want.missing_units.join("、"));
    }
}

#[test]
fn every_report_is_a_row_with_its_figure_and_what_was_typed() {
    let mut office = reported();
    let path = saved(&mut office, "xlsx");
    let entries = sheet(&path, "填报");
    let row = |name: &str, unit: &str, month: &str| {
        let is = |row: &&HashMap<String, Data>| row["指标"].to_string().contains(name) && row["填报单位"] == Data::String(unit.into());
        entries.iter().filter(is).find(|row| row["期次"] == Data::String(month.into())).unwrap()
    };
    assert_eq!(entries.len(), 6);
    assert_eq!(row("新增托位", HILL, MARCH)["数值"], Data::Float(200.0));
    assert_eq!(row("新增托位", HILL, MARCH)["原填"], Data::String("0.02万".into()));
    let rate = row("备案率", LAKE, MARCH);
    assert_eq!([&rate["数值"], &rate["分子"], &rate["分母"]], [&Data::Float(75.0), &Data::Float(45.0), &Data::Float(60.0)]);
    assert_eq!(sheet(&path, "指标").len(), office.app.store().unwrap().indicators(1).unwrap().len());
    assert_eq!(sheet(&path, "举措").len(), 2);
    assert_eq!(sheet(&path, "单位").len(), office.app.store().unwrap().units().unwrap().len());
    assert!(
        sheet(&path, "说明").iter().any(|row| row["项目"] == Data::String("填报".into()) && row["内容"].to_string().starts_with("6行"))
    );
}

#[test]
fn the_csv_has_the_same_reports_and_no_other_ending_is_taken() {
    let mut office = reported();
    let path = saved(&mut office, "csv");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("\u{feff}板块,举措编号,"), "{text}");
    assert_eq!(text.lines().count(), 7);
    let of = OfPeriod { plan: office.plan(), period: period(MARCH) };
    let path = office.path("导出.xls");
    let error = crate::analysis::export(&mut office.app, of, &path).unwrap_err();
    assert!(error.message.contains(".xlsx 或 .csv"), "{error}");
    assert!(!path.exists());
}
