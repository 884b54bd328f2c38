use super::*;
use proptest::prelude::*;

fn named<'a>(title: &'a str, measure: &'a str, number: &'a str, unit: &'a str) -> Named<'a> {
    Named { title, measure, number, unit }
}

fn plan() -> Vec<Named<'static>> {
    vec![
        named("新增普惠托位", "增加普惠托位", "1", "个"),
        named("家庭医生签约率", "做实家庭医生签约", "2", "%"),
        named("培训人数", "提升急救能力", "3", "人次"),
        named("培训人数", "充实基层队伍", "4", "人次"),
        named("新建急救站", "提升急救能力", "3", "个"),
        named("改造急救站", "提升急救能力", "3", "个"),
    ]
}

fn check(row: Named<'_>, wanted: Found) {
    assert_eq!(place(&plan(), std::slice::from_ref(&row)), [wanted], "{row:?}");
}

#[test]
fn the_same_words_are_the_same_item_however_they_are_set() {
    for title in ["新增普惠托位", "新增 普惠\n托位", "新增普惠托位（个）", "“新增普惠托位”", "新增普惠托位。"]
    {
        check(named(title, "", "", ""), Found::Sure(0));
    }
}

#[test]
fn of_items_with_the_same_words_the_measure_or_the_number_tells() {
    check(named("培训人数", "充实基层队伍", "9", ""), Found::Sure(3));
    check(named("培训人数", "", "（3）", ""), Found::Sure(2));
    check(named("培训人数", "", "", "人次"), Found::Unclear(vec![2, 3]));
    check(named("培训人数", "别的任务", "", ""), Found::Unclear(vec![2, 3]));
}

#[test]
fn like_words_are_proposed_and_never_sure() {
    check(named("普惠托位新增数", "", "", ""), Found::Likely(vec![0]));
    check(named("家庭医生签约服务率", "", "", ""), Found::Likely(vec![1]));
}

#[test]
fn what_may_be_several_is_offered_and_not_chosen() {
    let found = place(&plan(), &[named("急救站数", "", "", "")]);
    let Found::Unclear(offered) = &found[0] else { panic!("{found:?}") };
    assert!(offered.contains(&4) && offered.contains(&5));
}

#[test]
fn what_is_like_nothing_is_unknown() {
    for title in ["", "  ", "森林覆盖面积", "填报人：王芳", "123"] {
        check(named(title, "", "1", ""), Found::Unknown);
    }
}

proptest! {
    #[test]
    fn only_the_same_words_are_sure_and_the_order_of_rows_changes_nothing(
        titles in prop::collection::vec("[新增建托位床]{1,6}", 1..8),
        rows in prop::collection::vec("[新增建托位床 （）个]{0,8}", 0..10),
    ) {
        let items: Vec<Named<'_>> = titles.iter().map(|title| named(title, "", "", "")).collect();
        let asked: Vec<Named<'_>> = rows.iter().map(|title| named(title, "", "", "")).collect();
        let found = place(&items, &asked);
        prop_assert_eq!(found.len(), rows.len());
        for (row, found) in asked.iter().zip(&found) {
            let same = items.iter().filter(|item| plain(item.title) == plain(row.title)).count();
            match found {
                Found::Sure(at) => prop_assert!(same == 1 && plain(items[*at].title) == plain(row.title)),
                Found::Likely(offered) => prop_assert!(same == 0 && !offered.is_empty() && offered.len() <= OFFERED),
                Found::Unclear(offered) => prop_assert!(same != 1 && !offered.is_empty() && offered.iter().all(|at| *at < items.len())),
                Found::Unknown => prop_assert!(same == 0 || plain(row.title).is_empty()),
            }
        }
        let turned: Vec<Named<'_>> = asked.iter().rev().cloned().collect();
        let again: Vec<Found> = place(&items, &turned).into_iter().rev().collect();
        prop_assert_eq!(again, found);
    }

    #[test]
    fn an_item_is_found_by_its_own_words(titles in prop::collection::hash_set("[新增建托位床医生培训]{2,8}", 1..12)) {
        let titles: Vec<String> = titles.into_iter().collect();
        let items: Vec<Named<'_>> = titles.iter().map(|title| named(title, "", "", "")).collect();
        let found = place(&items, &items);
        prop_assert_eq!(found, (0..items.len()).map(Found::Sure).collect::<Vec<_>>());
    }
}
