// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { picker } from "../../parts/picker.js";
import { tag } from "../../parts/tag.js";
import { itemOf } from "../../logic/drafts.js";
import { itemForm } from "./forms.js";

/** @typedef {import("../../types/api").Doubt} Doubt */

/** Questions about the document: open ones first, settled ones in a line each; then remarks. @type {import("../frame.js").ViewOf} */
export const doubtList = (state, t, act) => {
  const { view, item } = state.draft;
  if (!view) return nothing;
  const shown = view.doubts.find((doubt) => doubt.key === item);
  const waiting = view.doubts.filter((doubt) => !doubt.settled || doubt === shown);
  const settled = view.doubts.filter((doubt) => doubt.settled && doubt !== shown);
  return html`<ol class="doubts">
    ${waiting.map((doubt) => (doubt === shown ? openDoubt(doubt) : closedDoubt(doubt)))}
    ${settled.map((doubt) => html`<li class="is-settled">${smallIcon("check")}<span class="cut" title=${doubt.message}>${where(doubt)}　${doubt.title}${doubt.unit ? `：${doubt.unit.name}` : ""}</span>
      ${doubt.item ? html`<button type="button" class="link" @click=${() => act.draft.pick(doubt.key)}>${t.draft.change}</button>` : nothing}</li>`)}
  </ol>`;

  /** @param {Doubt} doubt */
  function openDoubt(doubt) {
    return html`<li class="is-open">
      <div class="top"><p class="head"><b>${doubt.title}</b>${tag("ask", where(doubt))}</p>
        ${doubt.quote ? html`<p class="quote doc">“${doubt.quote}”</p>` : nothing}
        <p class="why">${doubt.message}</p></div>
      ${doubt.unit || doubt.item === null ? answers(doubt, true) : itemForm(state, t, act)}
    </li>`;
  }
  /** @param {Doubt} doubt */
  function closedDoubt(doubt) {
    const body = html`<p class="head"><b>${doubt.title}</b>${tag(doubt.item ? "ask" : "plain", where(doubt))}</p>
      <p class="ask">${doubt.quote ? html`“${doubt.quote}”　` : nothing}${doubt.message}</p>`;
    return html`<li><button type="button" class="opens" @click=${() => act.draft.pick(doubt.key)}>${body}</button>
      ${doubt.unit || doubt.item === null ? answers(doubt, false) : nothing}</li>`;
  }
  /** What can be answered to a question about a unit, or to a remark. @param {Doubt} doubt @param {boolean} open */
  function answers({ key, unit }, open) {
    const look = `button ${open ? "button-main" : ""}`;
    if (!unit) return html`<div class="answers"><button type="button" class=${look} @click=${() => act.draft.note(key)}>${t.draft.understood}${open ? html` <kbd>Ctrl ↵</kbd>` : nothing}</button></div>`;
    const { name, like } = unit;
    const others = [...like.slice(1), ...state.draft.units.filter((one) => !like.some((other) => other.id === one.id))];
    return html`<div class="answers">
      <button type="button" class=${look} title=${t.draft.isAlias(like[0].name)} @click=${() => act.draft.isAlias(name, like[0].id)}><span class="cut">${t.draft.isAlias(like[0].name)}</span>${open ? html` <kbd>Ctrl ↵</kbd>` : nothing}</button>
      <button type="button" class="button" @click=${() => act.draft.isNew(name)}>${t.draft.isNew}${open ? html` <kbd>Alt N</kbd>` : nothing}</button>
      ${picker({ label: t.draft.otherUnitOf(name), look: "button", value: "", title: t.draft.otherUnitOf(name),
        options: [{ value: "", text: t.draft.otherUnit }, ...others.map((one) => ({ value: one.id, text: one.name }))], onPick: (id) => { if (id) act.draft.isAlias(name, id); } })}
    </div>`;
  }
  /** @param {Doubt} doubt */
  function where(doubt) {
    if (doubt.line === 0) return t.draft.remark;
    const found = view && itemOf(view, doubt.item);
    const key = found?.kind === "target" ? found.item.measure : found?.kind === "measure" ? found.item.key : null;
    const number = view?.measures.find((one) => one.key === key)?.number;
    return number ? t.draft.atMeasure(number, doubt.line) : t.draft.atLine(doubt.line);
  }
};
