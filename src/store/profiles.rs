//! Profiles: what members say of themselves, written and read whole. Who may see what of them is
//! the domain's to say; finding people is the directory's.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::search;
use crate::db::schema::{members, memberships, pictures, places, profile_terms, profiles, public_choices};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::language::Language;
use crate::domain::member::{MemberState, MembershipRole, PersonName};
use crate::domain::profile::{Audiences, Availability, Profile, ProfileField, Viewpoint};
use crate::domain::skill::{Skill, SkillTag};
use crate::domain::text::fold;

/// A member as the directory knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: i64,
    pub uid: String,
    /// Whole: ask [`Profile::seen_from`] before anything of it is shown.
    pub profile: Profile,
    /// Their places, by name.
    pub places: Vec<HomePlace>,
    /// Identity of their photo, whoever may see it.
    pub photo: Option<String>,
}

/// A place that a member belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomePlace {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub commune: String,
    pub role: MembershipRole,
}

impl Known {
    pub fn place_ids(&self) -> Vec<i64> {
        self.places.iter().map(|place| place.id).collect()
    }
}

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

/// One member, whatever the state of the account.
pub fn of(conn: &mut DbConnection, member: i64) -> Result<Known> {
    let rows = profiles::table.inner_join(members::table).filter(profiles::member_id.eq(member));
    let rows: Vec<Columns> = rows.select(columns()).load(conn)?;
    complete(conn, rows)?.pop().ok_or(Error::NotFound)
}

/// An active member by the identity in addresses.
pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<Known> {
    let rows = profiles::table
        .inner_join(members::table)
        .filter(members::uid.eq(uid))
        .filter(members::state.eq(MemberState::Active.code()));
    let rows: Vec<Columns> = rows.select(columns()).load(conn)?;
    complete(conn, rows)?.pop().ok_or(Error::NotFound)
}

/// Some members, in the order of their ids here; a fixed number of queries.
pub fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<Known>> {
    let rows = profiles::table.inner_join(members::table).filter(profiles::member_id.eq_any(ids));
    let rows: Vec<Columns> = rows.select(columns()).load(conn)?;
    let mut known = complete(conn, rows)?;
    known.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
    Ok(known)
}

type Columns = (i64, String, String, String, String, String, String);

#[rustfmt::skip]
type Selection = (
    members::id, members::uid, members::name,
    profiles::pronouns, profiles::activity, profiles::links, profiles::audiences,
);

fn columns() -> Selection {
    (
        members::id,
        members::uid,
        members::name,
        profiles::pronouns,
        profiles::activity,
        profiles::links,
        profiles::audiences,
    )
}

fn complete(conn: &mut DbConnection, rows: Vec<Columns>) -> Result<Vec<Known>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let mut terms = terms_of(conn, &ids)?;
    let mut homes = places_of(conn, &ids)?;
    let mut photos = photos_of(conn, &ids)?;
    rows.into_iter()
        .map(|(id, uid, name, pronouns, activity, links, audiences)| {
            let mut profile = Profile {
                name,
                pronouns,
                activity,
                links: links.lines().map(str::to_owned).collect(),
                audiences: Audiences::parse(&audiences)
                    .ok_or_else(|| Error::corrupt("audiences", &audiences))?,
                ..Profile::default()
            };
            for (field, term, label) in terms.remove(&id).unwrap_or_default() {
                add_term(&mut profile, &field, term, label)?;
            }
            Ok(Known {
                id,
                uid,
                profile,
                places: homes.remove(&id).unwrap_or_default(),
                photo: photos.remove(&id),
            })
        })
        .collect()
}

fn add_term(profile: &mut Profile, field: &str, term: String, label: String) -> Result<()> {
    // A skill that was renamed in the vocabulary shows its new name.
    let tag = |term: String, label| Skill::by_slug(&term).map_or(SkillTag { term, label }, SkillTag::of);
    match super::known("profile field", field, ProfileField::from_code)? {
        ProfileField::Skills => profile.skills.push(tag(term, label)),
        ProfileField::Wants => profile.wants.push(tag(term, label)),
        ProfileField::Languages => profile.languages.extend(Language::from_code(&term)),
        ProfileField::Availability => profile.availability.extend(Availability::from_code(&term)),
        _ => return Err(Error::corrupt("profile term", field)),
    }
    Ok(())
}

type Term = (String, String, String);

fn terms_of(conn: &mut DbConnection, ids: &[i64]) -> Result<HashMap<i64, Vec<Term>>> {
    let rows: Vec<(i64, String, String, String)> = profile_terms::table
        .filter(profile_terms::member_id.eq_any(ids))
        .order((profile_terms::member_id, profile_terms::position))
        .select((profile_terms::member_id, profile_terms::field, profile_terms::term, profile_terms::label))
        .load(conn)?;
    let mut terms: HashMap<i64, Vec<Term>> = HashMap::new();
    for (member, field, term, label) in rows {
        terms.entry(member).or_default().push((field, term, label));
    }
    Ok(terms)
}

fn places_of(conn: &mut DbConnection, ids: &[i64]) -> Result<HashMap<i64, Vec<HomePlace>>> {
    let rows: Vec<(i64, String, i64, String, String, String)> = memberships::table
        .inner_join(places::table)
        .filter(memberships::member_id.eq_any(ids))
        .filter(memberships::role.ne(MembershipRole::Asked.code()))
        .order((memberships::member_id, places::sort_key, places::id))
        .select((
            memberships::member_id,
            memberships::role,
            places::id,
            places::slug,
            places::name,
            places::commune,
        ))
        .load(conn)?;
    let mut homes: HashMap<i64, Vec<HomePlace>> = HashMap::new();
    for (member, role, id, slug, name, commune) in rows {
        let role = super::known("membership role", &role, MembershipRole::from_code)?;
        homes.entry(member).or_default().push(HomePlace { id, slug, name, commune, role });
    }
    Ok(homes)
}

fn photos_of(conn: &mut DbConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(Option<i64>, String)> = pictures::table
        .filter(pictures::member_id.eq_any(ids))
        .order(pictures::id)
        .select((pictures::member_id, pictures::uid))
        .load(conn)?;
    // The last one, should there be several.
    Ok(rows.into_iter().filter_map(|(member, uid)| Some((member?, uid))).collect())
}
