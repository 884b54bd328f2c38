//! What units tell of measures, out with their workbooks and back in: compared, decided, written and undone like figures.

use super::merge::{Fill, MARCH, Tells, apply, cases, outcomes, returned_telling, send};
use super::*;
use domain::{Field, Passage};
use proptest::prelude::*;
use serde_json::json;

const SUPPLY: &str = "扩大托位供给";
const RULES: &str = "规范机构管理";

fn measure(office: &Office, title: &str) -> Uid {
    let store = office.app.store().unwrap();
    let plan = store.plans().unwrap()[0].id;
    store.measures(plan).unwrap().into_iter().find(|row| row.measure.title.contains(title)).unwrap().measure.uid
}

fn tell(office: &mut Office, title: &str, passage: Passage, text: &str) {
    let text = |one: Passage| (one == passage).then(|| text.to_owned());
    let [progress, problems, next_steps] = [Passage::Progress, Passage::Problems, Passage::NextSteps].map(text);
    let (measure, unit) = (measure(office, title), office.unit(LAKE));
    let request = NarrativeSet { measure, unit, period: period(MARCH), progress, problems, next_steps };
    crate::narrative::set(&mut office.app, request).unwrap();
}

fn told(office: &mut Office, title: &str) -> [String; 3] {
    let (measure, unit) = (measure(office, title), office.unit(LAKE));
    let view = crate::narrative::show(&mut office.app, NarrativeOf { measure, unit, period: period(MARCH) }).unwrap();
    [view.told.progress, view.told.problems, view.told.next_steps]
}

fn preview(office: &mut Office, tells: &Tells) -> Value {
    let file = returned_telling(office, &[], tells);
    // What was in hand before would stand beside it.
    office.call("merge_discard", json!({}));
    office.will_pick(&file);
    office.call("merge_open", json!({}))
}

#[test]
fn what_is_told_comes_in_with_the_figures_as_one_operation_and_goes_out_with_the_next_workbook() {
    let mut office = Office::with_plan();
    tell(&mut office, SUPPLY, Passage::Progress, "已选址");
    send(&mut office);
    let before = office.hash();
    let tells = [(SUPPLY, Passage::Progress, Some("已开工2处\n下月完工")), (RULES, Passage::Problems, Some("缺保育员"))];
    let file = returned_telling(&mut office, &[("新增托位", Field::Value, Fill::Number(40))], &tells);
    office.will_pick(&file);
    let report = office.call("merge_open", json!({}));
    assert_eq!(outcomes(&report), [("value", "applied", ""), ("progress", "applied", ""), ("problems", "applied", "")]);
    let item = &report["items"][1];
    assert_eq!(
        (&item["sheet"], &item["column"], &item["row"], &item["indicator"]),
        (&json!("进展情况"), &json!("G"), &json!(4), &json!(SUPPLY))
    );
    assert_eq!((&item["base"], &item["ours"], &item["theirs"]), (&json!("已选址"), &json!("已选址"), &json!("已开工2处\n下月完工")));
    assert_eq!(office.hash(), before);
    apply(&mut office, json!([]));
    assert_eq!(told(&mut office, SUPPLY), ["已开工2处\n下月完工", "", ""]);
    assert_eq!(told(&mut office, RULES), ["", "缺保育员", ""]);
    let (measure, unit) = (measure(&office, RULES), office.unit(LAKE));
    let view = crate::narrative::show(&mut office.app, NarrativeOf { measure, unit, period: period(MARCH) });
    assert_eq!(view.unwrap().by.unwrap(), format!("{LAKE} 回表 2026-04-02 09:30"));
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before, "figures and texts are one operation");
    office.call("redo", json!({}));
    send(&mut office);
    assert_eq!(preview(&mut office, &[])["cells"]["changed"], 0, "the next workbook has what was told");
    assert_eq!(preview(&mut office, &[(RULES, Passage::Problems, None)])["items"][0]["base"], "缺保育员");
    apply(&mut office, json!([]));
    assert_eq!(told(&mut office, RULES), ["", "", ""], "an emptied passage is emptied");
}

