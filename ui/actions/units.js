// @ts-check
// The units: found, put in order, corrected, added, taken away, merged.

import { state, change, changeIn } from "../store.js";
import { focusOn, reveal, scrollToRow } from "../reveal.js";
import { CLASH_ROW, decidable, formOf, placeOf, requestOf, rest, shown } from "../logic/units.js";
import { ask, attempt, inTurn, refusal, say, words } from "./calls.js";
import { refresh } from "./frame.js";

/** @typedef {import("../logic/units.js").Form} Form */
/** @typedef {import("../types/api").ClashChoice} Choice */

export async function load() {
  if (!state.frame?.ledger) return;
  const lines = await ask("unit_lines", {});
  if (!lines) return;
  const known = new Set(lines.map((line) => line.id));
  const selected = state.units.selected && known.has(state.units.selected) ? state.units.selected : lines[0]?.id ?? null;
  const forms = Object.fromEntries(Object.entries(state.units.forms).filter(([unit]) => known.has(unit)));
  changeIn("units", { lines, selected, forms });
}

/** @param {string} query */
export function find(query) {
  changeIn("units", { query });
  const rows = shown(state.units.lines ?? [], query);
  if (query.trim() && rows.length && !rows.some((line) => line.id === state.units.selected)) changeIn("units", { selected: rows[0].id });
}

/** Opens a unit; what was typed for another one stays there, unsaved. @param {string} unit */
export function select(unit) {
  changeIn("units", { selected: unit, queries: {} });
  const at = shown(state.units.lines ?? [], state.units.query).findIndex((line) => line.id === unit);
  scrollToRow(".unitboard .scrolls", at, state.rowHeights.row);
  reveal(".unitboard [aria-selected=true]");
}

/** Goes up or down the list. @param {number} step */
export function walk(step) {
  const rows = shown(state.units.lines ?? [], state.units.query);
  const at = rows.findIndex((line) => line.id === state.units.selected);
  const next = rows[Math.max(0, Math.min(at + step, rows.length - 1))];
  if (next) select(next.id);
}

/** Leads from the search into the list. */
export function focusList() {
  focusOn(".unitboard .scrolls");
  walk(0);
}

/** Looks for a unit to be named in a field. @param {"parent" | "group" | "member"} what @param {string} query */
export const look = (what, query) => changeIn("units", { queries: { ...state.units.queries, [what]: query } });

const open = () => state.units.lines?.find((line) => line.id === state.units.selected);

/** Changes what is said of the open unit; it is saved later. @param {Partial<Form>} part */
export function type(part) {
  const line = open();
  if (line) changeIn("units", { forms: { ...state.units.forms, [line.id]: { ...(state.units.forms[line.id] ?? formOf(line)), ...part } } });
}

/** Takes the typed other name into the list. */
export function addAlias() {
  const line = open(), form = line && state.units.forms[line.id];
  const alias = form?.alias.trim();
  if (form && alias) type({ alias: "", aliases: form.aliases.includes(alias) ? form.aliases : [...form.aliases, alias] });
}

/** Takes back what was typed for the open unit. */
export function revert() {
  const line = open();
  if (!line || !state.units.forms[line.id]) return false;
  forget(line.id);
}

/** @param {string} unit */
function forget(unit) {
  const { [unit]: _, ...forms } = state.units.forms;
  changeIn("units", { forms, queries: {} });
}

/** Says that what was typed has to be saved or taken back first, if anything was. @param {string} unit */
function unsaved(unit) {
  const typed = unit in state.units.forms;
  if (typed) say(words().units.saveFirst, false);
  return typed;
}

/** Saves what was typed for the open unit. */
export async function save() {
  const line = open(), form = line && state.units.forms[line.id];
  if (!line || !form) return;
  const now = await ask("unit_set", requestOf(line.id, form), words().busy.writing);
  if (!now) return;
  if (state.units.forms[line.id] === form) forget(line.id);
  say(words().units.saved(now.name), true);
  await again();
}

/** Asks anew for the list and the frame. */
async function again() {
  await load();
  await refresh();
}

/** Moves the open unit up or down, one after another as often as the key is pressed. @param {number} step */
export const move = (step) => inTurn(async () => {
  const { lines, selected, query } = state.units;
  if (!lines || !selected) return;
  if (query.trim()) return say(words().units.moveHint, false);
  const before = placeOf(lines, selected, step);
  if (before === undefined) return;
  if ((await ask("unit_move", { unit: selected, before }, words().busy.writing)) === undefined) return;
  await again();
  select(selected);
});

