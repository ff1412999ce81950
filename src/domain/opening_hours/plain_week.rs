//! The plain week that a form can show: at most two stretches a day, every week alike, closed on
//! public holidays or silent about them. Anything else stays text.

use chrono::{NaiveTime, Weekday};

use super::week::WEEKDAYS;
use super::{Hours, OpeningHours};

/// From when to when; an end at or before its start is the next day's.
pub type Stretch = (NaiveTime, NaiveTime);

/// Seven days from Monday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainWeek {
    pub days: [Vec<Stretch>; 7],
    /// Closed on public holidays; else nothing is said of them.
    pub closed_on_public_holidays: bool,
}

/// Most stretches of a day that the form has fields for.
pub const STRETCHES_A_DAY: usize = 2;

/// Two stretches of this day run into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap(pub Weekday);

impl PlainWeek {
    /// The week of a text, when the form can show all that the text says.
    pub fn of(hours: &OpeningHours) -> Option<Self> {
        let text = hours.as_str();
        let bare = text.strip_suffix("PH off").map(|rest| rest.trim_end_matches([' ', ';', ',']));
        let bare_text = bare.unwrap_or(text);
        let plain = !["PH", "SH", "\"", "unknown"].iter().any(|word| bare_text.contains(word));
        let regular = hours.regular_week().filter(|_| plain)?;
        let mut week = Self { closed_on_public_holidays: bare.is_some(), ..Self::default() };
        for (day, (_, hours)) in week.days.iter_mut().zip(regular.days()) {
            *day = hours.iter().map(stretch).collect();
        }
        week.days.iter().all(|day| day.len() <= STRETCHES_A_DAY).then_some(week)
    }

    /// The week in `opening_hours` syntax; empty when it is never open.
    ///
    /// # Errors
    /// The first day whose stretches run into each other.
    pub fn text(&self) -> Result<String, Overlap> {
        let days: Vec<(&str, Weekday, String)> = NAMES
            .into_iter()
            .zip(WEEKDAYS)
            .zip(&self.days)
            .map(|((name, day), stretches)| Ok((name, day, day_text(stretches).ok_or(Overlap(day))?)))
            .collect::<Result<_, Overlap>>()?;
        let runs = days.chunk_by(|(_, _, a), (_, _, b)| a == b);
        let mut rules: Vec<String> = runs.filter_map(rule).collect();
        if self.closed_on_public_holidays && !rules.is_empty() {
            rules.push("PH off".to_owned());
        }
        Ok(rules.join("; "))
    }
}

const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

fn stretch(hours: &Hours) -> Stretch {
    (hours.opens(), hours.closes())
}

/// "Mo-Fr 09:00-12:00"; `None` for days that are closed.
fn rule(run: &[(&str, Weekday, String)]) -> Option<String> {
    let ((first, _, hours), (last, ..)) = (run.first()?, run.last()?);
    let days = if first == last { (*first).to_owned() } else { format!("{first}-{last}") };
    (!hours.is_empty()).then(|| format!("{days} {hours}"))
}

/// "09:00-12:00,14:00-18:00" in the order of the clock; `None` when two stretches overlap.
fn day_text(stretches: &[Stretch]) -> Option<String> {
    let mut sorted = stretches.to_vec();
    sorted.sort();
    let clear = sorted.windows(2).all(|pair| match pair {
        [(_, end), (next, _)] => end < next && *end != NaiveTime::MIN,
        _ => true,
    });
    // A night that reaches into the next morning's first stretch is the next day's affair.
    let nights_last = sorted.split_last().is_none_or(|(_, before)| before.iter().all(|(from, to)| from < to));
    (clear && nights_last).then(|| sorted.iter().map(stretch_text).collect::<Vec<_>>().join(","))
}

fn stretch_text((from, to): &Stretch) -> String {
    let end = if *to == NaiveTime::MIN { "24:00".to_owned() } else { to.format("%H:%M").to_string() };
    format!("{}-{end}", from.format("%H:%M"))
}

