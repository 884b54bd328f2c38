// @ts-check
// Everything a person can do, by view. Views and the keyboard table are given this.

import * as frame from "./frame.js";
import * as start from "./start.js";
import * as draft from "./draft.js";
import * as revision from "./revision.js";
import * as source from "./source.js";
import * as original from "./original.js";
import * as measures from "./measures.js";
import * as compare from "./compare.js";
import * as entry from "./entry.js";
import * as paste from "./paste.js";
import * as charts from "./charts.js";
import * as exchange from "./exchange.js";
import * as history from "./history.js";

export const actions = { frame, start, draft, revision, source, original, measures, compare, entry, paste, charts, exchange, history };

/** @typedef {typeof actions} Actions */
