// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../../parts/dialog.js";
import { typed } from "../../parts/picker.js";

/** A target divided among units, with what the shares come to. @type {import("../frame.js").ViewOf} */
export const sharesDialog = (state, t, act) => {
  const { shares } = state.measures;
  if (!shares) return nothing;
  const { view, texts, message } = shares;
  const changed = Object.keys(texts).length > 0;
  return dialog({
    title: t.shares.title(view.name), close: t.frame.close, onClose: act.shares.close, look: "dividing",
    body: html`<p class="soft">${t.shares.hint(view.target_label, view.unit)}</p>
      <p class="acts"><button type="button" class="button button-small" @click=${act.shares.alike}>${t.shares.alike}</button><button type="button" class="button button-small" @click=${act.shares.none}>${t.shares.none}</button></p>
      ${view.rows.length ? html`<div class="scrolls"><table class="table table-tight table-sticky"><colgroup><col><col class="c-role"><col class="c-share"></colgroup>
        <thead><tr><th>${t.measures.unit}</th><th>${t.shares.role}</th><th class="num">${t.shares.share(view.unit)}</th></tr></thead>
        <tbody>${view.rows.map(({ unit, role, share }) => html`<tr><th scope="row" class="cut" title=${unit.name}>${unit.name}</th><td class="soft">${role ? t.roles[role] : ""}</td>
          <td><input class="input num" aria-label=${unit.name} .value=${live(texts[unit.id] ?? share)} @input=${(/** @type {Event} */ e) => act.shares.type(unit.id, typed(e))}></td></tr>`)}</tbody></table></div>`
        : html`<p>${t.shares.noUnits}</p>`}
      <p class="field-note ${view.note ? "is-asking" : ""}" role="status">${message ? nothing : html`${t.shares.sum(view.sum, view.unit)}${view.note ? html`　${view.note}` : nothing}`}</p>
      ${message ? html`<p class="field-note is-wrong" role="alert">${message}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!changed || message !== ""} @click=${(/** @type {Event} */ e) => act.shares.save(() => shut(e))}>${t.frame.save}</button>`,
  });
};
