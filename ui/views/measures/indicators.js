// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { lightMark } from "../../parts/light.js";
import { number, percent } from "../../logic/figures.js";
import { greyOf } from "../../logic/lights.js";

/** The indicators of the open measure; the chosen one is drawn below. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail */
export const indicatorTable = (state, t, act, detail) => {
  const chosen = detail.indicators.find((one) => one.id === state.measures.indicator);
  return html`<section class="panel">
    <div class="panelhead"><h2>${t.measures.indicators}</h2><span class="acts">
      ${chosen ? html`<button type="button" class="link" title=${t.measures.judgeTitle(chosen.name)} @click=${() => act.measures.judge(chosen)}>${t.measures.judge}</button>
        <button type="button" class="link" title=${t.shares.title(chosen.name)} @click=${() => act.shares.open(chosen.id)}>${t.shares.divide}</button>` : nothing}
      ${chosen ? asking(t, act, detail, chosen) : nothing}
      <button type="button" class="link" @click=${act.measures.toEntry}>${t.measures.toEntry}</button></span></div>
    ${detail.indicators.length === 0 ? html`<p class="soft none">${t.measures.noIndicators}</p>` : html`
    <table class="table table-tight table-rows indicators">
      <colgroup><col><col class="c-target"><col class="c-v"><col class="c-now"><col class="c-pct"><col class="c-light"></colgroup>
      <thead><tr><th>${t.measures.name}</th><th class="num">${t.measures.target}</th><th class="num">${t.measures.last}</th><th class="num">${t.measures.now}</th><th class="num">${t.measures.completion}</th><th>${t.measures.light}</th></tr></thead>
      <tbody>${detail.indicators.map((one) => html`<tr aria-selected=${detail.indicators.length > 1 && one.id === chosen?.id} @click=${() => act.measures.showChart(one.id)}>
        <th scope="row" title="${one.name}：${one.reason}"><button type="button" class="rowname clamp">${one.name}</button></th><td class="num">${one.target_label}</td>
        <td class="num soft">${figure(one, one.last)}</td><td class="num"><b>${figure(one, one.value)}</b></td>
        <td class="num">${one.word && one.light !== "grey" ? one.word : one.completion === null ? "—" : percent(one.completion)}</td><td>${lightMark(t, one.light, greyOf(one))}</td></tr>`)}</tbody>
    </table>`}
    ${chosen?.missing_units.length ? html`<p class="soft missing cut" title=${chosen.missing_units.join("、")}>${t.measures.missing(chosen.missing_units)}</p>` : nothing}
  </section>`;
};

/** To ask that a light be put right, or to see how that goes. @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail @param {import("../../types/api").IndicatorRow} one */
const asking = (t, act, detail, one) => {
  const going = detail.rectifications.find((row) => row.indicator === one.id && !row.own && row.stage !== "signed_off");
  if (going) return html`<button type="button" class="link" title=${t.supervise.goingTitle} @click=${() => act.supervise.to("rectify", going.id)}>${t.supervise.going}</button>`;
  if (one.light !== "red" && one.light !== "yellow") return nothing;
  return html`<button type="button" class="link" title=${t.supervise.askTitle(one.name)} @click=${() => act.supervise.askFor({ indicator: one.id })}>${t.supervise.ask}</button>`;
};

/** @param {import("../../types/api").IndicatorRow} one @param {number | null} value */
const figure = (one, value) => (value === null ? "—" : number(value) + (/^[%％‰]$/.test(one.unit) ? one.unit : ""));
