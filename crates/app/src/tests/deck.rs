//! Decks of slides: what they say, held against figures worked out by hand and against the status; names hidden; decks kept.

use super::*;
use domain::judge::shown_fraction;
use serde_json::json;

/// April of [`PLAN`]: the beds are 18.3 points behind, 东湖区 has reported its training, 西山区 nothing.
pub(super) fn reported() -> Office {
    let mut office = Office::with_plan();
    for (month, beds) in [("2026-01", "50"), ("2026-02", "100"), ("2026-03", "140"), ("2026-04", "180")] {
        office.record("新增托位", CENTRE, month, beds);
    }
    office.record("备案率", LAKE, "2026-04", "57/60");
    office.record("备案率", HILL, "2026-04", "27/40");
    office.record("投诉办结", LAKE, "2026-04", "4");
    office
}

pub(super) fn deck_of(office: &mut Office, month: &str, hide_names: bool) -> DeckView {
    let of = DeckOf { plan: office.plan(), period: period(month), deck: None, hide_names };
    crate::deck::show(&mut office.app, of).unwrap()
}

pub(super) fn slide<'a>(deck: &'a DeckView, name: &str) -> &'a SlideView {
    let found = deck.slides.iter().find(|slide| slide.name.contains(name));
    found.unwrap_or_else(|| panic!("no {name} in {:?}", deck.slides.iter().map(|slide| &slide.name).collect::<Vec<_>>()))
}

fn facts(slide: &SlideView) -> Vec<String> {
    slide.facts.iter().map(|fact| format!("{}{}{}", fact.name, fact.value, fact.unit)).collect()
}

/// Draws every slide there is and returns the files.
fn drawings(office: &mut Office, deck: &DeckView, hide_names: bool) -> Vec<SlideDrawn> {
    let chosen = deck.slides.iter().filter(|slide| slide.chosen && slide.of.is_none()).map(|slide| slide.key.clone());
    let only = deck.slides.iter().map(|slide| slide.key.clone()).collect();
    let of = SlidesDraw { plan: deck.plan, period: deck.period, order: chosen.collect(), only, hide_names, ratio: SlideRatio::Wide };
    crate::deck::draw(&mut office.app, of).unwrap()
}

pub(super) fn sample() -> Office {
    let mut office = Office::new();
    office.app.open_or_create(&office.path("示例.yaodian")).unwrap();
    crate::sample::fill(&mut office.app).unwrap();
    office
}

#[test]
fn what_is_behind_says_by_how_much_and_what_that_asks_for() {
    let mut office = reported();
    let deck = deck_of(&mut office, "2026-04", false);
    let beds = slide(&deck, "新增托位");
    // Four of twelve months are 33.3 %; 180 of 1200 are 15.0 %; 1020 are left for eight months: 127.5, so 128. The median of
    // the slopes between every two reports, 50, 45, 43.3, 40, 40 and 40 a month, is (40 + 43.3) / 2 = 41.7.
    assert_eq!(beds.headline, "新增托位落后序时进度18.3个百分点，后8个月每月须完成128个，目前每月约42个。");
    assert_eq!(beds.marked, ["18.3", "128"]);
    assert_eq!(facts(beds), ["实达15.0%", "应达33.3%", "差距18.3百分点"]);
    assert_eq!((beds.light, beds.word.as_deref()), (Some(domain::judge::Light::Red), Some("红灯")));
    assert_eq!(beds.kicker, ["一、托育供给", "1 扩大托位供给"]);
    assert!(beds.foot.starts_with("累计，个"), "{}", beds.foot);
    assert!(beds.talk.iter().any(|line| line.contains("应达33.3%，实达15.0%，落后18.3个百分点")), "{:?}", beds.talk);
    assert!(beds.talk.iter().any(|line| line == "2026年3月是140个。"), "{:?}", beds.talk);

    let rate = slide(&deck, "备案率");
    assert!(rate.headline.contains("未达标，现值84%，目标≥90%"), "{}", rate.headline);
    assert_eq!(facts(rate)[0], "现值84%", "84 of 100, not a mean of 95 and 67.5");
    let by_unit = deck.slides.iter().find(|one| Some(&one.key) == rate.by_unit.as_ref()).unwrap();
    assert!(by_unit.headline.contains("2个单位中红灯1个、绿灯1个"), "{}", by_unit.headline);
    let days = slide(&deck, "投诉办结");
    assert!(days.headline.contains("达标"), "{}", days.headline);
    assert!(days.foot.contains(&format!("{HILL}未报，未计入")) || days.foot.contains("未报"), "{}", days.foot);
}

