//! Workbooks that others made read in a process of their own: the program started once more, under a limit on memory and time.
//!
//! What a file made or damaged to harm can do there at worst is end that process; here it is a sentence about the file.
//! The host says how the program is started ([`crate::Host::apart`]); [`serve`] is what it then does.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;
use workbook::{ForeignSheet, Return};

/// The word on the command line that makes the program a reader. It is for the program itself.
const ARGUMENT: &str = "--read-apart";

/// A file that takes longer is given up.
const PATIENCE: Duration = Duration::from_secs(10);
/// What reading may use beyond what the process has when it starts.
#[cfg(unix)]
const ROOM: u64 = 512 << 20;

/// What is asked of a file: the first byte of a frame, before the file's own.
#[derive(Clone, Copy)]
enum Question {
    /// It is a returned form: [`Return`].
    Return = 1,
    /// It is any table: a list of [`ForeignSheet`].
    Table = 2,
}

/// The answer about one file.
type Answer<T> = Result<T, String>;

/// Returns how the running program is started as a reader; none if it does not know where it is.
pub fn command() -> Option<Command> {
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.arg(ARGUMENT);
    Some(command)
}

/// Returns true if the program was started as a reader; the caller then does nothing but [`serve`].
pub fn is_wanted() -> bool {
    std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT)
}

/// Reads workbooks, many with one process.
pub(crate) struct Apart {
    command: Option<Command>,
    patience: Duration,
    running: Option<Running>,
}

/// A process that reads, and how many files it has read.
struct Running {
    child: Child,
    stdin: ChildStdin,
    stdout: ChildStdout,
    read: usize,
}

/// Why there is no answer.
enum Failure {
    Died,
    OverTime,
    NotStarted(io::Error),
}

impl Apart {
    /// Returns a reader that is started as said; without a command it reads in this process.
    pub(crate) fn new(command: Option<Command>) -> Apart {
        Apart { command, patience: PATIENCE, running: None }
    }

    /// Reads the bytes of a returned form, or says in Chinese why not.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Answer<Return> {
        self.answer(Question::Return, bytes, workbook::read_return)
    }

    /// Reads the bytes of a table made elsewhere, or says in Chinese why not.
    pub(crate) fn read_table(&mut self, bytes: &[u8]) -> Answer<Vec<ForeignSheet>> {
        self.answer(Question::Table, bytes, workbook::read_foreign)
    }

    fn answer<T: DeserializeOwned>(&mut self, question: Question, bytes: &[u8], here: Reader<T>) -> Answer<T> {
        if self.command.is_none() {
            return here(bytes).map_err(|error| error.to_string());
        }
        let others_before = self.running.as_ref().is_some_and(|running| running.read > 0);
        let asked = match self.ask(question, bytes) {
            // What the files before have left behind is not this one's fault.
            Err(Failure::Died) if others_before => self.ask(question, bytes),
            asked => asked,
        };
        asked.unwrap_or_else(|failure| Err(failure.zh(self.patience)))
    }

    fn ask<T: DeserializeOwned>(&mut self, question: Question, bytes: &[u8]) -> Result<Answer<T>, Failure> {
        let mut running = match (self.running.take(), &mut self.command) {
            (Some(running), _) => running,
            (None, Some(command)) => Running::start(command).map_err(Failure::NotStarted)?,
            (None, None) => return Err(Failure::Died),
        };
        let answer = running.ask(question, bytes, self.patience)?;
        let answer = serde_json::from_slice(&answer).map_err(|_| Failure::Died)?;
        running.read += 1;
        self.running = Some(running);
        Ok(answer)
    }
}

/// What reads a file in the process itself.
type Reader<T> = fn(&[u8]) -> Result<T, workbook::Error>;

