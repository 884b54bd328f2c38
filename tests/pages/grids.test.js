import test from "node:test";
import assert from "node:assert/strict";
import { barred, coming, columnsOf, entriesOf, isUnfilled, lacking, nowAt, partsOf, pasted, rowKey, rowsOf, shownIn, textIn, typedOf } from "../../ui/logic/grids.js";
import { matching } from "../../ui/logic/choosing.js";

const cell = (text, more = {}) => (text === "" ? null : { text, by: "", ...more });
const row = (id, texts, more = {}) => ({ indicator: id, name: `指标${id}`, kind: "cumulative", unit: { id: "u", name: "东湖区卫生健康局", short: "东湖区" }, measure: { id: `m${id}`, number: "1", title: "" }, owed: true, cells: texts.map((text) => cell(text)), ...more });
const rate = (id, n, d) => row(id, [], { kind: "rate", cells: [null, n === undefined ? null : cell("95", { numerator: n, denominator: d })] });
const periods = (n, locked = null) => Array.from({ length: n }, (_, at) => ({ period: `2026-0${at + 1}`, label: `${at + 1}月`, locked }));
const sheet = (rows, more = {}) => ({ by: "unit", unit: { id: "u" }, indicator: null, units: [], indicators: [], periods: periods(rows[0]?.cells.length ?? 2), rows, ...more });
const none = { wrong: {}, halves: {}, pending: {} };
const kinds = (columns) => columns.map(({ kind, label }) => (kind === "value" ? label : kind)).join();

test("numerator and denominator stand before the period, where any row is a rate", () => {
  assert.equal(kinds(columnsOf(sheet([row("a", ["1", "2"])]), false, "usual")), "1月,2月,note");
  const columns = columnsOf(sheet([row("a", ["1", "2"]), rate("b", 57, 60)]), false, "usual");
  assert.equal(kinds(columns), "1月,numerator,denominator,2月,note");
  assert.equal(nowAt(columns), 3);
  assert.deepEqual(columnsOf(sheet([], { periods: [] }), false, "usual"), []);
});
test("long figures leave room for fewer periods, never cut ones", () => {
  const months = (text, wide, width) => columnsOf(sheet([row("a", Array(12).fill(text))]), wide, width).filter(({ kind }) => kind === "value");
  assert.equal(months("12345", false, "usual").length, 7);
  assert.equal(months("12345678", false, "usual").length, 4);
  assert.equal(months("1", true, "narrow").length, 12);
  assert.equal(months("1", false, "narrow").at(-1)?.at, 11);
});
test("the longest figure of a very large sheet is found", () => {
  const rows = Array.from({ length: 5000 }, (_, at) => row(`i${at}`, Array(24).fill("1")));
  assert.equal(columnsOf(sheet(rows), false, "large").length, 13);
});
test("a rate is typed as it was reported, and taken apart", () => {
  assert.equal(typedOf(cell("75", { numerator: 3, denominator: 4 })), "3/4");
  assert.equal(typedOf(null), "");
  assert.deepEqual(partsOf(cell("75", { numerator: 3, denominator: 4 }), undefined), ["3", "4"]);
  assert.deepEqual(partsOf(null, "57／"), ["57", ""]);
  assert.deepEqual(partsOf(cell("75"), undefined), ["", ""], "a rate reported without them");
});

const mixed = sheet([row("a", ["1", "2"]), rate("b", 57, 60), rate("c")]);
const columns = columnsOf(mixed, false, "usual");
const [, N, D, NOW, NOTE] = [0, 1, 2, 3, 4];
const typed = (edits, state = none) => entriesOf(mixed.rows, columns, edits.map(([row, col, text]) => ({ at: { row, col }, text })), state);
const said = ({ entries, halves }) => [entries.map(({ indicator, period, value, note }) => [indicator, period, value, note].filter((one) => one !== null).join(" ")), halves];

