// For trials without the program: answers the commands from made-up data. Serve the repository and open tests/pages/fake.html.
// fake.html#case=base|long|large|empty|none & view=entry & lang=en & theme=contrast & do=name,name (steps below)

import { answers } from "./fake/answers.js";
import { steps } from "./fake/steps.js";

// The shell freezes it too, so that nothing here may count on changing it.
Object.freeze(Object.prototype);

const wanted = new URLSearchParams(location.hash.slice(1));
const asked = answers(wanted.get("case") ?? "base");
const slow = Number(wanted.get("slow") ?? 0);

window.__TAURI__ = { core: { invoke: async (_, { name, request }) => {
  if (slow) await new Promise((done) => setTimeout(done, slow));
  const answer = asked[name](structuredClone(request));
  return structuredClone(answer);
} } };

const page = await new Promise((done) => {
  const get = new XMLHttpRequest();
  get.open("GET", "../../ui/index.html");
  get.responseType = "document";
  get.onload = () => done(get.response);
  get.send();
});
document.body.append(document.adoptNode(page.querySelector(".sprite")));

localStorage.setItem("language", wanted.get("lang") ?? "zh");
if (wanted.get("theme")) document.documentElement.dataset.theme = wanted.get("theme");
await import("../../ui/main.js");
const { actions } = await import("../../ui/actions/index.js");
const wait = (time) => new Promise((done) => setTimeout(done, time));
await wait(slow * 4 + 50);
if (wanted.get("view")) await actions.frame.go(wanted.get("view"));
for (const step of (wanted.get("do") ?? "").split(",").filter(Boolean)) {
  await steps[step](actions);
  await wait(40);
}
document.documentElement.dataset.ready = "";
