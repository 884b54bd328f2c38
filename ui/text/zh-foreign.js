// @ts-check
// Words of 外来表格.

/** @typedef {import("../types/api").RowOutcome} RowOutcome */

export const foreign = {
  tab: "外来表格", open: "选择表格", again: "换一份表格",
  nothing: "还没有选择表格", nothingHint: "选别处做的任务分解表或台账（.xlsx、.xls、.ods、.csv），可以一次选几份。先看每列是什么、每行对应哪个指标，确认之前什么都不写入。",
  columns: "每列是什么", file: "文件", sheet: "工作表", hidden: "（隐藏）", all: "表头相同的工作表都采用", only: "只采用这一张", which: "采用哪些工作表",
  header: (/** @type {number | null} */ row) => (row === null ? "点左边的行号指定表头" : `表头在第${row}行`), headerHere: (/** @type {number} */ row) => `表头从第${row}行开始`,
  unit: "整份表的单位", unitByTable: "按表里写的单位", remembered: "已按上次的对应关系", forget: "忘记", forgetTitle: "不用上次的对应关系，以后也不再用",
  sources: { heading: "按表头", remembered: "按上次", given: "已选定", unknown: "不认识" },
  period: (/** @type {string} */ heading) => `“${heading}”是哪一期的数`, role: (/** @type {string} */ letter) => `${letter}列是什么`,
  roles: {
    number: "序号", measure: "重点任务", detail: "工作措施", indicator: "指标", unit_of_measure: "计量单位", lead: "牵头单位", unit: "责任单位", cooperating: "配合单位", due: "完成时限",
    baseline: "基期值", target: "目标值", value: "完成值", numerator: "分子", denominator: "分母", of_unit: "某单位的数", of_indicator: "某指标的数",
    progress: "进展情况", problems: "存在问题", next_steps: "下步措施", note: "备注", ignored: "不采用",
  },
  rows: "每行对应什么", row: "行", text: "表中名称", item: "对应", state: "状态",
  outcomes: {
    sure: "对应", given: "已选定", likely: "待确认", unclear: "待选", unknown: "没对应", skipped: "不采用", blank: "无内容", total: "合计", section: "标题", header: "表头",
  },
  groups: { "": "全部", ask: "待定", none: "没对应", taken: "采用", other: "其他" },
  confirm: "确认", confirmTitle: (/** @type {string} */ name) => `这一行就是“${name}”`, confirmAll: (/** @type {number} */ n) => `确认全部待确认的${n}行`, leave: "不采用这一行", choose: "选择指标或举措", choosePlace: "输入文字、编号或拼音首字母", chooseNone: "没有这样的指标或举措",
  more: (/** @type {number} */ n) => `还有${n}个，继续输入`, measureNote: "举措", perhaps: "相近　", noRows: "没有这样的行", noRowsHint: "换一种状态看。", byColumn: "按列名",
  preview: "写入预览", result: "写入结果", base: "", oursNow: "台账现值", theirsNow: "表中值", ours: "留台账", theirs: "取表中", conflicts: "台账已有的一律",
  draft: "作为新计划导入", draftTitle: "按选定的列读成新计划的草稿，到“导入”里核对",
  notYet: "还不能写入", noCells: "没有可写入的格", noCellsHint: "先为每列选定含义，再确认每行对应的指标。", noPlan: "台账里还没有计划", noPlanHint: "表里的数要写进一份计划。先选定每列是什么，再点“作为新计划导入”。",
};
