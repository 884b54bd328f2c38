// A made-up plan of a fictional city.

const SECTIONS = ["一、夯实基层服务", "二、医疗质量与急救", "三、疾病预防控制", "四、妇幼健康与托育", "五、中医药传承发展", "六、数字健康", "七、人才与行业建设"];
const UNITS = ["岚桥区卫生健康局", "鹤汀区卫生健康局", "枫渡区卫生健康局", "澜湖区卫生健康局", "青屏区卫生健康局", "砚溪县卫生健康局", "桐坞县卫生健康局",
  "基层卫生处", "医政医管处", "家庭发展处", "中医药管理处", "规划信息处", "组织人事处", "市疾病预防控制中心", "市妇幼保健院", "市急救中心", "市中心血站"];
const TITLES = [
  ["做实家庭医生签约服务", 0, 7], ["提升乡镇卫生院服务能力", 0, 7], ["建设社区医院", 0, 7], ["推动优质资源下沉", 0, 8], ["规范慢性病一体化管理", 0, 7],
  ["完善城乡急救网络", 1, 15], ["建设县级胸痛救治单元", 1, 8], ["规范医疗费用管理", 1, 8], ["保障临床用血", 1, 16], ["推进检查检验结果互认", 1, 8],
  ["扩大重点癌症筛查", 2, 13], ["开展适龄女生疫苗接种", 2, 13], ["组织老年人流感疫苗接种", 2, 13], ["规范结核病防治", 2, 13],
  ["实施妇女两癌检查", 3, 14], ["新增普惠托位", 3, 9], ["加强孕产妇健康管理", 3, 14], ["开展儿童口腔健康服务", 3, 14],
  ["提档升级基层中医馆", 4, 10], ["推广中医适宜技术", 4, 10], ["建设名中医基层工作室", 4, 10], ["激活电子健康档案", 5, 11], ["推进电子病历评级", 5, 11], ["培养基层全科人才", 6, 12],
];
// name, measure, unit, comparator, target, kind, pace, months' values, light, word
const INDICATORS = [
  ["家庭医生签约人数", 0, "万人", ">=", 21.6, "point", "accumulate", [17.3, 17.5, 17.9, 18.4, 18.9, 19.4, 19.9], "green"],
  ["重点人群签约率", 0, "%", ">=", 80, "rate", "maintain", [79.2, 79.5, 79.9, 80.3, 80.7, 81, 81.3], "green", "达标"],
  ["达到推荐标准的卫生院", 1, "家", ">=", 2, "cumulative", "accumulate", [0, 0, 0, 1, 1, 1, 1], "yellow"],
  ["新建成社区医院", 2, "家", ">=", 1, "cumulative", "by_due", [0, 0, 0, 0, 0, 0, 0], "grey", "未到期"],
  ["下派医师", 3, "人次", ">=", 380, "cumulative", "accumulate", [30, 58, 96, 131, 160, 172, 241], "green"],
  ["高血压规范管理率", 4, "%", ">=", 72, "rate", "maintain", [70.8, 71, 71.6, 72.1, 72.5, 72.8, 73.1], "green", "达标"],
  ["糖尿病规范管理率", 4, "%", ">=", 70, "rate", "maintain", [68.9, 69, 69.4, 69.8, 70.1, 70.2, 70.4], "green", "达标"],
  ["新增急救站点", 5, "个", ">=", 1, "cumulative", "accumulate", [0, 0, 1, 1, 1, 1, 1], "done"],
  ["急救平均反应时间", 5, "分钟", "<=", 11, "point", "maintain", [11.8, 11.6, 11.3, 11, 10.9, 10.9, 10.8], "green", "达标"],
  ["建成胸痛救治单元", 6, "个", ">=", 6, "cumulative", "accumulate", [0, 1, 2, 3, 4, 5, 6], "done"],
  ["次均费用增幅", 7, "%", "<=", 5, "rate", "maintain", [4.1, 4.3, 4.4, 4.2, 4.6, 4.5, 4.4], "green", "达标"],
  ["无偿献血", 8, "人次", ">=", 42000, "cumulative", "accumulate", [3400, 6600, 10500, 14200, 18100, 21800, 25380], "green"],
  ["互认项目", 9, "项", ">=", 160, "cumulative", "accumulate", [40, 60, 88, 120, 150, 161, 165], "done"],
  ["重点癌症筛查人数", 10, "人", ">=", 11000, "cumulative", "accumulate", [310, 620, 1480, 2390, 3560, 4610, 5720], "yellow"],
  ["适龄女生疫苗接种人数", 11, "人", ">=", 2600, "cumulative", "accumulate", [90, 160, 420, 760, 1050, 1340, 1618], "green"],
  ["老年人流感疫苗接种", 12, "剂", ">=", 18000, "cumulative", "by_due", [null, null, null, null, null, null, null], "grey", "未到期"],
  ["肺结核患者规范管理率", 13, "%", ">=", 95, "rate", "maintain", [95.8, 96, 96.1, 95.9, 96.3, 96.4, 96.4], "green", "达标"],
  ["妇女两癌检查人数", 14, "人", ">=", 14500, "cumulative", "accumulate", [420, 910, 2260, 3980, 5800, 7120, 8760], "green"],
  ["新增托位", 15, "个", ">=", 400, "cumulative", "accumulate", [0, 0, 24, 46, 70, 92, 112], "red"],
  ["普惠托位占比", 15, "%", ">=", 60, "rate", "maintain", [null, null, 60.9, 61.2, 61.4, 61.5, 61.6], "green", "达标"],
  ["孕产妇系统管理率", 16, "%", ">=", 93, "rate", "maintain", [93.4, 93.3, 93.6, 93.8, 93.9, 94, 94.2], "green", "达标"],
  ["儿童窝沟封闭", 17, "颗", ">=", 5400, "cumulative", "accumulate", [210, 380, 990, 1560, 2480, 3260, 3068], "green"],
  ["提档升级中医馆", 18, "家", ">=", 2, "cumulative", "accumulate", [0, 0, 0, 0, 1, 1, null], "grey", "未报"],
  ["适宜技术培训", 19, "人次", ">=", 900, "cumulative", "accumulate", [80, 210, 430, 610, 760, 880, 943], "done"],
  ["名中医基层工作室", 20, "个", ">=", 20, "cumulative", "accumulate", [0, 1, 2, 3, 4, 5, 6], "red"],
  ["电子健康档案动态使用率", 21, "%", ">=", 65, "rate", "accumulate", [51.4, 52, 52.9, 54, 55.2, 56, null], "grey", "未报"],
  ["电子病历四级以上医院", 22, "家", ">=", 8, "cumulative", "accumulate", [1, 2, 2, 3, 3, 4, 4], "green"],
  ["全科医生转岗培训", 23, "人", ">=", 28, "cumulative", "accumulate", [0, 0, 6, 6, 12, 14, null], "grey", "未报"],
];
const LONG = "促进城乡居民基本公共卫生服务均等化与家庭医生签约服务高质量融合发展示范区建设";
const TIME = 7 / 12;

