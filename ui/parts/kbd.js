// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";

/** Keys as they are labelled on the keyboard. @param {string[]} caps */
export const keyCaps = (caps) => caps.map((cap) => html`<kbd>${cap}</kbd>`);
