//! Documents from the command line: the bulletin, and each unit's page.

use crate::chosen::of_period;
use crate::print::say;
use crate::print::show;
use app::wire::*;
use app::{ApiError, App};
use domain::Period;
use std::path::PathBuf;

/// What a bulletin is made of.
#[derive(clap::Args)]
pub(crate) struct BulletinArgs {
    /// 期次；不写则取最近填报的一期
    #[arg(long)]
    period: Option<Period>,
    /// 用这份模板（纯文本）；不写则用台账里这份计划的模板，没有改过就是默认的
    #[arg(long, value_name = "文件")]
    template: Option<PathBuf>,
    /// 显示要用的模板，可以存下来改了再用 --template
    #[arg(long, conflicts_with_all = ["template", "out", "period"])]
    show_template: bool,
    /// 存为 .docx
    #[arg(long, required_unless_present = "show_template")]
    out: Option<PathBuf>,
}

/// Whose pages are written, and where.
#[derive(clap::Args)]
pub(crate) struct HandoutArgs {
    /// 期次；不写则取最近填报的一期
    #[arg(long)]
    period: Option<Period>,
    /// 只给这个单位；可以写几次
    #[arg(long, required_unless_present = "all", conflicts_with = "all")]
    unit: Vec<String>,
    /// 给所有承担任务的单位
    #[arg(long)]
    all: bool,
    /// 放在哪个文件夹；只有一个单位时也可以写 .docx 文件名
    #[arg(long)]
    out: PathBuf,
}

/// Writes the bulletin, or shows the template it is written by.
pub(crate) fn bulletin(app: &mut App, json: bool, plan: Option<&str>, args: BulletinArgs) -> Result<(), ApiError> {
    let BulletinArgs { period, template, out, .. } = args;
    let of = of_period(app, plan, period)?;
    let Some(out) = out else {
        let view = app::bulletin::show(app, BulletinOf { plan: of.plan, period: of.period, template: None })?;
        show(json, &view.template, || say!("{}", view.template.trim_end()));
        return Ok(());
    };
    let made = app::bulletin::export(app, of, template.as_deref(), &out)?;
    let frozen = if made.frozen { "（已冻结）" } else { "" };
    show(json, &made, || {
        let Lights { done, green, yellow, red, grey } = made.lights;
        say!("已写成：{}", made.path);
        say!("{}{frozen}，{}项举措：完成{done}、绿灯{green}、黄灯{yellow}、红灯{red}、灰灯{grey}", made.period.zh(), made.measures);
        say!("没有报齐的单位{}个，在办整改{}项", made.unreported.len(), made.open);
    });
    Ok(())
}

/// Writes hand-outs into a folder, or one into a file.
pub(crate) fn handout(app: &mut App, json: bool, plan: Option<&str>, args: HandoutArgs) -> Result<(), ApiError> {
    let HandoutArgs { period, unit, all: _, out } = args;
    let of = of_period(app, plan, period)?;
    let units: Vec<_> = unit.iter().map(|name| app::units::named(app, name)).collect::<Result<_, _>>()?;
    let is_file = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    let saved = match (units.as_slice(), is_file) {
        ([one], true) => app::handout::write_one(app, of, *one, &out)?,
        (_, true) => return Err(ApiError::invalid("几个单位的材料不能存为一个文件").hint("--out 写文件夹，每个单位一个文件")),
        (_, false) => app::handout::write_to(app, &HandoutsSave { plan: of.plan, period: of.period, units }, &out)?,
    };
    show(json, &saved, || {
        for file in &saved.files {
            let left_out =
                if file.left_out > 0 { format!("（一页列不下，{}项没有列出）", file.left_out) } else { String::new() };
            say!("{}：{}{left_out}", file.unit, file.path);
        }
    });
    Ok(())
}
