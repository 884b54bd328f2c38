//! What is supervised in the sample: rectifications on their way, a listed measure, milestones, a phase that was evaluated.
//!
//! Its days are those of the sample's year, or today where these are still to come: nothing is done in the future.

use super::Known;
use crate::supervise::{listing, milestone, phase, rectify};
use crate::wire::*;
use crate::{ApiError, App, measures};
use chrono::NaiveDate;
use domain::Uid;
use domain::supervise::Step;

/// Writes it all into the ledger.
pub(super) fn fill(app: &mut App, plan: Uid, known: &Known) -> Result<(), ApiError> {
    rectifications(app, plan, known)?;
    listings(app, plan)?;
    milestones(app, plan)?;
    evaluation(app, plan)
}

fn rectifications(app: &mut App, plan: Uid, known: &Known) -> Result<(), ApiError> {
    let period = "2026-08".parse().expect("a month");
    let own = Some(known.unit("岚桥区卫生健康局")?.1);
    let mut open = |quote: &str, own, on: &str, deadline: &str, cause: &str, action: &str, person: &str| {
        let indicator = Some(known.indicator(quote)?.1);
        let of = LightOf { plan, period, indicator, measure: None, own };
        let (cause, action, person) = (cause.to_owned(), action.to_owned(), person.to_owned());
        let request = RectifyOpen { of, unit: None, cause, action, deadline: Some(day(deadline)), person, on: Some(past(app, on)) };
        rectify::open(app, request).map(|done| done.rectification)
    };
    let places = "12处社区托育点选址晚，7处8月才动工";
    open("新增托位2600个", own, "2026-09-08", "2026-10-31", places, "倒排工期，区政府每周调度，10月底前开园9处", "沈砚秋")?;
    let rooms = "首批工作室场地未落实，带教专家排班冲突";
    let doctors =
        open("名中医工作室20个", None, "2026-09-08", "2026-09-30", rooms, "县（区）各腾出1处门诊用房，市级专家固定坐诊日", "陆景明")?;
    let courses = "暑期学校、企业培训中断";
    let training = open("公众急救培训3.6万人次", None, "2026-09-08", "2026-09-30", courses, "开学后进校培训，每周6场", "贺知远")?;
    let steps = [
        (doctors, Step::Applied, "2026-09-24", "工作室已建成10个"),
        (doctors, Step::SentBack, "2026-09-28", "3个工作室没有坐诊记录，补齐后再报"),
        (training, Step::Applied, "2026-09-28", "9月培训7100人次，差距由24.8缩小到13.5个百分点"),
        (training, Step::SignedOff, "2026-10-12", "已核对签到表和考核记录"),
    ];
    for (rectification, step, on, note) in steps {
        rectify::take(app, RectifyStep { rectification, step, note: note.to_owned(), on: Some(past(app, on)) })?;
    }
    Ok(())
}

fn listings(app: &mut App, plan: Uid) -> Result<(), ApiError> {
    let measure = measures::named(app, plan, "15")?;
    let reason = "连续两月红灯，影响秋季入托".to_owned();
    let on = Some(past(app, "2026-09-09"));
    listing::open(app, ListingOpen { measure, reason, every_days: None, on })?;
    let listing = listing::in_force(app, measure)?;
    let looks =
        [("2026-09-16", "7处动工点位中4处主体完工，2处待消防验收"), ("2026-09-23", "新开园3处，增加托位210个；岚桥区仍有5处未完工")];
    for (on, finding) in looks {
        listing::inspect(app, ListingInspect { listing, finding: finding.to_owned(), on: Some(past(app, on)) })?;
    }
    Ok(())
}

fn milestones(app: &mut App, plan: Uid) -> Result<(), ApiError> {
    let nodes = [
        ("2", "完成设备需求摸底", "2026-06-30", Some(("2026-06-26", "摸底清单14份"))),
        ("15", "秋季入托前累计新增托位1600个", "2026-08-31", None),
        ("10", "设立老年人接种专场", "2026-09-15", Some(("2026-09-18", "专场排期表"))),
        ("22", "完成五级评价申报", "2026-09-30", None),
        ("15", "社区托育点开园9处", "2026-10-31", None),
        ("8", "建成县级胸痛救治单元9个", "2026-12-31", None),
    ];
    for (number, name, due, done) in nodes {
        let measure = Some(measures::named(app, plan, number)?);
        let set = MilestoneAdd { plan, measure, name: name.to_owned(), due: Some(day(due)), text: String::new() };
        let milestone = milestone::add(app, set)?.milestone;
        if let Some((on, evidence)) = done {
            let on = Some(past(app, on));
            milestone::done(app, MilestoneDone { milestone, on, evidence: evidence.to_owned() })?;
        }
    }
    Ok(())
}

/// Evaluates the first phase, unless that is still to come.
fn evaluation(app: &mut App, plan: Uid) -> Result<(), ApiError> {
    let on = day("2026-04-08");
    let first = milestone::list(app, plan)?.into_iter().find(|row| row.measure.is_none());
    let Some(first) = first.filter(|_| on <= app.host.now().date_naive()) else { return Ok(()) };
    let findings = "年度落实方案全部印发，任务已分解到科室和乡镇（街道）。托位建设和名中医工作室起步偏慢，二季度起按月调度。".to_owned();
    phase::close(app, PhaseClose { milestone: first.id, period: None, findings, on: Some(on) })?;
    Ok(())
}

/// Returns a day of the sample's year, or today if it is still to come.
fn past(app: &App, text: &str) -> NaiveDate {
    day(text).min(app.host.now().date_naive())
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}
