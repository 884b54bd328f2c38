// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { lightMark } from "../../parts/light.js";
import { tabs } from "../../parts/tabs.js";
import { tag } from "../../parts/tag.js";
import { shortMoment } from "../../logic/figures.js";
import { greyOf } from "../../logic/lights.js";
import { pieces } from "../../logic/marks.js";
import { indicatorTable } from "./indicators.js";
import { chartPanel } from "./chart.js";
import { supervised } from "./supervised.js";

/** The measure that is open: the judgement first, then why, then the source. @type {import("../frame.js").ViewOf} */
export const detailPane = (state, t, act) => {
  const { detail, tab, selected } = state.measures;
  if (!selected) return html`<article class="detail">${empty({ title: t.measures.noneOpen, hint: t.measures.noneOpenHint })}</article>`;
  if (!detail) return html`<article class="detail"></article>`;
  const { row } = detail;
  return html`<article class="detail" aria-label=${row.title}>
    <header>
      <p class="quiet where"><span class="cut" title=${detail.section ?? ""}>${detail.section ?? ""}</span><span>${t.measures.until(row.due)}</span></p>
      <h1><span class="no">${row.number ?? ""}</span><span class="cut" title=${row.title}>${row.title}</span>${row.listed ? tag("strong", t.supervise.listed) : nothing}${lightMark(t, row.light, greyOf(row))}</h1>
      <p>${row.reason}</p>
      <p class="soft parts" title=${t.measures.parts(row.units, Infinity)}>${t.measures.parts(row.units, 3)}</p>
    </header>
    ${tabs({ value: tab, onPick: act.measures.pickTab, tabs: [
      { value: "overview", text: t.measures.overview }, { value: "narratives", text: t.narrative.title, count: detail.narratives.length }, { value: "supervise", text: t.views.supervise, count: detail.rectifications.length + detail.milestones.length + (detail.listing ? 1 : 0) }, { value: "history", text: t.views.history, count: detail.history.length } ] })}
    <div class="scrolls">${tab === "history" ? changes(t, detail.history) : tab === "narratives" ? narratives(t, detail.narratives) : tab === "supervise" ? supervised(t, act, detail) : overview(state, t, act, detail)}</div>
  </article>`;
};

/** @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail */
const overview = (state, t, act, detail) => html`
  <section class="panel">
    <div class="panelhead"><h2>${t.measures.source}</h2>${detail.line ? html`<span class="note">${t.draft.atLine(detail.line)}</span>` : nothing}</div>
    <p class="doc">${pieces(detail.text, detail.marks).map(({ text, mark }) => (mark ? html`<mark class="m-${mark.kind}">${text}</mark>` : text))}</p>
  </section>
  ${indicatorTable(state, t, act, detail)}
  ${chartPanel(state, t, act, detail)}
  ${detail.history.length ? html`<section class="panel">
    <div class="panelhead"><h2>${t.views.history}</h2>${detail.history.length > 3 ? html`<span class="acts"><button type="button" class="link" @click=${() => act.measures.pickTab("history")}>${t.measures.allChanges(detail.history.length)}</button></span>` : nothing}</div>
    ${changeTable(detail.history.slice(0, 3))}</section>` : nothing}`;

/** What its units told of it, period by period. @param {import("../../text/index.js").Text} t @param {import("../../types/api").NarrativeRow[]} rows */
const narratives = (t, rows) => (rows.length ? html`<ol class="narratives">${rows.map((row, at) => html`<li>
    <h3>${at === 0 || rows[at - 1].period !== row.period ? html`<span class="when">${row.label}</span>` : nothing}<span class="cut" title=${row.unit.name}>${row.unit.name}</span><span class="quiet by">${row.by}</span></h3>
    <dl>${/** @type {const} */ (["progress", "problems", "next_steps"]).map((field) => (row.told[field] ? html`<div><dt>${t.narrative.fields[field]}</dt><dd>${row.told[field]}</dd></div>` : nothing))}</dl></li>`)}</ol>`
  : empty({ title: t.narrative.none, hint: t.narrative.noneHint }));

/** @param {import("../../text/index.js").Text} t @param {import("../../types/api").ChangeRow[]} history */
const changes = (t, history) => (history.length ? changeTable(history) : empty({ title: t.measures.noChanges, hint: t.measures.noChangesHint }));

/** @param {import("../../types/api").ChangeRow[]} rows */
const changeTable = (rows) => html`<table class="table table-tight">
  <colgroup><col class="c-when"><col class="c-who"><col></colgroup>
  <tbody>${rows.map((row) => html`<tr><td class="soft">${shortMoment(row.at)}</td><td class="cut" title=${row.who}>${row.who}</td><td class="said">${row.text}</td></tr>`)}</tbody>
</table>`;
