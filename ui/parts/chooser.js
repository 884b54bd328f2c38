// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { LISTED, matching } from "../logic/choosing.js";
import { icon } from "./icon.js";
import { typed } from "./picker.js";

/** @typedef {import("../logic/choosing.js").Option} Option */

/**
 * One of many: a button that opens a list, found by words or pinyin initials. ↑ and ↓ go through it, Enter takes one.
 * @param {{ label: string, value: string, options: Option[], open: { query: string, at: number } | null, place: string, none: string, more: (n: number) => string, title?: string,
 *           onOpen: (open: boolean) => void, onLeave: () => void, onType: (open: { query: string, at: number }) => void, onPick: (value: string) => void }} of
 */
export const chooser = ({ label, value, options, open, place, none, more, title = "", onOpen, onLeave, onType, onPick }) => {
  const now = options.find((option) => option.value === value);
  return html`<span class="chooser">
    <button type="button" class="select" aria-label=${`${label}：${now?.text ?? ""}`} aria-haspopup="listbox" aria-expanded=${open !== null} title=${title || nothing}
      ?disabled=${options.length === 0} @click=${() => onOpen(open === null)}>
      <span class="cut">${now?.text ?? ""}</span><span class="quiet">${now?.note ?? ""}</span>${icon("down")}</button>
    ${open ? list({ label, value, options, open, place, none, more, onOpen, onLeave, onType, onPick }) : nothing}
  </span>`;
};

/** @param {Omit<Parameters<typeof chooser>[0], "open"> & { open: { query: string, at: number } }} of */
function list({ label, value, options, open, place, none, more, onOpen, onLeave, onType, onPick }) {
  const found = matching(options, open.query), listed = found.slice(0, LISTED);
  const at = Math.min(open.at < 0 ? Math.max(listed.findIndex((option) => option.value === value), 0) : open.at, listed.length - 1);
  const key = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (event.isComposing) return;
    if (step) onType({ query: open.query, at: Math.min(Math.max(at + step, 0), listed.length - 1) });
    else if (event.key === "Enter" && listed[at]) onPick(listed[at].value);
    else if (event.key === "Escape" || event.key === "Tab") onOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
    requestAnimationFrame(() => document.querySelector(".chooser [aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
  };
  return html`<div class="choices" @focusout=${(/** @type {FocusEvent} */ e) => left(e) && onLeave()}>
    <input class="input" type="search" placeholder=${place} aria-label=${label} role="combobox" aria-expanded="true" autocomplete="off" spellcheck="false"
      .value=${live(open.query)} @input=${(/** @type {Event} */ e) => onType({ query: typed(e), at: 0 })} @keydown=${key}>
    <ul role="listbox" aria-label=${label}>${listed.map((option, n) => html`<li role="option" aria-selected=${n === at} title=${option.text}
      @mousedown=${(/** @type {Event} */ e) => { e.preventDefault(); onPick(option.value); }}><span class="cut">${option.text}</span><span class="quiet">${option.note}</span></li>`)}
      ${listed.length === 0 ? html`<li class="soft">${none}</li>` : nothing}
      ${found.length > LISTED ? html`<li class="soft">${more(found.length - LISTED)}</li>` : nothing}</ul>
  </div>`;
}

/** The keyboard went elsewhere in the window. @param {FocusEvent} event */
const left = (event) => event.relatedTarget instanceof HTMLElement && !event.relatedTarget.closest(".chooser");
