// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "./icon.js";

/**
 * One of a few: a native list under text of our own, so that the text is cut with … and only as wide as it must be.
 * @param {{ label: string, value: string, options: { value: string, text: string }[], onPick: (value: string) => void,
 *           look?: string, title?: string, off?: boolean, arrow?: boolean, field?: string }} of
 */
export const picker = ({ label, value, options, onPick, look = "select", title = "", off = false, arrow = true, field = "" }) => {
  const now = options.find((option) => option.value === value);
  return html`<span class="picks ${look} ${off ? "is-off" : ""}" title=${title}>
    <span class="cut">${now?.text ?? ""}</span>${arrow ? icon("down") : ""}
    <select aria-label=${label} ?disabled=${off} data-field=${field} @change=${(/** @type {Event} */ e) => onPick(typed(e))}>
      ${options.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.text}</option>`)}
    </select>
  </span>`;
};

/** A choice in sight: two to five words in a row. @param {{ label: string, value: string, options: { value: string, text: string, off?: boolean, title?: string }[], onPick: (value: string) => void, look?: string }} of */
export const segment = ({ label, value, options, onPick, look = "" }) => html`<span class="segment ${look}" role="group" aria-label=${label}>
  ${options.map((option) => html`<button type="button" aria-pressed=${option.value === value} ?disabled=${option.off ?? false} title=${option.title ?? nothing} @click=${() => onPick(option.value)}>${option.text}</button>`)}
</span>`;

/** Returns what is in the field an event comes from. @param {Event} event */
export const typed = (event) => /** @type {HTMLInputElement} */ (event.target).value;
