//! Packages between ledgers: a plan down, reports up by the rules of merging, a ledger handed over.

use super::returns::codes;
use super::*;
use crate::merge::OnConflict;
use crate::packages::{self, Wanted};
use proptest::prelude::*;
use serde_json::json;

const MARCH: &str = "2026-03";

/// Sends the plan of one office into a ledger of another.
fn pass_on(city: &mut Office, name: &str) -> Office {
    let package = city.path(&format!("{name}.ydpkg"));
    let plan = city.plan();
    packages::export(&mut city.app, Wanted::Plan(plan), &package).unwrap();
    let mut unit = Office::new();
    unit.restart_as(name);
    let ledger = unit.path("单位.yaodian");
    unit.app.open_or_create(&ledger).unwrap();
    packages::preview(&mut unit.app, &package).unwrap();
    assert!(packages::take_plan(&mut unit.app).unwrap().changed);
    unit
}

/// A city with its plan, and the ledger of 东湖区 that has it too.
fn two() -> (Office, Office) {
    let mut city = Office::with_plan();
    let lake = pass_on(&mut city, LAKE);
    (city, lake)
}

/// Saves what a unit reported, of all periods.
fn reported(office: &mut Office, unit: &str, name: &str) -> PathBuf {
    let (plan, unit, path) = (office.plan(), office.unit(unit), office.path(name));
    packages::export(&mut office.app, Wanted::Report { plan, unit, period: None }, &path).unwrap();
    path
}

fn merge(office: &mut Office, package: &Path, on_conflict: OnConflict) -> MergeReport {
    crate::merge::preview(&mut office.app, &[package.to_owned()]).unwrap();
    crate::merge::apply_all(&mut office.app, on_conflict).unwrap()
}

fn counts(report: &MergeReport) -> [u32; 5] {
    let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
    assert_eq!(changed, applied + equal + conflicts + rejected);
    [changed, applied, equal, conflicts, rejected]
}

fn figure(office: &mut Office, name: &str) -> Option<f64> {
    office.status(MARCH, name).value
}

fn tell(office: &mut Office, unit: &str, progress: Option<&str>, problems: Option<&str>) {
    let store = office.app.store().unwrap();
    let measure = store.measures(store.plans().unwrap()[0].id).unwrap()[0].measure.uid;
    let unit = office.unit(unit);
    let set = NarrativeSet {
        measure,
        unit,
        period: period(MARCH),
        progress: progress.map(str::to_owned),
        problems: problems.map(str::to_owned),
        next_steps: None,
    };
    crate::narrative::set(&mut office.app, set).unwrap();
}

/// What was reported and told, whoever wrote it down and when.
fn content(office: &Office) -> Vec<String> {
    let store = office.app.store().unwrap();
    let name = |id: i64| store.units().unwrap().into_iter().find(|unit| unit.id == id).unwrap().unit.name;
    let mut lines = Vec::new();
    for row in store.indicators(store.plans().unwrap()[0].id).unwrap() {
        for entry in store.entries_of_indicator(row.id).unwrap() {
            lines.push(format!("{} {} {} {:?} {:?}", row.data.uid, name(entry.unit_id), entry.period, entry.figure, entry.note));
        }
    }
    for row in store.measures(store.plans().unwrap()[0].id).unwrap() {
        for told in store.narratives_of_measure(row.id).unwrap() {
            let texts = [told.progress, told.problems, told.next_steps];
            lines.push(format!("{} {} {} {texts:?}", row.measure.uid, name(told.unit_id), told.period));
        }
    }
    lines.sort();
    lines
}

#[test]
fn a_plan_arrives_as_it_was_sent_and_a_second_time_changes_nothing() {
    let (mut city, mut lake) = two();
    let plan = city.plan();
    let sent = packages::plan_of(&city.app, plan).unwrap();
    assert_eq!(packages::plan_of(&lake.app, plan).unwrap(), sent);
    let (hash, package) = (lake.hash(), city.path(&format!("{LAKE}.ydpkg")));
    let seen = packages::preview(&mut lake.app, &package).unwrap();
    assert!(seen.already);
    assert!(!packages::take_plan(&mut lake.app).unwrap().changed);
    assert_eq!(lake.hash(), hash);
    lake.call("undo", json!({}));
    assert!(lake.app.store().unwrap().plans().unwrap().is_empty());
    assert!(packages::preview(&mut city.app, &package).unwrap().already, "it is at home there");
}

