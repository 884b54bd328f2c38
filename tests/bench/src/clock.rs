//! How long work takes on one core.

use std::time::{Duration, Instant};

/// How often each is measured; the fastest counts, because everything else slows down and nothing speeds up.
const TRIES: usize = 3;

/// Short work is done so often that the system's account of it is good enough.
const ENOUGH: Duration = Duration::from_millis(100);

/// Returns the shortest time the work took. Where the system tells how long this thread had a core, waiting for one
/// does not count: other programs may be running.
pub fn fastest(mut work: impl FnMut()) -> Duration {
    let mut several = || {
        let (start, on_core) = (Instant::now(), time_on_core());
        let mut times = 0;
        while times == 0 || start.elapsed() < ENOUGH {
            work();
            times += 1;
        }
        match (on_core, time_on_core()) {
            (Some(before), Some(after)) => after.saturating_sub(before) / times,
            _ => start.elapsed() / times,
        }
    };
    (0..TRIES).map(|_| several()).min().expect("there is more than one try")
}

/// Returns how many times longer one time is than another.
pub fn ratio(long: Duration, short: Duration) -> f64 {
    long.as_secs_f64() / short.as_secs_f64()
}

/// Returns how long this thread had a core, from Linux's account.
fn time_on_core() -> Option<Duration> {
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    account.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
