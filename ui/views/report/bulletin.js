// @ts-check
// 通报: as it will be, and the template it is written by.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { empty } from "../../parts/empty.js";
import { paper } from "../../parts/paper.js";
import { typed } from "../../parts/picker.js";

/** @typedef {import("../../types/api").BulletinPlace} Place */

/** @type {import("../frame.js").ViewOf} */
export const bulletinActs = (state, t, act) => {
  const { bulletin, editing, refused } = state.report;
  if (!bulletin) return nothing;
  const said = `${bulletin.frozen ? t.report.frozen : t.report.unfrozen}；${t.report.draft}`;
  return html`<span class="quiet cut" title=${said}>${said}</span><span class="acts">${editing === null
    ? html`<button type="button" class="button" data-does="edit" @click=${act.bulletin.edit}>${t.report.edit}<kbd>F2</kbd></button>
      <button type="button" class="button button-main" data-does="save" @click=${act.bulletin.save}>${t.report.save}<kbd>Ctrl ↵</kbd></button>`
    : html`<button type="button" class="button" data-does="save" ?disabled=${refused !== null} @click=${act.bulletin.save}>${t.report.save}</button>`}</span>`;
};

/** @type {import("../frame.js").ViewOf} */
export const bulletinPane = (state, t, act) => {
  const { bulletin, editing, refused } = state.report;
  if (!bulletin) return refused ? empty({ title: refused.message, hint: refused.hint ?? t.report.unreadable }) : nothing;
  const preview = html`<section class="desk scrolls" tabindex="0" aria-label=${t.report.preview}>${paper(bulletin.blocks, t.report.preview)}</section>`;
  return editing === null ? preview : html`<div class="split templating">${template(state, t, act, bulletin, editing)}<div class="handle"></div>${preview}</div>`;
};

/**
 * The template with the places it may have.
 * @param {import("../frame.js").State} state @param {import("../frame.js").Text} t @param {import("../frame.js").Actions} act
 * @param {import("../../types/api").BulletinView} bulletin @param {string} editing
 */
const template = (state, t, act, bulletin, editing) => {
  const { refused } = state.report;
  const places = (/** @type {boolean} */ alone) => bulletin.places.filter((place) => place.alone === alone);
  const group = (/** @type {string} */ title, /** @type {Place[]} */ all) => html`<h3>${title}</h3><ul>${all.map((place) => html`<li>
    <button type="button" class="link" title=${t.report.placesNote} @click=${() => act.bulletin.insert(place)}>${place.name}</button><span class="soft cut" title=${place.says}>${place.says}</span></li>`)}</ul>`;
  return html`<section class="template" aria-label=${t.report.template}>
    <div class="panelhead"><h2>${t.report.template}</h2><span class="note">${bulletin.own ? t.report.byOwn : t.report.byDefault}</span></div>
    <textarea class="input ${refused ? "is-wrong" : ""}" spellcheck="false" aria-label=${t.report.template} maxlength=${bulletin.longest} .value=${live(editing)} @input=${(/** @type {Event} */ e) => act.bulletin.type(typed(e))}></textarea>
    ${refused ? html`<p class="field-note is-wrong" role="alert"><b>${refused.message}</b>${refused.hint ? html`<br>${refused.hint}` : nothing}</p>` : html`<p class="field-note">${t.report.howTo}</p>`}
    <div class="acts"><button type="button" class="button button-main" data-does="keep" ?disabled=${refused !== null || !changed(editing, bulletin)} @click=${act.bulletin.keep}>${t.report.keep}<kbd>Ctrl ↵</kbd></button>
      <button type="button" class="button" data-does="restore" ?disabled=${editing === bulletin.default} @click=${act.bulletin.restore}>${t.report.restore}</button>
      <button type="button" class="button" data-does="leave" @click=${act.bulletin.leave}>${t.report.leave}</button></div>
    <div class="panelhead"><h2>${t.report.places}</h2><span class="note">${t.report.placesNote}</span></div>
    <div class="scrolls places" tabindex="0" aria-label=${t.report.places}>${group(t.report.alone, places(true))}${group(t.report.within, places(false))}</div>
  </section>`;
};

/** True if there is something to keep: a default template that is not the plan's own is none. @param {string} editing @param {import("../../types/api").BulletinView} bulletin */
const changed = (editing, bulletin) => bulletin.own || editing !== bulletin.default;
