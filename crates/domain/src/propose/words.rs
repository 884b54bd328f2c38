//! Words and units of measure by which kinds of targets are told apart.

/// Words that say a state is reached rather than work added up.
const STOCK: [&str; 12] = ["拥有", "总数", "总量", "规模", "保有量", "存量", "实有", "在册", "在库", "余额", "现有", "总规模"];
/// Words that say a state is kept as it is.
const KEPT: [&str; 5] = ["保持", "稳定在", "维持", "控制在", "稳定"];
/// Words that say how far a number has come by the end.
const REACHED: [&str; 10] = ["达到", "增加到", "增加至", "增至", "增长到", "扩大到", "扩大至", "提高到", "提升到", "发展到"];
/// Words that say something is newly made or done, whatever else is said.
const WORK: [&str; 34] = [
    "新增", "新建", "新设", "建成", "创建", "创成", "建设", "开展", "举办", "培训", "培育", "完成", "引进", "筛查", "覆盖", "改造", "争取",
    "打造", "设立", "培养", "整治", "拆除", "销售", "种植", "招引", "招聘", "发放", "组织", "救助", "接待", "投入", "检查", "投资", "签订",
];
/// Words of time within which a count begins anew.
const YEARLY: [&str; 6] = ["全年", "每年", "年内", "年度", "当年", "今年"];
/// Units of what happens, and is counted as it happens.
const EVENTS: [&str; 13] = ["次", "场", "期", "批", "件", "起", "例", "宗", "剂", "单", "课时", "学时", "天"];
/// What is produced or passes through within a year, and counted anew in the next.
const FLOWS: [&str; 14] =
    ["产量", "产值", "产出", "销量", "销售额", "吞吐量", "客运量", "货运量", "服务量", "接诊量", "发电量", "交易额", "成交额", "收入"];
/// Units of a state: times and prices do not add up.
const LEVEL_UNITS: [&str; 9] = ["分钟", "小时", "天", "日", "岁", "元", "倍", "分", "个工作日"];
/// Words that say a number is a mean.
const MEANS: [&str; 6] = ["人均", "平均", "次均", "均次", "户均", "日均"];
/// Rates that begin at 0 each year and say how much of its work is done.
const YEARLY_RATES: [&str; 10] = ["完成率", "执行率", "支付率", "支出率", "开工率", "竣工率", "投产率", "拨付率", "到位率", "供地率"];
/// Rates that say how much of the work is done, however many years it takes.
const DONE_RATES: [&str; 3] = ["销号率", "建成率", "整改率"];
/// Rates of growth: no parts that could be added up.
const GROWTHS: [&str; 8] = ["增长率", "增速", "增幅", "涨幅", "下降率", "降幅", "减少率", "降低率"];
/// Work that turns 比例 into a share of what is done: 完成改造的企业比例.
const DOING: [&str; 7] = ["完成", "建成", "创建", "创成", "改造", "整治", "配备"];
/// How often something is to be done; the periods of the ledger are no shorter than a month.
const HOW_OFTEN: [&str; 8] = ["每月", "每周", "每季", "每日", "每天", "每半年", "每旬", "每个季度"];
/// Each of many, behind 每 or 各.
const EACH: [&str; 19] = [
    "个县",
    "个区",
    "个乡",
    "个镇",
    "个街",
    "个村",
    "个社区",
    "个单位",
    "家医院",
    "所学校",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "街道",
    "社区",
    "个科室",
    "家",
];

/// A target's words with its unit of measure.
pub(super) struct Wording<'a> {
    unit: &'a str,
    words: &'a str,
}

impl<'a> Wording<'a> {
    pub(super) fn of(unit: &'a str, words: &'a str) -> Wording<'a> {
        Wording { unit, words }
    }

    fn says(&self, list: &[&str]) -> bool {
        list.iter().any(|word| self.words.contains(word))
    }

    /// 95%, 9/10万, 5人/10万人, 每千人口4.5个, 医护比1：1.25.
    pub(super) fn is_rate(&self) -> bool {
        let per_people = self.unit.split_once('/').is_some_and(|(_, per)| {
            let digits = per.trim_start_matches(|c: char| c.is_ascii_digit());
            digits.len() < per.len() || digits.starts_with(['十', '百', '千', '万'])
        });
        let ratio = self.unit.is_empty() && self.says(&["1:", "1：", "1∶"]) && self.words.contains('比');
        self.unit.starts_with(['%', '％', '‰', '/'])
            || self.unit.ends_with("百分点")
            || (per_people && !self.unit.contains('元'))
            || ratio
            || self.says(&["每千", "每万", "每十万", "每百"])
    }

    /// 医疗费用增幅不超过5%.
    pub(super) fn is_growth(&self) -> bool {
        self.says(&GROWTHS)
    }

    /// 预算执行率: 0 in January, all of it in December.
    pub(super) fn is_work_of_year(&self) -> bool {
        self.says(&YEARLY_RATES)
    }

    /// 完成改造的企业比例: grows with the work.
    pub(super) fn is_work_done(&self) -> bool {
        let share_of_work = self.words.contains("比例") || !self.words.contains('率');
        self.says(&DONE_RATES) || (share_of_work && self.says(&DOING) && !self.says(&KEPT))
    }

    /// 每季度检查1次.
    pub(super) fn is_how_often(&self) -> bool {
        self.says(&HOW_OFTEN)
    }

    /// 优良天数达到300天: days that are counted, not how long something takes.
    pub(super) fn counts_days(&self) -> bool {
        self.unit == "天" && self.words.contains("天数") && !self.says(&["平均", "住院", "人均"])
    }

    /// Times, prices and means, which do not add up.
    pub(super) fn is_level(&self) -> bool {
        LEVEL_UNITS.contains(&self.unit) || self.unit.contains('/') || self.says(&MEANS)
    }

    /// 每个县至少1所: a number for each of many.
    pub(super) fn is_for_each(&self) -> bool {
        let each = |word: &str, behind: &[&str]| {
            self.words.match_indices(word).any(|(at, _)| behind.iter().any(|unit| self.words[at + word.len()..].starts_with(unit)))
        };
        each("每", &EACH) || ((self.says(&["至少", "不少于", "均", "不超过"])) && each("各", &EACH[10..18]))
    }

    /// What happens and is over: 投诉120件, 事故5起.
    pub(super) fn is_event(&self) -> bool {
        EVENTS.iter().any(|unit| self.unit.ends_with(unit)) || self.says(&YEARLY) || self.says(&FLOWS)
    }

    /// Work that is done in the time of the plan.
    pub(super) fn is_work(&self) -> bool {
        let total = self.says(&["总数", "总量", "保有量", "总规模"]);
        self.says(&WORK) && (!total || self.words.contains('新'))
    }

    /// 保持在900张以上.
    pub(super) fn is_kept(&self) -> bool {
        self.says(&KEPT)
    }

    /// What is there at the end, however it came: 床位总数达到900张, 托育机构增加到120家.
    pub(super) fn is_stock(&self) -> bool {
        let total = self.says(&STOCK) && !self.is_work();
        let reaches =
            || self.words.match_indices('达').any(|(at, word)| self.words[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()));
        let reached = (self.says(&REACHED) || reaches()) && !self.is_work() && !self.is_event() && !self.unit.contains('元');
        total || reached
    }
}
