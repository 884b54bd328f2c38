//! Units: what they are called, whom they belong to, in which order they stand.

use super::*;
use crate::ErrorKind;
use serde_json::json;

fn lines(office: &mut Office) -> Vec<UnitLine> {
    units::lines(&mut office.app, Nothing {}).unwrap()
}

fn line(office: &mut Office, name: &str) -> UnitLine {
    let unit = office.unit(name);
    lines(office).into_iter().find(|line| line.id == unit).unwrap()
}

fn names(office: &mut Office) -> Vec<String> {
    lines(office).into_iter().map(|line| format!("{}{}", "　".repeat(line.depth as usize), line.name)).collect()
}

/// All that is said of a unit now, to be changed.
fn said(office: &mut Office, name: &str) -> UnitSet {
    let line = line(office, name);
    UnitSet {
        unit: line.id,
        name: line.name,
        keep_old: true,
        short_name: line.short_name.unwrap_or_default(),
        aliases: line.aliases,
        parent: line.parent,
        groups: line.groups,
        is_group: line.is_group,
        members: line.members,
    }
}

fn set(office: &mut Office, set: UnitSet) -> Result<UnitLine, ApiError> {
    units::set(&mut office.app, set)
}

fn renamed(office: &mut Office, old: &str, new: &str) -> UnitLine {
    let wanted = UnitSet { name: new.to_owned(), ..said(office, old) };
    set(office, wanted).unwrap()
}

#[test]
fn the_list_has_the_order_of_the_document_and_what_concerns_each() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-03", "60");
    assert_eq!(names(&mut office), [CENTRE, GROUP, LAKE, HILL]);
    let lake = line(&mut office, LAKE);
    // 1. through the group, 2. itself.
    assert_eq!(lake.measures, RoleCounts { lead: 0, responsible: 1, cooperating: 1 });
    assert_eq!((lake.figures, lake.groups.clone()), (1, vec![office.unit(GROUP)]));
    assert!(lake.keys.contains("dhqwsjkj"), "{}", lake.keys);
    assert_eq!(line(&mut office, CENTRE).measures, RoleCounts { lead: 1, responsible: 0, cooperating: 0 });
}

#[test]
fn a_renamed_unit_is_found_by_its_old_name_in_the_ledger_and_in_documents() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let new = renamed(&mut office, LAKE, "东湖区卫生健康委员会");
    assert_eq!(new.aliases, [LAKE]);
    assert_eq!(office.unit(LAKE), new.id);
    let imported =
        office.import("增补.txt", "云州市2026年增补要点\n\n一、托育供给\n\n1.增设托位。新增托位30个。（责任单位：东湖区卫生健康局）\n");
    assert_eq!(imported.new_units, 0, "the old name in a document is the same unit");
    assert_eq!(line(&mut office, LAKE).measures.responsible, 2);
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
    let wanted = UnitSet { name: "东湖区卫健委".to_owned(), keep_old: false, ..said(&mut office, LAKE) };
    assert_eq!(set(&mut office, wanted).unwrap().aliases, Vec::<String>::new());
    assert_eq!(units::named(&office.app, LAKE).unwrap_err().kind, ErrorKind::NotFound);
}

#[test]
fn a_workbook_sent_before_a_unit_was_renamed_is_still_its_own() {
    let mut office = Office::with_plan();
    super::merge::send(&mut office);
    let file = super::merge::returned(&mut office, &[("新增托位", domain::Field::Value, super::merge::Fill::Number(66))]);
    renamed(&mut office, LAKE, "东湖区卫生健康委员会");
    crate::merge::preview(&mut office.app, &[file]).unwrap();
    let report = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    assert_eq!((report.files[0].unit.as_deref(), report.cells.applied), (Some("东湖区卫生健康委员会"), 1));
    assert_eq!(line(&mut office, LAKE).figures, 1);
}

