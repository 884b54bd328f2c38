// @ts-check
// 汇报 › 幻灯: choosing slides, their order, what to say; keeping and exporting them.

import { state, changeIn } from "../store.js";
import * as logic from "../logic/deck.js";
import { focusOn, reveal, scrollToRow } from "../reveal.js";
import { ask, attempt, say, words } from "./calls.js";

/** Asks for the slides; what was chosen and not saved stays while plan and deck are the same. */
export async function load() {
  const { plan, period, deck } = state;
  if (!plan || !period) return;
  const same = deck.view?.plan === plan;
  const of = { plan, period, hide_names: deck.hidden };
  // A deck that was saved may be gone after undoing: then the proposed slides are there.
  const saved = same && deck.deck ? await attempt("deck", { ...of, deck: deck.deck }, words().busy.reading).catch(() => undefined) : undefined;
  const view = saved ?? await ask("deck", { ...of, deck: null }, words().busy.reading);
  if (!view || plan !== state.plan || period !== state.period) return;
  take(view, same && deck.touched ? deck.slides : null, same && deck.view?.period === period ? deck.talk : {});
  await draw();
}

/** @param {import("../types/api").DeckView} view @param {logic.Slide[] | null} kept the choice that goes on @param {{ [key: string]: string }} talk */
function take(view, kept, talk) {
  const rank = (/** @type {logic.Slide} */ slide) => (kept ?? []).findIndex((one) => one.key === slide.key);
  const place = (/** @type {logic.Slide} */ slide) => (rank(slide) < 0 ? Infinity : rank(slide));
  const slides = kept
    ? [...view.slides].sort((a, b) => place(a) - place(b) || 0).map((slide) => ({ ...slide, chosen: kept.find((one) => one.key === (slide.of ?? slide.key))?.chosen ?? slide.chosen }))
    : view.slides;
  const selected = slides.some((slide) => slide.key === state.deck.selected) ? state.deck.selected : slides[0]?.key ?? null;
  changeIn("deck", { view, deck: view.deck, slides, selected, talk, touched: kept !== null || Object.keys(talk).length > 0 });
}

/** The keys of the chosen slides in their order. */
export const chosenOrder = () => logic.chosen(state.deck.slides);

/** What to say at a slide, line by line: as typed here, as saved, or as the program makes it of the figures. @param {logic.Slide | undefined} slide */
export function talkOf(slide) {
  if (!slide) return [];
  // What was written to a slide goes for all its pages.
  const own = state.deck.talk[slide.of ?? slide.key] ?? slide.own_talk;
  return own ? own.split("\n").filter((line) => line.trim()) : slide.talk;
}

/** Draws the slide that is looked at, as it will be shown. */
async function draw() {
  const { plan, period, deck } = state, key = deck.selected;
  if (!plan || !period || !key) return changeIn("deck", { drawn: null });
  const drawn = await ask("deck_draw", { plan, period, order: chosenOrder(), only: [key], hide_names: deck.hidden, ratio: deck.ratio }, words().busy.drawing);
  if (drawn && key === state.deck.selected) changeIn("deck", { drawn: drawn[0] ?? null });
}

/** @param {string} selected */
export async function pick(selected) {
  changeIn("deck", { selected });
  reveal(".slidelist tr[aria-selected=true]");
  await draw();
}

/** The slides that are listed. */
export const shown = () => logic.shown(state.deck.slides, state.deck.only, state.deck.query);

/** Lists the slides with these words. @param {string} query */
export const search = (query) => changeIn("deck", { query });

/** Lists all slides, or the chosen ones. @param {"all" | "chosen"} only */
export const show = (only) => changeIn("deck", { only });

/** Looks at the slide so many further down in the list; from outside it, at its first. @param {number} by */
export async function walk(by) {
  const list = shown(), at = list.findIndex((slide) => slide.key === state.deck.selected);
  if (!list.length) return;
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  focusOn(".slidelist .scrolls");
  scrollToRow(".slidelist .scrolls", to, state.rowHeights.tight);
  await pick(list[to].key);
}

