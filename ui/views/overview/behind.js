// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark } from "../../parts/light.js";
import { paceBar } from "../../parts/pace.js";
import { tag } from "../../parts/tag.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */

/** The indicators furthest behind, with the reason. @param {Text} t @param {Actions} act @param {import("../../types/api").Overview} view */
export const behindPanel = (t, act, view) => html`<section class="panel">
  <div class="panelhead"><h2>${t.overview.behind}</h2>${view.behind.length ? html`<span class="note">${t.overview.behindNote}</span>` : nothing}
    <span class="acts">${view.behind_count > view.behind.length ? html`<button type="button" class="link" @click=${act.overview.toBehind}>${t.overview.all(view.behind_count)}</button>` : nothing}</span></div>
  ${view.behind.length ? table(t, act, view.behind) : html`<div class="ruled">${none(t, act, view)}</div>`}
</section>`;

/** @param {Text} t @param {Actions} act @param {import("../../types/api").Overview} view */
const none = (t, act, view) =>
  view.lights.grey === view.measures
    ? empty({ title: t.overview.nothingYet, hint: t.overview.nothingYetHint, act: { text: t.measures.toEntry, run: act.overview.toEntry } })
    : empty({ title: t.overview.noneBehind, hint: t.overview.noneBehindHint });

/** @param {Text} t @param {Actions} act @param {import("../../types/api").Behind[]} rows */
const table = (t, act, rows) => html`<table class="table table-rows behind">
  <colgroup><col class="c-no"><col class="c-ind"><col class="c-unit"><col class="c-light"><col class="c-bar"><col><col class="c-ask"></colgroup>
  <thead><tr><th class="num">${t.measures.number}</th><th>${t.entry.indicator}</th><th>${t.measures.lead}</th><th>${t.measures.light}</th><th>${t.measures.completion}</th><th>${t.overview.why}</th><th>${t.supervise.tabs.rectify}</th></tr></thead>
  <tbody>${rows.map((row) => html`<tr @click=${() => row.measure && act.overview.toMeasure(row.measure.id)}>
    <td class="num quiet">${row.measure?.number ?? ""}</td>
    <th scope="row" class="cut" title=${row.measure ? `${row.name}：${row.measure.title}` : row.name}>${row.measure ? html`<button type="button" class="rowname cut">${row.listed ? html`${tag("strong", t.supervise.listed)} ` : nothing}${row.name}</button>` : row.name}</th>
    <td class="cut soft" title=${row.lead?.name ?? ""}>${row.lead?.short ?? ""}</td>
    <td>${lightMark(t, row.light, "none")}</td>
    <td>${paceBar(t, { completion: row.completion, time: row.time_progress, light: row.light })}</td>
    <td class="cut" title=${row.reason}>${row.reason}</td>
    <td>${asking(t, act, row)}</td></tr>`)}</tbody>
</table>`;

/** To ask that it be put right, or to see how that goes. @param {Text} t @param {Actions} act @param {import("../../types/api").Behind} row */
const asking = (t, act, row) => {
  const run = (/** @type {Event} */ e) => {
    e.stopPropagation();
    if (row.rectification) act.supervise.to("rectify", row.rectification);
    else act.supervise.askFor({ indicator: row.indicator });
  };
  return html`<button type="button" class="link" title=${row.rectification ? t.supervise.goingTitle : t.supervise.askTitle(row.name)} @click=${run}>${row.rectification ? t.supervise.going : t.supervise.ask}</button>`;
};
