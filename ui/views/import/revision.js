// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { empty } from "../../parts/empty.js";
import { icon } from "../../parts/icon.js";
import { picker } from "../../parts/picker.js";
import { tag } from "../../parts/tag.js";
import { parts, tally } from "../../logic/revision.js";

/** @typedef {import("../../types/api").PlanChange} Change */

/** A draft that looks like another issue of a plan says so. @type {import("../frame.js").ViewOf} */
export const revisesNotice = (state, t, act) => {
  const plan = state.draft.view?.revises;
  return plan ? html`<div class="notice notice-ask revises" role="status">${icon("ask")}<p>${t.revision.looksLike(plan.title)}</p>
    <span class="acts"><button type="button" class="button" @click=${() => act.revision.show(plan.id)}>${t.revision.compare}</button></span></div>` : nothing;
};

/** What the plan would become by the document: every change with its own tick. @type {import("../frame.js").ViewOf} */
export const revisionView = (state, t, act) => {
  const { revision, take } = state.draft;
  if (!revision) return nothing;
  const count = tally(revision, take);
  return html`<div class="viewhead"><h1>${t.revision.title}</h1>
      ${picker({ label: t.frame.plan, look: "select earlier", value: revision.plan.id, title: revision.plan.title, options: revision.choices.map((plan) => ({ value: plan.id, text: plan.title })), onPick: act.revision.show })}
      <span class="quiet cut" title=${revision.file}>${t.revision.found(revision.changes.length, revision.unchanged)}</span>
      <span class="acts"><button type="button" class="button" @click=${act.revision.leave}>${t.revision.back} <kbd>Esc</kbd></button></span></div>
    <div class="scrolls">${revision.changes.length ? html`<table class="table table-sticky revised">
      <colgroup><col class="c-take"><col class="c-kind"><col class="c-what"><col></colgroup>
      <thead><tr><th><span class="vh">${t.revision.take}</span></th><th>${t.revision.kind}</th><th>${t.revision.what}</th><th>${t.revision.fields}</th></tr></thead>
      <tbody>${revision.changes.map((change) => row(change))}</tbody></table>` : empty({ title: t.revision.same, hint: t.revision.sameHint })}</div>
    <div class="commit"><p class="cut"><b>${t.revision.will(count)}</b><span class="soft">${t.revision.stays(count.left)}</span></p>
      <span class="acts"><button type="button" class="link" @click=${() => act.revision.choose("suggested")}>${t.revision.suggested}</button><button type="button" class="link" @click=${() => act.revision.choose("all")}>${t.exchange.chooseAll}</button>
        <button type="button" class="link" @click=${() => act.revision.choose("none")}>${t.exchange.chooseNone}</button>
        <button type="button" class="button button-main" ?disabled=${take.length === 0} @click=${act.revision.write}>${t.revision.write(take.length)}<kbd>Ctrl ↵</kbd></button></span></div>`;

  /** @param {Change} change */
  function row(change) {
    const taken = take.includes(change.key), name = change.what === "plan" ? t.draft.tabs.plan : change.title;
    return html`<tr class=${taken ? "" : "is-off"}>
      <td><input type="checkbox" aria-label=${t.revision.takeOne(name)} ?disabled=${change.blocked !== null} .checked=${live(taken)} @change=${() => act.revision.toggle(change.key)}></td>
      <td>${tag(change.kind === "gone" ? "wrong" : change.kind === "new" ? "strong" : "ask", t.revision.kinds[change.kind])}</td>
      <th scope="row">${name}<span class="under">${t.revision.whats[change.what]}${change.under ? `　${change.under}` : ""}</span></th>
      <td><dl>${change.fields.map((field) => html`<dt>${field.name}</dt><dd>${change.kind === "changed" ? parts(field.before, field.after).map(piece) : field.after || field.before}</dd>`)}</dl>
        ${change.blocked ? html`<p class="blocked">${change.blocked}</p>` : nothing}</td></tr>`;
  }
};

/** @param {{ kind: "same" | "out" | "in", text: string }} part */
const piece = ({ kind, text }) => (kind === "same" ? text : kind === "out" ? html`<del>${text}</del> ` : html`<ins>${text}</ins>`);