#[test]
fn a_plan_that_is_there_with_other_content_is_refused_by_what_differs() {
    let (mut city, mut lake) = two();
    let indicator = city.indicator("新增托位");
    let unit = city.unit(LAKE);
    indicators::allocate(&mut city.app, indicator, unit, "600").unwrap();
    let (plan, package) = (city.plan(), city.path("改过.ydpkg"));
    packages::export(&mut city.app, Wanted::Plan(plan), &package).unwrap();
    let before = lake.hash();
    let error = packages::preview(&mut lake.app, &package).unwrap_err();
    assert!(error.message.contains("内容与数据包不同：指标“新增托位”"), "{error}");
    assert_eq!(lake.hash(), before);
}

#[test]
fn a_unit_known_by_name_is_the_same_unit() {
    let mut city = Office::with_plan();
    let (plan, package) = (city.plan(), city.path("计划.ydpkg"));
    packages::export(&mut city.app, Wanted::Plan(plan), &package).unwrap();
    let mut lake = Office::new();
    lake.restart_as("别处");
    let ledger = lake.path("单位.yaodian");
    lake.app.open_or_create(&ledger).unwrap();
    units::add(&mut lake.app, UnitAdd { name: LAKE.into(), group: None }).unwrap();
    let own = lake.unit(LAKE);
    packages::preview(&mut lake.app, &package).unwrap();
    packages::take_plan(&mut lake.app).unwrap();
    assert_eq!(lake.unit(LAKE), own);
    assert_ne!(city.unit(LAKE), own);
    assert!(packages::preview(&mut lake.app, &package).unwrap().already);
    lake.record("新增托位", LAKE, MARCH, "35");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), [1, 1, 0, 0, 0]);
}

#[test]
fn reports_come_in_once_and_a_corrected_package_brings_its_difference_alone() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "0.01万");
    lake.record("备案率", LAKE, MARCH, "45/60");
    tell(&mut lake, LAKE, Some("新建两家"), None);
    let first = reported(&mut lake, LAKE, "一.ydpkg");
    let before = city.hash();
    crate::merge::preview(&mut city.app, std::slice::from_ref(&first)).unwrap();
    assert_eq!(city.hash(), before, "a preview writes nothing");
    assert_eq!(counts(&merge(&mut city, &first, OnConflict::Open)), [4, 4, 0, 0, 0]);
    assert_eq!((figure(&mut city, "新增托位"), figure(&mut city, "备案率")), (Some(100.0), Some(75.0)));
    assert_eq!(content(&city), content(&lake));
    let store = city.app.store().unwrap();
    let typed = store.entries_of_period(period(MARCH)).unwrap().into_iter().filter_map(|entry| entry.typed).collect::<Vec<_>>();
    assert_eq!(typed, ["0.01万"]);

    let after = city.hash();
    assert_eq!(counts(&merge(&mut city, &first, OnConflict::Open)), [0; 5]);
    assert_eq!(city.hash(), after);

    lake.on("2026-04-03");
    lake.record("新增托位", LAKE, MARCH, "120");
    tell(&mut lake, LAKE, Some(""), Some("用地未落实"));
    let second = reported(&mut lake, LAKE, "二.ydpkg");
    assert_eq!(counts(&merge(&mut city, &second, OnConflict::Open)), [3, 3, 0, 0, 0]);
    assert_eq!(content(&city), content(&lake));
    city.call("undo", json!({}));
    assert_eq!(city.hash(), after);
    city.call("undo", json!({}));
    assert_eq!(city.hash(), before);
}

#[test]
fn what_both_changed_is_a_conflict_and_an_answer_is_not_asked_again() {
    let (mut city, mut lake) = two();
    for (office, value, told) in [(&mut city, "30", "市里写的"), (&mut lake, "40", "区里写的")] {
        office.record("新增托位", LAKE, MARCH, value);
        tell(office, LAKE, Some(told), None);
    }
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), [2, 0, 0, 2, 0]);
    assert_eq!(figure(&mut city, "新增托位"), Some(30.0));
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Decide(Choice::Ours))), [2, 0, 0, 2, 0]);
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), [0; 5]);
    lake.record("新增托位", LAKE, MARCH, "45");
    let package = reported(&mut lake, LAKE, "再报.ydpkg");
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Decide(Choice::Theirs))), [1, 1, 0, 0, 0]);
    assert_eq!(figure(&mut city, "新增托位"), Some(45.0));
}

