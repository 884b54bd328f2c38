//! What is written reads back.

mod common;

use common::*;
use domain::judge::Figure;
use domain::{Field, Passage};
use store::*;

#[test]
fn a_plan_reads_back_as_it_was_imported() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let plan = store.plan(uid(11)).unwrap().unwrap();
    assert_eq!((plan.id, plan.title.as_str(), store.plans().unwrap().len()), (filled.plan, "云州市2024年工作要点", 1));
    let document = store.document(plan.document_id.unwrap()).unwrap().unwrap();
    assert_eq!(store.content(&document.sha256).unwrap().unwrap(), b"\xef\xbb\xbf\0raw bytes");
    assert_eq!(document.sha256, sha256(b"\xef\xbb\xbf\0raw bytes"));
    assert_eq!(store.sections(plan.id).unwrap()[0].title, "托育");
    let measures = store.measures(plan.id).unwrap();
    let roles: Vec<_> = measures[0].responsibilities.iter().map(|part| (part.unit_id, part.role.code())).collect();
    assert_eq!(roles, [(filled.units[2], "lead"), (filled.units[0], "responsible"), (filled.units[1], "cooperating")]);
    assert_eq!(store.measure(uid(13)).unwrap().as_ref(), measures.first());
    let indicators = store.indicators(plan.id).unwrap();
    assert_eq!(indicators[0].data, indicator(30, plan.id, filled.measure, "新增托位"));
    assert_eq!(store.indicator(uid(32)).unwrap().unwrap(), indicators[2]);
}

#[test]
fn units_are_known_by_name_and_alias_and_no_name_is_taken_twice() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let [east, west, _] = filled.units;
    let group = store
        .transact(op(2, OperationKind::Unit, "单位"), |w| {
            w.set_alias("东湖", east)?;
            let group = w.upsert_unit(&Unit { is_group: true, ..unit(40, "各区") })?;
            w.add_member(group, west)?;
            w.add_member(group, east)?;
            assert_eq!(w.upsert_unit(&unit(41, "东湖"))?, east, "an alias is the unit");
            Ok::<_, Error>(group)
        })
        .unwrap();
    let units = store.units().unwrap();
    assert_eq!(units.iter().find(|row| row.id == group).unwrap().members, [east, west]);
    assert_eq!(units.iter().find(|row| row.id == east).unwrap().aliases, ["东湖"]);
    let refused = store.transact(op(3, OperationKind::Unit, "单位"), |w| w.set_alias("西山区", east)).unwrap_err();
    assert_eq!(refused.to_string(), "台账不接受这项内容：“西山区”已经是单位“西山区”的名称或别名，请换一个名称或先改那个单位");
    let renamed = Unit { name: "东湖".to_owned(), ..unit(21, "西山区") };
    assert!(matches!(store.transact(op(4, OperationKind::Unit, "单位"), |w| w.update_unit(&renamed)), Err(Error::Refused(_))));
}

#[test]
fn entries_are_found_by_plan_and_time_by_indicator_and_by_period() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, units, indicators, .. } = fill(&mut store);
    let ratio = Entry {
        figure: Some(Figure::Ratio { numerator: amount(3.0), denominator: amount(4.0) }),
        ..entry(indicators[2], units[1], "2024-Q2", 0.0)
    };
    let note = Entry { figure: None, note: Some("下月报".to_owned()), ..entry(indicators[1], units[0], "2024-06", 0.0) };
    let typed = Entry { typed: Some("0.95万".to_owned()), ..entry(indicators[0], units[0], "2024-07", 9500.0) };
    let written = [entry(indicators[0], units[0], "2024-06", 35.0), typed, note, ratio];
    store.transact(op(2, OperationKind::Record, "录入"), |w| written.iter().try_for_each(|entry| w.record_entry(entry).map(drop))).unwrap();
    assert_eq!(store.entries(plan, period("2024")).unwrap(), written);
    assert_eq!(store.entries(plan, period("2024-06")).unwrap(), [written[0].clone(), written[2].clone(), written[3].clone()]);
    assert_eq!(store.entries_of_indicator(indicators[0]).unwrap(), written[..2]);
    assert_eq!(store.entries_of_period(period("2024-06")).unwrap(), [written[0].clone(), written[2].clone()]);
    assert_eq!(store.last_period(plan).unwrap(), Some(period("2024-07")));
    let nothing = Entry { figure: None, ..written[0].clone() };
    assert!(matches!(store.transact(op(3, OperationKind::Record, "空"), |w| w.record_entry(&nothing)), Err(Error::Refused(_))));
    assert!(store.transact(op(4, OperationKind::Record, "清除"), |w| w.clear_entry(indicators[0], units[0], period("2024-06"))).unwrap());
    assert_eq!(store.entry(indicators[0], units[0], period("2024-06")).unwrap(), None);
}

