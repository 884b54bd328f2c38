//! What units tell of their measures: kept as written, undone like all else, locked in a frozen period.

mod common;

use common::*;
use rusqlite::Connection;
use store::*;

const FEBRUARY: &str = "2024-02";
const MARCH: &str = "2024-03";

fn told(filled: &Filled, unit: usize, code: &str, progress: Option<&str>) -> Narrative {
    Narrative {
        measure_id: filled.measure,
        unit_id: filled.units[unit],
        period: period(code),
        progress: progress.map(str::to_owned),
        problems: None,
        next_steps: Some("下月开园\n两处".to_owned()).filter(|_| progress.is_some()),
        who: "李强".to_owned(),
        at: 1_700_000_000_000,
    }
}

fn tell(store: &mut Store, new: &Narrative, n: u64) -> Result<bool> {
    store.transact(op(n, OperationKind::Record, "进展情况"), |w| w.tell(new))
}

fn freeze(store: &mut Store, filled: &Filled, code: &str, n: u64) {
    let new =
        Freeze { plan_id: filled.plan, period: period(code), rules: "{}".to_owned(), who: "王芳".to_owned(), at: 1_712_000_000_000 };
    store.transact(op(n, OperationKind::Freeze, "冻结"), |w| w.freeze(&new, &[], &[], &[])).unwrap();
}

#[test]
fn what_is_told_is_kept_word_for_word_and_the_same_again_is_no_change() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let (lake, hill) = (told(&filled, 0, FEBRUARY, Some("已开工\n两处")), told(&filled, 1, MARCH, Some("选址")));
    assert!(tell(&mut store, &lake, 2).unwrap());
    assert!(tell(&mut store, &hill, 3).unwrap());
    let later = Narrative { who: "赵敏".to_owned(), at: 2, ..lake.clone() };
    assert!(!tell(&mut store, &later, 4).unwrap());
    assert_eq!(store.narratives(filled.plan, period(FEBRUARY)).unwrap(), std::slice::from_ref(&lake));
    assert_eq!(store.narratives_of_measure(filled.measure).unwrap(), [lake, hill]);
}

#[test]
fn telling_and_taking_back_are_undone_and_redone() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    let empty = store.state_hash().unwrap();
    tell(&mut store, &told(&filled, 0, MARCH, Some("已开工")), 2).unwrap();
    let kept = store.state_hash().unwrap();
    assert!(tell(&mut store, &told(&filled, 0, MARCH, None), 3).unwrap());
    assert!(!tell(&mut store, &told(&filled, 0, MARCH, None), 4).unwrap(), "nothing is left to take back");
    assert_eq!(store.narratives(filled.plan, period(MARCH)).unwrap(), []);
    store.undo(5, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), kept);
    store.undo(6, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), empty);
    store.redo(7, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), kept);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn what_was_told_of_a_frozen_period_and_before_is_locked_also_for_undo_and_other_programs() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    tell(&mut store, &told(&filled, 0, FEBRUARY, Some("已开工")), 2).unwrap();
    let first = store.operations(None, 1).unwrap().remove(0);
    freeze(&mut store, &filled, MARCH, 3);
    let before = store.state_hash().unwrap();
    for (n, code) in [(4, FEBRUARY), (5, MARCH)] {
        for text in [Some("改写"), None].into_iter().filter(|text| code == FEBRUARY || text.is_some()) {
            let refused = tell(&mut store, &told(&filled, 0, code, text), n).unwrap_err();
            assert_eq!(refused.to_string(), "2024年3月已冻结（王芳），这一期和以前各期不能改动；要更正请先解冻并写明原因");
        }
    }
    let refused = store.undo_operation(first.uid, 6, "赵敏").unwrap_err();
    assert!(matches!(&refused, Error::Frozen { period, .. } if *period == common::period(MARCH)), "{refused}");
    assert_eq!(store.state_hash().unwrap(), before);
    assert!(tell(&mut store, &told(&filled, 0, "2024-04", Some("已开工")), 7).unwrap());
    drop(store);
    let raw = Connection::open(&place.path).unwrap();
    for sql in ["UPDATE narrative SET progress = '' WHERE period_id = 202402", "DELETE FROM narrative WHERE period_id = 202402"] {
        let tried = raw.execute_batch(&format!("BEGIN; INSERT INTO open_operation VALUES (1, 1, NULL); {sql}; ROLLBACK;"));
        assert!(tried.unwrap_err().to_string().contains("冻结"), "{sql}");
        let _ = raw.execute_batch("ROLLBACK");
    }
}

#[test]
fn a_period_is_frozen_again_by_undo_only_over_the_same_words() {
    let place = Place::new();
    let mut store = create(&place);
    let filled = fill(&mut store);
    tell(&mut store, &told(&filled, 0, FEBRUARY, Some("已开工")), 2).unwrap();
    freeze(&mut store, &filled, MARCH, 3);
    store.transact(op(4, OperationKind::Freeze, "解冻"), |w| w.unfreeze(filled.plan, period(MARCH))).unwrap();
    let opened = store.operations(None, 1).unwrap().remove(0);
    tell(&mut store, &told(&filled, 0, FEBRUARY, Some("改写")), 5).unwrap();
    assert!(store.undo_operation(opened.uid, 6, "赵敏").is_err());
    store.undo(7, "赵敏").unwrap();
    store.undo_operation(opened.uid, 8, "赵敏").unwrap();
    assert_eq!(store.freezes(filled.plan).unwrap().len(), 1);
}
