//! A member in words, as seen from one viewpoint: in a list and on a page.

use super::page::{MemberCard, Portrait, ProfileSheet};
use super::photo;
use crate::domain::member::{MembershipRole, PersonName};
use crate::domain::profile::{Availability, Profile, ProfileField, Viewpoint};
use crate::i18n::{self, Locale};
use crate::store::profiles::Known;
use crate::web::asked::{local, with_query};
use crate::web::markdown;
use crate::web::parts::Link;
use crate::web::rows::say;

/// Length of what a list says of somebody's activity, in characters.
const SUMMARY_LENGTH: usize = 160;
/// Skills named in a list.
const FEW: usize = 6;

/// The local address of a member's page (without language).
pub fn path(uid: &str) -> String {
    format!("/membres/{uid}")
}

/// The name; where it is hidden, what one says instead.
pub fn name(locale: Locale, seen: &Profile) -> String {
    match seen.name.is_empty() {
        true => i18n::text(locale, "members-unnamed"),
        false => seen.name.clone(),
    }
}

pub fn available(locale: Locale, code: Availability) -> String {
    i18n::text(locale, &format!("available-{code}"))
}

pub fn card(locale: Locale, known: &Known, viewpoint: Viewpoint) -> MemberCard {
    let seen = known.profile.seen_from(viewpoint);
    let places: Vec<&str> = match known.profile.shows(ProfileField::Places, viewpoint) {
        true => known.places.iter().map(|place| place.name.as_str()).collect(),
        false => Vec::new(),
    };
    MemberCard {
        href: local(locale, &path(&known.uid)),
        name: name(locale, &seen),
        portrait: portrait(known, &name(locale, &seen), known.profile.shows(ProfileField::Photo, viewpoint)),
        summary: markdown::excerpt(&seen.activity, SUMMARY_LENGTH),
        places: places.join(", "),
        skills: seen.skills.iter().take(FEW).map(|tag| tag.label.clone()).collect(),
        availability: seen.availability.iter().map(|code| available(locale, *code)).collect(),
    }
}

/// The photo where it may be seen, else the initials of the name that is shown.
pub fn portrait(known: &Known, name: &str, seen: bool) -> Portrait {
    let photo = known.photo.as_ref().filter(|_| seen).map(|picture| photo::href(&known.uid, picture));
    Portrait { initials: PersonName::initials(name), photo: photo.unwrap_or_default() }
}

pub fn sheet(locale: Locale, known: &Known, viewpoint: Viewpoint) -> ProfileSheet {
    let seen = known.profile.seen_from(viewpoint);
    let shows_places = known.profile.shows(ProfileField::Places, viewpoint);
    let languages =
        seen.languages.iter().map(|code| i18n::text(locale, &format!("language-{code}"))).collect::<Vec<_>>();
    let places = match shows_places {
        true => known.places.iter().map(|place| place_link(locale, place)).collect(),
        false => Vec::new(),
    };
    let filtered = |name: &str, value: &str| local(locale, &with_query("/membres", &[(name, value)]));
    let name = name(locale, &seen);
    let portrait = portrait(known, &name, known.profile.shows(ProfileField::Photo, viewpoint));
    ProfileSheet {
        name,
        blank: seen.is_blank() && places.is_empty() && portrait.photo.is_empty(),
        portrait,
        pronouns: seen.pronouns,
        activity_html: markdown::html(&seen.activity),
        skills: seen
            .skills
            .iter()
            .map(|tag| Link::new(&tag.label, filtered("competence", &tag.term)))
            .collect(),
        wants: seen.wants.into_iter().map(|tag| tag.label).collect(),
        languages: languages.join(", "),
        availability: seen
            .availability
            .iter()
            .map(|code| Link::new(available(locale, *code), filtered("dispo", code.code())))
            .collect(),
        places,
        links: seen.links.iter().map(|link| Link::new(without_scheme(link), link)).collect(),
    }
}

fn place_link(locale: Locale, place: &crate::store::profiles::HomePlace) -> Link {
    let label = match place.role {
        MembershipRole::Host => say(locale, "members-host-of", "place", place.name.clone()),
        MembershipRole::Asked | MembershipRole::Member => place.name.clone(),
    };
    Link::new(label, local(locale, &format!("/lieux/{}", place.slug)))
}

/// "https://www.exemple.fr/" as "exemple.fr".
fn without_scheme(link: &str) -> String {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_shown_as_people_say_them() {
        for (link, shown) in [
            ("https://www.exemple.fr/", "exemple.fr"),
            ("http://exemple.fr/a/b?c", "exemple.fr/a/b?c"),
            ("exemple.fr", "exemple.fr"),
        ] {
            assert_eq!(without_scheme(link), shown);
        }
    }
}
