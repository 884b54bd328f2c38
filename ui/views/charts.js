// @ts-check
// 图表: one indicator, its drawing and its figures.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { drawing } from "../parts/drawing.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { lightShape } from "../parts/light.js";
import { picker, typed } from "../parts/picker.js";
import { expectedFigure, number } from "../logic/figures.js";
import { noPlan } from "./measures.js";

/** @type {import("./frame.js").ViewOf} */
export const chartsView = (state, t, act) => {
  const { status, indicator, view } = state.charts;
  if (!state.plan) return noPlan(state, t, act);
  if (!status) return html``;
  if (!status.indicators.length) return empty({ title: t.entry.none, hint: t.entry.noneHint });
  const chosen = status.indicators.find((one) => one.id === indicator);
  const units = act.charts.unitsOf();
  return html`<div class="split charting">
    ${indicatorList(state, t, act)}<div class="handle"></div>
    <section class="chartpane" aria-label=${t.views.charts}>
      <div class="viewhead"><h1 class="cut" title=${chosen?.name ?? ""}>${chosen?.name ?? t.views.charts}</h1>
        ${picker({ label: t.measures.unit, look: "select unit", value: state.charts.unit, onPick: act.charts.pickUnit,
          options: [{ value: "", text: t.charts.together }, ...units.map((unit) => ({ value: unit.id, text: unit.name }))] })}
        <span class="acts"><button type="button" class="button" ?disabled=${!view} @click=${() => act.charts.save("svg")}>${t.charts.saveSvg}</button>
          <button type="button" class="button" ?disabled=${!view} @click=${() => act.charts.save("png")}>${t.charts.savePng}</button></span></div>
      <div class="scrolls">${view && chosen ? html`
        <figure>${drawing(view, "large")}<figcaption>${chosen.reason}${view.forecast ? html`<br><span class="soft">${view.forecast}</span>` : nothing}</figcaption></figure>
        ${figures(view, t)}` : nothing}</div>
    </section>
  </div>`;
};

/** @type {import("./frame.js").ViewOf} */
const indicatorList = (state, t, act) => {
  const rows = act.charts.shown();
  return html`<section class="indicatorlist" aria-label=${t.charts.indicators}>
    <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.charts.find(state.charts.status?.indicators.length ?? 0)} aria-label=${t.charts.findLabel}
      .value=${live(state.charts.query)} @input=${(/** @type {Event} */ e) => act.charts.search(typed(e))}></label>
    <div class="scrolls" tabindex="0" aria-label=${t.charts.indicators}>${rows.length === 0 ? html`<p class="soft none">${t.measures.noMatch}</p>` : html`
      <table class="table table-tight table-rows"><colgroup><col class="c-no"><col><col class="c-light"></colgroup>
      <tbody>${rows.map((one) => html`<tr aria-selected=${one.id === state.charts.indicator} @click=${() => act.charts.pick(one.id)}>
        <td class="num quiet">${one.row?.number ?? ""}</td><th scope="row" class="cut" title="${one.row?.title ?? ""}：${one.name}">${one.name}</th><td>${lightShape(t, one.light)}</td></tr>`)}</tbody></table>`}</div>
  </section>`;
};

/** @param {import("../types/api").ChartView} view @param {import("../text/index.js").Text} t */
const figures = (view, t) => {
  const before = view.table.some((row) => row.before !== null);
  return html`<table class="table table-tight figures">
  <colgroup><col class="c-label"><col class="c-v"><col class="c-v">${before ? html`<col class="c-v">` : nothing}<col></colgroup>
  <thead><tr><th>${t.frame.period}</th><th class="num">${t.charts.value(view.unit)}</th><th class="num">${t.charts.expected(view.unit)}</th>${before ? html`<th class="num">${t.charts.before(view.unit)}</th>` : nothing}<th>${t.charts.missing}</th></tr></thead>
  <tbody>${view.table.map((row) => html`<tr><th scope="row">${row.label}</th><td class="num">${row.value === null ? "—" : html`<b>${number(row.value)}</b>`}</td><td class="num soft">${expectedFigure(row.expected)}</td>
    ${before ? html`<td class="num soft">${row.before === null ? "—" : number(row.before)}</td>` : nothing}
    <td class="cut soft" title=${row.missing_units.join("、")}>${row.missing_units.join("、")}</td></tr>`)}</tbody></table>`;
};
