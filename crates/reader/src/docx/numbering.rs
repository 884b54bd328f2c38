//! Automatic numbers of Word: numbering.xml, numbering of styles, counters.

use super::formats::written;
use crate::package::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    format: String,
    /// The text with %1, %2 … for the numbers.
    text: String,
    start: u32,
    /// The numbers of higher levels are written in digits, too.
    legal: bool,
    suffix: Suffix,
    /// The style that numbers its paragraphs with this level.
    style: Option<String>,
    /// Begins again only after this level; 0 never does.
    restart: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suffix {
    Space,
    Nothing,
}

impl Default for Level {
    fn default() -> Level {
        Level { format: "decimal".into(), text: String::new(), start: 1, legal: false, suffix: Suffix::Nothing, style: None, restart: None }
    }
}

/// A list in use: an abstract list and what it changes.
#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    changed: HashMap<usize, Level>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    /// What each style inherits from and which list it names.
    styles: HashMap<String, Style>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    parent: Option<String>,
    list: (Option<String>, Option<usize>),
    /// A line of a table of contents.
    contents: bool,
}

/// Lists have nine levels.
const LEVELS: usize = 9;

/// Reads numbering.xml and the numbering of styles.xml; what is damaged in them is left out.
pub fn read(numbering: &str, styles: &str) -> Numbering {
    let mut out = Numbering::default();
    read_lists(numbering, &mut out);
    read_styles(styles, &mut out);
    out
}