test("half a rate waits for its other half and nothing is written before", () => {
  assert.deepEqual(said(typed([[2, N, "9"]])), [[], { "u c 2026-02": "9/" }]);
  assert.deepEqual(said(typed([[2, D, "10"]], { ...none, halves: { "u c 2026-02": "9/" } })), [["c 2026-02 9/10"], {}]);
  assert.deepEqual(said(typed([[2, D, "10"]])), [[], { "u c 2026-02": "/10" }]);
  assert.deepEqual([lacking("9/"), lacking("/10"), lacking(undefined)], ["denominator", "numerator", null]);
});
test("one half of a rate that is there is changed, and taken away only with the other", () => {
  assert.deepEqual(said(typed([[1, N, "58"]])), [["b 2026-02 58/60"], {}]);
  assert.deepEqual(said(typed([[1, N, ""]])), [[], { "u b 2026-02": "/60" }], "57/60 stays until the other is typed");
  assert.deepEqual(said(typed([[1, N, ""], [1, D, ""], [1, NOW, ""]])), [["b 2026-02 "], {}]);
  assert.deepEqual(said(typed([[1, N, "57"]])), [[], {}], "the same again");
  assert.deepEqual(said(typed([[1, N, "57"]], { ...none, halves: { "u b 2026-02": "/60" } })), [["b 2026-02 57/60"], {}], "the half is settled");
});
test("a refused rate is mended half by half", () => {
  const wrong = { "u c 2026-02": { text: "5x/60", message: "不是数" } };
  assert.equal(textIn(mixed.rows[2], columns[N], { ...none, wrong }), "5x");
  assert.deepEqual(said(typed([[2, N, "55"]], { ...none, wrong })), [["c 2026-02 55/60"], {}]);
});
test("value and note of one period are one entry", () => {
  assert.deepEqual(said(typed([[0, NOW, "3"], [0, NOTE, "含改建"]])), [["a 2026-02 3 含改建"], {}]);
  assert.deepEqual(said(typed([[0, NOTE, "含改建"]])), [["a 2026-02 2 含改建"], {}], "the value stays");
  assert.deepEqual(said(typed([[0, NOTE, ""]])), [[], {}]);
});
test("only rates have halves, and a measure without figures takes none", () => {
  assert.equal(barred(mixed.rows[0], columns[N]), "rate");
  assert.equal(barred({ ...mixed.rows[0], indicator: null }, columns[NOW]), "figures");
  assert.deepEqual(barred(mixed.rows[0], { ...columns[NOW], locked: "已冻结" }), { locked: "已冻结" });
  assert.equal(barred(mixed.rows[1], columns[N]), null);
  assert.deepEqual(said(typed([[0, N, "5"]])), [[], {}]);
});
test("what waits is shown where it was typed", () => {
  const state = { wrong: { "u a 2026-02": { text: "x", message: "" } }, halves: { "u c 2026-02": "9/" }, pending: { "u b 2026-02": "1/2" } };
  assert.equal(shownIn(mixed.rows[0], columns[NOW], state), "x");
  assert.deepEqual([shownIn(mixed.rows[2], columns[N], state), shownIn(mixed.rows[2], columns[D], state)], ["9", ""]);
  assert.deepEqual([shownIn(mixed.rows[1], columns[N], state), shownIn(mixed.rows[1], columns[NOW], state)], ["1", "1/2"]);
});

const paste = (from, block, grid = mixed, state = none) => pasted(grid.rows, columnsOf(grid, false, "usual"), { row: from[0], col: from[1] }, block, state);
test("a pasted block changes only what differs, and says what it leaves out", () => {
  const done = paste([0, NOW], [["2", "备注"], ["", ""], ["80"], ["7", "8"]]);
  assert.deepEqual(said(done), [["a 2026-02 2 备注", "c 2026-02 80"], {}]);
  assert.deepEqual([done.beyond, done.blank, done.locked, done.off], [["7", "8"], 1, 0, 0], "nothing is dropped silently");
  assert.deepEqual(paste([0, N], [["1"], ["58"], ["9"]]).off, 1, "the first row is no rate");
  assert.deepEqual(said(paste([1, N], [["58", "61"], ["9", "10"]])), [["b 2026-02 58/61", "c 2026-02 9/10"], {}]);
});
test("a locked period takes nothing from a block", () => {
  const frozen = sheet([row("a", ["1", "2"])], { periods: [{ period: "2026-01", label: "1月", locked: "已冻结" }, { period: "2026-02", label: "2月", locked: null }] });
  const done = paste([0, 0], [["5", "6"]], frozen);
  assert.deepEqual([said(done)[0], done.locked], [["a 2026-02 6"], 1]);
  assert.equal(paste([0, 0], [["1", "6"]], frozen).locked, 0, "the cell that stays the same is no loss");
});
test("the note is locked with the period being filled in", () => {
  const note = (periods) => columnsOf(sheet([row("a", ["1", "2"])], { periods }), false, "usual").at(-1);
  const march = { period: "2026-03", label: "3月", locked: "已冻结" }, april = { period: "2026-04", label: "4月", locked: null };
  assert.equal(barred(mixed.rows[0], note([march, april])), null);
  assert.deepEqual(barred(mixed.rows[0], note([april, march])), { locked: "已冻结" });
});

test("a sheet of a period is grouped by indicators or units and can show only what is not reported", () => {
  const of = (id, unit, text, more) => row(id, ["", text], { unit: { id: unit, name: unit, short: unit }, ...more });
  const grid = sheet([of("a", "u2", ""), of("a", "u1", "3"), of("b", "u2", "", { owed: false }), of("b", "u1", "")], { by: "period", units: [{ unit: { id: "u1" } }, { unit: { id: "u2" } }] });
  assert.deepEqual(rowsOf(grid, null, "indicator").map(rowKey), ["u2 a", "u1 a", "u2 b", "u1 b"]);
  assert.deepEqual(rowsOf(grid, null, "unit").map(rowKey), ["u1 a", "u1 b", "u2 a", "u2 b"]);
  assert.deepEqual(rowsOf(grid, new Set(grid.rows.filter(isUnfilled).map(rowKey)), "unit").map(rowKey), ["u1 b", "u2 a"]);
});
test("a sheet is on its way until it is the one that is chosen", () => {
  const is = (period, entry) => coming({ period, entry: { grid: mixed, by: "unit", unit: "u", indicator: "i", ...entry } });
  assert.equal(is("2026-02", {}), false);
  assert.equal(is("2026-03", {}), true);
  assert.equal(is("2026-02", { unit: "v" }), true);
  assert.equal(is("2026-02", { by: "period" }), true);
  assert.equal(is("2026-02", { grid: null }), false, "there is none to be in the way");
});
test("one of many is found by words and initials", () => {
  const options = [{ keys: "1 家庭医生签约 1 jtysqy" }, { keys: "18 新增托位 18 xztw" }];
  assert.deepEqual(matching(options, " XZ ").length, 1);
  assert.deepEqual(matching(options, "医生 签约").length, 1);
  assert.deepEqual(matching(options, "").length, 2);
  assert.deepEqual(matching(options, "东湖").length, 0);
});
