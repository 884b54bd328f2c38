//! A deck as files: a PDF with a page a slide, or pictures.

use super::made::Made;
use super::{expanded, make, missing, sheet};
use crate::error::file_error;
use crate::host::Pick;
use crate::send::write_aside;
use crate::shown::file_name;
use crate::wire::{DeckExport, DeckForm, Saved};
use crate::{ApiError, App, plans};
use charts::{Slide, Svg};
use std::path::{Path, PathBuf};

/// Saves the slides where the user says.
pub(crate) fn save(app: &mut App, request: DeckExport) -> Result<Saved, ApiError> {
    let slides = drawn(app, &request)?;
    let path = match request.form {
        DeckForm::Pdf => {
            let name = format!("{}-{}-幻灯.pdf", file_name(&title(app, &request)?), request.period.zh());
            app.host.pick_save_as(Pick::Pdf, &name)
        }
        DeckForm::Pictures => app.host.pick_folder(),
    };
    let Some(path) = path else { return Ok(Saved { path: None }) };
    write(app, &request, &slides, &path)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Writes the slides to a path: one PDF, or a folder of pictures, as the request says.
///
/// # Errors
/// Where a slide is not there, nothing is chosen, or a file cannot be written: then none is left behind.
pub fn export(app: &mut App, request: &DeckExport, path: &Path) -> Result<Vec<PathBuf>, ApiError> {
    let slides = drawn(app, request)?;
    write(app, request, &slides, path)
}

fn title(app: &App, request: &DeckExport) -> Result<String, ApiError> {
    let plan = plans::plan(app.store()?, request.plan)?;
    Ok(plan.data.title)
}

/// Draws the chosen slides with their page numbers: what each is called, and the drawing.
fn drawn(app: &mut App, request: &DeckExport) -> Result<Vec<(String, Svg)>, ApiError> {
    let made = make(app, request.plan, request.period, request.hide_names)?;
    if let Some(key) = request.order.iter().find(|key| !made.iter().any(|one| one.key == **key)) {
        return Err(missing(key));
    }
    let pages = expanded(&made, &request.order);
    if pages.is_empty() {
        return Err(ApiError::invalid("一张幻灯也没有选，没有导出").hint("至少勾选一张幻灯"));
    }
    let draw = |(at, one): (usize, &&Made)| {
        let slide = Slide { page: Some((at + 1, pages.len())), ..one.slide.clone() };
        (one.name.clone(), slide.draw(sheet(request.ratio)))
    };
    Ok(pages.iter().enumerate().map(draw).collect())
}

fn write(app: &App, request: &DeckExport, slides: &[(String, Svg)], path: &Path) -> Result<Vec<PathBuf>, ApiError> {
    match request.form {
        DeckForm::Pdf => {
            let pages: Vec<Svg> = slides.iter().map(|(_, svg)| svg.clone()).collect();
            let bytes = charts::pdf(&format!("{} {}", title(app, request)?, request.period.zh()), &pages)?;
            write_aside(path, &bytes).map_err(|error| file_error("保存幻灯", path, &error))?;
            Ok(vec![path.to_owned()])
        }
        DeckForm::Pictures => pictures(app, slides, path),
    }
}

/// Writes a PNG a slide into a folder.
fn pictures(app: &App, slides: &[(String, Svg)], folder: &Path) -> Result<Vec<PathBuf>, ApiError> {
    std::fs::create_dir_all(folder).map_err(|error| file_error("打开文件夹", folder, &error))?;
    let work = app.work.begin(slides.len());
    let mut written: Vec<PathBuf> = Vec::new();
    for (at, (name, svg)) in slides.iter().enumerate() {
        let path = folder.join(format!("{:02} {}.png", at + 1, file_name(name)));
        let one = work.step(name).and_then(|()| {
            let bytes = charts::png(svg, 1.0)?;
            write_aside(&path, &bytes).map_err(|error| file_error("保存图片", &path, &error))
        });
        if let Err(error) = one {
            written.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(error);
        }
        written.push(path);
    }
    Ok(written)
}
