use super::*;
use crate::clean::CleanLine;
use expect_test::{Expect, expect};

fn check(words: &str, expected: Expect) {
    let text = Text::new(&words.split('\n').map(|line| CleanLine { text: line.to_owned(), noise: false }).collect::<Vec<_>>());
    let mut rule = LeadRule::Stated;
    let mut shown = Vec::new();
    for line in &text.lines {
        let found = match is_note_line(&text, line.span) {
            true => note_line(&text, line.span, &mut rule).into_iter().collect(),
            false => notes(&text, line.span, &mut rule),
        };
        for note in found {
            shown.push(note.units.iter().map(|u| format!("{}={}", u.role.zh(), u.name)).collect::<Vec<_>>().join(" "));
            assert!(note.units.iter().all(|u| note.span.contains(u.span) && u.name.ends_with(&text.words(u.span).replace('*', ""))));
        }
    }
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn notes_in_brackets_are_read_with_their_roles() {
    check(
        "建设。（责任单位：市卫生健康委医政处、中医处，各县（区）卫生健康局、市医保局等有关部门）\n推进。（牵头单位：市科技局，责任单位：市委组织部（人才办）、市税务局等相关单位）\n试点。（省发展改革委牵头负责，省科技厅、财政厅配合）\n放宽。（负责部门：税务总局，适用范围：自贸区）\n落实。（市卫健委、市医保局按职责分工负责）\n办好。（市卫健委会同有关部门负责）",
        expect![[r#"
            责任=市卫生健康委医政处 责任=市卫生健康委中医处 责任=各县（区）卫生健康局 责任=市医保局
            牵头=市科技局 责任=市委组织部（人才办） 责任=市税务局
            牵头=省发展改革委 配合=省科技厅 配合=财政厅
            责任=税务总局
            责任=市卫健委 责任=市医保局
            责任=市卫健委"#]],
    );
}

#[test]
fn a_rule_given_once_holds_from_there_on() {
    check(
        "一。（市经信局、市发改委负责，排在第一位的为牵头单位，下同）\n二。（市数据局、市经信局负责）\n三。（责任单位：市委改革办〔营商局〕、市经信局。以下均需各区〔县、市〕政府落实，不再列出）",
        expect![[r#"
            牵头=市经信局 责任=市发改委
            牵头=市数据局 责任=市经信局
            牵头=市委改革办〔营商局〕 责任=市经信局"#]],
    );
    check("一。（责任单位：市卫健委*、市医保局）", expect!["牵头=市卫健委 责任=市医保局"]);
}

#[test]
fn notes_stand_on_lines_of_their_own_or_close_a_text() {
    check(
        "牵头单位：市卫健委  配合单位：市医保局、市财政局\n责任领导：张三\n建设急救站。责任单位：市急救中心、市卫健委\n建设急救站。由市卫健委牵头，市财政局、各县区政府配合。",
        expect![[r#"
            牵头=市卫健委 配合=市医保局 配合=市财政局
            责任=市急救中心 责任=市卫健委
            牵头=市卫健委 配合=市财政局 配合=各县区政府"#]],
    );
}

#[test]
fn offices_alone_in_brackets_close_a_text() {
    check("建设急救站。（市卫健委、市财政局）\n建设急救站（市一院）。", expect!["责任=市卫健委 责任=市财政局"]);
}

#[test]
fn other_brackets_are_no_notes() {
    check("建设健康村（社区）40个（含续建），对困难家庭（含失独）给予帮扶，实现一体化（见附件）。", expect![[""]]);
}
