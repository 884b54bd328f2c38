// @ts-check
// 汇报 › 幻灯: the slides there are, the one looked at, and what to say at it.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../../parts/dialog.js";
import { drawing } from "../../parts/drawing.js";
import { empty } from "../../parts/empty.js";
import { textField } from "../../parts/field.js";
import { icon } from "../../parts/icon.js";
import { lightShape } from "../../parts/light.js";
import { picker, typed } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { tabs } from "../../parts/tabs.js";
import { listed, pageCount } from "../../logic/deck.js";
import { visible } from "../../logic/windowing.js";

/** Which deck, what becomes of it. @type {import("../frame.js").ViewOf} */
export const deckActs = (state, t, act) => {
  const { deck } = state, off = !deck.slides.some((slide) => slide.chosen);
  return html`${picker({ label: t.deck.which, look: "select decks", value: deck.deck ?? "", onPick: act.deck.pickDeck,
      options: [{ value: "", text: t.deck.proposed }, ...(deck.view?.decks ?? []).map((one) => ({ value: one.id, text: one.name }))] })}
    <button type="button" class="link" ?disabled=${off || !(deck.touched || deck.deck === null)} @click=${() => act.deck.save()}>${t.deck.save}</button>
    <button type="button" class="link" ?disabled=${off} @click=${act.deck.beginName}>${t.deck.saveAs}</button>
    ${deck.deck ? html`<button type="button" class="link" @click=${act.deck.remove}>${t.deck.remove}</button>` : nothing}
    <span class="acts">
      <button type="button" class="button" data-does="talk" ?disabled=${off} title=${t.deck.exportTalkTitle} @click=${() => act.deck.exportAs("talk")}>${t.deck.exportTalk}</button>
      <button type="button" class="button" data-does="pictures" ?disabled=${off} @click=${() => act.deck.exportAs("pictures")}>${t.deck.exportPictures}</button>
      <button type="button" class="button" data-does="pdf" ?disabled=${off} @click=${() => act.deck.exportAs("pdf")}>${t.deck.exportPdf}</button>
      <button type="button" class="button button-main" ?disabled=${off} title=${t.deck.beginTitle} @click=${act.meeting.begin}>${t.deck.begin}<kbd>F5</kbd></button></span>`;
};

/** @type {import("../frame.js").ViewOf} */
export const deckPane = (state, t, act) => {
  const { deck } = state;
  if (!deck.view) return nothing;
  if (!deck.slides.length) return empty({ title: t.deck.none, hint: t.deck.noneHint });
  return html`<div class="split decking">${slideList(state, t, act)}<div class="handle"></div>${looked(state, t, act)}</div>${nameDialog(state, t, act)}`;
};

/** @type {import("../frame.js").ViewOf} */
const slideList = (state, t, act) => {
  const { deck } = state, list = act.deck.shown(), all = listed(deck.slides);
  const counts = { all: all.length, chosen: all.filter((slide) => slide.chosen).length };
  return html`<section class="slidelist" aria-label=${t.deck.list}>
    <div class="panelhead">${tabs({ value: deck.only, onPick: act.deck.show, tabs: (/** @type {const} */ (["all", "chosen"])).map((value) => ({ value, text: t.deck.only[value], count: counts[value] })) })}
      <span class="acts"><button type="button" class="tool" title=${t.deck.up} aria-label=${t.deck.up} @click=${() => act.deck.move(-1)}>${icon("up2")}</button><button type="button" class="tool" title=${t.deck.down} aria-label=${t.deck.down} @click=${() => act.deck.move(1)}>${icon("down2")}</button></span></div>
    ${deck.view?.gone ? html`<p class="field-note">${t.deck.gone(deck.view.gone)}</p>` : nothing}
    <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.deck.find(all.length)} aria-label=${t.deck.findLabel} .value=${live(deck.query)} @input=${(/** @type {Event} */ e) => act.deck.search(typed(e))}></label>
    <div class="scrolls" tabindex="0" aria-label=${t.deck.list} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("deck", e)}>${list.length ? nothing : html`<p class="soft none">${t.deck.noMatch}</p>`}
      <table class="table table-tight table-rows" aria-rowcount=${list.length}>
      <colgroup><col class="c-tick"><col class="c-light"><col><col class="c-kind"></colgroup>
      <tbody>${windowed({ rows: list, seen: visible(list.length, state.scroll.deck, state.rowHeights.tight), columns: 4, row: (slide) => row(state, t, act, slide) })}</tbody></table></div>
  </section>`;
};

