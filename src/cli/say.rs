//! Words on standard output and standard error. A reader that went away (`vigie … | head`) is no
//! reason to stop working.

use std::io::Write;

/// One line on standard output, seen at once.
pub fn line(text: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Why a command ends: one sentence.
pub fn failure(error: &anyhow::Error) {
    let _ = writeln!(std::io::stderr().lock(), "vigie: {error:#}");
}

/// A figure with its thousands apart: 12,345.
pub fn figure(n: impl TryInto<u64>) -> String {
    let digits = n.try_into().unwrap_or_default().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_by_threes() {
        for (n, said) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(figure(n), said);
        }
    }
}
