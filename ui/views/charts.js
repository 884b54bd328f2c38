// @ts-check
// 图表: what is drawn, of what, and its figures.

import { html, nothing, svg } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { drawing } from "../parts/drawing.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { lightShape } from "../parts/light.js";
import { picker, typed } from "../parts/picker.js";
import { several } from "../parts/several.js";
import { KINDS, columnWidths, hasSpan, isAt, isOfOne, isOfUnit, isOfUnits, isWide, said, spotAt } from "../logic/charts.js";
import { ticked } from "../logic/several.js";
import { noPlan } from "./measures.js";

/** @typedef {import("../store.js").State} State */
/** @typedef {import("../text/index.js").Text} Text */
/** @typedef {import("../actions/index.js").Actions} Actions */

/** @type {import("./frame.js").ViewOf} */
export const chartsView = (state, t, act) => {
  const { status, indicator, view, kind, refused } = state.charts;
  if (!state.plan) return noPlan(state, t, act);
  if (!status) return html``;
  const one = isOfOne(kind), listed = one || kind === "bullets";
  const none = one && !status.indicators.length;
  const chosen = status.indicators.find((row) => row.id === indicator);
  const title = one ? chosen?.name ?? t.charts.kinds[kind] : t.charts.kinds[kind];
  return html`<div class="split charting ${listed ? "" : "is-whole"}">
    ${listed ? html`${indicatorList(state, t, act)}<div class="handle"></div>` : nothing}
    <section class="chartpane" aria-label=${t.views.charts}>
      <div class="viewhead"><h1 class="cut" title=${title}>${title}</h1><span class="what">${choices(state, t, act)}</span>${saving(state, t, act)}</div>
      <div class="scrolls">${none ? html`<div class="refusal">${empty({ title: t.terms.none, hint: t.terms.noneHint })}</div>` : nothing}${refused ? refusal(state, t, act) : nothing}${view ? html`
        <figure aria-busy=${act.charts.isDrawing()} class=${isWide(kind, view.table.columns.length) || !view.table.rows.length ? "is-wide" : ""}><div class="pointing" @mousemove=${(/** @type {MouseEvent} */ e) => act.charts.lookAt(under(e, view.spots))} @mouseleave=${() => act.charts.lookAt(null)}>${drawing(view, "large")}${pointer(state)}</div><figcaption aria-live="polite">${caption(state, t)}</figcaption></figure>
        ${figures(state, t, act)}` : nothing}</div>
    </section>
  </div>`;
};

/** What is drawn, of whom, since when. @param {State} state @param {Text} t @param {Actions} act */
const choices = (state, t, act) => {
  const { kind, unit, units, since } = state.charts;
  return html`${picker({ label: t.charts.kind, look: "select kind", value: kind, onPick: (value) => act.charts.show({ kind: /** @type {import("../types/api").ChartKind} */ (value) }),
      options: KINDS.map((value) => ({ value, text: t.charts.kinds[value] })) })}
    ${isOfUnit(kind) ? picker({ label: t.measures.unit, look: "select unit", value: unit, onPick: (value) => act.charts.show({ unit: value }),
      options: [{ value: "", text: t.charts.together }, ...units.map(({ unit }) => ({ value: unit.id, text: unit.name }))] }) : nothing}
    ${isOfUnits(kind) ? unitChoice(state, t, act) : nothing}
    ${hasSpan(kind) ? picker({ label: t.charts.since, look: "select since", value: since, onPick: (value) => act.charts.show({ since: value }),
      options: [{ value: "", text: t.charts.fromStart }, ...spans(state).map((one) => ({ value: one.period, text: t.charts.from(one.label) }))] }) : nothing}`;
};

