//! What is written comes back.

use super::{amount, form, uid};
use crate::{Content, Held, Interpreted, OriginSource, Return, RowId, interpret_field, interpret_note, read_return, write_return_form};
use domain::{Amount, Field, ValueKind};

fn round_trip() -> Return {
    read_return(&write_return_form(&form()).unwrap()).unwrap()
}

#[test]
fn a_form_comes_back_with_every_id_and_value() {
    let back = round_trip();
    assert_eq!(back.exchange, Some(uid(100)));
    assert_eq!(back.exchange_source, Some(OriginSource::HiddenColumn));
    assert_eq!(back.unit.as_deref(), Some("东湖区卫生健康局"));
    assert_eq!(back.period.as_deref(), Some("2024-06"));
    assert_eq!((back.problems, back.ignored_columns), (vec![], vec![]));
    for (returned, sent) in back.rows.iter().zip(&form().rows) {
        assert_eq!(returned.id, RowId::Known(sent.row));
        assert_eq!(returned.indicator, sent.indicator_name);
        let number = |amount: Option<Amount>| amount.map(Held::Number);
        let expected = [number(sent.value), number(sent.numerator), number(sent.denominator), sent.note.clone().map(Held::Text)];
        for (field, expected) in Field::ALL.iter().copied().zip(expected) {
            let cell = &returned.cells[&field];
            assert_eq!(interpret_field(field, cell, sent.kind, &sent.unit_of_measure).held(), Ok(expected));
        }
    }
    assert_eq!(back.rows.len(), form().rows.len());
    assert_eq!((back.rows[0].row_number, back.rows[0].cells[&Field::Value].letter().as_str()), (4, "K"));
}

#[test]
fn text_never_becomes_a_formula_and_comes_back_as_it_was() {
    let payloads =
        ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "<b>&amp;</b>", "_x0041_", "https://a.b", "{=1}"];
    for payload in payloads {
        let mut form = form();
        form.rows[0].note = Some(payload.into());
        form.rows[0].indicator_name = payload.into();
        form.unit_name = payload.into();
        let bytes = write_return_form(&form).unwrap();
        assert!(!super::structure::part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"), "{payload}");
        let back = read_return(&bytes).unwrap();
        assert_eq!(back.rows[0].cells[&Field::Note].content, Content::Text(payload.into()));
        assert_eq!(back.rows[0].id, RowId::Known(uid(1)), "{payload}");
        assert_eq!(back.unit.as_deref(), Some(payload));
    }
}

#[test]
fn control_characters_are_left_out_and_still_the_same_note() {
    use crate::{Held, Outcome, merge};
    let mut form = form();
    let note = "第一行\r\n第\u{1}二\u{b}行\u{0}";
    form.rows[0].note = Some(note.into());
    let back = read_return(&write_return_form(&form).unwrap()).unwrap();
    let Interpreted::Text(text) = interpret_note(&back.rows[0].cells[&Field::Note]) else { panic!("a note") };
    assert_eq!(text, "第一行\n第二行");
    let sent = Some(Held::Text(note.into()));
    assert_eq!(merge(&sent, &sent, &Some(Held::Text(text))), Outcome::Unchanged);
}

#[test]
fn a_note_that_does_not_fit_is_refused_and_not_cut() {
    let mut form = form();
    form.rows[1].note = Some("长".repeat(32_768));
    assert_eq!(write_return_form(&form).unwrap_err().to_string(), "第 2 个指标的备注超过 32767 字，Excel 单元格放不下，请缩短");
}

#[test]
fn a_form_without_rows_is_still_a_form() {
    let mut form = form();
    form.rows.clear();
    let back = read_return(&write_return_form(&form).unwrap()).unwrap();
    assert_eq!((back.exchange, back.rows.len()), (Some(uid(100)), 0));
}

#[test]
fn three_hundred_rows_are_written_and_read() {
    let mut form = form();
    form.rows = (0..=255).map(|n| super::row(n, &format!("指标{n}"), "个", ValueKind::Cumulative)).collect();
    form.rows.iter_mut().for_each(|row| row.value = Some(amount(0.1 + 0.2)));
    let back = read_return(&write_return_form(&form).unwrap()).unwrap();
    assert!(back.rows.iter().zip(&form.rows).all(|(returned, sent)| returned.id == RowId::Known(sent.row)));
    assert!(back.rows.iter().all(|row| row.cells[&Field::Value].content == Content::Number(amount(0.1 + 0.2))));
}
