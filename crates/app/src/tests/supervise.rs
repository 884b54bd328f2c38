//! Supervision: a red light taken to sign-off, measures listed, milestones and phases, and everything that is refused.

use super::*;
use crate::ErrorKind;
use crate::draft::revise;
use crate::supervise::{self, phase};
use domain::judge::Light;
use domain::supervise::{Stage, Step};
use serde_json::json;

const BEDS: &str = "新增托位";
const FILED: &str = "备案率";

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// The small plan in April: the beds of March are red over all and for the lake, the filing rate for the hill.
fn reported() -> Office {
    let mut office = Office::with_plan();
    office.record(BEDS, CENTRE, "2026-03", "60");
    office.record(FILED, LAKE, "2026-03", "57/60");
    office.record(FILED, HILL, "2026-03", "20/40");
    office
}

fn seen(office: &mut Office, month: &str) -> Supervision {
    let of = OfPeriod { plan: office.plan(), period: period(month) };
    supervise::show(&mut office.app, of).unwrap()
}

fn light(office: &mut Office, name: &str) -> Value {
    json!({ "plan": office.plan(), "period": "2026-03", "indicator": office.indicator(name) })
}

/// Opens the rectification of the beds and returns its id.
fn opened(office: &mut Office) -> Uid {
    let of = light(office, BEDS);
    let done = office.call("rectify_open", json!({ "of": of, "deadline": "2026-04-20", "person": "李强" }));
    assert_eq!(done["already"], json!(false));
    done["rectification"].as_str().unwrap().parse().unwrap()
}

fn step(office: &mut Office, id: Uid, step: &str, note: &str) {
    office.call("rectify_step", json!({ "rectification": id, "step": step, "note": note }));
}

fn measure(office: &Office, at: usize) -> Uid {
    let store = office.app.store().unwrap();
    store.measures(store.plans().unwrap()[0].id).unwrap()[at].measure.uid
}

#[test]
fn a_red_light_is_taken_to_sign_off_and_every_step_is_kept() {
    let mut office = reported();
    let red: Vec<_> = seen(&mut office, "2026-03").red.iter().map(|light| (light.name.clone(), light.finding.clone())).collect();
    assert_eq!(red[0], (BEDS.to_owned(), "应达25.0%，实达5.0%，落后20.0个百分点".to_owned()));
    let of = light(&mut office, BEDS);
    let asked = office.call("rectify_ask", of);
    assert_eq!((&asked["finding"], &asked["light"]), (&json!("应达25.0%，实达5.0%，落后20.0个百分点"), &json!("red")));
    assert_eq!((&asked["unit"]["name"], &asked["going_on"]), (&json!(CENTRE), &Value::Null), "who leads it answers for it");

    let id = opened(&mut office);
    let change = json!({ "rectification": id, "cause": "选址晚", "action": "每周调度", "deadline": "2026-04-25" });
    office.call("rectify_change", change);
    office.on("2026-04-27");
    step(&mut office, id, "applied", "已建40个");
    step(&mut office, id, "sent_back", "没有验收单");
    office.on("2026-04-28");
    step(&mut office, id, "applied", "验收单已补");
    office.on("2026-05-06");
    step(&mut office, id, "signed_off", "");
    let row = seen(&mut office, "2026-03").rectifications.remove(0);
    assert_eq!((row.stage, row.days_open, row.days_late, row.overdue, row.sent_back), (Stage::SignedOff, 34, 11, false, 1));
    assert_eq!((row.period, row.light, row.finding.as_str()), (period("2026-03"), Light::Red, "应达25.0%，实达5.0%，落后20.0个百分点"));
    let steps: Vec<_> = row.steps.iter().map(|step| (step.step, step.on.to_string(), step.note.as_str(), step.who.as_str())).collect();
    assert_eq!(
        steps,
        [
            (Step::Opened, "2026-04-02".to_owned(), "应达25.0%，实达5.0%，落后20.0个百分点", "王芳"),
            (Step::Changed, "2026-04-02".to_owned(), "原因：选址晚；整改措施：每周调度；整改期限：2026-04-20改为2026-04-25", "王芳"),
            (Step::Applied, "2026-04-27".to_owned(), "已建40个", "王芳"),
            (Step::SentBack, "2026-04-27".to_owned(), "没有验收单", "王芳"),
            (Step::Applied, "2026-04-28".to_owned(), "验收单已补", "王芳"),
            (Step::SignedOff, "2026-05-06".to_owned(), "", "王芳"),
        ]
    );
    assert!(seen(&mut office, "2026-03").red.iter().all(|light| light.name != BEDS), "what was asked for is not asked for again");
    office.call("undo", json!({}));
    assert_eq!(seen(&mut office, "2026-03").rectifications[0].stage, Stage::Applied);
}

