//! Returned workbooks against the ledger: the accounting identity, both forms of a figure, decisions.

use super::*;
use domain::{Amount, Field, Passage};
use proptest::prelude::*;
use serde_json::json;
use workbook::{Form, FormMeasure, FormRow};

pub(super) const MARCH: &str = "2026-03";

/// What a cell of the returned workbook holds; absent is as it was sent.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fill {
    Number(u32),
    Emptied,
}

/// What is told of a measure in the returned workbook, by its title: nothing empties a passage; absent is as it was sent.
pub(super) type Tells<'a> = [(&'a str, Passage, Option<&'a str>)];

/// Returns a workbook as its unit sends it back: the form that was sent, filled in anew.
pub(super) fn returned(office: &mut Office, fills: &[(&str, Field, Fill)]) -> PathBuf {
    returned_telling(office, fills, &[])
}

pub(super) fn returned_telling(office: &mut Office, fills: &[(&str, Field, Fill)], tells: &Tells) -> PathBuf {
    let store = office.app.store().unwrap();
    let plan = store.plans().unwrap().remove(0);
    let exchange = store.exchanges(plan.id).unwrap().remove(0);
    let cells = store.exchange_cells(exchange.id).unwrap();
    let base = |indicator: i64, field: Field| cells.iter().find(|c| c.indicator_id == indicator && c.field == field)?.base.number;
    let row = |row: store::IndicatorRow| {
        let terms = &row.data.indicator;
        let now = |field: Field| {
            let fill = fills.iter().find(|(name, of, _)| terms.name.contains(name) && *of == field);
            match fill {
                Some((.., Fill::Number(number))) => Some(Amount::from(*number)),
                Some((.., Fill::Emptied)) => None,
                None => base(row.id, field),
            }
        };
        let (value, numerator, denominator) = (now(Field::Value), now(Field::Numerator), now(Field::Denominator));
        FormRow {
            row: row.data.uid,
            measure_number: String::new(),
            measure_title: String::new(),
            role_label: String::new(),
            indicator_name: terms.name.clone(),
            unit_of_measure: terms.unit.clone(),
            target_label: String::new(),
            due: String::new(),
            kind: terms.kind,
            is_ratio: true,
            last: None,
            value,
            numerator,
            denominator,
            note: None,
        }
    };
    let texts = store.exchange_texts(exchange.id).unwrap();
    let told = |measure: store::MeasureRow| {
        let now = |passage: &Passage| {
            let tell = tells.iter().find(|(title, of, _)| measure.measure.title.contains(title) && of == passage);
            let base = || texts.iter().find(|text| text.measure_id == measure.id && text.passage == *passage)?.base.clone();
            Some((*passage, tell.map_or_else(base, |(.., text)| text.map(str::to_owned))?))
        };
        FormMeasure {
            row: measure.measure.uid,
            number: String::new(),
            title: measure.measure.title.clone(),
            text: String::new(),
            role_label: String::new(),
            due: String::new(),
            told: Passage::ALL.iter().filter_map(now).collect(),
        }
    };
    let measures = store.measures(plan.id).unwrap().into_iter().filter(|row| texts.iter().any(|text| text.measure_id == row.id));
    let sent = store.indicators(plan.id).unwrap().into_iter().filter(|row| cells.iter().any(|cell| cell.indicator_id == row.id));
    let form = Form {
        exchange: exchange.data.uid,
        plan_title: plan.data.title.clone(),
        period: exchange.data.period,
        period_label: exchange.data.period.zh(),
        unit_name: LAKE.to_owned(),
        sent_on: "2026-04-02".parse().unwrap(),
        sent_by: "王芳".to_owned(),
        rows: sent.map(row).collect(),
        measures: measures.map(told).collect(),
        trend: None,
    };
    let bytes = workbook::write_return_form(&form).unwrap();
    office.file("收回.xlsx", &bytes)
}

/// A ledger that has sent 东湖区 its workbook for March.
pub(super) fn sent() -> Office {
    let mut office = Office::with_plan();
    send(&mut office);
    office
}

