// @ts-check
// 会议: the slides on the whole screen, one after another.

import { state, change, changeIn } from "../store.js";
import * as logic from "../logic/meeting.js";
import { ask, words } from "./calls.js";
import { chosenOrder, talkOf } from "./deck.js";

/** How long the keys are shown after one was pressed. */
const SHOWN = 3000;
/** How many slides are drawn at once, so that what is asked for meanwhile waits little. */
const BATCH = 6;
/** How many characters of a number are kept: 12.3.14. */
const LONGEST = 8;
/** How long a slide is still before the room sees what of it is in sight. */
const SETTLED = 80;

let hiding = 0, ticking = 0, scrolling = 0;
/** What the room was shown last. @type {import("../types/api").MeetingShow | null} */
let told = null;

/** Begins with the slides that are chosen in 汇报, or those the program proposes, at the one that is looked at there. */
export async function begin() {
  const { plan, period } = state;
  if (!plan || !period || state.view === "meeting") return;
  const from = state.view;
  const order = from === "report" ? chosenOrder() : [];
  const at = from === "report" ? state.deck.selected : null;
  changeIn("meeting", { hidden: from === "report" && state.deck.hidden, drawn: {}, order, from });
  if (!(await read())) return;
  const all = logic.paged(state.meeting.slides);
  if (!all.length) return;
  const first = all.some((slide) => slide.key === at) ? at : all[0].key;
  changeIn("meeting", { place: { at: first ?? all[0].key, back: null }, ratio: logic.ratioOf(screen.width, screen.height), black: false, typed: "", said: "", zoom: 100, across: 0, down: 0, began: Date.now(), now: Date.now() });
  change({ view: "meeting", error: null });
  const room = (await ask("meeting_begin", {}))?.room ?? null;
  told = null;
  changeIn("meeting", { room, talk: room !== null });
  stir();
  fit();
  ticking = setInterval(() => changeIn("meeting", { now: Date.now() }), 1000);
  await ready();
}

/** Leaves the meeting for where it was begun. */
export async function leave() {
  if (state.meeting.typed) return changeIn("meeting", { typed: "" });
  clearInterval(ticking);
  clearTimeout(hiding);
  const { from } = state.meeting;
  changeIn("meeting", { slides: [], drawn: {}, room: null });
  change({ view: from });
  await ask("meeting_end", {});
}

/** Asks for the slides, with or without names; the order is that of the composer. */
async function read() {
  const { plan, period, deck, meeting } = state;
  if (!plan || !period) return false;
  const view = await ask("deck", { plan, period, deck: deck.deck, hide_names: meeting.hidden });
  if (!view) return false;
  const order = meeting.order;
  const rank = (/** @type {logic.Slide} */ slide) => order.indexOf(slide.of ?? slide.key);
  const slides = order.length
    ? [...view.slides.filter((slide) => rank(slide) >= 0).sort((a, b) => rank(a) - rank(b)).map((slide) => ({ ...slide, chosen: true })),
      ...view.slides.filter((slide) => rank(slide) < 0).map((slide) => ({ ...slide, chosen: false }))]
    : view.slides;
  changeIn("meeting", { slides });
  return true;
}

/** What a drawing is remembered by. @param {string} key */
export const drawnAs = (key) => `${state.meeting.hidden ? "hidden" : "named"} ${state.meeting.ratio} ${key}`;

/** Draws what is shown and its neighbours first, then all the others of the meeting, so that none has to be waited for. */
async function ready() {
  await draw(logic.near(state.meeting.slides, state.meeting.place));
  present();
  const rest = logic.paged(state.meeting.slides).map((slide) => slide.key);
  for (let at = 0; at < rest.length; at += BATCH) await draw(rest.slice(at, at + BATCH));
}