#[test]
fn a_better_figure_closes_nothing_by_itself_and_stands_beside_the_light_then() {
    let mut office = reported();
    opened(&mut office);
    office.record(BEDS, CENTRE, "2026-04", "500");
    let row = seen(&mut office, "2026-04").rectifications.remove(0);
    assert_eq!((row.stage, row.light, row.now.as_ref().map(|now| now.light)), (Stage::Open, Light::Red, Some(Light::Green)));
    let row = seen(&mut office, "2026-05").rectifications.remove(0);
    assert_eq!(row.now.unwrap().word.as_deref(), Some("未报"));
}

#[test]
fn a_light_that_is_being_put_right_is_not_asked_for_again_until_it_is_signed_off() {
    let mut office = reported();
    let id = opened(&mut office);
    let before = office.hash();
    let of = light(&mut office, BEDS);
    let again = office.call("rectify_open", json!({ "of": of }));
    assert_eq!(again, json!({ "rectification": id, "already": true }));
    assert_eq!(office.hash(), before);
    office.call("rectify_change", json!({ "rectification": id, "cause": "选址晚", "action": "调度" }));
    step(&mut office, id, "applied", "已建");
    step(&mut office, id, "signed_off", "");
    office.record(BEDS, CENTRE, "2026-04", "80");
    assert!(seen(&mut office, "2026-04").red.iter().any(|light| light.name == BEDS), "red again a month later, it is asked for again");
    let of = json!({ "plan": office.plan(), "period": "2026-04", "indicator": office.indicator(BEDS) });
    assert_eq!(office.call("rectify_open", json!({ "of": of }))["already"], json!(false));
}

#[test]
fn a_units_own_light_is_its_own_rectification_and_a_measure_has_one_too() {
    let mut office = reported();
    let (hill, filed) = (office.unit(HILL), office.indicator(FILED));
    let own: Vec<_> = seen(&mut office, "2026-03").own_red.iter().map(|l| (l.indicator, l.unit.as_ref().unwrap().id)).collect();
    assert_eq!(own, [(filed, hill)]);
    let of = json!({ "plan": office.plan(), "period": "2026-03", "indicator": filed, "own": hill });
    office.call("rectify_open", json!({ "of": of }));
    let now = seen(&mut office, "2026-03");
    assert_eq!((now.own_red.len(), now.rectifications[0].own, now.rectifications[0].unit.id), (0, true, hill));
    let (second, plan) = (measure(&office, 1), office.plan());
    let of = json!({ "plan": plan, "period": "2026-03", "measure": second });
    office.call("rectify_open", json!({ "of": of }));
    let now = seen(&mut office, "2026-03");
    let row = now.rectifications.iter().find(|row| row.indicator.is_none()).unwrap();
    assert_eq!((row.name.as_str(), row.unit.name.as_str()), ("规范机构管理", LAKE), "who is named first answers for it");
    assert!(now.red.iter().all(|light| light.name == BEDS), "a measure that is put right covers its indicators");
    let detail = office.call("measure", json!({ "measure": second, "period": "2026-03" }));
    assert_eq!(detail["rectifications"].as_array().unwrap().len(), 2);
}

