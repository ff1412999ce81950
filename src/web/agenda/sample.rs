//! Samples of the agenda.

use super::page::{AgendaPage, AgendaView, ViewTab};
use crate::i18n::Locale;
use crate::web::parts::{Empty, Link, Paging};
use crate::web::samples::{at, day, filters, say, subscribe};

impl AgendaPage {
    pub fn sample(locale: Locale) -> Self {
        let weekdays = match locale {
            Locale::Fr => ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
            Locale::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        };
        Self {
            heading: "Agenda".to_owned(),
            notice: String::new(),
            period: say(locale, "À partir du jeudi 5 mars 2026", "From Thursday 5 March 2026"),
            count: say(locale, "38 rendez-vous", "38 events"),
            view: AgendaView::Day,
            views: tabs(locale, AgendaView::Day),
            previous: Some(Link::new(
                say(locale, "Avant le 5 mars", "Before 5 March"),
                at(locale, "/agenda?date=2026-02-05"),
            )),
            next: Some(Link::new(
                say(locale, "Après le 19 mars", "After 19 March"),
                at(locale, "/agenda?date=2026-03-19"),
            )),
            today: Some(Link::new(say(locale, "Aujourd’hui", "Today"), at(locale, "/agenda"))),
            date: "2026-03-05".to_owned(),
            filters: filters(locale, "/agenda"),
            days: vec![
                day(locale, 5, 5),
                day(locale, 6, 3),
                day(locale, 7, 2),
                day(locale, 8, 1),
                day(locale, 10, 4),
            ],
            weekdays: weekdays.map(str::to_owned).to_vec(),
            paging: Some(Paging {
                previous: Some(at(locale, "/agenda")),
                next: Some(at(locale, "/agenda?page=3")),
                label: say(locale, "Page 2 sur 4", "Page 2 of 4"),
            }),
            empty: None,
            subscribe: subscribe(locale),
        }
    }

    pub fn week(locale: Locale) -> Self {
        Self {
            view: AgendaView::Week,
            views: tabs(locale, AgendaView::Week),
            period: say(locale, "Du lundi 2 au dimanche 8 mars 2026", "Monday 2 to Sunday 8 March 2026"),
            days: (2..9).map(|n| day(locale, n, if n == 8 { 0 } else { n as usize % 4 + 1 })).collect(),
            paging: None,
            ..Self::sample(locale)
        }
    }

    pub fn month(locale: Locale) -> Self {
        let days = (1..29).map(|n| {
            let mut cell = day(locale, n, [0, 2, 1, 3, 0, 1, 0][n as usize % 7]);
            cell.outside = n < 3;
            if cell.events.len() > 2 {
                cell.more = say(locale, "et 4 autres", "and 4 more");
            }
            cell
        });
        Self {
            view: AgendaView::Month,
            views: tabs(locale, AgendaView::Month),
            period: say(locale, "Mars 2026", "March 2026"),
            days: days.collect(),
            paging: None,
            today: None,
            ..Self::sample(locale)
        }
    }

    pub fn empty(locale: Locale) -> Self {
        Self {
            count: say(locale, "Aucun rendez-vous", "No event"),
            days: Vec::new(),
            paging: None,
            empty: Some(Empty {
                title: say(
                    locale,
                    "Rien à ces dates avec ces filtres",
                    "Nothing on these dates with these filters",
                ),
                text: say(
                    locale,
                    "Le prochain rendez-vous qui leur correspond a lieu le mardi 24 mars.",
                    "The next event that matches them is on Tuesday 24 March.",
                ),
                suggestions: vec![
                    Link::new(
                        say(locale, "Aller au mardi 24 mars", "Go to Tuesday 24 March"),
                        at(locale, "/agenda?date=2026-03-24"),
                    ),
                    Link::new(
                        say(
                            locale,
                            "Sans le filtre « Fablab, makerspace » (12 rendez-vous)",
                            "Without the filter “Fablab, makerspace” (12 events)",
                        ),
                        at(locale, "/agenda"),
                    ),
                ],
            }),
            ..Self::sample(locale)
        }
    }
}

fn tabs(locale: Locale, current: AgendaView) -> Vec<ViewTab> {
    let tab = |view, code: &str, french: &str, english: &str| ViewTab {
        label: say(locale, french, english),
        href: at(locale, &format!("/agenda?vue={code}")),
        current: view == current,
    };
    vec![
        tab(AgendaView::Day, "jour", "Jour", "Day"),
        tab(AgendaView::Week, "semaine", "Semaine", "Week"),
        tab(AgendaView::Month, "mois", "Mois", "Month"),
    ]
}
