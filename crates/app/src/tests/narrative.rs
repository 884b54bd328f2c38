//! What units tell of their measures.

use super::*;
use crate::ErrorKind;
use crate::narrative::{list, set, show};

/// The measure that has the indicator of that name.
fn measure(office: &mut Office, name: &str) -> Uid {
    let plan = office.plan();
    let all = indicators::list(&mut office.app, OfPlan { plan }).unwrap();
    all.into_iter().find(|one| one.name.contains(name)).and_then(|one| one.measure).unwrap().id
}

fn tell(office: &mut Office, month: &str, progress: Option<&str>, problems: Option<&str>) -> Result<NarrativeView, ApiError> {
    let (measure, unit) = (measure(office, "新增托位"), office.unit(LAKE));
    let text = |text: Option<&str>| text.map(str::to_owned);
    let request =
        NarrativeSet { measure, unit, period: period(month), progress: text(progress), problems: text(problems), next_steps: None };
    set(&mut office.app, request)
}

#[test]
fn what_is_told_keeps_its_lines_and_stands_beside_what_was_told_before() {
    let mut office = Office::with_plan();
    tell(&mut office, "2026-01", Some("已选址"), None).unwrap();
    let view = tell(&mut office, "2026-03", Some("  开工两处\r\n装修一处\n"), Some("缺保育员")).unwrap();
    assert_eq!((view.told.progress.as_str(), view.told.problems.as_str()), ("开工两处\n装修一处", "缺保育员"));
    assert_eq!(view.by.as_deref(), Some("王芳 2026-04-02 09:30"));
    let last = view.last.unwrap();
    assert_eq!((last.label.as_str(), last.told.progress.as_str()), ("2026年1月", "已选址"), "February told nothing");
    let view = tell(&mut office, "2026-03", None, Some("")).unwrap();
    assert_eq!((view.told.progress.as_str(), view.told.problems.as_str()), ("开工两处\n装修一处", ""), "what is absent stays");
    let of = OfPeriod { plan: office.plan(), period: period("2026-03") };
    let rows = list(&mut office.app, of).unwrap();
    assert_eq!(rows.iter().map(|row| (row.measure.title.as_str(), row.unit.name.as_str())).collect::<Vec<_>>(), [("扩大托位供给", LAKE)]);
    let detail = OfMeasure { measure: measure(&mut office, "新增托位"), period: period("2026-03") };
    let detail = crate::measures::detail(&mut office.app, detail).unwrap();
    assert_eq!(detail.narratives.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), ["2026年3月", "2026年1月"]);
}

#[test]
fn a_text_has_4000_characters_at_most() {
    let mut office = Office::with_plan();
    for fits in [3999, 4000] {
        assert_eq!(tell(&mut office, "2026-03", Some(&"字".repeat(fits)), None).unwrap().told.progress.chars().count(), fits);
    }
    assert!(tell(&mut office, "2026-03", Some(&format!("{}\n", "字".repeat(4000))), None).is_ok(), "blank ends do not count");
    let before = office.hash();
    let error = tell(&mut office, "2026-03", Some(&"字".repeat(4001)), None).unwrap_err();
    assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Invalid, "进展情况有4001字，最多4000字"));
    assert_eq!(office.hash(), before);
}

#[test]
fn a_narrative_is_undone_and_one_of_a_frozen_period_is_refused() {
    let mut office = Office::with_plan();
    office.record("新增托位", LAKE, "2026-03", "10");
    let before = office.hash();
    tell(&mut office, "2026-02", Some("已选址"), None).unwrap();
    crate::history::undo(&mut office.app, Nothing {}).unwrap();
    assert_eq!(office.hash(), before);
    let of = OfPeriod { plan: office.plan(), period: period("2026-03") };
    crate::freeze::freeze(&mut office.app, of).unwrap();
    for month in ["2026-02", "2026-03"] {
        let error = tell(&mut office, month, Some("已选址"), None).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Conflict);
        assert!(error.message.contains("2026年3月已冻结（王芳，2026-04-02）"), "{error}");
    }
    let measure = measure(&mut office, "新增托位");
    let of = NarrativeOf { measure, unit: office.unit(LAKE), period: period("2026-02") };
    assert!(show(&mut office.app, of).unwrap().locked.is_some());
    assert!(tell(&mut office, "2026-04", Some("已选址"), None).unwrap().locked.is_none());
    let error = tell(&mut office, "2027-01", Some("已选址"), None).unwrap_err();
    assert!(error.message.contains("不在计划期内"), "{error}");
}