#[test]
fn an_older_package_after_a_newer_one_sets_nothing_back_unasked() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    let old = reported(&mut lake, LAKE, "旧.ydpkg");
    lake.on("2026-04-05");
    lake.record("新增托位", LAKE, MARCH, "50");
    let new = reported(&mut lake, LAKE, "新.ydpkg");
    merge(&mut city, &new, OnConflict::Open);
    let report = merge(&mut city, &old, OnConflict::Open);
    assert_eq!(counts(&report), [1, 0, 0, 1, 0]);
    assert!(report.files[0].messages.iter().any(|message| message.contains("比已合并的旧")), "{:?}", report.files);
    assert_eq!(figure(&mut city, "新增托位"), Some(50.0));
}

#[test]
fn what_an_older_package_would_set_back_is_not_decided_with_all_the_others() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    tell(&mut lake, LAKE, Some("已选址"), None);
    let old = reported(&mut lake, LAKE, "旧.ydpkg");
    lake.on("2026-04-05");
    lake.record("新增托位", LAKE, MARCH, "50");
    tell(&mut lake, LAKE, Some("已开工"), None);
    let new = reported(&mut lake, LAKE, "新.ydpkg");
    merge(&mut city, &new, OnConflict::Open);
    for choice in [Choice::Theirs, Choice::Ours] {
        let report = merge(&mut city, &old, OnConflict::Decide(choice));
        assert_eq!(codes(&report), [(Outcome::Conflict, "older_return"), (Outcome::Conflict, "older_return")], "{choice:?}");
        assert!(report.items[0].message.as_ref().unwrap().starts_with("这个包比已合并的旧（那个包导出于"), "{report:?}");
    }
    assert_eq!(figure(&mut city, "新增托位"), Some(50.0));
    let report = crate::merge::preview(&mut city.app, std::slice::from_ref(&old)).unwrap();
    assert!(report.files[0].codes.contains(&"older_return".to_owned()), "{:?}", report.files);
    let decision = json!({"decisions": [{"key": report.items[0].key, "choice": "theirs"}, {"key": report.items[1].key, "choice": "ours"}]});
    let done: MergeReport = serde_json::from_value(city.call("merge_apply", decision)).unwrap();
    assert_eq!(codes(&done), [(Outcome::Applied, "taken"), (Outcome::Conflict, "kept")]);
    assert_eq!(figure(&mut city, "新增托位"), Some(40.0));
    // What was kept did not become the base: said again in a newer package it is news.
    lake.on("2026-04-06");
    tell(&mut lake, LAKE, Some("已选址"), None);
    let newest = reported(&mut lake, LAKE, "最新.ydpkg");
    assert_eq!(codes(&merge(&mut city, &newest, OnConflict::Open)), [(Outcome::Applied, ""), (Outcome::Applied, "")]);
}

#[test]
fn an_earlier_package_for_another_month_is_not_older() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    let march = reported(&mut lake, LAKE, "三月.ydpkg");
    lake.on("2026-05-05");
    lake.record("新增托位", LAKE, "2026-04", "50");
    let (plan, unit, april) = (lake.plan(), lake.unit(LAKE), lake.path("四月.ydpkg"));
    packages::export(&mut lake.app, Wanted::Report { plan, unit, period: Some(period("2026-04")) }, &april).unwrap();
    merge(&mut city, &april, OnConflict::Open);
    let report = merge(&mut city, &march, OnConflict::Open);
    assert_eq!((codes(&report), report.files[0].status), (vec![(Outcome::Applied, "")], FileStatus::Read));
}