#[test]
fn what_is_done_due_or_silent_is_said_so() {
    let mut office = reported();
    office.record("新增托位", CENTRE, "2026-11", "1300");
    let done = deck_of(&mut office, "2026-11", false);
    assert_eq!(slide(&done, "新增托位").headline, "新增托位已完成1300个，完成率108.3%。");
    assert_eq!(facts(slide(&done, "新增托位")), ["完成率108.3%", "现值1300个", "目标≥1200个"]);
    let silent = deck_of(&mut office, "2026-05", false);
    assert_eq!(slide(&silent, "新增托位").headline, "新增托位本期未报。");
    assert_eq!(slide(&silent, "新增托位").word.as_deref(), Some("未报"));
    office.record("新增托位", CENTRE, "2026-12", "1100");
    let due = deck_of(&mut office, "2026-12", false);
    assert_eq!(slide(&due, "新增托位").headline, "新增托位到期未完成，完成率91.7%。");
}

#[test]
fn every_figure_is_that_of_the_status() {
    let mut office = sample();
    let deck = deck_of(&mut office, "2026-07", false);
    let of = OfPeriod { plan: office.plan(), period: period("2026-07") };
    let status = crate::status::status(&mut office.app, of).unwrap();
    let mut held = 0;
    for one in &status.indicators {
        let slide = deck.slides.iter().find(|slide| slide.key == format!("indicator:{}", one.id)).unwrap();
        assert_eq!(slide.light, Some(one.light), "{}", one.name);
        assert!(slide.talk.iter().any(|line| line.contains(&one.reason)), "{}: {:?}", one.reason, slide.talk);
        if let (Some(reached), Some(completion)) = (slide.facts.iter().find(|fact| fact.name == "实达"), one.completion) {
            assert_eq!(reached.value, format!("{:.1}", shown_fraction(completion) * 100.0), "{}", one.name);
            held += 1;
        }
    }
    assert!(held > 15, "{held}");
    let lights = status.lights;
    let overview = slide(&deck, "总体情况");
    let count = |name: &str| overview.facts.iter().find(|fact| fact.name == name).map_or("0", |fact| &fact.value).to_owned();
    assert_eq!(
        (count("红灯"), count("黄灯"), count("绿灯")),
        (lights.red.to_string(), lights.yellow.to_string(), lights.green.to_string())
    );
    let asked = ScoreOf { plan: of.plan, period: of.period, group: None, assume: None };
    let groups = crate::score::scores(&mut office.app, asked.clone()).unwrap().groups;
    let scores = crate::score::scores(&mut office.app, ScoreOf { group: Some(groups[0].id), ..asked }).unwrap();
    let league = slide(&deck, "考核排名");
    assert!(league.headline.contains(&format!("{}得{}分居首", scores.units[0].short, scores.units[0].score)), "{}", league.headline);
}

#[test]
fn with_names_hidden_no_unit_is_named_on_any_slide_but_to_the_presenter() {
    for month in ["2026-07", "2026-09"] {
        let mut office = sample();
        let deck = deck_of(&mut office, month, true);
        let units = units::list(&mut office.app, Nothing {}).unwrap();
        let single = units.iter().filter(|unit| !unit.is_group && unit.members.is_empty());
        let names: Vec<String> = single
            .flat_map(|unit| [Some(unit.name.clone()), unit.short_name.clone()].into_iter().flatten().chain(unit.aliases.clone()))
            .collect();
        let drawn = drawings(&mut office, &deck, true);
        for name in names.iter().filter(|name| name.chars().count() > 1) {
            for (slide, drawn) in deck.slides.iter().zip(&drawn) {
                let said = [
                    slide.name.clone(),
                    slide.headline.clone(),
                    slide.foot.clone(),
                    slide.alt.clone(),
                    slide.kicker.join(" "),
                    drawn.alt.clone(),
                ];
                assert!(!said.iter().any(|text| text.contains(name)), "{name} in {said:?}");
                assert!(!drawn.svg.contains(name.as_str()), "{name} is drawn on {}", slide.key);
            }
        }
        assert!(drawn.iter().any(|slide| slide.svg.contains("单位")), "something stands in place of them");
        let short = drawn.iter().filter(|slide| slide.svg.contains("未画出") || slide.svg.contains("放不下")).map(|slide| &slide.key);
        assert_eq!(short.collect::<Vec<_>>(), [""; 0], "what does not fit goes onto a further page");
        assert!(deck.slides.iter().any(|slide| slide.talk.iter().any(|line| names.iter().any(|name| line.contains(name)))));
        let open = deck_of(&mut office, month, false);
        let figures =
            |deck: &DeckView| deck.slides.iter().map(|slide| (slide.key.clone(), facts(slide), slide.talk.clone())).collect::<Vec<_>>();
        assert_eq!(figures(&open), figures(&deck), "nothing else is another");
    }
}

