//! The bar that hosts see on the pages of their place: where to do what.

use serde::Serialize;

use super::answer::Desk;
use super::asked::local;
use super::error::Result;
use crate::domain::policy::Action;
use crate::i18n::{self, Args, Locale};
use crate::store::place_people;
use crate::store::places::PlaceRow;

/// Drawn by `templates/parts/host_bar.html`.
#[derive(Clone, Debug, Serialize)]
pub struct HostBar {
    pub links: Vec<HostLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct HostLink {
    pub label: String,
    pub href: String,
    /// "2 demandes". May be empty.
    pub note: String,
    /// The page that is shown is behind this link.
    pub current: bool,
}

/// The rooms of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostRoom {
    Members,
    Welcome,
    Edit,
    Events,
    Week,
}

impl HostRoom {
    const ALL: [Self; 5] = [Self::Members, Self::Welcome, Self::Edit, Self::Events, Self::Week];

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Members => ("host-bar-members", "membres"),
            Self::Welcome => ("host-bar-welcome", "accueil"),
            Self::Edit => ("host-bar-edit", "modifier"),
            Self::Events => ("host-bar-events", "evenements"),
            Self::Week => ("host-bar-week", "semaine"),
        }
    }

    /// What of the place one must be allowed to do to enter.
    fn action<'a>(self, place: &'a [i64; 1]) -> Action<'a> {
        let [id] = place;
        match self {
            Self::Members | Self::Welcome => Action::ManageMembers(*id),
            Self::Edit => Action::EditPlace(*id),
            Self::Events | Self::Week => Action::HostEvent(place),
        }
    }
}

impl HostBar {
    /// The bar of a place for the one who looks; `None` when they host nothing of it. `room`: the
    /// one that the page belongs to.
    pub fn of(desk: &mut Desk<'_>, place: &PlaceRow, room: Option<HostRoom>) -> Result<Option<Self>> {
        let (locale, actor) = (desk.locale(), desk.actor());
        let mut rooms = HostRoom::ALL.into_iter().filter(|one| actor.may(one.action(&[place.id]))).peekable();
        if rooms.peek().is_none() {
            return Ok(None);
        }
        let asking = place_people::count_asking(desk.conn, place.id)?;
        let link = |one: HostRoom| {
            let (key, rest) = one.words();
            HostLink {
                label: i18n::text(locale, key),
                href: local(locale, &format!("/lieux/{}/{rest}", place.slug)),
                note: if one == HostRoom::Members { requests(locale, asking) } else { String::new() },
                current: room == Some(one),
            }
        };
        Ok(Some(Self { links: rooms.map(link).collect() }))
    }
}

fn requests(locale: Locale, count: i64) -> String {
    let args = Args::from_iter([("count", count)]);
    if count == 0 { String::new() } else { i18n::text_with(locale, "host-bar-requests", Some(&args)) }
}

#[cfg(test)]
impl HostBar {
    pub fn sample(locale: Locale, room: Option<HostRoom>) -> Self {
        let link = |one: HostRoom| HostLink {
            label: i18n::text(locale, one.words().0),
            href: local(locale, &format!("/lieux/l-usine-vivante/{}", one.words().1)),
            note: if one == HostRoom::Members { requests(locale, 2) } else { String::new() },
            current: room == Some(one),
        };
        Self { links: HostRoom::ALL.into_iter().map(link).collect() }
    }
}
