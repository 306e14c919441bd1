//! Works on many inputs at once and hands over the results in input order, holding few of them at a time.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many results each worker may be ahead of the one that is due: enough to even out long and short
/// articles, and little memory.
const AHEAD: usize = 4;
/// Pages nest deeper than the 2 MiB that threads get by default allow.
const STACK: usize = 16 << 20;

/// What is known of the work so far.
struct State<R> {
    /// The next input that nobody has taken.
    next: usize,
    /// The input whose result is due.
    due: usize,
    /// Results that are done and not yet due.
    done: BTreeMap<usize, R>,
    stopped: bool,
}

struct Shared<R> {
    state: Mutex<State<R>>,
    changed: Condvar,
}

impl<R> Shared<R> {
    fn lock(&self) -> MutexGuard<'_, State<R>> {
        // The state is changed only in whole steps, so a panic elsewhere leaves it sound.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'g>(&self, guard: MutexGuard<'g, State<R>>) -> MutexGuard<'g, State<R>> {
        self.changed.wait(guard).unwrap_or_else(PoisonError::into_inner)
    }
}

/// Calls `work` on each input with `jobs` threads, and `take` on each result, in input order, on this
/// thread. The first error of `take` stops it all. `work` must not panic.
///
/// # Errors
/// What `take` returns, or that no thread could be started.
pub(crate) fn in_order<T: Sync, R: Send>(
    inputs: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let jobs = jobs.clamp(1, inputs.len().max(1));
    let state = State { next: 0, due: 0, done: BTreeMap::new(), stopped: false };
    let shared = Shared { state: Mutex::new(state), changed: Condvar::new() };
    thread::scope(|scope| {
        let started: io::Result<()> = (0..jobs).try_for_each(|_| {
            let worker = || run_worker(&shared, inputs, jobs * AHEAD, &work);
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker).map(drop)
        });
        let result = match started {
            Ok(()) => hand_over(&shared, inputs.len(), &mut take),
            Err(error) => Err(error.into()),
        };
        shared.lock().stopped = true;
        shared.changed.notify_all();
        result
    })
}

fn run_worker<T, R>(shared: &Shared<R>, inputs: &[T], window: usize, work: &impl Fn(&T) -> R) {
    loop {
        let mut state = shared.lock();
        while !state.stopped && state.next < inputs.len() && state.next >= state.due + window {
            state = shared.wait(state);
        }
        if state.stopped || state.next >= inputs.len() {
            return;
        }
        let index = state.next;
        state.next += 1;
        drop(state);
        let result = work(&inputs[index]);
        shared.lock().done.insert(index, result);
        shared.changed.notify_all();
    }
}

fn hand_over<R>(
    shared: &Shared<R>,
    count: usize,
    take: &mut impl FnMut(R) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    for due in 0..count {
        let mut state = shared.lock();
        let result = loop {
            if let Some(result) = state.done.remove(&due) {
                break result;
            }
            state = shared.wait(state);
        };
        state.due = due + 1;
        drop(state);
        shared.changed.notify_all();
        take(result)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_input_order_whatever_takes_long() {
        let inputs: Vec<u64> = (0..50).collect();
        let mut taken = Vec::new();
        let work = |&n: &u64| {
            thread::sleep(Duration::from_micros(if n.is_multiple_of(7) { 2000 } else { 10 }));
            n * 2
        };
        in_order(&inputs, 4, work, |r| {
            taken.push(r);
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, inputs.iter().map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn few_results_wait() {
        let inputs = [(); 200];
        let started = AtomicUsize::new(0);
        let mut taken = 0;
        let work = |(): &()| started.fetch_add(1, Ordering::SeqCst);
        in_order(&inputs, 2, work, |_| {
            taken += 1;
            assert!(started.load(Ordering::SeqCst) <= taken + 2 * AHEAD, "ran too far ahead");
            Ok(())
        })
        .unwrap();
        assert_eq!(taken, 200);
    }

    #[test]
    fn an_error_stops_the_work() {
        let started = AtomicUsize::new(0);
        let work = |(): &()| started.fetch_add(1, Ordering::SeqCst);
        let result = in_order(&[(); 1000], 2, work, |_| anyhow::bail!("disk full"));
        assert_eq!(result.unwrap_err().to_string(), "disk full");
        assert!(started.load(Ordering::SeqCst) < 20);
    }

    #[test]
    fn no_input_is_no_work() {
        in_order(&[] as &[u8], 8, |_| (), |()| Ok(())).unwrap();
    }
}
