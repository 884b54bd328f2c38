// @ts-check
// 中文. The catalogue the others follow.

/** @typedef {import("../types/api").MeasureUnit} MeasureUnit */
/** @typedef {import("../types/api").MergeFile} MergeFile */
/** @typedef {{ write: number, applied: number, theirs: number, ours: number, open: number, rejected: number }} Tally */

export const zh = {
  brand: "要点台账",
  views: { start: "开始", import: "导入", measures: "举措", entry: "填报", charts: "图表", exchange: "交换", history: "历史" },
  light: { done: "完成", green: "绿灯", yellow: "黄灯", red: "红灯", grey: "灰灯" },
  greys: { missing: "未报", waits: "未到期", none: "无指标", gap: "不能汇总", summed: "只汇总" },
  comparators: { ">=": "不低于", "<=": "不超过", "=": "等于", "~": "左右", range: "区间", increase: "增长", decrease: "下降", qualitative: "无数值" },
  signs: { ">=": "≥", "<=": "≤", "=": "", "~": "约", range: "", increase: "增长", decrease: "下降", qualitative: "" },
  kinds: { cumulative: "累计", increment: "当期", point: "时点", rate: "比率", qualitative: "形象进度" },
  kindHints: {
    cumulative: "每期报从计划开始到期末的总数", increment: "每期只报当期新增，程序相加", point: "每期报期末的存量",
    rate: "每期报百分比，最好报分子/分母，如 3/4", qualitative: "每期报完成到百分之几",
  },
  paces: { accumulate: "累进", maintain: "保持", by_due: "到期" },
  paceHints: { accumulate: "按序时进度判断，半年应达一半", maintain: "每期都要达标，不看序时进度", by_due: "到期那一期才判断" },
  rollUps: { sum: "求和", ratio: "分子分母求和", mean: "平均", weighted: "加权平均", worst: "取最差", owner: "牵头单位填报" },
  natures: { target: "目标", achieved: "已完成" },
  roles: { lead: "牵头", responsible: "责任", cooperating: "配合" },
  outcomes: { applied: "采用", equal: "相同", conflict: "冲突", rejected: "拒收" },
  fields: { value: "数值", numerator: "分子", denominator: "分母", note: "备注" },
  fileStates: { read: "已读", repeated: "重复", refused: "不能读", unknown: "非本台账" },
  operations: {
    import: "导入", edit: "修改", unit: "单位", allocate: "分解", record: "填报", export: "发出", merge: "合并", setting: "设置", draft: "草稿", rectify: "整改", freeze: "冻结",
  },
  busy: {
    reading: "正在读取", opening: "正在打开台账", document: "正在读入文件", writing: "正在写入", importing: "正在入账", drawing: "正在画图",
    sending: "正在生成填报表", comparing: "正在比对回收的表", merging: "正在写入合并结果", undoing: "正在撤销或重做",
  },
  keys: {
    choose: "选择", upDown: "上下", open: "打开", confirmNext: "确认并看下一处", nextDoubt: "下一处存疑", locate: "在原文中定位", revert: "放弃本处改动",
    find: "查找", nextRow: "下一行", nextColumn: "下一列", edit: "修改", fillDown: "同上格", fillAcross: "上期值", unfilled: "下一处未填",
    indicators: "换指标", nextConflict: "下一处冲突", write: "写入",
  },
  frame: {
    nav: "主导航", plan: "计划", period: "期次", time: "序时进度", noPlan: "尚无计划", search: "搜索", searchPlace: "输入文字、编号或拼音首字母",
    startTitle: "开始页：打开、新建或关闭台账", planTitle: (/** @type {string} */ title) => `切换计划：${title}`,
    earlier: "上一期", next: "下一期", earlierTitle: "上一期（Alt+←）", nextTitle: "下一期（Alt+→）", periodTitle: "切换期次",
    undo: "撤销", redo: "重做", undoTitle: (/** @type {string} */ what) => `撤销：${what}（Ctrl+Z）`, redoTitle: (/** @type {string} */ what) => `重做：${what}（Ctrl+Y）`,
    undone: (/** @type {string} */ what) => `已撤销：${what}`, redone: (/** @type {string} */ what) => `已重做：${what}`, nothingToUndo: "没有可以撤销或重做的操作",
    saved: "已保存", savedTitle: "每一步都已写入台账文件", readOnly: "只读", readOnlyTitle: "台账文件不能写入，可以查看和导出",
    goTitle: (/** @type {string} */ view, /** @type {number} */ n) => `${view}（Ctrl+${n} 或 Alt+${n}）`, draftWaits: "有草稿还没入账", mergeWaits: "有合并预览还没写入",
    noLedger: "尚未打开台账", offline: "只存在本机，不联网", who: (/** @type {string} */ who) => `操作人：${who}`,
    understood: "知道了", close: "关闭", cancel: "取消", save: "保存",
    emptyTitle: "台账里还没有计划", emptyHint: "读入一份工作要点、行动方案或任务分解表，核对后入账。",
  },
  start: {
    title: "还没有台账。从哪里开始？", again: (/** @type {string} */ name) => `已打开“${name}”。还要做什么？`,
    sample: { name: "打开示例台账", what: "虚构的云州市年度计划，数据齐全，随便改，随时可删。", kinds: "看看能做什么" },
    document: { name: "读入一份文件", what: "把工作要点、行动方案读成举措和目标，先核对再入账。", kinds: "Word、文本、网页" },
    ledger: { name: "打开已有台账", what: "本机、U盘或共享文件夹里的台账文件。", kinds: ".yaodian" },
    returned: { name: "合并收到的填报表", what: "各单位填好交回的表，先看会改什么，再一次写入。", kinds: ".xlsx" },
    empty: { name: "新建空台账", what: "先定好文件名和位置，以后再读入计划。", kinds: ".yaodian" },
    paste: "粘贴一段文字读入", close: "关闭台账",
    facts: [
      { ask: "数据在哪里", answer: "一个台账就是一个文件，默认放在“文档\\要点台账”，可以复制、备份、带走。" },
      { ask: "会不会联网", answer: "不会。不需要账号、服务器和管理员权限，断网照常使用。" },
      { ask: "改错怎么办", answer: "每一步都能撤销，整次导入、整批合并也能一次撤销，重开程序后仍可撤销。" },
    ],
  },
  draft: {
    steps: ["选择文件", "核对草稿", "入账"], chooseTitle: "选择文件", chooseHint: "工作要点、行动方案、规划，或者它们的新闻报道。Word（.docx）、文本、网页都可以。", choose: "选择文件",
    pasteTitle: "或者粘贴文字", pasteHint: "从网页或文件里复制全文，粘贴到这里。", readPasted: "读入这段文字",
    facts: [
      { ask: "读成什么", answer: "板块、举措、责任单位、目标值、时限和阶段；每一条都标明出自原文哪一行。" },
      { ask: "拿不准怎么办", answer: "拿不准的列为存疑，逐条问您。没有数值的不会编造数值。" },
      { ask: "读完就入账吗", answer: "不会。核对之前什么都不写入；入账之后仍可一次撤销。" },
    ],
    confirmedLabel: (/** @type {number} */ n, /** @type {number} */ all) => `已确认${n}项，共${all}项`, confirmed: "已确认", left: "，存疑还剩", leftCount: (/** @type {number} */ n) => `剩${n}`,
    discard: "放弃草稿", discardTitle: "放弃这份草稿？", discardHint: "核对时改过的内容会丢掉，原文件不受影响，可以重新读入。", keep: "继续核对",
    enter: "入账", enterTitle: "把草稿写入台账，可以一次撤销", enterLater: (/** @type {number} */ n) => `还有${n}处存疑，处理完才能入账；也可以全部确认`,
    entered: (/** @type {import("../types/api").Imported} */ done) => `已入账：${done.measures}项举措、${done.indicators}个指标${done.new_units ? `，新增${done.new_units}个单位` : ""}`,
    source: "来源文件", draft: "草稿", doubtAt: (/** @type {number} */ at, /** @type {number} */ all) => (at ? `第${at}处存疑，共${all}处` : `共${all}处存疑`),
    doubtBefore: "上一处存疑（Shift+F8）", doubtNext: "下一处存疑（F8）",
    marks: { title: "标题", target: "目标", unit: "责任单位", due: "时限", doubt: "存疑", noise: "杂讯，不入账" },
    tabs: { doubts: "存疑", measures: "举措", targets: "目标", units: "单位", phases: "阶段", plan: "计划信息" },
    atMeasure: (/** @type {string} */ number, /** @type {number} */ line) => `举措${number}　第${line}行`, atLine: (/** @type {number} */ line) => `第${line}行`,
    fields: {
      name: "指标名称", comparator: "关系", value: "目标值", upper: "上限", unit: "单位", due: "到期", kind: "值类型", pace: "进度方式", rollUp: "汇总方式", nature: "性质",
      title: "标题", number: "编号", deadline: "时限", units: "责任单位", unitName: "单位名称", role: "分工", phase: "阶段名称",
      planTitle: "计划名称", documentNumber: "文号", issuer: "发文机关", issued: "发文日期", start: "计划开始", planDue: "计划结束",
    },
    notADay: "写成 2026-08-31", knownAs: (/** @type {string} */ name) => `即${name}`, newUnit: "新单位", known: "已有", inLedger: "单位库",
    addUnit: "添加单位", removeUnit: (/** @type {string} */ name) => `去掉${name}`, toFirst: (/** @type {string} */ name) => `看${name}的第一项举措`,
    confirmNext: "确认，看下一处", onlyDraft: "改动只记在草稿里", savePlan: "保存", restore: "恢复", dropped: "不入账", change: "改",
    drop: { target: "不是目标", measure: "不入账", phase: "不入账" },
    targetCount: (/** @type {number} */ n) => (n ? `${n}个目标` : "无目标"),
    others: (/** @type {number} */ n) => `还有${n}项未确认，可逐项看，也可`, acceptAll: "全部确认", undoLater: "；入账后仍可一次撤销。", allSettled: "全部确认完毕，可以入账；入账后仍可一次撤销。",
    noDoubts: "没有存疑", noDoubtsHint: "可以看看举措和目标，然后入账。", noUnits: "没有读出责任单位", noUnitsHint: "在举措里可以补上。",
    noMeasures: "没有读出举措", noMeasuresHint: "请看左边原文是否完整，或换一份文件。", noTargets: "没有读出目标", noTargetsHint: "这份文件里没有带数值的目标。",
    noPhases: "没有读出阶段", noPhasesHint: "这份文件里没有分阶段的时间安排。",
  },
  measures: {
    list: "举措列表", filters: "筛选", clear: "清除筛选", all: "全部", light: "亮灯", unit: "责任单位", allUnits: "全部单位", role: "分工", due: "到期", section: "板块", allMeasures: "全部举措",
    dues: { any: "不限", period: "本期到期", quarter: "三个月内到期", past: "已过期" },
    findIn: (/** @type {number} */ n) => `在${n}项中查找`, findLabel: "在举措中查找",
    shown: (/** @type {number} */ n, /** @type {number} */ all) => (n < all ? `${n}项，共${all}项，` : `${all}项，`),
    orders: {
      number: (/** @type {boolean} */ down) => String(down ? "按编号倒序" : "按文件顺序"), title: () => "按标题", unit: () => "按牵头单位", due: () => "按到期",
      light: (/** @type {boolean} */ down) => String(down ? "红灯在前" : "完成在前"), completion: (/** @type {boolean} */ down) => `按完成率从${down ? "高到低" : "低到高"}`,
      lag: (/** @type {boolean} */ down) => `按差距（百分点）从${down ? "大到小" : "小到大"}`,
    },
    number: "编号", measure: "举措", lead: "牵头单位", progress: "进度", completion: "完成率", lag: "差距", met: "达标", unmet: "未达标", level: "持平",
    ahead: (/** @type {string} */ points) => `超前${points}`, bar: (/** @type {string} */ done, /** @type {string} */ time) => `完成${done}，应达${time}`,
    none: "这份计划没有举措", noneHint: "可以撤销这次导入，重新核对后入账。", noMatch: "没有符合条件的举措", noMatchHint: "换个词，或者放宽筛选。",
    noneOpen: "没有选中举措", noneOpenHint: "在列表里选一项。", overview: "概况", source: "原文",
    parts: (/** @type {MeasureUnit[]} */ units, /** @type {number} */ most) => ["lead", "responsible", "cooperating"].flatMap((role) => {
      const names = units.filter((unit) => unit.role === role).map(({ unit }) => unit.short);
      return names.length ? [`${{ lead: "牵头", responsible: "责任", cooperating: "配合" }[role]}：${names.slice(0, most).join("、")}${names.length > most ? `等${names.length}个单位` : ""}`] : [];
    }).join("　"),
    until: (/** @type {string} */ due) => `${due} 到期`,
    indicators: "指标", noIndicators: "没有带数值的目标。", judge: "怎么评", judgeTitle: (/** @type {string} */ name) => `怎么评“${name}”`, judged: (/** @type {string} */ name) => `已改“${name}”的评法`, toEntry: "去填报",
    name: "名称", target: "目标", last: "上期", now: "本期", baseline: "基期值", weight: "权重", larger: "放大",
    means: (/** @type {string} */ kind, /** @type {string} */ unit, /** @type {string} */ pace) => `${kind}${unit ? `，${unit}` : ""}；${pace}`,
    inUnit: (/** @type {string} */ name, /** @type {string} */ unit) => (unit ? `${name}（${unit}）` : name),
    missing: (/** @type {string[]} */ units) => `未报，不计入：${units.join("、")}`, allChanges: (/** @type {number} */ n) => `全部${n}条`, noChanges: "还没有改动", noChangesHint: "填报和修改目标都会记在这里。",
  },
  entry: {
    unitOption: (/** @type {string} */ name, /** @type {number} */ filled, /** @type {number} */ total) => `${name}　${filled}/${total}`, onlyUnfilled: "只看未填", allMonths: (/** @type {number} */ n) => `全部${n}个月`,
    filled: "已填", filledLabel: (/** @type {number} */ n, /** @type {number} */ all) => `已填${n}项，共${all}项`, paste: "粘贴", pasteTitle: "从 Excel 或 WPS 复制的一列或一块（Ctrl+V）",
    allFilled: "本期都已填报", allFilledHint: "可以换一个单位，或者看全部指标。", showAll: "看全部指标", none: "没有要填报的指标", noneHint: "计划里有带数值的目标，并且定了责任单位，才有指标可填。",
    pasteHint: "从 Excel 或 WPS 复制一列，选中起始格后按 Ctrl+V：先列出要改的格，确认后一次写入，也可一次撤销。",
    pressCtrlV: "请先在 Excel 或 WPS 里复制，回到起始格后按 Ctrl+V。", last: "上期", target: "目标", expected: "应达", kind: "值类型", by: "录入", rate: "写法", rateHint: "分子/分母，如 3/4",
    note: "备注", indicator: "指标", measureUnit: "单位", keeps: (/** @type {string} */ old) => (old === "" ? "原来没有数，未写入" : `原值${old}未动`),
    cellLabel: (/** @type {string} */ name, /** @type {string} */ month) => `${name}，${month}`, toCell: "到这一格",
    more: (/** @type {number} */ n) => `　还有${n}处。`, reason: "原因", reasonPlace: "原因，如：上期多报，已核减", takeBack: "改回重填", right: "数字无误",
    pasted: (/** @type {number} */ n) => (n ? `粘贴会改${n}格` : "粘贴"), was: "原值", becomes: "改为", takeLine: (/** @type {string} */ name) => `写入${name}`,
    nothingPasted: "与现有的数完全相同，没有要改的格。", leftOut: (/** @type {number} */ n) => `有${n}格超出表格，不写入。`,
    write: (/** @type {number} */ n) => `写入${n}格`, written: (/** @type {number} */ n) => `已写入${n}格`,
  },
  charts: {
    indicators: "指标列表", find: (/** @type {number} */ n) => `在${n}个指标中查找`, findLabel: "查找指标", together: "全部单位合计", saveSvg: "存为 SVG", savePng: "存为 PNG",
    value: (/** @type {string} */ unit) => (unit ? `实达（${unit}）` : "实达"), expected: (/** @type {string} */ unit) => (unit ? `应达（${unit}）` : "应达"), missing: "未报单位",
    saved: (/** @type {string} */ path) => `已存为 ${path}`,
  },
  exchange: {
    send: "发出", merge: "回收与合并", sendTitle: "选一个文件夹，每个单位生成一份填报表", sendAll: (/** @type {number} */ n) => `全部发出${n}份`, sendChosen: (/** @type {number} */ n) => `发出所选${n}份`,
    add: "添加收到的文件", board: "回收情况", workbooks: (/** @type {string} */ month) => `${month}填报表`, chooseAll: "全选", chooseUnsent: "选未发出的", chooseNone: "不选", choose: "选择",
    sent: "已发", back: "已回", out: "未回", unsent: "未发", noUnits: "没有要填报的单位", noUnitsHint: "计划里的举措定了责任单位，才能按单位发出填报表。",
    unit: "单位", state: "状态", sentAt: "发出", backAt: "收到", sentFiles: "刚发出的填报表", into: (/** @type {number} */ n, /** @type {string} */ folder) => `${n}份，在 ${folder}`, file: "文件", rows: "行数",
    nothingSent: "还没有发出", nothingSentHint: "在左边选单位，不选就是全部。每个单位一份表，只有它自己的指标，带上期数和目标。", sentToast: (/** @type {number} */ n) => `已发出${n}份填报表`,
    nothingToMerge: "还没有添加收到的文件", nothingToMergeHint: "选各单位交回的填报表，可以一次选多份。先列出会改什么，确认之前什么都不写入。",
    preview: "合并预览", result: "合并结果", outcome: "结果", place: "指标与位置", base: "发出时", oursNow: "我方现值", theirsNow: "对方填值", action: "处理", changed: "改动",
    files: (/** @type {MergeFile[]} */ files) => {
      const units = [...new Set(files.flatMap((file) => (file.unit ? [file.unit] : [])))];
      return `${files.length}个文件${units.length ? `：${units.slice(0, 3).join("、")}${units.length > 3 ? `等${units.length}个单位` : ""}` : ""}`;
    },
    notYet: "，尚未写入", allConflicts: "冲突一律", ours: "留我方", theirs: "取对方", leftOurs: "仍留我方", untouched: "不动", unknownRow: "未认出的行",
    writes: (/** @type {string} */ value, /** @type {boolean} */ preview) => (value === "" ? (preview ? "清空" : "已清空") : `${preview ? "写入" : "已写入"}${value}`),
    noCells: "没有这样的格", noCellsHint: "交回的表与发出时相同，或者换一种结果看。",
    willWrite: (/** @type {number} */ n) => `将写入${n}格：`, from: (/** @type {Tally} */ tally) => `采用${tally.applied}格${tally.theirs ? `，冲突取对方${tally.theirs}格` : ""}。`,
    stays: (/** @type {Tally} */ { ours, open, rejected }) => {
      const left = [ours ? `冲突留我方${ours}格` : "", open ? `冲突未选${open}格` : "", rejected ? `拒收${rejected}格` : ""].filter(Boolean);
      return left.length ? `不动：${left.join("，")}。` : "";
    },
    discard: "放弃", write: (/** @type {number} */ n) => `写入${n}格`, written: (/** @type {number} */ n) => `已写入${n}格`,
    doneNote: (/** @type {number} */ conflicts, /** @type {number} */ rejected) => (conflicts || rejected ? `已写入。${conflicts ? `冲突${conflicts}格留我方。` : ""}${rejected ? `拒收${rejected}格，请单位改后再交。` : ""}` : "已写入。"),
  },
  history: {
    count: (/** @type {number} */ n) => `${n}次操作，新的在前`, hash: "状态码", hashTitle: (/** @type {string} */ hash) => `两份台账状态码相同，内容就相同：${hash}`, undoLast: "撤销上一步",
    when: "时间", who: "操作人", kind: "类别", what: "做了什么", changes: "改动", state: "状态", undone: "已撤销", holds: "有效", stays: "不可撤销",
    undoOne: "撤销这一步", undoOneTitle: (/** @type {string} */ what) => `只撤销这一步：${what}`, none: "还没有操作", noneHint: "导入、填报、合并都会记在这里，每一步都能撤销。",
  },
};
