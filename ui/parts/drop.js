// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";
import { icon } from "./icon.js";

/** What can be let go of here, over everything, while files are held over the window. @param {{ name: string, what: string }} words */
export const dropHint = ({ name, what }) => html`<div class="drophint" role="status"><div>${icon("inbox")}<b>${name}</b><span>${what}</span></div></div>`;