pub(super) fn send(office: &mut Office) {
    send_to(office, LAKE);
}

fn send_to(office: &mut Office, unit: &str) {
    let request = Send { plan: office.plan(), period: period(MARCH), units: vec![office.unit(unit)], trend: false };
    let folder = office.path("发出");
    crate::send::send_to(&mut office.app, &request, &folder).unwrap();
}

fn preview(office: &mut Office, fills: &[(&str, Field, Fill)]) -> Value {
    let file = returned(office, fills);
    office.will_pick(&file);
    office.call("merge_open", json!({}))
}

pub(super) fn apply(office: &mut Office, decisions: Value) -> Value {
    office.call("merge_apply", json!({ "decisions": decisions }))
}

fn figure(office: &mut Office, name: &str) -> Option<f64> {
    office.status(MARCH, name).value
}

pub(super) fn outcomes(report: &Value) -> Vec<(&str, &str, &str)> {
    let items = report["items"].as_array().unwrap().iter();
    items.map(|item| ["field", "outcome", "code"].map(|key| item[key].as_str().unwrap_or(""))).map(|[a, b, c]| (a, b, c)).collect()
}

#[test]
fn each_conflict_is_decided_by_its_key() {
    let mut office = sent();
    for name in ["新增托位", "育婴员"] {
        office.record(name, LAKE, MARCH, "30");
    }
    let before = office.hash();
    let report = preview(&mut office, &[("新增托位", Field::Value, Fill::Number(40)), ("育婴员", Field::Value, Fill::Number(50))]);
    assert_eq!((&report["cells"]["conflicts"], &report["preview"]), (&json!(2), &json!(true)));
    assert_eq!((office.hash(), office.call("merge_show", json!({}))), (before.clone(), report.clone()));
    let decision = |item: usize, choice: &str| json!({"key": report["items"][item]["key"], "choice": choice});
    let done = apply(&mut office, json!([decision(0, "theirs"), decision(1, "ours")]));
    assert_eq!(outcomes(&done), [("value", "applied", "taken"), ("value", "conflict", "kept")]);
    assert_eq!((figure(&mut office, "新增托位"), figure(&mut office, "育婴员")), (Some(40.0), Some(30.0)));
    assert_eq!(office.refused("merge_apply", json!({"decisions": []})).message, "没有待合并的填报表");
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
}

#[test]
fn files_read_at_once_are_told_of_in_the_order_they_were_given() {
    let mut office = sent();
    let paths: Vec<PathBuf> = (0..40).map(|n| office.file(&format!("{n}.xlsx"), &vec![b'%'; n * 999])).collect();
    let report = crate::merge::preview(&mut office.app, &paths).unwrap();
    let names: Vec<String> = report.files.into_iter().map(|file| file.file).collect();
    assert_eq!(names, (0..40).map(|n| format!("{n}.xlsx")).collect::<Vec<_>>());
}

#[test]
fn a_merge_that_cannot_be_written_stays_in_preview() {
    let mut office = sent();
    preview(&mut office, &[("新增托位", Field::Value, Fill::Number(40))]);
    let mut other = store::Store::open(&office.path("台账.yaodian"), store::OpenMode::Write).unwrap();
    let op = office.app.operation(store::OperationKind::Setting, "占用");
    let _: Result<(), store::Error> = other.transact(op, |_| {
        office.refused("merge_apply", json!({"decisions": []}));
        Err(store::Error::NothingToUndo)
    });
    assert_eq!(office.call("merge_show", json!({}))["cells"]["applied"], 1);
    apply(&mut office, json!([]));
    assert_eq!(figure(&mut office, "新增托位"), Some(40.0));
}

#[test]
fn a_ratio_over_a_value_reported_since_is_a_conflict() {
    let mut office = sent();
    office.record("备案率", LAKE, MARCH, "80");
    let ratio = [("备案率", Field::Numerator, Fill::Number(57)), ("备案率", Field::Denominator, Fill::Number(60))];
    let report = preview(&mut office, &ratio);
    assert_eq!(outcomes(&report), [("numerator", "conflict", "undecided"), ("denominator", "conflict", "undecided")]);
    assert_eq!(report["items"][0]["ours"], "80");
    apply(&mut office, json!([]));
    assert_eq!(figure(&mut office, "备案率"), Some(80.0));
    preview(&mut office, &ratio);
    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!(figure(&mut office, "备案率"), Some(95.0));
}

