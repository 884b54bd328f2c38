// @ts-check
import { html } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { sharedStart } from "../../logic/returns.js";

/** The workbooks just written. @type {import("../frame.js").ViewOf} */
export const sentPane = (state, t) => {
  const { sent } = state.exchange;
  const alike = sharedStart(sent?.files.map((file) => file.file) ?? []);
  return html`<section class="sent" aria-label=${t.exchange.sentFiles}>
    <div class="panelhead"><h2>${t.exchange.sentFiles}</h2>${sent ? html`<span class="note" title=${sent.folder ?? ""}>${t.exchange.into(sent.files.length, sent.folder ?? "")}</span>` : ""}</div>
    <div class="scrolls">${sent ? html`<table class="table table-tight table-sticky">
      <colgroup><col class="c-unit"><col><col class="c-n"><col class="c-n"></colgroup>
      <thead><tr><th>${t.exchange.unit}</th><th>${t.exchange.file}</th><th class="num">${t.exchange.rows}</th><th class="num">${t.exchange.measures}</th></tr></thead>
      <tbody>${sent.files.map((file) => html`<tr><th scope="row" class="cut" title=${file.unit}>${file.unit}</th><td class="cut" title=${file.path}>${alike ? "…" : ""}${file.file.slice(alike)}</td><td class="num">${file.rows}</td><td class="num">${file.measures}</td></tr>`)}</tbody>
    </table>` : empty({ title: t.exchange.nothingSent, hint: t.exchange.nothingSentHint })}</div>
  </section>`;
};
