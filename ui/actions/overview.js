// @ts-check
// The overview: where its lines lead, and what can be copied from it.

import { state, change, changeIn, fresh } from "../store.js";
import { copyText } from "./clipboard.js";
import { ask, say, words } from "./calls.js";
import { go } from "./frame.js";
import { unchosen } from "./sheet.js";

/** @typedef {import("../store.js").State["overview"]["open"]} Open */

export async function load() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const view = await ask("overview", { plan, period });
  if (view && plan === state.plan && period === state.period) changeIn("overview", { view });
}

/** Shows all lines of a list, or a few again. @param {Open} list */
export const unfold = (list) => changeIn("overview", { open: state.overview.open === list ? "" : list });

/** Goes from one line that leads somewhere to the next. @param {number} step */
export function walk(step) {
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".sheet .rowname")]);
  const at = lines.findIndex((line) => line === document.activeElement);
  const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1)];
  next?.focus();
}

/** Asks to put right what the line with the keyboard says is behind; else the first that is not being put right yet. */
export function askHere() {
  const rows = [...document.querySelectorAll(".behind tbody tr")], here = document.activeElement?.closest(".behind tr");
  const open = state.overview.view?.behind.findIndex((one) => !one.rectification) ?? 0;
  /** @type {HTMLElement | null | undefined} */ ((here ?? rows[Math.max(open, 0)])?.querySelector(".link"))?.click();
}

/** Lists the measures with these filters alone. @param {Partial<import("../store.js").Filters>} part @param {string | null} [selected] */
async function measures(part, selected = state.measures.selected) {
  change({ query: "" });
  const other = selected !== state.measures.selected ? { detail: null, chart: null, indicator: null } : {};
  changeIn("measures", { filters: { ...fresh().measures.filters, ...part }, selected, ...other });
  await go("measures");
}

/** Opens a measure. @param {string} measure */
export const toMeasure = (measure) => measures({}, measure);

/** Lists the measures of a section. @param {string} section */
export const toSection = (section) => measures({ section });

/** Lists the measures that are behind. */
export const toBehind = () => measures({ lights: ["grey", "green", "done"] });

/** Opens the sheet of a unit. @param {string} unit */
export async function toUnit(unit) {
  changeIn("entry", { ...unchosen(), unit });
  await go("entry");
}

export const toEntry = () => go("entry");

/** Copies the sentence. */
export const copySentence = () => copy(state.overview.view?.sentence);

/** Copies what to send to the units that have not reported. */
export const copyChase = () => copy(state.overview.view?.chase);

/** Where the window may not write to the clipboard, the text is shown to be copied by hand. @param {string | undefined} text */
async function copy(text) {
  if (!text) return;
  if (await copyText(text)) say(words().overview.copied, false);
  else changeIn("overview", { byHand: text });
}

export const closeByHand = () => changeIn("overview", { byHand: null });
