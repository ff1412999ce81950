//! Line numbers in a text, for reports on files that people open in an editor.

/// Counts lines going forward through a text.
pub(super) struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    pub fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line, from 1, of the row that a CSV reader says begins at `position`; blank lines and
    /// the line break before it are not of the row. Positions must not go back.
    pub fn line_of(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.map_or(self.at, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        let rest = self.text.get(start..).unwrap_or_default();
        let breaks = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let passed = self.text.get(self.at..start.saturating_add(breaks)).unwrap_or_default();
        self.line += passed.iter().filter(|b| **b == b'\n').count() as u64;
        self.at = self.at.max(start.saturating_add(breaks));
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_by_the_line_they_begin_on() {
        let text = "a,b\r\n\r\n1,\"x\r\ny\"\r\n2,z\n\n\n3,w";
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut lines = LineCounter::new(text.as_bytes());
        let found: Vec<u64> = reader.records().map(|row| lines.line_of(row.unwrap().position())).collect();
        assert_eq!(found, [3, 5, 8]);
    }
}