#[test]
fn a_package_and_a_workbook_of_one_unit_that_differ_stand_side_by_side() {
    let (mut city, mut lake) = two();
    let sent = city.sends(&[LAKE], "发出").remove(0);
    lake.record("新增托位", LAKE, MARCH, "40");
    lake.record("育婴员", LAKE, MARCH, "7");
    lake.record("育婴员", LAKE, "2026-02", "5");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    let workbook = city.back("东湖.xlsx", &sent, &[("新增托位", "45"), ("育婴员", "7")], None);
    for files in [[&package, &workbook], [&workbook, &package]] {
        let report = city.preview(&files);
        assert!(report.files.iter().all(|file| file.codes.contains(&"two_returns".to_owned())), "{:?}", report.files);
        let contested: Vec<_> = report.items.iter().filter(|item| item.group.is_some()).collect();
        assert_eq!(
            contested.iter().map(|item| item.theirs.as_deref().unwrap()).collect::<std::collections::BTreeSet<_>>(),
            ["40", "45"].into()
        );
        assert!(
            contested.iter().all(|item| item.outcome == Outcome::Conflict && item.rivals.len() == 1 && item.group == contested[0].group)
        );
        assert_eq!(counts(&report), [5, 2, 1, 2, 0], "what both say the same is taken once, and February");
        let before = city.hash();
        let done = crate::merge::apply_all(&mut city.app, OnConflict::Decide(Choice::Theirs)).unwrap();
        assert_eq!((counts(&done), figure(&mut city, "新增托位")), ([5, 2, 1, 2, 0], None));
        city.call("undo", json!({}));
        assert_eq!(city.hash(), before);
    }
    for (taken, value) in [("40", 40.0), ("45", 45.0)] {
        let report = city.preview(&[&workbook, &package]);
        let item = report.items.iter().find(|item| item.theirs.as_deref() == Some(taken)).unwrap();
        let done = city.call("merge_apply", json!({"decisions": [{"key": item.key, "choice": "theirs"}]}));
        let done: MergeReport = serde_json::from_value(done).unwrap();
        let mut ends: Vec<_> = done.items.iter().filter(|item| item.group.is_some()).map(|item| item.code.as_deref().unwrap()).collect();
        ends.sort_unstable();
        assert_eq!((ends, figure(&mut city, "新增托位")), (vec!["kept", "taken"], Some(value)));
        city.call("undo", json!({}));
    }
}

#[test]
fn a_package_that_agrees_with_the_workbook_or_says_nothing_asks_nothing() {
    let (mut city, mut lake) = two();
    let sent = city.sends(&[LAKE], "发出").remove(0);
    lake.record("新增托位", LAKE, MARCH, "40");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    let workbook = city.back("东湖.xlsx", &sent, &[("新增托位", "40"), ("育婴员", "7")], None);
    for files in [[&package, &workbook], [&workbook, &package]] {
        let report = city.preview(&files);
        assert_eq!(counts(&report), [3, 2, 1, 0, 0]);
    }
}

#[test]
fn two_packages_of_one_unit_that_differ_ask_and_the_newer_one_is_named() {
    let (mut city, mut lake) = two();
    lake.record("备案率", LAKE, MARCH, "45/60");
    let old = reported(&mut lake, LAKE, "旧.ydpkg");
    lake.on("2026-04-05");
    lake.record("备案率", LAKE, MARCH, "48/60");
    let new = reported(&mut lake, LAKE, "新.ydpkg");
    let report = city.preview(&[&old, &new]);
    assert_eq!((report.files[0].newest, report.files[1].newest), (false, true));
    assert!(codes(&report).iter().all(|code| *code == (Outcome::Conflict, "two_returns")), "{:?}", codes(&report));
    let numerator = report.items.iter().find(|item| item.file_at == 1 && item.field == "numerator").unwrap();
    let done = city.call("merge_apply", json!({"decisions": [{"key": numerator.key, "choice": "theirs"}]}));
    let done: MergeReport = serde_json::from_value(done).unwrap();
    assert!(done.items.iter().all(|item| item.file_at != 0 || item.outcome != Outcome::Applied), "{:?}", done.items);
}

#[test]
fn what_came_back_in_a_workbook_is_the_base_of_the_first_package() {
    let (mut city, mut lake) = two();
    city.record("新增托位", LAKE, MARCH, "30");
    super::merge::send(&mut city);
    lake.record("新增托位", LAKE, MARCH, "40");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    let report = merge(&mut city, &package, OnConflict::Open);
    assert_eq!((counts(&report), report.items[0].base.as_deref()), ([1, 1, 0, 0, 0], Some("30")));
    let of = OfPeriod { plan: city.plan(), period: period(MARCH) };
    let board = crate::board::board(&mut city.app, of).unwrap();
    let row = board.units.into_iter().find(|row| row.unit.name == LAKE).unwrap();
    assert!(row.returned_at.is_some(), "a package is a return too");
}

