//! A chart in a file.

use super::{Gathered, gather, native};
use crate::error::file_error;
use crate::host::Pick;
use crate::wire::{ChartLook, ChartOf, ChartPicture, ChartSave, Picture, Saved, Shape};
use crate::{ApiError, App, shown};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use charts::Size;
use std::path::Path;

/// What a chart can be saved as, by the file's ending.
pub const FORMATS: [&str; 4] = ["svg", "png", "pdf", "xlsx"];

/// Saves a chart where the user says.
pub(crate) fn save(app: &mut App, request: ChartSave) -> Result<Saved, ApiError> {
    let gathered = gather(app, &request.chart)?;
    let pick = match request.format.as_str() {
        "svg" => Pick::Svg,
        "pdf" => Pick::Pdf,
        "xlsx" => Pick::AnalysisWorkbook,
        _ => Pick::Png,
    };
    let ending = pick.filter().1[0];
    let name = shown::file_name(&format!("{}（{}）", gathered.title, request.chart.period.zh()));
    let Some(path) = app.host.pick_save_as(pick, &format!("{name}.{ending}")) else { return Ok(Saved { path: None }) };
    write(app, &gathered, &request.chart, &path, request.look)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Returns a chart as a picture.
pub(crate) fn picture(app: &mut App, request: ChartPicture) -> Result<Picture, ApiError> {
    let svg = gather(app, &request.chart)?.chart.draw(sheet_size(request.look.shape));
    Ok(Picture { png: BASE64_STANDARD.encode(charts::png(&svg, scale(request.look))?) })
}

/// Draws a chart into a file; its ending says as what.
///
/// # Errors
/// As of [`super::show`], where the ending is none of [`FORMATS`], or the file cannot be written.
pub fn export(app: &mut App, of: &ChartOf, look: ChartLook, path: &Path) -> Result<(), ApiError> {
    let gathered = gather(app, of)?;
    write(app, &gathered, of, path, look)
}

fn write(app: &App, gathered: &Gathered, of: &ChartOf, path: &Path, look: ChartLook) -> Result<(), ApiError> {
    let Gathered { chart, table, .. } = gathered;
    let svg = || chart.draw(sheet_size(look.shape));
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match ending.as_str() {
        "svg" => svg().into_string().into_bytes(),
        "png" => charts::png(&svg(), scale(look))?,
        "pdf" => charts::pdf(chart.title(), &[svg()])?,
        "xlsx" => native::workbook(chart, table, format!("截至{}", of.period.zh()), app.host.now().date_naive())?,
        _ => return Err(ApiError::invalid(format!("图表只能存为 .{}，不能存为“{}”", FORMATS.join("、."), path.display()))),
    };
    crate::files::write_aside(path, &bytes).map_err(|error| file_error("保存图表", path, &error))
}

/// Returns the size of a sheet, in pixels of a screen at 100 %.
pub(crate) fn sheet_size(shape: Shape) -> Size {
    match shape {
        Shape::Wide => Size::SCREEN,
        Shape::Square => Size { width: 1440, height: 1080 },
        // 297×210 mm at 96 pixels an inch: a PDF of it is A4.
        Shape::A4 => Size { width: 1123, height: 794 },
    }
}

/// Returns how many pixels of a picture there are for each of the sheet: paper is printed finer than a screen shows.
fn scale(look: ChartLook) -> f32 {
    let of_paper = if look.shape == Shape::A4 { 2.0 } else { 1.0 };
    if look.double { of_paper * 2.0 } else { of_paper }
}
