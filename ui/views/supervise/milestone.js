// @ts-check
// Milestones of measures and phases of the plan by their days, left; the one that is open, right.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark, lightName } from "../../parts/light.js";
import { segment } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { tag } from "../../parts/tag.js";
import { percent } from "../../logic/figures.js";
import { milestonesOf } from "../../logic/supervise.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */
/** @typedef {import("../../types/api").MilestoneRow} Row */
/** @typedef {import("../../types/api").PhaseFigures} Figures */

const NODES = /** @type {const} */ (["", "phase", "node", "overdue"]);
const ORDER = /** @type {const} */ (["done", "green", "yellow", "red", "grey"]);

/** Whether a milestone is done, late, or evaluated. @param {Text} t @param {Row} row */
export const nodeState = (t, row) =>
  row.closing ? tag("plain", t.supervise.evaluated) : row.done_on ? tag("plain", t.supervise.done) : row.overdue ? tag("wrong", t.supervise.overdue(row.days_late)) : tag("", t.supervise.undone);

/** @type {import("../frame.js").ViewOf} */
export const milestonePanes = (state, t, act) => {
  const { view, nodes, chosen, phase } = state.supervise;
  if (!view) return nothing;
  const rows = milestonesOf(view.milestones, nodes), one = rows.find((row) => row.id === chosen);
  if (!view.milestones.length) return empty({ title: t.supervise.noNodes, hint: t.supervise.noNodesHint, act: { text: t.supervise.addPhase, run: () => act.supervise.addMilestone(null) } });
  return html`<div class="split supervised">
    <section aria-label=${t.supervise.tabs.milestone}>
      <div class="bar">${segment({ label: t.supervise.state, value: nodes, onPick: (value) => act.supervise.narrow({ nodes: /** @type {any} */ (value) }),
        options: NODES.map((value) => ({ value, text: `${t.supervise.nodes[value]} ${milestonesOf(view.milestones, value).length}` })) })}</div>
      <div class="scrolls" tabindex="0" aria-label=${t.supervise.tabs.milestone} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("supervise", e)}>
      <table class="table table-rows table-sticky" aria-rowcount=${rows.length}>
        <colgroup><col class="c-date"><col><col class="c-of"><col class="c-date"><col class="c-late"></colgroup>
        <thead><tr><th>${t.measures.due}</th><th>${t.supervise.node}</th><th>${t.supervise.of}</th><th>${t.supervise.doneOn}</th><th>${t.supervise.state}</th></tr></thead>
        <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.supervise, state.rowHeights.row), columns: 5, row: (row) => html`<tr aria-selected=${row.id === chosen} @click=${() => act.supervise.choose(row.id)}>
          <td class="soft">${row.due ?? "—"}</td><th scope="row" class="cut" title=${row.name}>${row.name}</th>
          <td class="cut soft" title=${row.measure?.title ?? ""}>${row.measure ? `${row.measure.number ?? ""} ${row.measure.title}` : t.supervise.phase}</td><td class="soft">${row.done_on ?? "—"}</td><td>${nodeState(t, row)}</td></tr>` })}</tbody>
      </table></div></section><div class="handle"></div>
    ${one ? detail(t, act, one, phase?.row.id === one.id ? phase.figures : null) : html`<article class="detail"></article>`}
  </div>`;
};

