//! JSON lines: one object a line in, one a line out, in the same order, on all cores.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Write};
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::thread;

/// Lines that wait for each worker, so that a long page holds up neither the reading nor the writing of the others.
const WAITING: usize = 16;

/// Why a line gets no answer.
#[derive(Debug, Serialize)]
pub struct Refusal {
    pub code: &'static str,
    pub message: String,
}

#[derive(Serialize)]
struct Refused {
    id: Value,
    error: Refusal,
}

/// Answers every line of standard input that is not blank with one of standard output. A line that is no `L` is answered with its id, if it
/// has one, and the error `bad_line`.
///
/// # Errors
/// What reading or writing met. The answers to the lines before it are written.
pub fn answer_each<L, A>(answer: impl Fn(L) -> A + Sync) -> io::Result<()>
where
    L: for<'de> Deserialize<'de>,
    A: Serialize,
{
    let answer = |line: String| match serde_json::from_str(&line) {
        Ok(asked) => to_line(&answer(asked)),
        Err(error) => {
            let id = serde_json::from_str::<Value>(&line).ok().and_then(|v| v.get("id").cloned()).unwrap_or_default();
            to_line(&Refused { id, error: Refusal { code: "bad_line", message: error.to_string() } })
        }
    };
    let answer = &answer;
    thread::scope(|scope| {
        let (asks, answers): (Vec<SyncSender<String>>, Vec<_>) = (0..workers())
            .map(|_| {
                let (ask, asked) = mpsc::sync_channel(WAITING);
                let (tell, told) = mpsc::sync_channel(WAITING);
                scope.spawn(move || asked.into_iter().map(answer).try_for_each(|line| tell.send(line)));
                (ask, told)
            })
            .unzip();
        let writing = scope.spawn(move || write(&answers));
        // A worker that is gone has nobody to write for any more; what became of the writing says why.
        let mut turns = asks.iter().cycle();
        let reading = (|| {
            for line in io::stdin().lock().lines() {
                let line = line?;
                if !line.trim().is_empty() && turns.next().is_none_or(|ask| ask.send(line).is_err()) {
                    break;
                }
            }
            Ok(())
        })();
        drop(asks);
        let written = writing.join().unwrap_or_else(|_| Err(io::Error::other("the writing of the answers broke off")));
        reading.and(written)
    })
}

fn workers() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Writes what the workers answer, each in its turn, and lets it out whenever there is nothing to be written at once.
fn write(answers: &[Receiver<io::Result<String>>]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for told in answers.iter().cycle() {
        let line = match told.try_recv() {
            Err(TryRecvError::Empty) => {
                out.flush()?;
                told.recv().ok()
            }
            known => known.ok(),
        };
        // The lines are dealt out in turn: the first worker without a next one has seen the last.
        let Some(line) = line else { break };
        out.write_all(line?.as_bytes())?;
    }
    out.flush()
}

/// One JSON value as one line. Characters at which some readers (Python's `splitlines` for one) break lines are escaped.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn to_line(value: &impl Serialize) -> io::Result<String> {
    let mut line = serde_json::to_string(value)?;
    if line.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        // They can only stand inside strings.
        line = line.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    }
    line.push('\n');
    Ok(line)
}
