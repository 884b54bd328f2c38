import test from "node:test";
import assert from "node:assert/strict";
import { parseBlock, writeBlock } from "../../ui/logic/tsv.js";

const check = (text, rows) => assert.deepEqual(parseBlock(text), rows);

test("a column copied from a spreadsheet is one cell a row", () => check("1\r\n2\r\n3\r\n", [["1"], ["2"], ["3"]]));
test("a block keeps empty cells", () => check("1\t\t3\n\t5\t", [["1", "", "3"], ["", "5", ""]]));
test("a quoted cell may hold a line break, a tab and quotes", () => check('"甲\n乙"\t"a\tb"\t"说""好"""', [["甲\n乙", "a\tb", '说"好"']]));
test("a quote that is just a character stays", () => check('5" 管\t"未完', [['5" 管', '"未完']]));
test("numerators come through and spaces go", () => check(" 3/4 \t 80%", [["3/4", "80%"]]));
test("what is written is read back", () => {
  const rows = [["1", "a\tb"], ['"', "甲\n乙"]];
  assert.deepEqual(parseBlock(writeBlock(rows)), rows);
});
