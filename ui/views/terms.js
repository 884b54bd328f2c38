// @ts-check
// 指标口径: how every indicator of the plan is judged and what it weighs, changed one or many at a time.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { empty } from "../parts/empty.js";
import { icon } from "../parts/icon.js";
import { choices } from "../parts/field.js";
import { picker, segment, typed } from "../parts/picker.js";
import { windowed } from "../parts/table.js";
import { tag } from "../parts/tag.js";
import { readDay } from "../logic/days.js";
import { number } from "../logic/figures.js";
import { changed, counts, indicators, lines } from "../logic/terms.js";
import { visible } from "../logic/windowing.js";
import { plannedDialog } from "./terms/planned.js";

/** @type {import("./frame.js").ViewOf} */
export const termsView = (state, t, act) => {
  const { view, show, query } = state.terms;
  if (!view) return html``;
  const count = counts(view), back = html`<button type="button" class="button" @click=${act.terms.back}>${t.compare.back}</button>`;
  if (!count.all) return html`<div class="viewhead"><h1>${t.terms.title}</h1><span class="acts">${back}</span></div>${empty({ title: t.terms.none, hint: t.terms.noneHint })}`;
  return html`<div class="viewhead"><h1>${t.terms.title}</h1>
      <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.measures.findIn(count.all)} aria-label=${t.charts.findLabel} .value=${live(query)} @input=${(/** @type {Event} */ e) => act.terms.search(typed(e))}></label>
      ${segment({ label: t.terms.show, value: show, onPick: (value) => act.terms.filter(/** @type {import("../logic/terms.js").Show} */ (value)), options: [
        { value: "", text: t.measures.all }, ...["doubtful", "changed", "planned"].map((value) => ({ value, text: `${t.terms.shows[/** @type {"changed"} */ (value)]} ${count[/** @type {"changed"} */ (value)]}`, off: !count[/** @type {"changed"} */ (value)] && show !== value })) ] })}
      <span class="acts">${back}</span></div>
    ${bulk(state, t, act)}${table(state, t, act)}
    <p class="after cut" title=${view.note ?? ""}>${view.note ?? t.terms.weights(number(view.weights))}</p>
    ${plannedDialog(state, t, act)}`;
};

/** What is done to all that are chosen. @type {import("./frame.js").ViewOf} */
const bulk = (state, t, act) => {
  const { chosen, view } = state.terms, n = chosen.length, off = n === 0;
  const one = n === 1 && view ? indicators(view, "", "").find((row) => row.id === chosen[0]) : undefined;
  const pick = (/** @type {"kind" | "pace" | "roll_up" | "every"} */ field, /** @type {string} */ label, /** @type {{ [value: string]: string }} */ words) =>
    picker({ label, look: "select", value: "", off, onPick: (value) => value && act.terms.setChosen({ [field]: value }), options: [{ value: "", text: label }, ...choices(words)] });
  // What was typed is taken with Enter or when the field is left, and goes from the field: it stands in the rows then.
  const type = (/** @type {string} */ name, /** @type {string} */ label, /** @type {(text: string) => unknown} */ write) => html`<input class="input ${name}" name=${name} placeholder=${label} aria-label=${label} ?disabled=${off}
      @change=${(/** @type {Event} */ e) => {
        const field = /** @type {HTMLInputElement} */ (e.target), text = field.value.trim(), taken = text === "" || write(text) !== false;
        field.classList.toggle("is-wrong", !taken);
        field.title = taken ? "" : t.draft.notADay;
        if (taken) field.value = "";
      }}>`;
  return html`<div class="bulk" role="toolbar" aria-label=${t.terms.bulk}>
    <b class="chosen">${off ? t.terms.chooseFirst : t.terms.chosen(n)}</b>
    ${pick("kind", t.draft.fields.kind, t.kinds)}${pick("pace", t.draft.fields.pace, t.paces)}${pick("roll_up", t.draft.fields.rollUp, t.rollUps)}${pick("every", t.terms.every, t.everies)}
    ${type("due", t.draft.fields.due, (text) => { const due = readDay(text); return due ? act.terms.setChosen({ due }) : false; })}${type("weight", t.measures.weight, (weight) => act.terms.setChosen({ weight }))}
    <button type="button" class="button button-small" ?disabled=${off} title=${t.terms.asProposedTitle} @click=${() => act.terms.setChosen({ as_proposed: true })}>${t.terms.asProposed}</button>
    <button type="button" class="button button-small" ?disabled=${!one} title=${t.terms.planTitle} @click=${() => one && act.terms.plan(one.id)}>${t.terms.plan}</button>
    ${off ? nothing : html`<button type="button" class="link" @click=${act.terms.chooseNone}>${t.terms.chooseNone}</button>`}
    ${one ? html`<span class="soft cut why" title=${[one.why, ...one.doubts].join("；")}>${one.doubts.length ? one.doubts.join("；") : t.terms.why(one.why)}</span>` : nothing}
  </div>`;
};

