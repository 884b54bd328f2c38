// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { tag } from "../../parts/tag.js";
import { outlineOf } from "../../logic/drafts.js";
import { itemForm } from "./forms.js";

/** @typedef {import("../../types/api").DraftMeasure | import("../../types/api").DraftTarget | import("../../types/api").DraftPhase} Item */
/** @typedef {import("../../types/api").DraftSection} Section */

/** The measures under their sections, the targets or the phases of the draft; the open one with its form. @type {import("../frame.js").ViewOf} */
export const itemList = (state, t, act) => {
  const { view, tab, item: open } = state.draft;
  if (!view) return nothing;
  const items = tab === "measures" ? outlineOf(view) : tab === "targets" ? view.targets : view.phases;
  return html`<ol class="doubts items">${items.map((item) => (item.key.startsWith("s") ? section(/** @type {Section} */ (item)) : item.key === open ? openItem(/** @type {Item} */ (item)) : row(/** @type {Item} */ (item))))}</ol>`;

  /** @param {Section} item */
  function section(item) {
    const name = html`<b class="cut" title=${item.title}>${item.number ?? ""}${item.title}</b>`;
    return item.key === open
      ? html`<li class="is-open"><div class="top"><p class="head">${name}${tag("plain", t.draft.atLine(item.line))}</p></div>${itemForm(state, t, act)}</li>`
      : html`<li class="row is-section"><button type="button" class="opens" @click=${() => act.draft.pick(item.key)}>${name}</button></li>`;
  }

  /** @param {Item} item */
  function row(item) {
    const line = line_(item);
    return html`<li class="row ${item.dropped ? "is-dropped" : ""}"><button type="button" class="opens" @click=${() => act.draft.pick(item.key)}>
      <span class="state">${item.accepted && !item.dropped ? smallIcon("check") : nothing}</span>
      <span class="no">${line.number}</span><span class="cut name" title=${line.full}>${line.name}</span>
      <span class="soft figure">${line.figure}</span>
      ${item.dropped ? tag("", t.draft.dropped) : line.doubt && !item.accepted ? tag("ask", t.draft.marks.doubt) : nothing}
    </button></li>`;
  }
  /** @param {Item} item */
  function openItem(item) {
    const line = line_(item);
    return html`<li class="is-open">
      <div class="top"><p class="head"><b class="cut" title=${line.full}>${line.number} ${line.name}</b>${line.line ? tag("plain", t.draft.atLine(line.line)) : nothing}</p>
        ${line.quote ? html`<p class="quote doc">“${line.quote}”</p>` : nothing}
        ${line.doubt ? html`<p class="why">${line.doubt}</p>` : nothing}</div>
      ${itemForm(state, t, act)}
    </li>`;
  }
  /** What is to be said of an item in a line. @param {Item} item */
  function line_(item) {
    if ("comparator" in item) {
      const measure = view?.measures.find((one) => one.key === item.measure);
      const upper = item.upper ? `—${item.upper}` : "";
      const figure = item.comparator === "qualitative" ? t.kinds.qualitative : `${t.signs[item.comparator]}${item.value}${upper}${item.unit}`;
      return { number: measure?.number ?? "", name: item.name, full: `${item.name}：${item.quote}`, figure, quote: item.quote, doubt: item.doubt, line: item.line };
    }
    if ("title" in item) {
      const targets = view?.targets.filter((one) => one.measure === item.key && !one.dropped).length ?? 0;
      const asked = view?.doubts.some((doubt) => doubt.item === item.key && !doubt.settled) && !item.dropped ? " " : null;
      return { number: item.number ?? "", name: item.title, full: item.text, figure: t.draft.targetCount(targets), quote: null, doubt: asked, line: item.line };
    }
    return { number: "", name: item.name, full: item.text, figure: item.due ?? "", quote: item.text, doubt: null, line: null };
  }
};
