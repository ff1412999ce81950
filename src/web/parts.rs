//! Pieces that several pages show, already in words. No policy, no dates to compute.

use serde::Serialize;

/// Words that lead somewhere.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    pub label: String,
    pub href: String,
}

impl Link {
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// How a notice or a badge is coloured; its words say the same without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Nothing out of the ordinary.
    Calm,
    /// Open, confirmed, free seats.
    Good,
    /// To be looked at: to confirm, full, moved.
    Warn,
    /// Does not take place, closed.
    Bad,
}

/// A short word beside something, as "complet".
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    pub label: String,
    pub tone: Tone,
}

/// One date of an event in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EventRow {
    pub href: String,
    pub title: String,
    /// Full date and time in words, for those who hear the link alone: "jeudi 5 mars à 18 h 30".
    pub spoken: String,
    /// Machine-readable start: RFC 3339 with offset, or a date.
    pub start: String,
    /// Time of the day as it is shown: "18 h 30", "toute la journée".
    pub time: String,
    /// End or rest of the span: "20 h 30", "jusqu’au 7 mars". Empty: none.
    pub until: String,
    /// Kind in words.
    pub kind: String,
    /// Code of the kind, for its colour and sign.
    pub kind_code: &'static str,
    /// Where: name of the place, or "en ligne". Empty in the lists of one place.
    pub place: String,
    pub place_href: String,
    /// Commune, when the list spans several. May be empty.
    pub commune: String,
    pub status: Option<Badge>,
    /// Does not take place: struck through.
    pub off: bool,
    /// Short remarks: "gratuit", "sur inscription".
    pub remarks: Vec<String>,
}

/// One day of an agenda with its events.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// Anchor and machine date: `2026-03-05`.
    pub date: String,
    /// The day in full: "jeudi 5 mars 2026".
    pub heading: String,
    /// Its parts for the large setting: "jeudi", "5", "mars".
    pub weekday: String,
    pub number: String,
    pub month: String,
    /// "aujourd’hui", "demain" or nothing.
    pub relative: String,
    pub today: bool,
    /// Public or school holidays, in words. May be empty.
    pub note: String,
    /// Agenda of this day.
    pub href: String,
    /// In the month view: a day of the month before or after.
    pub outside: bool,
    pub events: Vec<EventRow>,
    /// In the month view: "et 4 autres". Empty: all are shown.
    pub more: String,
}

/// A place in a list.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRow {
    pub href: String,
    pub name: String,
    /// `id` in the list beside a map (`map::anchor`). Empty: no map.
    pub anchor: String,
    pub commune: String,
    /// One sentence. May be empty.
    pub summary: String,
    /// Its bricks in words, in its own order.
    pub bricks: Vec<String>,
    /// Open now or not; `None`: hours unknown.
    pub open: Option<Badge>,
    /// "à 12 km". Empty: not asked.
    pub distance: String,
    /// "fermé depuis 2024", "dans le réseau depuis mars". May be empty.
    pub note: String,
    pub closed: bool,
}

/// A form of filters, sent by GET.
#[derive(Clone, Debug, Serialize)]
pub struct Filters {
    pub action: String,
    /// Text searched for, as typed.
    pub q: String,
    /// Show the fold open at first.
    pub open: bool,
    pub selects: Vec<Select>,
    pub checks: Vec<Check>,
    /// Current choices that the form must not lose: (name, value).
    pub hidden: Vec<Hidden>,
    /// Choices in force, each with the address without it.
    pub chips: Vec<Chip>,
    /// The page without any filter.
    pub clear_href: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Select {
    pub name: &'static str,
    pub label: String,
    /// The first one is "all", with an empty value.
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub selected: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Check {
    pub name: &'static str,
    pub value: String,
    pub label: String,
    pub checked: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Hidden {
    pub name: &'static str,
    pub value: String,
}

/// A filter in force.
#[derive(Clone, Debug, Serialize)]
pub struct Chip {
    pub label: String,
    /// The page without this filter.
    pub href: String,
}

/// Neighbouring pages of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct Paging {
    pub previous: Option<String>,
    pub next: Option<String>,
    /// "Page 2 sur 5".
    pub label: String,
}

/// What to say and offer when a list is empty.
#[derive(Clone, Debug, Serialize)]
pub struct Empty {
    pub title: String,
    /// May be empty.
    pub text: String,
    pub suggestions: Vec<Link>,
}

/// How to follow a list of events in a calendar app.
#[derive(Clone, Debug, Serialize)]
pub struct Subscribe {
    /// What the feed holds: "Tout l’agenda du réseau", "Ateliers à Crest".
    pub subject: String,
    /// Absolute https address of the feed.
    pub feed_url: String,
    /// The same with `webcal:`.
    pub webcal_url: String,
    /// Google Calendar's page that adds it.
    pub google_url: String,
    /// Said when the feed is bounded: "les 5 000 dates les plus proches". Empty: it is whole.
    pub bounded: String,
    /// To hosts: "12 personnes suivent ce lieu par e-mail". Empty: nobody hears it.
    pub followers: String,
    /// Where one asks for the same by mail. Empty: not of this.
    pub mail_href: String,
    /// Show the panel open at first.
    pub open: bool,
}
