//! A chart of every kind, of made-up figures of a city there is not.

use super::trends::{amount, places, rate};
use charts::*;
use domain::judge::Light;

pub const UNITS: [&str; 9] = ["澜湖区", "青屏区", "松麓区", "枫渡区", "岚桥区", "经开区", "砚溪县", "鹤汀县", "桐坞县"];

pub fn head(title: &str, subtitle: &str) -> Head {
    Head { title: title.into(), subtitle: subtitle.into() }
}

/// The gallery: a name for the file, the kind in words, and the chart.
pub fn kinds() -> Vec<(&'static str, &'static str, Chart)> {
    vec![
        ("trend", "趋势", Chart::Trend(Box::new(trend()))),
        ("rate", "分子分母", Chart::Rate(Box::new(parts()))),
        ("lines", "对比", Chart::Lines(lines())),
        ("multiples", "小图", Chart::Multiples(lines())),
        ("bars", "分单位", Chart::Bars(bars())),
        ("bullets", "完成率与序时进度", Chart::Bullets(bullets())),
        ("sections", "各部分灯", Chart::Sections(sections())),
        ("heat", "逐月灯", Chart::Heat(heat())),
        ("league", "排名", Chart::League(league())),
        ("timeline", "节点", Chart::Timeline(timeline())),
    ]
}

pub fn trend() -> Trend {
    let mut trend = Trend { forecast: Some(amount(2017.0)), ..places() };
    trend.points.iter_mut().take(6).for_each(|point| point.frozen = true);
    trend
}

pub fn parts() -> Rate {
    let over = [1280, 1310, 1355, 1362, 0, 1421, 1450];
    let under = [2199, 2224, 2243, 2285, 0, 2311, 2346];
    let values = |values: [i32; 7]| values.map(|value| (value > 0).then(|| amount(value.into()))).to_vec();
    Rate { trend: rate(), numerator: values(over), denominator: values(under), counted_in: "个".into() }
}

/// The months of a year and the share of it passed at their ends.
pub fn year() -> Vec<(String, f64)> {
    (1..=12).map(|i| (format!("{i}月"), f64::from(i) / 12.0)).collect()
}

pub fn lines() -> Lines {
    let monthly = [71.0, 64.0, 58.0, 52.0, 33.0, 47.0, 41.0, 30.0, 22.0];
    let values = |i: usize| {
        let value = |month: usize| {
            let silent = (i == 8 && month > 4) || (i == 6 && month == 2);
            (month < 7 && !silent)
                .then(|| amount((monthly[i] * (month + 1) as f64 * (0.8 + ((i * 7 + month * 3) % 5) as f64 * 0.1)).round()))
        };
        (0..12).map(value).collect()
    };
    Lines {
        head: head("新增普惠托位：各县区进展", "云州市，2026年1月至7月累计；桐坞县6月起未报"),
        unit: "个".into(),
        periods: year(),
        current: Some(6),
        series: UNITS.iter().enumerate().map(|(i, name)| Series { name: (*name).into(), values: values(i) }).collect(),
        target: None,
    }
}

pub fn bars() -> Bars {
    use Light::*;
    let rows = [
        (0, 430, 400, Done),
        (1, 318, 400, Green),
        (5, 196, 300, Green),
        (2, 152, 300, Yellow),
        (3, 121, 260, Yellow),
        (6, 74, 200, Red),
        (4, 92, 400, Red),
        (7, 48, 180, Red),
    ];
    let bar = |(unit, value, target, light): (usize, i32, i32, Light)| Bar {
        name: UNITS[unit].into(),
        value: Some(amount(value.into())),
        target: Some(amount(target.into())),
        light,
    };
    let silent = Bar { name: UNITS[8].into(), value: None, target: Some(amount(160.0)), light: Grey };
    Bars {
        head: head("新增普惠托位：各县区累计完成", "云州市，2026年7月；桐坞县未报，不计入合计"),
        unit: "个".into(),
        bars: rows.map(bar).into_iter().chain([silent]).collect(),
    }
}

pub fn bullets() -> Bullets {
    use Light::*;
    let rows = [
        ("23 建成名中医工作室", 0.30, Red),
        ("24 电子健康档案动态使用率", 0.40, Red),
        ("18 新增托位", 0.41, Red),
        ("21 提档升级中医馆", 0.467, Yellow),
        ("27 全科医生转岗培训", 0.492, Yellow),
        ("11 重点癌症筛查人数", 0.499, Yellow),
        ("1 家庭医生签约人数", 0.631, Green),
        ("20 儿童窝沟封闭", 1.08, Done),
    ];
    let row = |(name, share, light): (&str, f64, Light)| Bullet {
        name: name.into(),
        completion: Some(share),
        due: Some(0.583),
        light,
        word: (light == Done).then(|| "已完成".into()),
    };
    let silent = Bullet { name: "9 下派医师".into(), completion: None, due: Some(0.583), light: Grey, word: Some("未报".into()) };
    Bullets {
        head: head("完成率与序时进度", "云州市，2026年7月；落后最多的在前"),
        rows: rows.map(row).into_iter().chain([silent]).collect(),
    }
}

