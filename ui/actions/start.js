// @ts-check
// The four ways to begin.

import { state } from "../store.js";
import { openFile } from "./draft.js";
import { openReturns } from "./exchange.js";
import { newLedger, openLedger, openSample } from "./frame.js";

/** Goes one of the four ways. @param {number} way from 0 */
export const take = (way) => [openSample, openFile, openLedger, state.frame?.ledger ? openReturns : newLedger][way]();
