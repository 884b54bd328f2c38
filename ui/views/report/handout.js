// @ts-check
// 单位材料: one page a unit.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { paper } from "../../parts/paper.js";

/** @type {import("../frame.js").ViewOf} */
export const handoutActs = (state, t, act) => {
  const { handout } = state.report;
  if (!handout?.unit) return nothing;
  return html`<span class="quiet cut">${handout.left_out ? t.report.leftOut(handout.left_out) : t.report.onePage}</span>
    <span class="acts"><button type="button" class="button" data-does="save-one" @click=${() => act.handout.save(false)}>${t.report.saveOne}</button>
      <button type="button" class="button button-main" data-does="save-all" @click=${() => act.handout.save(true)}>${t.report.saveAll}<kbd>Ctrl ↵</kbd></button></span>`;
};

/** @type {import("../frame.js").ViewOf} */
export const handoutPane = (state, t, act) => {
  const { handout, unit } = state.report;
  if (!handout) return nothing;
  if (!handout.unit) return empty({ title: t.report.noUnits, hint: t.report.noUnitsHint });
  return html`<div class="split handouts">
    <section aria-label=${t.report.units}><div class="panelhead"><h2>${t.report.units}</h2><span class="note">${handout.units.length}</span></div>
      <div class="scrolls" tabindex="0" aria-label=${t.report.units}><table class="table table-tight table-rows"><tbody>${handout.units.map((one) => html`
        <tr aria-selected=${one.id === unit} @click=${() => act.handout.pick(one.id)}><th scope="row" class="cut" title=${one.name}>${one.name}</th></tr>`)}</tbody></table></div></section>
    <div class="handle"></div>
    <section class="desk scrolls" tabindex="0" aria-label=${t.report.page}>${paper(handout.blocks, t.report.page, "paper-dense")}</section></div>`;
};
