// @ts-check
import { html } from "../../vendor/lit-html/lit-html.js";
import { noiseOf } from "../../logic/drafts.js";

/** The lines that were dropped, and the way back for each. @type {import("../frame.js").ViewOf} */
export const noiseList = (state, t, act) => html`<ol class="doubts noiselist" aria-label=${t.draft.tabs.noise}>
  ${(state.draft.view ? noiseOf(state.draft.view) : []).map((line) => html`<li>
    <p><span class="ln">${line.number}</span><span class="cut" title=${line.text}>${line.text}</span>
      <button type="button" class="link" @click=${() => act.draft.keepLine(line.number)}>${t.draft.keepLine}</button></p></li>`)}
</ol>`;
