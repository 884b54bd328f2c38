// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";

/**
 * @typedef {import("../types/api").Light} Light
 * @typedef {import("../text/index.js").Text} Text
 */

/** A light: colour, shape and word. A grey one says why it is grey. @param {Text} t @param {Light} light @param {import("../logic/lights.js").Grey} grey */
export const lightMark = (t, light, grey) =>
  html`<span class="light light-${light}">${shape(light, grey === "waits")}${light === "grey" ? t.greys[grey] : t.light[light]}</span>`;

/** The same by its filter's name, where unreported and not yet due are one. @param {Text} t @param {Light} light */
export const lightName = (t, light) => html`<span class="light light-${light}">${shape(light, false)}${t.light[light]}</span>`;

/** Only the shape, where the word stands beside it; read out all the same. @param {Text} t @param {Light} light */
export const lightShape = (t, light) =>
  html`<span class="light light-${light}" title=${t.light[light]}>${shape(light, false)}<span class="vh">${t.light[light]}</span></span>`;

/** @param {Light} light @param {boolean} waits */
const shape = (light, waits) =>
  html`<svg class="light-mark" aria-hidden="true"><use href="#l-${light === "grey" && waits ? "wait" : light}"></use></svg>`;
