// @ts-check
// Everything a person can do, by view. Views and the keyboard table are given this.

import * as frame from "./frame.js";
import * as start from "./start.js";
import * as draft from "./draft.js";
import * as revision from "./revision.js";
import * as source from "./source.js";
import * as overview from "./overview.js";
import * as original from "./original.js";
import * as measures from "./measures.js";
import * as shares from "./shares.js";
import * as compare from "./compare.js";
import * as terms from "./terms.js";
import * as entry from "./entry.js";
import * as sheet from "./sheet.js";
import * as record from "./record.js";
import * as paste from "./paste.js";
import * as narrative from "./narrative.js";
import * as charts from "./charts.js";
import * as print from "./print.js";
import * as report from "./report.js";
import * as bulletin from "./bulletin.js";
import * as handout from "./handout.js";
import * as deck from "./deck.js";
import * as meeting from "./meeting.js";
import * as score from "./score.js";
import * as supervise from "./supervise.js";
import * as settings from "./settings.js";
import * as units from "./units.js";
import * as exchange from "./exchange.js";
import * as returns from "./returns.js";
import * as foreign from "./foreign.js";
import * as packages from "./packages.js";
import * as history from "./history.js";
import * as freeze from "./freeze.js";

export const actions = { print, frame, start, draft, revision, source, original, overview, measures, shares, compare, terms, entry, sheet, record, paste, narrative, charts, report, bulletin, handout, deck, meeting, score, supervise, settings, units, exchange, returns, foreign, packages, history, freeze };

/** @typedef {typeof actions} Actions */