#[test]
fn what_cannot_be_is_refused_with_a_reason_and_writes_nothing() {
    let mut office = reported();
    let of = light(&mut office, BEDS);
    let (lake, hill) = (office.unit(LAKE), office.unit(HILL));
    let before = office.hash();
    let refused = |office: &mut Office, name: &str, request: Value, wanted: &str| {
        let before = office.hash();
        let error = office.refused(name, request);
        assert!(error.message.contains(wanted), "{}", error.message);
        assert_eq!(office.hash(), before);
    };
    refused(&mut office, "rectify_open", json!({ "of": of, "deadline": "2026-04-01" }), "整改期限2026-04-01早于立项日期2026-04-02");
    refused(&mut office, "rectify_open", json!({ "of": of, "on": "2026-04-03" }), "立项日期2026-04-03还没有到");
    let stranger = office.call("unit_add", json!({ "name": "南湾区卫生健康局" }))["id"].clone();
    refused(&mut office, "rectify_open", json!({ "of": of, "unit": stranger }), "“南湾区卫生健康局”不负责“新增托位”");
    let dark = light(&mut office, "投诉办结");
    refused(&mut office, "rectify_open", json!({ "of": dark }), "是灰灯，不用整改");
    let good = json!({ "plan": office.plan(), "period": "2026-03", "indicator": office.indicator(FILED), "own": lake });
    refused(&mut office, "rectify_open", json!({ "of": good }), "不用整改");
    let neither = json!({ "plan": office.plan(), "period": "2026-03" });
    refused(&mut office, "rectify_open", json!({ "of": neither }), "请指明一个指标或一项举措");
    let outside = json!({ "plan": office.plan(), "period": "2027-03", "indicator": office.indicator(BEDS) });
    refused(&mut office, "rectify_open", json!({ "of": outside }), "不在计划期内");
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before);

    let id = opened(&mut office);
    let of_step = |step: &str, note: &str| json!({ "rectification": id, "step": step, "note": note });
    refused(&mut office, "rectify_step", of_step("signed_off", ""), "还没有申请销号，不能销号");
    refused(&mut office, "rectify_step", of_step("applied", "已建"), "申请销号前要写明原因");
    office.call("rectify_change", json!({ "rectification": id, "cause": "选址晚" }));
    refused(&mut office, "rectify_step", of_step("applied", "已建"), "申请销号前要写明整改措施");
    office.call("rectify_change", json!({ "rectification": id, "action": "调度" }));
    refused(&mut office, "rectify_step", of_step("applied", " "), "申请销号要写明整改结果");
    refused(&mut office, "rectify_step", of_step("opened", "再来"), "还没有申请销号，不能立项");
    refused(&mut office, "rectify_change", json!({ "rectification": id, "deadline": "2026-03-01" }), "早于立项日期");
    step(&mut office, id, "applied", "已建");
    refused(&mut office, "rectify_step", of_step("applied", "又建"), "已经申请销号，正在等核查");
    refused(&mut office, "rectify_change", json!({ "rectification": id, "cause": "别的" }), "正在等核查，不能修改");
    refused(&mut office, "rectify_step", of_step("sent_back", ""), "退回要写明原因");
    let early = json!({ "rectification": id, "step": "signed_off", "on": "2026-04-01" });
    refused(&mut office, "rectify_step", early, "早于上一步的日期2026-04-02");
    step(&mut office, id, "signed_off", "");
    refused(&mut office, "rectify_step", of_step("sent_back", "还差"), "已经销号，不能再退回");
    refused(&mut office, "rectify_step", json!({ "rectification": hill, "step": "applied", "note": "x" }), "没有整改");
}

#[test]
fn the_same_words_again_are_no_step() {
    let mut office = reported();
    let id = opened(&mut office);
    let before = office.hash();
    office.call("rectify_change", json!({ "rectification": id, "person": " 李强 ", "deadline": "2026-04-20" }));
    assert_eq!(office.hash(), before);
}

#[test]
fn a_frozen_period_can_be_put_right_for_it_is_no_figure() {
    let mut office = reported();
    office.call("freeze", json!({ "plan": office.plan(), "period": "2026-03" }));
    let id = opened(&mut office);
    office.call("rectify_change", json!({ "rectification": id, "cause": "选址晚", "action": "调度" }));
    step(&mut office, id, "applied", "已建");
    assert_eq!(seen(&mut office, "2026-03").rectifications[0].stage, Stage::Applied);
    let later = json!({ "plan": office.plan(), "measure": measure(&office, 0), "name": "选址" });
    office.call("milestone_add", later);
    let first = measure(&office, 0);
    office.call("listing_open", json!({ "measure": first, "reason": "红灯" }));
    assert_eq!(seen(&mut office, "2026-03").listings.len(), 1);
}

