// @ts-check
// 图表: what is drawn, of what, and where it goes.

import { state, changeIn } from "../store.js";
import { focusOn, reveal } from "../reveal.js";
import { hasSpan, isOfOne, isOfUnit, stepTo } from "../logic/charts.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { copyPicture } from "./clipboard.js";

export async function load() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const [status, list, units] = await Promise.all([ask("status", { plan, period }), ask("measures", { plan, period }), ask("units", {})]);
  if (!status || !list || !units || plan !== state.plan || period !== state.period) return;
  changeIn("charts", { status, list, units });
  const known = status.indicators.some((one) => one.id === state.charts.indicator);
  await pick(known ? state.charts.indicator : shown()[0]?.id ?? null);
}

/** Returns the indicators as they are listed now, with their measures. */
export function shown() {
  const { status, list, query } = state.charts;
  const measures = new Map((list?.measures ?? []).map((row) => [row.id, row]));
  const wanted = query.trim().toLowerCase().split(/\s+/);
  return (status?.indicators ?? []).map((one) => ({ ...one, row: one.measure ? measures.get(one.measure) : undefined }))
    .filter((one) => wanted.every((word) => `${one.name.toLowerCase()} ${one.row?.keys ?? ""}`.includes(word)));
}

/** Returns the units that may have values of their own: those of the measure, members in place of groups. */
export function unitsOf() {
  const { status, list, units, indicator } = state.charts;
  const measure = status?.indicators.find((one) => one.id === indicator)?.measure;
  const parts = list?.measures.find((row) => row.id === measure)?.units ?? [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const ids = parts.flatMap(({ unit }) => (byId.get(unit.id)?.members.length ? byId.get(unit.id)?.members ?? [] : [unit.id]));
  return [...new Set(ids)].map((id) => byId.get(id)).filter((unit) => unit !== undefined);
}

/** @param {string | null} indicator */
export async function pick(indicator) {
  const { kind, chosen } = state.charts;
  if (kind === "bullets" && indicator) changeIn("charts", { chosen: chosen.includes(indicator) ? chosen.filter((one) => one !== indicator) : [...chosen, indicator] });
  changeIn("charts", { indicator });
  if (!unitsOf().some((unit) => unit.id === state.charts.unit)) changeIn("charts", { unit: "" });
  reveal(".indicatorlist [aria-selected=true]");
  await draw();
}

/** Shows something else of the ledger, or the same in another way. @param {Partial<Pick<import("../store.js").State["charts"], "kind" | "unit" | "since" | "chosen">>} what */
export async function show(what) {
  changeIn("charts", what);
  await draw();
}

/** How large a chart is saved and copied. @param {Partial<import("../types/api").ChartLook>} change */
export const look = (change) => changeIn("charts", { look: { ...state.charts.look, ...change } });

/** What the chart in sight is of. @returns {import("../types/api").ChartOf | null} */
function wanted() {
  const { kind, indicator, chosen, unit, since } = state.charts;
  if (!state.plan || !state.period || (isOfOne(kind) && !indicator)) return null;
  return {
    kind, plan: state.plan, period: state.period, group: null,
    indicators: kind === "bullets" ? chosen : isOfOne(kind) && indicator ? [indicator] : [],
    units: isOfUnit(kind) && unit ? [unit] : [],
    since: hasSpan(kind) && since ? since : null,
    // Kinds with many rows are drawn higher than they are wide.
    size: TALL.includes(kind) ? { width: 760, height: 620 } : { width: 640, height: 360 },
  };
}

const TALL = ["bullets", "heat", "league", "timeline", "bars", "multiples", "rate"];

async function draw() {
  const of = wanted();
  if (!of) return changeIn("charts", { view: null, refused: null });
  try {
    const view = await attempt("chart", of, words().busy.drawing);
    // Another may have been asked for meanwhile.
    if (JSON.stringify(wanted()) === JSON.stringify(of)) changeIn("charts", { view, refused: null, point: null });
  } catch (error) {
    // A kind that cannot be drawn of this indicator says so in its place.
    if (JSON.stringify(wanted()) === JSON.stringify(of)) changeIn("charts", { view: null, refused: refusal(error), point: null });
  }
}

/** Looks at the figure so many further on. @param {number} by */
export function step(by) {
  const { view, point } = state.charts;
  if (view) lookAt(stepTo(point, by, view.table.rows.length));
}

/** Looks at a figure. @param {number | null} point */
export function lookAt(point) {
  if (point === state.charts.point) return;
  changeIn("charts", { point });
  reveal(".figures [aria-selected=true]");
}

/** Shows the indicator so many rows further down. @param {number} step */
export async function walk(step) {
  const rows = shown();
  if (!rows.length) return;
  const at = rows.findIndex((one) => one.id === state.charts.indicator);
  focusOn(".indicatorlist .scrolls");
  await pick(rows[Math.min(Math.max(at + step, 0), rows.length - 1)].id);
}

/** @param {string} query */
export const search = (query) => changeIn("charts", { query });

/** Saves the chart in sight. @param {string} format svg, png, pdf or xlsx */
export async function save(format) {
  const chart = wanted();
  if (!chart || !state.charts.view) return;
  const saved = await ask("chart_save", { chart, format, look: state.charts.look }, words().busy.writing);
  if (saved?.path) say(words().charts.saved(saved.path), false);
}

/** Puts the chart in sight on the clipboard as a picture, for a slide or a document. */
export async function copy() {
  const chart = wanted();
  if (!chart || !state.charts.view) return;
  const picture = ask("chart_picture", { chart, look: state.charts.look }, words().busy.drawing);
  const done = await copyPicture(picture.then((made) => made?.png));
  say(done ? words().charts.copied : words().charts.notCopied, false);
}
