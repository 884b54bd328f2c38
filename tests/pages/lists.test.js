import test from "node:test";
import assert from "node:assert/strict";
import { filtered, found, lightCounts, sorted } from "../../ui/logic/lists.js";

const unit = (id, role) => ({ unit: { id, name: id, short: id }, role });
const row = (id, light, lag, more = {}) => ({ id, number: id, title: id, section: "s1", units: [unit("a", "lead")], due: "2026-12-31", light, completion: lag === null ? null : 0.583 - lag, lag, keys: `${id} 做实家庭医生 zsjtys`, ...more });
const rows = [row("1", "green", -0.02), row("2", "red", 0.283), row("3", "grey", null), row("4", "done", -0.5), row("5", "red", null), row("6", "yellow", 0.083), row("7", "red", 0.283)];
const none = { lights: [], unit: "", role: "", due: "", section: "" };
const days = { today: "2026-08-05", end: "2026-07" };
const ids = (list) => list.map((one) => one.id).join("");

test("furthest behind comes first, failing without a figure before it, unreported last", () =>
  assert.equal(ids(sorted(rows, { by: "lag", down: true })), "5276143"));
test("unknown figures stay last when the order is turned", () =>
  assert.equal(ids(sorted(rows, { by: "completion", down: false })).slice(-2), "35"));
test("equal rows stay in the order of the document", () =>
  assert.equal(ids(sorted(rows, { by: "light", down: true })).slice(0, 3), "257"));
test("lights are left out by name", () => assert.equal(ids(filtered(rows, { ...none, lights: ["red", "grey"] }, "", days)), "146"));
test("a unit is asked for together with its part", () => {
  const two = [row("1", "red", 0, { units: [unit("a", "lead"), unit("b", "cooperating")] }), row("2", "red", 0, { units: [unit("b", "lead")] })];
  assert.equal(ids(filtered(two, { ...none, unit: "b" }, "", days)), "12");
  assert.equal(ids(filtered(two, { ...none, unit: "b", role: "cooperating" }, "", days)), "1");
});
test("due days are asked for by period, by the next quarter, and past", () => {
  const three = [row("1", "red", 0, { due: "2026-07-31" }), row("2", "red", 0, { due: "2026-09-30" }), row("3", "red", 0, { due: "2027-01-31" })];
  assert.equal(ids(filtered(three, { ...none, due: "period" }, "", days)), "1");
  assert.equal(ids(filtered(three, { ...none, due: "quarter" }, "", days)), "2");
  assert.equal(ids(filtered(three, { ...none, due: "past" }, "", days)), "1");
});
test("every word of a search must be there", () => {
  assert.equal(found("18 新增普惠托位 xzphtw", "PHTW 18"), true);
  assert.equal(found("18 新增普惠托位 xzphtw", "托位 19"), false);
  assert.equal(found("18", ""), true);
});
test("lights are counted", () => assert.deepEqual(lightCounts(rows), { done: 1, green: 1, yellow: 1, red: 3, grey: 1 }));