#[test]
fn what_is_put_right_or_listed_stays_when_the_plan_is_revised() {
    let revised = "云州市2026年托育工作要点\n\n一、托育供给\n\n1.建设托育监管平台。接入托育机构60家。（责任单位：市托育中心）\n";
    let blocked = |office: &Office| -> Vec<String> {
        let document = office.file("修订.txt", revised.as_bytes());
        let changes = revise::preview(&office.app, &document, None).unwrap().changes;
        changes.into_iter().filter(|change| change.blocked.is_some()).map(|change| change.title).collect()
    };
    let mut office = Office::with_plan();
    assert_eq!(blocked(&office), Vec::<String>::new());
    let second = measure(&office, 1);
    office.call("listing_open", json!({ "measure": second, "reason": "难" }));
    assert_eq!(blocked(&office), ["2 规范机构管理"]);
    let mut office = reported();
    opened(&mut office);
    assert!(blocked(&office).contains(&"1 扩大托位供给".to_owned()), "{:?}", blocked(&office));
}

#[test]
fn a_listed_measure_is_looked_at_every_so_many_days_until_it_is_lifted() {
    let mut office = reported();
    let first = measure(&office, 0);
    office.call("listing_open", json!({ "measure": first, "reason": "连续红灯", "on": "2026-03-20" }));
    let row = seen(&mut office, "2026-03").listings.remove(0);
    assert_eq!((row.every_days, row.next_on, row.days_late, row.days), (7, Some(day("2026-03-27")), 6, 13));
    assert_eq!((row.now.unwrap().light, row.unit.unwrap().name.as_str()), (Light::Red, CENTRE));
    office.call("listing_inspect", json!({ "listing": row.id, "finding": "已选址3处", "on": "2026-03-30" }));
    let row = seen(&mut office, "2026-03").listings.remove(0);
    assert_eq!((row.next_on, row.days_late, row.inspections[0].finding.as_str()), (Some(day("2026-04-06")), 0, "已选址3处"));
    let list = office.call("measures", json!({ "plan": office.plan(), "period": "2026-03" }));
    assert_eq!((&list["measures"][0]["listed"], &list["measures"][1]["listed"]), (&json!(true), &json!(false)));
    let refused = |office: &mut Office, name: &str, request: Value, wanted: &str| {
        let error = office.refused(name, request);
        assert!(error.message.contains(wanted), "{}", error.message);
    };
    refused(&mut office, "listing_open", json!({ "measure": first, "reason": "再挂" }), "已经挂牌");
    let second = measure(&office, 1);
    refused(&mut office, "listing_open", json!({ "measure": second, "reason": " " }), "挂牌要写明原因");
    refused(&mut office, "listing_open", json!({ "measure": second, "reason": "难", "every_days": 0 }), "督查间隔0天不行");
    refused(&mut office, "listing_inspect", json!({ "listing": row.id, "finding": "" }), "没有写内容");
    refused(&mut office, "listing_inspect", json!({ "listing": row.id, "finding": "看", "on": "2026-03-01" }), "早于挂牌日期");
    refused(&mut office, "listing_inspect", json!({ "listing": row.id, "finding": "看", "on": "2026-05-01" }), "还没有到");
    refused(&mut office, "listing_lift", json!({ "listing": row.id, "on": "2026-03-29" }), "早于上次督查的日期");
    office.call("listing_lift", json!({ "listing": row.id }));
    refused(&mut office, "listing_lift", json!({ "listing": row.id }), "摘牌");
    refused(&mut office, "listing_inspect", json!({ "listing": row.id, "finding": "看" }), "摘牌");
    let row = seen(&mut office, "2026-03").listings.remove(0);
    assert_eq!((row.lifted_on, row.next_on, row.days_late), (Some(day("2026-04-02")), None, 0));
    office.call("listing_open", json!({ "measure": first, "reason": "又红", "every_days": 15 }));
}

#[test]
fn the_overview_names_what_is_overdue_and_what_comes_due() {
    let mut office = reported();
    let id = opened(&mut office);
    let first = measure(&office, 0);
    office.call("listing_open", json!({ "measure": first, "reason": "红灯" }));
    let overview = |office: &mut Office| {
        let of = OfPeriod { plan: office.plan(), period: period("2026-03") };
        crate::overview::show(&mut office.app, of).unwrap()
    };
    let march = overview(&mut office);
    let overdue = |overview: &Overview| -> Vec<_> {
        overview.supervised.overdue.iter().map(|one| (one.kind, one.name.clone(), one.days_late)).collect()
    };
    assert_eq!(overdue(&march), [(OverdueKind::Milestone, "部署阶段".to_owned(), 2)]);
    let beds = march.behind.iter().find(|row| row.name == BEDS).unwrap();
    assert_eq!((beds.rectification, beds.listed), (Some(id), true));
    let due = march.due.iter().find(|due| due.kind == DueKind::Rectification).unwrap();
    assert_eq!((due.day, due.rectification, due.missing.as_deref()), (day("2026-04-20"), Some(id), Some(CENTRE)));
    office.on("2026-04-30");
    let march = overview(&mut office);
    assert_eq!(
        overdue(&march),
        [
            (OverdueKind::Milestone, "部署阶段".to_owned(), 30),
            (OverdueKind::Inspection, "扩大托位供给".to_owned(), 21),
            (OverdueKind::Rectification, BEDS.to_owned(), 10),
        ]
    );
    assert_eq!((march.supervised.open, march.supervised.applied, march.supervised.listed), (1, 0, 1));
}

