// @ts-check
// Words of the reports.

/** @type {import("./index.js").Text["report"]} */
export const report = {
  tabs: { deck: "Slides", bulletin: "Bulletin", handout: "Hand-outs" },
  save: "Save .docx", edit: "Edit template", keep: "Keep template", restore: "Restore default", leave: "Discard changes", saved: (path) => `Saved: ${path}`, kept: "The plan's template is kept",
  preview: "Preview of the bulletin", template: "Template", draft: "A draft to be edited; no red head, no document number",
  frozen: "The period is frozen: the bulletin stays as it is", unfrozen: "The period is not frozen: the bulletin follows the ledger", byOwn: "By the plan's own template", byDefault: "By the default template",
  places: "Places", placesNote: "Click to insert at the caret", alone: "On a line of their own", within: "Within a sentence", unreadable: "The bulletin cannot be written",
  howTo: "The first lines are the title; text follows after an empty line. Short lines that begin with 一、, （一） or 1. are headings, all others paragraphs.",
  units: "Units", find: "Units", page: "Preview of the hand-out", saveOne: "Save this unit's", saveAll: "Save all", noUnits: "No unit has a task", noUnitsHint: "Name responsible units, or divide indicators among units.",
  leftOut: (n) => `Not all fits on a page: ${n} left out`, onePage: "One page a unit",
  handoutsSaved: (n, folder) => `${n} written: ${folder}`,
};
