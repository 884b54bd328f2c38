// @ts-check
// The lists beside: who owes what, what changed, what is due.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { lightMark } from "../../parts/light.js";
import { tag } from "../../parts/tag.js";
import { greyOf } from "../../logic/lights.js";
import { inSight } from "../../logic/overview.js";
import { turnsSaid } from "./sections.js";

/**
 * @typedef {import("../../text/index.js").Text} Text
 * @typedef {import("../../actions/index.js").Actions} Actions
 * @typedef {import("../../store.js").State} State
 * @typedef {import("../../types/api").Overview} Overview
 * @typedef {(state: State, t: Text, act: Actions, view: Overview) => unknown} PanelOf
 */

/** A list of a few lines that can be opened. @param {{ state: State, t: Text, act: Actions, name: "overdue" | "unreported" | "turned" | "due", title: string, note: string, acts?: unknown, all?: (n: number) => string, rows: any[], few: number, line: (row: any) => unknown, columns: unknown, none: string }} of */
const panel = ({ state, t, act, name, title, note, acts = nothing, all = t.overview.all, rows, few, line, columns, none }) => {
  const open = state.overview.open === name, seen = inSight(rows, few, open);
  return html`<section class="panel">
    <div class="panelhead"><h2>${title}</h2><span class="note" title=${note}>${note}</span>
      <span class="acts">${open || seen.length < rows.length ? html`<button type="button" class="link" aria-expanded=${open} @click=${() => act.overview.unfold(name)}>${open ? t.overview.fewer : all(rows.length)}</button>` : nothing}${acts}</span></div>
    ${rows.length ? html`<table class="table table-tight table-rows"><colgroup>${columns}</colgroup><tbody>${seen.map(line)}</tbody></table>`
      : html`<p class="ruled none">${none}</p>`}
  </section>`;
};

const name = (/** @type {string} */ text) => html`<th scope="row" class="cut" title=${text}><button type="button" class="rowname cut">${text}</button></th>`;

/** @type {PanelOf} */
export const unreportedPanel = (state, t, act, view) => panel({
  state, t, act, name: "unreported", few: 5, rows: view.unreported, all: t.overview.allUnits, title: t.overview.unreported,
  note: view.reporting ? t.overview.unreportedOf(view.unreported.length, view.reporting) : "",
  none: view.reporting ? t.overview.allReported : t.exchange.noUnitsHint,
  acts: view.chase ? html`<button type="button" class="link" title=${t.overview.copyChaseTitle} @click=${act.overview.copyChase}>${t.overview.copyChase}</button>` : nothing,
  columns: html`<col><col class="c-owes">`,
  line: (/** @type {import("../../types/api").Owing} */ row) => html`<tr @click=${() => act.overview.toUnit(row.unit.id)}>
    ${name(row.unit.name)}<td class="num" title=${row.names.join("、")}>${t.overview.owes(row.owed, row.total)}</td></tr>`,
});

/** @type {PanelOf} */
export const turnedPanel = (state, t, act, view) => panel({
  state, t, act, name: "turned", few: 7, rows: view.turned, title: t.overview.turned, note: turnsSaid(t, view.turns),
  none: view.change ? t.overview.noneTurned : t.overview.firstPeriod,
  columns: html`<col class="c-no"><col><col class="c-turn">`,
  line: (/** @type {import("../../types/api").Turned} */ row) => html`<tr title=${row.reason} @click=${() => act.overview.toMeasure(row.measure.id)}>
    <td class="num quiet">${row.measure.number ?? ""}</td>${name(row.measure.title)}
    <td><span class="turn">${mark(t, row.before, row.before_word)}${smallIcon("right")}${mark(t, row.after, row.after_word)}</span></td></tr>`,
});

/** @param {Text} t @param {import("../../types/api").Light} light @param {string | null} word */
const mark = (t, light, word) => lightMark(t, light, greyOf({ word, indicators: word === null ? 0 : 1 }));

/** @type {PanelOf} */
export const duePanel = (state, t, act, view) => panel({
  state, t, act, name: "due", few: 6, rows: view.due, title: t.overview.due, note: t.overview.between(view.due_from, view.due_until), none: t.overview.noneDue,
  columns: html`<col class="c-no"><col><col class="c-date"><col class="c-lack">`,
  line: (/** @type {import("../../types/api").DueSoon} */ row) => html`<tr @click=${() => (row.rectification ? act.supervise.to("rectify", row.rectification) : row.measure && act.overview.toMeasure(row.measure.id))}>
    <td class="num quiet">${row.measure?.number ?? ""}</td>${row.measure ? name(row.rectification ? t.supervise.dueOf(row.name) : row.name) : html`<th scope="row" class="cut" title=${row.name}>${row.name}</th>`}
    <td class="soft">${row.day}</td><td class="num" title=${t.overview.inDays(row.days)}>${row.missing ? html`<b>${row.missing}</b>` : t.overview.inDays(row.days)}</td></tr>`,
});

const TAB = /** @type {const} */ ({ rectification: "rectify", inspection: "listing", milestone: "milestone" });

/** What is supervised and late, as of today; nothing while nothing is supervised. @type {PanelOf} */
export const overduePanel = (state, t, act, view) => {
  const { open, applied, listed, overdue } = view.supervised;
  if (!open && !applied && !listed && !overdue.length) return nothing;
  return panel({
    state, t, act, name: "overdue", few: 3, rows: overdue, title: t.supervise.overdueTitle, note: t.supervise.tally(open, applied, listed), none: t.supervise.noneOverdue,
    acts: html`<button type="button" class="link" @click=${() => act.frame.go("supervise")}>${t.supervise.open}</button>`,
    columns: html`<col class="c-kind"><col><col class="c-date"><col class="c-late">`,
    line: (/** @type {import("../../types/api").Overdue} */ row) => html`<tr title=${row.unit?.name ?? ""} @click=${() => act.supervise.to(TAB[row.kind], row.id)}>
      <td>${tag("", t.supervise.kinds[row.kind])}</td>${name(row.unit ? t.supervise.byUnit(row.name, row.unit.short) : row.name)}
      <td class="soft">${row.day}</td><td class="num"><b>${t.supervise.overdue(row.days_late)}</b></td></tr>`,
  });
};
