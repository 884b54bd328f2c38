// @ts-check
import { known } from "../../logic/periods.js";
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { empty } from "../../parts/empty.js";
import { tag } from "../../parts/tag.js";
import { shortMoment } from "../../logic/figures.js";

/** @typedef {import("../../types/api").BoardRow} Row */

const LOOKS = /** @type {const} */ ({ unsent: "", out: "ask", back: "plain", twice: "strong", outdated: "ask", mismatch: "wrong" });
const STATES = /** @type {const} */ (["back", "twice", "out", "outdated", "mismatch"]);
const OUT = ["out", "outdated", "mismatch"];

/** What was sent to whom, and what came back. @type {import("../frame.js").ViewOf} */
export const boardPane = (state, t, act) => {
  const { board, chosen, tab } = state.exchange;
  const sending = tab === "send";
  const units = board?.units ?? [];
  const month = known(state.frame?.plans.find((plan) => plan.id === state.plan), state.period);
  const count = (/** @type {(row: Row) => boolean} */ test) => units.filter(test).length;
  return html`<section class="returns" aria-label=${t.exchange.board}>
    <div class="panelhead"><h2>${t.exchange.workbooks(month?.short ?? "")}</h2>${sending && units.length ? html`<span class="acts">
      <button type="button" class="link" @click=${() => act.exchange.chooseMany("all")}>${t.exchange.chooseAll}</button>
      <button type="button" class="link" @click=${() => act.exchange.chooseMany("unsent")}>${t.exchange.chooseUnsent}</button>
      <button type="button" class="link" ?disabled=${!chosen.length} @click=${() => act.exchange.chooseMany("none")}>${t.exchange.chooseNone}</button></span>` : board?.chase ? html`<span class="acts"><button type="button" class="link" title=${board.chase} @click=${act.exchange.copyChase}>${t.exchange.copyChase}</button></span>` : nothing}</div>
    <dl class="counts ${sending ? "" : "counts-many"}">${sending ? html`
      ${figure(t.exchange.sent, count((row) => row.sent_at !== null))}${figure(t.exchange.back, count((row) => row.state === "back" || row.state === "twice"))}
      ${figure(t.exchange.out, count((row) => OUT.includes(row.state)))}${figure(t.exchange.unsent, count((row) => row.state === "unsent"))}` : html`
      ${figure(t.exchange.sent, count((row) => row.sent_at !== null))}${STATES.map((state) => figure(t.boardStates[state], count((row) => row.state === state), t.boardHints[state]))}`}</dl>
    <div class="scrolls">${units.length === 0 ? empty({ title: t.exchange.noUnits, hint: t.exchange.noUnitsHint }) : html`
      <table class="table table-tight table-rows table-sticky">
        <colgroup>${sending ? html`<col class="c-take">` : nothing}<col><col class="c-state"><col class="c-n"><col class="c-date"><col class="c-date"></colgroup>
        <thead><tr>${sending ? html`<th><span class="vh">${t.exchange.choose}</span></th>` : nothing}<th>${t.exchange.unit}</th><th>${t.exchange.state}</th><th class="num">${t.entry.filled}</th><th class="num">${t.exchange.sentAt}</th><th class="num">${t.exchange.backAt}</th></tr></thead>
        <tbody>${units.map((row) => html`<tr aria-selected=${sending && chosen.includes(row.unit.id)} title=${row.file ?? ""} @click=${sending ? () => act.exchange.choose(row.unit.id) : nothing}>
          ${sending ? html`<td><input type="checkbox" aria-label=${row.unit.name} .checked=${live(chosen.includes(row.unit.id))} @click=${(/** @type {Event} */ e) => e.stopPropagation()} @change=${() => act.exchange.choose(row.unit.id)}></td>` : nothing}
          <th scope="row" class="cut" title=${row.unit.name}>${row.unit.name}${sending ? nothing : beside(row)}</th><td title=${t.boardHints[row.state]}>${tag(LOOKS[row.state], t.boardStates[row.state])}</td><td class="num" title=${row.total ? "" : t.exchange.onlyTells}>${row.total ? `${row.filled} / ${row.total}` : "—"}</td>
          <td class="num soft" title=${row.sent_at ?? ""}>${day(row.sent_at)}</td><td class="num soft" title=${row.returned_at ?? ""}>${row.in_hand && !row.returned_at ? t.exchange.inHand : day(row.returned_at)}</td></tr>`)}</tbody>
      </table>`}</div>
  </section>`;

  /** Who saved what came and when, or why it does not count. @param {Row} row */
  function beside(row) {
    const said = row.note ?? (row.saved_at || row.saved_by ? t.exchange.savedBy(row.saved_by, row.saved_at) : "");
    return said ? html`<small class="quiet cut" title=${said}>${said}</small>` : nothing;
  }
};

/** @param {string} name @param {number} n @param {string} [title] */
const figure = (name, n, title = "") => html`<div title=${title}><dt>${name}</dt><dd>${n}</dd></div>`;

/** @param {string | null} moment */
const day = (moment) => (moment ? shortMoment(moment).slice(0, 5) : "—");
