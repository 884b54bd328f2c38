// @ts-check
import { html } from "../vendor/lit-html/lit-html.js";
import { drawing } from "./drawing.js";
import { widths } from "../logic/report.js";

/** @typedef {import("../types/api").BulletinBlock} Block */

/** A document as it will be, to be read before it is saved. @param {Block[]} blocks @param {string} label @param {string} look */
export const paper = (blocks, label, look = "") => html`<article class="paper ${look}" aria-label=${label}>${blocks.map(block)}</article>`;

/** @param {Block} block */
function block(block) {
  switch (block.kind) {
    case "title": return html`<h2 class="lines">${block.text}</h2>`;
    case "heading": return html`<h3 class="level${block.level}">${block.text}</h3>`;
    case "paragraph": return html`<p class="lines">${block.text}</p>`;
    case "picture": return html`<figure>${drawing(block, "")}</figure>`;
    case "page_break": return html`<hr>`;
    default: return html`<table>
      <colgroup>${widths(block.shares).map((width) => html`<col width=${width}>`)}</colgroup>
      <thead><tr>${block.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${block.rows.map((row) => html`<tr>${row.map((cell, at) => html`<td class=${block.centred[at] ? "centred" : ""}>${cell}</td>`)}</tr>`)}</tbody></table>`;
  }
}
