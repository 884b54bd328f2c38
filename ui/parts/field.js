// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { picker, typed } from "./picker.js";

/**
 * A labelled line of text.
 * @param {{ label: string, value: string, onInput: (value: string) => void, name?: string, look?: string, wrong?: string, off?: boolean, place?: string }} of
 */
export const textField = ({ label, value, onInput, name = "", look = "", wrong = "", off = false, place = "" }) => html`
  <label class="field ${look}"><span>${label}</span>
    <input class="input ${look.includes("f-num") ? "num" : ""} ${wrong ? "is-wrong" : ""}" name=${name} placeholder=${place} ?disabled=${off}
      aria-invalid=${wrong ? "true" : "false"} .value=${live(value)} @input=${(/** @type {Event} */ e) => onInput(typed(e))}>
    ${wrong ? html`<span class="field-note is-wrong">${wrong}</span>` : nothing}
  </label>`;

/**
 * A labelled text of several lines.
 * @param {{ label: string, value: string, onInput: (value: string) => void, name?: string, place?: string, first?: boolean, rows?: number }} of
 */
export const areaField = ({ label, value, onInput, name = "", place = "", first = false, rows = 3 }) => html`
  <label class="field f-all"><span>${label}</span>
    <textarea class="input" name=${name} rows=${rows} placeholder=${place} ?autofocus=${first} .value=${live(value)} @input=${(/** @type {Event} */ e) => onInput(typed(e))} @keydown=${submit}></textarea></label>`;

/** Enter begins a new line there, so Ctrl+Enter does what the form is for. @param {KeyboardEvent} event */
function submit(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  /** @type {HTMLElement | null | undefined} */ (/** @type {HTMLElement} */ (event.target).closest("form")?.querySelector("button[type=submit]:not([disabled])"))?.click();
}

/**
 * A labelled choice.
 * @param {{ label: string, value: string, options: { value: string, text: string }[], onPick: (value: string) => void, look?: string, off?: boolean }} of
 */
export const choiceField = ({ label, value, options, onPick, look = "", off = false }) => html`
  <div class="field ${look}"><span>${label}</span>${picker({ label, value, options, onPick, off })}</div>`;

/** Returns the choices of a part of the catalogue, in its order. @param {{ [value: string]: string }} words */
export const choices = (words) => Object.entries(words).map(([value, text]) => ({ value, text }));
