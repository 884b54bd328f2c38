// @ts-check
// 数据包与导出: what goes to other ledgers and comes from them, and the whole plan as a file.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../../parts/dialog.js";
import { icon } from "../../parts/icon.js";
import { picker } from "../../parts/picker.js";
import { known } from "../../logic/periods.js";

/** @type {import("../frame.js").ViewOf} */
export const packagesPane = (state, t, act) => {
  const units = state.exchange.board?.units ?? [];
  const period = known(state.frame?.plans.find((plan) => plan.id === state.plan), state.period);
  const unit = act.packages.unitPicked();
  const row = (/** @type {{ name: string, what: string }} */ words, /** @type {unknown} */ acts) => html`<li>
    <div><b>${words.name}</b><p>${words.what}</p></div><span class="acts">${acts}</span></li>`;
  return html`<div class="scrolls packages">
    <section class="panel"><div class="panelhead"><h2>${t.packages.take}</h2></div><ul>
      ${row(t.packages.receive, html`<button type="button" class="button button-main" @click=${act.packages.receive}>${icon("inbox")}${t.packages.receive.name}<kbd>Ctrl O</kbd></button>`)}</ul></section>
    <section class="panel"><div class="panelhead"><h2>${t.packages.give}</h2><span class="note">${t.packages.giveNote}</span></div><ul>
      ${row(t.packages.plan, html`<button type="button" class="button" data-does="plan" ?disabled=${!state.plan} @click=${() => act.packages.save("plan")}>${t.packages.export}</button>`)}
      ${row(t.packages.unit, html`
        ${unit ? picker({ label: t.exchange.unit, value: unit.id, options: units.map((one) => ({ value: one.unit.id, text: one.unit.name })), onPick: act.packages.pickUnit }) : nothing}
        ${period ? picker({ label: t.frame.period, value: state.packages.span, options: [{ value: "period", text: period.label }, { value: "all", text: t.packages.allPeriods }], onPick: act.packages.pickSpan }) : nothing}
        <button type="button" class="button" data-does="unit" ?disabled=${!unit} @click=${() => act.packages.save("unit")}>${t.packages.export}</button>`)}
      ${row(t.packages.handover, html`<button type="button" class="button" data-does="handover" ?disabled=${!state.frame?.ledger} @click=${() => act.packages.save("handover")}>${t.packages.export}</button>`)}</ul></section>
    <section class="panel"><div class="panelhead"><h2>${t.packages.whole}</h2></div><ul>
      ${row(t.packages.workbook(period?.label ?? ""), html`<button type="button" class="button" data-does="xlsx" ?disabled=${!state.plan} @click=${() => act.packages.exportAll("xlsx")}>Excel</button>`)}
      ${row(t.packages.lines, html`<button type="button" class="button" data-does="csv" ?disabled=${!state.plan} @click=${() => act.packages.exportAll("csv")}>CSV</button>`)}</ul></section>
  </div>`;
};

/** A plan or a ledger that came, before it is taken. @type {import("../frame.js").ViewOf} */
export const packageDialog = (state, t, act) => {
  const { seen, refused } = state.packages;
  if (!seen) return nothing;
  const title = seen.kind === "plan" ? t.packages.askPlan : t.packages.askHandover;
  return dialog({
    title, close: t.frame.close, onClose: act.packages.discard, look: "packaged",
    body: html`<p class="soft">${seen.file}<br>${t.packages.madeBy(seen.made_by, seen.made_at)}</p>
      <ul class="points">${seen.lines.map((line) => html`<li>${line}</li>`)}</ul>
      <p>${seen.already ? t.packages.already : seen.kind === "plan" ? t.packages.planMeans : t.packages.handoverMeans}</p>
      ${refused ? html`<p class="field-note is-wrong" role="alert">${refused}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${seen.already ? t.frame.close : t.frame.cancel}</button>
      ${seen.already ? nothing : html`<button type="button" class="button button-main" autofocus
        @click=${(/** @type {Event} */ e) => act.packages.take(() => shut(e))}>${seen.kind === "plan" ? t.packages.takePlan : t.packages.takeHandover}</button>`}`,
  });
};
