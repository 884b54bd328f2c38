// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../../parts/dialog.js";
import { lacking } from "../../logic/grids.js";

/** How many texts beyond the sheet are quoted. */
const QUOTED = 8;

/** What a pasted block would change, before anything is written. @type {import("../frame.js").ViewOf} */
export const pasteDialog = (state, t, act) => {
  const { paste, grid } = state.entry;
  if (!paste) return nothing;
  const { lines, beyond, locked, off, blank, byKey } = paste;
  const taken = lines.filter((line) => line.taken).length, units = grid?.by !== "unit";
  const write = (/** @type {Event} */ e) => act.paste.write(() => shut(e));
  return dialog({
    title: t.entry.pasted(lines.length), close: t.frame.close, onClose: act.paste.close, look: "pastelist",
    body: html`
      ${lines.length ? html`<div class="scrolls"><table class="table table-tight table-sticky">
        <colgroup><col class="c-take"><col>${units ? html`<col class="c-u">` : nothing}<col class="c-m"><col class="c-v"><col class="c-v"></colgroup>
        <thead><tr><th></th><th>${t.entry.indicator}</th>${units ? html`<th>${t.measures.unit}</th>` : nothing}<th>${t.frame.period}</th><th class="num">${t.entry.was}</th><th class="num">${t.entry.becomes}</th></tr></thead>
        <tbody>${lines.map(({ entry, taken, half }, at) => {
          const lacks = half === undefined ? null : lacking(entry.value);
          return html`<tr class=${taken ? "" : "is-off"}>
          <td><input type="checkbox" aria-label=${t.entry.takeLine(`${entry.name}，${entry.of}`)} .checked=${live(taken)} @change=${() => act.paste.toggle(at)}></td>
          <th scope="row" class="cut" title=${entry.name}>${entry.name}</th>${units ? html`<td class="cut" title=${entry.of}>${entry.of}</td>` : nothing}<td>${entry.month}</td><td class="num soft">${entry.before || "—"}</td>
          <td class="num cut"><b>${lacks ? `${entry.value.replace("/", "")}（${t.entry.lacking[lacks]}）` : entry.note !== null && entry.value === entry.before ? entry.note : entry.value}</b></td></tr>`;
        })}</tbody>
      </table></div>` : html`<p>${byKey ? t.entry.pressCtrlV : t.entry.nothingPasted}</p>`}
      ${beyond.length ? html`<p class="field-note is-asking">${t.entry.leftOut(beyond.length)}${beyond.slice(0, QUOTED).join("、")}${beyond.length > QUOTED ? t.entry.andMore : ""}</p>` : nothing}
      ${locked ? html`<p class="field-note is-asking">${t.entry.lockedOut(locked)}</p>` : nothing}
      ${off ? html`<p class="field-note is-asking">${t.entry.offOut(off)}</p>` : nothing}
      ${blank ? html`<p class="field-note">${t.entry.blankOut(blank)}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${lines.length ? t.frame.cancel : t.frame.close}</button>
      ${lines.length ? html`<button type="submit" class="button button-main" autofocus ?disabled=${taken === 0} @click=${write}>${t.entry.write(taken)}</button>` : nothing}`,
  });
};
