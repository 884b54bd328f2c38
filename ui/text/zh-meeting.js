// @ts-check
// Words of 会议 and of 汇报 › 幻灯.

export const deck = {
  begin: "开始会议", beginTitle: "全屏放映选中的幻灯", proposed: "程序建议的幻灯", which: "用哪一套幻灯", save: "保存", saveAs: "另存为", remove: "删除",
  name: "名称", namePlace: "例如：月度例会", saveTitle: "保存这套幻灯", saveHint: "保存选了哪些幻灯和先后次序，哪一期都能用；讲解要点只存在这一期。",
  saved: (/** @type {string} */ name, /** @type {number} */ n) => `已保存“${name}”，${n}张`, removed: (/** @type {string} */ name) => `已删除“${name}”`,
  list: "幻灯", only: { all: "全部", chosen: "已选" }, find: (/** @type {number} */ n) => `在${n}张幻灯中查找：文字或序号`, findLabel: "查找幻灯", noMatch: "没有这样的幻灯", choose: (/** @type {string} */ name) => `选用“${name}”`, pages: (/** @type {number} */ n) => `${n}页`,
  up: "上移", down: "下移", hide: "隐去单位名", ratio: "画面比例", ratios: { "16:9": "宽屏 16:9", "4:3": "标准 4:3" },
  exportTalk: "讲稿", exportTalkTitle: "存成 A4 的 PDF 来打印：每张幻灯的小图和讲解要点（Ctrl+P）", exportPdf: "导出 PDF", exportPictures: "导出图片", exported: (/** @type {string} */ path) => `已导出到 ${path}`,
  talk: "讲解要点", talkHint: "只给主讲人看，不上屏幕。改过的只用于这一期。", own: "已改写", restore: "恢复程序写的",
  none: "没有可以放映的幻灯", noneHint: "先导入计划并填报。", gone: (/** @type {number} */ n) => `这套幻灯里有${n}张在这一期没有，未列出。`,
  kinds: { cover: "封面", overview: "总体", section: "板块", behind: "落后", indicator: "指标", units: "各单位", measure: "举措", league: "排名", rectify: "整改", next: "下期" },
  move: "移动", tick: "选用",
};

export const meeting = {
  turn: "翻页", jump: "跳到该项", units: "看各单位", names: "隐去单位名", showNames: "显示单位名", talkKey: "讲解要点", black: "黑屏", size: "大小", leave: "退出", back: "返回",
  talk: "讲解要点", next: "下一张", last: "最后一张", own: " · 已改写", between: "不在本次放映中", page: (/** @type {number} */ at, /** @type {number} */ of) => `第${at}张，共${of}张`,
  typed: "按回车跳到该项", noNumber: (/** @type {string} */ number) => `没有第${number}项`, noUnits: "这一张没有分单位的数",
};
