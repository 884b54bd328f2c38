// @ts-check
// 举措: filters, list, and the measure that is open.

import { html } from "../vendor/lit-html/lit-html.js";
import { empty } from "../parts/empty.js";
import { filterPane } from "./measures/filters.js";
import { listPane } from "./measures/list.js";
import { detailPane } from "./measures/detail.js";
import { judgeDialog } from "./measures/judge.js";
import { sharesDialog } from "./measures/shares.js";

/** @type {import("./frame.js").ViewOf} */
export const measuresView = (state, t, act) => {
  if (!state.plan) return noPlan(state, t, act);
  if (!state.measures.list) return html``;
  return html`<div class="split panes ${state.measures.folded ? "" : "is-unfolded"}">
    ${filterPane(state, t, act)}<div class="handle"></div>${listPane(state, t, act)}<div class="handle"></div>${detailPane(state, t, act)}
  </div>${judgeDialog(state, t, act)}${sharesDialog(state, t, act)}`;
};

/** The ledger has no plan yet. @type {import("./frame.js").ViewOf} */
export const noPlan = (state, t, act) => empty({ title: t.frame.emptyTitle, hint: t.frame.emptyHint, act: { text: t.start.document.name, run: act.draft.openFile } });
