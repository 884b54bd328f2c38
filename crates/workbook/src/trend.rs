//! The sheet with the unit's figures so far: for each indicator a table, and a chart of it that the spreadsheet program draws.

use crate::columns::{NO_ENTRIES, TREND_SHEET};
use crate::page::{height, set_paper, write_amount, write_line, write_title, write_words};
use crate::style::{HEI, Styles};
use crate::{Form, Trend, TrendChart};
use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType,
    ChartSolidFill, Color, ObjectMovement, Worksheet, XlsxError,
};

/// The headings of a table; none is one of those that figures are read beneath.
const HEADINGS: [&str; 4] = ["期次", "本单位", "应达", "目标"];
/// Table, gap, then the columns a chart lies over, in digits of the standard font.
const TABLE_WIDTH: f64 = 11.0;
const GAP_WIDTH: f64 = 3.0;
const CHART_AT: u16 = 5;
const CHART_COLUMNS: u16 = 7;
const CHART_WIDTH: f64 = 12.0;
/// The first row of the first table, counted from 0: the title and a line stand above it.
const FIRST_ROW: u32 = 3;
/// The rows of a chart, each of so many points; and what a page holds in the scale it is printed in.
const CHART_ROWS: u32 = 17;
const ROW_HEIGHT: f64 = 15.75;
const SCALE: u16 = 72;
const CHARTS_A_PAGE: usize = 2;

const OWN: Color = Color::RGB(0x1F4E79);
const EXPECTED: Color = Color::RGB(0x7F7F7F);
const TARGET: Color = Color::RGB(0xC00000);

/// Writes a table and a chart for each indicator, one beneath the other.
pub fn fill(sheet: &mut Worksheet, form: &Form, trend: &Trend) -> Result<(), XlsxError> {
    let styles = Styles::new();
    let last = CHART_AT + CHART_COLUMNS - 1;
    for column in 0..CHART_AT {
        sheet.set_column_width(column, if column + 1 == CHART_AT { GAP_WIDTH } else { TABLE_WIDTH })?;
    }
    for column in CHART_AT..=last {
        sheet.set_column_width(column, CHART_WIDTH)?;
    }
    let across = TABLE_WIDTH * 4.0 + GAP_WIDTH + CHART_WIDTH * f64::from(CHART_COLUMNS);
    write_title(sheet, &format!("{}各期数据趋势（截至{}）", form.unit_name, form.period_label), last, across, &styles)?;
    let said = said(trend);
    write_line(sheet, 0, last, &said, &styles.line)?;
    sheet.set_row_height(1, height(1.5, [(across, said.as_str())].into_iter()))?;
    sheet.write_string(0, last + 1, NO_ENTRIES)?.set_column_hidden(last + 1)?;
    let mut row = FIRST_ROW;
    let mut breaks = Vec::new();
    for (at, chart) in trend.charts.iter().enumerate() {
        if at > 0 && at % CHARTS_A_PAGE == 0 {
            breaks.push(row);
        }
        write_table(sheet, row, chart, &styles)?;
        sheet.insert_chart_with_offset(row, CHART_AT, &drawn(row, chart), 0, 4)?;
        row += CHART_ROWS.max(chart.points.len() as u32 + 2) + 1;
    }
    sheet.set_print_area(0, 0, row, last)?.set_page_breaks(&breaks)?;
    set_paper(sheet);
    sheet.set_print_scale(SCALE);
    Ok(())
}

fn said(trend: &Trend) -> String {
    let gaps = "没有报的期次断开，不按 0 画；“应达”为按序时进度到该期应当达到的数。";
    match trend.left_out.as_slice() {
        [] => gaps.to_owned(),
        left_out => format!("{gaps}画了{}项，没有画的：{}。", trend.charts.len(), left_out.join("、")),
    }
}

/// What is measured, over the table; then a row a period. What was not reported stays empty.
fn write_table(sheet: &mut Worksheet, top: u32, chart: &TrendChart, styles: &Styles) -> Result<(), XlsxError> {
    for row in top..top + CHART_ROWS.max(chart.points.len() as u32 + 2) {
        sheet.set_row_height(row, ROW_HEIGHT)?;
    }
    sheet.set_row_height(top, ROW_HEIGHT * 2.0)?.merge_range(top, 0, top, 3, &named(chart), &styles.text)?;
    for (column, heading) in (0u16..).zip(HEADINGS) {
        sheet.write_string_with_format(top + 1, column, heading, &styles.header)?;
    }
    for (row, point) in (top + 2..).zip(&chart.points) {
        write_words(sheet, row, 0, &point.label, &styles.centred)?;
        for (column, amount) in [(1, point.value), (2, point.expected), (3, chart.target)] {
            write_amount(sheet, row, column, amount, styles.shown(amount))?;
        }
    }
    Ok(())
}

fn named(chart: &TrendChart) -> String {
    match chart.unit_of_measure.as_str() {
        "" => crate::clean::clean(&chart.name),
        unit => crate::clean::clean(&format!("{}（{unit}）", chart.name)),
    }
}

/// Returns the chart of the table that begins in this row.
fn drawn(top: u32, table: &TrendChart) -> Chart {
    let (first, last) = (top + 2, top + 1 + table.points.len() as u32);
    let mut chart = Chart::new_line();
    let mut line = |column: u16, colour: Color, width: f64, dash: ChartLineDashType, marker: &ChartMarker| {
        chart
            .add_series()
            .set_name((TREND_SHEET, top + 1, column))
            .set_categories((TREND_SHEET, first, 0, last, 0))
            .set_values((TREND_SHEET, first, column, last, column))
            .set_marker(marker)
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(colour).set_width(width).set_dash_type(dash)));
    };
    let (mut dots, mut no_dots) = (ChartMarker::new(), ChartMarker::new());
    dots.set_type(ChartMarkerType::Circle).set_size(6).set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(OWN)));
    no_dots.set_none();
    line(1, OWN, 2.25, ChartLineDashType::Solid, &dots);
    if table.points.iter().any(|point| point.expected.is_some()) {
        line(2, EXPECTED, 1.25, ChartLineDashType::Dash, &no_dots);
    }
    if table.target.is_some() {
        line(3, TARGET, 1.25, ChartLineDashType::Solid, &no_dots);
    }
    let mut letters = ChartFont::new();
    letters.set_name(HEI).set_size(12);
    // The cell is named, not its words: words could be taken for a formula.
    chart.title().set_name((TREND_SHEET, top, 0)).set_font(&letters);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    // Digits of the standard font are 7 pixels wide and a column has 5 beside them; a point is 4/3 of a pixel.
    let wide = f64::from(CHART_COLUMNS) * (CHART_WIDTH * 7.0 + 5.0);
    let high = (f64::from(CHART_ROWS) + 1.0) * ROW_HEIGHT * 4.0 / 3.0;
    chart.set_width(wide as u32 - 8).set_height(high as u32 - 10);
    chart.set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
    chart
}
