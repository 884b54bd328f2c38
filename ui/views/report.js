// @ts-check
// 汇报: what goes out to a meeting and on paper. A tab a kind; each has its own file in report/.

import { html } from "../vendor/lit-html/lit-html.js";
import { tabs } from "../parts/tabs.js";
import { noPlan } from "./measures.js";
import { deckActs, deckPane } from "./report/deck.js";
import { bulletinActs, bulletinPane } from "./report/bulletin.js";
import { handoutActs, handoutPane } from "./report/handout.js";

/** What a tab shows: its buttons, and what is under them. @type {Record<import("../store.js").ReportTab, { acts: import("./frame.js").ViewOf, pane: import("./frame.js").ViewOf }>} */
const panes = {
  deck: { acts: deckActs, pane: deckPane },
  bulletin: { acts: bulletinActs, pane: bulletinPane },
  handout: { acts: handoutActs, pane: handoutPane },
};

/** @type {import("./frame.js").ViewOf} */
export const reportView = (state, t, act) => {
  if (!state.plan) return noPlan(state, t, act);
  const { acts, pane } = panes[state.report.tab];
  const named = tabs({ value: state.report.tab, onPick: act.report.pickTab, tabs: act.report.TABS.map((value) => ({ value, text: t.report.tabs[value] })) });
  return html`<div class="viewhead"><h1>${t.views.report}</h1>${named}${acts(state, t, act)}</div>${pane(state, t, act)}`;
};
