//! Proposals: what is said of one row, and that what could be two is never proposed as one.

use super::*;
use crate::tests::cases;
use proptest::prelude::*;

fn words(number: &str, measure: &str, name: &str) -> Words {
    Words { number: number.into(), measure: measure.into(), name: name.into() }
}

fn sent() -> Vec<Words> {
    vec![
        words("1", "1. 扩大托位供给", "新增托位"),
        words("2", "1. 扩大托位供给", "培训育婴员"),
        words("3", "2. 规范机构管理", "托育机构备案率"),
        words("4", "3. 支持社区办托", "新增托位"),
    ]
}

fn check(rows: &[Words], answered: &[usize], expected: &[(Fit, &[usize])]) {
    let rows: Vec<LostRow> = rows.iter().map(|words| LostRow { words: words.clone(), ..LostRow::default() }).collect();
    let is_answered: Vec<bool> = (0..sent().len()).map(|at| answered.contains(&at)).collect();
    let sent = sent();
    let found = match_rows(&rows, &sent.iter().collect::<Vec<_>>(), &is_answered);
    let found: Vec<(Fit, &[usize])> = found.iter().map(|one| (one.fit, one.candidates.as_slice())).collect();
    assert_eq!(found, expected, "{rows:?}");
}

#[test]
fn number_and_wording_together_are_exact() {
    check(&[words("2", "1. 扩大托位供给", "培训育婴员")], &[], &[(Fit::Exact, &[1])]);
    check(&[words("2", "１．扩大 托位供给", "培训 育婴员")], &[], &[(Fit::Exact, &[1])]);
    check(&[words("3", "", "托育机构备案率")], &[], &[(Fit::Exact, &[2])]);
    check(&[words("", "2. 规范机构管理", "托育机构备案率")], &[], &[(Fit::Exact, &[2])]);
    check(&[words("4", "3. 支持社区办托", "新增托位")], &[], &[(Fit::Exact, &[3])]);
}

#[test]
fn a_name_that_was_sent_twice_is_told_apart_by_its_measure_only() {
    check(&[words("1", "", "新增托位")], &[], &[(Fit::Several, &[0, 3])]);
    check(&[words("", "", "新增托位")], &[], &[(Fit::Several, &[0, 3])]);
    check(&[words("1", "3. 支持社区办托", "新增托位")], &[], &[(Fit::Several, &[0, 3])]);
}

#[test]
fn what_differs_in_something_is_similar() {
    check(&[words("9", "2. 规范机构管理", "托育机构备案率")], &[], &[(Fit::Similar, &[2])]);
    check(&[words("", "", "托育机构备案率")], &[], &[(Fit::Similar, &[2])]);
    check(&[words("3", "2. 规范机构管理", "机构备案率")], &[], &[(Fit::Similar, &[2])]);
    check(&[words("3", "2. 规范机构管理", "")], &[], &[(Fit::Similar, &[2])]);
    check(&[words("3", "2. 规范机构管理", "投诉办结时间")], &[], &[(Fit::None, &[])]);
}

#[test]
fn two_rows_for_one_indicator_are_nobodys_and_an_answered_one_is_not_proposed() {
    let row = words("3", "2. 规范机构管理", "托育机构备案率");
    check(&[row.clone(), row.clone()], &[], &[(Fit::Several, &[2]), (Fit::Several, &[2])]);
    check(&[row.clone(), words("8", "", "托育机构备案率")], &[], &[(Fit::Several, &[2]), (Fit::Several, &[2])]);
    check(&[row], &[2], &[(Fit::Several, &[2])]);
}

#[test]
fn an_id_in_doubt_makes_nothing_exact() {
    let mut row = LostRow { words: words("3", "2. 规范机构管理", "托育机构备案率"), named: None, doubtful: true };
    let sent = sent();
    let sent: Vec<&Words> = sent.iter().collect();
    let found = |row: &LostRow| match_rows(std::slice::from_ref(row), &sent, &[]).remove(0);
    assert_eq!(found(&row), Match { fit: Fit::Similar, candidates: vec![2] });
    row.named = Some(1);
    let both = found(&row);
    assert_eq!((both.fit, both.candidates.contains(&1) && both.candidates.contains(&2)), (Fit::Several, true));
}

