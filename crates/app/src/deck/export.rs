//! A deck as files: a PDF with a page a slide, pictures, or what the presenter takes along.

use super::made::Made;
use super::{expanded, keep, make, missing, sheet};
use crate::error::file_error;
use crate::files::{free_name, write_aside, write_each};
use crate::host::Pick;
use crate::shown::file_name;
use crate::wire::{DeckExport, DeckForm, Saved};
use crate::{ApiError, App, plans};
use charts::{Slide, Spoken, Svg, Talk};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Saves the slides where the user says; what is to be printed is shown as well, for the program that shows it prints it.
pub(crate) fn save(app: &mut App, request: DeckExport) -> Result<Saved, ApiError> {
    let ready = ready(app, &request)?;
    let named = |what: &str| format!("{}-{}-{what}.pdf", file_name(&ready.title), request.period.zh());
    let path = match &ready.pages {
        Pages::Slides(_) => app.host.pick_save_as(Pick::Pdf, &named("幻灯")),
        Pages::Talk(_) => app.host.pick_save_as(Pick::Pdf, &named("讲稿")),
        Pages::Pictures(_) => app.host.pick_folder(),
    };
    let Some(path) = path else { return Ok(Saved { path: None }) };
    ready.write(app, &path)?;
    if matches!(ready.pages, Pages::Talk(_)) {
        app.host.open(&path);
    }
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Writes the slides to a path: a PDF, or a folder of pictures, as the request says.
///
/// # Errors
/// Where a slide is not there, nothing is chosen, or a file cannot be written: then none is left behind.
pub fn export(app: &mut App, request: &DeckExport, path: &Path) -> Result<Vec<PathBuf>, ApiError> {
    ready(app, request)?.write(app, path)
}

/// What is about to be written.
struct Ready {
    /// The plan's.
    title: String,
    /// The plan and the period, for the file to be found by.
    subject: String,
    pages: Pages,
}

enum Pages {
    /// A slide a page.
    Slides(Vec<Svg>),
    /// Sheets of A4.
    Talk(Vec<Svg>),
    /// A file a slide, by its name.
    Pictures(Vec<(String, Svg)>),
}

fn ready(app: &mut App, request: &DeckExport) -> Result<Ready, ApiError> {
    let made = make(app, request.plan, request.period, request.hide_names)?;
    if let Some(key) = request.order.iter().find(|key| !made.iter().any(|one| one.key == **key)) {
        return Err(missing(key));
    }
    let chosen = expanded(&made, &request.order);
    let of = chosen.len();
    if of == 0 {
        return Err(ApiError::invalid("一张幻灯也没有选，没有导出").hint("至少勾选一张幻灯"));
    }
    let title = plans::plan(app.store()?, request.plan)?.data.title;
    let slides = chosen.iter().enumerate().map(|(at, one)| Slide { page: Some((at + 1, of)), ..one.slide.clone() });
    let size = sheet(request.ratio);
    let drawn = |slide: Slide| slide.draw(size);
    let pages = match request.form {
        DeckForm::Pdf => Pages::Slides(slides.map(drawn).collect()),
        DeckForm::Pictures => {
            let name = |(at, one): (usize, &&Made)| format!("{:02} {}.png", at + 1, file_name(&one.name));
            Pages::Pictures(chosen.iter().enumerate().map(name).zip(slides.map(drawn)).collect())
        }
        DeckForm::Talk => {
            let says = says(app, request, &chosen)?;
            let spoken = chosen.iter().zip(slides).zip(says).map(|((one, slide), says)| Spoken { slide, name: one.named.clone(), says });
            let line = format!("{}讲稿，共{of}张幻灯", request.period.zh());
            Pages::Talk(Talk { title: title.clone(), line, size, slides: spoken.collect() }.pages())
        }
    };
    Ok(Ready { subject: format!("{title} {}", request.period.zh()), title, pages })
}

/// Returns what to say at each slide: as typed and not saved, as saved, or as the program makes it of the figures; units are named.
fn says(app: &App, request: &DeckExport, chosen: &[&Made]) -> Result<Vec<Vec<String>>, ApiError> {
    let store = app.store()?;
    let mut own: HashMap<String, String> = match request.deck {
        Some(deck) => store.deck_talk(keep::of_plan(store, plans::plan(store, request.plan)?.id, deck)?.id, request.period)?,
        None => Vec::new(),
    }
    .into_iter()
    .collect();
    own.extend(request.talk.iter().map(|talk| (talk.key.clone(), talk.text.clone())));
    let says = |(at, one): (usize, &&Made)| {
        // A further page shows more of the same: what there is to say was said at the first.
        let first = chosen[..at].iter().position(|before| before.key == one.first());
        match (first, own.get(one.first()).filter(|text| !text.trim().is_empty())) {
            (Some(first), _) => vec![format!("要点同第{}张。", first + 1)],
            (None, Some(text)) => vec![text.clone()],
            (None, None) => one.talk.clone(),
        }
    };
    Ok(chosen.iter().enumerate().map(says).collect())
}

impl Ready {
    fn write(&self, app: &App, path: &Path) -> Result<Vec<PathBuf>, ApiError> {
        match &self.pages {
            Pages::Slides(pages) | Pages::Talk(pages) => {
                let bytes = charts::pdf(&self.subject, pages)?;
                write_aside(path, &bytes).map_err(|error| file_error("保存幻灯", path, &error))?;
                Ok(vec![path.to_owned()])
            }
            Pages::Pictures(pictures) => {
                write_each(&app.work, path, pictures, |(name, _)| name.clone(), |(name, svg)| picture(path, name, svg))
            }
        }
    }
}

/// Writes a slide as a PNG into a folder; a file that is there already stays.
fn picture(folder: &Path, name: &str, svg: &Svg) -> Result<PathBuf, ApiError> {
    let (path, bytes) = (free_name(folder, name), charts::png(svg, 1.0)?);
    write_aside(&path, &bytes).map_err(|error| file_error("保存图片", &path, &error))?;
    Ok(path)
}
