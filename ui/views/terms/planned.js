// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../../parts/dialog.js";
import { typed } from "../../parts/picker.js";
import { number } from "../../logic/figures.js";

/** The values planned on the way to a target. @type {import("../frame.js").ViewOf} */
export const plannedDialog = (state, t, act) => {
  const { planned } = state.terms;
  if (!planned) return nothing;
  const { view, texts, message } = planned, touched = Object.keys(texts).length > 0;
  const way = view.rows.some((row) => row.straight !== null);
  return dialog({
    title: t.terms.plannedTitle(view.name), close: t.frame.close, onClose: act.terms.closePlan, look: "planning",
    body: html`<p class="soft">${t.terms.goal(view.target_label, view.unit, view.means)}</p>
      ${view.rows.length === 0 ? html`<p>${t.terms.noPeriods}</p>` : html`<div class="scrolls"><table class="table table-tight">
        <thead><tr><th>${t.frame.period}</th>${way ? html`<th class="num">${t.terms.straightTo}</th>` : nothing}<th class="num">${t.measures.inUnit(t.terms.plannedValue, view.unit)}</th></tr></thead>
        <tbody>${view.rows.map((row) => html`<tr><th scope="row">${row.label}</th>${way ? html`<td class="num soft">${row.straight === null ? "—" : number(row.straight)}</td>` : nothing}
          <td class="num"><input class="input num" aria-label=${row.label} .value=${live(texts[row.period] ?? row.value)} @input=${(/** @type {Event} */ e) => act.terms.typePlan(row.period, typed(e))}></td></tr>`)}</tbody></table></div>`}
      ${message ? html`<p class="field-note is-wrong" role="alert">${message}</p>` : nothing}`,
    foot: html`<button type="button" class="button aside" ?disabled=${view.rows.length === 0} @click=${act.terms.clearPlan}>${t.terms.clearPlan}</button>
      <button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!touched} @click=${(/** @type {Event} */ e) => act.terms.savePlan(() => shut(e))}>${t.frame.save}</button>`,
  });
};
