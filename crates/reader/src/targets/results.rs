//! Results told from commitments.

use super::clause::Clause;
use super::sentence::Sentence;
use crate::dates::{Mention, Sense};
use crate::wording::any_of;
use chrono::Datelike;
use domain::TargetKind;
use regex::Regex;
use std::sync::LazyLock;

/// Words of results, whatever else the clause says.
static DONE: LazyLock<Regex> = LazyLock::new(|| {
    any_of(&[
        "已完成",
        "已建成",
        "已累计",
        "已达",
        "已有",
        "已实现",
        "已开展",
        "已投入",
        "已建立",
        "已设立",
        "已竣工",
        "已覆盖",
        "已培训",
        "已创建",
        "超额完成",
        "顺利完成了",
        "去年",
        "被评为",
    ])
});
/// Words of results, unless the clause looks ahead: 力争获批1家, 到2030年累计建成5座.
const REACHED: [&str; 8] = ["荣获", "获评", "获批", "被确定为", "被选定", "被命名", "累计建成", "先后建成"];
const AHEAD: [&str; 9] = ["力争", "争取", "确保", "计划", "拟", "努力", "推动", "支持", "目标"];

impl Sentence<'_> {
    /// Returns true if a clause reports a result. 由去年的76%提高到80% does not.
    pub(super) fn is_done(&self, clause: &Clause<'_>) -> bool {
        let told = |at: &usize| !self.starts.iter().any(|start| start.span.start <= *at && *at < start.span.end);
        let words: String = (clause.span.start..clause.span.end).filter(told).map(|at| clause.chars[at]).collect();
        let any = |set: &[&str]| set.iter().any(|word| words.contains(word));
        // “十四五”期间新建5座, in a plan for the years behind.
        let gone = || self.gone.is_some_and(|at| at < clause.span.end) && !self.looks_ahead(clause.span.end);
        DONE.is_match(&words) || gone() || (any(&REACHED) && !any(&AHEAD) && !self.looks_ahead(clause.span.end))
    }

    /// Returns true if a date ahead stands before a place: 到2030年.
    fn looks_ahead(&self, end: usize) -> bool {
        let first = self.setting.calendar.first;
        let chars = self.text.slice(self.span);
        let until = |m: &Mention| m.start > 0 && matches!(chars[m.start - 1], '到' | '至') && m.sense == Sense::At;
        let ahead = |m: &&Mention| m.sense != Sense::Past && first.map_or(until(m), |year| m.date.year() >= year);
        self.dates.iter().take_while(|m| m.end <= end).any(|m| ahead(&m))
    }

    /// Returns whether a number is a result: by its clause, else by the last date before it.
    pub(super) fn kind(&self, done: bool, number_end: usize) -> TargetKind {
        let first = self.setting.calendar.first;
        let last = self.dates.iter().rfind(|m| m.end <= number_end);
        let past = last.is_some_and(|m| m.sense == Sense::Past || first.is_some_and(|year| m.date.year() < year));
        if done || self.setting.looks_back || past { TargetKind::Achieved } else { TargetKind::Target }
    }
}
