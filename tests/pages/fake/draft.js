// A made-up document under review.

const LINES = [
  ["h", "（一）完善老年医疗服务"],
  ["", "1．{t:m1:扩大老年医学科覆盖面。}{d:m1:2026年底前}，{g:t1:新增设立老年医学科的医院不少于6家}，其中{g:t2:县级医院不少于2家}。（牵头单位：{u:m1:医政医管处}；配合单位：{u:m1:各县（区）卫生健康局}、{u:m1:市第一人民医院}）"],
  ["", "2．{t:m2:发展安宁疗护。}{g:t3:每个县（区）至少设置1个安宁疗护病区}，全市{g:t4:安宁疗护床位达到180张左右}。（责任单位：{?u:m2:老龄办}、{u:m2:医政医管处}）"],
  ["", "3．{t:m3:建设老年友善机构。}为65周岁以上老年人开设优先窗口，{g:t5:老年友善医疗机构占比提高到95%}，陪诊服务{?g:t6:覆盖率达到市定水平}。（{u:m3:医政医管处}负责）"],
  ["n", "云州市卫生健康委员会办公室　　第3页　打印　关闭"],
  ["h", "（二）做实老年健康管理"],
  ["", "4．{t:m4:提高健康管理质量。}{g:t7:65岁及以上老年人健康管理率不低于73%}，体检结果7个工作日内反馈本人。（责任单位：{u:m4:基层卫生处}、{u:m4:各县（区）卫生健康局}）"],
  ["", "5．{t:m5:开展失能评估和上门服务。}完成{g:t8:失能老年人上门评估1.2万人次}，{?g:t9:新增家庭病床300—400张}。（牵头单位：{u:m5:老龄健康处}；配合单位：{u:m5:市老年病医院}）"],
  ["", "6．{t:m6:推进医养签约。}{g:t10:二级以上医院与养老机构签约率达到90%}，{d:m6:9月底前}完成首批协议换签。（责任单位：{u:m6:老龄健康处}）"],
  ["h", "（三）强化人才支撑"],
  ["", "7．{t:m7:培训老年护理人员。}全年{g:t11:培训老年护理人员800人}，每个乡镇卫生院至少2人。（责任单位：{u:m7:组织人事处}）"],
  ["n", "【字体：大 中 小】　分享到："],
  ["", "此前召开的全市老龄工作会议提出，今年要新增设立老年医学科的医院6家、培训护理人员800人。"],
  ["h", "三、时间安排"],
  ["", "（一）动员部署（2026年6月底前）。各单位制定实施细则，明确责任人，报市卫生健康委备案。"],
  ["", "（二）全面实施（2026年7月至2027年9月）。按月填报进展，按季通报，半年组织一次现场核查。"],
  ["", "（三）总结评估（2027年10月至12月）。对照目标逐项评估，结果纳入年度考核。"],
  ["h", "四、工作要求"],
  ["", "各单位要把老年健康服务列入年度重点，主要负责人每季度听取一次汇报。数据由填报单位负责，不得估报、漏报。"],
  ["n", "上一篇　下一篇　返回顶部"],
];
const KINDS = { t: "title", g: "target", u: "unit", d: "due" };

/** Returns a draft that can be edited. */
export function draft() {
  const measures = [], targets = [], sections = [];
  const lines = LINES.map(([look, written], at) => {
    const number = at + 1, marks = [];
    if (look === "h") sections.push({ key: `s${sections.length}`, number: null, title: written, line: number });
    let text = "", unit = 0;
    for (const piece of written.split(/(\{[^}]*\})/)) {
      const found = /^\{(\??)(\w):(\w+):(.*)\}$/.exec(piece);
      if (!found) { text += piece; continue; }
      const [, doubtful, kind, item, words] = found;
      marks.push({ start: text.length, end: text.length + words.length, kind: KINDS[kind], item: kind === "u" && doubtful ? `u:${words}` : item, doubtful: doubtful === "?" });
      if (kind === "t") measures.push({ key: item, number: item.slice(1), section: `s${sections.length - 1}`, title: words.replace("。", ""), text: written.replace(/\{\??\w:\w+:|\}/g, ""), line: number, units: [], deadline: null, accepted: false, dropped: false });
      if (kind === "u") measures.at(-1).units.push({ name: words, role: unit++ === 0 && written.includes("牵头") ? "lead" : written.includes("配合") ? "cooperating" : "responsible", known: words.includes("处") ? words : null });
      if (kind === "g") targets.push(target(item, measures.at(-1).key, number, words, doubtful === "?"));
      text += words;
    }
    return { number, text, noise: look === "n", heading: look === "h", marks };
  });
  const doubts = [
    { key: "u:老龄办", item: "m2", line: 3, title: "单位名称不在单位库", quote: "老龄办", message: "是否就是“老龄健康处”？", settled: false, unit: { name: "老龄办", like: [{ id: "u90", name: "老龄健康处" }, { id: "u91", name: "云州市老龄事业发展中心（云州市老年人权益保障服务中心）" }] } },
    { key: "t3", item: "t3", line: 3, title: "分到每个县（区）的目标", quote: "每个县（区）至少设置1个安宁疗护病区", message: "7个单位各分1个，全市合计7个？这里先按全市记。", settled: false },
    { key: "t6", item: "t6", line: 4, title: "没有数值，改为形象进度", quote: "覆盖率达到市定水平", message: "原文没有数值，可以改为形象进度，或填上市定水平。", settled: false },
    { key: "t9", item: "t9", line: 8, title: "区间目标，按下限计", quote: "新增家庭病床300—400张", message: "完成300张即达标，超过400张注明。若应取上限，请改目标值。", settled: false },
    { key: "r0", item: null, line: 13, title: "与正文重复", quote: null, message: "会议报道复述举措1、7的目标，未另列。", settled: false },
  ].map((doubt) => ({ unit: null, ...doubt }));
  for (const doubt of doubts) { const one = targets.find((t) => t.key === doubt.item); if (one) one.doubt = doubt.message; }
  return { file: "云州市老年健康服务提升行动方案（2026—2027年）.docx", format: "docx", lines, sections, measures, targets, doubts,
    plan: { title: "云州市老年健康服务提升行动方案（2026—2027年）", document_number: "云卫发〔2026〕21号", issuer: "云州市卫生健康委员会", issued: "2026-05-18", start: "2026-06-01", due: "2027-12-31" },
    phases: [["动员部署", "2026-06-30"], ["全面实施", "2027-09-30"], ["总结评估", "2027-12-31"]].map(([name, due], at) => ({ key: `p${at + 1}`, name, due, text: LINES[14 + at][1], accepted: false, dropped: false })), items: 0, settled: 0, last_edit: null, unsaved: null };
}

