// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { segment } from "../../parts/picker.js";
import { tag } from "../../parts/tag.js";
import { windowed } from "../../parts/table.js";
import { shown } from "../../logic/returns.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").MergeItem} Item */

const LOOKS = /** @type {const} */ ({ conflict: "ask", rejected: "wrong", applied: "strong", equal: "plain" });

/** Returns what an item fills in, in words. @param {Item} item @param {import("../../text/index.js").Text} t */
const field = (item, t) => t.fields[/** @type {"note"} */ (item.field)] ?? item.field;

/** True for words, which are read from the left and may be long. @param {Item} item */
const isText = (item) => !["value", "numerator", "denominator"].includes(item.field);
/** True for what is told of a measure: the column is the same for all measures, so it is named beside its place. @param {Item} item */
const isPassage = (item) => ["progress", "problems", "next_steps"].includes(item.field);
/** @param {Item} item */
const side = (item) => (isText(item) ? "" : "num");

/** Where it stands: a cell of a workbook; of a package, which has no columns to tell fields by, period and field. @param {Item} item @param {import("../../text/index.js").Text} t */
const spot = (item, t) => {
  const said = item.field === "value" || (item.column && !isPassage(item)) ? "" : ` ${field(item, t)}`;
  return (item.column ? `${item.column}${item.row}` : item.sheet) + said;
};

/** The words for both sides: a returned workbook was sent from here, a table made elsewhere was not. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t */
export const wording = (state, t) =>
  state.exchange.tab === "foreign"
    ? { ...t.foreign, all: t.foreign.conflicts, noCellsHint: t.foreign.noCellsHint }
    : { ...t.exchange, all: t.exchange.allConflicts };

/** Every cell that came back changed: as sent, as it is, as it came. @type {import("../frame.js").ViewOf} */
export const diffTable = (state, t, act) => {
  const { report, filter, from, decisions, cursor } = state[act.exchange.desk()];
  const { board } = state.exchange;
  const w = wording(state, t);
  const shorts = new Map(board?.units.map(({ unit }) => [unit.name, unit.short]));
  if (!report) return html``;
  const items = shown(report, filter === "lost" ? "" : filter, from);
  const long = items.length > 200;
  return html`<div class="scrolls diffpane" @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("diff", e)}>
    ${items.length === 0 ? empty({ title: w.noCells, hint: w.noCellsHint }) : html`
    <table class="table table-sticky diff ${long ? "is-long" : ""}" aria-rowcount=${items.length}>
      <colgroup><col class="c-kind"><col class="c-who"><col><col class="c-val"><col class="c-ours"><col class="c-theirs"><col class="c-res"></colgroup>
      <thead><tr><th>${t.exchange.outcome}</th><th>${t.exchange.unit}</th><th>${t.exchange.place}</th><th class="num">${w.base}</th><th class="num">${w.oursNow}</th><th class="num">${w.theirsNow}</th><th>${t.exchange.action}</th></tr></thead>
      <tbody>${windowed({ rows: items, seen: visible(items.length, state.scroll.diff, state.rowHeights.row), columns: 7, row: (item) => (item.outcome === "conflict" ? conflict(item) : line(item)) })}</tbody>
    </table>`}</div>${words()}`;

  /** The three texts of the conflict the cursor is on, whole: a cell shows only the beginning. */
  function words() {
    const item = report?.preview ? items.find((one) => one.key === cursor) : undefined;
    if (!item || !isText(item)) return nothing;
    const text = (/** @type {string} */ head, /** @type {string | null} */ said) => html`<div><dt>${head}</dt><dd>${said || "—"}</dd></div>`;
    return html`<dl class="wholetext" aria-label=${name(item)}>${text(w.base, item.base)}${text(w.oursNow, item.ours)}${text(w.theirsNow, item.theirs)}</dl>`;
  }

  /** @param {Item} item */
  function conflict(item) {
    const choice = decisions[item.key] ?? "";
    const here = item.key === cursor;
    return html`<tr class="conflict" tabindex=${report?.preview ? (here ? 0 : -1) : nothing} ?data-cursor=${here} title=${item.message ?? ""} @focus=${() => !here && act.exchange.point(item.key)} @click=${() => !here && act.exchange.point(item.key)}>
      <td>${tag("ask", item.group ? t.exchange.rival : item.code === "older_return" ? t.exchange.old : t.outcomes.conflict)}</td><td class="cut" title=${item.unit ?? ""}>${item.unit ? shorts.get(item.unit) ?? item.unit : "—"}</td>
      <th scope="row"><span class="cut" title=${item.indicator ?? ""}>${name(item)}</span><small class="quiet cut" title=${item.file}>${spot(item, t)}${item.group ? ` ${item.file}` : ""}</small></th>
      <td class="${side(item)} soft cut" title=${item.base ?? ""}>${item.base || "—"}</td>
      <td class="${side(item)} cut ${choice === "ours" && !item.group ? "picked" : ""}" title=${item.ours ?? ""}>${item.ours || "—"}<small class="quiet cut" title=${item.ours_by ?? ""}>${item.ours_by ?? ""}</small></td>
      <td class="${side(item)} cut ${choice === "theirs" ? "picked" : ""}" title="${item.theirs ?? ""}　${item.file}">${item.theirs || "—"}${beside(item)}</td>
      <td>${report?.preview ? segment({ label: t.exchange.action, value: choice, onPick: (value) => act.exchange.decide(item.key, value === "ours" ? "ours" : "theirs"),
        options: [{ value: "ours", text: item.group ? t.exchange.notThis : w.ours }, { value: "theirs", text: item.group ? t.exchange.thisOne : w.theirs }] }) : item.group ? t.exchange.notTaken : t.exchange.leftOurs}</td></tr>`;
  }
  /** Who filled it in and when, and what the other returns say. @param {Item} item */
  function beside(item) {
    if (!item.group) return nothing;
    const others = item.rivals.map((rival) => `${t.exchange.otherFile(rival.file)}${rival.as_sent ? t.exchange.asSent : rival.value || "—"}`);
    const file = report?.files[item.file_at];
    return html`<small class="quiet cut" title=${others.join("；")}>${t.exchange.savedShort(file?.saved_by ?? null, file?.saved_at ?? null) || others.join("；")}</small>`;
  }
  /** @param {Item} item */
  function line(item) {
    const said = item.outcome === "applied" ? t.exchange.writes(item.theirs ?? "", report?.preview ?? true) : item.message ?? t.exchange.untouched;
    return html`<tr><td>${tag(LOOKS[item.outcome], t.outcomes[item.outcome])}</td><td class="cut" title=${item.unit ?? ""}>${item.unit ? shorts.get(item.unit) ?? item.unit : "—"}</td>
      <th scope="row" title="${item.indicator ?? ""}　${item.file}　${item.sheet}"><span class="spot"><span class="cut">${name(item)}</span><small class="quiet">${spot(item, t)}</small></span></th>
      <td class="${side(item)} soft cut" title=${item.base ?? ""}>${item.base || "—"}</td><td class="${side(item)} cut" title=${item.ours ?? ""}>${item.ours || "—"}</td>
      <td class="${side(item)} cut" title=${item.theirs ?? ""}>${item.outcome === "rejected" && item.theirs ? `“${item.theirs}”` : item.theirs || "—"}</td><td class="cut soft" title=${said}>${said}</td></tr>`;
  }
  /** @param {Item} item */
  function name(item) {
    const said = item.field === "value" || !item.column || isPassage(item) ? "" : `（${field(item, t)}）`;
    return `${item.indicator ?? t.exchange.unknownRow}${said}`;
  }
};
