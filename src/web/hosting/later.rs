//! When an event is published by itself: at once when nothing is said.

use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use super::fields::Drawing;
use super::page::{Fold, Part};
use super::read::Fault;
use super::read_when::{day, time};
use super::typed::Typed;
use crate::domain::event::EventDraft;
use crate::domain::period::{instant_of, local_of};
use crate::i18n;

const DATE: &str = "later-date";
const TIME: &str = "later-time";

/// The hour of a day without one.
fn morning() -> NaiveTime {
    NaiveTime::from_hms_opt(9, 0, 0).unwrap_or(NaiveTime::MIN)
}

/// The instant at which `event` is to be published; `None`: at once.
pub fn moment(
    typed: &Typed,
    event: &EventDraft,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Fault> {
    if !typed.is_on(DATE) && !typed.is_on(TIME) {
        return Ok(None);
    }
    let date = day(typed.text(DATE)).ok_or_else(|| Fault::new(DATE, "publishing-fault-later-date"))?;
    let time = match typed.text(TIME) {
        "" => morning(),
        text => time(text).ok_or_else(|| Fault::new(TIME, "publishing-fault-later-time"))?,
    };
    let at = instant_of(date.and_time(time), zone);
    if at <= now {
        return Err(Fault::new(DATE, "publishing-fault-later-past"));
    }
    let is_once = event.schedule.recurrence.is_none();
    if is_once && local_of(at, event.schedule.zone).date() > event.schedule.span.first_day() {
        return Err(Fault::new(DATE, "publishing-fault-later-after"));
    }
    Ok(Some(at))
}

pub fn fold(drawing: &Drawing<'_>) -> Fold {
    let mut date = drawing.field("date", DATE);
    date.min = drawing.today.to_string();
    let hint = i18n::text(drawing.locale, "publishing-later-hint");
    let time = drawing.field("time", TIME).hint(hint);
    drawing.fold("later", &[DATE, TIME], vec![Part::Row(vec![date, time])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::hosting::read::{Around, event};

    fn moment_of(pairs: &[(&str, &str)]) -> Result<Option<String>, &'static str> {
        let whole = [
            ("title", "Couture"),
            ("kind", "atelier"),
            ("date", "2026-03-12"),
            ("start", "18:30"),
            ("end", "20:30"),
        ];
        let typed = Typed::of_pairs(whole.into_iter().chain(pairs.iter().copied()));
        let zone = chrono_tz::Europe::Paris;
        let today = chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        let draft = event(&typed, &Around { zone, today, base: None }).unwrap();
        let now = "2026-03-05T09:00:00Z".parse().unwrap();
        let at = moment(&typed, &draft, zone, now).map_err(|fault| fault.key)?;
        Ok(at.map(|at| at.to_rfc3339()))
    }

    #[test]
    fn an_event_is_published_at_once_or_at_a_moment_to_come() {
        let at = |text: &str| Ok(Some(text.to_owned()));
        for (pairs, wanted) in [
            (&[][..], Ok(None)),
            (&[("later-date", "2026-03-06")], at("2026-03-06T08:00:00+00:00")),
            (&[("later-date", "2026-03-06"), ("later-time", "18h30")], at("2026-03-06T17:30:00+00:00")),
            (&[("later-time", "18:30")], Err("publishing-fault-later-date")),
            (&[("later-date", "2026-03-06"), ("later-time", "x")], Err("publishing-fault-later-time")),
            (&[("later-date", "2026-03-05"), ("later-time", "10:00")], Err("publishing-fault-later-past")),
            (&[("later-date", "2026-03-13")], Err("publishing-fault-later-after")),
            (&[("later-date", "2026-03-13"), ("repeats", "week")], at("2026-03-13T08:00:00+00:00")),
        ] {
            assert_eq!(moment_of(pairs), wanted, "{pairs:?}");
        }
    }
}
