//! What comes back, and when: the board, older returns after newer ones, several of one unit, rows that lost their ids.

use super::merge::cases;
use super::*;
use domain::Field;
use proptest::prelude::*;
use serde_json::json;
use workbook::RowId;

pub(super) const MARCH: &str = "2026-03";

impl Office {
    /// Sends March to these units and returns the workbooks' paths.
    pub(super) fn sends(&mut self, units: &[&str], folder: &str) -> Vec<PathBuf> {
        let units = units.iter().map(|name| self.unit(name)).collect();
        let request = Send { plan: self.plan(), period: period(MARCH), units, trend: false };
        let folder = self.path(folder);
        let sent = crate::send::send_to(&mut self.app, &request, &folder).unwrap();
        sent.files.iter().map(|file| PathBuf::from(&file.path)).collect()
    }

    /// A unit's return: the workbook sent with values filled in, saved by somebody at a moment of UTC; without one nobody knows when.
    pub(super) fn back(&self, name: &str, sent: &Path, fills: &[(&str, &str)], saved: Option<(&str, &str)>) -> PathBuf {
        let bytes = std::fs::read(sent).unwrap();
        let read = workbook::read_return(&bytes).unwrap();
        let place = |(indicator, value): &(&str, &str)| {
            let row = read.rows.iter().find(|row| row.indicator.contains(indicator)).expect("the row is there");
            (format!("{}{}", row.cells[&Field::Value].letter(), row.row_number), (*value).to_owned())
        };
        let fills: Vec<(String, String)> = fills.iter().map(place).collect();
        let fills: Vec<(&str, &str)> = fills.iter().map(|(place, value)| (place.as_str(), value.as_str())).collect();
        let filled = hand::enter(&bytes, &fills);
        let filled = match saved {
            Some((by, at)) => hand::saved(&filled, by, at),
            None => filled,
        };
        self.file(name, &filled)
    }

    pub(super) fn preview(&mut self, files: &[&PathBuf]) -> MergeReport {
        let files: Vec<PathBuf> = files.iter().map(|file| (*file).clone()).collect();
        crate::merge::preview(&mut self.app, &files).unwrap()
    }

    pub(super) fn merge(&mut self, files: &[&PathBuf]) -> MergeReport {
        self.preview(files);
        crate::merge::apply_all(&mut self.app, crate::merge::OnConflict::Open).unwrap()
    }

    fn board(&mut self) -> Board {
        let of = OfPeriod { plan: self.plan(), period: period(MARCH) };
        crate::board::board(&mut self.app, of).unwrap()
    }

    fn standing(&mut self, unit: &str) -> BoardRow {
        self.board().units.into_iter().find(|row| row.unit.name == unit).unwrap()
    }

    pub(super) fn value(&mut self, name: &str) -> Option<f64> {
        self.status(MARCH, name).value
    }
}

pub(super) fn codes(report: &MergeReport) -> Vec<(Outcome, &str)> {
    assert_eq!(report.cells.changed as usize, report.items.len());
    let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
    assert_eq!(changed, applied + equal + conflicts + rejected);
    report.items.iter().map(|item| (item.outcome, item.code.as_deref().unwrap_or(""))).collect()
}

const EARLY: Option<(&str, &str)> = Some(("李四", "2026-04-01T01:00:00Z"));
const LATE: Option<(&str, &str)> = Some(("王五", "2026-04-01T08:30:00Z"));

