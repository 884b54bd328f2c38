// @ts-check
// What each view asks for when it comes into sight.

import { load as loadDraft } from "./draft.js";
import { load as loadOverview } from "./overview.js";
import { load as loadMeasures } from "./measures.js";
import { load as loadCompare } from "./compare.js";
import { load as loadTerms } from "./terms.js";
import { load as loadEntry } from "./sheet.js";
import { load as loadCharts } from "./charts.js";
import { load as loadReport } from "./report.js";
import { load as loadExchange } from "./exchange.js";
import { load as loadScore } from "./score.js";
import { load as loadSupervise } from "./supervise.js";
import { load as loadSettings } from "./settings.js";
import { load as loadHistory } from "./history.js";

/** @type {Record<import("../store.js").View, () => Promise<unknown>>} */
export const loaders = {
  start: async () => undefined,
  import: loadDraft,
  overview: loadOverview,
  measures: loadMeasures,
  compare: loadCompare,
  terms: loadTerms,
  entry: loadEntry,
  charts: loadCharts,
  report: loadReport,
  meeting: async () => undefined,
  score: loadScore,
  supervise: loadSupervise,
  settings: loadSettings,
  exchange: loadExchange,
  history: loadHistory,
};
