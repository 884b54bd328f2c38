//! What differs between a plan of the ledger and a document.

use crate::ApiError;
use crate::draft::desk::{Content, Desk, Item, Measure, Phase, Target};
use crate::draft::write::terms;
use crate::shown::numbered;
use crate::units;
use crate::wire::{ChangeKind, Changed, FieldChange, PlanChange};
use chrono::NaiveDate;
use domain::align::{self, Wording};
use domain::judge::target_label;
use domain::{Indicator, Role, TargetKind};
use std::collections::HashMap;
use store::{IndicatorRow, MeasureRow, Milestone, Plan, Section, Store, Stored};

/// A plan of the ledger as far as a document can revise it.
pub(super) struct Old {
    pub(super) plan: Stored<Plan>,
    pub(super) sections: Vec<Stored<Section>>,
    pub(super) measures: Vec<MeasureRow>,
    pub(super) indicators: Vec<IndicatorRow>,
    pub(super) phases: Vec<Stored<Milestone>>,
    /// The names of units by id, and ids by every way names are written.
    names: HashMap<i64, String>,
    known: HashMap<String, i64>,
    /// Measures and indicators that something hangs on, by id.
    used: (Vec<i64>, Vec<i64>),
}

/// A document against a plan.
pub(super) struct Diff {
    /// What differs.
    pub(super) changes: Vec<PlanChange>,
    /// How many measures and indicators are the same.
    pub(super) unchanged: u32,
    /// Where in the old plan each measure, target and phase of the document stands, by key.
    pub(super) measures: HashMap<String, usize>,
    pub(super) indicators: HashMap<String, usize>,
    pub(super) phases: HashMap<String, usize>,
}

/// The key of the plan's own data.
pub(super) const PLAN: &str = "plan";

impl Old {
    pub(super) fn of(store: &Store, plan: Stored<Plan>) -> Result<Old, ApiError> {
        let (measures, indicators) = (store.measures(plan.id)?, store.indicators(plan.id)?);
        let used = (store.used_measures(plan.id)?, store.used_indicators(plan.id)?);
        Ok(Old {
            sections: store.sections(plan.id)?,
            phases: store.milestones(plan.id)?.into_iter().filter(|row| row.data.measure_id.is_none()).collect(),
            names: units::names(store)?,
            known: units::known(store)?,
            measures,
            indicators,
            used,
            plan,
        })
    }

    /// Returns the section of the plan with that heading.
    pub(super) fn section(&self, section: &reader::Section) -> Option<i64> {
        let same = |row: &&Stored<Section>| units::plain(&row.data.title) == units::plain(&section.title);
        self.sections.iter().find(same).map(|row| row.id)
    }

    fn indicators_of(&self, measure: i64) -> impl Iterator<Item = &IndicatorRow> {
        self.indicators.iter().filter(move |row| row.data.measure_id == Some(measure))
    }
}

/// Returns the targets of a document that become indicators.
pub(super) fn committed(content: &Content) -> impl Iterator<Item = &Item<Target>> {
    content.kept_target_items().filter(|item| item.content.kind == TargetKind::Target)
}

/// Returns the deadline of the measure a target stands in.
pub(super) fn deadline(content: &Content, target: &Target) -> Option<NaiveDate> {
    content.measure(target.measure.as_deref()?)?.content.deadline
}

impl Diff {
    pub(super) fn of(old: &Old, desk: &Desk) -> Diff {
        let content = &desk.content;
        let new: Vec<&Item<Measure>> = content.kept_measures().collect();
        let measures = measures(old, &new);
        let targets: Vec<&Item<Target>> = committed(content).collect();
        let indicators = indicators(old, &targets, &measures);
        let kept: Vec<&Item<Phase>> = content.phases.iter().filter(|item| !item.dropped).collect();
        let phases = phases(old, &kept);
        let mut diff = Diff { changes: Vec::new(), unchanged: 0, measures, indicators, phases };
        diff.head(old, content);
        for item in &targets {
            if item.content.measure.is_none() {
                diff.target(old, content, item);
            }
        }
        for item in &new {
            diff.measure(old, content, item);
            for target in targets.iter().filter(|target| target.content.measure.as_deref() == Some(&item.key)) {
                diff.target(old, content, target);
            }
        }
        for item in &kept {
            diff.phase(old, item);
        }
        diff.gone(old);
        diff
    }

