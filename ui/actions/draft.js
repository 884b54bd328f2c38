// @ts-check
// The document under review.

import { state, change, changeIn } from "../store.js";
import { doubtOf, editOf, formOf, itemOf, keysOf, moveOf, nextOpen, openDoubts, planEdit, planForm, wrongDays } from "../logic/drafts.js";
import { focusOn, reveal } from "../reveal.js";
import { rangeOf } from "../logic/caret.js";
import { inOriginal, inSource } from "../selection.js";
import { ask, say, words } from "./calls.js";
import { load as loadOriginal, renew as renewOriginal } from "./original.js";
import { go, refresh } from "./frame.js";

/** @typedef {import("../types/api").DraftView} DraftView */
/** @typedef {import("../types/api").DraftEdit} DraftEdit */

/** @typedef {import("../store.js").DraftTab} DraftTab */

/** Where the keyboard goes when an item is opened. */
export const FORM = ".draft .is-open .input, .draft .is-open .answers .button";

const TABS = /** @type {const} */ (["doubts", "measures", "targets", "units", "phases", "plan", "noise"]);

export async function load() {
  const view = await ask("draft_show", {});
  if (view === undefined) return;
  await lookUp();
  take(view);
}

/** Asks which drafts wait, and which units a name may mean. */
async function lookUp() {
  const waiting = await ask("draft_list", {});
  const units = state.frame?.ledger ? await ask("units", {}) : [];
  changeIn("draft", { waiting: waiting ?? [], units: units ?? [] });
}

/** Shows a draft; one just opened begins with what is doubtful. @param {DraftView | null} view */
function take(view) {
  const { view: before, item, tab } = state.draft;
  if (!view || !before || before.file !== view.file) {
    const doubtful = view && openDoubts(view).length > 0;
    changeIn("draft", { view, tab: doubtful ? "doubts" : "measures", item: null, form: null, touched: false, chosen: null, side: "cleaned", original: undefined, place: null });
    if (view) pick(nextOpen(view, doubtful ? "doubts" : "measures", null));
    return;
  }
  const form = state.draft.touched ? state.draft.form : tab === "plan" ? planForm(view.plan) : formOf(view, item);
  changeIn("draft", { view, form });
  renewOriginal();
}

/** Chooses a document. */
export async function openFile() {
  const view = await ask("draft_open", {}, words().busy.document);
  if (view) await opened(view);
}

/** Reads the text that was pasted. */
export async function readPasted() {
  const text = state.draft.pasting ?? "";
  if (!text.trim()) return;
  const view = await ask("draft_paste", { text }, words().busy.document);
  if (view) await opened(view);
}

/** @param {DraftView} view */
export async function opened(view) {
  changeIn("draft", { view: null, pasting: null });
  await refresh();
  await lookUp();
  take(view);
  change({ view: "import", error: null });
}

/** @param {string | null} pasting */
export const typePasted = (pasting) => changeIn("draft", { pasting });

/** Goes to where text is pasted. */
export async function pasteInstead() {
  await go("import");
  if (!state.draft.view) typePasted("");
  focusOn(".pasting textarea");
}

/** Takes a waiting draft up again. @param {string} draft */
export async function resume(draft) {
  const view = await ask("draft_resume", { draft }, words().busy.document);
  if (view) await opened(view);
}

/** Leaves the draft where it is kept, for another day. */
export async function leave() {
  if ((await ask("draft_leave", {})) === undefined) return;
  changeIn("draft", { view: null, item: null, form: null, chosen: null });
  await refresh();
  await lookUp();
  say(words().draft.kept, false);
}

/** Opens the next item of the tab in sight (1) or the one before (-1), whatever its state. @param {number} step */
export function stepItem(step) {
  const { view, tab, item } = state.draft;
  const keys = view ? keysOf(view, tab) : [];
  if (!keys.length) return false;
  const at = item === null ? -1 : keys.indexOf(item);
  pick(keys[at < 0 ? (step > 0 ? 0 : keys.length - 1) : Math.min(Math.max(at + step, 0), keys.length - 1)]);
  return true;
}