/** @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../logic/deck.js").Slide} slide */
function row({ deck }, t, act, slide) {
  const pages = pageCount(deck.slides, slide.key);
  return html`<tr aria-selected=${slide.key === deck.selected} class=${slide.chosen ? "" : "is-out"} @click=${() => act.deck.pick(slide.key)}>
    <td><input type="checkbox" tabindex="-1" aria-label=${t.deck.choose(slide.name)} .checked=${live(slide.chosen)} @click=${(/** @type {Event} */ e) => e.stopPropagation()} @change=${() => act.deck.tick(slide.key)}></td>
    <td>${slide.light ? lightShape(t, slide.light) : nothing}</td><th scope="row" class="cut" title=${slide.headline}>${slide.name}</th>
    <td class="quiet cut">${t.deck.kinds[slide.kind]}${pages > 1 ? html` ${t.deck.pages(pages)}` : nothing}</td></tr>`;
}

/** The slide as it will be shown, and what to say at it. @type {import("../frame.js").ViewOf} */
const looked = (state, t, act) => {
  const { deck } = state, slide = deck.slides.find((one) => one.key === deck.selected);
  if (!slide) return nothing;
  const own = deck.talk[slide.key] ?? slide.own_talk ?? "";
  return html`<section class="looked" aria-label=${slide.name}>
    <div class="panelhead"><h2 class="cut">${slide.name}</h2><span class="acts">
      <label class="check"><input type="checkbox" .checked=${live(deck.hidden)} @change=${(/** @type {Event} */ e) => act.deck.hide(/** @type {HTMLInputElement} */ (e.target).checked)}><span>${t.deck.hide}</span></label>
      ${picker({ label: t.deck.ratio, value: deck.ratio, onPick: act.deck.shape, options: Object.entries(t.deck.ratios).map(([value, text]) => ({ value, text })) })}</span></div>
    <div class="preview ${deck.ratio === "4:3" ? "is-narrow" : ""}">${deck.drawn ? drawing({ svg: deck.drawn.svg, alt: deck.drawn.alt }, "slide") : nothing}</div>
    <div class="panelhead"><h2>${t.deck.talk}</h2><span class="note">${own ? t.deck.own : t.deck.talkHint}</span>
      ${own ? html`<span class="acts"><button type="button" class="link" @click=${act.deck.restore}>${t.deck.restore}</button></span>` : nothing}</div>
    <textarea class="input" name="talk" aria-label=${t.deck.talk} .value=${live(own || slide.talk.join("\n"))} @input=${(/** @type {Event} */ e) => act.deck.write(typed(e))}></textarea>
  </section>`;
};

/** @type {import("../frame.js").ViewOf} */
const nameDialog = (state, t, act) => {
  const { naming } = state.deck;
  if (!naming) return nothing;
  return dialog({
    title: t.deck.saveTitle, close: t.frame.close, onClose: act.deck.closeName,
    body: html`${textField({ label: t.deck.name, value: naming.name, name: "deckname", place: t.deck.namePlace, wrong: naming.message, onInput: act.deck.typeName })}<p class="soft">${t.deck.saveHint}</p>`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!naming.name.trim()} @click=${(/** @type {Event} */ e) => act.deck.save(() => shut(e))}>${t.deck.save}</button>`,
  });
};
