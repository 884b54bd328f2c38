// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { LISTED, matching } from "../logic/choosing.js";
import { stepBy } from "../logic/several.js";
import { icon } from "./icon.js";
import { typed } from "./picker.js";

/** @typedef {import("../logic/choosing.js").Option} Option */

/**
 * Some of many: a button that opens a list to tick in, found by words or pinyin initials. ↓ leads from the field into the
 * list, space ticks; Enter in the field ticks the first that is found, with nothing typed it closes.
 * @param {{ label: string, said: string, options: Option[], ticked: string[], open: string | null, place: string, none: string, more: (n: number) => string,
 *           hint: string, all: string, clear: string, onOpen: (open: boolean) => void, onLeave: () => void, onType: (query: string) => void, onTick: (ids: string[], on: boolean) => void }} of open: what is searched for in the open list; hint: what stands above the list
 */
export const several = (of) => html`<span class="chooser several" @focusout=${(/** @type {FocusEvent} */ e) => left(e) && of.onLeave()}>
  <button type="button" class="select" aria-label="${of.label}：${of.said}" aria-haspopup="dialog" aria-expanded=${of.open !== null} ?disabled=${of.options.length < 2 && of.ticked.length === of.options.length} @click=${() => of.onOpen(of.open === null)}>
    <span class="cut">${of.said}</span>${icon("down")}</button>
  ${of.open === null ? nothing : list(of, of.open)}
</span>`;

/** @param {Parameters<typeof several>[0]} of @param {string} query */
function list({ label, options, ticked, place, none, more, hint, all, clear, onOpen, onType, onTick }, query) {
  const found = matching(options, query), listed = found.slice(0, LISTED), ids = found.map(({ value }) => value);
  const first = () => {
    if (!query.trim()) return onOpen(false);
    if (!listed.length) return;
    onTick([listed[0].value], !ticked.includes(listed[0].value));
    onType("");
  };
  return html`<div class="choices" role="group" aria-label=${label} @mousedown=${keep} @keydown=${(/** @type {KeyboardEvent} */ e) => key(e, first, () => onOpen(false), () => onTick(ids, true))}>
    <input class="input" type="search" placeholder=${place} aria-label=${label} autocomplete="off" spellcheck="false" .value=${live(query)} @input=${(/** @type {Event} */ e) => onType(typed(e))}>
    <p class="above"><span class="soft cut" aria-live="polite">${hint}</span><button type="button" class="link" @click=${() => onTick(ids, true)}>${all}</button>
      <button type="button" class="link" @click=${() => onTick(ids, false)}>${clear}</button></p>
    <ul class=${query.trim() ? "is-found" : ""}>${listed.map((option) => html`<li title=${option.text}><label><input type="checkbox" tabindex="-1" .checked=${live(ticked.includes(option.value))}
      @change=${() => onTick([option.value], !ticked.includes(option.value))}><span class="cut">${option.text}</span><span class="quiet">${option.note}</span></label></li>`)}
      ${listed.length === 0 ? html`<li class="soft">${none}</li>` : nothing}
      ${found.length > LISTED ? html`<li class="soft">${more(found.length - LISTED)}</li>` : nothing}</ul>
  </div>`;
}

/** A click in the list leaves the keyboard where it is. @param {MouseEvent} event */
const keep = (event) => event.target instanceof HTMLElement && event.target.matches("input[type=search]") || event.preventDefault();

/** @param {KeyboardEvent} event @param {() => void} first @param {() => void} close @param {() => void} all */
function key(event, first, close, all) {
  // While an input method is composing, its keys are its own.
  if (event.isComposing) return;
  const here = /** @type {HTMLElement} */ (event.target), pane = /** @type {HTMLElement} */ (event.currentTarget);
  const field = /** @type {HTMLInputElement} */ (pane.querySelector("input[type=search]")), boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (pane.querySelectorAll("input[type=checkbox]"))];
  const at = boxes.findIndex((box) => box === here), to = stepBy(event.key, at, boxes.length);
  if (to !== null) (boxes[to] ?? field).focus();
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && here === field) first();
  else if (event.key === "Enter" && at >= 0) close();
  else if (event.key === "a" && event.ctrlKey && at >= 0) all();
  else {
    // Letters typed in the list are searched for.
    if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey) field.focus();
    // The arrows of the page are not meant here.
    if (event.key.startsWith("Arrow")) event.stopPropagation();
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** The keyboard went elsewhere in the window. @param {FocusEvent} event */
const left = ({ relatedTarget, currentTarget }) => !(relatedTarget instanceof Node ? /** @type {Node} */ (currentTarget).contains(relatedTarget) : !document.hasFocus());
