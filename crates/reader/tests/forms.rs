//! Made-up documents in the forms that plans have, each with what is right by hand: `tests/forms/*.txt`.
//!
//! Below `====` stand the labels: `title`, `number`, `issuer`, `issued`, `period`; `measure NUMBER TITLE | UNITS | DEADLINE`
//! with its targets indented below; `general` with the targets outside measures; `phase NAME DAY`; `none` for no plan.
//! A target is `COMPARATOR VALUE UNIT DUE WORDS`; `|` parts what is right, too; `-` is none (of a due day also the plan's
//! end), `*` or `?` anything; a `?` at the end marks what counts neither way.

mod labels;

use labels::{Label, Labels, MeasureLabel};
use reader::{Draft, Measure, Reading, Target};

/// What was compared: how much, and what differs.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn add(&mut self, right: bool, what: impl FnOnce() -> String) {
        match right {
            true => self.right += 1,
            false => self.wrong.push(what()),
        }
    }
}

#[test]
fn every_form_is_read_as_labelled() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms");
    let mut files: Vec<_> = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut right, mut wrong) = (0, Vec::new());
    for path in &files {
        let words = std::fs::read_to_string(path).unwrap();
        let (document, labels) = words.split_once("\n====\n").expect("labels stand below ====");
        let Reading { draft, .. } = reader::read("计划.txt", document.as_bytes()).unwrap();
        let mut tally = Tally::default();
        compare(&Labels::parse(labels), &draft, &mut tally);
        right += tally.right;
        let name = path.file_stem().unwrap().to_string_lossy();
        wrong.extend(tally.wrong.into_iter().map(|what| format!("{name}: {what}")));
    }
    println!("{right} right, {} wrong of {} documents", wrong.len(), files.len());
    assert!(files.len() >= 25);
    assert!(wrong.is_empty(), "{right} right, {} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn compare(labels: &Labels, draft: &Draft, tally: &mut Tally) {
    let end = draft.period.map(|period| period.end.to_string());
    let told = |value: &Option<String>| value.clone().unwrap_or_default();
    for (what, wanted) in &labels.meta {
        let found = match what.as_str() {
            "title" => told(&draft.title),
            "number" => told(&draft.document_number),
            "issuer" => told(&draft.issuer),
            "issued" => draft.issued.map_or(String::new(), |day| day.to_string()),
            "period" => draft.period.map_or(String::new(), |p| format!("{} {}", p.start, p.end)),
            other => panic!("unknown label {other}"),
        };
        tally.add(
            what == "title" && wanted.split('|').any(|w| w == found)
                || *wanted == found
                || wanted == "?"
                || (wanted == "-" && found.is_empty()),
            || format!("{what} {found}, not {wanted}"),
        );
    }
    let mut left: Vec<&Measure> = draft.measures.iter().collect();
    for wanted in &labels.measures {
        let is_it = |m: &&Measure| {
            (wanted.title == "*" || m.title.contains(&wanted.title) || m.text.starts_with(&wanted.title))
                && m.number.as_deref().unwrap_or("-") == wanted.number
        };
        let found = left.iter().position(is_it).map(|at| left.remove(at));
        match found {
            Some(found) => {
                tally.right += 1;
                self::measure(wanted, found, end.as_deref(), tally);
            }
            None if wanted.optional => {}
            None => tally.wrong.push(format!("no measure {} {}", wanted.number, wanted.title)),
        }
    }
    for extra in left {
        tally.wrong.push(format!("measure too many: {} {}", extra.number.clone().unwrap_or_default(), extra.title));
    }
    targets("general", &labels.general, &draft.targets, end.as_deref(), tally);
    let phases: Vec<String> =
        draft.phases.iter().map(|p| format!("{} {}", p.name, p.due.map_or("-".to_owned(), |d| d.to_string()))).collect();
    tally.add(phases == labels.phases, || format!("phases {phases:?}, not {:?}", labels.phases));
}

fn measure(wanted: &MeasureLabel, found: &Measure, end: Option<&str>, tally: &mut Tally) {
    let deadline = found.deadline.map_or("-".to_owned(), |d| d.to_string());
    tally.add(wanted.deadline == "?" || wanted.deadline == deadline, || {
        format!("{}: deadline {deadline}, not {}", found.title, wanted.deadline)
    });
    if !wanted.any_units {
        let units: Vec<String> = found.units.iter().map(|u| format!("{}{}", u.role.zh(), u.name)).collect();
        for unit in &wanted.units {
            tally.add(units.contains(unit), || format!("{}: {unit} is missing of {units:?}", found.title));
        }
        for unit in units.iter().filter(|unit| !wanted.units.contains(unit) && !wanted.optional_units.contains(unit)) {
            tally.wrong.push(format!("{}: {unit} is too many", found.title));
        }
    }
    targets(&found.title, &wanted.targets, &found.targets, end, tally);
}

fn targets(place: &str, wanted: &[Label], found: &[Target], end: Option<&str>, tally: &mut Tally) {
    let mut left: Vec<&Target> = found.iter().filter(|target| target.value.is_some()).collect();
    let shown = |t: &Target| format!("{} {} {}{} {:?} [{}]", t.name, t.comparator, t.value.unwrap(), t.unit, t.due, t.quote);
    for label in wanted {
        let at = left.iter().position(|t| label.has_value(t) && label.names(t)).or_else(|| left.iter().position(|t| label.has_value(t)));
        let Some(at) = at else {
            if !label.optional {
                tally.wrong.push(format!("{place}: no {label:?}"));
            }
            continue;
        };
        let target = left.remove(at);
        tally.right += 1;
        tally.add(label.holds_comparator(target), || format!("{place}: comparator of {}", shown(target)));
        tally.add(label.holds_due(target, end), || format!("{place}: due of {}", shown(target)));
        tally.add(label.names(target) && target.name.chars().count() <= 30, || format!("{place}: name of {}", shown(target)));
        tally.add(label.achieved == (target.kind == domain::TargetKind::Achieved), || format!("{place}: kind of {}", shown(target)));
    }
    for extra in left {
        tally.wrong.push(format!("{place}: target too many {}", shown(extra)));
    }
}
