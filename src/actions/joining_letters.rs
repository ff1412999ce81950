//! The letters of joining: to those who ask, to those who answer, to those who are new. Says
//! what is in them; decides on nothing.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::joining::Remark;
use crate::domain::member::MembershipKind;
use crate::mail::{Letter, Line};
use crate::store::members::MemberRow;
use crate::store::place_people;
use crate::store::places::PlaceRow;

/// Tells those who answer for a place that somebody wants to join.
pub fn tell_of_request(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    kind: MembershipKind,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = Letter::new(about("joining-letter-request-subject", place).with("name", &member.name))
        .paragraph(about("joining-letter-request", place).with("name", &member.name))
        .fact(Line::new("joining-kind"), Line::new(&format!("membership-kind-{kind}")))
        .button(Line::new("joining-letter-request-button"), format!("/lieux/{}/membres", place.slug));
    for host in place_people::answering(tx, place.id)? {
        tell_member(tx, &host, "joining-request", &letter, now)?;
    }
    Ok(())
}

/// Tells somebody that they belong to a place now: `remark` of the host who accepted them, and
/// the place's own words of welcome.
pub fn welcome(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    remark: &Remark,
    note: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut letter = Letter::new(about("joining-letter-welcome-subject", place))
        .paragraph(about("joining-letter-welcome", place).with("name", &member.name));
    letter = with_words(letter, remark.as_str());
    letter = with_words(letter, note);
    letter = letter.button(Line::new("joining-letter-see-place"), format!("/lieux/{}", place.slug));
    tell_member(tx, member, "joining-welcome", &letter, now)
}

/// Tells somebody that they cannot join for now.
pub fn decline(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    remark: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = Letter::new(about("joining-letter-declined-subject", place))
        .paragraph(about("joining-letter-declined", place).with("name", &member.name));
    let letter = with_words(letter, remark.as_str())
        .button(Line::new("joining-letter-see-places"), "/lieux".to_owned());
    tell_member(tx, member, "joining-declined", &letter, now)
}

/// Tells somebody that a host took them off the list of a place.
pub fn removed(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    remark: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = Letter::new(about("joining-letter-removed-subject", place))
        .paragraph(about("joining-letter-removed", place).with("name", &member.name));
    tell_member(tx, member, "joining-removed", &with_words(letter, remark.as_str()), now)
}

/// Tells somebody that they hold a place now.
pub fn named_host(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let letter = Letter::new(about("joining-letter-host-subject", place))
        .paragraph(about("joining-letter-host", place).with("name", &member.name))
        .button(Line::new("joining-letter-see-place"), format!("/lieux/{}", place.slug));
    tell_member(tx, member, "host-named", &letter, now)
}

/// A letter whose subject and greeting name the place.
pub fn about(key: &str, place: &PlaceRow) -> Line {
    Line::new(key).with("place", &place.name)
}

/// Adds words of people, a paragraph each where they left a line empty.
pub fn with_words(letter: Letter, words: &str) -> Letter {
    let paragraphs = words.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
    paragraphs.fold(letter, |letter, words| letter.paragraph(Line::verbatim(words)))
}