/** Which units stand beside each other. @param {State} state @param {Text} t @param {Actions} act */
const unitChoice = (state, t, act) => {
  const { units, only, finding } = state.charts, ids = units.map(({ unit }) => unit.id);
  const said = (/** @type {number} */ n) => (n === ids.length ? t.charts.allUnits(n) : t.charts.someUnits(n, ids.length));
  const on = ticked(ids, only), away = only.cleared ? 0 : only.chosen.filter((id) => !ids.includes(id)).length;
  const found = finding?.trim() ? t.charts.found : "";
  return several({
    label: t.charts.units, said: said(act.charts.drawnUnits().length),
    options: units.map(({ unit, keys }) => ({ value: unit.id, text: unit.name, note: "", keys })), ticked: on, open: finding,
    place: t.charts.unitPlace, none: t.entry.chooseNone, more: t.entry.chooseMore,
    hint: only.cleared ? t.charts.atLeastOne : `${said(on.length)}${away ? t.charts.away(away) : ""}`, all: `${t.charts.tickAll}${found}`, clear: `${t.charts.untick}${found}`,
    onOpen: act.charts.choose, onLeave: act.charts.leave, onType: act.charts.findUnit, onTick: act.charts.tickUnits,
  });
};

/** Why nothing is drawn; where it is for the units that were chosen, how to show them all. @param {State} state @param {Text} t @param {Actions} act */
const refusal = (state, t, act) => {
  const { refused, kind, units } = state.charts;
  const forUnits = isOfUnits(kind) && units.length > 0 && act.charts.drawnUnits().length === 0;
  return html`<div class="refusal">${empty({ title: refused?.message ?? "", hint: refused?.hint ?? "", ...(forUnits ? { act: { text: t.charts.drawAll(units.length), run: () => void act.charts.drawAll() } } : {}) })}</div>`;
};

/** The months a chart can begin with. @param {State} state */
const spans = (state) => {
  const months = (state.frame?.plans.find((plan) => plan.id === state.plan)?.periods ?? []).filter((one) => /^\d{4}-\d{2}$/.test(one.period));
  const oneYear = new Set(months.map((one) => one.period.slice(0, 4))).size === 1;
  return months.filter((one) => !state.period || one.period < state.period).map(({ period, short, label }) => ({ period, label: oneYear ? short : label }));
};

/** How large, and where to. @param {State} state @param {Text} t @param {Actions} act */
const saving = (state, t, act) => {
  const { view, look } = state.charts;
  const size = look.double ? `${look.shape} 2` : look.shape;
  return html`<span class="acts">
    ${picker({ label: t.charts.size, look: "select size", value: size, onPick: (value) => act.charts.look({ shape: /** @type {import("../types/api").Shape} */ (value.split(" ")[0]), double: value.endsWith(" 2") }),
      options: ["16:9", "16:9 2", "4:3", "4:3 2", "a4"].map((value) => ({ value, text: t.charts.sizes[value] })) })}
    <button type="button" class="button" ?disabled=${!view} @click=${() => act.charts.copy()}>${t.charts.copy}</button>
    ${picker({ label: t.charts.saveAs, look: "select as", value: "", off: !view, onPick: (value) => act.charts.save(value),
      options: [{ value: "", text: t.charts.saveAs }, ...["png", "svg", "pdf", "xlsx"].map((value) => ({ value, text: t.charts.formats[value] }))] })}</span>`;
};

/** @type {import("./frame.js").ViewOf} */
const indicatorList = (state, t, act) => {
  const rows = act.charts.shown(), { kind, chosen, indicator } = state.charts, many = kind === "bullets";
  const picked = (/** @type {string} */ id) => (many ? chosen.includes(id) : id === indicator);
  return html`<section class="indicatorlist" aria-label=${t.charts.indicators}>
    <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.charts.find(state.charts.status?.indicators.length ?? 0)} aria-label=${t.charts.findLabel}
      .value=${live(state.charts.query)} @input=${(/** @type {Event} */ e) => act.charts.search(typed(e))}></label>
    ${many ? html`<p class="soft hint">${chosen.length ? html`${t.charts.some(chosen.length)} <button type="button" class="link" @click=${() => act.charts.show({ chosen: [] })}>${t.charts.all}</button>` : t.charts.allHint}</p>` : nothing}
    <div class="scrolls" tabindex="0" aria-label=${t.charts.indicators}>${rows.length === 0 ? html`<p class="soft none">${state.charts.query.trim() ? t.entry.chooseNone : nothing}</p>` : html`
      <table class="table table-tight table-rows"><colgroup><col class="c-no"><col><col class="c-light"></colgroup>
      <tbody>${rows.map((one) => html`<tr aria-selected=${picked(one.id)} @click=${() => act.charts.pick(one.id)}>
        <td class="num quiet">${one.row?.number ?? ""}</td><th scope="row" class="cut" title="${one.row?.title ?? ""}：${one.name}">${one.name}</th><td>${lightShape(t, one.light)}</td></tr>`)}</tbody></table>`}</div>
  </section>`;
};

