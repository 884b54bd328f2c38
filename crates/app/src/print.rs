//! What a page shows, on numbered sheets of A4 as a PDF that the person's own program prints.

use crate::chart::{gather, sheet_size};
use crate::error::file_error;
use crate::host::Pick;
use crate::wire::{Print, Saved, Shape};
use crate::{ApiError, App, shown};
use charts::{Paper, Svg};

/// Writes the sheets where the person says, and shows them.
pub(crate) fn print(app: &mut App, request: Print) -> Result<Saved, ApiError> {
    let bytes = charts::pdf(&request.title, &sheets(app, &request)?)?;
    let name = shown::file_name(&request.title);
    let Some(path) = app.host.pick_save_as(Pick::Pdf, &format!("{name}.pdf")) else { return Ok(Saved { path: None }) };
    crate::files::write_aside(&path, &bytes).map_err(|error| file_error("保存", &path, &error))?;
    app.host.open(&path);
    Ok(Saved { path: Some(path.display().to_string()) })
}

fn sheets(app: &mut App, request: &Print) -> Result<Vec<Svg>, ApiError> {
    let mut sheets = Vec::new();
    if let Some(of) = &request.chart {
        sheets.push(gather(app, of)?.chart.draw(sheet_size(Shape::A4)));
    }
    let papers = request.tables.iter().map(|table| Paper {
        title: if table.title.is_empty() || table.title == request.title {
            request.title.clone()
        } else {
            format!("{}：{}", request.title, table.title)
        },
        line: request.line.clone(),
        columns: table.columns.clone(),
        rows: table.rows.clone(),
    });
    sheets.extend(charts::pages(&papers.collect::<Vec<_>>()));
    if sheets.is_empty() {
        return Err(ApiError::invalid("这个页面没有表格和图可以打印").hint("到“举措”“填报”“图表”“考核”等页面再打印"));
    }
    Ok(sheets)
}

#[cfg(test)]
mod tests {
    use crate::tests::{Office, period};
    use crate::wire::{ChartOf, Print, PrintTable};

    #[test]
    fn a_page_is_printed_with_its_chart_and_tables_and_one_without_any_is_refused() {
        let mut office = Office::with_plan();
        let chart = ChartOf::trend(office.indicator("新增托位"), period("2026-03"));
        let rows = (0..60).map(|n| vec![format!("单位{n}"), n.to_string()]).collect();
        let table = PrintTable { title: "排名".into(), columns: vec!["单位".into(), "得分".into()], rows };
        let request = Print { title: "考核".into(), line: "2026年3月".into(), chart: Some(chart), tables: vec![table] };
        let path = office.path("印.pdf");
        office.will_pick(&path);
        let saved = super::print(&mut office.app, request.clone()).unwrap();
        assert_eq!(saved.path.as_deref(), path.to_str());
        let text = reader::read("印.pdf", &std::fs::read(&path).unwrap()).unwrap().source.text;
        assert!(["新增托位", "单位0", "单位59", "第2页，共3页"].iter().all(|words| text.contains(words)), "{text}");
        let nothing = Print { chart: None, tables: Vec::new(), ..request };
        assert_eq!(super::print(&mut office.app, nothing).unwrap_err().message, "这个页面没有表格和图可以打印");
    }
}
