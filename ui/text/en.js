// @ts-check
// English, the second language. What the program itself writes (reasons, labels of operations) stays Chinese.

/** @param {number} n @param {string} one @param {string} [many] */
const some = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** @type {typeof import("./zh.js").zh} */
export const en = {
  brand: "要点台账",
  views: { start: "Start", import: "Import", measures: "Measures", entry: "Entry", charts: "Charts", exchange: "Exchange", history: "History" },
  light: { done: "Done", green: "Green", yellow: "Yellow", red: "Red", grey: "Grey" },
  greys: { missing: "Missing", waits: "Not due", none: "None", gap: "Gap", summed: "Summed" },
  comparators: { ">=": "at least", "<=": "at most", "=": "equal to", "~": "about", range: "range", increase: "increase", decrease: "decrease", qualitative: "no figure" },
  signs: { ">=": "≥", "<=": "≤", "=": "", "~": "≈", range: "", increase: "+", decrease: "−", qualitative: "" },
  kinds: { cumulative: "cumulative", increment: "increment", point: "point", rate: "rate", qualitative: "progress" },
  kindHints: {
    cumulative: "each period reports the total since the start", increment: "each period reports only its own; the program adds up", point: "each period reports the stock at its end",
    rate: "each period reports a percentage, best as numerator/denominator such as 3/4", qualitative: "each period reports the share of the work that is done",
  },
  paces: { accumulate: "with time", maintain: "always", by_due: "when due" },
  paceHints: { accumulate: "held against time: half the year, half the task", maintain: "must hold in every period", by_due: "judged only in the period it is due" },
  rollUps: { sum: "sum", ratio: "ratio of sums", mean: "mean", weighted: "weighted mean", worst: "worst", owner: "lead unit’s own" },
  natures: { target: "target", achieved: "achieved" },
  roles: { lead: "Lead", responsible: "Resp.", cooperating: "Coop." },
  outcomes: { applied: "taken", equal: "equal", conflict: "conflict", rejected: "rejected" },
  fields: { value: "value", numerator: "numerator", denominator: "denominator", note: "note" },
  fileStates: { read: "read", repeated: "repeated", refused: "unreadable", unknown: "not ours" },
  operations: {
    import: "Import", edit: "Edit", unit: "Unit", allocate: "Allocate", record: "Entry", export: "Send", merge: "Merge", setting: "Setting", draft: "Draft", rectify: "Rectify", freeze: "Freeze",
  },
  busy: {
    reading: "Reading", opening: "Opening the ledger", document: "Reading the document", writing: "Writing", importing: "Entering the plan", drawing: "Drawing",
    sending: "Making the workbooks", comparing: "Comparing the returns", merging: "Writing the merge", undoing: "Undoing or redoing",
  },
  keys: {
    choose: "choose", upDown: "up, down", open: "open", confirmNext: "confirm, next", nextDoubt: "next doubt", locate: "find in source", revert: "discard typing",
    find: "find", nextRow: "next row", nextColumn: "next column", edit: "edit", fillDown: "as above", fillAcross: "as last period", unfilled: "next unfilled",
    indicators: "other indicator", nextConflict: "next conflict", write: "write",
  },
  frame: {
    nav: "Main navigation", plan: "Plan", period: "Period", time: "Time", noPlan: "No plan yet", search: "Search", searchPlace: "Words, number or pinyin initials",
    startTitle: "Start page: open, make or close a ledger", planTitle: (title) => `Switch plan: ${title}`,
    earlier: "Earlier period", next: "Next period", earlierTitle: "Earlier period (Alt+←)", nextTitle: "Next period (Alt+→)", periodTitle: "Switch period",
    undo: "Undo", redo: "Redo", undoTitle: (what) => `Undo: ${what} (Ctrl+Z)`, redoTitle: (what) => `Redo: ${what} (Ctrl+Y)`,
    undone: (what) => `Undone: ${what}`, redone: (what) => `Redone: ${what}`, nothingToUndo: "Nothing left to undo or redo",
    saved: "Saved", savedTitle: "Every step is in the ledger file", readOnly: "Read-only", readOnlyTitle: "The ledger file cannot be written; it can be viewed and exported",
    goTitle: (view, n) => `${view} (Ctrl+${n} or Alt+${n})`, draftWaits: "a draft is not entered yet", mergeWaits: "a merge is not written yet",
    noLedger: "No ledger open", offline: "Only on this computer", who: (who) => `By: ${who}`,
    understood: "Understood", close: "Close", cancel: "Cancel", save: "Save",
    emptyTitle: "The ledger has no plan yet", emptyHint: "Read a work plan or an action plan, review it, then enter it.",
  },
  start: {
    title: "No ledger yet. Where to begin?", again: (name) => `“${name}” is open. What else?`,
    sample: { name: "Open the sample ledger", what: "A year’s plan of the fictional city of Yunzhou, with all its figures; change it as you like.", kinds: "see what it can do" },
    document: { name: "Read a document", what: "Turns a work plan into measures and targets; you review before anything is entered.", kinds: "Word, text, web page" },
    ledger: { name: "Open a ledger", what: "A ledger file on this computer, a USB stick or a shared folder.", kinds: ".yaodian" },
    returned: { name: "Merge returned workbooks", what: "What the units sent back: first see what it changes, then write it at once.", kinds: ".xlsx" },
    empty: { name: "Make an empty ledger", what: "Choose its name and place now, read plans into it later.", kinds: ".yaodian" },
    paste: "Paste a text", close: "Close the ledger",
    facts: [
      { ask: "Where is the data?", answer: "A ledger is one file, by default in Documents\\要点台账. Copy it, back it up, take it along." },
      { ask: "Does it go online?", answer: "No. No account, no server, no administrator; it works without any network." },
      { ask: "And mistakes?", answer: "Every step can be undone, a whole import or merge in one go, even after a restart." },
    ],
  },
  draft: {
    steps: ["Choose", "Review", "Enter"], chooseTitle: "Choose a document", chooseHint: "A work plan, action plan or programme, or a news report of one. Word (.docx), text and web pages.", choose: "Choose a file",
    pasteTitle: "Or paste a text", pasteHint: "Copy all of it from a web page or a document and paste it here.", readPasted: "Read this text",
    facts: [
      { ask: "What is read?", answer: "Sections, measures, responsible units, targets, deadlines and phases, each with its line in the source." },
      { ask: "And when in doubt?", answer: "Doubtful items are listed and asked about one by one. No figure is ever made up." },
      { ask: "Is it entered at once?", answer: "No. Nothing is written before the review, and afterwards all of it can be undone at once." },
    ],
    confirmedLabel: (n, all) => `${n} of ${all} confirmed`, confirmed: "Confirmed", left: ", doubts left", leftCount: (n) => `${n} left`,
    discard: "Discard draft", discardTitle: "Discard this draft?", discardHint: "What you changed in the review is lost. The document itself stays and can be read again.", keep: "Keep reviewing",
    enter: "Enter", enterTitle: "Writes the draft into the ledger; can be undone at once", enterLater: (n) => `${some(n, "doubt")} left to settle; or accept all`,
    entered: (done) => `Entered: ${some(done.measures, "measure")}, ${some(done.indicators, "indicator")}${done.new_units ? `, ${some(done.new_units, "new unit")}` : ""}`,
    source: "Source", draft: "Draft", doubtAt: (at, all) => (at ? `doubt ${at} of ${all}` : some(all, "doubt")),
    doubtBefore: "Doubt before (Shift+F8)", doubtNext: "Next doubt (F8)",
    marks: { title: "Title", target: "Target", unit: "Unit", due: "Deadline", doubt: "Doubtful", noise: "Noise, left out" },
    tabs: { doubts: "Doubts", measures: "Measures", targets: "Targets", units: "Units", phases: "Phases", plan: "Plan" },
    atMeasure: (number, line) => `measure ${number}, line ${line}`, atLine: (line) => `line ${line}`,
    fields: {
      name: "Indicator", comparator: "Relation", value: "Target", upper: "Upper bound", unit: "Unit of measure", due: "Due", kind: "Value kind", pace: "Pace", rollUp: "Roll-up", nature: "Nature",
      title: "Title", number: "Number", deadline: "Deadline", units: "Responsible units", unitName: "Unit", role: "Part", phase: "Phase",
      planTitle: "Title of the plan", documentNumber: "Document number", issuer: "Issuer", issued: "Issued", start: "Begins", planDue: "Ends",
    },
    notADay: "write 2026-08-31", knownAs: (name) => `is ${name}`, newUnit: "new", known: "known", inLedger: "In the ledger",
    addUnit: "Add a unit", removeUnit: (name) => `Remove ${name}`, toFirst: (name) => `First measure of ${name}`,
    confirmNext: "Confirm, next", onlyDraft: "Changes stay in the draft", savePlan: "Save", restore: "Restore", dropped: "left out", change: "change",
    drop: { target: "Not a target", measure: "Leave out", phase: "Leave out" },
    targetCount: (n) => (n ? some(n, "target") : "no target"),
    others: (n) => `${some(n, "item")} not confirmed yet: go through them, or `, acceptAll: "accept all", undoLater: ". It can still be undone at once.", allSettled: "All confirmed; the plan can be entered, and undone at once.",
    noDoubts: "No doubts", noDoubtsHint: "Look through measures and targets, then enter the plan.", noUnits: "No responsible units found", noUnitsHint: "They can be added to the measures.",
    noMeasures: "No measures found", noMeasuresHint: "See whether the source is complete, or choose another document.", noTargets: "No targets found", noTargetsHint: "The document has no targets with figures.",
    noPhases: "No phases found", noPhasesHint: "The document has no schedule in phases.",
  },
  measures: {
    list: "Measures", filters: "Filters", clear: "Clear filters", all: "All", light: "Light", unit: "Unit", allUnits: "All units", role: "Part", due: "Due", section: "Section", allMeasures: "All measures",
    dues: { any: "any time", period: "this period", quarter: "within three months", past: "past" },
    findIn: (n) => `Find in ${n}`, findLabel: "Find in measures",
    shown: (n, all) => (n < all ? `${n} of ${all}, ` : `${all}, `),
    orders: {
      number: (down) => (down ? "last first" : "as in the document"), title: () => "by title", unit: () => "by lead unit", due: () => "by due day",
      light: (down) => (down ? "red first" : "done first"), completion: (down) => `completion ${down ? "high to low" : "low to high"}`,
      lag: (down) => (down ? "furthest behind first" : "furthest ahead first"),
    },
    number: "No.", measure: "Measure", lead: "Lead unit", progress: "Progress", completion: "Done", lag: "Lag", met: "met", unmet: "not met", level: "level",
    ahead: (points) => `+${points}`, bar: (done, time) => `${done} done, ${time} expected`,
    none: "This plan has no measures", noneHint: "Undo the import, review again and enter.", noMatch: "No measure matches", noMatchHint: "Try another word or wider filters.",
    noneOpen: "No measure chosen", noneOpenHint: "Choose one in the list.", overview: "Overview", source: "Source",
    parts: (units, most) => ["lead", "responsible", "cooperating"].flatMap((role) => {
      const names = units.filter((unit) => unit.role === role).map(({ unit }) => unit.short);
      return names.length ? [`${{ lead: "Lead", responsible: "Responsible", cooperating: "Cooperating" }[role]}: ${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`] : [];
    }).join("  "),
    until: (due) => `due ${due}`,
    indicators: "Indicators", noIndicators: "No targets with figures.", judge: "Judging", judgeTitle: (name) => `How “${name}” is judged`, judged: (name) => `Changed how “${name}” is judged`, toEntry: "Enter figures",
    name: "Name", target: "Target", last: "Last", now: "Now", baseline: "Baseline", weight: "Weight", larger: "Larger",
    means: (kind, unit, pace) => `${kind}${unit ? `, ${unit}` : ""}; ${pace}`,
    inUnit: (name, unit) => (unit ? `${name} (${unit})` : name),
    missing: (units) => `Not reported, not counted: ${units.join(", ")}`, allChanges: (n) => `All ${n}`, noChanges: "No changes yet", noChangesHint: "Entries and changed targets are kept here.",
  },
  entry: {
    unitOption: (name, filled, total) => `${name}　${filled}/${total}`, onlyUnfilled: "Only unfilled", allMonths: (n) => `All ${n} months`,
    filled: "Filled", filledLabel: (n, all) => `${n} of ${all} filled`, paste: "Paste", pasteTitle: "A column or block copied from Excel or WPS (Ctrl+V)",
    allFilled: "All filled for this period", allFilledHint: "Choose another unit, or see all indicators.", showAll: "See all", none: "No indicators to fill", noneHint: "Indicators come from targets with figures and responsible units.",
    pasteHint: "Copy a column in Excel or WPS, choose the first cell and press Ctrl+V: you see what changes, then it is written at once and can be undone at once.",
    pressCtrlV: "Copy in Excel or WPS first, come back to the first cell and press Ctrl+V.", last: "Last", target: "Target", expected: "Expected", kind: "Kind", by: "By", rate: "Write", rateHint: "numerator/denominator, such as 3/4",
    note: "Note", indicator: "Indicator", measureUnit: "Unit", keeps: (old) => (old === "" ? "nothing was written" : `${old} stays`),
    cellLabel: (name, month) => `${name}, ${month}`, toCell: "Go to the cell",
    more: (n) => `  ${n} more.`, reason: "Reason", reasonPlace: "Reason, e.g. corrected", takeBack: "Take back", right: "It is right",
    pasted: (n) => (n ? `Pasting changes ${some(n, "cell")}` : "Paste"), was: "Was", becomes: "Becomes", takeLine: (name) => `Write ${name}`,
    nothingPasted: "Nothing differs from what is there.", leftOut: (n) => `${some(n, "cell")} beyond the table left out.`,
    write: (n) => `Write ${some(n, "cell")}`, written: (n) => `${some(n, "cell")} written`,
  },
  charts: {
    indicators: "Indicators", find: (n) => `Find in ${some(n, "indicator")}`, findLabel: "Find an indicator", together: "All units together", saveSvg: "Save as SVG", savePng: "Save as PNG",
    value: (unit) => (unit ? `Reached (${unit})` : "Reached"), expected: (unit) => (unit ? `Expected (${unit})` : "Expected"), missing: "Not reported",
    saved: (path) => `Saved as ${path}`,
  },
  exchange: {
    send: "Send", merge: "Returns and merge", sendTitle: "Choose a folder; one workbook is made for each unit", sendAll: (n) => `Send all ${n}`, sendChosen: (n) => `Send ${n} chosen`,
    add: "Add returned files", board: "Returns", workbooks: (month) => `Workbooks of ${month}`, chooseAll: "All", chooseUnsent: "Unsent", chooseNone: "None", choose: "Choose",
    sent: "Sent", back: "Back", out: "Missing", unsent: "Unsent", noUnits: "No units report", noUnitsHint: "Workbooks are sent by unit once measures have responsible units.",
    unit: "Unit", state: "State", sentAt: "Sent", backAt: "Back", sentFiles: "Workbooks just sent", into: (n, folder) => `${n} in ${folder}`, file: "File", rows: "Rows",
    nothingSent: "Nothing sent yet", nothingSentHint: "Choose units on the left; none means all. Each gets one workbook with only its own indicators, last values and targets.", sentToast: (n) => `${some(n, "workbook")} sent`,
    nothingToMerge: "No returned files yet", nothingToMergeHint: "Choose the workbooks that came back, as many as you like. You see what they change before anything is written.",
    preview: "Merge preview", result: "Merged", outcome: "Outcome", place: "Indicator and cell", base: "As sent", oursNow: "Ours now", theirsNow: "Theirs", action: "Action", changed: "changed",
    files: (files) => {
      const units = [...new Set(files.flatMap((file) => (file.unit ? [file.unit] : [])))];
      return `${some(files.length, "file")}${units.length ? `: ${units.slice(0, 3).join(", ")}${units.length > 3 ? ` and ${units.length - 3} more` : ""}` : ""}`;
    },
    notYet: ", not written yet", allConflicts: "All conflicts", ours: "Ours", theirs: "Theirs", leftOurs: "left as ours", untouched: "untouched", unknownRow: "Unknown row",
    writes: (value, preview) => (value === "" ? (preview ? "clears" : "cleared") : `${preview ? "writes" : "wrote"} ${value}`),
    noCells: "No such cells", noCellsHint: "The workbooks are as they were sent, or choose another outcome.",
    willWrite: (n) => `Writes ${some(n, "cell")}: `, from: (tally) => `${tally.applied} taken${tally.theirs ? `, ${some(tally.theirs, "conflict")} theirs` : ""}. `,
    stays: ({ ours, open, rejected }) => {
      const left = [ours ? `${some(ours, "conflict")} ours` : "", open ? `${some(open, "conflict")} undecided` : "", rejected ? `${rejected} rejected` : ""].filter(Boolean);
      return left.length ? `Untouched: ${left.join(", ")}.` : "";
    },
    discard: "Discard", write: (n) => `Write ${some(n, "cell")}`, written: (n) => `${some(n, "cell")} written`,
    doneNote: (conflicts, rejected) => `Written.${conflicts ? ` ${some(conflicts, "conflict")} left as ours.` : ""}${rejected ? ` ${rejected} rejected.` : ""}`,
  },
  history: {
    count: (n) => `${some(n, "operation")}, newest first`, hash: "State", hashTitle: (hash) => `Ledgers with the same state hold the same: ${hash}`, undoLast: "Undo last",
    when: "When", who: "Who", kind: "Kind", what: "What", changes: "Changes", state: "State", undone: "undone", holds: "holds", stays: "cannot be undone",
    undoOne: "Undo this", undoOneTitle: (what) => `Undo only this: ${what}`, none: "No operations yet", noneHint: "Imports, entries and merges are kept here, and each can be undone.",
  },
};