function target(key, measure, line, quote, doubtful) {
  const numbers = quote.match(/[\d.]+(?=[^\d岁]*$)|\d+(?=—)/g) ?? [];
  const range = quote.includes("—"), none = quote.includes("市定");
  return { key, measure, line, quote, name: quote.replace(/(不少于|不低于|达到|提高到|至少设置)?[\d.—]+.*$/, "") || quote, comparator: none ? "qualitative" : range ? "range" : quote.includes("左右") ? "~" : ">=",
    value: none ? "" : range ? "300" : numbers.at(-1) ?? "", upper: range ? "400" : "", unit: none ? "" : /万?[^\d]{1,2}$/.exec(quote)?.[0].replace("左右", "张") ?? "", due: "2026-12-31", kind: "target",
    value_kind: quote.includes("率") || quote.includes("占比") ? "rate" : "cumulative", pace: quote.includes("率") ? "maintain" : "accumulate", roll_up: quote.includes("率") ? "ratio" : "sum",
    baseline: quote.includes("率") && !none ? "38.5" : "", baseline_date: quote.includes("率") && !none ? "2025-12-31" : null, baseline_source: quote.includes("率") && !none ? { words: "2025年为38.5%", line: 2 } : null,
    why: quote.includes("率") ? "“率”每期都要达标，按分子分母汇总" : "新增类数量，累计填报，各单位相加", doubt: doubtful ? "" : null, accepted: false, dropped: false };
}

/** Makes a change of the draft, as the program would. */
export function edited(view, edit) {
  const all = [...view.measures, ...view.targets, ...view.phases];
  const item = all.find((one) => one.key === edit.item);
  if (edit.edit === "plan") view.plan = edit.plan;
  if (edit.edit === "target") Object.assign(item, edit.fields, { accepted: true });
  if (edit.edit === "measure") Object.assign(item, { number: edit.number, title: edit.title, deadline: edit.deadline, units: edit.units.map((unit) => ({ ...unit, known: null })), accepted: true });
  if (edit.edit === "phase") Object.assign(item, { name: edit.name, due: edit.due, accepted: true });
  if (edit.edit === "section") view.sections.find((one) => one.key === edit.item).title = edit.title;
  if (edit.edit === "move") item.measure = edit.measure;
  if (edit.edit === "keep_line") view.lines.find((one) => one.number === edit.line).noise = false;
  if (edit.edit === "note") view.doubts.find((one) => one.key === edit.item).settled = true;
  if (edit.edit === "unit_alias" || edit.edit === "unit_new") view.doubts.find((one) => one.unit?.name === edit.name).settled = true;
  if (edit.edit === "merge") { const at = view.measures.indexOf(item); for (const one of view.targets) if (one.measure === item.key) one.measure = view.measures[at - 1].key; view.measures.splice(at, 1); }
  if (edit.edit === "split") view.measures.splice(view.measures.indexOf(item) + 1, 0, { ...structuredClone(item), key: `m${view.measures.length + 20}`, title: view.lines.find((one) => one.number === edit.at.line).text.slice(edit.at.at, edit.at.at + 12), accepted: false });
  if (edit.edit === "add_target") view.targets.push(target(`t${view.targets.length + 20}`, null, edit.words.from.line, view.lines.find((one) => one.number === edit.words.from.line).text.slice(edit.words.from.at, edit.words.to.at), false));
  if (edit.edit === "add_measure") view.measures.push({ ...structuredClone(view.measures[0]), key: `m${view.measures.length + 20}`, number: null, units: [], title: view.lines.find((one) => one.number === edit.words.from.line).text.slice(edit.words.from.at, edit.words.to.at), line: edit.words.from.line });
  view.last_edit = "修改草稿";
  if (edit.edit === "accept") item.accepted = true;
  if (edit.edit === "drop") item.dropped = true;
  if (edit.edit === "restore") item.dropped = false;
  if (edit.edit === "accept_all") for (const one of all) one.accepted ||= !one.dropped;
  for (const doubt of view.doubts) { const of = all.find((one) => one.key === doubt.key); doubt.settled = of ? of.accepted || of.dropped : edit.edit === "accept_all" || doubt.settled; }
  return counted(view);
}

/** Counts what is settled. */
export function counted(view) {
  const all = [...view.measures, ...view.targets, ...view.phases];
  return Object.assign(view, { items: all.length, settled: all.filter((one) => one.accepted || one.dropped).length });
}
