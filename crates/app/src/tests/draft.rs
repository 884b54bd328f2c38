//! A document on the desk: looked at, corrected, confirmed.

use super::*;
use crate::ErrorKind;
use serde_json::json;

fn opened() -> Office {
    let mut office = Office::new();
    let document = office.file("要点.txt", PLAN.as_bytes());
    office.will_pick(&document);
    let view = office.call("draft_open", json!({}));
    assert_eq!((&view["file"], &view["items"]), (&json!("要点.txt"), &json!(7)));
    office
}

#[test]
fn a_dialog_closed_without_an_answer_changes_nothing() {
    let mut office = Office::new();
    assert_eq!(office.call("draft_open", json!({})), Value::Null);
    assert_eq!(office.call("draft_show", json!({})), Value::Null);
    assert_eq!(office.refused("draft_edit", json!({"edit": "accept_all"})).kind, ErrorKind::NotFound);
    assert_eq!(office.refused("draft_confirm", json!({})).message, "没有正在核对的文件");
}

#[test]
fn what_a_person_corrects_is_what_is_imported() {
    let mut office = opened();
    let fields = json!({
        "name": "新增普惠托位", "comparator": ">=", "value": "0.13万个", "upper": "", "unit": "个", "due": "2026-11-30",
        "kind": "target", "value_kind": "increment", "pace": "by_due", "roll_up": "mean",
    });
    let view = office.call("draft_edit", json!({"edit": "target", "item": "t0", "fields": fields}));
    assert_eq!((&view["targets"][0]["value"], &view["targets"][0]["accepted"]), (&json!("1300"), &json!(true)));
    office.call(
        "draft_edit",
        json!({
            "edit": "measure", "item": "m0", "number": "1", "title": "扩大供给", "deadline": null,
            "units": [{"name": " 市托育中心 ", "role": "lead"}, {"name": "", "role": "lead"}],
        }),
    );
    let corrected = office.call("draft_show", json!({}));
    let marks = |view: &Value| view["lines"][4]["marks"].as_array().unwrap().iter().filter(|mark| mark["kind"] == "unit").count();
    assert_eq!((marks(&view), marks(&corrected)), (2, 1), "a corrected name stands where the wrong one stood");
    let mut plan = view["plan"].clone();
    plan["title"] = json!("云州市托育要点");
    office.call("draft_edit", json!({"edit": "plan", "plan": plan}));
    office.call("draft_edit", json!({"edit": "drop", "item": "t1"}));
    let view = office.call("draft_edit", json!({"edit": "accept_all"}));
    assert_eq!((&view["settled"], &view["items"]), (&json!(7), &json!(7)));

    let imported = office.call("draft_confirm", json!({}));
    let counts = ["measures", "indicators", "new_units", "phases"].map(|key| imported[key].as_u64().unwrap());
    assert_eq!((imported["title"].as_str(), counts), (Some("云州市托育要点"), [2, 3, 3, 1]));
    let of = OfPlan { plan: office.plan() };
    let all = indicators::list(&mut office.app, of).unwrap();
    let first = &all[0];
    assert_eq!((first.name.as_str(), first.target, first.due.to_string().as_str()), ("新增普惠托位", Some(1300.0), "2026-11-30"));
    assert_eq!((first.kind.code(), first.pace.code(), first.roll_up.code()), ("increment", "by_due", "mean"));
    assert_eq!(first.measure.as_ref().unwrap().title, "扩大供给");
    let state = office.call("state", json!({}));
    assert_eq!((&state["draft"], &state["ledger"]["name"]), (&json!(false), &json!("云州市托育要点")));
    assert_eq!(state["undo"], "导入计划“云州市托育要点”");
}

#[test]
fn a_wrong_correction_is_refused_and_the_draft_stays() {
    let mut office = opened();
    let before = office.call("draft_show", json!({}));
    let fields = |value: &str, upper: &str, comparator: &str| {
        json!({"edit": "target", "item": "t1", "fields": {
            "name": "培训育婴员", "comparator": comparator, "value": value, "upper": upper, "unit": "人", "due": null,
            "kind": "target", "value_kind": "cumulative", "pace": "accumulate", "roll_up": "sum",
        }})
    };
    let mut refused = |edit: Value, wanted: &str| {
        let error = office.refused("draft_edit", edit);
        assert!(error.message.contains(wanted), "{error}");
    };
    refused(fields("很多", "", ">="), "目标值：“很多”不是数字");
    refused(fields("300", "200", "range"), "上限200小于下限300");
    refused(fields("3家", "", ">="), "的单位是“家”，不是“人”");
    refused(json!({"edit": "accept", "item": "t99"}), "草稿里没有“t99”");
    refused(json!({"edit": "phase", "item": "p0", "name": " ", "due": null}), "阶段名称没有填");
    assert_eq!(office.call("draft_show", json!({})), before);
}

