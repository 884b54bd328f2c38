// @ts-check
// The only file that holds state. Actions change it through `change`; views are drawn anew after each change.

/**
 * @typedef {import("./types/api").Light} Light
 * @typedef {"start" | "import" | "overview" | "measures" | "compare" | "terms" | "entry" | "charts" | "report" | "meeting" | "score" | "supervise" | "exchange" | "history" | "settings"} View
 * @typedef {"deck" | "bulletin" | "handout"} ReportTab
 * @typedef {"rectify" | "listing" | "milestone" | "account"} SuperviseTab
 * @typedef {"doubts" | "measures" | "targets" | "units" | "phases" | "plan" | "noise"} DraftTab
 * @typedef {{ lights: Light[], unit: string, role: string, due: string, section: string }} Filters
 * @typedef {{ by: "number" | "title" | "unit" | "light" | "completion" | "lag" | "due", down: boolean }} Sort
 * @typedef {"narrow" | "usual" | "large"} Width the window's, by the steps of tokens.css
 * @typedef {{ row: number, col: number }} Place
 * @typedef {{ indicator: string, unit: string, period: string, value: string, note: string | null, before: string, name: string, of: string, month: string }} Entry
 *   a value as typed; `name`, `of` and `month` say to a person which one it is
 * @typedef {{ name: string, text: string | null, load: number }} Ahead a key as the keyboard table writes it, what it types, and which sheet it waits for
 * @typedef {{ entry: Entry, taken: boolean, half?: string }} PasteLine
 * @typedef {{ question: import("./types/api").Question, entry: Entry }} Asked
 * @typedef {{ progress: string, problems: string, next_steps: string }} Tale
 * @typedef {{ measure: string, unit: string, period: string }} Telling which unit tells of which measure, and when
 * @typedef {{ of: Telling, texts: Partial<Tale> }} Left words that could not be saved where they were typed
 * @typedef {{ [field: string]: any }} Form
 * @typedef {ReturnType<typeof fresh>} State
 */

