//! Profiles: what members say of themselves, written whole. Who may see what of them is the
//! domain's to say; finding people is the directory's.

mod known;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::search;
use crate::db::schema::{members, profile_terms, profiles, public_choices};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};
use crate::domain::member::{MemberState, PersonName};
use crate::domain::profile::{Audiences, Profile, ProfileField, Viewpoint};
use crate::domain::skill::SkillTag;
use crate::domain::text::fold;

pub use known::{HomePlace, Known, by_ids, by_uid, of};

/// Gives a new member the profile that everyone starts with: a name, seen by their places alone.
pub fn begin(conn: &mut DbConnection, member: i64, name: &PersonName, now: DateTime<Utc>) -> Result<()> {
    let profile = Profile { name: name.to_string(), ..Profile::default() };
    let values = Values::of(&profile, now);
    diesel::insert_into(profiles::table).values((profiles::member_id.eq(member), values)).execute(conn)?;
    search::members::index(conn, member, &profile)
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = profiles)]
struct Values<'a> {
    sort_key: String,
    pronouns: &'a str,
    activity: &'a str,
    links: String,
    audiences: String,
    listed_places: bool,
    listed_network: bool,
    listed_public: bool,
    places_audience: &'static str,
    changed_at: UtcInstant,
}

impl<'a> Values<'a> {
    fn of(profile: &'a Profile, now: DateTime<Utc>) -> Self {
        let listed = |viewpoint| profile.shows(ProfileField::Name, viewpoint);
        Self {
            sort_key: fold(&profile.name),
            pronouns: &profile.pronouns,
            activity: &profile.activity,
            links: profile.links.join("\n"),
            audiences: profile.audiences.to_text(),
            listed_places: listed(Viewpoint::Places),
            listed_network: listed(Viewpoint::Network),
            listed_public: listed(Viewpoint::Visitor),
            places_audience: profile.audiences.of(ProfileField::Places).code(),
            changed_at: UtcInstant(now),
        }
    }
}

/// Writes a profile in place of the one before, with everything by which it is found. A field that
/// becomes public is dated; the date of one that stays public does not move.
pub fn save(conn: &mut DbConnection, member: i64, profile: &Profile, now: DateTime<Utc>) -> Result<()> {
    let values = Values::of(profile, now);
    diesel::update(members::table.find(member))
        .set((
            members::name.eq(&profile.name),
            members::sort_key.eq(&values.sort_key),
            members::changed_at.eq(values.changed_at),
        ))
        .execute(conn)?;
    diesel::update(profiles::table.find(member)).set(values).execute(conn)?;
    write_terms(conn, member, profile)?;
    date_choices(conn, member, &profile.audiences, now)?;
    search::members::index(conn, member, profile)
}

/// Lists and finds a member by the name that their account has now.
pub fn take_name(conn: &mut DbConnection, member: i64, now: DateTime<Utc>) -> Result<()> {
    let profile = of(conn, member)?.profile;
    save(conn, member, &profile, now)
}

fn write_terms(conn: &mut DbConnection, member: i64, profile: &Profile) -> Result<()> {
    diesel::delete(profile_terms::table.filter(profile_terms::member_id.eq(member))).execute(conn)?;
    let tags = |field, tags: &[SkillTag]| {
        tags.iter().map(|tag| (field, tag.term.clone(), tag.label.clone())).collect::<Vec<_>>()
    };
    let codes = |field, codes: Vec<&str>| {
        codes.into_iter().map(|code| (field, code.to_owned(), String::new())).collect::<Vec<_>>()
    };
    let languages = profile.languages.iter().map(|language| language.code()).collect();
    let availability = profile.availability.iter().map(|code| code.code()).collect();
    let terms = [
        tags(ProfileField::Skills, &profile.skills),
        tags(ProfileField::Wants, &profile.wants),
        codes(ProfileField::Languages, languages),
        codes(ProfileField::Availability, availability),
    ];
    let rows: Vec<_> = (0..)
        .zip(terms.concat())
        .map(|(position, (field, term, label))| {
            (
                profile_terms::member_id.eq(member),
                profile_terms::field.eq(field.code()),
                profile_terms::term.eq(term),
                profile_terms::position.eq(position),
                profile_terms::label.eq(label),
                profile_terms::audience.eq(profile.audiences.of(field).code()),
            )
        })
        .collect();
    on_each_backend!(conn, |c| diesel::insert_into(profile_terms::table).values(&rows).execute(c)?);
    Ok(())
}

fn date_choices(
    conn: &mut DbConnection,
    member: i64,
    now_public: &Audiences,
    now: DateTime<Utc>,
) -> Result<()> {
    let dated = public_since(conn, member)?;
    let public: Vec<ProfileField> = now_public.public().collect();
    let hidden: Vec<&str> = dated
        .iter()
        .map(|(field, _)| *field)
        .filter(|field| !public.contains(field))
        .map(|f| f.code())
        .collect();
    let of_member = public_choices::table.filter(public_choices::member_id.eq(member));
    diesel::delete(of_member.filter(public_choices::field.eq_any(hidden))).execute(conn)?;
    for field in public.iter().filter(|field| dated.iter().all(|(known, _)| known != *field)) {
        diesel::insert_into(public_choices::table)
            .values((
                public_choices::member_id.eq(member),
                public_choices::field.eq(field.code()),
                public_choices::chosen_at.eq(UtcInstant(now)),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The fields that a member shows to everyone, each since when.
pub fn public_since(conn: &mut DbConnection, member: i64) -> Result<Vec<(ProfileField, DateTime<Utc>)>> {
    let rows: Vec<(String, UtcInstant)> = public_choices::table
        .filter(public_choices::member_id.eq(member))
        .select((public_choices::field, public_choices::chosen_at))
        .load(conn)?;
    rows.into_iter()
        .map(|(field, at)| Ok((super::known("profile field", &field, ProfileField::from_code)?, at.0)))
        .collect()
}

/// Identities of the active members whose name everyone may read, by name.
pub fn public_uids(conn: &mut DbConnection, limit: i64) -> Result<Vec<String>> {
    Ok(profiles::table
        .inner_join(members::table)
        .filter(profiles::listed_public)
        .filter(members::state.eq(MemberState::Active.code()))
        .order((profiles::sort_key, profiles::member_id))
        .limit(limit)
        .select(members::uid)
        .load(conn)?)
}
