//! What the member chose to be told of, and by which other accounts they sign in.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::{at, maybe_at};
use crate::db::schema::{
    confirmations, events, failing_addresses, guest_letters, host_weeks, identities, occurrences, places,
    reminder_choices, subscriber_topics, subscribers, weekly_notes,
};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::store::members::MemberRow;

/// Accounts elsewhere by which the member signs in.
pub fn identities(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, String, UtcInstant, UtcInstant)> = identities::table
        .filter(identities::member_id.eq(member.id))
        .order(identities::id)
        .select((identities::issuer, identities::subject, identities::linked_at, identities::used_at))
        .load(conn)?;
    let told = |(issuer, subject, linked_at, used_at): &(String, String, _, _)| json!({ "provider": issuer, "name_there": subject, "since": at(*linked_at), "used_at": at(*used_at) });
    Ok(rows.iter().map(told).collect())
}

#[derive(Queryable)]
struct Subscribed {
    id: i64,
    state: String,
    rhythm: String,
    weekday: i32,
    hour: i32,
    own_places: bool,
    next_at: Option<UtcInstant>,
    created_at: UtcInstant,
}

/// The digest with its topics, the reminders and the weekly notes; and whether the address takes mail.
pub fn choices(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let digest: Option<Subscribed> = subscribers::table
        .filter(subscribers::member_id.eq(member.id))
        .select((
            subscribers::id,
            subscribers::state,
            subscribers::rhythm,
            subscribers::weekday,
            subscribers::hour,
            subscribers::own_places,
            subscribers::next_at,
            subscribers::created_at,
        ))
        .first(conn)
        .optional()?;
    let digest = digest.map(|digest| told_digest(conn, &digest)).transpose()?;
    let reminders: Option<(bool, bool)> = reminder_choices::table
        .find(member.id)
        .select((reminder_choices::day_before, reminder_choices::two_hours_before))
        .first(conn)
        .optional()?;
    let notes: Vec<(String, bool, i32, i32)> = weekly_notes::table
        .filter(weekly_notes::member_id.eq(member.id))
        .order(weekly_notes::list)
        .select((weekly_notes::list, weekly_notes::wanted, weekly_notes::weekday, weekly_notes::hour))
        .load(conn)?;
    let refused: Option<(i32, UtcInstant)> = failing_addresses::table
        .find(&member.email)
        .select((failing_addresses::failures, failing_addresses::failed_at))
        .first(conn)
        .optional()?;
    let note = |(list, wanted, weekday, hour): &(String, bool, i32, i32)| json!({ "list": list, "wanted": wanted, "weekday": weekday, "hour": hour });
    Ok(json!({
        "digest": digest,
        "reminders": reminders
            .map(|(day, hours)| json!({ "the_day_before": day, "two_hours_before": hours })),
        "weekly_notes": notes.iter().map(note).collect::<Vec<_>>(),
        "letters_refused_by_the_mailbox": refused
            .map(|(times, last)| json!({ "times": times, "last_at": at(last) })),
    }))
}

fn told_digest(conn: &mut DbConnection, digest: &Subscribed) -> Result<Value> {
    let topics: Vec<(String, String)> = subscriber_topics::table
        .filter(subscriber_topics::subscriber_id.eq(digest.id))
        .order((subscriber_topics::topic, subscriber_topics::key))
        .select((subscriber_topics::topic, subscriber_topics::key))
        .load(conn)?;
    Ok(json!({
        "state": digest.state,
        "rhythm": digest.rhythm,
        "weekday": digest.weekday,
        "hour": digest.hour,
        "own_places": digest.own_places,
        "topics": topics.iter().map(|(topic, key)| json!([topic, key])).collect::<Vec<_>>(),
        "next_at": maybe_at(digest.next_at),
        "since": at(digest.created_at),
    }))
}

/// What the member did as a host by mail: letters to guests, dates confirmed, weeks opened by a link.
pub fn hosts_mail(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let letters: Vec<(String, String, String, i32, UtcInstant)> = guest_letters::table
        .inner_join(events::table)
        .filter(guest_letters::member_id.eq(member.id))
        .order(guest_letters::id)
        .select((
            events::title,
            guest_letters::audience,
            guest_letters::subject,
            guest_letters::letters,
            guest_letters::sent_at,
        ))
        .load(conn)?;
    let confirmed: Vec<(String, String, String, UtcInstant)> = confirmations::table
        .inner_join(occurrences::table.inner_join(events::table))
        .filter(confirmations::member_id.eq(member.id))
        .order((confirmations::said_at, confirmations::occurrence_id))
        .select((events::title, occurrences::occurrence_key, confirmations::state, confirmations::said_at))
        .load(conn)?;
    let weeks: Vec<(String, chrono::NaiveDate)> = host_weeks::table
        .inner_join(places::table)
        .filter(host_weeks::member_id.eq(member.id))
        .order(host_weeks::id)
        .select((places::name, host_weeks::monday))
        .load(conn)?;
    let letter = |(event, audience, subject, letters, sent_at): &(String, String, String, i32, _)| json!({ "event": event, "to": audience, "subject": subject, "letters": letters, "sent_at": at(*sent_at) });
    let date = |(event, date, state, said_at): &(String, String, String, _)| json!({ "event": event, "date": date, "state": state, "said_at": at(*said_at) });
    let week = |(place, monday): &(String, chrono::NaiveDate)| json!({ "place": place, "monday": monday.to_string() });
    Ok(json!({
        "letters_to_guests": letters.iter().map(letter).collect::<Vec<_>>(),
        "dates_confirmed": confirmed.iter().map(date).collect::<Vec<_>>(),
        "weeks_by_mail": weeks.iter().map(week).collect::<Vec<_>>(),
    }))
}
