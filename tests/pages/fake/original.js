// The made-up document before cleaning: with pinyin behind a character, half-width commas, a damaged word and a broken line.

const PINYIN = { 老: "lǎo", 医: "yī", 卫: "wèi", 护: "hù" };
const KINDS = ["noise", "pinyin", "repaired", "joined", "punctuation"];

/** Returns the original of a draft. */
export function original(view) {
  const lines = [], first = Object.fromEntries(KINDS.map((kind) => [kind, []])), count = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  const note = (kind, line, was, became) => {
    count[kind] += 1;
    if (first[kind].length < 6 && first[kind].at(-1)?.line !== line) first[kind].push({ line, was, became });
  };
  for (const { text: cleaned, noise, marks } of view.lines) {
    const number = lines.length + 1, places = [], changes = [];
    let text = "";
    for (const c of cleaned) {
      places.push(text.length);
      if (noise) text += c;
      else if (c === "，") { changes.push({ start: text.length, end: text.length + 1, kind: "punctuation", became: "，" }); note("punctuation", number, `${cleaned[places.length - 2]},`, `${cleaned[places.length - 2]}，`); text += ","; }
      else if (c === "率") { changes.push({ start: text.length, end: text.length + 6, kind: "repaired", became: "率" }); note("repaired", number, "理?lǜ)?", "理率"); text += "?lǜ)?)"; }
      else {
        text += c;
        if (!PINYIN[c]) continue;
        const written = `(${PINYIN[c]})`;
        changes.push({ start: text.length, end: text.length + written.length, kind: "pinyin", became: "" });
        note("pinyin", number, c + written, c);
        text += written;
      }
    }
    places.push(text.length);
    if (noise) note("noise", number, text, "");
    const joined = number === 13;
    if (joined) note("joined", number, "在原有基础↵此前召开的", "在原有基础此前召开的");
    lines.push({ number, text, noise, joined, changes, marks: marks.map((mark) => ({ ...mark, start: places[mark.start], end: places[mark.end] })) });
  }
  return { lines, repairs: KINDS.filter((kind) => count[kind]).map((kind) => ({ kind, count: count[kind], first: first[kind] })) };
}