#[test]
fn a_dropped_measure_takes_its_targets_along_and_comes_back_with_them() {
    let mut office = opened();
    office.call("draft_edit", json!({"edit": "drop", "item": "m0"}));
    office.call("draft_edit", json!({"edit": "drop", "item": "m1"}));
    let error = office.refused("draft_confirm", json!({}));
    assert!(error.message.contains("没有读到举措和目标"), "{error}");
    assert!(!office.names().iter().any(|name| name.ends_with(".yaodian")), "no ledger was made for nothing");
    office.call("draft_edit", json!({"edit": "restore", "item": "m1"}));
    let imported = office.call("draft_confirm", json!({}));
    assert_eq!((&imported["measures"], &imported["indicators"]), (&json!(1), &json!(2)));
}

#[test]
fn a_draft_that_cannot_be_written_stays_on_the_desk() {
    let mut office = Office::with_plan();
    office.call("draft_paste", json!({"text": PLAN}));
    let error = office.refused("draft_confirm", json!({}));
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert_ne!(office.call("draft_show", json!({})), Value::Null);
    assert_eq!(office.call("draft_discard", json!({})), json!({}));
    assert_eq!(office.call("draft_show", json!({})), Value::Null);
}

#[test]
fn units_known_by_another_spelling_are_not_added_again() {
    let mut office = Office::with_plan();
    let next = PLAN.replace("2026", "2027").replace("各县（区）", "各县(区)");
    let imported = office.import("明年.txt", &next);
    assert_eq!((imported.new_units, imported.measures), (0, 2));
}

const WAITING: &str = "未入账草稿.json";

/// The place of some words in the draft's source.
fn at(view: &Value, words: &str) -> Value {
    let lines = view["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["text"].as_str().unwrap().contains(words)).unwrap_or_else(|| panic!("no {words}"));
    let text = line["text"].as_str().unwrap();
    let at = text[..text.find(words).unwrap()].encode_utf16().count();
    json!({"line": line["number"], "at": at})
}

/// The words as chosen with the mouse.
fn range(view: &Value, words: &str) -> Value {
    let from = at(view, words);
    let to = from["at"].as_u64().unwrap() + words.encode_utf16().count() as u64;
    json!({"from": from, "to": {"line": from["line"], "at": to}})
}

fn texts(view: &Value) -> String {
    view["measures"].as_array().unwrap().iter().map(|measure| measure["text"].as_str().unwrap().replace('\n', "")).collect()
}

fn keys(view: &Value, of: &str) -> Vec<String> {
    view[of].as_array().unwrap().iter().map(|item| item["key"].as_str().unwrap().to_owned()).collect()
}

fn find<'a>(view: &'a Value, of: &str, field: &str, has: &str) -> &'a Value {
    let items = view[of].as_array().unwrap();
    items.iter().find(|item| item[field].as_str().is_some_and(|text| text.contains(has))).unwrap_or_else(|| panic!("no {has}"))
}

#[test]
fn without_a_ledger_a_draft_waits_in_a_file_of_its_own() {
    let mut office = opened();
    let view = office.call("draft_edit", json!({"edit": "drop", "item": "t1"}));
    assert_eq!((&view["unsaved"], &view["last_edit"]), (&Value::Null, &json!("不入账")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(office.path(WAITING)).unwrap().permissions().mode() & 0o777, 0o600);
    }
    office.restart();
    assert_eq!(office.call("state", json!({}))["draft"], json!(true));
    let listed = office.call("draft_list", json!({}));
    assert_eq!((&listed[0]["file"], &listed[0]["in_ledger"]), (&json!("要点.txt"), &json!(false)));
    assert_eq!(office.call("draft_show", json!({})), view);
    office.call("draft_discard", json!({}));
    assert_eq!(office.names(), ["要点.txt"]);
    assert_eq!(office.call("state", json!({}))["draft"], json!(false));
}

