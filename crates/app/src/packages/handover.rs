//! A whole ledger handed over, and taken over as a new file.

use super::{file, named, refused, summary};
use crate::analysis::Whole;
use crate::error::file_error;
use crate::wire::{OfPeriod, PackageKind, PackageTaken};
use crate::{ApiError, App, plans};
use package::{Cover, Handover, HandoverContent, write_handover};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use store::Store;

/// Saves the ledger with workbooks of its plans: a proven copy, whatever is written meanwhile.
pub(crate) fn export(app: &App, cover: &Cover, path: &Path) -> Result<(), ApiError> {
    let (store, now) = (app.store()?, app.host.now());
    let (copy, aside) = (beside(path, "copy"), beside(path, "part"));
    remove(&copy);
    remove(&aside);
    // The disk that is full or read-only is not the ledger's but the one the package goes to.
    let failed = |error: io::Error| file_error("保存移交包", path, &error);
    let no_room = |error| match error {
        store::Error::DiskFull => failed(io::ErrorKind::StorageFull.into()),
        store::Error::ReadOnly => failed(io::ErrorKind::ReadOnlyFilesystem.into()),
        other => other.into(),
    };
    let done = store.backup(&copy).map_err(no_room).and_then(|()| {
        let mut workbooks = Vec::new();
        let mut content = HandoverContent {
            file_name: store.path().file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            plans: Vec::new(),
            entries: 0,
            state: store.state_hash()?,
        };
        for plan in plans::list(store, now)? {
            workbooks.push(Whole::read(store, OfPeriod { plan: plan.id, period: plan.current }, now, &app.host.who())?.workbook()?);
            content.plans.push(plan.title);
        }
        content.entries = store.figures_of_units()?.values().map(|count| u64::from(*count)).sum();
        let summary = summary::of_handover(cover, &content, *now.offset());
        let ledger = File::open(&copy).map(BufReader::new).map_err(failed)?;
        // It holds the whole ledger, so it is as private as the ledger is.
        let mut out = private(&aside).map(BufWriter::new).map_err(failed)?;
        write_handover(&mut out, cover, &content, &summary, ledger, &workbooks).map_err(refused)?;
        out.flush().and_then(|()| out.get_ref().sync_all()).and_then(|()| fs::rename(&aside, path)).map_err(failed)
    });
    remove(&copy);
    remove(&aside);
    done
}

/// Makes a new ledger of a hand-over package, if it is still the one that was previewed.
pub(crate) fn take(package: &Path, sum: &str, to: &Path) -> Result<PackageTaken, ApiError> {
    if to.exists() {
        let error = ApiError::invalid(format!("“{}”已经存在，不会覆盖它", to.display()));
        return Err(error.hint("请换一个文件名，移交的台账会作为新文件放在旁边"));
    }
    let mut handover = Handover::open(file(package)?).map_err(|error| named(package, refused(error)))?;
    if handover.ledger_sum() != sum {
        return Err(named(package, ApiError::unreadable("文件在预览以后变了，没有采用；请重新选这个移交包")));
    }
    let unpacked = beside(to, "unpacked");
    remove(&unpacked);
    let failed = |error: io::Error| file_error("写台账", to, &error);
    let done = (|| {
        let mut out = private(&unpacked).map(BufWriter::new).map_err(failed)?;
        handover.unpack_ledger(&mut out).map_err(|error| named(package, refused(error)))?;
        out.flush().and_then(|()| out.get_ref().sync_all()).map_err(failed)?;
        drop(out);
        Ok::<_, ApiError>(Store::adopt(&unpacked, to)?)
    })();
    for left in [unpacked.clone(), suffixed(&unpacked, "-wal"), suffixed(&unpacked, "-shm")] {
        remove(&left);
    }
    done.map(|()| PackageTaken {
        kind: PackageKind::Handover,
        path: Some(to.display().to_string()),
        changed: true,
        lines: summary::handover_lines(&handover.content),
    })
}

fn private(path: &Path) -> std::io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{what}"))
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove(path: &Path) {
    // What is not there needs no removing; what cannot be removed is a hidden file beside.
    let _ = fs::remove_file(path);
}