#[test]
fn what_a_workbook_told_is_the_base_of_the_first_package_and_is_not_taken_back_by_silence() {
    let (mut city, mut lake) = two();
    tell(&mut city, LAKE, Some("已选址"), Some("缺保育员"));
    super::merge::send(&mut city);
    tell(&mut lake, LAKE, Some("已开工"), None);
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    let report = merge(&mut city, &package, OnConflict::Open);
    assert_eq!((counts(&report), report.items[0].base.as_deref()), ([1, 1, 0, 0, 0], Some("已选址")));
    let of = OfPeriod { plan: city.plan(), period: period(MARCH) };
    let now = crate::narrative::list(&mut city.app, of).unwrap().remove(0).told;
    assert_eq!((now.progress.as_str(), now.problems.as_str()), ("已开工", "缺保育员"));
    let of = OfPeriod { plan: city.plan(), period: period(MARCH) };
    let board = crate::board::board(&mut city.app, of).unwrap();
    assert!(
        board.units.iter().find(|row| row.unit.name == LAKE).unwrap().returned_at.is_some(),
        "a package that only tells is a return too"
    );
}

#[test]
fn what_fits_no_indicator_unit_or_open_period_is_refused_by_name() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    lake.record("育婴员", LAKE, "2026-04", "7");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    city.record("育婴员", HILL, MARCH, "3");
    let (plan, frozen) = (city.plan(), period(MARCH));
    crate::freeze::freeze(&mut city.app, OfPeriod { plan, period: frozen }).unwrap();
    let report = merge(&mut city, &package, OnConflict::Decide(Choice::Theirs));
    assert_eq!(counts(&report), [2, 1, 0, 0, 1]);
    assert_eq!(report.items[0].code.as_deref(), Some("frozen"));

    let mut stranger = Office::new();
    let ledger = stranger.path("别的.yaodian");
    stranger.app.open_or_create(&ledger).unwrap();
    let report = crate::merge::preview(&mut stranger.app, &[package]).unwrap();
    assert_eq!(report.files[0].status, FileStatus::Unknown);
    assert!(report.files[0].messages.iter().any(|message| message.contains("没有计划")), "{:?}", report.files);
}

/// Changes what a unit's package says, as a program that is not ours could.
fn rewrite(package: &Path, change: impl FnOnce(&mut package::Report)) {
    let mut read = package::read(&std::fs::read(package).unwrap()).unwrap();
    let package::Content::Report(report) = &mut read.content else { panic!("a unit's package") };
    change(report);
    std::fs::write(package, package::write(&read, "").unwrap()).unwrap();
}

#[test]
fn what_does_not_fit_is_rejected_by_its_code_and_the_rest_is_taken() {
    let (mut city, mut lake) = two();
    for name in NAMES {
        lake.record(name, LAKE, MARCH, if name == "备案率" { "45/60" } else { "40" });
    }
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    let unknown = lake.app.new_uid();
    rewrite(&package, |report| {
        let at = |name: &str| report.entries.iter().position(|entry| entry.name.contains(name)).unwrap();
        let [beds, nurses, rate, days] = NAMES.map(at);
        report.entries[beds].indicator = unknown;
        report.entries[nurses].unit_of_measure = "万人".into();
        report.entries[rate].period = period("2027-03");
        report.entries[days].typed = Some("4".into());
    });
    let report = merge(&mut city, &package, OnConflict::Open);
    let codes: Vec<_> = report.items.iter().map(|item| item.code.as_deref().unwrap_or("")).collect();
    assert_eq!(codes, ["not_in_plan", "terms_differ", "outside_plan", "outside_plan", ""]);
    assert_eq!(counts(&report), [5, 1, 0, 0, 4]);
    let entries = city.app.store().unwrap().entries_of_period(period(MARCH)).unwrap();
    assert_eq!(entries.iter().map(|entry| entry.typed.clone()).collect::<Vec<_>>(), [None], "what says another number is not kept");
    assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), [0; 5], "the same again");
}

