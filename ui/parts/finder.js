// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { typed } from "./picker.js";

/**
 * One of very many: typed, then chosen from what is found. ↓ leads from the field into the list, Enter takes the first.
 * @param {{ label: string, place: string, query: string, none: string, matches: { id: string, text: string, note: string }[], onType: (query: string) => void, onPick: (id: string) => void }} of
 */
export const finder = ({ label, place, query, none, matches, onType, onPick }) => html`<div class="finder" @keydown=${(/** @type {KeyboardEvent} */ e) => walk(e, () => matches[0] && onPick(matches[0].id), () => onType(""))}>
  <input class="input" autocomplete="off" aria-label=${label} placeholder=${place} .value=${live(query)} @input=${(/** @type {Event} */ e) => onType(typed(e))}>
  ${query.trim() ? html`<div class="found" role="group" aria-label=${label}>
    ${matches.length ? matches.map((one) => html`<button type="button" title=${one.text} @click=${() => onPick(one.id)}><span class="cut">${one.text}</span><small class="quiet cut">${one.note}</small></button>`) : html`<p class="quiet">${none}</p>`}</div>` : nothing}
</div>`;

/** @param {KeyboardEvent} event @param {() => unknown} first @param {() => unknown} clear */
function walk(event, first, clear) {
  // While an input method is composing, its keys are its own.
  if (event.isComposing) return;
  const at = /** @type {HTMLElement} */ (event.target), all = [...at.closest(".finder")?.querySelectorAll("input, button") ?? []];
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step) /** @type {HTMLElement | undefined} */ (all[all.indexOf(at) + step])?.focus();
  else if (event.key === "Enter" && at instanceof HTMLInputElement && at.value.trim() && !event.ctrlKey) first();
  else if (event.key === "Escape" && all.length > 1) {
    clear();
    /** @type {HTMLElement | undefined} */ (all[0])?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
