//! Ledgers of every earlier version: upgraded, whole, and with a history that can still be undone.

mod common;

use common::{op, uid};
use rusqlite::Connection;
use store::{Deck, Error, OpenMode, OperationKind, Store};

/// Lays a ledger of an earlier version down as that version left it.
fn ledger_of(version: &str, path: &std::path::Path) {
    Connection::open(path).unwrap().execute_batch(version).unwrap();
}

#[test]
fn a_ledger_of_version_1_is_upgraded_and_what_was_done_in_it_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaodian");
    ledger_of(include_str!("../../../tests/upgrades/version-1.sql"), &path);
    assert!(matches!(Store::open(&path, OpenMode::Read), Err(Error::Older { .. })), "looking at it does not change it");
    let mut store = Store::open(&path, OpenMode::Write).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let plan = store.plans().unwrap().remove(0);
    let (measures, indicators) = (store.measures(plan.id).unwrap(), store.indicators(plan.id).unwrap());
    assert_eq!((measures.len(), indicators.len(), indicators[0].data.document_id), (1, 1, None));
    let before = store.state_hash().unwrap();
    store.transact(op(90, OperationKind::Setting, "设置"), |w| w.set_setting("office", Some("云州"))).unwrap();
    for at in 1..=3 {
        store.undo(at, "王芳").unwrap();
    }
    assert!(store.plans().unwrap().is_empty(), "the import is taken back");
    store.redo(4, "王芳").unwrap();
    store.redo(5, "王芳").unwrap();
    assert_eq!(store.state_hash().unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_ledger_of_version_3_is_upgraded_with_its_frozen_month_and_can_be_undone_to_the_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaodian");
    ledger_of(include_str!("../../../tests/upgrades/version-3.sql"), &path);
    let mut store = Store::open(&path, OpenMode::Write).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let plan = store.plans().unwrap().remove(0);
    assert_eq!((store.freezes(plan.id).unwrap().len(), store.milestones(plan.id).unwrap().len()), (1, 2));
    let before = store.state_hash().unwrap();
    for at in 1..=5 {
        store.undo(at, "王芳").unwrap();
    }
    assert!(store.plans().unwrap().is_empty());
    for at in 6..=10 {
        store.redo(at, "王芳").unwrap();
    }
    assert_eq!(store.state_hash().unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_ledger_of_version_4_is_upgraded_with_what_was_sent_and_can_be_undone_to_the_sending() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaodian");
    ledger_of(include_str!("../../../tests/upgrades/version-4.sql"), &path);
    let mut store = Store::open(&path, OpenMode::Write).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let plan = store.plans().unwrap().remove(0);
    let (exchanges, returns) = (store.exchanges(plan.id).unwrap(), store.returns(plan.id).unwrap());
    assert_eq!((exchanges.len(), returns.len(), returns[0].data.exchange_id), (1, 1, Some(exchanges[0].id)));
    assert_eq!(store.rectifications(plan.id).unwrap().len(), 1);
    let before = store.state_hash().unwrap();
    for at in 1..=9 {
        store.undo(at, "王芳").unwrap();
    }
    assert!(matches!(store.undo(10, "王芳"), Err(Error::Conflict { .. })), "a plan of which a form was sent stays");
    for at in 11..=19 {
        store.redo(at, "王芳").unwrap();
    }
    assert_eq!(store.state_hash().unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn a_ledger_of_version_5_is_upgraded_and_keeps_a_deck_of_slides() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaodian");
    ledger_of(include_str!("../../../tests/upgrades/version-5.sql"), &path);
    let mut store = Store::open(&path, OpenMode::Write).unwrap();
    assert_eq!(store.check().unwrap(), []);
    let plan = store.plans().unwrap().remove(0);
    assert_eq!((store.exchanges(plan.id).unwrap().len(), store.returns(plan.id).unwrap().len()), (2, 1));
    let before = store.state_hash().unwrap();
    let slides = ["cover".to_owned(), "overview".to_owned()];
    let deck = Deck { uid: uid(50), plan_id: plan.id, name: "例会".to_owned() };
    store
        .transact(op(90, OperationKind::Edit, "保存幻灯"), |w| {
            let id = w.insert_deck(&deck)?;
            w.set_deck_slides(id, &slides)?;
            w.set_deck_talk(id, "cover", "2026-03".parse().unwrap(), Some("开场"))
        })
        .unwrap();
    let id = store.deck(uid(50)).unwrap().unwrap().id;
    assert_eq!(store.deck_slides(id).unwrap(), slides);
    assert_eq!(store.deck_talk(id, "2026-03".parse().unwrap()).unwrap(), [("cover".to_owned(), "开场".to_owned())]);
    for at in 1..=4 {
        store.undo(at, "王芳").unwrap();
    }
    assert!(matches!(store.undo(5, "王芳"), Err(Error::Conflict { .. })), "a plan of which forms were sent stays");
    assert_eq!(store.decks(plan.id).unwrap(), []);
    for at in 6..=8 {
        store.redo(at, "王芳").unwrap();
    }
    assert_eq!(store.state_hash().unwrap(), before);
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn no_two_decks_of_a_plan_share_a_name_and_no_slide_stands_twice_in_one() {
    let place = common::Place::new();
    let mut store = common::create(&place);
    common::fill(&mut store);
    let plan = store.plans().unwrap().remove(0);
    let deck = |n| Deck { uid: uid(n), plan_id: plan.id, name: "例会".to_owned() };
    store.transact(op(90, OperationKind::Edit, "保存幻灯"), |w| w.insert_deck(&deck(60))).unwrap();
    let before = store.state_hash().unwrap();
    assert!(store.transact(op(91, OperationKind::Edit, "保存幻灯"), |w| w.insert_deck(&deck(61))).is_err());
    let id = store.decks(plan.id).unwrap()[0].id;
    let twice = ["cover".to_owned(), "cover".to_owned()];
    assert!(store.transact(op(92, OperationKind::Edit, "保存幻灯"), |w| w.set_deck_slides(id, &twice)).is_err());
    assert_eq!(store.state_hash().unwrap(), before);
    store.transact(op(93, OperationKind::Edit, "删除幻灯"), |w| w.delete_deck(id)).unwrap();
    assert!(matches!(store.transact(op(94, OperationKind::Edit, "删除幻灯"), |w| w.delete_deck(id)), Err(Error::Refused(_))));
}
