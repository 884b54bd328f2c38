// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../parts/icon.js";
import { typed } from "../../parts/picker.js";

/** A question about a value: the fact with both figures, what may be the cause, two answers. @type {import("../frame.js").ViewOf} */
export const questionBar = (state, t, act) => {
  const [{ question, entry: { name, of, month } }, ...more] = state.entry.asked;
  return html`<div class="notice notice-ask question" role="alert">
    ${icon("ask")}
    <p><button type="button" class="fact" title=${t.entry.toCell} @click=${() => act.entry.goTo(question)}>${name}，${of}，${month}：${question.fact}</button><br>
      <span class="soft">${question.cause}${more.length ? t.entry.more(more.length) : nothing}</span></p>
    <input class="input" placeholder=${t.entry.reasonPlace} aria-label=${t.entry.reason} .value=${live(state.entry.reason)}
      @input=${(/** @type {Event} */ e) => act.record.giveReason(typed(e))}>
    <span class="acts"><button type="button" class="button" @click=${act.record.takeBack}>${t.entry.takeBack} <kbd>Esc</kbd></button>
      <button type="button" class="button button-main" @click=${act.record.confirmAsked}>${t.entry.right} <kbd>Alt Y</kbd></button></span>
  </div>`;
};
