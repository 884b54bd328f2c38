// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { tag } from "../../parts/tag.js";
import { itemOf } from "../../logic/drafts.js";
import { itemForm } from "./forms.js";

/** Questions about the document: open ones first, settled ones in a line each. @type {import("../frame.js").ViewOf} */
export const doubtList = (state, t, act) => {
  const { view, item } = state.draft;
  if (!view) return nothing;
  const shown = view.doubts.find((doubt) => doubt.item === item && item !== null);
  const waiting = view.doubts.filter((doubt) => !doubt.settled || doubt === shown);
  const settled = view.doubts.filter((doubt) => doubt.settled && doubt !== shown);
  return html`<ol class="doubts">
    ${waiting.map((doubt) => (doubt === shown ? openDoubt(doubt) : closedDoubt(doubt)))}
    ${settled.map((doubt) => html`<li class="is-settled">${smallIcon("check")}<span class="cut" title=${doubt.message}>${where(doubt)}　${doubt.title}</span>
      ${doubt.item ? html`<button type="button" class="link" @click=${() => act.draft.pick(doubt.item)}>${t.draft.change}</button>` : nothing}</li>`)}
  </ol>`;

  /** @param {import("../../types/api").Doubt} doubt */
  function openDoubt(doubt) {
    return html`<li class="is-open">
      <div class="top"><p class="head"><b>${doubt.title}</b>${tag("ask", where(doubt))}</p>
        ${doubt.quote ? html`<p class="quote doc">“${doubt.quote}”</p>` : nothing}
        <p class="why">${doubt.message}</p></div>
      ${itemForm(state, t, act)}
    </li>`;
  }
  /** @param {import("../../types/api").Doubt} doubt */
  function closedDoubt(doubt) {
    const body = html`<p class="head"><b>${doubt.title}</b>${tag("ask", where(doubt))}</p>
      <p class="ask">${doubt.quote ? html`“${doubt.quote}”　` : nothing}${doubt.message}</p>`;
    return doubt.item
      ? html`<li><button type="button" class="opens" @click=${() => act.draft.pick(doubt.item)}>${body}</button></li>`
      : html`<li>${body}</li>`;
  }
  /** @param {import("../../types/api").Doubt} doubt */
  function where(doubt) {
    const found = view && itemOf(view, doubt.item);
    const key = found?.kind === "target" ? found.item.measure : found?.kind === "measure" ? found.item.key : null;
    const number = view?.measures.find((one) => one.key === key)?.number;
    return number ? t.draft.atMeasure(number, doubt.line) : t.draft.atLine(doubt.line);
  }
};