/// A time of day as people type it: "9:30", "09:30", "9h", "9 h 30", "9". `24:00` is midnight.
pub fn parse_time_of_day(text: &str) -> Option<NaiveTime> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, minutes) = bare.split_once([':', 'h', 'H', '.']).unwrap_or((&bare, ""));
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let minutes = if minutes.is_empty() { 0 } else { number(minutes)? };
    match (number(hours)?, minutes) {
        (24, 0) => Some(NaiveTime::MIN),
        (hours, minutes) => NaiveTime::from_hms_opt(hours, minutes, 0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> OpeningHours {
        OpeningHours::parse(text).unwrap()
    }

    #[test]
    fn a_plain_text_becomes_a_week_and_comes_back() {
        for (text, back) in [
            ("Mo-Fr 09:00-18:00", Some("Mo-Fr 09:00-18:00")),
            ("Mo,Tu 09:00-12:00; We off", Some("Mo-Tu 09:00-12:00")),
            (
                "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00; PH off",
                Some("Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00; PH off"),
            ),
            ("Mo-Fr 09:00-18:00; Th off", Some("Mo-We 09:00-18:00; Fr 09:00-18:00")),
            ("Fr 20:00-02:00", Some("Fr 20:00-02:00")),
            ("Fr 18:00-24:00", Some("Fr 18:00-24:00")),
            ("24/7", Some("Mo-Su 00:00-24:00")),
            ("Mo-Fr 09:00-18:00; PH 10:00-12:00", None),
            ("Mo-Fr 09:00-18:00; SH off", None),
            ("Mo-Fr 09:00-18:00 \"sur rendez-vous\"", None),
            ("Sa[1] 09:00-12:00", None),
            ("Jul-Aug Mo 09:00-12:00", None),
            ("Mo 08:00-09:00,10:00-11:00,12:00-13:00", None),
        ] {
            let week = PlainWeek::of(&read(text));
            assert_eq!(week.map(|week| week.text().unwrap()).as_deref(), back, "{text}");
        }
    }

    #[test]
    fn stretches_that_run_into_each_other_are_named_by_their_day() {
        let time = |text: &str| parse_time_of_day(text).unwrap();
        let week = |stretches: &[(&str, &str)]| {
            let mut week = PlainWeek::default();
            week.days[2] = stretches.iter().map(|(from, to)| (time(from), time(to))).collect();
            week.text()
        };
        assert_eq!(week(&[("14h", "18h"), ("9h", "12h")]).as_deref(), Ok("We 09:00-12:00,14:00-18:00"));
        assert_eq!(week(&[("9h", "12h"), ("11h", "18h")]), Err(Overlap(Weekday::Wed)));
        assert_eq!(week(&[("9h", "12h"), ("12h", "18h")]), Err(Overlap(Weekday::Wed)));
        assert_eq!(week(&[("9h", "2h"), ("20h", "22h")]), Err(Overlap(Weekday::Wed)));
        assert_eq!(week(&[("9h", "24h")]).as_deref(), Ok("We 09:00-24:00"));
        let closed = PlainWeek { closed_on_public_holidays: true, ..PlainWeek::default() };
        assert_eq!(closed.text().as_deref(), Ok(""));
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, read) in [
            ("09:30", Some("09:30")),
            ("9h", Some("09:00")),
            ("9 h 30", Some("09:30")),
            ("9", Some("09:00")),
            ("24:00", Some("00:00")),
            ("24:30", None),
            ("9h75", None),
            ("neuf heures", None),
            ("", None),
            ("930", None),
            ("-9:00", None),
        ] {
            let time = parse_time_of_day(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(time.as_deref(), read, "{text}");
        }
    }

    proptest! {
        /// What the form writes says what was typed, and the form shows it again.
        #[test]
        fn any_week_of_the_form_is_kept(
            days in proptest::collection::vec(proptest::collection::vec((0u32..96, 1u32..96), 0..=2), 7),
            holidays: bool,
        ) {
            let time = |quarter: u32| {
                NaiveTime::from_num_seconds_from_midnight_opt(quarter % 96 * 900, 0).unwrap()
            };
            let mut week = PlainWeek { closed_on_public_holidays: holidays, ..PlainWeek::default() };
            for (day, typed) in week.days.iter_mut().zip(&days) {
                *day = typed.iter().map(|(from, length)| (time(*from), time(from + length))).collect();
                day.sort();
            }
            // Nights that run into the next day's first stretch are joined when they are read.
            let nights = week.days.iter().flatten().any(|(from, to)| to <= from);
            if let Ok(text) = week.text() && !text.is_empty() {
                let read = OpeningHours::parse(&text).unwrap();
                if !nights {
                    prop_assert_eq!(PlainWeek::of(&read), Some(week), "{}", text);
                }
            }
        }
    }
}