#[test]
fn a_frozen_period_gives_the_same_slides_whatever_is_reported_later() {
    let mut office = reported();
    let of = OfPeriod { plan: office.plan(), period: period("2026-04") };
    office.on("2026-05-03");
    crate::freeze::freeze(&mut office.app, of).unwrap();
    let before = deck_of(&mut office, "2026-04", false);
    let drawn = drawings(&mut office, &before, false);
    office.on("2026-06-03");
    office.record("新增托位", CENTRE, "2026-05", "900");
    crate::rules::set(&mut office.app, RulesSet { preset: Some("从宽".into()), ..RulesSet::default() }).unwrap();
    let after = deck_of(&mut office, "2026-04", false);
    assert_eq!(after, before);
    assert_eq!(drawings(&mut office, &after, false), drawn);
}

#[test]
fn slides_drawn_after_a_change_are_those_of_the_change() {
    let mut office = reported();
    office.on("2026-05-03");
    let of = SlidesDraw {
        plan: office.plan(),
        period: period("2026-04"),
        order: vec!["overview".into()],
        only: vec![format!("indicator:{}", office.indicator("新增托位"))],
        hide_names: false,
        ratio: SlideRatio::Wide,
    };
    let drawn = |office: &mut Office| crate::deck::draw(&mut office.app, of.clone()).unwrap().remove(0).svg;
    let slides = |office: &Office| office.app.slides.as_ref().map(crate::deck::Kept::made_at);
    let first = drawn(&mut office);
    let made = slides(&office);
    assert_eq!(drawn(&mut office), first);
    assert_eq!(slides(&office), made, "nothing was made again");

    office.record("新增托位", CENTRE, "2026-04", "390");
    let second = drawn(&mut office);
    assert!(second.contains("390") && !first.contains("390"), "a figure recorded between two drawings shows in the second");
    office.call("undo", json!({}));
    assert_eq!(drawn(&mut office), first);
    // Another program writes into the same file.
    let mut other = Office::new();
    other.restart_as("李强");
    other.app.open(&office.path("台账.yaodian")).unwrap();
    other.record("新增托位", CENTRE, "2026-04", "410");
    assert!(drawn(&mut office).contains("410"));

    let deck = deck_of(&mut office, "2026-05", false);
    assert!(slide(&deck, "整改情况").foot.contains("截至2026年5月3日"), "{}", slide(&deck, "整改情况").foot);
    office.on("2026-05-04");
    let deck = deck_of(&mut office, "2026-05", false);
    assert!(slide(&deck, "整改情况").foot.contains("截至2026年5月4日"), "another day is another deck");
    assert_ne!(deck_of(&mut office, "2026-05", true), deck, "names hidden");
    assert_ne!(deck_of(&mut office, "2026-04", false), deck, "another period");
}

