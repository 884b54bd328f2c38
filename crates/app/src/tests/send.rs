//! Workbooks out: all of them with their record, or none.

use super::*;
use serde_json::json;

fn exchanges(office: &Office) -> usize {
    let store = office.app.store().unwrap();
    store.exchanges(store.plans().unwrap()[0].id).unwrap().len()
}

#[test]
fn a_folder_that_cannot_be_written_leaves_no_file_and_no_record() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let folder = office.path("发出");
    std::fs::create_dir(&folder).unwrap();
    // The last unit's workbook cannot be written: a folder stands where it is made.
    let last = workbook::form_file_name("云州市2026年托育工作要点", "2026年3月", HILL);
    std::fs::create_dir(folder.join(Path::new(&last).with_extension("tmp~"))).unwrap();
    let request = Send { plan: office.plan(), period: period("2026-03"), units: Vec::new(), trend: false };
    let error = crate::send::send_to(&mut office.app, &request, &folder).unwrap_err();
    assert!(error.message.contains("写填报表失败") && error.message.contains(HILL), "{error}");
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!((left.len(), exchanges(&office), office.hash()), (1, 0, before), "{left:?}");
}

#[test]
fn a_ledger_that_cannot_be_written_keeps_no_workbook_in_the_folder() {
    let mut office = Office::with_plan();
    let mut other = store::Store::open(&office.path("台账.yaodian"), store::OpenMode::Write).unwrap();
    let (folder, request) = (office.path("发出"), Send { plan: office.plan(), period: period("2026-03"), units: Vec::new(), trend: false });
    let op = office.app.operation(store::OperationKind::Setting, "占用");
    let _: Result<(), store::Error> = other.transact(op, |_| {
        let error = crate::send::send_to(&mut office.app, &request, &folder).unwrap_err();
        assert!(error.message.contains("台账正被另一个程序占用"), "{error}");
        Err(store::Error::NothingToUndo)
    });
    assert_eq!((std::fs::read_dir(&folder).unwrap().count(), exchanges(&office)), (0, 0));
}

#[test]
fn sending_that_is_stopped_leaves_no_file_and_no_record() {
    let mut office = Office::with_plan();
    let (before, folder) = (office.hash(), office.path("发出"));
    let request = Send { plan: office.plan(), period: period("2026-03"), units: Vec::new(), trend: false };
    office.loses_patience();
    let error = crate::send::send_to(&mut office.app, &request, &folder).unwrap_err();
    assert_eq!((error.kind, error.message.as_str()), (crate::ErrorKind::Stopped, "已停止，什么也没有留下"));
    assert_eq!((std::fs::read_dir(&folder).unwrap().count(), exchanges(&office), office.hash()), (0, 0, before));
    let one = Send { units: vec![office.unit(LAKE)], ..request };
    let sent = crate::send::send_to(&mut office.app, &one, &folder).unwrap();
    assert_eq!((sent.files.len(), office.app.work().progress()), (1, None), "the next sending goes through");
}

#[test]
fn the_board_shows_what_was_sent_and_what_came_back() {
    let mut office = Office::with_plan();
    let (plan, lake) = (office.plan(), office.unit(LAKE));
    let of = json!({"plan": plan, "period": "2026-03"});
    assert_eq!(office.call("send", json!({"plan": plan, "period": "2026-03", "units": []})), json!({"folder": null, "files": []}));
    office.will_pick(&office.path("发出"));
    let sent = office.call("send", json!({"plan": plan, "period": "2026-03", "units": [lake]}));
    let path = PathBuf::from(sent["files"][0]["path"].as_str().unwrap());
    let row = |board: &Value| board["units"].as_array().unwrap().iter().find(|row| row["unit"]["name"] == LAKE).unwrap().clone();
    let board = office.call("board", of.clone());
    let lake = row(&board);
    assert_eq!(
        board["chase"],
        format!("各单位：截至2026年4月2日，2026年3月填报表还有1个单位没有交回：\n{LAKE}。\n请填好后尽快交回，谢谢。")
    );
    assert_eq!((&lake["sent_at"], &lake["returned_at"], &lake["total"]), (&json!("2026-04-02 09:30"), &Value::Null, &json!(4)));
    office.will_pick(&path);
    office.call("merge_open", json!({}));
    office.call("merge_apply", json!({"decisions": []}));
    assert_eq!(office.call("board", of.clone())["chase"], "", "all that was sent came back");
    assert_eq!(row(&office.call("board", of))["returned_at"], "2026-04-02 09:30", "unchanged, but it came back");
}

