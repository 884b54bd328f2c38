// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { framed, isCurrent, layers } from "../../logic/marks.js";

/** @typedef {import("../../types/api").OriginalLine} OriginalLine */
/** @typedef {import("../../types/api").LineChange} LineChange */

/** The document as it was received: what was dropped is struck through, what was changed is underlined. @type {import("../frame.js").ViewOf} */
export const originalDoc = (state, t, act) => {
  const { original, item, place } = state.draft;
  if (original === undefined) return html`<ol class="doc original scrolls" tabindex="0" aria-label=${t.draft.original} aria-busy="true"></ol>`;
  if (original === null) return html`<div class="scrolls">${empty({ title: t.draft.noOriginal, hint: t.draft.noOriginalHint })}</div>`;
  const lines = framed(original.lines, item);
  return html`<ol class="doc original scrolls" tabindex="0" aria-label=${t.draft.original}>${original.lines.map((line) => html`<li data-line=${line.number} class="${line.noise ? "noise" : ""} ${line.number === place || lines.includes(line.number) ? "is-current" : ""}">
    <span class="ln">${line.number}</span><p>${line.joined ? html`<s class="gone" title=${t.draft.did.joined}>↵</s>` : nothing}${line.noise
      ? html`<mark class="m-noise" title=${t.draft.did.noise}>${line.text}</mark>`
      : layers(line.text, line.marks, line.changes).map(({ mark, parts }) => (mark
        ? html`<mark class="m-${mark.kind} ${mark.doubtful ? "m-doubt" : ""} ${isCurrent(mark, item) ? "is-current" : ""}" @click=${() => act.draft.pickMarked(mark.item)}>${parts.map(piece)}</mark>`
        : parts.map(piece)))}</p></li>`)}</ol>`;

  /** @param {{ text: string, change: LineChange | null }} part */
  function piece({ text, change }) {
    if (!change) return text;
    if (change.became === "") return html`<s class="gone" title=${t.draft.did[change.kind]}>${text}</s>`;
    return html`<u class="changed is-${change.kind}" title=${t.draft.becameOf(t.draft.did[change.kind], change.became)}>${text}</u>`;
  }
};

/** @param {import("../../text/index.js").Text} t */
export const originalLegend = (t) => html`<p class="legend marks">
  ${["title", "target", "unit", "due"].map((kind) => html`<span class="doc"><mark class="m-${kind}">${t.draft.marks[/** @type {"title"} */ (kind)]}</mark></span>`)}
  <span class="doc"><s class="gone">${t.draft.gone}</s></span><span class="doc"><u class="changed">${t.draft.changed}</u></span><span class="quiet">${t.draft.chooseInCleaned}</span></p>`;
