// @ts-check
// 汇报: which of its tabs is open.

import { state, changeIn } from "../store.js";
import * as deck from "./deck.js";
import * as bulletin from "./bulletin.js";
import * as handout from "./handout.js";

/** @typedef {import("../store.js").ReportTab} Tab */

/** The tabs in order, each with what it asks for when it comes into sight. @type {Record<Tab, () => Promise<unknown>>} */
const loads = { deck: deck.load, bulletin: bulletin.load, handout: handout.load };

/** @type {Tab[]} */
export const TABS = ["deck", "bulletin", "handout"];

export const load = () => loads[state.report.tab]();

/** @param {Tab} tab */
export async function pickTab(tab) {
  changeIn("report", { tab });
  await load();
}

/** Goes so many tabs on. @param {number} step */
export async function stepTab(step) {
  const next = TABS[TABS.indexOf(state.report.tab) + step];
  if (!next) return false;
  await pickTab(next);
}

/** What Ctrl+Enter does: keeps the template that is edited, else saves the document. */
export const main = () => (state.report.tab === "handout" ? handout.save(true) : state.report.editing !== null ? bulletin.keep() : bulletin.save());
