//! Every text of a slide, to be rewritten in one place: made printable, or rid of names.

use super::{Body, Slide};
use crate::{Chart, Head, Trend};

impl Slide {
    /// Rewrites every text that is drawn or said of the slide.
    pub fn rename(&mut self, new: &dyn Fn(&str) -> String) {
        let put = |text: &mut String| *text = new(text);
        self.kicker.iter_mut().for_each(put);
        put(&mut self.corner);
        self.headline.iter_mut().for_each(|run| put(&mut run.text));
        self.verdict.iter_mut().for_each(|(_, word)| put(word));
        for fact in &mut self.facts {
            [&mut fact.name, &mut fact.value, &mut fact.unit].into_iter().for_each(put);
        }
        put(&mut self.foot);
        match &mut self.body {
            Body::Cover { title, lines } => {
                put(title);
                lines.iter_mut().for_each(put);
            }
            Body::Chart(chart) => rename_chart(chart, new),
            Body::Rows(table) => {
                table.columns.iter_mut().for_each(|column| put(&mut column.head));
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(put);
            }
            Body::Words(words) => put(words),
        }
    }
}

fn rename_chart(chart: &mut Chart, new: &dyn Fn(&str) -> String) {
    let put = |text: &mut String| *text = new(text);
    let head = |head: &mut Head| [&mut head.title, &mut head.subtitle].into_iter().for_each(put);
    match chart {
        Chart::Trend(trend) => rename_trend(trend, new),
        Chart::Rate(rate) => {
            rename_trend(&mut rate.trend, new);
            put(&mut rate.counted_in);
        }
        Chart::Lines(lines) | Chart::Multiples(lines) => {
            head(&mut lines.head);
            put(&mut lines.unit);
            lines.periods.iter_mut().for_each(|(name, _)| put(name));
            lines.series.iter_mut().for_each(|series| put(&mut series.name));
            lines.target.iter_mut().for_each(|target| put(&mut target.label));
        }
        Chart::Bars(bars) => {
            head(&mut bars.head);
            put(&mut bars.unit);
            bars.bars.iter_mut().for_each(|bar| put(&mut bar.name));
        }
        Chart::Bullets(bullets) => {
            head(&mut bullets.head);
            for row in &mut bullets.rows {
                put(&mut row.name);
                row.word.iter_mut().for_each(put);
            }
        }
        Chart::Sections(sections) => {
            head(&mut sections.head);
            sections.rows.iter_mut().for_each(|row| put(&mut row.name));
        }
        Chart::Heat(heat) => {
            head(&mut heat.head);
            heat.periods.iter_mut().for_each(put);
            heat.rows.iter_mut().for_each(|row| put(&mut row.name));
        }
        Chart::League(league) => {
            head(&mut league.head);
            league.rows.iter_mut().for_each(|row| put(&mut row.name));
        }
        Chart::Timeline(timeline) => {
            head(&mut timeline.head);
            timeline.ticks.iter_mut().for_each(|(name, _)| put(name));
            for node in &mut timeline.nodes {
                [&mut node.name, &mut node.day].into_iter().for_each(put);
            }
        }
    }
}

fn rename_trend(trend: &mut Trend, new: &dyn Fn(&str) -> String) {
    let put = |text: &mut String| *text = new(text);
    [&mut trend.title, &mut trend.subtitle, &mut trend.unit].into_iter().for_each(put);
    trend.points.iter_mut().for_each(|point| put(&mut point.label));
    trend.target.iter_mut().for_each(|target| put(&mut target.label));
    trend.before.iter_mut().for_each(|before| put(&mut before.label));
    trend.note.iter_mut().for_each(|note| put(&mut note.text));
}