/** Goes to the next tab (1) or the one before (-1). @param {number} step */
export function stepTab(step) {
  if (!state.draft.view) return false;
  pickTab(TABS[(TABS.indexOf(state.draft.tab) + step + TABS.length) % TABS.length]);
  if (state.draft.item === null) focusOn(".draft [role=tab][aria-selected=true]");
  return true;
}

/** @param {DraftTab} tab */
export function pickTab(tab) {
  const { view } = state.draft;
  if (!view) return;
  changeIn("draft", { tab });
  if (tab === "noise" && !state.draft.original) loadOriginal();
  if (tab === "plan") changeIn("draft", { item: null, form: planForm(view.plan), touched: false });
  else pick(nextOpen(view, tab, null));
}

/** Opens an item of the tab in sight, with its form, or a doubt. @param {string | null} item */
export function pick(item) {
  const { view } = state.draft;
  changeIn("draft", { item, form: view && formOf(view, item), touched: false, place: null });
  if (item === null) return;
  reveal(".source .is-current");
  reveal(".draft .is-open");
  focusOn(FORM);
}

/** Opens the item a stretch of the source became, wherever it is listed. @param {string} item */
export function pickMarked(item) {
  const { view, tab } = state.draft;
  // Whoever drags over words wants these words, not the item they belong to.
  if (!view || rangeOf(state.draft.chosen)) return;
  const found = itemOf(view, item), doubt = doubtOf(view, item);
  if (!found && !doubt) return;
  const asked = !found || (doubt !== null && !doubt.settled);
  const home = !found ? "doubts" : found.kind === "target" ? "targets" : found.kind === "phase" ? "phases" : "measures";
  changeIn("draft", { tab: asked && (!found || tab === "doubts") ? "doubts" : home });
  pick(item);
}

/** @param {import("../store.js").Form} part */
export const type = (part) => changeIn("draft", { form: { ...state.draft.form, ...part }, touched: true });

/** Changes one of the units in a measure's form; null takes it out. @param {number} at @param {{ name?: string, role?: import("../types/api").Role } | null} part */
export function typeUnit(at, part) {
  const units = [...(state.draft.form?.units ?? [])];
  if (part === null) units.splice(at, 1);
  else units[at] = { name: "", role: "responsible", ...units[at], ...part };
  const isNewLine = units.length > (state.draft.form?.units?.length ?? 0);
  type({ units });
  if (isNewLine) focusOn(".unitlist li:last-child .input");
}

/** Accepts the open item as it stands in its form, or gives the first answer to the open question, and opens the next one. */
export async function confirmItem() {
  const { view, item, form, touched, tab } = state.draft;
  if (!view || item === null && tab !== "plan") return;
  const doubt = item === null ? null : doubtOf(view, item);
  if (doubt?.unit) return isAlias(doubt.unit.name, doubt.unit.like[0].id);
  if (doubt && doubt.item === null) return note(doubt.key);
  if (!form || wrongDays(form).length) return;
  if (tab === "plan") return savePlan();
  const found = itemOf(view, item);
  if (!found || !item) return;
  const move = moveOf(view, item, form);
  if (move && !(await changed(move))) return;
  if (found.kind === "section") return edit(editOf("section", item, form), false);
  await edit(touched ? editOf(found.kind, item, form) : { edit: "accept", item }, true);
}

/** Leaves an item out. @param {string} item */
export const drop = (item) => edit({ edit: "drop", item }, true);
/** Leaves the open item out. */
export function dropOpen() {
  const { view, item } = state.draft;
  const found = view && itemOf(view, item);
  return !found || !item || found.kind === "section" ? false : drop(item);
}
/** Takes an item back in. @param {string} item */
export const restore = (item) => edit({ edit: "restore", item }, false);
export const acceptAll = () => edit({ edit: "accept_all" }, false);
/** Says that a remark has been read. @param {string} item */
export const note = (item) => edit({ edit: "note", item }, true);
/** Takes a dropped line back into the document. @param {number} line */
export const keepLine = (line) => edit({ edit: "keep_line", line }, false);
/** Says that a unit is one the ledger knows. @param {string} name @param {string} unit */
export const isAlias = (name, unit) => edit({ edit: "unit_alias", name, unit }, true);
/** Says that a unit is new. @param {string} name */
export const isNew = (name) => edit({ edit: "unit_new", name }, true);
/** The same of the unit asked about now. */
export function isNewOpen() {
  const doubt = state.draft.view && doubtOf(state.draft.view, state.draft.item);
  return doubt?.unit ? isNew(doubt.unit.name) : false;
}

