// @ts-check
// The list of measures and the one that is open.

import { state, change, changeIn } from "../store.js";
import { filtered, sorted } from "../logic/lists.js";
import { reveal, focusOn } from "../reveal.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { after, go } from "./frame.js";

/** @typedef {import("../types/api").Light} Light */

export async function load() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const list = await ask("measures", { plan, period });
  if (!list || plan !== state.plan || period !== state.period) return;
  changeIn("measures", { list });
  const known = list.measures.some((row) => row.id === state.measures.selected);
  await select(known ? state.measures.selected : shown()[0]?.id ?? null, false);
}

/** Returns the measures as they are listed now. */
export function shown() {
  const { list, filters, sort } = state.measures;
  return sorted(filtered(list?.measures ?? [], filters, state.query, days()), sort);
}

/** The days filters go by. */
export const days = () => ({ today: state.frame?.today ?? "", end: state.period ?? "" });

/** Opens a measure beside the list. @param {string | null} measure @param {boolean} [follow] false if the list stays where it is */
export async function select(measure, follow = true) {
  const other = measure !== state.measures.selected;
  changeIn("measures", { selected: measure, ...(other ? { detail: null, chart: null, indicator: null } : {}) });
  const { period } = state;
  if (!measure || !period) return;
  if (follow) reveal(".list [aria-selected=true]");
  const detail = await ask("measure", { measure, period });
  if (!detail || measure !== state.measures.selected) return;
  changeIn("measures", { detail });
  const known = detail.indicators.some((one) => one.id === state.measures.indicator);
  await showChart(known ? state.measures.indicator : detail.indicators[0]?.id ?? null);
}

/** Opens the measure so many rows further down. @param {number} step */
export async function walk(step) {
  const rows = shown();
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.id === state.measures.selected);
  await select(rows[Math.min(Math.max(at + step, 0), rows.length - 1)].id);
}

/** Draws the trend of an indicator of the open measure. @param {string | null} indicator */
export async function showChart(indicator) {
  changeIn("measures", { indicator });
  const { period } = state;
  if (!indicator || !period) return changeIn("measures", { chart: null });
  const chart = await ask("chart", { kind: "trend", plan: null, indicators: [indicator], units: [], group: null, period, since: null, size: { width: 430, height: 240 } }, words().busy.drawing);
  if (chart && indicator === state.measures.indicator) changeIn("measures", { chart });
}

/** @param {Partial<import("../store.js").Filters>} part */
export const filter = (part) => changeIn("measures", { filters: { ...state.measures.filters, ...part } });

/** Shows or hides the measures with a light. @param {Light} light */
export function toggleLight(light) {
  const { lights } = state.measures.filters;
  filter({ lights: lights.includes(light) ? lights.filter((one) => one !== light) : [...lights, light] });
}

/** Takes all filters away. */
export function clearFilters() {
  change({ query: "" });
  filter({ lights: [], unit: "", role: "", due: "", section: "" });
}

/** Shows or hides the filters in a narrow window. */
export const fold = () => changeIn("measures", { folded: !state.measures.folded });

/** Orders by a column; once more, the other way. @param {import("../store.js").Sort["by"]} by */
export function order(by) {
  const { sort } = state.measures;
  const down = sort.by === by ? !sort.down : by === "lag" || by === "light" || by === "completion";
  changeIn("measures", { sort: { by, down } });
}

/** @param {"overview" | "supervise" | "narratives" | "history"} tab */
export const pickTab = (tab) => changeIn("measures", { tab });

/** Opens the form for how an indicator is judged. @param {import("../types/api").IndicatorRow} row */
export const judge = (row) => changeIn("measures", { form: {
  indicator: row.id, name: row.name, unit: row.unit, message: "", kind: row.kind, pace: row.pace, roll_up: row.roll_up, every: row.every,
  baseline: row.baseline === null ? "" : String(row.baseline), target: row.target === null ? "" : String(row.target),
  due: row.due, weight: String(row.weight),
  old: { baseline: row.baseline === null ? "" : String(row.baseline), target: row.target === null ? "" : String(row.target), weight: String(row.weight) },
} });

/** @param {{ [field: string]: string }} part */
export const typeJudge = (part) => changeIn("measures", { form: { ...state.measures.form, ...part } });

export const closeJudge = () => changeIn("measures", { form: null });

/** Saves the form; what was not changed is left out. @param {() => void} done */
export async function saveJudge(done) {
  const form = state.measures.form;
  if (!form) return;
  const { indicator, kind, pace, roll_up, every, due } = form;
  const changed = (/** @type {"baseline" | "target" | "weight"} */ field) => (form[field] === form.old[field] ? null : form[field]);
  let saved;
  try {
    saved = await attempt("indicator_set", { indicators: [indicator], as_proposed: false, start: null, kind, pace, roll_up, every, due, baseline: changed("baseline"), target: changed("target"), weight: changed("weight") }, words().busy.writing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return typeJudge({ message: hint ? `${message}，${hint}` : message });
  }
  done();
  say(words().measures.judged(form.name), true);
  if (saved.notes.length) change({ notes: saved.notes });
  await after();
}

/** Goes where its values are entered. */
export const toEntry = () => go("entry");

/** Shows the chart large. @param {string} indicator */
export async function toChart(indicator) {
  changeIn("charts", { kind: "trend", indicator, unit: "", query: "" });
  await go("charts");
}

/** Gives the list the keyboard. */
export const focusList = () => focusOn(".list .scrolls");
