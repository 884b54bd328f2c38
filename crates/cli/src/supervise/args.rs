//! The arguments of supervision. The doc comments are the help people read.

use crate::args::day;
use chrono::NaiveDate;
use clap::Subcommand;
use domain::Period;

#[derive(Subcommand)]
pub(crate) enum RectifyCommand {
    /// 立项：要求对一个红灯或黄灯整改；正在整改的不重复立项
    Open {
        /// 指标编号
        #[arg(long, required_unless_present = "measure", conflicts_with = "measure")]
        indicator: Option<String>,
        /// 举措：编号，或文件里的序号；整改的是举措的灯
        #[arg(long)]
        measure: Option<String>,
        /// 整改的是这个单位自己的灯，由它整改
        #[arg(long, value_name = "单位", conflicts_with = "measure", conflicts_with = "unit")]
        own: Option<String>,
        /// 期次
        #[arg(long)]
        period: Period,
        /// 由哪个单位整改；不写则是牵头单位
        #[arg(long)]
        unit: Option<String>,
        /// 原因
        #[arg(long, default_value = "")]
        cause: String,
        /// 整改措施
        #[arg(long, default_value = "")]
        action: String,
        /// 整改期限 2024-12-31
        #[arg(long, value_parser = day)]
        deadline: Option<NaiveDate>,
        /// 责任人
        #[arg(long, default_value = "")]
        person: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 修改整改中的原因、措施、期限、责任人；不写的不变
    Change {
        /// 整改编号
        rectification: String,
        /// 原因
        #[arg(long)]
        cause: Option<String>,
        /// 整改措施
        #[arg(long)]
        action: Option<String>,
        /// 整改期限 2024-12-31
        #[arg(long, value_parser = day)]
        deadline: Option<NaiveDate>,
        /// 责任人
        #[arg(long)]
        person: Option<String>,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 申请销号，写明整改结果
    Apply {
        /// 整改编号
        rectification: String,
        /// 整改结果
        #[arg(long)]
        note: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 核查后退回，写明原因
    Return {
        /// 整改编号
        rectification: String,
        /// 原因
        #[arg(long)]
        note: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 核查后销号
    SignOff {
        /// 整改编号
        rectification: String,
        /// 核查意见
        #[arg(long, default_value = "")]
        note: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 列出待整改的红灯、各件整改、各单位问责台账
    List {
        /// 亮灯看哪一期；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
        /// 只看这个单位
        #[arg(long)]
        unit: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum SuperviseCommand {
    /// 列出挂牌的举措和督查记录
    List {
        /// 亮灯看哪一期；不写则取最近填报的一期
        #[arg(long)]
        period: Option<Period>,
    },
    /// 挂牌一项举措
    Add {
        /// 举措：编号，或文件里的序号
        #[arg(long)]
        measure: String,
        /// 原因
        #[arg(long)]
        reason: String,
        /// 隔多少天督查一次：7 每周、10 每旬、15 每半月、30 每月
        #[arg(long, value_name = "天数")]
        every: Option<u32>,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 写一条督查记录
    Note {
        /// 举措：编号，或文件里的序号
        #[arg(long)]
        measure: String,
        /// 看到了什么
        #[arg(long)]
        finding: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 摘牌
    Lift {
        /// 举措：编号，或文件里的序号
        #[arg(long)]
        measure: String,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
}

#[derive(Subcommand)]
pub(crate) enum MilestoneCommand {
    /// 列出时间节点和阶段
    List,
    /// 增加时间节点；不写举措则是计划的阶段
    Add {
        /// 名称
        name: String,
        /// 举措：编号，或文件里的序号
        #[arg(long)]
        measure: Option<String>,
        /// 到期日 2024-12-31
        #[arg(long, value_parser = day)]
        due: Option<NaiveDate>,
        /// 内容
        #[arg(long, default_value = "")]
        text: String,
    },
    /// 修改时间节点；不写的不变
    Change {
        /// 节点编号
        milestone: String,
        /// 名称
        #[arg(long)]
        name: Option<String>,
        /// 到期日 2024-12-31
        #[arg(long, value_parser = day)]
        due: Option<NaiveDate>,
        /// 内容
        #[arg(long)]
        text: Option<String>,
    },
    /// 标为完成
    Done {
        /// 节点编号
        milestone: String,
        /// 完成日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
        /// 佐证
        #[arg(long, default_value = "")]
        evidence: String,
    },
    /// 重新打开
    Reopen {
        /// 节点编号
        milestone: String,
    },
    /// 去掉
    Remove {
        /// 节点编号
        milestone: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum PhaseCommand {
    /// 列出阶段
    List,
    /// 看一个阶段期末的数
    Show {
        /// 阶段编号
        milestone: String,
        /// 看哪一期；不写则取截止日所在的月份
        #[arg(long)]
        period: Option<Period>,
    },
    /// 评估一个阶段：结论和数从此不变
    Close {
        /// 阶段编号
        milestone: String,
        /// 评估结论
        #[arg(long)]
        findings: String,
        /// 看哪一期；不写则取截止日所在的月份
        #[arg(long)]
        period: Option<Period>,
        /// 日期；不写则是今天
        #[arg(long, value_parser = day)]
        on: Option<NaiveDate>,
    },
    /// 重新评估：收回结论
    Reopen {
        /// 阶段编号
        milestone: String,
    },
}