#[test]
fn the_history_of_an_entry_says_who_when_old_and_new_and_who_took_it_back() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { units, indicators, .. } = fill(&mut store);
    let (first, second) = (entry(indicators[0], units[0], "2024-06", 35.0), entry(indicators[0], units[0], "2024-06", 36.5));
    store.transact(op(2, OperationKind::Record, "录入"), |w| w.record_entry(&first)).unwrap();
    store.transact(op(3, OperationKind::Record, "改正"), |w| w.record_entry(&second)).unwrap();
    store.undo(1_700_000_009_000, "赵敏").unwrap();
    let history = store.entry_history(indicators[0], units[0], period("2024-06")).unwrap();
    assert_eq!(history, store.indicator_history(indicators[0], 10).unwrap());
    let told: Vec<_> = history.iter().map(|c| (c.label.as_str(), c.who.as_str(), c.replay, c.old.clone(), c.new.clone())).collect();
    assert_eq!(
        told,
        [
            ("改正", "赵敏", Some(Direction::Undo), Some(second.clone()), Some(first.clone())),
            ("改正", "王芳", None, Some(first.clone()), Some(second)),
            ("录入", "王芳", None, None, Some(first)),
        ]
    );
}

#[test]
fn what_was_sent_is_the_base_until_a_merge_accepts_a_value() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, units, indicators, measure } = fill(&mut store);
    let exchange = Exchange {
        uid: uid(50),
        plan_id: plan,
        unit_id: units[0],
        period: period("2024-06"),
        file_name: "要点-2024年6月-东湖区.xlsx".to_owned(),
        sent_at: 1,
        who: "王芳".to_owned(),
    };
    let cell = |field, base| ExchangeCell { indicator_id: indicators[0], field, base };
    let cells = [cell(Field::Note, Base { number: None, text: Some("无".to_owned()) }), cell(Field::Value, Base::default())];
    let text = |passage, base: Option<&str>| ExchangeText { measure_id: measure, passage, base: base.map(str::to_owned) };
    let texts = [text(Passage::Problems, None), text(Passage::Progress, Some("已开工"))];
    let id = store
        .transact(op(2, OperationKind::Export, "发出"), |w| {
            let id = w.insert_exchange(&exchange, &cells)?;
            w.insert_exchange_texts(id, &texts)?;
            Ok::<_, Error>(id)
        })
        .unwrap();
    assert_eq!(store.exchange_texts(id).unwrap(), texts);
    assert_eq!(store.exchange(uid(50)).unwrap().unwrap(), store.exchanges(plan).unwrap()[0]);
    assert_eq!(store.exchange_cells(id).unwrap(), cells);
    let accepted = cell(Field::Value, Base { number: Some(amount(2.0 / 3.0)), text: None });
    let back = Return {
        exchange_id: Some(id),
        file_name: "回.xlsx".to_owned(),
        sha256: sha256(b"x"),
        received_at: 2,
        status: ReturnStatus::Read,
        saved_by: Some("李四".to_owned()),
        saved_at: Some(1),
        mismatch: Some("写的是别的单位".to_owned()),
    };
    let issue = Issue { sheet: "填报".into(), row: 7, column: "F".into(), typed: "约230".into(), code: "not_a_number".into() };
    let return_id = store
        .transact(op(3, OperationKind::Merge, "合并"), |w| {
            assert!(w.accept_exchange_cell(id, &accepted)?);
            assert!(!w.accept_exchange_cell(id, &ExchangeCell { indicator_id: indicators[1], ..accepted.clone() })?);
            assert!(w.accept_exchange_text(id, &text(Passage::Progress, Some("已完工")))?);
            assert!(!w.accept_exchange_text(id, &text(Passage::NextSteps, Some("没有这一格")))?);
            w.insert_return(&back, std::slice::from_ref(&issue))
        })
        .unwrap();
    assert_eq!(store.exchange_cells(id).unwrap(), [cells[0].clone(), accepted]);
    assert_eq!(store.exchange_texts(id).unwrap(), [text(Passage::Problems, None), text(Passage::Progress, Some("已完工"))]);
    assert_eq!(store.return_by_sha256(&sha256(b"x")).unwrap().unwrap(), Stored { id: return_id, data: back });
    assert_eq!(store.issues(return_id).unwrap(), [issue]);
    store.undo(9, "王芳").unwrap();
    assert_eq!(store.exchange_cells(id).unwrap(), cells);
    assert_eq!(store.returns(plan).unwrap(), []);
}

