import test from "node:test";
import assert from "node:assert/strict";
import { silentUnits } from "../../ui/logic/freezing.js";

test("units that have not reported are named once before a period is frozen", () => {
  assert.deepEqual(silentUnits({ indicators: [{ missing_units: ["东湖区"] }, { missing_units: ["西山区", "东湖区"] }] }), ["东湖区", "西山区"]);
  assert.deepEqual(silentUnits(null), []);
});
