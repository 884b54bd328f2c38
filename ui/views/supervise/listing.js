// @ts-check
// Listed measures: which are to be looked at next, left; what was found, right.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark } from "../../parts/light.js";
import { tag } from "../../parts/tag.js";
import { greyOf } from "../../logic/lights.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */
/** @typedef {import("../../types/api").ListingRow} Row */

/** When it is looked at next, or that it is lifted. @param {Text} t @param {Row} row */
export const next = (t, row) => (row.lifted_on ? tag("plain", t.supervise.lifted) : row.days_late ? tag("wrong", t.supervise.overdue(row.days_late)) : nothing);

/** @type {import("../frame.js").ViewOf} */
export const listingPanes = (state, t, act) => {
  const { view, chosen } = state.supervise;
  if (!view) return nothing;
  const one = view.listings.find((row) => row.id === chosen);
  if (!view.listings.length) return empty({ title: t.supervise.noListing, hint: t.supervise.noListingHint, act: { text: t.supervise.list, run: () => act.supervise.list(null) } });
  return html`<div class="split supervised">
    <section aria-label=${t.supervise.tabs.listing}><div class="scrolls" tabindex="0" aria-label=${t.supervise.tabs.listing}>
      <table class="table table-rows table-sticky">
        <colgroup><col class="c-no"><col><col class="c-unit"><col class="c-light"><col class="c-date"><col class="c-state"></colgroup>
        <thead><tr><th class="num">${t.measures.number}</th><th>${t.measures.measure}</th><th>${t.measures.lead}</th><th>${t.supervise.now}</th><th>${t.supervise.next}</th><th>${t.supervise.state}</th></tr></thead>
        <tbody>${view.listings.map((row) => html`<tr aria-selected=${row.id === chosen} class=${row.lifted_on ? "is-off" : ""} @click=${() => act.supervise.choose(row.id)}>
          <td class="num quiet">${row.measure.number ?? ""}</td><th scope="row" class="cut" title=${row.measure.title}>${row.measure.title}</th>
          <td class="cut soft" title=${row.unit?.name ?? ""}>${row.unit?.short ?? ""}</td><td>${row.now ? lightMark(t, row.now.light, greyOf({ word: row.now.word, indicators: 1 })) : "—"}</td>
          <td class="soft">${row.next_on ?? row.lifted_on ?? ""}</td><td>${row.lifted_on || row.days_late ? next(t, row) : tag("strong", t.supervise.listed)}</td></tr>`)}</tbody>
      </table></div></section><div class="handle"></div>
    ${one ? detail(t, act, one) : html`<article class="detail"></article>`}
  </div>`;
};

/** @param {Text} t @param {Actions} act @param {Row} row */
const detail = (t, act, row) => html`<article class="detail" aria-label=${row.measure.title}>
  <header><p class="quiet where"><span class="cut">${t.supervise.since(row.listed_on, row.lifted_on, row.days)}</span><span>${t.supervise.everyDays(row.every_days)}</span></p>
    <h1><span class="no">${row.measure.number ?? ""}</span><span class="cut" title=${row.measure.title}>${row.measure.title}</span>${next(t, row)}</h1>
    <p class="acts">${row.lifted_on ? nothing : html`<button type="button" class="button button-main" @click=${() => act.supervise.inspect(row)}>${t.supervise.inspect}</button>
      <button type="button" class="button" @click=${() => act.supervise.lift(row)}>${t.supervise.lift}</button>`}
      <button type="button" class="button" @click=${() => act.supervise.toMeasure(row.measure.id)}>${t.supervise.toMeasure}</button></p></header>
  <div class="scrolls">
    <section class="panel"><div class="panelhead"><h2>${t.supervise.tabs.listing}</h2></div>
      <table class="table table-tight"><colgroup><col class="c-when"><col></colgroup><tbody>
        <tr><th scope="row" class="soft">${t.supervise.why}</th><td class="wraps">${row.reason}</td></tr>
        <tr><th scope="row" class="soft">${t.supervise.now}</th><td class="wraps">${row.now?.reason ?? t.supervise.notThere}</td></tr></tbody></table></section>
    <section class="panel"><div class="panelhead"><h2>${t.supervise.inspections}</h2></div>
      ${row.inspections.length ? html`<table class="table table-tight"><colgroup><col class="c-when"><col class="c-who"><col></colgroup><tbody>
        ${row.inspections.map((one) => html`<tr><td class="soft">${one.on}</td><td class="cut soft" title=${one.who}>${one.who}</td><td class="wraps">${one.finding}</td></tr>`)}</tbody></table>`
        : html`<p class="soft none">${t.supervise.noInspections}</p>`}</section>
  </div>
</article>`;
