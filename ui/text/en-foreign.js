// @ts-check
// Words of foreign tables, in English.

/** @type {typeof import("./zh-foreign.js").foreign} */
export const foreign = {
  tab: "Other tables", open: "Choose tables", again: "Choose others",
  nothing: "No table chosen yet", nothingHint: "Choose task lists or ledgers made elsewhere (.xlsx, .xls, .ods, .csv), several at once if you like. You see what each column holds and which indicator each row means; nothing is written before you say so.",
  columns: "What each column holds", file: "File", sheet: "Sheet", hidden: " (hidden)", all: "All sheets with these headings", only: "Only this sheet", which: "Which sheets",
  header: (row) => (row === null ? "Click a row number to set the header" : `Header in row ${row}`), headerHere: (row) => `The header begins in row ${row}`,
  unit: "Unit of the whole table", unitByTable: "As the table says", remembered: "Mapped as last time", forget: "Forget", forgetTitle: "Do not use last time's mapping, now or later",
  sources: { heading: "by heading", remembered: "as last time", given: "chosen", unknown: "not known" },
  period: (heading) => `Period of “${heading}”`, role: (letter) => `What column ${letter} holds`,
  roles: {
    number: "No.", measure: "Measure", detail: "Details", indicator: "Indicator", unit_of_measure: "Unit of measure", lead: "Lead unit", unit: "Responsible unit", cooperating: "Cooperating", due: "Due",
    baseline: "Baseline", target: "Target", value: "Value", numerator: "Numerator", denominator: "Denominator", of_unit: "A unit's values", of_indicator: "An indicator's values",
    progress: "Progress", problems: "Problems", next_steps: "Next steps", note: "Note", ignored: "Not taken",
  },
  rows: "What each row means", row: "Row", text: "In the table", item: "Means", state: "State",
  outcomes: {
    sure: "Matched", given: "Chosen", likely: "Confirm", unclear: "Choose", unknown: "No match", skipped: "Left out", blank: "Empty", total: "Total", section: "Heading", header: "Header",
  },
  groups: { "": "All", ask: "Open", none: "No match", taken: "Taken", other: "Others" },
  confirm: "Confirm", confirmTitle: (name) => `This row is “${name}”`, confirmAll: (n) => `Confirm all ${n}`, leave: "Leave this row out", choose: "Choose an indicator or measure", choosePlace: "Words, number or pinyin initials", chooseNone: "No such indicator or measure",
  more: (n) => `${n} more, keep typing`, measureNote: "measure", perhaps: "alike, ", noRows: "No such rows", noRowsHint: "Choose another state.", byColumn: "by column",
  preview: "Preview", result: "Written", base: "", oursNow: "Ledger now", theirsNow: "In the table", ours: "Ledger", theirs: "Table", conflicts: "Where the ledger differs",
  draft: "Make a new plan of it", draftTitle: "Reads the columns as chosen into the draft of a new plan, to be checked under Import",
  notYet: "Nothing to write yet", noCells: "No cells to write", noCellsHint: "Say what each column holds, then which indicator each row means.", noPlan: "The ledger has no plan yet", noPlanHint: "Values belong to a plan. Say what each column holds, then make a new plan of the table.",
};
