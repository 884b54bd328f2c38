// @ts-check
// 考核: the league table left, the arithmetic of a unit right.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { dialog, shut } from "../parts/dialog.js";
import { empty } from "../parts/empty.js";
import { choiceField, textField } from "../parts/field.js";
import { progressBar } from "../parts/pace.js";
import { picker, segment, typed } from "../parts/picker.js";
import { rules } from "../parts/rules.js";
import { tag } from "../parts/tag.js";
import { number, percent } from "../logic/figures.js";
import { climbed, points } from "../logic/score.js";
import { noPlan } from "./measures.js";

/** @typedef {import("../types/api").UnitScore} Unit */
/** @typedef {import("../types/api").ScoreLine} Line */

/** @type {import("./frame.js").ViewOf} */
export const scoreView = (state, t, act) => {
  const { view, form, by } = state.score;
  if (!state.plan) return noPlan(state, t, act);
  if (!view) return html``;
  const open = act.score.shown(), unit = by === "unit" ? view.units.find((one) => one.id === open?.id) : undefined;
  return html`<div class="viewhead"><h1>${t.views.score}</h1>
      ${segment({ label: t.score.by, value: by, onPick: (value) => act.score.pickBy(value === "measure" ? "measure" : "unit"), options: [{ value: "unit", text: t.score.byUnit }, { value: "measure", text: t.score.byMeasure }] })}
      ${by === "measure" ? nothing : picker({ label: t.score.group, look: "select unit", value: view.group ?? "", title: "", onPick: act.score.pickGroup, options: [{ value: "", text: t.score.allUnits }, ...view.groups.map((group) => ({ value: group.id, text: group.name }))] })}
      <span class="quiet cut">${by === "measure" ? t.score.ofMeasures(view.full_mark) : t.score.of(view.full_mark, view.units.length)}</span>
      <span class="acts"><button type="button" class="link" @click=${() => act.frame.go("settings")}>${t.score.rules}</button><button type="button" class="link" @click=${() => act.frame.go("terms")}>${t.measures.weight}</button>
        ${by === "unit" ? html`<button type="button" class="button" ?disabled=${!unit} @click=${() => act.score.edit({ sign: "bonus", points: "", reason: "" })}>${t.score.give}</button>
        <button type="button" class="button" title=${t.score.copyLeagueTitle} ?disabled=${!view.units.length} @click=${act.score.copyLeague}>${t.score.copyLeague}</button>` : nothing}
        <button type="button" class="button" ?disabled=${!open} @click=${act.score.copy}>${t.score.copy}</button></span></div>
    ${view.units.length === 0 ? empty({ title: t.score.none, hint: t.score.noneHint }) : html`<div class="split scoring">${by === "unit" ? league(state, t, act) : measures(state, t, act)}<div class="handle"></div>${open ? arithmetic(state, t, act, open) : nothing}</div>`}
    ${form && unit ? giveDialog(state, t, act, unit) : nothing}`;
};

/** @type {import("./frame.js").ViewOf} */
const league = (state, t, act) => {
  const { view, unit } = state.score;
  if (!view) return nothing;
  return html`<section class="league" aria-label=${t.score.league}>
    <div class="panelhead"><h2>${t.score.league}</h2><span class="note">${t.score.leagueNote}</span></div>
    <div class="scrolls" tabindex="0" aria-label=${t.score.league}><table class="table table-rows table-sticky">
      <colgroup><col class="c-rank"><col><col class="c-gap"><col class="c-bar"><col class="c-score"><col class="c-moved"></colgroup>
      <thead><tr><th class="num">${t.score.rank}</th><th>${t.score.unit}</th><th></th><th>${t.score.fullMark(view.full_mark)}</th><th class="num">${t.score.score}</th><th class="num">${t.score.moved}</th></tr></thead>
      <tbody>${view.units.map((one) => html`<tr aria-selected=${one.id === unit} @click=${() => act.score.open(one.id)}>
        <td class="num"><b>${one.rank}</b></td><th scope="row" class="cut" title=${one.name}>${one.short}</th><td>${one.incomplete ? tag("ask", t.score.incomplete) : nothing}</td>
        <td>${progressBar(t.score.bar(one.score, view.full_mark), one.score, view.full_mark)}</td><td class="num"><b>${one.score.toFixed(1)}</b></td><td class="num soft">${moved(one)}</td></tr>`)}</tbody></table>
      <div class="panelhead"><h2>${t.score.rulesHere}</h2><span class="note">${t.score.rulesNote}</span></div>${rules([...t.settings.scoreRules, t.score.capRule(view.bonus_cap, view.penalty_cap)])}</div>
  </section>`;

  /** @param {Unit} one */
  function moved(one) {
    const steps = climbed(one);
    return steps === null ? "—" : steps > 0 ? t.score.up(steps) : steps < 0 ? t.score.down(-steps) : t.score.level;
  }
};

