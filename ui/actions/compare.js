// @ts-check
// A plan beside an earlier one: proposals taken, refused, or chosen by hand. Each decision is written at once.

import { state, changeIn } from "../store.js";
import { accepted, allAccepted, rowsOf, standing } from "../logic/compare.js";
import { focusOn } from "../reveal.js";
import { ask, say, words } from "./calls.js";
import { go, refresh } from "./frame.js";

/** @typedef {import("../logic/compare.js").Row} Row */
/** @typedef {{ measures: import("../types/api").Continued[], indicators: import("../types/api").Continued[] }} Decisions */

export const load = () => look(state.compare.with);

/** @param {string | null} earlier */
async function look(earlier) {
  const { plan } = state;
  if (!plan) return;
  const view = await ask("compare", { plan, with: earlier });
  if (view && plan === state.plan) changeIn("compare", { view, with: view.with?.id ?? null });
}

/** Chooses the earlier plan. @param {string} earlier */
export const pickEarlier = (earlier) => look(earlier);

/** @param {import("../logic/compare.js").Show} show */
export const filter = (show) => changeIn("compare", { show, cursor: 0 });

export const back = () => go("measures");

/** @param {number} step */
export function walk(step) {
  const last = rows().length - 1;
  point(Math.max(0, Math.min(state.compare.cursor + step, last)));
}

/** Puts the cursor on a row. @param {number} at */
export function point(at) {
  changeIn("compare", { cursor: at });
  focusOn(".compared [data-cursor]");
}

const rows = () => (state.compare.view ? rowsOf(state.compare.view, state.compare.show) : []);
const here = () => rows()[state.compare.cursor];

export const acceptHere = () => (here() ? accept(here()) : undefined);
export const refuseHere = () => (here() ? refuse(here()) : undefined);

/** Takes a proposal; with a measure those of its indicators. @param {Row} row */
export const accept = (row) => decide(accepted(row));

/** Says that something does not go on from anything. @param {Row} row */
export const refuse = (row) => (row.id === null || (standing(row.link) === "new" && row.link.confirmed) ? undefined : decide(one(row, null)));

/** Chooses by hand what something goes on from. @param {Row} row @param {string} earlier */
export const choose = (row, earlier) => decide(one(row, earlier || null));

/** Takes every proposal that is still open. */
export const acceptAll = () => (state.compare.view ? decide(allAccepted(state.compare.view)) : undefined);

/** @param {Row} row @param {string | null} earlier @returns {Decisions} */
function one(row, earlier) {
  const decision = row.id === null ? [] : [{ item: row.id, earlier }];
  return row.kind === "measure" ? { measures: decision, indicators: [] } : { measures: [], indicators: decision };
}

/** @param {Decisions} decisions */
async function decide(decisions) {
  const { plan } = state, count = decisions.measures.length + decisions.indicators.length;
  if (!plan || !count) return;
  const view = await ask("continue_from", { plan, ...decisions }, words().busy.writing);
  if (!view) return;
  await look(state.compare.with);
  changeIn("compare", { cursor: Math.min(state.compare.cursor, Math.max(rows().length - 1, 0)) });
  say(words().compare.decided(count), true);
  await refresh();
}