/** @param {string[]} keys */
async function draw(keys) {
  const { plan, period, meeting } = state;
  const only = keys.filter((key) => !meeting.drawn[drawnAs(key)]);
  if (!plan || !period || !only.length || state.view !== "meeting") return;
  const { hidden, ratio } = meeting;
  const order = logic.paged(meeting.slides).filter((slide) => slide.of === null).map((slide) => slide.key);
  const drawn = await ask("deck_draw", { plan, period, order, only, hide_names: hidden, ratio });
  if (!drawn || hidden !== state.meeting.hidden || ratio !== state.meeting.ratio) return;
  const named = Object.fromEntries(drawn.map((slide) => [drawnAs(slide.key), { ...slide, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(slide.svg)}` }]));
  changeIn("meeting", { drawn: { ...state.meeting.drawn, ...named } });
}

/** Shows the room what is shown here, where the room has a screen of its own and does not show it yet. */
function present() {
  const { room, black, place, drawn, zoom, across, down } = state.meeting;
  const shown = { svg: black ? null : drawn[drawnAs(place.at)]?.svg ?? null, zoom, across, down };
  if (!room || (told?.svg === shown.svg && told.zoom === zoom && told.across === across && told.down === down)) return;
  told = shown;
  void ask("meeting_show", shown);
}

/** Shows the room the same part of a slide that is larger than the screen. @param {Element} sheet */
export function scrolled(sheet) {
  const part = (/** @type {number} */ at, /** @type {number} */ whole, /** @type {number} */ seen) => (whole > seen ? at / (whole - seen) : 0.5);
  changeIn("meeting", { across: part(sheet.scrollLeft, sheet.scrollWidth, sheet.clientWidth), down: part(sheet.scrollTop, sheet.scrollHeight, sheet.clientHeight) });
  clearTimeout(scrolling);
  scrolling = setTimeout(present, SETTLED);
}

/** @param {logic.Place} place */
async function go(place) {
  changeIn("meeting", { place, black: false, typed: "", said: "" });
  stir();
  present();
  await draw(logic.near(state.meeting.slides, place));
  present();
}

/** Goes so many slides on. @param {number} by */
export const step = (by) => go(logic.stepped(state.meeting.slides, state.meeting.place, by));

/** Goes to the first or the last slide. @param {-1 | 1} end */
export const toEnd = (end) => go(logic.ended(state.meeting.slides, state.meeting.place, end));

/** Goes back to where the last jump came from. */
export const goBack = () => (state.meeting.typed ? changeIn("meeting", { typed: state.meeting.typed.slice(0, -1) }) : go(logic.returned(state.meeting.place)));

/** Shows the same by unit, or the whole again. */
export function byUnit() {
  const place = logic.byUnit(state.meeting.slides, state.meeting.place);
  return place ? go(place) : tell(words().meeting.noUnits);
}

/** A digit of a measure's number, or what stands between two of them. @param {string} digit */
export function type(digit) {
  changeIn("meeting", { typed: (state.meeting.typed + digit).slice(-LONGEST), said: "" });
  stir();
}

/** Jumps to the measure whose number was typed; without one goes on. */
export function enter() {
  const { slides, place, typed } = state.meeting;
  if (!typed) return step(1);
  const found = logic.jumped(slides, place, typed);
  if (found) return go(found);
  changeIn("meeting", { typed: "" });
  return tell(words().meeting.noNumber(typed));
}

/** @param {string} said */
function tell(said) {
  changeIn("meeting", { said });
  stir();
}

/** Makes the screen black, or shows the slide again. */
export function toggleBlack() {
  changeIn("meeting", { black: !state.meeting.black, said: "" });
  stir();
  present();
}

/** Hides the names of units, or shows them. */
export async function toggleNames() {
  changeIn("meeting", { hidden: !state.meeting.hidden, said: "" });
  stir();
  await read();
  await draw(logic.near(state.meeting.slides, state.meeting.place));
  present();
  await ready();
}

/** Shows what to say beside the slide, or not. */
export function toggleTalk() {
  changeIn("meeting", { talk: !state.meeting.talk, said: "" });
  stir();
}

/** Makes the slide larger or smaller. @param {number} by */
export function zoom(by) {
  const at = logic.ZOOMS.indexOf(state.meeting.zoom) + by;
  changeIn("meeting", { zoom: logic.ZOOMS[Math.min(Math.max(at, 0), logic.ZOOMS.length - 1)] });
  stir();
  present();
}

/** Shows the keys for a while. */
export function stir() {
  clearTimeout(hiding);
  if (!state.meeting.keys) changeIn("meeting", { keys: true });
  hiding = setTimeout(() => changeIn("meeting", { keys: false, said: "" }), SHOWN);
}

/** The shape of the screen the room looks at decides the sheet's. */
export function fit() {
  if (state.view !== "meeting") return;
  const { room } = state.meeting;
  const ratio = room ? logic.ratioOf(room.width, room.height) : logic.ratioOf(innerWidth, innerHeight);
  if (ratio === state.meeting.ratio) return;
  changeIn("meeting", { ratio });
  void ready();
}

/** What to say at the slide that is shown: what a person wrote, or else what the program makes of the figures. */
export const sayHere = () => talkOf(state.meeting.slides.find((slide) => slide.key === state.meeting.place.at));
