//! The arguments, as DESIGN §8 lists them. The doc comments are the help people read.

use crate::chart::ChartArgs;
use crate::deck::DeckArgs;
use crate::report::{BulletinArgs, HandoutArgs};
use crate::supervise::{MilestoneCommand, PhaseCommand, RectifyCommand, SuperviseCommand};
use app::foreign::{Given, Reading};
use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use domain::judge::{Combining, TimeRule};
use domain::{Every, Pace, Period, RollUp, ValueKind};
use std::path::PathBuf;

/// 要点台账：把工作要点读成举措和指标，记进度，亮灯，出图，与各单位交换填报表
#[derive(Parser)]
#[command(name = "yaodian", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// 台账文件（.yaodian）
    #[arg(long, global = true, value_name = "文件")]
    pub(crate) ledger: Option<PathBuf>,
    /// 只输出一个 JSON 值
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// 台账里有几份计划时，指明一份：编号，或标题里的几个字
    #[arg(long, global = true, value_name = "计划")]
    pub(crate) plan: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// 读一份计划文件，显示读到的举措和目标；不保存
    Read {
        /// .docx、.xlsx、.pdf、.html、.txt 等
        file: PathBuf,
    },
    /// 把一份计划文件导入台账（没有台账就新建）
    Import {
        /// .docx、.xlsx、.pdf、.html、.txt 等
        file: PathBuf,
        #[command(flatten)]
        table: TableArgs,
    },
    /// 按修订稿更新已有计划：显示改动并写入；修订稿里没有的不会去掉
    Revise {
        /// .docx、.xlsx、.pdf、.html、.txt 等
        file: PathBuf,
        /// 只看会改什么，不写入
        #[arg(long)]
        preview: bool,
    },
    /// 对照上期计划：哪些举措和指标是上期的延续
    Compare {
        /// 上期计划：编号，或标题里的几个字；不写则取开始日最近的一份
        #[arg(long = "with", value_name = "计划")]
        earlier: Option<String>,
        /// 采用全部建议
        #[arg(long)]
        accept: bool,
    },
    /// 新建一个带示例计划和数据的台账
    Sample,
    /// 列出计划
    Plans,
    /// 列出单位
    Units,
    /// 管理单位
    #[command(subcommand)]
    Unit(UnitCommand),
    /// 列出举措
    Measures {
        /// 期次，如 2024-06、2024-Q2、2024-H1、2024
        #[arg(long)]
        period: Option<Period>,
    },
    /// 列出指标
    Indicators,
    /// 管理指标
    #[command(subcommand)]
    Indicator(IndicatorCommand),
    /// 板块或举措在考核中占多少；留空则按所含指标合计
    Weight {
        /// 板块标题里的几个字
        #[arg(long, conflicts_with = "measure", required_unless_present = "measure")]
        section: Option<String>,
        /// 举措编号，或标题里的几个字
        #[arg(long)]
        measure: Option<String>,
        /// 权重
        #[arg(long, allow_hyphen_values = true)]
        weight: String,
    },
    /// 把目标分解到单位
    Allocate {
        /// 指标编号
        indicator: String,
        /// 单位名称或别名
        #[arg(long)]
        unit: String,
        /// 分解的目标值；留空则取消分解
        #[arg(long, allow_hyphen_values = true)]
        target: String,
    },
    /// 填报一个数
    Record {
        /// 指标编号
        #[arg(long)]
        indicator: String,
        /// 单位名称或别名
        #[arg(long)]
        unit: String,
        /// 期次
        #[arg(long)]
        period: Period,
        /// 数值，如 35、1.8万、80%
        #[arg(long, required_unless_present = "numerator", conflicts_with = "numerator", allow_hyphen_values = true)]
        value: Option<String>,
        /// 分子
        #[arg(long, requires = "denominator", allow_hyphen_values = true)]
        numerator: Option<String>,
        /// 分母
        #[arg(long, requires = "numerator", allow_hyphen_values = true)]
        denominator: Option<String>,
        /// 备注
        #[arg(long)]
        note: Option<String>,
    },
    /// 写一个单位对一项举措的进展情况、存在问题、下步措施；一段也不写则显示
    Narrative {
        /// 举措编号，用 measures --json 查看
        #[arg(long)]
        measure: String,
        /// 单位名称或别名
        #[arg(long)]
        unit: String,
        /// 期次
        #[arg(long)]
        period: Period,
        /// 进展情况；留空则去掉
        #[arg(long)]
        progress: Option<String>,
        /// 存在问题；留空则去掉
        #[arg(long)]
        problems: Option<String>,
        /// 下步措施；留空则去掉
        #[arg(long)]
        next: Option<String>,
    },
    /// 列出一期的进展情况、存在问题、下步措施
    Narratives {
        /// 期次；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
    },
    /// 亮灯、完成率、序时进度、差距和理由
    Status {
        /// 期次；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
    },
    /// 冻结一期：数和规则从此不变，这一期和以前的填报锁住
    Freeze {
        /// 期次
        #[arg(long)]
        period: Period,
    },
    /// 解冻一期：填报可以更正，数按现在的规则重新算
    Unfreeze {
        /// 期次
        #[arg(long)]
        period: Period,
        /// 原因，记入历史
        #[arg(long)]
        reason: String,
    },
    /// 总览：一句话、各板块亮灯、落后最多、未报单位和催报文字、比上期变化、一个月内到期
    Overview {
        /// 期次；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
    },
    /// 给单位写填报表（.xlsx）
    Export {
        /// 期次
        #[arg(long)]
        period: Period,
        /// 只给这个单位；可以写几次
        #[arg(long, required_unless_present = "all", conflicts_with = "all")]
        unit: Vec<String>,
        /// 给所有要填报的单位
        #[arg(long)]
        all: bool,
        /// 附各单位自己各期数据的趋势图
        #[arg(long)]
        trend: bool,
        /// 放在哪个文件夹
        #[arg(long)]
        out: PathBuf,
    },
    /// 全量导出：整份计划连同全部填报（.xlsx），或填报明细（.csv）
    ExportAll {
        /// 亮灯的期次；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
        /// .xlsx 或 .csv
        #[arg(long)]
        out: PathBuf,
    },
    /// 导出数据包（.ydpkg），给另一个台账收
    #[command(subcommand)]
    Package(PackageCommand),
    /// 收数据包：计划下发包收进台账，单位填报包合并，移交包另存为 --ledger 所写的新台账
    Receive {
        /// 收到的 .ydpkg
        file: PathBuf,
        /// 只看会改什么，不写入
        #[arg(long)]
        preview: bool,
        /// 冲突一律留我方（ours）或取对方（theirs）；不写则留着不动
        #[arg(long, value_enum)]
        on_conflict: Option<Side>,
    },
    /// 合并收回的填报表
    Merge {
        /// 收回的 .xlsx、.xls、.ods、.csv，单位填报包 .ydpkg，或装着它们的文件夹（再套的文件夹只看一层）
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 只看会改什么，不写入
        #[arg(long)]
        preview: bool,
        /// 冲突一律留我方（ours）或取对方（theirs）；不写则留着不动
        #[arg(long, value_enum)]
        on_conflict: Option<Side>,
        /// 没有行编号的行：exact 采用序号和名称都一致、只有一种可能的；不写则都不采用
        #[arg(long, value_enum, value_name = "exact")]
        confirm_proposals: Option<Confirm>,
    },
    /// 采用别处做的任务分解表、台账里的数和进展情况；只有名称完全一致的行直接采用
    Take {
        /// 外来表格 .xlsx、.xls、.ods、.csv
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 表里没有写期次的数是哪一期的；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
        /// 整份表是哪个单位的；不写则按表里的单位列
        #[arg(long)]
        unit: Option<String>,
        #[command(flatten)]
        table: TableArgs,
        /// 名称相近的行也按建议的指标采用
        #[arg(long)]
        accept: bool,
        /// 指明一行对应的指标或举措，可以写几个；等号后留空则不采用这一行
        #[arg(long = "row", value_name = "[工作表!]行=编号")]
        rows: Vec<String>,
        /// 不用上次记住的对应关系，并忘掉它
        #[arg(long)]
        forget: bool,
        /// 只看会改什么，不写入
        #[arg(long)]
        preview: bool,
        /// 台账已有不同的数时一律留台账的（ours）或取表里的（theirs）；不写则留着不动
        #[arg(long, value_enum)]
        on_conflict: Option<Side>,
    },
    /// 画图：走势、对比、排名、各部分的灯等，存为 .svg、.png、.pdf 或 .xlsx
    Chart(ChartArgs),
    /// 会议幻灯：显示、选取、保存，存为 PDF 或图片
    Deck(DeckArgs),
    /// 督查通报（.docx）：按模板写成草稿，数与 status、overview、score 一致
    #[command(visible_alias = "report")]
    Bulletin(BulletinArgs),
    /// 单位一页纸（.docx）：一个单位的举措、亮灯、得分、待办和近期到期
    Handout(HandoutArgs),
    /// 考核得分、排名和算式
    Score {
        /// 期次；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
        /// 只排这个单位组的成员，如 各县（区）卫生健康局
        #[arg(long = "in", value_name = "单位组")]
        group: Option<String>,
        /// 假如某个数是另一个数会怎样，不保存：指标编号
        #[arg(long, requires = "unit", requires = "value")]
        assume: Option<String>,
        /// 假设哪个单位的数
        #[arg(long, requires = "assume")]
        unit: Option<String>,
        /// 假设的数
        #[arg(long, requires = "assume", allow_hyphen_values = true)]
        value: Option<String>,
    },
    /// 给单位加分或扣分
    Adjust {
        /// 单位名称或别名
        #[arg(long)]
        unit: String,
        /// 期次
        #[arg(long)]
        period: Period,
        /// 加分写正数，扣分写负数
        #[arg(long, allow_hyphen_values = true)]
        points: String,
        /// 原因
        #[arg(long)]
        reason: String,
    },
    /// 评判规则：不带选项只显示
    Rules {
        /// 常规（5、15）、从严（0、10）、从宽（10、30）
        #[arg(long)]
        preset: Option<String>,
        /// 落后超过几个百分点黄灯
        #[arg(long)]
        yellow: Option<String>,
        /// 落后超过几个百分点红灯
        #[arg(long)]
        red: Option<String>,
        /// 序时进度：months 按月、days 按天
        #[arg(long, value_parser = coded(TimeRule::from_code))]
        time: Option<TimeRule>,
        /// 举措亮灯：worst 取最差、share 按权重占比
        #[arg(long, value_parser = coded(Combining::from_code))]
        lights: Option<Combining>,
        /// 满分：100 或 1000
        #[arg(long)]
        full_mark: Option<String>,
        /// 加分上限
        #[arg(long)]
        bonus_cap: Option<String>,
        /// 扣分上限
        #[arg(long)]
        penalty_cap: Option<String>,
    },
    /// 整改：立项、申请销号、退回、销号
    #[command(subcommand)]
    Rectify(RectifyCommand),
    /// 挂牌督战：挂牌、督查记录、摘牌
    #[command(subcommand)]
    Supervise(SuperviseCommand),
    /// 时间节点
    #[command(subcommand)]
    Milestone(MilestoneCommand),
    /// 阶段评估
    #[command(subcommand)]
    Phase(PhaseCommand),
    /// 操作历史
    History,
    /// 撤销上一次操作
    Undo,
    /// 恢复上一次撤销
    Redo,
    /// 检查台账文件是否完好
    Check,
}

