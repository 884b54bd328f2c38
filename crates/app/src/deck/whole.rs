//! The slides of the plan as a whole: cover, overview, each section, and what is furthest behind.

use super::made::{Made, Sources, counts, marked, plain};
use crate::chart::rows::{self, bullet};
use crate::overview::said::counted;
use crate::shown::{cut, day_in_text};
use crate::standing;
use crate::wire::SlideKind;
use charts::{Body, Bullet, Bullets, Chart, Head, SectionLights, Sections};
use domain::judge::{Light, percent};
use store::MeasureRow;

/// How many sections stand on a slide.
const SECTIONS: usize = 7;
/// How many indicators stand on a slide beside figures: their names need two lines each at worst.
const BESIDE: usize = 5;
/// How many stand on one by themselves.
const ALONE: usize = 6;

/// A section of more pages than these is not proposed: nobody sits through it.
const PAGES: usize = 10;

/// Returns the cover.
pub(super) fn cover(from: &Sources<'_>) -> Made {
    let plan = &from.book.plan.data;
    let mut made = Made::new(SlideKind::Cover, "cover", "封面", from.period);
    let lines = vec![format!("{}工作推进情况", from.period.zh()), format!("截至{}", day_in_text(from.period.end()))];
    made.slide.body = Body::Cover { title: plan.title.clone(), lines };
    made.talk = vec![from.overview.sentence.clone(), clock(from)];
    made
}

fn clock(from: &Sources<'_>) -> String {
    let clock = &from.overview.clock;
    format!("时间已过{}，还剩{}个月。", percent(clock.time_progress), clock.left)
}

/// Returns how all measures stand, by section.
pub(super) fn overview(from: &Sources<'_>) -> Vec<Made> {
    let seen = &from.overview;
    let mut made = Made::new(SlideKind::Overview, "overview", "总体情况", from.period);
    made.slide.kicker = vec!["总体情况".to_owned()];
    made.slide.headline = vec![plain(format!("{}。", counted(seen.measures, seen.lights, seen.grey)))];
    mark_red(&mut made, seen.lights.red);
    made.slide.facts = counts(seen.lights);
    made.slide.foot = format!("按举措计，单位：项。时间进度{}。", percent(seen.clock.time_progress));
    made.talk = vec![seen.sentence.clone(), clock(from)];
    let turned = |worse: bool| {
        let named = seen.turned.iter().filter(|one| (one.turn == crate::wire::Turn::Worse) == worse && one.turn != crate::wire::Turn::Dark);
        named.map(|one| format!("{}（{}转{}）", cut(&one.measure.title, 16), one.before.zh(), one.after.zh())).collect::<Vec<_>>()
    };
    for (said, names) in [("比上期变差", turned(true)), ("比上期变好", turned(false))] {
        if !names.is_empty() {
            made.talk.push(format!("{said}{}项：{}。", names.len(), names.iter().take(3).cloned().collect::<Vec<_>>().join("、")));
        }
    }
    if !seen.unreported.is_empty() {
        let names = seen.unreported.iter().map(|unit| format!("{}（{}项）", unit.unit.short, unit.owed));
        made.talk.push(format!("还有{}个单位没有报齐：{}。", seen.unreported.len(), names.collect::<Vec<_>>().join("、")));
    }
    let rows: Vec<SectionLights> = seen.sections.iter().map(section_row).collect();
    made.paged(&rows, SECTIONS, |part| Body::Chart(Box::new(Chart::Sections(Sections { head: Head::default(), rows: part.to_vec() }))))
}

fn section_row(section: &crate::wire::SectionLights) -> SectionLights {
    SectionLights { name: section.title.clone(), counts: rows::counts(section.lights) }
}

/// Marks the number of red lights in a sentence.
fn mark_red(made: &mut Made, red: u32) {
    let text: String = made.slide.headline.iter().map(|run| run.text.as_str()).collect();
    let words = format!("红灯{red}项");
    if let Some((before, after)) = text.split_once(&words).filter(|_| red > 0) {
        made.slide.headline = vec![plain(format!("{before}红灯")), marked(red.to_string(), Light::Red), plain(format!("项{after}"))];
    }
}

