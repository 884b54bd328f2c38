// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { chooser } from "../../parts/chooser.js";
import { icon } from "../../parts/icon.js";
import { progressBar } from "../../parts/pace.js";
import { segment } from "../../parts/picker.js";
import { columnsOf } from "../../logic/grids.js";

/** Which sheet: cut by unit, indicator or period, and which of them. @type {import("../frame.js").ViewOf} */
export const entryHead = (state, t, act) => {
  const { grid, by, order, only, wide } = state.entry;
  if (!grid) return nothing;
  const { filled, total } = counts(grid), waits = act.record.waiting().length;
  const exempt = grid.rows.filter((row) => row.indicator && !row.owed && !row.cells.at(-1)?.text).length;
  const periods = columnsOf(grid, true, state.width).filter(({ kind }) => kind === "value").length;
  const fits = columnsOf(grid, false, state.width).filter(({ kind }) => kind === "value").length;
  return html`<div class="viewhead"><h1>${t.views.entry}</h1>
    ${segment({ label: t.entry.sheets, value: by, onPick: (to) => act.sheet.cut(/** @type {import("../../types/api").SheetBy} */ (to)),
      options: act.sheet.BY.map((value) => ({ value, text: t.entry.by[value], title: t.entry.byTitle[value] })) })}
    ${by === "period" ? segment({ label: t.entry.group, look: "segment-small", value: order, onPick: (to) => act.sheet.group(to === "unit" ? "unit" : "indicator"),
      options: [{ value: "indicator", text: t.entry.orders.indicator }, { value: "unit", text: t.entry.orders.unit }] }) : which(state, t, act)}
    <label class="check"><input type="checkbox" .checked=${live(only !== null)} @change=${() => act.sheet.onlyUnfilled(only === null)}>${t.entry.onlyUnfilled}</label>
    ${periods > fits ? html`<label class="check"><input type="checkbox" .checked=${live(wide)} @change=${() => act.sheet.widen(!wide)}>${t.entry.allPeriods(periods)}</label>` : nothing}
    ${total ? html`<span class="filled" title=${exempt ? t.entry.exemptTitle : nothing}>${progressBar(t.entry.filledLabel(filled, total), filled, total)}<span>${t.entry.filled} <b>${filled}</b> / ${total}${exempt ? t.entry.exempt(exempt) : nothing}</span></span>` : nothing}
    <span class="acts">${waits ? html`<button type="button" class="button waits" title=${t.entry.waitsTitle} @click=${act.record.nextWaiting}>${icon("ask")}${t.entry.waits(waits)}</button>` : nothing}
      <button type="button" class="button" title=${t.entry.pasteTitle} @click=${act.paste.fromClipboard}>${icon("paste")}${t.entry.paste}</button>
      <button type="button" class="button" aria-pressed=${state.narrative.open} title=${t.narrative.toggle} @click=${act.narrative.toggle}>${t.narrative.title}</button></span>
  </div>`;
};

/** @param {import("../../types/api").Grid} grid */
function counts(grid) {
  const own = grid.by === "indicator" ? grid.indicators.filter(({ id }) => id === grid.indicator) : grid.by === "unit" ? grid.units.filter(({ unit }) => unit.id === grid.unit?.id) : grid.units;
  return { filled: own.reduce((sum, one) => sum + one.filled, 0), total: own.reduce((sum, one) => sum + one.total, 0) };
}

/** @type {import("../frame.js").ViewOf} */
function which(state, t, act) {
  const { grid, by, chooser: open } = state.entry;
  const byIndicator = by === "indicator";
  const options = byIndicator
    ? (grid?.indicators ?? []).map((one) => ({ value: one.id, text: `${one.number ? `${one.number}　` : ""}${one.name}`, note: `${one.filled}/${one.total}`, keys: one.keys }))
    : (grid?.units ?? []).map((one) => ({ value: one.unit.id, text: one.unit.name, note: `${one.filled}/${one.total}`, keys: one.keys }));
  return chooser({
    label: byIndicator ? t.entry.indicator : t.measures.unit, value: (byIndicator ? grid?.indicator : grid?.unit?.id) ?? "", options, open, title: t.entry.chooseTitle,
    place: t.entry.choosePlace, none: t.entry.chooseNone, more: t.entry.chooseMore,
    onOpen: act.sheet.choose, onLeave: act.sheet.unchoose, onType: act.sheet.choosing, onPick: act.sheet.pick,
  });
}