#[test]
fn a_unit_whose_id_and_name_are_two_units_here_is_not_guessed() {
    let (mut city, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    let package = reported(&mut lake, LAKE, "填报.ydpkg");
    rewrite(&package, |report| report.unit_name = HILL.into());
    let before = city.hash();
    let report = crate::merge::preview(&mut city.app, std::slice::from_ref(&package)).unwrap();
    assert_eq!((report.files[0].status, report.items.len()), (FileStatus::Unknown, 0));
    assert!(report.files[0].messages.iter().any(|said| said.contains(LAKE) && said.contains(HILL)), "{:?}", report.files);
    assert_eq!(city.hash(), before);
}

#[test]
fn the_window_takes_a_plan_before_there_is_a_ledger_and_asks_where_one_handed_over_goes() {
    let mut city = Office::with_plan();
    let (plan, down, handed) = (city.plan(), city.path("计划.ydpkg"), city.path("移交.ydpkg"));
    for (path, kind) in [(&down, "plan"), (&handed, "handover")] {
        city.will_pick(path);
        let saved = city.call("package_save", json!({"kind": kind, "plan": plan, "unit": null, "period": null}));
        assert_eq!(saved["path"], json!(path.display().to_string()));
    }
    let mut lake = Office::new();
    lake.restart_as(LAKE);
    lake.will_pick(&down);
    let seen = lake.call("package_open", json!({}));
    assert_eq!((&seen["kind"], &seen["already"], &seen["report"]), (&json!("plan"), &json!(false), &Value::Null));
    assert_eq!(lake.call("package_take", json!({}))["changed"], json!(true));
    assert_eq!(lake.plan(), plan);
    assert_eq!(lake.refused("package_take", json!({})).message, "没有待收的数据包");

    let to = lake.path("接收.yaodian");
    lake.will_pick(&handed);
    lake.will_pick(&to);
    lake.call("package_open", json!({}));
    assert_eq!(lake.call("package_take", json!({}))["path"], json!(to.display().to_string()));
    assert_eq!(lake.hash(), city.hash());
    lake.will_pick(&handed);
    lake.call("package_open", json!({}));
    assert_eq!(lake.call("package_take", json!({}))["path"], Value::Null, "no file was named");
    lake.call("package_discard", json!({}));
    assert_eq!(lake.hash(), city.hash());
}

#[test]
fn a_ledger_handed_over_is_a_new_file_with_the_same_content_and_history() {
    let (_, mut lake) = two();
    lake.record("新增托位", LAKE, MARCH, "40");
    let (package, to) = (lake.path("移交.ydpkg"), lake.path("接收.yaodian"));
    packages::export(&mut lake.app, Wanted::Handover, &package).unwrap();
    let hash = lake.hash();
    let names = lake.names();
    let seen = packages::preview(&mut lake.app, &package).unwrap();
    assert_eq!((seen.kind, lake.names()), (PackageKind::Handover, names.clone()));
    packages::take_handover(&mut lake.app, &to).unwrap();
    let mut after = lake.names();
    after.retain(|name| !names.contains(name));
    assert_eq!(after, ["接收.yaodian"], "nothing is left beside it");

    packages::preview(&mut lake.app, &package).unwrap();
    let error = packages::take_handover(&mut lake.app, &to).unwrap_err();
    assert!(error.message.contains("不会覆盖"), "{error}");
    lake.app.open(&to).unwrap();
    assert_eq!(lake.hash(), hash);
    lake.call("undo", json!({}));
    assert_eq!(figure(&mut lake, "新增托位"), None);
}

#[test]
fn a_handed_over_ledger_that_was_altered_is_refused_and_leaves_nothing() {
    let (_, mut lake) = two();
    let copy = lake.path("改过.yaodian");
    lake.app.store().unwrap().backup(&copy).unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    // Its tables and triggers are no longer those of this program.
    let (guard, less) = (b"open_operation", b"open_operatioN");
    for at in 0..bytes.len() - guard.len() {
        if bytes[at..].starts_with(guard) {
            bytes[at..at + less.len()].copy_from_slice(less);
        }
    }
    let (package, to) = (lake.path("移交.ydpkg"), lake.path("接收.yaodian"));
    let cover = package::Cover {
        format: package::FORMAT,
        kind: package::Kind::Handover,
        uid: lake.app.new_uid(),
        ledger: lake.app.new_uid(),
        made_at: 1,
        made_by: "王芳".into(),
    };
    let content = package::HandoverContent { file_name: "台账".into(), plans: vec![], entries: 0, state: String::new() };
    let mut out = std::fs::File::create(&package).unwrap();
    package::write_handover(&mut out, &cover, &content, "", bytes.as_slice(), &[]).unwrap();
    packages::preview(&mut lake.app, &package).unwrap();
    assert!(packages::take_handover(&mut lake.app, &to).is_err());
    assert!(!lake.names().iter().any(|name| name.contains("接收")), "{:?}", lake.names());
}

/// A report of 东湖区 or 西山区: which indicator, which month, what.
type Change = (usize, u32, u32);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((0..4usize, 1..4u32, 1..50u32), 1..6)
}

