// @ts-check
// The bulletin: its preview, its template, its file.

import { state, changeIn } from "../store.js";
import { drawn } from "../store.js";
import { placed } from "../logic/report.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { after } from "./frame.js";

/** How long a person stops typing before the preview follows, in milliseconds. */
const PAUSE = 350;

const of = () => (state.plan && state.period ? { plan: state.plan, period: state.period, template: state.report.editing } : null);

/** What was typed and not kept outlives the window: it lies beside the ledger's name. */
const slot = () => (state.frame?.ledger && state.plan ? `template ${state.frame.ledger.path} ${state.plan}` : null);

export async function load() {
  const kept = slot();
  if (state.report.editing === null && kept && localStorage.getItem(kept) !== null) changeIn("report", { editing: localStorage.getItem(kept) });
  await draw();
}

/** Asks for the bulletin by what is typed, else by the plan's template; what cannot be read yet leaves the last preview. */
async function draw() {
  const asked = of();
  if (!asked) return;
  try {
    const bulletin = await attempt("bulletin", asked, words().busy.writingBulletin);
    if (same(asked)) changeIn("report", { bulletin, refused: null });
  } catch (error) {
    if (!same(asked)) return;
    changeIn("report", { refused: refusal(error) });
    if (asked.template === null) changeIn("report", { bulletin: null });
    else if (!state.report.bulletin) await showKept(asked);
  }
}

/** Shows the bulletin by the plan's own template while what is typed cannot be read. @param {{ plan: string, period: string }} asked */
async function showKept({ plan, period }) {
  const bulletin = await ask("bulletin", { plan, period, template: null });
  if (bulletin && !state.report.bulletin) changeIn("report", { bulletin });
}

/** @param {{ plan: string, period: string, template: string | null }} asked */
const same = (asked) => asked.plan === state.plan && asked.period === state.period && asked.template === state.report.editing;

/** Opens the template to be edited. */
export async function edit() {
  if (state.report.tab !== "bulletin" || !state.report.bulletin || state.report.editing !== null) return false;
  changeIn("report", { editing: state.report.bulletin.template });
  await drawn();
  /** @type {HTMLElement | null} */ (document.querySelector(".template textarea"))?.focus();
}

let typing = 0;

/** Takes what is typed. @param {string} template */
export function type(template) {
  const kept = slot();
  if (kept) localStorage.setItem(kept, template);
  changeIn("report", { editing: template });
  clearTimeout(typing);
  typing = setTimeout(draw, PAUSE);
}

/** Puts a place where the caret is. @param {import("../types/api").BulletinPlace} place */
export async function insert(place) {
  const field = document.querySelector(".template textarea");
  if (!(field instanceof HTMLTextAreaElement)) return;
  const { text, caret } = placed(field.value, field.selectionStart, field.selectionEnd, place);
  type(text);
  await drawn();
  field.focus();
  field.setSelectionRange(caret, caret);
}

/** Puts the program's own template in; nothing is kept yet. */
export const restore = () => type(state.report.bulletin?.default ?? "");

/** Leaves the template as it was. */
export async function leave() {
  if (state.report.tab !== "bulletin" || state.report.editing === null) return false;
  forget();
  await draw();
}

function forget() {
  const kept = slot();
  clearTimeout(typing);
  if (kept) localStorage.removeItem(kept);
  changeIn("report", { editing: null, refused: null });
}

/** Keeps the template for the plan. */
export async function keep() {
  const { plan } = state, { editing } = state.report;
  if (!plan || editing === null) return;
  try {
    await attempt("bulletin_template", { plan, template: editing }, words().busy.writing);
  } catch (error) {
    return changeIn("report", { refused: refusal(error) });
  }
  forget();
  say(words().report.kept, true);
  await after();
}

/** Saves the bulletin as a Word document. */
export async function save() {
  const asked = of();
  if (!asked || !state.report.bulletin) return;
  const saved = await ask("bulletin_save", asked, words().busy.writingBulletin);
  if (saved?.path) say(words().report.saved(saved.path), false);
}