/// How a table is read.
#[derive(Clone, clap::Args)]
pub(crate) struct TableArgs {
    /// 指明一列的含义，可以写几个，如 C=指标、D=完成值@2024-06；列写字母或表头
    #[arg(long = "map", value_name = "列=含义", value_parser = given)]
    pub(crate) maps: Vec<Given>,
    /// 只看这张工作表；不写则表头相同的工作表都采用
    #[arg(long, value_name = "工作表")]
    pub(crate) sheet: Option<String>,
    /// 表头从第几行开始
    #[arg(long, value_name = "行号")]
    pub(crate) header: Option<u32>,
}

impl TableArgs {
    /// Returns how the table is read; none where nothing was said.
    pub(crate) fn reading(self) -> Option<Reading> {
        let reading = Reading { sheet: self.sheet, header: self.header, columns: self.maps };
        (reading != Reading::default()).then_some(reading)
    }
}

fn given(text: &str) -> Result<Given, String> {
    text.parse()
}

#[derive(Subcommand)]
pub(crate) enum UnitCommand {
    /// 增加单位
    Add {
        /// 单位全称
        name: String,
        /// 归入哪个单位组，如 各县（区）卫生健康局
        #[arg(long = "in", value_name = "单位组")]
        group: Option<String>,
    },
    /// 改名；原名称留作别名，文件和填报表里用原名称仍能认出
    Rename {
        /// 现在的名称
        unit: String,
        /// 新名称
        name: String,
        /// 不留原名称
        #[arg(long)]
        forget: bool,
    },
    /// 简称和别名
    Alias {
        /// 单位
        unit: String,
        /// 增加别名
        #[arg(long, value_name = "别名")]
        add: Vec<String>,
        /// 去掉别名
        #[arg(long, value_name = "别名")]
        remove: Vec<String>,
        /// 简称；留空则去掉
        #[arg(long, value_name = "简称")]
        short: Option<String>,
    },
    /// 上级单位；不写则没有上级
    Parent {
        /// 单位
        unit: String,
        /// 上级单位
        parent: Option<String>,
    },
    /// 单位组的成员
    Group {
        /// 单位组
        group: String,
        /// 加入的单位
        #[arg(long, value_name = "单位")]
        add: Vec<String>,
        /// 移出的单位
        #[arg(long, value_name = "单位")]
        remove: Vec<String>,
    },
    /// 移动次序；不写单位而用 --as-in-document，则全部按文件顺序
    Move {
        /// 单位
        #[arg(required_unless_present = "sort")]
        unit: Option<String>,
        /// 排到哪个单位前面；不写则排到最后
        #[arg(long, value_name = "单位", conflicts_with = "sort")]
        before: Option<String>,
        /// 全部按文件里出现的顺序
        #[arg(long = "as-in-document", conflicts_with = "unit")]
        sort: bool,
    },
    /// 并入：两个名称是同一家，合成一个
    Merge {
        /// 被并的单位
        unit: String,
        /// 并入哪个单位
        #[arg(long, value_name = "单位")]
        into: String,
        /// 只看会改什么，不写入
        #[arg(long)]
        preview: bool,
        /// 不一致的数一律：keep 保留并入后单位的、take 采用被并单位的、add 相加；不写则有不一致时不合并
        #[arg(long, value_enum, value_name = "keep|take|add")]
        on_conflict: Option<Clashing>,
    },
    /// 删除没有用到的单位
    Delete {
        /// 单位
        unit: String,
    },
}

