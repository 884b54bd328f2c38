//! What units tell of their measures, for a person at a terminal.

use crate::print::say;
use app::wire::{NarrativeRow, NarrativeView, Told};

/// Prints what a unit tells of a measure.
pub(crate) fn one(view: &NarrativeView) {
    match &view.by {
        Some(by) => say!("{by}"),
        None => say!("还没有写"),
    }
    texts(&view.told, "");
    if let Some(last) = &view.last {
        say!("上期（{}）", last.label);
        texts(&last.told, "  ");
    }
}

/// Prints what is told in a period.
pub(crate) fn list(rows: &[NarrativeRow]) {
    if rows.is_empty() {
        say!("这一期还没有单位写进展情况");
    }
    for row in rows {
        let number = row.measure.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
        say!("{number}{}，{}（{}）", row.measure.title, row.unit.name, row.by);
        texts(&row.told, "  ");
    }
}

fn texts(told: &Told, indent: &str) {
    for (name, text) in [("进展情况", &told.progress), ("存在问题", &told.problems), ("下步措施", &told.next_steps)] {
        if !text.is_empty() {
            say!("{indent}{name}：{}", text.replace('\n', &format!("\n{indent}　　")));
        }
    }
}