#[test]
fn the_board_says_where_each_unit_stands_before_and_after_the_merge() {
    let mut office = Office::with_plan();
    assert_eq!(office.standing(LAKE).state, BoardState::Unsent);
    let sent = office.sends(&[LAKE, HILL, CENTRE], "发出");
    assert_eq!(office.standing(LAKE).state, BoardState::Out);
    let lake = office.back("东湖.xlsx", &sent[0], &[("新增托位", "40")], LATE);
    let hill = office.back("西山.xlsx", &sent[1], &[("新增托位", "50")], None);
    let again = office.back("西山2.xlsx", &sent[1], &[("新增托位", "55")], None);
    let copy = office.file("西山副本.xlsx", &std::fs::read(&hill).unwrap());
    let broken = office.file("云州市2026年托育工作要点-2026年3月-市托育中心（改）.xlsx", b"PK\x03\x04 cut short");
    office.preview(&[&lake, &hill, &again, &copy, &broken]);

    let row = office.standing(LAKE);
    assert_eq!((row.state, row.returns, row.in_hand, row.returned_at), (BoardState::Back, 1, true, None));
    assert_eq!((row.saved_by.as_deref(), row.saved_at.as_deref()), (Some("王五"), Some("2026-04-01 16:30")));
    let row = office.standing(HILL);
    assert_eq!((row.state, row.returns), (BoardState::Twice, 2), "the copy is no third one");
    let row = office.standing(CENTRE);
    assert_eq!(row.state, BoardState::Mismatch);
    assert!(row.note.unwrap().contains("已损坏"));
    let chase = office.board().chase;
    assert!(chase.contains("还有1个单位") && chase.contains("对不上或不能读") && chase.contains(CENTRE), "{chase}");

    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    let row = office.standing(LAKE);
    assert_eq!((row.state, row.in_hand, row.returned_at.as_deref()), (BoardState::Back, false, Some("2026-04-02 09:30")));
    assert_eq!(row.saved_by.as_deref(), Some("王五"), "it is kept with the return");
    assert_eq!((office.standing(HILL).state, office.standing(CENTRE).state), (BoardState::Twice, BoardState::Out));
    office.call("undo", json!({}));
    assert_eq!((office.standing(LAKE).state, office.standing(HILL).state), (BoardState::Out, BoardState::Out));
}

#[test]
fn a_return_of_an_earlier_sending_is_out_of_date() {
    let mut office = Office::with_plan();
    let first = office.sends(&[LAKE], "一").remove(0);
    office.on("2026-04-03");
    let second = office.sends(&[LAKE], "二").remove(0);
    let old = office.back("旧.xlsx", &first, &[("新增托位", "40")], None);
    let report = office.preview(&[&old]);
    assert_eq!((report.files[0].status, report.files[0].codes.clone()), (FileStatus::Outdated, vec!["outdated".to_owned()]));
    assert!(report.files[0].messages.iter().any(|message| message.contains("2026-04-03 09:30又发过一次")), "{:?}", report.files);
    assert_eq!(codes(&report), [(Outcome::Applied, "")], "nothing newer came: it may be taken");
    let row = office.standing(LAKE);
    assert_eq!((row.state, row.returned_at), (BoardState::Outdated, None));
    assert!(office.board().chase.contains("交来的是旧表，请用最近一次发出的表填报：东湖区卫生健康局。"));
    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    assert_eq!(office.standing(LAKE).state, BoardState::Outdated, "merged, but not what was asked for");

    let new = office.back("新.xlsx", &second, &[("新增托位", "45")], None);
    office.merge(&[&new]);
    assert_eq!(office.standing(LAKE).state, BoardState::Back);
    // Another state of the old form, after the new form was merged: no moment, but an earlier sending.
    let later = office.back("旧2.xlsx", &first, &[("新增托位", "40"), ("育婴员", "7")], None);
    let report = office.preview(&[&later]);
    assert_eq!(report.files[0].codes, ["outdated", "older_return"]);
    assert_eq!(codes(&report), [(Outcome::Conflict, "older_return")]);
}

#[test]
fn an_older_return_does_not_set_back_what_a_newer_one_brought() {
    for (older, newer) in [(EARLY, LATE), (Some(("李四", "2026-04-01T08:29:59Z")), LATE)] {
        let mut office = Office::with_plan();
        let sent = office.sends(&[LAKE], "发出").remove(0);
        let old = office.back("旧.xlsx", &sent, &[("新增托位", "30"), ("育婴员", "5")], older);
        let new = office.back("新.xlsx", &sent, &[("新增托位", "40")], newer);
        office.merge(&[&new]);
        let before = office.hash();
        let report = office.preview(&[&old]);
        assert_eq!(report.files[0].status, FileStatus::Outdated);
        assert_eq!(codes(&report), [(Outcome::Conflict, "older_return"), (Outcome::Conflict, "older_return")]);
        assert!(report.items[0].message.as_ref().unwrap().contains("“新.xlsx”保存于2026-04-01 16:30"), "{:?}", report.items[0]);
        assert_eq!(office.standing(LAKE).state, BoardState::Back);
        assert!(office.standing(LAKE).note.unwrap().contains("旧.xlsx"));

        // Decided alike for all is not decided about age.
        let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
        assert_eq!((done.cells.applied, office.value("新增托位")), (0, Some(40.0)));
        office.call("undo", json!({}));
        assert_eq!(office.hash(), before);

        // By its key it is.
        let report = office.preview(&[&old]);
        let decision = |at: usize, choice| Decision { key: report.items[at].key.clone(), choice };
        let decisions = vec![decision(0, Choice::Ours), decision(1, Choice::Theirs)];
        let done: MergeReport = serde_json::from_value(office.call("merge_apply", json!({ "decisions": decisions }))).unwrap();
        assert_eq!(codes(&done), [(Outcome::Conflict, "kept"), (Outcome::Applied, "taken")]);
        assert_eq!((office.value("新增托位"), office.value("育婴员")), (Some(40.0), Some(5.0)));

        // What was kept of an old return is no answer: the same value, said again later, is news.
        let last = office.back("再改.xlsx", &sent, &[("新增托位", "30"), ("育婴员", "5")], Some(("王五", "2026-04-02T01:00:00Z")));
        office.merge(&[&last]);
        assert_eq!(office.value("新增托位"), Some(30.0));
    }
}

