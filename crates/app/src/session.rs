//! Which ledger is open, and what the frame of the window shows of it.

use crate::error::file_error;
use crate::host::Pick;
use crate::shown::file_name;
use crate::wire::{LedgerInfo, Nothing, State};
use crate::{ApiError, App, plans, sample};
use std::path::{Path, PathBuf};
use store::{OpenMode, Store};

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

    /// Opens the ledger at a path, making it if there is none, and fills it with the sample; a new one that cannot be filled, because
    /// the disk is full, is taken away again.
    ///
    /// # Errors
    /// As [`App::open_or_create`], or where the sample cannot be written.
    pub fn sample(&mut self, path: &Path) -> Result<(), ApiError> {
        let new = !path.exists();
        self.open_or_create(path)?;
        sample::fill(self).inspect_err(|_| {
            if let Some(store) = self.ledger.take_if(|_| new) {
                store.discard();
            }
        })
    }

    fn replace(&mut self, store: Store) {
        self.ledger = Some(store);
        self.slides = None;
        self.merging = None;
        self.foreign = None;
    }

    /// Makes an empty ledger of this name in the folder of ledgers.
    pub(crate) fn create_named(&mut self, name: &str) -> Result<(), ApiError> {
        let path = self.free_path(name)?;
        self.open_or_create(&path)
    }

    /// Returns a path for a ledger of this name in the folder of ledgers; a number is added if the name is taken.
    fn free_path(&self, name: &str) -> Result<PathBuf, ApiError> {
        let folder = self.host.ledgers();
        let name: String = file_name(name).chars().take(60).collect();
        let path = |n: u32| folder.join(if n == 1 { format!("{name}.yaodian") } else { format!("{name}（{n}）.yaodian") });
        let free = (1..1000).map(path).find(|path| !path.exists());
        free.ok_or_else(|| ApiError::unreadable(format!("{}里同名的台账太多", folder.display())))
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
        state.plans = plans::list(store, app.host.now())?;
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

/// Copies the sample into a fresh ledger and opens it.
pub(crate) fn open_sample(app: &mut App, _: Nothing) -> Result<State, ApiError> {
    let path = app.free_path("云州市示例台账")?;
    app.sample(&path)?;
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
