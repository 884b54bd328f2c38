//! Two units that are the same become one: what clashes is asked about, nothing is lost, undo brings everything back.

use super::*;
use crate::ErrorKind;
use crate::units::merge;
use domain::Amount;
use proptest::prelude::*;
use serde_json::json;

const MARCH: &str = "2026-03";
/// 东湖区 as a second document spells it.
const SPELT: &str = "东湖区卫健局";

/// The small plan, and a second one that calls 东湖区 by another name.
fn spelt_twice() -> Office {
    let mut office = Office::with_plan();
    units::add(&mut office.app, UnitAdd { name: SPELT.into(), group: Some(GROUP.into()) }).unwrap();
    office
}

fn pair(office: &Office) -> UnitMergeOf {
    UnitMergeOf { from: office.unit(SPELT), into: office.unit(LAKE) }
}

fn preview(office: &mut Office) -> UnitMerging {
    let of = pair(office);
    merge::preview(&mut office.app, of).unwrap()
}

fn decided(office: &mut Office, choice: ClashChoice) -> Result<UnitLine, ApiError> {
    let of = pair(office);
    merge::apply_all(&mut office.app, of, Some(choice))
}

fn told(merging: &UnitMerging) -> Vec<String> {
    let one = |clash: &UnitClash| {
        let period = clash.period.as_deref().unwrap_or("");
        format!("{} {}{period}：{}｜{}｜{}", clash.what, clash.name, clash.ours, clash.theirs, clash.sum.as_deref().unwrap_or("不能相加"))
    };
    merging.clashes.iter().map(one).collect()
}

