// @ts-check
// How indicators are judged and what they weigh: chosen, changed many at a time, planned by quarter.

import { state, change, changeIn } from "../store.js";
import { indicators } from "../logic/terms.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { go, refresh } from "./frame.js";

export async function load() {
  const { plan } = state;
  if (!plan) return;
  const view = await ask("terms", { plan });
  if (view && plan === state.plan) changeIn("terms", { view });
}

export const back = () => go("measures");

/** @param {import("../logic/terms.js").Show} show */
export const filter = (show) => changeIn("terms", { show, chosen: [] });

/** @param {string} query */
export const search = (query) => changeIn("terms", { query });

/** The indicators in the table now. */
const shown = () => (state.terms.view ? indicators(state.terms.view, state.terms.show, state.terms.query) : []);

/** Chooses an indicator, or no longer. @param {string} id */
export function choose(id) {
  const { chosen } = state.terms;
  changeIn("terms", { chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
}

/** Chooses the indicators of a measure or section, or none of them if all were. @param {string[]} ids */
export function chooseAll(ids) {
  const { chosen } = state.terms, all = ids.every((id) => chosen.includes(id));
  changeIn("terms", { chosen: all ? chosen.filter((id) => !ids.includes(id)) : [...new Set([...chosen, ...ids])] });
}

export const chooseShown = () => chooseAll(shown().map((row) => row.id));
export const chooseNone = () => changeIn("terms", { chosen: [] });

/** Changes all that are chosen. @param {Partial<import("../types/api").IndicatorSet>} part */
export const setChosen = (part) => set(state.terms.chosen, part);

/** @param {string[]} ids @param {Partial<import("../types/api").IndicatorSet>} part */
export async function set(ids, part) {
  if (!ids.length) return;
  const none = { kind: null, pace: null, roll_up: null, every: null, baseline: null, target: null, start: null, due: null, weight: null, as_proposed: false };
  const done = await ask("indicator_set", { ...none, ...part, indicators: ids }, words().busy.writing);
  // What was refused stands in the list as it was.
  await load();
  if (!done) return;
  say(done.changed ? words().terms.changed(done.changed) : words().terms.same, done.changed > 0);
  if (done.notes.length) change({ notes: done.notes });
  await refresh();
}

/** Weighs an indicator. @param {string} id @param {string} weight @param {string} before */
export const weigh = (id, weight, before) => (weight.trim() === before ? undefined : set([id], { weight }));

/** Weighs a section or a measure. @param {"section" | "measure"} what @param {string} id @param {string} weight @param {string} before */
export async function weighGroup(what, id, weight, before) {
  const { plan } = state;
  if (!plan || weight.trim() === before) return;
  const done = await ask("weight_set", { plan, section: what === "section" ? id : null, measure: what === "measure" ? id : null, weight }, words().busy.writing);
  await load();
  if (!done) return;
  say(words().terms.weighed, true);
  await refresh();
}

/** Goes to the weight below or above, as in a column of a spreadsheet. @param {HTMLElement} from @param {number} step */
export function stepWeight(from, step) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".terms .weigh")]);
  const next = all[all.indexOf(from) + step];
  if (next instanceof HTMLInputElement) {
    next.focus();
    next.select();
  }
}

/** Opens the values planned for an indicator. @param {string} indicator */
export async function plan(indicator) {
  const view = await ask("planned", { indicator });
  if (view) changeIn("terms", { planned: { view, texts: {}, message: "" } });
}

export const closePlan = () => changeIn("terms", { planned: null });

/** @param {string} period @param {string} text */
export function typePlan(period, text) {
  const { planned } = state.terms;
  if (planned) changeIn("terms", { planned: { ...planned, texts: { ...planned.texts, [period]: text }, message: "" } });
}

/** Empties every planned value. */
export function clearPlan() {
  const { planned } = state.terms;
  if (planned) changeIn("terms", { planned: { ...planned, texts: Object.fromEntries(planned.view.rows.map((row) => [row.period, ""])), message: "" } });
}

/** Writes the planned values. @param {() => void} done */
export async function savePlan(done) {
  const { planned } = state.terms;
  if (!planned) return;
  const values = planned.view.rows.map((row) => ({ period: row.period, value: planned.texts[row.period] ?? row.value }));
  try {
    await attempt("planned_set", { indicator: planned.view.indicator, values }, words().busy.writing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return changeIn("terms", { planned: { ...planned, message: hint ? `${message}，${hint}` : message } });
  }
  done();
  say(words().terms.plannedSaved(planned.view.name), true);
  await refresh();
  await load();
}