/// Calls `see` for each element: its tag, whether it opens and whether it closes.
fn walk(xml: &str, mut see: impl FnMut(&str, Option<&BytesStart<'_>>, bool)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => see(tag.local_name().as_ref(), Some(&tag), false),
            Ok(Event::Empty(tag)) => see(tag.local_name().as_ref(), Some(&tag), true),
            Ok(Event::End(tag)) => see(tag.local_name().as_ref(), None, true),
            Ok(Event::Eof | Event::DocType(_)) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

fn read_lists(xml: &str, out: &mut Numbering) {
    let (mut definition, mut list, mut level): (Option<String>, Option<String>, Option<usize>) = (None, None, None);
    walk(xml, |name, tag, closes| {
        let value = tag.and_then(|tag| attribute(tag, "val"));
        match (name, tag) {
            ("abstractNum", Some(tag)) => {
                let id = attribute(tag, "abstractNumId").unwrap_or_default();
                out.definitions.insert(id.clone(), vec![Level::default(); LEVELS]);
                definition = Some(id);
            }
            ("abstractNum", None) => definition = None,
            ("num", Some(tag)) => {
                let id = attribute(tag, "numId").unwrap_or_default();
                out.lists.insert(id.clone(), List::default());
                list = Some(id);
            }
            ("num", None) => list = None,
            ("abstractNumId", Some(_)) => {
                if let Some(list) = list.as_ref().and_then(|id| out.lists.get_mut(id)) {
                    list.definition = value.unwrap_or_default();
                }
            }
            ("lvl" | "lvlOverride", Some(tag)) => {
                level = attribute(tag, "ilvl").and_then(|v| v.parse().ok()).filter(|at| *at < LEVELS);
                if let (Some(at), Some(list), "lvl") = (level, list.as_ref().and_then(|id| out.lists.get_mut(id)), name) {
                    list.changed.insert(at, Level::default());
                }
            }
            ("lvl" | "lvlOverride", None) if closes && name == "lvlOverride" => level = None,
            ("startOverride", Some(_)) => {
                if let (Some(at), Some(list)) = (level, list.as_ref().and_then(|id| out.lists.get_mut(id))) {
                    list.starts.insert(at, value.and_then(|v| v.parse().ok()).unwrap_or(1));
                }
            }
            (_, Some(_)) => {
                let Some(at) = level else { return };
                let target = match (&list, &definition) {
                    (Some(list), _) => out.lists.get_mut(list).and_then(|list| list.changed.get_mut(&at)),
                    (None, Some(definition)) => out.definitions.get_mut(definition).and_then(|levels| levels.get_mut(at)),
                    (None, None) => None,
                };
                if let Some(level) = target {
                    set(level, name, value);
                }
            }
            _ => {}
        }
    });
}

fn set(level: &mut Level, name: &str, value: Option<String>) {
    match name {
        "numFmt" => level.format = value.unwrap_or_default(),
        "lvlText" => level.text = value.unwrap_or_default(),
        "start" => level.start = value.and_then(|v| v.parse().ok()).unwrap_or(1),
        "isLgl" => level.legal = value.is_none_or(|v| v != "0" && v != "false"),
        "suff" => level.suffix = if value.as_deref() == Some("space") { Suffix::Space } else { Suffix::Nothing },
        "pStyle" => level.style = value,
        "lvlRestart" => level.restart = value.and_then(|v| v.parse().ok()),
        _ => {}
    }
}

fn read_styles(xml: &str, out: &mut Numbering) {
    let mut style: Option<String> = None;
    walk(xml, |name, tag, closes| {
        let value = tag.and_then(|tag| attribute(tag, "val"));
        match (name, tag) {
            ("style", Some(tag)) => {
                let id = attribute(tag, "styleId").unwrap_or_default();
                out.styles.insert(id.clone(), Style::default());
                style = (!closes).then_some(id);
            }
            ("style", None) => style = None,
            (_, Some(_)) => {
                let Some(style) = style.as_ref().and_then(|id| out.styles.get_mut(id)) else { return };
                match name {
                    "name" => style.contents = value.is_some_and(|name| name.to_ascii_lowercase().starts_with("toc ")),
                    "basedOn" => style.parent = value,
                    "numId" => style.list.0 = value,
                    "ilvl" => style.list.1 = value.and_then(|v| v.parse().ok()),
                    _ => {}
                }
            }
            _ => {}
        }
    });
}

impl Numbering {
    /// Returns the list and level of a paragraph: its own, else those of its style and the styles that is based on.
    pub fn level_of(&self, style: Option<&str>, own: &(Option<String>, Option<usize>)) -> Option<(String, usize)> {
        if let Some(list) = &own.0 {
            // List 0 takes the numbering of the style away.
            return (list != "0").then(|| (list.clone(), own.1.unwrap_or(0).min(LEVELS - 1)));
        }
        let mut at = style?;
        let mut level = own.1;
        // A chain of styles longer than this goes in a circle.
        for _ in 0..32 {
            let style = self.styles.get(at)?;
            level = level.or(style.list.1);
            if let Some(list) = &style.list.0 {
                let by_style = self.levels(list).and_then(|levels| levels.iter().position(|l| l.style.as_deref() == Some(at)));
                return (list != "0").then(|| (list.clone(), by_style.or(level).unwrap_or(0).min(LEVELS - 1)));
            }
            at = style.parent.as_deref()?;
        }
        None
    }

    /// Returns true for styles of lines in a table of contents.
    pub fn is_contents(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.contents)
    }

    fn levels(&self, list: &str) -> Option<&Vec<Level>> {
        self.definitions.get(&self.lists.get(list)?.definition)
    }

    fn level(&self, list: &str, at: usize) -> Option<&Level> {
        self.lists.get(list)?.changed.get(&at).filter(|level| !level.text.is_empty()).or_else(|| self.levels(list)?.get(at))
    }
}

/// Where each list has got to. Lists of one definition count on together, unless one starts anew.
#[derive(Default)]
pub struct Counters {
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: std::collections::HashSet<(String, usize)>,
}

impl Counters {
    /// Returns the next number of a list, as written; none for bullets and unknown lists.
    pub fn next(&mut self, numbering: &Numbering, list: &str, at: usize) -> Option<String> {
        let known = numbering.lists.get(list)?;
        let counts = self.counts.entry(known.definition.clone()).or_default();
        let begins = self.begun.insert((list.to_owned(), at));
        let level = numbering.level(list, at)?;
        counts[at] = Some(match known.starts.get(&at) {
            Some(start) if begins => *start,
            _ => counts[at].map_or(level.start, |count| count.saturating_add(1)),
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let restart = numbering.level(list, deeper).and_then(|level| level.restart);
            if restart.is_none_or(|after| after != 0 && at < after) {
                *count = None;
            }
        }
        if level.format == "bullet" || level.format == "none" {
            return None;
        }
        let mut text = level.text.clone();
        for (above, count) in counts.iter().enumerate().take(at + 1).rev() {
            let Some(level_above) = numbering.level(list, above) else { continue };
            let format = if level.legal { "decimal" } else { level_above.format.as_str() };
            text = text.replace(&format!("%{}", above + 1), &written(count.unwrap_or(level_above.start), format));
        }
        if level.suffix == Suffix::Space || text.ends_with(|c: char| c.is_ascii_digit()) {
            text.push(' ');
        }
        Some(text)
    }
}