impl Running {
    fn start(command: &mut Command) -> io::Result<Running> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => Ok(Running { child, stdin, stdout, read: 0 }),
            _ => Err(io::Error::other("no pipes")),
        }
    }

    /// Hands the bytes over and waits for the answer, but not longer than `patience`.
    fn ask(&mut self, question: Question, bytes: &[u8], patience: Duration) -> Result<Vec<u8>, Failure> {
        let Running { child, stdin, stdout, .. } = self;
        thread::scope(|scope| {
            let (sender, answers) = channel();
            scope.spawn(move || {
                let answer = write_frame(stdin, &[&[question as u8], bytes]).and_then(|()| read_frame(stdout));
                // Nobody listens any more when it came too late.
                let _ = sender.send(answer);
            });
            match answers.recv_timeout(patience) {
                Ok(Ok(Some(answer))) => Ok(answer),
                Ok(_) => Err(Failure::Died),
                Err(_) => {
                    // The pipes end with the process, and with them the thread that waits for the answer.
                    let _ = child.kill();
                    Err(Failure::OverTime)
                }
            }
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Failure {
    fn zh(self, patience: Duration) -> String {
        let advice = "没有采用任何内容；请用 WPS 或 Excel 打开并另存后再交";
        match self {
            Failure::Died => format!("读取这份文件要用的内存太多或引起程序出错，读取已停下，{advice}"),
            Failure::OverTime => format!("这份文件读了 {} 秒还没有读完，读取已停下，{advice}", patience.as_secs()),
            Failure::NotStarted(error) => format!("读取文件的进程启动不了（{error}），请重新启动程序再试"),
        }
    }
}

/// Reads workbooks from standard input and answers on standard output until the input ends: what the program does when it is
/// started by [`command`].
///
/// # Errors
/// If the other end is gone.
pub fn serve() -> io::Result<()> {
    #[cfg(unix)]
    limit_memory();
    // Standard error is nobody's; a panic is told in the answer.
    std::panic::set_hook(Box::new(|_| {}));
    answer_all(&mut io::stdin().lock(), &mut io::stdout().lock())
}

fn answer_all(input: &mut dyn Read, output: &mut dyn Write) -> io::Result<()> {
    while let Some(frame) = read_frame(input)? {
        let answer = match frame.split_first() {
            Some((question, bytes)) if *question == Question::Table as u8 => answered(bytes, workbook::read_foreign)?,
            Some((_, bytes)) => answered(bytes, workbook::read_return)?,
            None => return Err(io::ErrorKind::InvalidData.into()),
        };
        write_frame(output, &[&answer])?;
    }
    Ok(())
}

/// Returns the answer about a file as it goes over the pipe; a panic is an answer too.
fn answered<T: Serialize>(bytes: &[u8], read: Reader<T>) -> io::Result<Vec<u8>> {
    let answer: Answer<T> = match std::panic::catch_unwind(|| read(bytes)) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err("文件的内容引起读取出错，没有采用任何内容；请用 WPS 或 Excel 打开并另存后再交".to_owned()),
    };
    Ok(serde_json::to_vec(&answer)?)
}

/// Writes how long the parts are together, then the parts.
fn write_frame(to: &mut dyn Write, parts: &[&[u8]]) -> io::Result<()> {
    let length = u32::try_from(parts.iter().map(|part| part.len()).sum::<usize>()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    for part in parts {
        to.write_all(part)?;
    }
    to.flush()
}

/// Returns the next bytes; none at the end.
fn read_frame(from: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let length = u32::from_le_bytes(length);
    let mut bytes = Vec::new();
    match from.take(u64::from(length)).read_to_end(&mut bytes)? {
        read if read == length as usize => Ok(Some(bytes)),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Limits the memory of this process to what it has and some room. Where the system keeps no such limit (macOS), time alone
/// is limited.
#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let kilobytes = |status: String| {
        status.lines().find_map(|line| line.strip_prefix("VmSize:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok())
    };
    let has = std::fs::read_to_string("/proc/self/status").ok().and_then(kilobytes).unwrap_or(0) * 1024;
    let limit = Rlimit { current: Some(has + ROOM), ..getrlimit(Resource::As) };
    // Without the limit reading goes on as well, only less guarded.
    let _ = setrlimit(Resource::As, limit);
}

#[cfg(test)]
mod tests;
