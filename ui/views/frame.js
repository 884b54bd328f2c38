// @ts-check
// The frame every view stands in: top bar, rail, view, status bar, and what is docked or floats.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { errorBar, notesBar, toastBar, workingBar } from "../parts/notice.js";
import { dropHint } from "../parts/drop.js";
import { topBar } from "./topbar.js";
import { rail } from "./rail.js";
import { statusBar } from "./statusbar.js";
import { startView } from "./start.js";
import { importView } from "./import.js";
import { byHandDialog, overviewView } from "./overview.js";
import { measuresView } from "./measures.js";
import { compareView } from "./compare.js";
import { termsView } from "./terms.js";
import { entryView } from "./entry.js";
import { chartsView } from "./charts.js";
import { reportView } from "./report.js";
import { meetingView } from "./meeting.js";
import { exchangeView } from "./exchange.js";
import { scoreView } from "./score.js";
import { superviseView } from "./supervise.js";
import { superviseDialog } from "./supervise/form.js";
import { settingsView } from "./settings.js";
import { historyView } from "./history.js";
import { freezeDialog } from "./freeze.js";
import { packageDialog } from "./exchange/packages.js";

/**
 * @typedef {import("../store.js").State} State
 * @typedef {import("../text/index.js").Text} Text
 * @typedef {import("../actions/index.js").Actions} Actions
 * @typedef {(state: State, t: Text, act: Actions) => unknown} ViewOf
 */

/** @type {Record<import("../store.js").View, ViewOf>} */
const views = {
  start: startView, import: importView, overview: overviewView, measures: measuresView, compare: compareView, terms: termsView, entry: entryView,
  charts: chartsView, report: reportView, meeting: meetingView, score: scoreView, supervise: superviseView, settings: settingsView, exchange: exchangeView, history: historyView,
};

/** Everything in the window. @type {ViewOf} */
export const frame = (state, t, act) => state.view === "meeting" ? meetingView(state, t, act) : html`<div class="frame">
  ${topBar(state, t, act)}
  ${rail(state, t, act)}
  <main class="view view-${state.view}" aria-busy=${state.working.length ? "true" : "false"}>
    ${state.working.length ? workingBar(t, state.working[state.working.length - 1].say, state.progress, act.frame.stop) : nothing}
    ${views[state.view](state, t, act)}
    ${state.notes.length ? notesBar(t, state.notes, act.frame.dismiss) : nothing}
    ${state.error ? errorBar(t, state.error, act.frame.dismiss) : nothing}
  </main>
  ${state.dragging ? dropHint(state.view === "import" ? t.exchange.dropDocument : t.exchange.drop) : nothing}
  ${statusBar(state, t)}
  ${freezeDialog(state, t, act)}
  ${packageDialog(state, t, act)}
  ${superviseDialog(state, t, act)}
  ${byHandDialog(state, t, act)}
  ${state.toast ? toastBar(t, state.toast, act.frame.undo) : nothing}
</div>`;