/** @param {Text} t @param {Actions} act @param {Row} row @param {Figures | null} figures */
const detail = (t, act, row, figures) => html`<article class="detail" aria-label=${row.name}>
  <header><p class="quiet where"><span class="cut">${row.measure ? `${row.measure.number ?? ""} ${row.measure.title}` : t.supervise.phase}</span><span>${row.due ? t.measures.until(row.due) : t.supervise.noDay}</span></p>
    <h1><span class="cut" title=${row.name}>${row.name}</span>${nodeState(t, row)}</h1>
    <p class="acts">${acts(t, act, row)}</p></header>
  <div class="scrolls">
    ${row.closing ? html`<section class="panel"><div class="panelhead"><h2>${t.supervise.findings}</h2><span class="note">${row.closing.closed_on}　${row.closing.who}</span></div><p class="said ruled">${row.closing.findings}</p></section>` : nothing}
    ${figures ? figuresPanel(t, figures, row.closing !== null) : nothing}
    ${row.text || row.done_on ? html`<section class="panel"><div class="panelhead"><h2>${t.supervise.about}</h2></div>
      <table class="table table-tight"><colgroup><col class="c-when"><col></colgroup><tbody>
        ${row.text ? html`<tr><th scope="row" class="soft">${t.supervise.text}</th><td class="wraps">${row.text}</td></tr>` : nothing}
        ${row.done_on ? html`<tr><th scope="row" class="soft">${t.supervise.doneOn}</th><td>${row.done_on}${row.days_late ? html`<span class="soft">　${t.supervise.doneLate(row.days_late)}</span>` : nothing}</td></tr>` : nothing}
        ${row.evidence ? html`<tr><th scope="row" class="soft">${t.supervise.evidence}</th><td class="wraps">${row.evidence}</td></tr>` : nothing}</tbody></table></section>` : nothing}
  </div>
</article>`;

/** @param {Text} t @param {Actions} act @param {Row} row */
const acts = (t, act, row) => {
  const evaluate = html`<button type="button" class="button button-main" @click=${act.supervise.evaluate}>${t.supervise.evaluate}</button>`;
  const change = html`<button type="button" class="button" @click=${() => act.supervise.changeMilestone(row)}>${t.supervise.edit}</button>`;
  const remove = html`<button type="button" class="button" @click=${() => act.supervise.remove(row.id)}>${t.supervise.remove}</button>`;
  if (row.closing) return html`<button type="button" class="button" title=${t.supervise.anewTitle} @click=${() => act.supervise.evaluateAnew(row.id)}>${t.supervise.anew}</button>`;
  const finish = row.done_on ? html`<button type="button" class="button" @click=${() => act.supervise.reopen(row.id)}>${t.supervise.reopen}</button>`
    : html`<button type="button" class="button ${row.measure ? "button-main" : ""}" @click=${() => act.supervise.finish(row)}>${t.supervise.finish}</button>`;
  return html`${row.measure ? nothing : evaluate}${finish}${change}${remove}${row.measure ? html`<button type="button" class="button" @click=${() => row.measure && act.supervise.toMeasure(row.measure.id)}>${t.supervise.toMeasure}</button>` : nothing}`;
};

/** How the plan stands at the end of a phase. @param {Text} t @param {Figures} of @param {boolean} kept */
const figuresPanel = (t, of, kept) => html`<section class="panel">
  <div class="panelhead"><h2>${t.supervise.figures(of.period)}</h2><span class="note">${kept ? t.supervise.kept : t.supervise.notKept}</span></div>
  <dl class="counts">${ORDER.map((light) => html`<div><dt>${lightName(t, light)}</dt><dd>${of.lights[light]}</dd></div>`)}</dl>
  <p class="said">${t.supervise.sums(of.measures, of.indicators, of.met, of.counted, of.completion === null ? "—" : percent(of.completion), percent(of.time_progress))}</p>
  ${of.behind.length ? html`<table class="table table-tight"><colgroup><col class="c-no"><col class="c-ind"><col class="c-light"><col></colgroup>
    <thead><tr><th class="num">${t.measures.number}</th><th>${t.supervise.behind(of.behind_count)}</th><th>${t.measures.light}</th><th>${t.overview.why}</th></tr></thead>
    <tbody>${of.behind.map((row) => html`<tr><td class="num quiet">${row.number ?? ""}</td><th scope="row" class="cut" title="${row.name}　${row.lead ?? ""}">${row.name}</th><td>${lightMark(t, row.light, "none")}</td><td class="wraps">${row.reason}</td></tr>`)}</tbody></table>` : nothing}
</section>`;