#[test]
fn equal_moments_and_unknown_ones_claim_nothing() {
    for (first, second) in [(LATE, LATE), (None, LATE), (LATE, None), (None, None)] {
        let mut office = Office::with_plan();
        let sent = office.sends(&[LAKE], "发出").remove(0);
        let one = office.back("一.xlsx", &sent, &[("新增托位", "40")], first);
        let two = office.back("二.xlsx", &sent, &[("新增托位", "30")], second);
        office.merge(&[&one]);
        let report = office.merge(&[&two]);
        assert_eq!((report.files[0].status, codes(&report)), (FileStatus::Read, vec![(Outcome::Applied, "")]));
        // The first one once more: its bytes were merged before the second, so it is the older one.
        let report = office.preview(&[&one]);
        assert_eq!((report.files[0].status, codes(&report)), (FileStatus::Repeated, vec![(Outcome::Conflict, "older_return")]));
    }
}

#[test]
fn two_returns_of_one_unit_stand_side_by_side_and_one_is_chosen_per_cell() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE, HILL], "发出");
    let half = office.back("半份.xlsx", &sent[0], &[("新增托位", "40"), ("办结时间", "4")], EARLY);
    let whole = office.back("全份.xlsx", &sent[0], &[("新增托位", "45"), ("育婴员", "5"), ("办结时间", "4")], LATE);
    let hill = office.back("西山.xlsx", &sent[1], &[("新增托位", "50")], None);
    for files in [[&half, &whole, &hill], [&whole, &hill, &half]] {
        let mut report = office.preview(&files);
        let newest: Vec<_> = report.files.iter().filter(|file| file.newest).map(|file| file.file.as_str()).collect();
        assert_eq!(newest, ["全份.xlsx"]);
        report.items.sort_by(|one, two| (&one.indicator, &one.file).cmp(&(&two.indicator, &two.file)));
        let of = |name: &str| report.items.iter().filter(|item| item.indicator.as_ref().unwrap().contains(name)).collect::<Vec<_>>();
        let beds = of("新增托位").into_iter().filter(|item| item.unit.as_deref() == Some(LAKE)).collect::<Vec<_>>();
        assert!(beds.len() == 2 && beds.iter().all(|item| item.code.as_deref() == Some("two_returns")), "{beds:?}");
        assert_eq!((beds[0].group.clone(), beds[0].ours.clone()), (beds[1].group.clone(), None), "ours is the ledger's");
        let said = |item: &MergeItem| (item.rivals[0].file.clone(), item.rivals[0].value.clone(), item.rivals[0].as_sent);
        let (early, late) =
            (beds.iter().find(|item| item.file == "半份.xlsx").unwrap(), beds.iter().find(|item| item.file == "全份.xlsx").unwrap());
        assert_eq!(
            (said(early), said(late)),
            (("全份.xlsx".into(), Some("45".into()), false), ("半份.xlsx".into(), Some("40".into()), false))
        );
        // Filled in by one only: the other left it as it was sent.
        let nurses = of("育婴员");
        assert_eq!((nurses.len(), nurses[0].code.as_deref(), said(nurses[0]).2), (1, Some("two_returns"), true));
        // Where they agree there is nothing to choose.
        assert_eq!(of("办结时间").iter().map(|item| item.outcome).collect::<Vec<_>>().len(), 2);
        assert!(of("办结时间").iter().all(|item| item.rivals.is_empty() && item.outcome != Outcome::Conflict));

        let before = office.hash();
        let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
        codes(&done);
        assert_eq!(done.items.iter().filter(|item| item.code.as_deref() == Some("two_returns")).count(), 3, "left open");
        assert_eq!((office.value("新增托位"), office.value("办结时间")), (Some(50.0), Some(4.0)), "only 西山's was taken");
        office.call("undo", json!({}));
        assert_eq!(office.hash(), before);

        office.preview(&files);
        let both =
            vec![Decision { key: early.key.clone(), choice: Choice::Theirs }, Decision { key: late.key.clone(), choice: Choice::Theirs }];
        let done: MergeReport = serde_json::from_value(office.call("merge_apply", json!({ "decisions": both }))).unwrap();
        assert_eq!(done.items.iter().filter(|item| item.code.as_deref() == Some("two_returns")).count(), 3, "two at once is no choice");
        office.call("undo", json!({}));

        office.preview(&files);
        let chosen =
            vec![Decision { key: late.key.clone(), choice: Choice::Theirs }, Decision { key: nurses[0].key.clone(), choice: Choice::Ours }];
        let done: MergeReport = serde_json::from_value(office.call("merge_apply", json!({ "decisions": chosen }))).unwrap();
        let word = |item: &MergeItem| (item.file.clone(), item.outcome, item.code.clone());
        let words: Vec<_> = done.items.iter().filter(|item| item.group.is_some()).map(word).collect();
        let kept = |file: &str| (file.to_owned(), Outcome::Conflict, Some("kept".to_owned()));
        assert!(words.contains(&kept("半份.xlsx")) && words.contains(&kept("全份.xlsx")), "{words:?}");
        assert!(words.contains(&("全份.xlsx".to_owned(), Outcome::Applied, Some("taken".to_owned()))), "{words:?}");
        assert_eq!((office.value("新增托位"), office.value("育婴员")), (Some(95.0), None));
        office.call("undo", json!({}));
        assert_eq!(office.hash(), before);
    }
}

