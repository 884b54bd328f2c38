// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { noiseOf } from "../../logic/drafts.js";

/** What cleaning did, each leading to its place in the original; and the lines that were dropped, with the way back. @type {import("../frame.js").ViewOf} */
export const noiseList = (state, t, act) => {
  const { view, original, place, side } = state.draft;
  const repairs = original?.repairs ?? [], lines = view ? noiseOf(view) : [];
  return html`${repairs.length ? html`<h3 class="under-tabs">${t.draft.cleaning}<span class="quiet">${t.draft.cleaningHint}</span></h3>
    <ol class="doubts repairs" aria-label=${t.draft.cleaning}>${repairs.map((one) => html`<li>
      <p class="head"><b>${t.draft.repairs[one.kind](one.count)}</b></p>
      <p class="places">${one.first.map((first) => html`<button type="button" class="link ${side === "original" && first.line === place ? "is-here" : ""}" title=${t.draft.seeOriginal(first.line)} @click=${() => act.original.see(first.line)}>
        <span class="ln">${t.draft.atLine(first.line)}</span><span class="doc cut">${one.kind === "joined" ? first.was : first.became === "" ? html`<s class="gone">${first.was}</s>` : html`${first.was} → ${first.became}`}</span></button>`)}</p></li>`)}</ol>` : nothing}
  ${lines.length ? html`<h3 class="under-tabs">${t.draft.noiseLines}</h3>
    <ol class="doubts noiselist" aria-label=${t.draft.noiseLines}>${lines.map((line) => html`<li>
    <p><span class="ln">${line.number}</span><span class="cut" title=${line.text}>${line.text}</span>
      <button type="button" class="link" @click=${() => act.draft.keepLine(line.number)}>${t.draft.keepLine}</button></p></li>`)}</ol>` : nothing}`;
};