/** The measures, by the figures over all their units. @type {import("./frame.js").ViewOf} */
const measures = (state, t, act) => {
  const { view } = state.score, open = act.score.shown();
  if (!view) return nothing;
  const rows = view.measures.filter((one) => one.lines.length);
  return html`<section class="league" aria-label=${t.score.byMeasure}>
    <div class="panelhead"><h2>${t.score.byMeasure}</h2><span class="note">${t.score.measuresNote}</span></div>
    <div class="scrolls" tabindex="0" aria-label=${t.score.byMeasure}><table class="table table-rows table-sticky">
      <colgroup><col class="c-rank"><col><col class="c-gap"><col class="c-bar"><col class="c-score"></colgroup>
      <thead><tr><th class="num">${t.measures.number}</th><th>${t.measures.measure}</th><th></th><th>${t.score.fullMark(view.full_mark)}</th><th class="num">${t.score.score}</th></tr></thead>
      <tbody>${rows.map((one) => html`<tr aria-selected=${one.id === open?.id} @click=${() => act.score.openMeasure(one.id)}>
        <td class="num quiet">${one.number ?? ""}</td><th scope="row" class="cut" title=${one.title}>${one.title}</th><td>${one.incomplete ? tag("ask", t.score.incomplete) : nothing}</td>
        <td>${one.score === null ? nothing : progressBar(t.score.bar(one.score, view.full_mark), one.score, view.full_mark)}</td><td class="num"><b>${shownScore(one.score)}</b></td></tr>`)}</tbody></table></div>
  </section>`;
};

/** @param {number | null} score */
const shownScore = (score) => (score === null ? "—" : score.toFixed(1));