#[test]
fn what_yielded_to_another_return_is_news_when_it_is_said_again() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发出").remove(0);
    let one = office.back("一.xlsx", &sent, &[("新增托位", "40")], EARLY);
    let two = office.back("二.xlsx", &sent, &[("新增托位", "45")], LATE);
    let report = office.preview(&[&two, &one]);
    let late = report.items.iter().find(|item| item.file == "二.xlsx").unwrap().key.clone();
    office.call("merge_apply", json!({"decisions": [{"key": late, "choice": "theirs"}]}));
    let again = office.back("三.xlsx", &sent, &[("新增托位", "40")], Some(("王五", "2026-04-02T01:00:00Z")));
    office.merge(&[&again]);
    assert_eq!(office.value("新增托位"), Some(40.0));
}

#[test]
fn a_form_that_names_another_unit_or_period_does_not_fit() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE, HILL], "发出");
    let bytes = std::fs::read(&sent[0]).unwrap();
    for (cell, text, said) in [
        ("A2", format!("填报单位：{HILL}"), "表里写的填报单位是“西山区卫生健康局”"),
        ("E2", "期次：2026年4月".into(), "表里写的期次是2026年4月"),
    ] {
        let other = office.file("改.xlsx", &hand::enter(&bytes, &[(cell, &text)]));
        let report = office.preview(&[&other]);
        assert_eq!(report.files[0].codes, ["mismatch"], "{said}");
        assert!(report.files[0].messages.iter().any(|message| message.contains(said)), "{:?}", report.files[0]);
        assert_eq!((office.standing(LAKE).state, office.standing(HILL).state), (BoardState::Mismatch, BoardState::Out));
        crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
        assert_eq!(office.standing(LAKE).state, BoardState::Mismatch, "kept with the return");
        office.call("undo", json!({}));
    }
    let named_otherwise = office.file("别称.xlsx", &hand::enter(&bytes, &[("A2", "填报单位：东湖卫健局 张三"), ("E2", "期次：2026年3月")]));
    assert_eq!(office.preview(&[&named_otherwise]).files[0].codes, Vec::<String>::new());
}

