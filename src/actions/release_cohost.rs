//! Somebody holds an event no longer: they step down, or a host takes them off it. The other side is
//! told by letter.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::hosted::{Hosted, hosted};
use super::joining_letters::about;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::mail::{Letter, Line};
use crate::store::members::MemberRow;
use crate::store::{event_hosts, place_people};

pub fn release_cohost(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let hosted = hosted(tx, by, event)?;
    let steps_down = by.member() == Some(member.id);
    if !steps_down && !by.may(Action::HostEvent(&hosted.hands.places)) {
        return Err(Error::Forbidden);
    }
    let was_named = hosted.hands.cohosts.contains(&member.id);
    if !event_hosts::remove(tx, event, member.id)? || !was_named {
        return Ok(());
    }
    match steps_down {
        true => tell_hosts(tx, &hosted, member, now),
        false => {
            let letter = letter(&hosted, "removed", member);
            tell_member(tx, member, "cohost-removed", &letter, now)
        }
    }
}

fn tell_hosts(
    tx: &mut Transaction<'_>,
    hosted: &Hosted,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = letter(hosted, "left", member)
        .button(Line::new("cohosts-letter-button"), format!("/evenements/{}", hosted.event.slug));
    for host in place_people::answering(tx, hosted.place.id)? {
        if host.id != member.id {
            tell_member(tx, &host, "cohost-left", &letter, now)?;
        }
    }
    Ok(())
}

fn letter(hosted: &Hosted, what: &str, member: &MemberRow) -> Letter {
    let line = |key: String| {
        about(&key, &hosted.place).with("title", &hosted.event.title).with("name", &member.name)
    };
    Letter::new(line(format!("cohosts-letter-{what}-subject")))
        .paragraph(line(format!("cohosts-letter-{what}")))
}
