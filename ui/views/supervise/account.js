// @ts-check
// What each unit has on record (问责台账).

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { icon } from "../../parts/icon.js";
import { taken } from "../../logic/supervise.js";
import { standing } from "./rectify.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */
/** @typedef {import("../../types/api").UnitAccount} Account */

/** @type {import("../frame.js").ViewOf} */
export const accountPanes = (state, t, act) => {
  const { view, chosen } = state.supervise;
  if (!view) return nothing;
  if (!view.accounts.length) return empty({ title: t.supervise.noAccounts, hint: t.supervise.noAccountsHint });
  const one = view.accounts.find((account) => account.unit.id === chosen);
  const figure = (/** @type {number} */ n, strong = false) => html`<td class="num ${n ? "" : "quiet"}">${strong && n ? html`<b>${n}</b>` : n}</td>`;
  return html`<div class="split supervised">
    <section aria-label=${t.supervise.tabs.account}><div class="scrolls" tabindex="0" aria-label=${t.supervise.tabs.account}>
      <table class="table table-rows table-sticky accounts">
        <colgroup><col>${Array.from({ length: 7 }, () => html`<col class="c-n">`)}</colgroup>
        <thead><tr><th>${t.measures.unit}</th>${t.supervise.accountHead.slice(1).map((head) => html`<th class="num">${head}</th>`)}</tr></thead>
        <tbody>${view.accounts.map((account) => html`<tr aria-selected=${account.unit.id === chosen} @click=${() => act.supervise.choose(account.unit.id)}>
          <th scope="row" class="cut" title=${account.unit.name}>${account.unit.name}</th>
          ${figure(account.rectifications)}${figure(account.open)}${figure(account.signed_off)}${figure(account.overdue, true)}${figure(account.sent_back, true)}${figure(account.longest)}${figure(taken(account), true)}</tr>`)}</tbody>
      </table></div></section><div class="handle"></div>
    ${one ? detail(state, t, act, one) : html`<article class="detail"></article>`}
  </div>`;
};

/** @param {import("../../store.js").State} state @param {Text} t @param {Actions} act @param {Account} account */
const detail = (state, t, act, account) => {
  const rows = (state.supervise.view?.rectifications ?? []).filter((row) => row.unit.id === account.unit.id);
  return html`<article class="detail" aria-label=${account.unit.name}>
    <header><h1><span class="cut" title=${account.unit.name}>${account.unit.name}</span></h1>
      <p class="acts"><button type="button" class="button" @click=${() => act.supervise.copyAccounts(false)}>${icon("copy")}${t.supervise.copyOne}</button></p></header>
    <div class="scrolls">
      ${rows.length ? html`<section class="panel"><div class="panelhead"><h2>${t.supervise.tabs.rectify}</h2></div>
        <table class="table table-tight table-rows"><colgroup><col><col class="c-date"><col class="c-n"><col class="c-n"><col class="c-state"></colgroup>
          <thead><tr><th>${t.supervise.what}</th><th>${t.supervise.deadline}</th><th class="num">${t.supervise.daysHead}</th><th class="num">${t.supervise.backHead}</th><th>${t.supervise.state}</th></tr></thead>
          <tbody>${rows.map((row) => html`<tr @click=${() => act.supervise.to("rectify", row.id)}><th scope="row" class="cut" title="${row.name}：${row.finding}"><button type="button" class="rowname cut">${row.name}</button></th>
            <td class="soft">${row.deadline ?? "—"}</td><td class="num">${row.days_open}</td><td class="num">${row.sent_back}</td><td class="cut">${standing(t, row)}</td></tr>`)}</tbody></table></section>` : nothing}
      ${account.penalties.length ? html`<section class="panel"><div class="panelhead"><h2>${t.score.penalty}</h2></div>
        <table class="table table-tight"><colgroup><col class="c-date"><col class="c-n"><col><col class="c-who"></colgroup><tbody>
          ${account.penalties.map((one) => html`<tr><td class="soft">${one.period}</td><td class="num"><b>${one.points}</b></td><td class="wraps">${one.reason}</td><td class="cut soft" title=${one.who}>${one.who}</td></tr>`)}</tbody></table></section>` : nothing}
    </div>
  </article>`;
};