    fn head(&mut self, old: &Old, content: &Content) {
        let (before, after) = (&old.plan.data, &content.plan);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let mut fields = Vec::new();
        if !after.title.trim().is_empty() {
            differing(&mut fields, "标题", before.title.clone(), after.title.trim().to_owned());
        }
        // What a document does not say is no reason to forget it.
        for (name, before, after) in [
            ("文号", text(&before.number), text(&after.document_number)),
            ("发文机关", text(&before.issuer), text(&after.issuer)),
            ("印发日期", day(before.issued), day(after.issued)),
            ("开始", before.start.to_string(), day(after.start)),
            ("结束", before.due.to_string(), day(after.due)),
        ] {
            if !after.is_empty() {
                differing(&mut fields, name, before, after);
            }
        }
        if !fields.is_empty() {
            self.changes.push(change(PLAN, ChangeKind::Changed, Changed::Plan, before.title.clone(), None, fields));
        }
    }

    fn measure(&mut self, old: &Old, content: &Content, item: &Item<Measure>) {
        let new = &item.content;
        let section = new.section.map(|at| &content.sections[at]);
        let after = [
            ("编号", new.number.clone().unwrap_or_default()),
            ("标题", new.title.clone()),
            ("板块", section.map_or_else(String::new, |section| section.title.clone())),
            ("责任单位", new_units(old, new)),
            ("完成时限", new.deadline.map_or_else(String::new, |day| day.to_string())),
            ("内容", new.text.clone()),
        ];
        let row = self.measures.get(&item.key).map(|at| &old.measures[*at]);
        let before = row.map(|row| said(old, row));
        let title = numbered(new.number.as_deref(), &new.title);
        self.compared(&item.key, Changed::Measure, title, None, before, after);
    }

    fn target(&mut self, old: &Old, content: &Content, item: &Item<Target>) {
        let target = &item.content;
        let mut own = terms(target, deadline(content, target), (old.plan.data.start, old.plan.data.due));
        let measure = target.measure.as_deref().and_then(|key| content.measure(key)).map(|item| &item.content);
        let under = measure.map(|measure| numbered(measure.number.as_deref(), &measure.title));
        let row = self.indicators.get(&item.key).map(|at| &old.indicators[*at]);
        // A document that states no baseline does not take one away.
        own.baseline = own.baseline.or(row.and_then(|row| row.data.indicator.baseline));
        let before = row.map(|row| told(&row.data.indicator));
        self.compared(&item.key, Changed::Indicator, target.name.clone(), under, before, told(&own));
    }

    fn phase(&mut self, old: &Old, item: &Item<Phase>) {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let said = |due, text: &str| [("截止", day(due)), ("内容", text.to_owned())];
        let before = self.phases.get(&item.key).map(|at| &old.phases[*at].data).map(|row| said(row.due, &row.text));
        let after = said(item.content.due, &item.content.text);
        self.compared(&item.key, Changed::Phase, item.content.name.clone(), None, before, after);
    }

    fn compared<const N: usize>(
        &mut self,
        key: &str,
        what: Changed,
        title: String,
        under: Option<String>,
        before: Option<[(&str, String); N]>,
        after: [(&str, String); N],
    ) {
        let kind = if before.is_some() { ChangeKind::Changed } else { ChangeKind::New };
        let before = before.map(|before| before.map(|(_, text)| text)).unwrap_or_else(|| std::array::from_fn(|_| String::new()));
        let mut fields = Vec::new();
        for (before, (name, after)) in before.into_iter().zip(after) {
            differing(&mut fields, name, before, after);
        }
        match fields.is_empty() {
            true => self.unchanged += u32::from(what != Changed::Phase),
            false => self.changes.push(change(key, kind, what, title, under, fields)),
        }
    }

