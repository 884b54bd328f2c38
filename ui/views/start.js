// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../parts/icon.js";

/** The four ways to begin, in the order of their numbers. @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
const ways = (state, t) => [
  { symbol: "book", ...t.start.sample },
  { symbol: "import", ...t.start.document },
  { symbol: "folder", ...t.start.ledger },
  state.frame?.ledger ? { symbol: "inbox", ...t.start.returned } : { symbol: "entry", ...t.start.empty },
];

/** Which of four things? @type {import("./frame.js").ViewOf} */
export const startView = (state, t, act) => html`<div class="start">
  <h1>${state.frame?.ledger ? t.start.again(state.frame.ledger.name) : t.start.title}</h1>
  <ol class="ways">
    ${ways(state, t).map((way, at) => html`<li><button type="button" class=${at === state.way ? "is-here" : ""} @click=${() => act.start.take(at)} @focus=${() => act.frame.lookAt(at)}>
      <kbd>${at + 1}</kbd>${icon(way.symbol)}
      <span class="what"><b>${way.name}</b><span>${way.what}</span></span>
      <span class="kinds">${way.kinds}</span>${icon("right")}
    </button></li>`)}
  </ol>
  <p class="others">${icon("paste")}<button type="button" class="link" @click=${act.draft.pasteInstead}>${t.start.paste}</button>
    <button type="button" class="link" @click=${act.packages.receive}>${t.packages.receive.name}</button>
    ${state.frame?.ledger ? html`<button type="button" class="link" @click=${act.frame.newLedger}>${t.start.empty.name}</button>
      <button type="button" class="link" @click=${act.frame.closeLedger}>${t.start.close}</button>` : nothing}</p>
  <dl class="facts">${t.start.facts.map((fact) => html`<div><dt>${fact.ask}</dt><dd>${fact.answer}</dd></div>`)}</dl>
</div>`;
