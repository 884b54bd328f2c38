// @ts-check
// 汇报: what goes out of the figures, a tab each.

import { html } from "../vendor/lit-html/lit-html.js";
import { tabs } from "../parts/tabs.js";
import { deckPane, deckTools } from "./report/deck.js";
import { noPlan } from "./measures.js";

/** @type {import("./frame.js").ViewOf} */
export const reportView = (state, t, act) => {
  if (!state.plan) return noPlan(state, t, act);
  const named = tabs({ value: state.report.tab, onPick: act.report.pickTab, tabs: [{ value: "deck", text: t.deck.tab }] });
  return html`<div class="viewhead"><h1>${t.views.report}</h1>${named}${deckTools(state, t, act)}</div>${deckPane(state, t, act)}`;
};
