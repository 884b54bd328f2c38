// @ts-check
// 导入: the source left, what was made of it right.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { progressBar } from "../parts/pace.js";
import { icon, smallIcon } from "../parts/icon.js";
import { typed } from "../parts/picker.js";
import { dialog, shut } from "../parts/dialog.js";
import { openDoubts } from "../logic/drafts.js";
import { sourcePane } from "./import/source.js";
import { revisesNotice, revisionView } from "./import/revision.js";
import { draftPane } from "./import/draft.js";

/** @type {import("./frame.js").ViewOf} */
export const importView = (state, t, act) => {
  const { view, discarding, revision } = state.draft;
  if (!view) return chooseView(state, t, act);
  if (revision) return revisionView(state, t, act);
  const left = openDoubts(view).length;
  return html`
    <div class="viewhead"><h1>${t.views.import}</h1>${steps(t, 2)}
      <span class="confirmed">${progressBar(t.draft.confirmedLabel(view.settled, view.items), view.settled, view.items)}
        <span>${t.draft.confirmed} <b>${view.settled}</b> / ${view.items}${left ? html`${t.draft.left} <b>${left}</b>` : nothing}</span></span>
      ${view.unsaved ? html`<span class="tag tag-wrong" role="alert" title=${view.unsaved}>${t.draft.unsaved}</span>` : nothing}
      <span class="acts"><button type="button" class="tool" aria-label=${t.draft.undoEdit} ?disabled=${!view.last_edit} title=${view.last_edit ? t.draft.undoEditTitle(view.last_edit) : t.draft.undoEdit} @click=${act.draft.undoEdit}>${icon("undo")}</button>
        <button type="button" class="button" @click=${() => act.draft.askDiscard(true)}>${t.draft.discard}</button>
        <button type="button" class="button" title=${t.draft.leaveTitle} @click=${act.draft.leave}>${t.draft.leave}</button>
        <button type="button" class="button button-main" ?disabled=${left > 0} title=${left ? t.draft.enterLater(left) : t.draft.enterTitle} @click=${act.draft.enter}>${t.draft.enter}</button></span>
    </div>
    ${revisesNotice(state, t, act)}
    <div class="split two">${sourcePane(state, t, act)}<div class="handle"></div>${draftPane(state, t, act)}</div>
    ${discarding ? discardDialog(state, t, act) : nothing}`;
};

/** @param {import("../text/index.js").Text} t @param {number} now */
const steps = (t, now) => html`<ol class="steps">${t.draft.steps.map((step, at) => html`
  <li class=${at + 1 < now ? "is-done" : ""} aria-current=${at + 1 === now ? "step" : nothing}>${at + 1 < now ? smallIcon("check") : `${at + 1}　`}${step}</li>`)}</ol>`;

/** @type {import("./frame.js").ViewOf} */
const chooseView = (state, t, act) => html`
  <div class="viewhead"><h1>${t.views.import}</h1>${steps(t, 1)}</div>
  <div class="choosing scrolls">
    ${state.draft.waiting.length ? html`<section class="choice waitingdrafts"><h2>${t.draft.waiting}</h2>
      <ul>${state.draft.waiting.map((draft) => html`<li><b class="cut" title=${draft.file}>${draft.file}</b><span class="quiet">${t.draft.savedAt(draft.saved_at, draft.in_ledger)}</span>
        <button type="button" class="button" @click=${() => act.draft.resume(draft.id)}>${t.draft.resume}</button></li>`)}</ul></section>` : nothing}
    <section class="choice"><h2>${t.draft.chooseTitle}</h2><p>${t.draft.chooseHint}</p>
      <button type="button" class="button button-main" @click=${act.draft.openFile}>${t.draft.choose}<kbd>Ctrl O</kbd></button></section>
    <section class="choice pasting"><h2>${t.draft.pasteTitle}</h2><p>${t.draft.pasteHint}</p>
      <textarea class="input doc" rows="8" spellcheck="false" aria-label=${t.draft.pasteTitle} .value=${live(state.draft.pasting ?? "")}
        @input=${(/** @type {Event} */ e) => act.draft.typePasted(typed(e))}></textarea>
      <button type="button" class="button" ?disabled=${!state.draft.pasting?.trim()} @click=${act.draft.readPasted}>${t.draft.readPasted}<kbd>Ctrl ↵</kbd></button></section>
    <dl class="facts">${t.draft.facts.map((fact) => html`<div><dt>${fact.ask}</dt><dd>${fact.answer}</dd></div>`)}</dl>
  </div>`;

/** @type {import("./frame.js").ViewOf} */
const discardDialog = (state, t, act) => dialog({
  title: t.draft.discardTitle, close: t.frame.close, onClose: () => act.draft.askDiscard(false),
  body: html`<p>${t.draft.discardHint}</p>`,
  foot: html`<button type="button" class="button" autofocus @click=${shut}>${t.draft.keep}</button>
    <button type="button" class="button button-danger" @click=${(/** @type {Event} */ e) => { shut(e); act.draft.discard(); }}>${t.draft.discard}</button>`,
});
