//! Why a text is refused as opening hours: data for a form or an import, no sentences.

use opening_hours_syntax::Error as SyntaxError;
use pest::error::LineColLocation;

/// Why a text is not taken as opening hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningHoursError {
    Empty,
    TooLong {
        chars: usize,
    },
    /// Not in the syntax; reading stopped at this character (1 is the first).
    Syntax {
        column: usize,
    },
    /// A number without meaning: minute 75, week 60, years in the wrong order.
    OutOfRange,
    /// In the syntax, but it could not be shown truthfully.
    Unsupported(Unsupported),
}

/// Parts of the syntax that we do not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// `sunrise-sunset`: it would need the place's coordinates at every reading.
    SunTime,
    /// `18:00+`: nobody could say until when it is open.
    OpenEnd,
    /// `10:00-16:00/01:30`, or a point in time: departures, not hours.
    Repetition,
    /// `SH Mo-Fr`: some weekdays of holidays only, which would be shown all year round.
    HolidayWeekday,
    /// More n-th weekdays than any place has.
    Intricate,
}

impl From<Unsupported> for OpeningHoursError {
    fn from(what: Unsupported) -> Self {
        Self::Unsupported(what)
    }
}

impl From<SyntaxError> for OpeningHoursError {
    fn from(error: SyntaxError) -> Self {
        match error {
            SyntaxError::Syntax(error) => Self::Syntax {
                column: match error.line_col {
                    LineColLocation::Pos((_, column)) | LineColLocation::Span((_, column), _) => column,
                },
            },
            SyntaxError::Unsupported(_) => Self::Unsupported(Unsupported::Repetition),
            _ => Self::OutOfRange,
        }
    }
}
