//! The weekly note of somebody who holds places: the dates of a week, each with what can be said of
//! it, and what waits for them. Knows no database.

use super::mailing::{mark, without_marks};
use super::note::{Note, NoteLine, NoteSection};
use super::sheet::{Letterhead, Target};
use crate::domain::event::EventStatus;
use crate::domain::period::Period;
use crate::domain::schedule::Span;
use crate::i18n::{self, Args, Locale, date, quantity};

/// Where one chooses whether and when weekly notes come.
pub const SETTINGS: &str = "/moi/courrier/semaine";

/// What the note is about.
#[derive(Clone, Debug)]
pub struct HostWeekNote {
    pub week: Period,
    pub places: Vec<PlaceWeek>,
}

/// One place of the host.
#[derive(Clone, Debug)]
pub struct PlaceWeek {
    pub name: String,
    pub slug: String,
    pub dates: Vec<WeekDate>,
    pub waiting: Waiting,
    /// Name of the mark that is filled with the address of the week's page.
    pub page: String,
}

#[derive(Clone, Debug)]
pub struct WeekDate {
    /// Its number on the week's page.
    pub id: i64,
    pub title: String,
    /// Local, without language.
    pub path: String,
    pub span: Span,
    pub status: EventStatus,
    /// A host has said that it takes place.
    pub confirmed: bool,
    /// Seats taken and on the waiting list, where one registers.
    pub seats: Option<(i32, i32)>,
    pub capacity: Option<i32>,
}

/// How much waits for the hosts of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub asking: i64,
    pub newcomers: i64,
    pub proposals: i64,
    pub to_approve: i64,
}

impl Waiting {
    /// Each with its message and the room where it waits.
    fn counts(&self) -> [(i64, &'static str, &'static str); 4] {
        [
            (self.asking, "note-asking", "membres"),
            (self.proposals, "note-proposals", "evenements"),
            (self.to_approve, "note-to-approve", "evenements"),
            (self.newcomers, "note-newcomers", "accueil"),
        ]
    }
}

impl HostWeekNote {
    /// Nothing is announced and nothing waits.
    pub fn is_quiet(&self) -> bool {
        self.places.iter().all(|place| place.dates.is_empty() && place.waiting == Waiting::default())
    }

    pub fn note(&self, head: &Letterhead<'_>) -> Note {
        let locale = head.locale;
        let days = date::period(locale, self.week.first_day(), self.week.last_day(), false);
        let count: usize = self.places.iter().map(|place| place.dates.len()).sum();
        let mut args = Args::new();
        args.set("days", days);
        args.set("n", i64::try_from(count).unwrap_or(i64::MAX));
        let names: Vec<String> = self.places.iter().map(|place| clean(&place.name)).collect();
        let mut why = Args::new();
        why.set("places", quantity::list(locale, &names));
        let subject = i18n::text_with(locale, "note-week-subject", Some(&args));
        let why = i18n::text_with(locale, "note-week-why", Some(&why));
        let mut note = Note::new(head, subject, why, SETTINGS);
        if count > 0 {
            note.intro = i18n::text(locale, "note-week-intro");
        }
        note.sections = self.places.iter().flat_map(|place| place.sections(head)).collect();
        note
    }
}

impl PlaceWeek {
    fn sections(&self, head: &Letterhead<'_>) -> Vec<NoteSection> {
        let locale = head.locale;
        let base = format!("/lieux/{}", self.slug);
        let new = format!("/evenements/nouveau?lieu={}", self.slug);
        let mut dates = NoteSection {
            title: clean(&self.name),
            lines: self.dates.iter().map(|date| date.line(head, &self.page)).collect(),
            button: (self.dates.len() > 1)
                .then(|| Target { label: i18n::text(locale, "note-all"), href: mark(&self.page) }),
        };
        if self.dates.is_empty() {
            let title = i18n::text(locale, "note-nothing");
            dates.lines.push(NoteLine { title, ..NoteLine::default() });
            dates.button =
                Some(Target { label: i18n::text(locale, "note-announce"), href: head.absolute(&new) });
        }
        let counts = self.waiting.counts().into_iter().filter(|(n, _, _)| *n > 0);
        let line = |(n, key, room): (i64, &str, &str)| NoteLine {
            title: i18n::text_with(locale, key, Some(&Args::from_iter([("n", n)]))),
            href: head.absolute(&format!("{base}/{room}")),
            ..NoteLine::default()
        };
        let lines: Vec<NoteLine> = counts.map(line).collect();
        let mut place = Args::new();
        place.set("place", clean(&self.name));
        let title = i18n::text_with(locale, "note-waiting", Some(&place));
        let waiting = (!lines.is_empty()).then_some(NoteSection { title, lines, button: None });
        std::iter::once(dates).chain(waiting).collect()
    }
}