#[test]
fn each_unit_has_its_account() {
    let mut office = reported();
    let id = opened(&mut office);
    office.call("rectify_change", json!({ "rectification": id, "cause": "选址晚", "action": "调度" }));
    step(&mut office, id, "applied", "已建");
    step(&mut office, id, "sent_back", "没有验收单");
    let (plan, hill) = (office.plan(), office.unit(HILL));
    office.call("adjust", json!({ "plan": plan, "unit": hill, "period": "2026-03", "points": "-2", "reason": "迟报" }));
    office.call("adjust", json!({ "plan": plan, "unit": hill, "period": "2026-03", "points": "1", "reason": "做法推广" }));
    office.on("2026-04-30");
    let accounts = seen(&mut office, "2026-03").accounts;
    let told: Vec<_> = accounts.iter().map(|a| (a.unit.name.as_str(), a.open, a.signed_off, a.overdue, a.sent_back, a.longest)).collect();
    assert_eq!(told, [(CENTRE, 1, 0, 1, 1, 28), (HILL, 0, 0, 0, 0, 0)]);
    let penalties: Vec<_> = accounts[1].penalties.iter().map(|one| (one.points, one.reason.as_str())).collect();
    assert_eq!(penalties, [(-2.0, "迟报")]);
}

#[test]
fn a_milestone_is_added_changed_done_and_opened_again() {
    let mut office = Office::with_plan();
    let (plan, first) = (office.plan(), measure(&office, 0));
    let added = office.call("milestone_add", json!({ "plan": plan, "measure": first, "name": " 完成选址 ", "due": "2026-03-20" }));
    let id = added["milestone"].clone();
    let rows = |office: &mut Office| seen(office, "2026-03").milestones;
    let own = rows(&mut office).into_iter().find(|row| row.name == "完成选址").unwrap();
    assert_eq!((own.days_late, own.overdue, own.measure.unwrap().title.as_str()), (13, true, "扩大托位供给"));
    office.call("milestone_change", json!({ "milestone": id, "due": "2026-03-25", "text": "12处" }));
    let done = office.call("milestone_done", json!({ "milestone": id, "on": "2026-03-28", "evidence": "选址批复" }));
    assert_eq!(done["remark"], Value::Null);
    let own = rows(&mut office).into_iter().find(|row| row.name == "完成选址").unwrap();
    assert_eq!((own.days_late, own.overdue, own.evidence.as_deref(), own.text.as_str()), (3, false, Some("选址批复"), "12处"));
    let refused = |office: &mut Office, name: &str, request: Value, wanted: &str| {
        let error = office.refused(name, request);
        assert!(error.message.contains(wanted), "{}", error.message);
    };
    refused(&mut office, "milestone_done", json!({ "milestone": id }), "已于2026-03-28完成");
    office.call("milestone_reopen", json!({ "milestone": id }));
    refused(&mut office, "milestone_reopen", json!({ "milestone": id }), "还没有完成");
    refused(&mut office, "milestone_done", json!({ "milestone": id, "on": "2026-04-03" }), "完成日期2026-04-03还没有到");
    let early = office.call("milestone_done", json!({ "milestone": id, "on": "2025-12-20" }));
    assert_eq!(early["remark"], json!("完成日期2025-12-20早于计划开始日2026-01-01，请核对"), "it is written, and asked about");
    refused(&mut office, "milestone_add", json!({ "plan": plan, "name": " " }), "没有名称");
    refused(&mut office, "milestone_add", json!({ "plan": plan, "name": "x", "measure": plan }), "没有这项举措");
    let after = office.call("milestone_add", json!({ "plan": plan, "name": "总结", "due": "2027-01-31" }));
    assert!(after["remark"].as_str().unwrap().contains("晚于计划结束日"));
    office.call("milestone_remove", json!({ "milestone": after["milestone"] }));
    assert!(rows(&mut office).iter().all(|row| row.name != "总结"));
}

