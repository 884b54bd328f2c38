// @ts-check
// Hand-outs: one page a unit.

import { state, changeIn } from "../store.js";
import { reveal } from "../reveal.js";
import { ask, say, words } from "./calls.js";

export async function load() {
  const { plan, period } = state, { unit } = state.report;
  if (!plan || !period) return;
  const known = unit === null || state.report.handout === null || state.report.handout.units.some((one) => one.id === unit);
  const handout = await ask("handout", { plan, period, unit: known ? unit : null });
  if (!handout || plan !== state.plan || period !== state.period || unit !== state.report.unit) return;
  changeIn("report", { handout, unit: handout.unit?.id ?? null });
}

/** Shows a unit's page. @param {string} unit */
export async function pick(unit) {
  changeIn("report", { unit });
  reveal(".handouts [aria-selected=true]");
  await load();
}

/** Goes so many units down. @param {number} step */
export async function walk(step) {
  const units = state.report.handout?.units ?? [];
  if (state.report.tab !== "handout" || !units.length) return false;
  const at = units.findIndex((one) => one.id === state.report.unit);
  await pick(units[Math.min(Math.max(at + step, 0), units.length - 1)].id);
}

/** Writes pages into a folder. @param {boolean} all of every unit, else of the one that is shown */
export async function save(all) {
  const { plan, period } = state, { unit, handout } = state.report;
  if (!plan || !period || !handout?.units.length || (!all && !unit)) return;
  const saved = await ask("handouts_save", { plan, period, units: all ? [] : [/** @type {string} */ (unit)] }, words().busy.writingHandouts);
  if (saved?.folder) say(words().report.handoutsSaved(saved.files.length, saved.folder), false);
}
