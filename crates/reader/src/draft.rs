//! From the cleaned lines to the draft plan.

use crate::clean::Cleaned;
use crate::measures::{self, Reader};
use crate::model::{Draft, LineKind, Span, Warning};
use crate::text::Text;
use crate::{baselines, meta, outline, table};
use domain::TargetKind;

/// Reads the draft plan, and marks titles and headings among the lines.
pub fn draft(text: &mut Text, cleaned: &Cleaned) -> Draft {
    let meta = meta::read(text);
    let outline = outline::outline(text, &meta);
    let mut reader = Reader::new(text, &outline, meta.calendar());
    let is_plan = !meta.title.as_deref().is_some_and(meta::is_other_business) && !outline.regulates;
    if is_plan {
        reader.read();
    }
    let mut draft = reader.draft;
    if is_plan {
        table::read(text, &outline.rows, meta.calendar(), &mut draft);
    }
    measures::drop_repeated(text, &mut draft);
    baselines::from_results(text, meta.calendar(), &mut draft);
    in_order(&mut draft);
    let aims = draft.targets.iter().any(|target| target.kind == TargetKind::Target);
    // A text that only names a five-year plan reports about planning.
    let dated = !outline.rows.is_empty() || meta.title.as_deref().is_some_and(|title| !title.contains("五") || title.contains("20"));
    let planned = !draft.measures.is_empty() || !draft.phases.is_empty() || (aims && dated);
    draft.title = meta.title.clone();
    draft.document_number = meta.document_number.clone();
    draft.issuer = meta.issuer.clone();
    draft.issued = meta.issued;
    draft.period = meta.period.filter(|_| planned);
    let mut warnings: Vec<Warning> = cleaned
        .notes
        .iter()
        .map(|(line, message)| Warning {
            line: line.map_or(0, |at| at + 1),
            message: message.clone(),
            span: line.map(|at| text.lines[at].span),
        })
        .collect();
    warnings.append(&mut draft.warnings);
    draft.warnings = warnings;
    if draft.measures.is_empty() && draft.targets.is_empty() {
        draft.warnings.push(Warning {
            line: 0,
            message: "没有读出举措和目标：这份文件可能不是计划，或者格式特殊，请手工录入".to_owned(),
            span: None,
        });
    }
    mark_lines(text, &draft, meta::title_span(text, &meta));
    draft
}

/// Puts sections and measures in the order of the text.
fn in_order(draft: &mut Draft) {
    let mut order: Vec<usize> = (0..draft.sections.len()).collect();
    order.sort_by_key(|at| draft.sections[*at].span);
    let sections = order.iter().map(|at| draft.sections[*at].clone()).collect();
    draft.sections = sections;
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    for measure in &mut draft.measures {
        measure.section = measure.section.map(|old| place[old]);
    }
    draft.measures.sort_by_key(|measure| measure.span);
    draft.targets.sort_by_key(|target| target.span);
    draft.phases.sort_by_key(|phase| phase.span);
}

fn mark_lines(text: &mut Text, draft: &Draft, title: Option<Span>) {
    let headings: Vec<Span> = draft.sections.iter().map(|section| section.span).collect();
    for line in text.lines.iter_mut().filter(|line| line.kind == LineKind::Body) {
        if title.is_some_and(|title| title.contains(line.span) && line.span.start < line.span.end) {
            line.kind = LineKind::Title;
        } else if headings.binary_search_by_key(&line.span.start, |span| span.start).is_ok_and(|at| headings[at].end + 2 >= line.span.end) {
            line.kind = LineKind::Heading;
        }
    }
}
