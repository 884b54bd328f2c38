//! A revised issue of a plan: compared change by change, taken over in one step, reported figures kept.

use super::*;
use crate::ErrorKind;
use crate::draft::revise;
use crate::wire::ChangeKind::*;
use expect_test::{Expect, expect};
use serde_json::json;

/// The small plan with a target raised, a unit added, a measure dropped and one that is new.
const REVISED: &str = "云州市2026年托育工作要点（修订）

一、托育供给

1.扩大托位供给。全年新增托位1500个，培训育婴员300—400人。（牵头单位：市托育中心；配合单位：各县（区）卫生健康局、市民政局）

2.建设托育监管平台。接入托育机构60家。（责任单位：市托育中心）

二、实施步骤

（一）部署阶段（2026年4月底前）。制定方案，明确责任人。
";

/// Says every change in a line.
fn told(revision: &Revision) -> String {
    let field = |field: &FieldChange| format!("{}：{} → {}", field.name, field.before, field.after);
    let line = |change: &PlanChange| {
        let fields: Vec<String> = change.fields.iter().map(field).collect();
        let sign = match change.kind {
            New => "增",
            Changed => "改",
            Gone => "去",
        };
        format!(
            "{sign} {:?} {}｜{}{}\n",
            change.what,
            change.title,
            fields.join("｜"),
            if change.blocked.is_some() { " 不能去掉" } else { "" }
        )
    };
    format!("{}相同{}", revision.changes.iter().map(line).collect::<String>(), revision.unchanged)
}

fn check(office: &Office, text: &str, want: &Expect) -> Revision {
    let document = office.file("修订.txt", text.as_bytes());
    let revision = revise::preview(&office.app, &document, None).unwrap();
    want.assert_eq(&told(&revision));
    revision
}