#[test]
fn a_draft_waits_in_the_open_ledger_and_several_are_chosen_from() {
    let mut office = Office::with_plan();
    let before = (office.hash(), office.app.store().unwrap().operations(None, 99).unwrap().len());
    office.call("draft_paste", json!({"text": PLAN.replace("2026", "2027")}));
    let first = office.call("draft_edit", json!({"edit": "accept", "item": "m0"}));
    office.call("draft_leave", json!({}));
    office.call("draft_paste", json!({"text": PLAN.replace("2026", "2028")}));
    assert_eq!(
        (office.hash(), office.app.store().unwrap().operations(None, 99).unwrap().len()),
        before,
        "drafts are no part of the ledger"
    );
    office.restart();
    let ledger = office.path("台账.yaodian");
    assert_eq!(office.call("state", json!({}))["draft"], json!(false));
    office.app.open(&ledger).unwrap();
    assert_eq!(office.call("draft_show", json!({})), Value::Null, "one of two must be chosen");
    let listed = office.call("draft_list", json!({}));
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert_eq!(office.call("draft_resume", json!({"draft": listed[1]["id"]})), first);
    assert!(!office.names().contains(&WAITING.to_owned()));
    office.call("draft_discard", json!({}));
    assert_eq!(office.call("draft_list", json!({})).as_array().unwrap().len(), 1);
    office.call("undo", json!({}));
    assert_eq!(office.call("draft_list", json!({})).as_array().unwrap().len(), 2, "a draft given up comes back");
}