#[test]
fn what_is_told_of_measures_is_chosen_between_and_not_set_back_either() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发出").remove(0);
    let bytes = std::fs::read(&sent).unwrap();
    let told = &workbook::read_return(&bytes).unwrap().told[0];
    let cell = &told.cells[&domain::Passage::Progress];
    let place = format!("{}{}", cell.letter(), told.row_number);
    let tells = |text: &str, saved: Option<(&str, &str)>| {
        let (by, at) = saved.unwrap();
        hand::saved(&hand::enter_on(&bytes, 2, &[(&place, text)]), by, at)
    };
    let early = office.file("早.xlsx", &tells("刚开工", EARLY));
    let late = office.file("晚.xlsx", &tells("已封顶", LATE));
    let report = office.preview(&[&early, &late]);
    assert_eq!(codes(&report), [(Outcome::Conflict, "two_returns"), (Outcome::Conflict, "two_returns")]);
    assert_eq!((report.items[0].rivals[0].value.as_deref(), report.items[0].ours.as_deref()), (Some("已封顶"), None));
    let done: MergeReport =
        serde_json::from_value(office.call("merge_apply", json!({"decisions": [{"key": report.items[1].key, "choice": "theirs"}]})))
            .unwrap();
    assert_eq!(codes(&done), [(Outcome::Conflict, "kept"), (Outcome::Applied, "taken")]);
    let report = office.preview(&[&early]);
    assert_eq!((report.items[0].ours.as_deref(), codes(&report)), (Some("已封顶"), vec![(Outcome::Conflict, "older_return")]));
}

/// The rows of a form of the unit as plain text, without any id; `edit` changes each row's words: 序号, 重点任务, 指标, 本期值.
fn bare(sent: &Path, head: &str, edit: impl Fn(usize, &mut Vec<String>)) -> Vec<u8> {
    let read = workbook::read_return(&std::fs::read(sent).unwrap()).unwrap();
    let mut text = format!("{head}\n序号,重点任务,指标,本期值\n");
    for (at, row) in read.rows.iter().enumerate() {
        let mut words = vec![row.number.clone(), row.measure.clone(), row.indicator.clone(), format!("{}", at + 10)];
        edit(at, &mut words);
        text.push_str(&words.join(","));
        text.push('\n');
    }
    text.into_bytes()
}

const HEAD: &str = "填报单位：东湖区卫生健康局,期次：2026年3月";

#[test]
fn rows_without_ids_are_proposed_and_taken_only_when_confirmed() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE, HILL], "发出");
    let before = office.hash();
    let file = office.file(
        "抄.csv",
        &bare(&sent[0], HEAD, |at, words| {
            if at == 1 {
                words[2] = format!("{}数", words[2])
            }
        }),
    );
    let report = office.preview(&[&file]);
    assert_eq!((report.files[0].status, report.files[0].exchange), (FileStatus::Unknown, None));
    assert!(codes(&report).iter().all(|code| *code == (Outcome::Rejected, "proposed")), "{:?}", codes(&report));
    let proposal = &report.proposals[0];
    assert_eq!(
        (proposal.exchanges.len(), &proposal.exchanges[0].unit, &proposal.exchanges[0].period),
        (1, &LAKE.to_owned(), &"2026年3月".to_owned())
    );
    let fits: Vec<RowFit> = proposal.rows.iter().map(|row| row.fit).collect();
    assert_eq!((fits[0], fits[1]), (RowFit::Exact, RowFit::Similar));
    let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!(done.cells.applied, 0);
    assert_eq!(office.hash(), before);

    let report = office.preview(&[&file]);
    let confirmed = crate::merge::confirm_exact(&mut office.app).unwrap();
    assert_eq!((confirmed.files[0].status, confirmed.files[0].exchange.is_some()), (FileStatus::Read, true));
    assert_eq!(codes(&confirmed).iter().filter(|code| code.1 == "proposed").count(), 1, "the reworded row still waits");
    let row = &report.proposals[0].rows[1];
    let one = json!({"file_at": 0, "exchange": null, "rows": [{"key": row.key, "indicator": row.candidates[0].indicator}]});
    let all: MergeReport = serde_json::from_value(office.call("merge_confirm", one)).unwrap();
    assert_eq!(all.cells.applied as usize, all.items.len());
    // Taken back again.
    let back = json!({"file_at": 0, "exchange": null, "rows": [{"key": row.key, "indicator": null}]});
    let back: MergeReport = serde_json::from_value(office.call("merge_confirm", back)).unwrap();
    assert_eq!(back.cells.rejected, 1);
    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    assert_eq!(office.standing(LAKE).state, BoardState::Back);
    // The same three-way merge as with ids: the base has moved, so the same file again brings nothing.
    office.preview(&[&file]);
    assert_eq!(crate::merge::confirm_exact(&mut office.app).unwrap().cells.changed, 0);
}

