//! Documents from the command line: the bulletin, and each unit's page.

use crate::print::say;
use crate::run::show;
use app::wire::*;
use app::{ApiError, App};
use std::path::Path;

/// Writes the bulletin, or shows the template it is written by.
pub(crate) fn bulletin(app: &mut App, json: bool, of: OfPeriod, template: Option<&Path>, out: Option<&Path>) -> Result<(), ApiError> {
    let Some(out) = out else {
        let view = app::bulletin::show(app, BulletinOf { plan: of.plan, period: of.period, template: None })?;
        show(json, &view.template, || say!("{}", view.template.trim_end()));
        return Ok(());
    };
    let made = app::bulletin::export(app, of, template, out)?;
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
pub(crate) fn handout(app: &mut App, json: bool, of: OfPeriod, units: &[String], out: &Path) -> Result<(), ApiError> {
    let units: Vec<_> = units.iter().map(|name| app::units::named(app, name)).collect::<Result<_, _>>()?;
    let is_file = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    let saved = match (units.as_slice(), is_file) {
        ([one], true) => app::handout::write_one(app, of, *one, out)?,
        (_, true) => return Err(ApiError::invalid("几个单位的材料不能存为一个文件").hint("--out 写文件夹，每个单位一个文件")),
        (_, false) => app::handout::write_to(app, &HandoutsSave { plan: of.plan, period: of.period, units }, out)?,
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