#[test]
fn a_value_over_a_ratio_reported_since_is_a_conflict() {
    let mut office = sent();
    office.record("备案率", LAKE, MARCH, "57/60");
    let value = [("备案率", Field::Value, Fill::Number(80))];
    let report = preview(&mut office, &value);
    assert_eq!((outcomes(&report), &report["items"][0]["ours"]), (vec![("value", "conflict", "undecided")], &json!("57/60")));
    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!(figure(&mut office, "备案率"), Some(80.0));
    let again = preview(&mut office, &value);
    assert_eq!(again["cells"]["changed"], 0);
}

#[test]
fn a_value_beside_its_ratio_is_no_news_and_another_one_is_rejected() {
    let parts = [("备案率", Field::Numerator, Fill::Number(2)), ("备案率", Field::Denominator, Fill::Number(3))];
    for (value, outcome) in [(67, ("value", "equal", "")), (60, ("value", "rejected", "value_beside_ratio"))] {
        let mut office = sent();
        preview(&mut office, &[&[("备案率", Field::Value, Fill::Number(value))], &parts[..]].concat());
        let report = apply(&mut office, json!([]));
        assert_eq!(outcomes(&report), [outcome, ("numerator", "applied", ""), ("denominator", "applied", "")]);
        let stored = figure(&mut office, "备案率").unwrap();
        assert!((stored - 200.0 / 3.0).abs() < 1e-9, "{stored}");
    }
}

#[test]
fn a_ratio_becomes_a_value_when_its_parts_are_emptied() {
    let mut office = Office::with_plan();
    office.record("备案率", LAKE, MARCH, "57/60");
    send(&mut office);
    let (n, d) = (("备案率", Field::Numerator, Fill::Emptied), ("备案率", Field::Denominator, Fill::Emptied));
    preview(&mut office, &[("备案率", Field::Value, Fill::Number(80)), n, d]);
    apply(&mut office, json!([]));
    assert_eq!(figure(&mut office, "备案率"), Some(80.0));
    office.call("undo", json!({}));
    preview(&mut office, &[n]);
    assert_eq!(outcomes(&apply(&mut office, json!([]))), [("numerator", "rejected", "half_ratio")]);
    assert_eq!(figure(&mut office, "备案率"), Some(95.0));
}

#[test]
fn what_was_typed_once_is_not_kept_beside_a_figure_that_came_later() {
    let mut office = Office::with_plan();
    office.record("备案率", LAKE, MARCH, "０.８");
    send(&mut office);
    preview(&mut office, &[("备案率", Field::Numerator, Fill::Number(57)), ("备案率", Field::Denominator, Fill::Number(60))]);
    apply(&mut office, json!([]));
    let store = office.app.store().unwrap();
    let entries = store.entries(store.plans().unwrap()[0].id, period(MARCH)).unwrap();
    assert_eq!((entries.len(), &entries[0].typed), (1, &None));
}

