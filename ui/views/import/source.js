// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../parts/icon.js";
import { rangeOf, wordsOf } from "../../logic/caret.js";
import { itemOf, keysOf } from "../../logic/drafts.js";
import { pieces } from "../../logic/marks.js";

/** The source, line by line; what was found in it leads to its item. @type {import("../frame.js").ViewOf} */
export const sourcePane = (state, t, act) => {
  const { view, item, tab } = state.draft;
  if (!view) return nothing;
  const asked = keysOf(view, "doubts");
  const at = tab === "doubts" && item ? asked.indexOf(item) + 1 : 0;
  const lines = linesOf(view, item);
  return html`<section class="source" aria-label=${t.draft.source}>
    <div class="bar"><h2 class="cut" title=${view.file}>${view.file}</h2>
      ${asked.length ? html`<span class="acts"><span class="quiet">${t.draft.doubtAt(at, asked.length)}</span>
        <button type="button" class="tool" aria-label=${t.draft.doubtBefore} title=${t.draft.doubtBefore} @click=${() => act.draft.nextDoubt(-1)}>${icon("up2")}</button>
        <button type="button" class="tool" aria-label=${t.draft.doubtNext} title=${t.draft.doubtNext} @click=${() => act.draft.nextDoubt(1)}>${icon("down2")}</button></span>` : nothing}
    </div>
    <ol class="doc scrolls" tabindex="0" aria-label=${t.draft.source} @scroll=${act.source.redrawCaret} @focus=${act.source.redrawCaret} @blur=${act.source.redrawCaret}>${view.lines.map((line) => html`<li data-line=${line.number} class="${line.heading ? "sec" : ""} ${line.noise ? "noise" : ""} ${lines.has(line.number) ? "is-current" : ""}">
      <span class="ln">${line.number}</span><p>${line.noise
        ? html`<mark class="m-noise">${line.text}</mark>`
        : pieces(line.text, line.marks).map(({ text, mark }) => (mark ? marked(text, mark, item, act) : text))}</p></li>`)}</ol>
    <span class="caret" hidden></span>
    ${chosenBar(state, t, act)}
    <p class="legend marks">
      ${["title", "target", "unit", "due"].map((kind) => html`<span class="doc"><mark class="m-${kind}">${t.draft.marks[/** @type {"title"} */ (kind)]}</mark></span>`)}
      <span class="doc"><mark class="m-doubt">${t.draft.marks.doubt}</mark></span><span class="doc"><mark class="m-noise">${t.draft.marks.noise}</mark></span></p>
  </section>`;
};

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

/** Of a measure only the title and what is doubtful are framed: all its marks would be the whole paragraph. @param {import("../../types/api").Mark} mark @param {string | null} item */
const isCurrent = (mark, item) => mark.item === item && (mark.kind === "target" || mark.kind === "title" || mark.doubtful);

/** Where the open item has no mark of its own, its line is framed. @param {import("../../types/api").DraftView} view @param {string | null} item */
function linesOf(view, item) {
  if (!item || view.lines.some((line) => line.marks.some((mark) => isCurrent(mark, item)))) return new Set();
  const found = itemOf(view, item);
  const line = found && "line" in found.item ? found.item.line : view.doubts.find((doubt) => doubt.key === item)?.line;
  return new Set([line]);
}
