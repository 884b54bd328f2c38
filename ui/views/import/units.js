// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { tag } from "../../parts/tag.js";
import { unitsOf } from "../../logic/drafts.js";

/** The units the document names, and whether the ledger knows them. @type {import("../frame.js").ViewOf} */
export const unitTable = (state, t, act) => {
  if (!state.draft.view) return nothing;
  const count = (/** @type {number} */ n) => (n ? n : html`<span class="quiet">—</span>`);
  return html`<table class="table table-tight table-rows table-sticky draftunits">
    <colgroup><col><col class="c-n"><col class="c-n"><col class="c-n"><col class="c-known"></colgroup>
    <thead><tr><th>${t.draft.fields.unitName}</th><th class="num">${t.roles.lead}</th><th class="num">${t.roles.responsible}</th><th class="num">${t.roles.cooperating}</th><th>${t.draft.inLedger}</th></tr></thead>
    <tbody>${unitsOf(state.draft.view).map((unit) => html`<tr>
      <th scope="row" class="cut"><button type="button" class="link" title=${t.draft.toFirst(unit.name)} @click=${() => act.draft.pickMarked(unit.first)}>${unit.name}</button></th>
      <td class="num">${count(unit.lead)}</td><td class="num">${count(unit.responsible)}</td><td class="num">${count(unit.cooperating)}</td>
      <td class="cut" title=${unit.known ?? ""}>${unit.known ? (unit.known === unit.name ? t.draft.known : unit.known) : tag("plain", t.draft.newUnit)}</td></tr>`)}</tbody>
  </table>`;
};
