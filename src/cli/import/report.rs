//! What an import says, in the language asked for.

use std::path::Path;

use anyhow::anyhow;
use indicatif::{ProgressBar, ProgressStyle};

use super::super::say;
use crate::domain::import::Level;
use crate::i18n::{Args, Locale, text_with};

/// The words of the message `import-CODE`.
pub fn words(locale: Locale, code: &str, figures: &[(&'static str, String)]) -> String {
    let mut args = Args::new();
    for (name, value) in figures {
        args.set(*name, value.as_str());
    }
    text_with(locale, &format!("import-{code}"), Some(&args))
}

/// Why nothing of the file was read.
pub fn refusal(locale: Locale, file: &Path, code: &str, figures: &[(&'static str, String)]) -> anyhow::Error {
    anyhow!("{}: {}", file.display(), words(locale, code, figures))
}

/// One remark on one line of the file.
pub fn remark(locale: Locale, line: u64, level: Level, code: &str, figures: &[(&'static str, String)]) {
    let form = match level {
        Level::Info => "line-info",
        Level::Warning => "line-warning",
        Level::Skipped => "line-skipped",
    };
    let what = words(locale, code, figures);
    say::line(words(locale, form, &[("line", line.to_string()), ("what", what)]));
}

/// What came of it all. Numbers are set as numbers, so that the words agree with them.
pub fn summary(locale: Locale, code: &str, figures: &[(&'static str, usize)]) {
    let mut args = Args::new();
    for (name, value) in figures {
        args.set(*name, *value);
    }
    say::line(text_with(locale, &format!("import-{code}"), Some(&args)));
}

/// Hidden where standard error is not a terminal.
pub fn bar(rows: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len}");
    let bar = ProgressBar::new(rows.try_into().unwrap_or_default());
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