/** @type {import("./frame.js").ViewOf} */
const table = (state, t, act) => {
  const { view, show, query, chosen } = state.terms;
  if (!view) return nothing;
  const rows = lines(view, show, query), ids = indicators(view, show, query).map((row) => row.id);
  return html`<div class="scrolls termspane" @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("terms", e)}>
    ${rows.length === 0 ? empty({ title: t.measures.noMatch, hint: t.measures.noMatchHint }) : html`
    <table class="table table-tight table-sticky terms" aria-rowcount=${rows.length}>
      <colgroup><col class="c-tick"><col><col class="c-goal"><col class="c-word"><col class="c-word"><col class="c-sum"><col class="c-word"><col class="c-day"><col class="c-plan"><col class="c-weigh"><col class="c-num"></colgroup>
      <thead><tr><th><input type="checkbox" aria-label=${t.exchange.chooseAll} .checked=${live(ids.every((id) => chosen.includes(id)))} @change=${act.terms.chooseShown}></th>
        <th>${t.terms.what}</th><th class="num">${t.measures.target}</th><th>${t.draft.fields.kind}</th><th>${t.draft.fields.pace}</th><th>${t.draft.fields.rollUp}</th><th>${t.terms.everyShort}</th><th>${t.draft.fields.due}</th><th>${t.terms.plan}</th><th class="num">${t.measures.weight}</th><th class="num" title=${t.terms.countsTitle}>${t.terms.counts}</th></tr></thead>
      <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.terms, state.rowHeights.tight), columns: 11, row: (line) => row(line) })}</tbody>
    </table>`}</div>`;

  /** @param {import("../logic/terms.js").Line} line */
  function row(line) {
    if (line.kind === "indicator") return indicator(line.of);
    const { of, kind } = line, title = kind === "measure" ? `${of.number ?? ""} ${of.title}`.trim() : of.title;
    const own = (kind === "measure" ? [of] : of.measures).flatMap((measure) => measure.indicators.map((one) => one.id)).filter((id) => ids.includes(id));
    return html`<tr class="is-${kind}"><td><input type="checkbox" aria-label=${title} .checked=${live(own.length > 0 && own.every((id) => chosen.includes(id)))} @change=${() => act.terms.chooseAll(own)}></td>
      <th scope="row" colspan="8" class="cut" title=${title}>${title}</th>
      <td class="num">${of.id ? weight(title, of.weight, (text) => act.terms.weighGroup(kind, /** @type {string} */ (of.id), text, of.weight), t.terms.together) : nothing}</td><td class="num soft">${number(of.counts)}</td></tr>`;
  }
  /** @param {import("../types/api").TermsRow} one */
  function indicator(one) {
    const on = chosen.includes(one.id);
    const word = (/** @type {string} */ now, /** @type {string} */ proposed, /** @type {{ [value: string]: string }} */ words) =>
      html`<td class=${now === proposed ? "soft" : ""} title=${now === proposed ? one.why : t.terms.proposed(words[proposed], one.why)}>${words[now]}${now === proposed ? nothing : html`<sup>*</sup>`}</td>`;
    return html`<tr aria-selected=${on}><td><input type="checkbox" aria-label=${one.name} .checked=${live(on)} @change=${() => act.terms.choose(one.id)}></td>
      <th scope="row" class="cut name" title=${[one.name, one.why, ...one.doubts].join("\n")} @click=${() => act.terms.choose(one.id)}>${one.doubts.length ? tag("ask", t.terms.look) : nothing}${one.name}</th>
      <td class="num">${one.target_label}<span class="soft">${one.unit}</span></td>
      ${word(one.kind, one.proposed.kind, t.kinds)}${word(one.pace, one.proposed.pace, t.paces)}${word(one.roll_up, one.proposed.roll_up, t.rollUps)}
      <td class=${one.every === "month" ? "soft" : ""}>${t.everies[one.every]}</td><td class="soft">${one.due}</td>
      <td><button type="button" class="link" title=${t.terms.planTitle} @click=${() => act.terms.plan(one.id)}>${one.planned ? t.terms.plannedOf(one.planned) : t.terms.straight}</button></td>
      <td class="num">${weight(one.name, String(one.weight), (text) => act.terms.weigh(one.id, text, String(one.weight)))}</td><td class="num soft">${number(one.counts)}</td></tr>`;
  }
  /** A weight that is written when the field is left. @param {string} label @param {string} value @param {(text: string) => unknown} write @param {string} [place] */
  function weight(label, value, write, place = "") {
    return html`<input class="input num weigh" aria-label=${t.terms.weightOf(label)} placeholder=${place} .value=${live(value)} @change=${(/** @type {Event} */ e) => write(typed(e))}
      @keydown=${(/** @type {KeyboardEvent} */ e) => {
        const step = e.key === "ArrowUp" || (e.key === "Enter" && e.shiftKey) ? -1 : e.key === "ArrowDown" || e.key === "Enter" ? 1 : 0;
        if (step) e.preventDefault();
        if (step) act.terms.stepWeight(/** @type {HTMLElement} */ (e.currentTarget), step);
      }}>`;
  }
};