const NAMES: [&str; 4] = ["新增托位", "育婴员", "备案率", "投诉办结"];

fn take(office: &mut Office, unit: &str, changes: &[Change]) {
    for (indicator, month, value) in changes {
        let value = if NAMES[*indicator] == "备案率" { format!("{value}/60") } else { value.to_string() };
        office.record(NAMES[*indicator], unit, &format!("2026-{month:02}"), &value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_twice_is_merging_once_and_undo_is_before(ours in changes(), theirs in changes(), take_theirs in any::<bool>()) {
        let (mut city, mut lake) = two();
        take(&mut city, LAKE, &ours);
        take(&mut lake, LAKE, &theirs);
        let package = reported(&mut lake, LAKE, "填报.ydpkg");
        let before = city.hash();
        let choice = OnConflict::Decide(if take_theirs { Choice::Theirs } else { Choice::Ours });
        counts(&merge(&mut city, &package, choice));
        let once = city.hash();
        prop_assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), [0; 5]);
        prop_assert_eq!(city.hash(), once);
        if city.app.store().unwrap().next_undo().unwrap().is_some_and(|operation| operation.label.starts_with("合并")) {
            city.call("undo", json!({}));
        }
        prop_assert_eq!(city.hash(), before);
    }

    #[test]
    fn a_conflict_is_where_base_ours_and_theirs_differ_and_nowhere_else(cells in prop::array::uniform3(prop::option::of(1..4u32))) {
        let [base, ours, theirs] = cells;
        let (mut city, mut lake) = two();
        let say = |office: &mut Office, value: Option<u32>| {
            office.record("新增托位", LAKE, MARCH, &value.map(|value| value.to_string()).unwrap_or_default());
        };
        // A note keeps the report in the package where it has no figure.
        lake.note("新增托位", LAKE, MARCH, "说明");
        city.note("新增托位", LAKE, MARCH, "说明");
        say(&mut lake, base);
        let package = reported(&mut lake, LAKE, "一.ydpkg");
        merge(&mut city, &package, OnConflict::Open);
        lake.on("2026-04-03");
        say(&mut city, ours);
        say(&mut lake, theirs);
        let package = reported(&mut lake, LAKE, "二.ydpkg");
        let want = if theirs == base {
            [0; 5]
        } else if theirs == ours {
            [1, 0, 1, 0, 0]
        } else if ours == base {
            [1, 1, 0, 0, 0]
        } else {
            [1, 0, 0, 1, 0]
        };
        prop_assert_eq!(counts(&merge(&mut city, &package, OnConflict::Open)), want);
    }

    #[test]
    fn packages_of_two_units_come_to_the_same_in_any_order(lakes in changes(), hills in changes()) {
        let mut results = Vec::new();
        for lake_first in [true, false] {
            let (mut city, mut lake) = two();
            let mut hill = pass_on(&mut city, HILL);
            take(&mut lake, LAKE, &lakes);
            take(&mut hill, HILL, &hills);
            let mut all = [reported(&mut lake, LAKE, "东湖.ydpkg"), reported(&mut hill, HILL, "西山.ydpkg")];
            if !lake_first {
                all.reverse();
            }
            for package in &all {
                let report = merge(&mut city, package, OnConflict::Open);
                prop_assert_eq!(&counts(&report)[3..], &[0, 0]);
            }
            let mut said: Vec<String> = content(&city).into_iter().map(|line| line[36..].to_owned()).collect();
            said.sort();
            results.push(said);
        }
        prop_assert_eq!(&results[0], &results[1]);
    }
}
