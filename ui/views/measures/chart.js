// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { drawing } from "../../parts/drawing.js";
import { number, percent } from "../../logic/figures.js";

/** The trend of the chosen indicator. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail */
export const chartPanel = (state, t, act, detail) => {
  const { chart, indicator } = state.measures;
  const chosen = detail.indicators.find((one) => one.id === indicator);
  if (!chart || !chosen) return nothing;
  return html`<section class="panel">
    <div class="panelhead"><h2 class="cut" title=${chosen.name}>${chosen.name}</h2><span class="note">${t.measures.means(t.kinds[chosen.kind], chosen.unit, t.paces[chosen.pace])}</span>
      <span class="acts"><button type="button" class="link" @click=${() => act.measures.toChart(chosen.id)}>${t.measures.larger}</button></span></div>
    ${drawing(chart, "trend")}
    ${chart.forecast ? html`<p class="soft forecast">${chart.forecast}</p>` : nothing}
  </section>
  ${yearsPanel(t, detail, chosen)}`;
};

/** The same indicator in the plans it goes on from, the earliest first. @param {import("../../text/index.js").Text} t @param {import("../../types/api").MeasureDetail} detail @param {import("../../types/api").IndicatorRow} chosen */
const yearsPanel = (t, detail, chosen) => {
  const years = detail.years[detail.indicators.indexOf(chosen)] ?? [];
  return years.length ? html`<section class="panel">
    <div class="panelhead"><h2>${t.measures.years}</h2></div>
    <table class="table table-tight"><colgroup><col><col class="c-target"><col class="c-target"><col class="c-pct"></colgroup>
      <thead><tr><th>${t.measures.asOf}</th><th class="num">${t.measures.target}</th><th class="num">${t.measures.reached}</th><th class="num">${t.measures.completion}</th></tr></thead>
      <tbody>${years.map((year) => html`<tr><th scope="row" title=${year.plan}>${year.period}</th><td class="num">${year.target_label}</td><td class="num"><b>${year.value === null ? "—" : number(year.value)}</b></td><td class="num">${year.completion === null ? "—" : percent(year.completion)}</td></tr>`)}</tbody></table>
  </section>` : nothing;
};
