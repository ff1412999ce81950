//! Places and events as stories speak of them: everything unsaid has a plain default.

use chrono::{NaiveDate, NaiveDateTime};
use vigie::domain::brick::BrickKind;
use vigie::domain::event::{AttendanceMode, EventDraft, EventKind, EventStatus, RegistrationMode};
use vigie::domain::place::{Brick, PlaceDraft, Point, PointPrecision};
use vigie::domain::registration::RegistrationRules;
use vigie::domain::schedule::{
    End, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, SchoolZone, Span,
};
use vigie::domain::slug::Slug;

/// A place in Crest.
pub fn place(name: &str) -> PlaceDraft {
    PlaceDraft {
        slug: Slug::from_title(name, "lieu"),
        source_key: None,
        source: String::new(),
        name: name.to_owned(),
        summary: String::new(),
        description: String::new(),
        address: "8 rue Courre-Commère".to_owned(),
        postcode: "26400".to_owned(),
        commune: "Crest".to_owned(),
        insee: "26108".to_owned(),
        territory: "26".to_owned(),
        point: Some(Point { lat: 44.7289, lon: 5.0215 }),
        precision: PointPrecision::Address,
        zone: chrono_tz::Europe::Paris,
        school_zone: Some(SchoolZone::A),
        website: String::new(),
        opening_hours: String::new(),
        directions: String::new(),
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        bricks: Vec::new(),
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
    }
}

pub trait PlaceGestures {
    fn in_town(self, commune: &str, insee: &str, postcode: &str) -> Self;
    fn with_bricks(self, kinds: &[BrickKind]) -> Self;
}

impl PlaceGestures for PlaceDraft {
    fn in_town(self, commune: &str, insee: &str, postcode: &str) -> Self {
        let territory = insee[..2].to_owned();
        Self { commune: commune.into(), insee: insee.into(), postcode: postcode.into(), territory, ..self }
    }

    fn with_bricks(self, kinds: &[BrickKind]) -> Self {
        Self { bricks: kinds.iter().map(|kind| Brick::of(*kind)).collect(), ..self }
    }
}

/// A workshop in Paris time, from `start` (`2026-03-12 18:30`) to `end` (`20:30` that day).
pub fn event(title: &str, start: &str, end: &str) -> EventDraft {
    let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let end = if end.len() > 5 { end.to_owned() } else { format!("{} {end}", &start[..10]) };
    EventDraft {
        title: title.to_owned(),
        kind: EventKind::Workshop,
        themes: Vec::new(),
        brick: None,
        schedule: Schedule {
            span: Span::Timed { start: time(start), end: time(&end) },
            zone: chrono_tz::Europe::Paris,
            recurrence: None,
        },
        description: String::new(),
        audience: String::new(),
        mode: AttendanceMode::OnSite,
        room: String::new(),
        address: String::new(),
        online_url: String::new(),
        price_cents: None,
        price_note: String::new(),
        capacity: None,
        registration: RegistrationMode::None,
        registration_closes_hours: 0,
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        organiser: String::new(),
        status: EventStatus::Planned,
        status_note: String::new(),
        further_places: Vec::new(),
        rules: RegistrationRules::default(),
        overrides: Vec::new(),
    }
}

pub trait EventGestures {
    fn every_week(self, end: End) -> Self;
    fn repeating(self, rule: Rule, end: End) -> Self;
    fn skipping_holidays(self) -> Self;
    fn all_day(self, first: &str, last: &str) -> Self;
}

impl EventGestures for EventDraft {
    fn every_week(self, end: End) -> Self {
        use chrono::Datelike;
        let day = self.schedule.span.first_day().weekday();
        self.repeating(Rule::Weekly { every: 1, days: vec![day] }, end)
    }

    fn repeating(mut self, rule: Rule, end: End) -> Self {
        self.schedule.recurrence = Some(Recurrence {
            rule,
            end,
            exclusions: Vec::new(),
            public_holidays: PublicHolidays::Keep,
            school_holidays: SchoolHolidays::Ignore,
            pauses: Vec::new(),
        });
        self
    }

    fn skipping_holidays(mut self) -> Self {
        let recurrence = self.schedule.recurrence.as_mut().expect("a series");
        recurrence.public_holidays = PublicHolidays::Skip;
        recurrence.school_holidays = SchoolHolidays::Skip;
        self
    }

    fn all_day(mut self, first: &str, last: &str) -> Self {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        self.schedule.span = Span::AllDay { first: day(first), last: day(last) };
        self
    }
}