/// What is done about every clash of two units.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Clashing {
    /// 保留并入后单位的
    Keep,
    /// 采用被并单位的
    Take,
    /// 相加
    Add,
}

#[derive(Subcommand)]
pub(crate) enum IndicatorCommand {
    /// 修改指标怎么判断，可以一次改几个
    Set {
        /// 指标编号，可以写几个
        #[arg(required = true)]
        indicators: Vec<String>,
        /// 按目标的措辞设定值类型、进度方式和汇总方式
        #[arg(long)]
        as_proposed: bool,
        /// 值类型：cumulative 累计、increment 当期、point 时点、rate 比率、qualitative 形象进度
        #[arg(long, value_parser = coded(ValueKind::from_code))]
        kind: Option<ValueKind>,
        /// 进度方式：accumulate 累进、maintain 保持、by_due 到期
        #[arg(long, value_parser = coded(Pace::from_code))]
        pace: Option<Pace>,
        /// 汇总方式：sum、ratio、mean、weighted、worst、owner
        #[arg(long, value_parser = coded(RollUp::from_code))]
        roll_up: Option<RollUp>,
        /// 填报频次：month 每月、quarter 每季、half 每半年、year 每年
        #[arg(long, value_parser = coded(Every::from_code))]
        every: Option<Every>,
        /// 基期值；留空则去掉
        #[arg(long, allow_hyphen_values = true)]
        baseline: Option<String>,
        /// 目标值
        #[arg(long, allow_hyphen_values = true)]
        target: Option<String>,
        /// 起始日 2024-01-01
        #[arg(long, value_parser = day)]
        start: Option<NaiveDate>,
        /// 到期日 2024-12-31
        #[arg(long, value_parser = day)]
        due: Option<NaiveDate>,
        /// 权重
        #[arg(long, allow_hyphen_values = true)]
        weight: Option<String>,
    },
    /// 计划进度：各期末应达到的数
    Plan {
        /// 指标编号
        indicator: String,
        /// 期次=数，如 2024-Q1=300，可以写几个；一次写全，没写的期次就没有
        #[arg(long = "value", value_name = "期次=数", allow_hyphen_values = true)]
        values: Vec<String>,
        /// 取消计划进度，按序时进度
        #[arg(long, conflicts_with = "values")]
        clear: bool,
    },
    /// 全部指标怎么判断、有什么可疑
    Terms,
}