#[test]
fn a_revised_issue_is_told_change_by_change() {
    let office = Office::with_plan();
    let before = office.hash();
    check(
        &office,
        REVISED,
        &expect![[r#"
        改 Plan 云州市2026年托育工作要点｜标题：云州市2026年托育工作要点 → 云州市2026年托育工作要点（修订）
        改 Measure 1 扩大托位供给｜责任单位：牵头：市托育中心；配合：各县（区）卫生健康局 → 牵头：市托育中心；配合：各县（区）卫生健康局、市民政局｜内容：扩大托位供给。全年新增托位1200个，培训育婴员300—400人。 → 扩大托位供给。全年新增托位1500个，培训育婴员300—400人。
        改 Indicator 新增托位｜目标：≥1200 → ≥1500
        增 Measure 2 建设托育监管平台｜编号： → 2｜标题： → 建设托育监管平台｜板块： → 托育供给｜责任单位： → 责任：市托育中心｜内容： → 建设托育监管平台。接入托育机构60家。
        增 Indicator 接入托育机构｜名称： → 接入托育机构｜目标： → ≥60｜单位： → 家｜到期： → 2026-12-31
        改 Phase 部署阶段｜截止：2026-03-31 → 2026-04-30
        去 Measure 2 规范机构管理｜编号：2 → ｜标题：规范机构管理 → ｜板块：托育供给 → ｜责任单位：责任：东湖区卫生健康局、西山区卫生健康局 → ｜内容：规范机构管理。托育机构备案率不低于90%，投诉办结时间控制在5天以内。 → ｜指标：托育机构备案率≥90；投诉办结时间≤5 → 
        相同1"#]],
    );
    assert_eq!(office.hash(), before, "looking changes nothing");
}

#[test]
fn the_same_words_in_another_file_are_no_change() {
    let office = Office::with_plan();
    check(&office, &format!("{PLAN}\n\n"), &expect![[r#"相同6"#]]);
}

#[test]
fn what_is_taken_over_is_one_step_and_reported_figures_stay() {
    let mut office = Office::with_plan();
    office.record("新增托位", CENTRE, "2026-03", "310");
    let (plan, indicator, before) = (office.plan(), office.indicator("新增托位"), office.hash());
    let document = office.file("修订.txt", REVISED.as_bytes());
    let (_, revised) = revise::take_over(&mut office.app, &document, None).unwrap();
    assert_eq!((revised.plan, revised.added, revised.removed, revised.left), (plan, 2, 0, 1));
    assert_eq!(revised.title, "云州市2026年托育工作要点（修订）");
    let status = office.status("2026-03", "新增托位");
    assert_eq!((status.id, status.value), (indicator, Some(310.0)));
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    let names: Vec<(&str, Option<f64>)> = all.iter().map(|one| (one.name.as_str(), one.target)).collect();
    assert_eq!(names[0], ("新增托位", Some(1500.0)));
    assert!(names.iter().any(|(name, _)| name.contains("备案率")), "what the document no longer has stays: {names:?}");
    let revision = revise::preview(&office.app, &office.file("又.txt", format!("{REVISED}\n").as_bytes()), None).unwrap();
    assert!(revision.changes.iter().all(|change| change.kind == Gone), "{}", told(&revision));
    assert_eq!(revise::preview(&office.app, &document, None).unwrap_err().kind, ErrorKind::Conflict, "the same file twice");
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);
    office.call("redo", json!({}));
    assert_eq!(office.status("2026-03", "新增托位").value, Some(310.0));
}

#[test]
fn only_what_a_person_chooses_is_taken_over() {
    let mut office = Office::with_plan();
    let document = office.file("修订.txt", REVISED.as_bytes());
    office.will_pick(&document);
    let view = office.call("draft_open", json!({}));
    assert_eq!(view["revises"]["title"], json!("云州市2026年托育工作要点"));
    let plan = office.plan();
    let revision: Revision = serde_json::from_value(office.call("draft_compare", json!({}))).unwrap();
    let key = |kind, title: &str| revision.changes.iter().find(|c| c.kind == kind && c.title.contains(title)).unwrap().key.clone();
    let alone = office.refused("draft_revise", json!({ "plan": plan, "take": [key(New, "接入托育机构")] }));
    assert!(alone.message.contains("所在的举措没有选"), "{}", alone.message);
    assert_eq!(office.refused("draft_revise", json!({ "plan": plan, "take": [] })).kind, ErrorKind::Invalid);
    assert_eq!(office.refused("draft_revise", json!({ "plan": plan, "take": ["m99"] })).kind, ErrorKind::NotFound);
    let take = [key(Changed, "新增托位"), key(Gone, "规范机构管理")];
    let revised = office.call("draft_revise", json!({ "plan": plan, "take": take }));
    assert_eq!((&revised["changed"], &revised["removed"]), (&json!(1), &json!(1)));
    assert_eq!(office.call("draft_show", json!({})), Value::Null, "the draft is done with");
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    assert_eq!(all.iter().map(|one| one.target).collect::<Vec<_>>(), [Some(1500.0), Some(300.0)]);
    assert_eq!(office.app.store().unwrap().plans().unwrap()[0].data.title, "云州市2026年托育工作要点", "the title was not chosen");
    office.call("undo", json!({}));
    assert_ne!(office.call("draft_show", json!({})), Value::Null, "and comes back with undo");
}

#[test]
fn what_something_hangs_on_cannot_be_taken_out() {
    let mut office = Office::with_plan();
    office.record("备案率", LAKE, "2026-03", "80");
    let document = office.file("修订.txt", REVISED.as_bytes());
    let revision = revise::preview(&office.app, &document, None).unwrap();
    let gone = revision.changes.iter().find(|change| change.kind == Gone).unwrap();
    assert!(gone.blocked.as_ref().unwrap().contains("已有填报"));
    office.will_pick(&document);
    office.call("draft_open", json!({}));
    let before = office.hash();
    let refused = office.refused("draft_revise", json!({ "plan": revision.plan.id, "take": [gone.key] }));
    assert!(refused.message.contains("规范机构管理"), "{}", refused.message);
    assert_eq!(office.hash(), before);
}

#[test]
fn judging_set_by_the_office_stays_while_the_same_thing_is_counted() {
    let mut office = Office::with_plan();
    let indicator = office.indicator("新增托位");
    office.call("indicator_set", json!({ "indicators": [indicator], "kind": "increment", "weight": "3", "baseline": "100" }));
    let document = office.file("修订.txt", REVISED.as_bytes());
    revise::take_over(&mut office.app, &document, None).unwrap();
    let now = indicators::one(&office.app, indicator).unwrap();
    assert_eq!((now.target, now.kind.code(), now.weight, now.baseline), (Some(1500.0), "increment", 3.0, Some(100.0)));
}

#[test]
fn without_a_plan_there_is_nothing_to_revise() {
    let mut office = Office::new();
    let document = office.file("要点.txt", PLAN.as_bytes());
    office.app.open_or_create(&office.path("空.yaodian")).unwrap();
    assert_eq!(revise::preview(&office.app, &document, None).unwrap_err().kind, ErrorKind::NotFound);
}