    /// Lists what only the ledger has; a measure's indicators go with it.
    fn gone(&mut self, old: &Old) {
        let (measures, indicators): (Vec<usize>, Vec<usize>) =
            (self.measures.values().copied().collect(), self.indicators.values().copied().collect());
        let blocked =
            |used: bool| used.then(|| "已有填报、发出的填报表、计划进度、整改、挂牌、节点或对应关系，去掉会丢，只能保留".to_owned());
        let stays = |row: &IndicatorRow| indicators.iter().any(|at| old.indicators[*at].id == row.id);
        for row in old.measures.iter().enumerate().filter(|(at, _)| !measures.contains(at)).map(|(_, row)| row) {
            let own: Vec<&IndicatorRow> = old.indicators_of(row.id).filter(|row| !stays(row)).collect();
            let used = old.used.0.contains(&row.id) || own.iter().any(|row| old.used.1.contains(&row.id));
            let names: Vec<String> =
                own.iter().map(|row| format!("{}{}", row.data.indicator.name, target_label(&row.data.indicator))).collect();
            let fields = said(old, row).into_iter().chain((!names.is_empty()).then(|| ("指标", names.join("；"))));
            let fields = fields.filter(|(_, text)| !text.is_empty()).map(|(name, text)| field(name, text, String::new())).collect();
            let title = numbered(row.measure.number.as_deref(), &row.measure.title);
            let change = change(&row.measure.uid.to_string(), ChangeKind::Gone, Changed::Measure, title, None, fields);
            self.changes.push(PlanChange { blocked: blocked(used), ..change });
        }
        for (at, row) in old.indicators.iter().enumerate().filter(|(at, _)| !indicators.contains(at)) {
            let measure = row.data.measure_id.and_then(|id| old.measures.iter().position(|measure| measure.id == id));
            // Those of a measure that is gone are told with it.
            if measure.is_some_and(|measure| !measures.contains(&measure)) {
                continue;
            }
            let under = measure.map(|at| &old.measures[at].measure).map(|m| numbered(m.number.as_deref(), &m.title));
            let fields = told(&row.data.indicator).into_iter().filter(|(_, text)| !text.is_empty());
            let fields = fields.map(|(name, text)| field(name, text, String::new())).collect();
            let title = row.data.indicator.name.clone();
            let change = change(&row.data.uid.to_string(), ChangeKind::Gone, Changed::Indicator, title, under, fields);
            self.changes.push(PlanChange { blocked: blocked(old.used.1.contains(&old.indicators[at].id)), ..change });
        }
    }
}

/// Pairs the measures of a document with those of the plan.
fn measures(old: &Old, new: &[&Item<Measure>]) -> HashMap<String, usize> {
    let before: Vec<Wording<'_>> = old.measures.iter().map(|row| Wording { title: &row.measure.title, text: &row.measure.text }).collect();
    let after: Vec<Wording<'_>> = new.iter().map(|item| Wording { title: &item.content.title, text: &item.content.text }).collect();
    align::align(&before, &after, |_, _| true).into_iter().map(|pair| (new[pair.later].key.clone(), pair.earlier)).collect()
}

/// Pairs the targets of a document with the plan's indicators: within a measure by name; the only one left on either
/// side of a measure is the same, renamed; what is left over may have moved to another measure.
fn indicators(old: &Old, new: &[&Item<Target>], measures: &HashMap<String, usize>) -> HashMap<String, usize> {
    let place = |item: &Item<Target>| item.content.measure.as_ref().map(|key| measures.get(key).map(|at| old.measures[*at].id));
    let together = |a: usize, b: usize| match (old.indicators[a].data.measure_id, place(new[b])) {
        (None, None) => true,
        (Some(old), Some(Some(new))) => old == new,
        _ => false,
    };
    let before: Vec<Wording<'_>> = old.indicators.iter().map(|row| Wording { title: &row.data.indicator.name, text: "" }).collect();
    let after: Vec<Wording<'_>> = new.iter().map(|item| Wording { title: &item.content.name, text: "" }).collect();
    let mut pairs: HashMap<usize, usize> = HashMap::new();
    let pair = |pairs: &mut HashMap<usize, usize>, fits: &dyn Fn(usize, usize) -> bool| {
        let taken: Vec<usize> = pairs.values().copied().collect();
        let found = align::align(&before, &after, |a, b| !taken.contains(&a) && !pairs.contains_key(&b) && fits(a, b));
        pairs.extend(found.into_iter().map(|pair| (pair.later, pair.earlier)));
    };
    pair(&mut pairs, &together);
    for b in 0..new.len() {
        let left = |pairs: &HashMap<usize, usize>, b: usize| {
            (0..old.indicators.len()).filter(|a| !pairs.values().any(|at| at == a) && together(*a, b)).collect::<Vec<_>>()
        };
        let own = left(&pairs, b);
        let others = (0..new.len()).filter(|other| !pairs.contains_key(other) && new[*other].content.measure == new[b].content.measure);
        if let [only] = own.as_slice()
            && !pairs.contains_key(&b)
            && others.count() == 1
            && old.indicators[*only].data.indicator.unit == new[b].content.unit
        {
            pairs.insert(b, *only);
        }
    }
    pair(&mut pairs, &|a, b| old.indicators[a].data.indicator.unit == new[b].content.unit);
    pairs.into_iter().map(|(b, a)| (new[b].key.clone(), a)).collect()
}

