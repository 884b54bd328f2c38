// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../parts/icon.js";
import { segment } from "../../parts/picker.js";
import { rangeOf, wordsOf } from "../../logic/caret.js";
import { itemOf, keysOf } from "../../logic/drafts.js";
import { isCurrent, pieces } from "../../logic/marks.js";
import { originalDoc, originalLegend } from "./original.js";

/** The source, cleaned or as it was; what was found in it leads to its item. @type {import("../frame.js").ViewOf} */
export const sourcePane = (state, t, act) => {
  const { view, item, tab, side } = state.draft;
  if (!view) return nothing;
  const asked = keysOf(view, "doubts");
  const at = tab === "doubts" && item ? asked.indexOf(item) + 1 : 0;
  return html`<section class="source" aria-label=${t.draft.source}>
    <div class="bar"><h2 class="cut" title=${view.file}>${view.file}</h2>
      ${segment({ label: t.draft.side, value: side, onPick: (value) => act.original.pickSide(value === "original" ? "original" : "cleaned"), options: [
        { value: "cleaned", text: t.draft.cleaned, title: t.draft.cleanedTitle }, { value: "original", text: t.draft.original, title: t.draft.originalTitle }] })}
      ${asked.length ? html`<span class="acts"><span class="quiet">${t.draft.doubtAt(at, asked.length)}</span>
        <button type="button" class="tool" aria-label=${t.draft.doubtBefore} title=${t.draft.doubtBefore} @click=${() => act.draft.nextDoubt(-1)}>${icon("up2")}</button>
        <button type="button" class="tool" aria-label=${t.draft.doubtNext} title=${t.draft.doubtNext} @click=${() => act.draft.nextDoubt(1)}>${icon("down2")}</button></span>` : nothing}
    </div>
    ${side === "original" ? html`${originalDoc(state, t, act)}${originalLegend(t)}` : html`${cleanedDoc(state, t, act)}${chosenBar(state, t, act)}${legend(t)}`}
  </section>`;
};

/** The cleaned text, line by line. @type {import("../frame.js").ViewOf} */
const cleanedDoc = (state, t, act) => {
  const { view, item } = state.draft;
  if (!view) return nothing;
  const lines = linesOf(view, item);
  return html`<ol class="doc scrolls" tabindex="0" aria-label=${t.draft.source} @scroll=${act.source.redrawCaret} @focus=${act.source.redrawCaret} @blur=${act.source.redrawCaret}>${view.lines.map((line) => html`<li data-line=${line.number} class="${line.heading ? "sec" : ""} ${line.noise ? "noise" : ""} ${lines.has(line.number) ? "is-current" : ""}">
      <span class="ln">${line.number}</span><p>${line.noise
        ? html`<mark class="m-noise">${line.text}</mark>`
        : pieces(line.text, line.marks).map(({ text, mark }) => (mark ? marked(text, mark, item, act) : text))}</p></li>`)}</ol>
    <span class="caret" hidden></span>`;
};

/** @param {import("../../text/index.js").Text} t */
const legend = (t) => html`<p class="legend marks">
  ${["title", "target", "unit", "due"].map((kind) => html`<span class="doc"><mark class="m-${kind}">${t.draft.marks[/** @type {"title"} */ (kind)]}</mark></span>`)}
  <span class="doc"><mark class="m-doubt">${t.draft.marks.doubt}</mark></span><span class="doc"><mark class="m-noise">${t.draft.marks.noise}</mark></span></p>`;

/** What can be made of the words chosen. @type {import("../frame.js").ViewOf} */
const chosenBar = (state, t, act) => {
  const { view, chosen } = state.draft;
  const range = rangeOf(chosen), words = view && range ? wordsOf(view.lines, range) : "";
  return html`<p class="chosenbar" role="status">${words ? html`<span class="quiet" title=${words}>${t.draft.chosen(words.length)}</span>` : html`<span class="quiet cut">${t.draft.chooseHere}</span>`}
    <span class="acts">
      <button type="button" class="button button-small" title=${t.draft.addTargetTitle} ?disabled=${!words} @click=${() => act.source.add("target")}>${t.draft.addTarget}</button>
      <button type="button" class="button button-small" title=${t.draft.addMeasureTitle} ?disabled=${!words} @click=${() => act.source.add("measure")}>${t.draft.addMeasure}</button>
      <button type="button" class="button button-small" title=${t.draft.splitTitle} ?disabled=${!chosen} @click=${() => act.source.split()}>${t.draft.split}</button></span></p>`;
};

/** @param {string} text @param {import("../../types/api").Mark} mark @param {string | null} item @param {import("../../actions/index.js").Actions} act */
const marked = (text, mark, item, act) => html`<mark class="m-${mark.kind} ${mark.doubtful ? "m-doubt" : ""} ${isCurrent(mark, item) ? "is-current" : ""}"
  @click=${() => act.draft.pickMarked(mark.item)}>${text}</mark>`;

/** Where the open item has no mark of its own, its line is framed. @param {import("../../types/api").DraftView} view @param {string | null} item */
function linesOf(view, item) {
  if (!item || view.lines.some((line) => line.marks.some((mark) => isCurrent(mark, item)))) return new Set();
  const found = itemOf(view, item);
  const line = found && "line" in found.item ? found.item.line : view.doubts.find((doubt) => doubt.key === item)?.line;
  return new Set([line]);
}
