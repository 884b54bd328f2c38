// @ts-check
// 汇报: which of its tabs is open.

import { changeIn } from "../store.js";
import { load as loadDeck } from "./deck.js";

/** @typedef {"deck"} ReportTab */

/** What each tab asks for. @type {Record<ReportTab, () => Promise<unknown>>} */
const loaders = { deck: loadDeck };

let open = /** @type {ReportTab} */ ("deck");

export const load = () => loaders[open]();

/** @param {ReportTab} tab */
export async function pickTab(tab) {
  open = tab;
  changeIn("report", { tab });
  await load();
}
