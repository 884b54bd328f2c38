use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn number(value: f64) -> Option<Held> {
    Some(Held::Number(Amount::new(value).unwrap()))
}

fn text(text: &str) -> Option<Held> {
    Some(Held::Text(text.into()))
}

#[test]
fn emptying_a_cell_is_a_change_like_any_other() {
    assert_eq!(merge(&number(3.0), &number(3.0), &None), Outcome::Apply);
    assert_eq!(merge(&number(3.0), &None, &None), Outcome::Equal);
    assert_eq!(merge(&number(3.0), &number(4.0), &None), Outcome::Conflict);
    assert_eq!(merge(&None, &number(4.0), &None), Outcome::Unchanged);
}

#[test]
fn what_a_spreadsheet_program_does_to_a_value_is_no_change() {
    assert_eq!(merge(&number(2.0 / 3.0), &number(1.0), &number(0.666_666_666_666_667)), Outcome::Unchanged);
    assert_eq!(merge(&text("一\r\n二 "), &text("x"), &text("一\n二")), Outcome::Unchanged);
    assert_eq!(merge(&text("  \n"), &number(1.0), &None), Outcome::Unchanged);
    assert_eq!(merge(&number(0.0), &number(0.0), &None), Outcome::Apply);
    assert_eq!(merge(&text("3"), &text("3"), &number(3.0)), Outcome::Apply);
}

#[test]
fn a_cell_that_cannot_be_read_is_counted_and_left() {
    let cell = MergeCell { key: "K4", base: None, ours: number(1.0), theirs: Err(RejectCode::NotANumber) };
    let result = merge_cells(vec![cell]);
    assert_eq!(result.cells[0].1, Outcome::Rejected(RejectCode::NotANumber));
    assert_eq!(result.counts, Counts { changed: 1, rejected: 1, ..Counts::default() });
}

#[test]
fn counts_of_several_returns_add_up() {
    let mut sum = Counts { changed: 10, applied: 4, equal: 3, conflicts: 2, rejected: 1, unchanged: 20 };
    sum += Counts { changed: 100, applied: 40, equal: 30, conflicts: 20, rejected: 10, unchanged: 7 };
    assert_eq!(sum, Counts { changed: 110, applied: 44, equal: 33, conflicts: 22, rejected: 11, unchanged: 27 });
}

#[test]
fn outcomes_have_the_words_that_scripts_rely_on() {
    let all = [Outcome::Unchanged, Outcome::Apply, Outcome::Equal, Outcome::Conflict, Outcome::Rejected(RejectCode::NotANumber)];
    assert_eq!(all.map(Outcome::code), ["unchanged", "applied", "equal", "conflict", "rejected"]);
}

#[test]
fn only_what_looks_like_an_empty_cell_is_blank() {
    for blank in [text(""), text(" \n\u{3000}"), None] {
        assert!(blank.is_blank() && blank.same(&None) && None.same(&blank), "{blank:?}");
    }
    for filled in [text("甲"), number(0.0)] {
        assert!(!filled.is_blank() && !filled.same(&None) && !None.same(&filled), "{filled:?}");
    }
    assert!(String::from(" ").is_blank() && !String::from("甲").is_blank() && !Amount::ZERO.is_blank());
    assert!(!String::from("甲").same(&String::from("乙")));
    // A cell within another question of whether there is one: blank if there is none, or what is there is blank.
    assert!(Some(text(" ")).is_blank() && Some(None::<Held>).is_blank() && !Some(text("甲")).is_blank());
}

fn held() -> impl Strategy<Value = Option<Held>> {
    // Few values, so that they often meet; some differ only by what a spreadsheet program does to them.
    prop_oneof![
        Just(None),
        Just(text(" ")),
        Just(text("甲\r\n乙")),
        Just(text("甲\n乙")),
        Just(number(2.0 / 3.0)),
        Just(number(0.666_666_666_666_667)),
        (-2..3).prop_map(|n| number(f64::from(n))),
    ]
}