/** Returns the row of figures under the mouse. @param {MouseEvent} event @param {import("../types/api").Spot[]} spots */
const under = (event, spots) => {
  const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
  return spotAt(spots, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
};

/** Marks where the figure that is looked at is drawn. @param {State} state */
const pointer = ({ charts: { view, point } }) => html`<svg class="pointer" aria-hidden="true" viewBox="0 0 1 1" preserveAspectRatio="none">${view?.spots.filter((spot) => point && isAt(point, spot))
  .map(({ left, top, right, bottom }) => svg`<rect x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>`)}</svg>`;

/** What is said beneath: the figure that is looked at, else what the whole says. @param {State} state @param {Text} t */
const caption = (state, t) => {
  const { view, point, kind, unit, indicator, status } = state.charts;
  if (view && point && view.table.rows[point.row]) return html`<b>${said(view.table, point, view.unit, t.charts.noFigure)}</b>`;
  const reason = kind === "trend" && !unit ? status?.indicators.find((one) => one.id === indicator)?.reason : untitled(view);
  return html`${reason}${view?.forecast ? html`<br><span class="soft">${view.forecast}</span>` : nothing}`;
};

/** What a chart says, without its title, which stands above it. @param {import("../types/api").ChartView | null} view */
const untitled = (view) => (view?.alt.startsWith(`${view.title}：`) ? view.alt.slice(view.title.length + 1) : view?.alt);

/** @param {State} state @param {Text} t @param {Actions} act */
const figures = (state, t, act) => {
  const { kind, view, point } = state.charts;
  if (!view?.table.rows.length) return nothing;
  const { columns, rows } = view.table;
  // Words begin at the left, numbers end at the right.
  const isNumber = columns.map((column, at) => (column.endsWith("）") || rows.some((row) => row[at])) && rows.every((row) => !row[at] || /^[-−+]?[\d.]+[%‰]?$/.test(row[at])));
  const align = (/** @type {number} */ at) => (at > 0 && isNumber[at] ? "num cut" : at > 0 ? "cut soft" : "cut");
  const wide = isWide(kind, columns.length), single = view.spots.some((spot) => spot.column !== null);
  const isHere = (/** @type {number} */ row, /** @type {number} */ column) => point?.row === row && point.column === column;
  // A table of its own for each kind: WebKit keeps the widths of columns whose class has changed.
  return keyed(kind, html`<div class="figurepane ${wide ? "is-wide" : ""}"><table class="table table-tight figures" @mouseleave=${() => act.charts.lookAt(null)}>
  <colgroup>${columnWidths(columns, rows, wide).map((width) => html`<col class=${width}>`)}</colgroup>
  <thead><tr>${columns.map((column, at) => html`<th class=${align(at)} title=${column}><span class="head">${column}</span></th>`)}</tr></thead>
  <tbody>${rows.map((row, n) => html`<tr aria-selected=${n === point?.row} @mouseenter=${() => single || act.charts.lookAt({ row: n, column: null })}><th scope="row" class="cut" title=${row[0]} @mouseenter=${() => single && act.charts.lookAt({ row: n, column: null })}>${row[0]}</th>${row.slice(1).map((cell, at) => html`
    <td class="${align(at + 1)} ${isHere(n, at + 1) ? "is-here" : ""}" title=${cell} @mouseenter=${() => single && act.charts.lookAt({ row: n, column: at + 1 })}>${cell || "—"}</td>`)}</tr>`)}</tbody></table></div>`);
};
