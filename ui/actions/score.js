// @ts-check
// Scores: the unit that is open, bonuses and penalties, what if.

import { state, changeIn } from "../store.js";
import { copied } from "../logic/score.js";
import { reveal } from "../reveal.js";
import { ask, say, words } from "./calls.js";
import { copyText } from "./clipboard.js";
import { refresh } from "./frame.js";

export async function load() {
  const { plan, period } = state, { group, assume } = state.score;
  if (!plan || !period) return;
  const view = await ask("scores", { plan, period, group: group ?? null, assume });
  if (view && group === undefined && view.groups.length) return pickGroup(view.groups[0].id);
  if (!view || plan !== state.plan || period !== state.period) return;
  const unit = view.units.some((one) => one.id === state.score.unit) ? state.score.unit : view.units[0]?.id ?? null;
  changeIn("score", { view, unit });
}

/** @param {string} group */
export async function pickGroup(group) {
  changeIn("score", { group: group || null, assume: null });
  await load();
}

/** Opens a unit's arithmetic. @param {string} unit */
export function open(unit) {
  changeIn("score", { unit, assume: null });
  if (state.score.view?.units.length) reveal(".league [aria-selected=true]");
}

/** Goes up or down the league table. @param {number} step */
export function walk(step) {
  const units = state.score.view?.units ?? [];
  const at = units.findIndex((one) => one.id === state.score.unit);
  const next = units[Math.max(0, Math.min(at + step, units.length - 1))];
  if (next) open(next.id);
}

/** Reckons with another figure; nothing is saved. An empty one ends it. @param {string} indicator @param {string} value */
export async function suppose(indicator, value) {
  const { unit } = state.score;
  changeIn("score", { assume: unit && value.trim() ? { indicator, unit, value: value.trim() } : null });
  await load();
}

/** @param {import("../store.js").Form | null} form */
export const edit = (form) => changeIn("score", { form });
/** @param {import("../store.js").Form} part */
export const type = (part) => changeIn("score", { form: { ...state.score.form, ...part } });

/** Writes a bonus or penalty. @param {() => void} done */
export async function give(done) {
  const { plan, period } = state, { unit, form } = state.score;
  if (!plan || !period || !unit || !form) return;
  const points = form.sign === "penalty" ? `-${String(form.points).replace(/^[-−]/, "")}` : String(form.points);
  if ((await ask("adjust", { plan, unit, period, points, reason: String(form.reason) }, words().busy.writing)) === undefined) return;
  done();
  changeIn("score", { form: null });
  say(words().score.given, true);
  await load();
  await refresh();
}

/** Takes a bonus or penalty back. @param {string} adjustment */
export async function take(adjustment) {
  if ((await ask("unadjust", { adjustment }, words().busy.writing)) === undefined) return;
  say(words().score.taken, true);
  await load();
  await refresh();
}

/** Puts the arithmetic of the open unit on the clipboard. */
export async function copy() {
  const unit = state.score.view?.units.find((one) => one.id === state.score.unit);
  if (!unit) return;
  if (await copyText(copied(unit, words().score.columns))) say(words().score.copiedLines(unit.lines.length), false);
}
