//! The bulletin (督查通报): a draft written from a plan's figures in a period, by a template a person may edit.
//!
//! [`facts`] are the answers of overview, scores and supervision; [`template`] is read into lines, [`say`] writes what stands for
//! its places. The same facts and template give the same file to the last byte.

mod charts;
pub(crate) mod facts;
mod say;
mod template;

use crate::error::file_error;
use crate::files::write_aside;
use crate::host::Pick;
use crate::shown::{file_name, name_of};
use crate::wire::*;
use crate::{ApiError, App, plans};
use ::charts::{Chart, Size};
use domain::Uid;
use facts::Facts;
use report::{Block, Document, Page, Picture};
use std::path::Path;
use store::{OperationKind, Store};
use template::{Line, Piece, Whole};

/// How many pixels of a picture in the file stand for one of the screen: about 300 an inch on paper.
const PRINTED: f32 = 3.2;
/// The largest template file that is read.
const LARGEST_FILE: u64 = 1 << 20;

/// Returns the bulletin as it will be, by the template given, else the plan's own.
///
/// # Errors
/// Where there is no such plan or period, or the template cannot be read; its line is named.
pub fn show(app: &mut App, of: BulletinOf) -> Result<BulletinView, ApiError> {
    let made = make(app, &of)?;
    let places = |all: &[(&str, &str)], alone: bool| -> Vec<BulletinPlace> {
        all.iter().map(|(name, says)| BulletinPlace { name: format!("{{{name}}}"), says: (*says).to_owned(), alone }).collect()
    };
    let blocks: Vec<(&str, &str)> = template::Block::ALL.iter().map(|(_, name, says)| (*name, *says)).collect();
    let singles: Vec<(&str, &str)> = template::Single::ALL.iter().map(|(_, name, says)| (*name, *says)).collect();
    Ok(BulletinView {
        template: made.template,
        default: template::DEFAULT.to_owned(),
        own: own_template(app.store()?, of.plan)?.is_some(),
        frozen: made.frozen,
        longest: template::LONGEST as u32,
        places: [places(&blocks, true), places(template::GROUPS, true), places(template::CHARTS, true), places(&singles, false)].concat(),
        blocks: made.parts.iter().map(Part::shown).collect(),
    })
}

/// Keeps a template for a plan, or takes it away again, so that the program's own holds.
///
/// # Errors
/// As [`show`]; nothing is written then.
pub fn set_template(app: &mut App, set: BulletinTemplate) -> Result<Nothing, ApiError> {
    let store = app.store()?;
    let plan = plans::plan(store, set.plan)?;
    // One equal to the program's own goes on with it when it becomes better.
    let text = set.template.map(|text| text.replace("\r\n", "\n")).filter(|text| text.trim() != template::DEFAULT.trim());
    if let Some(text) = &text {
        template::parse(text)?;
    }
    let what = if text.is_some() { "修改" } else { "恢复默认" };
    let operation = app.operation(OperationKind::Setting, format!("通报模板：{what}，“{}”", plan.data.title));
    app.store_mut()?.transact(operation, |w| w.set_setting(&template_key(set.plan), text.as_deref()).map_err(ApiError::from))?;
    Ok(Nothing {})
}

/// Asks where to save the bulletin, and saves it.
pub(crate) fn save(app: &mut App, of: BulletinOf) -> Result<Saved, ApiError> {
    let made = make(app, &of)?;
    let name = format!("{}{}通报.docx", file_name(&made.facts.plan), of.period.zh());
    let Some(path) = app.host.pick_save_as(Pick::WordDocument, &name) else { return Ok(Saved { path: None }) };
    made.write(&path)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Saves the bulletin into a .docx file, by a template in a file if one is named, and returns its figures.
///
/// # Errors
/// As [`show`], or where a file cannot be read or written.
pub fn export(app: &mut App, of: OfPeriod, from: Option<&Path>, path: &Path) -> Result<BulletinMade, ApiError> {
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx")) {
        return Err(ApiError::invalid(format!("通报只能存为 .docx，不能存为“{}”", path.display())).hint("文件名以 .docx 结尾"));
    }
    let template = from.map(template_in).transpose()?;
    let made = make(app, &BulletinOf { plan: of.plan, period: of.period, template })?;
    made.write(path)?;
    let Facts { plan, period, measures, lights, reporting, unreported, opened, closed, open, .. } = made.facts;
    Ok(BulletinMade {
        path: path.display().to_string(),
        title: plan,
        period,
        frozen: made.frozen,
        measures,
        lights,
        reporting,
        unreported: unreported.into_iter().map(|one| one.unit).collect(),
        opened: opened.len() as u32,
        closed: closed.len() as u32,
        open: open.len() as u32,
        overdue: open.iter().filter(|row| row.overdue).count() as u32,
    })
}

fn template_in(path: &Path) -> Result<String, ApiError> {
    let read = |error| file_error("读通报模板", path, &error);
    let size = std::fs::metadata(path).map_err(read)?.len();
    let named = name_of(path);
    if size > LARGEST_FILE {
        return Err(ApiError::invalid(format!("通报模板“{named}”有{size}字节，太大了")).hint("模板是一份不到1 MB 的纯文本"));
    }
    let bytes = std::fs::read(path).map_err(read)?;
    let unread = || ApiError::unreadable(format!("通报模板“{named}”不是纯文本")).hint("用记事本另存为 .txt 再用");
    reader::plain_text(&bytes).filter(|text| !text.contains('\u{fffd}')).ok_or_else(unread)
}

