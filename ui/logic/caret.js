// @ts-check
// A caret in the source, moved by the keyboard: texts that cannot be edited have none of their own.

/**
 * @typedef {import("../types/api").TextPlace} TextPlace
 * @typedef {import("../types/api").TextRange} TextRange
 * @typedef {{ anchor: TextPlace, head: TextPlace }} Chosen from where to where words are chosen; the same place if none are
 * @typedef {"left" | "right" | "up" | "down" | "home" | "end" | "clause" | "back" | "first" | "last"} Step
 */

/** True where a clause ends: behind its sign, and before a bracket. @param {string} text @param {number} at */
const stops = (text, at) => /[，。；：、！？）)]/.test(text[at - 1]) || /[（(]/.test(text[at]);

/** Returns the place a step leads to. @param {{ text: string }[]} lines @param {TextPlace} from @param {Step} step @returns {TextPlace} */
export function stepped(lines, from, step) {
  const text = lines[from.line - 1]?.text ?? "";
  const whole = { up: from.line - 1, down: from.line + 1, first: 1, last: lines.length };
  if (step in whole) {
    const line = Math.min(Math.max(whole[/** @type {"up"} */ (step)], 1), lines.length);
    const length = lines[line - 1]?.text.length ?? 0;
    return { line, at: step === "first" ? 0 : step === "last" ? length : inside(lines[line - 1]?.text ?? "", Math.min(from.at, length)) };
  }
  switch (step) {
    case "home": return { line: from.line, at: 0 };
    case "end": return { line: from.line, at: text.length };
    case "left": return from.at > 0 ? { line: from.line, at: inside(text, from.at - 1) } : ended(lines, from.line - 1, from);
    case "right": return from.at < text.length ? { line: from.line, at: from.at + width(text, from.at) } : begun(lines, from.line + 1, from);
    case "clause": {
      for (let at = from.at + 1; at < text.length; at++) if (stops(text, at)) return { line: from.line, at };
      return from.at < text.length ? { line: from.line, at: text.length } : begun(lines, from.line + 1, from);
    }
    default: {
      for (let at = from.at - 1; at > 0; at--) if (stops(text, at)) return { line: from.line, at };
      return from.at > 0 ? { line: from.line, at: 0 } : ended(lines, from.line - 1, from);
    }
  }
}

/** @param {{ text: string }[]} lines @param {number} line @param {TextPlace} from */
const begun = (lines, line, from) => (line <= lines.length ? { line, at: 0 } : from);
/** @param {{ text: string }[]} lines @param {number} line @param {TextPlace} from */
const ended = (lines, line, from) => (line >= 1 ? { line, at: lines[line - 1].text.length } : from);
/** How many units the character there has. @param {string} text @param {number} at */
const width = (text, at) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
/** Never between the halves of one character. @param {string} text @param {number} at */
const inside = (text, at) => (at > 0 && width(text, at - 1) === 2 ? at - 1 : at);

/** Returns the words chosen, first place first; null if none are. @param {Chosen | null} chosen @returns {TextRange | null} */
export function rangeOf(chosen) {
  if (!chosen) return null;
  const { anchor, head } = chosen;
  const order = anchor.line - head.line || anchor.at - head.at;
  if (order === 0) return null;
  return order < 0 ? { from: anchor, to: head } : { from: head, to: anchor };
}

/** Returns the words of a range, to say what is chosen. @param {{ text: string }[]} lines @param {TextRange} range */
export const wordsOf = (lines, { from, to }) => (from.line === to.line
  ? lines[from.line - 1]?.text.slice(from.at, to.at) ?? ""
  : [lines[from.line - 1]?.text.slice(from.at), ...lines.slice(from.line, to.line - 1).map((line) => line.text), lines[to.line - 1]?.text.slice(0, to.at)].join(""));

/**
 * Returns the measure a place can be split out of: the last one that begins before it, in the order of the document.
 * @param {import("../types/api").DraftView} draft @param {TextPlace} place
 */
export function measureAt(draft, place) {
  const before = draft.measures.filter((one) => !one.dropped && (one.line < place.line || (one.line === place.line && startOf(draft, one) <= place.at)));
  return before.at(-1) ?? null;
}

/** Where in its line a measure begins, as far as its title shows. @param {import("../types/api").DraftView} draft @param {import("../types/api").DraftMeasure} measure */
const startOf = (draft, measure) => draft.lines[measure.line - 1]?.marks.find((mark) => mark.item === measure.key)?.start ?? 0;
