// @ts-check
// The document under review.

import { state, change, changeIn } from "../store.js";
import { editOf, formOf, itemOf, nextOpen, openDoubts, planEdit, planForm, wrongDays } from "../logic/drafts.js";
import { focusOn, reveal } from "../reveal.js";
import { ask, say, words } from "./calls.js";
import { go, refresh } from "./frame.js";

/** @typedef {import("../types/api").DraftView} DraftView */
/** @typedef {import("../types/api").DraftEdit} DraftEdit */

export async function load() {
  const view = await ask("draft_show", {});
  if (view !== undefined) take(view);
}

/** Shows a draft; one just opened begins with what is doubtful. @param {DraftView | null} view */
function take(view) {
  const { view: before, item, tab } = state.draft;
  if (!view || !before || before.file !== view.file) {
    const doubtful = view && openDoubts(view).length > 0;
    changeIn("draft", { view, tab: doubtful ? "doubts" : "measures", item: null, form: null, touched: false });
    if (view) pick(nextOpen(view, doubtful ? "doubts" : "measures", null));
    return;
  }
  const form = state.draft.touched ? state.draft.form : tab === "plan" ? planForm(view.plan) : formOf(view, item);
  changeIn("draft", { view, form });
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
async function opened(view) {
  changeIn("draft", { view: null, pasting: null });
  take(view);
  await refresh();
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

/** @param {import("../store.js").DraftTab} tab */
export function pickTab(tab) {
  const { view } = state.draft;
  if (!view) return;
  changeIn("draft", { tab });
  if (tab === "plan") changeIn("draft", { item: null, form: planForm(view.plan), touched: false });
  else pick(nextOpen(view, tab, null));
}

/** Opens an item of the tab in sight, with its form. @param {string | null} item */
export function pick(item) {
  const { view } = state.draft;
  changeIn("draft", { item, form: view && formOf(view, item), touched: false });
  if (item === null) return;
  reveal(".source .is-current");
  reveal(".draft .is-open");
}

/** Opens the item a stretch of the source became, wherever it is listed. @param {string} item */
export function pickMarked(item) {
  const { view, tab } = state.draft;
  const found = view && itemOf(view, item);
  if (!view || !found) return;
  const asked = openDoubts(view).some((doubt) => doubt.item === item);
  const home = found.kind === "target" ? "targets" : found.kind === "measure" ? "measures" : "phases";
  changeIn("draft", { tab: asked && tab === "doubts" ? "doubts" : home });
  pick(item);
}

/** @param {import("../store.js").Form} part */
export const type = (part) => changeIn("draft", { form: { ...state.draft.form, ...part }, touched: true });

/** Changes one of the units in a measure's form; null takes it out. @param {number} at @param {{ name?: string, role?: import("../types/api").Role } | null} part */
export function typeUnit(at, part) {
  const units = [...(state.draft.form?.units ?? [])];
  if (part === null) units.splice(at, 1);
  else units[at] = { name: "", role: "responsible", ...units[at], ...part };
  type({ units });
}

/** Accepts the open item as it stands in its form, and opens the next one. */
export async function confirmItem() {
  const { view, item, form, touched, tab } = state.draft;
  if (!view || !form || wrongDays(form).length) return;
  if (tab === "plan") return savePlan();
  const found = itemOf(view, item);
  if (!found || !item) return;
  await edit(touched ? editOf(found.kind, item, form) : { edit: "accept", item }, true);
}

/** Leaves an item out. @param {string} item */
export const drop = (item) => edit({ edit: "drop", item }, true);
/** Takes an item back in. @param {string} item */
export const restore = (item) => edit({ edit: "restore", item }, false);
export const acceptAll = () => edit({ edit: "accept_all" }, false);

async function savePlan() {
  const { form } = state.draft;
  if (form) await edit(planEdit(form), false);
}

/** @param {DraftEdit} change @param {boolean} goOn */
async function edit(change, goOn) {
  const view = await ask("draft_edit", change, words().busy.writing);
  if (!view) return;
  changeIn("draft", { touched: false });
  take(view);
  if (goOn) pick(nextOpen(view, state.draft.tab, state.draft.item));
}

/** Opens the next doubt (1) or the one before (-1), settled ones too. @param {number} step */
export function nextDoubt(step) {
  const { view, item, tab } = state.draft;
  const keys = [...new Set((view?.doubts ?? []).flatMap((doubt) => (doubt.item ? [doubt.item] : [])))];
  if (!keys.length) return;
  const at = tab === "doubts" && item ? keys.indexOf(item) : -1;
  changeIn("draft", { tab: "doubts" });
  pick(keys[(at + step + keys.length) % keys.length]);
}

/** Brings the open item into sight in the source. */
export const locate = () => reveal(".source .is-current");

/** Takes back what was typed into the open form. */
export function revert() {
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
  changeIn("draft", { view: null, item: null, form: null });
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
  changeIn("draft", { view: null, item: null, form: null, discarding: false });
  await refresh();
}