fn phases(old: &Old, new: &[&Item<Phase>]) -> HashMap<String, usize> {
    let before: Vec<Wording<'_>> = old.phases.iter().map(|row| Wording { title: &row.data.name, text: "" }).collect();
    let after: Vec<Wording<'_>> = new.iter().map(|item| Wording { title: &item.content.name, text: "" }).collect();
    align::align(&before, &after, |_, _| true).into_iter().map(|pair| (new[pair.later].key.clone(), pair.earlier)).collect()
}

/// Returns what the ledger says of a measure, in the order of the fields.
fn said(old: &Old, row: &MeasureRow) -> [(&'static str, String); 6] {
    let measure = &row.measure;
    let section = measure.section_id.and_then(|id| old.sections.iter().find(|section| section.id == id));
    let units: Vec<(Role, String)> = row.responsibilities.iter().map(|part| (part.role, old.names[&part.unit_id].clone())).collect();
    [
        ("编号", measure.number.clone().unwrap_or_default()),
        ("标题", measure.title.clone()),
        ("板块", section.map_or_else(String::new, |section| section.data.title.clone())),
        ("责任单位", by_part(units)),
        ("完成时限", measure.deadline.map_or_else(String::new, |day| day.to_string())),
        ("内容", measure.text.clone()),
    ]
}

/// Returns what is said of an indicator, in the order of the fields.
fn told(terms: &Indicator) -> [(&'static str, String); 5] {
    let target = terms.target.map_or_else(String::new, |_| target_label(terms));
    let baseline = terms.baseline.map_or_else(String::new, |baseline| baseline.to_string());
    [("名称", terms.name.clone()), ("目标", target), ("单位", terms.unit.clone()), ("基期", baseline), ("到期", terms.due.to_string())]
}

/// Returns the units of a measure of the document by the names the ledger knows them by, each once.
fn new_units(old: &Old, measure: &Measure) -> String {
    let mut seen = Vec::new();
    for unit in &measure.units {
        let known = old.known.get(&units::plain(&unit.name)).map(|id| old.names[id].clone());
        let name = known.unwrap_or_else(|| unit.name.clone());
        if !seen.iter().any(|(_, other)| *other == name) {
            seen.push((unit.role, name));
        }
    }
    by_part(seen)
}

fn by_part(units: Vec<(Role, String)>) -> String {
    let part = |role: &Role| {
        let names: Vec<&str> = units.iter().filter(|(own, _)| own == role).map(|(_, name)| name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{}：{}", role.zh(), names.join("、")))
    };
    Role::ALL.iter().filter_map(part).collect::<Vec<_>>().join("；")
}

fn differing(fields: &mut Vec<FieldChange>, name: &str, before: String, after: String) {
    if before != after {
        fields.push(field(name, before, after));
    }
}

fn field(name: &str, before: String, after: String) -> FieldChange {
    FieldChange { name: name.to_owned(), before, after }
}

fn change(key: &str, kind: ChangeKind, what: Changed, title: String, under: Option<String>, fields: Vec<FieldChange>) -> PlanChange {
    PlanChange { key: key.to_owned(), kind, what, title, under, fields, blocked: None }
}