#[test]
fn what_both_told_is_a_conflict_and_what_was_decided_is_not_asked_again() {
    for (choice, code, now) in [("theirs", "taken", "回表说的"), ("ours", "kept", "本局后来写的")] {
        let mut office = super::merge::sent();
        tell(&mut office, SUPPLY, Passage::NextSteps, "本局后来写的");
        let tells = [(SUPPLY, Passage::NextSteps, Some("回表说的"))];
        let report = preview(&mut office, &tells);
        assert_eq!(
            (outcomes(&report), &report["items"][0]["ours_by"]),
            (vec![("next_steps", "conflict", "undecided")], &json!("王芳 2026-04-02 09:30"))
        );
        let done = apply(&mut office, json!([{"key": report["items"][0]["key"], "choice": choice}]));
        assert_eq!(done["items"][0]["code"], code);
        assert_eq!(told(&mut office, SUPPLY)[2], now);
        assert_eq!(preview(&mut office, &tells)["cells"]["changed"], 0, "{choice}");
    }
}

#[test]
fn a_text_is_taken_up_to_the_longest_and_refused_over_it() {
    let mut office = super::merge::sent();
    let (fits, over) = ("长".repeat(Passage::LONGEST), "长".repeat(Passage::LONGEST + 1));
    let report = preview(&mut office, &[(SUPPLY, Passage::Progress, Some(&fits)), (SUPPLY, Passage::Problems, Some(&over))]);
    assert_eq!(outcomes(&report), [("progress", "applied", ""), ("problems", "rejected", "too_long")]);
    assert_eq!(report["items"][1]["message"], "有4001字，最多4000字，没有采用；请删减后再交，详细材料可以另附");
    apply(&mut office, json!([]));
    assert_eq!(told(&mut office, SUPPLY), [fits.as_str(), "", ""]);
}

#[test]
fn of_a_frozen_period_nothing_told_is_taken() {
    let mut office = super::merge::sent();
    office.record("新增托位", LAKE, MARCH, "30");
    let plan = office.plan();
    office.call("freeze", json!({"plan": plan, "period": MARCH}));
    let report = preview(&mut office, &[(SUPPLY, Passage::Progress, Some("补报"))]);
    assert_eq!(outcomes(&report), [("progress", "rejected", "frozen")]);
}

#[test]
fn rows_that_were_not_sent_are_refused_by_name() {
    let mut office = super::merge::sent();
    // The measure's id is right, but this workbook had no such row: its text must not be lost without a word.
    let path = returned_telling(&mut office, &[], &[(SUPPLY, Passage::Progress, Some("已开工"))]);
    let store = office.app.store().unwrap();
    let exchange = store.exchanges(1).unwrap()[0].id;
    assert!(!store.exchange_texts(exchange).unwrap().is_empty());
    let id = measure(&office, SUPPLY);
    let op = office.app.operation(store::OperationKind::Setting, "改动计划");
    let row = office.app.store().unwrap().measure(id).unwrap().unwrap();
    // Its indicators and its place in the workbook's record are gone with it.
    let indicators: Vec<i64> = office
        .app
        .store()
        .unwrap()
        .indicators(1)
        .unwrap()
        .into_iter()
        .filter(|i| i.data.measure_id == Some(row.id))
        .map(|i| i.id)
        .collect();
    let removed = office.app.store_mut().unwrap().transact(op, |w| {
        for indicator in &indicators {
            let mut moved = w.indicators(1)?.into_iter().find(|row| row.id == *indicator).unwrap().data;
            moved.measure_id = None;
            w.update_indicator(&moved)?;
        }
        w.delete_measure(row.id)
    });
    removed.unwrap();
    office.will_pick(&path);
    let report = office.call("merge_open", json!({}));
    assert_eq!(outcomes(&report), [("progress", "rejected", "row_unknown")]);
    assert_eq!((&report["items"][0]["theirs"], &report["items"][0]["indicator"]), (&json!("已开工"), &json!(SUPPLY)));
}

