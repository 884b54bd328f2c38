// @ts-check
// What is supervised of the open measure: its milestones, whether it is listed, and what is put right.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { next } from "../supervise/listing.js";
import { nodeState } from "../supervise/milestone.js";
import { standing } from "../supervise/rectify.js";

/** @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail */
export const supervised = (t, act, detail) => {
  const { row, milestones, rectifications, listing } = detail;
  const going = rectifications.some((one) => one.indicator === null && one.stage !== "signed_off");
  const measure = { id: row.id, number: row.number, title: row.title };
  return html`<section class="panel">
    <div class="panelhead"><h2>${t.supervise.nodes.node}</h2><span class="acts"><button type="button" class="link" @click=${() => act.supervise.addMilestone(measure)}>${t.supervise.addNode}</button></span></div>
    ${milestones.length ? html`<table class="table table-tight"><colgroup><col class="c-day"><col><col class="c-late"><col class="c-acts"></colgroup><tbody>
      ${milestones.map((one) => html`<tr><td class="soft">${one.due ?? "—"}</td><th scope="row" class="clamped" title="${one.name}${one.evidence ? `　${one.evidence}` : ""}">${one.name}</th><td>${nodeState(t, one)}</td>
        <td class="num">${one.done_on ? html`<button type="button" class="link" @click=${() => act.supervise.reopen(one.id)}>${t.supervise.reopen}</button>`
          : html`<button type="button" class="link" @click=${() => act.supervise.finish(one)}>${t.supervise.finish}</button>`}　<button type="button" class="link" @click=${() => act.supervise.changeMilestone(one)}>${t.supervise.edit}</button></td></tr>`)}</tbody></table>`
      : html`<p class="soft none">${t.supervise.noNodesOf}</p>`}
  </section>
  <section class="panel">
    <div class="panelhead"><h2>${t.supervise.tabs.rectify}</h2><span class="acts">${!going && (row.light === "red" || row.light === "yellow")
      ? html`<button type="button" class="link" title=${t.supervise.askTitle(row.title)} @click=${() => act.supervise.askFor({ measure: row.id })}>${t.supervise.askMeasure}</button>` : nothing}</span></div>
    ${rectifications.length ? html`<table class="table table-tight table-rows"><colgroup><col><col class="c-who2"><col class="c-stand"></colgroup><tbody>
      ${rectifications.map((one) => html`<tr @click=${() => act.supervise.to("rectify", one.id)}><th scope="row" class="cut" title="${one.name}：${one.finding}"><button type="button" class="rowname cut">${one.name}</button></th>
        <td class="cut soft" title=${one.unit.name}>${one.unit.short}</td><td class="cut">${standing(t, one)}</td></tr>`)}</tbody></table>`
      : html`<p class="soft none">${t.supervise.noneOf}</p>`}
  </section>
  <section class="panel">
    <div class="panelhead"><h2>${t.supervise.tabs.listing}</h2><span class="acts">${listing
      ? html`<button type="button" class="link" @click=${() => act.supervise.inspect(listing)}>${t.supervise.inspect}</button><button type="button" class="link" @click=${() => act.supervise.lift(listing)}>${t.supervise.lift}</button>`
      : html`<button type="button" class="link" @click=${() => act.supervise.list(row.id)}>${t.supervise.list}</button>`}</span></div>
    ${listing ? html`<p class="said">${listing.reason}</p><p class="soft said">${t.supervise.since(listing.listed_on, null, listing.days)}　${t.supervise.nextOn(listing.next_on ?? "")}　${next(t, listing)}</p>
      ${listing.inspections.length ? html`<table class="table table-tight"><colgroup><col class="c-day"><col></colgroup><tbody>${listing.inspections.map((one) => html`<tr><td class="soft">${one.on}</td><td class="wraps">${one.finding}</td></tr>`)}</tbody></table>` : nothing}`
      : html`<p class="soft none">${t.supervise.notListed}</p>`}
  </section>`;
};
