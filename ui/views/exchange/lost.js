// @ts-check
// 待确认的行: rows that lost their ids, beside the indicators and measures they may be.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { picker } from "../../parts/picker.js";
import { tag } from "../../parts/tag.js";
import { exact, proposed, unconfirmed } from "../../logic/returns.js";

/** @typedef {import("../../types/api").FileProposal} FileProposal */
/** @typedef {import("../../types/api").RowProposal} RowProposal */

const LOOKS = /** @type {const} */ ({ exact: "plain", similar: "ask", several: "ask", none: "wrong" });

/** Returns the words of a row on one line. @param {import("../../types/api").RowWords} words */
const said = (words) => [words.number, words.measure, words.indicator].filter(Boolean).join("　");

/** What names it, and under that where it stands. @param {import("../../types/api").RowWords} words @param {string} [none] */
const shown = (words, none = "") => html`<span class="oneline" title=${said(words)}>${words.indicator || none}</span><small class="quiet oneline">${[words.number, words.measure].filter(Boolean).join("　")}</small>`;

/** Every file with such rows. @type {import("../frame.js").ViewOf} */
export const lostRows = (state, t, act) => {
  const { report, picked } = state.exchange;
  return html`<div class="scrolls lostrows"><p class="quiet">${t.exchange.lostHint[0]}<b>${t.exchange.lostHint[1]}</b></p>${report?.proposals.map((file) => html`<section aria-label=${file.file}>
    <div class="panelhead"><h3 class="cut" title=${file.file}>${file.file}</h3>${sending(file)}${unconfirmed(file) ? html`<span class="left">${t.exchange.unconfirmed(unconfirmed(file))}</span>` : nothing}
      ${exact(file).length ? html`<span class="acts"><button type="button" class="button button-small" data-does="exact" @click=${() => act.returns.confirmExact(file)}>${t.exchange.confirmExact(exact(file).length)}</button></span>` : nothing}</div>
    ${!file.exchange ? empty({ title: t.exchange.whichSending, hint: t.exchange.whichSendingHint }) : html`
    <table class="table table-sticky lost"><colgroup><col class="c-at"><col><col class="c-fill"><col class="c-fit"><col><col class="c-act"></colgroup>
      <thead><tr><th>${t.exchange.row}</th><th>${t.exchange.inFile}</th><th>${t.exchange.filledIn}</th><th>${t.exchange.fit}</th><th>${t.exchange.maybe}</th><th>${t.exchange.action}</th></tr></thead>
      <tbody>${file.rows.map((row) => line(file, row))}</tbody></table>`}</section>`)}</div>`;

  /** Row numbers alone say little where rows of several sheets stand together. @param {FileProposal} file */
  function sheets(file) {
    return new Set(file.rows.map((row) => row.sheet)).size;
  }

  /** Which sending it answers. @param {FileProposal} file */
  function sending(file) {
    const words = (/** @type {import("../../types/api").ExchangeChoice} */ one) => t.exchange.sending(one.unit, one.period, one.sent_at);
    if (file.exchanges.length === 1) return html`<span class="note cut" title=${file.exchanges[0].plan}>${t.exchange.looksLike(words(file.exchanges[0]))}</span>`;
    if (!file.exchanges.length) return nothing;
    const options = file.exchanges.map((one) => ({ value: one.exchange, text: `${words(one)}　${one.plan}` }));
    return picker({ label: t.exchange.whichSending, value: file.exchange ?? "", options: file.exchange ? options : [{ value: "", text: t.exchange.whichSending }, ...options],
      onPick: (value) => value && act.returns.pickExchange(file.file_at, value) });
  }

  /** @param {FileProposal} file @param {RowProposal} row */
  function line(file, row) {
    const now = proposed(row, picked[row.key]);
    return html`<tr aria-selected=${Boolean(row.confirmed)}><td class="num soft" title=${row.sheet}>${row.row}${sheets(file) > 1 ? html`<small class="quiet oneline">${row.sheet}</small>` : nothing}</td><th scope="row">${shown(row.words, t.exchange.wordless)}</th>
      <td title=${row.filled}><span class="twolines">${row.filled}</span></td>
      <td>${row.confirmed ? tag("strong", t.exchange.confirmed) : tag(LOOKS[row.fit], t.fits[row.fit])}</td>
      <td>${maybe(row, now)}</td>
      <td>${row.confirmed || now ? html`<button type="button" class="button button-small" aria-label="${row.confirmed ? t.exchange.unconfirm : t.exchange.confirm} ${said(row.words)}" @click=${() => act.returns.confirmRow(file.file_at, row)}>${row.confirmed ? t.exchange.unconfirm : t.exchange.confirm}</button>` : html`<span class="quiet">${t.exchange.leftOut}</span>`}</td></tr>`;
  }

  /** What it may be: in words where that is settled, else to be picked. @param {RowProposal} row @param {string | null} now */
  function maybe(row, now) {
    const free = row.candidates.filter((one) => !one.taken || one.indicator === row.confirmed);
    const one = row.candidates.find((candidate) => candidate.indicator === now);
    if (row.confirmed || (one && row.fit !== "several")) return one ? shown(one.words) : nothing;
    if (!free.length) return html`<span class="quiet">${row.candidates.length ? t.exchange.allTaken : t.exchange.nothingLike}</span>`;
    const options = free.map((candidate) => ({ value: candidate.indicator, text: `${candidate.words.indicator}（${[candidate.words.number, candidate.words.measure].filter(Boolean).join("　")}）` }));
    return picker({ label: t.exchange.maybe, value: now ?? "", options: now ? options : [{ value: "", text: t.exchange.pickOne(free.length) }, ...options], onPick: (value) => value && act.returns.pick(row.key, value) });
  }
};