#[derive(Subcommand)]
pub(crate) enum PackageCommand {
    /// 计划下发：把计划连同举措、指标、单位和分解发给单位自己的台账
    Plan {
        /// 存为
        #[arg(long)]
        out: PathBuf,
    },
    /// 单位填报：一个单位报的数和进展情况
    Unit {
        /// 单位名称或别名
        #[arg(long)]
        unit: String,
        /// 期次；不写则全部期次
        #[arg(long)]
        period: Option<Period>,
        /// 存为
        #[arg(long)]
        out: PathBuf,
    },
    /// 移交：整个台账、全量导出和校验码
    Handover {
        /// 存为
        #[arg(long)]
        out: PathBuf,
    },
}

/// Which side wins every conflict.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Side {
    /// 留我方
    Ours,
    /// 取对方
    Theirs,
}

/// Which rows without ids are taken.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Confirm {
    /// 序号和名称都一致、只有一种可能的
    Exact,
}

/// Returns a parser for a word of a list; `by-due` and `by_due` are the same word.
pub(crate) fn coded<T: Clone + Send + Sync + 'static>(
    from_code: fn(&str) -> Option<T>,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync {
    move |text| from_code(&text.replace('-', "_")).ok_or_else(|| format!("没有“{text}”这个选项"))
}

pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "日期写作 2024-12-31".to_owned())
}
