//! What can be wrong with a list of places.

/// Why nothing of a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// No byte, or only blanks.
    Empty,
    /// A header but not one row under it.
    NoRows,
    /// The header is that of no known list. `missing` is what it lacks to be the nearest one.
    UnknownColumns { missing: Vec<&'static str>, found: Vec<String> },
}

/// One remark on one line of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct LineNote {
    /// 1 for the header. A row that spans several lines is named by its first.
    pub line: u64,
    pub problem: Problem,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Done as it should be; good to know.
    Info,
    /// The row was kept, without something.
    Warning,
    /// The row was left out.
    Skipped,
}

/// What a remark says.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The file is not UTF-8 and was read as Windows-1252.
    ReadAsWindows1252,
    /// E-mail addresses or telephone numbers were taken out of the text.
    ContactRemoved,
    /// Neither an address on the Earth nor a known commune: on lists, not on maps.
    NoPoint,
    /// The coordinates cannot be read or lie outside France; the commune's centre stands in, if
    /// the commune is known.
    BadCoordinates {
        lat: String,
        lon: String,
    },
    /// Not an http(s) address.
    BadWebsite(String),
    /// No brick is known by that name.
    UnknownBrick(String),
    /// Not as many fields as the header.
    WrongFieldCount {
        expected: u64,
        found: u64,
    },
    /// The row cannot be read at all.
    Unreadable,
    NoName,
    /// Nothing tells in which territory it lies.
    UnknownTerritory(String),
    /// The same identifier, or the same name in the same commune, stood on that earlier line.
    Duplicate {
        first_line: u64,
    },
    /// It is announced or closed; the census says so in these words.
    NotOpen(String),
}

impl Problem {
    pub fn level(&self) -> Level {
        match self {
            Self::ReadAsWindows1252 | Self::ContactRemoved => Level::Info,
            Self::NoPoint | Self::BadCoordinates { .. } | Self::BadWebsite(_) | Self::UnknownBrick(_) => {
                Level::Warning
            }
            Self::WrongFieldCount { .. }
            | Self::Unreadable
            | Self::NoName
            | Self::UnknownTerritory(_)
            | Self::Duplicate { .. }
            | Self::NotOpen(_) => Level::Skipped,
        }
    }
}

impl LineNote {
    pub fn level(&self) -> Level {
        self.problem.level()
    }
}
