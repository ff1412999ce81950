//! Stories told in a real Chromium. `tests/run browser` brings the browser and the rules of axe.

#[cfg(test)]
#[path = "../support/chromium.rs"]
mod chromium;
#[cfg(test)]
#[path = "../support/process.rs"]
mod process;

#[cfg(test)]
mod harness;
