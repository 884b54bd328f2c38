// @ts-check
// 会议: one slide on the whole screen; what to say beside it where the presenter wants it.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { keyCaps } from "../parts/kbd.js";
import { shownKeys } from "../keys.js";
import { clock, jumped, near, paged, placeOf, stepped, titled } from "../logic/meeting.js";

/** @type {import("./frame.js").ViewOf} */
export const meetingView = (state, t, act) => {
  const { meeting } = state, { slides, place } = meeting;
  const slide = slides.find((one) => one.key === place.at);
  // Those that may come next lie ready behind the one that is shown: a change is a change of a class.
  const ready = near(slides, place).map((key) => meeting.drawn[act.meeting.drawnAs(key)]).filter((drawn) => drawn !== undefined);
  return html`<main class="meeting zoom-${meeting.zoom} ${meeting.talk ? "with-talk" : ""} ${meeting.ratio === "4:3" ? "is-narrow" : ""}" tabindex="-1" @mousemove=${act.meeting.stir}>
    <div class="sheet ${meeting.black ? "is-black" : ""}" @click=${() => act.meeting.step(1)} @scroll=${(/** @type {Event} */ event) => act.meeting.scrolled(/** @type {Element} */ (event.currentTarget))}>
      ${repeat(ready, (drawn) => drawn.key, (drawn) => html`<img class=${drawn.key === place.at && !meeting.black ? "is-shown" : ""} aria-hidden=${drawn.key === place.at ? "false" : "true"} alt=${drawn.key === place.at ? drawn.alt : ""} src=${drawn.src}>`)}
    </div>
    ${meeting.talk ? talkPane(state, t, act, slide) : nothing}
    ${meeting.typed || meeting.said ? html`<p class="typed" role="status">${meeting.typed ? html`<b>${meeting.typed}</b>${ahead(state, t)}` : meeting.said}</p>` : nothing}
    <footer class="prompt ${meeting.keys ? "" : "is-gone"}"><span class="keys">${shownKeys(state).map((key) => html`<span>${keyCaps(key.caps)}${key.say(t)}</span>`)}</span>
      <span class="quiet">${where(state, t)}</span><span>${clock(meeting.now - meeting.began)}</span></footer>
    ${state.error ? html`<p class="typed" role="alert">${state.error.message}</p>` : nothing}
  </main>`;
};

/** Where Enter leads from here. @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
function ahead(state, t) {
  const { slides, place, typed } = state.meeting, found = jumped(slides, place, typed);
  const slide = found && slides.find((one) => one.key === found.at);
  if (!slide) return t.meeting.noNumber(typed);
  const title = titled(slide);
  return html`<span class="cut">${title.startsWith(`${typed} `) ? title.slice(typed.length + 1) : title}</span><small>${t.meeting.typed}</small>`;
}

/** @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
function where(state, t) {
  const { slides, place } = state.meeting, at = placeOf(slides, place.at);
  return at < 0 ? t.meeting.between : t.meeting.page(at + 1, paged(slides).length);
}

/** What the presenter alone needs. @param {import("../store.js").State} state @param {import("../text/index.js").Text} t @param {import("../actions/index.js").Actions} act @param {import("../types/api").SlideView | undefined} slide */
function talkPane(state, t, act, slide) {
  const { slides, place, began, now } = state.meeting;
  const ahead = stepped(slides, place, 1).at, next = ahead === place.at ? undefined : slides.find((one) => one.key === ahead);
  return html`<aside class="talk" aria-label=${t.meeting.talk}>
    <header><h2>${t.meeting.talk}</h2><span class="timer">${clock(now - began)}</span></header>
    <ul class="scrolls">${act.meeting.sayHere().map((line) => html`<li>${line}</li>`)}</ul>
    <footer><span class="quiet">${t.meeting.next}</span><p>${next ? next.name : t.meeting.last}</p><span class="quiet">${where(state, t)}${slide?.own_talk ? t.meeting.own : ""}</span></footer>
  </aside>`;
}