fn history(office: &mut Office) -> Vec<String> {
    let plan = office.plan();
    let list = office.call("measures", json!({"plan": plan, "period": MARCH}));
    let detail = office.call("measure", json!({"measure": list["measures"][0]["id"], "period": MARCH}));
    detail["history"].as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn without_clashes_everything_goes_over_at_once() {
    let mut office = spelt_twice();
    office.record("新增托位", LAKE, "2026-02", "40");
    office.record("新增托位", SPELT, MARCH, "66");
    office.record("备案率", SPELT, MARCH, "57/60");
    let before = office.hash();
    let merging = preview(&mut office);
    assert_eq!(merging.clashes, []);
    assert_eq!((merging.moves, merging.aliases), (vec!["所属分组1个".to_owned(), "填报2条".to_owned()], vec![SPELT.to_owned()]));
    assert_eq!(office.hash(), before, "a preview writes nothing");
    let figures = [office.status("2026-02", "新增托位").value, office.status(MARCH, "新增托位").value];
    let of = pair(&office);
    let survivor = merge::apply_all(&mut office.app, of, None).unwrap();
    assert_eq!((survivor.name.as_str(), survivor.aliases, survivor.figures), (LAKE, vec![SPELT.to_owned()], 3));
    assert_eq!([office.status("2026-02", "新增托位").value, office.status(MARCH, "新增托位").value], figures);
    assert_eq!(office.unit(SPELT), office.unit(LAKE), "the other name finds it");
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
    office.call("redo", json!({}));
    assert_eq!(office.unit(SPELT), office.unit(LAKE));
}

#[test]
fn clashes_are_shown_with_both_figures_and_decided_one_by_one() {
    let mut office = spelt_twice();
    office.record("新增托位", LAKE, MARCH, "60");
    office.record("新增托位", SPELT, MARCH, "60");
    office.record("备案率", LAKE, MARCH, "57/60");
    office.record("备案率", SPELT, MARCH, "3/4");
    office.record("办结时间", LAKE, MARCH, "4");
    office.record("办结时间", SPELT, MARCH, "6");
    let beds = office.indicator("新增托位");
    for (unit, share) in [(LAKE, "400"), (SPELT, "0.02万")] {
        let unit = office.unit(unit);
        indicators::allocate(&mut office.app, beds, unit, share).unwrap();
    }
    let before = office.hash();
    let merging = preview(&mut office);
    assert_eq!(
        told(&merging),
        [
            "填报 新增托位2026年3月：60｜60｜120",
            "填报 托育机构备案率2026年3月：57/60｜3/4｜60/64",
            "填报 投诉办结时间2026年3月：4｜6｜不能相加",
            "分解指标 新增托位：400｜0.02万｜600",
        ]
    );
    let of = pair(&office);
    let open = merge::apply_all(&mut office.app, of.clone(), None).unwrap_err();
    assert!(open.kind == ErrorKind::Conflict && open.message.contains("有4处不一致，还没有选定"), "{}", open.message);
    let wrong = decided(&mut office, ClashChoice::Add).unwrap_err();
    assert!(wrong.message.contains("有1处不能相加：投诉办结时间2026年3月（4／6）"), "{}", wrong.message);
    let three: Vec<_> = merging.clashes[..3].iter().map(|clash| json!({"key": clash.key, "choice": "keep"})).collect();
    let some = json!({"from": of.from, "into": of.into, "decisions": three});
    assert!(office.refused("unit_merge", some).message.contains("有1处不一致"));
    assert_eq!(office.hash(), before, "nothing was written before everything was decided");
    let choices = ["add", "add", "take", "keep"];
    let decisions: Vec<_> =
        merging.clashes.iter().zip(choices).map(|(clash, choice)| json!({"key": clash.key, "choice": choice})).collect();
    office.call("unit_merge", json!({"from": of.from, "into": of.into, "decisions": decisions}));
    assert_eq!(office.status(MARCH, "新增托位").value, Some(120.0));
    assert_eq!(office.status(MARCH, "备案率").value, Some(93.75));
    assert_eq!(office.status(MARCH, "办结时间").value, Some(6.0));
    let shares = office.call("shares", json!({"indicator": beds}));
    let lake = shares["rows"].as_array().unwrap().iter().find(|row| row["unit"]["name"] == LAKE).unwrap();
    assert_eq!(lake["share"], "400");
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
}

#[test]
fn keeping_or_taking_decides_all_clashes_alike() {
    for (choice, value) in [(ClashChoice::Keep, 60.0), (ClashChoice::Take, 66.0), (ClashChoice::Add, 126.0)] {
        let mut office = spelt_twice();
        office.record("新增托位", LAKE, MARCH, "60");
        office.record("新增托位", SPELT, MARCH, "66");
        decided(&mut office, choice).unwrap();
        assert_eq!(office.status(MARCH, "新增托位").value, Some(value), "{choice:?}");
    }
}

#[test]
fn a_figure_and_a_note_go_together_and_two_notes_are_a_clash() {
    let mut office = spelt_twice();
    let entry = |office: &mut Office, unit: &str, value: &str, note: &str| {
        let input = EntryInput {
            indicator: office.indicator("新增托位"),
            unit: office.unit(unit),
            period: period(MARCH),
            value: value.into(),
            note: Some(note.into()),
        };
        crate::record::record(&mut office.app, Record { entries: vec![input] }).unwrap();
    };
    entry(&mut office, LAKE, "", "下月报");
    office.record("新增托位", SPELT, MARCH, "66");
    assert_eq!(preview(&mut office).clashes, []);
    entry(&mut office, SPELT, "66", "含新建");
    assert_eq!(told(&preview(&mut office)), ["填报 新增托位2026年3月：备注：下月报｜66（含新建）｜66（下月报；含新建）"]);
    decided(&mut office, ClashChoice::Add).unwrap();
    let store = office.app.store().unwrap();
    let plan = store.plans().unwrap()[0].id;
    let kept = store.entries(plan, period(MARCH)).unwrap();
    assert_eq!((kept.len(), kept[0].note.as_deref()), (1, Some("下月报；含新建")));
}

#[test]
fn the_history_of_the_survivor_tells_of_before_under_the_names_of_then() {
    let mut office = spelt_twice();
    office.record("新增托位", SPELT, "2026-02", "30");
    office.record("新增托位", SPELT, MARCH, "66");
    office.record("新增托位", LAKE, MARCH, "60");
    decided(&mut office, ClashChoice::Take).unwrap();
    office.record("新增托位", LAKE, MARCH, "70");
    assert_eq!(
        history(&mut office),
        [
            "新增托位：东湖区卫生健康局3月66改为70",
            "新增托位：东湖区卫健局2月30转到东湖区卫生健康局名下",
            "新增托位：东湖区卫生健康局3月60改为66",
            "新增托位：东湖区卫健局3月66随并入不再单列",
            "新增托位：东湖区卫生健康局3月填报60",
            "新增托位：东湖区卫健局3月填报66",
            "新增托位：东湖区卫健局2月填报30",
        ]
    );
}

#[test]
fn a_unit_in_a_frozen_period_stays_and_the_frozen_figures_with_it() {
    let mut office = spelt_twice();
    office.record("新增托位", SPELT, MARCH, "66");
    office.record("新增托位", LAKE, MARCH, "60");
    let plan = office.plan();
    office.call("freeze", json!({"plan": plan, "period": MARCH}));
    let (before, frozen) = (office.hash(), office.status(MARCH, "新增托位"));
    let of = pair(&office);
    for refused in [merge::preview(&mut office.app, of.clone()).unwrap_err(), decided(&mut office, ClashChoice::Add).unwrap_err()] {
        assert_eq!(refused.kind, ErrorKind::Conflict);
        assert!(refused.message.contains("“云州市2026年托育工作要点”2026年3月"), "{}", refused.message);
        assert!(refused.hint.unwrap().contains("先解冻"));
    }
    assert_eq!((office.hash(), office.status(MARCH, "新增托位")), (before, frozen.clone()));
    // A unit that came later is not in it and can go into one that is.
    units::add(&mut office.app, UnitAdd { name: "东湖卫健".into(), group: None }).unwrap();
    office.record("新增托位", "东湖卫健", "2026-04", "70");
    let late = UnitMergeOf { from: office.unit("东湖卫健"), into: office.unit(LAKE) };
    merge::apply_all(&mut office.app, late, None).unwrap();
    assert_eq!(office.status(MARCH, "新增托位"), frozen);
    office.call("unfreeze", json!({"plan": plan, "period": MARCH, "reason": "两个名称是一家"}));
    decided(&mut office, ClashChoice::Add).unwrap();
    assert_eq!(office.status(MARCH, "新增托位").value, Some(126.0));
}

#[test]
fn a_workbook_sent_to_the_unit_that_went_comes_back_to_the_survivor() {
    let mut office = Office::with_plan();
    units::add(&mut office.app, UnitAdd { name: "东湖区卫健委".into(), group: None }).unwrap();
    super::merge::send(&mut office);
    let file = super::merge::returned(&mut office, &[("新增托位", domain::Field::Value, super::merge::Fill::Number(66))]);
    let of = UnitMergeOf { from: office.unit(LAKE), into: office.unit("东湖区卫健委") };
    let survivor = merge::apply_all(&mut office.app, of, None).unwrap();
    crate::merge::preview(&mut office.app, &[file]).unwrap();
    let report = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    assert_eq!((report.files[0].unit.as_deref(), report.cells.applied), (Some("东湖区卫健委"), 1));
    assert_eq!(units::line(&office.app, survivor.id).unwrap().figures, 1);
    // And the old name in a document is the survivor.
    let text = "云州市2026年增补要点\n\n一、托育供给\n\n1.增设托位。新增托位30个。（责任单位：东湖区卫生健康局）\n";
    assert_eq!(office.import("增补.txt", text).new_units, 0);
}

#[test]
fn a_group_does_not_become_a_unit_and_none_becomes_itself() {
    let mut office = spelt_twice();
    let (lake, group) = (office.unit(LAKE), office.unit(GROUP));
    for (from, into) in [(lake, group), (group, lake), (lake, lake)] {
        let error = office.refused("unit_merge_preview", json!({"from": from, "into": into}));
        assert_eq!((error.kind, error.hint.is_some()), (ErrorKind::Invalid, true), "{}", error.message);
    }
}

#[test]
fn a_unit_that_goes_into_one_below_it_leaves_no_circle() {
    let mut office = spelt_twice();
    // 市托育中心 > 东湖区卫健局 > 西山区 > 东湖区卫生健康局
    for (unit, parent) in [(SPELT, CENTRE), (HILL, SPELT), (LAKE, HILL)] {
        let line = units::line(&office.app, office.unit(unit)).unwrap();
        let set = UnitSet {
            unit: line.id,
            name: line.name,
            keep_old: true,
            short_name: String::new(),
            aliases: line.aliases,
            parent: Some(office.unit(parent)),
            groups: line.groups,
            is_group: line.is_group,
            members: line.members,
        };
        units::set(&mut office.app, set).unwrap();
    }
    decided(&mut office, ClashChoice::Keep).unwrap();
    let (lake, hill, centre) = (office.unit(LAKE), office.unit(HILL), office.unit(CENTRE));
    let parent = |unit| units::line(&office.app, unit).unwrap().parent;
    assert_eq!((parent(lake), parent(hill)), (Some(centre), Some(lake)));
}

/// A report: of the two spellings and another unit, for an indicator, a month, a figure.
fn report() -> impl Strategy<Value = (usize, usize, u32, u32)> {
    (0..3_usize, 0..3_usize, 1..5_u32, 1..50_u32)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn merging_keeps_the_sums_and_undo_brings_everything_back(
        reports in prop::collection::vec(report(), 0..14),
        shares in prop::collection::vec((0..3_usize, 1..900_u32), 0..4),
        increments in any::<bool>(),
        in_group in any::<bool>(),
    ) {
        let mut office = Office::with_plan();
        let group = in_group.then(|| GROUP.to_owned());
        units::add(&mut office.app, UnitAdd { name: SPELT.into(), group }).unwrap();
        let (beds, names) = (office.indicator("新增托位"), ["新增托位", "育婴员", "备案率"]);
        if increments {
            office.call("indicator_set", json!({"indicators": [beds], "kind": "increment"}));
        }
        let units = [LAKE, SPELT, HILL];
        for (unit, indicator, month, figure) in reports {
            let value = if names[indicator] == "备案率" { format!("{figure}/60") } else { format!("{figure}.{month}") };
            office.record(names[indicator], units[unit], &format!("2026-0{month}"), &value);
        }
        for (unit, share) in shares {
            let unit = office.unit(units[unit]);
            indicators::allocate(&mut office.app, beds, unit, &share.to_string()).unwrap();
        }
        let before = office.hash();
        let figures = |office: &mut Office| -> Vec<Option<Amount>> {
            let months = ["2026-01", "2026-02", MARCH, "2026-04"];
            // What adding leaves of the last digits of two doubles is nothing a person can see.
            let seen = |value: Option<f64>| value.and_then(|value| Amount::new((value * 1e6).round() / 1e6));
            months.iter().flat_map(|month| names.map(|name| (month, name))).map(|(month, name)| seen(office.status(month, name).value)).collect()
        };
        let sums = figures(&mut office);
        for choice in [ClashChoice::Add, ClashChoice::Keep, ClashChoice::Take] {
            let clashing = !preview(&mut office).clashes.is_empty();
            decided(&mut office, choice).unwrap();
            if choice == ClashChoice::Add || !clashing {
                prop_assert_eq!(figures(&mut office), sums.clone());
            }
            prop_assert_eq!(office.app.store().unwrap().check().unwrap(), []);
            let after = office.hash();
            office.call("undo", json!({}));
            prop_assert_eq!(office.hash(), before.clone());
            office.call("redo", json!({}));
            prop_assert_eq!(office.hash(), after);
            office.call("undo", json!({}));
        }
    }
}

#[test]
fn one_light_is_not_put_right_twice_by_the_unit_that_is_left() {
    let mut office = Office::with_plan();
    let (lake, hill, time) = (office.unit(LAKE), office.unit(HILL), office.indicator("办结时间"));
    for unit in [LAKE, HILL] {
        office.record("办结时间", unit, "2026-03", "20");
    }
    for unit in [lake, hill] {
        let light = json!({"plan": office.plan(), "period": MARCH, "indicator": time, "own": unit});
        office.call("rectify_open", json!({"of": light}));
    }
    let before = office.hash();
    let error = office.refused("unit_merge_preview", json!({"from": hill, "into": lake}));
    assert!(error.message.contains("办结时间") && error.message.contains("没有销号"), "{error}");
    assert_eq!(office.hash(), before);
}
