//! What the page of a place says to the one who looks: join it, or what they are there already.

use serde::Serialize;

use super::room::href;
use crate::domain::joining::charter_to_accept;
use crate::domain::member::MembershipRole;
use crate::domain::policy::Action;
use crate::i18n;
use crate::store::charters;
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::parts::Link;

#[derive(Clone, Debug, Default, Serialize)]
pub struct PlaceStanding {
    /// "Vous êtes membre de ce lieu." Empty for who is not.
    pub words: String,
    /// Join, or take the request back.
    pub link: Option<Link>,
    /// The charter is to be accepted: why, and where. Words may be empty.
    pub charter_words: String,
    pub charter: Option<Link>,
    /// Its people in the directory, for who may see that.
    pub members: Option<Link>,
}

pub fn standing(desk: &mut Desk<'_>, place: &PlaceRow, has_closed: bool) -> Result<PlaceStanding> {
    let locale = desk.locale();
    let memberships = desk.viewer.as_ref().map(|viewer| viewer.signed_in.memberships.as_slice());
    let here = memberships.unwrap_or_default().iter().find(|row| row.place_id == place.id);
    let Some(role) = here.map(|row| row.role()).transpose()? else {
        let join = Link::new(i18n::text(locale, "joining-join"), href(locale, place, "/rejoindre"));
        let link = (!has_closed).then_some(join);
        return Ok(PlaceStanding { link, members: members(desk, place), ..PlaceStanding::default() });
    };
    let (words, link) = match role {
        MembershipRole::Asked => {
            let label = i18n::text(locale, "joining-withdraw");
            ("joining-you-asked", Some(Link::new(label, href(locale, place, "/quitter"))))
        }
        MembershipRole::Member => ("joining-you-are-member", None),
        MembershipRole::Host => ("joining-you-are-host", None),
    };
    let (words, members) = (i18n::text(locale, words), members(desk, place));
    let mut standing = PlaceStanding { words, link, members, ..PlaceStanding::default() };
    if role != MembershipRole::Asked {
        ask_for_charter(desk, place, &mut standing)?;
    }
    Ok(standing)
}

fn members(desk: &Desk<'_>, place: &PlaceRow) -> Option<Link> {
    let locale = desk.locale();
    let href = || with_query(&local(locale, "/membres"), &[("lieu", place.slug.as_str())]);
    desk.actor()
        .may(Action::SeeDirectory)
        .then(|| Link::new(i18n::text(locale, "joining-people-of-place"), href()))
}

/// A newer version of the charter is asked for at the next visit.
fn ask_for_charter(desk: &mut Desk<'_>, place: &PlaceRow, standing: &mut PlaceStanding) -> Result<()> {
    let (locale, Some(viewer)) = (desk.locale(), desk.viewer.clone()) else { return Ok(()) };
    let Some(in_force) = charters::in_force(desk.conn, place.id)? else { return Ok(()) };
    let accepted = charters::accepted(desk.conn, viewer.id(), place.id)?.map(|row| row.version);
    if charter_to_accept(Some(in_force.version), accepted).is_none() {
        return Ok(());
    }
    let key = if accepted.is_some() { "joining-new-charter" } else { "joining-no-charter-yet" };
    standing.charter_words = i18n::text(locale, key);
    let label = i18n::text(locale, "joining-read-charter");
    standing.charter = Some(Link::new(label, href(locale, place, "/charte")));
    Ok(())
}
