//! How long work takes on one core.

use std::sync::LazyLock;
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

/// Returns how long processors have worked for this process and for those it has started and seen the end of: from Linux's
/// account, which counts hundredths of a second; elsewhere the time since the first call.
pub fn of_processes() -> Duration {
    const TICKS_A_SECOND: u64 = 100;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let start = *START;
    let worked = || {
        let account = std::fs::read_to_string("/proc/self/stat").ok()?;
        // The name of the program stands in brackets and may hold spaces; user and system time are the 14th field and on.
        let fields = account.rsplit_once(')')?.1.split_whitespace().skip(11).take(4);
        let ticks = fields.map(|field| field.parse::<u64>().ok()).sum::<Option<u64>>()?;
        Some(Duration::from_millis(ticks * 1000 / TICKS_A_SECOND))
    };
    worked().unwrap_or_else(|| start.elapsed())
}