#[test]
fn a_phase_closes_with_its_findings_and_figures_which_never_change_afterwards() {
    let mut office = reported();
    let phase_id = seen(&mut office, "2026-03").milestones[0].id;
    let before = office.call("phase", json!({ "milestone": phase_id }));
    assert_eq!((&before["figures"]["period"], &before["row"]["closing"]), (&json!("2026-03"), &Value::Null));
    let nothing = office.refused("phase_close", json!({ "milestone": phase_id, "findings": " " }));
    assert!(nothing.message.contains("评估要写明结论"), "{}", nothing.message);
    let closed = office.call("phase_close", json!({ "milestone": phase_id, "findings": "部署到位，托位落后" }));
    assert_eq!(closed["figures"], before["figures"], "what was shown is kept");
    assert_eq!((&closed["row"]["done_on"], &closed["row"]["closing"]["findings"]), (&json!("2026-04-02"), &json!("部署到位，托位落后")));
    let figures: PhaseFigures = serde_json::from_value(closed["figures"].clone()).unwrap();
    // Beds 5 %, filing 77 of 90: 85.6 %, yellow; the other two are silent.
    assert_eq!((figures.measures, figures.lights.red, figures.indicators, figures.met), (2, 1, 4, 0));
    assert_eq!((figures.counted, figures.completion), (2, Some(0.453)));
    assert_eq!(figures.behind[0].name, BEDS);

    office.record(BEDS, CENTRE, "2026-03", "900");
    let again = office.call("phase", json!({ "milestone": phase_id }));
    assert_eq!(again["figures"], closed["figures"]);
    let twice = office.refused("phase_close", json!({ "milestone": phase_id, "findings": "再评" }));
    assert_eq!(twice.kind, ErrorKind::Conflict);
    for (name, request) in [
        ("milestone_change", json!({ "milestone": phase_id, "due": "2026-04-30" })),
        ("milestone_reopen", json!({ "milestone": phase_id })),
        ("milestone_remove", json!({ "milestone": phase_id })),
    ] {
        assert!(office.refused(name, request).message.contains("已经评估，不能改动"), "{name}");
    }
    let open = office.call("phase_reopen", json!({ "milestone": phase_id }));
    assert_ne!(open["figures"], closed["figures"], "evaluated anew it is judged by what is reported now");
    assert_eq!(open["row"]["done_on"], Value::Null);
    office.call("undo", json!({}));
    assert_eq!(office.call("phase", json!({ "milestone": phase_id }))["figures"], closed["figures"]);
    let history = office.call("history", json!({}));
    assert!(history["operations"].as_array().unwrap().iter().any(|one| one["label"] == json!("重新评估：“部署阶段”")));
}

#[test]
fn a_phase_that_cannot_be_judged_says_why() {
    let mut office = reported();
    let (plan, first) = (office.plan(), measure(&office, 0));
    let add = |office: &mut Office, request: Value| office.call("milestone_add", request)["milestone"].clone();
    let timeless = add(&mut office, json!({ "plan": plan, "name": "收尾" }));
    assert!(office.refused("phase", json!({ "milestone": timeless })).message.contains("没有截止日期"));
    let shown = office.call("phase", json!({ "milestone": timeless, "period": "2026-03" }));
    assert_eq!(shown["figures"]["period"], json!("2026-03"));
    let of_measure = add(&mut office, json!({ "plan": plan, "measure": first, "name": "选址", "due": "2026-03-20" }));
    assert!(office.refused("phase", json!({ "milestone": of_measure })).message.contains("不是计划的阶段"));
    let later = add(&mut office, json!({ "plan": plan, "name": "年底", "due": "2026-12-31" }));
    let refused = office.refused("phase_close", json!({ "milestone": later, "findings": "都好" }));
    assert!(refused.message.contains("2026年12月还没有开始"), "{}", refused.message);
    let late = add(&mut office, json!({ "plan": plan, "name": "回头看", "due": "2027-02-28" }));
    let of = PhaseOf { milestone: late.as_str().unwrap().parse().unwrap(), period: None };
    assert_eq!(phase::show(&mut office.app, of).unwrap().figures.period, period("2026-12"), "after the plan its last month is judged");
}
