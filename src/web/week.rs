//! What is still on this week, until Sunday, for the pages that announce it.

use chrono::{DateTime, Days, NaiveTime, Utc, Weekday};

use super::answer::Desk;
use super::error::Result;
use super::parts::Day;
use super::rows::{Telling, say};
use super::wording::capitalised;
use crate::domain::period::instant_of;
use crate::i18n::date;
use crate::i18n::quantity::{self, Counted};
use crate::store::agenda::{self, Narrowed};

/// Exhibitions and the like that began before today and are named first.
const MOST_UNDER_WAY: i64 = 3;

/// The rest of a week.
pub struct Week {
    pub days: Vec<Day>,
    /// "Du 2 au 8 mars".
    pub label: String,
    /// Events from now to Sunday, those that are shown and the others.
    pub total: u64,
    /// "Et 12 autres évènements". Empty: all are shown.
    pub more: String,
    /// When the first of the events shown ends.
    pub true_until: DateTime<Utc>,
}

/// The rest of this week, at most `limit` events of it. `territory`: whose holidays are named.
pub fn rest_of_week(desk: &mut Desk<'_>, asked: &Narrowed, territory: &str, limit: i64) -> Result<Week> {
    let (locale, backend, now, zone) = (desk.locale(), desk.backend(), desk.now, desk.network.zone);
    let week = desk.today.week(Weekday::Mon);
    let midnight = |day: chrono::NaiveDate| instant_of(day.and_time(NaiveTime::MIN), zone);
    let today = midnight(desk.today);
    let range = (today, midnight(week.last_day() + Days::new(1)));
    let mut under_way = agenda::under_way(desk.conn, backend, asked, today, MOST_UNDER_WAY, now)?;
    under_way.retain(|line| line.ends_at > now);
    let lines = agenda::still_to_come(desk.conn, backend, asked, range, limit, now)?;
    let shown = u64::try_from(lines.len()).unwrap_or(0);
    let total = match i64::try_from(lines.len()).is_ok_and(|n| n < limit) {
        true => shown,
        false => {
            let counted = agenda::count_still_to_come(desk.conn, backend, asked, range, now)?;
            u64::try_from(counted).unwrap_or(0)
        }
    };
    let telling = Telling { locale, today: desk.today, zone, territory, with_place: true };
    let ends = under_way.iter().chain(&lines).map(|line| line.ends_at);
    Ok(Week {
        true_until: ends.fold(desk.midnight(), DateTime::min),
        days: telling.days_from(desk.today, &under_way, &lines),
        label: capitalised(&date::period(locale, week.first_day(), week.last_day(), false)),
        total: total + u64::try_from(under_way.len()).unwrap_or(0),
        more: match total.saturating_sub(shown) {
            0 => String::new(),
            rest => say(locale, "week-more", "events", quantity::count(locale, Counted::Events, rest)),
        },
    })
}
