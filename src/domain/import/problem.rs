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

impl FileProblem {
    /// The message that says it is `import-CODE`, with [`Self::figures`].
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoRows => "no-rows",
            Self::UnknownColumns { .. } => "unknown-columns",
        }
    }

    /// What the message names, by argument.
    pub fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::NoRows => Vec::new(),
            Self::UnknownColumns { missing, found } => {
                vec![("missing", missing.join(", ")), ("found", found.join(", "))]
            }
        }
    }
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
    /// The row was kept, but something in it is missing or doubtful.
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
    /// Its point lies that far from its commune; both are kept as they are.
    FarFromCommune {
        km: u32,
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
    /// The message that says it is `import-CODE`, with [`Self::figures`].
    pub fn code(&self) -> &'static str {
        match self {
            Self::ReadAsWindows1252 => "windows-1252",
            Self::ContactRemoved => "contact-removed",
            Self::NoPoint => "no-point",
            Self::BadCoordinates { .. } => "bad-coordinates",
            Self::FarFromCommune { .. } => "far-from-commune",
            Self::BadWebsite(_) => "bad-website",
            Self::UnknownBrick(_) => "unknown-brick",
            Self::WrongFieldCount { .. } => "wrong-field-count",
            Self::Unreadable => "unreadable",
            Self::NoName => "no-name",
            Self::UnknownTerritory(_) => "unknown-territory",
            Self::Duplicate { .. } => "duplicate",
            Self::NotOpen(_) => "not-open",
        }
    }

    /// What the message names, by argument; the words are the file's own.
    pub fn figures(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ReadAsWindows1252
            | Self::ContactRemoved
            | Self::NoPoint
            | Self::Unreadable
            | Self::NoName => Vec::new(),
            Self::BadCoordinates { lat, lon } => vec![("lat", lat.clone()), ("lon", lon.clone())],
            Self::FarFromCommune { km } => vec![("km", km.to_string())],
            Self::BadWebsite(text)
            | Self::UnknownBrick(text)
            | Self::UnknownTerritory(text)
            | Self::NotOpen(text) => {
                vec![("text", text.clone())]
            }
            Self::WrongFieldCount { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::Duplicate { first_line } => vec![("line", first_line.to_string())],
        }
    }

    pub fn level(&self) -> Level {
        match self {
            Self::ReadAsWindows1252 | Self::ContactRemoved => Level::Info,
            Self::NoPoint
            | Self::BadCoordinates { .. }
            | Self::FarFromCommune { .. }
            | Self::BadWebsite(_)
            | Self::UnknownBrick(_) => Level::Warning,
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
