// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import { icon } from "./icon.js";

/**
 * A question that must be answered first. Esc closes it; focus goes back where it was.
 * @param {{ title: string, body: unknown, foot: unknown, onClose: () => void, close: string, look?: string }} of
 */
export const dialog = ({ title, body, foot, onClose, close, look = "" }) => html`
  <dialog class="dialog ${look}" aria-label=${title} ${ref(open)} @close=${onClose}>
    <form method="dialog" @submit=${(/** @type {Event} */ e) => e.preventDefault()}>
      <header><h3>${title}</h3><button type="button" class="tool" aria-label=${close} @click=${shut}>${icon("close")}</button></header>
      <div class="body">${body}</div>
      <footer>${foot}</footer>
    </form>
  </dialog>`;

/** Closes the dialog an event comes from. @param {Event} event */
export const shut = (event) => /** @type {HTMLElement} */ (event.target).closest("dialog")?.close();

/** @param {Element | undefined} element */
function open(element) {
  // The element is in the document only after the whole drawing.
  if (!(element instanceof HTMLDialogElement) || element.open) return;
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    /** @type {HTMLElement | null} */ (element.querySelector("[autofocus]") ?? element.querySelector(".body input, .body select, footer button"))?.focus();
  });
}
