//! Slides for a meeting: shown, kept, saved as files.

use crate::chosen::of_period;
use crate::print::show;
use crate::print::{mark, say};
use app::wire::*;
use app::{ApiError, App};
use clap::ValueEnum;
use domain::Period;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct DeckArgs {
    /// 期次；不写则取最近填报的一期
    #[arg(long)]
    period: Option<Period>,
    /// 保存过的一套幻灯的名称；不写则用程序建议的
    #[arg(long, value_name = "名称")]
    deck: Option<String>,
    /// 只要这张幻灯，可以写几个，按先后排：cover、overview、indicator:编号 等，用 --json 查看
    #[arg(long = "slide", value_name = "幻灯")]
    slides: Vec<String>,
    /// 隐去单位名，以单位1、单位2代替
    #[arg(long)]
    hide_names: bool,
    /// 16:9 或 4:3
    #[arg(long, value_enum, default_value = "16:9")]
    ratio: Shape,
    /// 存为 .pdf；或一个文件夹，每张一幅图片
    #[arg(long, conflicts_with_all = ["save", "delete"])]
    out: Option<PathBuf>,
    /// 存为讲稿：每张幻灯的小图和讲解要点，A4 的 .pdf
    #[arg(long, requires = "out")]
    talk: bool,
    /// 以这个名称保存这套幻灯
    #[arg(long, value_name = "名称")]
    save: Option<String>,
    /// 删除 --deck 说的那套幻灯
    #[arg(long, requires = "deck", conflicts_with = "save")]
    delete: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Shape {
    #[value(name = "16:9")]
    Wide,
    #[value(name = "4:3")]
    Narrow,
}

/// Shows the slides, or does with them what the arguments say.
pub(crate) fn run(app: &mut App, json: bool, plan: Option<&str>, args: DeckArgs) -> Result<(), ApiError> {
    let DeckArgs { period, deck, slides, hide_names, ratio, out, talk, save, delete } = args;
    let OfPeriod { plan, period } = of_period(app, plan, period)?;
    let deck = deck.map(|name| app::deck::named(app, plan, &name)).transpose()?;
    if let (true, Some(deck)) = (delete, deck) {
        app::deck::delete(app, OfDeck { deck })?;
        show(json, &Nothing {}, || say!("已删除"));
        return Ok(());
    }
    let view = app::deck::show(app, DeckOf { plan, period, deck, hide_names })?;
    let order = if slides.is_empty() {
        view.slides.iter().filter(|slide| slide.chosen && slide.of.is_none()).map(|slide| slide.key.clone()).collect()
    } else {
        slides
    };
    if let Some(name) = save {
        let same = view.decks.iter().find(|deck| deck.name == name.trim()).map(|deck| deck.id);
        let kept = app::deck::save(app, DeckSave { plan, period, deck: same, name, slides: order, talk: Vec::new() })?;
        show(json, &kept, || say!("已保存幻灯“{}”（{}张）", kept.name, kept.slides));
    } else if let Some(out) = out {
        let pdf = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let ratio = match ratio {
            Shape::Wide => SlideRatio::Wide,
            Shape::Narrow => SlideRatio::Narrow,
        };
        let form = match (talk, pdf) {
            (true, true) => DeckForm::Talk,
            (true, false) => {
                return Err(ApiError::invalid(format!("讲稿只能存为 .pdf，不能存为“{}”", out.display())).hint("文件名以 .pdf 结尾"));
            }
            (false, true) => DeckForm::Pdf,
            (false, false) => DeckForm::Pictures,
        };
        let request = DeckExport { plan, period, order, hide_names, ratio, form, deck, talk: Vec::new() };
        let files = app::deck::export(app, &request, &out)?;
        let files = DeckFiles { files: files.iter().map(|path| path.display().to_string()).collect() };
        show(json, &files, || files.files.iter().for_each(|path| say!("已保存：{path}")));
    } else {
        let wanted = |slide: &SlideView| order.iter().position(|key| *key == slide.key || Some(key) == slide.of.as_ref());
        let mut view = view;
        view.slides.iter_mut().for_each(|slide| slide.chosen = wanted(slide).is_some());
        // Those of the deck in its order, the others after them as they were.
        let rank: Vec<usize> = view.slides.iter().map(|slide| wanted(slide).unwrap_or(usize::MAX)).collect();
        let mut ranked: Vec<(usize, SlideView)> = rank.into_iter().zip(view.slides).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        view.slides = ranked.into_iter().map(|(_, slide)| slide).collect();
        show(json, &view, || print(&view));
    }
    Ok(())
}

fn print(view: &DeckView) {
    say!("{}　{}", view.title, view.period.zh());
    if view.gone > 0 {
        eprintln!("请注意：这套幻灯里有{}张在这一期没有，未列出", view.gone);
    }
    for (at, slide) in view.slides.iter().filter(|slide| slide.chosen).enumerate() {
        say!("\n{}. {}　{}", at + 1, slide.kicker.join(" / "), slide.key);
        let light = slide.light.map(|light| format!("{} ", mark(light))).unwrap_or_default();
        say!("{light}{}", slide.headline);
        let facts: Vec<String> = slide.facts.iter().map(|fact| format!("{}{}{}", fact.name, fact.value, fact.unit)).collect();
        if !facts.is_empty() {
            say!("{}", facts.join("，"));
        }
        match &slide.own_talk {
            Some(own) => own.lines().for_each(|line| say!("  {line}")),
            None => slide.talk.iter().for_each(|line| say!("  {line}")),
        }
    }
    let saved: Vec<&str> = view.decks.iter().map(|deck| deck.name.as_str()).collect();
    if !saved.is_empty() {
        say!("\n已保存的幻灯：{}", saved.join("、"));
    }
}