#[test]
fn a_name_may_have_1_to_100_characters() {
    let mut office = Office::with_plan();
    let mut add = |name: &str| units::add(&mut office.app, UnitAdd { name: name.to_owned(), group: None });
    for wrong in ["", "  ", "\u{3000}", &"长".repeat(101), "东湖\u{7}区"] {
        let error = add(wrong).unwrap_err();
        assert_eq!((error.kind, error.hint.is_some()), (ErrorKind::Invalid, true), "{wrong}");
    }
    assert!(add(&"长".repeat(101)).unwrap_err().message.contains("101个字"));
    assert_eq!(add("短").unwrap().name, "短");
    assert_eq!(add(&"长".repeat(99)).unwrap().name.chars().count(), 99);
    assert_eq!(add(&"长".repeat(100)).unwrap().name.chars().count(), 100);
    assert_eq!(add(" 南山区\u{3000} 卫健局 ").unwrap().name, "南山区 卫健局", "one blank inside, none around");
}

#[test]
fn no_two_units_share_a_name_however_it_is_written() {
    let mut office = Office::with_plan();
    let wanted =
        UnitSet { short_name: "东湖".to_owned(), aliases: vec!["东湖（区）卫健局".to_owned()], ..said(&mut office, LAKE) };
    set(&mut office, wanted).unwrap();
    let before = office.hash();
    for (name, says) in [
        (LAKE, "已经有单位叫“东湖区卫生健康局”"),
        ("东湖区 卫生健康局", "只差空格或括号"),
        ("东湖(区)卫健局", "是“东湖区卫生健康局”的别名"),
        ("东湖", "是“东湖区卫生健康局”的简称"),
    ] {
        let error = units::create(&mut office.app, UnitNew { name: name.to_owned() }).unwrap_err();
        assert!(error.message.contains(says) && error.hint.unwrap().contains("并入"), "{name}: {}", error.message);
        let hill = said(&mut office, HILL);
        for wrong in [
            UnitSet { name: name.to_owned(), ..hill.clone() },
            UnitSet { short_name: name.to_owned(), ..hill.clone() },
            UnitSet { aliases: vec![name.to_owned()], ..hill },
        ] {
            assert_eq!(set(&mut office, wrong).unwrap_err().kind, ErrorKind::Invalid);
        }
    }
    assert_eq!(office.hash(), before);
    // Its own other name can become its name, and the old name the other one.
    let back = renamed(&mut office, LAKE, "东湖（区）卫健局");
    assert_eq!((back.name.as_str(), back.aliases), ("东湖（区）卫健局", vec![LAKE.to_owned()]));
}

#[test]
fn units_belong_to_others_but_never_in_a_circle() {
    let mut office = Office::with_plan();
    for (unit, parent) in [(HILL, CENTRE), (LAKE, HILL)] {
        let wanted = UnitSet { parent: Some(office.unit(parent)), ..said(&mut office, unit) };
        set(&mut office, wanted).unwrap();
    }
    assert_eq!(names(&mut office), [CENTRE, "　西山区卫生健康局", "　　东湖区卫生健康局", GROUP]);
    for below in [CENTRE, HILL, LAKE] {
        let wanted = UnitSet { parent: Some(office.unit(below)), ..said(&mut office, CENTRE) };
        let error = set(&mut office, wanted).unwrap_err();
        assert_eq!((error.kind, error.hint.is_some()), (ErrorKind::Invalid, true), "{below}");
    }
}