fn theirs() -> impl Strategy<Value = Result<Option<Held>, RejectCode>> {
    prop_oneof![8 => held().prop_map(Ok), 1 => Just(Err(RejectCode::FormulaWithoutValue))]
}

fn cells() -> impl Strategy<Value = Vec<MergeCell<usize, Option<Held>>>> {
    let cell = (held(), held(), theirs());
    proptest::collection::vec(cell, 0..12)
        .prop_map(|cells| cells.into_iter().enumerate().map(|(key, (base, ours, theirs))| MergeCell { key, base, ours, theirs }).collect())
}

/// Takes over what is accepted, as the ledger does: the value, and as the base for this exchange too.
fn accepted(result: &MergeResult<usize, Option<Held>>, conflicts_too: bool) -> Vec<MergeCell<usize, Option<Held>>> {
    let take = |(cell, outcome): &(MergeCell<usize, Option<Held>>, Outcome)| match (&cell.theirs, outcome) {
        (Ok(theirs), Outcome::Apply | Outcome::Equal) => MergeCell { base: theirs.clone(), ours: theirs.clone(), ..cell.clone() },
        (Ok(theirs), Outcome::Conflict) if conflicts_too => MergeCell { base: theirs.clone(), ours: theirs.clone(), ..cell.clone() },
        _ => cell.clone(),
    };
    result.cells.iter().map(take).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::tests::cases(20_000)))]

    #[test]
    fn every_changed_cell_is_accounted_for(cells in cells()) {
        let total = cells.len();
        let Counts { changed, applied, equal, conflicts, rejected, unchanged } = merge_cells(cells).counts;
        prop_assert_eq!(changed, applied + equal + conflicts + rejected);
        prop_assert_eq!(total, changed + unchanged);
    }

    #[test]
    fn a_conflict_is_exactly_three_different_values(base in held(), ours in held(), theirs in held()) {
        let all_differ = !base.same(&ours) && !base.same(&theirs) && !ours.same(&theirs);
        prop_assert_eq!(merge(&base, &ours, &theirs) == Outcome::Conflict, all_differ);
    }

    #[test]
    fn the_same_file_again_changes_nothing(cells in cells()) {
        let once = merge_cells(cells);
        let twice = merge_cells(accepted(&once, true));
        prop_assert_eq!((twice.counts.applied, twice.counts.equal, twice.counts.conflicts), (0, 0, 0));
        prop_assert_eq!(twice.counts.changed, once.counts.rejected);
    }

    #[test]
    fn conflicts_left_open_stay_conflicts(cells in cells()) {
        let once = merge_cells(cells);
        let twice = merge_cells(accepted(&once, false));
        prop_assert_eq!((twice.counts.conflicts, twice.counts.applied), (once.counts.conflicts, 0));
    }

    #[test]
    fn returns_for_different_cells_may_come_in_any_order(cells in cells(), split in 0usize..12) {
        let state: BTreeMap<usize, Option<Held>> = cells.iter().map(|cell| (cell.key, cell.ours.clone())).collect();
        let (one, two) = cells.split_at(split.min(cells.len()));
        prop_assert_eq!(after(state.clone(), [one, two]), after(state, [two, one]));
    }
}

/// Merges returns one after the other into a state and takes what applies.
fn after(mut state: BTreeMap<usize, Option<Held>>, returns: [&[MergeCell<usize, Option<Held>>]; 2]) -> BTreeMap<usize, Option<Held>> {
    for cells in returns {
        let against = cells.iter().map(|cell| MergeCell { ours: state[&cell.key].clone(), ..cell.clone() }).collect();
        for (cell, outcome) in merge_cells(against).cells {
            if let (Outcome::Apply, Ok(theirs)) = (outcome, cell.theirs) {
                state.insert(cell.key, theirs);
            }
        }
    }
    state
}
