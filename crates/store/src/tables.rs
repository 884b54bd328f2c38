//! The tables of the ledger, and how far each is watched.

/// A table that is written only within an operation.
pub(crate) struct Table {
    /// Its name in the schema.
    pub name: &'static str,
    /// What a person calls one of its rows.
    pub word: &'static str,
    /// Which changes are recorded.
    pub log: Log,
    /// True if its rows make the state that undo restores.
    pub state: bool,
}

/// Which changes of a table are recorded.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Log {
    /// Every one.
    All,
    /// Not the insertion: it comes with a row of another table whose insertion is recorded and never undone.
    AfterInsertion,
    /// Only the removal, so that an import that used the row up can be undone.
    Removal,
    /// None, because rows are never changed nor removed.
    Fixed,
}

const fn table(name: &'static str, word: &'static str) -> Table {
    Table { name, word, log: Log::All, state: true }
}

/// Every table but the history's own, drafts, and the ledger's one row, which is there from the beginning.
pub(crate) const TABLES: [Table; 43] = [
    Table { name: "original", word: "原文件", log: Log::Fixed, state: false },
    table("document", "文档"),
    table("plan", "计划"),
    table("section", "板块"),
    table("measure", "举措"),
    table("unit", "单位"),
    table("unit_alias", "单位别名"),
    table("unit_member", "分组成员"),
    table("merged_unit", "并入的单位"),
    table("responsibility", "责任分工"),
    table("indicator", "指标"),
    table("measure_continuation", "举措的延续"),
    table("indicator_continuation", "指标的延续"),
    table("allocation", "分解指标"),
    table("planned_value", "计划进度"),
    table("achievement", "已完成成果"),
    Table { name: "period", word: "期次", log: Log::Fixed, state: false },
    table("freeze", "期次冻结"),
    table("frozen_indicator", "期次冻结的指标"),
    table("frozen_measure", "期次冻结的举措"),
    table("frozen_unit", "期次冻结的单位"),
    table("adjustment", "加分扣分"),
    table("entry", "填报"),
    table("narrative", "进展情况"),
    table("milestone", "时间节点"),
    table("phase_closing", "阶段评估"),
    table("listing", "挂牌督战"),
    table("inspection", "督查记录"),
    table("rectification", "整改"),
    table("rectification_step", "整改经过"),
    table("exchange", "发出的工作簿"),
    Table { name: "exchange_cell", word: "工作簿基数", log: Log::AfterInsertion, state: true },
    Table { name: "exchange_text", word: "工作簿里的进展情况", log: Log::AfterInsertion, state: true },
    table("exchange_return", "回收的工作簿"),
    table("exchange_issue", "回收问题"),
    table("package_cell", "数据包里的填报"),
    table("package_text", "数据包里的进展情况"),
    table("layout", "外来表格的对应关系"),
    table("deck", "幻灯"),
    table("deck_slide", "幻灯的页"),
    table("deck_talk", "讲解要点"),
    table("setting", "设置"),
    table("preset", "规则方案"),
];

/// Drafts are work in progress: saved within an operation like all else, but not history and not state.
pub(crate) const DRAFT: Table = Table { name: "draft", word: "草稿", log: Log::Removal, state: false };

/// Returns every watched table.
pub(crate) fn watched() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().chain(std::iter::once(&DRAFT))
}

/// Returns what a person calls a row of the table.
pub(crate) fn word_for(name: &str) -> &'static str {
    watched().find(|table| table.name == name).map_or("内容", |table| table.word)
}
