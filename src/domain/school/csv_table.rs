//! School holidays as a table: `zone,name,first_day,last_day`, the form of the product's own
//! file and of `import`. A bad row is told by its line and does not spoil the others.

use chrono::{Datelike, NaiveDate};

use super::SchoolPeriod;
use crate::domain::period::YEARS;
use crate::domain::schedule::SchoolZone;

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolTable {
    pub periods: Vec<SchoolPeriod>,
    /// Line (from 1, the header included) and fault of each row that was left out.
    pub rejected: Vec<(u64, RowError)>,
}

/// Why a whole table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// The header lacks this column.
    MissingColumn(&'static str),
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    /// Not CSV: another number of fields than the header has.
    Malformed,
    /// Not A, B or C.
    UnknownZone(String),
    NoName,
    /// Not a date of the form 2026-02-07, or a year that is not credible.
    BadDate(String),
    EndsBeforeStart,
}

/// Reads a table with a header, its columns in any order; columns of other names are ignored.
pub fn parse_school_table(text: &str) -> Result<SchoolTable, TableError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns = Columns::of(&reader.headers().cloned().unwrap_or_default())?;
    let mut table = SchoolTable::default();
    let mut lines = Lines { text, byte: 0, line: 1 };
    for record in reader.records() {
        let (position, parsed) = match &record {
            Ok(record) => (record.position(), columns.read(record)),
            Err(error) => (error.position(), Err(RowError::Malformed)),
        };
        match parsed {
            Ok(period) => table.periods.push(period),
            Err(fault) => table.rejected.push((lines.at(position), fault)),
        }
    }
    Ok(table)
}

/// Finds the line of a row as an editor shows it. The reader's own line numbers stop before the
/// LF of a CR LF and before blank lines, so they are too low.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the row that the reader began here. Rows are asked for in order.
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let begun = position.and_then(|p| usize::try_from(p.byte()).ok()).unwrap_or(self.byte);
        let bytes = self.text.as_bytes().iter().enumerate().skip(self.byte);
        for (byte, character) in bytes {
            if byte >= begun && !matches!(character, b'\r' | b'\n') {
                self.byte = byte;
                break;
            }
            self.line += u64::from(*character == b'\n');
        }
        self.line
    }
}

/// Where each column stands.
struct Columns {
    zone: usize,
    name: usize,
    first_day: usize,
    last_day: usize,
}

impl Columns {
    fn of(header: &csv::StringRecord) -> Result<Self, TableError> {
        let find = |name| header.iter().position(|c| c == name).ok_or(TableError::MissingColumn(name));
        Ok(Self {
            zone: find("zone")?,
            name: find("name")?,
            first_day: find("first_day")?,
            last_day: find("last_day")?,
        })
    }

    fn read(&self, record: &csv::StringRecord) -> Result<SchoolPeriod, RowError> {
        let field = |index| record.get(index).ok_or(RowError::Malformed);
        let zone = field(self.zone)?;
        let zone = SchoolZone::from_code(zone).ok_or_else(|| RowError::UnknownZone(zone.to_owned()))?;
        let name = field(self.name)?;
        if name.is_empty() {
            return Err(RowError::NoName);
        }
        let (first_day, last_day) = (date(field(self.first_day)?)?, date(field(self.last_day)?)?);
        if last_day < first_day {
            return Err(RowError::EndsBeforeStart);
        }
        Ok(SchoolPeriod { zone, name: name.to_owned(), first_day, last_day })
    }
}

fn date(text: &str) -> Result<NaiveDate, RowError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|date| YEARS.contains(&date.year()))
        .ok_or_else(|| RowError::BadDate(text.to_owned()))
}
