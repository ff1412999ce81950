//! Starts programs that end with the test process, whatever ends it: even a static that is never dropped, or a kill.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The shell waits for its input to close, which the system does when the test process is gone, then ends the program
/// and all that it started, and removes the folder that it was given for itself. It holds no output of its own, so that
/// the end of the program is the end of the output.
const UNTIL_INPUT_CLOSES: &str = r#"
    "$@" </dev/null &
    exec >&-
    read -r _
    trap '' TERM
    kill -TERM 0
    wait
    [ -z "$SCRATCH" ] || rm -rf "$SCRATCH"
"#;

/// A running program, tied to this process.
pub struct Tethered {
    shell: Child,
    tether: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
}

impl Tethered {
    /// Starts the program with its arguments and environment, of which SCRATCH may name a folder that goes with it.
    /// Its standard output is read by [`Self::line`].
    pub fn start(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        use std::os::unix::process::CommandExt;
        let mut shell = Command::new("sh")
            .args(["-c", UNTIL_INPUT_CLOSES, "tether", program])
            .args(arguments)
            .envs(environment.iter().copied())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}"));
        let tether = shell.stdin.take();
        let output = BufReader::new(shell.stdout.take().expect("piped")).lines();
        Self { shell, tether, output }
    }

    /// What `pick` makes of the first line of output that it takes.
    ///
    /// # Panics
    /// When the program ends first.
    pub fn line<T>(&mut self, pick: impl Fn(&str) -> Option<T>) -> T {
        for line in self.output.by_ref() {
            if let Some(found) = pick(&line.expect("text")) {
                return found;
            }
        }
        panic!("the program ended before it said what was awaited");
    }
}

impl Drop for Tethered {
    fn drop(&mut self) {
        drop(self.tether.take());
        let _ = self.shell.wait();
    }
}

#[test]
fn a_program_ends_with_its_tether() {
    let mut sleeper = Tethered::start("sh", &["-c", "echo pid $$; exec sleep 60"], &[]);
    let pid = sleeper.line(|line| line.strip_prefix("pid ").map(str::to_owned));
    let process = std::path::PathBuf::from(format!("/proc/{pid}"));
    assert!(process.exists());
    drop(sleeper);
    assert!(!process.exists());
}

#[test]
#[should_panic(expected = "the program ended")]
fn a_program_that_ends_early_is_not_waited_for() {
    Tethered::start("true", &[], &[]).line(|_| Some(()));
}

#[test]
fn a_scratch_folder_goes_with_its_program() {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let path = folder.to_str().expect("UTF-8");
    let mut sleeper = Tethered::start("sh", &["-c", "echo here; exec sleep 60"], &[("SCRATCH", path)]);
    sleeper.line(|line| (line == "here").then_some(()));
    assert!(folder.exists());
    drop(sleeper);
    assert!(!folder.exists());
}