#[test]
fn a_workbook_of_a_frozen_period_is_rejected_cell_by_cell_and_the_others_are_merged() {
    let mut office = sent();
    office.record("新增托位", LAKE, MARCH, "30");
    office.record("育婴员", HILL, MARCH, "20");
    let plan = office.plan();
    office.call("freeze", json!({"plan": plan, "period": MARCH}));
    let before = office.hash();
    let fills = [("新增托位", Field::Value, Fill::Number(40)), ("育婴员", Field::Value, Fill::Number(50))];
    let report = preview(&mut office, &fills);
    assert_eq!(outcomes(&report), [("value", "rejected", "frozen"), ("value", "rejected", "frozen")], "a conflict too");
    assert_eq!(report["items"][0]["message"], "2026年3月已冻结（王芳，2026-04-02），没有采用；要更正请先解冻并写明原因");
    assert_eq!((&report["cells"]["changed"], &report["cells"]["rejected"]), (&json!(2), &json!(2)));
    assert_eq!(office.hash(), before);

    let march = office.path("三月.xlsx");
    std::fs::rename(returned(&mut office, &fills), &march).unwrap();
    let (april, folder) = (Send { plan, period: period("2026-04"), units: vec![office.unit(HILL)], trend: false }, office.path("发出"));
    crate::send::send_to(&mut office.app, &april, &folder).unwrap();
    let april = returned(&mut office, &[("育婴员", Field::Value, Fill::Number(60))]);
    crate::merge::preview(&mut office.app, &[march.clone(), april]).unwrap();
    let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!((done.cells.applied, done.cells.rejected, office.status("2026-04", "育婴员").value), (1, 2, Some(60.0)));
    assert_eq!(figure(&mut office, "新增托位"), Some(30.0));

    office.call("unfreeze", json!({"plan": plan, "period": MARCH, "reason": "东湖区补报"}));
    crate::merge::preview(&mut office.app, &[march]).unwrap();
    let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!((done.cells.applied, figure(&mut office, "新增托位")), (2, Some(40.0)), "the same file, once it is open");
}

/// What happens to one indicator: before the workbook is sent, after it, and in it.
#[derive(Clone, Debug)]
struct Fate {
    before: Option<&'static str>,
    after: Option<&'static str>,
    value: Option<Fill>,
    numerator: Option<Fill>,
    denominator: Option<Fill>,
}

fn fate() -> impl Strategy<Value = Fate> {
    let recorded = || proptest::option::of(proptest::sample::select(vec!["", "1", "2", "50", "1/2", "2/4"]));
    let fill = || proptest::option::of(prop_oneof![(0_u32..3).prop_map(Fill::Number), Just(Fill::Number(50)), Just(Fill::Emptied)]);
    (recorded(), recorded(), fill(), fill(), fill()).prop_map(|(before, after, value, numerator, denominator)| Fate {
        before,
        after,
        value,
        numerator,
        denominator,
    })
}