#[test]
fn a_row_that_is_told_in_is_exact_by_number_and_title_together() {
    let sent = [words("1", "", "1. 扩大托位供给"), words("2", "", "2. 规范机构管理")];
    let found = |row: Words| {
        let row = LostRow { words: row, ..LostRow::default() };
        match_rows(&[row], &sent.iter().collect::<Vec<_>>(), &[]).remove(0)
    };
    assert_eq!(found(words("2", "", "2．规范机构 管理")), Match { fit: Fit::Exact, candidates: vec![1] });
    assert_eq!(found(words("", "", "2. 规范机构管理")), Match { fit: Fit::Similar, candidates: vec![1] });
    assert_eq!(found(words("1", "", "2. 规范机构管理")), Match { fit: Fit::Similar, candidates: vec![1] });
    assert_eq!(found(words("1", "", "宣传引导")).fit, Fit::None);
}

/// What happens to a row that was sent.
#[derive(Clone, Debug)]
struct Fate {
    copies: usize,
    number_kept: bool,
    measure_kept: bool,
    spaced: bool,
}

fn plan() -> impl Strategy<Value = Vec<Words>> {
    // Few names and measures, so that many are alike.
    let name = proptest::sample::select(vec!["新增托位", "新增托位数", "培训育婴员", "备案率", "机构备案率", "入户指导"]);
    let measure = proptest::sample::select(vec!["1. 扩大供给", "2. 规范管理", "3. 社区办托", ""]);
    proptest::collection::vec((name, measure), 1..9)
        .prop_map(|rows| (1..).zip(rows).map(|(number, (name, measure)): (usize, _)| words(&number.to_string(), measure, name)).collect())
}

fn fate() -> impl Strategy<Value = Fate> {
    let copies = prop_oneof![1 => Just(0usize), 5 => Just(1), 1 => Just(2)];
    (copies, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(copies, number_kept, measure_kept, spaced)| Fate {
        copies,
        number_kept,
        measure_kept,
        spaced,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(2000)))]

    /// Rows deleted, copied, sorted, numbered anew, their measures or numbers lost: what is called exact is the row it was,
    /// and no two rows are called the same one.
    #[test]
    fn what_is_called_exact_is_right_and_nobody_else(
        sent in plan(),
        fates in proptest::collection::vec(fate(), 9),
        order in proptest::collection::vec(any::<u16>(), 20),
        renumbered in any::<bool>(),
        answered in proptest::collection::vec(any::<bool>(), 9),
    ) {
        let mut rows: Vec<(usize, Words)> = Vec::new();
        for (at, (row, fate)) in sent.iter().zip(&fates).enumerate() {
            for _ in 0..fate.copies {
                let mut row = row.clone();
                if !fate.number_kept { row.number.clear(); }
                if !fate.measure_kept { row.measure.clear(); }
                if fate.spaced { row.name = format!(" {} ", row.name.replace("托位", "托 位")); }
                rows.push((at, row));
            }
        }
        let mut keyed: Vec<_> = rows.into_iter().zip(order.iter().cycle()).collect();
        keyed.sort_by_key(|(_, key)| **key);
        let mut rows: Vec<(usize, Words)> = keyed.into_iter().map(|(row, _)| row).collect();
        if renumbered {
            for (number, (_, row)) in (1..).zip(&mut rows).filter(|(_, (_, row))| !row.number.is_empty()) {
                row.number = usize::to_string(&number);
            }
        }
        let lost: Vec<LostRow> = rows.iter().map(|(_, words)| LostRow { words: words.clone(), ..LostRow::default() }).collect();
        let found = match_rows(&lost, &sent.iter().collect::<Vec<_>>(), &answered);
        let mut taken = std::collections::HashSet::new();
        for ((truth, words), found) in rows.iter().zip(&found) {
            let mut distinct = found.candidates.clone();
            distinct.sort_unstable();
            distinct.dedup();
            prop_assert_eq!(distinct.len(), found.candidates.len());
            match found.fit {
                Fit::Exact => {
                    prop_assert_eq!(&found.candidates, &[*truth], "{:?}", words);
                    prop_assert!(taken.insert(*truth) && !answered[*truth]);
                }
                Fit::Similar => prop_assert!(found.candidates.len() == 1 && !answered[found.candidates[0]]),
                Fit::Several => prop_assert!(!found.candidates.is_empty()),
                Fit::None => prop_assert!(found.candidates.is_empty()),
            }
        }
    }
}
