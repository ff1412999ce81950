//! A weekly note that is due is written into the outbox, once however many processes look: the next
//! one is noted with it, in the same transaction. A note with nothing to say is not written; that
//! nothing is announced is said once a month.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::Result;
use super::host_week_note::{host_week_note, page_mark};
use super::network_week_note::network_week_note;
use super::open_host_week::KEY;
use crate::app::day_of;
use crate::db::{self, Transaction};
use crate::domain::member::MemberState;
use crate::domain::period::Period;
use crate::domain::weekly_note::{NUDGED_EVERY, week_of};
use crate::i18n::Locale;
use crate::mail::note::{LEAVE, Note};
use crate::mail::{Copy, Fill, Letterhead, MailingList};
use crate::signed_link;
use crate::store::mailings::{self, NewCopy};
use crate::store::members::{self, MemberRow};
use crate::store::network::Network;
use crate::store::places::{self, PlaceRow};
use crate::store::weekly_notes::{self, WeeklyNoteRow};
use crate::store::{host_weeks, memberships, signing_keys};

/// The network that notes come from, and where they lead to.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    pub network: &'a Network,
    /// Scheme and host, without a final slash.
    pub origin: &'a str,
}

/// Writes the note `id` if it is due; whether it was.
pub fn write_weekly_note(
    tx: &mut Transaction<'_>,
    id: i64,
    from: From<'_>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let row = weekly_notes::by_id(tx, id)?;
    let Some(due) = row.next_at.map(|at| at.0).filter(|at| *at <= now) else { return Ok(false) };
    let zone = from.network.zone;
    // Another process that found it waits here, and finds it taken.
    if !weekly_notes::take(tx, &row, row.timetable(zone)?.next_after(now))? {
        return Ok(false);
    }
    let member = members::by_id(tx, row.member_id)?;
    let Some(week) = week_of(day_of(due, zone)).filter(|_| member.state == MemberState::Active.code()) else {
        return Ok(true);
    };
    let writing = Writing { row: &row, member: &member, week, from, now };
    match row.list()? {
        MailingList::Network => writing.of_network(tx)?,
        _ => writing.of_host(tx)?,
    }
    Ok(true)
}

/// One note for one member.
struct Writing<'a> {
    row: &'a WeeklyNoteRow,
    member: &'a MemberRow,
    week: Period,
    from: From<'a>,
    now: DateTime<Utc>,
}

impl Writing<'_> {
    fn locale(&self) -> Locale {
        self.member.locale()
    }

    fn head(&self) -> Letterhead<'_> {
        Letterhead {
            network: &self.from.network.name,
            origin: self.from.origin,
            locale: self.locale(),
            to_member: true,
        }
    }

    fn of_host(&self, tx: &mut Transaction<'_>) -> Result<()> {
        // Written after the week by a service that was asleep: nobody wants to read it.
        if self.week.range(self.from.network.zone).1 <= self.now {
            return Ok(());
        }
        let places = self.held(tx)?;
        let told = host_week_note(tx, &places, self.week, self.now)?;
        if places.is_empty() || (told.is_quiet() && !self.may_nudge(tx)?) {
            return Ok(());
        }
        let mut copy = Copy::default();
        for place in &places {
            let page = self.page_of(tx, place)?;
            copy.fills.insert(page_mark(place.id), page);
        }
        self.post(tx, MailingList::HostWeek, &told.note(&self.head()), copy)
    }

    fn of_network(&self, tx: &mut Transaction<'_>) -> Result<()> {
        if !memberships::standing(tx, self.member)?.coordinates {
            return Ok(());
        }
        let since = self.now - TimeDelta::weeks(1);
        let told = network_week_note(tx, self.from.network.zone, since, self.now)?;
        if told.is_quiet() {
            return Ok(());
        }
        self.post(tx, MailingList::Network, &told.note(&self.head()), Copy::default())
    }

    /// The places that the member holds and that have not closed for good.
    fn held(&self, tx: &mut Transaction<'_>) -> Result<Vec<PlaceRow>> {
        let today = day_of(self.now, self.from.network.zone);
        let held = memberships::standing(tx, self.member)?.host_of;
        let places = held.into_iter().map(|id| places::by_id(tx, id)).collect::<db::Result<Vec<_>>>()?;
        Ok(places.into_iter().filter(|place| place.closed_on.is_none_or(|day| day > today)).collect())
    }

    /// Whether it may be said again that nothing is announced; then it is said now.
    fn may_nudge(&self, tx: &mut Transaction<'_>) -> Result<bool> {
        // Notes come at the same hour, a little later once and a little earlier then.
        let late = self.now - NUDGED_EVERY + TimeDelta::days(1);
        let may = self.row.nudged_at.is_none_or(|at| at.0 <= late);
        if may {
            weekly_notes::nudged(tx, self.row.id, self.now)?;
        }
        Ok(may)
    }

    /// Where the dates of a place are confirmed, without signing in.
    fn page_of(&self, tx: &mut Transaction<'_>, place: &PlaceRow) -> Result<Fill> {
        let ends = self.week.range(place.zone()?).1;
        let row = host_weeks::ensure(tx, (self.member.id, place.id), self.week.first_day(), ends)?;
        let key = signing_keys::ensure(tx, KEY, self.now)?;
        let link = signed_link::sign(&key, row.id, row.signed());
        Ok(self.address(&format!("/semaine/{link}")))
    }

    fn address(&self, path: &str) -> Fill {
        let address = self.head().absolute(path);
        Fill { text: address.clone(), html: address }
    }

    fn post(&self, tx: &mut Transaction<'_>, list: MailingList, note: &Note, mut copy: Copy) -> Result<()> {
        let link = weekly_notes::leave_link(tx, self.row, self.now)?;
        copy.leave = format!("/semaine/{link}/quitter");
        copy.fills.insert(LEAVE.to_owned(), self.address(&copy.leave));
        let mailing = note.mailing(list, self.locale());
        let mailing = mailing.map_err(|fault| db::Error::corrupt("weekly note", fault))?;
        let mailing = mailings::insert(tx, &mailing, self.now)?;
        let new = NewCopy {
            mailing,
            list,
            once_key: format!("{list}:{}:{}", self.row.uid, self.week),
            recipient: &self.member.email,
            recipient_name: &self.member.name,
            locale: self.locale(),
            member: Some(self.member.id),
            copy: &copy,
        };
        mailings::enqueue(tx, &[new], self.now)?;
        Ok(())
    }
}
