// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyCaps } from "../parts/kbd.js";
import { shownKeys } from "../keys.js";

/** Where the file is, and which keys work here. @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
export const statusBar = (state, t) => html`<footer class="statusbar">
  <span class="path cut" title=${state.frame?.ledger?.path ?? ""}>${state.frame?.ledger?.path ?? t.frame.noLedger}</span>
  <span class="quiet">${t.frame.offline}</span>
  ${state.frame ? html`<span class="quiet who">${t.frame.who(state.frame.who)}</span>` : nothing}
  <span class="keys">${shownKeys(state).map((key) => html`<span>${keyCaps(key.caps)}${key.say(t)}</span>`)}</span>
</footer>`;