const round = (x) => Math.round(x * 1000) / 1000;

/** Everything of the plan in one case: base, long (long names, many digits), large (500 measures), empty. */
export function plan(kind) {
  const long = kind === "long";
  const units = UNITS.map((name, at) => ({ id: `u${at}`, name: long ? `云州市${name}（云州市爱国卫生运动委员会办公室）` : name, short: name.replace("卫生健康局", "").replace("疾病预防控制", "疾控") }));
  const periods = Array.from({ length: 12 }, (_, m) => ({ period: `2026-${String(m + 1).padStart(2, "0")}`, label: `2026年${m + 1}月`, short: `${m + 1}月`, time_progress: (m + 1) / 12, frozen: m === 3 ? { who: long ? "云州市卫生健康委员会规划信息处李文静" : "李文静", on: "2026-05-06" } : null }));
  if (kind === "empty") return { units: [], periods, sections: [], measures: [], indicators: [] };
  const copies = kind === "large" ? 21 : 1;
  const measures = [], indicators = [];
  for (let copy = 0; copy < copies; copy++) {
    TITLES.forEach(([title, section, lead], at) => {
      const n = copy * TITLES.length + at;
      const own = INDICATORS.filter((one) => one[1] === at).map((one, k) => indicator(one, `i${n}-${k}`, long, copy));
      indicators.push(...own.map((one) => ({ ...one, measure: `m${n}`, number: String(n + 1) })));
      const worst = ["red", "yellow", "green", "done", "grey"].map((light) => own.find((one) => one.light === light)).find(Boolean);
      const parts = [{ unit: units[lead], role: "lead" }, ...units.slice(0, 7).map((unit) => ({ unit, role: "cooperating" }))];
      const name = long ? `${title}，${LONG}` : copy ? `${title}（${copy + 1}）` : title;
      measures.push({ id: `m${n}`, number: String(n + 1), title: name, section: `s${section}`, units: parts, due: at % 5 === 0 ? "2026-09-30" : "2026-12-31",
        light: worst.light, completion: worst.word ? null : worst.completion, lag: worst.lag, time_progress: TIME, reason: worst.reason, word: worst.word ?? null, indicators: own.length, listed: n === 0, keys: `${n + 1} ${name} ${at === 0 ? "zsjtysqyfw" : "cs"}` });
    });
  }
  const sections = SECTIONS.map((title, at) => {
    const own = measures.filter((row) => row.section === `s${at}`);
    return { id: `s${at}`, title: long ? `${title}，${LONG}` : title, light: ["red", "yellow", "grey", "green", "done"].find((light) => own.some((row) => row.light === light)), measures: own.length };
  });
  return { units, periods, sections, measures, indicators };
}

function indicator([name, , unit, comparator, target, kind, pace, values, light, word = null], id, long, copy) {
  const big = long && target > 1000 ? 10000 : 1;
  const value = values[6] === null ? null : values[6] * big, goal = target * big;
  const completion = word || value === null ? null : kind === "point" ? 0.603 : value / goal;
  const lag = completion === null ? null : round(TIME - completion);
  const reason = word === "未到期" ? `${name}：未到期，2026-12-31前完成` : word === "未报" ? `${name}本期未报` : word ? `${name}${value}${unit}，${word}`
    : light === "done" ? `${name}已完成，目标${goal}${unit}，实达${value}${unit}` : `${name}应达58.3%，实达${(completion * 100).toFixed(1)}%，${lag > 0 ? "落后" : "超前"}${Math.abs(lag * 100).toFixed(1)}个百分点`;
  return { id, name: long ? `${name}（含${LONG}）` : name, unit, target_label: `${comparator === "<=" ? "≤" : "≥"}${goal}`, kind, pace, roll_up: kind === "rate" ? "ratio" : "sum", weight: 1, baseline: null,
    comparator, target: goal, upper: null, due: "2026-12-31", quote: `${name}不低于${goal}${unit}`, last: values[5] === null ? null : values[5] * big, value, expected: word ? (word === "达标" ? goal : null) : round(goal * TIME),
    completion, lag, light, reason, word, missing_units: copy % 2 ? [] : ["桐坞县卫生健康局", "砚溪县卫生健康局"].slice(0, light === "red" ? 1 : 0), values: values.map((v) => (v === null ? null : v * big)) };
}
