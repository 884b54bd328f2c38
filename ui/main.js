// @ts-check
// The program's window: draws what the store knows, and hands keys to what they mean.

import { render } from "./vendor/lit-html/lit-html.js";
import { actions } from "./actions/index.js";
import { press } from "./keys.js";
import { state, subscribe } from "./store.js";
import { text } from "./text/index.js";
import { frame } from "./views/frame.js";

const root = /** @type {HTMLElement} */ (document.getElementById("window"));

subscribe(() => render(frame(state, text(state.lang), actions), root));
document.addEventListener("keydown", (event) => press(event, state, actions));
actions.frame.begin();
