//! What goes on at the place of the host whom one tries the demo as: something to decide on, to
//! publish, to be full, and people to welcome, so that each page of hosts shows what it is for.

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::events::bare;
use super::random::Random;
use super::window::plus;
use crate::domain::event::{EventDraft, EventKind, RegistrationMode};
use crate::domain::newcomer::NewcomerStep;
use crate::domain::schedule::{Schedule, Span};

/// An event and what a form would hold of it.
#[derive(Clone, Debug, PartialEq)]
pub struct LivelyEvent {
    pub draft: EventDraft,
    pub uid: Uuid,
    /// Names of the form's fields with their values.
    pub fields: Vec<(&'static str, String)>,
    /// Why a member proposes it. Empty: nobody does.
    pub reason: &'static str,
}

/// Somebody who is new at the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoNewcomer {
    /// Joined so many days ago.
    pub days: i64,
    /// What the host noted.
    pub steps: &'static [NewcomerStep],
}

#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// Waits for the host's word.
    pub proposed: LivelyEvent,
    /// Was proposed and published.
    pub accepted: LivelyEvent,
    /// A draft that is published by itself.
    pub planned: LivelyEvent,
    /// Has fewer seats than people who want them.
    pub full: LivelyEvent,
    pub newcomers: [DemoNewcomer; 3],
}

pub fn life(seed: u64, today: NaiveDate) -> Life {
    let mut random = Random::of(seed, "life");
    let mut make =
        |title, kind, days, reason, text| event(&mut random, today, (title, kind, days, reason, text));
    let proposed = make(
        "Troc de plants et de graines",
        EventKind::Networking,
        18,
        "Plusieurs d’entre nous ont un jardin et trop de semis.",
        "Chacun·e apporte ce qu’il ou elle a en trop et repart avec autre chose.",
    );
    let accepted = make(
        "Repas des nouvelles et des nouveaux",
        EventKind::SharedLunch,
        11,
        "Pour faire connaissance avec celles et ceux qui arrivent.",
        "Un plat à partager, une chaise de plus.",
    );
    let planned = make(
        "Atelier photo : montrer son métier",
        EventKind::Workshop,
        24,
        "",
        "On vient avec son téléphone.",
    );
    let mut full =
        make("Réparer son vélo", EventKind::RepairCafe, 6, "", "Quatre pieds d’atelier, quatre vélos.");
    full.draft.capacity = Some(4);
    full.draft.registration = RegistrationMode::Open;
    Life { proposed, accepted, planned, full, newcomers: NEWCOMERS }
}

const NEWCOMERS: [DemoNewcomer; 3] = [
    DemoNewcomer { days: 4, steps: &[NewcomerStep::Visit] },
    DemoNewcomer { days: 19, steps: &[NewcomerStep::Visit, NewcomerStep::FirstRequest] },
    DemoNewcomer {
        days: 44,
        steps: &[
            NewcomerStep::Visit,
            NewcomerStep::FirstRequest,
            NewcomerStep::FirstOffer,
            NewcomerStep::Sponsor,
        ],
    },
];

/// In the evening of the day that is so many days ahead, for two hours.
fn event(
    random: &mut Random,
    today: NaiveDate,
    (title, kind, days, reason, text): (&str, EventKind, i64, &'static str, &str),
) -> LivelyEvent {
    let day = plus(today, days);
    let start = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(18);
    let span = Span::Timed { start, end: start + TimeDelta::hours(2) };
    let schedule = Schedule { span, zone: chrono_tz::Europe::Paris, recurrence: None };
    let mut draft = bare(title, kind, schedule);
    draft.description = text.to_owned();
    let fields = vec![
        ("title", title.to_owned()),
        ("kind", kind.code().to_owned()),
        ("date", day.to_string()),
        ("start", "18:00".to_owned()),
        ("end", "20:00".to_owned()),
        ("description", text.to_owned()),
    ];
    let uid = uuid::Builder::from_random_bytes(random.bytes()).into_uuid();
    LivelyEvent { draft, uid, fields, reason }
}
