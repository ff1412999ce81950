//! Registrations: who comes to which date, or would like to.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::known;
use crate::db::schema::{members, registration_links, registrations};
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::member::MemberState;
use crate::domain::registration::{Answer, Entry, RegistrationState};
use crate::domain::schedule::OccurrenceKey;
use crate::i18n::Locale;
use crate::secret::Secret;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = registrations)]
pub struct RegistrationRow {
    pub id: i64,
    pub event_id: i64,
    /// Empty: the whole series.
    pub occurrence_key: String,
    pub number: i64,
    pub member_id: Option<i64>,
    /// `None`: came without registering.
    pub email: Option<String>,
    pub name: String,
    pub locale: String,
    pub size: i32,
    pub state: String,
    pub show_name: bool,
    pub answers: String,
    pub came: Option<bool>,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
}

impl RegistrationRow {
    pub fn state(&self) -> Result<RegistrationState> {
        known("registration state", &self.state, RegistrationState::from_code)
    }

    /// `None`: the whole series.
    pub fn key(&self) -> Option<OccurrenceKey> {
        OccurrenceKey::parse(&self.occurrence_key)
    }

    pub fn answers(&self) -> Result<Vec<Answer>> {
        serde_json::from_str(&self.answers).map_err(|e| Error::corrupt("answers", e.to_string()))
    }

    pub fn locale(&self) -> Locale {
        if self.locale == Locale::En.tag() { Locale::En } else { Locale::Fr }
    }
}

/// What a registration says, new or anew.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub number: i64,
    pub member: Option<i64>,
    pub email: Option<&'a str>,
    pub name: &'a str,
    pub locale: Locale,
    pub size: i32,
    pub state: RegistrationState,
    pub show_name: bool,
    pub answers: &'a [Answer],
    pub came: Option<bool>,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = registrations)]
#[diesel(treat_none_as_null = true)]
struct Values<'a> {
    number: i64,
    member_id: Option<i64>,
    email: Option<&'a str>,
    name: &'a str,
    locale: &'a str,
    size: i32,
    state: &'a str,
    show_name: bool,
    answers: String,
    came: Option<bool>,
    changed_at: UtcInstant,
}

fn values<'a>(said: &Said<'a>, now: DateTime<Utc>) -> Result<Values<'a>> {
    Ok(Values {
        number: said.number,
        member_id: said.member,
        email: said.email,
        name: said.name,
        locale: said.locale.tag(),
        size: said.size,
        state: said.state.code(),
        show_name: said.show_name,
        answers: serde_json::to_string(said.answers).map_err(|e| Error::corrupt("answers", e.to_string()))?,
        came: said.came,
        changed_at: UtcInstant(now),
    })
}

/// Writes a new registration; gives its id.
pub fn insert(
    conn: &mut DbConnection,
    event: i64,
    key: &str,
    said: &Said<'_>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let own = (
        registrations::event_id.eq(event),
        registrations::occurrence_key.eq(key),
        registrations::created_at.eq(UtcInstant(now)),
    );
    let values = values(said, now)?;
    Ok(on_each_backend!(conn, |c| diesel::insert_into(registrations::table)
        .values((own, values))
        .returning(registrations::id)
        .get_result(c)?))
}

/// Writes a registration anew.
pub fn update(conn: &mut DbConnection, id: i64, said: &Said<'_>, now: DateTime<Utc>) -> Result<()> {
    diesel::update(registrations::table.find(id)).set(values(said, now)?).execute(conn)?;
    Ok(())
}

