// @ts-check
// Closing the period that is shown, and opening it again.

import { focusOn } from "../reveal.js";
import { state, changeIn } from "../store.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { after, periodShown } from "./frame.js";
import { commit } from "./entry.js";

/** Asks whether the period is to be frozen, or opened if it is frozen. */
export async function open() {
  const { plan, period } = state, shown = periodShown();
  if (!plan || !period || !shown) return;
  if (state.view === "entry") commit();
  changeIn("freeze", { asking: shown.frozen ? "unfreeze" : "freeze", reason: "", refused: "", status: null });
  if (shown.frozen) return;
  const status = await ask("status", { plan, period });
  if (status && plan === state.plan && period === state.period) changeIn("freeze", { status });
}

export const close = () => changeIn("freeze", { asking: null });

/** @param {string} reason */
export const giveReason = (reason) => changeIn("freeze", { reason, refused: "" });

/** Does what was asked about; a refusal stays in the dialog. @param {() => void} done */
export async function confirm(done) {
  const { plan, period, freeze: { asking, reason } } = state, shown = periodShown();
  if (!plan || !period || !shown || !asking || (asking === "unfreeze" && !reason.trim())) return;
  try {
    if (asking === "freeze") await attempt("freeze", { plan, period }, words().busy.freezing);
    else await attempt("unfreeze", { plan, period, reason }, words().busy.freezing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return changeIn("freeze", { refused: hint ? `${message}，${hint}` : message });
  }
  done();
  say(asking === "freeze" ? words().freeze.frozenNow(shown.label) : words().freeze.unfrozenNow(shown.label), true);
  await after();
  // The button that was pressed is another one now.
  if (state.view !== "entry") focusOn(".topbar .freezer");
}
