// @ts-check
// Scores: the unit that is open, bonuses and penalties, what if.

import { state, changeIn } from "../store.js";
import { copied, league, ofMeasure } from "../logic/score.js";
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

/** Scores units, or measures over all their units. @param {"unit" | "measure"} by */
export const pickBy = (by) => changeIn("score", { by, assume: null });

/** Opens a measure's arithmetic. @param {string} measure */
export function openMeasure(measure) {
  changeIn("score", { measure });
  reveal(".league [aria-selected=true]");
}

/** The score whose arithmetic is open. */
export function shown() {
  const { view, by, unit, measure } = state.score;
  if (by === "unit") return view?.units.find((one) => one.id === unit);
  const measures = view?.measures.filter((one) => one.lines.length) ?? [], open = measures.find((one) => one.id === measure) ?? measures[0];
  return open && ofMeasure(open);
}

/** Goes up or down the table. @param {number} step */
export function walk(step) {
  if (state.score.by === "measure") {
    const all = state.score.view?.measures.filter((one) => one.lines.length) ?? [], here = all.findIndex((one) => one.id === shown()?.id);
    const next = all[Math.max(0, Math.min(here + step, all.length - 1))];
    return next && openMeasure(next.id);
  }
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

/** Puts the arithmetic that is open on the clipboard. */
export async function copy() {
  const open = shown();
  if (!open) return;
  if (await copyText(copied(open, words().score.columns))) say(words().score.copiedLines(open.lines.length), false);
}

/** Puts the league table on the clipboard. */
export async function copyLeague() {
  const units = state.score.view?.units ?? [];
  if (await copyText(league(units, words().score.leagueColumns, words().score.incomplete))) say(words().score.copiedLeague(units.length), false);
}