pub fn set_state(
    conn: &mut DbConnection,
    id: i64,
    state: RegistrationState,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(registrations::table.find(id))
        .set((registrations::state.eq(state.code()), registrations::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

/// Gives a registration another turn on the waiting list.
pub fn set_number(conn: &mut DbConnection, id: i64, number: i64) -> Result<()> {
    diesel::update(registrations::table.find(id)).set(registrations::number.eq(number)).execute(conn)?;
    Ok(())
}

/// What the person decides of their registration.
pub fn set_choices(
    conn: &mut DbConnection,
    id: i64,
    (size, show_name, answers): (i32, bool, &[Answer]),
    now: DateTime<Utc>,
) -> Result<()> {
    let answers = serde_json::to_string(answers).map_err(|e| Error::corrupt("answers", e.to_string()))?;
    diesel::update(registrations::table.find(id))
        .set((
            registrations::size.eq(size),
            registrations::show_name.eq(show_name),
            registrations::answers.eq(answers),
            registrations::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes who was there.
pub fn set_came(conn: &mut DbConnection, id: i64, came: Option<bool>, now: DateTime<Utc>) -> Result<()> {
    diesel::update(registrations::table.find(id))
        .set((registrations::came.eq(came), registrations::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<RegistrationRow> {
    Ok(registrations::table.find(id).select(RegistrationRow::as_select()).first(conn)?)
}

/// The registration of an address, whatever became of it.
pub fn of_email(
    conn: &mut DbConnection,
    event: i64,
    key: &str,
    email: &str,
) -> Result<Option<RegistrationRow>> {
    let row = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::email.eq(email));
    Ok(row.select(RegistrationRow::as_select()).first(conn).optional()?)
}

/// The registration of a member, whatever became of it.
pub fn of_member(
    conn: &mut DbConnection,
    event: i64,
    key: &str,
    member: i64,
) -> Result<Option<RegistrationRow>> {
    let row = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::member_id.eq(member))
        .order(registrations::id);
    Ok(row.select(RegistrationRow::as_select()).first(conn).optional()?)
}

/// All registrations of a member that they still hold, in the order of events.
pub fn live_of_member(conn: &mut DbConnection, member: i64) -> Result<Vec<RegistrationRow>> {
    Ok(registrations::table
        .filter(registrations::member_id.eq(member))
        .filter(registrations::state.eq_any(LIVE))
        .order((registrations::event_id, registrations::occurrence_key, registrations::id))
        .select(RegistrationRow::as_select())
        .load(conn)?)
}

/// The codes of [`RegistrationState::is_live`].
const LIVE: [&str; 3] =
    [RegistrationState::Confirmed.code(), RegistrationState::Waiting.code(), RegistrationState::Asked.code()];

/// Everything that hosts see of a date, by number.
pub fn of_date(conn: &mut DbConnection, event: i64, key: &str) -> Result<Vec<RegistrationRow>> {
    Ok(registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .order(registrations::number)
        .select(RegistrationRow::as_select())
        .load(conn)?)
}

/// Those of a date who still mean to come, by number.
pub fn live_of_date(conn: &mut DbConnection, event: i64, key: &str) -> Result<Vec<RegistrationRow>> {
    Ok(registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::state.eq_any(LIVE))
        .order(registrations::number)
        .select(RegistrationRow::as_select())
        .load(conn)?)
}

/// Who has seats or waits, by number. The seat of somebody who was noted as absent is free.
pub fn entries(conn: &mut DbConnection, event: i64, key: &str) -> Result<Vec<Entry>> {
    let (confirmed, waiting) = (RegistrationState::Confirmed.code(), RegistrationState::Waiting.code());
    let rows: Vec<(i64, i32, String)> = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::state.eq_any([confirmed, waiting]))
        .filter(registrations::came.is_null().or(registrations::came.eq(true)))
        .order(registrations::number)
        .select((registrations::id, registrations::size, registrations::state))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, size, state)| Entry { id, size, seated: state == confirmed }).collect())
}

/// Dates of an event for which somebody is or was registered (empty key: the whole series).
pub fn keys(conn: &mut DbConnection, event: i64) -> Result<Vec<String>> {
    Ok(registrations::table
        .filter(registrations::event_id.eq(event))
        .order(registrations::occurrence_key)
        .distinct()
        .select(registrations::occurrence_key)
        .load(conn)?)
}

/// Names that may be read by others who are registered, by number; of nobody who is put aside.
pub fn shown_names(conn: &mut DbConnection, event: i64, key: &str) -> Result<Vec<(i64, String)>> {
    let put_aside = members::table
        .filter(members::state.eq(MemberState::Suspended.code()))
        .select(members::id.nullable());
    Ok(registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::state.eq(RegistrationState::Confirmed.code()))
        .filter(registrations::show_name.eq(true))
        .filter(registrations::member_id.is_null().or(registrations::member_id.ne_all(put_aside)))
        .order(registrations::number)
        .select((registrations::id, registrations::name))
        .load(conn)?)
}

/// Takes the registrations of a date along to another date, or to another event.
pub fn move_to(conn: &mut DbConnection, event: i64, key: &str, to: (i64, &str)) -> Result<()> {
    let rows = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key));
    diesel::update(rows)
        .set((registrations::event_id.eq(to.0), registrations::occurrence_key.eq(to.1)))
        .execute(conn)?;
    Ok(())
}