#[test]
fn a_unit_is_in_several_groups_and_a_group_in_none() {
    let mut office = Office::with_plan();
    units::add(&mut office.app, UnitAdd { name: "各主城区".into(), group: None }).unwrap();
    let (all, inner) = (office.unit(GROUP), office.unit("各主城区"));
    let wanted = UnitSet { groups: vec![all, inner], ..said(&mut office, LAKE) };
    assert_eq!(set(&mut office, wanted).unwrap().groups, [all, inner]);
    assert_eq!(line(&mut office, "各主城区").members, [office.unit(LAKE)]);
    for wrong in [
        UnitSet { groups: vec![all], ..said(&mut office, "各主城区") },
        UnitSet { members: vec![inner], ..said(&mut office, GROUP) },
        // A member of a group cannot become one.
        UnitSet { members: vec![office.unit(CENTRE)], ..said(&mut office, LAKE) },
        UnitSet { members: vec![all], ..said(&mut office, GROUP) },
    ] {
        let error = set(&mut office, wrong).unwrap_err();
        assert_eq!((error.kind, error.hint.is_some()), (ErrorKind::Invalid, true), "{}", error.message);
    }
    let error = units::add(&mut office.app, UnitAdd { name: "各主城区".into(), group: Some(GROUP.into()) }).unwrap_err();
    assert!(error.message.contains("不能放进单位组"), "{}", error.message);
    let wanted = UnitSet { members: vec![], ..said(&mut office, "各主城区") };
    set(&mut office, wanted).unwrap();
    assert_eq!(line(&mut office, LAKE).groups, [all]);
}

#[test]
fn who_reports_follows_the_members_of_a_group_but_not_in_a_frozen_period() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-02", "100");
    office.record("新增托位", CENTRE, "2026-03", "150");
    let plan = office.plan();
    office.call("freeze", json!({"plan": plan, "period": "2026-02"}));
    let (frozen, open) = (office.status("2026-02", "新增托位"), office.status("2026-03", "新增托位"));
    assert_eq!((frozen.missing_units.as_slice(), open.missing_units.len()), ([LAKE.to_owned(), HILL.to_owned()].as_slice(), 2));
    let wanted = UnitSet { members: vec![office.unit(HILL)], ..said(&mut office, GROUP) };
    set(&mut office, wanted).unwrap();
    assert_eq!(office.status("2026-03", "新增托位").missing_units, [HILL]);
    assert_eq!(office.status("2026-02", "新增托位"), frozen, "a frozen period does not change");
}

#[test]
fn units_are_moved_one_by_one_or_sorted_as_the_plans_name_them() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let (lake, hill, group) = (office.unit(LAKE), office.unit(HILL), office.unit(GROUP));
    office.call("unit_move", json!({"unit": hill, "before": group}));
    assert_eq!(names(&mut office), [CENTRE, HILL, GROUP, LAKE]);
    office.call("unit_move", json!({"unit": group}));
    assert_eq!(names(&mut office), [CENTRE, HILL, LAKE, GROUP]);
    assert_eq!(office.call("unit_sort", json!({})), json!({"moved": 2}));
    assert_eq!(names(&mut office), [CENTRE, GROUP, LAKE, HILL]);
    let operations = office.app.store().unwrap().operations(None, 50).unwrap().len();
    assert_eq!(office.call("unit_sort", json!({})), json!({"moved": 0}));
    office.call("unit_move", json!({"unit": lake, "before": lake}));
    assert_eq!(office.app.store().unwrap().operations(None, 50).unwrap().len(), operations, "nothing moved, nothing recorded");
    for _ in 0..3 {
        office.call("undo", json!({}));
    }
    assert_eq!(office.hash(), before);
    let wanted = UnitSet { parent: Some(office.unit(CENTRE)), ..said(&mut office, LAKE) };
    set(&mut office, wanted).unwrap();
    assert_eq!(office.refused("unit_move", json!({"unit": lake, "before": hill})).kind, ErrorKind::Invalid);
}

#[test]
fn a_unit_that_something_names_cannot_be_deleted() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-03", "60");
    let (lake, before) = (office.unit(LAKE), office.hash());
    let error = office.refused("unit_delete", json!({"unit": lake}));
    assert_eq!(error.message, "“东湖区卫生健康局”还不能删除，用到它的有：举措1项、所属分组1个、填报1条");
    assert!(error.hint.unwrap().contains("并入"));
    assert_eq!(office.hash(), before);
    let spare = units::add(&mut office.app, UnitAdd { name: "筹备组".into(), group: None }).unwrap().id;
    office.call("unit_delete", json!({"unit": spare}));
    assert_eq!(office.hash(), before);
    assert_eq!(office.refused("unit_delete", json!({"unit": spare})).kind, ErrorKind::NotFound);
}
