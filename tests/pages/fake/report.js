// Made-up documents: a bulletin with every kind of block, and a unit's page.

const TEMPLATE = "关于{计划}\n{期次}推进情况的通报\n\n一、总体情况\n{总体情况}\n{红黄灯表}\n";
const SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\"><rect width=\"40\" height=\"10\" y=\"5\" fill=\"#b01e1e\"/></svg>";

const table = (made) => ({ kind: "table", heads: ["序号", "举措", "情况"], shares: [1, 4, 6], centred: [true, false, false], rows: made.measures.slice(0, 200).map((row) => [row.number ?? "", row.title, row.reason]) });

export const bulletin = (made, { template }) => {
  if (template?.includes("{红灯}")) throw { kind: "Invalid", message: "模板第3行：没有“{红灯}”这个占位符", hint: "可用的有：{红灯数}、{红黄灯表}" };
  return { template: template ?? TEMPLATE, default: TEMPLATE, own: false, frozen: false, longest: 20000,
    places: [{ name: "{总体情况}", says: "几句话：亮灯、时间进度、比上期变化", alone: true }, { name: "{红黄灯表}", says: "红灯、黄灯举措表，附理由", alone: true }, { name: "{红灯数}", says: "红灯的举措项数", alone: false }],
    blocks: [{ kind: "title", text: "关于工作要点\n2026年7月推进情况的通报" }, { kind: "heading", level: 1, text: "一、总体情况" }, { kind: "paragraph", text: "截至2026年7月，28项举措中完成3项、绿灯14项、黄灯5项、红灯3项。" },
      { kind: "picture", svg: SVG, alt: "红灯3项" }, { kind: "heading", level: 2, text: "（一）红灯" }, { kind: "heading", level: 3, text: "1.托位" }, table(made), { kind: "page_break" }, { kind: "paragraph", text: "继续推进。" }] };
};

export const handout = (made, { unit }) => {
  const shown = made.units.find((one) => one.id === unit) ?? made.units[0] ?? null;
  return { units: made.units, unit: shown, left_out: made.measures.length > 20 ? made.measures.length - 20 : 0, blocks: shown ? [{ kind: "title", text: `${shown.name}2026年7月工作情况` }, { kind: "paragraph", text: "承担举措12项（牵头3项、配合9项）。" }, table({ measures: made.measures.slice(0, 20) })] : [] };
};
