// @ts-check
// 图表: what is drawn, of what, and where it goes.

import { state, changeIn } from "../store.js";
import { focusOn, reveal } from "../reveal.js";
import { hasSpan, isOfOne, isOfUnit, isOfUnits, isSame, pointAfter, pointBeside, sizeOf } from "../logic/charts.js";
import { tick, ticked } from "../logic/several.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { copyPicture } from "./clipboard.js";

export async function load() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const [status, list] = await Promise.all([ask("status", { plan, period }), ask("measures", { plan, period })]);
  if (!status || !list || plan !== state.plan || period !== state.period) return;
  changeIn("charts", { status, list });
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

/** Returns the units drawn beside each other. */
export const drawnUnits = () => ticked(unitIds(), { ...state.charts.only, cleared: false });

const unitIds = () => state.charts.units.map(({ unit }) => unit.id);

/** @param {string | null} indicator */
export async function pick(indicator) {
  const { kind, chosen } = state.charts, { period } = state;
  if (kind === "bullets" && indicator) changeIn("charts", { chosen: chosen.includes(indicator) ? chosen.filter((one) => one !== indicator) : [...chosen, indicator] });
  changeIn("charts", { indicator });
  reveal(".indicatorlist [aria-selected=true]");
  const units = indicator && period ? await ask("chart_units", { indicator, period }) : [];
  // Of indicators gone past meanwhile nothing is drawn.
  if (!units || indicator !== state.charts.indicator || period !== state.period) return;
  changeIn("charts", { units, unit: units.some(({ unit }) => unit.id === state.charts.unit) ? state.charts.unit : "" });
  await draw();
}

/** Opens the list of units, or closes it. @param {boolean} open */
export async function choose(open) {
  leave();
  if (open) changeIn("charts", { finding: "" });
  await focusOn(open ? ".several .choices input" : ".several > button");
}

/** Closes the list of units where the keyboard has left it. */
export const leave = () => changeIn("charts", { finding: null, only: { ...state.charts.only, cleared: false } });

/** @param {string} finding */
export const findUnit = (finding) => changeIn("charts", { finding });

/** Chooses units to stand beside each other, or leaves them out. @param {string[]} ids @param {boolean} on */
export async function tickUnits(ids, on) {
  const before = drawnUnits();
  changeIn("charts", { only: tick(unitIds(), state.charts.only, ids, on) });
  if (drawnUnits().join() !== before.join()) await draw();
}

/** Lets all units stand beside each other again. */
export const drawAll = () => show({ only: { chosen: [], cleared: false } });

/** Shows something else of the ledger, or the same in another way. @param {Partial<Pick<import("../store.js").State["charts"], "kind" | "unit" | "only" | "since" | "chosen">>} what */
export async function show(what) {
  changeIn("charts", what);
  await draw();
}

/** How large a chart is saved and copied. @param {Partial<import("../types/api").ChartLook>} change */
export const look = (change) => changeIn("charts", { look: { ...state.charts.look, ...change } });

/** What the chart in sight is of. @returns {import("../types/api").ChartOf | null} */
export function wanted() {
  const { kind, indicator, chosen, unit, only, since } = state.charts;
  if (!state.plan || !state.period || (isOfOne(kind) && !indicator)) return null;
  return {
    kind, plan: state.plan, period: state.period, group: null,
    indicators: kind === "bullets" ? chosen : isOfOne(kind) && indicator ? [indicator] : [],
    units: isOfUnits(kind) ? only.chosen : isOfUnit(kind) && unit ? [unit] : [],
    since: hasSpan(kind) && since ? since : null,
    size: sizeOf(kind, count(kind), state.width),
  };
}

/** Returns how much a chart has to show: rows, or units beside each other. @param {import("../types/api").ChartKind} kind */
function count(kind) {
  const { status, list, chosen } = state.charts;
  if (isOfUnits(kind)) return drawnUnits().length;
  if (kind === "bullets") return chosen.length || (status?.indicators.length ?? 0);
  if (kind === "league") return new Set((list?.measures ?? []).flatMap((row) => row.units.map(({ unit }) => unit.id))).size;
  return kind === "heat" ? list?.measures.length ?? 0 : 0;
}

/** Returns true if what is in sight is of something else still. */
export const isDrawing = () => !isSameChart(wanted(), state.charts.drawn);

/** @param {import("../types/api").ChartOf | null} a @param {import("../types/api").ChartOf | null} b */
const isSameChart = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Draws what is wanted now. */
export async function draw() {
  const of = wanted();
  if (!of) return changeIn("charts", { view: null, drawn: null, refused: null });
  try {
    const view = await attempt("chart", of, words().busy.drawing);
    // Another may have been asked for meanwhile.
    if (isSameChart(wanted(), of)) changeIn("charts", { view, drawn: of, refused: null, point: null });
  } catch (error) {
    // A kind that cannot be drawn of this indicator says so in its place.
    if (isSameChart(wanted(), of)) changeIn("charts", { view: null, drawn: of, refused: refusal(error), point: null });
  }
}

/** Looks at the figure so many further on. @param {number} by */
export function step(by) {
  const { view, point } = state.charts;
  if (!view) return;
  lookAt(pointAfter(view, point, by));
  reveal(view.spots.length ? ".pointer rect" : ".figures [aria-selected=true]");
}

/** Looks at the same period in the small plot above (-1) or below (1). @param {number} by */
export function stepPlot(by) {
  const { view, point } = state.charts;
  if (!view || !point) return;
  lookAt(pointBeside(view.spots, point, by));
  reveal(".pointer rect");
}

/** Looks at a figure. @param {import("../logic/charts.js").Point | null} point */
export const lookAt = (point) => isSame(point, state.charts.point) || changeIn("charts", { point });

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
