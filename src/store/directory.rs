//! The directory: who is found by whom. Every condition asks whether the one who looks may see the
//! field that it is about; a member is listed where their name is seen.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::search;
use super::search::members::Part;
use crate::db::schema::{members, memberships, places, profile_terms, profiles};
use crate::db::{Backend, DbConnection, Result};
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::{Audience, Availability, ProfileField, Viewpoint};

/// What the directory is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryFilter {
    /// Searched words, as typed.
    pub text: Option<String>,
    /// Slug of a skill that they have.
    pub skill: Option<String>,
    pub place: Option<i64>,
    /// Code of the territory of one of their places.
    pub territory: Option<String>,
    pub availability: Option<Availability>,
}

/// The members that the actor finds, at most `most` of them: those found by name or skill first,
/// then the others, each by name.
pub fn find(
    conn: &mut DbConnection,
    backend: Backend,
    actor: &Actor,
    filter: &DirectoryFilter,
    most: i64,
) -> Result<Vec<i64>> {
    let mates: &[i64] = match actor {
        Actor::Member(standing) => &standing.member_of,
        Actor::Visitor | Actor::Program => &[],
    };
    let viewpoints: &[Viewpoint] = match actor.may(Action::SeeDirectory) {
        true => &[Viewpoint::Network, Viewpoint::Places],
        false => &[Viewpoint::Visitor],
    };
    let parts: &[Part] = match filter.text {
        Some(_) => &[Part::Tags, Part::Anything],
        None => &[Part::Anything],
    };
    // By rank and name; whom several questions find keeps the best rank.
    let mut ranks: BTreeMap<i64, (usize, String)> = BTreeMap::new();
    for viewpoint in viewpoints {
        for (rank, part) in parts.iter().enumerate() {
            let asked = Question { viewpoint: *viewpoint, mates, part: *part, filter };
            for (id, name) in answers(conn, backend, &asked, most)? {
                let best = ranks.entry(id).or_insert_with(|| (rank, name));
                best.0 = best.0.min(rank);
            }
        }
    }
    let mut found: Vec<_> = ranks.into_iter().map(|(id, (rank, name))| (rank, name, id)).collect();
    found.sort();
    found.truncate(usize::try_from(most).unwrap_or(0));
    Ok(found.into_iter().map(|(_, _, id)| id).collect())
}

/// One of the questions that together find everyone: what is seen from one viewpoint.
struct Question<'a> {
    viewpoint: Viewpoint,
    /// Places of the one who looks.
    mates: &'a [i64],
    part: Part,
    filter: &'a DirectoryFilter,
}

fn answers(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Question<'_>,
    most: i64,
) -> Result<Vec<(i64, String)>> {
    let Question { viewpoint, filter, .. } = asked;
    let seen: Vec<&str> = Audience::seen_from(*viewpoint).into_iter().map(Audience::code).collect();
    // The few who are seen nowhere, told apart so that no database begins with the many who are.
    let put_aside = [MemberState::Waiting, MemberState::Suspended].map(MemberState::code);
    let put_aside = members::table.filter(members::state.eq_any(put_aside)).select(members::id);
    let mut query = profiles::table
        .filter(diesel::dsl::not(profiles::member_id.eq_any(put_aside)))
        .select((profiles::member_id, profiles::sort_key))
        .into_boxed();
    let belong = || memberships::table.filter(memberships::role.ne(MembershipRole::Asked.code()));
    query = match viewpoint {
        Viewpoint::Visitor => query.filter(profiles::listed_public),
        Viewpoint::Network => query.filter(profiles::listed_network),
        Viewpoint::Places => {
            let mates = belong().filter(memberships::place_id.eq_any(asked.mates));
            query
                .filter(profiles::listed_places)
                .filter(profiles::member_id.eq_any(mates.select(memberships::member_id)))
        }
    };
    let having = |field: ProfileField, term: &str| {
        profile_terms::table
            .filter(profile_terms::field.eq(field.code()))
            .filter(profile_terms::term.eq(term.to_owned()))
            .filter(profile_terms::audience.eq_any(seen.clone()))
            .select(profile_terms::member_id)
    };
    if let Some(skill) = &filter.skill {
        query = query.filter(profiles::member_id.eq_any(having(ProfileField::Skills, skill)));
    }
    if let Some(code) = filter.availability {
        query = query.filter(profiles::member_id.eq_any(having(ProfileField::Availability, code.code())));
    }
    if filter.place.is_some() || filter.territory.is_some() {
        query = query.filter(profiles::places_audience.eq_any(seen.clone()));
    }
    if let Some(place) = filter.place {
        let there = belong().filter(memberships::place_id.eq(place)).select(memberships::member_id);
        query = query.filter(profiles::member_id.eq_any(there));
    }
    if let Some(territory) = &filter.territory {
        let there = belong().inner_join(places::table).filter(places::territory.eq(territory.clone()));
        query = query.filter(profiles::member_id.eq_any(there.select(memberships::member_id)));
    }
    if let Some(text) = &filter.text {
        let column = "profiles.member_id";
        if let Some(matching) = search::members::matching(backend, column, *viewpoint, asked.part, text) {
            query = query.filter(search::matches!(matching));
        }
    }
    Ok(query.order((profiles::sort_key, profiles::member_id)).limit(most).load(conn)?)
}
