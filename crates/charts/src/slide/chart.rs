//! A chart on a slide: drawn small and enlarged, so that its type is as large as the rest of the slide's.

use super::look;
use crate::place::Area;
use crate::sheet::Sheet;
use crate::{Chart, Size, theme};

/// Draws the chart into its place; alone, it reaches to the edge on the right as well.
pub fn draw(sheet: &mut Sheet, chart: &Chart, stage: Area, u: f32, alone: bool) {
    // The smallest type of a chart, which is what it gets on a sheet this small.
    let em = theme::type_size(Size { width: 0, height: 0 });
    let scale = look::TEXT * u / em;
    // The white a chart keeps around itself would push it in from the slide's edge.
    let white = theme::MARGIN * em * scale;
    let place = Area {
        left: stage.left - white,
        top: stage.top - white * 0.5,
        right: if alone { stage.right + white } else { stage.right },
        ..stage
    };
    let small = |length: f32| (length / scale).round().max(1.0) as u32;
    let size = Size { width: small(place.right - place.left), height: small(place.bottom - place.top) };
    sheet.inset("chart", place, &chart.draw(size), size);
}