/** @param {string | null} [key] */
export async function tick(key = state.deck.selected) {
  if (!key) return;
  const at = shown().findIndex((slide) => slide.key === key);
  changeIn("deck", { slides: logic.ticked(state.deck.slides, key), touched: true });
  const left = shown();
  // Among the chosen ones it is gone with that: the next one is looked at.
  if (key === state.deck.selected && at >= 0 && left.length && !left.some((slide) => slide.key === key)) return pick(left[Math.min(at, left.length - 1)].key);
  await draw();
}

/** Moves the slide that is looked at. @param {number} by */
export async function move(by) {
  const { slides, selected } = state.deck;
  if (!selected) return;
  changeIn("deck", { slides: logic.moved(slides, selected, by, shown()), touched: true });
  reveal(".slidelist tr[aria-selected=true]");
  await draw();
}

/** What a person writes to say at the slide that is looked at. @param {string} text */
export function write(text) {
  const { selected, talk } = state.deck;
  if (selected) changeIn("deck", { talk: { ...talk, [selected]: text }, touched: true });
}

/** Takes what the program says again. */
export const restore = () => write("");

/** @param {boolean} hidden */
export async function hide(hidden) {
  changeIn("deck", { hidden });
  const { plan, period, deck } = state;
  if (!plan || !period) return;
  const view = await ask("deck", { plan, period, deck: deck.deck, hide_names: hidden });
  if (view) take(view, deck.slides, deck.talk);
  await draw();
}

/** @param {string} ratio */
export async function shape(ratio) {
  changeIn("deck", { ratio: ratio === "4:3" ? "4:3" : "16:9" });
  await draw();
}

/** Opens a saved deck, or the proposed one. @param {string} deck */
export async function pickDeck(deck) {
  changeIn("deck", { deck: deck || null, touched: false, talk: {} });
  await load();
}

/** Asks for the name of a new deck. */
export const beginName = () => changeIn("deck", { naming: { name: "", message: "" } });

/** @param {string} name */
export const typeName = (name) => changeIn("deck", { naming: { name, message: "" } });

export const closeName = () => changeIn("deck", { naming: null });

/** Keeps the choice: in the deck that is open, or under the name that was typed. @param {() => void} [close] */
export async function save(close) {
  const { plan, period, deck } = state;
  if (!plan || !period) return;
  if (!deck.deck && !deck.naming) return beginName();
  const name = deck.naming ? deck.naming.name : deck.view?.decks.find((one) => one.id === deck.deck)?.name ?? "";
  const saved = await ask("deck_save", { plan, period, deck: deck.naming ? null : deck.deck, name, slides: chosenOrder(), talk: written() }, words().busy.writing);
  if (!saved) return;
  close?.();
  changeIn("deck", { deck: saved.id, naming: null, touched: false, talk: {} });
  say(words().deck.saved(saved.name, saved.slides), true);
  await load();
}

/** What was written to say and is not saved. */
const written = () => Object.entries(state.deck.talk).map(([key, text]) => ({ key, text }));

/** Takes the deck that is open away. */
export async function remove() {
  const { deck } = state, name = deck.view?.decks.find((one) => one.id === deck.deck)?.name;
  if (!deck.deck || !name || !(await ask("deck_delete", { deck: deck.deck }))) return;
  changeIn("deck", { deck: null, touched: false, talk: {} });
  say(words().deck.removed(name), true);
  await load();
}

/** Saves the slides as files, or what to say at them on sheets to take along. @param {import("../types/api").DeckForm} form */
export async function exportAs(form) {
  const { plan, period, deck } = state;
  if (!plan || !period) return;
  const of = { plan, period, order: chosenOrder(), hide_names: deck.hidden, ratio: deck.ratio, form, deck: deck.deck, talk: written() };
  const saved = await ask("deck_export", of, words().busy.writing);
  if (saved?.path) say(words().deck.exported(saved.path), false);
}
