// @ts-check
// Rectifications: those to be asked for and those that are, left; the one that is open, right.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark, lightName } from "../../parts/light.js";
import { picker, segment } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { tag } from "../../parts/tag.js";
import { counts, FILTERS, items, unitsOf } from "../../logic/supervise.js";
import { greyOf } from "../../logic/lights.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */
/** @typedef {import("../../types/api").RectificationRow} Row */
/** @typedef {import("../../types/api").RedLight} Light */

/** Where a rectification stands, and whether it is late. @param {Text} t @param {Row} row */
export const standing = (t, row) => html`${tag(row.stage === "applied" ? "strong" : row.stage === "open" ? "ask" : "plain", t.supervise.stages[row.stage])}${row.overdue ? html` ${tag("wrong", t.supervise.overdue(row.days_late))}` : nothing}`;

/** @type {import("../frame.js").ViewOf} */
export const rectifyPanes = (state, t, act) => {
  const { view, filter, unit, chosen } = state.supervise;
  if (!view) return nothing;
  const rows = items(view, filter, unit), of = counts(view, unit), one = rows.find((item) => item.key === chosen);
  const nothingYet = !view.rectifications.length && !view.red.length && !view.own_red.length;
  return html`<div class="split supervised">
    <section aria-label=${t.supervise.tabs.rectify}>
      <div class="bar">${segment({ label: t.supervise.state, value: filter, onPick: (value) => act.supervise.narrow({ filter: /** @type {any} */ (value) }),
        options: FILTERS.map((value) => ({ value, text: `${t.supervise.filters[value]} ${of[value]}`, title: t.supervise.filterHints[value] })) })}
        ${picker({ label: t.measures.unit, look: "select unit", value: unit, onPick: (value) => act.supervise.narrow({ unit: value }), options: [{ value: "", text: t.measures.allUnits }, ...unitsOf(view).map((one) => ({ value: one.id, text: one.name }))] })}</div>
      <div class="scrolls" tabindex="0" aria-label=${t.supervise.tabs.rectify} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("supervise", e)}>
        ${rows.length === 0 ? empty(nothingYet ? { title: t.supervise.none, hint: t.supervise.noneHint } : { title: t.supervise.noMatch, hint: t.supervise.noMatchHint }) : html`
        <table class="table table-rows table-sticky rectifications" aria-rowcount=${rows.length}>
          <colgroup><col class="c-unit"><col><col class="c-light"><col class="c-light"><col class="c-date"><col class="c-state"></colgroup>
          <thead><tr><th>${t.measures.unit}</th><th>${t.supervise.what}</th><th>${t.supervise.then}</th><th>${t.supervise.now}</th><th>${t.supervise.deadline}</th><th>${t.supervise.state}</th></tr></thead>
          <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.supervise, state.rowHeights.row), columns: 6, row: (item) => html`<tr aria-selected=${item.key === chosen} @click=${() => act.supervise.choose(item.key)}>
            ${item.light ? red(item.light, item.own) : row(item.row)}</tr>` })}</tbody>
        </table>`}</div>
    </section><div class="handle"></div>
    ${!one ? html`<article class="detail"></article>` : one.light ? asked(t, act, one.light, one.own) : detail(t, act, one.row, state.period ?? "")}
  </div>`;

  /** @param {Light} light @param {boolean} own */
  function red(light, own) {
    return html`<td class="cut" title=${light.unit?.name ?? ""}>${light.unit?.short ?? ""}</td><th scope="row" class="cut" title="${light.name}：${light.finding}">${light.name}</th>
      <td></td><td>${lightMark(t, "red", "none")}</td><td></td>
      <td><button type="button" class="link" @click=${(/** @type {Event} */ e) => { e.stopPropagation(); act.supervise.askFor({ indicator: light.indicator, own: own ? light.unit?.id ?? null : null }); }}>${t.supervise.ask}</button></td>`;
  }
  /** @param {Row} row */
  function row(row) {
    return html`<td class="cut" title=${row.unit.name}>${row.unit.short}</td><th scope="row" class="cut" title="${row.name}：${row.finding}">${row.name}</th>
      <td>${lightMark(t, row.light, "none")}</td><td>${row.now ? lightMark(t, row.now.light, greyOf({ word: row.now.word, indicators: 1 })) : "—"}</td>
      <td class="soft">${row.deadline ?? "—"}</td><td class="cut">${standing(t, row)}</td>`;
  }
};

