// @ts-check
// Words of 汇报.

export const report = {
  tabs: { deck: "幻灯", bulletin: "通报", handout: "单位材料" },
  save: "导出 .docx", edit: "编辑模板", keep: "保存模板", restore: "恢复默认", leave: "放弃修改", saved: (/** @type {string} */ path) => `已保存：${path}`, kept: "已保存这份计划的通报模板",
  preview: "通报预览", template: "通报模板", draft: "草稿，导出后可以再改；不套红头，不写文号",
  frozen: "本期已冻结，通报内容不再变", unfrozen: "本期没有冻结，台账改了通报也会变", byOwn: "按本计划改过的模板", byDefault: "按默认模板",
  places: "占位符", placesNote: "点一下插到光标处", alone: "单独占一行", within: "写在句子里", unreadable: "通报写不出来",
  howTo: "开头几行是标题，空一行以后是正文；“一、”“（一）”“1.”开头的短行是标题，其余是段落。",
  units: "单位", find: "单位", page: "单位材料预览", saveOne: "导出本单位", saveAll: "导出全部", noUnits: "没有承担任务的单位", noUnitsHint: "先给举措写上责任单位，或把指标分解到单位。",
  leftOut: (/** @type {number} */ n) => `一页列不下，${n}项没有列出`, onePage: "每个单位一页",
  handoutsSaved: (/** @type {number} */ n, /** @type {string} */ folder) => `已写入${n}份：${folder}`,
};
