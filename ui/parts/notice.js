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

/** What takes long; work in steps shows how far it has come, and can be stopped. @param {Text} t @param {string} say @param {import("../types/api").Progress | null} progress @param {() => void} onStop */
export const workingBar = (t, say, progress, onStop) => html`<p class="working" role="status">
  ${progress ? html`<progress class="bar" max=${progress.of} .value=${progress.done}></progress>` : html`<span class="bar endless"></span>`}
  <span class="say"><span>${say}</span>${progress ? html`<span class="num">${progress.done} / ${progress.of}</span><span class="soft cut at">${progress.at}</span>
    <button type="button" class="button button-small" @click=${onStop}>${t.frame.stop}<kbd>Esc</kbd></button>` : nothing}</span></p>`;

/** What was done, with a way back. @param {Text} t @param {{ text: string, undo: boolean }} toast @param {() => void} onUndo */
export const toastBar = (t, toast, onUndo) => html`<div class="toast" role="status">${toast.text}
  ${toast.undo ? html`<button type="button" class="link" @click=${onUndo}>${t.frame.undo}</button>` : nothing}</div>`;