/** Puts all units into the order of the documents. */
export async function sort() {
  const sorted = await ask("unit_sort", {}, words().busy.writing);
  if (!sorted) return;
  say(words().units.sorted(sorted.moved), sorted.moved > 0);
  await again();
}

/** Takes the open unit away. */
export async function remove() {
  const line = open();
  if (!line || unsaved(line.id)) return;
  if ((await ask("unit_delete", { unit: line.id }, words().busy.writing)) === undefined) return;
  forget(line.id);
  say(words().units.removed(line.name), true);
  await again();
}

export const begin = () => changeIn("units", { adding: { name: "", message: "" } });
export const endAdding = () => changeIn("units", { adding: null });
/** @param {string} name */
export const typeNew = (name) => changeIn("units", { adding: { name, message: "" } });

/** Adds a unit and opens it. @param {() => void} done */
export async function create(done) {
  const { adding } = state.units;
  if (!adding) return;
  try {
    const unit = await attempt("unit_create", { name: adding.name }, words().busy.writing);
    done();
    changeIn("units", { selected: unit.id, query: "" });
    say(words().units.added(unit.name), true);
    await again();
    select(unit.id);
  } catch (error) {
    changeIn("units", { adding: { ...adding, message: said(error) } });
  }
}

/** @param {unknown} error */
function said(error) {
  const { message, hint } = refusal(error);
  return hint ? `${message}。${hint}` : message;
}

export function beginMerge() {
  const line = open();
  if (line && !unsaved(line.id)) changeIn("units", { merge: { from: line.id, query: "", view: null, decisions: {}, message: "" } });
}
export const endMerge = () => changeIn("units", { merge: null });

/** @param {string} query */
export function lookInto(query) {
  const { merge } = state.units;
  if (merge) changeIn("units", { merge: { ...merge, query, message: "" } });
}

/** Shows what merging into a unit would do. @param {string} into */
export async function mergeInto(into) {
  const { merge } = state.units;
  if (merge) await preview(merge.from, into);
}

/** The other way round: the other one stays. */
export async function turnMerge() {
  const view = state.units.merge?.view;
  if (view) await preview(view.into.id, view.from.id);
}

/** @param {string} from @param {string} into */
async function preview(from, into) {
  const { merge } = state.units;
  if (!merge) return;
  try {
    const view = await attempt("unit_merge_preview", { from, into }, words().busy.reading);
    changeIn("units", { merge: { from, query: "", view, decisions: {}, message: "" } });
    await focusOn(".merging .segment button:not([disabled]), .merging footer .button-main");
  } catch (error) {
    changeIn("units", { merge: { ...merge, message: said(error) } });
  }
}

/** @param {string} key @param {Choice} choice */
export function decide(key, choice) {
  const { merge } = state.units;
  if (merge) changeIn("units", { merge: { ...merge, decisions: { ...merge.decisions, [key]: choice } } });
}

/** Brings the first clash nobody has decided into sight. */
export function toOpen() {
  const { merge } = state.units, clashes = merge?.view?.clashes ?? [];
  const at = clashes.findIndex((clash) => !merge?.decisions[clash.key]);
  if (at >= 0) scrollToRow(".merging .scrolls", at, CLASH_ROW);
}

/** Decides every clash the choice can decide, of those still open if some are. @param {Choice} choice */
export function decideAll(choice) {
  const { merge } = state.units;
  if (!merge?.view) return;
  const decisions = Object.fromEntries(decidable(rest(merge.view.clashes, merge.decisions), choice).map((clash) => [clash.key, choice]));
  changeIn("units", { merge: { ...merge, decisions: { ...merge.decisions, ...decisions } } });
  toOpen();
}

/** Merges as decided. @param {() => void} done */
export async function mergeNow(done) {
  const { merge } = state.units, view = merge?.view;
  if (!merge || !view) return;
  const decisions = Object.entries(merge.decisions).map(([key, choice]) => ({ key, choice }));
  try {
    await attempt("unit_merge", { from: view.from.id, into: view.into.id, decisions }, words().busy.writing);
  } catch (error) {
    return changeIn("units", { merge: { ...merge, message: said(error) } });
  }
  done();
  forget(view.from.id);
  changeIn("units", { selected: view.into.id, query: "" });
  say(words().units.merged(view.from.name, view.into.name), true);
  await again();
  select(view.into.id);
}

/** Shows the rules or the units. @param {"rules" | "units"} tab */
export async function pickTab(tab) {
  changeIn("settings", { tab });
  change({ error: null });
  if (tab === "units") await load();
}
