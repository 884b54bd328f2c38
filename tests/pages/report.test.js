import test from "node:test";
import assert from "node:assert/strict";
import { placed, widths } from "../../ui/logic/report.js";

const put = (text, from, to, name, alone) => {
  const { text: now, caret } = placed(text, from, to, { name, alone });
  return `${now.slice(0, caret)}|${now.slice(caret)}`;
};

test("a figure is put where the caret is, in place of what is chosen", () => {
  assert.equal(put("红灯项", 2, 2, "{红灯数}", false), "红灯{红灯数}|项");
  assert.equal(put("红灯三项", 2, 3, "{红灯数}", false), "红灯{红灯数}|项");
});
test("what fills lines of its own gets a line, and no empty one beside it", () => {
  assert.equal(put("一、排名", 4, 4, "{排名}", true), "一、排名\n{排名}|");
  assert.equal(put("一、排名\n\n二、整改", 5, 5, "{排名}", true), "一、排名\n{排名}|\n二、整改");
  assert.equal(put("前后", 1, 1, "{排名}", true), "前\n{排名}|\n后");
  assert.equal(put("", 0, 0, "{排名}", true), "{排名}|");
});
test("columns are as wide as their shares, and none of nothing is no number", () => {
  assert.deepEqual(widths([1, 3]), ["25%", "75%"]);
  assert.deepEqual(widths([0, 0]), ["0%", "0%"]);
});