#[test]
fn one_indicator_is_confirmed_for_one_row_only() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发出").remove(0);
    let file = office.file(
        "抄.csv",
        &bare(&sent, HEAD, |at, words| {
            if at == 1 {
                *words = vec!["1".into(), words[1].clone(), "新增托位".into(), "99".into()]
            }
        }),
    );
    let report = office.preview(&[&file]);
    let rows = &report.proposals[0].rows;
    assert_eq!((rows[0].fit, rows[1].fit), (RowFit::Several, RowFit::Several), "two rows for one indicator");
    let beds = rows[0].candidates[0].indicator;
    let confirm =
        |row: &RowProposal, indicator: Uid| json!({"file_at": 0, "exchange": null, "rows": [{"key": row.key, "indicator": indicator}]});
    office.call("merge_confirm", confirm(&rows[0], beds));
    let refused = office.refused("merge_confirm", confirm(&rows[1], beds));
    assert!(refused.message.contains("已经有别的行了"), "{refused}");
    let foreign = office.unit(HILL);
    assert!(office.refused("merge_confirm", confirm(&rows[1], foreign)).message.contains("不能确认为这一项"));
    assert!(office.refused("merge_confirm", json!({"file_at": 7, "exchange": null, "rows": []})).message.contains("没有要确认的行"));
}

/// What a unit tells, copied out of its form into a table of its own: 序号, 重点任务, 进展情况, and the columns that were sent besides.
fn told_bare(sent: &Path, edit: impl Fn(usize, &mut Vec<String>)) -> Vec<u8> {
    let read = workbook::read_return(&std::fs::read(sent).unwrap()).unwrap();
    let mut text = format!("{HEAD}\n序号,重点任务,进展情况,存在问题,下步措施\n");
    for (at, row) in read.told.iter().enumerate() {
        let mut words = vec![row.number.clone(), row.measure.clone(), format!("第{at}项已开工"), String::new(), "月底完工".to_owned()];
        edit(at, &mut words);
        text.push_str(&words.join(","));
        text.push('\n');
    }
    text.into_bytes()
}

#[test]
fn what_is_told_without_ids_is_proposed_by_number_and_title_and_taken_when_confirmed() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发出").remove(0);
    let read = workbook::read_return(&std::fs::read(&sent).unwrap()).unwrap();
    let before = office.hash();
    let file = office.file(
        "抄.csv",
        &told_bare(&sent, |at, words| {
            if at == 1 {
                words[1] = format!("{}工作", words[1])
            }
        }),
    );
    let report = office.preview(&[&file]);
    assert!(codes(&report).iter().all(|code| *code == (Outcome::Rejected, "proposed")), "{:?}", codes(&report));
    let rows = &report.proposals[0].rows;
    assert_eq!((rows.len(), rows[0].fit, rows[1].fit), (read.told.len(), RowFit::Exact, RowFit::Similar));
    assert_eq!(
        (&rows[1].words.indicator, &rows[1].candidates[0].words.indicator),
        (&format!("{}工作", read.told[1].measure), &read.told[1].measure)
    );
    assert_eq!((rows[0].words.measure.as_str(), rows[0].filled.as_str()), ("", "进展情况 第0项已开工，下步措施 月底完工"));
    let (RowId::Known(first), RowId::Known(second)) = (read.told[0].id.clone(), read.told[1].id.clone()) else {
        panic!("the form has ids")
    };
    assert_eq!(rows[0].candidates[0].indicator, first);
    let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(Choice::Theirs)).unwrap();
    assert_eq!((done.cells.applied, office.hash()), (0, before));

    office.preview(&[&file]);
    let confirmed = crate::merge::confirm_exact(&mut office.app).unwrap();
    assert_eq!(codes(&confirmed).iter().filter(|code| code.1 == "proposed").count(), 2, "both passages of the reworded row still wait");
    let key = &confirmed.proposals[0].rows[1].key;
    let confirm = |uid: Uid| json!({"file_at": 0, "exchange": null, "rows": [{"key": key, "indicator": uid}]});
    assert!(office.refused("merge_confirm", confirm(first)).message.contains("不能确认为这一项"));
    let all: MergeReport = serde_json::from_value(office.call("merge_confirm", confirm(second))).unwrap();
    assert_eq!(all.cells.applied as usize, all.items.len());
    crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Open).unwrap();
    let texts = |office: &Office, uid: Uid| {
        let store = office.app.store().unwrap();
        let one = store.narratives_of_measure(store.measure(uid).unwrap().unwrap().id).unwrap().remove(0);
        [one.progress, one.problems, one.next_steps].map(Option::unwrap_or_default)
    };
    assert_eq!(texts(&office, first), ["第0项已开工", "", "月底完工"]);
    assert_eq!(texts(&office, second), ["第1项已开工", "", "月底完工"]);
    office.preview(&[&file]);
    assert_eq!(crate::merge::confirm_exact(&mut office.app).unwrap().cells.changed, 0, "the base has moved");
}