#[test]
fn what_is_due_next_stays_on_the_slide_of_a_past_period_whatever_is_done_later() {
    let mut office = reported();
    office.on("2026-05-03");
    let (plan, april) = (office.plan(), period("2026-04"));
    let add = |office: &mut Office, name: &str, due: &str| {
        office.call("milestone_add", json!({ "plan": plan, "name": name, "due": due }))["milestone"].clone()
    };
    let (sites, tender) = (add(&mut office, "完成选址", "2026-05-20"), add(&mut office, "完成招标", "2026-05-25"));
    office.call("milestone_done", json!({ "milestone": sites, "on": "2026-04-28" }));
    let of = json!({ "plan": plan, "period": "2026-04", "indicator": office.indicator("新增托位") });
    let opened = office.call("rectify_open", json!({ "of": of, "deadline": "2026-05-28", "on": "2026-04-29" }))["rectification"].clone();
    office.call("rectify_change", json!({ "rectification": opened, "cause": "选址晚", "action": "每周调度" }));
    crate::freeze::freeze(&mut office.app, OfPeriod { plan, period: april }).unwrap();
    let next = |office: &mut Office, month: &str| {
        let deck = deck_of(office, month, false);
        let next = deck.slides.iter().find(|slide| slide.key == "next").unwrap().clone();
        (next.headline.clone(), next.alt.clone(), next.foot.clone(), next.talk.clone())
    };
    let all = deck_of(&mut office, "2026-04", false);
    let before = next(&mut office, "2026-04");
    assert_eq!(before.0, "到2026年5月31日前有2项到期、尚未完成。", "{}", before.1);
    assert!(before.1.contains("完成招标") && before.1.contains("整改") && !before.1.contains("完成选址"), "{}", before.1);
    assert!(before.2.starts_with("截至2026年4月30日。"), "{}", before.2);

    // In June all of it is done, another is opened, and figures come in.
    office.on("2026-06-10");
    office.call("milestone_done", json!({ "milestone": tender, "on": "2026-05-24" }));
    for step in ["applied", "signed_off"] {
        office.call("rectify_step", json!({ "rectification": opened, "step": step, "note": "已建" }));
    }
    office.record("新增托位", CENTRE, "2026-05", "250");
    let of = json!({ "plan": plan, "period": "2026-05", "indicator": office.indicator("备案率") });
    assert_eq!(next(&mut office, "2026-04"), before);
    let of_may = next(&mut office, "2026-05");
    office.record("备案率", LAKE, "2026-05", "20/60");
    office.record("备案率", HILL, "2026-05", "20/40");
    office.call("rectify_open", json!({ "of": of, "deadline": "2026-06-20" }));
    assert_eq!(next(&mut office, "2026-04"), before);
    assert_eq!(next(&mut office, "2026-05").0, of_may.0, "what began in June was not going on in May");
    assert_eq!(deck_of(&mut office, "2026-04", false), all, "nor is anything else on the slides or to be said of April another");
    // The overview is what people work by: there it is done.
    let seen = crate::overview::show(&mut office.app, OfPeriod { plan, period: april }).unwrap();
    assert_eq!(seen.due, [], "{:?}", seen.due);
    let seen = crate::overview::show(&mut office.app, OfPeriod { plan, period: period("2026-05") }).unwrap();
    assert!(seen.due.iter().any(|one| one.kind == DueKind::Rectification), "{:?}", seen.due);
}

#[test]
fn a_measure_is_jumped_to_by_its_number_in_digits_or_by_its_place() {
    let mut office = Office::new();
    let text = "云州市2026年托育工作要点\n\n（十一）新增托位。全年新增托位1200个。（责任单位：市托育中心）\n（十二）完善制度。研究制定托育服务管理办法。（责任单位：市托育中心）\n";
    office.import("要点.txt", text);
    let deck = deck_of(&mut office, "2026-04", false);
    let of = |name: &str| (slide(&deck, name).number.clone(), slide(&deck, name).jump.clone(), slide(&deck, name).place);
    assert_eq!(of("新增托位"), (Some("（十一）".into()), Some("11".into()), None));
    assert_eq!(of("完善制度"), (Some("（十二）".into()), Some("12".into()), None));
    assert_eq!((slide(&deck, "总体情况").jump.clone(), slide(&deck, "总体情况").place), (None, None));
    let mut office = Office::new();
    office.import("表.csv", "重点任务,目标,责任单位\n扩大托位供给,新增托位1200个,市托育中心\n规范机构管理,备案率不低于90%,市托育中心\n");
    let deck = deck_of(&mut office, "2026-04", false);
    assert_eq!(
        (slide(&deck, "备案率").number.clone(), slide(&deck, "备案率").jump.clone(), slide(&deck, "备案率").place),
        (None, None, Some(2))
    );
}

#[test]
fn a_section_too_long_to_sit_through_is_not_proposed_but_there() {
    let proposed = |count: u32| {
        let mut office = Office::new();
        let measure = |n: u32| format!("{n}.推进第{n}项服务。全年新增点位{}个。（责任单位：市托育中心）\n", 1000 + n);
        let measures: Vec<String> = (1..=count).map(measure).collect();
        office.import("要点.txt", &format!("云州市2026年托育工作要点\n\n一、托育供给\n\n{}", measures.join("\n")));
        let deck = deck_of(&mut office, "2026-04", false);
        let pages: Vec<&SlideView> = deck.slides.iter().filter(|slide| slide.kind == SlideKind::Section).collect();
        assert_eq!(pages.len() as u32, count.div_ceil(5));
        assert!(pages.iter().all(|page| page.chosen == pages[0].chosen), "all its pages or none");
        pages[0].chosen
    };
    assert_eq!([49, 50, 51].map(proposed), [true, true, false]);
}

