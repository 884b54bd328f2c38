// @ts-check
// 总览: how the plan stands, who is worst, who has not reported, what changed, what is due.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../parts/dialog.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { noPlan } from "./measures.js";
import { lead } from "./overview/lead.js";
import { sectionPanel } from "./overview/sections.js";
import { behindPanel } from "./overview/behind.js";
import { overduePanel, unreportedPanel, turnedPanel, duePanel } from "./overview/lists.js";

/** @type {import("./frame.js").ViewOf} */
export const overviewView = (state, t, act) => {
  if (!state.plan) return noPlan(state, t, act);
  const { view } = state.overview;
  if (!view) return html``;
  if (!view.measures) return empty({ title: t.measures.none, hint: t.measures.noneHint });
  return html`<div class="viewhead"><h1 class="clamp" title=${view.sentence}>${view.sentence}</h1>
      <span class="acts"><button type="button" class="button" title=${t.overview.copyTitle} @click=${act.overview.copySentence}>${icon("copy")}${t.overview.copy}</button></span></div>
    <div class="sheet" tabindex="0" aria-label=${t.views.overview}>
      ${lead(t, view)}
      <div class="left">${sectionPanel(t, act, view)}${behindPanel(t, act, view)}</div>
      <div class="right">${overduePanel(state, t, act, view)}${unreportedPanel(state, t, act, view)}${turnedPanel(state, t, act, view)}${duePanel(state, t, act, view)}</div>
    </div>`;
};

/** What could not be put on the clipboard. @type {import("./frame.js").ViewOf} */
export const byHandDialog = (state, t, act) => {
  const { byHand: text } = state.overview;
  if (text === null) return nothing;
  const select = (/** @type {Event} */ e) => /** @type {HTMLTextAreaElement} */ (e.target).select();
  return dialog({ title: t.overview.byHand, close: t.frame.close, onClose: act.overview.closeByHand,
    body: html`<textarea class="input byhand" readonly autofocus rows="8" aria-label=${t.overview.byHand} .value=${text} @focus=${select}></textarea>`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.close}</button>` });
};
