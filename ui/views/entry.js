// @ts-check
// 填报: which number goes here, is it plausible?

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { progressBar } from "../parts/pace.js";
import { picker } from "../parts/picker.js";
import { monthsOf, rowsOf } from "../logic/grids.js";
import { cellBar } from "./entry/cellbar.js";
import { gridTable } from "./entry/grid.js";
import { questionBar } from "./entry/question.js";
import { pasteDialog } from "./entry/paste.js";
import { noPlan } from "./measures.js";

/** @type {import("./frame.js").ViewOf} */
export const entryView = (state, t, act) => {
  const { grid, only, wide } = state.entry;
  if (!state.plan) return noPlan(state, t, act);
  if (!grid) return html``;
  const now = grid.units.find((one) => one.unit.id === grid.unit?.id);
  const rows = rowsOf(grid, only);
  return html`
    <div class="viewhead"><h1>${t.views.entry}</h1>
      ${picker({ label: t.measures.unit, look: "select unit", title: grid.unit?.name ?? "", value: grid.unit?.id ?? "", off: grid.units.length === 0,
        options: grid.units.map((one) => ({ value: one.unit.id, text: t.entry.unitOption(one.unit.name, one.filled, one.total) })), onPick: act.entry.pickUnit })}
      <label class="check"><input type="checkbox" .checked=${live(only !== null)} @change=${() => act.entry.onlyUnfilled(only === null)}>${t.entry.onlyUnfilled}</label>
      ${grid.periods.length > monthsOf(grid, false, state.width).length ? html`<label class="check"><input type="checkbox" .checked=${live(wide)} @change=${() => act.entry.widen(!wide)}>${t.entry.allMonths(grid.periods.length)}</label>` : nothing}
      ${now ? html`<span class="filled">${progressBar(t.entry.filledLabel(now.filled, now.total), now.filled, now.total)}<span>${t.entry.filled} <b>${now.filled}</b> / ${now.total}</span></span>` : nothing}
      <span class="acts"><button type="button" class="button" title=${t.entry.pasteTitle} @click=${act.paste.fromClipboard}>${icon("paste")}${t.entry.paste}</button></span>
    </div>
    ${rows.length ? html`${cellBar(state, t, act)}${gridTable(state, t, act)}`
      : only ? empty({ title: t.entry.allFilled, hint: t.entry.allFilledHint, act: { text: t.entry.showAll, run: () => act.entry.onlyUnfilled(false) } })
      : empty({ title: t.entry.none, hint: t.entry.noneHint })}
    ${state.entry.asked.length ? questionBar(state, t, act) : nothing}
    ${rows.length && !state.entry.asked.length ? html`<div class="notice notice-hint pastehint">${icon("paste")}<p>${t.entry.pasteHint}</p></div>` : nothing}
    ${pasteDialog(state, t, act)}`;
};
