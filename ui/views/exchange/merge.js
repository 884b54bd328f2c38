// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { diffTable, wording } from "./diff.js";
import { picker, segment } from "../../parts/picker.js";
import { isPlain, waiting } from "../../logic/returns.js";
import { fileNotices, rivalSets } from "./files.js";
import { lostRows } from "./lost.js";

/** What merging returned workbooks would change. @type {import("../frame.js").ViewOf} */
export const mergePane = (state, t, act) => {
  const { report } = state.exchange;
  if (report) return comparison(state, t, act);
  return html`<section class="merge">${empty({ title: t.exchange.nothingToMerge, hint: t.exchange.nothingToMergeHint, act: { text: t.exchange.add, run: act.exchange.openReturns } })}</section>`;
};

/** The count, every cell, one button; of what is compared on the tab in sight. @type {import("../frame.js").ViewOf} */
export const comparison = (state, t, act) => {
  const { report, filter, from } = state[act.exchange.desk()];
  const w = wording(state, t);
  // Of a table in sight all is said above it.
  const known = act.exchange.desk() === "foreign" && report?.preview === true && report.files.length === 1;
  if (!report) return nothing;
  const { cells } = report;
  const part = (/** @type {string} */ name, /** @type {number} */ n) => html`<span>${name} <b>${n}</b></span>`;
  return html`<section class="merge" aria-label=${w.preview}>
    <div class="panelhead"><h2>${report.preview ? w.preview : w.result}</h2><span class="note" title=${report.files.map((file) => file.file).join("、")}>${t.exchange.files(report.files)}${report.preview ? t.exchange.notYet : ""}</span></div>
    ${known ? nothing : fileNotices(report, t)}${act.exchange.desk() === "foreign" ? nothing : rivalSets(state, t, act)}
    <p class="identity">${part(t.exchange.changed, cells.changed)}<span class="eq">=</span>${part(t.outcomes.applied, cells.applied)}<span class="eq">+</span>${part(t.outcomes.equal, cells.equal)}<span class="eq">+</span>${part(t.outcomes.conflict, cells.conflicts)}<span class="eq">+</span>${part(t.outcomes.rejected, cells.rejected)}</p>
    <div class="bar">${segment({ label: t.exchange.outcome, value: filter, onPick: (value) => act.exchange.filter(/** @type {any} */ (value)), options: [
        { value: "", text: t.measures.all }, { value: "conflict", text: `${t.outcomes.conflict} ${cells.conflicts}` }, { value: "rejected", text: `${t.outcomes.rejected} ${cells.rejected}` },
        { value: "applied", text: `${t.outcomes.applied} ${cells.applied}` }, { value: "equal", text: `${t.outcomes.equal} ${cells.equal}` },
        ...(report.preview && report.proposals.length ? [{ value: "lost", text: t.exchange.lost(waiting(report)), title: t.exchange.lostTitle }] : []) ] })}
      ${report.files.length > 1 && filter !== "lost" ? picker({ label: t.exchange.fromWhere, value: from, options: origins(report, t), onPick: act.returns.pickFrom }) : nothing}
      ${report.preview && filter !== "lost" && report.items.some((item) => item.outcome === "conflict" && isPlain(item)) ? html`<span class="acts"><span class="quiet">${w.all}</span>
        <button type="button" class="link" @click=${() => act.exchange.decideAll("ours")}>${w.ours}</button><button type="button" class="link" @click=${() => act.exchange.decideAll("theirs")}>${w.theirs}</button></span>` : nothing}</div>
    ${filter === "lost" && report.preview ? lostRows(state, t, act) : diffTable(state, t, act)}
    ${report.preview ? commitBar(t, act, waiting(report)) : html`<div class="commit"><p>${t.exchange.doneNote(cells.conflicts, cells.rejected)}</p><span class="acts"><button type="button" class="button" @click=${act.exchange.discard}>${t.frame.close}</button></span></div>`}
  </section>`;
};

/** What the cells can be filtered by: units, and files with who saved them. @param {import("../../types/api").MergeReport} report @param {import("../../text/index.js").Text} t */
function origins(report, t) {
  const units = [...new Set(report.items.flatMap((item) => (item.unit ? [item.unit] : [])))];
  const saved = (/** @type {import("../../types/api").MergeFile} */ { saved_by, saved_at }) => (saved_by || saved_at ? `（${t.exchange.savedShort(saved_by, saved_at)}）` : "");
  return [{ value: "", text: t.exchange.fromAll }, ...(units.length > 1 ? units.map((unit) => ({ value: `unit:${unit}`, text: unit })) : []),
    ...report.files.map((file, at) => ({ value: `file:${at}`, text: `${file.file}${saved(file)}` }))];
}

/** @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {number} left rows that nobody has confirmed */
function commitBar(t, act, left) {
  const tally = act.exchange.tally();
  return html`<div class="commit"><p class="cut" title=${t.exchange.stays(tally)}><b>${t.exchange.willWrite(tally.write)}</b>${t.exchange.from(tally)}<span class="soft">${t.exchange.stays(tally)}</span>${left ? html`<span class="left">${t.exchange.unconfirmed(left)}</span>` : nothing}</p>
    <span class="acts"><button type="button" class="button" @click=${act.exchange.discard}>${t.exchange.discard}</button>
      <button type="button" class="button button-main" ?disabled=${tally.write === 0} @click=${act.exchange.apply}>${t.exchange.write(tally.write)}<kbd>Ctrl ↵</kbd></button></span></div>`;
}
