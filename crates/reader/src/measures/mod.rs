//! Measures, sections, phases and general targets, from the outline.

mod general;
mod item;
mod paragraphs;
mod repeated;

pub use repeated::drop_repeated;

use crate::dates::Calendar;
use crate::marks::Level;
use crate::model::{Draft, Section, Span};
use crate::outline::{Node, Outline};
use crate::text::Text;
use crate::units::{self, LeadRule, Note};
use crate::{phases, titles};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What a section's title makes of what stands under it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Measures.
    Work,
    /// Aims and principles.
    Overview,
    /// Results of the years before.
    Review,
    /// Phases.
    Phases,
    /// General requirements.
    Requirements,
}

/// The notes in a part, and the rule that holds behind them.
type Noted = (Rc<[Note]>, LeadRule);

/// Fills a draft from the outline.
pub struct Reader<'a> {
    text: &'a Text,
    outline: &'a Outline,
    calendar: Calendar,
    rule: LeadRule,
    /// The paragraphs read last speak of the past.
    looks_back: bool,
    /// The section at hand is a review: all of it does.
    in_review: bool,
    /// Notes and titles found before: each part is looked at several times.
    notes: RefCell<HashMap<Span, Noted>>,
    titles: RefCell<HashMap<Span, Span>>,
    /// The draft so far.
    pub draft: Draft,
}