#[test]
fn a_row_told_in_over_anothers_id_waits_for_a_person() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发出").remove(0);
    let read = workbook::read_return(&std::fs::read(&sent).unwrap()).unwrap();
    // In the form itself, with the other sheet: the id of the first measure is copied over that of the second.
    let mut cell = read.told[1].cells[&domain::Passage::Progress].letter();
    cell.push_str(&read.told[1].row_number.to_string());
    let name = format!("B{}", read.told[1].row_number);
    let id = format!("F{}", read.told[1].row_number);
    let RowId::Known(first) = read.told[0].id else { panic!("the form has ids") };
    let token = workbook::row_token(read.exchange.unwrap(), first, &read.told[0].measure);
    let bytes = hand::enter_on(&std::fs::read(&sent).unwrap(), 2, &[(&id, &token), (&name, &read.told[0].measure), (&cell, "抄来的")]);
    let file = office.file("东湖.xlsx", &bytes);
    let report = office.preview(&[&file]);
    assert_eq!(codes(&report), [(Outcome::Rejected, "proposed")]);
    let row = &report.proposals[0].rows[0];
    assert_eq!((row.fit, row.sheet.as_str(), row.candidates[0].indicator), (RowFit::Similar, "进展情况", first));
    let confirm = |row: &RowProposal| json!({"file_at": 0, "exchange": null, "rows": [{"key": row.key, "indicator": first}]});
    assert_eq!(crate::merge::confirm_exact(&mut office.app).unwrap().cells.applied, 0);
    let confirmed: MergeReport = serde_json::from_value(office.call("merge_confirm", confirm(row))).unwrap();
    assert_eq!(confirmed.cells.applied, 1);
}

#[test]
fn a_file_that_may_answer_several_sendings_asks_which() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "三月").remove(0);
    let april = Send { plan: office.plan(), period: period("2026-04"), units: vec![office.unit(LAKE)], trend: false };
    let folder = office.path("四月");
    crate::send::send_to(&mut office.app, &april, &folder).unwrap();
    let file = office.file("抄.csv", &bare(&sent, "填报单位：东湖区卫生健康局", |_, _| {}));
    let report = office.preview(&[&file]);
    let proposal = &report.proposals[0];
    assert_eq!((proposal.exchanges.len(), proposal.exchange, proposal.rows.len(), report.items.len()), (2, None, 0, 0));
    crate::merge::confirm_exact(&mut office.app).unwrap();
    let asked = office.refused("merge_confirm", json!({"file_at": 0, "exchange": null, "rows": []}));
    assert!(asked.message.contains("还不知道"), "{asked}");
    let march = proposal.exchanges.iter().find(|choice| choice.period == "2026年3月").unwrap().exchange;
    let chosen: MergeReport =
        serde_json::from_value(office.call("merge_confirm", json!({"file_at": 0, "exchange": march, "rows": []}))).unwrap();
    assert!(chosen.proposals[0].rows.iter().all(|row| row.fit == RowFit::Exact));
    let nobody = office.file("无名.csv", &bare(&sent, "填报单位：某某局", |_, _| {}));
    let report = office.preview(&[&nobody]);
    assert_eq!((report.proposals.len(), report.files[0].status, report.items.len()), (0, FileStatus::Unknown, 0));
}

