//! The page of an event, of its dates, and texts that try to break it.

use super::chromium::browse;
use super::site::{self, open};
use serde_json::json;

#[test]
fn a_series_tells_its_moved_full_and_cancelled_dates() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/evenements/residence-ouverte").await;
            assert!(page.text(".when-rule").await.contains("premier mercredi"));
            let dates = page.texts(".dates li").await;
            assert_eq!(dates.len(), 9);
            for (date, status) in [
                ("mercredi 27 janvier 2027", "Complet"),
                ("mercredi 3 février 2027", "Déplacé"),
                ("mercredi 24 février 2027", "Annulé"),
                ("mercredi 31 mars 2027", "À confirmer"),
            ] {
                assert!(
                    dates.iter().any(|line| line.starts_with(date) && line.contains(status)),
                    "{date}: {dates:?}"
                );
            }
            page.follow("jeudi 4 mars 2027").await;
            assert_eq!(
                page.at().await,
                "/evenements/residence-ouverte/20270303T180000",
                "its first time names it"
            );
            assert_eq!(page.text(".when-date").await, "jeudi 4 mars 2027");
            assert!(
                page.text(".when-before").await.contains("mercredi 3 mars"),
                "it was announced for another day"
            );
            assert!(page.text(".notice").await.starts_with("Déplacé."));
            assert_eq!(page.seen(".dates .is-current").await, 1);
        }
    });
}

#[test]
fn a_date_and_a_series_can_be_kept_in_a_calendar() {
    browse(async |page| {
        open(page, "/evenements/residence-ouverte/20270303T180000").await;
        let links = page.ask("return [...document.querySelectorAll('.when-save a')].map(a => a.href)").await;
        let links: Vec<String> = serde_json::from_value(links).expect("addresses");
        assert_eq!(links.len(), 2);
        let [date, series] = [&links[0], &links[1]].map(|link| site::fetch(link, "identity"));
        for answer in [&date, &series] {
            assert_eq!((answer.status, answer.media_type.as_str()), (200, "text/calendar; charset=utf-8"));
        }
        let [date, series] = [date, series].map(|answer| String::from_utf8(answer.body).expect("UTF-8"));
        assert!(date.contains("20270304T180000"), "{date}");
        assert_eq!(date.matches("BEGIN:VEVENT").count(), 1, "{date}");
        assert!(series.contains("RRULE:"), "{series}");
    });
}

#[test]
fn a_cancelled_event_says_so_and_why() {
    browse(async |page| {
        open(page, "/evenements/projection-en-plein-air").await;
        let notice = page.text(".notice.tone-bad").await;
        assert!(notice.starts_with("Annulé.") && notice.contains("Orage annoncé."), "{notice}");
        open(page, "/evenements/chorale-des-coworkers").await;
        assert!(page.text(".notice.tone-bad").await.starts_with("Annulé."));
    });
}

#[test]
fn an_event_elsewhere_says_in_which_zone() {
    browse(async |page| {
        open(page, "/evenements/visio-avec-la-reunion").await;
        assert_eq!(page.text(".when-time").await, "de 18 h à 19 h (heure de La Réunion)");
        assert!(page.text(".online").await.starts_with("À distance"));
        open(page, "/evenements/residence-ouverte").await;
        assert!(!page.text(".when-time").await.contains("heure de"), "no doubt, no zone");
    });
}

#[test]
fn dates_over_midnight_and_whole_days_read_as_people_say_them() {
    browse(async |page| {
        open(page, "/evenements/nuit-de-la-bidouille").await;
        let when = page.text(".when-words").await;
        assert!(when.contains("de 20 h à 2 h le lendemain"), "{when}");
        open(page, "/evenements/camp-d-ete-des-petits-inventeurs").await;
        let camp = page.text(".when-words").await;
        assert!(camp.contains("du ") && camp.contains(" au "), "{camp}");
    });
}

#[test]
fn a_withdrawn_event_is_gone() {
    let answer = site::fetch(&site::address("/evenements/soiree-quiz-retiree-de-l-agenda"), "identity");
    assert_eq!(answer.status, 404);
}

#[test]
fn markup_in_a_title_is_text() {
    browse(async |page| {
        open(page, "/evenements/script-alert-bonjour-script-b-gras-b").await;
        let title = page.text("h1").await;
        assert!(title.contains("<script>alert") && title.contains("<b>gras</b>"), "{title}");
        assert_eq!(page.ask("return document.querySelectorAll('h1 *, main script').length").await, json!(0));
        open(page, "/agenda?q=gras").await;
        let titles = page.texts(".event-title").await;
        assert!(titles.iter().any(|title| title.contains("<b>gras</b>")), "{titles:?}");
    });
}

#[test]
fn other_directions_emoji_and_long_words_stay_in_their_frame() {
    browse(async |page| {
        for width in [320, 360, 1280] {
            page.resize(width);
            for slug in [
                "cafe-des-langues",
                "pizza-party-au-four-a-bois",
                "evenement",
                "initiation-a-l",
                "recit-au-long-cours",
            ] {
                open(page, &format!("/evenements/{slug}")).await;
                page.assert_fits().await;
                assert!(!page.text("h1").await.is_empty(), "{slug}");
            }
            // The long word again, where rows and cells are narrow.
            let day = page
                .ask("return document.querySelector('.when-date time, .event time').dateTime.slice(0, 10)")
                .await;
            for view in ["jour", "semaine", "mois"] {
                open(
                    page,
                    &format!("/agenda?vue={view}&q=initiation&date={}", day.as_str().unwrap_or_default()),
                )
                .await;
                page.assert_fits().await;
            }
        }
    });
}
