use super::*;
use proptest::prelude::*;

fn titled(titles: &[&'static str]) -> Vec<Wording<'static>> {
    titles.iter().map(|title| Wording { title, text: "" }).collect()
}

fn check(earlier: &[&'static str], later: &[&'static str], want: &[(usize, usize)]) {
    let pairs = align(&titled(earlier), &titled(later), |_, _| true);
    let found: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.earlier, pair.later)).collect();
    assert_eq!(found, want, "{pairs:?}");
}

#[test]
fn measures_are_found_again_whatever_their_order_and_year() {
    check(
        &["做实家庭医生签约服务", "推进普惠托育服务", "完善院前急救网络", "加强疾控机构建设"],
        &["加强院前急救网络建设", "持续做实家庭医生签约", "开展青少年近视防控", "2026年推进普惠托育服务"],
        &[(2, 0), (0, 1), (1, 3)],
    );
}

#[test]
fn words_that_every_measure_has_make_none_alike() {
    check(
        &["加强血站能力建设工作", "加强药事能力建设工作", "加强护理能力建设工作"],
        &["加强口腔能力建设工作", "加强护理能力建设工作", "加强病案能力建设工作"],
        &[(2, 1)],
    );
}

#[test]
fn a_title_that_was_reworded_is_found_by_its_text() {
    let earlier = [
        Wording { title: "关爱老人", text: "为失能老年人提供上门评估和健康指导，新增家庭病床" },
        Wording { title: "关爱儿童", text: "儿童口腔窝沟封闭，建设儿童友好医院" },
    ];
    let later = [Wording { title: "优化老年健康服务", text: "为失能老年人提供上门健康指导，扩大家庭病床" }];
    let pairs = align(&earlier, &later, |_, _| true);
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].earlier, 0);
}

#[test]
fn no_item_is_used_twice_and_the_likest_pair_goes_first() {
    check(&["新增托位", "新增婴幼儿托位"], &["新增婴幼儿托位数", "新增托位数"], &[(1, 0), (0, 1)]);
    check(&["新增托位"], &["新增托位", "新增托位"], &[(0, 0)]);
}

#[test]
fn equal_wordings_stay_in_their_order() {
    check(&["培训人数", "培训人数"], &["培训人数", "培训人数"], &[(0, 0), (1, 1)]);
}

#[test]
fn what_does_not_fit_is_no_pair() {
    let items = titled(&["培训骨干医师"]);
    assert_eq!(align(&items, &items, |_, _| false), []);
}

#[test]
fn items_without_words_have_no_likeness() {
    check(&["", "2025", "建"], &["", "2026", "建"], &[]);
}

proptest! {
    #[test]
    fn every_pair_is_in_range_and_no_item_in_two(
        earlier in prop::collection::vec("[新增建设托位医生培训护理床服务]{0,12}", 0..12),
        later in prop::collection::vec("[新增建设托位医生培训护理床服务]{0,12}", 0..12),
    ) {
        let a: Vec<Wording<'_>> = earlier.iter().map(|text| Wording { title: text, text }).collect();
        let b: Vec<Wording<'_>> = later.iter().map(|text| Wording { title: text, text }).collect();
        let pairs = align(&a, &b, |_, _| true);
        let mut seen = (std::collections::HashSet::new(), std::collections::HashSet::new());
        for pair in &pairs {
            prop_assert!((ALIKE..=1.0).contains(&pair.likeness));
            prop_assert!(seen.0.insert(pair.earlier) && seen.1.insert(pair.later));
        }
        let again = align(&a, &b, |_, _| true);
        prop_assert_eq!(pairs, again, "the same lists always give the same pairs");
    }
}