pub fn sections() -> Sections {
    let rows = [
        ("一、夯实基层服务", [0, 1, 4, 0, 0]),
        ("二、医疗质量与急救", [0, 0, 3, 2, 0]),
        ("三、疾病预防控制", [0, 1, 3, 0, 2]),
        ("四、妇幼健康与托育", [1, 0, 3, 0, 0]),
        ("五、中医药传承发展", [1, 1, 0, 1, 0]),
        ("六、数字健康", [1, 1, 1, 0, 0]),
        ("七、人才与行业建设", [0, 1, 0, 0, 1]),
    ];
    let row = |(name, counts): (&str, [u32; 5])| SectionLights { name: name.into(), counts };
    Sections { head: head("各板块亮灯", "云州市，2026年7月；28项举措，问题在左"), rows: rows.map(row).to_vec() }
}

pub fn heat() -> Heat {
    let rows = [
        ("1 扩大家庭医生签约", "yggggGG"),
        ("4 推动优质资源下沉", "ryyyyyg"),
        ("7 建设县级胸痛救治单元", "gggggGd"),
        ("10 推进检查检验结果互认", "yyggggd"),
        ("11 重点癌症筛查", "gggyyyy"),
        ("18 新增普惠托位", "rryyrrr"),
        ("20 开展儿童口腔健康服务", "ggggggy"),
        ("21 提档升级中医馆", "gyyyyyy"),
        ("23 建成名中医工作室", "..yyrrr"),
        ("24 激活电子健康档案", "ggyyyyr"),
        ("27 全科医生转岗培训", "gg.yyyy"),
    ];
    let light = |letter: char| match letter {
        'r' => Light::Red,
        'y' => Light::Yellow,
        'd' => Light::Done,
        '.' => Light::Grey,
        _ => Light::Green,
    };
    let row = |(name, lights): (&str, &str)| HeatRow {
        name: name.into(),
        lights: lights.chars().map(|letter| Some(light(letter))).chain([None; 5]).collect(),
    };
    Heat {
        head: head("逐月亮灯", "云州市，2026年；有过黄灯、红灯的举措"),
        periods: year().into_iter().map(|(name, _)| name).collect(),
        current: Some(6),
        rows: rows.map(row).to_vec(),
    }
}

pub fn league() -> League {
    let rows = [
        (1, 0, 734.6, 0),
        (2, 1, 718.2, 1),
        (3, 5, 702.9, -1),
        (3, 2, 702.9, 1),
        (5, 6, 688.0, 2),
        (6, 3, 681.3, -1),
        (7, 4, 632.0, -1),
        (8, 7, 629.5, 0),
    ];
    let row = |(rank, unit, score, change): (u32, usize, f64, i32)| LeagueRow {
        rank: Some(rank),
        name: UNITS[unit].into(),
        score: Some(amount(score)),
        change: Some(change),
    };
    let silent = LeagueRow { rank: None, name: UNITS[8].into(), score: None, change: None };
    League {
        head: head("县（区）组排名", "云州市，2026年6月，已冻结；同分同名次"),
        full: amount(1000.0),
        rows: rows.map(row).into_iter().chain([silent]).collect(),
    }
}

pub fn timeline() -> Timeline {
    use NodeState::*;
    let nodes = [
        ("印发家庭病床实施方案", "3月31日", 0.25, Done),
        ("完成县级胸痛救治单元验收", "5月31日", 0.416, Done),
        ("首批名中医工作室挂牌6个", "6月30日", 0.5, Overdue),
        ("次均费用半年通报印发", "8月15日", 0.62, Open),
        ("社区医院中期评估，未达推荐标准的列出整改清单", "8月20日", 0.636, Open),
        ("新增托位累计1600个", "8月31日", 0.666, Open),
        ("全面完成年度任务并报送总结", "12月31日", 1.0, Open),
    ];
    let node = |(name, day, at, state): (&str, &str, f64, NodeState)| Node { name: name.into(), day: day.into(), at, state };
    Timeline {
        head: head("写明日期的节点", "云州市2026年卫生健康工作要点；截至7月31日"),
        ticks: year(),
        now: Some(7.0 / 12.0),
        nodes: nodes.map(node).to_vec(),
    }
}
