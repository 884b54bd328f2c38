// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/**
 * Tabs; ← and → go from one to the next.
 * @param {{ value: string, tabs: { value: string, text: string, count?: string | number }[], onPick: (value: any) => void }} of
 */
export const tabs = ({ value, tabs: all, onPick }) => html`<div class="tabs" role="tablist" @keydown=${walk}>
  ${all.map((tab) => html`<button type="button" role="tab" aria-selected=${tab.value === value} tabindex=${tab.value === value ? 0 : -1}
    @click=${() => onPick(tab.value)}>${tab.text}${tab.count === undefined ? nothing : html`<span class="count">${tab.count}</span>`}</button>`)}
</div>`;

/** @param {KeyboardEvent} event */
function walk(event) {
  const step = event.key === "ArrowRight" ? "nextElementSibling" : event.key === "ArrowLeft" ? "previousElementSibling" : null;
  const next = step && /** @type {HTMLElement} */ (event.target)[step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  next.click();
}
