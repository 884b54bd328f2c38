// Made-up workbooks that came back.

/** Returns a preview: three conflicts, two rejected; with `many` 500 cells. */
export function report(units, many, long) {
  const items = [];
  const add = (outcome, unit, indicator, column, row, base, ours, theirs, more = {}) => items.push({
    key: `k${items.length}`, file: `云州市2026年卫生健康工作要点-2026年7月-${units[unit].name}.xlsx`, sheet: "填报表", row, column, unit: units[unit].name, indicator, field: "value",
    base, ours, ours_by: null, theirs, outcome, code: null, message: null, ...more });
  const by = "李文静 08-04 16:20";
  add("conflict", 0, "新增托位，个", "G", 19, null, "112", "118", { ours_by: by });
  add("conflict", 1, "妇女两癌检查人数，人", "G", 17, "6320", "6480", "6840", { ours_by: by });
  add("conflict", 2, "急救平均反应时间，分钟", "G", 12, "10.9", "10.7", "10.4", { ours_by: "周建民 08-05 09:12" });
  if (long) add("conflict", 2, "促进城乡居民基本公共卫生服务均等化与家庭医生签约服务高质量融合发展，人次", "G", 120, "12345678", "23456789", "34567890", { ours_by: by, field: "numerator" });
  add("rejected", 2, "下派医师，人次", "G", 8, "176", "176", "约230", { code: "not_a_number", message: "不是数字，原值不动" });
  add("rejected", 1, null, "G", 27, null, null, "64", { code: "duplicate_row", message: "行标识重复，待认领" });
  add("applied", 0, "提档升级中医馆，家", "G", 23, null, null, "1");
  add("applied", 0, "电子健康档案使用率，%", "G", 24, null, null, "56.9");
  add("applied", 0, "全科医生转岗培训，人", "G", 25, null, null, "16");
  add("applied", 2, "家庭医生签约人数，万人", "G", 4, "15.1", "15.1", "15.2");
  add("applied", 2, "新增急救站点，个", "H", 11, "6月体检车检修两周", "6月体检车检修两周", "", { field: "note" });
  for (let n = 0; n < (many ? 480 : 8); n++) add(n % 5 ? "applied" : "equal", n % 7, `适龄女生疫苗接种${n + 1}，人`, "G", 30 + n, n % 5 ? String(100 + n) : null, String(100 + n), n % 5 ? String(120 + n) : String(100 + n));
  const count = (outcome) => items.filter((item) => item.outcome === outcome).length;
  const file = (unit, status, messages = []) => ({ file: `云州市2026年卫生健康工作要点-2026年7月-${units[unit].name}.xlsx`, status, unit: status === "refused" ? null : units[unit].short, exchange: null, messages });
  return { files: [file(0, "read"), file(1, "read"), file(2, "read"), ...(long ? [file(3, "refused", ["文件有密码，不能读，请单位去掉密码后再交"]), file(4, "repeated", ["与8月3日收到的完全相同"])] : [])], items, preview: true,
    cells: { changed: items.length, applied: count("applied"), equal: count("equal"), conflicts: count("conflict"), rejected: count("rejected") } };
}
