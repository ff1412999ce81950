//! A host has somebody else hold an event too: they may then change it wherever they belong, until
//! they step down or are taken off it.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::hosted::{Hosted, hosted};
use super::joining_letters::about;
use super::tell_member::tell_member;
use crate::db::{DbConnection, Transaction};
use crate::domain::member::MembershipRole;
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::{ProfileField, Viewpoint};
use crate::mail::{Letter, Line};
use crate::store::members::MemberRow;
use crate::store::profiles::{self, Known};
use crate::store::{event_hosts, members};

/// Nobody names themself: a host holds the event by their place, and no longer than it.
pub fn name_cohost(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let hosted = hosted(tx, by, event)?;
    let known = profiles::of(tx, member.id)?;
    let may =
        by.may(Action::HostEvent(&hosted.hands.places)) && may_be_named(by, &hosted.hands.places, &known);
    if !may || by.member() == Some(member.id) {
        return Err(Error::Forbidden);
    }
    if !event_hosts::name(tx, event, member.id, now)? {
        return Ok(());
    }
    let letter = letter(tx, by, &hosted)?;
    tell_member(tx, member, "cohost-named", &letter, now)
}

/// Whether `by` may ask this member: they belong to a place of the event, or `by` sees their name.
fn may_be_named(by: &Actor, places: &[i64], known: &Known) -> bool {
    let belongs =
        known.places.iter().any(|home| home.role != MembershipRole::Asked && places.contains(&home.id));
    let viewpoint = Viewpoint::of(by, known.id, &known.place_ids());
    known.active && (belongs || known.profile.shows(ProfileField::Name, viewpoint))
}

fn letter(conn: &mut DbConnection, by: &Actor, hosted: &Hosted) -> Result<Letter> {
    let host = match by.member() {
        Some(id) => members::by_id(conn, id)?.name,
        None => hosted.place.name.clone(),
    };
    let line = |key: &str| about(key, &hosted.place).with("title", &hosted.event.title).with("name", &host);
    let event = format!("/evenements/{}", hosted.event.slug);
    Ok(Letter::new(line("cohosts-letter-named-subject"))
        .paragraph(line("cohosts-letter-named"))
        .paragraph(line("cohosts-letter-named-may"))
        .button(Line::new("cohosts-letter-button"), event)
        .after(line("cohosts-letter-named-not")))
}
