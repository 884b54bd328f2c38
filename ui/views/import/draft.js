// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { tabs } from "../../parts/tabs.js";
import { empty } from "../../parts/empty.js";
import { noiseOf, openDoubts, unitsOf } from "../../logic/drafts.js";
import { doubtList } from "./doubts.js";
import { itemList } from "./items.js";
import { unitTable } from "./units.js";
import { noiseList } from "./noise.js";
import { planFields } from "./forms.js";

/** What was made of the source, doubtful things first. @type {import("../frame.js").ViewOf} */
export const draftPane = (state, t, act) => {
  const { view, tab } = state.draft;
  if (!view) return nothing;
  const left = openDoubts(view).length, open = view.items - view.settled;
  return html`<section class="draft" aria-label=${t.draft.draft}>
    ${tabs({ value: tab, onPick: act.draft.pickTab, tabs: [
      { value: "doubts", text: t.draft.tabs.doubts, count: left ? t.draft.leftCount(left) : 0 },
      { value: "measures", text: t.draft.tabs.measures, count: view.measures.length },
      { value: "targets", text: t.draft.tabs.targets, count: view.targets.length },
      { value: "units", text: t.draft.tabs.units, count: unitsOf(view).length },
      { value: "phases", text: t.draft.tabs.phases, count: view.phases.length },
      { value: "plan", text: t.draft.tabs.plan },
      { value: "noise", text: t.draft.tabs.noise, count: t.draft.noiseCount(noiseOf(view).length) },
    ] })}
    <div class="scrolls">${content(state, t, act)}</div>
    ${open > 0 ? html`<p class="after">${t.draft.others(open)}<button type="button" class="link" @click=${act.draft.acceptAll}>${t.draft.acceptAll}</button>${t.draft.undoLater}</p>`
      : html`<p class="after">${t.draft.allSettled}</p>`}
  </section>`;
};

/** @type {import("../frame.js").ViewOf} */
function content(state, t, act) {
  const { view, tab } = state.draft;
  if (!view) return nothing;
  switch (tab) {
    case "doubts": return view.doubts.length ? doubtList(state, t, act) : empty({ title: t.draft.noDoubts, hint: t.draft.noDoubtsHint });
    case "units": return unitsOf(view).length ? unitTable(state, t, act) : empty({ title: t.draft.noUnits, hint: t.draft.noUnitsHint });
    case "noise": return noiseOf(view).length || state.draft.original?.repairs.length ? noiseList(state, t, act) : empty({ title: t.draft.noNoise, hint: t.draft.noNoiseHint });
    case "plan": return planFields(state, t, act);
    case "measures": return view.measures.length ? itemList(state, t, act) : empty({ title: t.draft.noMeasures, hint: t.draft.noMeasuresHint });
    case "targets": return view.targets.length ? itemList(state, t, act) : empty({ title: t.draft.noTargets, hint: t.draft.noTargetsHint });
    case "phases": return view.phases.length ? itemList(state, t, act) : empty({ title: t.draft.noPhases, hint: t.draft.noPhasesHint });
  }
}