/// Returns how many cases the law is tried on: few, or as many as `cargo xtask soak` asks for.
pub(super) fn cases(usual: u32) -> u32 {
    std::env::var("YAODIAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(40)))]

    #[test]
    fn the_identity_holds_merging_twice_is_once_and_undo_is_before(fates in [fate(), fate()], theirs in any::<bool>()) {
        let mut office = Office::with_plan_copied();
        let names = ["备案率", "办结时间"];
        let record = |office: &mut Office, name: &str, text: Option<&str>| {
            // A numerator and denominator only where a rate is asked for.
            if let Some(text) = text.filter(|text| name == "备案率" || !text.contains('/')) {
                office.record(name, LAKE, MARCH, text);
            }
        };
        names.iter().zip(&fates).for_each(|(name, fate)| record(&mut office, name, fate.before));
        send(&mut office);
        names.iter().zip(&fates).for_each(|(name, fate)| record(&mut office, name, fate.after));
        let mut fills = Vec::new();
        for (name, fate) in names.iter().zip(&fates) {
            let cells = [(Field::Value, fate.value), (Field::Numerator, fate.numerator), (Field::Denominator, fate.denominator)];
            fills.extend(cells.into_iter().filter_map(|(field, fill)| Some((*name, field, fill?))));
        }
        let before = office.hash();
        preview(&mut office, &fills);
        prop_assert_eq!(office.hash(), before.clone());
        let choice = if theirs { Choice::Theirs } else { Choice::Ours };
        let report = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(choice)).unwrap();
        let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
        prop_assert_eq!(changed, applied + equal + conflicts + rejected);
        prop_assert_eq!(changed as usize, report.items.len());
        let written = office.app.store().unwrap().entries(1, period(MARCH)).unwrap();
        for item in report.items.iter().filter(|item| item.outcome == Outcome::Applied) {
            // What was said to be taken is there: nothing is counted and then lost.
            let id = |uid: &str| office.app.store().unwrap().indicator(uid.parse().unwrap()).unwrap().unwrap().id;
            let indicator = id(item.key.split(':').nth(1).unwrap());
            let figure = written.iter().find(|entry| entry.indicator_id == indicator).and_then(|entry| entry.figure);
            let now = match (item.field.as_str(), figure) {
                ("value", Some(domain::judge::Figure::Value(value))) => Some(value),
                ("numerator", Some(domain::judge::Figure::Ratio { numerator, .. })) => Some(numerator),
                ("denominator", Some(domain::judge::Figure::Ratio { denominator, .. })) => Some(denominator),
                _ => None,
            };
            prop_assert_eq!(now.map(|now| now.to_string()), item.theirs.clone(), "{:?}", item);
        }
        let merged = office.hash();
        let again = preview(&mut office, &fills);
        prop_assert_eq!(&again["cells"]["changed"], &json!(0), "{}", again);
        apply(&mut office, json!([]));
        prop_assert_eq!(office.hash(), merged);
        office.undo_and_redo(&before);
    }

    #[test]
    fn returns_of_two_units_merge_to_the_same_ledger_in_any_order(lake in fate(), hill in fate()) {
        let mut office = Office::with_plan_copied();
        let units = [(LAKE, &lake), (HILL, &hill)];
        for (unit, fate) in units {
            fate.before.into_iter().for_each(|text| drop(office.record("备案率", unit, MARCH, text)));
        }
        let files = units.map(|(unit, fate)| {
            send_to(&mut office, unit);
            let cells = [(Field::Value, fate.value), (Field::Numerator, fate.numerator), (Field::Denominator, fate.denominator)];
            let fills: Vec<_> = cells.into_iter().filter_map(|(field, fill)| Some(("备案率", field, fill?))).collect();
            let file = returned(&mut office, &fills);
            office.file(&format!("{unit}.xlsx"), &std::fs::read(file).unwrap())
        });
        for (unit, fate) in units {
            fate.after.into_iter().for_each(|text| drop(office.record("备案率", unit, MARCH, text)));
        }
        let sent = office.app.store().unwrap().exchanges(1).unwrap();
        prop_assert!(sent.len() == 2 && sent[0].data.unit_id != sent[1].data.unit_id);
        let mut states = Vec::new();
        let [one, two] = files;
        for returns in [vec![vec![one.clone(), two.clone()]], vec![vec![two.clone(), one.clone()]], vec![vec![one.clone()], vec![two]]] {
            let merges = returns.len();
            let mut conflicts = 0;
            for paths in returns {
                crate::merge::preview(&mut office.app, &paths).unwrap();
                let report = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
                conflicts += report.cells.conflicts;
            }
            let store = office.app.store().unwrap();
            let cells = store.exchanges(1).unwrap().iter().map(|sent| store.exchange_cells(sent.id).unwrap()).collect::<Vec<_>>();
            states.push((store.entries(1, period(MARCH)).unwrap(), cells, conflicts));
            for _ in 0..merges {
                office.call("undo", json!({}));
            }
        }
        prop_assert_eq!(&states[0], &states[1]);
        prop_assert_eq!(&states[0], &states[2]);
    }

    #[test]
    fn a_cell_of_the_ledger_conflicts_exactly_when_all_three_differ(
        before in 0..4_u32, after in 0..4_u32, came in 0..4_u32,
    ) {
        // 0 stands for nothing there.
        let mut office = Office::with_plan_copied();
        let put = |office: &mut Office, now: u32| drop(office.record("办结时间", LAKE, MARCH, &if now == 0 { String::new() } else { now.to_string() }));
        put(&mut office, before);
        send(&mut office);
        put(&mut office, after);
        let fill = if came == 0 { Fill::Emptied } else { Fill::Number(came) };
        let report = preview(&mut office, &[("办结时间", Field::Value, fill)]);
        let wanted = match (came == before, came == after, before == after) {
            (true, ..) => vec![],
            (_, true, _) => vec![("value", "equal", "")],
            (.., true) => vec![("value", "applied", "")],
            _ => vec![("value", "conflict", "undecided")],
        };
        prop_assert_eq!(outcomes(&report), wanted);
    }
}