#[test]
fn the_same_document_takes_its_draft_up_again() {
    let mut office = opened();
    let left = office.call("draft_edit", json!({"edit": "drop", "item": "m1"}));
    office.call("draft_leave", json!({}));
    let document = office.path("要点.txt");
    office.will_pick(&document);
    assert_eq!(office.call("draft_open", json!({})), left);
    assert_eq!(office.call("draft_list", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn undoing_an_import_brings_the_draft_back_as_it_was() {
    let mut office = opened();
    let view = office.call("draft_edit", json!({"edit": "drop", "item": "t1"}));
    office.call("draft_confirm", json!({}));
    assert_eq!((office.call("draft_show", json!({})), office.names().contains(&WAITING.to_owned())), (Value::Null, false));
    office.call("undo", json!({}));
    assert_eq!(office.call("state", json!({}))["plans"], json!([]));
    assert_eq!(office.call("draft_show", json!({})), view);
    office.call("redo", json!({}));
    assert_eq!(office.call("draft_show", json!({})), Value::Null);
    assert_eq!(office.call("state", json!({}))["plans"].as_array().unwrap().len(), 1);
}

#[test]
fn a_measure_is_cut_in_two_and_joined_again_with_all_it_has() {
    let mut office = opened();
    let before = office.call("draft_show", json!({}));
    let place = at(&before, "培训育婴员");
    let view = office.call("draft_edit", json!({"edit": "split", "item": "m0", "at": place}));
    assert_eq!((keys(&view, "measures"), keys(&view, "targets")), (vec!["m0".into(), "m2".into(), "m1".into()], keys(&before, "targets")));
    assert_eq!(texts(&view), texts(&before));
    assert_eq!((&view["measures"][0]["title"], &view["measures"][1]["title"]), (&json!("扩大托位供给"), &json!("培训育婴员300—400人")));
    let trained = find(&view, "targets", "name", "育婴员");
    let marks = view["lines"].as_array().unwrap().iter().flat_map(|line| line["marks"].as_array().unwrap());
    assert!(marks.into_iter().any(|mark| mark["item"] == trained["key"]), "a target that is the title is shown as the target");
    assert_eq!(trained["measure"], "m2");
    assert_eq!(view["measures"][0]["units"], view["measures"][1]["units"], "one note at the end is meant for both");
    let view = office.call("draft_edit", json!({"edit": "merge", "item": "m2"}));
    assert_eq!((texts(&view), &view["measures"][0]["units"]), (texts(&before), &before["measures"][0]["units"]));
    assert_eq!(view["targets"], before["targets"]);
    let error = office.refused("draft_edit", json!({"edit": "merge", "item": "m0"}));
    assert!(error.message.contains("前面没有"), "{error}");
    let outside = at(&before, "规范机构管理");
    let error = office.refused("draft_edit", json!({"edit": "split", "item": "m0", "at": outside}));
    assert!(error.message.contains("不能拆分"), "{error}");
}

#[test]
fn words_of_the_source_become_a_target_and_a_measure() {
    let mut office = opened();
    let view = office.call("draft_show", json!({}));
    let view = office.call("draft_edit", json!({"edit": "add_target", "words": range(&view, "明确责任人")}));
    let added = find(&view, "targets", "quote", "明确责任人");
    assert_eq!((&added["key"], &added["comparator"], &added["measure"]), (&json!("t4"), &json!("qualitative"), &Value::Null));
    let view = office.call("draft_edit", json!({"edit": "move", "item": "t4", "measure": "m1"}));
    assert_eq!(find(&view, "targets", "quote", "明确责任人")["measure"], "m1");
    let view = office.call("draft_edit", json!({"edit": "drop", "item": "t0"}));
    let view = office.call("draft_edit", json!({"edit": "add_target", "words": range(&view, "新增托位1200个")}));
    let added = find(&view, "targets", "key", "t5");
    assert_eq!((&added["value"], &added["unit"], &added["measure"]), (&json!("1200"), &json!("个"), &json!("m0")));
    let words = range(&view, "（一）部署阶段（2026年3月底前）。制定方案，明确责任人。");
    let view = office.call("draft_edit", json!({"edit": "add_measure", "words": words}));
    let added = find(&view, "measures", "key", "m2");
    assert_eq!((&added["number"], &added["section"]), (&json!("（一）"), &json!("s1")));
    assert_eq!(find(&view, "targets", "key", "t4")["measure"], "m2", "what stands in the words is the new measure's");
    let error =
        office.refused("draft_edit", json!({"edit": "add_target", "words": {"from": {"line": 2, "at": 0}, "to": {"line": 2, "at": 0}}}));
    assert!(error.message.contains("没有选中"), "{error}");
    office.call("draft_edit", json!({"edit": "section", "item": "s0", "title": "托育服务"}));
    let imported = office.call("draft_confirm", json!({}));
    assert_eq!((&imported["measures"], &imported["indicators"]), (&json!(3), &json!(5)));
}

#[test]
fn the_last_change_of_the_draft_is_taken_back() {
    let mut office = opened();
    let read = office.call("draft_show", json!({}));
    let dropped = office.call("draft_edit", json!({"edit": "drop", "item": "m0"}));
    office.call("draft_edit", json!({"edit": "accept_all"}));
    assert_eq!(office.call("draft_undo", json!({})), dropped);
    office.restart();
    office.call("draft_show", json!({}));
    assert_eq!(office.call("draft_undo", json!({})), read);
    assert!(office.refused("draft_undo", json!({})).message.contains("没有改动"));
}

#[test]
fn a_name_said_to_be_a_known_units_is_learnt_with_the_import() {
    let mut office = Office::with_plan();
    let next = PLAN.replace("2026", "2027").replace("市托育中心", "托育办").replace("西山区", "南岭区");
    let view = office.call("draft_paste", json!({"text": next}));
    let doubt = find(&view, "doubts", "key", "u:托育办").clone();
    assert_eq!((&doubt["unit"]["like"][0]["name"], &doubt["settled"]), (&json!(CENTRE), &json!(false)));
    assert!(keys(&view, "doubts").iter().all(|key| key != "u:南岭区卫生健康局"), "another place's office is another unit");
    let mark =
        view["lines"].as_array().unwrap().iter().flat_map(|line| line["marks"].as_array().unwrap()).find(|mark| mark["doubtful"] == true);
    assert_eq!(mark.unwrap()["kind"], json!("target"), "the range");
    let unknown = json!({"edit": "unit_alias", "name": "托育办", "unit": office.plan()});
    assert_eq!(office.refused("draft_edit", unknown).kind, ErrorKind::NotFound);
    let view = office.call("draft_edit", json!({"edit": "unit_alias", "name": "托育办", "unit": doubt["unit"]["like"][0]["id"]}));
    assert_eq!(find(&view, "doubts", "key", "u:托育办")["settled"], true);
    assert_eq!(view["measures"][0]["units"][0]["known"], CENTRE);
    let before = office.hash();
    let imported = office.call("draft_confirm", json!({}));
    assert_eq!(imported["new_units"], 1);
    let again = next.replace("2027", "2028");
    let view = office.call("draft_paste", json!({"text": again}));
    assert_eq!(view["measures"][0]["units"][0]["known"], CENTRE);
    assert!(keys(&view, "doubts").iter().all(|key| !key.starts_with("u:")), "it is not asked twice");
    office.call("draft_discard", json!({}));
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(office.hash(), before, "the name is forgotten with the import it came with");
}

#[test]
fn a_ledger_without_units_asks_about_none() {
    let mut office = opened();
    let view = office.call("draft_show", json!({}));
    assert!(keys(&view, "doubts").iter().all(|key| !key.starts_with("u:")));
}

#[test]
fn remarks_are_read_and_lines_taken_back_in() {
    let mut office = Office::new();
    let noisy = PLAN.replace("二、实施步骤", "打印　关闭　返回顶部\n\n二、实施步骤");
    let view = office.call("draft_paste", json!({"text": noisy}));
    let noise = view["lines"].as_array().unwrap().iter().find(|line| line["noise"] == true).expect("the footer is noise").clone();
    let view = office.call("draft_edit", json!({"edit": "keep_line", "line": noise["number"]}));
    assert!(view["lines"].as_array().unwrap().iter().all(|line| line["noise"] == false));
    assert!(office.refused("draft_edit", json!({"edit": "keep_line", "line": 1})).message.contains("没有去除"));
    assert_eq!(office.refused("draft_edit", json!({"edit": "note", "item": "r99"})).kind, ErrorKind::NotFound);
}

mod replay {
    use super::*;
    use proptest::prelude::*;

    fn item() -> impl Strategy<Value = String> {
        (prop::sample::select(vec!["m", "t", "p"]), 0..8u32).prop_map(|(kind, at)| format!("{kind}{at}"))
    }

    fn place() -> impl Strategy<Value = Value> {
        (1..13u32, 0..90u32).prop_map(|(line, at)| json!({"line": line, "at": at}))
    }

    fn edit() -> impl Strategy<Value = Value> {
        prop_oneof![
            (prop::sample::select(vec!["accept", "drop", "restore", "merge"]), item())
                .prop_map(|(edit, item)| json!({"edit": edit, "item": item})),
            (item(), place()).prop_map(|(item, at)| json!({"edit": "split", "item": item, "at": at})),
            (prop::sample::select(vec!["add_target", "add_measure"]), place(), place())
                .prop_map(|(edit, from, to)| json!({"edit": edit, "words": {"from": from, "to": to}})),
            (item(), item()).prop_map(|(item, measure)| json!({"edit": "move", "item": item, "measure": measure})),
            Just(json!({"edit": "section", "item": "s0", "title": "供给"})),
            Just(json!({"edit": "unit_new", "name": "市托育中心"})),
            Just(json!({"edit": "accept_all"})),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn cutting_and_joining_loses_no_text_and_no_target(edits in prop::collection::vec((any::<bool>(), 0..6u32, 5..9u32, 0..70u32), 1..12)) {
            let mut office = opened();
            let read = office.call("draft_show", json!({}));
            for (cut, measure, line, at) in edits {
                let item = format!("m{measure}");
                let _ = match cut {
                    true => office.app.call("draft_edit", json!({"edit": "split", "item": item, "at": {"line": line, "at": at}})),
                    false => office.app.call("draft_edit", json!({"edit": "merge", "item": item})),
                };
            }
            let view = office.call("draft_show", json!({}));
            let words = |view: &Value| texts(view).replace(char::is_whitespace, "");
            prop_assert_eq!(words(&view), words(&read));
            prop_assert_eq!(keys(&view, "targets"), keys(&read, "targets"));
            let measures = keys(&view, "measures");
            for target in view["targets"].as_array().unwrap() {
                prop_assert!(target["measure"].as_str().is_none_or(|key| measures.iter().any(|known| known == key)));
            }
        }

        #[test]
        fn edits_done_again_give_the_same_draft(edits in prop::collection::vec(edit(), 1..16)) {
            let mut office = opened();
            let read = office.call("draft_show", json!({}));
            let mut views = vec![read.clone()];
            for edit in edits {
                match office.app.call("draft_edit", edit) {
                    Ok(view) => views.push(view),
                    Err(_) => prop_assert_eq!(&office.call("draft_show", json!({})), views.last().unwrap()),
                }
            }
            for of in ["measures", "targets"] {
                let mut all = keys(views.last().unwrap(), of);
                all.sort();
                all.dedup();
                prop_assert_eq!(all.len(), keys(views.last().unwrap(), of).len());
            }
            office.restart();
            while let Some(view) = views.pop() {
                prop_assert_eq!(&office.call("draft_show", json!({})), &view);
                prop_assert_eq!(office.app.call("draft_undo", json!({})).is_ok(), !views.is_empty());
            }
        }
    }
}
