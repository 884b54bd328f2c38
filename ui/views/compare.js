// @ts-check
// 对照上期: what of this plan goes on from an earlier one, so that figures of both years are one series.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { empty } from "../parts/empty.js";
import { picker, segment } from "../parts/picker.js";
import { windowed } from "../parts/table.js";
import { tag } from "../parts/tag.js";
import { allAccepted, choicesOf, counts, ended, rowsOf, standing } from "../logic/compare.js";
import { percent } from "../logic/figures.js";
import { visible } from "../logic/windowing.js";

/** @typedef {import("../logic/compare.js").Row} Row */

/** @type {import("./frame.js").ViewOf} */
export const compareView = (state, t, act) => {
  const { view, show } = state.compare;
  if (!view) return html``;
  const back = html`<button type="button" class="button" @click=${act.compare.back}>${t.compare.back}</button>`;
  if (!view.with)
    return html`<div class="viewhead"><h1>${t.compare.title}</h1><span class="acts">${back}</span></div>${empty({ title: t.compare.none, hint: t.compare.noneHint })}`;
  const count = counts(view), open = allAccepted(view), all = open.measures.length + open.indicators.length;
  return html`<div class="viewhead"><h1>${t.compare.title}</h1>
      ${picker({ label: t.compare.earlierPlan, look: "select earlier", value: view.with.id, title: view.with.title, options: view.choices.map((plan) => ({ value: plan.id, text: plan.title })), onPick: act.compare.pickEarlier })}
      ${segment({ label: t.compare.state, value: show, onPick: (value) => act.compare.filter(/** @type {import("../logic/compare.js").Show} */ (value)), options: [
        { value: "", text: t.measures.all }, { value: "open", text: `${t.compare.states.open} ${count.open}` }, { value: "linked", text: `${t.compare.states.linked} ${count.linked}` }, { value: "new", text: `${t.compare.states.new} ${count.new}` } ] })}
      <span class="acts">${back}<button type="button" class="button button-main" ?disabled=${all === 0} @click=${act.compare.acceptAll}>${t.compare.acceptAll(all)}<kbd>Ctrl ↵</kbd></button></span>
    </div>
    ${table(state, t, act)}
    ${endedLine(view, t)}`;
};

/** @type {import("./frame.js").ViewOf} */
const table = (state, t, act) => {
  const { view, show, cursor } = state.compare;
  if (!view) return nothing;
  const rows = rowsOf(view, show);
  return html`<div class="scrolls comparepane" @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("compare", e)}>
    ${rows.length === 0 ? empty({ title: t.compare.nothingHere, hint: t.compare.nothingHereHint }) : html`
    <table class="table table-sticky compared" aria-rowcount=${rows.length}>
      <colgroup><col class="c-no"><col><col class="c-goal"><col class="c-kind"><col><col class="c-goal"><col class="c-acts"></colgroup>
      <thead><tr><th class="num">${t.measures.number}</th><th>${t.compare.thisPlan}</th><th class="num">${t.measures.target}</th><th>${t.compare.state}</th><th>${t.compare.earlier}</th><th class="num">${t.measures.target}</th><th>${t.compare.action}</th></tr></thead>
      <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.compare, state.rowHeights.row), columns: 7, row: (row, at) => line(row, at) })}</tbody>
    </table>`}</div>`;

  /** @param {Row} row @param {number} at */
  function line(row, at) {
    const name = row.name || t.compare.loose, here = at === cursor;
    const focus = () => !here && act.compare.point(at);
    if (row.id === null) return html`<tr class="is-measure"><td></td><th scope="row" colspan="6" class="soft">${name}</th></tr>`;
    const how = standing(row.link), choices = view ? choicesOf(view, row) : [];
    const chosen = choices.find((one) => one.id === row.link.to);
    return html`<tr class=${row.kind === "measure" ? "is-measure" : ""} tabindex=${here ? 0 : -1} ?data-cursor=${here} @focus=${focus} @click=${focus}>
      <td class="num quiet">${row.number}</td><th scope="row" class="cut" title=${name}>${name}</th><td class="num">${row.target}</td>
      <td title=${row.link.likeness === null ? "" : t.compare.alike(percent(row.link.likeness))}>${tag(how === "open" ? "ask" : how === "linked" ? "strong" : "plain", how === "new" && row.link.confirmed ? t.compare.decidedNew : t.compare.states[how])}</td>
      <td>${picker({ label: t.compare.earlierOf(name), look: "select bare", value: row.link.to ?? "", title: chosen?.text ?? "", onPick: (earlier) => act.compare.choose(row, earlier),
        options: [{ value: "", text: t.compare.nothing }, ...choices.map((one) => ({ value: one.id, text: one.text }))] })}</td>
      <td class="num soft">${chosen?.target ?? ""}</td>
      <td><span class="rowacts">${how === "open" ? html`<button type="button" class="button button-small" tabindex="-1" @click=${() => act.compare.accept(row)}>${t.compare.accept}</button><button type="button" class="button button-small" tabindex="-1" @click=${() => act.compare.refuse(row)}>${t.compare.refuse}</button>` : nothing}</span></td></tr>`;
  }
};

/** @param {import("../types/api").Comparison} view @param {import("../text/index.js").Text} t */
function endedLine(view, t) {
  const gone = ended(view).map((measure) => measure.title);
  return gone.length ? html`<p class="after cut" title=${gone.join("、")}>${t.compare.ended(gone)}</p>` : nothing;
}