impl<'a> Reader<'a> {
    /// Returns a reader of this outline.
    pub fn new(text: &'a Text, outline: &'a Outline, calendar: Calendar) -> Reader<'a> {
        Reader {
            text,
            outline,
            calendar,
            rule: LeadRule::default(),
            looks_back: false,
            in_review: false,
            notes: RefCell::default(),
            titles: RefCell::default(),
            draft: Draft::default(),
        }
    }

    /// Reads everything but the tables.
    pub fn read(&mut self) {
        let fragment = self.begins_midway();
        for paragraph in &self.outline.preamble {
            let is_item = fragment && paragraph.end - paragraph.start >= 80 && titles::has_lead_sentence(self.text.slice(*paragraph));
            if is_item {
                self.measure(None, &[*paragraph], &[], None);
                continue;
            }
            self.rule = units::rule_in(self.text, *paragraph).unwrap_or(self.rule);
            self.general(*paragraph);
        }
        for root in &self.outline.roots {
            self.node(*root, None, Mode::Work);
        }
        if self.draft.measures.is_empty() && self.outline.rows.is_empty() && self.outline.roots.is_empty() {
            self.without_headings();
        }
    }

    /// Returns true for an excerpt: its first heading is not the first of its kind.
    fn begins_midway(&self) -> bool {
        let first = self.outline.roots.first().and_then(|at| self.outline.nodes[*at].mark.as_ref());
        first.is_some_and(|mark| !mark.number.chars().any(|c| matches!(c, '一' | '1' | '①')) || mark.number.contains('十'))
    }

    fn node(&mut self, at: usize, section: Option<usize>, inherited: Mode) {
        let node = &self.outline.nodes[at];
        let title = self.title_of(node);
        let words = self.text.words(title);
        let mode = match () {
            () if inherited == Mode::Review || (!node.children.is_empty() && titles::heads_review(&words)) => Mode::Review,
            () if titles::is_overview(&words) => Mode::Overview,
            () if phases::lists_phases(&words) => Mode::Phases,
            () if titles::is_requirements(&words) => Mode::Requirements,
            () => inherited,
        };
        // Who is to do something about an aim makes it a measure.
        let mode = if mode == Mode::Overview && self.names_units(node) { Mode::Work } else { mode };
        let is_step = inherited == Mode::Phases && mode == Mode::Phases;
        if node.mark.is_some() && node.children.is_empty() && (is_step || phases::is_phase_title(&words)) {
            let end = node.paragraphs.last().map_or(node.line.end, |p| p.end);
            let body = Span::new(title.end, end);
            self.draft.phases.push(phases::phase(
                self.text,
                self.phase_title(node, title),
                self.after(body),
                Span::new(node.line.start, end),
                self.calendar,
            ));
            return;
        }
        self.in_review = mode == Mode::Review;
        self.looks_back =
            self.in_review || titles::is_review(&words) || (self.looks_back && node.mark.is_none() && !titles::looks_ahead(&words));
        if matches!(mode, Mode::Overview | Mode::Review) || (mode == Mode::Phases && node.children.is_empty()) {
            let section = self.section(node, title);
            // An item that is one sentence has no title: its targets stand in all of it.
            let sentence = self.text.slice(title).contains(&'，');
            self.general(Span::new(if sentence { title.start } else { title.end }, node.line.end));
            for paragraph in &node.paragraphs {
                self.general(*paragraph);
            }
            for child in &node.children {
                self.node(*child, Some(section), mode);
            }
            return;
        }
        if !node.children.is_empty() && !self.absorbs(node) {
            let section = self.section(node, title);
            self.general(Span::new(title.end, node.line.end));
            self.paragraphs_beside_children(node, section);
            let first = self.draft.measures.len();
            for child in &node.children {
                self.node(*child, Some(section), mode);
            }
            self.share_closing_note(node, first);
            return;
        }
        self.leaf(at, title, section, mode);
    }

    /// Returns the lead words of a node; its whole line where that is a heading.
    fn title_of(&self, node: &Node) -> Span {
        if let Some(title) = self.titles.borrow().get(&node.head) {
            return *title;
        }
        let title = self.lead_words(node);
        self.titles.borrow_mut().insert(node.head, title);
        title
    }

    fn lead_words(&self, node: &Node) -> Span {
        let head = self.text.trimmed(node.head);
        let chars = self.text.slice(head);
        let dashes = chars.iter().rev().take_while(|c| **c == '—').count();
        let head = Span::new(head.start, head.end - dashes);
        // A heading may have commas; it has no full stop but at its end.
        let inner_stop = chars.iter().position(|c| *c == '。').is_some_and(|at| at + 1 < chars.len());
        let note = self.notes_in(head).first().map_or(head.end, |note| note.span.start);
        if inner_stop || note < head.end || chars.len() > 60 {
            return titles::lead(self.text, Span::new(head.start, note.max(head.start)));
        }
        let end = head.end - usize::from(matches!(self.text.slice(head).last(), Some('。' | '：')));
        Span::new(head.start, end.max(head.start))
    }

    /// Returns the title of a phase with the brackets behind it, which hold its dates.
    fn phase_title(&self, node: &Node, title: Span) -> Span {
        let rest = self.text.slice(Span::new(title.end, node.line.end.max(title.end)));
        match rest.first() {
            Some('（' | '(') => {
                Span::new(title.start, title.end + rest.iter().position(|c| matches!(c, '）' | ')')).map_or(0, |at| at + 1))
            }
            _ => title,
        }
    }

    fn after(&self, span: Span) -> Span {
        let signs = self.text.slice(span).iter().take_while(|c| matches!(c, '。' | '：' | '\n' | ' ')).count();
        Span::new(span.start + signs, span.end)
    }

    /// Returns true if the items under a measure are parts of it and no measures themselves.
    fn absorbs(&self, node: &Node) -> bool {
        let children: Vec<&Node> = node.children.iter().map(|at| &self.outline.nodes[*at]).collect();
        let small = |child: &&Node| {
            child.depth >= Level::ArabicBracket.depth() && child.children.is_empty() && !child.is_lead && child.mark.is_some()
        };
        let noted = |child: &Node| {
            !child.notes.is_empty() || child.paragraphs.iter().chain([&child.head]).any(|part| !self.notes_in(*part).is_empty())
        };
        let Some((last, earlier)) = children.split_last() else { return false };
        // 重点抓好以下工作：
        let says_more = |paragraph: &Span| self.text.slice(*paragraph).last() != Some(&'：');
        let own_note = !node.notes.is_empty() || !self.notes_in(node.head).is_empty();
        if children.len() == 1 && noted(last) && !own_note && !self.has_body(node) && node.paragraphs.is_empty() {
            return false;
        }
        children.iter().all(small)
            && !earlier.iter().any(|child| noted(child))
            && (own_note || noted(last) || self.has_body(node) || node.paragraphs.iter().any(says_more))
    }

    /// Gives the units of a note on a line of its own behind the last item to all items, where none has its own.
    fn share_closing_note(&mut self, node: &Node, first: usize) {
        let made = &mut self.draft.measures[first..];
        let is_leaf = |at: &usize| self.outline.nodes[*at].children.is_empty();
        let by_line = node.children.last().is_some_and(|last| !self.outline.nodes[*last].notes.is_empty());
        let Some((last, earlier)) = made.split_last_mut().filter(|_| by_line && node.children.iter().all(is_leaf)) else { return };
        if earlier.len() + 1 == node.children.len() && earlier.iter().all(|measure| measure.units.is_empty()) {
            earlier.iter_mut().for_each(|measure| measure.units.clone_from(&last.units));
        }
    }

    /// Returns true for an item without items under it that says who is responsible.
    fn names_units(&self, node: &Node) -> bool {
        let noted = || node.paragraphs.iter().chain([&node.head]).any(|part| !self.notes_in(*part).is_empty());
        node.mark.is_some() && node.children.is_empty() && (!node.notes.is_empty() || noted())
    }

    /// Returns the responsibility notes in a part, who leads by a rule told elsewhere left open.
    fn notes_in(&self, part: Span) -> Rc<[Note]> {
        self.notes_and_rule(part).0
    }

    /// Returns the same with the rule that holds behind them.
    fn notes_and_rule(&self, part: Span) -> Noted {
        let read = || {
            let mut rule = LeadRule::default();
            (units::notes(self.text, part, &mut rule).into(), rule)
        };
        self.notes.borrow_mut().entry(part).or_insert_with(read).clone()
    }

    /// Returns the responsibility notes in a part of a measure, who leads by the rule that holds; they may state another.
    fn notes_by_rule(&mut self, part: Span) -> Vec<Note> {
        if self.rule != LeadRule::default() {
            return units::notes(self.text, part, &mut self.rule);
        }
        let (notes, rule) = self.notes_and_rule(part);
        self.rule = rule;
        notes.to_vec()
    }

    /// Returns true if a node's own line says more than its title.
    fn has_body(&self, node: &Node) -> bool {
        let title = self.title_of(node);
        let rest = Span::new(title.end, node.line.end.max(title.end));
        self.text.slice(rest).iter().filter(|c| c.is_alphanumeric()).count() >= 4
    }

    fn section(&mut self, node: &Node, title: Span) -> usize {
        let whole = if self.has_body(node) { title } else { self.text.trimmed(node.head) };
        let words = self.text.words(whole).trim_end_matches('—').to_owned();
        self.draft.sections.push(Section {
            number: node.mark.as_ref().map(|mark| mark.written.clone()),
            title: words,
            span: Span::new(node.line.start, whole.end),
        });
        self.draft.sections.len() - 1
    }
}
