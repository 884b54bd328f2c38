// @ts-check
// Charts of one indicator.

import { state, changeIn } from "../store.js";
import { focusOn, reveal } from "../reveal.js";
import { ask, say, words } from "./calls.js";

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
  changeIn("charts", { indicator });
  if (!unitsOf().some((unit) => unit.id === state.charts.unit)) changeIn("charts", { unit: "" });
  reveal(".indicatorlist [aria-selected=true]");
  await draw();
}

/** @param {string} unit */
export async function pickUnit(unit) {
  changeIn("charts", { unit });
  await draw();
}

/** What the chart in sight is of. @returns {import("../types/api").ChartOf | null} */
const wanted = () => (state.charts.indicator && state.period
  ? { indicator: state.charts.indicator, unit: state.charts.unit || null, period: state.period, size: { width: 640, height: 360 } } : null);

async function draw() {
  const of = wanted();
  if (!of) return changeIn("charts", { view: null });
  const view = await ask("chart", of, words().busy.drawing);
  const now = wanted();
  if (view && now && now.indicator === of.indicator && now.unit === of.unit && now.period === of.period) changeIn("charts", { view });
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

/** Saves the chart in sight. @param {"svg" | "png"} format */
export async function save(format) {
  const chart = wanted();
  if (!chart) return;
  const saved = await ask("chart_save", { chart, format }, words().busy.writing);
  if (saved?.path) say(words().charts.saved(saved.path), false);
}