#[test]
fn a_draft_survives_and_comes_back_when_its_import_is_undone() {
    let place = Place::new();
    let mut store = create(&place);
    let draft = Draft { uid: uid(60), name: "要点.docx".into(), sha256: String::new(), draft: "{\"a\":1}".into(), updated_at: 1 };
    store.transact(op(1, OperationKind::Draft, "读入"), |w| w.insert_draft(&draft, b"PK")).unwrap();
    store.transact(op(2, OperationKind::Draft, "保存"), |w| w.save_draft(uid(60), "{\"a\":2}", 5)).unwrap();
    assert_eq!(store.operations(None, 9).unwrap(), [], "drafts are not history");
    drop(store);
    let mut store = open(&place);
    let kept = store.drafts().unwrap();
    assert_eq!((kept[0].draft.as_str(), kept[0].updated_at), ("{\"a\":2}", 5));
    store
        .transact(op(3, OperationKind::Import, "导入"), |w| {
            w.set_setting("imported", Some("1"))?;
            w.delete_draft(uid(60))
        })
        .unwrap();
    assert_eq!(store.drafts().unwrap(), []);
    store.undo(6, "王芳").unwrap();
    assert_eq!(store.drafts().unwrap(), kept);
    assert_eq!(store.content(&kept[0].sha256).unwrap().unwrap(), b"PK");
}

#[test]
fn what_columns_hold_is_kept_by_their_headings_forgotten_and_undone() {
    let place = Place::new();
    let mut store = create(&place);
    let keep = |store: &mut Store, n, roles: Option<&'static str>| {
        store.transact(op(n, OperationKind::Setting, "设置"), |w| w.keep_layout(r#"["指标"]"#, roles, 1)).unwrap();
        store.layout(r#"["指标"]"#).unwrap()
    };
    assert_eq!(keep(&mut store, 1, Some(r#"["indicator"]"#)).as_deref(), Some(r#"["indicator"]"#));
    assert_eq!(keep(&mut store, 2, Some(r#"["measure"]"#)).as_deref(), Some(r#"["measure"]"#));
    assert_eq!(store.layout(r#"["任务"]"#).unwrap(), None);
    assert_eq!(keep(&mut store, 3, None), None);
    store.undo(4, "王芳").unwrap();
    assert_eq!(store.layout(r#"["指标"]"#).unwrap().as_deref(), Some(r#"["measure"]"#));
}

#[test]
fn settings_and_presets_are_kept_and_taken_away() {
    let place = Place::new();
    let mut store = create(&place);
    store
        .transact(op(1, OperationKind::Setting, "设置"), |w| {
            w.set_setting("office", Some("云州"))?;
            w.set_setting("language", Some("zh"))?;
            w.set_setting("language", None)?;
            w.set_preset("常用", Some("{}"))
        })
        .unwrap();
    assert_eq!((store.setting("office").unwrap().as_deref(), store.setting("language").unwrap()), (Some("云州"), None));
    assert_eq!((store.settings().unwrap().len(), store.presets().unwrap()["常用"].as_str()), (1, "{}"));
    assert!(matches!(store.transact(op(2, OperationKind::Setting, "设置"), |w| w.set_preset("坏", Some("{"))), Err(Error::Refused(_))));
}

#[test]
fn milestones_achievements_and_allocations_read_back() {
    let place = Place::new();
    let mut store = create(&place);
    let Filled { plan, measure, units, indicators } = fill(&mut store);
    let milestone = Milestone {
        uid: uid(70),
        plan_id: plan,
        measure_id: None,
        name: "动员部署".into(),
        due: Some("2024-03-31".parse().unwrap()),
        text: "制定方案".into(),
        done_on: None,
        evidence: None,
        position: 1,
    };
    let achievement = Achievement {
        plan_id: plan,
        measure_id: Some(measure),
        name: "托位".into(),
        unit: "个".into(),
        value: Some(amount(1800.0)),
        value_text: Some("0.18万".into()),
        quote: "已建托位0.18万个".into(),
        span: None,
        position: 1,
    };
    let share = Allocation { indicator_id: indicators[0], unit_id: units[0], target: amount(900.0), target_text: None };
    store
        .transact(op(2, OperationKind::Edit, "补充"), |w| {
            w.insert_milestone(&milestone)?;
            w.insert_achievement(&achievement)?;
            w.set_allocation(&Allocation { target: amount(1.0), ..share.clone() })?;
            w.set_allocation(&share)
        })
        .unwrap();
    assert_eq!(store.milestones(plan).unwrap()[0].data, milestone);
    assert_eq!(store.achievements(plan).unwrap()[0].data, achievement);
    assert_eq!(store.allocations(plan).unwrap(), [share]);
    let changed = SourcedIndicator { quote: "改".into(), ..indicator(30, plan, measure, "新增托位数") };
    store.transact(op(3, OperationKind::Edit, "改"), |w| w.update_indicator(&changed)).unwrap();
    assert_eq!(store.indicator(uid(30)).unwrap().unwrap().data, changed);
    store.transact(op(4, OperationKind::Edit, "删"), |w| w.delete_indicator(indicators[0])).unwrap();
    assert_eq!((store.indicator(uid(30)).unwrap(), store.allocations(plan).unwrap().len()), (None, 0));
}
