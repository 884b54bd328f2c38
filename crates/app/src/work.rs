//! Long work: how far it has come, and a person's word to stop it.
//!
//! The one who asks holds the program until the answer is there, so these two questions are answered beside it: a host keeps
//! the [`Work`] of its [`crate::App`] and asks it before it waits for its turn.

use crate::wire::{Nothing, Progress};
use crate::{ApiError, App, ErrorKind};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, PoisonError, RwLock};

/// What is being done, seen from outside while it is done.
#[derive(Default)]
pub struct Work {
    done: AtomicU32,
    of: AtomicU32,
    stopped: AtomicBool,
    at: RwLock<String>,
}

/// One piece of long work; over when it is dropped, however it ended.
pub(crate) struct Stretch(Arc<Work>);

impl Work {
    /// Answers the two commands that do not wait for their turn; none for every other.
    pub fn answer(&self, name: &str) -> Option<Value> {
        match name {
            "progress" => Some(serde_json::to_value(self.progress()).expect("numbers and a text are JSON")),
            "stop" => {
                self.stop();
                Some(serde_json::to_value(Nothing {}).expect("an empty object is JSON"))
            }
            _ => None,
        }
    }

    /// Returns how far the work has come; none while nothing that takes long is being done.
    pub fn progress(&self) -> Option<Progress> {
        let of = self.of.load(SeqCst);
        let at = self.at.read().unwrap_or_else(PoisonError::into_inner).clone();
        (of > 0).then(|| Progress { done: self.done.load(SeqCst), of, at })
    }

    /// Asks the work to stop before its next step; what it has done of one operation is then undone.
    pub fn stop(&self) {
        self.stopped.store(true, SeqCst);
    }

    /// Begins a piece of work of so many steps.
    pub(crate) fn begin(self: &Arc<Work>, steps: usize) -> Stretch {
        self.stopped.store(false, SeqCst);
        self.done.store(0, SeqCst);
        self.of.store(u32::try_from(steps).unwrap_or(u32::MAX), SeqCst);
        Stretch(Arc::clone(self))
    }
}

impl Stretch {
    /// Goes on to the next step, which is at the file or unit of this name.
    ///
    /// # Errors
    /// If the person wants no more of it.
    pub(crate) fn step(&self, at: &str) -> Result<(), ApiError> {
        if self.0.stopped.load(SeqCst) {
            return Err(ApiError { kind: ErrorKind::Stopped, message: "已停止，什么也没有留下".to_owned(), hint: None });
        }
        at.clone_into(&mut self.0.at.write().unwrap_or_else(PoisonError::into_inner));
        self.0.done.fetch_add(1, SeqCst);
        Ok(())
    }
}

impl Drop for Stretch {
    fn drop(&mut self) {
        self.0.of.store(0, SeqCst);
    }
}

/// Answers the command when nothing is being done.
pub(crate) fn progress(app: &mut App, _: Nothing) -> Result<Option<Progress>, ApiError> {
    Ok(app.work.progress())
}

/// Answers the command when nothing is being done, and there is nothing to stop.
pub(crate) fn stop(_: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    Ok(Nothing {})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_and_a_stop_ends_them() {
        let work = Arc::new(Work::default());
        assert_eq!(work.progress(), None, "nothing is being done");
        let stretch = work.begin(3);
        stretch.step("甲").expect("nobody wants it stopped");
        assert_eq!(work.answer("progress"), Some(serde_json::json!({ "done": 1, "of": 3, "at": "甲" })));
        assert_eq!(work.answer("state"), None, "everything else waits for its turn");
        work.answer("stop");
        assert_eq!(stretch.step("乙").expect_err("it was stopped").kind, ErrorKind::Stopped);
        drop(stretch);
        assert_eq!(work.progress(), None, "it is over");
        work.begin(1).step("甲").expect("an old stop does not end new work");
    }
}