/// Returns how a section's indicators stand, as many slides as they need.
pub(super) fn section(from: &Sources<'_>, section: &crate::wire::SectionLights) -> Vec<Made> {
    let id = section.id.map_or("none".to_owned(), |id| id.to_string());
    let mut made = Made::new(SlideKind::Section, format!("section:{id}"), section.title.clone(), from.period);
    made.slide.kicker = vec![section.title.clone()];
    let own = from.book.sections.iter().find(|row| Some(row.data.uid) == section.id).map(|row| row.id);
    let measures: Vec<&MeasureRow> = from.book.measures.iter().filter(|row| row.measure.section_id == own).collect();
    made.slide.headline = vec![plain(format!("{}。", counted(section.measures, section.lights, section.grey)))];
    mark_red(&mut made, section.lights.red);
    let stands: Vec<_> = measures.iter().map(|row| (*row, standing::of_measure(&from.book, row, from.period))).collect();
    let all = stands.iter().flat_map(|(_, stands)| &stands.indicators);
    if let Some(worst) = crate::behind::behind(&from.book, all).first() {
        if let Some(last) = made.slide.headline.last_mut() {
            // The sentence goes on.
            last.text.truncate(last.text.trim_end_matches('。').len());
        }
        made.slide.headline.extend([
            plain(format!("，落后最多的是{}，差", from.short(&worst.name, 16))),
            marked(format!("{:.1}", worst.lag * 100.0), worst.light),
            plain("个百分点。"),
        ]);
    }
    made.slide.verdict = Some((section.light, section.light.zh().to_owned()));
    made.slide.facts = counts(section.lights);
    let bullets: Vec<Bullet> =
        measures.iter().flat_map(|measure| from.book.indicators_of(measure.id).map(|row| bullet(&from.book, row, from.period))).collect();
    let without = measures.iter().filter(|measure| from.book.indicators_of(measure.id).next().is_none()).count();
    made.slide.foot = match without {
        0 => "完成率与应达进度。".to_owned(),
        some => format!("完成率与应达进度。另有{some}项举措没有数字目标。"),
    };
    for (measure, stands) in &stands {
        if let (Light::Red | Light::Yellow, Some((row, worst))) = (stands.light, stands.worst()) {
            let number = measure.measure.number.as_ref().map(|number| format!("第{number}项 ")).unwrap_or_default();
            made.talk.push(format!("{number}{}：{}。", row.data.indicator.name, worst.judgement.reason));
        }
    }
    if made.talk.is_empty() {
        made.talk.push(format!("{}。", counted(section.measures, section.lights, section.grey)));
    }
    if bullets.is_empty() {
        made.slide.body = Body::Words("这一板块的举措没有数字目标。".to_owned());
        made.slide.foot.clear();
        return vec![made];
    }
    made.proposed = bullets.len() <= BESIDE * PAGES;
    made.paged(&bullets, BESIDE, bullets_body)
}

fn bullets_body(rows: &[Bullet]) -> Body {
    Body::Chart(Box::new(Chart::Bullets(Bullets { head: Head::default(), rows: rows.to_vec() })))
}

/// Returns the indicators furthest behind.
pub(super) fn behind(from: &Sources<'_>) -> Vec<Made> {
    let seen = &from.overview;
    let mut made = Made::new(SlideKind::Behind, "behind", "落后指标", from.period);
    made.slide.kicker = vec!["落后指标".to_owned()];
    let Some(first) = seen.behind.first() else {
        made.slide.headline = vec![plain("没有黄灯和红灯的指标。")];
        made.slide.body = Body::Words(seen.sentence.clone());
        made.proposed = false;
        return vec![made];
    };
    let points = |lag: f64| format!("{:.1}", lag * 100.0);
    made.slide.headline = vec![
        marked(seen.behind_count.to_string(), Light::Red),
        plain(format!("项指标落后，落后最多的是{}，差", from.short(&first.name, 18))),
        marked(points(first.lag), first.light),
        plain("个百分点。"),
    ];
    let rows = seen.behind.iter().filter_map(|one| from.book.indicators.iter().find(|row| row.data.uid == one.indicator));
    let rows: Vec<Bullet> = rows.map(|row| bullet(&from.book, row, from.period)).collect();
    let shown = seen.behind.len() as u32;
    made.slide.foot = match seen.behind_count - shown {
        0 => "完成率与应达进度，按差距排列。".to_owned(),
        more => format!("完成率与应达进度，按差距排列，另有{more}项落后指标未列。"),
    };
    for one in &seen.behind {
        let lead = one.lead.as_ref().map(|unit| format!("（牵头{}）", unit.short)).unwrap_or_default();
        made.talk.push(format!("{}{lead}：{}。", one.name, one.reason));
    }
    made.paged(&rows, ALONE, bullets_body)
}