/** Joins a measure to the one before it, and opens that one. @param {string} item */
export async function merge(item) {
  const { view } = state.draft;
  const measures = view?.measures.filter((one) => !one.dropped || one.key === item) ?? [];
  const before = measures[measures.findIndex((one) => one.key === item) - 1];
  if (await changed({ edit: "merge", item })) show("measures", before?.key ?? null);
}
/** The same of the open measure. */
export const mergeOpen = () => (/** @type {string} */ (state.draft.item ?? "").startsWith("m") ? merge(/** @type {string} */ (state.draft.item)) : false);

/** Opens an item in its tab. @param {DraftTab} tab @param {string | null} item */
export function show(tab, item) {
  changeIn("draft", { tab });
  pick(item);
}

/** Takes back the last change of the draft. In a field that was typed into, typing is what is taken back. */
export async function undoEdit() {
  const view = await ask("draft_undo", {}, words().busy.undoing);
  if (!view) return;
  const { item } = state.draft;
  const label = state.draft.view?.last_edit ?? "";
  changeIn("draft", { touched: false });
  take(view);
  say(words().frame.undone(label), false);
  if (item !== null && !itemOf(view, item) && !doubtOf(view, item)) pick(null);
  else if (item !== null) pick(item);
}

async function savePlan() {
  const { form } = state.draft;
  if (form) await edit(planEdit(form), false);
}

/** @param {DraftEdit} change @param {boolean} goOn */
async function edit(change, goOn) {
  const view = await changed(change);
  if (!view || !goOn) return;
  pick(nextOpen(view, state.draft.tab, state.draft.item));
  if (state.draft.item === null) focusOn(ready() ? ".viewhead .button-main" : ".draft [role=tab][aria-selected=true]");
}

/** Makes a change; undefined if it was refused. @param {DraftEdit} change */
export async function changed(change) {
  const view = await ask("draft_edit", change, words().busy.writing);
  if (!view) return undefined;
  changeIn("draft", { touched: false });
  take(view);
  return view;
}

/** Opens the next doubt (1) or the one before (-1), settled ones too. @param {number} step */
export function nextDoubt(step) {
  const { view, item, tab } = state.draft;
  const keys = view ? keysOf(view, "doubts") : [];
  if (!keys.length) return;
  const at = tab === "doubts" && item ? keys.indexOf(item) : step > 0 ? -1 : 0;
  show("doubts", keys[(at + step + keys.length) % keys.length]);
}

/** Brings the open item into sight in the source. */
export const locate = () => reveal(".source .is-current");

/** Takes back what was typed into the open form. */
export function revert() {
  if (inSource() || inOriginal()) return focusOn(FORM);
  if (!state.draft.touched) return false;
  const { view, tab, item } = state.draft;
  if (view) changeIn("draft", { form: tab === "plan" ? planForm(view.plan) : formOf(view, item), touched: false });
  return true;
}

/** Returns true if nothing is left to ask. */
export const ready = () => state.draft.view !== null && openDoubts(state.draft.view).length === 0;

/** Writes the draft into the ledger as a plan. */
export async function enter() {
  if (!ready()) return;
  const done = await ask("draft_confirm", {}, words().busy.importing);
  if (!done) return;
  changeIn("draft", { view: null, item: null, form: null, chosen: null });
  change({ notes: done.warnings });
  await refresh();
  const info = state.frame?.plans.find((one) => one.id === done.plan);
  change({ plan: done.plan, period: info?.current ?? state.period });
  say(words().draft.entered(done), true);
  await go("measures");
}

/** @param {boolean} discarding */
export const askDiscard = (discarding) => changeIn("draft", { discarding });

/** Forgets the draft. */
export async function discard() {
  if ((await ask("draft_discard", {})) === undefined) return;
  changeIn("draft", { view: null, item: null, form: null, discarding: false, chosen: null });
  await refresh();
  await lookUp();
}
