// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";

/** A symbol of the sprite in index.html. @param {string} name */
export const icon = (name) => html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`;

/** The same beside small text. @param {string} name */
export const smallIcon = (name) => html`<svg class="icon icon-small" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
