//! Labels of documents, written one a line.

use reader::Target;

/// What is right of one document.
#[derive(Debug, Default)]
pub struct Labels {
    /// Title and the like, by name.
    pub meta: Vec<(String, String)>,
    /// Measures in order.
    pub measures: Vec<MeasureLabel>,
    /// Targets outside measures.
    pub general: Vec<Label>,
    /// `NAME DAY` of each phase.
    pub phases: Vec<String>,
}

/// What is right of one measure.
#[derive(Debug, Default)]
pub struct MeasureLabel {
    pub number: String,
    pub title: String,
    pub units: Vec<String>,
    pub optional_units: Vec<String>,
    pub any_units: bool,
    pub deadline: String,
    pub targets: Vec<Label>,
    pub optional: bool,
}

/// What is right of one target.
#[derive(Debug)]
pub struct Label {
    pub comparators: Vec<String>,
    pub value: f64,
    pub upper: Option<f64>,
    pub unit: String,
    pub due: String,
    pub words: String,
    pub achieved: bool,
    pub optional: bool,
}

impl Labels {
    pub fn parse(lines: &str) -> Labels {
        let mut labels = Labels::default();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "" => {
                    let target = Label::parse(rest.trim());
                    match labels.measures.last_mut() {
                        Some(measure) => measure.targets.push(target),
                        None => labels.general.push(target),
                    }
                }
                "measure" => labels.measures.push(MeasureLabel::parse(rest)),
                "phase" => labels.phases.push(rest.to_owned()),
                "general" | "none" => {}
                meta => labels.meta.push((meta.to_owned(), rest.to_owned())),
            }
        }
        labels
    }
}

impl MeasureLabel {
    fn parse(line: &str) -> MeasureLabel {
        let mut parts = line.split('|').map(str::trim);
        let (number, title) = parts.next().unwrap().split_once(' ').unwrap();
        let mut label = MeasureLabel { number: number.to_owned(), title: title.to_owned(), ..MeasureLabel::default() };
        let units = parts.next().unwrap_or_default();
        label.deadline = parts.next().unwrap_or("-").to_owned();
        label.optional = units == "?";
        label.any_units = units.ends_with('?');
        for unit in units.split_whitespace() {
            match unit.split_once('?') {
                Some((role, name)) => label.optional_units.push(format!("{role}{name}")),
                None => label.units.push(unit.to_owned()),
            }
        }
        label
    }
}

impl Label {
    fn parse(line: &str) -> Label {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        let last = *words.last().unwrap();
        if last == "achieved" || last == "?" {
            words.pop();
        }
        let [comparators, value, unit, due, name] = words[..] else { panic!("no target: {line}") };
        let (lower, upper) = value.split_once('-').map_or((value, None), |(lower, upper)| (lower, Some(upper)));
        Label {
            comparators: comparators.trim_end_matches('?').split('|').map(str::to_owned).collect(),
            value: lower.parse().unwrap(),
            upper: upper.map(|upper| upper.parse().unwrap()),
            unit: unit.to_owned(),
            due: due.to_owned(),
            words: name.to_owned(),
            achieved: last == "achieved",
            optional: last == "?" || comparators.ends_with('?'),
        }
    }

    /// Returns true if value and unit are the labelled ones, 万 and 亿 folded in or not.
    pub fn has_value(&self, target: &Target) -> bool {
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(1.0);
        let (value, unit) = folded(target.value.unwrap().get(), &target.unit);
        let (wanted, wanted_unit) = folded(self.value, &self.unit);
        let upper = target.upper.map(|upper| folded(upper.get(), &target.unit).0);
        let wanted_upper = self.upper.map(|upper| folded(upper, &self.unit).0);
        let uppers = match (upper, wanted_upper) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() == b.is_none(),
        };
        same(value, wanted) && uppers && (unit == wanted_unit || matches!(wanted_unit.as_str(), "?" | "*"))
    }

    pub fn names(&self, target: &Target) -> bool {
        self.words == "*" || target.name.contains(&self.words)
    }

    pub fn holds_comparator(&self, target: &Target) -> bool {
        self.comparators.iter().any(|c| *c == target.comparator.to_string())
    }

    pub fn holds_due(&self, target: &Target, end: Option<&str>) -> bool {
        let due = target.due.map(|day| day.to_string());
        match self.due.as_str() {
            "?" => true,
            "-" => due.is_none() || due.as_deref() == end,
            day => due.as_deref() == Some(day),
        }
    }
}

fn folded(value: f64, unit: &str) -> (f64, String) {
    const SCALES: [(&str, f64); 7] = [("百万", 1e6), ("千万", 1e7), ("十万", 1e5), ("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百", 1e2)];
    match SCALES.iter().find(|(word, _)| unit.starts_with(word) && !unit.starts_with("千瓦")) {
        Some((word, scale)) => (value * scale, unit[word.len()..].to_owned()),
        None => (value, unit.to_owned()),
    }
}
