// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";

/** A state in one word. @param {"" | "strong" | "ask" | "wrong" | "plain"} look @param {string} word */
export const tag = (look, word) => html`<span class="tag ${look ? `tag-${look}` : ""}">${word}</span>`;
