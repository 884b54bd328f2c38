// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { smallIcon } from "../../parts/icon.js";
import { typed } from "../../parts/picker.js";

/** From how many characters before the limit on they are counted in sight. */
const NEAR = 200;

/** 进展情况, 存在问题, 下步措施 of the measure of the row at hand, beside what was told last. @type {import("../frame.js").ViewOf} */
export const telling = (state, t, act) => {
  const { of, view, texts, refused } = state.narrative, row = act.sheet.rowHere();
  const measures = act.narrative.counted();
  const locked = view?.locked ?? null;
  return html`<section class="telling" aria-label=${t.narrative.title}>
    <header><h2>${t.narrative.title}</h2>
      <span class="cut of" title=${row?.measure?.title ?? ""}>${row?.measure ? `${row.measure.number ? `${row.measure.number}　` : ""}${row.measure.title}，${row.unit.short}` : t.narrative.noMeasure}</span>
      ${locked ? html`<span class="locked cut" title=${t.entry.locked(locked)}>${smallIcon("lock")}${t.entry.locked(locked)}</span>` : view?.by ? html`<span class="quiet by">${view.by}</span>` : nothing}
      <span class="acts"><span class="soft">${t.narrative.count(measures.all, measures.untold)}</span>
        ${measures.untold ? html`<button type="button" class="link" @click=${act.narrative.nextUntold}>${t.narrative.nextUntold}</button>` : nothing}</span></header>
    <div class="three">${act.narrative.FIELDS.map((field) => {
      const text = texts[field] ?? view?.told[field] ?? "", last = view?.last?.told[field] ?? "", long = [...text].length;
      return html`<div class="tell">
        <label for=${`tell-${field}`}>${t.narrative.fields[field]}</label>
        ${view && long > view.longest - NEAR ? html`<span class="long ${long > view.longest ? "is-wrong" : ""}">${t.narrative.long(long, view.longest)}</span>` : nothing}
        ${last && !locked ? html`<button type="button" class="link" tabindex="-1" ?disabled=${text.trim() !== ""} title=${text.trim() === "" ? t.narrative.takeOverTitle : t.narrative.emptyFirst} @click=${() => act.narrative.takeOver(field)}>${t.narrative.takeOver}</button>` : nothing}
        <textarea class="input ${refused[field] ? "is-wrong" : ""}" id=${`tell-${field}`} name=${field} ?readonly=${locked !== null} ?disabled=${of === null} .value=${live(text)}
          @input=${(/** @type {Event} */ e) => act.narrative.type(field, typed(e))} @change=${act.narrative.settle} @blur=${act.narrative.settle}></textarea>
        ${refused[field] ? html`<p class="refused" role="alert">${refused[field]}</p>`
          : html`<p class="before">${last ? html`<b>${view?.last?.label}</b>${last}` : view ? t.narrative.noLast : ""}</p>`}
      </div>`;
    })}</div>
  </section>`;
};
