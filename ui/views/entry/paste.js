// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../../parts/dialog.js";

/** What a pasted block would change, before anything is written. @type {import("../frame.js").ViewOf} */
export const pasteDialog = (state, t, act) => {
  const { paste } = state.entry;
  if (!paste) return nothing;
  const taken = paste.lines.filter((line) => line.taken).length;
  const write = (/** @type {Event} */ e) => act.paste.write(() => shut(e));
  return dialog({
    title: t.entry.pasted(paste.lines.length), close: t.frame.close, onClose: act.paste.close, look: "pastelist",
    body: html`
      ${paste.lines.length ? html`<div class="scrolls"><table class="table table-tight table-sticky">
        <colgroup><col class="c-take"><col><col class="c-m"><col class="c-v"><col class="c-v"></colgroup>
        <thead><tr><th></th><th>${t.entry.indicator}</th><th>${t.frame.period}</th><th class="num">${t.entry.was}</th><th class="num">${t.entry.becomes}</th></tr></thead>
        <tbody>${paste.lines.map((line, at) => html`<tr class=${line.taken ? "" : "is-off"}>
          <td><input type="checkbox" aria-label=${t.entry.takeLine(line.name)} .checked=${live(line.taken)} @change=${() => act.paste.toggle(at)}></td>
          <th scope="row" class="cut" title=${line.name}>${line.name}</th><td>${line.month}</td><td class="num soft">${line.entry.before || "—"}</td><td class="num"><b>${line.entry.value}</b></td></tr>`)}</tbody>
      </table></div>` : html`<p>${paste.message || t.entry.nothingPasted}</p>`}
      ${paste.left_out ? html`<p class="field-note is-asking">${t.entry.leftOut(paste.left_out)}</p>` : nothing}
      ${paste.message && paste.lines.length ? html`<p class="field-note is-wrong" role="alert">${paste.message}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${paste.lines.length ? t.frame.cancel : t.frame.close}</button>
      ${paste.lines.length ? html`<button type="submit" class="button button-main" autofocus ?disabled=${taken === 0} @click=${write}>${t.entry.write(taken)}</button>` : nothing}`,
  });
};
