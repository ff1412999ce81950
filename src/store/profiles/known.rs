//! Members as the directory knows them: profile, places and photo, read in a fixed number of
//! questions.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::{members, memberships, pictures, places, profile_terms, profiles};
use crate::db::{DbConnection, Error, Result};
use crate::domain::language::Language;
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::profile::{Audiences, Availability, Profile, ProfileField};
use crate::domain::skill::{Skill, SkillTag};
use crate::store::known;

/// A member as the directory knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub id: i64,
    pub uid: String,
    /// Welcomed and not put aside: who is not is seen nowhere.
    pub active: bool,
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

type Columns = (i64, String, String, String, String, String, String, String);

#[rustfmt::skip]
type Selection = (
    members::id, members::uid, members::state, members::name,
    profiles::pronouns, profiles::activity, profiles::links, profiles::audiences,
);

fn columns() -> Selection {
    (
        members::id,
        members::uid,
        members::state,
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
        .map(|(id, uid, state, name, pronouns, activity, links, audiences)| {
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
            let active = state == MemberState::Active.code();
            Ok(Known {
                id,
                uid,
                active,
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
    match known("profile field", field, ProfileField::from_code)? {
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
        let role = known("membership role", &role, MembershipRole::from_code)?;
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