#[test]
fn a_deck_keeps_its_slides_in_order_and_what_was_written_for_a_period() {
    let mut office = reported();
    let (plan, april) = (office.plan(), period("2026-04"));
    let before = office.hash();
    let slides: Vec<String> = ["next", "cover", "behind"].map(str::to_owned).to_vec();
    let talk = vec![SlideTalk { key: "cover".into(), text: " 先讲总体\n再讲托位 ".into() }];
    let save = DeckSave { plan, period: april, deck: None, name: " 例会 ".into(), slides: slides.clone(), talk };
    let saved = crate::deck::save(&mut office.app, save.clone()).unwrap();
    assert_eq!((saved.name.as_str(), saved.slides), ("例会", 3));
    office.undo_and_redo(&before);

    let of = |month: &str| DeckOf { plan, period: period(month), deck: Some(saved.id), hide_names: false };
    let shown = crate::deck::show(&mut office.app, of("2026-04")).unwrap();
    let chosen: Vec<&SlideView> = shown.slides.iter().filter(|slide| slide.chosen).collect();
    assert_eq!(chosen.iter().map(|slide| slide.key.clone()).collect::<Vec<_>>(), slides);
    assert_eq!(chosen[1].own_talk.as_deref(), Some("先讲总体\n再讲托位"));
    assert_eq!(shown.decks, std::slice::from_ref(&saved));
    let may = crate::deck::show(&mut office.app, of("2026-05")).unwrap();
    assert!(may.slides.iter().all(|slide| slide.own_talk.is_none()), "what was written speaks of April's figures");

    let again = crate::deck::save(&mut office.app, DeckSave { deck: Some(saved.id), ..save.clone() }).unwrap();
    assert_eq!(again, saved, "the same again");
    let renamed = DeckSave {
        deck: Some(saved.id),
        name: "主任办公会".into(),
        talk: vec![SlideTalk { key: "cover".into(), text: "".into() }],
        ..save.clone()
    };
    crate::deck::save(&mut office.app, renamed).unwrap();
    let shown = crate::deck::show(&mut office.app, of("2026-04")).unwrap();
    assert!(shown.slides.iter().all(|slide| slide.own_talk.is_none()));
    assert_eq!(crate::deck::named(&office.app, plan, "主任办公会").unwrap(), saved.id);
    let before = office.hash();
    crate::deck::delete(&mut office.app, OfDeck { deck: saved.id }).unwrap();
    office.undo_and_redo(&before);
    assert!(crate::deck::show(&mut office.app, of("2026-04")).is_err(), "it is gone");
}

#[test]
fn a_deck_that_cannot_be_kept_says_why_and_nothing_is_written() {
    let mut office = reported();
    let (plan, april) = (office.plan(), period("2026-04"));
    let save = DeckSave { plan, period: april, deck: None, name: "例会".into(), slides: vec!["cover".into()], talk: vec![] };
    crate::deck::save(&mut office.app, save.clone()).unwrap();
    let before = office.hash();
    let mut refused = |save: DeckSave| crate::deck::save(&mut office.app, save).unwrap_err().message;
    assert_eq!(refused(save.clone()), "这份计划已经有名为“例会”的幻灯");
    assert_eq!(refused(DeckSave { name: " ".into(), ..save.clone() }), "幻灯还没有名称");
    assert_eq!(refused(DeckSave { name: "长".repeat(61), ..save.clone() }), "幻灯名称最多60个字，现在有61个字");
    assert_eq!(refused(DeckSave { name: "二".into(), slides: vec![], ..save.clone() }), "一张幻灯也没有选");
    assert_eq!(
        refused(DeckSave { name: "二".into(), slides: vec!["cover".into(), "indicator:1".into()], ..save.clone() }),
        "这一期没有“indicator:1”这张幻灯"
    );
    let talk = |length: usize| vec![SlideTalk { key: "cover".into(), text: "讲".repeat(length) }];
    assert!(refused(DeckSave { name: "二".into(), talk: talk(4001), ..save.clone() }).contains("最多4000个字"));
    assert_eq!(office.hash(), before);
    crate::deck::save(&mut office.app, DeckSave { name: "长".repeat(60), talk: talk(4000), ..save }).unwrap();
}

#[test]
fn a_plan_without_figures_or_without_measures_has_slides_that_say_so() {
    let mut office = Office::with_plan();
    let deck = deck_of(&mut office, "2026-04", false);
    assert!(slide(&deck, "落后指标").headline.contains("没有黄灯和红灯"));
    assert!(slide(&deck, "新增托位").headline.contains("未报"));
    drawings(&mut office, &deck, false);
    let mut office = Office::new();
    office.import("办法.txt", "云州市2026年托育工作要点\n\n1.完善管理制度。研究制定托育服务管理办法。（责任单位：市托育中心）\n");
    let deck = deck_of(&mut office, "2026-04", false);
    assert_eq!(slide(&deck, "完善管理制度").headline, "完善管理制度：没有数字目标。");
    drawings(&mut office, &deck, false);
}
