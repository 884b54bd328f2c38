//! Paragraphs that are measures: under a heading without items, beside items, and in a text without headings.

use super::{Mode, Reader};
use crate::marks::Level;
use crate::model::{Span, Target};
use crate::outline::Node;
use crate::targets::{self, Setting};
use crate::titles;
use domain::TargetKind;

impl Reader<'_> {
    /// Reads the paragraphs between a heading and its first item: measures only where units are named in them, or where
    /// several open with a lead sentence, as before a box of projects.
    pub(super) fn paragraphs_beside_children(&mut self, node: &Node, section: usize) {
        let led = self.are_led(node);
        for paragraph in &node.paragraphs {
            match self.notes_in(*paragraph).is_empty() && !(led && self.is_led(*paragraph)) {
                true => self.general(*paragraph),
                false => self.measure(None, &[*paragraph], &[], Some(section)),
            }
        }
    }

    /// Returns true if several paragraphs under a heading open with a lead sentence, most of them.
    fn are_led(&self, node: &Node) -> bool {
        let led = node.paragraphs.iter().filter(|paragraph| self.is_led(**paragraph)).count();
        led >= 2 && led * 2 >= node.paragraphs.len()
    }

    fn is_led(&self, paragraph: Span) -> bool {
        paragraph.end - paragraph.start >= 40 && titles::has_lead_sentence(self.text.slice(paragraph))
    }

    /// Reads a node without items under it: one measure, or a section whose paragraphs are measures.
    pub(super) fn leaf(&mut self, at: usize, title: Span, section: Option<usize>, mode: Mode) {
        let node = &self.outline.nodes[at];
        let has_body = self.has_body(node);
        let is_high = node.depth <= Level::Chinese.depth() || (node.mark.is_none() && !node.is_lead);
        let noted = node.paragraphs.iter().filter(|p| !self.notes_in(**p).is_empty()).count();
        let one_lead = node.paragraphs.len() == 1 && !titles::has_lead_sentence(self.text.slice(node.paragraphs[0]));
        let own_note = !self.notes_in(node.head).is_empty();
        let spread = node.notes.first().is_some_and(|(first, _)| node.notes.iter().any(|(at, _)| at != first && *first > 0));
        let split = match is_high {
            true => !has_body && (node.notes.is_empty() || spread) && !own_note && (!one_lead || node.mark.is_none()),
            false => (noted >= 2 || (noted == 0 && node.notes.is_empty() && self.are_led(node))) && !own_note,
        };
        let heads_table = node.has_rows && !has_body && node.paragraphs.is_empty() && node.notes.is_empty() && !own_note;
        if heads_table
            || (split && !node.paragraphs.is_empty())
            || (is_high && !has_body && node.paragraphs.is_empty() && node.notes.is_empty() && !own_note)
        {
            let section = self.section(node, title);
            self.general(Span::new(title.end, node.line.end));
            self.paragraph_measures(node, section, mode);
            return;
        }
        let mut parts = vec![node.head];
        parts.extend(&node.paragraphs);
        let mut notes = node.note_lines();
        for child in &node.children {
            let child = &self.outline.nodes[*child];
            parts.push(child.line);
            parts.extend(&child.paragraphs);
            notes.extend(child.note_lines());
        }
        if mode == Mode::Requirements && notes.is_empty() && parts.iter().all(|part| self.notes_in(*part).is_empty()) {
            parts.iter().for_each(|part| self.general(*part));
            return;
        }
        self.measure(Some(node), &parts, &notes, section);
    }

    /// Reads paragraphs under a heading, each a measure.
    fn paragraph_measures(&mut self, node: &Node, section: usize, mode: Mode) {
        for (at, paragraph) in node.paragraphs.iter().enumerate() {
            let lines: Vec<Span> = node.notes.iter().filter(|(after, _)| *after == at + 1).map(|(_, line)| *line).collect();
            self.note_time(*paragraph);
            let words = self.text.words(*paragraph);
            let short = paragraph.end - paragraph.start < 24;
            let general = short
                || self.looks_back
                || mode != Mode::Work
                || (titles::is_speech(&words) && !self.commits(*paragraph))
                || words.starts_with("展望")
                || words.ends_with('：');
            if self.has_phases(*paragraph) {
                continue;
            }
            if general && lines.is_empty() && self.notes_in(*paragraph).is_empty() {
                self.general(*paragraph);
                continue;
            }
            for part in titles::split_at_leads(self.text, *paragraph) {
                self.measure(None, &[part], &lines, Some(section));
            }
        }
    }

    /// Returns true if a paragraph sets numbers for the time ahead.
    fn commits(&self, paragraph: Span) -> bool {
        let setting = Setting { calendar: self.calendar, looks_back: self.looks_back };
        let ahead = |target: &Target| target.value.is_some() && target.due.is_some() && target.kind == TargetKind::Target;
        targets::scan(self.text, paragraph, &[], setting).iter().any(ahead)
    }

    /// Reads a text without any heading: measures are paragraphs that set aims, or that each open with a lead sentence.
    pub(super) fn without_headings(&mut self) {
        let paragraphs = &self.outline.preamble;
        let leads = paragraphs.iter().filter(|p| p.end - p.start >= 80 && titles::has_lead_sentence(self.text.slice(**p))).count();
        let general = std::mem::take(&mut self.draft.targets);
        let inside = |targets: &[Target], paragraph: Span| {
            let from = targets.partition_point(|target| target.span.start < paragraph.start);
            let to = targets.partition_point(|target| target.span.start < paragraph.end);
            targets[from..to].to_vec()
        };
        for paragraph in paragraphs {
            let words = self.text.words(*paragraph);
            let head: String = words.chars().take(24).collect();
            let numbers = inside(&general, *paragraph).iter().filter(|t| t.value.is_some()).count();
            let aims = numbers >= 2 && head.contains("目标") && !titles::is_speech(&words);
            let led = leads >= 3 && titles::has_lead_sentence(self.text.slice(*paragraph)) && paragraph.end - paragraph.start >= 80;
            let noted = !self.notes_in(*paragraph).is_empty();
            if aims || led || noted {
                for part in titles::split_at_leads(self.text, *paragraph) {
                    self.measure(None, &[part], &[], None);
                }
            } else {
                self.draft.targets.extend(inside(&general, *paragraph));
            }
        }
    }
}