impl WeekDate {
    fn line(&self, head: &Letterhead<'_>, page: &str) -> NoteLine {
        let locale = head.locale;
        let page = mark(page);
        let here = format!("#date-{}", self.id);
        let way = |key: &str, query: &str| {
            let query = if query.is_empty() { String::new() } else { format!("?{query}={}", self.id) };
            Target { label: i18n::text(locale, key), href: format!("{page}{query}{here}") }
        };
        let on = self.status.takes_place();
        let mut ways = Vec::new();
        if on && !self.confirmed {
            ways.push(way("note-yes", ""));
        }
        if on {
            ways.extend([way("note-cancel", "annuler"), way("note-move", "deplacer")]);
        } else {
            ways.push(way("note-reinstate", ""));
        }
        let all = if on { "note-ways" } else { "note-reinstate" };
        NoteLine {
            title: clean(&self.title),
            href: head.absolute(&self.path),
            when: date::span(locale, &self.span, false),
            facts: self.facts(locale),
            ways,
            all_ways: Some(way(all, "")),
        }
    }

    fn facts(&self, locale: Locale) -> Vec<String> {
        let mut facts = Vec::new();
        if self.status != EventStatus::Planned {
            facts.push(i18n::text(locale, &format!("event-status-{}", self.status.code())));
        } else if self.confirmed {
            facts.push(i18n::text(locale, "note-confirmed"));
        }
        let counted = |key: &str, args: [(&'static str, i32); 2]| {
            i18n::text_with(locale, key, Some(&Args::from_iter(args)))
        };
        if let Some((taken, waiting)) = self.seats {
            facts.push(match self.capacity {
                Some(seats) => counted("host-weeks-taken-of", [("n", taken), ("seats", seats)]),
                None => counted("host-weeks-taken", [("n", taken), ("seats", 0)]),
            });
            if waiting > 0 {
                facts.push(counted("host-weeks-waiting", [("n", waiting), ("seats", 0)]));
            }
        }
        facts
    }
}

/// The words of people, of one line and without marks.
pub(super) fn clean(words: &str) -> String {
    without_marks(words).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::super::MailingList;
    use super::*;
    use crate::domain::period::PeriodKind;

    impl HostWeekNote {
        /// Dates in every state, and everything that may wait.
        pub(crate) fn sample(locale: Locale) -> Self {
            let day = |text: &str| -> chrono::NaiveDateTime { text.parse().unwrap() };
            let (french, english) = ("Café réparation & <b>couture</b>", "Repair café & <b>sewing</b>");
            let date = |id, status, confirmed| WeekDate {
                id,
                title: if locale == Locale::Fr { french } else { english }.to_owned(),
                path: "/evenements/cafe-reparation/20260312T183000".to_owned(),
                span: Span::Timed { start: day("2026-03-12T18:30:00"), end: day("2026-03-12T20:30:00") },
                status,
                confirmed,
                seats: Some((8, if status == EventStatus::Full { 2 } else { 0 })),
                capacity: (id < 4).then_some(12),
            };
            let here = PlaceWeek {
                name: "L’Usine Vivante".to_owned(),
                slug: "l-usine-vivante".to_owned(),
                dates: vec![
                    date(1, EventStatus::Planned, false),
                    date(2, EventStatus::Tentative, false),
                    date(3, EventStatus::Full, true),
                    date(4, EventStatus::Cancelled, false),
                ],
                waiting: Waiting { asking: 2, newcomers: 1, proposals: 1, to_approve: 3 },
                page: "week-1".to_owned(),
            };
            let there = PlaceWeek {
                name: "La Gare".to_owned(),
                slug: "la-gare".to_owned(),
                dates: Vec::new(),
                waiting: Waiting::default(),
                page: "week-2".to_owned(),
            };
            let week = Period::containing(PeriodKind::Week, day("2026-03-12T00:00:00").date()).unwrap();
            Self { week, places: vec![here, there] }
        }
    }

    #[test]
    fn a_note_reads_well_as_text_and_as_html() {
        for locale in Locale::ALL {
            let head = Letterhead {
                network: "Réseau des tiers-lieux de la Drôme",
                origin: "https://vigie.example",
                locale,
                to_member: true,
            };
            let note = HostWeekNote::sample(locale).note(&head);
            let note = note.leading_to("https://vigie.example/semaine/L", "https://vigie.example/semaine/M");
            let mailing = note.mailing(MailingList::HostWeek, locale).unwrap();
            assert!(mailing.html.len() < 100_000 && !mailing.html.contains("<b>"), "{}", mailing.html.len());
            let snapshot = |kind: &str| format!("./snapshots/host_week.{}.{kind}", locale.tag());
            expect_file![snapshot("txt")].assert_eq(&mailing.text);
            expect_file![snapshot("html")].assert_eq(&mailing.html);
        }
    }
}
