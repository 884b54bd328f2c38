//! Tables of roll-ups and scores, each with its arithmetic: worked out from the rules of DESIGN §5 by hand, apart from the code.

use super::*;
use crate::judge::cases::terms;
use crate::judge::{Figure, Rules, UnitFigure, judge, roll_up};
use crate::{Comparator, RollUp};

/// How; relation and unit of measure; each unit's report (n/d a rate's parts, ×w its share of the target, * the lead unit); what it
/// comes to, or why it comes to nothing; the arithmetic.
type RollUpCase = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[test]
fn every_roll_up_comes_out_as_it_was_worked_by_hand() {
    let cases: &[RollUpCase] = &[
        ("求和", "= 个", "120 80 0", "200", "120＋80＋0＝200"),
        ("求和", "= 个", "0 0 0", "0", "报0不是未报：0＋0＋0＝0"),
        ("求和", "= 万元", "0.1 0.2 0.3", "0.6", "0.1＋0.2＋0.3＝0.6"),
        ("求和", "= 个", "35", "35", "只有一家，就是它的数"),
        ("求和", "= 个", "-5 20", "15", "更正的负数照加：−5＋20＝15"),
        ("求和", "= 个", "", "本期未报", "没有单位填报"),
        ("分子分母求和", ">= %", "10/10 50/90", "60", "(10＋50)÷(10＋90)＝60%，不是(100＋55.6)÷2"),
        ("分子分母求和", ">= %", "0/200 100/200", "25", "(0＋100)÷(200＋200)＝25%"),
        ("分子分母求和", ">= %", "3/4", "75", "3÷4＝75%"),
        ("分子分母求和", ">= ‰", "27/2000 13/2000", "10", "(27＋13)÷4000＝0.01，合10‰"),
        ("分子分母求和", "<= /10万", "8/40000 4/20000", "20", "12÷60000×100000＝20"),
        ("分子分母求和", ">= %", "0/0 30/40", "75", "没有对象的单位不改变结果：30÷40"),
        ("分子分母求和", ">= %", "0/0 0/0", "分母合计为0，无法计算比率", "0÷0没有结果"),
        (
            "分子分母求和",
            ">= %",
            "80 90",
            "几个单位只报了百分比，没有分子分母，不能汇总；请补报分子分母，或改用其他汇总方式",
            "百分比不相加也不平均",
        ),
        ("分子分母求和", ">= %", "80 3/4", "有的单位报数值，有的单位报分子分母，不能汇总", "一家没有分子分母"),
        ("平均", ">= 分", "90 80 70", "80", "(90＋80＋70)÷3＝80"),
        ("平均", ">= %", "50/100 90", "70", "选了平均，就平均百分比：(50＋90)÷2"),
        ("加权平均", ">= %", "90×1 60×2", "70", "(90×1＋60×2)÷3＝70"),
        ("加权平均", ">= %", "90×300 70×100", "85", "(90×300＋70×100)÷400＝85"),
        ("加权平均", ">= %", "90×1 60", "加权平均需要各单位的分解指标", "一家没有分解"),
        ("加权平均", ">= %", "90×0 60×0", "加权平均需要各单位的分解指标", "权重合计为0"),
        ("取最差", ">= 分", "90 70 80", "70", "越高越好，最差是最低的70"),
        ("取最差", "<= 分钟", "9 12 10", "12", "不超过的目标，最差是最高的12"),
        ("取最差", "qualitative %", "100 35 60", "35", "形象进度取最慢的35%"),
        ("牵头单位填报", "increase %", "12.5* 3 4", "12.5", "只取牵头单位的12.5"),
        ("牵头单位填报", "increase %", "3 4", "牵头单位未报", "牵头单位没有报"),
        ("求和", "= 元", "1000000000000000 1000000000000000", "合计太大，超出可以保存的范围", "2×10¹⁵超出10¹⁵"),
    ];
    for (how, measured, reports, want, arithmetic) in cases {
        let (relation, unit) = measured.split_once(' ').unwrap();
        let comparator = *Comparator::ALL.iter().find(|one| one.code() == relation).unwrap();
        let figures: Vec<UnitFigure> = reports.split_whitespace().map(reported).collect();
        let came = roll_up(RollUp::from_code(how).unwrap(), comparator, unit, &figures);
        let said = came.map_or_else(|gap| gap.to_string(), figure);
        assert_eq!(&said, want, "{how} {measured} {reports}：{arithmetic}");
        let turned = roll_up(RollUp::from_code(how).unwrap(), comparator, unit, &figures.iter().rev().copied().collect::<Vec<_>>());
        assert_eq!(came, turned, "the order of units does not matter: {reports}");
    }
    assert!(cases.len() >= 25);
}

fn reported(text: &str) -> UnitFigure {
    let (text, lead) = text.strip_suffix('*').map_or((text, false), |text| (text, true));
    let (text, weight) = text.split_once('×').map_or((text, None), |(text, weight)| (text, Some(Amount::parse(weight).unwrap())));
    let amount = |text: &str| Amount::parse(text).unwrap();
    let figure = match text.split_once('/') {
        Some((numerator, denominator)) => Figure::Ratio { numerator: amount(numerator), denominator: amount(denominator) },
        None => Figure::Value(amount(text)),
    };
    UnitFigure { figure, weight, lead }
}

