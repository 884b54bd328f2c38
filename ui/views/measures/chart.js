// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { drawing } from "../../parts/drawing.js";

/** The trend of the chosen indicator. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {import("../../actions/index.js").Actions} act @param {import("../../types/api").MeasureDetail} detail */
export const chartPanel = (state, t, act, detail) => {
  const { chart, indicator } = state.measures;
  const chosen = detail.indicators.find((one) => one.id === indicator);
  if (!chart || !chosen) return nothing;
  return html`<section class="panel">
    <div class="panelhead"><h2 class="cut" title=${chosen.name}>${chosen.name}</h2><span class="note">${t.measures.means(t.kinds[chosen.kind], chosen.unit, t.paces[chosen.pace])}</span>
      <span class="acts"><button type="button" class="link" @click=${() => act.measures.toChart(chosen.id)}>${t.measures.larger}</button></span></div>
    ${drawing(chart, "trend")}
  </section>`;
};