/// Erases everything of a date.
pub fn forget_date(conn: &mut DbConnection, event: i64, key: &str) -> Result<()> {
    let rows = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key));
    diesel::delete(rows).execute(conn)?;
    Ok(())
}

/// Erases all registrations of a member, past ones too.
pub fn forget_member(conn: &mut DbConnection, member: i64) -> Result<()> {
    diesel::delete(registrations::table.filter(registrations::member_id.eq(member))).execute(conn)?;
    Ok(())
}

/// Forgets the persons of registrations whose date, or whose series, was over before an instant and
/// of which nothing has become since; gives how many, at most `part`. That somebody came is kept.
pub fn forget_past(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    let old: Vec<Old> = diesel::sql_query(
        "SELECT r.id FROM registrations r \
         LEFT JOIN occurrences o ON o.event_id = r.event_id AND o.occurrence_key = r.occurrence_key \
         JOIN schedules s ON s.event_id = r.event_id \
         WHERE r.name <> '' AND r.changed_at < $1 AND COALESCE(o.ends_at, s.last_ends_at) < $1 \
         ORDER BY r.changed_at LIMIT $2",
    )
    .bind::<Instant, _>(UtcInstant(before))
    .bind::<BigInt, _>(part)
    .load(conn)?;
    let ids: Vec<i64> = old.into_iter().map(|row| row.id).collect();
    diesel::delete(registration_links::table.filter(registration_links::registration_id.eq_any(&ids)))
        .execute(conn)?;
    Ok(diesel::update(registrations::table.filter(registrations::id.eq_any(&ids)))
        .set((
            registrations::name.eq(""),
            registrations::email.eq(None::<String>),
            registrations::member_id.eq(None::<i64>),
            registrations::answers.eq("[]"),
            registrations::show_name.eq(false),
        ))
        .execute(conn)?)
}

#[derive(QueryableByName)]
struct Old {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Draws a link to a registration; it is good as long as the registration is kept.
pub fn draw_link(conn: &mut DbConnection, registration: i64, now: DateTime<Utc>) -> Result<Secret> {
    let secret = Secret::new();
    add_link(conn, registration, &secret, now)?;
    Ok(secret)
}

/// Makes a secret that its holder has already a link to a registration.
pub fn add_link(
    conn: &mut DbConnection,
    registration: i64,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(registration_links::table)
        .values((
            registration_links::token_hash.eq(secret.hash()),
            registration_links::registration_id.eq(registration),
            registration_links::created_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The registration that a link leads to.
pub fn by_link(conn: &mut DbConnection, secret: &Secret) -> Result<RegistrationRow> {
    Ok(registrations::table
        .inner_join(registration_links::table)
        .filter(registration_links::token_hash.eq(secret.hash()))
        .select(RegistrationRow::as_select())
        .first(conn)?)
}
