// A made-up overview of the made-up plan.

const LIGHTS = ["done", "green", "yellow", "red", "grey"];
const counted = (rows) => Object.fromEntries(LIGHTS.map((light) => [light, rows.filter((row) => row.light === light).length]));
const ref = ({ id, number, title }) => ({ id, number, title });

/** Returns the overview of a plan in a period; `kind` as in answers.js. */
export function overview(made, kind, period) {
  const at = made.periods.findIndex((one) => one.period === period), first = at === 0, nothing = at > 6;
  const measures = nothing ? made.measures.map((row) => ({ ...row, light: "grey", word: "未报" })) : made.measures;
  const lights = counted(measures), none = { worse: 0, dark: 0, better: 0, lit: 0 };
  const turn = (n) => ({ turn: ["worse", "worse", "dark", "better", "better", "lit"][n], before: ["green", "yellow", "green", "yellow", "green", "grey"][n], after: ["yellow", "red", "grey", "green", "done", "green"][n] });
  const turned = first ? [] : nothing ? measures.map((row) => ({ measure: ref(row), turn: "dark", before: "green", before_word: null, after: "grey", after_word: "未报", reason: row.reason }))
    : measures.slice(0, 6).map((row, n) => ({ measure: ref(row), ...turn(n), before_word: turn(n).before === "grey" ? "未到期" : null, after_word: turn(n).after === "grey" ? "未报" : null, reason: row.reason }));
  const turns = turned.reduce((sum, row) => ({ ...sum, [row.turn]: sum[row.turn] + 1 }), none);
  const behind = nothing ? [] : made.indicators.filter((one) => one.lag > 0 && (one.light === "red" || one.light === "yellow")).sort((a, b) => b.lag - a.lag)
    .map((one) => { const measure = measures.find((row) => row.id === one.measure); return { indicator: one.id, name: one.name, measure: ref(measure), lead: measure.units[0]?.unit ?? null, light: one.light, completion: one.completion, lag: one.lag, time_progress: 0.583, reason: one.reason.replace(one.name, "") }; });
  const owing = (kind === "large" || nothing ? made.units : made.units.slice(3, 7)).map((unit, n) => ({ unit, owed: n ? 3 : 20, total: 20, names: made.indicators.slice(0, n ? 3 : 20).map((one) => one.name) }));
  const due = made.indicators.slice(0, kind === "large" ? 30 : 5).map((one, n) => ({ day: n < 2 ? "2026-08-15" : "2026-08-31", days: n < 2 ? 15 : 31, kind: n ? "indicator" : "milestone", name: n ? one.name : "部署阶段", measure: n ? ref(measures.find((row) => row.id === one.measure)) : null, missing: n ? `差${534 + n}${one.unit}` : null }));
  const label = made.periods[at].label;
  return {
    plan: "p1", title: "", period, measures: measures.length, lights, grey: { missing: lights.grey, waits: 0, gap: 0, none: 0 },
    sentence: nothing ? `截至${label}，${measures.length}项举措中${measures.length}项未报。` : `截至${label}，${measures.length}项举措中完成${lights.done}项、绿灯${lights.green}项、黄灯${lights.yellow}项、红灯${lights.red}项，另有${lights.grey}项未报。`,
    change: first ? null : { done: 2, green: -4, yellow: -1, red: 1, grey: 2 },
    clock: { time_progress: made.periods[at].time_progress, passed: at + 1, left: 11 - at, days_left: 30 * (11 - at), months: made.periods.map((one, n) => ({ period: one.period, label: one.short, coming: n > at, due: [0, 0, 0, 1, 0, 2, 0, 4, 2, 1, 0, 21][n] })) },
    sections: made.sections.map((section, n) => { const own = measures.filter((row) => row.section === section.id); return { id: section.id, title: section.title, measures: own.length, lights: counted(own), turns: n === 0 ? { ...none, worse: 1, better: 1 } : n === 2 ? { ...none, dark: 1 } : none }; }),
    behind: behind.slice(0, 8), behind_count: behind.length, reporting: made.units.length, unreported: owing, chase: owing.length ? `各单位：截至2026年8月5日，以下单位${label}进度尚未报送：…` : "",
    turned, turns, due, due_from: "2026-08-01", due_until: "2026-08-31",
  };
}
