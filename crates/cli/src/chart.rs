//! `chart`: a picture in a file, and its figures.

use crate::args::coded;
use crate::chosen::chosen;
use crate::print::say;
use crate::print::show;
use app::wire::{ChartKind, ChartLook, ChartOf, ChartView, Shape};
use app::{ApiError, App};
use domain::Period;
use serde::Serialize;
use std::path::PathBuf;

/// What is drawn, and into which file.
#[derive(clap::Args)]
pub(crate) struct ChartArgs {
    /// 图的种类：trend（走势）、rate（分子分母）、years（逐年）、lines（各单位走势）、multiples（各单位小图）、bars（各单位的数）、bullets（完成率与序时进度）、sections（各部分的灯）、heat（逐月的灯）、league（排名）、timeline（时间节点）
    kind: String,
    /// 指标编号；bullets 可以写几个，不写则画全部
    #[arg(long)]
    indicator: Vec<String>,
    /// 只画这些单位，写单位组就是它的成员；lines、multiples、bars 可以写几个，trend、rate、years 写一个
    #[arg(long)]
    unit: Vec<String>,
    /// 排名只排这个单位组的成员
    #[arg(long = "in", value_name = "单位组")]
    group: Option<String>,
    /// 从哪一期起；不写则从头画
    #[arg(long)]
    since: Option<Period>,
    /// 到哪一期为止
    #[arg(long)]
    period: Option<Period>,
    /// 图的长宽：16:9、4:3 或 a4
    #[arg(long, default_value = "16:9", value_parser = coded(Shape::from_code))]
    ratio: Shape,
    /// 图片的像素加倍
    #[arg(long)]
    double: bool,
    /// .svg、.png、.pdf 或 .xlsx；不写则只列出图里的数
    #[arg(long)]
    out: Option<PathBuf>,
}

/// What is told of a chart to scripts.
#[derive(Serialize)]
struct Drawn<'a> {
    path: Option<String>,
    title: &'a str,
    alt: &'a str,
    columns: &'a [String],
    rows: &'a [Vec<String>],
}

/// Draws a chart, or lists its figures.
pub(crate) fn chart(app: &mut App, json: bool, plan: Option<&str>, asked: ChartArgs) -> Result<(), ApiError> {
    let of = of(app, plan, &asked)?;
    if let Some(out) = &asked.out {
        app::chart::export(app, &of, ChartLook { shape: asked.ratio, double: asked.double }, out)?;
    }
    let ChartView { title, alt, table, .. } = app::chart::show(app, of)?;
    let path = asked.out.map(|out| out.display().to_string());
    let drawn = Drawn { path: path.clone(), title: &title, alt: &alt, columns: &table.columns, rows: &table.rows };
    show(json, &drawn, || match &path {
        Some(path) => say!("已保存：{path}"),
        None => {
            say!("{title}\n{alt}\n{}", table.columns.join("\t"));
            table.rows.iter().for_each(|row| say!("{}", row.join("\t")));
        }
    });
    Ok(())
}

fn of(app: &mut App, plan: Option<&str>, asked: &ChartArgs) -> Result<ChartOf, ApiError> {
    let Some(kind) = ChartKind::ALL.into_iter().find(|kind| kind.names().0 == asked.kind) else {
        let all: Vec<String> = ChartKind::ALL.into_iter().map(ChartKind::names).map(|(name, zh)| format!("{name}（{zh}）")).collect();
        return Err(ApiError::invalid(format!("没有“{}”这种图", asked.kind)).hint(format!("现有：{}", all.join("、"))));
    };
    if kind.is_of_one() && asked.indicator.len() != 1 {
        return Err(ApiError::invalid("这种图要说明是哪一个指标").hint("加上 --indicator 编号，编号用 indicators 查看"));
    }
    let indicators = asked.indicator.iter().map(|text| app::indicators::named(app, text)).collect::<Result<Vec<_>, _>>()?;
    let units = asked.unit.iter().map(|name| app::units::named(app, name)).collect::<Result<Vec<_>, _>>()?;
    let group = asked.group.as_ref().map(|name| app::units::named(app, name)).transpose()?;
    let of_indicator = indicators.first().map(|one| app::indicators::plan_of(app, *one)).transpose()?.map(|plan| plan.to_string());
    let plan = chosen(app, of_indicator.as_deref().or(plan))?;
    let period = asked.period.unwrap_or(plan.current);
    Ok(ChartOf { indicators, units, group, since: asked.since, ..ChartOf::plan(kind, plan.id, period) })
}
