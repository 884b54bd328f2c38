// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/** What is missing, what to do, one button. @param {{ title: string, hint: string, act?: { text: string, run: () => void } }} of */
export const empty = ({ title, hint, act }) => html`<div class="empty"><strong>${title}</strong><span>${hint}</span>
  ${act ? html`<span class="acts"><button type="button" class="button" @click=${act.run}>${act.text}</button></span>` : nothing}</div>`;
