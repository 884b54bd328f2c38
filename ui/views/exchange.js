// @ts-check
// 交换: workbooks out, and back in.

import { html } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { icon } from "../parts/icon.js";
import { tabs } from "../parts/tabs.js";
import { boardPane } from "./exchange/board.js";
import { sentPane } from "./exchange/sent.js";
import { mergePane } from "./exchange/merge.js";
import { foreignPane } from "./exchange/foreign.js";
import { packagesPane } from "./exchange/packages.js";

/** @type {import("./frame.js").ViewOf} */
export const exchangeView = (state, t, act) => {
  const { chosen, board } = state.exchange;
  // Without a plan there is nothing to send or to merge into, but a package or a table may bring one.
  const all = [{ value: "send", text: t.exchange.send }, { value: "merge", text: t.exchange.merge }, { value: "foreign", text: t.foreign.tab }, { value: "packages", text: t.packages.tab }];
  const shown = state.plan ? all : all.slice(state.frame?.ledger ? 2 : 3);
  const tab = shown.some(({ value }) => value === state.exchange.tab) ? state.exchange.tab : "packages";
  const named = tabs({ value: tab, onPick: act.exchange.pickTab, tabs: shown });
  if (tab === "packages") return html`<div class="viewhead"><h1>${t.views.exchange}</h1>${named}</div>${packagesPane(state, t, act)}`;
  if (tab === "foreign") return html`<div class="viewhead"><h1>${t.views.exchange}</h1>${named}<span class="acts">
      <button type="button" class="button ${state.foreign.view ? "" : "button-main"}" @click=${act.foreign.openFiles}>${icon("inbox")}${state.foreign.view ? t.foreign.again : t.foreign.open}<kbd>Ctrl O</kbd></button></span></div>
    ${foreignPane(state, t, act)}`;
  const sending = tab === "send";
  return html`<div class="viewhead"><h1>${t.views.exchange}</h1>
      ${named}
      <span class="acts">${sending
        ? html`<label class="check" title=${t.exchange.trendTitle}><input type="checkbox" .checked=${live(state.exchange.trend)} @change=${(/** @type {Event} */ e) => act.exchange.withTrend(/** @type {HTMLInputElement} */ (e.target).checked)}><span>${t.exchange.trend}</span></label>
          <button type="button" class="button button-main" ?disabled=${!board?.units.length} title=${t.exchange.sendTitle} @click=${act.exchange.send}>${chosen.length ? t.exchange.sendChosen(chosen.length) : t.exchange.sendAll(board?.units.length ?? 0)}<kbd>Ctrl ↵</kbd></button>`
        : html`<button type="button" class="button" data-does="folder" @click=${act.returns.openFolder}>${t.exchange.addFolder}<kbd>Ctrl Shift O</kbd></button><button type="button" class="button ${state.exchange.report?.preview ? "" : "button-main"}" data-does="add" @click=${act.exchange.openReturns}>${icon("inbox")}${t.exchange.add}<kbd>Ctrl O</kbd></button>`}</span>
    </div>
    <div class="split board ${sending ? "sending" : ""}">${boardPane(state, t, act)}<div class="handle"></div>${sending ? sentPane(state, t, act) : mergePane(state, t, act)}</div>`;
};