/** A red light nobody has asked to put right. @param {Text} t @param {Actions} act @param {Light} light @param {boolean} own */
const asked = (t, act, light, own) => html`<article class="detail" aria-label=${light.name}>
  <header><p class="quiet cut" title=${light.unit?.name ?? ""}>${light.unit?.name ?? ""}</p>
    <h1><span class="cut" title=${light.name}>${light.name}</span>${lightName(t, "red")}</h1></header>
  <div class="scrolls"><p class="said">${light.finding}</p>
    <p class="soft said">${own ? t.supervise.ownHint : t.supervise.redHint}</p>
    <p class="acts"><button type="button" class="button button-main" @click=${() => act.supervise.askFor({ indicator: light.indicator, own: own ? light.unit?.id ?? null : null })}>${t.supervise.askLong}<kbd>Enter</kbd></button>
      ${light.measure ? html`<button type="button" class="button" @click=${() => light.measure && act.supervise.toMeasure(light.measure.id)}>${t.supervise.toMeasure}</button>` : nothing}</p></div>
</article>`;

/** A rectification with every step of it. @param {Text} t @param {Actions} act @param {Row} row @param {string} period */
const detail = (t, act, row, period) => html`<article class="detail" aria-label=${row.name}>
  <header><p class="quiet where"><span class="cut" title=${row.unit.name}>${row.unit.name}</span><span>${t.supervise.days(row.stage, row.days_open)}</span></p>
    <h1><span class="cut" title=${row.name}>${row.name}</span>${standing(t, row)}</h1>
    <p class="acts">${row.stage === "open" ? html`<button type="button" class="button button-main" @click=${() => act.supervise.step("applied")}>${t.supervise.steps.applied}<kbd>Enter</kbd></button>
        <button type="button" class="button" @click=${act.supervise.edit}>${t.supervise.edit}<kbd>F2</kbd></button>` : nothing}
      ${row.stage === "applied" ? html`<button type="button" class="button button-main" @click=${() => act.supervise.step("signed_off")}>${t.supervise.steps.signed_off}<kbd>Enter</kbd></button>
        <button type="button" class="button" @click=${() => act.supervise.step("sent_back")}>${t.supervise.steps.sent_back}<kbd>F8</kbd></button>` : nothing}
      ${row.measure ? html`<button type="button" class="button" @click=${() => row.measure && act.supervise.toMeasure(row.measure.id)}>${t.supervise.toMeasure}</button>` : nothing}</p></header>
  <div class="scrolls">
    <section class="panel"><div class="panelhead"><h2>${t.supervise.lights}</h2>${row.own ? html`<span class="note">${t.supervise.ownNote}</span>` : nothing}</div>
      <table class="table table-tight"><colgroup><col class="c-when"><col class="c-light"><col></colgroup><tbody>
        <tr><th scope="row">${t.supervise.thenIn(row.period)}</th><td>${lightMark(t, row.light, "none")}</td><td class="wraps">${row.finding}</td></tr>
        <tr><th scope="row">${t.supervise.nowIn(period)}</th><td>${row.now ? lightMark(t, row.now.light, greyOf({ word: row.now.word, indicators: 1 })) : "—"}</td><td class="wraps">${row.now?.reason ?? t.supervise.notThere}</td></tr></tbody></table></section>
    <section class="panel"><div class="panelhead"><h2>${t.supervise.tabs.rectify}</h2></div>
      <table class="table table-tight"><colgroup><col class="c-when"><col></colgroup><tbody>
        ${line(t.supervise.cause, row.cause)}${line(t.supervise.action, row.action)}${line(t.supervise.deadline, row.deadline ?? "")}${line(t.supervise.person, row.person)}</tbody></table></section>
    <section class="panel"><div class="panelhead"><h2>${t.supervise.course}</h2><span class="note">${t.supervise.sentBack(row.sent_back)}</span></div>
      <table class="table table-tight"><colgroup><col class="c-when"><col class="c-step"><col class="c-who"><col></colgroup><tbody>
        ${row.steps.map((step) => html`<tr><td class="soft" title=${step.at}>${step.on}</td><th scope="row">${t.supervise.steps[step.step]}</th><td class="cut soft" title=${step.who}>${step.who}</td><td class="wraps">${step.note}</td></tr>`)}</tbody></table></section>
  </div>
</article>`;

/** @param {string} label @param {string} said */
const line = (label, said) => html`<tr><th scope="row" class="soft">${label}</th><td class="wraps">${said || html`<span class="quiet">—</span>`}</td></tr>`;
