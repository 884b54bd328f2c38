//! Files and folders dropped on the window: the shell hands them over, the page asks what came of them and learns no path.

use crate::host::Pick;
use crate::merge::folder::{has_ending, has_workbook_ending};
use crate::wire::{Dropped, Dropping};
use crate::{ApiError, App, draft, merge};
use std::path::PathBuf;
use std::sync::Mutex;

/// What was dropped last and nobody has asked for yet. The shell puts it here while another request holds the program.
#[derive(Default)]
pub struct Basket(Mutex<Vec<PathBuf>>);

impl Basket {
    /// Keeps what was dropped in place of what was dropped before.
    pub fn put(&self, paths: Vec<PathBuf>) {
        *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = paths;
    }

    fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
    }
}

/// Takes what was dropped: returned workbooks, packages and folders are previewed together; one document is read; where the
/// page reads documents, a workbook is one too.
pub(crate) fn take(app: &mut App, request: Dropping) -> Result<Dropped, ApiError> {
    let paths = app.dropped.take();
    let is_document = |path: &PathBuf| path.is_file() && has_ending(path, Pick::Document);
    let is_returned = |path: &PathBuf| path.is_dir() || has_workbook_ending(path);
    match paths.as_slice() {
        [] => Ok(Dropped { report: None, draft: None }),
        [one] if is_document(one) && (request.reading || !is_returned(one)) => {
            Ok(Dropped { report: None, draft: Some(draft::take(app, one)?) })
        }
        several if !request.reading && several.iter().any(is_returned) => {
            Ok(Dropped { report: Some(merge::add(app, several)?), draft: None })
        }
        _ => Err(refused(request.reading, &paths)),
    }
}

fn refused(reading: bool, paths: &[PathBuf]) -> ApiError {
    let name = paths.first().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let what = if paths.len() == 1 { format!("“{name}”") } else { format!("“{name}”等{}个文件", paths.len()) };
    let error = ApiError::invalid(format!("{what}不能拖到这里"));
    if paths.iter().any(|path| has_ending(path, Pick::Ledger)) {
        return error.hint("要打开台账，请在开始页选“打开已有台账”");
    }
    error.hint(if reading {
        "在“导入”里一次拖入一份计划文件；收到的填报表请拖到“交换”里"
    } else {
        "可以拖入收到的填报表（.xlsx、.xls、.ods、.csv）、数据包（.ydpkg）、装着它们的文件夹，或一份计划文件"
    })
}
