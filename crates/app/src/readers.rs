//! Many files read at once, in their order, each by the program started once more; a person sees how far it is and can stop it.

use crate::apart::Apart;
use crate::work::Stretch;
use crate::{ApiError, App};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Processes that read at once. Each may take some hundred megabytes, so that a machine of an office bears no more.
const MOST_READERS: usize = 2;

/// Reads every file, and returns what was read in the order they are given.
///
/// # Errors
/// If the person stops it.
pub(crate) fn read_each<F: Sync, T: Send>(
    app: &App,
    files: &[F],
    name: fn(&F) -> String,
    read: impl Fn(&F, &mut Apart) -> T + Sync,
) -> Result<Vec<T>, ApiError> {
    let readers = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_READERS).min(files.len());
    let readers = (0..readers).map(|_| Apart::new(app.host.apart())).collect();
    read_by(readers, files, &app.work.begin(files.len()), name, read)
}

/// Reads with these readers, each taking the next file that nobody has begun.
fn read_by<F: Sync, T: Send>(
    readers: Vec<Apart>,
    files: &[F],
    work: &Stretch,
    name: fn(&F) -> String,
    read: impl Fn(&F, &mut Apart) -> T + Sync,
) -> Result<Vec<T>, ApiError> {
    let next = AtomicUsize::new(0);
    let take = |mut apart: Apart| {
        let mut taken = Vec::new();
        while let Some((at, file)) = files.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
            work.step(&name(file))?;
            taken.push((at, read(file, &mut apart)));
        }
        Ok(taken)
    };
    let taken: Vec<Result<Vec<(usize, T)>, ApiError>> = thread::scope(|scope| {
        let taking: Vec<_> = readers.into_iter().map(|apart| scope.spawn(|| take(apart))).collect();
        taking.into_iter().map(|taking| taking.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let mut all: Vec<(usize, T)> = taken.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    all.sort_by_key(|(at, _)| *at);
    Ok(all.into_iter().map(|(_, one)| one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;
    use crate::work::Work;
    use std::sync::Arc;

    fn readers() -> Vec<Apart> {
        (0..2).map(|_| Apart::new(None)).collect()
    }

    #[test]
    fn files_come_in_their_order_and_what_a_person_stops_brings_none() {
        let (work, files) = (Arc::new(Work::default()), (1..=40).collect::<Vec<u32>>());
        let read = read_by(readers(), &files, &work.begin(files.len()), u32::to_string, |file, _| file * 10);
        assert_eq!(read.expect("nobody stopped it"), (1..=40).map(|file| file * 10).collect::<Vec<_>>());

        let (begun, stretch) = (AtomicUsize::new(0), work.begin(files.len()));
        let read = read_by(readers(), &files, &stretch, u32::to_string, |_, _| {
            begun.fetch_add(1, Ordering::Relaxed);
            work.stop();
        });
        assert_eq!(read.expect_err("it was stopped").kind, ErrorKind::Stopped);
        assert!(begun.into_inner() <= 2, "each reader ends what it has begun, and takes no other");
    }
}