/// Returns the charts of a unit's workbook for a period.
fn charts(office: &mut Office, unit: &str, until: &str) -> workbook::Trend {
    let (plan, unit) = (office.plan(), office.unit(unit));
    let store = office.app.store().unwrap();
    let mut book = crate::book::Book::load(store, plan, period(until)).unwrap();
    let all: Vec<i64> = book.indicators.iter().map(|row| row.id).collect();
    book.read_series(store, &all).unwrap();
    let unit = store.unit(unit).unwrap().unwrap().id;
    let own: Vec<&store::IndicatorRow> = book.indicators.iter().filter(|row| book.reporters(row).contains(&unit)).collect();
    crate::send::trend::trend(&book, &own, unit, period(until))
}

#[test]
fn charts_show_what_was_reported_also_in_frozen_periods_and_leave_gaps() {
    let mut office = Office::with_plan();
    for (month, value) in [("2026-01", "10"), ("2026-03", "0")] {
        office.record("新增托位", LAKE, month, value);
        office.record("备案率", LAKE, month, "80");
    }
    let plan = office.plan();
    office.call("freeze", json!({"plan": plan, "period": "2026-01"}));
    let trend = charts(&mut office, LAKE, "2026-04");
    let shown: Vec<_> = trend.charts.iter().map(|chart| (chart.name.as_str(), chart.target.map(f64::from))).collect();
    assert_eq!(shown, [("托育机构备案率", Some(90.0)), ("新增托位", None)], "what it answers for comes before what it helps with");
    let points: Vec<_> = trend.charts[1].points.iter().map(|point| (point.label.as_str(), point.value.map(f64::from))).collect();
    assert_eq!(points, [("1月", Some(10.0)), ("2月", None), ("3月", Some(0.0)), ("4月", None)]);
    assert!(trend.left_out.iter().all(|name| name.ends_with("（还没有报过）")) && trend.left_out.len() == 2, "{:?}", trend.left_out);
    let request = Send { plan, period: period("2026-04"), units: vec![office.unit(LAKE)], trend: true };
    let folder = office.path("发出");
    let sent = crate::send::send_to(&mut office.app, &request, &folder).unwrap();
    let back = workbook::read_return(&std::fs::read(&sent.files[0].path).unwrap()).unwrap();
    assert_eq!((back.rows.len(), back.problems), (4, vec![]));
}

#[test]
fn charts_are_twelve_at_most_and_the_others_are_named() {
    let mut office = Office::new();
    let measures: String =
        (1..=13).map(|n| format!("{n}.任务{n}。全年新增第{n}类站点{}个。（责任单位：市托育中心）\n\n", n + 20)).collect();
    office.import("要点.txt", &format!("云州市2026年托育工作要点\n\n一、站点\n\n{measures}"));
    let plan = office.plan();
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    assert_eq!(all.len(), 13);
    let unit = office.unit(CENTRE);
    let record = |office: &mut Office, indicator: Uid| {
        let input = EntryInput { indicator, unit, period: period("2026-01"), value: "3".into(), note: None };
        crate::record::record(&mut office.app, Record { entries: vec![input] }).unwrap();
    };
    all[..12].iter().for_each(|one| record(&mut office, one.id));
    let trend = charts(&mut office, CENTRE, "2026-02");
    assert_eq!((trend.charts.len(), trend.left_out), (12, vec![format!("{}（还没有报过）", all[12].name)]));
    record(&mut office, all[12].id);
    let trend = charts(&mut office, CENTRE, "2026-02");
    assert_eq!((trend.charts.len(), trend.left_out), (12, vec![all[12].name.clone()]));
    assert_eq!(trend.charts[0].points[0].expected.map(f64::from), Some(1.8), "a twelfth of 21, as it is shown elsewhere");
}
