// Answers to the command table, from made-up data.

import { plan } from "./plan.js";
import { overview } from "./overview.js";
import { counted, draft, edited } from "./draft.js";
import { original } from "./original.js";
import { report } from "./exchange.js";
import { bulletin, handout } from "./report.js";
import { phase, supervised, supervision } from "./supervise.js";

const refuse = (message, hint = null, kind = "Invalid") => { throw { kind, message, hint }; };

/** Returns a function for each command. */
export function answers(kind) {
  const long = kind === "long";
  const made = plan(kind === "none" ? "empty" : kind);
  const byId = (id) => made.indicators.find((one) => one.id === id);
  let ledger = kind !== "none", view = null, merging = null, undo = kind === "none" ? null : "合并7月填报", redo = null;
  const notes = new Map([["i1-0", "石塘卫生院待市级复核"], ["i10-0", "6月体检车检修两周"], ["i15-0", "两处社区托育点9月开园"]]);
  const operations = kind === "empty" || kind === "none" ? [] : Array.from({ length: kind === "large" ? 500 : 26 }, (_, n) => ({
    id: `o${n}`, kind: ["record", "merge", "export", "import", "edit"][n % 5], label: long ? `合并${n}个单位7月填报，涉及新增普惠托位、妇女两癌检查人数、儿童窝沟封闭、家庭医生签约人数等多项指标，冲突取对方` : ["填报新增托位7月", "合并8个单位7月填报", "发出20份7月填报表", "导入云州市2026年卫生健康工作要点", "目标值2400改为2600"][n % 5],
    who: long ? "云州市卫生健康委员会规划信息处李文静" : "李文静", at: `2026-08-0${9 - (n % 9)} ${String(8 + (n % 9)).padStart(2, "0")}:20`, changes: [1, 24, 20, 412, 1][n % 5], undone: n === 0, undoable: n % 5 !== 2 }));
  const state = () => ({
    ledger: ledger ? { path: long ? "D:\\云州市卫生健康委员会规划信息处\\2026年度工作台账\\重点工作督查督办\\云州市2026年卫生健康工作要点台账.yaodian" : "D:\\台账\\云州市2026.yaodian", name: "云州市2026", read_only: long } : null,
    plans: !ledger || kind === "empty" ? [] : [{ id: "p1", title: long ? "云州市卫生健康委员会关于印发2026年全市卫生健康重点工作任务分解方案和考核办法的通知" : "云州市2026年卫生健康工作要点", document_number: null, issuer: null, issued: null, start: "2026-01-01", due: "2026-12-31",
      measures: made.measures.length, indicators: made.indicators.length, periods: made.periods, longer: [], current: "2026-07" },
      { id: "p0", title: "云州市2025年卫生健康工作要点", document_number: null, issuer: null, issued: null, start: "2026-01-01", due: "2026-12-31", measures: 0, indicators: 0, periods: made.periods, longer: [], current: "2026-07" }],
    undo: ledger ? undo : null, redo, draft: view !== null, merging: merging?.preview ?? false, version: "0.1.0", today: "2026-08-05", who: "李文静" });
  const watched = supervision(made, kind);
  let earlier = [];
  const begun = () => { earlier = []; return (view = counted(draft())); };
  const opened = () => { ledger = true; return state(); };
  const shown = (text) => (text === null ? "" : String(text));
  const told = new Map([["m0 u0 2026-06", { progress: "签约团队增至46个，签约18.9万人。\n上门服务覆盖全部失能老人。", problems: "两个社区全科医生不足。", next_steps: "8月底前招录4名全科医生。" }]]);
  const narrative = ({ measure, unit, period }) => {
    const none = { progress: "", problems: "", next_steps: "" }, now = told.get(`${measure} ${unit} ${period}`);
    const last = [...told.keys()].filter((key) => key.startsWith(`${measure} ${unit} `) && key.slice(-7) < period).sort().pop();
    const locked = lock(made.periods.find((one) => one.period === period));
    return { told: now ?? none, by: now ? "李文静 08-05 10:42" : null, last: last ? { label: `2026年${Number(last.slice(-2))}月`, told: told.get(last) } : null, locked, longest: 4000 };
  };
  const cells = (one, upTo) => made.periods.slice(0, upTo).map((_, m) => {
    const value = one.values[m] ?? null;
    const rate = one.kind === "rate" && m === 6 && value !== null;
    const note = m === upTo - 1 ? notes.get(one.id) : undefined;
    return value === null && note === undefined ? null : { text: shown(value), ...(rate ? { numerator: Math.round(value * 20), denominator: 2000 } : {}), ...(note === undefined ? {} : { note }), by: "李文静 08-05 10:42" };
  });
  const lock = (one) => { const over = made.periods.find((p) => p.frozen && p.period >= one.period); return over ? `${over.label}已冻结（${over.frozen.who}，${over.frozen.on}）${over === one ? "" : `，${one.label}在它之前`}` : null; };
  const row = ({ values, measure, number, ...one }) => one;
  return {
    state, open_sample: opened, open_ledger: opened, new_ledger: opened, close_ledger: () => { ledger = false; return state(); },
    draft_open: () => begun(), draft_paste: () => begun(), draft_show: () => view, draft_edit: (edit) => { earlier.push(structuredClone(view)); return (view = edited(view, edit)); },
    draft_original: () => original(view),
    draft_undo: () => (view = earlier.pop() ?? refuse("草稿还没有改动，没有可以撤销的")), draft_leave: () => { view = null; return {}; }, draft_resume: () => begun(),
    draft_list: () => (kind === "none" || kind === "empty" ? [] : [{ id: "d1", file: "云州市老年健康服务提升行动方案（2026—2027年）.docx", saved_at: "2026-08-04 16:20", in_ledger: true }, { id: "d2", file: "粘贴的文字.txt", saved_at: "2026-08-01 09:05", in_ledger: false }]),
    draft_discard: () => { view = null; return {}; }, draft_confirm: () => { view = null; return { plan: "p1", title: "", sections: 3, measures: 7, indicators: 11, new_units: 2, phases: 3, warnings: ["第26行：会议报道复述举措1、7的目标，未另列"] }; },
    overview: ({ plan: id, period }) => ({ ...overview(id === "p0" ? { ...made, measures: [], sections: [], indicators: [], units: [] } : made, kind, period), supervised: supervised(watched) }),
    bulletin: (of) => bulletin(made, of), bulletin_template: () => ({}), bulletin_save: () => ({ path: "/家/通报.docx" }), handout: (of) => handout(made, of), handouts_save: () => ({ folder: "/家/材料", files: [] }),
    supervision: () => watched, phase: ({ milestone }) => phase(watched, milestone),
    rectify_ask: (of) => ({ of, name: byId(of.indicator)?.name ?? "", light: "red", finding: byId(of.indicator)?.reason ?? "", unit: made.units[0], units: made.units, going_on: null }),
    rectify_open: () => ({ rectification: "r0", already: false }), rectify_change: () => ({}), rectify_step: () => ({}), listing_open: () => ({}), listing_inspect: () => ({}), listing_lift: () => ({}),
    milestone_add: () => ({ milestone: "n1", remark: null }), milestone_change: () => ({ milestone: "n1", remark: null }), milestone_done: () => ({ milestone: "n1", remark: null }), milestone_reopen: () => ({ milestone: "n1", remark: null }), milestone_remove: () => ({}), phase_close: ({ milestone }) => phase(watched, milestone), phase_reopen: ({ milestone }) => phase(watched, milestone),
    measures: ({ plan: id }) => (id === "p0" ? { sections: [], measures: [], units: [] } : { sections: made.sections, measures: made.measures, units: made.units }),
    measure: ({ measure }) => {
      const found = made.measures.find((one) => one.id === measure);
      const own = made.indicators.filter((one) => one.measure === measure);
      const text = `${found.number}．${found.title}。支持幼儿园办托班、社区建托育点，全年${own.map((one) => one.quote).join("，其中")}。（牵头单位：${found.units[0].unit.name}；配合单位：各县（区）卫生健康局）`;
      const marks = own.map((one) => ({ start: text.indexOf(one.quote), end: text.indexOf(one.quote) + one.quote.length, kind: "target", item: "t1", doubtful: false }));
      const lead = text.indexOf("牵头单位：") + 5;
      marks.push({ start: lead, end: lead + found.units[0].unit.name.length, kind: "unit", item: "m1", doubtful: false });
      return { row: found, section: made.sections.find((one) => one.id === found.section)?.title ?? null, text, marks, line: 61, narratives: [], indicators: own.map(row), rectifications: watched.rectifications.filter((one) => one.measure.id === measure), listing: watched.listings.find((one) => one.measure.id === measure) ?? null, milestones: watched.milestones.filter((one) => one.measure?.id === measure), years: own.map(() => []), history: Array.from({ length: 6 }, (_, n) => ({ at: `2026-08-0${6 - n} 16:20`, who: "李文静", text: `合并${8 + n}个单位7月填报，${871 + n}改为${1066 + n}` })) };
    },
    indicator_set: (set) => (set.target === "x" ? refuse("“x”不是数", "请写成 2600 这样的数字") : { changed: 1, notes: [] }),
    units: () => [...made.units.map((unit) => ({ ...unit, short_name: unit.short, aliases: [], is_group: false, members: [] }))], unit_add: (unit) => ({ id: "u99", name: unit.name, short_name: null, aliases: [], is_group: false, members: [] }),
    unit_lines: () => made.units.map((unit, n) => ({ id: unit.id, name: unit.name, short_name: unit.short === unit.name ? null : unit.short, aliases: n % 5 === 1 ? [`${unit.short}卫健局`] : [], is_group: false, members: [], parent: null, depth: 0, groups: [], measures: { lead: n % 3, responsible: n % 4, cooperating: n % 7 }, figures: n * 3, keys: `${unit.name} ${unit.short}` })),
    unit_create: ({ name }) => (made.units.some((unit) => unit.name === name) ? refuse(`已经有单位叫“${name}”`, "换一个名称；如果是同一家，用“并入”合成一个") : { id: "u99", name, short_name: null, aliases: [], is_group: false, members: [] }),
    unit_set: (set) => ({ id: set.unit, name: set.name, short_name: set.short_name || null, aliases: set.aliases, is_group: set.is_group, members: set.members, parent: set.parent, depth: 0, groups: set.groups, measures: { lead: 0, responsible: 0, cooperating: 0 }, figures: 0, keys: set.name }),
    unit_move: () => ({}), unit_sort: () => ({ moved: 0 }), unit_delete: () => refuse("还不能删除，用到它的有：举措3项、填报12条", "如果它和另一个单位是同一家，用“并入”", "Conflict"),
    unit_merge_preview: ({ from, into }) => ({ from: made.units.find((unit) => unit.id === from), into: made.units.find((unit) => unit.id === into), moves: ["举措3项", "填报12条"], aliases: [],
      clashes: made.indicators.slice(0, long ? 40 : 3).map((one, n) => ({ key: `entry:${one.id}`, what: "填报", name: one.name, period: "2026年7月", ours: String(60 + n), theirs: String(66 + n), sum: n % 3 === 2 ? null : String(126 + 2 * n) })) }),
    unit_merge: ({ into }) => ({ id: into, name: "", short_name: null, aliases: [], is_group: false, members: [], parent: null, depth: 0, groups: [], measures: { lead: 0, responsible: 0, cooperating: 0 }, figures: 0, keys: "" }),
    grid: ({ plan: id, period, by, unit, indicator }) => {
      const upTo = made.periods.findIndex((one) => one.period === period) + 1, from = by === "period" ? Math.max(upTo - 2, 0) : 0;
      const own = id === "p0" ? [] : made.indicators, districts = made.units.slice(0, 7);
      const of = made.units.find((one) => one.id === unit) ?? made.units[0] ?? null, chosen = own.find((one) => one.id === indicator) ?? own[0];
      const line = (one, whose) => ({ unit: whose, measure: { id: one.measure, number: one.number, title: made.measures.find((m) => m.id === one.measure)?.title ?? "" }, role: "cooperating", indicator: one.id,
        name: one.name, measured_in: one.unit, kind: one.kind, pace: one.pace, target_label: one.target_label, whole_label: null, expected: one.expected, completion: one.completion, light: one.light, reason: one.reason, word: one.word,
        last: null, owed: one.word !== "未到期", told: told.has(`${one.measure} ${whose.id} ${period}`), cells: cells(one, upTo).slice(from) });
      const rows = by === "period" ? own.flatMap((one) => districts.map((whose) => line(one, whose))) : by === "indicator" ? districts.map((whose) => line(chosen, whose)) : own.map((one) => line(one, of));
      return { by, unit: by === "unit" ? of : null, indicator: by === "indicator" ? chosen?.id ?? null : null, units: districts.map((one, n) => ({ unit: one, filled: own.filter((i) => i.values[upTo - 1] != null).length - n, total: own.length, keys: one.name })),
        indicators: own.map((one) => ({ id: one.id, number: one.number, name: one.name, unit: one.unit, target_label: one.target_label, filled: 5, total: 7, keys: one.name })),
        periods: made.periods.slice(from, upTo).map((one) => ({ period: one.period, label: one.short, locked: lock(one) })), rows: chosen || by !== "indicator" ? rows : [] };
    },
    record_each: ({ entries }) => {
      const refused = [], questions = [];
      for (const { indicator, unit, period, value: text, note } of entries) {
        if (!/^[\d.]*(\/\d+)?$/.test(text)) { refused.push({ indicator, unit, period, message: `“${text}”不是数，请改成数字` }); continue; }
        const one = byId(indicator), m = Number(period.slice(5)) - 1, [n, d] = text.split("/").map(Number);
        const value = text === "" ? null : d ? Math.round((n / d) * 1000) / 10 : n;
        if (one.kind === "cumulative" && value !== null && value < one.values[m - 1]) questions.push({ indicator, unit, period, code: "fell", fact: `累计值比上期少${one.values[m - 1] - value}：${m}月${one.values[m - 1]}，${m + 1}月${value}`, cause: "累计数一般只增不减，请核对。若是更正以前多报的数，请写原因，与本期一同留存。" });
        one.values[m] = value;
        if (note !== null) notes.set(one.id, note);
      }
      undo = `填报${byId(entries[0].indicator).name}`;
      return { changed: entries.length - refused.length, questions, refused };
    },
    narrative: (of) => narrative(of),
    narrative_set: ({ measure, unit, period, ...texts }) => {
      const key = `${measure} ${unit} ${period}`, now = told.get(key) ?? { progress: "", problems: "", next_steps: "" };
      told.set(key, Object.fromEntries(Object.entries(now).map(([field, text]) => [field, texts[field] ?? text])));
      undo = "填写进展情况";
      return narrative({ measure, unit, period });
    },
    freeze: ({ plan: id, period }) => { const one = made.periods.find((p) => p.period === period); one.frozen = { who: "李文静", on: "2026-08-05" }; undo = `冻结${one.label}`; return { plan: id, title: "", period, frozen: true, locked_by: null }; },
    unfreeze: ({ plan: id, period, reason }) => { const one = made.periods.find((p) => p.period === period); one.frozen = null; undo = `解冻${one.label}：原因：${reason}`; return { plan: id, title: "", period, frozen: false, locked_by: null }; },
    status: ({ plan: id }) => ({ plan: id, title: "", period: "2026-07", frozen: false, time_progress: 7 / 12, measures: [], lights: { done: 0, green: 0, yellow: 0, red: 0, grey: 0 }, indicators: id === "p0" ? [] : made.indicators.map((one) => ({ ...row(one), measure: one.measure, time_progress: 7 / 12 })) }),
    chart: ({ indicators: [id] }) => { const one = byId(id ?? made.indicators[0].id); return { svg: drawn(one), alt: one.reason, title: one.name, unit: one.unit, points: [], spots: [], table: { columns: ["期次", "实达", "应达", "未报单位"], rows: made.periods.slice(0, 7).map((p, m) => [p.short, `${one.values[m] ?? ""}`, `${Math.round((one.target * (m + 1)) / 12)}`, m === 6 ? one.missing_units.join("、") : ""]) } }; },
    chart_units: () => made.units.map((unit) => ({ unit, keys: unit.name })),
    chart_save: ({ format }) => ({ path: `D:\\台账\\图表\\新增托位-2026年7月.${format}` }),
    board: ({ plan: id }) => ({ units: id === "p0" ? [] : made.units.map((unit, n) => ({ unit, sent_at: n > 12 ? null : "2026-07-25 09:30", file: n > 12 ? null : `云州市2026年卫生健康工作要点-2026年7月-${unit.name}.xlsx`, returned_at: n > 9 ? null : `2026-08-0${1 + (n % 5)} 14:10`, filled: n > 9 ? 0 : 20 - (n % 3), total: 20 })), chase: id === "p0" ? "" : "各单位：截至2026年8月6日，2026年7月填报表还有3个单位没有交回：…" }),
    send: ({ units }) => { const to = made.units.filter((unit) => !units.length || units.includes(unit.id)); return { folder: "D:\\台账\\发出\\2026年7月", files: to.map((unit) => ({ file: `云州市2026年卫生健康工作要点-2026年7月-${unit.name}.xlsx`, path: `D:\\台账\\发出\\2026年7月\\${unit.name}.xlsx`, unit: unit.name, exchange: "e1", rows: 20 })) }; },
    merge_open: () => (merging = report(made.units, kind === "large", long)), merge_show: () => merging, foreign_show: () => null,
    merge_apply: () => { const done = { ...merging, preview: false }; merging = null; undo = "合并3个单位7月填报"; return done; }, merge_discard: () => { merging = null; return {}; },
    history: () => ({ operations, state_hash: "9f31c07ab24e5d6688fa01c2d3e4f5a6" }),
    undo: () => { redo = undo; const label = undo; undo = null; return { operation: { ...operations[0], label }, state_hash: "" }; }, redo: () => { undo = redo; redo = null; return { operation: { ...operations[0], label: undo }, state_hash: "" }; },
    undo_operation: ({ operation }) => (operation === "o1" ? refuse("这一步之后，同样的格又改过，不能单独撤销", "先撤销后面的改动，或直接改数", "Conflict") : { operation: operations.find((one) => one.id === operation), state_hash: "" }),
  };
}

function drawn(one) {
  const top = Math.max(one.target, ...one.values.filter((v) => v !== null)) * 1.1, x = (m) => 60 + m * 60, y = (v) => 300 - (v / top) * 260;
  const dots = one.values.flatMap((v, m) => (v === null ? [] : [[x(m), y(v)]]));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 340" font-family="Noto Sans CJK SC"><rect width="800" height="340" fill="#fff"/><line x1="60" x2="720" y1="300" y2="300" stroke="#1a1d21"/><line x1="60" x2="720" y1="${y(one.target)}" y2="${y(one.target)}" stroke="#1a1d21" stroke-dasharray="6 3"/><path d="M60 300L720 ${y(one.target)}" stroke="#5b6269" stroke-dasharray="2 4"/><polyline points="${dots.map((p) => p.join()).join(" ")}" fill="none" stroke="#1b4876" stroke-width="3"/>${dots.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="#1b4876"/>`).join("")}<text x="724" y="${y(one.target) + 5}" font-size="16">目标</text></svg>`;
}