/** Returns what the window knows before anything was asked. */
export const fresh = () => ({
  lang: /** @type {"zh" | "en"} */ ("zh"),
  frame: /** @type {import("./types/api").State | null} */ (null),
  view: /** @type {View} */ ("start"),
  plan: /** @type {string | null} */ (null),
  period: /** @type {string | null} */ (null),
  width: /** @type {Width} */ ("usual"),
  rowHeights: { row: 32, tight: 26 },
  dragging: /** files are held over the window */ false,
  working: /** @type {{ say: string }[]} */ ([]),
  progress: /** @type {import("./types/api").Progress | null} of what is being worked at, where it has steps */ (null),
  toast: /** @type {{ text: string, undo: boolean } | null} */ (null),
  error: /** @type {{ message: string, hint: string | null } | null} */ (null),
  notes: /** @type {string[]} */ ([]),
  query: "",
  way: 0,
  draft: {
    view: /** @type {import("./types/api").DraftView | null} */ (null),
    tab: /** @type {DraftTab} */ ("doubts"),
    item: /** @type {string | null} */ (null),
    form: /** @type {Form | null} */ (null),
    touched: false,
    pasting: /** @type {string | null} */ (null),
    discarding: false,
    waiting: /** @type {import("./types/api").DraftInfo[]} */ ([]),
    units: /** @type {import("./types/api").UnitInfo[]} */ ([]),
    chosen: /** @type {import("./logic/caret.js").Chosen | null} */ (null),
    side: /** @type {"cleaned" | "original"} */ ("cleaned"),
    original: /** @type {import("./types/api").OriginalView | null | undefined} not asked for yet; null where there is none */ (undefined),
    place: /** @type {number | null} a line of the original */ (null),
    revision: /** @type {import("./types/api").Revision | null} */ (null),
    take: /** @type {string[]} */ ([]),
  },
  overview: {
    view: /** @type {import("./types/api").Overview | null} */ (null),
    open: /** @type {"" | "unreported" | "turned" | "due" | "overdue"} */ (""),
    byHand: /** @type {string | null} */ (null),
  },
  measures: {
    list: /** @type {import("./types/api").MeasureList | null} */ (null),
    filters: /** @type {Filters} */ ({ lights: [], unit: "", role: "", due: "", section: "" }),
    sort: /** @type {Sort} */ ({ by: "lag", down: true }),
    folded: true,
    selected: /** @type {string | null} */ (null),
    detail: /** @type {import("./types/api").MeasureDetail | null} */ (null),
    tab: /** @type {"overview" | "supervise" | "narratives" | "history"} */ ("overview"),
    indicator: /** @type {string | null} */ (null),
    chart: /** @type {import("./types/api").ChartView | null} */ (null),
    form: /** @type {Form | null} */ (null),
    shares: /** @type {{ view: import("./types/api").Shares, texts: { [unit: string]: string }, message: string } | null} */ (null),
  },
  compare: {
    view: /** @type {import("./types/api").Comparison | null} */ (null),
    with: /** @type {string | null} */ (null),
    show: /** @type {import("./logic/compare.js").Show} */ (""),
    cursor: 0,
  },
  terms: {
    view: /** @type {import("./types/api").Terms | null} */ (null),
    show: /** @type {import("./logic/terms.js").Show} */ (""),
    query: "",
    chosen: /** @type {string[]} */ ([]),
    planned: /** @type {{ view: import("./types/api").PlannedSheet, texts: { [period: string]: string }, message: string } | null} */ (null),
  },
  entry: {
    grid: /** @type {import("./types/api").Grid | null} */ (null),
    by: /** @type {import("./types/api").SheetBy} */ ("unit"),
    unit: /** @type {string | null} */ (null),
    indicator: /** @type {string | null} */ (null),
    order: /** @type {import("./logic/grids.js").Order} */ ("indicator"),
    chooser: /** @type {{ query: string, at: number } | null} */ (null),
    only: /** @type {Set<string> | null} */ (null),
    wide: false,
    cursor: /** @type {Place} */ ({ row: 0, col: 0 }),
    anchor: /** @type {Place | null} */ (null),
    dragging: false,
    edit: /** @type {{ text: string, caret: boolean } | null} */ (null),
    loads: 0,
    loading: false,
    ahead: /** @type {Ahead[]} */ ([]),
    pending: /** @type {{ [cell: string]: string }} */ ({}),
    wrong: /** @type {{ [cell: string]: { text: string, message: string } }} */ ({}),
    halves: /** @type {{ [cell: string]: string }} numerators without denominators and the other way round: 57/ and /60 */ ({}),
    waitingAt: "",
    asked: /** @type {Asked[]} */ ([]),
    reason: "",
    paste: /** @type {{ lines: PasteLine[], beyond: string[], locked: number, off: number, blank: number, byKey: boolean } | null} */ (null),
  },
  narrative: {
    open: true,
    of: /** @type {Telling | null} */ (null),
    grid: /** @type {import("./types/api").Grid | null} the sheet it was last read with */ (null),
    view: /** @type {import("./types/api").NarrativeView | null} */ (null),
    texts: /** @type {Partial<Tale>} what is typed and not saved */ ({}),
    refused: /** @type {Partial<Tale>} why it cannot be saved */ ({}),
    left: /** @type {Left[]} */ ([]),
  },
  charts: {
    status: /** @type {import("./types/api").Status | null} */ (null),
    list: /** @type {import("./types/api").MeasureList | null} */ (null),
    units: /** @type {import("./types/api").ChartUnit[]} those the indicator can be drawn of */ ([]),
    query: "",
    kind: /** @type {import("./types/api").ChartKind} */ ("trend"),
    indicator: /** @type {string | null} the one that is drawn */ (null),
    chosen: /** @type {string[]} those whose completion is drawn; none are all */ ([]),
    unit: "",
    only: /** @type {import("./logic/several.js").Several} the units beside each other */ ({ chosen: [], cleared: false }),
    finding: /** @type {string | null} what is searched for in the open list of units */ (null),
    since: "",
    look: /** @type {import("./types/api").ChartLook} */ ({ shape: "16:9", double: false }),
    point: /** @type {import("./logic/charts.js").Point | null} the figures that are looked at */ (null),
    view: /** @type {import("./types/api").ChartView | null} */ (null),
    drawn: /** @type {import("./types/api").ChartOf | null} what the view is of */ (null),
    refused: /** @type {{ message: string, hint: string | null } | null} why there is no chart */ (null),
  },
  report: {
    tab: /** @type {ReportTab} */ ("deck"),
    bulletin: /** @type {import("./types/api").BulletinView | null} */ (null),
    editing: /** @type {string | null} the template as typed, while it is edited */ (null),
    refused: /** @type {{ message: string, hint: string | null } | null} why it cannot be read */ (null),
    handout: /** @type {import("./types/api").HandoutView | null} */ (null),
    unit: /** @type {string | null} whose page is shown */ (null),
  },
  deck: {
    view: /** @type {import("./types/api").DeckView | null} */ (null),
    deck: /** @type {string | null} the saved one; none for what the program proposes */ (null),
    slides: /** @type {import("./types/api").SlideView[]} as chosen and ordered here */ ([]),
    selected: /** @type {string | null} */ (null),
    drawn: /** @type {import("./types/api").SlideDrawn | null} */ (null),
    talk: /** @type {{ [key: string]: string }} what was written to say and not saved */ ({}),
    touched: false,
    hidden: false,
    ratio: /** @type {import("./types/api").SlideRatio} */ ("16:9"),
    naming: /** @type {{ name: string, message: string } | null} */ (null),
    query: "",
    only: /** @type {"all" | "chosen"} which of the slides are listed */ ("all"),
  },
  meeting: {
    slides: /** @type {import("./types/api").SlideView[]} */ ([]),
    order: /** @type {string[]} empty for the order of the deck */ ([]),
    place: /** @type {import("./logic/meeting.js").Place} */ ({ at: "", back: null }),
    drawn: /** @type {{ [drawing: string]: { key: string, alt: string, svg: string, src: string } }} `src` is the drawing as an image takes it */ ({}),
    from: /** @type {View} */ ("report"),
    ratio: /** @type {import("./types/api").SlideRatio} */ ("16:9"),
    hidden: false,
    black: false,
    talk: false,
    room: /** @type {import("./types/api").ScreenSize | null} the screen of its own the room has */ (null),
    across: /** which part of an enlarged slide is in sight, 0 to 1 */ 0,
    down: 0,
    keys: /** the keys are shown */ true,
    typed: /** the digits of a measure's number */ "",
    said: "",
    zoom: 100,
    began: 0,
    now: 0,
  },
  score: {
    view: /** @type {import("./types/api").Scores | null} */ (null),
    by: /** @type {"unit" | "measure"} */ ("unit"),
    unit: /** @type {string | null} */ (null),
    measure: /** @type {string | null} */ (null),
    group: /** @type {string | null | undefined} undefined until a group was chosen, which is the largest then */ (undefined),
    assume: /** @type {import("./types/api").Assume | null} */ (null),
    form: /** @type {Form | null} */ (null),
  },
  supervise: {
    view: /** @type {import("./types/api").Supervision | null} */ (null),
    tab: /** @type {SuperviseTab} */ ("rectify"),
    filter: /** @type {import("./logic/supervise.js").Filter} */ (""),
    unit: "",
    nodes: /** @type {"" | "phase" | "node" | "overdue"} */ (""),
    chosen: /** @type {string | null} */ (null),
    phase: /** @type {import("./types/api").PhaseView | null} */ (null),
    form: /** @type {Form | null} */ (null),
    left: /** @type {{ [form: string]: Form }} what was typed into forms that were closed */ ({}),
  },
  settings: {
    tab: /** @type {"rules" | "units"} */ ("rules"),
    rules: /** @type {import("./types/api").RulesView | null} */ (null),
    form: /** @type {Form | null} */ (null),
    touched: false,
  },
  units: {
    lines: /** @type {import("./types/api").UnitLine[] | null} */ (null),
    query: "",
    selected: /** @type {string | null} */ (null),
    forms: /** @type {{ [unit: string]: import("./logic/units.js").Form }} what was typed and not saved */ ({}),
    queries: /** @type {{ [field: string]: string }} */ ({}),
    adding: /** @type {{ name: string, message: string } | null} */ (null),
    merge: /** @type {{ from: string, query: string, view: import("./types/api").UnitMerging | null, decisions: { [key: string]: import("./types/api").ClashChoice }, message: string } | null} */ (null),
  },
  exchange: {
    tab: /** @type {"send" | "merge" | "foreign" | "packages"} */ ("send"),
    board: /** @type {import("./types/api").Board | null} */ (null),
    chosen: /** @type {string[]} */ ([]),
    sent: /** @type {import("./types/api").Sent | null} */ (null),
    trend: false,
    report: /** @type {import("./types/api").MergeReport | null} */ (null),
    filter: /** @type {"" | "lost" | import("./types/api").Outcome} `lost`: the rows that wait to be recognised */ (""),
    from: /** the cells of one unit or file: `unit:…`, `file:0` */ "",
    picked: /** @type {{ [row: string]: string }} what rows may be, not yet confirmed */ ({}),
    decisions: /** @type {{ [key: string]: import("./types/api").Choice }} */ ({}),
    cursor: /** @type {string | null} */ (null),
  },
  foreign: {
    view: /** @type {import("./types/api").ForeignView | null} */ (null),
    at: 0,
    group: /** @type {import("./logic/foreign.js").Group} */ (""),
    chooser: /** @type {{ row: string, query: string, at: number } | null} */ (null),
    report: /** @type {import("./types/api").MergeReport | null} */ (null),
    filter: /** @type {"" | "lost" | import("./types/api").Outcome} as of returned workbooks, of which alone rows get lost */ (""),
    from: "",
    decisions: /** @type {{ [key: string]: import("./types/api").Choice }} */ ({}),
    cursor: /** @type {string | null} */ (null),
  },
  packages: {
    unit: /** @type {string | null} */ (null),
    span: /** @type {"period" | "all"} */ ("period"),
    seen: /** @type {import("./types/api").PackageSeen | null} */ (null),
    refused: "",
  },
  history: /** @type {import("./types/api").History | null} */ (null),
  freeze: {
    asking: /** @type {"freeze" | "unfreeze" | null} */ (null),
    reason: "",
    refused: "",
    status: /** @type {import("./types/api").Status | null} */ (null),
  },
  scroll: /** @type {{ [pane: string]: { top: number, height: number } }} */ ({}),
});

/** What the window knows now. */
export const state = fresh();

/** @type {(() => void)[]} */
const listeners = [];
/** @type {Promise<void> | null} */
let drawing = null;

/** Calls back after changes, once for all changes of a turn. @param {() => void} listener */
export const subscribe = (listener) => void listeners.push(listener);

/** Changes what the window knows. @param {Partial<State>} [part] */
export function change(part) {
  if (part) Object.assign(state, part);
  drawing ??= Promise.resolve().then(() => {
    drawing = null;
    for (const listener of listeners) listener();
  });
}

/**
 * Changes one of its groups.
 * @template {"draft" | "overview" | "measures" | "compare" | "terms" | "entry" | "narrative" | "charts" | "report" | "deck" | "meeting" | "score" | "supervise" | "settings" | "units" | "exchange" | "foreign" | "packages" | "freeze"} K
 * @param {K} group
 * @param {Partial<State[K]>} part
 */
export function changeIn(group, part) {
  Object.assign(state[group], part);
  change();
}

/** Resolves when every change so far has been drawn. @returns {Promise<void>} */
export const drawn = () => drawing ?? Promise.resolve();
