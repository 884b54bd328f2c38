//! Which ledger is open, and what the frame of the window shows of it.

use crate::error::file_error;
use crate::host::Pick;
use crate::shown::short;
use crate::wire::{LedgerInfo, Nothing, PeriodInfo, PlanInfo, State};
use crate::{ApiError, App, freeze, frozen, sample};
use chrono::{DateTime, FixedOffset};
use domain::judge::{shown_fraction, time_progress};
use domain::{Granularity, Period, Uid};
use std::path::Path;
use store::{OpenMode, Plan, Store, Stored};

impl App {
    /// Opens the ledger at a path for reading and writing, or for reading only where it cannot be written.
    ///
    /// # Errors
    /// Where it is no ledger, of a newer version, or locked; the ledger open before stays open.
    pub fn open(&mut self, path: &Path) -> Result<(), ApiError> {
        if !path.exists() {
            return Err(ApiError::not_found(format!("没有这个台账：{}", path.display())).hint("请检查文件名和文件夹"));
        }
        self.replace(Store::open(path, OpenMode::Write)?);
        Ok(())
    }

    /// Opens the ledger at a path, making it if there is none.
    ///
    /// # Errors
    /// As [`App::open`], or where the folder cannot be written.
    pub fn open_or_create(&mut self, path: &Path) -> Result<(), ApiError> {
        if path.exists() {
            return self.open(path);
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| file_error("新建文件夹", folder, &error))?;
        }
        let store = Store::create(path, self.new_uid(), self.now_millis())?;
        self.replace(store);
        Ok(())
    }

    fn replace(&mut self, store: Store) {
        self.ledger = Some(store);
        self.slides = None;
        self.merging = None;
        self.foreign = None;
    }

    /// Makes an empty ledger of this name in the folder of ledgers; a number is added if the name is taken.
    pub(crate) fn create_named(&mut self, name: &str) -> Result<(), ApiError> {
        let folder = self.host.ledgers();
        let name: String = name.chars().map(|c| if r#"\/:*?"<>|"#.contains(c) || c.is_control() { '_' } else { c }).take(60).collect();
        let path = |n: u32| folder.join(if n == 1 { format!("{name}.yaodian") } else { format!("{name}（{n}）.yaodian") });
        let free = (1..1000).map(path).find(|path| !path.exists());
        self.open_or_create(&free.ok_or_else(|| ApiError::unreadable(format!("{}里同名的台账太多", folder.display())))?)
    }
}

/// Returns what the frame shows.
pub fn state(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    let today = app.host.now().date_naive();
    let mut state = State {
        ledger: None,
        plans: Vec::new(),
        undo: None,
        redo: None,
        draft: app.draft.is_some() || crate::draft::any(app)?,
        merging: app.merging.is_some() || app.foreign.is_some(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today,
        who: app.host.who(),
    };
    if let Some(store) = &app.ledger {
        state.ledger = Some(info(store));
        state.plans = plans(store, app.host.now())?;
        state.undo = store.next_undo()?.map(|operation| operation.label);
        state.redo = store.next_redo()?.map(|operation| operation.label);
    }
    Ok(state)
}

fn info(store: &Store) -> LedgerInfo {
    let path = store.path();
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    LedgerInfo { path: path.display().to_string(), name, read_only: store.read_only() }
}

/// Returns the plans of a ledger, newest first.
pub(crate) fn plans(store: &Store, now: DateTime<FixedOffset>) -> Result<Vec<PlanInfo>, ApiError> {
    let mut plans = store.plans()?;
    plans.sort_by_key(|plan| std::cmp::Reverse((plan.data.start, plan.id)));
    plans.iter().map(|plan| plan_info(store, plan, now)).collect()
}

fn plan_info(store: &Store, plan: &Stored<Plan>, now: DateTime<FixedOffset>) -> Result<PlanInfo, ApiError> {
    let data = &plan.data;
    let (today, offset) = (now.date_naive(), *now.offset());
    let periods = months(data);
    // Rules that cannot be read are named where figures are asked for, not on the way to opening a ledger.
    let rules = crate::rules::of(store).unwrap_or_default();
    let reported = store.last_period(plan.id)?;
    let now = Period::containing(Granularity::Month, today.clamp(data.start, data.due));
    let current =
        reported.and_then(|period| Period::containing(Granularity::Month, period.end())).filter(|period| periods.contains(period));
    let freezes = store.freezes(plan.id)?;
    let info = |period: &Period| {
        let frozen = freezes.iter().find(|freeze| freeze.period == *period);
        let rules = frozen.and_then(|freeze| frozen::rules_of(freeze).ok()).unwrap_or(rules);
        PeriodInfo {
            period: *period,
            label: period.zh(),
            short: short(*period),
            time_progress: shown_fraction(time_progress(rules.time, data.start, data.due, period.end())),
            frozen: frozen.map(|freeze| freeze::by(freeze, offset)),
        }
    };
    Ok(PlanInfo {
        id: data.uid,
        title: data.title.clone(),
        document_number: data.number.clone(),
        issuer: data.issuer.clone(),
        issued: data.issued,
        start: data.start,
        due: data.due,
        measures: store.measures(plan.id)?.len() as u32,
        indicators: store.indicators(plan.id)?.len() as u32,
        current: current.or(now).unwrap_or(periods[0]),
        longer: longer(data).iter().map(info).collect(),
        periods: periods.iter().map(info).collect(),
    })
}

/// Returns the quarters, half-years and years a plan has a part in; none where they are no longer than the plan's one month.
fn longer(plan: &Plan) -> Vec<Period> {
    let of = |length| Period::over(length, plan.start, plan.due);
    [Granularity::Quarter, Granularity::Half, Granularity::Year].into_iter().flat_map(of).collect()
}

/// Returns a plan of the ledger.
///
/// # Errors
/// Where there is none.
pub(crate) fn plan(store: &Store, uid: Uid) -> Result<Stored<Plan>, ApiError> {
    store.plan(uid)?.ok_or_else(|| ApiError::not_found("台账里没有这份计划"))
}

/// Returns the months a plan covers: at least one.
pub(crate) fn months(plan: &Plan) -> Vec<Period> {
    Period::over(Granularity::Month, plan.start, plan.due).collect()
}

/// Copies the sample into a fresh ledger and opens it.
pub(crate) fn open_sample(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    app.create_named("云州市示例台账")?;
    sample::fill(app)?;
    state(app, Nothing {})
}

/// Asks for a ledger and opens it.
pub(crate) fn open_ledger(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    if let Some(path) = app.host.pick_file(Pick::Ledger) {
        app.open(&path)?;
    }
    state(app, Nothing {})
}

/// Asks for a file name and makes an empty ledger there.
pub(crate) fn new_ledger(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    if let Some(path) = app.host.pick_save_as(Pick::Ledger, "新台账.yaodian") {
        if path.exists() {
            return Err(ApiError::invalid(format!("{}已经存在", path.display())).hint("请用“打开已有台账”，或换一个文件名"));
        }
        app.open_or_create(&path)?;
    }
    state(app, Nothing {})
}

/// Closes the ledger.
pub(crate) fn close_ledger(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    app.ledger = None;
    app.slides = None;
    app.merging = None;
    state(app, Nothing {})
}
