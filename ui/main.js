// @ts-check
// The program's window: draws what the store knows, and hands keys to what they mean.

import { render } from "./vendor/lit-html/lit-html.js";
import { actions } from "./actions/index.js";
import { remember } from "./actions/unsaved.js";
import { press } from "./keys.js";
import { state, subscribe } from "./store.js";
import { text } from "./text/index.js";
import { frame } from "./views/frame.js";

const root = /** @type {HTMLElement} */ (document.getElementById("window"));

subscribe(() => {
  render(frame(state, text(state.lang), actions), root);
  actions.narrative.follow();
  remember();
});
document.addEventListener("keydown", (event) => press(event, state, actions));
document.addEventListener("selectionchange", actions.source.choose);

// The steps of tokens.css: below 1180 panes fold, from 1680 type grows.
const narrow = matchMedia("(max-width: 1180px)"), large = matchMedia("(min-width: 1680px)");
const size = (/** @type {string} */ token) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token));
const measure = () => actions.frame.resized(narrow.matches ? "narrow" : large.matches ? "large" : "usual", { row: size("--row"), tight: size("--row-tight") });
addEventListener("resize", () => actions.meeting.fit());
narrow.addEventListener("change", measure);
large.addEventListener("change", measure);

measure();
void actions.returns.listen();
actions.frame.begin();
