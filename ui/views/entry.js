// @ts-check
// 填报: which number goes here, is it plausible, how does it go?

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { cellBar } from "./entry/cellbar.js";
import { gridTable } from "./entry/grid.js";
import { entryHead } from "./entry/head.js";
import { questionBar } from "./entry/question.js";
import { pasteDialog } from "./entry/paste.js";
import { telling } from "./entry/telling.js";
import { noPlan } from "./measures.js";

/** @type {import("./frame.js").ViewOf} */
export const entryView = (state, t, act) => {
  const { grid, only, asked } = state.entry;
  if (!state.plan) return noPlan(state, t, act);
  if (!grid) return html``;
  const rows = act.sheet.rows(), tells = state.narrative.open && rows.length > 0;
  return html`
    ${entryHead(state, t, act)}
    ${rows.length ? html`${cellBar(state, t, act)}${gridTable(state, t, act)}`
      : only ? empty({ title: t.entry.allFilled, hint: t.entry.allFilledHint, act: { text: t.entry.showAll, run: () => act.sheet.onlyUnfilled(false) } })
      : empty({ title: t.entry.none, hint: t.entry.noneHint, act: { text: t.entry.toMeasures, run: () => act.frame.go("measures") } })}
    ${asked.length ? questionBar(state, t, act) : nothing}
    ${tells ? telling(state, t, act) : nothing}
    ${rows.length && !asked.length && !tells ? html`<div class="notice notice-hint pastehint">${icon("paste")}<p>${t.entry.pasteHint}</p></div>` : nothing}
    ${pasteDialog(state, t, act)}`;
};
