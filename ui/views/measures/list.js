// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark } from "../../parts/light.js";
import { paceBar } from "../../parts/pace.js";
import { sortHead, windowed } from "../../parts/table.js";
import { tag } from "../../parts/tag.js";
import { lagSign, percent, points } from "../../logic/figures.js";
import { filtered, sorted } from "../../logic/lists.js";
import { greyOf } from "../../logic/lights.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").MeasureRow} Row */

/** Whether there is a plan this one may go on from. @param {import("../../store.js").State} state */
function earlierPlans(state) {
  const plans = state.frame?.plans ?? [], own = plans.find((plan) => plan.id === state.plan);
  return own !== undefined && plans.some((plan) => plan.start < own.start);
}

/** The measures that pass the filters, furthest behind first. @type {import("../frame.js").ViewOf} */
export const listPane = (state, t, act) => {
  const { list, filters, sort, selected } = state.measures;
  const rows = sorted(filtered(list?.measures ?? [], filters, state.query, act.measures.days()), sort);
  const all = list?.measures.length ?? 0;
  const head = (/** @type {string} */ by, /** @type {string} */ text, look = "") => sortHead({ by, text, look, sort, onSort: act.measures.order });
  return html`<section class="list" aria-label=${t.measures.list}>
    <div class="viewhead"><h1>${t.views.measures}</h1><span class="quiet cut">${t.measures.shown(rows.length, all)}${t.measures.orders[sort.by](sort.down)}</span>
      <span class="acts"><button type="button" class="button" title=${t.terms.openTitle} @click=${() => act.frame.go("terms")}>${t.terms.title}</button>
        ${rows.length < all ? html`<button type="button" class="link" @click=${act.measures.clearFilters}>${t.measures.clear}</button>` : nothing}
        ${earlierPlans(state) ? html`<button type="button" class="button" title=${t.compare.openTitle} @click=${() => act.frame.go("compare")}>${t.compare.title}</button>` : nothing}
        <button type="button" class="button tofilter" aria-expanded=${!state.measures.folded} @click=${act.measures.fold}>${t.measures.filters}</button></span></div>
    <div class="scrolls" tabindex="0" aria-label=${t.measures.list} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("measures", e)}>
      ${all === 0 ? empty({ title: t.measures.none, hint: t.measures.noneHint })
        : rows.length === 0 ? empty({ title: t.measures.noMatch, hint: t.measures.noMatchHint, act: { text: t.measures.clear, run: act.measures.clearFilters } })
        : html`<table class="table table-rows table-sticky" aria-rowcount=${rows.length}>
        <colgroup><col class="c-no"><col><col class="c-unit"><col class="c-light"><col class="c-bar"><col class="c-pct"><col class="c-lag"></colgroup>
        <thead><tr>${head("number", t.measures.number, "num")}${head("title", t.measures.measure)}${head("unit", t.measures.lead)}${head("light", t.measures.light)}<th class="bars">${t.measures.progress}</th>${head("completion", t.measures.completion, "num")}${head("lag", t.measures.lag, "num")}</tr></thead>
        <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.measures, state.rowHeights.row), columns: 7, row: (row) => line(row) })}</tbody>
      </table>`}
    </div>
  </section>`;

  /** @param {Row} row */
  function line(row) {
    const lead = row.units[0]?.unit;
    return html`<tr aria-selected=${row.id === selected} @click=${() => act.measures.select(row.id)}>
      <td class="num quiet">${row.number ?? ""}</td><th scope="row" class="cut" title="${row.title}：${row.reason}">${row.listed ? html`${tag("strong", t.supervise.listed)} ` : nothing}${row.title}</th>
      <td class="cut soft" title=${row.units.map((part) => part.unit.name).join("、")}>${lead?.short ?? ""}</td>
      <td>${lightMark(t, row.light, greyOf(row))}</td>
      <td class="bars">${row.completion === null || row.light === "grey" ? nothing : paceBar(t, { completion: row.completion, time: row.time_progress, light: row.light })}</td>
      <td class="num">${row.completion === null ? withoutFigure(row) : percent(row.completion)}</td>
      <td class="num">${lag(row)}</td></tr>`;
  }
  /** @param {Row} row */
  function withoutFigure(row) {
    return row.light === "grey" ? "—" : row.light === "green" || row.light === "done" ? t.measures.met : t.measures.unmet;
  }
  /** @param {Row} row */
  function lag(row) {
    if (row.lag === null || row.light === "done" || row.light === "grey") return nothing;
    const sign = lagSign(row.lag);
    if (sign <= 0) return html`<span class="quiet">${sign ? t.measures.ahead(points(row.lag)) : t.measures.level}</span>`;
    return row.light === "green" ? points(row.lag) : html`<b>${points(row.lag)}</b>`;
  }
};
