//! Names behind 分别: 高血压、糖尿病患者管理率分别达到72%和70% are two indicators.

use super::name::NOUNS;

/// Words with which what all parts share begins: 高血压、糖尿病|患者管理率.
const SHARED: [&str; 48] = [
    "患者", "居民", "人员", "人群", "人口", "职工", "检查", "筛查", "治疗", "检出", "发病", "死亡", "学生", "儿童", "机械", "收入", "覆盖",
    "规范", "管理", "使用", "服务", "企业", "机构", "面积", "产量", "人数", "数量", "占比", "比例", "比重", "知晓", "控制", "达标", "合格",
    "处理", "利用", "回收", "参保", "普及", "入学", "就业", "签约", "接种", "满意", "完成", "增长", "优良", "产值",
];

/// Returns the name of one of several numbers; none where the words do not show what belongs to which.
pub fn distributed(name: &str, place: usize, count: usize) -> Option<String> {
    let parts: Vec<&str> = name.split(['、', '和', '与', '及']).collect();
    if parts.len() != count || parts.iter().any(|part| part.chars().count() < 2) {
        return None;
    }
    let (own, last) = (parts[place], parts[count - 1]);
    let named = |part: &str| NOUNS.iter().any(|noun| part.ends_with(noun));
    // The last part is whole; the others are, if they are indicators of their own.
    if place + 1 == count || parts.iter().all(|part| named(part)) {
        return Some(own.to_owned());
    }
    // 养老机构、托育机构覆盖率: what a part ends with itself is not what it shares.
    let begins = |at: usize| SHARED.iter().any(|word| last[at..].starts_with(word) && !own.ends_with(word));
    let shared = last.char_indices().map(|(at, _)| at).skip(2).find(|at| begins(*at))?;
    Some(format!("{own}{}", &last[shared..]))
}

#[cfg(test)]
mod tests {
    use super::distributed;

    #[test]
    fn each_number_has_its_own_name() {
        let names = |name: &str| [distributed(name, 0, 2), distributed(name, 1, 2)].map(Option::unwrap_or_default);
        assert_eq!(names("高血压、糖尿病患者管理率"), ["高血压患者管理率", "糖尿病患者管理率"]);
        assert_eq!(names("种植、收获机械化率"), ["种植机械化率", "收获机械化率"]);
        assert_eq!(names("养老机构和托育机构覆盖率"), ["养老机构覆盖率", "托育机构覆盖率"]);
        assert_eq!(names("入园率和巩固率"), ["入园率", "巩固率"]);
        assert_eq!(distributed("甲乙两类指标", 0, 2), None);
    }
}
