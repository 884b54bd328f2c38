// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../../parts/dialog.js";
import { textField } from "../../parts/field.js";
import { finder } from "../../parts/finder.js";
import { segment } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { visible } from "../../logic/windowing.js";
import { CLASH_ROW, decidable, offered, rest, undecided } from "../../logic/units.js";

/** @typedef {import("../../types/api").UnitClash} Clash */

/** Two units that are the same: into which, what goes over, what clashes. @type {import("../frame.js").ViewOf} */
export const mergeDialog = (state, t, act) => {
  const { merge, lines } = state.units;
  const from = lines?.find((line) => line.id === merge?.from);
  if (!merge || !lines || !from) return nothing;
  const { view, query, decisions, message } = merge;
  const open = view ? undecided(view.clashes, decisions) : [];
  const options = [{ value: "keep", text: t.units.keep }, { value: "take", text: t.units.take }, { value: "add", text: t.units.sum }];
  return dialog({
    title: view ? t.units.mergeOf(view.from.name, view.into.name) : t.units.mergeFrom(from.name), close: t.frame.close, onClose: act.units.endMerge, look: "merging",
    body: html`${view ? shown(view) : html`<p>${t.units.mergeHint(from.name)}</p>`}
      ${view ? nothing : finder({ label: t.units.into, place: t.units.intoPlace, query, none: t.units.noMatch, onType: act.units.lookInto, onPick: act.units.mergeInto,
        matches: offered(lines, query, (line) => line.id !== from.id).map((line) => ({ id: line.id, text: line.name, note: line.short_name ?? line.aliases[0] ?? "" })) })}
      ${message ? html`<p class="field-note is-wrong" role="alert">${message}</p>` : nothing}`,
    foot: html`${view ? html`<button type="button" class="button other" @click=${act.units.turnMerge}>${t.units.turn}</button>` : nothing}
      <button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!view || open.length > 0} @click=${(/** @type {Event} */ e) => act.units.mergeNow(() => shut(e))}>${t.units.mergeNow}</button>`,
  });

  /** @param {import("../../types/api").UnitMerging} view */
  function shown(view) {
    const alike = open.length && open.length < view.clashes.length ? t.units.others : t.units.all;
    return html`<dl class="goesover"><dt>${t.units.goesOver}</dt><dd>${view.moves.length ? view.moves.join("、") : t.units.nothingGoes}</dd>
        <dt>${t.units.becomes}</dt><dd>${view.into.name}<span class="soft">${t.units.alsoCalled(view.aliases)}</span></dd></dl>
      ${view.clashes.length === 0 ? html`<p>${t.units.noClash}</p>` : html`
      <div class="clashhead"><p role="status">${t.units.clashes(view.clashes.length)}${open.length ? html`<b>${t.units.open(open.length)}</b> <button type="button" class="link" @click=${act.units.toOpen}>${t.units.toOpen}</button>` : t.units.allDecided}</p>
        <span class="soft">${alike}</span>${segment({ label: alike, value: "", onPick: (value) => act.units.decideAll(/** @type {"keep"} */ (value)),
          options: options.map((one) => ({ ...one, off: decidable(rest(view.clashes, decisions), /** @type {"keep"} */ (one.value)).length === 0 })) })}</div>
      <div class="scrolls" tabindex="0" aria-label=${t.units.clashes(view.clashes.length)} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("clashes", e)}><table class="table table-sticky clashes"><colgroup><col class="c-what"><col><col class="c-said"><col class="c-said"><col class="c-act"></colgroup>
        <thead><tr><th>${t.units.what}</th><th>${t.units.where}</th><th class="num">${t.units.ours}</th><th class="num">${t.units.theirs}</th><th>${t.exchange.action}</th></tr></thead>
        <tbody>${windowed({ rows: view.clashes, seen: visible(view.clashes.length, state.scroll.clashes, CLASH_ROW), columns: 5, row: (clash) => row(clash) })}</tbody></table></div>`}
      <p class="field-note">${t.units.mergeNote}</p>`;
  }
  /** @param {Clash} clash */
  function row(clash) {
    const choice = decisions[clash.key] ?? "";
    return html`<tr class=${choice ? "" : "is-asking"}><td class="soft">${clash.what}</td><th scope="row"><span class="cut" title=${clash.name}>${clash.name}</span><small class="quiet">${clash.period ?? ""}</small></th>
      <td class="num cut ${choice === "keep" ? "picked" : ""}" title=${clash.ours}>${clash.ours}</td><td class="num cut ${choice === "take" ? "picked" : ""}" title=${clash.theirs}>${clash.theirs}</td>
      <td>${segment({ label: t.units.decide(clash.name), value: choice, onPick: (value) => act.units.decide(clash.key, /** @type {"keep"} */ (value)),
        options: options.map((one) => (one.value !== "add" ? one : { ...one, off: clash.sum === null, text: clash.sum === null ? t.units.noSum : t.units.sumIs(clash.sum), title: clash.sum === null ? t.units.noSumTitle : clash.sum })) })}</td></tr>`;
  }
};

/** A unit that is not there yet. @type {import("../frame.js").ViewOf} */
export const newUnitDialog = (state, t, act) => {
  const { adding } = state.units;
  if (!adding) return nothing;
  return dialog({
    title: t.units.add, close: t.frame.close, onClose: act.units.endAdding,
    body: html`${textField({ label: t.units.name, name: "newunit", value: adding.name, place: t.units.namePlace, wrong: adding.message, onInput: act.units.typeNew })}<p class="field-note">${t.units.addHint}</p>`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!adding.name.trim()} @click=${(/** @type {Event} */ e) => act.units.create(() => shut(e))}>${t.units.addNow}</button>`,
  });
};