/** @param {import("../store.js").State} state @param {import("../text/index.js").Text} t @param {import("../actions/index.js").Actions} act @param {import("../logic/score.js").Scored} unit */
const arithmetic = (state, t, act, unit) => {
  const { assume, by } = state.score, rank = by === "unit" ? state.score.view?.units.find((one) => one.id === unit.id)?.rank : undefined;
  return html`<section class="arithmetic" aria-label=${unit.name}>
    <div class="panelhead"><h2 class="cut" title=${unit.name}>${unit.name}</h2>${rank ? tag("plain", t.score.ranked(rank)) : nothing}${unit.incomplete ? tag("ask", t.score.incomplete) : nothing}
      ${by === "unit" ? html`<button type="button" class="link" title=${t.supervise.ofUnitTitle(unit.name)} @click=${() => act.supervise.ofUnit(unit.id)}>${t.supervise.ofUnit}</button>` : nothing}
      <span class="sum"><span class="soft">${unit.formula} =</span> <b>${shownScore(unit.score)}</b> ${t.score.pointsWord}</span></div>
    ${assume ? html`<div class="notice notice-ask supposing" role="status"><p>${t.score.supposing(unit.lines.find((line) => line.indicator === assume.indicator)?.name ?? "", assume.value)}</p>
      <span class="acts"><button type="button" class="button button-small" @click=${() => act.score.suppose("", "")}>${t.score.backToReal}</button></span></div>` : nothing}
    <div class="scrolls"><table class="table table-sticky lines">
      <colgroup><col class="c-no"><col><col class="c-way"><col class="c-target"><col class="c-value"><col class="c-pct"><col class="c-formula"><col class="c-points"><col class="c-points"></colgroup>
      <thead><tr><th class="num">${t.measures.number}</th><th>${t.entry.indicator}</th><th>${t.score.way}</th><th class="num">${t.measures.target}</th><th class="num">${t.score.value}</th><th class="num">${t.measures.completion}</th><th class="num">${t.score.formula}</th><th class="num">${t.score.score}</th><th class="num">${t.score.lost}</th></tr></thead>
      <tbody>${unit.lines.map((line) => row(line))}
        ${unit.adjustments.map((one) => html`<tr><td></td><th scope="row">${one.points > 0 ? t.score.bonus : t.score.penalty}</th><td colspan="5" class="cut" title="${one.reason}　${one.who}">${one.reason}<span class="quiet">　${one.who}　${one.period}</span> <button type="button" class="link" @click=${() => act.score.take(one.id)}>${t.score.takeBack}</button></td>
          <td class="num"><b>${one.points > 0 ? "+" : "−"}${points(Math.abs(one.points))}</b></td><td></td></tr>`)}
        <tr class="is-sum"><td></td><th scope="row" colspan="5">${t.score.together(unit.lines.filter((line) => line.lost !== null).length, unit.weights)}</th><td class="num soft">${unit.formula}</td><td class="num"><b>${shownScore(unit.score)}</b></td><td></td></tr>
      </tbody></table></div>
  </section>`;

  /** @param {Line} line */
  function row(line) {
    const supposed = assume?.indicator === line.indicator;
    const reached = line.word ?? (line.completion === null ? "—" : percent(line.completion));
    return html`<tr class=${line.lost === null ? "is-off" : ""}>
      <td class="num quiet">${line.number ?? ""}</td><th scope="row" class="cut" title=${line.name}>${line.name}</th><td class="soft">${t.score.ways[line.way]}</td><td class="num">${line.target_label}</td>
      <td class="num">${by === "measure" ? (line.value === null ? "—" : number(Math.round(line.value * 100) / 100)) : html`<input class="input supposed ${supposed ? "is-asking" : ""}" aria-label=${t.score.suppose(line.name)} title=${t.score.suppose(line.name)} .value=${live(supposed ? assume.value : line.value === null ? "" : number(Math.round(line.value * 100) / 100))}
        @change=${(/** @type {Event} */ e) => act.score.suppose(line.indicator, typed(e))}>`}</td>
      <td class="num">${reached}</td><td class="num soft cut" title=${line.formula}>${line.formula}</td><td class="num">${line.points === null ? "—" : html`<b>${points(line.points)}</b>`}</td>
      <td class="num ${(line.lost ?? 0) * 2 > line.weight && line.weight ? "is-lost" : "soft"}">${line.lost ? `−${points(line.lost)}` : ""}</td></tr>`;
  }
};

/** @param {import("../store.js").State} state @param {import("../text/index.js").Text} t @param {import("../actions/index.js").Actions} act @param {Unit} unit */
const giveDialog = (state, t, act, unit) => {
  const form = state.score.form ?? {};
  const ready = String(form.points ?? "").trim() && String(form.reason ?? "").trim();
  return dialog({
    title: t.score.giveTo(unit.name), close: t.frame.close, onClose: () => act.score.edit(null),
    body: html`<div class="fields">
      ${choiceField({ label: t.score.give, value: form.sign ?? "bonus", options: [{ value: "bonus", text: t.score.bonus }, { value: "penalty", text: t.score.penalty }], onPick: (sign) => act.score.type({ sign }) })}
      ${textField({ label: t.score.pointsWord, name: "points", value: form.points ?? "", look: "f-num", onInput: (value) => act.score.type({ points: value }) })}
      ${textField({ label: t.entry.reason, name: "reason", value: form.reason ?? "", look: "f-all", onInput: (reason) => act.score.type({ reason }) })}</div>
      <p class="field-note">${t.score.caps(state.score.view?.bonus_cap ?? 0, state.score.view?.penalty_cap ?? 0)}</p>`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!ready} @click=${(/** @type {Event} */ e) => act.score.give(() => shut(e))}>${t.frame.save}</button>`,
  });
};
