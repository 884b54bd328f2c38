// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "./icon.js";

/** @typedef {import("../text/index.js").Text} Text */

/** A refusal, docked at the bottom: what is wrong, what to do. @param {Text} t @param {{ message: string, hint: string | null }} error @param {() => void} onClose */
export const errorBar = (t, error, onClose) => html`<div class="notice notice-wrong docked" role="alert">
  ${icon("wrong")}<p><b>${error.message}</b>${error.hint ? html`<br>${error.hint}` : nothing}</p>
  <span class="acts"><button type="button" class="button button-small" @click=${onClose}>${t.frame.understood}<kbd>Esc</kbd></button></span>
</div>`;

/** What to look at afterwards. @param {Text} t @param {string[]} notes @param {() => void} onClose */
export const notesBar = (t, notes, onClose) => html`<div class="notice notice-ask docked" role="status">
  ${icon("ask")}<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
  <span class="acts"><button type="button" class="button button-small" @click=${onClose}>${t.frame.understood}<kbd>Esc</kbd></button></span>
</div>`;

/** What was done, with a way back. @param {Text} t @param {{ text: string, undo: boolean }} toast @param {() => void} onUndo */
export const toastBar = (t, toast, onUndo) => html`<div class="toast" role="status">${toast.text}
  ${toast.undo ? html`<button type="button" class="link" @click=${onUndo}>${t.frame.undo}</button>` : nothing}</div>`;