/// 进度方式, relation and target as in the table of judgements; weight; month; value; formula and points; the arithmetic.
type ScoreCase = (&'static str, f64, &'static str, &'static str, &'static str, &'static str);

#[test]
fn every_score_comes_out_as_it_was_worked_by_hand() {
    let cases: &[ScoreCase] = &[
        ("累进 = 1200", 10.0, "2024-06", "600", "10 × 50.0% = 5", "600÷1200＝50.0%"),
        ("累进 = 1200", 10.0, "2024-06", "1200", "10 × 1 = 10", "完成得满分"),
        ("累进 = 1200", 10.0, "2024-06", "1800", "10 × 150.0%，取满分 = 10", "超额不多给"),
        ("累进 = 1200", 10.0, "2024-06", "0", "10 × 0.0% = 0", "0÷1200＝0"),
        ("累进 = 1200", 0.0, "2024-06", "600", "0 × 50.0% = 0", "权重为0，得0分"),
        ("累进 = 3", 10.0, "2024-06", "1", "10 × 33.3% = 3.3", "按所示百分比算：10×0.333＝3.33，一位小数"),
        ("累进 = 3", 5.0, "2024-06", "1", "5 × 33.3% = 1.665", "权重小于10，三位小数：5×0.333"),
        ("累进 >= 180 自100", 20.0, "2024-06", "140", "20 × 50.0% = 10", "(140−100)÷(180−100)＝50.0%"),
        ("累进 >= 180 自100", 20.0, "2024-06", "90", "20 × -12.5%，不足0按0 = 0", "(90−100)÷80为负，按0"),
        ("累进 <= 100 自200", 20.0, "2024-06", "150", "20 × 50.0% = 10", "从200降到150，走了一半"),
        ("保持 >= 90", 15.0, "2024-06", "93", "15 × 1 = 15", "达标得满分"),
        ("保持 >= 90", 15.0, "2024-06", "81", "15 × 90.0% = 13.5", "差9，是90的10%：15×0.9"),
        ("保持 <= 5", 10.0, "2024-06", "5", "10 × (2 − 5 ÷ 5)，取满分 = 10", "控制型：2−1＝1"),
        ("保持 <= 5", 10.0, "2024-06", "6", "10 × (2 − 6 ÷ 5) = 8", "2−1.2＝0.8"),
        ("保持 <= 5", 10.0, "2024-06", "10", "10 × (2 − 10 ÷ 5)，不足0按0 = 0", "到两倍为0"),
        ("保持 <= 5", 10.0, "2024-06", "11", "10 × (2 − 11 ÷ 5)，不足0按0 = 0", "超过两倍仍为0"),
        ("保持 <= 5", 10.0, "2024-06", "0", "10 × (2 − 0 ÷ 5)，取满分 = 10", "比目标好，也只得满分"),
        ("保持 increase 10", 10.0, "2024-06", "12", "10 × 1 = 10", "增幅达到10"),
        ("保持 increase 10", 10.0, "2024-06", "4", "10 × 40.0% = 4", "差6，是10的60%：10×0.4"),
        ("保持 increase 10", 10.0, "2024-06", "-3", "10 × 0.0% = 0", "负增长得0分"),
        ("累进 qualitative", 8.0, "2024-06", "45", "8 × 45.0% = 3.6", "形象进度45%"),
        ("累进 qualitative", 8.0, "2024-06", "100", "8 × 1 = 8", "完成得满分"),
        ("到期 = 1", 6.0, "2024-06", "0", "未到期，不计", "12月才到期"),
        ("到期 = 1", 6.0, "2024-06", "1", "6 × 1 = 6", "提前做成照样得分"),
        ("到期 = 1", 6.0, "2024-12", "0", "6 × 0.0% = 0", "到期没有做成"),
        ("累进 = 1200", 10.0, "2024-06", "", "未报，不计分", "没有报数"),
        ("累进 range 300-400", 10.0, "2024-06", "150", "10 × 50.0% = 5", "下限算目标：150÷300"),
        ("累进 range 300-400", 10.0, "2024-06", "450", "10 × 150.0%，取满分 = 10", "超过上限也不多给"),
    ];
    for (judged, weight, month, value, want, arithmetic) in cases {
        let indicator = Indicator { weight: Amount::new(*weight).unwrap(), ..terms(judged) };
        let value = (!value.is_empty()).then(|| Amount::parse(value).unwrap());
        let line = line(&indicator, value, &judge(&indicator, value, month.parse().unwrap(), &Rules::default()));
        let said = match line.earned {
            Earned::Points(points) => format!("{} = {points}", line.formula),
            _ => line.formula,
        };
        assert_eq!(&said, want, "{judged} {month} {value:?}：{arithmetic}");
    }
    assert!(cases.len() >= 28);
}
