// Made-up supervision: rectifications of every stage, a listed measure, milestones and an evaluated phase.

const LONG = "社区用房产权不清，街道与物业多次协商未果，改造资金迟迟没有下达，设备采购两次流标，专业护理人员招聘不足，影响整体进度";
const STAGES = ["open", "applied", "open", "signed_off"];

export function supervision(made, kind) {
  const long = kind === "long", reds = made.indicators.filter((one) => one.light === "red");
  const ref = (id) => { const { number, title } = made.measures.find((row) => row.id === id); return { id, number, title }; };
  const light = (one, unit) => ({ indicator: one.id, name: one.name, measure: ref(one.measure), unit, finding: one.reason, lag: one.lag });
  const rectifications = made.indicators.filter((one) => one.light === "yellow" || one.light === "red").slice(reds.length > 2 ? 0 : 1).map((one, n) => {
    const stage = STAGES[n % 4], overdue = stage !== "signed_off" && n % 3 === 0;
    return { id: `r${n}`, indicator: one.id, own: n % 2 === 1, name: one.name, measure: ref(one.measure), unit: made.units[n % made.units.length], period: "2026-06", light: "red", finding: one.reason, now: { light: one.light, word: one.word, reason: one.reason },
      cause: long ? LONG : "选址晚", action: "每周调度", deadline: overdue ? "2026-07-31" : "2026-09-30", person: "周建民", stage, opened_on: "2026-07-06", closed_on: stage === "signed_off" ? "2026-08-03" : null, days_open: 30, days_late: overdue ? 5 : 0, overdue, sent_back: n % 2,
      steps: [{ step: "opened", on: "2026-07-06", note: one.reason, who: "李文静", at: "2026-07-06 09:20" }, ...(stage === "open" ? [] : [{ step: "applied", on: "2026-07-30", note: "已补建", who: "周建民", at: "2026-07-30 16:20" }])] };
  });
  const milestones = made.measures.length ? [
    { id: "n0", measure: null, name: "部署阶段", text: "制定方案", due: "2026-03-31", done_on: "2026-04-08", evidence: null, days_late: 8, overdue: false, closing: { period: "2026-03", closed_on: "2026-04-08", findings: long ? LONG : "任务已分解", who: "李文静" } },
    { id: "n1", measure: ref(made.measures[0].id), name: "完成摸底", text: "", due: "2026-07-31", done_on: null, evidence: null, days_late: 5, overdue: true, closing: null },
    { id: "n2", measure: null, name: "推进阶段", text: "", due: "2026-11-30", done_on: null, evidence: null, days_late: 0, overdue: false, closing: null }] : [];
  const listings = made.measures.slice(0, 1).map((row) => ({ id: "l0", measure: ref(row.id), unit: row.units[0].unit, now: { light: row.light, word: row.word, reason: row.reason }, reason: "连续两月红灯", every_days: 7, listed_on: "2026-07-10", lifted_on: null, days: 26, next_on: "2026-07-31", days_late: 5, who: "李文静", inspections: [{ on: "2026-07-24", finding: "仍差3处", who: "李文静" }] }));
  const accounts = [...new Set(rectifications.map((row) => row.unit))].map((unit) => {
    const own = rectifications.filter((row) => row.unit === unit), open = own.filter((row) => row.stage !== "signed_off").length;
    return { unit, rectifications: own.length, open, signed_off: own.length - open, overdue: own.filter((row) => row.overdue).length, sent_back: own.reduce((sum, row) => sum + row.sent_back, 0), longest: 30, penalties: [] };
  });
  return { plan: "p1", period: "2026-07", today: "2026-08-05", red: reds.slice(0, 1).map((one) => light(one, made.units[0])), own_red: reds.map((one, n) => light(one, made.units[n % made.units.length])), rectifications, listings, milestones, accounts };
}

export const supervised = (view) => ({ open: view.rectifications.filter((row) => row.stage === "open").length, applied: view.rectifications.filter((row) => row.stage === "applied").length, listed: view.listings.length,
  overdue: [...view.rectifications.filter((row) => row.overdue).map((row) => ({ kind: "rectification", id: row.id, name: row.name, unit: row.unit, measure: row.measure, day: row.deadline, days_late: row.days_late })), ...view.listings.map((row) => ({ kind: "inspection", id: row.id, name: row.measure.title, unit: row.unit, measure: row.measure, day: row.next_on, days_late: row.days_late }))] });

export const phase = (view, id) => ({ row: view.milestones.find((row) => row.id === id), figures: { period: "2026-03", time_progress: 0.25, measures: 24, lights: { done: 0, green: 1, yellow: 9, red: 8, grey: 6 }, indicators: 28, met: 0, counted: 21, completion: 0.384, behind_count: 23,
  behind: [{ name: "新增托位", number: "15", lead: "家庭发展处", light: "red", completion: 0.028, lag: 0.222, reason: "应达25.0%，实达2.8%，落后22.2个百分点" }] } });
