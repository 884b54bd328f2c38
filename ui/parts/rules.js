// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";

/** Rules by their names. @param {readonly (readonly string[])[]} all */
export const rules = (all) => html`<dl class="rules">${all.map(([name, rule]) => html`<dt>${name}</dt><dd>${rule}</dd>`)}</dl>`;