#[test]
fn a_row_pasted_from_another_units_form_is_never_exact() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE, HILL], "发出");
    let read = |path: &Path| workbook::read_return(&std::fs::read(path).unwrap()).unwrap();
    let ids: Vec<RowId> = read(&sent[1]).rows.into_iter().map(|row| row.id).collect();
    let (RowId::Known(beds), Some(hill)) = (ids[0].clone(), read(&sent[1]).exchange) else { panic!("the form has ids") };
    // 东湖's form, in which the first row was pasted over with 西山's, its id included.
    let token = workbook::row_token(hill, beds, &read(&sent[1]).rows[0].indicator);
    let file = office.file("贴.xlsx", &hand::enter(&std::fs::read(&sent[0]).unwrap(), &[("J4", &token), ("K4", "77")]));
    let report = office.preview(&[&file]);
    assert_eq!((report.proposals[0].rows[0].fit, report.proposals[0].rows[0].candidates[0].indicator), (RowFit::Similar, beds));
    let done = crate::merge::confirm_exact(&mut office.app).unwrap();
    assert_eq!(codes(&done), [(Outcome::Rejected, "proposed")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(24)))]

    /// Any returns of one unit, in any order, some merged before: the account holds; nothing in which they differ and nothing an
    /// older one says is written unless somebody chose; undone, all is as before; merged twice is merged once.
    #[test]
    fn whatever_comes_back_in_whatever_order_nothing_doubtful_is_written(
        files in proptest::collection::vec((proptest::option::of(0_u8..4), proptest::option::of(0_u8..3), proptest::option::of(0_u8..4)), 1..4),
        merged_before in proptest::option::of((0_u8..3, 0_u8..4)),
        choice in proptest::sample::select(vec![Choice::Ours, Choice::Theirs]),
    ) {
        let mut office = Office::with_plan();
        let sent = office.sends(&[LAKE], "发出").remove(0);
        let moment = |at: u8| format!("2026-04-01T0{at}:00:00Z");
        if let Some((value, at)) = merged_before {
            let file = office.back("先.xlsx", &sent, &[("新增托位", &value.to_string())], Some(("李四", &moment(at))));
            office.merge(&[&file]);
        }
        let kept = office.value("新增托位");
        let before = office.hash();
        let paths: Vec<PathBuf> = files.iter().enumerate().map(|(at, (value, other, saved))| {
            let texts = [value.map(|value| ("新增托位", value.to_string())), other.map(|other| ("育婴员", other.to_string()))];
            let fills: Vec<(&str, &str)> = texts.iter().flatten().map(|(name, text)| (*name, text.as_str())).collect();
            let saved = saved.map(moment);
            office.back(&format!("{at}.xlsx"), &sent, &fills, saved.as_deref().map(|at| ("王五", at)))
        }).collect();
        let report = office.preview(&paths.iter().collect::<Vec<_>>());
        codes(&report);
        prop_assert_eq!(office.hash(), before.clone());
        let values: Vec<_> = files.iter().map(|(value, ..)| *value).collect();
        let differ = values.iter().any(|value| value != &values[0]);
        let older = |saved: &Option<u8>| merged_before.is_some_and(|(_, at)| saved.is_some_and(|saved| saved < at));
        let done = crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(choice)).unwrap();
        codes(&done);
        if differ || files.iter().all(|(.., saved)| older(saved)) {
            prop_assert_eq!(office.value("新增托位"), kept, "{:?}", done.items);
        }
        let after = office.hash();
        office.preview(&paths.iter().collect::<Vec<_>>());
        crate::merge::apply_all(&mut office.app, crate::merge::OnConflict::Decide(choice)).unwrap();
        prop_assert_eq!(office.hash(), after, "merged twice is merged once");
        office.call("undo", json!({}));
        prop_assert_eq!(office.hash(), before);
    }
}

#[test]
fn notes_on_cells_are_told_and_taken_nowhere() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE], "发");
    let bytes = std::fs::read(office.back("回.xlsx", &sent[0], &[("新增托位", "30")], None)).unwrap();
    let noted = office.file("批注.xlsx", &hand::noted(&bytes, &[("K4", "含改造两处"), ("N5", "待核")]));
    let report = office.merge(&[&noted]);
    assert_eq!(
        report.files[0].messages,
        [
            "工作表“填报表” K4 有批注：“含改造两处”，没有采用；要保留请写进备注",
            "工作表“填报表” N5 有批注：“待核”，没有采用；要保留请写进备注"
        ]
    );
    assert_eq!((report.items.len(), office.value("新增托位")), (1, Some(30.0)));
    let many: Vec<String> = (4..30).map(|row| format!("N{row}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|cell| (cell.as_str(), "说明")).collect();
    let noted = office.file("许多.xlsx", &hand::noted(&bytes, &many));
    let said = office.preview(&[&noted]).files.remove(0).messages;
    assert!(said.contains(&"另有16处批注没有列出，也没有采用；请打开原件查看".to_owned()), "{said:?}");
}
