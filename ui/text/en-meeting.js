// @ts-check
// Words of meetings and decks of slides.

/** @type {typeof import("./zh-meeting.js").deck} */
export const deck = {
  begin: "Start meeting", beginTitle: "Show the chosen slides on the whole screen", proposed: "Slides the program proposes", which: "Which deck", save: "Save", saveAs: "Save as", remove: "Delete",
  name: "Name", namePlace: "e.g. Monthly meeting", saveTitle: "Save this deck", saveHint: "Keeps which slides were chosen and their order, for any period; talking points are kept for this period only.",
  saved: (name, n) => `Saved “${name}”, ${n} slides`, removed: (name) => `Deleted “${name}”`,
  list: "Slides", only: { all: "All", chosen: "Chosen" }, find: (n) => `Find among ${n} slides: words or a number`, findLabel: "Find a slide", noMatch: "No such slide", choose: (name) => `Use “${name}”`, pages: (n) => `${n} pp.`,
  up: "Up", down: "Down", hide: "Hide units' names", ratio: "Shape", ratios: { "16:9": "Wide 16:9", "4:3": "Standard 4:3" },
  exportTalk: "Notes", exportTalkTitle: "As a PDF of A4 to print: each slide small, with what to say at it (Ctrl+P)", exportPdf: "Export PDF", exportPictures: "Export pictures", exported: (path) => `Exported to ${path}`,
  talk: "Talking points", talkHint: "For the presenter, not on the screen. Changes hold for this period.", own: "changed", restore: "As the program writes it",
  none: "There are no slides", noneHint: "Import a plan and report figures first.", gone: (n) => `${n} slides of this deck are not there in this period.`,
  kinds: { cover: "Cover", overview: "Overview", section: "Section", behind: "Behind", indicator: "Indicator", units: "By unit", measure: "Measure", league: "League", rectify: "Rectify", next: "Next" },
  move: "Move", tick: "Use",
};

/** @type {typeof import("./zh-meeting.js").meeting} */
export const meeting = {
  turn: "Turn", jump: "Go to measure", units: "By unit", names: "Hide names", showNames: "Show names", talkKey: "Talking points", black: "Black", size: "Size", leave: "Leave", back: "Back",
  talk: "Talking points", next: "Next", last: "The last one", own: " · changed", between: "Not part of this meeting", page: (at, of) => `Slide ${at} of ${of}`,
  typed: "Enter goes to this measure", noNumber: (number) => `There is no measure ${number}`, noUnits: "There are no figures by unit here",
};