fn template_key(plan: Uid) -> String {
    format!("bulletin_template:{plan}")
}

fn own_template(store: &Store, plan: Uid) -> Result<Option<String>, ApiError> {
    Ok(store.setting(&template_key(plan))?)
}

/// A bulletin, put together.
struct Made {
    facts: Facts,
    frozen: bool,
    template: String,
    parts: Vec<Part>,
}

/// A part of it: as it stands in the file, or a chart that is drawn for its place.
enum Part {
    Block(Block),
    Chart(Box<Chart>, Size),
}

fn make(app: &mut App, of: &BulletinOf) -> Result<Made, ApiError> {
    let template = match &of.template {
        Some(template) => template.clone(),
        None => own_template(app.store()?, of.plan)?.unwrap_or_else(|| template::DEFAULT.to_owned()),
    };
    let lines = template::parse(&template)?;
    let at = OfPeriod { plan: of.plan, period: of.period };
    let facts = facts::of(app, at)?;
    let store = app.store()?;
    let plan = plans::plan(store, of.plan)?;
    let frozen = store.freezes(plan.id)?.iter().any(|freeze| freeze.period == of.period);
    let mut parts = Vec::new();
    for line in lines {
        match line {
            Line::Title(pieces) => parts.push(Part::Block(Block::Title(words(&facts, &pieces)))),
            Line::Heading(level, pieces) => parts.push(Part::Block(Block::Heading(level, words(&facts, &pieces)))),
            Line::Paragraph(pieces) => parts.push(Part::Block(Block::Paragraph(words(&facts, &pieces)))),
            Line::Whole(Whole::Block(place), _) => parts.extend(say::block(&facts, place).into_iter().map(Part::Block)),
            Line::Whole(Whole::LeagueOf(group), line) => {
                let unknown = || {
                    let groups: Vec<&str> = facts.groups.iter().map(|one| one.name.as_str()).collect();
                    let hint = if groups.is_empty() {
                        "这份计划没有可以计分的单位组".to_owned()
                    } else {
                        format!("可以写：{}", groups.join("、"))
                    };
                    ApiError::not_found(format!("模板第{line}行：没有“{group}”这个单位组可以排名")).hint(hint)
                };
                parts.extend(say::league_of(&facts, &group).ok_or_else(unknown)?.into_iter().map(Part::Block));
            }
            Line::Whole(Whole::Chart(chart), line) => {
                let pictures = drawn(app, at, &facts, &chart, line)?;
                parts.extend(pictures.into_iter().map(|(chart, size)| Part::Chart(Box::new(chart), size)));
            }
        }
    }
    Ok(Made { facts, frozen, template, parts })
}

fn words(facts: &Facts, pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Words(words) => words.clone(),
        Piece::Single(place) => say::single(facts, *place),
    };
    pieces.iter().map(one).collect()
}

fn drawn(app: &App, of: OfPeriod, facts: &Facts, chart: &template::Chart, line: usize) -> Result<Vec<(Chart, Size)>, ApiError> {
    Ok(match chart {
        template::Chart::Lights => charts::lights(facts),
        template::Chart::Completion => charts::completion(facts),
        template::Chart::League => charts::league(facts),
        template::Chart::Trend(name) => {
            let said = |error: ApiError| ApiError { message: format!("模板第{line}行：{}", error.message), ..error };
            charts::trend(app, of, name).map_err(said)?
        }
    })
}

impl Part {
    fn shown(&self) -> BulletinBlock {
        match self {
            Part::Block(block) => shown(block),
            Part::Chart(chart, size) => BulletinBlock::Picture { svg: chart.draw(*size).into_string(), alt: chart.describe() },
        }
    }
}

/// Returns a block of a document as a page shows it.
pub(crate) fn shown(block: &Block) -> BulletinBlock {
    match block {
        Block::Title(text) => BulletinBlock::Title { text: text.clone() },
        Block::Heading(level, text) => BulletinBlock::Heading { level: 1 + *level as u32, text: text.clone() },
        Block::Paragraph(text) => BulletinBlock::Paragraph { text: text.clone() },
        Block::Table(table) => BulletinBlock::Table {
            heads: table.columns.iter().map(|column| column.head.clone()).collect(),
            shares: table.columns.iter().map(|column| column.share).collect(),
            centred: table.columns.iter().map(|column| column.align == report::Align::Centre).collect(),
            rows: table.rows.clone(),
        },
        Block::Picture(picture) => BulletinBlock::Picture { svg: String::new(), alt: picture.alt.clone() },
        Block::PageBreak => BulletinBlock::PageBreak {},
    }
}

impl Made {
    fn write(&self, path: &Path) -> Result<(), ApiError> {
        let mut blocks = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            blocks.push(match part {
                Part::Block(block) => block.clone(),
                Part::Chart(chart, size) => {
                    Block::Picture(Picture { png: ::charts::png(&chart.draw(*size), PRINTED)?, alt: chart.describe() })
                }
            });
        }
        let title = blocks.iter().find_map(|block| if let Block::Title(text) = block { Some(text.clone()) } else { None });
        let document = Document { title: title.unwrap_or_default(), page: Page::Official, blocks };
        let bytes = report::write(&document)?;
        write_aside(path, &bytes).map_err(|error| file_error("保存通报", path, &error))
    }
}