#[test]
fn a_unit_named_without_indicators_gets_a_workbook_and_the_board_has_it() {
    let mut office = Office::new();
    office.import(
        "要点.txt",
        "云州市2026年托育工作要点\n\n一、托育供给\n\n1.加强宣传引导。广泛宣传托育政策。（牵头单位：市托育中心；配合单位：市妇幼保健院）\n",
    );
    let (plan, folder) = (office.plan(), office.path("发出"));
    let request = Send { plan, period: period(MARCH), units: Vec::new(), trend: true };
    let sent = crate::send::send_to(&mut office.app, &request, &folder).unwrap();
    let counts: Vec<_> = sent.files.iter().map(|file| (file.unit.as_str(), file.rows, file.measures)).collect();
    assert_eq!(counts, [("市托育中心", 0, 1), ("市妇幼保健院", 0, 1)]);
    let board = office.call("board", json!({"plan": plan, "period": MARCH}));
    assert_eq!(board["units"].as_array().unwrap().iter().map(|row| row["total"].as_u64().unwrap()).collect::<Vec<_>>(), [0, 0]);
    let back = workbook::read_return(&std::fs::read(&sent.files[1].path).unwrap()).unwrap();
    assert_eq!((back.told.len(), back.told[0].measure.as_str(), back.problems), (1, "1 加强宣传引导", vec![]));
}

/// What happens to one passage: before the workbook is sent, after it, and in it.
#[derive(Clone, Debug)]
struct Fate {
    before: Option<&'static str>,
    after: Option<&'static str>,
    back: Option<Option<&'static str>>,
}

fn fate() -> impl Strategy<Value = Fate> {
    let text = || proptest::option::of(proptest::sample::select(vec!["", "甲", "乙", "甲\n乙"]));
    let back =
        proptest::option::of(proptest::sample::select(vec![None, Some("甲"), Some("乙"), Some(" 甲 "), Some("甲\r\n乙"), Some("0")]));
    (text(), text(), back).prop_map(|(before, after, back)| Fate { before, after, back })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(30)))]

    #[test]
    fn the_laws_of_merging_hold_for_what_is_told(fates in proptest::collection::vec(fate(), 6), theirs in any::<bool>()) {
        let mut office = Office::with_plan();
        let places: Vec<_> = [SUPPLY, RULES].iter().flat_map(|title| Passage::ALL.iter().map(move |passage| (*title, *passage))).collect();
        let all = |office: &mut Office, of: fn(&Fate) -> Option<&'static str>| {
            for ((title, passage), fate) in places.iter().zip(&fates) {
                if let Some(text) = of(fate) {
                    tell(office, title, *passage, text);
                }
            }
        };
        all(&mut office, |fate| fate.before);
        send(&mut office);
        all(&mut office, |fate| fate.after);
        let tells: Vec<_> = places.iter().zip(&fates).filter_map(|((title, passage), fate)| Some((*title, *passage, fate.back?))).collect();
        let before = office.hash();
        let was: Vec<String> = [SUPPLY, RULES].iter().flat_map(|title| told(&mut office, title)).collect();
        preview(&mut office, &tells);
        prop_assert_eq!(office.hash(), before.clone());
        let choice = if theirs { Choice::Theirs } else { Choice::Ours };
        let report = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(choice)).unwrap();
        let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
        prop_assert_eq!((changed, rejected), (applied + equal + conflicts + rejected, 0));
        let now: Vec<String> = [SUPPLY, RULES].iter().flat_map(|title| told(&mut office, title)).collect();
        for ((fate, was), now) in fates.iter().zip(&was).zip(&now) {
            // What one passage becomes, said without the code under test.
            let plain = |text: Option<&str>| text.unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
            let base = plain(fate.before);
            let back = fate.back.map_or_else(|| base.clone(), plain);
            let expected = if back == base { was } else if *was == base || theirs { &back } else { was };
            prop_assert_eq!(now, expected, "{:?}", fate);
        }
        let merged = office.hash();
        let again = preview(&mut office, &tells);
        prop_assert_eq!(&again["cells"]["changed"], &json!(0), "{}", again);
        apply(&mut office, json!([]));
        prop_assert_eq!(office.hash(), merged);
        office.undo_and_redo(&before);
    }
}
